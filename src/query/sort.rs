//! What records are ordered by.

use std::borrow::Cow;

use super::search::Hits;
use super::{Order, Sort};
use crate::catalog::{Catalog, RecordId};
use crate::dataset::Day;
use crate::geo::distance_km;
use crate::text::{Lang, Locale};

/// The order of the records of a catalog.
pub(super) fn order(
    catalog: &Catalog,
    sort: Sort,
    hits: Option<&Hits>,
    lang: Lang,
    locale: &dyn Locale,
) -> Order {
    if sort == Sort::Relevance {
        return Order::new(hits.map_or_else(|| vec![0; catalog.len()], Hits::keys));
    }
    let ranks = if sort == Sort::Partner { ranks(catalog, lang, locale) } else { Vec::new() };
    let mut keys = Vec::with_capacity(catalog.len());
    for number in 0..catalog.len() as u32 {
        let id = RecordId(number);
        keys.push(match sort {
            Sort::Newest | Sort::Relevance => newest_key(catalog, id),
            Sort::Partner => {
                let partner = catalog.partners_of(id).first();
                let rank = partner.and_then(|place| ranks.get(place.index()));
                rank.copied().unwrap_or(u32::MAX)
            }
            Sort::Distance => distance_key(catalog, id),
        });
    }
    Order::new(keys)
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
    let mut names: Vec<Cow<'_, str>> = Vec::with_capacity(places.len());
    for place in places {
        names.push(catalog.name_of(place, lang, locale).0);
    }
    let compare = |a: usize, b: usize| {
        let name = |at: usize| names.get(at).map_or("", |name| &**name);
        locale.compare(lang, name(a), name(b))
    };
    // Looked for by halves: few comparisons, for a comparison by a language is dear.
    let mut order: Vec<usize> = Vec::with_capacity(places.len());
    for place in 0..places.len() {
        let at = order.partition_point(|&other| compare(other, place).is_lt());
        order.insert(at, place);
    }
    let mut ranks = vec![0; places.len()];
    let (mut rank, mut last) = (0, None);
    for at in order {
        rank += u32::from(last.is_some_and(|last| compare(last, at).is_ne()));
        if let Some(place) = ranks.get_mut(at) {
            *place = rank;
        }
        last = Some(at);
    }
    ranks
}
