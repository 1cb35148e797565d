//! Marks on the screen: those of one side that would overlap become one with a number.
//!
//! In: the marks of a scene, a camera and a viewport. Out: [`Spot`]s in the order of drawing. Which
//! marks are one depends on the scale and never on what part of the map is seen.

use std::mem::take;

use super::ranked::ranked;
use super::{Camera, Form, Mark, Plane, Scene, Spot, State, Viewport};
use crate::geo::{Pixel, Rect};

/// Spots this far outside the viewport are drawn, and keep others from their place, pixels at 16 px per em.
pub(super) const BESIDE: f64 = 48.0;
/// The page-coloured edge of a mark.
const EDGE: f64 = 1.5;
/// Between a diamond's tip and another mark: tips are thin, their edge is hardly seen.
const TIPS: f64 = 0.5;
/// Drawn larger when selected, and the ring round that.
const SELECTED: f64 = 2.0;
const RING: f64 = 4.0;

/// Marks of one side and state on their way to a spot.
struct Group<'a> {
    members: Vec<&'a Mark>,
    form: Form,
    state: State,
    /// Its middle on the screen.
    at: Pixel,
    /// Its middle on the flat map, pixels from the middle of that: the camera may move and the globe
    /// may turn without changing it.
    ground: Pixel,
    size: f64,
    /// Drawn above all groups of lower layers.
    layer: u8,
}

/// The furthest that two marks can touch, pixels at 16 px per em.
const LARGEST: f64 = 28.0 + EDGE;
/// More than any distance from the middle of a map, pixels; and the parts of a pixel that are told
/// apart where marks are put in order.
const FAR: f64 = 1_000_000.0;
const FINE: f64 = 4_096.0;

/// The layer of what is selected, above all others.
const TOP: u8 = 4;

/// All spots that the viewport shows, from below to above: countries, partners, homes, partners
/// that a home would cover, what is selected. What is selected is never merged with what is not,
/// and what would touch it is left out: the list still has it.
#[must_use]
pub fn spots(scene: &Scene, camera: &Camera, view: &Viewport) -> Vec<Spot> {
    let unit = view.em / 16.0;
    let sheet = Rect { x0: 0.0, y0: 0.0, x1: view.width, y1: view.height }.grown(BESIDE * unit);
    let mut drawn: Vec<Group> = Vec::new();
    for state in [State::Selected, State::Normal, State::Off] {
        for form in [Form::Square, Form::Circle, Form::Diamond] {
            for mut group in cluster(alone(scene, camera, form, state, unit), unit) {
                group.show(camera, view);
                if sheet.holds(&Rect::around(group.at, 0.0, 0.0))
                    && let Some(layer) = layer(&group, &drawn, unit)
                {
                    group.layer = layer;
                    drawn.push(group);
                }
            }
        }
    }
    let mut spots = Vec::new();
    for layer in 0..=TOP {
        for group in &drawn {
            if group.layer == layer {
                spots.push(group.spot(scene, unit));
            }
        }
    }
    spots
}

/// The marks of one form and state, each by itself.
fn alone<'a>(
    scene: &'a Scene,
    camera: &Camera,
    form: Form,
    state: State,
    unit: f64,
) -> Vec<Group<'a>> {
    let on = camera.projection;
    let mut groups = Vec::new();
    for mark in &scene.marks {
        if Form::of(mark.side) == form && stands(scene, mark.key) == state {
            let plane = on.project_offset(on.offset(mark.at.lon), mark.at.lat);
            let ground = Pixel { x: plane.x * camera.scale, y: plane.y * camera.scale };
            let size = size(form, 1) * unit;
            groups.push(Group {
                members: vec![mark],
                form,
                state,
                at: ground,
                ground,
                size,
                layer: 0,
            });
        }
    }
    groups
}

/// Groups merged until none touches another; countries stay what they are.
fn cluster(mut groups: Vec<Group<'_>>, unit: f64) -> Vec<Group<'_>> {
    let lone = groups.first().is_none_or(|group| group.form == Form::Diamond);
    let mut before = if lone { 0 } else { usize::MAX };
    while groups.len() < before {
        before = groups.len();
        groups = merged(&mut groups, unit);
    }
    groups
}

/// Goes through the groups from one side of the map to the other: each that touches one before it
/// becomes part of that.
fn merged<'a>(groups: &mut [Group<'a>], unit: f64) -> Vec<Group<'a>> {
    let rank =
        |place: usize| groups.get(place).map_or(0, |group| ((group.ground.x + FAR) * FINE) as u64);
    let order = ranked(groups.len(), &rank);
    let mut kept: Vec<Group> = Vec::new();
    // What lies before this one is too far away for all that is still to come.
    let mut near = 0;
    for place in order {
        let Some(group) = groups.get_mut(place) else { continue };
        let left = group.ground.x - LARGEST * unit;
        while kept.get(near).is_some_and(|other| other.ground.x < left) {
            near += 1;
        }
        let mut others = kept.iter_mut().skip(near);
        match others.find(|other| touch(group, other, EDGE * unit)) {
            Some(other) => other.absorb(group, unit),
            None => kept.push(Group { members: take(&mut group.members), ..*group }),
        }
    }
    kept
}

