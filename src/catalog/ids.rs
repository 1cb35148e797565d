//! From ids to places in a list.

use std::collections::BTreeMap;

use crate::dataset::Dataset;

/// Numbers by name.
pub(super) type Numbers = BTreeMap<Box<str>, u32>;

/// The numbers of all that is looked up often. Of equal ids the first counts.
#[derive(Debug)]
pub(super) struct Ids {
    pub(super) records: Numbers,
    pub(super) places: Numbers,
    pub(super) organisations: Numbers,
    pub(super) sources: Numbers,
}

impl Ids {
    pub(super) fn of(dataset: &Dataset) -> Self {
        Self {
            records: numbers(dataset.records.iter().map(|record| record.id.as_str())),
            places: numbers(dataset.places.iter().map(|place| place.id.as_str())),
            organisations: numbers(dataset.organisations.iter().map(|body| body.id.as_str())),
            sources: numbers(dataset.sources.iter().map(|source| source.id.as_str())),
        }
    }
}

/// The place of each id in its list; of equal ids the first.
pub(super) fn numbers<'a>(ids: impl Iterator<Item = &'a str>) -> Numbers {
    let mut out = Numbers::new();
    for (number, id) in (0..).zip(ids) {
        if !out.contains_key(id) {
            out.insert(id.into(), number);
        }
    }
    out
}
