//! The packed form against the dataset that was packed.

use proptest::prelude::*;

use super::*;
use crate::catalog::Catalog;
use crate::query::{Answer, Filter, query};
use crate::text::Plain;

fn bundled() -> Dataset {
    parse(include_bytes!("../../../www/data/bekasi-bandung.json")).expect("it is read").0
}

fn whole() -> Vec<u8> {
    pack(&bundled(), &Packing::default()).remove(0).1
}

/// The files of the bundled dataset by their names, two blocks to a file of details.
fn parted() -> Vec<(String, Vec<u8>)> {
    pack(&bundled(), &Packing { apart: vec![Lang::En, Lang::Ja, Lang::Ko], chunk: 2 })
}

fn file(name: &str) -> Vec<u8> {
    parted().into_iter().find(|(own, _)| own == name).expect("there is such a file").1
}

fn answer(dataset: Dataset, q: &str) -> Answer {
    let filter = Filter { q: q.into(), ..Filter::default() };
    query(&Catalog::build(dataset), &filter, Lang::Id, &Plain)
}

#[test]
fn what_was_packed_comes_back() {
    let dataset = unpack(whole()).expect("it is whole");
    assert_eq!(dataset, bundled());
    assert_eq!(dataset.records.id(1), bundled().records.id(1));
    assert_eq!(dataset.records.lacks(1), None);
}

#[test]
fn a_packed_dataset_is_known_by_its_mark() {
    let json = include_bytes!("../../../www/data/bekasi-bandung.json");
    assert!(is_packed(&whole()) && !is_packed(json));
    assert!(whole().len() < json.len(), "{}", whole().len());
}

#[test]
fn the_first_file_answers_without_details() {
    let files = pack(&bundled(), &Packing { chunk: 100, ..Packing::default() });
    let [(_, head), (_, details)] = &files[..] else { panic!("two files") };
    assert!(head.len() < whole().len() && details.len() < whole().len());
    let head = unpack(head.clone()).expect("it stands alone");
    assert!(head.sources.is_empty());
    for q in ["", "sister", "193/1652", "koni", "泉佐野市"] {
        let (with, without) = (answer(bundled(), q), answer(head.clone(), q));
        assert_eq!(with.ids, without.ids, "{q}");
        assert_eq!((with.facets, with.years), (without.facets, without.years));
    }
}

#[test]
fn details_and_languages_come_later_in_any_order() {
    let names: Vec<_> = parted().into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["", "0", "1", "2", "en", "ja", "ko"]);
    let mut dataset = unpack(file("")).expect("it stands alone");
    assert_eq!(dataset.records.lacks(3), Some(0), "the sources come first");
    let title = dataset.title.clone();
    assert_eq!(title.get(Lang::En), None);
    assert!(title.get(Lang::Id).is_some());
    for name in ["ko", "0", "en"] {
        dataset.learn(file(name)).expect("it belongs to it");
    }
    assert_eq!(dataset.title.get(Lang::En), bundled().title.get(Lang::En));
    assert_eq!(dataset.records.lacks(0), None);
    assert_eq!(dataset.records.lacks(3), Some(2));
    for name in ["2", "ja", "1"] {
        dataset.learn(file(name)).expect("it belongs to it");
    }
    assert_eq!(dataset, bundled());
}

#[test]
fn a_file_of_another_version_is_refused() {
    let mut other = bundled();
    other.version.push('x');
    let other = pack(&other, &Packing { apart: vec![Lang::En, Lang::Ja, Lang::Ko], chunk: 2 });
    let mut dataset = unpack(file("")).expect("it stands alone");
    for (name, bytes) in other {
        assert!(dataset.learn(bytes).is_err(), "{name}");
    }
    assert!(unpack(file("0")).is_err(), "details are no first file");
    assert!(bundled().learn(file("0")).is_err(), "JSON has no further files");
}

#[test]
fn only_the_records_of_a_home_are_left() {
    let mut dataset = unpack(whole()).expect("it is whole");
    assert_eq!(dataset.keep_homes("kota-bandung"), None);
    let ids: Vec<_> = dataset.records.iter().map(|record| record.id.clone()).collect();
    assert_eq!(ids, ["bandung-hamamatsu"]);
    assert_eq!(answer(dataset, "").total, 1);
}

#[test]
fn damage_is_told_with_its_place() {
    for len in [4, 7, 30, 400, whole().len() - 1] {
        let fatal = unpack(whole()[..len].to_vec()).expect_err("it is not whole");
        assert_eq!(fatal.code, "damaged");
        assert!(fatal.message.contains("before offset"), "{}", fatal.message);
    }
    let fatal = unpack(vec![0; MAX_PACKED + 1]).expect_err("it is too large");
    assert!(fatal.code == "too-large" && fatal.message.contains("256 MiB"), "{}", fatal.message);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// Bytes changed, cut and put in anywhere: a dataset or a reason, and no record ends the program.
    #[test]
    fn no_change_of_bytes_is_too_much(
        at in any::<prop::sample::Index>(),
        cut in 0_usize..20,
        with in prop::collection::vec(any::<u8>(), 0..8),
    ) {
        let mut bytes = whole();
        let at = at.index(bytes.len());
        let end = bytes.len().min(at + cut);
        bytes.splice(at..end, with);
        match unpack(bytes) {
            Ok(dataset) => {
                prop_assert!(dataset.records.iter().count() <= dataset.records.len());
                prop_assert!(answer(dataset, "bekasi").total <= 1_000_000);
            }
            Err(fatal) => prop_assert!(!fatal.message.is_empty()),
        }
    }
}
