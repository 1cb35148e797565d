//! The map's picture as SVG.
//!
//! In: a [`Picture`] and what each of its marks does. Out: one `svg` element. Colours, widths and
//! dashes are the style sheet's, by class and `data-` attributes; here is only where things lie.

use std::rc::Rc;

use super::land::Land;
use super::piece::Layer;
use super::pixels::{push, push_places, push_point, px};
use crate::geo::Pixel;
use crate::map::{
    Anchor, Arc, Camera, Form, Label, Line, Picture, Spot, State as Stand, Viewport, Voice,
};
use crate::markup::{Element, svg};

/// What a mark does and what it is called.
pub(super) struct Deed {
    /// Keys of the scene's marks.
    pub(super) key: u32,
    /// Verb and argument.
    pub(super) does: Option<(&'static str, String)>,
    /// Id of the record that is pointed at with it.
    pub(super) points: Option<String>,
    /// Its full name.
    pub(super) name: String,
}

/// Draws the picture.
pub(super) fn drawing(
    picture: &Picture,
    camera: &Camera,
    view: &Viewport,
    land: &Land,
    deeds: &[Deed],
) -> Element {
    let mut window = String::from("0 0 ");
    push_point(&mut window, Pixel { x: view.width.max(1.0), y: view.height.max(1.0) });
    let mut arcs = svg("g").key("arcs");
    for arc in &picture.arcs {
        arcs = strokes(arcs, arc);
    }
    let mut marks = svg("g").key("marks");
    for spot in &picture.spots {
        marks = marks.child(mark(spot, deeds, view));
    }
    let mut names = svg("g").key("names");
    for label in &picture.labels {
        names = name(names, label);
    }
    svg("svg")
        .class(if picture.narrow { "mk-svg mk-narrow" } else { "mk-svg" })
        .with("viewBox", window)
        .with("aria-hidden", "true")
        .child(ground(picture, camera, view, land))
        .child(arcs)
        .child(marks)
        .child(names)
}

/// Land, shaded countries, borders, the finer over the coarser: lattice steps under one transform.
fn ground(picture: &Picture, camera: &Camera, view: &Viewport, land: &Land) -> Element {
    let shift = camera.transform(view);
    let mut transform = moved(Pixel { x: shift.x, y: shift.y });
    transform.push_str("scale(");
    push_places(&mut transform, shift.scale, 7);
    transform.push(')');
    let mut ground = svg("g").key("ground").with("transform", transform);
    for piece in land.pieces(camera) {
        let mut group = svg("g").key(Rc::clone(&piece.name));
        group = all(group, &piece.layers);
        for (code, shape) in &piece.shapes {
            if picture.shades.contains(code) {
                group = group.child(path("mk-shade", Rc::clone(shape)));
            }
        }
        ground = ground.child(all(group, &piece.borders));
    }
    ground
}

fn all(mut group: Element, layers: &[Layer]) -> Element {
    for (class, data) in layers {
        group = group.child(path(class, Rc::clone(data)));
    }
    group
}

fn path(class: &'static str, data: Rc<str>) -> Element {
    svg("path").class(class).with("d", data)
}

/// Adds the strokes of an arc: a halo below a selected one, a gap along the middle of a double one.
fn strokes(mut group: Element, arc: &Arc) -> Element {
    let mut data = String::new();
    for piece in &arc.pieces {
        for (place, point) in piece.iter().enumerate() {
            data.push(if place == 0 { 'M' } else { 'L' });
            push_point(&mut data, *point);
        }
    }
    let data: Rc<str> = Rc::from(data);
    let layers = [
        ("mk-arc mk-halo", arc.state == Stand::Selected),
        ("mk-arc", true),
        ("mk-arc mk-gap", arc.line == Line::SisterCity),
    ];
    for (class, there) in layers {
        if there {
            let stroke = path(class, Rc::clone(&data))
                .with("data-line", line(arc.line))
                .with("data-state", stand(arc.state));
            group = group.child(stroke);
        }
    }
    group
}

/// The name of a line in the style sheet: the relation's id.
const fn line(line: Line) -> &'static str {
    match line {
        Line::Contact => "contact",
        Line::InstitutionAgreement => "institution-agreement",
        Line::LetterOfIntent => "letter-of-intent",
        Line::Memorandum => "memorandum",
        Line::SisterCity => "sister-city",
    }
}

const fn stand(state: Stand) -> &'static str {
    match state {
        Stand::Off => "off",
        Stand::Normal => "normal",
        Stand::Selected => "selected",
    }
}

