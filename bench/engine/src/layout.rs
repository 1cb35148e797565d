//! What every layout does, so that they can be measured alike.

use crate::bitmaps::Bitmaps;
use crate::both::Both;
use crate::pass::Pass;
use crate::product::Product;

/// The values of all records in one facet.
#[derive(Clone, Debug)]
pub enum Codes {
    /// One value for each record.
    One(Vec<u8>),
    /// Any of 32 values, as bits.
    Several(Vec<u32>),
}

impl Codes {
    /// Calls `each` with the number of every record and each of its values.
    pub(crate) fn each(&self, mut each: impl FnMut(usize, usize)) {
        match self {
            Self::One(codes) => {
                for (record, &code) in codes.iter().enumerate() {
                    each(record, code.into());
                }
            }
            Self::Several(all) => {
                for (record, &bits) in all.iter().enumerate() {
                    let mut bits = bits;
                    while bits != 0 {
                        each(record, bits.trailing_zeros() as usize);
                        bits &= bits - 1;
                    }
                }
            }
        }
    }
}

/// Records laid out for counting.
pub trait Layout {
    /// Gives the next facet one or several of `values` values for each record.
    fn facet(&mut self, values: usize, codes: Codes);

    /// Chooses values of the facet at place `at`, or takes the choice back if there are none.
    fn choose(&mut self, at: usize, values: &[u32]);

    /// Counts: the total, how many ids follow, the first `most` of them in the order in which the
    /// records were given, and the counts of all values, facet after facet.
    fn count(&mut self, most: usize) -> Vec<u32>;
}

/// A layout by its name: `product`, `pass`, `bitmaps` or `both`, for `len` records.
#[must_use]
pub fn make(name: &str, len: usize) -> Option<Box<dyn Layout>> {
    Some(match name {
        "product" => Box::new(Product::new(len)),
        "pass" => Box::new(Pass::new(len)),
        "bitmaps" => Box::new(Bitmaps::new(len)),
        "both" => Box::new(Both::new(len)),
        _ => return None,
    })
}
