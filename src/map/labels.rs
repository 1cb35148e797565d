//! What each label says and which goes first.
//!
//! In: a scene and its spots. Out: [`Wish`]es in the order of priority, for [`layout`] to place.
//!
//! [`layout`]: super::layout

use super::ranked::ranked;
use super::{Camera, Caption, Form, Mark, Scene, Spot, State, Viewport, Voice};
use crate::geo::Pixel;

/// Homes in one spot that are listed by name; more give the scene's word for a crowd.
const LISTED_HOMES: usize = 3;
/// Partners in one spot that are listed by name; more give the number in the mark alone.
const LISTED_PARTNERS: usize = 2;
/// Names listed of a spot that is pointed at; what is more is counted.
const LISTED_POINTED: usize = 4;

/// A label that looks for a place.
pub(super) struct Wish {
    pub(super) keys: Vec<u32>,
    /// The form of its mark, `None` for a caption.
    pub(super) form: Option<Form>,
    pub(super) lines: Vec<String>,
    pub(super) voice: Voice,
    /// Letter size, pixels.
    pub(super) size: f64,
    /// Middle of its mark; of the text itself for a caption.
    pub(super) at: Pixel,
    /// From the middle to the mark's edge, ring included; 0 for a caption.
    pub(super) radius: f64,
    /// Priority and, within it, order: lower goes first.
    pub(super) rank: (u8, u32),
}

/// All labels that the scene asks for, most wanted first.
pub(super) fn wishes(
    scene: &Scene,
    camera: &Camera,
    view: &Viewport,
    spots: &[Spot],
    narrow: bool,
) -> Vec<Wish> {
    let unit = view.em / 16.0;
    let mut wishes: Vec<Wish> =
        spots.iter().filter_map(|spot| of_spot(scene, spot, spots, unit, narrow)).collect();
    wishes.extend(scene.captions.iter().map(|caption| of_caption(caption, camera, view)));
    ranked(wishes, |wish| u64::from(wish.rank.0) << 32 | u64::from(wish.rank.1))
}

/// The label of a spot, `None` if it goes without.
fn of_spot(scene: &Scene, spot: &Spot, all: &[Spot], unit: f64, narrow: bool) -> Option<Wish> {
    let voice = voice(spot);
    let members: Vec<&Mark> =
        spot.keys.iter().filter_map(|key| scene.marks.iter().find(|m| m.key == *key)).collect();
    let chosen = |keys: &[u32]| -> Vec<&Mark> {
        members.iter().copied().filter(|mark| keys.contains(&mark.key)).collect()
    };
    let lines = match voice {
        Voice::Selected => names(&members),
        Voice::Pointed => pointed(&chosen(&scene.pointed)),
        _ => plain(&members, spot.form, &scene.crowd, narrow),
    };
    let importance = members.first().map_or(0, |mark| mark.importance);
    let gives_way = voice == Voice::Home && covered(spot, all);
    let priority = if gives_way { Voice::Country } else { voice };
    (!lines.is_empty()).then(|| Wish {
        keys: spot.keys.clone(),
        form: Some(spot.form),
        lines,
        voice,
        size: size(voice) * unit,
        at: spot.at,
        radius: (spot.size / 2.0).max(spot.ring),
        rank: (priority as u8, u32::MAX - importance),
    })
}

/// The name that stands for itself.
fn of_caption(caption: &Caption, camera: &Camera, view: &Viewport) -> Wish {
    Wish {
        keys: Vec::new(),
        form: None,
        lines: lines(&caption.text).collect(),
        voice: Voice::Caption,
        size: size(Voice::Caption) * view.em / 16.0,
        at: camera.show(caption.at, view),
        radius: 0.0,
        rank: (Voice::Caption as u8, 0),
    }
}

/// What a spot's label is, and with it its priority.
fn voice(spot: &Spot) -> Voice {
    match (spot.state, spot.form) {
        (State::Selected, _) => Voice::Selected,
        _ if spot.pointed => Voice::Pointed,
        (State::Off, _) => Voice::Quiet,
        (_, Form::Square) => Voice::Home,
        (_, Form::Circle) => Voice::Partner,
        (_, Form::Diamond) => Voice::Country,
    }
}

/// Letter size, pixels at 16 px per em.
fn size(voice: Voice) -> f64 {
    match voice {
        Voice::Selected => 16.0,
        Voice::Caption => 12.0,
        _ => 13.0,
    }
}

/// Whether a partner lies on this home.
fn covered(home: &Spot, all: &[Spot]) -> bool {
    all.iter().any(|other| {
        let reach = (home.size + other.size) / 2.0;
        other.form == Form::Circle
            && (home.at.x - other.at.x).abs() < reach
            && (home.at.y - other.at.y).abs() < reach
    })
}

/// The lines of a spot that is neither selected nor pointed at.
fn plain(members: &[&Mark], form: Form, crowd: &str, narrow: bool) -> Vec<String> {
    let most = match form {
        Form::Square if narrow && !crowd.is_empty() => 1,
        Form::Square => LISTED_HOMES,
        Form::Circle => LISTED_PARTNERS,
        Form::Diamond => 1,
    };
    if members.len() <= most {
        names(members)
    } else if form == Form::Square && !crowd.is_empty() {
        vec![numbered(crowd, members.len())]
    } else {
        Vec::new()
    }
}

/// The first few names, and how many more there are.
fn pointed(members: &[&Mark]) -> Vec<String> {
    let most = if members.len() > LISTED_POINTED + 1 { LISTED_POINTED } else { members.len() };
    let mut lines = names(members.get(..most).unwrap_or_default());
    if members.len() > most {
        lines.push(numbered("+#", members.len() - most));
    }
    lines
}

/// The names of all, one below the other.
fn names(members: &[&Mark]) -> Vec<String> {
    members.iter().flat_map(|mark| lines(&mark.label)).collect()
}

/// The lines of a text; none if it is empty.
fn lines(text: &str) -> impl Iterator<Item = String> {
    text.split('\n').filter(|line| !line.is_empty()).map(str::to_owned)
}

/// The text with `#` replaced by a number.
fn numbered(text: &str, number: usize) -> String {
    let mut out = String::new();
    for c in text.chars() {
        if c == '#' { digits(number, &mut out) } else { out.push(c) }
    }
    out
}

/// Writes a number in figures.
fn digits(number: usize, out: &mut String) {
    if number > 9 {
        digits(number / 10, out);
    }
    out.push(char::from(b'0' + (number % 10) as u8));
}
