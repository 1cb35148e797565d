//! What a word is when searching. Works on folded text: lower case, without diacritics.

/// The words of a folded text, with the byte at which each begins. Writing without spaces
/// (Japanese, Chinese) and Korean make words of their own, apart from letters beside them.
pub fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let (start, word) = next_word(text, at)?;
        at = start + word.len();
        Some((start, word))
    })
}

/// The first word that does not begin before the byte `from`.
fn next_word(text: &str, from: usize) -> Option<(usize, &str)> {
    let (mut start, mut end, mut own) = (from, from, Script::None);
    for c in text.get(from..)?.chars() {
        let script = script(c);
        if own == Script::None {
            (start, own) = (end, script);
        } else if script != own {
            break;
        }
        end += c.len_utf8();
    }
    if own == Script::None { None } else { Some((start, text.get(start..end)?)) }
}

/// Whether a word is sought inside others, not only at their beginning: Han, kana, Hangul.
#[must_use]
pub fn is_unspaced(word: &str) -> bool {
    word.chars().next().is_some_and(|c| script(c) == Script::Unspaced)
}

/// The first byte, not before `from`, at which `sought` begins within `word`. Plain and small:
/// words are short.
#[must_use]
pub fn place(sought: &str, word: &str, from: usize) -> Option<usize> {
    let word = word.as_bytes();
    (from..word.len()).find(|&at| word.get(at..).is_some_and(|w| w.starts_with(sought.as_bytes())))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Script {
    None,
    Spaced,
    Unspaced,
}

/// What a folded character is part of. Folding has turned full-width forms into plain ones and
/// syllables of Hangul into their letters; the ranges are those of Unicode's blocks.
fn script(c: char) -> Script {
    match c {
        'a'..='z' | '0'..='9' | 'A'..='Z' => Script::Spaced,
        '\u{1100}'..='\u{11ff}'
        | '\u{3005}'..='\u{3007}'
        | '\u{3041}'..='\u{309f}'
        | '\u{30a1}'..='\u{30fa}'
        | '\u{30fc}'..='\u{a4cf}'
        | '\u{ac00}'..='\u{d7ff}'
        | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{3ffff}' => Script::Unspaced,
        '\0'..='\u{bf}'
        | '\u{d7}'
        | '\u{f7}'
        | '\u{2000}'..='\u{206f}'
        | '\u{3000}'..='\u{303f}'
        | '\u{30a0}'..='\u{30ff}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}'
        | '\u{ff00}'..='\u{ff0f}'
        | '\u{fff0}'..='\u{ffff}' => Script::None,
        _ => Script::Spaced,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Vec<(usize, &str)> {
        words(text).collect()
    }

    #[test]
    fn punctuation_and_scripts_part_words() {
        assert_eq!(of("193/1652/puod"), [(0, "193"), (4, "1652"), (9, "puod")]);
        assert_eq!(of(" kota (bekasi) – "), [(1, "kota"), (7, "bekasi")]);
        assert_eq!(of("mou泉佐野市・大阪"), [(0, "mou"), (3, "泉佐野市"), (18, "大阪")]);
        assert_eq!(of("łódź"), [(0, "łódź")]);
        assert_eq!(of(" –・ "), []);
        assert_eq!(of(""), []);
    }

    #[test]
    fn japanese_and_korean_are_unspaced() {
        assert!(is_unspaced("スポーツ") && is_unspaced("성남") && is_unspaced("泉"));
        assert!(!is_unspaced("bekasi") && !is_unspaced(""));
    }
}
