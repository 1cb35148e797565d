//! What is shipped: a set of values for each record, and the counts of the last step.

use mitra_kota::catalog::Column;
use mitra_kota::query::{Order, Tally};

use crate::layout::{Codes, Layout};

/// The engine of the widget, over columns that come ready-made.
#[derive(Debug)]
pub(crate) struct Product {
    len: usize,
    columns: Vec<Column>,
    /// For each column and each value that some record has, its number outside.
    kept: Vec<Vec<u32>>,
    /// How many values each column has outside.
    values: Vec<usize>,
    tally: Option<Tally>,
    order: Order,
}

impl Product {
    pub(crate) fn new(len: usize) -> Self {
        let order = Order::new(vec![0; len]);
        let (columns, kept, values) = (Vec::new(), Vec::new(), Vec::new());
        Self { len, columns, kept, values, tally: None, order }
    }
}

/// The column of these codes.
pub(crate) fn column(codes: &Codes) -> Column {
    let records = match codes {
        Codes::One(codes) => codes.len(),
        Codes::Several(all) => all.len(),
    };
    let mut column = Column::default();
    column.expect(records);
    match codes {
        Codes::One(codes) => {
            for &code in codes {
                column.push(&[code.into()]);
            }
        }
        Codes::Several(all) => {
            let mut own = Vec::new();
            for bits in all {
                own.clear();
                own.extend((0..32).filter(|bit| bits >> bit & 1 == 1));
                column.push(&own);
            }
        }
    }
    column
}

impl Layout for Product {
    fn facet(&mut self, values: usize, codes: Codes) {
        let mut column = column(&codes);
        self.kept.push(column.settle(self.len));
        self.columns.push(column);
        self.values.push(values);
    }

    fn choose(&mut self, at: usize, values: &[u32]) {
        let tally = self.tally.get_or_insert_with(|| Tally::new(&self.columns, self.len));
        let mut chosen = Vec::new();
        for value in &self.kept[at] {
            chosen.push(values.contains(value));
        }
        tally.choose(&self.columns, at, (!values.is_empty()).then_some(&*chosen));
    }

    fn count(&mut self, most: usize) -> Vec<u32> {
        let tally = self.tally.get_or_insert_with(|| Tally::new(&self.columns, self.len));
        tally.count(&self.columns);
        let matching = tally.matching();
        let total = matching.count();
        let ids = self.order.first(matching, total as usize, most);
        let mut out = vec![total, ids.len() as u32];
        out.extend(ids);
        for (at, values) in self.values.iter().enumerate() {
            let start = out.len();
            out.resize(start + values, 0);
            for (value, count) in self.kept[at].iter().zip(tally.counts(at)) {
                out[start + *value as usize] = *count;
            }
        }
        out
    }
}
