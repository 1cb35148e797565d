//! The whole widget as one tree.
//!
//! In: context, state, answer, camera, land. Out: the one `div` of the widget, with as many regions as
//! the state has grown to. Where they stand is the style sheet's; here is only what there is.

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
    let mut body = el("div.mk-body|data-key=body").child(search(ctx, state));
    if state.grown > 2 {
        body = body.child(filters(ctx, state, answer));
    }
    if state.grown > 3 {
        body = body.child(match state.selected {
            Some(record) => detail(ctx, state, answer, record),
            None => results(ctx, state, answer),
        });
    }
    if state.grown > 4 {
        body = body.child(map(ctx, state, answer, camera, land));
    }
    el("div.mk")
        .with("lang", ctx.lang.tag())
        .with_if(state.selected.is_some(), "data-open")
        .with_if(state.large_map, "data-large")
        .maybe((state.grown > 0).then(|| head(ctx, state)))
        .child(body)
}
