//! Points on the globe and on paper: numbers in, numbers out.

mod point;
mod rect;
mod sphere;

pub use point::{LonLat, Pixel, Rect};
pub use sphere::{
    EARTH_KM, GreatCircle, arc_sine, between, distance_km, place, sine, vector, wrap_degrees,
};
