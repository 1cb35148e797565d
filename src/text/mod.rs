//! Languages and words: which language is shown, and how words are compared.

mod joined;
mod lang;
mod locale;
mod number;
mod numbers;
mod order;
mod parted;
mod seal;
mod sought;
mod vocabulary;
mod words;

pub use joined::{joined, listed};
pub use lang::{Lang, Text};
#[cfg(test)]
pub(crate) use locale::Plain;
pub use locale::{Locale, push_folded};
pub use number::{number, push_number, read_number};
pub use numbers::Numbers;
pub use order::order;
pub use parted::{parted, parts, trimmed};
pub use seal::unsealed;
pub use sought::Fit;
pub use vocabulary::{Vocabulary, meets};
pub use words::{is_unspaced, place, words};
