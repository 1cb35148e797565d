//! A camera for an address: three whole numbers.
//!
//! In: a [`Camera`] or the numbers. Out: the other.

use super::{Camera, Plane, Projection};
use crate::geo::LonLat;

/// The scale of zoom 0 in a [`Short`].
const ZOOM_0: f64 = 16.0;
/// The tenth root of two: one zoom step of a [`Short`].
const STEP: f64 = 1.071_773_462_536_293_1;

/// A camera for an address: three whole numbers.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Short {
    /// Longitude of the middle, hundredths of a degree, -18000 to 17999.
    pub lon: i32,
    /// Latitude of the middle, hundredths of a degree, -9000 to 9000.
    pub lat: i32,
    /// Ten steps double the scale; 0 to 110.
    pub zoom: i32,
}

impl Camera {
    /// The short form, rounded to its steps.
    #[must_use]
    pub fn short(&self) -> Short {
        let middle = self.projection.invert(self.centre);
        let hundredths = |v: f64| (v * 100.0 + 0.5).floor() as i32;
        let lon = hundredths(middle.lon);
        Short {
            lon: if lon >= 18_000 { lon - 36_000 } else { lon },
            lat: hundredths(middle.lat),
            zoom: zoom_of(self.scale),
        }
    }

    /// The camera of a short form; numbers beyond the range are brought into it.
    #[must_use]
    pub fn from_short(projection: Projection, short: Short) -> Self {
        let lat = f64::from(short.lat.clamp(-9_000, 9_000)) / 100.0;
        let middle = LonLat { lon: f64::from(short.lon) / 100.0, lat };
        let scale = scale_of(short.zoom);
        if projection.round > 0.0 {
            let projection = Projection { middle, ..projection };
            return Self { projection, centre: Plane::default(), scale };
        }
        Self { projection, centre: projection.project(middle), scale }
    }
}

/// The zoom step nearest to a scale, by counting: no logarithm has to be carried.
fn zoom_of(scale: f64) -> i32 {
    let half_step = 1.035_264_923_841_377_5; // the twentieth root of two
    let mut zoom = 0;
    let mut edge = ZOOM_0 * half_step;
    while scale > edge && zoom < 110 {
        edge *= STEP;
        zoom += 1;
    }
    zoom
}

/// The scale of a zoom step.
fn scale_of(zoom: i32) -> f64 {
    let mut scale = ZOOM_0;
    for _ in 0..zoom.clamp(0, 110) {
        scale *= STEP;
    }
    scale
}

#[cfg(test)]
mod tests {
    use super::super::EDGE_X;
    use super::*;
    use proptest::prelude::*;

    const ASIA: Projection = Projection::near(120.0);

    #[test]
    fn a_short_form_beyond_the_range_is_brought_into_it() {
        let camera = Camera::from_short(ASIA, Short { lon: 99_999, lat: 10_000, zoom: 400 });
        let short = camera.short();
        assert_eq!((short.lat, short.zoom), (9_000, 110));
        assert!(camera.scale < 32_769.0 && camera.centre.x.abs() <= EDGE_X);
    }

    proptest! {
        #[test]
        fn a_short_form_comes_back_exactly(
            lon in -18_000..18_000_i32, lat in -9_000..=9_000_i32, zoom in 0..=110_i32,
            turn in -6..6_i32,
        ) {
            let projection = Projection::near(f64::from(turn) * 30.0);
            let short = Short { lon, lat, zoom };
            prop_assert_eq!(Camera::from_short(projection, short).short(), short);
        }
    }
}
