//! Fills the column of a facet: first which values the dataset has to offer, then which of them
//! each record has.

use super::facet::{Facet, Value};
use super::sets::include;
use super::{Column, PlaceId};
use crate::dataset::{Dataset, Record, Relation};
use crate::text::{Numbers, joined};

/// The values of a facet that some record has, and their column; `partners` are the partner
/// places of each record. A record has the group of each of its sectors too.
pub(super) fn facet(
    dataset: &Dataset,
    facet: Facet,
    partners: &[Vec<PlaceId>],
) -> (Vec<Value>, Column) {
    let declared = declared(dataset, facet);
    let mut numbers = Numbers::default();
    for (number, value) in (0..).zip(&declared) {
        numbers.insert(&value.id, number);
    }
    let (mut column, mut own) = (Column::default(), Vec::new());
    for (record, partners) in dataset.records.iter().zip(partners) {
        own.clear();
        each_id(dataset, facet, record, partners, &mut |id| {
            if let Some(number) = numbers.get(id)
                && let Some(value) = declared.get(number as usize)
            {
                include(&mut own, number);
                if let Some(parent) = value.parent {
                    include(&mut own, parent as u32);
                }
            }
        });
        column.push(&own);
    }
    let values = occurring(declared, &column.settle(dataset.records.len()));
    (values, column)
}

/// The values of these numbers, their parents numbered anew.
fn occurring(declared: Vec<Value>, kept: &[u32]) -> Vec<Value> {
    let mut out = Vec::with_capacity(kept.len());
    for (number, Value { id, parent }) in (0..).zip(declared) {
        if kept.binary_search(&number).is_ok() {
            let parent = parent.and_then(|parent| kept.binary_search(&(parent as u32)).ok());
            out.push(Value { id, parent });
        }
    }
    out
}

/// The id of a stage in filters and addresses.
fn stage_id(model: &str, stage: &str) -> String {
    joined(&[model, ".", stage])
}

/// The values that the dataset has to offer, in its order.
fn declared(dataset: &Dataset, facet: Facet) -> Vec<Value> {
    let mut out = Vec::new();
    let mut push = |id: &str| out.push(Value { id: id.into(), parent: None });
    match facet {
        Facet::Sector => return sectors(dataset),
        Facet::Country => return countries(dataset),
        Facet::Stage => {
            for model in &dataset.stage_models {
                for stage in &model.stages {
                    push(&stage_id(&model.id, &stage.id));
                }
            }
        }
        Facet::Relation => {
            for relation in Relation::ALL.iter().rev() {
                push(relation.id());
            }
        }
        Facet::Home => {
            for place in &dataset.places {
                push(&place.id);
            }
        }
    }
    out
}

/// The countries of all places, by code.
fn countries(dataset: &Dataset) -> Vec<Value> {
    let mut out: Vec<Value> = Vec::new();
    for place in &dataset.places {
        let at = out.partition_point(|value| value.id < place.country);
        if out.get(at).is_none_or(|value| value.id != place.country) {
            out.insert(at, Value { id: place.country.clone(), parent: None });
        }
    }
    out
}

/// Each group with its sectors after it, then the sectors of no group.
fn sectors(dataset: &Dataset) -> Vec<Value> {
    let mut out = Vec::new();
    for group in &dataset.sector_groups {
        let parent = Some(out.len());
        out.push(Value { id: group.id.clone(), parent: None });
        for sector in &dataset.sectors {
            if sector.group == group.id {
                out.push(Value { id: sector.id.clone(), parent });
            }
        }
    }
    for sector in &dataset.sectors {
        if !dataset.sector_groups.iter().any(|group| group.id == sector.group) {
            out.push(Value { id: sector.id.clone(), parent: None });
        }
    }
    out
}

/// Calls `each` with the values that a record has.
fn each_id(
    dataset: &Dataset,
    facet: Facet,
    record: &Record,
    partners: &[PlaceId],
    each: &mut dyn FnMut(&str),
) {
    match facet {
        Facet::Sector => {
            for id in &record.sectors {
                each(id);
            }
        }
        Facet::Country => {
            for partner in partners {
                each(dataset.places.get(partner.index()).map_or("", |place| &place.country));
            }
        }
        Facet::Stage => {
            if let Some(stage) = &record.stage {
                each(&stage_id(&stage.model, &stage.at));
            }
        }
        Facet::Relation => each(record.relation.id()),
        Facet::Home => each(&record.home),
    }
}
