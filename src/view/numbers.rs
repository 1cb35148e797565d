//! Reported numbers as they are written in a language.
//!
//! In: a number. Out: `2.400.000` or `2,400,000`; up to three decimals, as given.

use super::phrases;
use crate::text::{Lang, number as digits};

/// A number with its thousands parted.
#[must_use]
pub fn number(lang: Lang, value: f64) -> String {
    let phrases = phrases::of(lang);
    let thousandths = (value.abs() * 1000.0 + 0.5) as u64;
    let mut out = String::new();
    if value < 0.0 {
        out.push('-');
    }
    push_grouped(&mut out, thousandths / 1000, phrases.thousands);
    let fraction = (thousandths % 1000) as u32;
    if fraction > 0 {
        out.push_str(phrases.decimal);
        let digits = three(fraction);
        let digits = digits.strip_suffix("0").unwrap_or(&digits);
        out.push_str(digits.strip_suffix("0").unwrap_or(digits));
    }
    out
}

fn push_grouped(out: &mut String, value: u64, mark: &str) {
    let rest = (value % 1000) as u32;
    if value < 1000 {
        out.push_str(&digits(rest));
        return;
    }
    push_grouped(out, value / 1000, mark);
    out.push_str(mark);
    out.push_str(&three(rest));
}

/// A number below 1000 with all its three digits.
fn three(value: u32) -> String {
    let text = digits(1000 + value);
    text.get(1..).unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_and_decimals_are_parted_as_the_language_does() {
        assert_eq!(number(Lang::Id, 2_400_000.0), "2.400.000");
        assert_eq!(number(Lang::En, 2_400_000.0), "2,400,000");
        assert_eq!(number(Lang::Id, 1002.5), "1.002,5");
        assert_eq!(number(Lang::Ja, 0.125), "0.125");
        assert_eq!(number(Lang::Ko, 30.0), "30");
        assert_eq!(number(Lang::Id, -7.0), "-7");
    }
}
