//! Both: a set of bits for each value, from which what is chosen is made, and columns, in which the
//! records are counted that came or went.

use mitra_kota::catalog::{Bits, Column};

use crate::bitmaps::{Words, sets, union};
use crate::layout::{Codes, Layout};
use crate::product::column;

/// Columns and bitmaps.
#[derive(Debug)]
pub(crate) struct Both {
    all: Words,
    facets: Vec<Facet>,
}

#[derive(Debug)]
struct Facet {
    sets: Vec<Words>,
    column: Column,
    kept: Vec<u32>,
    values: usize,
    chosen: Words,
    base: Bits,
    counts: Vec<u32>,
}

impl Both {
    pub(crate) fn new(len: usize) -> Self {
        Self { all: Bits::all(len).words().to_vec(), facets: Vec::new() }
    }
}

impl Layout for Both {
    fn facet(&mut self, values: usize, codes: Codes) {
        let len = match &codes {
            Codes::One(codes) => codes.len(),
            Codes::Several(codes) => codes.len(),
        };
        let mut column = column(&codes);
        let kept = column.settle(len);
        let sets = sets(values, &codes, self.all.len());
        let (chosen, base) = (self.all.clone(), Bits::all(len));
        let counts = column.totals().to_vec();
        self.facets.push(Facet { sets, column, kept, values, chosen, base, counts });
    }

    fn choose(&mut self, at: usize, values: &[u32]) {
        let facet = &mut self.facets[at];
        facet.chosen = union(&self.all, &facet.sets, values);
    }

    fn count(&mut self, most: usize) -> Vec<u32> {
        let (mut none, mut once) = (self.all.clone(), vec![0; self.all.len()]);
        for facet in &self.facets {
            for ((none, once), part) in none.iter_mut().zip(&mut once).zip(&facet.chosen) {
                *once = *once & part | *none & !part;
                *none &= part;
            }
        }
        let total: u32 = none.iter().map(|word| word.count_ones()).sum();
        let matching = Bits::from(none.clone());
        let mut out = vec![total, total.min(most as u32)];
        out.extend(matching.iter().take(most));
        for facet in &mut self.facets {
            let mut base = none.clone();
            for ((base, once), part) in base.iter_mut().zip(&once).zip(&facet.chosen) {
                *base |= once & !part;
            }
            let base = Bits::from(base);
            facet.column.recount(&facet.base, &base, &mut facet.counts);
            facet.base = base;
            let start = out.len();
            out.resize(start + facet.values, 0);
            for (value, count) in facet.kept.iter().zip(facet.column.spread(&facet.counts)) {
                out[start + *value as usize] = count;
            }
        }
        out
    }
}
