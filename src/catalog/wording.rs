//! Which texts of a record are sought: titles, summaries, names in all languages, numbers.

use super::{Catalog, RecordId};
use crate::dataset::{Dataset, Document, Record};
use crate::text::{Lang, Locale, Text};

/// The texts of one record, a line each.
pub(super) struct Wording {
    /// Title and partners.
    pub(super) main: String,
    /// All else.
    pub(super) rest: String,
}

impl Wording {
    /// Gathers the texts; `places` as [`place_names`] gives them.
    pub(super) fn of(catalog: &Catalog, id: RecordId, places: &[String]) -> Self {
        let mut out = Self { main: String::new(), rest: String::new() };
        let Some(record) = catalog.record(id) else { return out };
        if let Some(title) = &record.title {
            put_text(&mut out.main, title);
        }
        for place in catalog.partners_of(id) {
            put(&mut out.main, places.get(place.index()).map_or("", String::as_str));
        }
        if let Some(home) = catalog.home_of(id) {
            put(&mut out.rest, places.get(home.index()).map_or("", String::as_str));
        }
        out.put_record(record);
        out.put_names(catalog, record);
        out
    }

    /// What the record says itself.
    fn put_record(&mut self, record: &Record) {
        let rest = &mut self.rest;
        put_text(rest, &record.summary);
        put_numbers(rest, &record.documents);
        for event in &record.events {
            put_text(rest, &event.title);
            put_numbers(rest, &event.documents);
        }
    }

    /// The names of what the record refers to.
    fn put_names(&mut self, catalog: &Catalog, record: &Record) {
        let rest = &mut self.rest;
        for party in &record.parties {
            if let Some(body) = catalog.organisation(&party.organisation) {
                put_name(rest, &body.name, &body.aliases);
            }
        }
        for id in &record.sectors {
            let Some(sector) = catalog.sector(id) else { continue };
            put_name(rest, &sector.name, &sector.aliases);
            if let Some(group) = catalog.group(&sector.group) {
                put_text(rest, &group.name);
            }
        }
    }
}

/// For each place its names in all languages, its aliases and the names of its country.
pub(super) fn place_names(dataset: &Dataset, locale: &dyn Locale) -> Vec<String> {
    let mut all = Vec::with_capacity(dataset.places.len());
    for place in &dataset.places {
        let mut out = String::new();
        put_name(&mut out, &place.name, &place.aliases);
        if let Some(short) = &place.short {
            put_text(&mut out, short);
        }
        for lang in Lang::ALL {
            put(&mut out, &locale.country(lang, &place.country).unwrap_or_default());
        }
        all.push(out);
    }
    all
}

fn put(out: &mut String, line: &str) {
    out.push_str(line);
    out.push('\n');
}

fn put_text(out: &mut String, text: &Text) {
    for (_, text) in text.all() {
        put(out, text);
    }
}

fn put_name(out: &mut String, name: &Text, aliases: &[String]) {
    put_text(out, name);
    for alias in aliases {
        put(out, alias);
    }
}

fn put_numbers(out: &mut String, documents: &[Document]) {
    for document in documents {
        put(out, &document.number);
    }
}
