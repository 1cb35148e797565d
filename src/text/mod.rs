//! Languages and words: which language is shown, and how words are compared.

mod lang;
mod locale;

pub use lang::{Lang, Text};
pub use locale::Locale;
