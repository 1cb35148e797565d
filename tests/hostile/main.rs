//! Strings that were made to do harm, in every field of a dataset, in options and in the address: no
//! string becomes markup, no link leads where links may not lead, nothing is lost.

#![allow(clippy::unwrap_used, reason = "a test that cannot read its files has failed")]

#[path = "../common/mod.rs"]
mod common;
mod fields;
mod paper;
mod strings;

use common::Plain;
use fields::{Fields, read};
use mitra_kota::catalog::{Catalog, RecordId};
use mitra_kota::dataset::{Dataset, Packing, pack, unpack};
use mitra_kota::export::{Part, csv, figure, plain};
use mitra_kota::map::{Kind, Viewport};
use mitra_kota::markup::Element;
use mitra_kota::query::{query, url};
use mitra_kota::text::Lang;
use mitra_kota::view::{Context, Land, State, address, camera, page, scenery};
use paper::{assert_lawful, text_of};
use strings::{Links, all, links, own};

/// The widget's tree: the list, or the record that is open.
fn shown(catalog: &Catalog, state: &State) -> Element {
    let ctx = Context { catalog, locale: &Plain, lang: state.lang };
    let land = Land::new(b"", "id", catalog);
    let answer = query(catalog, &state.filter, state.lang, &Plain);
    let scenery = scenery(ctx, state, &answer, &land);
    page(ctx, state, &answer, &scenery, &camera(ctx, state, &land, None), &land)
}

/// A state with a laid out map and perhaps an open record.
fn state(lang: Lang, selected: Option<u32>) -> State {
    let mut state = State::new(lang);
    state.viewport = Viewport { width: 550.0, height: 670.0, em: 16.0, controls: Vec::new() };
    state.selected = selected.map(RecordId);
    state
}

/// The plain page with its map.
fn plain_page(dataset: Dataset) -> Element {
    let catalog = Catalog::build(dataset);
    let ctx = Context { catalog: &catalog, locale: &Plain, lang: Lang::Id };
    plain(ctx, Some(figure(ctx, b"", "id")), Part::Host)
}

/// What is made of a dataset: by turns the list, an open record, the plain page. All that is in them
/// is made by the same few functions; every string in every one of them would take minutes.
fn tree(dataset: Dataset, turn: usize) -> Element {
    if turn.is_multiple_of(3) {
        return plain_page(dataset);
    }
    let lang = Lang::ALL[turn % 4];
    let open = (turn % 3 == 1).then(|| u32::try_from(turn % dataset.records.len()).unwrap());
    shown(&Catalog::build(dataset), &state(lang, open))
}

#[test]
fn the_lists_are_as_long_as_they_should_be() {
    let Links { safe, refused } = links();
    assert!(all().len() > 600 && own().len() >= 60, "{} strings, {} own", all().len(), own().len());
    assert!(safe.len() + refused.len() >= 60);
}

#[test]
fn in_all_texts_at_once_every_string_stays_text() {
    let fields = Fields::of_bundled();
    let said = all().into_iter().filter(|string| !string.trim_ascii().is_empty());
    for (number, string) in said.enumerate() {
        let (dataset, problems) = read(&fields.with_text(None, &string));
        assert_eq!(problems, [], "{string:?}");
        let kept = string.trim_ascii();
        let tree = tree(dataset, number);
        assert_lawful(&tree, &string);
        assert!(text_of(&tree).contains(kept), "{string:?} is lost");
    }
}

#[test]
fn in_each_text_alone_the_worst_stay_text() {
    let fields = Fields::of_bundled();
    assert!(fields.texts.len() > 30, "only {:?}", fields.texts);
    for (number, field) in fields.texts.iter().enumerate() {
        for string in own().iter().skip(number % 48).step_by(48) {
            let (dataset, _) = read(&fields.with_text(Some(field), string));
            assert_eq!(dataset.records.len(), 5, "{field}: {string:?} costs a record");
            assert_lawful(&tree(dataset, number), string);
        }
    }
}

#[test]
fn in_a_table_no_cell_is_a_formula_and_nothing_is_lost() {
    let fields = Fields::of_bundled();
    let said = all().into_iter().filter(|string| !string.trim_ascii().is_empty());
    for (number, string) in said.enumerate() {
        let catalog = Catalog::build(read(&fields.with_text(None, &string)).0);
        let lang = Lang::ALL[number % 4];
        let text = csv(Context { catalog: &catalog, locale: &Plain, lang });
        let mut rows = csv::Reader::from_reader(text.strip_prefix('\u{feff}').unwrap().as_bytes());
        let name = rows.headers().unwrap().iter().position(|key| key == "name").unwrap();
        for row in rows.records() {
            let row = row.unwrap();
            assert_eq!(row.len(), 17, "{string:?}");
            for cell in &row {
                let first = cell.trim_start().chars().next();
                assert!(!first.is_some_and(|c| "=+-@＝＋－＠".contains(c)), "{string:?}: {cell:?}");
            }
            let plain = |text: &str| text.replace('\'', "");
            assert_eq!(plain(&row[name]), plain(string.trim_ascii()));
        }
    }
}

