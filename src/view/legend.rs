//! What the shapes and lines of the map mean.
//!
//! In: context and scene. Out: a list: first the marks, then the lines, only those that occur.

use super::drawing::shape;
use super::{Context, glyph};
use crate::dataset::Relation;
use crate::map::{Form, Scene, Side};
use crate::markup::{Element, el, svg};

/// The legend of a scene.
pub(super) fn legend(ctx: Context<'_>, scene: &Scene) -> Element {
    let labels = ctx.labels();
    let has = |wanted: fn(&Side) -> bool| scene.marks.iter().any(|mark| wanted(&mark.side));
    let marks = [
        (has(|side| *side == Side::Home), Form::Square, labels.home),
        (has(|side| *side == Side::Partner), Form::Circle, labels.partner_city),
        (has(|side| matches!(side, Side::Country(_))), Form::Diamond, labels.partner_country),
    ];
    let marks = marks
        .into_iter()
        .filter(|(there, ..)| *there)
        .map(|(_, form, name)| entry(swatch(form), name));
    let lines = Relation::ALL
        .iter()
        .copied()
        .rev()
        .filter(|relation| scene.ties.iter().any(|tie| tie.line == super::scene::line(*relation)))
        .map(|relation| entry(glyph::glyph(relation, false), labels.relation_name(relation)));
    el("ul")
        .class("mk-legend")
        .key("legend")
        .with("aria-label", labels.map_legend)
        .children(marks)
        .children(lines)
}

fn entry(picture: Element, name: &'static str) -> Element {
    el("li").child(picture).child(el("span").text(name))
}

/// A mark as it stands on the map; that of a country on a patch of shaded land.
fn swatch(form: Form) -> Element {
    let (class, window, width, name) = match form {
        Form::Square => ("mk-sample", "-6 -6 12 12", "12", "home"),
        Form::Circle => ("mk-sample", "-6 -6 12 12", "12", "partner"),
        Form::Diamond => ("mk-sample mk-swatch", "-10 -6 20 12", "20", "country"),
    };
    svg("svg")
        .class(class)
        .with("viewBox", window)
        .with("width", width)
        .with("height", "12")
        .with("aria-hidden", "true")
        .with("data-form", name)
        .child(shape(form, if form == Form::Diamond { 9.0 } else { 10.0 }))
}
