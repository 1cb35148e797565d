//! Marks on the screen: those of one side that would overlap become one with a number.
//!
//! In: the marks of a scene, a camera and a viewport. Out: [`Spot`]s in the order of drawing.

use super::ranked::ranked;
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

/// Marks of one side and state on their way to a spot.
#[derive(Clone)]
struct Group<'a> {
    members: Vec<&'a Mark>,
    form: Form,
    state: State,
    at: Pixel,
    size: f64,
}

/// All spots that the viewport shows, from below to above: countries, partners, homes, partners
/// that a home would cover, what is selected. What is selected is never merged with what is not,
/// and what would touch it is left out: the list still has it.
pub(super) fn spots(scene: &Scene, camera: &Camera, view: &Viewport) -> Vec<Spot> {
    let unit = view.em / 16.0;
    let singles = singles(scene, camera, view);
    let mut drawn: Vec<(u8, Group)> = Vec::new();
    for state in [State::Selected, State::Normal, State::Off] {
        for form in [Form::Square, Form::Circle, Form::Diamond] {
            for group in cluster(of(&singles, form, state), unit) {
                if let Some(layer) = layer(&group, &drawn, unit) {
                    drawn.push((layer, group));
                }
            }
        }
    }
    let drawn = ranked(drawn, |(layer, _)| u64::from(*layer));
    drawn.iter().map(|(_, group)| group.spot(scene, unit)).collect()
}

/// The marks near the viewport, most important first, each for itself.
fn singles<'a>(scene: &'a Scene, camera: &Camera, view: &Viewport) -> Vec<Group<'a>> {
    let unit = view.em / 16.0;
    let sheet = Rect { x0: 0.0, y0: 0.0, x1: view.width, y1: view.height }.grown(BESIDE * unit);
    let mut groups: Vec<Group> = Vec::new();
    for mark in &scene.marks {
        let at = camera.show(mark.at, view);
        if sheet.holds(&Rect::around(at, 0.0, 0.0)) {
            let form = match mark.side {
                Side::Home => Form::Square,
                Side::Partner => Form::Circle,
                Side::Country(_) => Form::Diamond,
            };
            let state = state(scene, scene.selected.contains(&mark.key));
            groups.push(Group { members: vec![mark], form, state, at, size: size(form, 1) * unit });
        }
    }
    ranked(groups, |group| order(group.members.first().copied()))
}

/// The marks of one form and state.
fn of<'a>(singles: &[Group<'a>], form: Form, state: State) -> Vec<Group<'a>> {
    singles.iter().filter(|group| group.form == form && group.state == state).cloned().collect()
}

/// Merges groups until none touches another; countries stay what they are.
fn cluster(mut groups: Vec<Group>, unit: f64) -> Vec<Group> {
    if groups.first().is_some_and(|group| group.form == Form::Diamond) {
        return groups;
    }
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
        let members = std::mem::take(&mut group.members);
        group.members = ranked(members, |mark| order(Some(mark)));
    }
    groups
}

/// The layer of a mark among what is drawn already; `None` if it is left out: because it would
/// touch what is selected, or is a diamond and would touch any mark or belongs to another record
/// than the open one.
fn layer(group: &Group, drawn: &[(u8, Group)], unit: f64) -> Option<u8> {
    let meets = |state: State, gap: f64| {
        drawn.iter().any(|(_, other)| other.state == state && touch(group, other, gap * unit))
    };
    match (group.state, group.form) {
        (State::Selected, _) => Some(4),
        (State::Off, Form::Diamond) => None,
        (_, Form::Diamond) => {
            let covered = drawn.iter().any(|(_, other)| near(group, other, EDGE * unit));
            (!covered).then_some(0)
        }
        _ if meets(State::Selected, SELECTED / 2.0 + RING) => None,
        (_, Form::Square) => Some(2),
        // Homes of its state came first: one of them lies here.
        _ if meets(group.state, EDGE) => Some(3),
        _ => Some(1),
    }
}

impl<'a> Group<'a> {
    /// Takes the other's members; the middle is that of all members.
    fn absorb(&mut self, other: Group<'a>, unit: f64) {
        let (a, b) = (self.members.len() as f64, other.members.len() as f64);
        self.at.x = (self.at.x * a + other.at.x * b) / (a + b);
        self.at.y = (self.at.y * a + other.at.y * b) / (a + b);
        self.members.extend(other.members);
        self.size = size(self.form, self.members.len()) * unit;
    }

    /// The group as it is drawn. The ring says where one is: on the partner's side alone.
    fn spot(&self, scene: &Scene, unit: f64) -> Spot {
        let keys: Vec<u32> = self.members.iter().map(|mark| mark.key).collect();
        let pointed = keys.iter().any(|key| scene.pointed.contains(key));
        let chosen = self.state == State::Selected;
        let size = if chosen { self.size + SELECTED * unit } else { self.size };
        let ringed = chosen && self.form != Form::Square;
        let ring = if ringed { size / 2.0 + RING * unit } else { 0.0 };
        Spot { keys, form: self.form, at: self.at, size, ring, state: self.state, pointed }
    }
}

