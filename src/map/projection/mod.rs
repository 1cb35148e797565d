//! How the globe is laid on the plane: flat, as Equal Earth or Mercator, or seen as a globe.
//!
//! In: places in degrees. Out: points of the plane, and back. Each projection is a pair of raw
//! functions in a file of its own; what is no Equal Earth travels in a later module.

mod bent;
mod equal_earth;
mod globe;
mod mercator;

use crate::geo::{LonLat, between, wrap_degrees};
pub use equal_earth::{EDGE_X, EDGE_Y};
pub(super) use globe::Eye;

/// Lattice steps in one unit of the plane: the base map's paths are written in whole steps.
pub const STEPS: f64 = 40_000.0;

/// A point of the projected plane; unit: the globe's radius, x to the right, y down.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Plane {
    /// To the right of the central meridian, or of the middle of the globe.
    pub x: f64,
    /// Below the equator, or below the middle of the globe.
    pub y: f64,
}

/// Which projection is asked for.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Kind {
    /// Equal Earth: areas keep their ratio.
    #[default]
    EqualEarth,
    /// Mercator: directions keep their angle.
    Mercator,
    /// The globe as it is seen from afar (orthographic).
    Globe,
}

impl Kind {
    /// The projection of a name: `equal-earth`, `mercator`, `globe`; Equal Earth for one that does not
    /// exist.
    #[must_use]
    pub fn from_name(name: &str) -> Self {
        match name {
            "globe" => Self::Globe,
            "mercator" => Self::Mercator,
            _ => Self::EqualEarth,
        }
    }

    /// The same, or Equal Earth for the globe.
    #[must_use]
    pub fn flat(self) -> Self {
        if self == Self::Globe { Self::EqualEarth } else { self }
    }
}

/// A projection with all that it is turned and cut by.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Projection {
    /// The central meridian of the flat map, degrees east; it is cut along the one opposite to it.
    pub meridian: f64,
    /// Whether the flat map is Mercator's.
    pub mercator: bool,
    /// How much of a globe it is: 0 is flat, 1 the globe, in between is on the way.
    pub round: f64,
    /// The place that the globe turns towards the reader.
    pub middle: LonLat,
}

impl Projection {
    /// Equal Earth, centred on the multiple of 30° nearest to `lon`, so that all homes of a country
    /// share one cut of the land (107° gives 120°).
    #[must_use]
    pub const fn near(lon: f64) -> Self {
        let meridian = wrap_degrees((lon / 30.0 + 0.5).floor() * 30.0);
        let middle = LonLat { lon: meridian, lat: 0.0 };
        Self { meridian, mercator: false, round: 0.0, middle }
    }

    /// Another projection with the same meridian; a globe shows where that meets the equator.
    #[must_use]
    #[inline(never)] // For its bytes.
    pub fn of(self, kind: Kind) -> Self {
        let Self { meridian, .. } = self;
        let round = if kind == Kind::Globe { 1.0 } else { 0.0 };
        let middle = LonLat { lon: meridian, lat: 0.0 };
        Self { meridian, mercator: kind == Kind::Mercator, round, middle }
    }

    /// Which it is, or will be.
    #[must_use]
    pub fn kind(&self) -> Kind {
        if self.round > 0.0 {
            Kind::Globe
        } else if self.mercator {
            Kind::Mercator
        } else {
            Kind::EqualEarth
        }
    }

    /// Whether it is Equal Earth and nothing else.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        self.round <= 0.0 && !self.mercator
    }

    /// Half of the world's width and height on the plane; round a globe there is some air.
    #[must_use]
    pub fn edges(&self) -> Plane {
        if self.is_plain() {
            return Plane { x: EDGE_X, y: EDGE_Y };
        }
        let edge = if self.mercator { std::f64::consts::PI } else { 1.05 };
        Plane { x: edge, y: edge }
    }

    /// Degrees of `lon` east of the central meridian, -180 to below 180.
    #[must_use]
    pub fn offset(self, lon: f64) -> f64 {
        wrap_degrees(lon - self.meridian)
    }

    /// Where `place` lies on the plane; no number (NaN) for what lies behind the globe's horizon.
    #[must_use]
    pub fn project(self, place: LonLat) -> Plane {
        if self.round > 0.0 {
            return bent::project(&self, place);
        }
        self.project_offset(self.offset(place.lon), place.lat)
    }

    /// Where a place lies on the flat map that is `east` degrees (-180 to 180 inclusive) from the
    /// central meridian: both edges of the map can be named.
    #[must_use]
    pub fn project_offset(self, east: f64, lat: f64) -> Plane {
        if self.mercator { bent::mercator(east, lat) } else { equal_earth::raw(east, lat) }
    }

    /// The place at `point`; a point beyond the world's outline gives the nearest on its parallel, or
    /// on the globe's horizon.
    #[must_use]
    pub fn invert(self, point: Plane) -> LonLat {
        if !self.is_plain() {
            return bent::invert(&self, point);
        }
        let flat = equal_earth::inverse(point);
        LonLat { lon: self.longitude(flat.lon), lat: flat.lat }
    }

    /// The longitude that lies `east` of the central meridian, within its half turn.
    fn longitude(self, east: f64) -> f64 {
        wrap_degrees(between(east, -180.0, 180.0) + self.meridian)
    }
}

/// The point in whole lattice steps.
#[must_use]
pub fn steps(point: Plane) -> (i32, i32) {
    let whole = |v: f64| (v * STEPS + 0.5).floor() as i32;
    (whole(point.x), whole(point.y))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const ALL: [Kind; 3] = [Kind::EqualEarth, Kind::Mercator, Kind::Globe];

    #[test]
    fn homes_of_a_country_share_their_meridian() {
        for lon in [106.9896, 107.6069, 121.0] {
            assert_eq!(Projection::near(lon).meridian, 120.0);
        }
        assert_eq!(Projection::near(-179.0).meridian, -180.0);
        assert_eq!(Projection::near(179.0).meridian, -180.0);
    }

    #[test]
    fn each_projection_has_its_name() {
        let names = ["equal-earth", "mercator", "globe"];
        assert_eq!(names.map(Kind::from_name), ALL);
        assert_eq!(Kind::from_name("cube"), Kind::EqualEarth);
        assert_eq!(ALL.map(|kind| Projection::near(0.0).of(kind).kind()), ALL);
    }

    fn any_projection() -> impl Strategy<Value = Projection> {
        (0..3_usize, -6..6_i32, -180.0..180.0_f64, -90.0..=90.0_f64).prop_map(
            |(kind, turn, lon, lat)| Projection {
                middle: LonLat { lon, lat },
                ..Projection::near(f64::from(turn) * 30.0).of(ALL[kind])
            },
        )
    }

    proptest! {
        #[test]
        fn every_place_that_is_seen_comes_back(
            projection in any_projection(), lon in -180.0..180.0_f64, lat in -85.0..85.0_f64,
        ) {
            let place = LonLat { lon, lat };
            let point = projection.project(place);
            if point.x.is_finite() {
                let back = projection.invert(point);
                let away = crate::geo::distance_km(back, place);
                // At the very rim of a globe a step to the side is a step into the depth.
                let near_rim = projection.round > 0.0 && point.x.hypot(point.y) > 0.9999;
                prop_assert!(away < if near_rim { 60.0 } else { 1e-3 }, "{away} km, {back:?}");
            } else {
                prop_assert!(projection.round > 0.0);
            }
        }
    }
}
