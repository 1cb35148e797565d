//! Fills the column of a facet: first which values there are, then which records have them.

use super::facet::{Column, Facet, Value};
use super::ids::numbers;
use super::{Bits, PlaceId};
use crate::dataset::{Dataset, Record, Relation};

impl Column {
    /// The column of a facet; `partners` are the partner places of each record.
    pub(super) fn build(dataset: &Dataset, facet: Facet, partners: &[Vec<PlaceId>]) -> Self {
        let values = declared(dataset, facet);
        let places = numbers(values.iter().map(|value| value.id.as_str()));
        let mut sets = vec![Bits::none(dataset.records.len()); values.len()];
        for ((number, record), partners) in (0..).zip(&dataset.records).zip(partners) {
            each_id(dataset, facet, record, partners, &mut |id| {
                let place = places.get(id).map_or(usize::MAX, |&place| place as usize);
                if let Some(set) = sets.get_mut(place) {
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
            if set.count() > 0 {
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
    [model, ".", stage].concat()
}

/// The values that the dataset has to offer, in its order.
fn declared(dataset: &Dataset, facet: Facet) -> Vec<Value> {
    let alone = |id: &str| Value { id: id.into(), parent: None };
    match facet {
        Facet::Sector => sectors(dataset),
        Facet::Country => {
            let mut out: Vec<Value> = Vec::new();
            for code in dataset.places.iter().map(|place| &*place.country) {
                if let Err(at) = out.binary_search_by(|value| value.id.as_str().cmp(code)) {
                    out.insert(at, alone(code));
                }
            }
            out
        }
        Facet::Stage => {
            let models = dataset.stage_models.iter();
            let stages = models
                .flat_map(|model| model.stages.iter().map(|stage| stage_id(&model.id, &stage.id)));
            stages.map(|id| Value { id, parent: None }).collect()
        }
        Facet::Relation => Relation::ALL.iter().rev().map(|r| alone(r.id())).collect(),
        Facet::Home => dataset.places.iter().map(|place| alone(&place.id)).collect(),
    }
}

/// Each group with its sectors after it, then the sectors of no group.
fn sectors(dataset: &Dataset) -> Vec<Value> {
    let mut out = Vec::new();
    for group in &dataset.sector_groups {
        let parent = Some(out.len());
        out.push(Value { id: group.id.clone(), parent: None });
        let own = dataset.sectors.iter().filter(|sector| sector.group == group.id);
        out.extend(own.map(|sector| Value { id: sector.id.clone(), parent }));
    }
    let known = |id: &str| dataset.sector_groups.iter().any(|group| group.id == id);
    let others = dataset.sectors.iter().filter(|sector| !known(&sector.group));
    out.extend(others.map(|sector| Value { id: sector.id.clone(), parent: None }));
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
        Facet::Sector => record.sectors.iter().for_each(|id| each(id)),
        Facet::Country => {
            let places = partners.iter().filter_map(|place| dataset.places.get(place.index()));
            places.for_each(|place| each(&place.country));
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
