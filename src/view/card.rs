//! A record in the list: four lines, always in the same order.
//!
//! In: context, state, record. Out: a list item whose name is the link; the sought words are
//! marked.

use super::names::Name;
use super::{Context, State, badge, dates, ladder, naming};
use crate::catalog::RecordId;
use crate::dataset::Record;
use crate::markup::{Element, el};
use crate::text::joined;

/// The card of a record.
pub(super) fn card(ctx: Context<'_>, state: &State, id: RecordId) -> Element {
    let item = el("li.mk-card|part=record");
    let Some(record) = ctx.record(id) else { return item };
    let q = state.filter.q.as_str();
    item.key(record.id.clone())
        .with("data-point", record.id.clone())
        .with_if(state.pointed == Some(id), "data-pointed")
        .child(top(ctx, record))
        .child(name(ctx, record, id, q))
        .maybe(sectors(ctx, record, q))
        .child(foot(ctx, record, q))
}

/// Relation, and the date of the newest event.
fn top(ctx: Context<'_>, record: &Record) -> Element {
    let row = el("div.mk-card-row").child(badge::badge(ctx, record));
    match naming::newest(record).and_then(|event| event.date) {
        Some(date) => row.child(dates::time(ctx.lang, date).class("mk-card-date")),
        None => row,
    }
}

/// Partner, its country, and the note on the date.
fn name(ctx: Context<'_>, record: &Record, id: RecordId, q: &str) -> Element {
    let RecordId(number) = id;
    let name = naming::record(ctx, record);
    let link = el("a")
        .key(joined(&["card-", &crate::text::number(number)]))
        .with("href", "#")
        .does("select", record.id.clone());
    let heading = el("h3").child(put(ctx, link, &name, q));
    let country = el("span.mk-card-country");
    let who = el("div.mk-card-name").child(heading).child(naming::marked(
        ctx,
        country,
        &naming::country(ctx, record),
        q,
    ));
    let row = el("div.mk-card-row").child(who);
    match naming::newest(record).and_then(|event| naming::date_note(ctx, event)) {
        Some(note) => row.child(el("span.mk-card-date").text(note)),
        None => row,
    }
}

fn put(ctx: Context<'_>, mut element: Element, name: &Name, q: &str) -> Element {
    if let Some(lang) = name.lang {
        element = element.with("lang", lang.tag());
    }
    naming::marked(ctx, element, &name.text, q)
}

/// The sectors as a sentence, and how many of them are named.
fn sectors(ctx: Context<'_>, record: &Record, q: &str) -> Option<Element> {
    let sentence = naming::sectors(ctx, record);
    let partial = naming::partial(ctx, record);
    if sentence.is_empty() && partial.is_none() {
        return None;
    }
    let line = naming::marked(ctx, el("p.mk-card-sectors"), &sentence, q);
    Some(match partial {
        Some(partial) => {
            line.text(" ").child(el("span.mk-card-partial").text(joined(&["(", &partial, ")"])))
        }
        None => line,
    })
}

/// Stage and home.
fn foot(ctx: Context<'_>, record: &Record, q: &str) -> Element {
    let mut stage = el("p.mk-card-stage");
    if let Some(at) = &record.stage {
        stage = stage.child(ladder::small(ctx, at));
        if let Some(name) = ladder::stage_name(ctx, at) {
            stage = stage.child(ctx.put(el("span"), name));
        }
    }
    let home = naming::place(ctx, &record.home);
    let home = el("p.mk-card-home").child(el("i.mk-square|aria-hidden=true")).child(put(
        ctx,
        el("span"),
        &home,
        q,
    ));
    el("div.mk-card-row").child(stage).child(home)
}
