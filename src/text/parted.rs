//! Texts taken apart at a mark, in code that the program carries once.

/// What stands before the first `mark` and what after it; `None` without one. `mark` is an ASCII
/// character.
#[must_use]
#[inline(never)]
pub fn parted(text: &str, mark: u8) -> Option<(&str, &str)> {
    let at = text.bytes().position(|byte| byte == mark)?;
    Some((text.get(..at)?, text.get(at + 1..)?))
}

/// The parts between the marks; one part if there is none. `mark` is an ASCII character.
pub fn parts(text: &str, mark: u8) -> impl Iterator<Item = &str> {
    Parts { rest: Some(text), mark }
}

struct Parts<'a> {
    rest: Option<&'a str>,
    mark: u8,
}

impl<'a> Iterator for Parts<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        let rest = self.rest?;
        match parted(rest, self.mark) {
            Some((part, rest)) => {
                self.rest = Some(rest);
                Some(part)
            }
            None => self.rest.take(),
        }
    }
}

/// What people type before and after words: blanks, also those of Japanese.
const BLANKS: [&str; 4] = [" ", "\u{3000}", "\u{a0}", "\t"];

/// A text without blanks before and after it.
#[must_use]
pub fn trimmed(text: &str) -> &str {
    let mut rest = text;
    loop {
        let before = rest.len();
        for blank in BLANKS {
            rest = rest.strip_prefix(blank).unwrap_or(rest);
            rest = rest.strip_suffix(blank).unwrap_or(rest);
        }
        if rest.len() == before {
            return rest;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{parted, parts, trimmed};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn texts_are_taken_apart_as_the_standard_library_does(text in "[a한,/]{0,8}") {
            prop_assert_eq!(parted(&text, b'/'), text.split_once('/'));
            prop_assert!(parts(&text, b',').eq(text.split(',')));
        }

        #[test]
        fn blanks_go_as_the_standard_library_takes_them(text in "[a한 \u{3000}\u{a0}\t]{0,8}") {
            prop_assert_eq!(trimmed(&text), text.trim());
        }
    }
}
