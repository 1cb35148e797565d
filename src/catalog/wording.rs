//! Which texts are sought: of a record its own, of what it refers to the names.
//!
//! In: an entry of the dataset. Out: its texts in all languages, a line each.

use super::Catalog;
use crate::dataset::{Document, Record};
use crate::text::{Lang, Locale, Text};

/// The title of a record.
pub(super) fn title(record: &Record) -> String {
    let mut out = String::new();
    if let Some(title) = &record.title {
        put_text(&mut out, title);
    }
    out
}

/// What a record says itself beside its title.
pub(super) fn own(record: &Record) -> String {
    let mut out = String::new();
    put_text(&mut out, &record.summary);
    put_numbers(&mut out, &record.documents);
    for event in &record.events {
        put_text(&mut out, &event.title);
        put_numbers(&mut out, &event.documents);
    }
    out
}

/// Writes what has names of its own, by its number in its list.
pub(super) type Write = fn(&Catalog, usize, &dyn Locale) -> String;

/// The names of a place, its aliases and the names of its country.
pub(super) fn place(catalog: &Catalog, number: usize, locale: &dyn Locale) -> String {
    let mut out = String::new();
    let Some(place) = catalog.dataset.places.get(number) else { return out };
    put_name(&mut out, &place.name, &place.aliases);
    if let Some(short) = &place.short {
        put_text(&mut out, short);
    }
    for lang in Lang::ALL {
        put(&mut out, &locale.country(lang, &place.country).unwrap_or_default());
    }
    out
}

/// The names of an organisation.
pub(super) fn organisation(catalog: &Catalog, number: usize, _: &dyn Locale) -> String {
    let mut out = String::new();
    if let Some(body) = catalog.dataset.organisations.get(number) {
        put_name(&mut out, &body.name, &body.aliases);
    }
    out
}

/// The names of a sector and of its group.
pub(super) fn sector(catalog: &Catalog, number: usize, _: &dyn Locale) -> String {
    let mut out = String::new();
    let Some(sector) = catalog.dataset.sectors.get(number) else { return out };
    put_name(&mut out, &sector.name, &sector.aliases);
    if let Some(group) = catalog.group(&sector.group) {
        put_text(&mut out, &group.name);
    }
    out
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
