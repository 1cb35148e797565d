//! All facets, as a column beside the list or as a sheet over it.
//!
//! In: context, state, answer. Out: one tree for both: below 68em the style sheet shows it only
//! while it has `data-sheet`, and the script puts it on the top layer as a popover then.

use super::facet::facet;
use super::icons::{icon, shape};
use super::names::ORDER;
use super::years::years;
use super::{Context, State, fill_number};
use crate::markup::{Element, el};
use crate::query::Answer;

/// The filters.
#[must_use]
pub fn filters(ctx: Context<'_>, state: &State, answer: &Answer) -> Element {
    let sheet = el("div.mk-sheet|data-key=filters");
    if !state.sheet {
        return sheet.child(panel(ctx, state, answer));
    }
    let scrim = el("div.mk-scrim|data-key=scrim|data-do=sheet|data-arg=close");
    sheet
        .with("data-sheet", "open")
        .with("popover", "manual")
        .child(scrim)
        .child(panel(ctx, state, answer))
}

fn panel(ctx: Context<'_>, state: &State, answer: &Answer) -> Element {
    let mut facets = el("div.mk-facets|data-key=facets");
    for one in ORDER {
        facets = facets.maybe(facet(ctx, state, answer, one));
    }
    let panel = el("section.mk-filters|data-key=sheet|part=filters");
    let panel = panel.with("aria-label", ctx.labels().filters);
    let panel = if state.sheet {
        panel.with("role", "dialog").with("aria-modal", "true").with("tabindex", "-1")
    } else {
        panel
    };
    panel
        .child(sheet_head(ctx))
        .child(facets.maybe(years(ctx, state, answer)))
        .child(sheet_foot(ctx, state, answer))
}

fn sheet_head(ctx: Context<'_>) -> Element {
    el("div.mk-sheet-head|data-key=head")
        .child(el("h3.mk-sheet-title").text(ctx.labels().filter))
        .child(
            el("button.mk-close|type=button")
                .with("aria-label", ctx.labels().close)
                .does("sheet", "close")
                .child(icon(shape::CROSS)),
        )
}

fn sheet_foot(ctx: Context<'_>, state: &State, answer: &Answer) -> Element {
    let labels = ctx.labels();
    let clear = (!state.filter.is_empty()).then(|| {
        el("button.mk-link|data-key=clear|type=button|data-do=clear").text(labels.clear_all)
    });
    let show = if answer.total == 1 { labels.show_one } else { labels.show_many };
    el("div.mk-sheet-foot|data-key=foot").maybe(clear).child(
        el("button.mk-button mk-strong|data-key=show|type=button|data-do=sheet|data-arg=close")
            .text(fill_number(show, answer.total)),
    )
}
