//! Languages and words: which language is shown, and how words are compared.

mod lang;
mod locale;
mod words;

pub use lang::{Lang, Text};
pub use locale::Locale;
pub use words::{is_unspaced, words};
