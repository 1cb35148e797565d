//! Looks for a picture that no style sheet reaches: attributes of SVG itself, which the strictest
//! policy allows.
//!
//! In: the widget's drawing. Out: the same with its colours and lines, without what only the widget
//! reads. The colours are the light ones of the widget on a white ground of their own, so that the
//! picture reads on any host's page.

use crate::markup::{Element, Node, svg};

/// The colour of page and sea.
pub(super) const PAGE: &str = "#fff";
const INK: &str = "#15191c";
const INK2: &str = "#4c555c";
const ACCENT: &str = "#005a6e";
const LAND: &str = "#e7e9e5";
const SHADE: &str = "#a9ced6";

/// Attributes that make a look.
type Look = &'static [(&'static str, &'static str)];

/// What the widget reads, and nobody here.
const WIDGETS: [&str; 9] = [
    "class",
    "part",
    "data-arg",
    "data-do",
    "data-form",
    "data-key",
    "data-line",
    "data-point",
    "data-voice",
];

/// A path of the ground.
pub(super) fn ground(class: &str) -> Element {
    let look: Look = match class {
        "mk-land" => &[("fill", LAND)],
        "mk-shade" => &[("fill", SHADE)],
        "mk-borders" => &[("fill", "none"), ("stroke", PAGE), ("stroke-width", ".75")],
        _ => &[
            ("fill", "none"),
            ("stroke", PAGE),
            ("stroke-width", ".75"),
            ("stroke-dasharray", "2 2"),
        ],
    };
    put(svg("path"), look)
}

/// Dresses a drawing and all in it.
pub(super) fn dress(drawing: &mut Element) {
    dress_in(drawing, "");
}

/// `form` is the form of the mark that the element belongs to.
fn dress_in(element: &mut Element, form: &str) {
    let own = element.attribute("data-form").map(str::to_owned);
    let form = own.as_deref().unwrap_or(form);
    element.children.retain(|child| match child {
        Node::Element(child) => child.attribute("class") != Some("mk-hit"),
        Node::Text(_) => true,
    });
    for child in &mut element.children {
        if let Node::Element(child) = child {
            dress_in(child, form);
        }
    }
    let look = look(element, form);
    let halo = element.attribute("data-halo").is_some();
    element.attributes.retain(|(name, _)| {
        !WIDGETS.contains(name) && !matches!(*name, "data-state" | "data-halo")
    });
    for (name, value) in look.iter().chain(if halo { HALO } else { &[] }) {
        element.attributes.push((name, (*value).into()));
    }
}

const HALO: Look = &[
    ("stroke", PAGE),
    ("stroke-width", "3.5"),
    ("stroke-linejoin", "round"),
    ("paint-order", "stroke"),
];

fn look(element: &Element, form: &str) -> Look {
    match element.attribute("class").unwrap_or_default() {
        "mk-arc" => arc(element.attribute("data-line").unwrap_or_default()),
        "mk-arc mk-gap" => &[("fill", "none"), ("stroke", PAGE), ("stroke-width", "2")],
        "mk-shape" => shape(form),
        "mk-number" => &[("fill", PAGE), ("font-weight", "700"), ("text-anchor", "middle")],
        "mk-name" => name(element.attribute("data-voice").unwrap_or_default()),
        "mk-leader" => &[("stroke", INK)],
        "mk-leader-halo" => &[("stroke", PAGE), ("stroke-width", "4")],
        _ => &[],
    }
}

fn arc(line: &str) -> Look {
    match line {
        "contact" => &[
            ("fill", "none"),
            ("stroke", ACCENT),
            ("stroke-width", "2"),
            ("stroke-dasharray", "0 4.5"),
            ("stroke-linecap", "round"),
        ],
        "institution-agreement" => &[
            ("fill", "none"),
            ("stroke", ACCENT),
            ("stroke-width", "1.75"),
            ("stroke-dasharray", "10 4 0 4"),
            ("stroke-linecap", "round"),
        ],
        "letter-of-intent" => &[
            ("fill", "none"),
            ("stroke", ACCENT),
            ("stroke-width", "1.5"),
            ("stroke-dasharray", "8 4"),
        ],
        "sister-city" => &[("fill", "none"), ("stroke", ACCENT), ("stroke-width", "4.5")],
        _ => &[("fill", "none"), ("stroke", ACCENT), ("stroke-width", "1.5")],
    }
}

fn shape(form: &str) -> Look {
    match form {
        "home" => &[("fill", INK), ("stroke", PAGE), ("stroke-width", "1.5")],
        "partner" => &[("fill", ACCENT), ("stroke", PAGE), ("stroke-width", ".75")],
        _ => &[("fill", PAGE), ("stroke", ACCENT), ("stroke-width", "1.75")],
    }
}

fn name(voice: &str) -> Look {
    match voice {
        "country" => &[("fill", ACCENT), ("font-weight", "500")],
        "quiet" | "caption" => &[("fill", INK2)],
        _ => &[("fill", INK), ("font-weight", "500")],
    }
}

fn put(mut element: Element, look: Look) -> Element {
    for (name, value) in look {
        element = element.with(name, *value);
    }
    element
}
