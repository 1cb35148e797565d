//! The list: number, order, what is chosen, a note on what could not be read, the cards.
//!
//! In: context, state, answer. Out: a `section`.

use super::card::card;
use super::chips::chips;
use super::empty::empty;
use super::status::status;
use super::{Context, PAGE, State, fill_number, names, naming};
use crate::markup::{Element, el};
use crate::query::Answer;
use crate::text::joined;

/// The results of a filter.
#[must_use]
pub fn results(ctx: Context<'_>, state: &State, answer: &Answer) -> Element {
    let section = el("section.mk-results|data-key=results|part=list")
        .with("aria-label", ctx.labels().list)
        .child(status(ctx, state, answer))
        .maybe(chips(ctx, &state.filter))
        .child(printed(ctx, state))
        .maybe(note(ctx));
    if answer.ids.is_empty() {
        return section.child(empty(ctx, state));
    }
    let mut list = el("ul.mk-list|data-key=list");
    for id in answer.ids.iter().take(state.listed) {
        list = list.child(card(ctx, state, *id));
    }
    section.child(list).maybe(more(ctx, state, answer))
}

/// The filter in words and the date of the data: for paper, where there are no chips.
fn printed(ctx: Context<'_>, state: &State) -> Element {
    let mut words = names::asked_words(ctx, &state.filter, "; ");
    let version = joined(&[ctx.labels().data_version, " ", &ctx.catalog.dataset().version]);
    naming::join(&mut words, "; ", &version);
    el("p.mk-printed|data-key=printed").text(words)
}

/// How many records of the file could not be read.
fn note(ctx: Context<'_>) -> Option<Element> {
    let unread = ctx.catalog.dataset().unread as u32;
    if unread == 0 {
        return None;
    }
    let labels = ctx.labels();
    let lost = if unread == 1 { labels.unread_one } else { labels.unread_many };
    Some(
        el("p.mk-note|data-key=note")
            .child(el("strong").text(fill_number(lost, unread)))
            .text(" ")
            .text(fill_number(labels.unread_rest, ctx.catalog.len() as u32)),
    )
}

fn more(ctx: Context<'_>, state: &State, answer: &Answer) -> Option<Element> {
    let left = answer.ids.len().saturating_sub(state.listed).min(PAGE) as u32;
    (left > 0).then(|| {
        el("button.mk-button mk-next|data-key=more|type=button|data-do=more")
            .text(fill_number(ctx.labels().show_more, left))
    })
}
