//! The form that a filter takes in the address, behind the `#`.
//!
//! In and out: `q=kota&sector=education,sports&year=2018-2025&sort=partner`, readable and the same
//! for the same filter in every version. Several widgets and the host share one address: the
//! parts of a widget with a prefix are `PREFIX.key=value`, and nobody's other parts are touched.
//! Reading never fails; what is not understood is passed over.

use super::{Facet, Filter, Sort, Years};
use crate::text::{parted, parts, push_number, read_number};

/// The keys of the whole state, the filter's and those of the view: what is ours in an address
/// when there is no prefix.
const KEYS: [&str; 12] = [
    "q", "sector", "country", "stage", "relation", "home", "year", "undated", "sort", "record",
    "lang", "map",
];

/// Writes a filter behind what `out` already holds; nothing for the default.
pub fn write(filter: &Filter, out: &mut String) {
    if !filter.q.is_empty() {
        push_pair(out, "q", &filter.q);
    }
    for facet in Facet::ALL {
        if let Some((first, others)) = filter.chosen(facet).split_first() {
            push_pair(out, facet.key(), first);
            for id in others {
                out.push(',');
                encode(out, id);
            }
        }
    }
    if let Some(years) = filter.years {
        push_pair(out, "year", "");
        push_number(out, years.from.into());
        if years.from != years.to {
            out.push('-');
            push_number(out, years.to.into());
        }
    }
    if filter.undated {
        push_pair(out, "undated", "1");
    }
    if let Some(sort) = filter.sort {
        push_pair(out, "sort", sort.key());
    }
}

/// Reads a filter from our parts of an address, as [`extract`] gives them. Of a key that comes
/// twice the last one counts.
#[must_use]
pub fn read(ours: &str) -> Filter {
    let mut filter = Filter::default();
    for (key, value) in raw_pairs(ours) {
        if let Some(facet) = Facet::from_key(key) {
            filter.chosen_mut(facet).clear();
            for id in parts(value, b',') {
                filter.choose(facet, &decode(id));
            }
            continue;
        }
        let value = decode(value);
        match key {
            "q" => filter.q = value,
            "year" => filter.years = read_years(&value),
            "undated" => filter.undated = value == "1",
            "sort" => filter.sort = Sort::from_key(&value),
            _ => {}
        }
    }
    filter
}

/// The pairs of our parts with their values decoded. A part without `=` has an empty value.
pub fn pairs(ours: &str) -> impl Iterator<Item = (&str, String)> {
    raw_pairs(ours).map(|(key, value)| (key, decode(value)))
}

/// Adds a pair, the value encoded; `key` must need no encoding.
pub fn push_pair(out: &mut String, key: &str, value: &str) {
    if !out.is_empty() {
        out.push('&');
    }
    out.push_str(key);
    out.push('=');
    encode(out, value);
}

/// Our parts of an address, without the prefix. `hash` is what stands behind the `#`; a further `#` in
/// it is a letter of somebody else's part.
#[must_use]
pub fn extract(hash: &str, prefix: &str) -> String {
    let mut out = String::new();
    for part in entries(hash).filter_map(|part| own(part, prefix)) {
        push_part(&mut out, "", part);
    }
    out
}

/// The address with `ours` (without the prefix) in the place of our former parts; everything
/// else stays as it was, in front. Both as for [`extract`].
#[must_use]
pub fn merge(old: &str, prefix: &str, ours: &str) -> String {
    let mut out = String::new();
    for part in entries(old).filter(|part| own(part, prefix).is_none()) {
        push_part(&mut out, "", part);
    }
    for part in entries(ours) {
        push_part(&mut out, prefix, part);
    }
    out
}

fn push_part(out: &mut String, prefix: &str, part: &str) {
    if !out.is_empty() {
        out.push('&');
    }
    if !prefix.is_empty() {
        out.push_str(prefix);
        out.push('.');
    }
    out.push_str(part);
}

/// A part without the prefix, if it is ours.
fn own<'a>(part: &'a str, prefix: &str) -> Option<&'a str> {
    if prefix.is_empty() {
        let (key, _) = parted(part, b'=')?;
        return KEYS.contains(&key).then_some(part);
    }
    part.strip_prefix(prefix)?.strip_prefix('.')
}

fn entries(hash: &str) -> impl Iterator<Item = &str> {
    parts(hash, b'&').filter(|part| !part.is_empty())
}

fn raw_pairs(ours: &str) -> impl Iterator<Item = (&str, &str)> {
    entries(ours).map(|part| parted(part, b'=').unwrap_or((part, "")))
}

/// `2018-2025`, in any order, or `2018`.
fn read_years(value: &str) -> Option<Years> {
    let (from, to) = parted(value, b'-').unwrap_or((value, value));
    Some(Years::between(year(from)?, year(to)?))
}

