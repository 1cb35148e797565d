//! What leaves the widget: the same records in forms that others read.
//!
//! In: a catalog, or a tree made from it. Out: text.

mod csv;
mod dress;
mod figure;
mod html;
#[cfg(not(target_arch = "wasm32"))]
mod languages;
mod plain;
mod words;

pub use csv::csv;
pub use figure::figure;
pub use html::html;
#[cfg(not(target_arch = "wasm32"))]
pub use languages::{BUNDLED_DETAILS, LANGUAGE_FILES};
pub use plain::{Part, plain};
