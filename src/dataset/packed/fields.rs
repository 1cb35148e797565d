//! What each type of the format consists of, in the order of the packed form.
//!
//! What facets, cards, the map and a search need comes first; what only an open record shows are
//! details.

use super::pass::{Packed, Pass};
use crate::dataset::{
    Brief, Claim, ClaimValue, Dataset, Date, Day, Document, Event, Figure, Note, Organisation,
    Party, Person, Place, Publisher, Record, Ruling, Sector, SectorGroup, Source, Stage, StageAt,
    StageModel,
};
use crate::text::Lang;

/// Every year that no date has is passed over.
impl Packed for Brief {
    fn pass<P: Pass>(&mut self, by: &mut P) {
        by.place(&mut self.home);
        by.numbers(&mut self.partners);
        by.word(&mut self.relation);
        by.numbers(&mut self.sectors);
        by.place(&mut self.stage);
        let mut newest = self.newest.map_or(0, Day::packed);
        by.number(&mut newest);
        self.newest = Day::unpacked(newest);
        by.numbers(&mut self.years);
    }
}

/// All but the records.
impl Packed for Dataset {
    fn pass<P: Pass>(&mut self, by: &mut P) {
        let mut language = self.language as u32;
        by.number(&mut language);
        self.language = Lang::ALL.get(language as usize).copied().unwrap_or_default();
        by.speaks(self.language);
        by.string(&mut self.version);
        by.date(&mut self.updated);
        by.text(&mut self.title);
        by.text(&mut self.description);
        by.string(&mut self.license);
        self.publisher.pass(by);
        by.list(&mut self.places);
        by.list(&mut self.organisations);
        by.list(&mut self.sector_groups);
        by.list(&mut self.sectors);
        by.list(&mut self.stage_models);
        by.detail(true);
        by.list(&mut self.sources);
        by.detail(false);
    }
}

impl Packed for Publisher {
    fn pass<P: Pass>(&mut self, by: &mut P) {
        by.text(&mut self.name);
        by.string(&mut self.contact);
        by.string(&mut self.url);
    }
}

impl Packed for Place {
    fn pass<P: Pass>(&mut self, by: &mut P) {
        by.string(&mut self.id);
        by.name(&mut self.name);
        by.text_option(&mut self.short);
        by.string(&mut self.country);
        by.word(&mut self.level);
        by.point(&mut self.position);
        by.strings(&mut self.aliases);
        by.detail(true);
        by.string_option(&mut self.position_source);
        by.string_option(&mut self.wikidata);
        by.string_option(&mut self.code);
        by.detail(false);
    }
}

impl Packed for Organisation {
    fn pass<P: Pass>(&mut self, by: &mut P) {
        by.string(&mut self.id);
        by.name(&mut self.name);
        by.word(&mut self.kind);
        by.string_option(&mut self.place);
        by.strings(&mut self.aliases);
    }
}

/// Its name is no name of a record's: in another language it is sought once that is learnt.
impl Packed for SectorGroup {
    fn pass<P: Pass>(&mut self, by: &mut P) {
        by.string(&mut self.id);
        by.text(&mut self.name);
        by.text_option(&mut self.short);
    }
}

impl Packed for Sector {
    fn pass<P: Pass>(&mut self, by: &mut P) {
        by.string(&mut self.id);
        by.name(&mut self.name);
        by.string(&mut self.group);
        by.strings(&mut self.aliases);
    }
}

impl Packed for StageModel {
    fn pass<P: Pass>(&mut self, by: &mut P) {
        by.string(&mut self.id);
        by.string(&mut self.version);
        by.text(&mut self.name);
        by.truth(&mut self.complete);
        by.list(&mut self.stages);
        by.detail(true);
        by.strings(&mut self.sources);
        by.detail(false);
    }
}

impl Packed for Stage {
    fn pass<P: Pass>(&mut self, by: &mut P) {
        by.string(&mut self.id);
        by.text(&mut self.name);
    }
}

impl Packed for Source {
    fn pass<P: Pass>(&mut self, by: &mut P) {
        by.string(&mut self.id);
        by.string(&mut self.title);
        by.string(&mut self.publisher);
        by.string(&mut self.author);
        by.date(&mut self.published);
        by.string_option(&mut self.url);
        by.string_option(&mut self.file);
        by.string(&mut self.language);
        by.text_option(&mut self.note);
    }
}

