//! The engine over columns that come ready-made, as a packed dataset would bring them.

use mitra_kota::catalog::{Column, YEARS};
use mitra_kota::query::{Order, Tally};
use wasm_bindgen::prelude::wasm_bindgen;

/// How many columns the product has.
const COLUMNS: usize = YEARS + 1;

/// The engine with its records.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Engine {
    columns: [Column; COLUMNS],
    /// For each column and each value that some record has, its number outside.
    kept: [Vec<u32>; COLUMNS],
    /// How many values each column has outside.
    values: [usize; COLUMNS],
    tally: Option<Tally>,
    order: Order,
    len: usize,
}

#[wasm_bindgen]
impl Engine {
    /// An engine for `len` records.
    #[wasm_bindgen(constructor)]
    pub fn new(len: usize) -> Self {
        Self {
            columns: Default::default(),
            kept: Default::default(),
            values: Default::default(),
            tally: None,
            order: Order::new(vec![0; len]),
            len,
        }
    }

    /// Gives column `at` one of `values` values for each record.
    pub fn one(&mut self, at: usize, values: usize, codes: &[u8]) {
        let mut own = Vec::new();
        for &code in codes {
            own.clear();
            own.push(u32::from(code));
            self.columns[at].push(&own);
        }
        self.settle(at, values);
    }

    /// Gives column `at` any of `values` values for each record, as bits.
    pub fn several(&mut self, at: usize, values: usize, bits: &[u32]) {
        let mut own = Vec::new();
        for &bits in bits {
            own.clear();
            own.extend((0..32).filter(|bit| bits >> bit & 1 == 1));
            self.columns[at].push(&own);
        }
        self.settle(at, values);
    }

    fn settle(&mut self, at: usize, values: usize) {
        self.kept[at] = self.columns[at].settle(self.len);
        self.values[at] = values;
    }

    /// Chooses values of column `at`, or takes the choice back if there are none.
    pub fn choose(&mut self, at: usize, values: &[u32]) {
        let tally = self.tally.get_or_insert_with(|| Tally::new(&self.columns, self.len));
        let mut chosen = Vec::new();
        for value in &self.kept[at] {
            chosen.push(values.contains(value));
        }
        tally.choose(&self.columns, at, (!values.is_empty()).then_some(&*chosen));
    }

    /// Counts: the total, how many ids follow, the first `most` of them (in the order in which the
    /// records were given), and the counts of all values, column after column.
    pub fn count(&mut self, most: usize) -> Vec<u32> {
        let tally = self.tally.get_or_insert_with(|| Tally::new(&self.columns, self.len));
        tally.count(&self.columns);
        let matching = tally.matching();
        let total = matching.count();
        let ids = self.order.first(matching, total as usize, most);
        let mut out = vec![total, ids.len() as u32];
        out.extend(ids);
        for at in 0..COLUMNS {
            let start = out.len();
            out.resize(start + self.values[at], 0);
            for (value, count) in self.kept[at].iter().zip(tally.counts(at)) {
                out[start + *value as usize] = *count;
            }
        }
        out
    }
}
