//! One record in full: what it is and what it is not, how far it has come, what happened, who takes
//! part, and where each of these was read.
//!
//! In: context, state, answer, record. Out: a `section`. Its parts are made in the order in which
//! they are read: that numbers the sources.

use super::icons::{icon, shape};
use super::refs::Refs;
use super::{Context, State, badge, differ, facts, fill, ladder, naming, timeline};
use crate::catalog::RecordId;
use crate::dataset::Record;
use crate::markup::{Element, el};
use crate::query::Answer;
use crate::text::parted;

/// The detail of a record.
#[inline(never)]
pub(super) fn detail(ctx: Context<'_>, state: &State, answer: &Answer, id: RecordId) -> Element {
    let section = el("section.mk-detail|data-key=detail|part=detail").child(bar(ctx, answer, id));
    let Some(record) = ctx.record(id) else { return section };
    let mut refs = Refs::new(ctx);
    let section = section
        .with("aria-labelledby", "mk-detail-name")
        .child(badge::badge(ctx, record))
        .child(name(ctx, record))
        .child(subtitle(ctx, record))
        .child(refs.put(el("p.mk-summary"), &record.summary, &record.sources))
        .maybe(record.stage.as_ref().and_then(|stage| ladder::ladder(&mut refs, stage)));
    let mut section = differ::add(&mut refs, record, "", section);
    let parts = [
        facts::sectors(&mut refs, record),
        timeline::timeline(&mut refs, state, record),
        facts::parties(&mut refs, record),
        facts::documents(&mut refs, record),
        facts::figures(&mut refs, record),
        facts::notes(&mut refs, record),
        refs.list().map(|list| facts::section("sources", ctx.phrases().sources).child(list)),
    ];
    for part in parts {
        section = section.maybe(part);
    }
    section
}

/// The way back, and the neighbours in the answer.
fn bar(ctx: Context<'_>, answer: &Answer, id: RecordId) -> Element {
    let back = el("button.mk-link mk-back|data-key=back|type=button|data-do=back")
        .child(el("span|aria-hidden=true").text("‹ "))
        .child(el("span").text(ctx.phrases().back));
    let bar = el("div.mk-bar mk-detail-bar|data-key=bar").child(back);
    let Some(at) = answer.ids.iter().position(|other| *other == id) else { return bar };
    let (at, last) = (at as u32 + 1, answer.ids.len() as u32);
    let phrases = ctx.phrases();
    let buttons = el("span.mk-pair")
        .child(step(at > 1, "-1", phrases.previous, shape::LEFT))
        .child(step(at < last, "1", phrases.next, shape::RIGHT));
    let pager = el("div.mk-pager")
        .child(el("span").text(naming::fill_two(phrases.position, at, last)))
        .child(buttons);
    bar.child(pager)
}

fn step(on: bool, by: &'static str, label: &'static str, shape: &'static str) -> Element {
    el("button")
        .key(by)
        .with("aria-label", label)
        .with_if(!on, "disabled")
        .does("step", by)
        .child(icon(shape))
}

/// The name, and once more in the writing of its own country.
fn name(ctx: Context<'_>, record: &Record) -> Element {
    let name = naming::record(ctx, record);
    let mut heading =
        el("h2.mk-title mk-detail-name|data-key=detail-name|id=mk-detail-name|tabindex=-1")
            .child(name.put(el("span")));
    if let Some((text, lang)) = naming::local(ctx, record) {
        let local = el("span.mk-local").with("lang", lang.tag());
        heading = heading.text(" ").child(local.text(text.to_owned()));
    }
    heading
}

/// `Korea Selatan, dengan Kota Bekasi`.
fn subtitle(ctx: Context<'_>, record: &Record) -> Element {
    let home = naming::place(ctx, &record.home);
    let country = naming::country(ctx, record);
    let text = fill(ctx.phrases().with_home, &[("name", &country), ("n", "\n")]);
    let (before, after) = parted(&text, b'\n').unwrap_or((&text, ""));
    el("p.mk-subtitle").text(before.to_owned()).child(home.put(el("strong"))).text(after.to_owned())
}
