//! What the records have in one facet.
//!
//! In: the values of each record. Out: for values that are chosen, the records that have one of
//! them; for a set of records, how many have each value.

use super::Bits;
use super::sets::{Sets, zeros};

/// The values of all records in one facet. A record has a set of values, and of each different set
/// there is but one: a record with three values, or with a value and its group, costs no more
/// than any other.
#[derive(Debug, Default)]
pub struct Column {
    sets: Sets,
    blocks: Vec<Block>,
    /// How many records there is room for.
    room: usize,
    /// For each set, how many records have it.
    totals: Vec<u32>,
    /// For each value, how many records have it.
    sizes: Vec<u32>,
}

/// A stretch of records with few enough sets to name them by 16 bits.
#[derive(Debug)]
struct Block {
    /// The word of [`Bits`] that its first record has the lowest bit of.
    word: usize,
    /// The number of its first set.
    first: usize,
    /// For each record the number of its set, from the first one on.
    codes: Vec<u16>,
}

/// How many sets the records of a block may have between them.
const SETS: usize = 1 << 16;
/// As many records as a word of [`Bits`] has.
const WORD: usize = 64;

impl Column {
    /// Makes room for so many records: what a module's memory has grown by, it never gives back.
    pub fn expect(&mut self, records: usize) {
        self.room = records;
    }

    /// Adds the next record; `values` ascending, each once.
    pub fn push(&mut self, values: &[u32]) {
        if let Some(&last) = values.last()
            && last as usize >= self.sizes.len()
        {
            self.sizes.resize(last as usize + 1, 0);
        }
        let word = self.blocks.last().map_or(0, |block| {
            let full = self.sets.len() + WORD > block.first + SETS;
            let whole = full && block.codes.len().is_multiple_of(WORD);
            if whole { block.word + block.codes.len() / WORD } else { usize::MAX }
        });
        if word != usize::MAX {
            self.sets.seal();
            let codes = Vec::with_capacity(self.room.saturating_sub(word * WORD));
            self.blocks.push(Block { word, first: self.sets.len(), codes });
        }
        let set = self.sets.number(values) as usize;
        if let Some(block) = self.blocks.last_mut() {
            block.codes.push((set - block.first) as u16);
        }
    }

    /// Ends the adding of `len` records, counts, and drops the values that no record has: the
    /// others move up. Gives for each value that is left the number it was pushed with, ascending.
    pub fn settle(&mut self, len: usize) -> Vec<u32> {
        self.sets.seal();
        let mut totals = zeros(self.sets.len());
        self.recount(&Bits::none(len), &Bits::all(len), &mut totals);
        let sizes = self.spread(&totals);
        self.totals = totals;
        self.sizes = Vec::new();
        let (mut kept, mut numbers) = (Vec::new(), Vec::new());
        for (value, size) in (0..).zip(sizes) {
            numbers.push(kept.len() as u32);
            if size > 0 {
                kept.push(value);
                self.sizes.push(size);
            }
        }
        self.sets.renumber(&numbers);
        kept
    }

    /// For each value how many records have it.
    #[must_use]
    pub fn sizes(&self) -> &[u32] {
        &self.sizes
    }

    /// For each set of values how many records have it.
    #[must_use]
    pub fn totals(&self) -> &[u32] {
        &self.totals
    }

    /// The records that have one of the values for which `chosen` is true, among `len` records.
    #[must_use]
    pub fn select(&self, chosen: &[bool], len: usize) -> Bits {
        let met = self.sets.meet(chosen);
        let mut out = Bits::none(len);
        for Block { word, first, codes } in &self.blocks {
            let met = met.get(*first..).unwrap_or_default();
            let words = out.words_mut().get_mut(*word..).unwrap_or_default();
            for (codes, word) in codes.chunks(WORD).zip(words) {
                let mut bits = 0;
                for &code in codes.iter().rev() {
                    bits = bits << 1 | u64::from(met.get(code as usize).copied().unwrap_or(0));
                }
                *word = bits;
            }
        }
        out
    }

    /// Brings `counts`, one for each set, from the records in `from` to the records in `to`: only
    /// those that are in one of both alone are looked at.
    pub fn recount(&self, from: &Bits, to: &Bits, counts: &mut [u32]) {
        for Block { word, first, codes } in &self.blocks {
            let counts = counts.get_mut(*first..).unwrap_or_default();
            let from = from.words().get(*word..).unwrap_or_default();
            let to = to.words().get(*word..).unwrap_or_default();
            for ((codes, &from), &to) in codes.chunks(WORD).zip(from).zip(to) {
                let mut changed = from ^ to;
                while changed != 0 {
                    let bit = changed.trailing_zeros();
                    changed &= changed - 1;
                    let came = (to >> bit & 1) as u32;
                    if let Some(&code) = codes.get(bit as usize)
                        && let Some(count) = counts.get_mut(code as usize)
                    {
                        *count = count.wrapping_add(came * 2).wrapping_sub(1);
                    }
                }
            }
        }
    }

    /// From a count for each set to a count for each value.
    #[must_use]
    pub fn spread(&self, counts: &[u32]) -> Vec<u32> {
        self.sets.spread(counts, self.sizes.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_sets_than_a_block_names_are_still_told_apart() {
        let mut column = Column::default();
        let records = 2 * SETS + 1000;
        for number in 0..records as u32 {
            let mut values = vec![7, number % 300, 300 + number / 300];
            values.sort_unstable();
            values.dedup();
            column.push(&values);
        }
        let kept = column.settle(records);
        assert!(column.blocks.len() == 3 && kept.len() == 300 + records.div_ceil(300));
        let mut chosen = vec![false; kept.len()];
        chosen[310] = true;
        let found = column.select(&chosen, records);
        assert!(found.iter().eq(3000..3300));
        let mut counts = column.totals().to_vec();
        column.recount(&Bits::all(records), &found, &mut counts);
        let counts = column.spread(&counts);
        assert_eq!((counts[310], counts[7], counts[8], counts[311]), (300, 300, 1, 0));
    }
}
