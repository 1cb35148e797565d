//! How many records there are for every value, kept from one filter to the next.
//!
//! In: columns, and what is chosen in each. Out: the records that match, and for every value how
//! many there would be with it alone chosen in its column. Only what a change moved is counted: of
//! each column the records that came or went.

use crate::catalog::{Bits, Column};

/// Choices and their counts. All calls belong to the same columns.
#[derive(Debug)]
pub struct Tally {
    len: usize,
    found: Option<Bits>,
    matching: Bits,
    sides: Vec<Side>,
    /// A bit for each column whose choice changed since the last count, and one for the search.
    changed: u32,
}

/// One column's part of it.
#[derive(Debug)]
struct Side {
    /// The records that the choice leaves.
    chosen: Option<Bits>,
    /// The records that all other choices leave: those that are counted.
    base: Bits,
    /// For each set of values, how many records of the base have it.
    counts: Vec<u32>,
    /// The same for each value.
    values: Vec<u32>,
}

impl Tally {
    /// Nothing chosen of `len` records.
    #[must_use]
    pub fn new(columns: &[Column], len: usize) -> Self {
        let mut sides = Vec::with_capacity(columns.len());
        for column in columns {
            sides.push(Side {
                chosen: None,
                base: Bits::all(len),
                counts: column.totals().to_vec(),
                values: column.sizes().to_vec(),
            });
        }
        Self { len, found: None, matching: Bits::all(len), sides, changed: 0 }
    }

    /// Narrows everything to the records that a search found, or takes that back.
    pub fn search(&mut self, found: Option<Bits>) {
        self.found = found;
        self.changed |= 1 << 31;
    }

    /// Chooses the values of the column at place `at` for which `values` is true, or takes the
    /// choice back.
    pub fn choose(&mut self, columns: &[Column], at: usize, values: Option<&[bool]>) {
        if let (Some(side), Some(column)) = (self.sides.get_mut(at), columns.get(at)) {
            side.chosen = values.map(|values| column.select(values, self.len));
            self.changed |= 1 << at;
        }
    }

    /// Counts what the changes since the last time have moved.
    pub fn count(&mut self, columns: &[Column]) {
        let changed = std::mem::take(&mut self.changed);
        if changed == 0 {
            return;
        }
        let mut matching = self.found.clone().unwrap_or_else(|| Bits::all(self.len));
        let mut once = Bits::none(self.len);
        for side in &self.sides {
            if let Some(chosen) = &side.chosen {
                matching.sift(&mut once, chosen);
            }
        }
        for (at, (side, column)) in self.sides.iter_mut().zip(columns).enumerate() {
            // A column's counts do not know its own choice.
            if changed != 1 << at && !column.sizes().is_empty() {
                let mut base = matching.clone();
                if let Some(chosen) = &side.chosen {
                    base.restore(&once, chosen);
                }
                side.count(column, base);
            }
        }
        self.matching = matching;
    }

    /// The records that match.
    #[must_use]
    pub fn matching(&self) -> &Bits {
        &self.matching
    }

    /// The counts of the values of the column at place `at`.
    #[must_use]
    pub fn counts(&self, at: usize) -> &[u32] {
        self.sides.get(at).map_or(&[], |side| &side.values)
    }
}

impl Side {
    fn count(&mut self, column: &Column, base: Bits) {
        column.recount(&self.base, &base, &mut self.counts);
        self.values = column.spread(&self.counts);
        self.base = base;
    }
}
