//! The whole widget as one tree.
//!
//! In: context, state, answer, camera, land. Out: the `div` under the shadow root. Where the
//! regions stand is the style sheet's; here is only what there is.

use super::land::Land;
use super::{Context, State, filters, head, map, results, search};
use crate::catalog::RecordId;
use crate::map::Camera;
use crate::markup::{Element, el};
use crate::query::Answer;

/// The page of a widget.
#[must_use]
pub fn page(
    ctx: Context<'_>,
    state: &State,
    answer: &Answer,
    camera: &Camera,
    land: &Land,
) -> Element {
    let main = match state.selected {
        Some(record) => detail(ctx, record),
        None => results(ctx, state, answer),
    };
    el("div")
        .class("mk")
        .with("lang", ctx.lang.tag())
        .with_if(state.selected.is_some(), "data-open")
        .with_if(state.large_map, "data-large")
        .child(head(ctx, state))
        .child(
            el("div")
                .class("mk-body")
                .key("body")
                .child(search(ctx, state))
                .child(filters(ctx, state, answer))
                .child(main)
                .child(map(ctx, state, answer, camera, land)),
        )
}

/// The open record: the way back, its partners, what it is and what it is not.
fn detail(ctx: Context<'_>, id: RecordId) -> Element {
    let section = el("section").class("mk-detail").key("detail").with("part", "detail");
    let Some(record) = ctx.record(id) else { return section };
    let partners: Vec<String> = ctx.partners(record).map(|place| ctx.place(place).0).collect();
    let back = el("button").class("mk-link").with("type", "button").does("back", "");
    let name = el("h2").class("mk-title").key("detail-name").with("tabindex", "-1");
    section
        .child(back.text(ctx.labels().list))
        .child(name.text(partners.join(", ")))
        .child(ctx.put(el("p"), &record.summary))
}
