//! A mark for several: how its places come apart, and the list of them where they do not.
//!
//! In: context, scenery, camera, the answer's records. Out: keys of marks, a camera, an element over the map.
//! All of it travels in a later module, which comes when a visitor first reaches for the map.

use super::drawing::Deed;
use super::icons::{icon, shape};
use super::naming::join;
use super::{Context, Scenery, fill};
use crate::catalog::{PlaceId, RecordId};
use crate::map::{self, Camera, Inset, Viewport};
use crate::markup::{Element, el};
use crate::text::{Lang, number};

/// How much nearer each step comes that seeks where places come apart.
const NEARER: f64 = 2.0;

/// A place of a mark for several.
#[derive(Clone, PartialEq, Debug)]
pub struct Member {
    /// The key of its own mark.
    key: u32,
    /// How many records it has, and how many of each sector, in words.
    note: String,
}

/// The keys of all that a mark stands for, by the name of its first one; none if it is that alone.
#[must_use]
pub fn merged(scenery: &Scenery, camera: &Camera, view: &Viewport, first: &str) -> Vec<u32> {
    let spots = map::spots(&scenery.scene, camera, view);
    let is_first = |keys: &[u32]| keys.first().is_some_and(|key| number(*key) == first);
    let spot = spots.into_iter().find(|spot| spot.keys.len() > 1 && is_first(&spot.keys));
    spot.map(|spot| spot.keys).unwrap_or_default()
}

/// The first camera on the way to these marks on which they are one no more; `None` if there is none.
#[must_use]
pub fn apart(scenery: &Scenery, keys: &[u32], from: &Camera, view: &Viewport) -> Option<Camera> {
    let marks = scenery.scene.marks.iter().filter(|mark| keys.contains(&mark.key));
    let points: Vec<_> = marks.map(|mark| mark.at).collect();
    let mut camera = Camera::fit(from.projection, &points, view, &Inset::margin(view));
    let all = |spot: &map::Spot| keys.iter().all(|key| spot.keys.contains(key));
    while camera.scale <= from.scale || map::spots(&scenery.scene, &camera, view).iter().any(all) {
        let at = points.first().filter(|_| camera.can_grow())?;
        camera = camera.zoom(NEARER, camera.show(*at, view), view);
    }
    Some(camera)
}

/// The places of the marks with these keys, and what of `records` is theirs.
#[must_use]
pub fn members(ctx: Context<'_>, records: &[RecordId], keys: &[u32]) -> Vec<Member> {
    let note = |key: &u32| Member { key: *key, note: note(ctx, records, PlaceId(*key)) };
    keys.iter().map(note).collect()
}

fn note(ctx: Context<'_>, records: &[RecordId], place: PlaceId) -> String {
    let mut count = 0;
    let mut sectors: Vec<(&str, u32)> = Vec::new();
    for &id in records {
        let catalog = ctx.catalog;
        if catalog.home_of(id) != Some(place) && !catalog.partners_of(id).contains(&place) {
            continue;
        }
        count += 1;
        for sector in ctx.record(id).map(|record| record.sectors.as_slice()).unwrap_or_default() {
            count_in(&mut sectors, sector);
        }
    }
    let labels = ctx.labels();
    let pattern = if count == 1 { labels.status_one } else { labels.status_many };
    let mut text = fill(pattern, &[("n", &number(count))]);
    let mut mix = String::new();
    for (sector, times) in sectors {
        let Some(sector) = ctx.catalog.sector(sector) else { continue };
        join(&mut mix, ctx.phrases().comma, ctx.shown(&sector.name).text);
        if times > 1 {
            mix.push_str(" × ");
            mix.push_str(&number(times));
        }
    }
    join(&mut text, " · ", &mix);
    text
}

/// Counts a sector once more; those with the most come first.
fn count_in<'a>(sectors: &mut Vec<(&'a str, u32)>, sector: &'a str) {
    let known = sectors.iter().position(|(known, _)| *known == sector);
    let mut place = known.unwrap_or(sectors.len());
    if known.is_none() {
        sectors.push((sector, 0));
    }
    if let Some((_, times)) = sectors.get_mut(place) {
        *times += 1;
    }
    while let Some([before, this]) = sectors.get_mut(place.wrapping_sub(1)..=place)
        && before.1 < this.1
    {
        std::mem::swap(before, this);
        place -= 1;
    }
}

/// The list of places, each of which does what its own mark would do.
pub(super) fn panel(ctx: Context<'_>, members: &[Member], deeds: &[Deed]) -> Option<Element> {
    let title = fill(here(ctx.lang), &[("n", &number(members.len() as u32))]);
    let mut list = el("ul");
    for member in members {
        let Some(deed) = deeds.iter().find(|deed| deed.key == member.key) else { continue };
        let mut button = el("button|type=button");
        if let Some((verb, argument)) = &deed.does {
            button = button.does(verb, argument.clone());
        }
        let name = el("span").text(deed.name.clone());
        let note = el("small").text(member.note.clone());
        list = list.child(el("li").child(button.child(name).child(note)));
    }
    let close = el("button.mk-crowd-close|type=button")
        .with("aria-label", ctx.labels().close)
        .child(icon(shape::CROSS));
    let panel = el("div.mk-crowd|data-key=crowd|role=group")
        .with("aria-label", title.clone())
        .child(el("p").text(title))
        .child(list)
        .child(close);
    (!members.is_empty()).then_some(panel)
}

