//! Dates as exact as their source: EDTF (ISO 8601-2:2019) level 0, and of level 1 the mark `?`.
//!
//! In: `2002`, `2022-07`, `2023-01-17`, `2023-07-17/2023-07-22`, `2018-11-02/2018-11-06?`.
//! Out: a [`Date`] that keeps its precision; nothing is ever rounded to a day.

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
    /// Whether it spans more than one day, month or year as given.
    #[must_use]
    pub fn is_range(self) -> bool {
        self.start != self.end
    }
}
