//! Marks on the screen: those of one side that would overlap become one with a number.
//!
//! In: the marks of a scene, a camera and a viewport. Out: [`Spot`]s in the order of drawing.

use super::ranked::ranked;
use super::{Camera, Form, Mark, Scene, Spot, State, Viewport};
use crate::geo::{Pixel, Rect};

/// Marks this far outside the viewport still take part in clusters, pixels at 16 px per em: a
/// number does not change while its place is about to enter.
const BESIDE: f64 = 48.0;
/// The page-coloured edge of a mark.
const EDGE: f64 = 1.5;
/// Between a diamond's tip and another mark: tips are thin, their edge is hardly seen.
const TIPS: f64 = 0.5;
/// Drawn larger when selected, and the ring round that.
const SELECTED: f64 = 2.0;
const RING: f64 = 4.0;

/// Marks of one side and state on their way to a spot.
struct Group {
    /// Keys of its marks.
    members: Vec<u32>,
    form: Form,
    state: State,
    at: Pixel,
    size: f64,
    /// Drawn above all groups of lower layers.
    layer: u8,
}

/// The layer of what is selected, above all others.
const TOP: u8 = 4;

/// All spots that the viewport shows, from below to above: countries, partners, homes, partners
/// that a home would cover, what is selected. What is selected is never merged with what is not,
/// and what would touch it is left out: the list still has it.
#[must_use]
pub fn spots(scene: &Scene, camera: &Camera, view: &Viewport) -> Vec<Spot> {
    let unit = view.em / 16.0;
    let marks = near_by(scene, camera, view);
    let mut drawn: Vec<Group> = Vec::new();
    for state in [State::Selected, State::Normal, State::Off] {
        for form in [Form::Square, Form::Circle, Form::Diamond] {
            for mut group in cluster(scene, &marks, form, state, unit) {
                if let Some(layer) = layer(&group, &drawn, unit) {
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
                spots.push(group.spot(scene, &marks, unit));
            }
        }
    }
    spots
}

/// The marks near the viewport and where they lie, most important first; the key keeps equals in
/// one order in every picture.
fn near_by<'a>(scene: &'a Scene, camera: &Camera, view: &Viewport) -> Vec<(&'a Mark, Pixel)> {
    let sheet = Rect { x0: 0.0, y0: 0.0, x1: view.width, y1: view.height };
    let sheet = sheet.grown(BESIDE * view.em / 16.0);
    let rank = |place: usize| {
        let mark = scene.marks.get(place);
        mark.map_or(0, |m| u64::from(u32::MAX - m.importance) << 32 | u64::from(m.key))
    };
    let mut marks = Vec::new();
    for place in ranked(scene.marks.len(), &rank) {
        let Some(mark) = scene.marks.get(place) else { continue };
        let at = camera.show(mark.at, view);
        if sheet.holds(&Rect::around(at, 0.0, 0.0)) {
            marks.push((mark, at));
        }
    }
    marks
}

/// The marks of one form and state, merged until none touches another; countries stay what they
/// are.
fn cluster(
    scene: &Scene,
    marks: &[(&Mark, Pixel)],
    form: Form,
    state: State,
    unit: f64,
) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for (mark, at) in marks {
        if Form::of(mark.side) == form && stands(scene, mark.key) == state {
            let (members, size) = (vec![mark.key], size(form, 1) * unit);
            groups.push(Group { members, form, state, at: *at, size, layer: 0 });
        }
    }
    let mut before = usize::MAX;
    while form != Form::Diamond && groups.len() < before {
        before = groups.len();
        merge(&mut groups, unit);
    }
    groups
}

/// Goes through the groups once: each that touches one before it becomes part of that.
fn merge(groups: &mut Vec<Group>, unit: f64) {
    let mut at = 1;
    while let Some((before, [group, ..])) = groups.split_at_mut_checked(at) {
        match before.iter_mut().find(|other| touch(group, other, EDGE * unit)) {
            Some(other) => {
                other.absorb(group, unit);
                groups.remove(at);
            }
            None => at += 1,
        }
    }
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

impl Group {
    /// Takes the other's members; the middle is that of all members.
    fn absorb(&mut self, other: &Self, unit: f64) {
        let (a, b) = (self.members.len() as f64, other.members.len() as f64);
        self.at.x = (self.at.x * a + other.at.x * b) / (a + b);
        self.at.y = (self.at.y * a + other.at.y * b) / (a + b);
        self.members.extend_from_slice(&other.members);
        self.size = size(self.form, self.members.len()) * unit;
    }

    /// The group as it is drawn. The ring says where one is: on the partner's side alone.
    fn spot(&self, scene: &Scene, marks: &[(&Mark, Pixel)], unit: f64) -> Spot {
        let mut keys = Vec::new();
        let mut pointed = false;
        for (mark, _) in marks {
            if self.members.contains(&mark.key) {
                keys.push(mark.key);
                pointed |= scene.pointed.contains(&mark.key);
            }
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
    use super::super::{Projection, Side, frame};
    use super::*;
    use crate::geo::LonLat;

    const ASIA: Projection = Projection::near(120.0);

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
