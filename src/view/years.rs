//! The years: bars as a picture, two fields as the control.
//!
//! In: context, state, answer. Out: a `fieldset` like the facets'.

use super::{Context, State};
use crate::markup::{Element, el, svg};
use crate::query::Answer;
use crate::text::{joined, number};

/// Width of a year in the picture.
const SLOT: u32 = 10;
/// Width of a bar.
const BAR: u32 = 7;
/// Height of one record in the picture.
const UNIT: u32 = 10;
/// The picture is at least so many records high, so that few records give no towers.
const LEAST: u32 = 4;

/// The years of the answer; `None` if the dataset knows of no date and nothing is undated.
pub(super) fn years(ctx: Context<'_>, state: &State, answer: &Answer) -> Option<Element> {
    let bounds = ctx.catalog.years().first().zip(ctx.catalog.years().last());
    let undated = answer.undated > 0 || state.filter.undated;
    if bounds.is_none() && !undated {
        return None;
    }
    let mut facet = el("fieldset.mk-facet|data-key=year|part=facet")
        .child(el("legend.mk-facet-name").text(ctx.labels().year));
    if let Some((first, last)) = bounds {
        facet = facet.child(bars(answer, *first, *last)).child(fields(ctx, state, *first, *last));
    }
    Some(facet.maybe(undated.then(|| undated_row(ctx, state, answer))))
}

fn bars(answer: &Answer, first: u16, last: u16) -> Element {
    let mut most = LEAST;
    for (_, count) in &answer.years {
        most = most.max(*count);
    }
    let height = most * UNIT;
    let width = u32::from(last - first + 1) * SLOT;
    let mut picture = svg("svg.mk-bars|preserveAspectRatio=none|aria-hidden=true")
        .with("viewBox", joined(&["0 0 ", &number(width), " ", &number(height)]));
    for (year, count) in &answer.years {
        if *count > 0 {
            let bar = svg("rect")
                .with("x", number(u32::from(year.saturating_sub(first)) * SLOT))
                .with("y", number(height - count * UNIT))
                .with("width", number(BAR))
                .with("height", number(count * UNIT));
            picture = picture.child(bar);
        }
    }
    let base = svg("line").with("x2", number(width)).with("y1", number(height));
    picture.child(base.with("y2", number(height)))
}

fn fields(ctx: Context<'_>, state: &State, first: u16, last: u16) -> Element {
    let years = state.filter.years;
    let field = |verb, label, value: u16| {
        el("label").child(el("span").text(label)).child(
            el("input")
                .key(verb)
                .with("type", "number")
                .with("inputmode", "numeric")
                .with("min", number(u32::from(first)))
                .with("max", number(u32::from(last)))
                .with("value", number(u32::from(value)))
                .does(verb, ""),
        )
    };
    let labels = ctx.labels();
    el("div.mk-years")
        .child(field("from", labels.year_from, years.map_or(first, |years| years.from.max(first))))
        .child(field("to", labels.year_to, years.map_or(last, |years| years.to.min(last))))
}

fn undated_row(ctx: Context<'_>, state: &State, answer: &Answer) -> Element {
    el("div.mk-value").child(
        el("label.mk-row|part=facet-value")
            .child(
                el("input.mk-box|type=checkbox")
                    .with_if(state.filter.undated, "checked")
                    .does("undated", ""),
            )
            .child(el("span.mk-label").text(ctx.labels().undated))
            .child(el("span.mk-count").text(number(answer.undated))),
    )
}
