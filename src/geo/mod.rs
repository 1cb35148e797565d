//! Points on the globe and on paper: numbers in, numbers out.

mod point;

pub use point::{LonLat, Pixel, Rect};
