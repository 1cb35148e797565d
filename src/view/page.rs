//! The whole widget as one tree.
//!
//! In: context, state, answer, camera, land. Out: the `div` under the shadow root. Where the
//! regions stand is the style sheet's; here is only what there is.

use super::detail::detail;
use super::land::Land;
use super::{Context, State, filters, head, map, results, search};
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
        Some(record) => detail(ctx, state, answer, record),
        None => results(ctx, state, answer),
    };
    el("div.mk")
        .with("lang", ctx.lang.tag())
        .with_if(state.selected.is_some(), "data-open")
        .with_if(state.large_map, "data-large")
        .child(head(ctx, state))
        .child(
            el("div.mk-body|data-key=body")
                .child(search(ctx, state))
                .child(filters(ctx, state, answer))
                .child(main)
                .child(map(ctx, state, answer, camera, land)),
        )
}
