//! What leaves the widget: the same records in forms that others read.
//!
//! In: a catalog, or a tree made from it. Out: text.

mod dress;
mod figure;
mod html;
mod plain;
mod words;

pub use figure::figure;
pub use html::html;
pub use plain::{Part, plain};