fn year(digits: &str) -> Option<u16> {
    read_number(digits.as_bytes())?.try_into().ok()
}

/// Writes a value so that it stays readable: letters of all languages as they are, a space as `+`.
fn encode(out: &mut String, value: &str) {
    for c in value.chars() {
        match c {
            ' ' => out.push('+'),
            'a'..='z' | 'A'..='Z' | '-'..=':' | '_' | '~' | '@' => out.push(c),
            // Invisible ones could be lost or could turn the direction of the text.
            '\0'..='\u{a0}'
            | '\u{ad}'
            | '\u{61c}'
            | '\u{200b}'..='\u{206f}'
            | '\u{2000}'..='\u{200a}'
            | '\u{3000}'
            | '\u{feff}'
            | '\u{fff0}'..='\u{ffff}' => escape(out, c),
            _ => out.push(c),
        }
    }
}

fn escape(out: &mut String, c: char) {
    let digit = |nibble: u8| char::from(if nibble < 10 { b'0' } else { b'A' - 10 } + nibble);
    for byte in c.encode_utf8(&mut [0; 4]).bytes() {
        out.push('%');
        out.push(digit(byte >> 4));
        out.push(digit(byte & 15));
    }
}

/// Undoes [`encode`]. A `%` without two hexadecimal digits is a percent sign; a value that is no
/// UTF-8 is passed over as empty.
fn decode(value: &str) -> String {
    let mut out = Vec::with_capacity(value.len());
    let mut rest = value.as_bytes();
    while let [first, others @ ..] = rest {
        rest = others;
        out.push(match (first, others) {
            (b'+', _) => b' ',
            (b'%', [high, low, behind @ ..]) => match (nibble(*high), nibble(*low)) {
                (Some(high), Some(low)) => {
                    rest = behind;
                    high << 4 | low
                }
                _ => b'%',
            },
            _ => *first,
        });
    }
    String::from_utf8(out).unwrap_or_default()
}

fn nibble(digit: u8) -> Option<u8> {
    (digit as char).to_digit(16).map(|value| value as u8)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(filter: &Filter) -> String {
        let mut out = String::new();
        write(filter, &mut out);
        out
    }

    #[test]
    fn an_address_can_be_read_by_people() {
        let filter = Filter {
            q: "kota 泉佐野 & 50%".into(),
            sector: vec!["education".into(), "sports".into()],
            stage: vec!["ksdpl-2020.exploration".into()],
            years: Some(Years::between(2025, 2018)),
            undated: true,
            sort: Some(Sort::Partner),
            ..Filter::default()
        };
        assert_eq!(
            written(&filter),
            "q=kota+泉佐野+%26+50%25&sector=education,sports&stage=ksdpl-2020.exploration\
             &year=2018-2025&undated=1&sort=partner"
        );
        assert_eq!(written(&Filter::default()), "");
        let one = Filter { years: Some(Years::between(2002, 2002)), ..Filter::default() };
        assert_eq!(written(&one), "year=2002");
    }

    #[test]
    fn what_is_not_understood_is_passed_over() {
        let filter = read("section&q=a%2Bb%&sort=best&year=soon&sector=,b,a,,b&undated=yes&=&x");
        let expected =
            Filter { q: "a+b%".into(), sector: vec!["a".into(), "b".into()], ..Filter::default() };
        assert_eq!(filter, expected);
        assert_eq!(read("q=%E6%B3%89").q, "泉");
        assert_eq!(read("q=%E6%B3&home=a").q, "");
    }

    #[test]
    fn nobody_elses_parts_are_touched() {
        let old = "#/page&a.q=x&b.q=y&q=z&utm=1";
        assert_eq!(
            merge(old, "a", "q=new&sort=partner"),
            "#/page&b.q=y&q=z&utm=1&a.q=new&a.sort=partner"
        );
        assert_eq!(merge(old, "", ""), "#/page&a.q=x&b.q=y&utm=1");
        assert_eq!(extract(old, "b"), "q=y");
        assert_eq!(extract(old, ""), "q=z");
        assert_eq!(merge("", "", "record=r1"), "record=r1");
    }

    #[test]
    fn the_views_own_keys_come_through() {
        let mut ours = written(&Filter { q: "a".into(), ..Filter::default() });
        push_pair(&mut ours, "record", "bekasi-seongnam");
        push_pair(&mut ours, "map", "12000.-600.35");
        assert_eq!(ours, "q=a&record=bekasi-seongnam&map=12000.-600.35");
        let found: Vec<_> = pairs(&ours).filter(|(key, _)| *key != "q").collect();
        assert_eq!(found, [("record", "bekasi-seongnam".into()), ("map", "12000.-600.35".into())]);
    }
}
