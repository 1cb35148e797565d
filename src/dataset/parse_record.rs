//! Reading records.
//!
//! In: the list of records, once all that they refer to has been read. Out: the records that have
//! no error, and how many have one.

use super::cursor::{Kind, Object};
use super::{
    Claim, ClaimValue, Date, Document, Event, EventKind, EventStatus, Figure, Json, Level, Member,
    Note, Party, Person, Qualifier, Record, Ruling, StageAt,
};
use crate::text::read_number;

/// All records of a file.
pub(super) fn records(file: &mut Object<'_, '_>) {
    let unread = file.entries("records", Kind::Record, |dataset| &mut dataset.records, record);
    file.reader.dataset.unread = unread;
}

fn record(object: &mut Object<'_, '_>, id: String) -> Record {
    let record = Record {
        id,
        title: object.text_option("title"),
        summary: object.text_option("summary").unwrap_or_default(),
        home: home(object),
        partners: partners(object),
        relation: object.word("relation"),
        parties: object.list("parties", party),
        sectors: object.references("sectors", Kind::Sector),
        sector_sources: object.references("sectorSources", Kind::Source),
        claimed_sectors: object.count("claimedSectors"),
        stage: object.part("stage", stage),
        events: object.list("events", event),
        documents: object.list("documents", document),
        figures: object.list("figures", figure),
        claims: object.list("claims", claim),
        rulings: object.list("rulings", |ruling| Ruling {
            about: ruling.required_string("about"),
            reason: ruling.text("reason"),
        }),
        notes: object.list("notes", |note| Note {
            text: note.text("text"),
            sources: note.references("sources", Kind::Source),
        }),
        sources: object.sources(),
    };
    check(object, &record);
    record
}

fn home(object: &mut Object<'_, '_>) -> String {
    let home = object.reference("home", Kind::Place);
    let index = object.reader.ids(Kind::Place).get(&home);
    let place = index.and_then(|index| object.reader.dataset.places.get(index as usize));
    if place.is_some_and(|place| place.level == Level::Country) {
        object.error("home", object.peek("home"), "a city, regency or province, not a country");
    }
    home
}

fn partners(object: &mut Object<'_, '_>) -> Vec<String> {
    let before = object.reader.errors;
    let partners = object.references("partners", Kind::Place);
    if partners.is_empty() && object.reader.errors == before {
        object.error("partners", object.peek("partners"), "at least one place id");
    }
    partners
}

fn party(object: &mut Object<'_, '_>) -> Party {
    Party {
        organisation: object.reference("organisation", Kind::Organisation),
        side: object.word("side"),
        role: object.word("role"),
        sources: object.references("sources", Kind::Source),
    }
}

fn stage(object: &mut Object<'_, '_>) -> StageAt {
    let stage = StageAt {
        model: object.reference("model", Kind::StageModel),
        at: object.required_string("at"),
        remaining: object.count("remaining"),
        wording: object.text_option("wording"),
        sources: object.sources(),
    };
    let models = &object.reader.dataset.stage_models;
    let model = models.iter().find(|model| model.id == stage.model);
    let known = |at: &str| model.is_none_or(|model| model.stages.iter().any(|step| step.id == at));
    if !stage.at.is_empty() && !known(&stage.at) {
        object.error("at", object.peek("at"), "the id of a stage of the model");
    }
    stage
}

fn event(object: &mut Object<'_, '_>) -> Event {
    let event = Event {
        date: object.date("date"),
        kind: object.word("kind"),
        direction: object.word_option("direction"),
        title: object.text("title"),
        text: object.text_option("text"),
        place: object.reference_option("place", Kind::Place),
        status: object.word_option("status").unwrap_or(EventStatus::Held),
        basis: object.text_option("basis"),
        documents: object.list("documents", document),
        people: object.list("people", |person| Person {
            name: person.required_string("name"),
            role: person.text_option("role"),
            organisation: person.reference_option("organisation", Kind::Organisation),
        }),
        sources: object.sources(),
    };
    if event.direction.is_some() && event.kind != EventKind::Visit {
        object.warn("direction", object.peek("direction"), "nothing: only visits have one");
    }
    if event.basis.is_none() && event.date.is_some_and(|date| date.uncertain) {
        object.warn("basis", None, "a text: on what the uncertain date rests");
    }
    event
}

fn document(object: &mut Object<'_, '_>) -> Document {
    Document {
        kind: object.word("kind"),
        title: object.text("title"),
        number: object.string("number"),
        issuer: object.string("issuer"),
        date: object.date("date"),
        sources: object.sources(),
    }
}

fn figure(object: &mut Object<'_, '_>) -> Figure {
    let value = object.number("value");
    if object.peek("value").is_none() {
        object.error("value", None, "a number, without quotes");
    }
    Figure {
        label: object.text("label"),
        value: value.unwrap_or_default(),
        qualifier: object.word_option("qualifier").unwrap_or(Qualifier::Exactly),
        unit: object.text_option("unit"),
        period: object.text_option("period"),
        sources: object.sources(),
    }
}

fn claim(object: &mut Object<'_, '_>) -> Claim {
    let about = object.required_string("about");
    let value = if about == "date" || about.ends_with("/date") {
        claimed_date(object).map(ClaimValue::Date)
    } else if let Some(Json::Number(_)) = object.peek("value") {
        object.number("value").map(ClaimValue::Number)
    } else {
        Some(ClaimValue::Text(object.text("value")))
    };
    Claim {
        about,
        value: value.unwrap_or(ClaimValue::Number(0.0)),
        context: object.text_option("context"),
        sources: object.sources(),
    }
}

fn claimed_date(object: &mut Object<'_, '_>) -> Option<Date> {
    let date = object.date("value");
    if object.peek("value").is_none() {
        object.error("value", None, "a date");
    }
    date
}

/// What only the record as a whole can tell.
fn check(object: &mut Object<'_, '_>, record: &Record) {
    let named = record.sectors.len();
    if record.claimed_sectors.is_some_and(|claimed| (claimed as usize) < named) {
        let expected = "at least as many as `sectors` names";
        object.error("claimedSectors", object.peek("claimedSectors"), expected);
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
    let (step, rest) = path.split_once('/').unwrap_or((path, ""));
    match members.iter().find(|member| member.0 == step) {
        Some((_, value)) => exists_in(value, rest),
        None => rest.is_empty() && OPEN.contains(&step),
    }
}

fn exists_in(value: &Json<'_>, path: &str) -> bool {
    match value {
        _ if path.is_empty() => true,
        Json::Object(members) => exists(members, path),
        Json::Array(entries) => {
            let (step, rest) = path.split_once('/').unwrap_or((path, ""));
            let entry = read_number(step.as_bytes()).and_then(|index| entries.get(index as usize));
            entry.is_some_and(|entry| exists_in(entry, rest))
        }
        _ => false,
    }
}
