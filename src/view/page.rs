//! The whole widget as one tree.
//!
//! In: context, state, answer, camera, land. Out: the one `div` of the widget, with as many regions as
//! the state has grown to. Where they stand is the style sheet's; here is only what there is.

use super::detail::detail;
use super::land::Land;
use super::{Context, REGIONS, Scenery, State, filters, head, map, results, search};
use crate::map::Camera;
use crate::markup::{Element, el};
use crate::query::Answer;

/// The number of the filters among the regions of a page.
pub const FILTERS: u8 = 1;
/// The number of the list, or the open record.
pub const LIST: u8 = 2;
/// The number of the map.
pub const MAP: u8 = 3;

/// The page of a widget.
#[must_use]
pub fn page(
    ctx: Context<'_>,
    state: &State,
    answer: &Answer,
    scenery: &Scenery,
    camera: &Camera,
    land: &Land,
) -> Element {
    let mut body = el("div.mk-body|data-key=body").child(search(ctx, state));
    for number in FILTERS..state.grown.min(REGIONS) {
        body = body.child(region(ctx, state, answer, scenery, camera, land, number));
    }
    el("div.mk")
        .with("lang", ctx.lang.tag())
        .with_if(state.selected.is_some(), "data-open")
        .with_if(state.large_map, "data-large")
        .maybe((state.grown > 0).then(|| head(ctx, state)))
        .child(body)
}

/// A region of the page: after the head and the search the filters, the list or the open record, the map.
#[must_use]
pub fn region(
    ctx: Context<'_>,
    state: &State,
    answer: &Answer,
    scenery: &Scenery,
    camera: &Camera,
    land: &Land,
    number: u8,
) -> Element {
    match (number, state.selected) {
        (FILTERS, _) => filters(ctx, state, answer),
        (LIST, Some(record)) => detail(ctx, state, answer, record),
        (LIST, None) => results(ctx, state, answer),
        _ => map(ctx, state, scenery, camera, land),
    }
}
