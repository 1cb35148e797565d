//! What the shapes and lines of the map mean.
//!
//! In: context and scene. Out: a list: first the marks, then the lines, only those that occur.

use super::drawing::shape;
use super::{Context, glyph};
use crate::dataset::Relation;
use crate::map::{Form, Scene};
use crate::markup::{Element, el, svg};

/// The legend of a scene.
pub(super) fn legend(ctx: Context<'_>, scene: &Scene) -> Element {
    let labels = ctx.labels();
    let mut list = el("ul").class("mk-legend").key("legend").with("aria-label", labels.map_legend);
    for (form, name) in [
        (Form::Square, labels.home),
        (Form::Circle, labels.partner_city),
        (Form::Diamond, labels.partner_country),
    ] {
        if scene.marks.iter().any(|mark| Form::of(mark.side) == form) {
            list = list.child(entry(swatch(form), name));
        }
    }
    for relation in Relation::ALL.iter().rev() {
        let line = super::scene::line(*relation);
        if scene.ties.iter().any(|tie| tie.line == line) {
            let picture = glyph::glyph(*relation, false);
            list = list.child(entry(picture, labels.relation_name(*relation)));
        }
    }
    list
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
