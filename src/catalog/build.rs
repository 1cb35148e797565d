//! From a dataset to its catalog, column by column.

use super::facet::{Column, Facet};
use super::ids::Ids;
use super::years::YearColumn;
use super::{Catalog, Index, PlaceId, Tie};
use crate::dataset::{Dataset, Day, EventStatus, Record};
use crate::text::Locale;

pub(super) fn build(dataset: Dataset, locale: &dyn Locale) -> Catalog {
    let ids = Ids::of(&dataset);
    let place = |id: &String| ids.places.get(id.as_str()).copied().map(PlaceId);
    let records = &dataset.records;
    let homes: Vec<_> = records.iter().map(|record| place(&record.home)).collect();
    let partners: Vec<_> = records.iter().map(|record| known(record, &place)).collect();
    let mut catalog = Catalog {
        columns: Facet::ALL.map(|facet| Column::build(&dataset, facet, &partners)),
        years: YearColumn::build(records),
        newest: records.iter().map(newest).collect(),
        ties: Vec::new(),
        ties_of: Vec::new(),
        index: Index::default(),
        dataset,
        ids,
        homes,
        partners,
    };
    tie(&mut catalog);
    catalog.index = Index::build(&catalog, locale);
    catalog
}

/// The partners that the dataset knows, each once.
fn known(record: &Record, place: &dyn Fn(&String) -> Option<PlaceId>) -> Vec<PlaceId> {
    let mut out = Vec::new();
    for partner in record.partners.iter().filter_map(place) {
        if !out.contains(&partner) {
            out.push(partner);
        }
    }
    out
}

fn newest(record: &Record) -> Option<Day> {
    let of = |status: EventStatus| {
        let events = record.events.iter().filter(move |event| event.status == status);
        events.filter_map(|event| Some(event.date?.end)).max()
    };
    of(EventStatus::Held).or_else(|| of(EventStatus::Announced))
}

/// Finds the ties of all records, in ascending order.
fn tie(catalog: &mut Catalog) {
    let mut of = Vec::with_capacity(catalog.len());
    let mut all: Vec<Tie> = Vec::new();
    for (number, record) in catalog.dataset.records.iter().enumerate() {
        let home = catalog.homes.get(number).copied().flatten();
        let partners = catalog.partners.get(number).into_iter().flatten();
        let ties = home.into_iter().flat_map(|home| {
            let relation = record.relation;
            partners.clone().map(move |&partner| Tie { home, partner, relation })
        });
        let ties: Vec<_> = ties.collect();
        for &tie in &ties {
            if let Err(at) = all.binary_search(&tie) {
                all.insert(at, tie);
            }
        }
        of.push(ties);
    }
    let number = |tie: &Tie| all.binary_search(tie).ok().map(|number| number as u32);
    catalog.ties_of = of.iter().map(|ties| ties.iter().filter_map(number).collect()).collect();
    catalog.ties = all;
}
