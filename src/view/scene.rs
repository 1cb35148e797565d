//! What the map has to show: the answer's homes and partners, and where the camera looks.
//!
//! In: context, state, answer, land. Out: a [`Scene`] in the map's own words, what each mark does,
//! and cameras.

use std::collections::BTreeMap;

use super::drawing::Deed;
use super::land::{self, Land};
use super::{Aim, Context, State};
use crate::catalog::{PlaceId, RecordId};
use crate::dataset::{Level, Place, Relation};
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
struct Spot {
    home: bool,
    /// The records that touch it, in the order of the answer.
    records: Vec<RecordId>,
}

fn build(ctx: Context<'_>, state: &State, ids: &[RecordId], land: &Land) -> (Scene, Vec<Deed>) {
    let (spots, ties) = gather(ctx, ids);
    let mut scene = Scene {
        ties,
        selected: keys(ctx, state.selected, true),
        pointed: keys(ctx, state.pointed, false),
        crowd: ctx.labels().map_homes.replace("{n}", "#"),
        ..Scene::default()
    };
    let mut deeds = Vec::new();
    for (place_id, spot) in &spots {
        let Some(place) = ctx.catalog.place_at(*place_id) else { continue };
        if let Some(mark) = mark(ctx, *place_id, place, spot, land) {
            deeds.push(deed(ctx, place, mark.key, spot));
            scene.marks.push(mark);
        }
    }
    scene.captions = captions(ctx, &spots, land);
    (scene, deeds)
}

/// The places that the records touch, and the lines between them. Without records: the homes.
fn gather(ctx: Context<'_>, ids: &[RecordId]) -> (BTreeMap<PlaceId, Spot>, Vec<Tie>) {
    let mut spots = BTreeMap::new();
    let mut lines: BTreeMap<u32, u32> = BTreeMap::new();
    for &id in ids {
        for &tie in ctx.catalog.ties_of(id) {
            *lines.entry(tie).or_default() += 1;
        }
        if let Some(home) = ctx.catalog.home_of(id) {
            touch(&mut spots, home, true, Some(id));
        }
        for &partner in ctx.catalog.partners_of(id) {
            touch(&mut spots, partner, false, Some(id));
        }
    }
    if ids.is_empty() {
        for home in (0..ctx.catalog.len() as u32).filter_map(|id| ctx.catalog.home_of(RecordId(id)))
        {
            touch(&mut spots, home, true, None);
        }
    }
    let ties = lines.into_iter().filter_map(|(tie, records)| {
        let tie = ctx.catalog.ties().get(tie as usize)?;
        let line = line(tie.relation);
        Some(Tie { home: tie.home.0, partner: tie.partner.0, line, records })
    });
    (spots, ties.collect())
}

fn touch(spots: &mut BTreeMap<PlaceId, Spot>, at: PlaceId, home: bool, id: Option<RecordId>) {
    let spot = spots.entry(at).or_insert(Spot { home, records: Vec::new() });
    spot.records.extend(id);
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
    let newest = spot.records.iter().filter_map(|id| ctx.catalog.newest(*id)).max();
    let importance = newest.map_or(0, |day| {
        u32::from(day.year) * 400 + u32::from(day.month) * 32 + u32::from(day.day)
    });
    let label = match &place.short {
        Some(short) => ctx.shown(short).text.to_owned(),
        None => ctx.place(place).0,
    };
    Some(Mark { key: id.0, side, at, label, importance })
}

/// A press on a home asks for its records, a press on a partner opens its newest one.
fn deed(ctx: Context<'_>, place: &Place, key: u32, spot: &Spot) -> Deed {
    let first = spot.records.iter().filter_map(|id| ctx.catalog.record(*id)).next();
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
fn captions(ctx: Context<'_>, spots: &BTreeMap<PlaceId, Spot>, land: &Land) -> Vec<Caption> {
    let places = spots.iter().filter_map(|(id, spot)| Some((ctx.catalog.place_at(*id)?, spot)));
    let (homes, others): (Vec<_>, Vec<_>) = places.partition(|(_, spot)| spot.home);
    let mut countries: Vec<&str> = homes.iter().map(|(place, _)| place.country.as_str()).collect();
    countries.sort_unstable();
    countries.dedup();
    countries.retain(|code| {
        !others.iter().any(|(place, _)| place.level == Level::Country && place.country == *code)
    });
    let caption = |country: &str| {
        let at = land.label_point(land::code(country)?)?;
        Some(Caption { at, text: ctx.country(country) })
    };
    countries.into_iter().filter_map(caption).collect()
}
