//! Lengths in SVG attributes: numbers in, digits out, without the program carrying the general
//! writing of floats.

use crate::geo::Pixel;
use crate::map::Transform;

/// Writes a length with one digit after the point; a tenth of a pixel is finer than any screen.
pub(super) fn push(out: &mut String, length: f64) {
    push_places(out, length, 1);
}

/// Writes two lengths with a blank between them.
pub(super) fn push_point(out: &mut String, point: Pixel) {
    push(out, point.x);
    out.push(' ');
    push(out, point.y);
}

/// A length as an attribute's value.
pub(super) fn px(length: f64) -> String {
    let mut out = String::new();
    push(&mut out, length);
    out
}

/// What moves and stretches a box about its middle, in the words of a style sheet.
#[must_use]
pub fn matrix(by: Transform) -> String {
    let mut out = String::from("matrix(");
    for (number, places, after) in
        [(by.scale, 5, ",0,0,"), (by.scale, 5, ","), (by.x, 2, ","), (by.y, 2, ")")]
    {
        push_places(&mut out, number, places);
        out.push_str(after);
    }
    out
}

/// Writes a number with up to `places` digits after the point, rounded, without zeros at the end.
/// What is no number or beyond all screens is written as 0.
pub(super) fn push_places(out: &mut String, number: f64, places: u32) {
    let unit = 10_i64.pow(places);
    let scaled = (number * unit as f64 + 0.5).floor();
    let whole = if scaled.abs() < 1e15 { scaled as i64 } else { 0 };
    if whole < 0 {
        out.push('-');
    }
    push_digits(out, (whole / unit).unsigned_abs(), 1);
    let (mut rest, mut width) = ((whole % unit).unsigned_abs(), places as usize);
    if rest > 0 {
        while rest % 10 == 0 {
            rest /= 10;
            width -= 1;
        }
        out.push('.');
        push_digits(out, rest, width);
    }
}

/// Writes at least `width` digits.
fn push_digits(out: &mut String, number: u64, width: usize) {
    if number > 9 || width > 1 {
        push_digits(out, number / 10, width.saturating_sub(1));
    }
    out.push(char::from(b'0' + (number % 10) as u8));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_have_at_most_one_digit_after_the_point() {
        assert_eq!(px(12.0), "12");
        assert_eq!(px(-0.04), "0");
        assert_eq!(px(-3.26), "-3.3");
        assert_eq!(px(99.95), "100");
        assert_eq!(px(f64::NAN), "0");
    }

    #[test]
    fn small_scales_keep_their_zeros() {
        let mut out = String::new();
        push_places(&mut out, 0.050_25, 6);
        assert_eq!(out, "0.05025");
    }
}
