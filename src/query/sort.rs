//! Puts matching records in order.

use std::cmp::Ordering;

use super::Sort;
use super::search::Hits;
use crate::catalog::{Catalog, RecordId};
use crate::geo::distance_km;
use crate::text::{Lang, Locale};

/// Orders `ids`, which are ascending; equals stay so.
pub(super) fn sort(
    catalog: &Catalog,
    order: Sort,
    hits: Option<&Hits>,
    lang: Lang,
    locale: &dyn Locale,
    ids: &mut [RecordId],
) {
    let keys: Vec<u32> = match order {
        Sort::Newest => keys(catalog, &|id| newest_key(catalog, id)),
        Sort::Relevance => keys(catalog, &|id| hits.map_or(0, |hits| u32::MAX - hits.score(id))),
        Sort::Partner => {
            let ranks = ranks(catalog, lang, locale);
            let rank = |id| ranks.get(catalog.partners_of(id).first()?.index()).copied();
            keys(catalog, &|id| rank(id).unwrap_or(u32::MAX))
        }
        Sort::Distance => keys(catalog, &|id| distance_key(catalog, id)),
    };
    let key = |id: u32| keys.get(id as usize);
    let mut numbers: Vec<u32> = ids.iter().map(|id| id.0).collect();
    order_by(&mut numbers, &|a, b| key(a).cmp(&key(b)));
    for (id, number) in ids.iter_mut().zip(numbers) {
        *id = RecordId(number);
    }
}

/// The one sorting routine: several would each be carried by the widget.
fn order_by(numbers: &mut [u32], compare: &dyn Fn(u32, u32) -> Ordering) {
    numbers.sort_unstable_by(|&a, &b| compare(a, b).then(a.cmp(&b)));
}

fn keys(catalog: &Catalog, key: &dyn Fn(RecordId) -> u32) -> Vec<u32> {
    (0..catalog.len() as u32).map(|number| key(RecordId(number))).collect()
}

/// Later days are lower; a bare year counts as its beginning.
fn newest_key(catalog: &Catalog, id: RecordId) -> u32 {
    let packed = |day: crate::dataset::Day| {
        u32::from(day.year) << 9 | u32::from(day.month) << 5 | u32::from(day.day)
    };
    u32::MAX - catalog.newest(id).map_or(0, packed)
}

/// Metres from the home to the nearest partner that has a position.
fn distance_key(catalog: &Catalog, id: RecordId) -> u32 {
    let position = |place| catalog.place_at(place)?.position;
    let Some(home) = catalog.home_of(id).and_then(position) else { return u32::MAX };
    let partners = catalog.partners_of(id).iter().filter_map(|&place| position(place));
    let metres = partners.map(|partner| (distance_km(home, partner) * 1000.0) as u32);
    metres.min().unwrap_or(u32::MAX)
}

/// For each place its rank by name; equal names have equal ranks.
fn ranks(catalog: &Catalog, lang: Lang, locale: &dyn Locale) -> Vec<u32> {
    let places = &catalog.dataset().places;
    let names: Vec<_> = places.iter().map(|p| catalog.name_of(p, lang, locale).0).collect();
    let name = |at: u32| names.get(at as usize).map_or("", |name| &**name);
    let compare = |a, b| locale.compare(lang, name(a), name(b));
    let mut order: Vec<u32> = (0..places.len() as u32).collect();
    order_by(&mut order, &compare);
    let mut ranks = vec![0; places.len()];
    let (mut rank, mut last) = (0, None);
    for at in order {
        rank += u32::from(last.is_some_and(|last| compare(last, at).is_ne()));
        if let Some(place) = ranks.get_mut(at as usize) {
            *place = rank;
        }
        last = Some(at);
    }
    ranks
}
