//! Mercator on a sphere (Snyder 1987, USGS Professional Paper 1395, chapter 7): directions keep their
//! angle, areas grow towards the poles.
//!
//! In: degrees from the central meridian and the equator. Out: points of the plane, and back. The map is
//! a square that ends at 85.05°.

use super::Plane;
use crate::geo::{LonLat, arc_sine, between, sine};
use std::f64::consts::PI;

/// Where a place lies.
pub(super) fn raw(east: f64, lat: f64) -> Plane {
    let sin = between(sine(lat.to_radians()), -1.0 + 1e-12, 1.0 - 1e-12);
    let y = ((1.0 + sin) / (1.0 - sin)).ln() / 2.0;
    Plane { x: east.to_radians(), y: -between(y, -PI, PI) }
}

/// The place at a point, its longitude from the central meridian.
pub(super) fn inverse(point: Plane) -> LonLat {
    let power = (-2.0 * between(point.y, -PI, PI)).exp();
    LonLat { lon: point.x.to_degrees(), lat: arc_sine((power - 1.0) / (power + 1.0)).to_degrees() }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Latitude and y, the globe's radius 1: Snyder's table 6.
    const SNYDER: [(f64, f64); 6] = [
        (85.0, 3.131_30),
        (60.0, 1.316_96),
        (45.0, 0.881_37),
        (30.0, 0.549_31),
        (15.0, 0.264_84),
        (0.0, 0.0),
    ];

    /// Degrees east and north, and d3-geo 3.1.1's `geoMercatorRaw` of them (y up).
    const D3: [(f64, f64, f64, f64); 4] = [
        (-13.0104, -6.2349, -0.22707431700147027, -0.10903493941109771),
        (15.3275, 34.4067, 0.26751534109943087, 0.6402407962033791),
        (-120.0, -60.0, -2.0943951023931953, -1.3169578969248166),
        (179.0, 80.0, 3.12413936106985, 2.4362460537158777),
    ];

    #[test]
    fn agrees_with_snyder_s_table() {
        for (lat, y) in SNYDER {
            assert!((raw(0.0, lat).y + y).abs() < 1e-5, "{lat}");
            assert!((raw(0.0, -lat).y - y).abs() < 1e-5, "{lat}");
        }
        assert!((raw(180.0, 0.0).x - PI).abs() < 1e-12);
    }

    #[test]
    fn agrees_with_d3() {
        for (east, lat, x, y) in D3 {
            let point = raw(east, lat);
            assert!((point.x - x).abs() < 1e-9 && (point.y + y).abs() < 1e-9, "{lat}: {point:?}");
        }
    }

    #[test]
    fn the_poles_are_at_the_edge_of_a_square() {
        assert_eq!((raw(0.0, 90.0).y, raw(0.0, -90.0).y), (-PI, PI));
        assert!((inverse(Plane { x: 0.0, y: -9.0 }).lat - 85.051_128_779).abs() < 1e-6);
    }
}
