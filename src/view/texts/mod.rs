//! The words of the interface, by language.
//!
//! In: the texts of a language, a line each, as `build/` makes them of the files beside this one.
//! Out: [`Texts`].

use std::cell::Cell;

use super::labels::Labels;
use super::phrases::Phrases;
use crate::text::{Lang, parted, unsealed};

/// Makes a struct of texts: its fields in the order of the lines, and how they are read.
macro_rules! texts {
    ($(#[$about:meta])* $name:ident { $($(#[$what:meta])* $key:ident,)* }) => {
        $(#[$about])*
        pub struct $name {
            $($(#[$what])* pub $key: &'static str,)*
        }

        impl $name {
            /// No texts.
            pub(super) const NONE: Self = Self { $($key: "",)* };

            /// The keys, in order.
            #[cfg(test)]
            pub(super) const KEYS: &[&str] = &[$(stringify!($key)),*];

            /// Takes one line for each key.
            pub(super) fn read(&mut self, lines: &mut texts::Lines) {
                $(lines.take(&mut self.$key);)*
            }
        }
    };
}
pub(super) use texts;

/// All words of the interface in one language.
pub struct Texts {
    pub(super) labels: Labels,
    pub(super) phrases: Phrases,
}

/// The lines that are left.
pub(super) struct Lines(&'static str);

impl Lines {
    /// Puts the next line into its place; leaves it empty where there is none. Drawn in, this would
    /// be there once for each text.
    #[inline(never)]
    pub(super) fn take(&mut self, into: &mut &'static str) {
        let (line, rest) = parted(self.0, b'\n').unwrap_or((self.0, ""));
        (*into, self.0) = (line, rest);
    }
}

/// What every program carries; its seal is that of all languages.
const INDONESIAN: &str = include_str!(concat!(env!("OUT_DIR"), "/id.txt"));

thread_local! {
    static OWN: &'static Texts = read(unsealed(INDONESIAN, INDONESIAN).unwrap_or(""));
    static OTHERS: Cell<[Option<&'static Texts>; 4]> = const { Cell::new([None; 4]) };
}

/// The texts of a language; those in Indonesian while it is not known.
#[must_use]
pub fn of(lang: Lang) -> &'static Texts {
    known(lang).unwrap_or_else(|| OWN.with(|own| *own))
}

/// Learns the texts of a language, unless it is known, and keeps them for as long as the program
/// runs; false if they are of another version.
pub fn learn(lang: Lang, texts: &str) -> bool {
    if is_known(lang) {
        return true;
    }
    let texts = keep(texts);
    let mut others = OTHERS.get();
    others[lang as usize] = texts;
    OTHERS.set(others);
    texts.is_some()
}

/// Whether there are texts in a language.
#[must_use]
pub fn is_known(lang: Lang) -> bool {
    known(lang).is_some()
}

fn known(lang: Lang) -> Option<&'static Texts> {
    if lang == Lang::Id {
        return Some(OWN.with(|own| *own));
    }
    #[cfg(not(target_arch = "wasm32"))]
    if OTHERS.get()[lang as usize].is_none() {
        carry(lang);
    }
    OTHERS.get()[lang as usize]
}

/// Native programs carry all languages; a browser fetches those that it needs.
#[cfg(not(target_arch = "wasm32"))]
fn carry(lang: Lang) {
    let mut others = OTHERS.get();
    others[lang as usize] = keep(carried(lang));
    OTHERS.set(others);
}

#[cfg(not(target_arch = "wasm32"))]
const fn carried(lang: Lang) -> &'static str {
    match lang {
        Lang::Id => INDONESIAN,
        Lang::En => include_str!(concat!(env!("OUT_DIR"), "/en.txt")),
        Lang::Ja => include_str!(concat!(env!("OUT_DIR"), "/ja.txt")),
        Lang::Ko => include_str!(concat!(env!("OUT_DIR"), "/ko.txt")),
    }
}

/// Texts for as long as the program runs: once for each language.
fn keep(texts: &str) -> Option<&'static Texts> {
    let lines = unsealed(texts, INDONESIAN)?;
    Some(read(Box::leak(lines.into())))
}

fn read(lines: &'static str) -> &'static Texts {
    let mut lines = Lines(lines);
    let texts = Box::leak(Box::new(Texts { labels: Labels::NONE, phrases: Phrases::NONE }));
    texts.labels.read(&mut lines);
    texts.phrases.read(&mut lines);
    texts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_files_have_the_keys_that_the_views_ask_for() {
        let file = include_str!("id.toml");
        let keys: Vec<_> =
            file.lines().filter_map(|line| Some(line.split_once(" = ")?.0)).collect();
        assert_eq!(keys, [Labels::KEYS, Phrases::KEYS].concat());
    }

    #[test]
    fn every_language_says_its_own() {
        let said = Lang::ALL.map(|lang| (of(lang).labels.search, of(lang).phrases.number_least));
        let expected = [
            ("Pencarian", "Sedikitnya {n}"),
            ("Search", "At least {n}"),
            ("検索", "{n}以上"),
            ("검색", "{n} 이상"),
        ];
        assert_eq!(said, expected);
    }

    #[test]
    fn texts_of_another_version_are_not_kept() {
        let english = carried(Lang::En);
        assert_eq!(keep(english).unwrap().labels.search, "Search");
        assert!(keep(&english[..english.len() / 2]).is_none());
        assert!(keep("<!doctype html>").is_none());
    }
}
