//! JSON numbers to `f64` without the standard library's float reader, which weighs more in a
//! browser than the rest of this module tree.
//!
//! In: the text of a number that the JSON grammar allows. Out: its value: exact where the digits
//! fit 53 bits and the power of ten is at most 22 either way (every coordinate and figure an
//! officer writes), else within a few units in the last place.

const EXACT_MANTISSA: u64 = 1 << 53;
const EXACT_POWER: u32 = 22;
/// Beyond this every number is 0 or infinite.
const MAX_EXPONENT: i32 = 400;

/// Beyond this no exponent changes the value any more.
const ENDLESS: i32 = 1_000_000;

/// The value of a JSON number. Infinite where it is too large for an `f64`.
pub(super) fn value(text: &str) -> f64 {
    let (mut mantissa, mut power, mut fraction) = (0_u64, 0, 0);
    let (mut exponent, mut sign) = (0, 0);
    for &byte in text.as_bytes() {
        let digit = byte.wrapping_sub(b'0');
        match byte {
            b'.' => fraction = 1,
            b'e' | b'E' => sign = 1,
            b'-' => sign = -sign,
            _ if digit > 9 => {}
            _ if sign != 0 => exponent = ENDLESS.min(exponent * 10 + i32::from(digit)),
            _ if mantissa < EXACT_MANTISSA => {
                mantissa = mantissa * 10 + u64::from(digit);
                power -= fraction;
            }
            _ => power += 1 - fraction,
        }
    }
    let size = scale(mantissa, power + sign * exponent);
    if text.as_bytes().first() == Some(&b'-') { -size } else { size }
}

/// Clinger's fast path where it holds: one exact operand, one exact power, one rounding.
fn scale(mantissa: u64, power: i32) -> f64 {
    let mut value = mantissa as f64;
    let mut left = power.clamp(-MAX_EXPONENT, MAX_EXPONENT).unsigned_abs();
    while left > 0 {
        let step = left.min(EXACT_POWER);
        let mut ten = 1.0;
        for _ in 0..step {
            ten *= 10.0;
        }
        value = if power < 0 { value / ten } else { value * ten };
        left -= step;
    }
    value
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::value;

    #[test]
    fn zero_keeps_its_sign_and_giants_their_size() {
        assert!(value("-0").is_sign_negative());
        assert_eq!(value("0e999999999999"), 0.0);
        assert_eq!(value("1e999999999999"), f64::INFINITY);
        assert_eq!(value("1e-999999999999"), 0.0);
        assert_eq!(value("-2E2"), -200.0);
    }

    proptest! {
        #[test]
        fn what_officers_write_is_exact(whole in -999_999_999_i64..1_000_000_000, parts in "[0-9]{0,6}") {
            let text = if parts.is_empty() { whole.to_string() } else { format!("{whole}.{parts}") };
            prop_assert_eq!(value(&text).to_bits(), text.parse::<f64>().unwrap().to_bits());
        }

        #[test]
        fn any_other_number_is_close(exact in any::<f64>().prop_filter("finite", |x| x.is_normal())) {
            let close = value(&format!("{exact:e}"));
            prop_assert!(((close - exact) / exact).abs() < 1e-14, "{} read as {}", exact, close);
        }
    }
}
