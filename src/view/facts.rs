//! The plain parts of a detail: sectors, parties, documents, figures, remarks.
//!
//! In: record, and the references so far. Out: one section each; nothing for a part that is empty.

use super::refs::Refs;
use super::{Context, dates, differ, fill, naming, numbers};
use crate::dataset::{Document, Figure, Party, Record, Side};
use crate::markup::{Element, el};
use crate::text::{joined, number};

/// More squares than this are not counted by eye.
const SQUARES: u32 = 24;

/// A section with its heading.
pub(super) fn section(key: &'static str, heading: &'static str) -> Element {
    el("section.mk-part").key(key).child(el("h3").text(heading))
}

/// The fields of work, and how many of them are named.
pub(super) fn sectors<'a>(refs: &mut Refs<'a>, record: &'a Record) -> Option<Element> {
    let ctx = refs.ctx;
    let sentence = naming::sectors(ctx, record);
    let partial = naming::partial(ctx, record);
    if sentence.is_empty() && partial.is_none() {
        return None;
    }
    let mut part = section("sectors", ctx.labels().sectors);
    if !sentence.is_empty() {
        part = part.child(refs.put_str(el("p"), &sentence, &record.sector_sources));
    }
    if let Some(partial) = partial {
        let line = el("p.mk-partial").child(squares(record));
        part = part.child(line.child(el("span").text(partial)));
    }
    Some(differ::add(refs, record, "sectors", part))
}

/// One square per sector that the source counts, filled if it is named.
fn squares(record: &Record) -> Element {
    let mut row = el("span.mk-squares|aria-hidden=true");
    let named = record.sectors.len() as u32;
    let all = record.claimed_sectors.unwrap_or_default();
    if all <= SQUARES {
        for index in 0..all {
            row = row.child(el("i").with_if(index < named, "data-on"));
        }
    }
    row
}

/// Both sides with what each organisation does.
pub(super) fn parties<'a>(refs: &mut Refs<'a>, record: &'a Record) -> Option<Element> {
    if record.parties.is_empty() {
        return None;
    }
    let phrases = refs.ctx.phrases();
    let mut sides = el("div.mk-parties");
    for (side, heading) in [(Side::Home, phrases.home_side), (Side::Partner, phrases.partner_side)]
    {
        if let Some(list) = party_list(refs, record, side) {
            let heading = el("p.mk-party-side")
                .child(mark(refs.ctx, record, side))
                .child(el("span").text(heading));
            sides = sides.child(el("div").child(heading).child(list));
        }
    }
    Some(section("parties", phrases.parties).child(sides))
}

/// The mark of a side, as on the map.
fn mark(ctx: Context<'_>, record: &Record, side: Side) -> Element {
    let class = match side {
        Side::Home => "mk-square",
        Side::Partner if naming::is_country(ctx, record) => "mk-diamond",
        Side::Partner => "mk-circle",
    };
    el("i").class(class).with("aria-hidden", "true")
}

/// The organisations of a side, each once.
fn party_list<'a>(refs: &mut Refs<'a>, record: &'a Record, side: Side) -> Option<Element> {
    let mut list = el("ul");
    for (index, party) in record.parties.iter().enumerate() {
        let same = |other: &Party| other.side == side && other.organisation == party.organisation;
        let before = record.parties.get(..index).unwrap_or_default();
        if party.side == side && !before.iter().any(same) {
            list = list.child(organisation(refs, record, party));
        }
    }
    (!list.children.is_empty()).then_some(list)
}

/// An organisation and all that it does.
fn organisation<'a>(refs: &mut Refs<'a>, record: &'a Record, party: &'a Party) -> Element {
    let ctx = refs.ctx;
    let mut roles = String::new();
    for other in &record.parties {
        if other.side == party.side && other.organisation == party.organisation {
            naming::join(&mut roles, ctx.phrases().comma, ctx.phrases().role(other.role));
        }
    }
    let name = match ctx.catalog.organisation(&party.organisation) {
        Some(organisation) => ctx.put(el("span"), &organisation.name),
        None => el("span").text(party.organisation.clone()),
    };
    let role = refs.put_str(el("span.mk-second"), &roles, &party.sources);
    el("li").child(name).text(" · ").child(role)
}

/// Documents of the events and of the record.
pub(super) fn documents<'a>(refs: &mut Refs<'a>, record: &'a Record) -> Option<Element> {
    let mut list = el("ul.mk-documents");
    for event in &record.events {
        for document in &event.documents {
            list = list.child(document_row(refs, document));
        }
    }
    for document in &record.documents {
        list = list.child(document_row(refs, document));
    }
    let some = !list.children.is_empty();
    some.then(|| section("documents", refs.ctx.phrases().documents).child(list))
}

fn document_row<'a>(refs: &mut Refs<'a>, document: &'a Document) -> Element {
    let ctx = refs.ctx;
    let mut name = el("span.mk-document");
    name = name.child(refs.put(el("span"), &document.title, &document.sources));
    if !document.issuer.is_empty() && !naming::says(&document.title, &document.issuer) {
        let lang = ctx.catalog.dataset().language.tag();
        let issuer = el("span.mk-second").with("lang", lang);
        name = name.text(" · ").child(issuer.text(document.issuer.clone()));
    }
    let date = match document.date {
        Some(date) => dates::time(ctx.lang, date),
        None => el("span").text(ctx.labels().undated),
    };
    el("li")
        .child(name)
        .child(document_number(&document.number))
        .child(date.class("mk-document-date"))
}

/// The number, which breaks at its strokes only.
fn document_number(text: &str) -> Element {
    let mut number = el("span.mk-document-number");
    for part in text.split_inclusive('/') {
        number = number.child(el("span").text(part.to_owned())).child(el("wbr"));
    }
    number
}

/// Reported numbers as sentences.
pub(super) fn figures<'a>(refs: &mut Refs<'a>, record: &'a Record) -> Option<Element> {
    if record.figures.is_empty() {
        return None;
    }
    let ctx = refs.ctx;
    let mut list = el("ul.mk-figures");
    for (index, figure) in (0..).zip(&record.figures) {
        let amount = amount(ctx, figure);
        let item = el("li")
            .child(refs.put_str(el("p"), &amount, &figure.sources))
            .child(ctx.put(el("p.mk-second"), &figure.label));
        list = list.child(differ::add(refs, record, &joined(&["figures/", &number(index)]), item));
    }
    Some(section("figures", ctx.phrases().figures).child(list))
}

/// `Lebih dari 11 negara, setiap tahun`.
pub(super) fn amount(ctx: Context<'_>, figure: &Figure) -> String {
    let phrases = ctx.phrases();
    let mut value = numbers::number(ctx.lang, figure.value);
    if let Some(unit) = &figure.unit {
        value.push_str(phrases.unit);
        value.push_str(ctx.shown(unit).text);
    }
    let mut out = fill(phrases.qualifier(figure.qualifier), &[("n", &value)]);
    if let Some(period) = &figure.period {
        naming::join(&mut out, phrases.comma, ctx.shown(period).text);
    }
    out
}

/// Remarks.
pub(super) fn notes<'a>(refs: &mut Refs<'a>, record: &'a Record) -> Option<Element> {
    if record.notes.is_empty() {
        return None;
    }
    let mut part = section("notes", refs.ctx.phrases().notes);
    for note in &record.notes {
        part = part.child(refs.put(el("p"), &note.text, &note.sources));
    }
    Some(part)
}
