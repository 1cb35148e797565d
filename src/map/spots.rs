//! Marks on the screen: those of one side that would overlap become one with a number.
//!
//! In: the marks of a scene, a camera and a viewport. Out: [`Spot`]s in the order of drawing.

use super::{Camera, Form, Mark, Scene, Side, Spot, State, Viewport};
use crate::geo::{Pixel, Rect};

/// Marks this far outside the viewport still take part in clusters, pixels at 16 px per em: a
/// number does not change while its place is about to enter.
const BESIDE: f64 = 48.0;
/// The page-coloured edge of a mark.
const EDGE: f64 = 1.5;
/// Drawn larger when selected, and the ring round that.
const SELECTED: f64 = 2.0;
const RING: f64 = 4.0;

/// Marks of one side on their way to a spot.
struct Group<'a> {
    members: Vec<&'a Mark>,
    at: Pixel,
    size: f64,
}

/// All spots that the viewport shows, from below to above: countries, partners, homes, partners
/// that a home would cover, what is selected.
pub(super) fn spots(scene: &Scene, camera: &Camera, view: &Viewport) -> Vec<Spot> {
    let homes = cluster(scene, camera, view, |s| s == Side::Home);
    let partners = cluster(scene, camera, view, |s| s == Side::Partner);
    let countries = singles(scene, camera, view, |s| matches!(s, Side::Country(_)));
    let unit = view.em / 16.0;
    let mut drawn: Vec<(u8, Spot)> = Vec::new();
    for group in &partners {
        let covered = homes.iter().any(|home| touch(group, home, 0.0));
        drawn.push((if covered { 3 } else { 1 }, spot(scene, group, Form::Circle, unit)));
    }
    drawn.extend(homes.iter().map(|group| (2, spot(scene, group, Form::Square, unit))));
    let mut cities: Vec<Group> = homes.into_iter().chain(partners).collect();
    for group in countries {
        let spot = spot(scene, &group, Form::Diamond, unit);
        let free = !cities.iter().any(|city| touch(&group, city, EDGE * unit));
        if spot.state == State::Selected || (spot.state == State::Normal && free) {
            drawn.push((0, spot));
            cities.push(group);
        }
    }
    drawn.sort_by_key(|(layer, spot)| if spot.state == State::Selected { 4 } else { *layer });
    drawn.into_iter().map(|(_, spot)| spot).collect()
}

/// The marks of one side near the viewport, most important first, each for itself.
fn singles<'a>(
    scene: &'a Scene,
    camera: &Camera,
    view: &Viewport,
    side: fn(Side) -> bool,
) -> Vec<Group<'a>> {
    let sheet = Rect { x0: 0.0, y0: 0.0, x1: view.width, y1: view.height };
    let near = sheet.grown(BESIDE * view.em / 16.0);
    let mut groups: Vec<Group> = Vec::new();
    for mark in scene.marks.iter().filter(|mark| side(mark.side)) {
        let at = camera.show(mark.at, view);
        if near.holds(&Rect::around(at, 0.0, 0.0)) {
            let members = vec![mark];
            let size = size(mark.side, 1) * view.em / 16.0;
            groups.push(Group { members, at, size });
        }
    }
    groups.sort_by_key(|group| order(group.members.first().copied()));
    groups
}

/// The marks of one side, merged until none overlaps another.
fn cluster<'a>(
    scene: &'a Scene,
    camera: &Camera,
    view: &Viewport,
    side: fn(Side) -> bool,
) -> Vec<Group<'a>> {
    let unit = view.em / 16.0;
    let mut groups = singles(scene, camera, view, side);
    let mut before = groups.len() + 1;
    while groups.len() < before {
        before = groups.len();
        let mut merged: Vec<Group> = Vec::new();
        for group in groups {
            match merged.iter_mut().find(|other| touch(&group, other, EDGE * unit)) {
                Some(other) => other.absorb(group, unit),
                None => merged.push(group),
            }
        }
        groups = merged;
    }
    for group in &mut groups {
        group.members.sort_by_key(|mark| order(Some(mark)));
    }
    groups
}

impl<'a> Group<'a> {
    /// Takes the other's members; the middle is that of all members.
    fn absorb(&mut self, other: Group<'a>, unit: f64) {
        let (a, b) = (self.members.len() as f64, other.members.len() as f64);
        self.at.x = (self.at.x * a + other.at.x * b) / (a + b);
        self.at.y = (self.at.y * a + other.at.y * b) / (a + b);
        self.members.extend(other.members);
        if let Some(mark) = self.members.first() {
            self.size = size(mark.side, self.members.len()) * unit;
        }
    }
}

/// Most important first; the key keeps equals in one order in every picture.
fn order(mark: Option<&Mark>) -> (u32, u32) {
    mark.map_or((0, 0), |mark| (u32::MAX - mark.importance, mark.key))
}

/// Whether two groups come closer than `gap`, pixels.
fn touch(a: &Group, b: &Group, gap: f64) -> bool {
    let reach = (a.size + b.size) / 2.0 + gap;
    (a.at.x - b.at.x).abs() < reach && (a.at.y - b.at.y).abs() < reach
}

/// Size of a mark that stands for `count` places, pixels at 16 px per em.
fn size(side: Side, count: usize) -> f64 {
    match (side, count) {
        (Side::Country(_), _) => 11.0,
        (_, 0 | 1) => 10.0,
        (Side::Home, _) | (_, 2..=9) => 18.0,
        (_, 10..=99) => 22.0,
        _ => 28.0,
    }
}

/// The group as it is drawn.
fn spot(scene: &Scene, group: &Group, form: Form, unit: f64) -> Spot {
    let keys: Vec<u32> = group.members.iter().map(|mark| mark.key).collect();
    let among = |chosen: &[u32]| keys.iter().any(|key| chosen.contains(key));
    let state = state(scene, among(&scene.selected));
    let pointed = among(&scene.pointed);
    let (size, ring) = if state == State::Selected {
        (group.size + SELECTED * unit, group.size / 2.0 + (SELECTED / 2.0 + RING) * unit)
    } else {
        (group.size, 0.0)
    };
    Spot { keys, form, at: group.at, size, ring, state, pointed }
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
