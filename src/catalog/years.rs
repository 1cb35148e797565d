//! The years of the records.

use super::Column;

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
pub(super) const UNDATED: u32 = u16::MAX as u32 + 1;

/// Every year in which some record has an event, ascending, once the column of the years is full: in
/// it the last value is then that of the undated records, if there are some.
pub(super) fn years(column: &mut Column, records: usize) -> Vec<u16> {
    let mut years = Vec::new();
    for year in column.settle(records) {
        if let Ok(year) = u16::try_from(year) {
            years.push(year);
        }
    }
    years
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_may_be_given_in_any_order() {
        assert_eq!(Years::between(2004, 2001), Years { from: 2001, to: 2004 });
    }
}
