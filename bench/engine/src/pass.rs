//! One pass over the columns for each step: a byte for each record says which facets it fails, and
//! those that fail none or one are counted. What good JavaScript does by hand.

use crate::layout::{Codes, Layout};

/// Columns and a byte for each record.
#[derive(Debug)]
pub(crate) struct Pass {
    facets: Vec<Codes>,
    values: Vec<usize>,
    fails: Vec<u8>,
}

impl Pass {
    pub(crate) fn new(len: usize) -> Self {
        Self { facets: Vec::new(), values: Vec::new(), fails: vec![0; len] }
    }
}

fn mark(fails: &mut u8, bit: u8, passes: bool) {
    *fails = if passes { *fails & !bit } else { *fails | bit };
}

/// Counts the values of one record.
fn add(codes: &Codes, record: usize, counts: &mut [u32]) {
    match codes {
        Codes::One(codes) => counts[usize::from(codes[record])] += 1,
        Codes::Several(all) => {
            let mut bits = all[record];
            while bits != 0 {
                counts[bits.trailing_zeros() as usize] += 1;
                bits &= bits - 1;
            }
        }
    }
}

impl Layout for Pass {
    fn facet(&mut self, values: usize, codes: Codes) {
        self.facets.push(codes);
        self.values.push(values);
    }

    fn choose(&mut self, at: usize, values: &[u32]) {
        let bit = 1 << at;
        match &self.facets[at] {
            Codes::One(codes) => {
                let mut table = [values.is_empty(); 256];
                values.iter().for_each(|&value| table[value as usize] = true);
                for (fails, &code) in self.fails.iter_mut().zip(codes) {
                    mark(fails, bit, table[usize::from(code)]);
                }
            }
            Codes::Several(all) => {
                let mask = values.iter().fold(0, |mask, value| mask | 1 << value);
                for (fails, bits) in self.fails.iter_mut().zip(all) {
                    mark(fails, bit, values.is_empty() || bits & mask != 0);
                }
            }
        }
    }

    fn count(&mut self, most: usize) -> Vec<u32> {
        let mut counts: Vec<_> = self.values.iter().map(|&values| vec![0; values]).collect();
        let (mut total, mut ids) = (0, Vec::new());
        for (record, &fails) in self.fails.iter().enumerate() {
            if fails == 0 {
                total += 1;
                if ids.len() < most {
                    ids.push(record as u32);
                }
                for (codes, counts) in self.facets.iter().zip(&mut counts) {
                    add(codes, record, counts);
                }
            } else if fails.is_power_of_two() {
                let at = fails.trailing_zeros() as usize;
                add(&self.facets[at], record, &mut counts[at]);
            }
        }
        let mut out = vec![total, ids.len() as u32];
        out.extend(ids);
        counts.iter().for_each(|counts| out.extend(counts));
        out
    }
}
