//! Puts matching records in order.

use std::cmp::Ordering;

use super::Sort;
use super::search::Hits;
use crate::catalog::{Catalog, RecordId};
use crate::dataset::Day;
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
    let mut numbers = Vec::with_capacity(ids.len());
    for id in &*ids {
        numbers.push(id.0);
    }
    order_by(&mut numbers, &|a, b| key(a).cmp(&key(b)));
    for (id, number) in ids.iter_mut().zip(numbers) {
        *id = RecordId(number);
    }
}

/// Heapsort, equals by number: the standard sort would weigh twenty times as much in the widget.
fn order_by(numbers: &mut [u32], compare: &dyn Fn(u32, u32) -> Ordering) {
    for top in (0..numbers.len() / 2).rev() {
        sink(numbers, top, compare);
    }
    for end in (1..numbers.len()).rev() {
        numbers.swap(0, end);
        sink(numbers.get_mut(..end).unwrap_or_default(), 0, compare);
    }
}

/// Moves a number down the heap until none below it comes after it.
fn sink(heap: &mut [u32], mut at: usize, compare: &dyn Fn(u32, u32) -> Ordering) {
    let after = |a: u32, b: u32| compare(a, b).then(a.cmp(&b)).is_gt();
    while let Some(&left) = heap.get(2 * at + 1) {
        let right = heap.get(2 * at + 2).is_some_and(|&right| after(right, left));
        let below = 2 * at + 1 + usize::from(right);
        match (heap.get(at), heap.get(below)) {
            (Some(&here), Some(&next)) if after(next, here) => heap.swap(at, below),
            _ => return,
        }
        at = below;
    }
}

fn keys(catalog: &Catalog, key: &dyn Fn(RecordId) -> u32) -> Vec<u32> {
    let mut keys = Vec::with_capacity(catalog.len());
    for number in 0..catalog.len() as u32 {
        keys.push(key(RecordId(number)));
    }
    keys
}

/// Later days are lower; a bare year counts as its beginning.
fn newest_key(catalog: &Catalog, id: RecordId) -> u32 {
    u32::MAX - catalog.newest(id).map_or(0, Day::packed)
}

/// Metres from the home to the nearest partner that has a position.
fn distance_key(catalog: &Catalog, id: RecordId) -> u32 {
    let position = |place| catalog.place_at(place)?.position;
    let mut metres = u32::MAX;
    let Some(home) = catalog.home_of(id).and_then(position) else { return metres };
    for &place in catalog.partners_of(id) {
        if let Some(partner) = position(place) {
            metres = metres.min((distance_km(home, partner) * 1000.0) as u32);
        }
    }
    metres
}

/// For each place its rank by name; equal names have equal ranks.
fn ranks(catalog: &Catalog, lang: Lang, locale: &dyn Locale) -> Vec<u32> {
    let places = &catalog.dataset().places;
    let mut names = Vec::with_capacity(places.len());
    let mut order = Vec::with_capacity(places.len());
    for (number, place) in (0..).zip(places) {
        names.push(catalog.name_of(place, lang, locale).0);
        order.push(number);
    }
    let name = |at: u32| names.get(at as usize).map_or("", |name| &**name);
    let compare = |a, b| locale.compare(lang, name(a), name(b));
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