/// A mark: what takes the pointer, the ring, the shape, the number.
fn mark(spot: &Spot, deeds: &[Deed], view: &Viewport) -> Element {
    let first = spot.keys.first().copied().unwrap_or_default();
    let mut group = svg("g")
        .class("mk-mark")
        .key(crate::text::number(first))
        .with("part", "marker")
        .with("data-form", form(spot.form))
        .with("data-state", stand(spot.state))
        .with("transform", moved(spot.at));
    let mut names = String::new();
    for key in &spot.keys {
        let Some(deed) = deeds.iter().find(|deed| deed.key == *key) else { continue };
        if *key == first {
            group = acting(group, deed, spot);
        } else {
            names.push_str(", ");
        }
        names.push_str(&deed.name);
    }
    group =
        group.child(svg("title").text(names)).child(svg("circle").class("mk-hit").with("r", "12"));
    if spot.ring > 0.0 {
        group = group.child(svg("circle").class("mk-ring").with("r", px(spot.ring)));
    }
    group = group.child(shape(spot.form, spot.size));
    if spot.keys.len() > 1 {
        let size = 12.0 * view.em / 16.0;
        group = group.child(
            svg("text")
                .class("mk-number")
                .with("font-size", px(size))
                .with("y", px(size * 0.36))
                .text(crate::text::number(spot.keys.len() as u32)),
        );
    }
    group
}

/// What a press on a mark does, and which record is pointed at with it.
fn acting(mut group: Element, deed: &Deed, spot: &Spot) -> Element {
    // Several homes in one mark cannot be told apart by a press.
    let one = spot.form != Form::Square || spot.keys.len() == 1;
    if let Some((verb, argument)) = deed.does.as_ref().filter(|_| one) {
        group = group.does(verb, argument.clone());
    }
    if let Some(id) = &deed.points {
        group = group.with("data-point", id.clone());
    }
    group
}

const fn form(form: Form) -> &'static str {
    match form {
        Form::Square => "home",
        Form::Circle => "partner",
        Form::Diamond => "country",
    }
}

/// The shape of a mark about the origin.
pub(super) fn shape(form: Form, size: f64) -> Element {
    let half = size / 2.0;
    let shape = match form {
        Form::Square => svg("rect")
            .with("x", px(-half))
            .with("y", px(-half))
            .with("width", px(size))
            .with("height", px(size)),
        Form::Circle => svg("circle").with("r", px(half)),
        Form::Diamond => {
            let mut data = String::from("M0 ");
            push(&mut data, -half);
            for (x, y) in [(half, 0.0), (0.0, half), (-half, 0.0)] {
                data.push('L');
                push_point(&mut data, Pixel { x, y });
            }
            data.push('z');
            svg("path").with("d", data)
        }
    };
    shape.class("mk-shape")
}

/// What brings a shape from the origin to its place.
fn moved(to: Pixel) -> String {
    let mut transform = String::from("translate(");
    push_point(&mut transform, to);
    transform.push(')');
    transform
}

/// Adds a label: its leader, then its lines. It is set at the origin, so that browsers need not set it
/// anew where it only moves.
fn name(mut group: Element, label: &Label) -> Element {
    if let Some((from, to)) = label.leader {
        let mut data = String::from("M");
        push_point(&mut data, from);
        data.push('L');
        push_point(&mut data, to);
        let data: Rc<str> = Rc::from(data);
        group =
            group.child(path("mk-leader-halo", Rc::clone(&data))).child(path("mk-leader", data));
    }
    let mut text = svg("text")
        .class("mk-name")
        .with("data-voice", voice(label.voice))
        .with("font-size", px(label.size))
        .with("text-anchor", anchor(label.anchor))
        .with("transform", moved(label.at))
        .with_if(label.halo, "data-halo");
    for (row, words) in label.lines.iter().enumerate() {
        text = text.child(
            svg("tspan")
                .with("x", "0")
                .with("y", px(label.leading * row as f64))
                .text(words.clone()),
        );
    }
    group.child(text)
}

const fn voice(voice: Voice) -> &'static str {
    match voice {
        Voice::Selected => "selected",
        Voice::Pointed => "pointed",
        Voice::Home => "home",
        Voice::Partner => "partner",
        Voice::Country => "country",
        Voice::Quiet => "quiet",
        Voice::Caption => "caption",
    }
}

const fn anchor(anchor: Anchor) -> &'static str {
    match anchor {
        Anchor::Start => "start",
        Anchor::Middle => "middle",
        Anchor::End => "end",
    }
}
