//! Equal Earth (Šavrič, Patterson, Jenny 2018): areas keep their ratio, the world keeps a
//! pleasant outline.
//!
//! In: places in degrees. Out: points of the plane, and back.

use crate::geo::{LonLat, between, sine, wrap_degrees};

const A1: f64 = 1.340264;
const A2: f64 = -0.081106;
const A3: f64 = 0.000893;
const A4: f64 = 0.003796;
/// Half of the square root of three.
const M: f64 = 0.866_025_403_784_438_6;

/// Lattice steps in one unit of the plane: the base map's paths are written in whole steps.
pub const STEPS: f64 = 40_000.0;

/// A point of the projected plane; unit: the globe's radius, x to the right, y down.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Plane {
    /// To the right of the central meridian, within ±[`EDGE_X`].
    pub x: f64,
    /// Below the equator, within ±[`EDGE_Y`].
    pub y: f64,
}

/// Half of the world's width on the plane.
pub const EDGE_X: f64 = 2.706_629_983_696_075;
/// Half of the world's height on the plane.
pub const EDGE_Y: f64 = 1.317_362_759_157_413;

/// The projection, centred on a meridian.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct EqualEarth {
    /// The central meridian, degrees east; the map is cut along the one opposite to it.
    pub meridian: f64,
}

impl EqualEarth {
    /// Centred on the multiple of 30° nearest to `lon`, so that all homes of a country share one
    /// cut of the land (107° gives 120°).
    #[must_use]
    pub fn near(lon: f64) -> Self {
        Self { meridian: wrap_degrees((lon / 30.0 + 0.5).floor() * 30.0) }
    }

    /// Degrees of `lon` east of the central meridian, -180 to below 180.
    #[must_use]
    pub fn offset(self, lon: f64) -> f64 {
        wrap_degrees(lon - self.meridian)
    }

    /// Where `place` lies on the plane.
    #[must_use]
    pub fn project(self, place: LonLat) -> Plane {
        self.project_offset(self.offset(place.lon), place.lat)
    }

    /// Where a place lies that is `east` degrees (-180 to 180 inclusive) from the central
    /// meridian: both edges of the map can be named.
    #[must_use]
    pub fn project_offset(self, east: f64, lat: f64) -> Plane {
        let sin = M * sine(lat.to_radians());
        let theta = sin.asin();
        let x = east.to_radians() * (1.0 - sin * sin).sqrt() / (M * slope(theta));
        Plane { x, y: -height(theta) }
    }

    /// The place at `point`; a point beyond the world's outline gives the nearest on its parallel.
    #[must_use]
    pub fn invert(self, point: Plane) -> LonLat {
        let y = -between(point.y, -EDGE_Y, EDGE_Y);
        let mut theta = y;
        for _ in 0..8 {
            theta -= (height(theta) - y) / slope(theta);
        }
        let sin = sine(theta);
        let cosine = (1.0 - sin * sin).sqrt();
        let east = (point.x * M * slope(theta) / cosine).to_degrees();
        LonLat {
            lon: wrap_degrees(between(east, -180.0, 180.0) + self.meridian),
            lat: between(sin / M, -1.0, 1.0).asin().to_degrees(),
        }
    }

    /// Where `place` lies, in whole lattice steps ([`STEPS`] to a unit): what land is written in.
    /// A longitude within 180° of the central meridian is taken as it is: with the meridian at
    /// 120°, 300° is the right edge and -60° the left one, where land is cut. The cut follows the
    /// land's own grid, so that up to half a degree beyond is the edge, too.
    #[must_use]
    pub fn lattice(self, place: LonLat) -> (i32, i32) {
        let east = place.lon - self.meridian;
        let east = if east.abs() > 180.5 { wrap_degrees(east) } else { east };
        steps(self.project_offset(between(east, -180.0, 180.0), place.lat))
    }
}

/// The point in whole lattice steps.
#[must_use]
pub fn steps(point: Plane) -> (i32, i32) {
    let whole = |v: f64| (v * STEPS + 0.5).floor() as i32;
    (whole(point.x), whole(point.y))
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
    use super::*;

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
            let projection = EqualEarth { meridian };
            for (east, lat, x, y) in D3 {
                let p = projection.project(LonLat { lon: meridian + east, lat });
                assert!((p.x - x).abs() < 1e-12 && (p.y + y).abs() < 1e-12, "{east} {lat}: {p:?}");
            }
        }
    }

    #[test]
    fn the_world_fills_its_named_bounds() {
        let east = EqualEarth::default().project_offset(180.0, 0.0);
        let south = EqualEarth::default().project_offset(0.0, -90.0);
        assert!((east.x - EDGE_X).abs() < 1e-12);
        assert!((south.y - EDGE_Y).abs() < 1e-12);
    }

    #[test]
    fn every_place_comes_back() {
        let projection = EqualEarth { meridian: 120.0 };
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
        let projection = EqualEarth { meridian: 120.0 };
        let place = projection.invert(Plane { x: EDGE_X, y: -1.3 });
        assert!(place.lat < 90.0 && place.lat > 80.0);
        assert!((wrap_degrees(place.lon + 60.0)).abs() < 1e-9, "{place:?}");
        assert!((projection.invert(Plane { x: 0.0, y: 9.0 }).lat + 90.0).abs() < 1e-5);
    }

    #[test]
    fn homes_of_a_country_share_their_meridian() {
        for lon in [106.9896, 107.6069, 121.0] {
            assert_eq!(EqualEarth::near(lon).meridian, 120.0);
        }
        assert_eq!(EqualEarth::near(-179.0).meridian, -180.0);
        assert_eq!(EqualEarth::near(179.0).meridian, -180.0);
    }

    #[test]
    fn the_lattice_is_fine_enough_for_a_city() {
        let projection = EqualEarth { meridian: 120.0 };
        assert_eq!(projection.lattice(LonLat { lon: 120.0, lat: 90.0 }), (0, -52695));
        assert_eq!(projection.lattice(LonLat { lon: -60.0, lat: 0.0 }), (-108265, 0));
        assert_eq!(projection.lattice(LonLat { lon: 300.0, lat: 0.0 }), (108265, 0));
        assert_eq!(projection.lattice(LonLat { lon: -60.01, lat: 0.0 }), (-108265, 0));
        assert_eq!(projection.lattice(LonLat { lon: -61.0, lat: 0.0 }).0, 107664);
    }
}
