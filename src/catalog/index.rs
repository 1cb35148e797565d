//! The words of the records, folded: what a search looks through.
//!
//! Scanned from end to end by each search, which is right for some thousand words. A faster
//! index takes this module's place without another module noticing.

use super::wording::{Wording, place_names};
use super::{Catalog, RecordId};
use crate::text::{Locale, Numbers, words};

/// One record in which a word stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Posting {
    /// The record.
    pub record: RecordId,
    /// Whether it stands in the title or in a partner's name.
    pub main: bool,
}

/// Every word with the records in which it stands.
#[derive(Debug, Default)]
pub struct Index {
    numbers: Numbers,
    postings: Vec<Vec<Posting>>,
}

impl Index {
    pub(super) fn build(catalog: &Catalog, locale: &dyn Locale) -> Self {
        let mut index = Self::default();
        let places = place_names(catalog.dataset(), locale);
        for number in 0..catalog.len() as u32 {
            let record = RecordId(number);
            let Wording { main, rest } = Wording::of(catalog, record, &places);
            index.add(record, true, &locale.fold(&main));
            index.add(record, false, &locale.fold(&rest));
        }
        index
    }

    /// Adds the words of a folded text. Records come in ascending order, `main` first.
    fn add(&mut self, record: RecordId, main: bool, folded: &str) {
        for (_, word) in words(folded) {
            let next = self.postings.len() as u32;
            let number = self.numbers.get(word).unwrap_or(next);
            if number == next {
                self.numbers.insert(word, next);
                self.postings.push(Vec::new());
            }
            if let Some(postings) = self.postings.get_mut(number as usize)
                && postings.last().is_none_or(|last| last.record != record)
            {
                postings.push(Posting { record, main });
            }
        }
    }

    /// Every word, folded, with its records in ascending order.
    pub fn words(&self) -> impl Iterator<Item = (&str, &[Posting])> {
        let words = self.numbers.entries().iter().zip(&self.postings);
        words.map(|((word, _), postings)| (&**word, postings.as_slice()))
    }
}
