//! A scene becomes a picture.
//!
//! In: a [`Scene`], a [`Camera`], a [`Viewport`]. Out: a [`Picture`]; and the camera that shows a
//! scene best.

use super::arcs::arcs;
use super::labels::wishes;
use super::layout::layout;
use super::spots::{spots, stands};
use super::{Camera, Inset, Picture, Projection, Scene, Side, State, Viewport};
use crate::geo::{GreatCircle, LonLat, Rect};

/// A map narrower than this is drawn with thinner lines, em.
const NARROW: f64 = 28.0;
/// How often a camera that hides something is moved back.
const STEPS_BACK: i32 = 5;
/// Share of the viewport by which the margin grows each time.
const STEP_BACK: f64 = 0.05;
/// What a mark needs round its middle to be seen, pixels at 16 px per em.
const CLEAR: f64 = 12.0;

/// Everything to draw above the land.
#[must_use]
pub fn picture(scene: &Scene, camera: &Camera, view: &Viewport) -> Picture {
    let narrow = view.width < NARROW * view.em;
    let spots = spots(scene, camera, view);
    let arcs = arcs(scene, camera, view, &spots);
    let labels = layout(wishes(scene, camera, view, &spots, narrow), &spots, &arcs, view);
    Picture { shades: shades(scene), arcs, spots, labels, narrow }
}

/// Among more marks than these labels are not looked for before the camera stands: to lay out the whole
/// picture for each step back would take longer than to draw it.
const CROWD: usize = 40;

/// The countries to shade: all of them, or while a record is open its own.
fn shades(scene: &Scene) -> Vec<[u8; 2]> {
    let mut codes: Vec<[u8; 2]> = Vec::new();
    for mark in &scene.marks {
        let Side::Country(code) = mark.side else { continue };
        if stands(scene, mark.key) != State::Off && !codes.contains(&code) {
            codes.push(code);
        }
    }
    codes
}

/// The camera that shows the marks of `keys` (all marks if `keys` is empty) and their arcs as
/// large as they can be with a margin of 12 %, moved back where a mark would lie under a control
/// or a home or what is selected would lose its label. Without marks: the world.
#[must_use]
pub fn frame(scene: &Scene, keys: &[u32], projection: Projection, view: &Viewport) -> Camera {
    let points = points(scene, keys);
    let fit = |back: i32| {
        let (x, y) = (view.width * STEP_BACK, view.height * STEP_BACK);
        let least = Inset::margin(view);
        let back = f64::from(back);
        let inset = Inset {
            left: least.left + x * back,
            top: least.top + y * back,
            right: least.right + x * back,
            bottom: least.bottom + y * back,
        };
        Camera::fit(projection, &points, view, &inset)
    };
    let crowded = scene.marks.len() > CROWD;
    for back in 0..=STEPS_BACK {
        let camera = fit(back);
        if shows(scene, keys, &camera, view) && (crowded || tells(scene, keys, &camera, view)) {
            return camera;
        }
    }
    fit(0)
}

/// Whether a mark is meant: one of `keys`, or any if there are none.
fn meant(keys: &[u32], key: u32) -> bool {
    keys.is_empty() || keys.contains(&key)
}

/// Whether each mark of `keys` (all marks if empty) is inside the viewport and under no control.
#[must_use]
pub fn shows(scene: &Scene, keys: &[u32], camera: &Camera, view: &Viewport) -> bool {
    let sheet = Rect { x0: 0.0, y0: 0.0, x1: view.width, y1: view.height };
    let half = CLEAR * view.em / 16.0;
    scene.marks.iter().all(|mark| {
        let area = Rect::around(camera.show(mark.at, view), half, half);
        let hidden = view.controls.iter().any(|control| control.overlaps(&area));
        !meant(keys, mark.key) || sheet.holds(&area) && !hidden
    })
}

/// Whether each home of `keys` and each selected mark has its label.
fn tells(scene: &Scene, keys: &[u32], camera: &Camera, view: &Viewport) -> bool {
    let labels = picture(scene, camera, view).labels;
    scene.marks.iter().all(|mark| {
        let wanted = mark.side == Side::Home || scene.selected.contains(&mark.key);
        !wanted
            || !meant(keys, mark.key)
            || mark.label.is_empty()
            || labels.iter().any(|label| label.keys.contains(&mark.key))
    })
}

/// The places to fit: the marks, and the middles of the arcs between them.
fn points(scene: &Scene, keys: &[u32]) -> Vec<LonLat> {
    let mut points = Vec::new();
    for mark in &scene.marks {
        if meant(keys, mark.key) {
            points.push(mark.at);
        }
    }
    for tie in &scene.ties {
        if meant(keys, tie.home)
            && meant(keys, tie.partner)
            && let (Some(home), Some(partner)) = (scene.mark(tie.home), scene.mark(tie.partner))
        {
            points.push(GreatCircle::new(home.at, partner.at).at(0.5));
        }
    }
    points
}

#[cfg(test)]
mod tests {
    use super::super::fixture::*;
    use super::super::{Form, Label, Voice};
    use super::*;

    fn shown(scene: &Scene, view: &Viewport) -> Picture {
        let camera = frame(scene, &[], Projection::near(106.99), view);
        picture(scene, &camera, view)
    }

    fn label(picture: &Picture, key: u32) -> Option<&Label> {
        picture.labels.iter().find(|label| label.keys.contains(&key))
    }

    #[test]
    fn a_desktop_names_every_seed() {
        let picture = shown(&seeds(), &desktop());
        let homes = label(&picture, BEKASI).expect("the homes have a label");
        assert_eq!(homes.keys, [BEKASI, CIKARANG, BANDUNG]);
        assert_eq!(homes.lines, ["Kota Bekasi", "Kab. Bekasi", "Kota Bandung"]);
        for (key, voice, name) in [
            (IZUMISANO, Voice::Partner, "Izumisano"),
            (HAMAMATSU, Voice::Partner, "Hamamatsu"),
            (SEONGNAM, Voice::Partner, "Seongnam"),
            (KOREA, Voice::Country, "Korea Selatan"),
            (JAPAN, Voice::Country, "Jepang"),
        ] {
            let label = label(&picture, key).unwrap_or_else(|| panic!("{name} has no label"));
            assert_eq!((label.voice, label.lines.join("|").as_str()), (voice, name));
        }
        assert_eq!(picture.shades, [*b"KR", *b"JP"]);
        assert_eq!(picture.arcs.len(), 5);
        assert_eq!(picture.spots.iter().filter(|s| s.form == Form::Diamond).count(), 2);
        assert!(!picture.narrow);
    }

    #[test]
    fn a_phone_counts_what_it_cannot_list() {
        let picture = shown(&seeds(), &phone());
        let homes = label(&picture, BEKASI).expect("the homes have a label");
        assert_eq!(homes.lines, ["3 daerah asal"]);
        let japan = label(&picture, HAMAMATSU).expect("the pair has a label");
        assert_eq!(japan.lines, ["Izumisano", "Hamamatsu"]);
        assert!(label(&picture, SEONGNAM).is_some());
        assert!(picture.spots.iter().all(|spot| spot.form != Form::Diamond));
        assert_eq!(picture.shades.len(), 2);
        assert!(picture.narrow);
    }

    #[test]
    fn an_empty_scene_is_an_empty_picture_of_the_world() {
        let scene = Scene::default();
        let camera = frame(&scene, &[], Projection::near(107.0), &desktop());
        assert_eq!(camera, Camera::world(Projection::near(107.0), &desktop()));
        assert_eq!(picture(&scene, &camera, &desktop()), Picture::default());
    }
}
