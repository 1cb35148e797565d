//! What each label says and which goes first.
//!
//! In: a scene and its spots. Out: [`Wish`]es, for [`layout`] to place.
//!
//! [`layout`]: super::layout

use super::{Camera, Caption, Form, Scene, Spot, State, Viewport, Voice};
use crate::geo::Pixel;
use crate::text::parts;

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
    /// Whose turn it is: that of a voice, lower goes first.
    pub(super) turn: Voice,
    /// Within the turn: higher goes first.
    pub(super) importance: u32,
}

/// All labels that the scene asks for.
pub(super) fn wishes(
    scene: &Scene,
    camera: &Camera,
    view: &Viewport,
    spots: &[Spot],
    narrow: bool,
) -> Vec<Wish> {
    let mut wishes = Vec::new();
    for spot in spots {
        let mut wish = of_spot(scene, spot, narrow);
        if wish.voice == Voice::Home && covered(spot, spots) {
            wish.turn = Voice::Country;
        }
        wishes.push(wish);
    }
    for caption in &scene.captions {
        wishes.push(of_caption(caption, camera.show(caption.at, view)));
    }
    for wish in &mut wishes {
        wish.size = size(wish.voice) * view.em / 16.0;
    }
    wishes
}

/// The label of a spot; one without lines is none.
fn of_spot(scene: &Scene, spot: &Spot, narrow: bool) -> Wish {
    let voice = voice(spot);
    let lines = match voice {
        Voice::Selected => names(scene, &spot.keys),
        Voice::Pointed => pointed(scene, &spot.keys),
        _ => plain(scene, spot, narrow),
    };
    let first = spot.keys.first().and_then(|key| scene.mark(*key));
    Wish {
        keys: spot.keys.clone(),
        form: Some(spot.form),
        lines,
        voice,
        size: 0.0,
        at: spot.at,
        radius: (spot.size / 2.0).max(spot.ring),
        turn: voice,
        importance: first.map_or(0, |mark| mark.importance),
    }
}

/// The name that stands for itself.
fn of_caption(caption: &Caption, at: Pixel) -> Wish {
    let mut lines = Vec::new();
    push_lines(&mut lines, &caption.text);
    Wish {
        keys: Vec::new(),
        form: None,
        lines,
        voice: Voice::Caption,
        size: 0.0,
        at,
        radius: 0.0,
        turn: Voice::Caption,
        importance: 0,
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
fn plain(scene: &Scene, spot: &Spot, narrow: bool) -> Vec<String> {
    let crowd = !scene.crowd.is_empty();
    let most = match spot.form {
        Form::Square if narrow && crowd => 1,
        Form::Square => LISTED_HOMES,
        Form::Circle => LISTED_PARTNERS,
        Form::Diamond => 1,
    };
    if spot.keys.len() <= most {
        names(scene, &spot.keys)
    } else if spot.form == Form::Square && crowd {
        vec![numbered(&scene.crowd, spot.keys.len())]
    } else {
        Vec::new()
    }
}

/// The first few names of those that are pointed at, and how many more there are.
fn pointed(scene: &Scene, keys: &[u32]) -> Vec<String> {
    let mut chosen = keys.to_vec();
    chosen.retain(|key| scene.pointed.contains(key));
    let count = chosen.len();
    let most = if count > LISTED_POINTED + 1 { LISTED_POINTED } else { count };
    let mut lines = names(scene, chosen.get(..most).unwrap_or_default());
    if count > most {
        lines.push(numbered("+#", count - most));
    }
    lines
}

/// The names of all, one below the other.
fn names(scene: &Scene, keys: &[u32]) -> Vec<String> {
    let mut lines = Vec::new();
    for key in keys {
        if let Some(mark) = scene.mark(*key) {
            push_lines(&mut lines, &mark.label);
        }
    }
    lines
}

/// Adds the lines of a text; none if it is empty.
fn push_lines(lines: &mut Vec<String>, text: &str) {
    for line in parts(text, b'\n') {
        if !line.is_empty() {
            lines.push(line.to_owned());
        }
    }
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
