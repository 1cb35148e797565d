//! Queries against the same rules written down plainly over the dataset.

#![allow(clippy::unwrap_used, reason = "a test may fail by panicking")]

#[path = "../common/mod.rs"]
mod common;
mod given;
mod rules;

use std::collections::BTreeSet;

use common::Plain;
use given::{datasets, filters};
use mitra_kota::catalog::{Catalog, Facet, RecordId, Years};
use mitra_kota::dataset::{Dataset, Packing, pack, unpack};
use mitra_kota::query::{Answer, Filter, Sort, Standing, query, url};
use mitra_kota::text::Lang;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use rules::{explained, matches, metres, newest, partner_name, values, years};

fn ask(dataset: &Dataset, filter: &Filter) -> (Catalog, Answer) {
    let catalog = Catalog::build(dataset.clone());
    let answer = query(&catalog, filter, Lang::Id, &Plain);
    (catalog, answer)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn an_answer_holds_the_records_that_match(dataset in datasets(), filter in filters()) {
        let (_, answer) = ask(&dataset, &filter);
        let expected: Vec<RecordId> = (0..).zip(dataset.records.iter())
            .filter(|(_, record)| matches(&dataset, record, &filter, None))
            .map(|(number, _)| RecordId(number))
            .collect();
        let mut found = answer.ids.clone();
        found.sort();
        prop_assert_eq!(found, expected);
        prop_assert_eq!(answer.total as usize, answer.ids.len());
        prop_assert_eq!(answer.of as usize, dataset.records.len());
    }

    #[test]
    fn a_packed_dataset_gives_the_same_answer(dataset in datasets(), filter in filters()) {
        let packed = pack(&dataset, &Packing { chunk: 1, ..Packing::default() }).remove(0).1;
        let (catalog, answer) = ask(&unpack(packed).unwrap(), &filter);
        let (plain, expected) = ask(&dataset, &filter);
        prop_assert_eq!(answer, expected);
        prop_assert_eq!(catalog.ties(), plain.ties());
        for facet in Facet::ALL {
            prop_assert_eq!(catalog.values(facet), plain.values(facet));
        }
    }

    #[test]
    fn counts_pass_over_the_choice_in_their_own_facet(dataset in datasets(), filter in filters()) {
        let (catalog, answer) = ask(&dataset, &filter);
        for facet in Facet::ALL {
            let base: Vec<_> = dataset.records.iter()
                .filter(|record| matches(&dataset, record, &filter, Some(Some(facet))))
                .collect();
            let mut offered = BTreeSet::new();
            prop_assert_eq!(answer.counts(facet).len(), catalog.values(facet).len());
            for (value, &count) in catalog.values(facet).iter().zip(answer.counts(facet)) {
                let with = base.iter().filter(|r| values(&dataset, r, facet).contains(&value.id));
                prop_assert_eq!(count as usize, with.count(), "{:?} {}", facet, &value.id);
                prop_assert!(offered.insert(value.id.clone()));
            }
            let all = dataset.records.iter().flat_map(|record| values(&dataset, record, facet));
            let all: BTreeSet<_> = all.filter(|id| explained(&dataset, facet, id)).collect();
            prop_assert_eq!(offered, all);
        }
    }

    #[test]
    fn years_pass_over_the_chosen_years(dataset in datasets(), filter in filters()) {
        let (_, answer) = ask(&dataset, &filter);
        let base: Vec<_> = dataset.records.iter()
            .filter(|record| matches(&dataset, record, &filter, Some(None)))
            .map(years)
            .collect();
        let all: BTreeSet<u16> = dataset.records.iter().flat_map(years).collect();
        let expected: Vec<_> = all.into_iter()
            .map(|year| (year, base.iter().filter(|own| own.contains(&year)).count() as u32))
            .collect();
        prop_assert_eq!(answer.years, expected);
        prop_assert_eq!(answer.undated as usize, base.iter().filter(|own| own.is_empty()).count());
    }

    #[test]
    fn equals_stay_in_the_order_of_the_file(dataset in datasets(), filter in filters()) {
        let (_, answer) = ask(&dataset, &filter);
        let mut expected = answer.ids.clone();
        expected.sort();
        let record = |id: &RecordId| dataset.records.get(id.index()).unwrap();
        match filter.order() {
            Sort::Newest => expected.sort_by_key(|id| std::cmp::Reverse(newest(record(id)))),
            Sort::Distance => expected.sort_by_key(|id| metres(&dataset, record(id))),
            Sort::Partner => expected.sort_by_key(|id| {
                let name = partner_name(&dataset, record(id));
                (name.is_none(), name)
            }),
            Sort::Relevance => return Ok(()),
        }
        prop_assert_eq!(answer.ids, expected);
    }

    #[test]
    fn a_record_has_the_ties_to_its_partners(dataset in datasets()) {
        let catalog = Catalog::build(dataset.clone());
        let id = |place| catalog.place_at(place).unwrap().id.as_str();
        let mut met = BTreeSet::new();
        for (number, record) in (0..).zip(dataset.records.iter()) {
            let ties: BTreeSet<_> = catalog.ties_of(RecordId(number)).iter().copied().collect();
            let partners: BTreeSet<_> = ties.iter().map(|&tie| {
                let tie = catalog.ties()[tie as usize];
                assert_eq!((id(tie.home), tie.relation), (record.home.as_str(), record.relation));
                id(tie.partner)
            }).collect();
            let known = |place: &str| dataset.places.iter().any(|other| other.id == place);
            let own = record.partners.iter().map(String::as_str);
            let expected = own.filter(|own| known(own) && known(&record.home)).collect();
            prop_assert_eq!(partners, expected);
            met.extend(ties);
        }
        prop_assert_eq!(met.len(), catalog.ties().len());
    }

    #[test]
    fn what_stands_from_former_filters_does_not_show(
        dataset in datasets(),
        filters in vec((filters(), select(&[Lang::Id, Lang::Ja][..]), 0_usize..50), 1..12),
        change in vec(0_usize..9, 12),
    ) {
        let catalog = Catalog::build(dataset);
        let mut standing = Standing::new(&catalog);
        let mut filter = Filter::default();
        for ((next, lang, most), change) in filters.into_iter().zip(change) {
            // One thing at a time, as visitors do, or all at once.
            match change {
                0 => filter.q = next.q,
                1 => filter.sector = next.sector,
                2 => filter.country = next.country,
                3 => filter.stage = next.stage,
                4 => filter.home = next.home,
                5 => (filter.years, filter.undated) = (next.years, next.undated),
                6 => filter.sort = next.sort,
                _ => filter = next,
            }
            let fresh = query(&catalog, &filter, lang, &Plain);
            let mut answer = standing.answer(&catalog, &filter, lang, &Plain, most);
            prop_assert_eq!(&answer.ids[..], &fresh.ids[..most.min(fresh.ids.len())]);
            answer.ids.clone_from(&fresh.ids);
            prop_assert_eq!(answer, fresh);
        }
    }

    #[test]
    fn an_address_brings_back_the_filter(
        filter in filters(),
        q in any::<String>(),
        odd in vec("[^ ]+", 0..3),
    ) {
        let mut filter = Filter { q, ..filter };
        odd.iter().for_each(|id| filter.toggle(Facet::Home, id));
        let mut ours = String::new();
        url::write(&filter, &mut ours);
        prop_assert_eq!(url::read(&ours), filter.clone());
        for prefix in ["", "mk"] {
            let hash = url::merge("section&x=1&other.q=a", prefix, &ours);
            prop_assert!(hash.starts_with("section&x=1&other.q=a"));
            prop_assert_eq!(url::read(&url::extract(&hash, prefix)), filter.clone());
            prop_assert_eq!(url::merge(&hash, prefix, &ours), hash);
        }
    }

    #[test]
    fn no_address_is_too_odd_to_be_read(hash in "(#|&|=|%|,|q|year|sector|-|\\PC){0,40}") {
        let read = url::read(&hash);
        let mut written = String::new();
        url::write(&read, &mut written);
        prop_assert_eq!(url::read(&written), read);
    }
}

#[test]
fn an_empty_dataset_is_an_ordinary_one() {
    let filter = Filter {
        q: "kota".into(),
        sector: vec!["sports".into()],
        years: Some(Years::between(2000, 2001)),
        sort: Some(Sort::Distance),
        ..Filter::default()
    };
    for filter in [Filter::default(), filter] {
        let (catalog, answer) = ask(&Dataset::default(), &filter);
        assert_eq!(
            answer,
            Answer { facets: vec![Vec::new(); Facet::ALL.len()], ..Answer::default() }
        );
        assert!(catalog.is_empty() && catalog.find("r0").is_none() && catalog.years().is_empty());
        assert!(catalog.record(RecordId(0)).is_none());
    }
}
