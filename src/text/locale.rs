//! What the core needs to know of languages but does not carry itself: a browser has these
//! tables built in, the command line brings them along.

use std::cmp::Ordering;

use super::Lang;

/// The language knowledge of the place where the core runs.
pub trait Locale {
    /// Folds text for searching: compatibility-decomposed, lower case, without diacritics, each
    /// letter as [`push_folded`] has it.
    /// Folding a text with line breaks folds each line and keeps the breaks.
    fn fold(&self, text: &str) -> String;

    /// Orders two names as a reader of `lang` expects them in a list.
    fn compare(&self, lang: Lang, a: &str, b: &str) -> Ordering;

    /// The name of a country (ISO 3166-1 alpha-2) in `lang`; `None` if it is not known.
    fn country(&self, lang: Lang, code: &str) -> Option<String>;
}

/// Appends a letter of a folded text: those that no decomposition takes the stroke from, and
/// ligatures, as they are typed by who does not have them. Combining marks are left out.
pub fn push_folded(out: &mut String, letter: char) {
    let plain = match letter {
        '\u{300}'..='\u{36f}' => "",
        'ł' => "l",
        'ø' => "o",
        'đ' | 'ð' => "d",
        'ı' => "i",
        'æ' => "ae",
        'œ' => "oe",
        'ß' => "ss",
        _ => return out.push(letter),
    };
    out.push_str(plain);
}

/// The least that a locale can be, for unit tests: ASCII case, no diacritics, no countries.
#[cfg(test)]
pub(crate) struct Plain;

#[cfg(test)]
impl Locale for Plain {
    fn fold(&self, text: &str) -> String {
        text.to_ascii_lowercase()
    }
    fn compare(&self, _: Lang, a: &str, b: &str) -> Ordering {
        a.cmp(b)
    }
    fn country(&self, _: Lang, _: &str) -> Option<String> {
        None
    }
}
