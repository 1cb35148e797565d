//! Small sets of values, each kept once.
//!
//! In: sets of numbers, ascending. Out: a number for each different set. Records share their sets
//! (the same two sectors, the same country), so a record needs no more than the number of its set.

/// Sets by their numbers.
#[derive(Debug, Default)]
pub(super) struct Sets {
    items: Vec<u32>,
    /// Where in `items` each set ends.
    ends: Vec<u32>,
    /// At the place that a set's hash names, or after it, the set's number counted from 1; 0 is
    /// free. At least twice as many as sets, a power of two; empty once nothing is added any more.
    slots: Vec<u32>,
    /// The first set that is looked for: those before it are not found again.
    first: u32,
}

impl Sets {
    /// How many sets there are.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The set of a number.
    pub(super) fn get(&self, number: usize) -> &[u32] {
        let start = match number {
            0 => 0,
            _ => self.ends.get(number - 1).copied().unwrap_or(0),
        };
        let end = self.ends.get(number).copied().unwrap_or(start);
        self.items.get(start as usize..end as usize).unwrap_or_default()
    }

    /// From a count for each set to a count for each of `values` values.
    pub(super) fn spread(&self, counts: &[u32], values: usize) -> Vec<u32> {
        let (mut out, mut start) = (zeros(values), 0);
        for (&end, &count) in self.ends.iter().zip(counts) {
            let set = start..end as usize;
            start = set.end;
            if count > 0 {
                for &value in self.items.get(set).unwrap_or_default() {
                    if let Some(out) = out.get_mut(value as usize) {
                        *out += count;
                    }
                }
            }
        }
        out
    }

    /// For each set 1 if it has one of the values for which `chosen` is true, else 0.
    pub(super) fn meet(&self, chosen: &[bool]) -> Vec<u32> {
        let (mut out, mut start) = (zeros(self.len()), 0);
        for (out, &end) in out.iter_mut().zip(&self.ends) {
            let set = start..end as usize;
            start = set.end;
            for &value in self.items.get(set).unwrap_or_default() {
                *out |= u32::from(chosen.get(value as usize).copied().unwrap_or(false));
            }
        }
        out
    }

    /// The number of a set, which is new if it was not there.
    pub(super) fn number(&mut self, set: &[u32]) -> u32 {
        if (self.len() as u32 - self.first) * 2 >= self.slots.len() as u32 {
            self.slots = zeros((self.slots.len() * 2).max(64));
            for number in self.first..self.len() as u32 {
                let slot = self.slot(self.get(number as usize));
                self.take_slot(slot, number);
            }
        }
        let slot = self.slot(set);
        if let Some(number) = self.at(slot) {
            return number;
        }
        let number = self.len() as u32;
        self.items.extend_from_slice(set);
        self.ends.push(self.items.len() as u32);
        self.take_slot(slot, number);
        number
    }

    /// Ends the looking for what is there; later sets get new numbers.
    pub(super) fn seal(&mut self) {
        self.first = self.len() as u32;
        self.slots = Vec::new();
    }

    /// Puts `numbers[item]` in the place of each item.
    pub(super) fn renumber(&mut self, numbers: &[u32]) {
        for item in &mut self.items {
            *item = numbers.get(*item as usize).copied().unwrap_or(*item);
        }
    }

    fn at(&self, slot: usize) -> Option<u32> {
        self.slots.get(slot)?.checked_sub(1)
    }

    fn take_slot(&mut self, slot: usize, number: u32) {
        if let Some(slot) = self.slots.get_mut(slot) {
            *slot = number + 1;
        }
    }

    /// Where the set is, or else the free slot in which it belongs.
    fn slot(&self, set: &[u32]) -> usize {
        let mut slot = hash(set);
        loop {
            slot &= self.slots.len().wrapping_sub(1);
            match self.at(slot) {
                Some(other) if self.get(other as usize) != set => slot += 1,
                _ => return slot,
            }
        }
    }
}

/// That many zeros: one function for all that count.
#[inline(never)]
pub(super) fn zeros(len: usize) -> Vec<u32> {
    vec![0; len]
}

/// Each item is mixed in by a multiplication whose high bits are folded back.
fn hash(set: &[u32]) -> usize {
    let mut hash = 0_u32;
    for item in set {
        hash = (hash ^ item.wrapping_add(1)).wrapping_mul(0x9e37_79b1);
        hash ^= hash >> 15;
    }
    hash as usize
}

#[cfg(test)]
mod tests {
    use super::Sets;
    use proptest::collection::vec;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn equal_sets_have_one_number(all in vec(vec(0_u32..6, 0..4), 0..300)) {
            let mut sets = Sets::default();
            let numbers: Vec<_> = all.iter().map(|set| sets.number(set) as usize).collect();
            for (set, &number) in all.iter().zip(&numbers) {
                prop_assert_eq!(sets.get(number), &**set);
                let first = all.iter().position(|other| other == set);
                prop_assert_eq!(first.map(|first| numbers[first]), Some(number));
            }
            sets.seal();
            for set in &all {
                prop_assert!(sets.number(set) as usize >= numbers.len().min(1));
            }
        }
    }
}
