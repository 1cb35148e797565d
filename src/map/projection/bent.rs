//! All that is no Equal Earth: what the first module asks for when a map is Mercator's or a globe. It
//! travels in a later module.
//!
//! In: a projection with places or points. Out: the other.

use super::{Eye, Plane, Projection, globe, mercator};
use crate::geo::LonLat;

/// Where a place lies on a globe; no number behind it.
#[inline(never)]
pub(super) fn project(on: &Projection, at: LonLat) -> Plane {
    let seen = Eye::above(on.middle).turn(at);
    if seen[2] < on.round - 1.0 {
        return Plane { x: f64::NAN, y: f64::NAN };
    }
    on.mixed(seen, on.offset(at.lon), at.lat)
}

/// Where a place lies on Mercator's map.
#[inline(never)]
pub(super) fn mercator(east: f64, lat: f64) -> Plane {
    mercator::raw(east, lat)
}

/// The place at a point.
#[inline(never)]
pub(super) fn invert(on: &Projection, point: Plane) -> LonLat {
    if on.round > 0.0 {
        return globe::inverse(on.middle, point);
    }
    let flat = mercator::inverse(point);
    LonLat { lon: on.longitude(flat.lon), lat: flat.lat }
}
