//! What a hand, the wheel and keys do on the map.
//!
//! In: events on the map, and the time. Out: actions. All of it travels in a later module, which comes when
//! a visitor first reaches for the map; until then the map's buttons do all there is to do.

use js_sys::Reflect;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement, KeyboardEvent, PointerEvent};

use super::{Shell, Stale};
use crate::geo::Pixel;
use crate::map::Camera;
use crate::view::hand::{Pointer, ZOOM, wheeled};
use crate::view::{self, Action, Aim, Effect, Gesture, matrix};
use crate::widget::events::{around, number, says};

/// How far an arrow key moves the map, pixels.
const STEP: f64 = 60.0;
/// A map that has not moved for as long is drawn anew where it was only carried, ms.
const SETTLED: f64 = 100.0;
/// No time at which there is more to paint.
pub(in crate::widget) const RESTS: f64 = -1.0;
/// What fills the screen.
const FULL: &str = ":fullscreen";
/// Keys with which the others are the browser's.
const ELSEWHERE: [&str; 3] = ["ctrlKey", "metaKey", "altKey"];

/// A painted map that is only carried to where the camera has moved.
#[derive(Default)]
pub(super) struct Carry {
    /// The camera that it was painted for; `None` if it has to be painted in any case.
    painted: Option<Camera>,
    /// When it moved last, until it is painted for where it rests.
    since: Option<f64>,
    /// Whether it is a layer of its own in the browser.
    layer: bool,
}

impl Carry {
    /// In how many milliseconds it has to be painted anew if it moves no further.
    pub(super) fn settles_in(&self) -> f64 {
        if self.since.is_some() { SETTLED } else { RESTS }
    }
}

impl Shell {
    /// Takes an event first; true if it means nothing else.
    #[inline(never)] // It travels in a later module.
    pub(in crate::widget) fn reach(&mut self, event: &Event) -> bool {
        let name = event.type_();
        match name.as_str() {
            "click" => return self.click(event),
            "keydown" => {
                self.hand.stop();
                return self.key(event.unchecked_ref());
            }
            "fullscreenchange" => {
                self.state.full = around(event, FULL).is_some();
                self.stale = self.stale.max(Stale::Map);
            }
            // What was listed may be another answer's, or in another language.
            "change" | "input" => {
                self.close_crowd();
            }
            "wheel" => self.wheel(event),
            "dblclick" => self.zoom_at(event),
            _ => self.point(&name, event.unchecked_ref()),
        }
        false
    }

    /// The click that ends a drag is none. Full screen is the page's to give; who opens a record leaves it.
    fn click(&mut self, event: &Event) -> bool {
        if self.hand.has_dragged() || self.disperse(event) {
            return true;
        }
        let full = around(event, "[data-do=full]").is_some();
        let home = around(event, "[data-do=home]").is_some();
        if full || self.state.full && around(event, "[data-do=select]").is_some() {
            self.effects.push(Effect::Full);
        }
        if home {
            self.show_homes();
        }
        let picture = around(event, "[data-do=picture]").is_some();
        if picture {
            self.effects.push(Effect::Picture);
        }
        full || home || picture
    }

    fn key(&mut self, event: &KeyboardEvent) -> bool {
        let name = event.key();
        if name == "Escape" && self.close_crowd() {
            self.effects.push(Effect::Focus("canvas".into()));
            return true;
        }
        // The browser leaves by itself.
        if self.state.full && name == "Escape" {
            return true;
        }
        if says(event, &ELSEWHERE) || around(event, "[data-map]").is_none() {
            return false;
        }
        let action = match name.as_str() {
            "ArrowLeft" => Action::Pan(STEP, 0.0),
            "ArrowRight" => Action::Pan(-STEP, 0.0),
            "ArrowUp" => Action::Pan(0.0, STEP),
            "ArrowDown" => Action::Pan(0.0, -STEP),
            "+" | "=" => Action::Zoom(ZOOM, None),
            "-" => Action::Zoom(1.0 / ZOOM, None),
            "0" => Action::Fit,
            "w" => Action::World,
            "h" => {
                self.show_homes();
                return true;
            }
            _ => return false,
        };
        event.prevent_default();
        self.carry(action, true);
        true
    }

    /// All homes of the dataset, as near as they can be seen together.
    fn show_homes(&mut self) {
        self.glide_to(view::fit_homes(self.context(), &self.state, &self.land));
    }

    /// A step from where the map is, be that painted or not; what glides is let go. The address follows once
    /// it `rests`: browsers bear only some changes a second.
    fn carry(&mut self, action: Action, rests: bool) {
        let told = self.effects.len();
        let round = self.camera.projection.round;
        if round <= 0.0 || round >= 1.0 {
            self.glide = None;
        }
        self.act(action);
        if !rests {
            self.effects.truncate(told);
        }
        if let (Aim::Free(camera), None) = (self.state.aim, &self.glide) {
            self.camera = camera;
        }
    }

