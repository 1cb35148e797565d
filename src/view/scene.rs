//! What the map has to show: the answer's homes and partners, and where the camera looks.
//!
//! In: context, state, answer, land. Out: a [`Scene`] in the map's own words, what each mark does,
//! and cameras.

use super::drawing::Deed;
use super::land::{self, Land};
use super::{Aim, Context, State, fill};
use crate::catalog::{PlaceId, RecordId};
use crate::dataset::{Day, Level, Place, Relation};
use crate::map::{self, Camera, Caption, Line, Mark, Scene, Side, Tie};
use crate::query::Answer;

/// The camera that the state asks for; `whole` is the scenery of all records where that is there.
#[must_use]
pub fn camera(ctx: Context<'_>, state: &State, land: &Land, whole: Option<&Scenery>) -> Camera {
    match state.aim {
        Aim::Free(camera) => camera,
        Aim::World | Aim::Globe => {
            Camera::world(land.projection(state.projection()), &state.viewport)
        }
        Aim::Region => {
            let built;
            // The map does not move because something is pointed at.
            let scene = match whole {
                Some(there) if there.scene.pointed.is_empty() => &there.scene,
                _ => {
                    built = unpointed(ctx, state, land);
                    &built
                }
            };
            map::frame(scene, &[], land.projection(state.projection()), &state.viewport)
        }
    }
}

/// All records, none pointed at.
fn unpointed(ctx: Context<'_>, state: &State, land: &Land) -> Scene {
    let mut all = Vec::new();
    for number in 0..ctx.catalog.len() as u32 {
        all.push(RecordId(number));
    }
    let mut scene = build(ctx, state, &all, land).scene;
    scene.pointed.clear();
    scene
}

/// The camera that shows all of the answer.
#[must_use]
pub fn fit_answer(ctx: Context<'_>, state: &State, answer: &Answer, land: &Land) -> Camera {
    let Scenery { scene, .. } = build(ctx, state, &answer.ids, land);
    map::frame(&scene, &[], land.projection(state.projection()), &state.viewport)
}

/// The camera that shows all homes of the dataset, as near as they can be seen together.
#[must_use]
pub fn fit_homes(ctx: Context<'_>, state: &State, land: &Land) -> Camera {
    let mut points = Vec::new();
    for number in 0..ctx.catalog.len() as u32 {
        let home = ctx.catalog.home_of(RecordId(number)).and_then(|id| ctx.catalog.place_at(id));
        points.extend(home.and_then(|place| place.position));
    }
    let (on, view) = (land.projection(state.projection()), &state.viewport);
    Camera::fit(on, &points, view, &map::Inset::margin(view))
}

/// What the map shows, and what its marks do.
#[derive(Default)]
pub struct Scenery {
    pub(super) scene: Scene,
    pub(super) deeds: Vec<Deed>,
}

impl Scenery {
    /// What the map shows, in its own words.
    #[must_use]
    pub fn scene(&self) -> &Scene {
        &self.scene
    }
}

/// The scenery of an answer. The open record is shown even where the filter leaves it out; an empty
/// answer shows the homes.
#[must_use]
pub fn scenery(ctx: Context<'_>, state: &State, answer: &Answer, land: &Land) -> Scenery {
    let mut ids = answer.ids.clone();
    if let Some(open) = state.selected.filter(|id| !ids.contains(id)) {
        ids.push(open);
    }
    build(ctx, state, &ids, land)
}

/// A place of the scene while it is being gathered.
#[derive(Clone, Copy)]
struct Spot {
    home: bool,
    /// Which of the answer's records is the first that touches it; beyond the end if none does.
    first: u32,
    /// The newest event of those records; 0 if none has a date.
    newest: u32,
}

/// For each place of the dataset its spot, if it has one.
type Spots = Vec<Option<Spot>>;

fn build(ctx: Context<'_>, state: &State, ids: &[RecordId], land: &Land) -> Scenery {
    let (spots, ties) = gather(ctx, ids);
    let mut scene = Scene {
        marks: Vec::new(),
        ties,
        captions: captions(ctx, &spots, land),
        selected: keys(ctx, state.selected, true),
        pointed: keys(ctx, state.pointed, false),
        crowd: fill(ctx.labels().map_homes, &[("n", "#")]),
    };
    let mut deeds = Vec::new();
    for (number, spot) in spots.iter().enumerate() {
        let id = PlaceId(number as u32);
        if let (Some(spot), Some(place)) = (spot, ctx.catalog.place_at(id))
            && let Some(mark) = mark(ctx, id, place, spot, land)
        {
            scene.marks.push(mark);
            let first = ids.get(spot.first as usize).map(|id| ctx.catalog.id(*id));
            deeds.push(deed(ctx, place, id.0, spot.home, first));
        }
    }
    Scenery { scene, deeds }
}

