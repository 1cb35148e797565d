//! Searches in the bundled dataset, as a visitor would make them.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may fail by panicking")]

mod common;

use std::cell::Cell;
use std::cmp::Ordering;

use common::Plain;
use mitra_kota::catalog::{Catalog, Facet};
use mitra_kota::dataset::{Dataset, Record};
use mitra_kota::query::{Answer, Filter, Sort, Standing, marks, query};
use mitra_kota::text::{Lang, Locale, Text};
use proptest::prelude::*;

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

/// A catalog of records with these titles and summaries.
fn of_texts(texts: &[(String, String)]) -> Catalog {
    let mut dataset = Dataset::default();
    for (title, summary) in texts {
        dataset.records.push(Record {
            title: Some(Text::one(Lang::Id, title)),
            summary: Text::one(Lang::Id, summary),
            ..Record::default()
        });
    }
    Catalog::build(dataset)
}

#[test]
fn letters_with_strokes_are_found_without() {
    let texts = ["Łódź", "Tromsø", "İzmir", "Kırşehir", "Đakovo", "Straße"];
    let catalog = of_texts(&texts.map(|text| (text.into(), String::new())));
    for (number, q) in
        ["lodz", "tromso", "izmir", "kirsehir", "dakovo", "strasse"].into_iter().enumerate()
    {
        let filter = Filter { q: q.into(), ..Filter::default() };
        let answer = query(&catalog, &filter, Lang::Id, &Plain);
        assert_eq!(answer.ids.first().map(|id| id.index()), Some(number), "{q}");
    }
}

#[test]
fn a_large_dataset_can_be_searched_while_its_words_are_gathered() {
    let texts: Vec<_> = (0..3000).map(|at| (format!("kota {at}"), String::new())).collect();
    let catalog = of_texts(&texts);
    let filter = Filter { q: "kota".into(), ..Filter::default() };
    let mut standing = Standing::new(&catalog);
    let ask = |standing: &mut Standing| standing.answer(&catalog, &filter, Lang::Id, &Plain, 9);
    let first = ask(&mut standing);
    assert!((500..3000).contains(&first.total), "{}", first.total);
    let (mut seen, mut asked) = (first.total, 0);
    while standing.gathered() < catalog.len() {
        standing.gather(&catalog, &Plain, 64);
        if standing.outgrown(&catalog) {
            let answer = ask(&mut standing);
            assert!(answer.total > seen);
            assert!(!standing.outgrown(&catalog));
            (seen, asked) = (answer.total, asked + 1);
        }
    }
    assert_eq!(seen, 3000);
    assert!(asked < 5, "asked {asked} times");
    assert_eq!(ask(&mut standing), query_first(&catalog, &filter, 9));
}

fn query_first(catalog: &Catalog, filter: &Filter, most: usize) -> Answer {
    let mut answer = query(catalog, filter, Lang::Id, &Plain);
    answer.ids.truncate(most);
    answer
}

/// The typos between two words, by the full table (optimal string alignment).
fn typos(a: &[u8], b: &[u8]) -> usize {
    let mut cells = vec![vec![0; b.len() + 1]; a.len() + 1];
    for i in 0..=a.len() {
        for j in 0..=b.len() {
            cells[i][j] = if i == 0 || j == 0 {
                i + j
            } else {
                let wrong = cells[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
                let swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
                let swap = if swapped { cells[i - 2][j - 2] + 1 } else { usize::MAX };
                wrong.min(cells[i - 1][j] + 1).min(cells[i][j - 1] + 1).min(swap)
            };
        }
    }
    cells[a.len()][b.len()]
}

/// Whole, beginning, one typo, two: the points of a sought word at a word that is there, plainly.
/// A beginning with typos counts if the last letter is none, or one swapped with its neighbour.
fn points(sought: &str, word: &str) -> u32 {
    let allowed = match sought.len() {
        0..4 => 0,
        4..8 => 1,
        _ => 2,
    };
    let (s, w) = (sought.as_bytes(), word.as_bytes());
    let mut least = typos(s, w);
    for end in 1..=w.len() {
        if w[end - 1] == s[s.len() - 1] {
            least = least.min(typos(&s[..s.len() - 1], &w[..end - 1]));
        }
        if s.len() > 1 && end > 1 && w[end - 2..end] == [s[s.len() - 1], s[s.len() - 2]] {
            least = least.min(typos(&s[..s.len() - 2], &w[..end - 2]) + 1);
        }
    }
    match least {
        _ if least > allowed => 0,
        0 if sought == word => 7,
        least => 5 - 2 * least as u32,
    }
}

/// The points of a text, and one more in a title.
fn best(sought: &str, title: &str, summary: &str) -> u32 {
    let of = |text: &str| text.split(' ').map(|word| points(sought, word)).max().unwrap_or(0);
    let title = of(title);
    (title + u32::from(title > 0)).max(of(summary))
}

proptest! {
    #[test]
    fn records_come_by_how_well_all_words_fit(
        texts in prop::collection::vec(("[ab]{1,9}( [ab]{1,9})?", "[abc]{1,9}( [ab]{1,9}){0,3}"), 0..40),
        q in "[ab]{1,9}( [abc]{1,5})?",
    ) {
        let catalog = of_texts(&texts);
        let filter = Filter { q: q.clone(), ..Filter::default() };
        let answer = query(&catalog, &filter, Lang::Id, &Plain);
        let mut expected = Vec::new();
        for (number, (title, summary)) in texts.iter().enumerate() {
            let each: Vec<_> = q.split(' ').map(|sought| best(sought, title, summary)).collect();
            if each.iter().all(|points| *points > 0) {
                expected.push((number, each.iter().sum::<u32>()));
            }
        }
        expected.sort_by_key(|(_, points)| std::cmp::Reverse(*points));
        let found: Vec<_> = answer.ids.iter().map(|id| id.index()).collect();
        let expected: Vec<_> = expected.into_iter().map(|(number, _)| number).collect();
        prop_assert_eq!(found, expected);
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
