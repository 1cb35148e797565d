//! From ids to places in a list.

use crate::dataset::Dataset;
use crate::text::Numbers;

/// The numbers of all that is looked up often. Of equal ids the first counts.
#[derive(Debug, Default)]
pub(super) struct Ids {
    pub(super) records: Numbers,
    pub(super) places: Numbers,
    pub(super) organisations: Numbers,
    pub(super) sources: Numbers,
}

impl Ids {
    pub(super) fn of(dataset: &Dataset) -> Self {
        let mut ids = Self::default();
        for (number, record) in (0..).zip(&dataset.records) {
            ids.records.insert(&record.id, number);
        }
        for (number, place) in (0..).zip(&dataset.places) {
            ids.places.insert(&place.id, number);
        }
        for (number, body) in (0..).zip(&dataset.organisations) {
            ids.organisations.insert(&body.id, number);
        }
        for (number, source) in (0..).zip(&dataset.sources) {
            ids.sources.insert(&source.id, number);
        }
        ids
    }
}
