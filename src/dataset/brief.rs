//! What a record is filtered and ordered by.
//!
//! In: a record and the ids of its dataset. Out: the same in numbers, which a catalog takes in
//! without looking at texts.

use super::ids::stage_key;
use super::{Day, EventStatus, Ids, Record, Relation};
use crate::text::Numbers;

/// A record in numbers: places in the lists of its dataset. What the dataset does not know is left
/// out.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Brief {
    /// The home.
    pub home: Option<u32>,
    /// The partners, each once, in the record's order.
    pub partners: Vec<u32>,
    /// What ties the two sides.
    pub relation: Relation,
    /// The sectors.
    pub sectors: Vec<u32>,
    /// The stage, counted through all models.
    pub stage: Option<u32>,
    /// Every year that an event falls into, ascending, each once; empty for an undated record.
    pub years: Vec<u32>,
    /// The newest day of the events held, or else of those announced.
    pub newest: Option<Day>,
}

impl Brief {
    /// Takes what a record says, in place of what was there.
    #[inline(never)] // It travels in a later module: a packed dataset has it ready.
    pub(super) fn take(&mut self, record: &Record, ids: &Ids) {
        self.home = ids.places.get(&record.home);
        take_known(&mut self.partners, &record.partners, &ids.places);
        self.relation = record.relation;
        take_known(&mut self.sectors, &record.sectors, &ids.sectors);
        let stage = record.stage.as_ref();
        self.stage = stage.and_then(|at| ids.stages.get(&stage_key(&at.model, &at.at)));
        self.take_dates(record);
    }

    fn take_dates(&mut self, record: &Record) {
        self.years.clear();
        let mut rank = 0;
        self.newest = None;
        for event in &record.events {
            let Some(date) = event.date else { continue };
            for year in date.start.year..date.end.year + 1 {
                include(&mut self.years, year.into());
            }
            let held = u32::from(event.status == EventStatus::Held);
            let own = held << 31 | date.end.packed();
            if own > rank {
                (self.newest, rank) = (Some(date.end), own);
            }
        }
    }
}

/// The numbers of the ids that are known, each once.
fn take_known(out: &mut Vec<u32>, ids: &[String], numbers: &Numbers) {
    out.clear();
    for id in ids {
        if let Some(number) = numbers.get(id)
            && !out.contains(&number)
        {
            out.push(number);
        }
    }
}

/// Adds a number to a set, which stays ascending.
pub(crate) fn include(set: &mut Vec<u32>, number: u32) {
    let at = set.partition_point(|other| *other < number);
    if set.get(at) != Some(&number) {
        set.insert(at, number);
    }
}
