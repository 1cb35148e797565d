//! The years of each record.

use super::Column;
use super::sets::include;
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
}

/// What a record has in the column of the years if all its events are undated.
const UNDATED: u32 = u16::MAX as u32 + 1;

/// Every year in which some record has an event, ascending; and the column of the years, in which
/// the last value is that of the undated records, if there are some.
pub(super) fn years(records: &[Record]) -> (Vec<u16>, Column) {
    let (mut column, mut own) = (Column::default(), Vec::new());
    for record in records {
        own.clear();
        for event in &record.events {
            if let Some(date) = event.date {
                for year in date.start.year..date.end.year + 1 {
                    include(&mut own, year.into());
                }
            }
        }
        if own.is_empty() {
            own.push(UNDATED);
        }
        column.push(&own);
    }
    let mut years = Vec::new();
    for year in column.settle(records.len()) {
        if let Ok(year) = u16::try_from(year) {
            years.push(year);
        }
    }
    (years, column)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_may_be_given_in_any_order() {
        assert_eq!(Years::between(2004, 2001), Years { from: 2001, to: 2004 });
    }
}
