//! The rules of a query, written down plainly over the dataset.

use std::collections::BTreeSet;

use mitra_kota::catalog::{Facet, Years};
use mitra_kota::dataset::*;
use mitra_kota::geo::distance_km;
use mitra_kota::query::Filter;
use mitra_kota::text::{Lang, Locale, Text};

use super::common::Plain;

fn partners<'a>(dataset: &'a Dataset, record: &'a Record) -> impl Iterator<Item = &'a Place> {
    let known = |id: &String| dataset.places.iter().find(|place| place.id == *id);
    record.partners.iter().filter_map(known)
}

pub(super) fn values(dataset: &Dataset, record: &Record, facet: Facet) -> BTreeSet<String> {
    let group = |id: &String| dataset.sectors.iter().find(|sector| sector.id == *id);
    match facet {
        Facet::Sector => {
            let groups = record.sectors.iter().filter_map(group).map(|sector| sector.group.clone());
            record.sectors.iter().cloned().chain(groups).collect()
        }
        Facet::Country => partners(dataset, record).map(|place| place.country.clone()).collect(),
        Facet::Stage => record.stage.iter().map(|s| format!("{}.{}", s.model, s.at)).collect(),
        Facet::Relation => [record.relation.id().to_string()].into(),
        Facet::Home => [record.home.clone()].into(),
    }
}

/// The values that the dataset explains: others cannot be chosen.
pub(super) fn explained(dataset: &Dataset, facet: Facet, id: &str) -> bool {
    match facet {
        Facet::Sector => {
            dataset.sectors.iter().any(|sector| sector.id == id)
                || dataset.sector_groups.iter().any(|group| group.id == id)
        }
        Facet::Stage => id != "model.never",
        Facet::Home => dataset.places.iter().any(|place| place.id == id),
        Facet::Country | Facet::Relation => true,
    }
}

pub(super) fn years(record: &Record) -> BTreeSet<u16> {
    let dates = record.events.iter().filter_map(|event| event.date);
    dates.flat_map(|date| date.start.year..=date.end.year).collect()
}

fn has_words(dataset: &Dataset, record: &Record, q: &str) -> bool {
    if q.is_empty() {
        return true;
    }
    let mut all = vec![record.summary.clone()];
    all.extend(record.title.clone());
    all.extend(record.events.iter().map(|event| event.title.clone()));
    let places = partners(dataset, record);
    let home = dataset.places.iter().filter(|place| place.id == record.home);
    let mut names = String::new();
    for place in places.chain(home) {
        all.push(place.name.clone());
        for lang in Lang::ALL {
            names += &format!("{} ", Plain.country(lang, &place.country).unwrap_or_default());
        }
    }
    for sector in dataset.sectors.iter().filter(|sector| record.sectors.contains(&sector.id)) {
        all.push(sector.name.clone());
        all.extend(
            dataset.sector_groups.iter().find(|g| g.id == sector.group).map(|g| g.name.clone()),
        );
    }
    for (_, text) in all.iter().flat_map(Text::all) {
        names += &format!("{text} ");
    }
    let there = Plain.fold(&names);
    let mut sought = q.split_whitespace().filter(|word| *word != "–");
    sought.all(|word| match word.is_ascii() {
        true => there.split([' ', '/']).any(|other| other.starts_with(word)),
        false => there.contains(word),
    })
}

/// Whether a record matches, leaving one facet (or the years, by `None`) out of account.
pub(super) fn matches(
    dataset: &Dataset,
    record: &Record,
    filter: &Filter,
    but: Option<Option<Facet>>,
) -> bool {
    let in_facet = |facet| {
        let own = values(dataset, record, facet);
        let chosen = filter.chosen(facet);
        let met = |id: &String| own.contains(id) && explained(dataset, facet, id);
        but == Some(Some(facet)) || chosen.is_empty() || chosen.iter().any(met)
    };
    let in_years = || {
        let own = years(record);
        let met = |chosen: Years| own.iter().any(|year| (chosen.from..=chosen.to).contains(year));
        but == Some(None)
            || (filter.years.is_none() && !filter.undated)
            || (filter.undated && own.is_empty())
            || filter.years.is_some_and(met)
    };
    Facet::ALL.into_iter().all(in_facet) && in_years() && has_words(dataset, record, &filter.q)
}

pub(super) fn newest(record: &Record) -> Option<Day> {
    let of = |status| {
        let own = record.events.iter().filter(move |event| event.status == status);
        own.filter_map(|event| event.date).map(|date| date.end).max()
    };
    of(EventStatus::Held).or_else(|| of(EventStatus::Announced))
}

pub(super) fn metres(dataset: &Dataset, record: &Record) -> u64 {
    let home = dataset.places.iter().find(|place| place.id == record.home);
    let Some(home) = home.and_then(|place| place.position) else { return u64::MAX };
    let to = partners(dataset, record).filter_map(|place| place.position);
    to.map(|to| (distance_km(home, to) * 1000.0) as u64).min().unwrap_or(u64::MAX)
}

pub(super) fn partner_name(dataset: &Dataset, record: &Record) -> Option<String> {
    let place = partners(dataset, record).next()?;
    let name = match place.level {
        Level::Country if place.name.get(Lang::Id).is_none() => {
            Plain.country(Lang::Id, &place.country)?
        }
        _ => place.name.shown(Lang::Id, Lang::En).0.to_string(),
    };
    Some(Plain.fold(&name))
}
