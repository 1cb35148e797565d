//! Datasets of all shapes, and filters that fit them more or less.
//!
//! Ids at the end of each list are in no dataset.

use std::collections::BTreeSet;

use mitra_kota::catalog::Years;
use mitra_kota::dataset::*;
use mitra_kota::geo::LonLat;
use mitra_kota::query::{Filter, Sort};
use mitra_kota::text::{Lang, Text};
use proptest::prelude::*;
use proptest::{collection::vec, option, sample::select, sample::subsequence};

const PLACES: [&str; 6] = ["bekasi", "bandung", "izumisano", "seongnam", "jp", "atlantis"];
const SECTORS: [&str; 5] = ["sports", "arts", "port", "odd", "magic"];
const STAGES: [&str; 4] = ["talks", "pact", "works", "never"];
const WORDS: [&str; 8] = ["kota", "kot", "PORT", "arts", "cafe", "Café", "泉佐野市", "12/34"];

fn text(words: &[&str]) -> Text {
    Text::one(Lang::En, &words.join(" "))
}

fn place(id: &str, country: &str, position: Option<(f64, f64)>) -> Place {
    Place {
        id: id.into(),
        name: text(&[id]),
        short: None,
        country: country.into(),
        level: if position.is_some() { Level::City } else { Level::Country },
        position: position.map(|(lon, lat)| LonLat { lon, lat }),
        position_source: None,
        wikidata: None,
        code: None,
        aliases: Vec::new(),
    }
}

/// The place with a name in Indonesian too, before all that a locale would call it.
fn named(name: &str, mut place: Place) -> Place {
    place.name.set(Lang::Id, name);
    place
}

fn sector(id: &str, group: &str) -> Sector {
    Sector { id: id.into(), name: text(&[id]), group: group.into(), aliases: Vec::new() }
}

fn dataset(records: Vec<Record>) -> Dataset {
    let group = |id: &str| SectorGroup { id: id.into(), name: text(&[id]), short: None };
    let stages = STAGES[..3].iter().map(|id| Stage { id: (*id).into(), name: text(&[id]) });
    Dataset {
        language: Lang::En,
        places: vec![
            place("bekasi", "ID", Some((107.0, -6.2))),
            place("bandung", "ID", Some((107.6, -6.9))),
            place("izumisano", "JP", Some((135.3, 34.4))),
            place("seongnam", "KR", Some((127.1, 37.4))),
            named("cafe", place("jp", "JP", None)),
        ],
        sector_groups: vec![group("social"), group("trade"), group("empty")],
        sectors: vec![
            sector("sports", "social"),
            sector("arts", "social"),
            sector("port", "trade"),
            sector("odd", "of-no-group"),
        ],
        stage_models: vec![StageModel {
            id: "model".into(),
            version: String::new(),
            name: text(&["model"]),
            complete: true,
            sources: Vec::new(),
            stages: stages.collect(),
        }],
        records: records.into_iter().collect(),
        ..Dataset::default()
    }
}

fn day() -> impl Strategy<Value = Day> {
    (2000u16..2008, 0u8..=3, 0u8..=3).prop_map(|(year, month, day)| Day {
        year,
        month,
        day: if month == 0 { 0 } else { day },
    })
}

prop_compose! {
    fn event()(
        days in option::of((day(), day(), any::<bool>())),
        held in any::<bool>(),
        title in subsequence(&WORDS[..], 0..3),
    ) -> Event {
        let date = days.map(|(a, b, range)| {
            Date { start: a.min(b), end: if range { a.max(b) } else { a.min(b) }, uncertain: false }
        });
        Event {
            date,
            kind: EventKind::Mention,
            direction: None,
            title: text(&title),
            text: None,
            place: None,
            status: if held { EventStatus::Held } else { EventStatus::Announced },
            basis: None,
            documents: Vec::new(),
            people: Vec::new(),
            sources: Vec::new(),
        }
    }
}

fn ids(from: &'static [&'static str]) -> impl Strategy<Value = Vec<String>> {
    subsequence(from, 0..=from.len())
        .prop_shuffle()
        .prop_map(|ids| ids.into_iter().map(Into::into).collect())
}

prop_compose! {
    fn record()(
        title in option::of(subsequence(&WORDS[..], 0..3)),
        summary in subsequence(&WORDS[..], 0..3),
        home in select(&PLACES[..]),
        partners in ids(&PLACES),
        relation in select(Relation::ALL),
        sectors in ids(&SECTORS),
        stage in option::of(select(&STAGES[..])),
        events in vec(event(), 0..4),
    ) -> Record {
        let stage = stage.map(|at| StageAt {
            model: "model".into(),
            at: at.into(),
            remaining: None,
            wording: None,
            sources: Vec::new(),
        });
        Record {
            id: String::new(),
            title: title.map(|words| text(&words)),
            summary: text(&summary),
            home: home.into(),
            partners,
            relation,
            parties: Vec::new(),
            sectors,
            sector_sources: Vec::new(),
            claimed_sectors: None,
            stage,
            events,
            documents: Vec::new(),
            figures: Vec::new(),
            claims: Vec::new(),
            rulings: Vec::new(),
            notes: Vec::new(),
            sources: Vec::new(),
        }
    }
}

/// Some records, a few of them often: sets of records have 64 to a word.
pub(super) fn datasets() -> impl Strategy<Value = Dataset> {
    let often = prop_oneof![4 => Just(1), 1 => 2_usize..6];
    (vec(record(), 0..40), often).prop_map(|(records, often)| {
        let mut records = vec![records; often].concat();
        for (number, record) in records.iter_mut().enumerate() {
            record.id = format!("r{number}");
        }
        dataset(records)
    })
}

/// Up to three of the ids, sorted as a filter keeps them; mostly none.
fn chosen(from: &'static [&'static str]) -> impl Strategy<Value = Vec<String>> {
    prop_oneof![
        3 => Just(Vec::new()),
        1 => subsequence(from, 1..=3).prop_map(|ids| {
            let ids: BTreeSet<String> = ids.into_iter().map(Into::into).collect();
            ids.into_iter().collect()
        }),
    ]
}

prop_compose! {
    pub(super) fn filters()(
        q in prop_oneof![4 => Just(""), 1 => select(&["kot", "po", "caf", "佐野", "12", "kot po", "–", "zz"][..])],
        sector in chosen(&["sports", "port", "odd", "magic", "social", "trade", "empty"]),
        country in chosen(&["ID", "JP", "KR", "XX"]),
        stage in chosen(&["model.talks", "model.pact", "model.works", "model.never"]),
        relation in chosen(&["contact", "memorandum", "sister-city", "friendship"]),
        home in chosen(&PLACES),
        years in option::weighted(0.3, (1999u16..2010, 1999u16..2010)),
        undated in prop::bool::weighted(0.2),
        sort in option::of(select(&Sort::ALL[..])),
    ) -> Filter {
        let years = years.map(|(a, b)| Years::between(a, b));
        Filter { q: q.into(), sector, country, stage, relation, home, years, undated, sort }
    }
}
