//! One facet: its values with their counts.
//!
//! In: context, state, answer. Out: a `fieldset` with one checkbox per value; sectors stand under
//! their groups.

use std::cmp::Ordering;

use super::icons::{icon, shape};
use super::names::{self, Name};
use super::{Context, State, fill, fill_number};
use crate::markup::{Element, el};
use crate::query::{Answer, Facet};
use crate::text::{joined, number};

/// More values than this are cut to [`FEW`].
const MANY: usize = 7;
/// How many values are shown of many.
const FEW: usize = 6;

/// A value with all that its row needs.
struct Row<'a> {
    index: usize,
    id: &'a str,
    name: Name,
    count: u32,
    chosen: bool,
}

/// A facet; `None` if it has nothing to choose from.
pub(super) fn facet(
    ctx: Context<'_>,
    state: &State,
    answer: &Answer,
    facet: Facet,
) -> Option<Element> {
    let rows = rows(ctx, state, answer, facet, None);
    if rows.is_empty() {
        return None;
    }
    let open = state.is_open(facet.key());
    let cut = rows.len() > MANY && !open;
    let mut rest = 0;
    let mut list = el("ul.mk-values");
    for (place, row) in rows.iter().enumerate() {
        if !cut || place < FEW || row.chosen {
            list = list.child(value(ctx, state, answer, facet, row));
        } else {
            rest += 1;
        }
    }
    let more = (rows.len() > MANY).then(|| rest_button(ctx, facet, rest));
    Some(
        el("fieldset.mk-facet")
            .key(facet.key())
            .with("part", "facet")
            .child(el("legend.mk-facet-name").text(names::of_facet(ctx, facet)))
            .child(list)
            .maybe(more),
    )
}

/// The values that have a count or are chosen: those without a group, or those of one group.
fn rows<'a>(
    ctx: Context<'a>,
    state: &State,
    answer: &Answer,
    facet: Facet,
    group: Option<usize>,
) -> Vec<Row<'a>> {
    let counts = answer.counts(facet);
    let mut rows = Vec::new();
    for (index, value) in ctx.catalog.values(facet).iter().enumerate() {
        let count = counts.get(index).copied().unwrap_or_default();
        let chosen = state.filter.has(facet, &value.id);
        let needed = count > 0 || chosen || chosen_below(ctx, state, facet, index);
        if value.parent == group && needed {
            let name = names::of_value(ctx, facet, &value.id);
            rows.push(Row { index, id: &value.id, name, count, chosen });
        }
    }
    if matches!(facet, Facet::Country | Facet::Home) || group.is_some() {
        return sorted(ctx, facet, rows);
    }
    rows
}

/// By how many records the whole dataset has, then by name: an order that stays while filtering.
fn sorted<'a>(ctx: Context<'_>, facet: Facet, rows: Vec<Row<'a>>) -> Vec<Row<'a>> {
    let size = |row: &Row<'_>| ctx.catalog.sizes(facet).get(row.index).copied().unwrap_or(0);
    let mut sorted: Vec<Row<'a>> = Vec::with_capacity(rows.len());
    for row in rows {
        let at = sorted.partition_point(|other| match size(other).cmp(&size(&row)) {
            Ordering::Equal => {
                ctx.locale.compare(ctx.lang, &other.name.text, &row.name.text).is_le()
            }
            order => order.is_gt(),
        });
        sorted.insert(at, row);
    }
    sorted
}

/// Whether a sector of this group is chosen.
fn chosen_below(ctx: Context<'_>, state: &State, facet: Facet, group: usize) -> bool {
    let mut values = ctx.catalog.values(facet).iter();
    values.any(|value| value.parent == Some(group) && state.filter.has(facet, &value.id))
}

/// A row, with the sectors of a group below it: all of them if it is open, else the chosen ones.
fn value(ctx: Context<'_>, state: &State, answer: &Answer, facet: Facet, row: &Row<'_>) -> Element {
    let item = el("li.mk-value").key(row.id.to_owned()).child(check(facet, row));
    let sub = rows(ctx, state, answer, facet, Some(row.index));
    if sub.is_empty() {
        return item;
    }
    let key = joined(&[facet.key(), "/", row.id]);
    let open = state.is_open(&key);
    let mut list = el("ul.mk-sub");
    for row in &sub {
        if open || row.chosen {
            list = list.child(value(ctx, state, answer, facet, row));
        }
    }
    let some = !list.children.is_empty();
    item.child(disclosure(ctx, key, open, row)).maybe(some.then_some(list))
}

fn check(facet: Facet, row: &Row<'_>) -> Element {
    let none = row.count == 0;
    let input = el("input.mk-box|type=checkbox")
        .with_if(row.chosen, "checked")
        .does("toggle", joined(&[facet.key(), "/", row.id]));
    let glyph = (facet == Facet::Relation).then(|| names::glyph(row.id)).flatten();
    el("label")
        .class(if none { "mk-row mk-none" } else { "mk-row" })
        .with("part", "facet-value")
        .child(input)
        .child(
            row.name.put(
                el("span.mk-label").maybe(glyph.map(|glyph| el("span.mk-glyph").child(glyph))),
            ),
        )
        .child(el("span.mk-count").text(number(row.count)))
}

fn disclosure(ctx: Context<'_>, key: String, open: bool, row: &Row<'_>) -> Element {
    let label = fill(ctx.labels().facet_details, &[("name", &row.name.text)]);
    el("button.mk-disclose|type=button")
        .with("aria-expanded", if open { "true" } else { "false" })
        .with("aria-label", label)
        .does("open", key)
        .child(icon(shape::DOWN))
}

fn rest_button(ctx: Context<'_>, facet: Facet, rest: u32) -> Element {
    let label = match rest {
        0 => ctx.labels().show_fewer.to_owned(),
        rest => fill_number(ctx.labels().show_more, rest),
    };
    el("button.mk-link mk-rest|data-key=rest|type=button").does("open", facet.key()).text(label)
}
