//! The map's region: picture, controls, legend.
//!
//! In: context, state, scenery, camera, land. Out: a `section`. The list says all that the map says,
//! so the picture itself is passed over by screen readers; the region is one stop of the Tab key,
//! for the arrow keys, and everything that a gesture does is also a button.

use super::aids::aids;
use super::drawing::drawing;
use super::icons::{icon, shape};
use super::land::Land;
use super::legend::legend;
use super::scene::Scenery;
use super::{Aim, Context, GROWN, REGIONS, State};
use crate::geo::Rect;
use crate::map::{self, Camera, Kind, Picture, Scene};
use crate::markup::{Element, el};

/// A widget narrower than this shows a small map with one button, em.
const SMALL: f64 = 30.0;
/// The small map is lower than this until it is enlarged, em.
const LOW: f64 = 18.0;

/// The map with all that belongs to it.
#[must_use]
pub fn map(
    ctx: Context<'_>,
    state: &State,
    scenery: &Scenery,
    camera: &Camera,
    land: &Land,
) -> Element {
    let Scenery { scene, deeds } = scenery;
    // Before its box is laid out there is nothing that could be drawn into it.
    let drawn = (state.viewport.width > 0.0).then(|| {
        let picture = picture(state, scene, camera);
        drawing(&picture, camera, &state.viewport, land, deeds)
    });
    let labels = ctx.labels();
    let canvas = el("div")
        .class("mk-canvas")
        .key("canvas")
        .with("data-map", "")
        .with("tabindex", "0")
        .with("role", "group")
        .with("aria-label", labels.map_keys)
        .maybe(drawn);
    let stage = el("div")
        .class("mk-stage")
        .key("stage")
        .child(canvas)
        .child(views(ctx, state))
        .child(tower(ctx, state, camera))
        .child(enlarge(ctx, state))
        .children(if state.reached { aids(ctx, state, camera, deeds) } else { Vec::new() });
    el("section")
        .class("mk-map")
        .key("map")
        .with("part", "map")
        .with("aria-label", labels.map)
        .child(stage)
        .child(legend(ctx, scene))
        .child(el("p").class("mk-credit").key("credit").text(labels.map_credit))
}

/// What is drawn above the land, as far as a new widget has grown.
fn picture(state: &State, scene: &Scene, camera: &Camera) -> Picture {
    if state.grown == REGIONS {
        return Picture::default();
    }
    let mut picture = map::picture(scene, camera, &state.viewport);
    if state.grown < GROWN {
        picture.labels = Vec::new();
    }
    picture
}

/// The boxes that the controls take on a map of `width` by `height` pixels in a widget `widget` em
/// wide; labels and marks keep out of them.
#[must_use]
pub fn controls(width: f64, height: f64, em: f64, widget: f64) -> Vec<Rect> {
    let small = widget < SMALL;
    let open = Rect { x0: width - 8.5 * em, y0: height - 3.2 * em, x1: width, y1: height };
    if small && height < LOW * em {
        return vec![open];
    }
    // On the enlarged small map the controls keep off its edges.
    let off = if small { 0.65 * em } else { 0.0 };
    let views = Rect { x0: 0.0, y0: 0.0, x1: 14.0 * em + off, y1: 2.5 * em + off };
    let tower = Rect { x0: width - 2.5 * em - off, y0: 0.0, x1: width, y1: 10.2 * em + off };
    if !small {
        return vec![views, tower];
    }
    // Two rows as high as a finger below.
    let below = Rect { x0: 0.0, y0: open.y0 - 3.2 * em, ..open };
    vec![views, tower, below]
}

fn button(label: &'static str, verb: &'static str, argument: &'static str) -> Element {
    el("button").with("aria-label", label).does(verb, argument)
}

fn views(ctx: Context<'_>, state: &State) -> Element {
    let labels = ctx.labels();
    let globe = state.aim != Aim::Region && state.projection() == Kind::Globe;
    let world = state.aim == Aim::World;
    let switch = |name: &'static str, argument: &'static str, on: bool| {
        el("button")
            .with("aria-pressed", if on { "true" } else { "false" })
            .does("view", argument)
            .text(name)
    };
    el("div")
        .class("mk-views mk-choice")
        .key("views")
        .with("role", "group")
        .with("aria-label", labels.map_view)
        .child(switch(labels.view_region, "region", !world && !globe))
        .child(switch(labels.view_world, "world", world))
        .child(switch(labels.view_globe, "globe", globe))
}

/// Zoom buttons, and below them the arrows, folded away.
fn tower(ctx: Context<'_>, state: &State, camera: &Camera) -> Element {
    let labels = ctx.labels();
    let zoom = el("div")
        .class("mk-zoom")
        .with("role", "group")
        .with("aria-label", labels.map_zoom)
        .child(
            button(labels.zoom_in, "zoom", "in")
                .with_if(!camera.can_grow(), "disabled")
                .child(icon(shape::PLUS)),
        )
        .child(
            button(labels.zoom_out, "zoom", "out")
                .with_if(!camera.can_shrink(&state.viewport), "disabled")
                .child(icon(shape::MINUS)),
        )
        .child(button(labels.zoom_fit, "fit", "").child(icon(shape::FRAME)));
    let arrows = [
        (labels.pan_left, "left", shape::LEFT),
        (labels.pan_up, "up", shape::UP),
        (labels.pan_down, "down", shape::DOWN),
        (labels.pan_right, "right", shape::RIGHT),
    ];
    let arrow = |(label, to, picture)| button(label, "pan", to).child(icon(picture));
    let pan = el("details")
        .class("mk-pan")
        .child(el("summary").with("aria-label", labels.map_move).child(icon(shape::MOVE)))
        .child(el("div").class("mk-pan-cross").children(arrows.map(arrow)));
    el("div").class("mk-tower").key("tower").child(zoom).child(pan)
}

fn enlarge(ctx: Context<'_>, state: &State) -> Element {
    let labels = ctx.labels();
    let (label, shape) = match state.large_map {
        true => (labels.map_close, shape::CROSS),
        false => (labels.map_open, shape::FRAME),
    };
    el("button")
        .class("mk-button mk-map-open")
        .key("enlarge")
        .with("aria-expanded", if state.large_map { "true" } else { "false" })
        .does("enlarge", "")
        .child(icon(shape))
        .child(el("span").text(label))
}
