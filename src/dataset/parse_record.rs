//! Reading records: the fields of each type, line by line as in the file.
//!
//! In: the object of a record, once all that it refers to has been read. Out: the record.

use super::cursor::{Fill, Kind, Object};
use super::json::member;
use super::values::list_of;
use super::{
    Claim, ClaimValue, Document, Event, EventKind, Figure, Json, Level, Member, Note, Party,
    Person, Record, Ruling, StageAt, stage_key,
};
use crate::text::{Text, parted, read_number};

impl Fill for Record {
    fn fill(&mut self, from: &mut Object<'_, '_>) {
        from.id(Kind::Record, &mut self.id);
        from.text_option("title", &mut self.title);
        from.text_default("summary", &mut self.summary);
        home(from, &mut self.home);
        partners(from, &mut self.partners);
        from.word("relation", &mut self.relation);
        from.list("parties", &mut self.parties);
        from.references("sectors", Kind::Sector, &mut self.sectors);
        from.references("sectorSources", Kind::Source, &mut self.sector_sources);
        from.count("claimedSectors", &mut self.claimed_sectors);
        from.part("stage", &mut self.stage);
        from.list("events", &mut self.events);
        from.list("documents", &mut self.documents);
        from.list("figures", &mut self.figures);
        from.list("claims", &mut self.claims);
        from.list("rulings", &mut self.rulings);
        from.list("notes", &mut self.notes);
        from.sources(&mut self.sources);
        check(from, self);
    }
}

fn home(object: &mut Object<'_, '_>, home: &mut String) {
    object.reference("home", Kind::Place, home);
    if object.reader.ids(Kind::Place).get(home) == Some(Level::Country as u32) {
        object.error("home", "a city, regency or province, not a country");
    }
}

fn partners(object: &mut Object<'_, '_>, partners: &mut Vec<String>) {
    let before = object.reader.errors;
    object.references("partners", Kind::Place, partners);
    if partners.is_empty() && object.reader.errors == before {
        object.error("partners", "at least one place id");
    }
}

impl Fill for Party {
    fn fill(&mut self, from: &mut Object<'_, '_>) {
        from.reference("organisation", Kind::Organisation, &mut self.organisation);
        from.word("side", &mut self.side);
        from.word("role", &mut self.role);
        from.references("sources", Kind::Source, &mut self.sources);
    }
}

impl Fill for StageAt {
    fn fill(&mut self, from: &mut Object<'_, '_>) {
        from.reference("model", Kind::StageModel, &mut self.model);
        from.required_string("at", &mut self.at);
        from.count("remaining", &mut self.remaining);
        from.text_option("wording", &mut self.wording);
        from.sources(&mut self.sources);
        let model = from.reader.ids(Kind::StageModel).get(&self.model);
        let step = from.reader.ids(Kind::Stage).get(&stage_key(&self.model, &self.at));
        if model.is_some() && step.is_none() && !self.at.is_empty() {
            from.error("at", list_of(Kind::Stage));
        }
    }
}

impl Fill for Event {
    fn fill(&mut self, from: &mut Object<'_, '_>) {
        from.date("date", &mut self.date);
        from.word("kind", &mut self.kind);
        self.direction = from.word_option("direction");
        from.text("title", &mut self.title);
        from.text_option("text", &mut self.text);
        from.reference_option("place", Kind::Place, &mut self.place);
        self.status = from.word_option("status").unwrap_or_default();
        from.text_option("basis", &mut self.basis);
        from.list("documents", &mut self.documents);
        from.list("people", &mut self.people);
        from.sources(&mut self.sources);
        if self.direction.is_some() && self.kind != EventKind::Visit {
            from.warn("direction", "nothing: only visits have one");
        }
        if self.basis.is_none() && self.date.is_some_and(|date| date.uncertain) {
            from.warn("basis", "a text: on what the uncertain date rests");
        }
    }
}

impl Fill for Person {
    fn fill(&mut self, from: &mut Object<'_, '_>) {
        from.required_string("name", &mut self.name);
        from.text_option("role", &mut self.role);
        from.reference_option("organisation", Kind::Organisation, &mut self.organisation);
    }
}

