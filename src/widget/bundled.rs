//! The dataset that travels with the widget, in the languages that have been learnt.
//!
//! In: its words in other languages, as they arrive; the script lets in none but those of its own build.
//! Out: the dataset, without its details.

use std::cell::Cell;

use crate::dataset::{Dataset, Fatal, unpack};
use crate::text::Lang;

/// In Indonesian; the names that are sought, in all languages.
const BUNDLED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/bundled.mkp"));

thread_local! {
    /// The files of the languages, in the order in which they were learnt. Kept for as long as the
    /// module lives.
    static WORDS: Cell<&'static [(Lang, Vec<u8>)]> = const { Cell::new(&[]) };
}

/// Learns the words of a language, for all widgets of the page.
pub(super) fn learn(lang: Lang, words: &[u8]) {
    if !is_known(lang) {
        let mut known = WORDS.get().to_vec();
        known.push((lang, words.to_vec()));
        WORDS.set(Box::leak(known.into()));
    }
}

/// Whether the words of a language are there.
pub(super) fn is_known(lang: Lang) -> bool {
    lang == Lang::Id || WORDS.get().iter().any(|(known, _)| *known == lang)
}

/// How many languages have been learnt.
pub(super) fn learnt() -> usize {
    WORDS.get().len()
}

/// The files of the languages that have been learnt after so many.
pub(super) fn words_after(known: usize) -> impl Iterator<Item = Vec<u8>> {
    WORDS.get().iter().skip(known).map(|(_, words)| words.clone())
}

/// The dataset with the words of all languages that have been learnt.
///
/// # Errors
///
/// None, if the module and the words are as they were built.
pub(super) fn dataset() -> Result<Dataset, Fatal> {
    let mut dataset = unpack(BUNDLED.to_vec())?;
    for words in words_after(0) {
        dataset.learn(words)?;
    }
    Ok(dataset)
}
