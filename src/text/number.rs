//! Whole numbers as digits, without the program carrying the general writing of numbers.

/// Writes a whole number without grouping.
#[must_use]
pub fn number(mut value: u32) -> String {
    let mut digits = Vec::new();
    loop {
        digits.push(char::from(b'0' + (value % 10) as u8));
        value /= 10;
        if value == 0 {
            return digits.into_iter().rev().collect();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn digits_stand_in_order() {
        assert_eq!(number(0), "0");
        assert_eq!(number(2025), "2025");
        assert_eq!(number(u32::MAX), "4294967295");
    }
}
