//! Equal Earth (Šavrič, Patterson, Jenny 2018): areas keep their ratio, the world keeps a
//! pleasant outline.
//!
//! In: degrees from the central meridian and the equator. Out: points of the plane, and back.

use super::Plane;
use crate::geo::{LonLat, arc_sine, between, sine};

const A1: f64 = 1.340264;
const A2: f64 = -0.081106;
const A3: f64 = 0.000893;
const A4: f64 = 0.003796;
/// Half of the square root of three.
const M: f64 = 0.866_025_403_784_438_6;

/// Half of the world's width on the plane.
pub const EDGE_X: f64 = 2.706_629_983_696_075;
/// Half of the world's height on the plane.
pub const EDGE_Y: f64 = 1.317_362_759_157_413;

/// Where a place lies.
pub(super) fn raw(east: f64, lat: f64) -> Plane {
    let sin = M * sine(lat.to_radians());
    let theta = arc_sine(sin);
    let x = east.to_radians() * (1.0 - sin * sin).sqrt() / (M * slope(theta));
    Plane { x, y: -height(theta) }
}

/// The place at a point, its longitude from the central meridian; beyond the world's outline it is
/// more than half a turn.
pub(super) fn inverse(point: Plane) -> LonLat {
    let y = -between(point.y, -EDGE_Y, EDGE_Y);
    let mut theta = y;
    for _ in 0..8 {
        theta -= (height(theta) - y) / slope(theta);
    }
    let sin = sine(theta);
    let cosine = (1.0 - sin * sin).sqrt();
    LonLat {
        lon: (point.x * M * slope(theta) / cosine).to_degrees(),
        lat: arc_sine(between(sin / M, -1.0, 1.0)).to_degrees(),
    }
}

/// Height above the equator at the parametric latitude `theta`, radians.
fn height(theta: f64) -> f64 {
    let t2 = theta * theta;
    let t6 = t2 * t2 * t2;
    theta * (A1 + A2 * t2 + t6 * (A3 + A4 * t2))
}

/// The derivative of [`height`].
fn slope(theta: f64) -> f64 {
    let t2 = theta * theta;
    let t6 = t2 * t2 * t2;
    A1 + 3.0 * A2 * t2 + t6 * (7.0 * A3 + 9.0 * A4 * t2)
}

#[cfg(test)]
mod tests {
    use super::super::Projection;
    use super::*;
    use crate::geo::wrap_degrees;

    /// Degrees east and north, and d3-geo 3.1.1's `geoEqualEarthRaw` of them (y up).
    const D3: [(f64, f64, f64, f64); 9] = [
        (0.0, 0.0, 0.0, 0.0),
        (0.0, 90.0, 0.0, 1.3173627591574133),
        (-180.0, 0.0, -2.7066299836960748, 0.0),
        (-180.0, 90.0, -1.6035886482840516, 1.3173627591574133),
        (-13.0104, -6.2349, -0.19508220073436322, -0.1261768072484732),
        (15.3275, 34.4067, 0.210967048359503, 0.6745231132754821),
        (45.0, 45.0, 0.5799272495514918, 0.8602310855220102),
        (-120.0, -60.0, -1.3593733917143729, -1.0883008355053194),
        (179.0, 10.0, 2.6720376419785152, 0.20204243960029805),
    ];

    #[test]
    fn agrees_with_d3() {
        for meridian in [0.0, 120.0, -150.0] {
            let projection = Projection { meridian, ..Projection::default() };
            for (east, lat, x, y) in D3 {
                let p = projection.project(LonLat { lon: meridian + east, lat });
                assert!((p.x - x).abs() < 1e-12 && (p.y + y).abs() < 1e-12, "{east} {lat}: {p:?}");
            }
        }
    }

    #[test]
    fn the_world_fills_its_named_bounds() {
        let east = Projection::default().project_offset(180.0, 0.0);
        let south = Projection::default().project_offset(0.0, -90.0);
        assert!((east.x - EDGE_X).abs() < 1e-12);
        assert!((south.y - EDGE_Y).abs() < 1e-12);
    }

    #[test]
    fn every_place_comes_back() {
        let projection = Projection::near(120.0);
        for lat in -89..=89 {
            for lon in -180..180 {
                let place = LonLat { lon: f64::from(lon), lat: f64::from(lat) };
                let back = projection.invert(projection.project(place));
                let off = wrap_degrees(back.lon - place.lon).abs();
                assert!(off < 1e-8 && (back.lat - place.lat).abs() < 1e-8, "{place:?} {back:?}");
            }
        }
    }

    #[test]
    fn beyond_the_outline_the_edge_is_taken() {
        let projection = Projection::near(120.0);
        let place = projection.invert(Plane { x: EDGE_X, y: -1.3 });
        assert!(place.lat < 90.0 && place.lat > 80.0);
        assert!((wrap_degrees(place.lon + 60.0)).abs() < 1e-9, "{place:?}");
        assert!((projection.invert(Plane { x: 0.0, y: 9.0 }).lat + 90.0).abs() < 1e-5);
    }
}
