//! The order of names as far as their letters tell it.
//!
//! In: two names. Out: which comes first, where every language orders them alike; else nothing, and a
//! locale has to be asked. Most names need no more, and a browser takes its time to make its first locale.

use std::cmp::Ordering;

/// The order of two names by the first difference in plain letters, digits, spaces or hyphens: that of
/// the root of the Unicode Collation Algorithm as CLDR tailors it (UTS 35, part 5). `None` where they
/// first differ in anything else, or in case alone.
#[must_use]
pub fn order(a: &str, b: &str) -> Option<Ordering> {
    match a.bytes().zip(b.bytes()).find(|(a, b)| a != b) {
        None => Some(a.len().cmp(&b.len())),
        Some((a, b)) if is_plain(a) && is_plain(b) && a | 32 != b | 32 => {
            Some((a | 32).cmp(&(b | 32)))
        }
        Some(_) => None,
    }
}

/// Whether the place of a byte among its like is that of its code, but for case.
const fn is_plain(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b' ' || byte == b'-'
}

#[cfg(test)]
mod tests {
    use super::order;
    use crate::text::{Locale, Plain};
    use std::cmp::Ordering;

    /// As `Intl.Collator` sorts them, in each of the widget's languages.
    const SORTED: [&str; 29] = [
        "A",
        "a b",
        "a-b",
        "a1",
        "ab",
        "Åland",
        "Albania",
        "Bekasi",
        "Cote",
        "Côte",
        "Coted",
        "Kabupaten Bekasi",
        "kota",
        "Kota 10",
        "Kota 2",
        "Kota Bandung",
        "Kota Bandung Barat",
        "Kota-Bandung",
        "KotaBandung",
        "Saint Lucia",
        "Sao Paulo",
        "São Tomé",
        "Tokelau",
        "Turki",
        "Türkiye",
        "Turkmenistan",
        "Zulia",
        "Zürich",
        "Zurich Utara",
    ];

    #[test]
    fn what_is_told_is_what_a_locale_says() {
        let mut told = 0;
        for (at, a) in SORTED.iter().enumerate() {
            for (place, b) in SORTED.iter().enumerate() {
                let folded = order(&Plain.fold(a), &Plain.fold(b));
                for found in [order(a, b), folded.filter(|found| *found != Ordering::Equal)] {
                    told += usize::from(found.is_some());
                    assert!(found.is_none_or(|found| found == at.cmp(&place)), "{a} {b} {found:?}");
                }
            }
        }
        assert!(told > 29 * 29, "most pairs are told");
    }

    #[test]
    fn case_marks_and_other_scripts_are_left_to_the_locale() {
        for (a, b) in [("Kota", "kota"), ("Cote", "Côte"), ("浜松", "泉佐野"), ("a_b", "ab")]
        {
            assert_eq!(order(a, b), None, "{a} {b}");
        }
        assert_eq!(order("Bandung", "Bandung"), Some(Ordering::Equal));
    }
}