const fn here(lang: Lang) -> &'static str {
    match lang {
        Lang::Id => "{n} tempat di titik ini",
        Lang::En => "{n} places at this point",
        Lang::Ja => "この地点の{n}か所",
        Lang::Ko => "이 지점의 {n}곳",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::Catalog;
    use crate::query::{Filter, query};
    use crate::text::Plain;
    use crate::view::page_tests::{all, bundled, words};
    use crate::view::{Land, State, scenery};

    /// What is done with the bundled records after `change` to where their partners lie.
    fn with<T>(
        change: impl Fn(&mut crate::dataset::Place),
        then: impl Fn(Context<'_>, &Scenery, &Camera, &Viewport, &[RecordId]) -> T,
    ) -> T {
        let mut dataset = bundled();
        dataset.places.iter_mut().for_each(change);
        let catalog = Catalog::build(dataset);
        let ctx = Context { catalog: &catalog, locale: &Plain, lang: Lang::Id };
        let mut state = State::new(Lang::Id);
        state.viewport = Viewport { width: 600.0, height: 500.0, em: 16.0, ..Viewport::default() };
        let land = Land::new(include_bytes!("../../www/basemap/first.bin"), "id", &catalog);
        let answer = query(&catalog, &Filter::default(), Lang::Id, &Plain);
        let scenery = scenery(ctx, &state, &answer, &land);
        let camera = crate::view::camera(ctx, &state, &land, None);
        then(ctx, &scenery, &camera, &state.viewport, &answer.ids)
    }

    /// Izumisano at a place of Hamamatsu's, so many degrees beside it.
    fn beside(degrees: f64) -> impl Fn(&mut crate::dataset::Place) {
        move |place| {
            if place.id == "izumisano" {
                place.position = Some(crate::geo::LonLat { lon: 137.7267 + degrees, lat: 34.7108 });
            }
        }
    }

    /// The keys of the only mark for several partners.
    fn partners(scenery: &Scenery, camera: &Camera, view: &Viewport) -> Vec<u32> {
        let spots = map::spots(&scenery.scene, camera, view);
        let spot = spots
            .iter()
            .find(|spot| spot.keys.len() > 1 && spot.form == map::Form::Circle)
            .expect("a mark for several");
        let first = number(*spot.keys.first().expect("a key"));
        assert_eq!(merged(scenery, camera, view, &first), spot.keys);
        spot.keys.clone()
    }

    #[test]
    fn what_lies_near_comes_apart_and_not_before() {
        with(beside(0.05), |_, scenery, camera, view, _| {
            let keys = partners(scenery, camera, view);
            let near = apart(scenery, &keys, camera, view).expect("a camera");
            let spots = map::spots(&scenery.scene, &near, view);
            for key in &keys {
                assert!(spots.iter().any(|spot| spot.keys == [*key]), "{key} stands alone");
            }
            let mark = scenery.scene.marks.iter().find(|mark| mark.key == keys[0]);
            let at = near.show(mark.expect("a mark").at, view);
            let before = near.zoom(1.0 / NEARER, at, view);
            assert_eq!(map::spots(&scenery.scene, &before, view).len() + 1, spots.len());
        });
    }

    #[test]
    fn what_lies_at_one_point_is_listed_with_its_records_and_sectors() {
        with(beside(0.0), |ctx, scenery, camera, view, ids| {
            let keys = partners(scenery, camera, view);
            assert_eq!(apart(scenery, &keys, camera, view), None);
            let panel = panel(ctx, &members(ctx, ids, &keys), &scenery.deeds).expect("a list");
            assert_eq!(panel.attribute("aria-label"), Some("2 tempat di titik ini"));
            let places = all(&panel, "data-do", "select");
            let texts: Vec<_> = places.iter().map(|place| words(place)).collect();
            assert!(texts[0].starts_with("Izumisano"), "{texts:?}");
            assert!(texts[0].contains("1 kerja sama · Pengelolaan sampah, "), "{texts:?}");
            assert!(texts[1].starts_with("Hamamatsu"), "{texts:?}");
        });
    }

    #[test]
    fn a_mark_that_stands_alone_stands_for_nothing_else() {
        with(
            |_| {},
            |_, scenery, camera, view, _| {
                let alone = map::spots(&scenery.scene, camera, view)
                    .into_iter()
                    .find(|spot| spot.keys.len() == 1)
                    .expect("a lone mark");
                assert!(merged(scenery, camera, view, &number(alone.keys[0])).is_empty());
                assert!(merged(scenery, camera, view, "").is_empty());
            },
        );
    }

    #[test]
    fn sectors_stand_by_how_often_they_are_met() {
        let mut sectors = Vec::new();
        for sector in ["waste", "sport", "water", "sport", "water", "water"] {
            count_in(&mut sectors, sector);
        }
        assert_eq!(sectors, [("water", 3), ("sport", 2), ("waste", 1)]);
    }
}
