//! A set of bits for each value: every count is an intersection and a count of bits.

use crate::layout::{Codes, Layout};

/// A set of records.
pub(crate) type Words = Vec<u64>;

/// Sets for each facet and value.
#[derive(Debug)]
pub(crate) struct Bitmaps {
    all: Words,
    sets: Vec<Vec<Words>>,
    chosen: Vec<Words>,
}

impl Bitmaps {
    pub(crate) fn new(len: usize) -> Self {
        let mut all = vec![u64::MAX; len.div_ceil(64)];
        if let Some(last) = all.last_mut()
            && !len.is_multiple_of(64)
        {
            *last = (1 << (len % 64)) - 1;
        }
        Self { all, sets: Vec::new(), chosen: Vec::new() }
    }
}

/// The records of each value.
pub(crate) fn sets(values: usize, codes: &Codes, words: usize) -> Vec<Words> {
    let mut sets = vec![vec![0; words]; values];
    codes.each(|record, value| sets[value][record / 64] |= 1 << (record % 64));
    sets
}

/// The records that have one of the values; all if there is none.
pub(crate) fn union(all: &Words, sets: &[Words], values: &[u32]) -> Words {
    if values.is_empty() {
        return all.clone();
    }
    let mut out = vec![0; all.len()];
    for &value in values {
        for (out, word) in out.iter_mut().zip(&sets[value as usize]) {
            *out |= word;
        }
    }
    out
}

fn intersection<'a>(all: &Words, parts: impl Iterator<Item = &'a Words>) -> Words {
    let mut out = all.clone();
    for part in parts {
        for (out, word) in out.iter_mut().zip(part) {
            *out &= word;
        }
    }
    out
}

impl Layout for Bitmaps {
    fn facet(&mut self, values: usize, codes: Codes) {
        self.sets.push(sets(values, &codes, self.all.len()));
        self.chosen.push(self.all.clone());
    }

    fn choose(&mut self, at: usize, values: &[u32]) {
        self.chosen[at] = union(&self.all, &self.sets[at], values);
    }

    fn count(&mut self, most: usize) -> Vec<u32> {
        let matching = intersection(&self.all, self.chosen.iter());
        let total: u32 = matching.iter().map(|word| word.count_ones()).sum();
        let mut out = vec![total, total.min(most as u32)];
        let bits = matching.iter().enumerate().flat_map(|(at, &word)| {
            (0..64).filter(move |bit| word >> bit & 1 == 1).map(move |bit| at as u32 * 64 + bit)
        });
        out.extend(bits.take(most));
        for (at, sets) in self.sets.iter().enumerate() {
            let others = self.chosen.iter().enumerate().filter(|(other, _)| *other != at);
            let base = intersection(&self.all, others.map(|(_, chosen)| chosen));
            for set in sets {
                out.push(set.iter().zip(&base).map(|(a, b)| (a & b).count_ones()).sum());
            }
        }
        out
    }
}
