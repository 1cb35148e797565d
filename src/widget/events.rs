//! Turns what the browser reports into actions: a table of verbs, no decisions.
//!
//! In: a DOM event that reached the shadow root. Out: an [`Action`], if it means one, and the
//! browser's own handling prevented where ours takes its place. What moves the map is read by
//! `shell::moving`.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{Element, Event, HtmlInputElement, KeyboardEvent};

use crate::view::Action;

#[wasm_bindgen]
extern "C" {
    /// A number or a yes (1) of an object by its name; no number where there is none. One function of the
    /// script for what would be one for each name.
    #[wasm_bindgen(js_namespace = Reflect, js_name = get)]
    pub(super) fn number(of: &wasm_bindgen::JsValue, name: &str) -> f64;
}

/// Whether an event says yes to any of these properties.
pub(super) fn says(event: &Event, names: &[&str]) -> bool {
    names.iter().any(|name| number(event, name) > 0.0)
}

/// What an event means.
pub(super) fn read(event: &Event) -> Option<Action> {
    // What an event is called says what it is: asking the browser costs a call into it for each.
    match event.type_().as_str() {
        "click" => click(event),
        "change" | "input" => change(event),
        "keydown" => key(event.unchecked_ref()),
        "pointerover" | "focusin" => point(event),
        _ => None,
    }
}

/// The nearest element around the event's target that `selector` names.
pub(super) fn around(event: &Event, selector: &str) -> Option<Element> {
    event.target()?.unchecked_ref::<Element>().closest(selector).ok()?
}

fn click(event: &Event) -> Option<Action> {
    let element = around(event, "[data-do]")?;
    let elsewhere = says(event, &["ctrlKey", "metaKey", "shiftKey"]);
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
    if name == "Escape" && !says(event, &["isComposing"]) {
        return Some(Action::Escape);
    }
    if name == "Enter" || name == " " {
        return press(event);
    }
    None
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