/// The layer of a mark among what is drawn already; `None` if it is left out: because it would
/// touch what is selected, or is a diamond and would touch any mark or belongs to another record
/// than the open one.
fn layer(group: &Group, drawn: &[Group], unit: f64) -> Option<u8> {
    let meets = |state: State, gap: f64| {
        drawn.iter().any(|other| other.state == state && touch(group, other, gap * unit))
    };
    match (group.state, group.form) {
        (State::Selected, _) => Some(TOP),
        (State::Off, Form::Diamond) => None,
        (_, Form::Diamond) => {
            let covered = drawn.iter().any(|other| near(group, other, TIPS * unit));
            (!covered).then_some(0)
        }
        _ if meets(State::Selected, SELECTED / 2.0 + RING) => None,
        (_, Form::Square) => Some(2),
        // Homes of its state came first: one of them lies here.
        _ if meets(group.state, EDGE) => Some(3),
        _ => Some(1),
    }
}

impl Group<'_> {
    /// Takes the other's members; the middle is that of all members.
    fn absorb(&mut self, other: &mut Self, unit: f64) {
        let (a, b) = (self.members.len() as f64, other.members.len() as f64);
        self.ground.x = (self.ground.x * a + other.ground.x * b) / (a + b);
        self.ground.y = (self.ground.y * a + other.ground.y * b) / (a + b);
        self.members.append(&mut other.members);
        self.size = size(self.form, self.members.len()) * unit;
    }

    /// Finds its middle on the screen; on a globe, where a flat map's middle is nowhere, the place of
    /// one of its marks.
    fn show(&mut self, camera: &Camera, view: &Viewport) {
        let middle = camera.pixel(Plane::default(), view);
        self.at = match self.members.first() {
            Some(mark) if camera.projection.round > 0.0 => camera.show(mark.at, view),
            _ => Pixel { x: self.ground.x + middle.x, y: self.ground.y + middle.y },
        };
    }

    /// The group as it is drawn, its most important mark first; the key keeps equals in one order in
    /// every picture. The ring says where one is: on the partner's side alone.
    fn spot(&self, scene: &Scene, unit: f64) -> Spot {
        let rank = |place: usize| {
            let mark = self.members.get(place);
            mark.map_or(0, |m| u64::from(u32::MAX - m.importance) << 32 | u64::from(m.key))
        };
        let mut keys = Vec::new();
        let mut pointed = false;
        for place in ranked(self.members.len(), &rank) {
            let key = self.members.get(place).map_or(0, |mark| mark.key);
            keys.push(key);
            pointed |= scene.pointed.contains(&key);
        }
        let chosen = self.state == State::Selected;
        let size = if chosen { self.size + SELECTED * unit } else { self.size };
        let ringed = chosen && self.form != Form::Square;
        let ring = if ringed { size / 2.0 + RING * unit } else { 0.0 };
        Spot { keys, form: self.form, at: self.at, size, ring, state: self.state, pointed }
    }
}

/// How the mark of `key` stands to what is selected.
pub(super) fn stands(scene: &Scene, key: u32) -> State {
    state(scene, scene.selected.contains(&key))
}

/// Whether two groups come closer than `gap`, pixels.
fn touch(a: &Group, b: &Group, gap: f64) -> bool {
    let reach = (a.size + b.size) / 2.0 + gap;
    (a.ground.x - b.ground.x).abs() < reach && (a.ground.y - b.ground.y).abs() < reach
}

/// The same for a diamond, whose corners point to the sides: the middles are too near.
fn near(a: &Group, b: &Group, gap: f64) -> bool {
    let (x, y) = (a.ground.x - b.ground.x, a.ground.y - b.ground.y);
    let reach = (a.size + b.size) / 2.0 + gap;
    x * x + y * y < reach * reach
}

/// Size of a mark that stands for `count` places, pixels at 16 px per em.
fn size(form: Form, count: usize) -> f64 {
    match (form, count) {
        (Form::Diamond, _) => 11.0,
        (_, 0 | 1) => 10.0,
        (Form::Square, _) | (_, 2..=9) => 18.0,
        (_, 10..=99) => 22.0,
        _ => 28.0,
    }
}

/// How something stands to what is selected.
pub(super) fn state(scene: &Scene, chosen: bool) -> State {
    if scene.selected.is_empty() {
        State::Normal
    } else if chosen {
        State::Selected
    } else {
        State::Off
    }
}

#[cfg(test)]
#[path = "spots_tests.rs"]
mod tests;
