//! From a dataset to its catalog, column by column.

use super::declared::facet;
use super::facet::Facet;
use super::ids::Ids;
use super::sets::Sets;
use super::years::years;
use super::{Catalog, PlaceId, Tie};
use crate::dataset::{Dataset, Day, EventStatus, Record};
use crate::text::Numbers;

pub(super) fn build(dataset: Dataset) -> Catalog {
    let mut catalog = Catalog {
        ids: Ids::of(&dataset),
        dataset,
        columns: Vec::new(),
        values: Vec::new(),
        years: Vec::new(),
        newest: Vec::new(),
        homes: Vec::new(),
        partners: Vec::new(),
        ties: Vec::new(),
        ties_of: Vec::new(),
    };
    for record in &catalog.dataset.records {
        catalog.homes.push(catalog.ids.places.get(&record.home).map(PlaceId));
        catalog.partners.push(known(record, &catalog.ids.places));
        catalog.newest.push(newest(record));
    }
    for of in Facet::ALL {
        let (values, column) = facet(&catalog.dataset, of, &catalog.partners);
        catalog.values.push(values);
        catalog.columns.push(column);
    }
    let (years, column) = years(&catalog.dataset.records);
    catalog.years = years;
    catalog.columns.push(column);
    tie(&mut catalog);
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

/// Finds the ties of all records, in the order in which they first come.
fn tie(catalog: &mut Catalog) {
    let mut known = Sets::default();
    for ((record, home), partners) in
        catalog.dataset.records.iter().zip(&catalog.homes).zip(&catalog.partners)
    {
        let (mut own, relation) = (Vec::new(), record.relation);
        if let &Some(home) = home {
            for &partner in partners {
                let tie = known.number(&[home.0, partner.0, relation as u32]);
                if tie as usize == catalog.ties.len() {
                    catalog.ties.push(Tie { home, partner, relation });
                }
                own.push(tie);
            }
        }
        catalog.ties_of.push(own);
    }
}
