//! The records of a dataset: a list that can be read, added to and thinned out.
//!
//! In: records one by one, or packed. Out: each by its number in the list; a packed one is read when
//! it is first asked for.

use std::cell::OnceCell;

use super::packed::{Damage, Packed};
use super::{Brief, Dataset, Ids, Record};

/// The records of a dataset, in its order.
#[derive(Clone, Default)]
pub struct Records {
    slots: Vec<Slot>,
    packed: Option<Packed>,
}

/// The place of one record.
#[derive(Clone)]
struct Slot {
    /// Its number in the packed form; [`NONE`] where it was never packed.
    number: u32,
    record: OnceCell<Box<Record>>,
}

/// The number of what is not packed.
const NONE: u32 = u32::MAX;

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
        self.slots.push(Slot { number: NONE, record: OnceCell::from(Box::new(record)) });
    }

    /// A record by its number; `None` beyond the end and where it cannot be read. It is kept.
    #[must_use]
    pub fn get(&self, number: usize) -> Option<&Record> {
        let slot = self.slots.get(number)?;
        if slot.record.get().is_none() {
            let record = self.packed.as_ref()?.record(slot.number)?;
            return Some(slot.record.get_or_init(|| record));
        }
        slot.record.get().map(|record| &**record)
    }

    /// Lets a record be seen, and keeps nothing that was not there before.
    pub fn look(&self, number: usize, see: &mut dyn FnMut(&Record)) {
        let Some(slot) = self.slots.get(number) else { return };
        if let Some(record) = slot.record.get() {
            see(record);
        } else if let Some(record) = self.packed.as_ref().and_then(|all| all.record(slot.number)) {
            see(&record);
        }
    }

    /// All of them, in order.
    pub fn iter(&self) -> impl Iterator<Item = &Record> {
        (0..self.len()).filter_map(|number| self.get(number))
    }

    /// The id of a record; empty beyond the end.
    #[must_use]
    pub fn id(&self, number: usize) -> &str {
        match (self.slots.get(number), &self.packed) {
            (Some(Slot { number, .. }), Some(packed)) if *number != NONE => packed.id(*number),
            (Some(slot), _) => slot.record.get().map_or("", |record| &record.id),
            (None, _) => "",
        }
    }

    /// Reads what a record is filtered and ordered by; false if it cannot be read.
    pub fn brief(&self, number: usize, ids: &Ids, out: &mut Brief) -> bool {
        match (self.slots.get(number), &self.packed) {
            (Some(Slot { number, .. }), Some(packed)) if *number != NONE => {
                packed.brief(*number, out)
            }
            (Some(slot), _) => {
                if let Some(record) = slot.record.get() {
                    out.take(record, ids);
                }
                slot.record.get().is_some()
            }
            (None, _) => false,
        }
    }

    /// The number of a file of details that a record needs and that is not there.
    #[must_use]
    pub fn lacks(&self, number: usize) -> Option<u32> {
        let slot = self.slots.get(number).filter(|slot| slot.number != NONE)?;
        self.packed.as_ref()?.lacks(slot.number)
    }

    /// Puts the record `from` in the place `to`, and that one in its own.
    pub fn swap(&mut self, from: usize, to: usize) {
        if from.max(to) < self.slots.len() {
            self.slots.swap(from, to);
        }
    }

    /// Keeps the first ones alone.
    pub fn truncate(&mut self, len: usize) {
        self.slots.truncate(len);
    }

    /// Takes all records of a packed dataset.
    pub(super) fn unpack(&mut self, packed: Packed) {
        self.slots = Vec::with_capacity(packed.len() as usize);
        for number in 0..packed.len() {
            self.slots.push(Slot { number, record: OnceCell::new() });
        }
        self.packed = Some(packed);
    }

    /// Adds a file of the packed dataset. Gives the lists of the dataset as they are now.
    pub(super) fn learn(&mut self, file: Vec<u8>) -> Result<Dataset, Damage> {
        let Some(packed) = &mut self.packed else { return Err(Damage::NOT_PACKED) };
        packed.add(file)?;
        for slot in &mut self.slots {
            if slot.number != NONE {
                slot.record = OnceCell::new();
            }
        }
        packed.lists()
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
