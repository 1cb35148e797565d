//! Dates in words, exactly as precise as their source.
//!
//! In: a language and a [`Date`]. Out: `24 Juli 2025`, `17–22 July 2023`, `2022年7月`, `2002`.

use super::phrases;
use crate::dataset::{Date, Day, Precision};
use crate::markup::{Element, el};
use crate::text::{Lang, number, parted, parts};

/// A date in words.
#[must_use]
pub fn date(lang: Lang, date: Date) -> String {
    let Date { start, end, .. } = date;
    let mut out = String::new();
    match lang {
        Lang::Id | Lang::En => push_western(&mut out, lang, start, end),
        Lang::Ja => push_eastern(&mut out, ["年", "月", "日", "～"], start, end),
        Lang::Ko => push_eastern(&mut out, ["년 ", "월 ", "일", "~"], start, end),
    }
    out
}

/// A date as an element, which says a real day in the form that machines read.
pub(crate) fn time(lang: Lang, when: Date) -> Element {
    let mut machine = String::new();
    let exact = !when.is_range() && !when.uncertain && when.start.precision() == Precision::Day;
    let element = if exact {
        when.write(&mut machine);
        el("time").with("datetime", machine)
    } else {
        el("span")
    };
    element.text(date(lang, when))
}

/// How many of year and month both ends share, as long as the second says more than that.
fn shared(start: Day, end: Day) -> u8 {
    if start.precision() != end.precision() || start.year != end.year || start.month == 0 {
        0
    } else if start.month != end.month || start.day == 0 {
        1
    } else {
        2
    }
}

/// Day, month, year; what both ends share stands once, at the end.
fn push_western(out: &mut String, lang: Lang, start: Day, end: Day) {
    if start != end {
        let shared = shared(start, end);
        let year = if shared > 0 { 0 } else { start.year };
        let month = if shared > 1 { 0 } else { start.month };
        push_words(out, lang, Day { year, month, ..start });
        let plain = start.precision() == end.precision() && parted(out, b' ').is_none();
        out.push_str(if plain { "–" } else { " – " });
    }
    push_words(out, lang, end);
}

fn push_words(out: &mut String, lang: Lang, day: Day) {
    let months = phrases::of(lang).months;
    let month = parts(months, b' ').nth(usize::from(day.month).wrapping_sub(1)).unwrap_or("");
    let days = if day.day > 0 { number(day.day.into()) } else { String::new() };
    let year = if day.year > 0 { number(day.year.into()) } else { String::new() };
    let from = out.len();
    for part in [days.as_str(), month, year.as_str()] {
        if !part.is_empty() {
            if out.len() > from {
                out.push(' ');
            }
            out.push_str(part);
        }
    }
}

/// Year, month, day; what the second end shares with the first is left out of it.
fn push_eastern(out: &mut String, marks: [&str; 4], start: Day, end: Day) {
    push_marked(out, marks, start);
    if start != end {
        let shared = shared(start, end);
        let year = if shared > 0 { 0 } else { end.year };
        let month = if shared > 1 { 0 } else { end.month };
        let [.., to] = marks;
        out.push_str(to);
        push_marked(out, marks, Day { year, month, ..end });
    }
}

fn push_marked(out: &mut String, marks: [&str; 4], day: Day) {
    for (value, mark) in [day.year, day.month.into(), day.day.into()].into_iter().zip(marks) {
        if value > 0 {
            out.push_str(&number(value.into()));
            out.push_str(mark);
        }
    }
    if out.ends_with(' ') {
        out.pop();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str) -> [String; 4] {
        let when = Date::parse(text).expect("a date");
        Lang::ALL.map(|lang| date(lang, when))
    }

    #[test]
    fn a_date_is_as_exact_as_its_source() {
        assert_eq!(all("2002"), ["2002", "2002", "2002年", "2002년"]);
        assert_eq!(all("2022-07"), ["Juli 2022", "July 2022", "2022年7月", "2022년 7월"]);
        assert_eq!(
            all("2025-07-24"),
            ["24 Juli 2025", "24 July 2025", "2025年7月24日", "2025년 7월 24일"]
        );
    }

    #[test]
    fn what_both_ends_of_a_range_share_stands_once() {
        assert_eq!(
            all("2018-11-02/2018-11-06?"),
            ["2–6 November 2018", "2–6 November 2018", "2018年11月2日～6日", "2018년 11월 2일~6일"]
        );
        let [id, _, ja, ko] = all("2023-07-30/2023-08-02");
        assert_eq!(
            [&*id, &ja, &ko],
            ["30 Juli – 2 Agustus 2023", "2023年7月30日～8月2日", "2023년 7월 30일~8월 2일"]
        );
        let [id, _, ja, _] = all("2022-12-30/2023-01-02");
        assert_eq!(
            [&*id, &ja],
            ["30 Desember 2022 – 2 Januari 2023", "2022年12月30日～2023年1月2日"]
        );
        let [id, en, ja, _] = all("2022-07/2022-09");
        assert_eq!(
            [&*id, &en, &ja],
            ["Juli–September 2022", "July–September 2022", "2022年7月～9月"]
        );
        assert_eq!(all("2014/2018"), ["2014–2018", "2014–2018", "2014年～2018年", "2014년~2018년"]);
        assert_eq!(all("2014/2018-05")[0], "2014 – Mei 2018");
        assert_eq!(all("2022-07/2022")[2], "2022年7月～2022年");
    }

    #[test]
    fn only_a_real_day_is_told_to_machines() {
        let tag = |text| time(Lang::Id, Date::parse(text).expect("a date")).tag;
        assert_eq!(tag("2025-07-24"), "time");
        assert_eq!([tag("2022-07"), tag("2018-11-02?"), tag("2023-07-17/2023-07-22")], ["span"; 3]);
    }
}
