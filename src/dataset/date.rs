//! Dates as exact as their source: EDTF (ISO 8601-2:2019) level 0, and of level 1 the mark `?`.
//!
//! In: `2002`, `2022-07`, `2023-01-17`, `2023-07-17/2023-07-22`, `2018-11-02/2018-11-06?`.
//! Out: a [`Date`] that keeps its precision; nothing is ever rounded to a day.

use crate::text::read_number;

/// How exactly a [`Day`] is known.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Precision {
    /// Only the year.
    Year,
    /// Year and month.
    Month,
    /// The day.
    Day,
}

/// A year, a month or a day of the proleptic Gregorian calendar. `month` and `day` are 0 where
/// they are not known, so that the derived order puts `2022` before `2022-07` before `2022-07-01`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Day {
    /// Year, 1 to 9999.
    pub year: u16,
    /// Month, 1 to 12, or 0.
    pub month: u8,
    /// Day of the month, 1 to 31, or 0.
    pub day: u8,
}

/// A date of an event: a day, month or year, or a range of them, perhaps uncertain.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Date {
    /// The first day of a range, or the only one.
    pub start: Day,
    /// The last day of a range; equal to `start` where there is no range.
    pub end: Day,
    /// Whether the source leaves it uncertain (EDTF `?`).
    pub uncertain: bool,
}

impl Day {
    fn parse(text: &[u8]) -> Option<Self> {
        if !matches!(text.len(), 4 | 7 | 10) {
            return None;
        }
        let year = read_number(text.get(..4)?)? as u16;
        let part = |from: usize| match text.get(from..from + 3) {
            Some([b'-', digits @ ..]) => read_number(digits).filter(|&part| part > 0),
            Some(_) => None,
            None => Some(0),
        };
        let (month, day) = (part(4)? as u8, part(7)? as u8);
        Self { year, month, day }.real()
    }

    /// The day, if some calendar has it.
    fn real(self) -> Option<Self> {
        let Self { year, month, day } = self;
        let real = year > 0 && month <= 12 && day <= days_of(year, month);
        real.then_some(self)
    }

    fn write(self, out: &mut String) {
        push_digits(out, self.year, 1000);
        if self.month > 0 {
            out.push('-');
            push_digits(out, self.month.into(), 10);
        }
        if self.day > 0 {
            out.push('-');
            push_digits(out, self.day.into(), 10);
        }
    }

    /// The last day it may mean, for comparing; months count 31 days here.
    const fn latest(self) -> Self {
        Self {
            year: self.year,
            month: if self.month == 0 { 12 } else { self.month },
            day: if self.day == 0 { 31 } else { self.day },
        }
    }

    /// A number of the same order, below 2^23.
    #[must_use]
    pub fn packed(self) -> u32 {
        u32::from(self.year) << 9 | u32::from(self.month) << 5 | u32::from(self.day)
    }

    /// The day of a [`packed`](Self::packed) number; `None` where no calendar has it.
    pub(super) fn unpacked(number: u32) -> Option<Self> {
        let (year, month) = (number >> 9, number >> 5 & 15);
        let day = Self { year: year as u16, month: month as u8, day: number as u8 & 31 };
        // A day without a month would be read as none.
        let whole = year < 10_000 && (day.month > 0 || day.day == 0);
        day.real().filter(|_| whole)
    }

    /// How exactly it is known.
    #[must_use]
    pub const fn precision(self) -> Precision {
        match (self.month, self.day) {
            (0, _) => Precision::Year,
            (_, 0) => Precision::Month,
            _ => Precision::Day,
        }
    }
}

impl Date {
    /// Reads an EDTF date of level 0, or with `?` at its end; `None` for anything else, for days
    /// that no calendar has, and for ranges that end before they begin.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let certain = text.as_bytes().strip_suffix(b"?");
        let days = certain.unwrap_or(text.as_bytes());
        let slash = days.iter().position(|byte| *byte == b'/');
        let (start, end) = match slash {
            Some(at) => (days.get(..at)?, days.get(at + 1..)?),
            None => (days, days),
        };
        Self { start: Day::parse(start)?, end: Day::parse(end)?, uncertain: certain.is_some() }
            .forward()
    }

    /// The date, unless it ends before it begins.
    fn forward(self) -> Option<Self> {
        let forward = self.start.packed() <= self.end.latest().packed();
        forward.then_some(self)
    }

    /// The date of two [`packed`](Day::packed) days; `None` for what is no date.
    pub(super) fn unpacked(start: u32, end: u32, uncertain: bool) -> Option<Self> {
        Self { start: Day::unpacked(start)?, end: Day::unpacked(end)?, uncertain }.forward()
    }

    /// Appends the date as EDTF: what [`parse`](Self::parse) reads.
    pub fn write(self, out: &mut String) {
        self.start.write(out);
        if self.is_range() {
            out.push('/');
            self.end.write(out);
        }
        if self.uncertain {
            out.push('?');
        }
    }

    /// Whether it spans more than one day, month or year as given.
    #[must_use]
    pub fn is_range(self) -> bool {
        self.start != self.end
    }
}

fn push_digits(out: &mut String, number: u16, mut unit: u16) {
    while unit > 0 {
        out.push(char::from(b'0' + (number / unit % 10) as u8));
        unit /= 10;
    }
}

/// Days of a month; 31 where the month is not known.
const fn days_of(year: u16, month: u8) -> u8 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn written(text: &str) -> Option<String> {
        let mut out = String::new();
        Date::parse(text)?.write(&mut out);
        Some(out)
    }

    #[test]
    fn precision_and_doubt_are_kept() {
        for text in [
            "2002",
            "2022-07",
            "2023-01-17",
            "2024-02-29",
            "2000-02-29",
            "2018?",
            "2023-07-17/2023-07-22",
            "2018-11-02/2018-11-06?",
            "2014/2018-05",
            "2022/2022-07",
            "2022-07/2022",
            "0001",
            "9999-12-31",
        ] {
            assert_eq!(written(text).as_deref(), Some(text));
        }
        assert_eq!(written("2014/2014").as_deref(), Some("2014"));
    }

    #[test]
    fn what_no_calendar_has_is_no_date() {
        for text in [
            "",
            "?",
            "/",
            "0000",
            "202",
            "20222",
            "2022-13",
            "2022-00",
            "2022-1",
            "2023-02-29",
            "1900-02-29",
            "2023-04-31",
            "2023-01-00",
            "2023-01-32",
            "2023-01-17-1",
            "17-01-2023",
            "17 Januari 2023",
            "2023/01/17",
            "2023-07-22/2023-07-17",
            "2023-07-17/",
            "/2023",
            "2023-07-17?/2023",
            "2023??",
            "-2023",
            "2023~",
            "2023-XX",
            "２０２３",
            "2023-07-17T10:00",
        ] {
            assert_eq!(Date::parse(text), None, "{text}");
        }
    }

    #[test]
    fn the_order_puts_the_wider_first() {
        let dates = ["2021-12-31", "2022", "2022-07", "2022-07-01", "2022-07-02"];
        assert!(dates.is_sorted_by_key(|text| Date::parse(text)));
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in "[0-9/?-]{0,24}|\\PC{0,12}") {
            if let Some(date) = Date::parse(&text) {
                let mut out = String::new();
                date.write(&mut out);
                prop_assert_eq!(Date::parse(&out), Some(date));
            }
        }
    }
}
