//! The first records in order.
//!
//! In: a key for each record, and the records that match. Out: the first of them by key, equals by
//! number. Few are sorted; of many the first are picked out of a sequence of all records, which is
//! made once.

use crate::catalog::Bits;

/// All records in one order.
#[derive(Debug, Default)]
pub struct Order {
    keys: Vec<u32>,
    /// All bits in which keys differ.
    used: u32,
    sequence: Vec<u32>,
}

impl Order {
    /// The order by these keys, one for each record; the lowest comes first.
    #[must_use]
    pub fn new(keys: Vec<u32>) -> Self {
        let mut used = 0;
        for pair in keys.windows(2) {
            if let [a, b] = pair {
                used |= a ^ b;
            }
        }
        Self { keys, used, sequence: Vec::new() }
    }

    /// The first `most` of the `total` records that match.
    pub fn first(&mut self, matching: &Bits, total: usize, most: usize) -> Vec<u32> {
        let (len, most) = (self.keys.len(), most.min(total));
        let mut first = Vec::with_capacity(most);
        // The thinner the set, the longer the way to its next one in the sequence. Sorting takes
        // about eight steps for each, and two by a single byte, as a search has it: each of its
        // orders lasts for a word alone.
        if self.used < 256 || (total as u64).pow(2) * 8 <= len as u64 * most as u64 {
            first.extend(matching.iter());
            first = self.sorted(first);
            first.truncate(most);
            return first;
        }
        self.prepare();
        for &number in &self.sequence {
            if first.len() == most {
                break;
            }
            if matching.contains(number) {
                first.push(number);
            }
        }
        first
    }

    /// Puts all records in order, for answers to come.
    pub fn prepare(&mut self) {
        if self.sequence.is_empty() {
            self.sequence = self.sorted((0..self.keys.len() as u32).collect());
        }
    }

    /// Puts ascending numbers in the order of their keys, byte by byte from the lowest.
    fn sorted(&self, mut numbers: Vec<u32>) -> Vec<u32> {
        // Where no key differs nothing is moved.
        let room = if self.used == 0 { 0 } else { numbers.len() };
        let mut next = vec![0; room];
        for shift in [0, 8, 16, 24] {
            if self.used >> shift & 255 == 0 {
                continue;
            }
            let byte = |number: u32| {
                let key = self.keys.get(number as usize).copied().unwrap_or(0);
                (key >> shift) as u8 as usize
            };
            let mut places = [0; 256];
            for &number in &numbers {
                places[byte(number)] += 1;
            }
            let mut place = 0;
            for next in &mut places {
                place += std::mem::replace(next, place);
            }
            for &number in &numbers {
                let place = &mut places[byte(number)];
                if let Some(next) = next.get_mut(*place) {
                    *next = number;
                }
                *place += 1;
            }
            std::mem::swap(&mut numbers, &mut next);
        }
        numbers
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::collection::vec;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_first_are_those_of_the_whole_order(
            keys in vec(prop_oneof![0_u32..4, any::<u32>()], 1..200),
            each in 1_usize..40,
            most in 0_usize..60,
        ) {
            let mut matching = Bits::none(keys.len());
            let mut expected: Vec<u32> = (0..keys.len() as u32).step_by(each).collect();
            expected.iter().for_each(|&number| matching.insert(number));
            let total = expected.len();
            expected.sort_by_key(|&number| keys[number as usize]);
            expected.truncate(most);
            let mut order = Order::new(keys);
            for _ in 0..2 {
                prop_assert_eq!(&order.first(&matching, total, most), &expected);
            }
        }
    }

    #[test]
    fn where_no_key_differs_the_first_are_the_lowest_numbers() {
        let mut order = Order::new(vec![7; 300]);
        order.prepare();
        assert_eq!(order.first(&Bits::all(300), 300, 3), [0, 1, 2]);
        assert!(order.first(&Bits::none(300), 0, 3).is_empty());
    }
}
