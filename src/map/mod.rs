//! The map: where places lie on the screen and what is drawn of them.
//!
//! In: a [`Scene`], a [`Camera`] and a [`Viewport`]. Out: a [`Picture`], shapes in pixels in the
//! order of drawing. No page, no dataset: numbers and names only.

mod arcs;
pub mod basemap;
mod camera;
mod carry;
#[cfg(test)]
mod fixture;
mod labels;
mod layout;
mod letters;
mod picture;
mod projection;
mod ranked;
mod scene;
mod shapes;
mod short;
mod spots;
mod turning;

pub use camera::{Camera, Inset, Transform, ease_out};
pub use picture::{frame, picture, shows};
pub use projection::{EDGE_X, EDGE_Y, Kind, Plane, Projection, STEPS, steps};
pub use scene::{Caption, Line, Mark, Scene, Side, Tie};
pub use shapes::{Anchor, Arc, Form, Label, Picture, Spot, State, Viewport, Voice};
pub use short::Short;
pub use spots::spots;
