//! How many records match, and in which order they stand.
//!
//! In: context, state, answer. Out: one row; and the same number as a sentence for screen readers,
//! which the script puts into its live region once typing has settled.

use super::icons::{icon, shape};
use super::{Context, State, fill};
use crate::markup::{Element, el};
use crate::query::{Answer, Sort};
use crate::text::{number, parted, trimmed};

/// Number and order.
pub(super) fn status(ctx: Context<'_>, state: &State, answer: &Answer) -> Element {
    el("div.mk-bar|data-key=bar").child(count(ctx, answer)).child(sort(ctx, state))
}

/// What a screen reader is told of an answer.
#[must_use]
pub fn announcement(ctx: Context<'_>, answer: &Answer) -> String {
    sentence(ctx, answer, &number(answer.total))
}

/// The sentence, with the number of matches as given.
fn sentence(ctx: Context<'_>, answer: &Answer, total: &str) -> String {
    let labels = ctx.labels();
    let pattern = match (answer.total == answer.of, answer.of) {
        (true, 1) => labels.status_one,
        (true, _) => labels.status_many,
        (false, 1) => labels.status_of_one,
        (false, _) => labels.status_of_many,
    };
    fill(pattern, &[("n", total), ("m", &number(answer.of))])
}

/// The sentence with its number in bold.
fn count(ctx: Context<'_>, answer: &Answer) -> Element {
    let sentence = sentence(ctx, answer, "\n");
    let (before, after) = parted(&sentence, b'\n').unwrap_or(("", &sentence));
    el("p.mk-status|part=status")
        .text(before.to_owned())
        .child(el("strong").text(number(answer.total)))
        .text(after.to_owned())
}

fn sort(ctx: Context<'_>, state: &State) -> Element {
    let now = state.filter.order();
    let sought = !trimmed(&state.filter.q).is_empty();
    let mut select = el("select|data-do=sort");
    for sort in Sort::ALL {
        if sought || sort != Sort::Relevance {
            select = select.child(
                el("option")
                    .key(sort.key())
                    .with("value", sort.key())
                    .with_if(sort == now, "selected")
                    .text(order(ctx, sort)),
            );
        }
    }
    el("label.mk-sort")
        .child(el("span").text(ctx.labels().sort))
        .child(el("span.mk-pick").child(select).child(icon(shape::DOWN)))
}

fn order(ctx: Context<'_>, sort: Sort) -> &'static str {
    let labels = ctx.labels();
    match sort {
        Sort::Newest => labels.sort_newest,
        Sort::Relevance => labels.sort_relevance,
        Sort::Partner => labels.sort_partner,
        Sort::Distance => labels.sort_distance,
    }
}