/// The places that the records touch, and the lines between them. Without records: the homes.
///
/// A national portal has a million records and some thousand ties: of a record only its ties are looked
/// up. It has one at least, for a record that was read has a home and a partner.
fn gather(ctx: Context<'_>, ids: &[RecordId]) -> (Spots, Vec<Tie>) {
    let catalog = ctx.catalog;
    let mut spots = vec![None; catalog.dataset().places.len()];
    // Of each tie how many records it has, which is the first, and the newest day.
    let mut seen: Vec<u32> = vec![0; catalog.ties().len() * 3];
    for (place, &id) in (0..ids.len() as u32).zip(ids).rev() {
        let day = catalog.newest(id).map_or(0, Day::packed);
        for &tie in catalog.ties_of(id) {
            if let Some([records, first, newest, ..]) = seen.get_mut(tie as usize * 3..) {
                *records += 1;
                *first = place;
                *newest = day.max(*newest);
            }
        }
    }
    let mut ties = Vec::new();
    for (tie, of) in catalog.ties().iter().zip(seen.chunks(3)) {
        let &[records, first, newest] = of else { continue };
        if records > 0 || ids.is_empty() {
            touch(&mut spots, tie.home, Spot { home: true, first, newest });
        }
        if records > 0 {
            touch(&mut spots, tie.partner, Spot { home: false, first, newest });
            let (home, partner, line) = (tie.home.0, tie.partner.0, line(tie.relation));
            ties.push(Tie { home, partner, line, records });
        }
    }
    (spots, ties)
}

#[inline(never)]
fn touch(spots: &mut Spots, at: PlaceId, new: Spot) {
    let Some(place) = spots.get_mut(at.index()) else { return };
    let spot = place.get_or_insert(new);
    spot.home |= new.home;
    spot.first = spot.first.min(new.first);
    spot.newest = spot.newest.max(new.newest);
}

/// The line of a relation.
pub(super) const fn line(relation: Relation) -> Line {
    match relation {
        Relation::Contact => Line::Contact,
        Relation::InstitutionAgreement => Line::InstitutionAgreement,
        Relation::LetterOfIntent => Line::LetterOfIntent,
        Relation::Memorandum => Line::Memorandum,
        Relation::SisterCity => Line::SisterCity,
    }
}

/// A place as a mark; `None` where neither the dataset nor the base map knows where it lies.
fn mark(ctx: Context<'_>, id: PlaceId, place: &Place, spot: &Spot, land: &Land) -> Option<Mark> {
    let country = land::code(&place.country).filter(|_| place.level == Level::Country);
    let (side, at) = match country {
        Some(code) => (Side::Country(code), land.label_point(code)?),
        None if spot.home => (Side::Home, place.position?),
        None => (Side::Partner, place.position?),
    };
    let label = match &place.short {
        Some(short) => ctx.shown(short).text.to_owned(),
        None => ctx.place(place).0,
    };
    Some(Mark { key: id.0, side, at, label, importance: spot.newest })
}

/// A press on a home asks for its records, a press on a partner opens its newest one, the answer's `first`.
fn deed(ctx: Context<'_>, place: &Place, key: u32, home: bool, first: Option<&str>) -> Deed {
    let does = if home {
        let mut argument = String::from("home/");
        argument.push_str(&place.id);
        Some(("toggle", argument))
    } else {
        first.map(|record| ("select", record.to_owned()))
    };
    let points = first.filter(|_| !home).map(str::to_owned);
    Deed { key, does, points, name: ctx.place(place).0 }
}

/// The marks of a record: its partners, and its home if asked for.
fn keys(ctx: Context<'_>, record: Option<RecordId>, home: bool) -> Vec<u32> {
    let Some(id) = record else { return Vec::new() };
    let mut keys = Vec::new();
    for partner in ctx.catalog.partners_of(id) {
        keys.push(partner.0);
    }
    if home && let Some(home) = ctx.catalog.home_of(id) {
        keys.push(home.0);
    }
    keys
}

/// The homes' countries, by name, but for those that are themselves partners.
fn captions(ctx: Context<'_>, spots: &Spots, land: &Land) -> Vec<Caption> {
    let places = &ctx.catalog.dataset().places;
    let (mut homes, mut named): (Vec<[u8; 2]>, Vec<[u8; 2]>) = (Vec::new(), Vec::new());
    let mut captions = Vec::new();
    for (place, spot) in places.iter().zip(spots) {
        let (Some(spot), Some(code)) = (spot, land::code(&place.country)) else { continue };
        if place.level == Level::Country {
            named.push(code);
        }
        if spot.home && !homes.contains(&code) {
            homes.push(code);
        }
    }
    for code in homes {
        if let (false, Some(at)) = (named.contains(&code), land.label_point(code)) {
            let text = ctx.country(str::from_utf8(&code).unwrap_or_default());
            captions.push(Caption { at, text });
        }
    }
    captions
}
