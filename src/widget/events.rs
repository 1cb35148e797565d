//! Turns what the browser reports into actions: a table of verbs, no decisions.
//!
//! In: a DOM event that reached the shadow root. Out: an [`Action`], if it means one, and the
//! browser's own handling prevented where ours takes its place.

use wasm_bindgen::JsCast;
use web_sys::{
    Element, Event, HtmlInputElement, KeyboardEvent, MouseEvent, PointerEvent, WheelEvent,
};

use crate::geo::Pixel;
use crate::view::{Action, Gesture};

/// How far an arrow key moves the map, pixels.
const STEP: f64 = 60.0;
/// How much a key or a double click zooms.
const ZOOM: f64 = 1.6;

/// A map that is being dragged: where the pointers were.
#[derive(Default)]
pub(super) struct Drag {
    pointers: Vec<(i32, Pixel)>,
    moved: bool,
}

/// What an event means.
pub(super) fn read(event: &Event, drag: &mut Drag) -> Option<Action> {
    // What an event is called says what it is: asking the browser costs a call into it for each.
    match event.type_().as_str() {
        "click" => click(event.unchecked_ref(), drag),
        "change" | "input" => change(event),
        "keydown" => key(event.unchecked_ref()),
        "pointerover" | "focusin" => point(event),
        "pointerdown" => grab(event.unchecked_ref(), drag),
        "pointermove" => pull(event.unchecked_ref(), drag),
        "pointerup" | "pointercancel" => {
            let id = event.unchecked_ref::<PointerEvent>().pointer_id();
            if let Some(at) = drag.pointers.iter().position(|(pointer, _)| *pointer == id) {
                drag.pointers.swap_remove(at);
            }
            None
        }
        "wheel" => wheel(event.unchecked_ref()),
        "dblclick" => {
            let event: &MouseEvent = event.unchecked_ref();
            let at = on_map(event, event.client_x(), event.client_y())?;
            Some(Action::Zoom(ZOOM, Some(at)))
        }
        _ => None,
    }
}

/// The nearest element around the event's target that `selector` names.
fn around(event: &Event, selector: &str) -> Option<Element> {
    event.target()?.unchecked_ref::<Element>().closest(selector).ok()?
}

fn click(event: &MouseEvent, drag: &mut Drag) -> Option<Action> {
    if std::mem::take(&mut drag.moved) {
        return None;
    }
    let element = around(event, "[data-do]")?;
    let elsewhere = event.ctrl_key() || event.meta_key() || event.shift_key();
    if element.matches("input, select").unwrap_or_default()
        || (elsewhere && element.has_attribute("href"))
    {
        return None;
    }
    event.prevent_default();
    action_of(&element, "")
}

fn change(event: &Event) -> Option<Action> {
    let element = around(event, "[data-do]")?;
    // Text is followed as it is typed, all else once it is settled.
    if (event.type_() == "input") != (element.get_attribute("data-do")? == "q") {
        return None;
    }
    // Text fields and choices alike have a `value`.
    action_of(&element, &element.unchecked_ref::<HtmlInputElement>().value())
}

fn action_of(element: &Element, value: &str) -> Option<Action> {
    let verb = element.get_attribute("data-do")?;
    Action::read(&verb, &element.get_attribute("data-arg").unwrap_or_default(), value)
}

fn key(event: &KeyboardEvent) -> Option<Action> {
    let name = event.key();
    if name == "Escape" && !event.is_composing() {
        return Some(Action::Escape);
    }
    if name == "Enter" || name == " " {
        return press(event);
    }
    around(event, "[data-map]")?;
    let action = match name.as_str() {
        "ArrowLeft" => Action::Pan(STEP, 0.0),
        "ArrowRight" => Action::Pan(-STEP, 0.0),
        "ArrowUp" => Action::Pan(0.0, STEP),
        "ArrowDown" => Action::Pan(0.0, -STEP),
        "+" | "=" => Action::Zoom(ZOOM, None),
        "-" => Action::Zoom(1.0 / ZOOM, None),
        "0" => Action::Fit,
        _ => return None,
    };
    event.prevent_default();
    Some(action)
}

/// Elements that are no native control but can be pressed (marks on the map).
fn press(event: &KeyboardEvent) -> Option<Action> {
    let element = around(event, "g[data-do]")?;
    event.prevent_default();
    action_of(&element, "")
}

fn point(event: &Event) -> Option<Action> {
    let at = around(event, "[data-point]").and_then(|element| element.get_attribute("data-point"));
    Some(Action::Point(at))
}

/// Where a pointer is on the map, in pixels of its viewport; `None` beside it or on a control.
fn on_map(event: &Event, x: i32, y: i32) -> Option<Pixel> {
    let rect = around(event, "[data-map]")?.get_bounding_client_rect();
    Some(Pixel { x: f64::from(x) - rect.left(), y: f64::from(y) - rect.top() })
}

fn grab(event: &PointerEvent, drag: &mut Drag) -> Option<Action> {
    let at = on_map(event, event.client_x(), event.client_y())?;
    if event.button() == 0 {
        drag.moved = false;
        drag.pointers.push((event.pointer_id(), at));
    }
    None
}

/// One mouse pointer moves the map, two fingers move and zoom it, one finger scrolls the page.
fn pull(event: &PointerEvent, drag: &mut Drag) -> Option<Action> {
    let id = event.pointer_id();
    let touch = event.pointer_type() == "touch";
    if event.buttons() == 0 {
        drag.pointers.clear();
    }
    if touch && drag.pointers.len() < 2 {
        return (!drag.pointers.is_empty()).then_some(Action::Hint(Gesture::Touch));
    }
    let at = on_map(event, event.client_x(), event.client_y())?;
    let other = drag.pointers.iter().find(|(pointer, _)| *pointer != id).map(|(_, at)| *at);
    let before = drag.pointers.iter_mut().find(|(pointer, _)| *pointer == id)?;
    let from = std::mem::replace(&mut before.1, at);
    match other {
        Some(other) if touch => Some(Action::Zoom(gap(other, at) / gap(other, from), Some(other))),
        _ if far(from, at) || drag.moved => {
            drag.moved = true;
            event.prevent_default();
            Some(Action::Pan(at.x - from.x, at.y - from.y))
        }
        _ => {
            // Too little to be meant: keep where it began, so that a click stays a click.
            before.1 = from;
            None
        }
    }
}

fn gap(a: Pixel, b: Pixel) -> f64 {
    let (x, y) = (a.x - b.x, a.y - b.y);
    (x * x + y * y).sqrt().max(1.0)
}

fn far(a: Pixel, b: Pixel) -> bool {
    gap(a, b) > 3.0
}

/// The wheel scrolls the page; with Ctrl or ⌘ it zooms the map.
fn wheel(event: &WheelEvent) -> Option<Action> {
    let at = on_map(event, event.client_x(), event.client_y())?;
    if !(event.ctrl_key() || event.meta_key()) {
        return Some(Action::Hint(Gesture::Wheel));
    }
    event.prevent_default();
    let factor = if event.delta_y() < 0.0 { 1.2 } else { 1.0 / 1.2 };
    Some(Action::Zoom(factor, Some(at)))
}
