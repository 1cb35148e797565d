//! The years of each record.

use crate::dataset::Record;

/// A range of years, both ends included.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Years {
    /// First year.
    pub from: u16,
    /// Last year.
    pub to: u16,
}

impl Years {
    /// The range between two years, given in any order.
    #[must_use]
    pub fn between(a: u16, b: u16) -> Self {
        Self { from: a.min(b), to: a.max(b) }
    }

    /// Whether the two ranges share a year.
    #[must_use]
    pub fn meets(self, other: Self) -> bool {
        self.from <= other.to && other.from <= self.to
    }
}

/// The years of all records.
#[derive(Debug, Default)]
pub(super) struct YearColumn {
    /// Every year of some record, ascending.
    pub(super) years: Vec<u16>,
    /// For each record its ranges, apart from each other, ascending.
    pub(super) of: Vec<Vec<Years>>,
}

impl YearColumn {
    pub(super) fn build(records: &[Record]) -> Self {
        let (mut out, mut all) = (Self::default(), Vec::new());
        for record in records {
            let ranges = ranges(record);
            for &range in &ranges {
                include(&mut all, range);
            }
            out.of.push(ranges);
        }
        for Years { from, to } in all {
            for year in from..to + 1 {
                out.years.push(year);
            }
        }
        out
    }
}

/// The years of the record's dated events, held or announced.
fn ranges(record: &Record) -> Vec<Years> {
    let mut out = Vec::new();
    for event in &record.events {
        if let Some(date) = event.date {
            include(&mut out, Years::between(date.start.year, date.end.year));
        }
    }
    out
}

/// Adds a range to others that are ascending and apart, and joins what touches or overlaps.
fn include(ranges: &mut Vec<Years>, mut range: Years) {
    let mut at = 0;
    while let Some(&other) = ranges.get(at) {
        if other.to.saturating_add(1) < range.from {
            at += 1;
        } else if other.from <= range.to.saturating_add(1) {
            range = Years { from: range.from.min(other.from), to: range.to.max(other.to) };
            ranges.remove(at);
        } else {
            break;
        }
    }
    ranges.insert(at, range);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_that_touch_become_one() {
        let years = |from, to| Years { from, to };
        let mut joined = Vec::new();
        for (from, to) in [(2006, 2006), (2000, 2003), (2008, 2009), (2002, 2005), (2003, 2004)] {
            include(&mut joined, years(from, to));
        }
        assert_eq!(joined, [years(2000, 2006), years(2008, 2009)]);
        assert!(years(2000, 2002).meets(years(2002, 2004)));
        assert!(!years(2000, 2002).meets(years(2003, 2004)));
        assert_eq!(Years::between(2004, 2001), years(2001, 2004));
    }
}
