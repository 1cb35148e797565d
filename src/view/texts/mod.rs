//! The words of the interface, by language.
//!
//! In: the texts of a language, a line each, as `build/` makes them of the files beside this one.
//! Out: [`Texts`].

use std::cell::OnceCell;

use super::labels::Labels;
use super::phrases::Phrases;
use crate::text::{Lang, unsealed};

/// Makes a struct of texts: its fields in the order of the lines, and how they are read.
macro_rules! texts {
    ($(#[$about:meta])* $name:ident { $($(#[$what:meta])* $key:ident,)* }) => {
        $(#[$about])*
        pub struct $name {
            $($(#[$what])* pub $key: &'static str,)*
        }

        impl $name {
            /// The keys, in order.
            #[cfg(test)]
            pub(super) const KEYS: &[&str] = &[$(stringify!($key)),*];

            /// Takes one line for each key.
            pub(super) fn read(lines: &mut texts::Lines) -> Self {
                Self { $($key: lines.take(),)* }
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
    /// The next line; empty where there is none.
    pub(super) fn take(&mut self) -> &'static str {
        let (line, rest) = self.0.split_once('\n').unwrap_or((self.0, ""));
        self.0 = rest;
        line
    }
}

/// What every program carries; its seal is that of all languages.
const INDONESIAN: &str = include_str!(concat!(env!("OUT_DIR"), "/id.txt"));

thread_local! {
    static OWN: &'static Texts = keep(INDONESIAN).unwrap_or_else(|| read(""));
    static OTHERS: [OnceCell<&'static Texts>; 4] = const { [const { OnceCell::new() }; 4] };
}

/// The texts of a language; those in Indonesian while it is not known.
#[must_use]
pub fn of(lang: Lang) -> &'static Texts {
    known(lang).unwrap_or_else(|| OWN.with(|own| *own))
}

fn known(lang: Lang) -> Option<&'static Texts> {
    if lang == Lang::Id {
        return Some(OWN.with(|own| *own));
    }
    OTHERS.with(|others| {
        let slot = others.get(lang as usize)?;
        if slot.get().is_none() {
            let _ = slot.set(keep(carried(lang))?);
        }
        slot.get().copied()
    })
}

/// The texts as the program carries them.
const fn carried(lang: Lang) -> &'static str {
    match lang {
        Lang::Id => INDONESIAN,
        Lang::En => include_str!(concat!(env!("OUT_DIR"), "/en.txt")),
        Lang::Ja => include_str!(concat!(env!("OUT_DIR"), "/ja.txt")),
        Lang::Ko => include_str!(concat!(env!("OUT_DIR"), "/ko.txt")),
    }
}

/// Texts for as long as the program runs: once for each language.
fn keep(text: &'static str) -> Option<&'static Texts> {
    Some(read(unsealed(text, INDONESIAN)?))
}

fn read(lines: &'static str) -> &'static Texts {
    let mut lines = Lines(lines);
    let (labels, phrases) = (Labels::read(&mut lines), Phrases::read(&mut lines));
    Box::leak(Box::new(Texts { labels, phrases }))
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
}