impl Fill for Document {
    fn fill(&mut self, from: &mut Object<'_, '_>) {
        from.word("kind", &mut self.kind);
        from.text("title", &mut self.title);
        from.string("number", &mut self.number);
        from.string("issuer", &mut self.issuer);
        from.date("date", &mut self.date);
        from.sources(&mut self.sources);
    }
}

impl Fill for Figure {
    fn fill(&mut self, from: &mut Object<'_, '_>) {
        from.text("label", &mut self.label);
        self.value = required_number(from);
        self.qualifier = from.word_option("qualifier").unwrap_or_default();
        from.text_option("unit", &mut self.unit);
        from.text_option("period", &mut self.period);
        from.sources(&mut self.sources);
    }
}

fn required_number(object: &mut Object<'_, '_>) -> f64 {
    if object.peek("value").is_none() {
        object.error("value", "a number, without quotes");
    }
    object.number("value").unwrap_or_default()
}

impl Fill for Claim {
    fn fill(&mut self, from: &mut Object<'_, '_>) {
        from.required_string("about", &mut self.about);
        claim_value(from, self);
        from.text_option("context", &mut self.context);
        from.sources(&mut self.sources);
    }
}

fn claim_value(object: &mut Object<'_, '_>, claim: &mut Claim) {
    if claim.about == "date" || claim.about.ends_with("/date") {
        let (before, mut date) = (object.reader.errors, None);
        object.date("value", &mut date);
        match date {
            Some(date) => claim.value = ClaimValue::Date(date),
            None if object.reader.errors == before => object.error("value", "a date"),
            None => {}
        }
    } else if let Some(Json::Number(_)) = object.peek("value") {
        claim.value = ClaimValue::Number(object.number("value").unwrap_or_default());
    } else {
        let mut text = Text::default();
        object.text("value", &mut text);
        claim.value = ClaimValue::Text(text);
    }
}

impl Fill for Ruling {
    fn fill(&mut self, from: &mut Object<'_, '_>) {
        from.required_string("about", &mut self.about);
        from.text("reason", &mut self.reason);
    }
}

impl Fill for Note {
    fn fill(&mut self, from: &mut Object<'_, '_>) {
        from.text("text", &mut self.text);
        from.references("sources", Kind::Source, &mut self.sources);
    }
}

/// What only the record as a whole can tell.
fn check(object: &mut Object<'_, '_>, record: &Record) {
    let named = record.sectors.len();
    if record.claimed_sectors.is_some_and(|claimed| (claimed as usize) < named) {
        let expected = "at least as many as `sectors` names";
        object.error("claimedSectors", expected);
    }
    for (index, claim) in record.claims.iter().enumerate() {
        if !exists(object.members, &claim.about) {
            let expected = "the path of a value of this record, as events/0/date";
            object.warn_in("claims", index, &claim.about, expected);
        }
    }
    for (index, ruling) in record.rulings.iter().enumerate() {
        if !record.claims.iter().any(|claim| claim.about == ruling.about) {
            let expected = "what a claim of this record is about";
            object.warn_in("rulings", index, &ruling.about, expected);
        }
    }
}

/// What a record may leave open while a claim tells it.
const OPEN: [&str; 12] = [
    "date",
    "place",
    "text",
    "unit",
    "period",
    "remaining",
    "wording",
    "number",
    "issuer",
    "stage",
    "sectors",
    "claimedSectors",
];

/// Whether a path as `events/0/date` leads to a value, or to one that something leaves open.
fn exists(members: &[Member<'_>], path: &str) -> bool {
    let (step, rest) = parted(path, b'/').unwrap_or((path, ""));
    match member(members, step) {
        Some(value) => exists_in(value, rest),
        None => rest.is_empty() && OPEN.contains(&step),
    }
}

fn exists_in(value: &Json<'_>, path: &str) -> bool {
    match value {
        _ if path.is_empty() => true,
        Json::Object(members) => exists(members, path),
        Json::Array(entries) => {
            let (step, rest) = parted(path, b'/').unwrap_or((path, ""));
            let entry = read_number(step.as_bytes()).and_then(|index| entries.get(index as usize));
            entry.is_some_and(|(_, entry)| exists_in(entry, rest))
        }
        _ => false,
    }
}
