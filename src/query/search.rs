//! Finds the records that have the words sought.
//!
//! In: a catalog, a text. Out: the records in which all its words stand. The words of the records are
//! gathered in small steps, the first when something is sought, the others as there is time: until
//! all are there, what is found is found among the first records.

use crate::catalog::{Bits, Catalog, Index};
use crate::text::{Locale, words};

/// How many records are gathered at once when something is sought.
const AT_ONCE: u32 = 512;

/// The words gathered so far, and what was found last.
#[derive(Debug, Default)]
pub(super) struct Search {
    index: Index,
    hits: Option<Hits>,
    /// How many records had been read when that was found.
    among: u32,
}

impl Search {
    /// What was found last; `None` if no words were sought.
    pub(super) fn hits(&self) -> Option<&Hits> {
        self.hits.as_ref()
    }

    /// Gathers the words of some more records.
    pub(super) fn gather(&mut self, catalog: &Catalog, locale: &dyn Locale, records: u32) {
        self.index.grow(catalog, locale, records);
    }

    /// How many records were gathered.
    pub(super) fn gathered(&self) -> u32 {
        self.index.read()
    }

    /// Whether so much was gathered since, twice as much or all, that it is worth seeking again.
    pub(super) fn outgrown(&self, catalog: &Catalog) -> bool {
        let read = self.index.read();
        self.hits.is_some()
            && read > self.among
            && (read / 2 >= self.among || read == catalog.len() as u32)
    }

    /// Seeks `q`, which may have `changed`; false if what was found stays.
    pub(super) fn seek(
        &mut self,
        catalog: &Catalog,
        q: &str,
        changed: bool,
        locale: &dyn Locale,
    ) -> bool {
        if !changed && (self.hits.is_none() || self.among == self.index.read()) {
            return false;
        }
        let folded = locale.fold(q);
        self.hits = None;
        if words(&folded).next().is_some() {
            while self.index.read() < AT_ONCE.min(catalog.len() as u32) {
                self.index.grow(catalog, locale, AT_ONCE);
            }
            self.hits = find(&self.index, catalog.len(), &folded);
        }
        self.among = self.index.read();
        true
    }
}

/// What a search has found.
#[derive(Debug)]
pub(super) struct Hits {
    /// The records with all the words.
    pub(super) records: Bits,
    scores: Vec<u8>,
}

impl Hits {
    /// For each record a number below 256: the lower, the better it matches.
    pub(super) fn keys(&self) -> Vec<u32> {
        let mut keys = Vec::with_capacity(self.scores.len());
        for score in &self.scores {
            keys.push(u32::from(!score));
        }
        keys
    }
}

/// Finds those of `len` records that have every word of a folded text; `None` if it has no words.
#[inline(never)] // It travels in a later module.
fn find(index: &Index, len: usize, folded: &str) -> Option<Hits> {
    let mut scores: Option<Vec<u8>> = None;
    for (_, sought) in words(folded) {
        let mut points = vec![0; len];
        // How a word fits comes first, then where it stands.
        index.find(sought, &mut |postings, fit| {
            let rest = 1 + fit as u8 * 2;
            postings.raise(&mut points, rest + 1, rest);
        });
        match &mut scores {
            Some(scores) => add(scores, &points),
            None => scores = Some(points),
        }
    }
    let scores = scores?;
    Some(Hits { records: Bits::above_zero(&scores), scores })
}

/// Adds the points of one more word; without any, a record is out.
fn add(scores: &mut [u8], points: &[u8]) {
    for (score, &points) in scores.iter_mut().zip(points) {
        *score = if *score > 0 && points > 0 { score.saturating_add(points) } else { 0 };
    }
}
