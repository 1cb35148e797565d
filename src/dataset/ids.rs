//! From ids to places in a list.

use super::Dataset;
use crate::text::{Numbers, joined};

/// The numbers of what records refer to, each its place in its list. Of equal ids the first counts.
#[derive(Clone, Debug, Default)]
pub struct Ids {
    /// Of places.
    pub places: Numbers,
    /// Of organisations.
    pub organisations: Numbers,
    /// Of sources.
    pub sources: Numbers,
    /// Of sectors.
    pub sectors: Numbers,
    /// Of stages, by [`stage_key`], counted through all models.
    pub stages: Numbers,
}

impl Ids {
    /// The ids of a dataset.
    #[must_use]
    pub fn of(dataset: &Dataset) -> Self {
        let mut ids = Self::default();
        for (number, place) in (0..).zip(&dataset.places) {
            ids.places.insert(&place.id, number);
        }
        for (number, body) in (0..).zip(&dataset.organisations) {
            ids.organisations.insert(&body.id, number);
        }
        for (number, source) in (0..).zip(&dataset.sources) {
            ids.sources.insert(&source.id, number);
        }
        for (number, sector) in (0..).zip(&dataset.sectors) {
            ids.sectors.insert(&sector.id, number);
        }
        let mut number = 0;
        for model in &dataset.stage_models {
            for stage in &model.stages {
                ids.stages.insert(&stage_key(&model.id, &stage.id), number);
                number += 1;
            }
        }
        ids
    }
}

/// What tells a stage from those of other models.
#[must_use]
pub fn stage_key(model: &str, stage: &str) -> String {
    joined(&[model, "/", stage])
}
