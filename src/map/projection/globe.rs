//! The globe as it is seen from afar (orthographic; Snyder 1987, USGS Professional Paper 1395,
//! chapter 20), and what lies between it and the flat map.
//!
//! In: places in degrees. Out: points of the plane, and back; no number for what lies behind. On the
//! way between globe and flat map a point lies on the way between its two points, and what is seen
//! grows from the half of the globe to the whole.

use std::f64::consts::FRAC_PI_2;

use super::{Plane, Projection};
use crate::geo::{LonLat, place, sine, vector, wrap_degrees};

/// Somebody who looks at the globe.
pub(in crate::map) struct Eye {
    lon: f64,
    /// Sine and cosine of the longitude.
    east: [f64; 2],
    /// Sine and cosine of the latitude.
    north: [f64; 2],
}

impl Eye {
    /// Above `middle`, north up.
    pub(in crate::map) fn above(middle: LonLat) -> Self {
        let (lon, sin) = (middle.lon.to_radians(), sine(middle.lat.to_radians()));
        Self {
            lon: middle.lon,
            east: [sine(lon), sine(lon + FRAC_PI_2)],
            north: [sin, (1.0 - sin * sin).max(0.0).sqrt()],
        }
    }

    /// A place as a vector of length 1: to the right, up, towards the eye.
    pub(in crate::map) fn turn(&self, at: LonLat) -> [f64; 3] {
        self.see(vector(at))
    }

    /// The same of the vector from the middle of the Earth to a place, as [`vector`] gives it.
    pub(in crate::map) fn see(&self, [x, y, z]: [f64; 3]) -> [f64; 3] {
        let ([east, out], [sin, cos]) = (self.east, self.north);
        let [x, y] = [x * out + y * east, y * out - x * east];
        [y, z * cos - x * sin, z * sin + x * cos]
    }

    /// The reverse of [`Eye::turn`], for a vector of any length.
    pub(in crate::map) fn back(&self, [right, up, near]: [f64; 3]) -> LonLat {
        let [sin, cos] = self.north;
        let at = place([near * cos - up * sin, right, near * sin + up * cos]);
        LonLat { lon: wrap_degrees(at.lon + self.lon), ..at }
    }
}

/// The place at a point of the whole globe; beside it the nearest of the horizon.
pub(super) fn inverse(middle: LonLat, Plane { x, y }: Plane) -> LonLat {
    let near = (1.0 - x * x - y * y).max(0.0).sqrt();
    Eye::above(middle).back([x, -y, near])
}

impl Projection {
    /// The point for what the eye sees and where that lies on the flat map.
    pub(in crate::map) fn mixed(&self, [right, up, _]: [f64; 3], east: f64, lat: f64) -> Plane {
        let flat = 1.0 - self.round;
        if flat <= 0.0 {
            return Plane { x: right, y: -up };
        }
        let Plane { x, y } = self.project_offset(east, lat);
        Plane { x: x * flat + right * self.round, y: y * flat - up * self.round }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Kind;
    use super::*;

    fn globe(lon: f64, lat: f64) -> Projection {
        Projection { middle: LonLat { lon, lat }, ..Projection::near(lon).of(Kind::Globe) }
    }

    #[test]
    fn agrees_with_snyder_s_example() {
        // P. 311: middle 40° N 100° W, place 30° N 110° W, R = 1: x = -0.1503837, y = -0.1651911.
        let point = globe(-100.0, 40.0).project(LonLat { lon: -110.0, lat: 30.0 });
        assert!((point.x + 0.150_383_7).abs() < 1e-7, "{point:?}");
        assert!((point.y - 0.165_191_1).abs() < 1e-7, "{point:?}");
    }

    #[test]
    fn agrees_with_d3() {
        // d3-geo 3.1.1's `geoOrthographic`, turned by (-120, -20), y down.
        for (lon, lat, x, y) in [
            (106.9896, -6.2349, -0.22379627994970436, 0.43332431717848663),
            (135.3275, 34.4067, 0.21808971512834524, -0.25884020681954395),
            (60.0, 60.0, -0.4330127018922194, -0.7282926455179565),
            (-170.0, 10.0, 0.9254165783983235, -0.04797528802817541),
        ] {
            let point = globe(120.0, 20.0).project(LonLat { lon, lat });
            assert!((point.x - x).abs() < 1e-12 && (point.y - y).abs() < 1e-12, "{point:?}");
        }
    }

    #[test]
    fn what_is_behind_has_no_point_until_the_globe_is_opened() {
        let behind = LonLat { lon: -70.0, lat: -30.0 };
        let round = globe(120.0, 0.0);
        assert!(round.project(behind).x.is_nan());
        let opened = Projection { round: 0.05, ..round };
        let flat = Projection { round: 0.0, ..round }.project(behind);
        let point = opened.project(behind);
        assert!((point.x - flat.x).abs() < 0.2 && (point.y - flat.y).abs() < 0.2, "{point:?}");
    }

    #[test]
    fn beside_the_globe_the_horizon_is_taken() {
        let on = globe(120.0, 20.0);
        let place = on.invert(Plane { x: 3.0, y: 0.0 });
        let away = crate::geo::distance_km(place, on.middle) / crate::geo::EARTH_KM;
        assert!((away - FRAC_PI_2).abs() < 1e-6, "{place:?}");
    }
}
