//! Searches in the bundled dataset, as a visitor would make them.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may fail by panicking")]

mod common;

use std::cell::Cell;
use std::cmp::Ordering;

use common::Plain;
use mitra_kota::catalog::{Catalog, Facet};
use mitra_kota::query::{Answer, Filter, Sort, marks, query};
use mitra_kota::text::{Lang, Locale};

fn catalog() -> Catalog {
    let bytes = include_bytes!("../www/data/bekasi-bandung.json");
    let (dataset, _) = mitra_kota::dataset::parse(bytes).expect("the bundled dataset is readable");
    Catalog::build(dataset)
}

fn ids<'a>(catalog: &'a Catalog, answer: &Answer) -> Vec<&'a str> {
    answer.ids.iter().map(|&id| catalog.record(id).unwrap().id.as_str()).collect()
}

fn found(catalog: &Catalog, q: &str) -> Vec<String> {
    let filter = Filter { q: q.into(), ..Filter::default() };
    let answer = query(catalog, &filter, Lang::Id, &Plain);
    ids(catalog, &answer).into_iter().map(Into::into).collect()
}

fn ordered(catalog: &Catalog, sort: Sort) -> Vec<&str> {
    let filter = Filter { sort: Some(sort), ..Filter::default() };
    ids(catalog, &query(catalog, &filter, Lang::Id, &Plain))
}

/// Counts how many names of countries are asked for.
#[derive(Default)]
struct Counting(Cell<u32>);

impl Locale for Counting {
    fn fold(&self, text: &str) -> String {
        Plain.fold(text)
    }

    fn compare(&self, lang: Lang, a: &str, b: &str) -> Ordering {
        Plain.compare(lang, a, b)
    }

    fn country(&self, lang: Lang, code: &str) -> Option<String> {
        self.0.set(self.0.get() + 1);
        Plain.country(lang, code)
    }
}

#[test]
fn nothing_is_gathered_before_the_first_search() {
    let (catalog, locale) = (catalog(), Counting::default());
    let mut filter = Filter { country: vec!["JP".into()], ..Filter::default() };
    assert_eq!(query(&catalog, &filter, Lang::Id, &locale).total, 3);
    assert_eq!(locale.0.get(), 0);
    filter.q = "nihon".into();
    assert_eq!(query(&catalog, &filter, Lang::Id, &locale).total, 0);
    assert!(locale.0.get() > 0);
}

#[test]
fn names_are_found_in_every_language_and_by_alias() {
    let catalog = catalog();
    for q in ["Izumisano", "izumi", "泉佐野", "佐野市", "이즈미사노", "いずみさの", "IZUMISANÓ"]
    {
        assert_eq!(found(&catalog, q), ["bekasi-izumisano"], "{q}");
    }
    for q in ["성남", "城南市", "KONI", "Songnam"] {
        assert!(found(&catalog, q).contains(&"bekasi-seongnam".to_string()), "{q}");
    }
}

#[test]
fn a_typo_is_forgiven_and_ranks_behind() {
    let catalog = catalog();
    for q in ["hamamtsu", "hmaamatsu", "hamamattsu", "hamanatsu"] {
        assert_eq!(found(&catalog, q), ["bandung-hamamatsu"], "{q}");
    }
}

#[test]
fn every_word_must_be_there() {
    let catalog = catalog();
    assert_eq!(found(&catalog, "seongnam bandung"), [""; 0]);
    assert_eq!(found(&catalog, "bandung jepang"), ["bandung-hamamatsu"]);
    assert_eq!(found(&catalog, "zzz"), [""; 0]);
    assert_eq!(found(&catalog, " – ").len(), 5);
}

#[test]
fn the_partner_ranks_before_a_mention() {
    let found = found(&catalog(), "korea");
    let (partners, mentions) = found.split_at(2);
    assert!(partners.contains(&"bekasi-seongnam".to_string()), "{found:?}");
    assert!(partners.contains(&"kabupaten-bekasi-korea".to_string()), "{found:?}");
    assert!(!mentions.is_empty(), "a summary that names Korea is found too");
}

#[test]
fn records_come_in_the_order_asked_for() {
    let catalog = catalog();
    assert_eq!(ordered(&catalog, Sort::Newest)[0], "bekasi-izumisano");
    let by_name = ordered(&catalog, Sort::Partner);
    let expected = [
        "bandung-hamamatsu",
        "bekasi-izumisano",
        "bekasi-japan",
        "kabupaten-bekasi-korea",
        "bekasi-seongnam",
    ];
    assert_eq!(by_name, expected);
    let by_distance = ordered(&catalog, Sort::Distance);
    assert_eq!(by_distance[3..], ["bekasi-japan", "kabupaten-bekasi-korea"]);
}

#[test]
fn the_counts_are_those_of_the_articles() {
    let catalog = catalog();
    let count = |filter: &Filter, facet, id: &str| {
        let answer = query(&catalog, filter, Lang::Id, &Plain);
        let at = catalog.values(facet).iter().position(|value| value.id == id)?;
        answer.counts(facet).get(at).copied()
    };
    let japan = Filter { country: vec!["JP".into()], ..Filter::default() };
    assert_eq!(count(&Filter::default(), Facet::Country, "JP"), Some(3));
    assert_eq!(count(&japan, Facet::Country, "KR"), Some(2));
    assert_eq!(count(&japan, Facet::Home, "kabupaten-bekasi"), Some(0));
    assert_eq!(count(&japan, Facet::Relation, "sister-city"), None);
    assert_eq!(count(&japan, Facet::Relation, "letter-of-intent"), Some(1));
}

#[test]
fn marks_stand_where_the_words_are() {
    let marked = |text: &str, q: &str| -> Vec<String> {
        marks(text, q, &Plain).into_iter().map(|range| text[range].to_string()).collect()
    };
    assert_eq!(marked("Kota Bekasi – kota Bandung", "kot band"), ["Kota", "kota", "Bandung"]);
    assert_eq!(marked("大阪府泉佐野市", "佐野"), ["佐野"]);
    // A syllable that is still being typed.
    assert_eq!(marked("성남시 체육회", "성ㄴ"), ["성남"]);
    assert_eq!(marked("성남시 체육회", "성남"), ["성남"]);
    assert_eq!(marked("성남시", "서"), ["성"]);
    assert_eq!(marked("(Cafe\u{301}s), CAFÉ!", "cafe"), ["Cafe\u{301}s", "CAFÉ"]);
    assert_eq!(marked("Hamamatsu", "hamamtsu"), ["Hamamatsu"]);
    assert_eq!(marked("ﬁne\nﬁne", "fine"), ["ﬁne", "ﬁne"]);
    assert_eq!(marked("Bekasi", " "), [""; 0]);
    assert_eq!(marked("", "bekasi"), [""; 0]);
}
