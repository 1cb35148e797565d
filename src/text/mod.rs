//! Languages and words: which language is shown, and how words are compared.

mod lang;
mod locale;
mod number;
mod words;

pub use lang::{Lang, Text};
pub use locale::Locale;
pub use number::number;
pub use words::{is_unspaced, words};
