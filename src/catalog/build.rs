//! From a dataset to its catalog, column by column.

use super::facet::{Column, Facet};
use super::ids::Ids;
use super::years::YearColumn;
use super::{Catalog, Index, PlaceId, RecordId, Tie};
use crate::dataset::{Dataset, Day, EventStatus, Record};
use crate::text::{Locale, Numbers};

pub(super) fn build(dataset: Dataset, locale: &dyn Locale) -> Catalog {
    let mut catalog = Catalog {
        ids: Ids::of(&dataset),
        dataset,
        columns: Default::default(),
        years: YearColumn::default(),
        newest: Vec::new(),
        homes: Vec::new(),
        partners: Vec::new(),
        ties: Vec::new(),
        ties_of: Vec::new(),
        index: Index::default(),
    };
    for record in &catalog.dataset.records {
        catalog.homes.push(catalog.ids.places.get(&record.home).map(PlaceId));
        catalog.partners.push(known(record, &catalog.ids.places));
        catalog.newest.push(newest(record));
    }
    for (column, facet) in catalog.columns.iter_mut().zip(Facet::ALL) {
        *column = Column::build(&catalog.dataset, facet, &catalog.partners);
    }
    catalog.years = YearColumn::build(&catalog.dataset.records);
    tie(&mut catalog);
    catalog.index = Index::build(&catalog, locale);
    catalog
}

/// The partners that the dataset knows, each once.
fn known(record: &Record, places: &Numbers) -> Vec<PlaceId> {
    let mut out = Vec::new();
    for partner in &record.partners {
        if let Some(partner) = places.get(partner).map(PlaceId)
            && !out.contains(&partner)
        {
            out.push(partner);
        }
    }
    out
}

/// The newest day of the events held, or else of those announced.
fn newest(record: &Record) -> Option<Day> {
    let (mut newest, mut rank) = (None, 0);
    for event in &record.events {
        if let Some(date) = event.date {
            let held = u32::from(event.status == EventStatus::Held);
            let own = held << 31 | date.end.packed();
            if own > rank {
                (newest, rank) = (Some(date.end), own);
            }
        }
    }
    newest
}

/// Finds the ties of all records, in ascending order.
fn tie(catalog: &mut Catalog) {
    let mut of: Vec<Vec<Tie>> = Vec::with_capacity(catalog.len());
    for number in 0..catalog.len() as u32 {
        let ties = ties_of(catalog, RecordId(number));
        for &tie in &ties {
            if let Err(at) = catalog.ties.binary_search(&tie) {
                catalog.ties.insert(at, tie);
            }
        }
        of.push(ties);
    }
    for ties in of {
        let mut numbers = Vec::with_capacity(ties.len());
        for tie in ties {
            numbers.push(catalog.ties.partition_point(|other| *other < tie) as u32);
        }
        catalog.ties_of.push(numbers);
    }
}

fn ties_of(catalog: &Catalog, id: RecordId) -> Vec<Tie> {
    let mut out = Vec::new();
    if let (Some(home), Some(record)) = (catalog.home_of(id), catalog.record(id)) {
        for &partner in catalog.partners_of(id) {
            out.push(Tie { home, partner, relation: record.relation });
        }
    }
    out
}
