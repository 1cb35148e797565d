//! Finds the records that have the words sought.

use super::terms::{Fit, fit};
use crate::catalog::{Bits, Catalog, Posting, RecordId};
use crate::text::{Locale, words};

/// What a search has found.
#[derive(Debug)]
pub(super) struct Hits {
    /// The records with all the words.
    pub(super) records: Bits,
    scores: Vec<u32>,
}

impl Hits {
    /// How well a record matches; more is better.
    pub(super) fn score(&self, id: RecordId) -> u32 {
        self.scores.get(id.index()).copied().unwrap_or(0)
    }
}

/// Finds the records that have every word of `q`; `None` if it has no words.
pub(super) fn search(catalog: &Catalog, q: &str, locale: &dyn Locale) -> Option<Hits> {
    let folded = locale.fold(q);
    let mut hits = Hits { records: Bits::all(catalog.len()), scores: vec![0; catalog.len()] };
    let mut any = false;
    for (_, sought) in words(&folded) {
        any = true;
        let best = best(catalog, sought, locale);
        let mut records = Bits::none(catalog.len());
        for ((number, best), score) in (0..).zip(best).zip(&mut hits.scores) {
            if best > 0 {
                records.insert(number);
                *score += best;
            }
        }
        hits.records.keep(&records);
    }
    any.then_some(hits)
}

/// For each record the points of its best word: how it fits first, then where it stands.
fn best(catalog: &Catalog, sought: &str, locale: &dyn Locale) -> Vec<u32> {
    let mut best = vec![0; catalog.len()];
    for (word, postings) in catalog.words(locale).words() {
        let Some(fit) = fit(sought, word) else { continue };
        for Posting { record, main } in postings {
            if let Some(best) = best.get_mut(record.index()) {
                *best = points(fit, *main).max(*best);
            }
        }
    }
    best
}

fn points(fit: Fit, main: bool) -> u32 {
    let fit = match fit {
        Fit::Typo => 1,
        Fit::Prefix => 3,
        Fit::Exact => 5,
    };
    fit + u32::from(main)
}
