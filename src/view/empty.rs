//! An answer without records: what was asked, and the nearest way out.
//!
//! In: context, state. Out: a sentence, a button that gives up the one filter that costs most, a
//! link that gives up all.

use super::names;
use super::{Context, State, fill};
use crate::markup::{Element, el};
use crate::query::{Facet, Filter, query};

/// What stands in place of the list.
pub(super) fn empty(ctx: Context<'_>, state: &State) -> Element {
    let labels = ctx.labels();
    let asked = names::asked_words(ctx, &state.filter, ", ");
    let sentence = match asked.is_empty() {
        true => labels.nothing_yet.to_owned(),
        false => fill(labels.nothing_matches, &[("q", &asked)]),
    };
    let clear = el("button.mk-link|type=button|data-do=clear").text(labels.clear_all);
    el("div.mk-empty|data-key=empty")
        .child(el("p").text(sentence))
        .maybe(narrowest(ctx, &state.filter).map(|part| way_out(ctx, part)))
        .maybe((!asked.is_empty()).then_some(clear))
}

/// A part of a filter that can be given up by itself.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Part {
    Words,
    Facet(Facet),
    Years,
}

impl Part {
    const ALL: [Self; 7] = [
        Self::Words,
        Self::Facet(Facet::Sector),
        Self::Facet(Facet::Country),
        Self::Facet(Facet::Relation),
        Self::Facet(Facet::Stage),
        Self::Facet(Facet::Home),
        Self::Years,
    ];

    /// The filter without this part.
    fn left_out(self, filter: &Filter) -> Filter {
        let mut filter = filter.clone();
        match self {
            Self::Words => filter.q.clear(),
            Self::Facet(facet) => filter.chosen_mut(facet).clear(),
            Self::Years => {
                filter.years = None;
                filter.undated = false;
            }
        }
        filter
    }
}

/// The part whose loss gives most records; `None` if no single one gives any.
fn narrowest(ctx: Context<'_>, filter: &Filter) -> Option<Part> {
    let (mut best, mut most) = (None, 0);
    for part in Part::ALL {
        let less = part.left_out(filter);
        if less == *filter || less.is_empty() {
            continue;
        }
        let total = query(ctx.catalog, &less, ctx.lang, ctx.locale).total;
        if total > most {
            (best, most) = (Some(part), total);
        }
    }
    best
}

fn way_out(ctx: Context<'_>, part: Part) -> Element {
    let labels = ctx.labels();
    let (argument, name) = match part {
        Part::Words => ("q", labels.search),
        Part::Facet(facet) => (facet.key(), names::of_facet(ctx, facet)),
        Part::Years => ("year", labels.year),
    };
    el("button.mk-button|type=button")
        .does("drop", argument)
        .text(fill(labels.remove_filter, &[("name", &name.to_ascii_lowercase())]))
}
