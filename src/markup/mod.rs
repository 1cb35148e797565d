//! Elements as values: what a view wants on the page, before any browser is asked.
//!
//! In: tags, attributes, text. Out: a tree that the widget lays over the DOM and that `export`
//! writes as HTML, so that the live page and the plain one cannot drift apart. There is no way to
//! put a string in as markup: text is text.

mod node;
mod value;

pub use node::{Body, Element, Node, el, svg};
pub use value::Value;