/// All but the id, which stands before.
impl Packed for Record {
    fn pass<P: Pass>(&mut self, by: &mut P) {
        by.text_option(&mut self.title);
        by.text(&mut self.summary);
        by.string(&mut self.home);
        by.strings(&mut self.partners);
        by.word(&mut self.relation);
        by.list(&mut self.parties);
        by.strings(&mut self.sectors);
        by.number_option(&mut self.claimed_sectors);
        part(by, &mut self.stage);
        by.list(&mut self.events);
        by.list(&mut self.documents);
        by.detail(true);
        if by.goes_on() {
            details(self, by);
        }
        by.detail(false);
    }
}

/// What only an open record shows.
#[inline(never)] // It travels in a later module.
fn details<P: Pass>(record: &mut Record, by: &mut P) {
    by.strings(&mut record.sector_sources);
    by.list(&mut record.figures);
    by.list(&mut record.claims);
    by.list(&mut record.rulings);
    by.list(&mut record.notes);
    by.strings(&mut record.sources);
}

fn part<P: Pass>(by: &mut P, value: &mut Option<StageAt>) {
    let mut there = value.is_some();
    by.truth(&mut there);
    if there {
        value.get_or_insert_default().pass(by);
    }
}

impl Packed for Party {
    fn pass<P: Pass>(&mut self, by: &mut P) {
        by.string(&mut self.organisation);
        by.word(&mut self.side);
        by.word(&mut self.role);
        by.detail(true);
        by.strings(&mut self.sources);
        by.detail(false);
    }
}

impl Packed for StageAt {
    fn pass<P: Pass>(&mut self, by: &mut P) {
        by.string(&mut self.model);
        by.string(&mut self.at);
        by.number_option(&mut self.remaining);
        by.detail(true);
        by.text_option(&mut self.wording);
        by.strings(&mut self.sources);
        by.detail(false);
    }
}

impl Packed for Event {
    fn pass<P: Pass>(&mut self, by: &mut P) {
        by.date(&mut self.date);
        by.word(&mut self.status);
        by.text(&mut self.title);
        by.list(&mut self.documents);
        by.detail(true);
        by.word(&mut self.kind);
        by.word_option(&mut self.direction);
        by.text_option(&mut self.text);
        by.string_option(&mut self.place);
        by.text_option(&mut self.basis);
        by.list(&mut self.people);
        by.strings(&mut self.sources);
        by.detail(false);
    }
}

impl Packed for Person {
    fn pass<P: Pass>(&mut self, by: &mut P) {
        by.string(&mut self.name);
        by.text_option(&mut self.role);
        by.string_option(&mut self.organisation);
    }
}

impl Packed for Document {
    fn pass<P: Pass>(&mut self, by: &mut P) {
        by.string(&mut self.number);
        by.detail(true);
        by.word(&mut self.kind);
        by.text(&mut self.title);
        by.string(&mut self.issuer);
        by.date(&mut self.date);
        by.strings(&mut self.sources);
        by.detail(false);
    }
}

impl Packed for Figure {
    fn pass<P: Pass>(&mut self, by: &mut P) {
        by.text(&mut self.label);
        by.float(&mut self.value);
        by.word(&mut self.qualifier);
        by.text_option(&mut self.unit);
        by.text_option(&mut self.period);
        by.strings(&mut self.sources);
    }
}

impl Packed for Claim {
    fn pass<P: Pass>(&mut self, by: &mut P) {
        by.string(&mut self.about);
        claim_value(by, &mut self.value);
        by.text_option(&mut self.context);
        by.strings(&mut self.sources);
    }
}

/// What kind of value it is, then the value.
fn claim_value<P: Pass>(by: &mut P, value: &mut ClaimValue) {
    let (mut kind, mut date, mut text) = (0, None::<Date>, None);
    let mut number = 0.0;
    match value {
        ClaimValue::Number(own) => number = *own,
        ClaimValue::Date(own) => (kind, date) = (1, Some(*own)),
        ClaimValue::Text(own) => (kind, text) = (2, Some(std::mem::take(own))),
    }
    by.number(&mut kind);
    *value = match kind {
        0 => {
            by.float(&mut number);
            ClaimValue::Number(number)
        }
        1 => {
            by.date(&mut date);
            date.map_or_else(ClaimValue::default, ClaimValue::Date)
        }
        _ => {
            by.text_option(&mut text);
            ClaimValue::Text(text.unwrap_or_default())
        }
    };
}

impl Packed for Ruling {
    fn pass<P: Pass>(&mut self, by: &mut P) {
        by.string(&mut self.about);
        by.text(&mut self.reason);
    }
}

impl Packed for Note {
    fn pass<P: Pass>(&mut self, by: &mut P) {
        by.text(&mut self.text);
        by.strings(&mut self.sources);
    }
}
