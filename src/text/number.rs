//! Whole numbers as digits, without the program carrying the general writing of numbers.

/// Writes a whole number without grouping.
#[must_use]
pub fn number(value: u32) -> String {
    let mut out = String::new();
    push_number(&mut out, value);
    out
}

/// Appends a whole number without grouping.
pub fn push_number(out: &mut String, value: u32) {
    if value >= 10 {
        push_number(out, value / 10);
    }
    out.push(char::from(b'0' + (value % 10) as u8));
}

/// The whole number of a text that is digits and nothing else, nine at most.
#[must_use]
pub fn read_number(digits: &[u8]) -> Option<u32> {
    if !matches!(digits.len(), 1..=9) {
        return None;
    }
    let mut value = 0;
    for digit in digits {
        value = value * 10 + u32::from(digit.checked_sub(b'0').filter(|digit| *digit < 10)?);
    }
    Some(value)
}

#[cfg(test)]
mod tests {
    use super::{number, read_number};

    #[test]
    fn digits_stand_in_order() {
        assert_eq!(number(0), "0");
        assert_eq!(number(2025), "2025");
        assert_eq!(number(u32::MAX), "4294967295");
    }

    #[test]
    fn digits_alone_are_a_number() {
        assert_eq!(read_number(b"0450"), Some(450));
        assert_eq!(read_number(b"999999999"), Some(999_999_999));
        for text in ["", "+1", "-1", "1a", " 1", "1000000000", "١"] {
            assert_eq!(read_number(text.as_bytes()), None, "{text}");
        }
    }
}
