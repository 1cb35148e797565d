//! From a dataset to its catalog, some records at a time.

use super::declared::{Offer, numbers};
use super::facet::Facet;
use super::lists::Lists;
use super::sets::Sets;
use super::years::{UNDATED, years};
use super::{Catalog, Column, PlaceId, Tie};
use crate::dataset::{Brief, Dataset, Ids};

/// A catalog that is being built. It takes in a record in a few microseconds, so that a browser can
/// do other things between two steps.
#[derive(Debug)]
pub struct Builder {
    catalog: Catalog,
    offers: Vec<Offer>,
    years: Column,
    known: Sets,
    brief: Brief,
    own: Vec<u32>,
    /// How many records were looked at.
    next: usize,
    /// How many of them could be read.
    kept: usize,
}

impl Builder {
    /// Begins with a dataset; an empty one is an ordinary input.
    #[must_use]
    pub fn new(dataset: Dataset) -> Self {
        let mut offers = Vec::new();
        for facet in Facet::ALL {
            offers.push(Offer::of(&dataset, facet));
        }
        let mut years = Column::default();
        years.expect(dataset.records.len());
        let catalog = Catalog {
            ids: Ids::of(&dataset),
            dataset,
            columns: Vec::new(),
            values: Vec::new(),
            years: Vec::new(),
            newest: Vec::new(),
            homes: Vec::new(),
            partners: Lists::default(),
            ties: Vec::new(),
            ties_of: Lists::default(),
        };
        let (known, brief) = (Sets::default(), Brief::default());
        Self { catalog, offers, years, known, brief, own: Vec::new(), next: 0, kept: 0 }
    }

    /// Takes in the next records, so many at most.
    pub fn step(&mut self, records: usize) {
        let all = self.catalog.dataset.records.len();
        let end = self.next.saturating_add(records).min(all);
        while self.next < end {
            self.add();
            self.next += 1;
        }
    }

    /// Whether all records are in.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.next >= self.catalog.dataset.records.len()
    }

    /// The catalog. A record that could not be read is left out, and counted as such.
    #[must_use]
    pub fn finish(mut self) -> Catalog {
        self.step(usize::MAX);
        let (mut catalog, len) = (self.catalog, self.kept);
        catalog.dataset.unread += self.next - len;
        catalog.dataset.records.truncate(len);
        for offer in self.offers {
            let (values, column) = offer.settle(len);
            catalog.values.push(values);
            catalog.columns.push(column);
        }
        catalog.years = years(&mut self.years, len);
        catalog.columns.push(self.years);
        catalog
    }

    fn add(&mut self) {
        let Self { catalog, brief, own, .. } = self;
        if !catalog.dataset.records.brief(self.next, &catalog.ids, brief) {
            return;
        }
        catalog.dataset.records.swap(self.next, self.kept);
        self.kept += 1;
        let relation = [brief.relation as u32];
        for (facet, offer) in Facet::ALL.into_iter().zip(&mut self.offers) {
            offer.add(numbers(brief, facet, &relation), own);
        }
        if brief.years.is_empty() {
            brief.years.push(UNDATED);
        }
        self.years.push(&brief.years);
        catalog.newest.push(brief.newest);
        catalog.homes.push(brief.home.map(PlaceId));
        for &partner in &brief.partners {
            catalog.partners.push(PlaceId(partner));
        }
        catalog.partners.end();
        self.tie();
    }

    /// Finds the ties of the record, numbered in the order in which they first come.
    fn tie(&mut self) {
        let Self { catalog, brief, known, .. } = self;
        if let Some(home) = brief.home {
            for &partner in &brief.partners {
                let relation = brief.relation;
                let tie = known.number(&[home, partner, relation as u32]);
                if tie as usize == catalog.ties.len() {
                    let (home, partner) = (PlaceId(home), PlaceId(partner));
                    catalog.ties.push(Tie { home, partner, relation });
                }
                catalog.ties_of.push(tie);
            }
        }
        catalog.ties_of.end();
    }
}
