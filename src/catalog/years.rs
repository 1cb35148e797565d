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
        let of: Vec<_> = records.iter().map(ranges).collect();
        let mut years = Vec::new();
        let mut all: Vec<Years> = of.iter().flatten().copied().collect();
        all.sort_unstable();
        for range in merged(all) {
            years.extend(range.from..=range.to);
        }
        Self { years, of }
    }
}

/// The years of the record's dated events, held or announced.
fn ranges(record: &Record) -> Vec<Years> {
    let dates = record.events.iter().filter_map(|event| event.date);
    let mut all: Vec<_> =
        dates.map(|date| Years::between(date.start.year, date.end.year)).collect();
    all.sort_unstable();
    merged(all)
}

/// Joins sorted ranges that touch or overlap.
fn merged(sorted: Vec<Years>) -> Vec<Years> {
    let mut out: Vec<Years> = Vec::new();
    for range in sorted {
        match out.last_mut() {
            Some(last) if range.from <= last.to.saturating_add(1) => {
                last.to = last.to.max(range.to);
            }
            _ => out.push(range),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_that_touch_become_one() {
        let years = |from, to| Years { from, to };
        let joined = merged(vec![
            years(2000, 2005),
            years(2002, 2003),
            years(2006, 2006),
            years(2008, 2009),
        ]);
        assert_eq!(joined, [years(2000, 2006), years(2008, 2009)]);
        assert!(years(2000, 2002).meets(years(2002, 2004)));
        assert!(!years(2000, 2002).meets(years(2003, 2004)));
        assert_eq!(Years::between(2004, 2001), years(2001, 2004));
    }
}
