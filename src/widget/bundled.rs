//! The dataset that travels with the widget, in the languages that have been learnt.
//!
//! In: its words in other languages, as they arrive. Out: its JSON.

use std::cell::Cell;

use crate::dataset::with_words;
use crate::text::{Lang, unsealed};

/// In Indonesian; the names that are sought, in all languages.
const BUNDLED: &str = include_str!(concat!(env!("OUT_DIR"), "/bundled.id.txt"));

thread_local! {
    /// Of each language, empty until they are learnt. Kept for as long as the module lives.
    static WORDS: Cell<[&'static str; 4]> = const { Cell::new([""; 4]) };
}

/// Learns the words of a language, for all widgets of the page; false if they are of another
/// version.
pub(super) fn learn(lang: Lang, words: &str) -> bool {
    let fits = unsealed(words, BUNDLED).is_some();
    if fits && !is_known(lang) {
        let mut known = WORDS.get();
        known[lang as usize] = Box::leak(words.into());
        WORDS.set(known);
    }
    fits
}

/// Whether the words of a language are there.
pub(super) fn is_known(lang: Lang) -> bool {
    lang == Lang::Id || !WORDS.get()[lang as usize].is_empty()
}

/// How many languages have been learnt.
pub(super) fn learnt() -> usize {
    words().len()
}

/// The dataset with the words of all languages that have been learnt.
pub(super) fn json() -> String {
    with_words(BUNDLED, &words()).unwrap_or_default()
}

fn words() -> Vec<&'static str> {
    let mut words = Vec::new();
    for text in WORDS.get() {
        if !text.is_empty() {
            words.push(text);
        }
    }
    words
}
