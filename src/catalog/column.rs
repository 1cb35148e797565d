//! Fills the column of a facet: first which values there are, then which records have them.

use super::facet::{Column, Facet, Value};
use super::{Bits, PlaceId};
use crate::dataset::{Dataset, Record, Relation};
use crate::text::{Numbers, joined};

impl Column {
    /// The column of a facet; `partners` are the partner places of each record.
    pub(super) fn build(dataset: &Dataset, facet: Facet, partners: &[Vec<PlaceId>]) -> Self {
        let values = declared(dataset, facet);
        let (mut places, mut sets) = (Numbers::default(), Vec::with_capacity(values.len()));
        for (place, value) in (0..).zip(&values) {
            places.insert(&value.id, place);
            sets.push(Bits::none(dataset.records.len()));
        }
        for ((number, record), partners) in (0..).zip(&dataset.records).zip(partners) {
            each_id(dataset, facet, record, partners, &mut |id| {
                let place = places.get(id).unwrap_or(u32::MAX);
                if let Some(set) = sets.get_mut(place as usize) {
                    set.insert(number);
                }
            });
        }
        Self { values, sets }.grouped().occurring()
    }

    /// Gives every parent the records of its values, which stand after it.
    fn grouped(mut self) -> Self {
        for (at, value) in self.values.iter().enumerate() {
            let (before, from) = self.sets.split_at_mut(at);
            if let Some(parent) = value.parent.and_then(|parent| before.get_mut(parent))
                && let Some(set) = from.first()
            {
                parent.add(set);
            }
        }
        self
    }

    /// Leaves out the values that no record has.
    fn occurring(self) -> Self {
        let mut out = Self::default();
        let mut moved = Vec::with_capacity(self.values.len());
        for (value, set) in self.values.into_iter().zip(self.sets) {
            moved.push(out.values.len());
            if set.next_from(0).is_some() {
                let parent = value.parent.and_then(|parent| moved.get(parent).copied());
                out.values.push(Value { id: value.id, parent });
                out.sets.push(set);
            }
        }
        out
    }
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
