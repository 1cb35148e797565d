//! What the map has to show: the answer's homes and partners, and where the camera looks.
//!
//! In: context, state, answer, land. Out: a [`Scene`] in the map's own words, what each mark does,
//! and cameras.

use super::drawing::Deed;
use super::land::{self, Land};
use super::{Aim, Context, State, fill};
use crate::catalog::{self, PlaceId, RecordId};
use crate::dataset::{Day, Level, Place, Relation};
use crate::map::{self, Camera, Caption, Line, Mark, Scene, Side, Tie};
use crate::query::Answer;

/// The camera that the state asks for.
#[must_use]
pub fn camera(ctx: Context<'_>, state: &State, land: &Land) -> Camera {
    match state.aim {
        Aim::Free(camera) => camera,
        Aim::World => Camera::world(land.projection(), &state.viewport),
        Aim::Region => {
            let all: Vec<RecordId> = (0..ctx.catalog.len() as u32).map(RecordId).collect();
            let (scene, _) = build(ctx, state, &all, land);
            map::frame(&scene, &[], land.projection(), &state.viewport)
        }
    }
}

/// The camera that shows all of the answer.
#[must_use]
pub fn fit_answer(ctx: Context<'_>, state: &State, answer: &Answer, land: &Land) -> Camera {
    let (scene, _) = build(ctx, state, &answer.ids, land);
    map::frame(&scene, &[], land.projection(), &state.viewport)
}

/// The scene of an answer. The open record is shown even where the filter leaves it out; an empty
/// answer shows the homes.
pub(super) fn scene(
    ctx: Context<'_>,
    state: &State,
    answer: &Answer,
    land: &Land,
) -> (Scene, Vec<Deed>) {
    let open = state.selected.filter(|id| !answer.ids.contains(id));
    let ids: Vec<RecordId> = answer.ids.iter().copied().chain(open).collect();
    build(ctx, state, &ids, land)
}

/// A place of the scene while it is being gathered.
#[derive(Clone, Copy)]
struct Spot {
    home: bool,
    /// The first of the records that touch it.
    first: Option<RecordId>,
    /// The newest event of those records.
    newest: Option<Day>,
}

/// For each place of the dataset its spot, if it has one.
type Spots = Vec<Option<Spot>>;

fn build(ctx: Context<'_>, state: &State, ids: &[RecordId], land: &Land) -> (Scene, Vec<Deed>) {
    let (spots, ties) = gather(ctx, ids);
    let mut scene = Scene {
        ties,
        selected: keys(ctx, state.selected, true),
        pointed: keys(ctx, state.pointed, false),
        crowd: fill(ctx.labels().map_homes, &[("n", "#")]),
        ..Scene::default()
    };
    let mut deeds = Vec::new();
    for (id, place, spot) in places(ctx, &spots) {
        if let Some(mark) = mark(ctx, id, place, spot, land) {
            deeds.push(deed(ctx, place, mark.key, spot));
            scene.marks.push(mark);
        }
    }
    scene.captions = captions(ctx, &spots, land);
    (scene, deeds)
}

/// The places that have a spot.
fn places<'a>(
    ctx: Context<'a>,
    spots: &'a Spots,
) -> impl Iterator<Item = (PlaceId, &'a Place, Spot)> {
    (0..)
        .map(PlaceId)
        .zip(spots)
        .filter_map(move |(id, spot)| Some((id, ctx.catalog.place_at(id)?, (*spot)?)))
}

/// The places that the records touch, and the lines between them. Without records: the homes.
fn gather(ctx: Context<'_>, ids: &[RecordId]) -> (Spots, Vec<Tie>) {
    let catalog = ctx.catalog;
    let mut spots = vec![None; catalog.dataset().places.len()];
    let mut counts = vec![0; catalog.ties().len()];
    for &id in ids {
        for &tie in catalog.ties_of(id) {
            counts.get_mut(tie as usize).into_iter().for_each(|count| *count += 1);
        }
        for &partner in catalog.partners_of(id) {
            touch(ctx, &mut spots, partner, false, Some(id));
        }
        catalog.home_of(id).into_iter().for_each(|home| {
            touch(ctx, &mut spots, home, true, Some(id));
        });
    }
    if ids.is_empty() {
        let all = (0..catalog.len() as u32).map(RecordId);
        all.filter_map(|id| catalog.home_of(id))
            .for_each(|home| touch(ctx, &mut spots, home, true, None));
    }
    let ties = catalog.ties().iter().zip(counts).filter(|(_, records)| *records > 0);
    let tie = |(tie, records): (&catalog::Tie, u32)| Tie {
        home: tie.home.0,
        partner: tie.partner.0,
        line: line(tie.relation),
        records,
    };
    (spots, ties.map(tie).collect())
}

fn touch(ctx: Context<'_>, spots: &mut Spots, at: PlaceId, home: bool, id: Option<RecordId>) {
    let Some(place) = spots.get_mut(at.index()) else { return };
    let spot = place.get_or_insert(Spot { home, first: id, newest: None });
    spot.newest = spot.newest.max(id.and_then(|id| ctx.catalog.newest(id)));
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
fn mark(ctx: Context<'_>, id: PlaceId, place: &Place, spot: Spot, land: &Land) -> Option<Mark> {
    let country = land::code(&place.country).filter(|_| place.level == Level::Country);
    let (side, at) = match country {
        Some(code) => (Side::Country(code), land.label_point(code)?),
        None if spot.home => (Side::Home, place.position?),
        None => (Side::Partner, place.position?),
    };
    let importance = spot.newest.map_or(0, |day| {
        u32::from(day.year) * 400 + u32::from(day.month) * 32 + u32::from(day.day)
    });
    let label = match &place.short {
        Some(short) => ctx.shown(short).text.to_owned(),
        None => ctx.place(place).0,
    };
    Some(Mark { key: id.0, side, at, label, importance })
}

/// A press on a home asks for its records, a press on a partner opens its newest one.
fn deed(ctx: Context<'_>, place: &Place, key: u32, spot: Spot) -> Deed {
    let first = spot.first.and_then(|id| ctx.record(id));
    let does = if spot.home {
        Some(("toggle", ["home/", &place.id].concat()))
    } else {
        first.map(|record| ("select", record.id.clone()))
    };
    let points = first.filter(|_| !spot.home).map(|record| record.id.clone());
    Deed { key, does, points, name: ctx.place(place).0 }
}

/// The marks of a record: its partners, and its home if asked for.
fn keys(ctx: Context<'_>, record: Option<RecordId>, home: bool) -> Vec<u32> {
    let Some(id) = record else { return Vec::new() };
    let partners = ctx.catalog.partners_of(id).iter().copied();
    let home = ctx.catalog.home_of(id).filter(|_| home);
    partners.chain(home).map(|place| place.0).collect()
}

/// The homes' country, by name, unless it is itself a partner.
fn captions(ctx: Context<'_>, spots: &Spots, land: &Land) -> Vec<Caption> {
    let mut codes: Vec<&str> = Vec::new();
    for (_, place, spot) in places(ctx, spots) {
        if spot.home && !codes.contains(&&*place.country) {
            codes.push(&place.country);
        }
    }
    let named = |code: &str| {
        let mut all = places(ctx, spots);
        all.any(|(_, place, _)| place.level == Level::Country && place.country == code)
    };
    let caption = |code: &str| {
        let at = land.label_point(land::code(code)?)?;
        Some(Caption { at, text: ctx.country(code) })
    };
    codes.into_iter().filter(|code| !named(code)).filter_map(caption).collect()
}
