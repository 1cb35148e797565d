//! Languages and words: which language is shown, and how words are compared.

mod joined;
mod lang;
mod locale;
mod number;
mod numbers;
mod seal;
mod words;

pub use joined::{joined, listed};
pub use lang::{Lang, Text};
pub use locale::Locale;
#[cfg(test)]
pub(crate) use locale::Plain;
pub use number::{number, push_number, read_number};
pub use numbers::Numbers;
pub use seal::unsealed;
pub use words::{is_unspaced, words};
