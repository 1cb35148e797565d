//! How a sought word meets a word that is there.

use crate::text::is_unspaced;

/// How well a word was met, from worst to best.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Fit {
    /// With one typo.
    Typo,
    /// As its beginning, or within it where writing has no spaces.
    Prefix,
    /// Wholly.
    Exact,
}

/// Below so many letters a typo could make any word of any other.
const TYPO_FROM: usize = 4;

/// Whether `sought` meets `word`, both folded.
pub(super) fn fit(sought: &str, word: &str) -> Option<Fit> {
    if word.starts_with(sought) {
        let whole = word.len() == sought.len();
        return Some(if whole { Fit::Exact } else { Fit::Prefix });
    }
    if is_unspaced(sought) {
        return place(sought, word, 0).map(|_| Fit::Prefix);
    }
    // Numbers are meant as they are.
    let letters = sought.chars().nth(TYPO_FROM - 1).is_some()
        && !sought.bytes().any(|byte| byte.is_ascii_digit());
    (letters && one_typo(sought, word)).then_some(Fit::Typo)
}

/// The first byte, not before `from`, at which `sought` begins within `word`. Plain and small:
/// words are short.
pub(super) fn place(sought: &str, word: &str, from: usize) -> Option<usize> {
    let word = word.as_bytes();
    (from..word.len()).find(|&at| word.get(at..).is_some_and(|w| w.starts_with(sought.as_bytes())))
}

/// Whether one letter too many, too few or wrong, or two neighbours swapped, parts `sought` from
/// the beginning of `word`. The error must be behind: after it another letter agrees, or the
/// word is at its end. So `seni` does not find `sentra`.
fn one_typo(sought: &str, word: &str) -> bool {
    let (mut sought, mut word) = (sought, word);
    loop {
        let ((a, s_next), (b, w_next)) = (step(sought), step(word));
        if a.is_none() || a != b {
            let ((c, s_last), (d, w_last)) = (step(s_next), step(w_next));
            let swapped = a.is_some() && (a, b) == (d, c) && w_last.starts_with(s_last);
            return behind(s_next, w_next)
                || behind(s_next, word)
                || behind(sought, w_next)
                || swapped;
        }
        (sought, word) = (s_next, w_next);
    }
}

/// The first character and what follows it.
fn step(text: &str) -> (Option<char>, &str) {
    let mut chars = text.chars();
    (chars.next(), chars.as_str())
}

fn behind(sought: &str, word: &str) -> bool {
    word.starts_with(sought) && (!sought.is_empty() || word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exact_before_prefix_before_typo() {
        assert_eq!(fit("bekasi", "bekasi"), Some(Fit::Exact));
        assert_eq!(fit("bek", "bekasi"), Some(Fit::Prefix));
        assert_eq!(fit("bekassi", "bekasi"), Some(Fit::Typo));
        assert!(Fit::Exact > Fit::Prefix && Fit::Prefix > Fit::Typo);
    }

    #[test]
    fn one_typo_of_each_kind_is_forgiven() {
        for typo in [
            "seomgnam",
            "seognam",
            "sieongnam",
            "esongnam",
            "seongnma",
            "seongnamm",
            "seongn",
            "xeongnam",
            "eongnam",
            "seogn",
        ] {
            assert!(fit(typo, "seongnam").is_some(), "{typo}");
        }
        for wrong in ["sengnma", "bandung", "seongnam2", "sonegnam"] {
            assert_eq!(fit(wrong, "seongnam"), None, "{wrong}");
        }
    }

    #[test]
    fn short_words_and_numbers_are_meant_as_they_are() {
        assert_eq!(fit("kta", "kota"), None);
        assert_eq!(fit("2022", "2023"), None);
        assert_eq!(fit("seni", "sentra"), None);
    }

    #[test]
    fn unspaced_writing_is_found_within() {
        assert_eq!(fit("佐野", "泉佐野市"), Some(Fit::Prefix));
        assert_eq!(fit("佐野町", "泉佐野市"), None);
    }

    /// Optimal string alignment: edits of single letters and swaps of neighbours.
    fn distance(a: &[char], b: &[char]) -> usize {
        let mut rows = vec![vec![0; b.len() + 1]; a.len() + 1];
        for i in 0..=a.len() {
            for j in 0..=b.len() {
                rows[i][j] = if i == 0 || j == 0 {
                    i + j
                } else {
                    let changed = usize::from(a[i - 1] != b[j - 1]);
                    let mut best = (rows[i - 1][j] + 1)
                        .min(rows[i][j - 1] + 1)
                        .min(rows[i - 1][j - 1] + changed);
                    if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                        best = best.min(rows[i - 2][j - 2] + 1);
                    }
                    best
                };
            }
        }
        rows[a.len()][b.len()]
    }

    proptest::proptest! {
        #[test]
        fn a_typo_is_one_edit_and_no_more(sought in "[abc]{4,7}", word in "[abc]{1,9}") {
            let (s, w): (Vec<_>, Vec<_>) = (sought.chars().collect(), word.chars().collect());
            let found = fit(&sought, &word).is_some();
            if distance(&s, &w) <= 1 {
                proptest::prop_assert!(found, "a whole word with one typo is found");
            }
            if found {
                let near = (0..=w.len()).any(|end| distance(&s, &w[..end]) <= 1);
                proptest::prop_assert!(near, "what is found begins with one typo at most");
            }
        }
    }
}
