//! The records of a dataset: a list that can be read, added to and thinned out.
//!
//! In: records one by one. Out: each by its number in the list.

use std::cell::OnceCell;

use super::brief::Brief;
use super::{Ids, Place, Record};

/// The records of a dataset, in its order.
#[derive(Clone, Default)]
pub struct Records {
    slots: Vec<Slot>,
}

/// The place of one record.
#[derive(Clone)]
struct Slot {
    record: OnceCell<Box<Record>>,
}

impl Records {
    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.slots.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.slots.is_empty()
    }

    /// Adds a record at the end.
    pub fn push(&mut self, record: Record) {
        self.slots.push(Slot { record: OnceCell::from(Box::new(record)) });
    }

    /// A record by its number; `None` beyond the end.
    #[must_use]
    pub fn get(&self, number: usize) -> Option<&Record> {
        self.slots.get(number)?.record.get().map(|record| &**record)
    }

    /// All of them, in order.
    pub fn iter(&self) -> impl Iterator<Item = &Record> {
        (0..self.len()).filter_map(|number| self.get(number))
    }

    /// The id of a record; empty beyond the end.
    #[must_use]
    pub fn id(&self, number: usize) -> &str {
        self.get(number).map_or("", |record| &record.id)
    }

    /// The id of a record's home, which is one of `places`.
    #[must_use]
    pub fn home<'a>(&'a self, number: usize, _: &'a [Place]) -> &'a str {
        self.get(number).map_or("", |record| &record.home)
    }

    /// Reads what a record is filtered and ordered by; false if it cannot be read.
    pub fn brief(&self, number: usize, ids: &Ids, out: &mut Brief) -> bool {
        let record = self.get(number);
        if let Some(record) = record {
            out.take(record, ids);
        }
        record.is_some()
    }

    /// Keeps those for whose number `keep` is true.
    pub fn retain(&mut self, keep: &mut dyn FnMut(usize) -> bool) {
        let mut number = 0;
        self.slots.retain(|_| {
            number += 1;
            keep(number - 1)
        });
    }
}

impl FromIterator<Record> for Records {
    fn from_iter<I: IntoIterator<Item = Record>>(records: I) -> Self {
        let mut out = Self::default();
        for record in records {
            out.push(record);
        }
        out
    }
}

impl PartialEq for Records {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

impl std::fmt::Debug for Records {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_list().entries(self.iter()).finish()
    }
}