    fn point(&mut self, name: &str, event: &PointerEvent) {
        if name == "pointerdown" {
            self.hand.stop();
        }
        let buttons = number(event, "buttons");
        if buttons <= 0.0 && name == "pointermove" {
            self.hand.release();
        }
        let mut steps = [None, None];
        if let Some(pointer) = pointer(event) {
            match name {
                "pointerdown" if number(event, "button") <= 0.0 => self.hand.press(pointer),
                "pointermove" if pointer.touch || buttons > 0.0 => steps = self.hand.pull(pointer),
                "pointerup" => steps[0] = self.hand.lift(pointer, !self.still),
                _ => {}
            }
        }
        for step in steps.into_iter().flatten() {
            self.carry(step, name == "pointerup");
        }
        if matches!(name, "pointerup" | "pointercancel") {
            if self.hand.has_moved() {
                self.effects.push(Effect::Address { push: false });
            }
            self.hand.cancel(number(event, "pointerId") as i32);
        }
    }

    fn zoom_at(&mut self, event: &Event) {
        // A double tap has been seen as such already.
        if let (false, Some(at)) = (self.hand.taps(), on_map(event)) {
            self.carry(Action::Zoom(ZOOM, Some(at)), true);
        }
    }

    /// The wheel scrolls the page; with Ctrl or ⌘, or where there is no page, it zooms the map.
    fn wheel(&mut self, event: &Event) {
        self.hand.stop();
        let Some(at) = on_map(event) else { return };
        if says(event, &ELSEWHERE[..2]) || self.state.full {
            event.prevent_default();
            self.carry(Action::Zoom(wheeled(number(event, "deltaY")), Some(at)), true);
        } else {
            self.act(Action::Hint(Gesture::Wheel));
        }
    }

    /// What belongs before a paint: the next step of a fling; and what a map has since it can be moved.
    #[inline(never)] // It travels in a later module.
    pub(super) fn tick(&mut self, now: f64) {
        if !self.state.reached {
            self.state.reached = true;
            self.state.may_fill = number(&self.document, "fullscreenEnabled") > 0.0;
            self.stale = self.stale.max(Stale::Map);
        }
        if self.carry.since.is_some_and(|since| now - since > SETTLED) {
            self.carry.since = None;
            // A globe was drawn as it now rests.
            if self.carry.layer {
                self.carry.painted = None;
                self.stale = self.stale.max(Stale::Map);
            }
        }
        if !self.hand.is_adrift() {
            return;
        }
        let before = self.camera;
        if let Some(Pixel { x, y }) = self.hand.drift(now) {
            self.carry(Action::Pan(x, y), false);
            // The first step takes no time; later ones that go nowhere have come to the world's edge.
            if self.camera == before && (x, y) != (0.0, 0.0) {
                self.hand.stop();
            }
        }
        if !self.hand.is_adrift() {
            self.effects.push(Effect::Address { push: false });
        }
    }

    /// Moves the painted map to where the camera is now, if that has moved a little and no page is stale;
    /// else the map has to be painted. What moves is a layer of its own in the browser, which draws nothing
    /// anew for it.
    #[inline(never)] // It travels in a later module.
    pub(super) fn carries(&mut self, stale: Stale, now: f64) -> bool {
        let painted = self.carry.painted.filter(|painted| *painted != self.camera);
        let painted = painted.filter(|_| stale == Stale::Map);
        let by = painted.and_then(|from| self.camera.carries(&from, &self.state.viewport));
        if by.is_some() || self.carry.layer {
            // It stays a layer as long as it moves, drawn anew or not. A globe turns: it is drawn for each
            // frame.
            self.carry.layer = painted.is_some() && self.camera.projection.round <= 0.0;
            let rest = if self.carry.layer { "none" } else { "" };
            self.transform(&by.map_or_else(|| rest.to_owned(), matrix));
        }
        self.carry.since = painted.map(|_| now);
        if by.is_none() {
            self.carry.painted = Some(self.camera);
        }
        by.is_some()
    }

    /// By the style's own object: policies refuse styles in attributes.
    fn transform(&self, how: &str) {
        if let Ok(Some(svg)) = self.root.query_selector(".mk-svg") {
            let style = svg.unchecked_ref::<HtmlElement>().style();
            let _ = Reflect::set(&style, &"transform".into(), &how.into());
        }
    }
}

/// Where a pointer is on the map, in pixels of its viewport; `None` beside it or on a control, and where an
/// event says nothing of it.
fn on_map(event: &Event) -> Option<Pixel> {
    let rect = around(event, "[data-map]")?.get_bounding_client_rect();
    let at = |place, edge| number(event, place) - number(&rect, edge);
    let at = Pixel { x: at("clientX", "left"), y: at("clientY", "top") };
    Some(at).filter(|at| (at.x + at.y).is_finite())
}

fn pointer(event: &PointerEvent) -> Option<Pointer> {
    Some(Pointer {
        id: number(event, "pointerId") as i32,
        at: on_map(event)?,
        time: number(event, "timeStamp"),
        touch: event.pointer_type() == "touch",
        alone: around(event, FULL).is_some(),
    })
}
