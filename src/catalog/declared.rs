//! What the dataset has to offer in each facet.
//!
//! In: a dataset, then what records have, as numbers in its lists. Out: the values that some record
//! has, and their column.

use super::Column;
use super::facet::{Facet, Value};
use crate::dataset::{Brief, Dataset, Relation, include};
use crate::text::joined;

/// A facet while its column is filled.
#[derive(Debug, Default)]
pub(super) struct Offer {
    /// All values that the dataset has to offer, in its order.
    values: Vec<Value>,
    /// For each number that a [`Brief`] may name in this facet, the place of its value.
    places: Vec<u32>,
    column: Column,
}

impl Offer {
    /// What a dataset offers in a facet; no record has been added.
    pub(super) fn of(dataset: &Dataset, facet: Facet) -> Self {
        let mut offer = Self::default();
        offer.column.expect(dataset.records.len());
        match facet {
            Facet::Sector => offer.sectors(dataset),
            Facet::Country => offer.countries(dataset),
            Facet::Stage => {
                for model in &dataset.stage_models {
                    for stage in &model.stages {
                        offer.push(&joined(&[&model.id, ".", &stage.id]));
                    }
                }
            }
            Facet::Relation => {
                for relation in Relation::ALL.iter().rev() {
                    offer.push(relation.id());
                }
                offer.places.reverse();
            }
            Facet::Home => {
                for place in &dataset.places {
                    offer.push(&place.id);
                }
            }
        }
        offer
    }

    fn push(&mut self, id: &str) {
        self.places.push(self.values.len() as u32);
        self.values.push(Value { id: id.into(), parent: None });
    }

    /// The countries of all places, by code.
    fn countries(&mut self, dataset: &Dataset) {
        let values = &mut self.values;
        let place_of = |values: &[Value], code: &str| values.partition_point(|v| *v.id < *code);
        for place in &dataset.places {
            let at = place_of(values, &place.country);
            if values.get(at).is_none_or(|value| value.id != place.country) {
                values.insert(at, Value { id: place.country.clone(), parent: None });
            }
        }
        for place in &dataset.places {
            self.places.push(place_of(values, &place.country) as u32);
        }
    }

    /// Each group with its sectors after it, then the sectors of no group.
    fn sectors(&mut self, dataset: &Dataset) {
        self.places = vec![u32::MAX; dataset.sectors.len()];
        for group in &dataset.sector_groups {
            let parent = self.values.len();
            self.values.push(Value { id: group.id.clone(), parent: None });
            for (sector, place) in dataset.sectors.iter().zip(&mut self.places) {
                if sector.group == group.id {
                    *place = self.values.len() as u32;
                    self.values.push(Value { id: sector.id.clone(), parent: Some(parent) });
                }
            }
        }
        for (sector, place) in dataset.sectors.iter().zip(&mut self.places) {
            if *place == u32::MAX {
                *place = self.values.len() as u32;
                self.values.push(Value { id: sector.id.clone(), parent: None });
            }
        }
    }

    /// Adds the next record, which has these numbers in this facet. With a sector it has its group.
    pub(super) fn add(&mut self, numbers: &[u32], own: &mut Vec<u32>) {
        own.clear();
        for &number in numbers {
            if let Some(&place) = self.places.get(number as usize)
                && let Some(value) = self.values.get(place as usize)
            {
                include(own, place);
                if let Some(parent) = value.parent {
                    include(own, parent as u32);
                }
            }
        }
        self.column.push(own);
    }

    /// The values that some of the `len` records added have, their parents numbered anew.
    pub(super) fn settle(mut self, len: usize) -> (Vec<Value>, Column) {
        let kept = self.column.settle(len);
        let mut out = Vec::with_capacity(kept.len());
        for (number, Value { id, parent }) in (0..).zip(self.values) {
            if kept.binary_search(&number).is_ok() {
                let parent = parent.and_then(|parent| kept.binary_search(&(parent as u32)).ok());
                out.push(Value { id, parent });
            }
        }
        (out, self.column)
    }
}

/// What a record has in a facet.
pub(super) fn numbers<'a>(brief: &'a Brief, facet: Facet, relation: &'a [u32; 1]) -> &'a [u32] {
    match facet {
        Facet::Sector => &brief.sectors,
        Facet::Country => &brief.partners,
        Facet::Stage => brief.stage.as_slice(),
        Facet::Relation => relation,
        Facet::Home => brief.home.as_slice(),
    }
}