/// Most important first; the key keeps equals in one order in every picture.
fn order(mark: Option<&Mark>) -> u64 {
    mark.map_or(0, |mark| u64::from(u32::MAX - mark.importance) << 32 | u64::from(mark.key))
}

/// Whether two groups come closer than `gap`, pixels.
fn touch(a: &Group, b: &Group, gap: f64) -> bool {
    let reach = (a.size + b.size) / 2.0 + gap;
    (a.at.x - b.at.x).abs() < reach && (a.at.y - b.at.y).abs() < reach
}

/// The same for a diamond, whose corners point to the sides: the middles are too near.
fn near(a: &Group, b: &Group, gap: f64) -> bool {
    let (x, y) = (a.at.x - b.at.x, a.at.y - b.at.y);
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
mod tests {
    use super::super::fixture::{BANDUNG, BEKASI, CIKARANG, KOREA, SEONGNAM, desktop, mark, seeds};
    use super::super::{EqualEarth, frame};
    use super::*;
    use crate::geo::LonLat;

    const ASIA: EqualEarth = EqualEarth { meridian: 120.0 };

    fn of_key(spots: &[Spot], key: u32) -> Option<&Spot> {
        spots.iter().find(|spot| spot.keys.contains(&key))
    }

    #[test]
    fn what_overlaps_is_one_mark_with_a_number_until_one_comes_near() {
        let (scene, view) = (seeds(), desktop());
        let far = frame(&scene, &[], ASIA, &view);
        let cluster = spots(&scene, &far, &view);
        let homes = of_key(&cluster, BEKASI).expect("the homes are in view");
        assert_eq!((homes.keys.len(), homes.form, homes.size), (3, Form::Square, 18.0));
        let near = frame(&scene, &[BEKASI, CIKARANG, BANDUNG], ASIA, &view);
        let near = near.zoom(4.0, near.show(LonLat { lon: 107.07, lat: -6.25 }, &view), &view);
        let apart = spots(&scene, &near, &view);
        assert_eq!(of_key(&apart, BEKASI).map(|spot| spot.keys.len()), Some(1));
        assert_eq!(of_key(&apart, CIKARANG).map(|spot| spot.size), Some(10.0));
    }

    #[test]
    fn a_selected_home_stands_by_itself_and_its_partner_has_the_ring() {
        let (mut scene, view) = (seeds(), desktop());
        scene.selected = vec![BEKASI, SEONGNAM];
        let camera = frame(&scene, &[], ASIA, &view);
        let all = spots(&scene, &camera, &view);
        let home = of_key(&all, BEKASI).expect("the home is in view");
        assert_eq!((home.keys.as_slice(), home.size, home.ring), ([BEKASI].as_slice(), 12.0, 0.0));
        let partner = of_key(&all, SEONGNAM).expect("the partner is in view");
        assert_eq!((partner.size, partner.ring, partner.state), (12.0, 10.0, State::Selected));
        assert!(of_key(&all, KOREA).is_none() && of_key(&all, CIKARANG).is_none());
        assert!(all.iter().rev().take(2).all(|spot| spot.state == State::Selected));
    }

    #[test]
    fn a_home_never_covers_a_partner() {
        let (mut scene, view) = (seeds(), desktop());
        scene.marks.push(mark(50, Side::Partner, 107.2, -6.3, "neighbour"));
        let camera = frame(&scene, &[], ASIA, &view);
        let all = spots(&scene, &camera, &view);
        let place = |key| all.iter().position(|spot| spot.keys.contains(&key));
        assert!(place(50) > place(BEKASI) && place(BEKASI).is_some());
        assert_eq!(of_key(&all, 50).map(|spot| spot.keys.len()), Some(1));
    }

    #[test]
    fn clusters_grow_in_three_steps() {
        let view = desktop();
        for (count, size) in [(2, 18.0), (9, 18.0), (10, 22.0), (99, 22.0), (100, 28.0)] {
            let marks = (0..count).map(|key| mark(key, Side::Partner, 135.0, 35.0, "")).collect();
            let scene = Scene { marks, ..Scene::default() };
            let camera = frame(&scene, &[], ASIA, &view);
            let all = spots(&scene, &camera, &view);
            assert_eq!(all.iter().map(|spot| spot.size).collect::<Vec<_>>(), [size]);
            let mut keys = all[0].keys.clone();
            keys.sort_unstable();
            assert_eq!(keys, (0..count).collect::<Vec<_>>());
        }
    }
}
