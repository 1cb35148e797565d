//! Numbers by name.
//!
//! In: names, each with a number. Out: the number of a name. A table of hashes, and the only index
//! by name there is: the trees and tables of the standard library weigh ten times as much.

/// Numbers by name, in the order in which they came.
#[derive(Clone, Debug, Default)]
pub struct Numbers {
    entries: Vec<(Box<str>, u32)>,
    /// At the place that a name's hash names, or after it, the entry's place counted from 1; 0 is
    /// free. At least twice as many as entries, a power of two.
    slots: Vec<u32>,
}

impl Numbers {
    /// The number of a name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<u32> {
        Some(self.entry(self.slot(name))?.1)
    }

    /// Adds a name; one that is there keeps its number.
    pub fn insert(&mut self, name: &str, number: u32) {
        if self.get(name).is_some() {
            return;
        }
        self.entries.push((name.into(), number));
        if self.entries.len() * 2 > self.slots.len() {
            self.slots = vec![0; (self.slots.len() * 2).max(32)];
            for place in 0..self.entries.len() {
                self.take_slot(place);
            }
        } else {
            self.take_slot(self.entries.len() - 1);
        }
    }

    /// The names and their numbers.
    #[must_use]
    pub fn entries(&self) -> &[(Box<str>, u32)] {
        &self.entries
    }

    fn take_slot(&mut self, place: usize) {
        let Some((name, _)) = self.entries.get(place) else { return };
        let slot = self.slot(name);
        if let Some(slot) = self.slots.get_mut(slot) {
            *slot = place as u32 + 1;
        }
    }

    /// Where the name is, or else the free slot in which it belongs.
    fn slot(&self, name: &str) -> usize {
        let mut slot = hash(name);
        loop {
            slot &= self.slots.len().wrapping_sub(1);
            match self.entry(slot) {
                Some((other, _)) if **other != *name => slot += 1,
                _ => return slot,
            }
        }
    }

    fn entry(&self, slot: usize) -> Option<&(Box<str>, u32)> {
        let place = *self.slots.get(slot)? as usize;
        self.entries.get(place.checked_sub(1)?)
    }
}

/// FNV-1a, 32 bits.
fn hash(name: &str) -> usize {
    let mut hash = 0x811c_9dc5_u32;
    for byte in name.bytes() {
        hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    }
    hash as usize
}

#[cfg(test)]
mod tests {
    use super::Numbers;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_name_has_the_number_it_first_got(names in prop::collection::vec("[ab]{0,6}", 0..200)) {
            let mut numbers = Numbers::default();
            prop_assert_eq!(numbers.get(""), None);
            for (number, name) in (0..).zip(&names) {
                numbers.insert(name, number);
            }
            for name in &names {
                let first = names.iter().position(|other| other == name);
                prop_assert_eq!(numbers.get(name).map(|number| number as usize), first);
            }
            prop_assert_eq!(numbers.get("c"), None);
            let numbers: Vec<_> = numbers.entries().iter().map(|(_, number)| *number).collect();
            prop_assert!(numbers.is_sorted());
        }
    }
}
