//! The list: number, order, what is chosen, a note on what could not be read, the cards.
//!
//! In: context, state, answer. Out: a `section`. The list goes on as its end comes near, up to a page, and
//! then on request; each card says which it is of how many.

use super::card::card;
use super::chips::chips;
use super::empty::empty;
use super::state::{PAGE, State};
use super::status::status;
use super::{Context, fill_number, names, naming};
use crate::markup::{Element, el};
use crate::query::Answer;
use crate::text::{joined, number};

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
    for (id, place) in answer.ids.iter().take(state.listed).zip(1..) {
        let card = card(ctx, state, *id).with("aria-posinset", number(place));
        list = list.child(card.with("aria-setsize", number(answer.ids.len() as u32)));
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
    let page = PAGE - state.listed % PAGE;
    let left = answer.ids.len().saturating_sub(state.listed).min(page) as u32;
    (left > 0).then(|| {
        el("button.mk-button mk-next|data-key=more|type=button|data-do=more")
            .text(fill_number(ctx.labels().show_more, left))
    })
}
