//! What happened, oldest first; the mark says how exactly the date is known.
//!
//! In: record, state, and the references so far. Out: a section; nothing without events.

use super::facts::section;
use super::refs::Refs;
use super::{Context, State, dates, differ, fill, naming};
use crate::dataset::{Date, Event, EventStatus, Person, Precision, Record};
use crate::markup::{Element, el};
use crate::text::{joined, number};

/// The course of events.
pub(super) fn timeline<'a>(
    refs: &mut Refs<'a>,
    state: &State,
    record: &'a Record,
) -> Option<Element> {
    if record.events.is_empty() {
        return None;
    }
    let mut list = el("ol.mk-course");
    for index in order(record) {
        if let Some(event) = record.events.get(index) {
            let item = item(refs, state, record, event, index as u32);
            list = list.child(item);
        }
    }
    Some(section("course", refs.ctx.phrases().course).child(list))
}

/// The events by date, those without one last; equal ones in the order of the file.
fn order(record: &Record) -> Vec<usize> {
    let date = |index: usize| record.events.get(index).and_then(|event| event.date);
    let mut order: Vec<usize> = Vec::new();
    for index in 0..record.events.len() {
        let mut at = order.len();
        while at > 0
            && order.get(at - 1).is_some_and(|before| is_before(date(index), date(*before)))
        {
            at -= 1;
        }
        order.insert(at, index);
    }
    order
}

fn is_before(a: Option<Date>, b: Option<Date>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => (a.start, a.end) < (b.start, b.end),
        (a, _) => a.is_some(),
    }
}

fn item<'a>(
    refs: &mut Refs<'a>,
    state: &State,
    record: &'a Record,
    event: &'a Event,
    index: u32,
) -> Element {
    let ctx = refs.ctx;
    let mut text = el("div.mk-event-text").child(refs.put(
        el("p.mk-event-title"),
        &event.title,
        &event.sources,
    ));
    if let Some(place) = place(ctx, event) {
        text = text.child(place);
    }
    if let Some(detail) = &event.text {
        text = text.child(ctx.put(el("p"), detail));
    }
    if !event.people.is_empty() {
        text = text.child(people(ctx, record, event));
    }
    let digits = number(index);
    let key = joined(&["basis-", &digits]);
    if let Some(basis) = &event.basis {
        let open = state.open.contains(&key);
        let hidden = ctx.put(el("p.mk-basis").with_if(!open, "hidden"), basis);
        text = text.child(disclosure(ctx, &key, open)).child(hidden);
    }
    let item = el("li.mk-event")
        .with_if(event.date.is_none(), "data-undated")
        .child(date(ctx, event))
        .child(mark(event))
        .child(text);
    differ::add(refs, record, &joined(&["events/", &digits]), item)
}

/// The date as precise as its source, and the note on it.
fn date(ctx: Context<'_>, event: &Event) -> Element {
    let when = match event.date {
        Some(date) => dates::time(ctx.lang, date),
        None => el("span").text(ctx.labels().undated),
    };
    let column = el("div.mk-event-date").child(when);
    match naming::date_note(ctx, event) {
        Some(note) => column.child(el("span.mk-second").text(note)),
        None => column,
    }
}

/// Filled for days, long for a range of days, hollow for months and years; its edge says whether
/// the date is inferred or the event only announced.
fn mark(event: &Event) -> Element {
    let form = match event.date {
        Some(date) if date.start.precision() != Precision::Day => "about",
        Some(date) if date.is_range() => "range",
        Some(_) => "day",
        None => "about",
    };
    let edge = match event.date {
        _ if event.status == EventStatus::Announced => "announced",
        Some(date) if date.uncertain => "inferred",
        _ => "held",
    };
    el("i.mk-event-mark")
        .with("data-form", form)
        .with("data-edge", edge)
        .with("aria-hidden", "true")
}

/// Where, if the title does not say it.
fn place(ctx: Context<'_>, event: &Event) -> Option<Element> {
    let name = naming::place(ctx, event.place.as_ref()?).text;
    let said = naming::says(&event.title, &name);
    (!said).then(|| el("p").text(fill(ctx.phrases().place, &[("name", &name)])))
}

fn people(ctx: Context<'_>, record: &Record, event: &Event) -> Element {
    let mut list = el("ul.mk-people");
    for person in &event.people {
        list = list.child(person_row(ctx, record, person));
    }
    list
}

/// Name and office; the organisation where it is none of the parties.
fn person_row(ctx: Context<'_>, record: &Record, person: &Person) -> Element {
    let mut row = el("li").child(el("span").text(person.name.clone()));
    if let Some(role) = &person.role {
        row = row.text(" · ").child(ctx.put(el("span"), role));
    }
    let body = person
        .organisation
        .as_deref()
        .filter(|id| !record.parties.iter().any(|party| party.organisation == *id));
    match body.and_then(|id| ctx.catalog.organisation(id)) {
        Some(body) => row.text(ctx.phrases().comma).child(ctx.put(el("span"), &body.name)),
        None => row,
    }
}

/// Opens on what an inferred date rests.
fn disclosure(ctx: Context<'_>, key: &str, open: bool) -> Element {
    el("button.mk-link mk-basis-open")
        .key(key.to_owned())
        .with("aria-expanded", if open { "true" } else { "false" })
        .does("open", key.to_owned())
        .text(ctx.phrases().basis)
}
