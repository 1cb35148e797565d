//! The map's picture for where nothing moves: a plain page, a sheet of paper.
//!
//! In: context, land, the box to fill. Out: arcs, marks and names of all records, and what the
//! ground below them needs: the camera and the countries to shade.

use super::drawing::drawing;
use super::land::Land;
use super::scene::{Scenery, camera, scenery};
use super::{Context, State};
use crate::map::{self, Camera, Viewport};
use crate::markup::Element;
use crate::query::query;

/// A picture without its ground.
pub(crate) struct Still {
    /// The `svg` with arcs, marks and names.
    pub(crate) drawing: Element,
    /// Where it looks.
    pub(crate) camera: Camera,
    /// Codes of the countries to shade.
    pub(crate) shades: Vec<[u8; 2]>,
}

/// Draws all records.
pub(crate) fn still(ctx: Context<'_>, land: &Land, view: &Viewport) -> Still {
    let mut state = State::new(ctx.lang);
    state.viewport = view.clone();
    let answer = query(ctx.catalog, &state.filter, ctx.lang, ctx.locale);
    let camera = camera(ctx, &state, land, None);
    let Scenery { scene, deeds } = scenery(ctx, &state, &answer, land);
    let picture = map::picture(&scene, &camera, view);
    let mut drawing = drawing(&picture, &camera, view, land, &deeds);
    // The first child is the ground of a map that moves: all of the world.
    drawing.children.remove(0);
    Still { drawing, camera, shades: picture.shades }
}
