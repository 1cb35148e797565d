//! How wide a text will be: a line in, letter sizes out, without asking a font.

/// Estimated width of a line, in letter sizes, of a plain sans serif; .56 for a letter on average.
/// No font is asked, so that the same picture comes out everywhere.
pub(super) fn width(line: &str) -> f64 {
    line.chars().map(letter).sum()
}

/// Estimated width of a letter, in letter sizes.
fn letter(c: char) -> f64 {
    match c {
        ' ' | '.' | ',' | '\'' | '-' | 'I' | 'f' | 'i' | 'j' | 'l' | 'r' | 't' => 0.36,
        'm' | 'w' | 'M' | 'W' => 0.9,
        'A'..='Z' => 0.7,
        // Korean letters, then Chinese, Japanese and Korean signs.
        '\u{1100}'..='\u{11FF}' | '\u{2E80}'.. => 1.0,
        _ => 0.58,
    }
}

#[cfg(test)]
mod tests {
    use super::width;

    #[test]
    fn wide_scripts_take_their_room() {
        assert_eq!(width("泉佐野市"), 4.0);
        assert_eq!(width("성남시"), 3.0);
        assert!((width("Seongnam") / 8.0 - 0.6).abs() < 0.05);
        assert!(width("Hamamatsu") > width("Izumisano") + 0.3);
    }
}