#[test]
fn a_text_as_long_as_a_text_may_be_is_shown() {
    let fields = Fields::of_bundled();
    let string = "\u{feff}\u{1d15f}".repeat(10_000);
    let (dataset, problems) = read(&fields.with_text(Some(&"title".to_owned()), &string));
    assert_eq!(problems, []);
    assert_lawful(&plain_page(dataset), "the longest");
}

#[test]
fn a_link_is_followed_only_where_links_may_lead() {
    let fields = Fields::of_bundled();
    assert!(fields.links.len() >= 2, "only {:?}", fields.links);
    let Links { safe, refused } = links();
    for (number, link) in safe.iter().chain(&refused).enumerate() {
        let is_safe = number < safe.len();
        let (dataset, problems) = read(&fields.with_link(link));
        let told = problems.iter().filter(|problem| problem.path.ends_with(".url")).count();
        assert_eq!(told == 0, is_safe, "{link:?}: {problems:?}");
        let tree = plain_page(dataset);
        assert_lawful(&tree, link);
        let leads = paper::links_of(&tree).iter().any(|found| found == link);
        assert_eq!(leads, is_safe, "{link:?}");
    }
}

/// A packed file is not read field by field, so whoever makes one can write any link.
#[test]
fn a_packed_dataset_leads_nowhere_else_either() {
    let Links { safe, refused } = links();
    let all: Vec<_> = safe.iter().chain(&refused).cloned().collect();
    let mut dataset = Fields::of_bundled().sound();
    let shown: Vec<_> = dataset.records.iter().flat_map(|record| record.sources.clone()).collect();
    let is_shown = |id: &String| shown.contains(id);
    let count = dataset.sources.iter().filter(|source| is_shown(&source.id)).count();
    assert!(count > 4, "only {count} sources are shown");
    for some in all.chunks(count) {
        let cited = dataset.sources.iter_mut().filter(|source| is_shown(&source.id));
        for (source, link) in cited.zip(some) {
            source.url = Some(link.clone());
        }
        let file = pack(&dataset, &Packing::default()).remove(0).1;
        let tree = plain_page(unpack(file).unwrap());
        assert_lawful(&tree, "packed");
        let found = paper::links_of(&tree);
        for link in some {
            assert_eq!(found.contains(link), safe.contains(link), "{link:?}");
        }
    }
}

#[test]
fn a_link_in_a_text_is_text() {
    let fields = Fields::of_bundled();
    for (number, link) in links().refused.into_iter().enumerate() {
        let (dataset, _) = read(&fields.with_text(None, &link));
        assert_lawful(&tree(dataset, number), &link);
    }
}

#[test]
fn whatever_is_sought_is_found_in_the_address_again() {
    let catalog = Catalog::build(Fields::of_bundled().sound());
    for string in all() {
        let mut state = state(Lang::Id, None);
        state.filter.q = string.clone();
        let written = address::write(&catalog, &state, Lang::Id);
        for prefix in ["", "mk"] {
            let whole = url::merge("other=1&x", prefix, &written);
            let read = url::read(&url::extract(&whole, prefix));
            assert_eq!(read.q, string, "{written}");
            assert!(whole.starts_with("other=1&x"), "{whole}");
            assert_eq!(url::merge(&whole, prefix, &written), whole, "it does not grow");
        }
    }
}

#[test]
fn whatever_an_address_says_a_page_comes_of_it() {
    let catalog = Catalog::build(Fields::of_bundled().sound());
    let land = Land::new(b"", "id", &catalog);
    let keys = ["q", "sector", "country", "stage", "year", "sort", "record", "lang", "map", ""];
    for (number, string) in own().into_iter().chain(links().refused).enumerate() {
        let hash = [keys[number % keys.len()], "=", &string].concat();
        let mut state = state(Lang::Id, None);
        address::read(&catalog, &mut state, &hash, Lang::Id, land.projection(Kind::EqualEarth));
        assert_lawful(&shown(&catalog, &state), &string);
    }
}

#[test]
fn options_that_are_not_known_change_nothing() {
    let mut dataset = Fields::of_bundled().sound();
    for string in own() {
        assert!(Lang::from_tag(&string).is_none());
        let told = dataset.keep_homes(&string);
        assert!(told.is_some(), "{string:?} is no home");
        assert_eq!(dataset.records.len(), 5, "{string:?}");
    }
    let catalog = Catalog::build(dataset);
    for string in own() {
        let land = Land::new(b"", &string, &catalog);
        assert_eq!(
            land.projection(Kind::EqualEarth),
            Land::new(b"", "id", &catalog).projection(Kind::EqualEarth),
            "{string:?}"
        );
    }
}
