//! What a visitor finds on the page, in words and controls.

use super::*;
use crate::catalog::Catalog;
use crate::dataset::{self, Dataset, Place, Record};
use crate::map::{Side, Viewport};
use crate::markup::{Element, Node};
use crate::query::{query, url};
use crate::text::{Lang, Plain, Text};

pub(super) fn bundled() -> Dataset {
    dataset::parse(include_bytes!("../../www/data/bekasi-bandung.json")).expect("a dataset").0
}

/// The page for a filter in its address form, after `change` to the state.
pub(super) fn page_of(
    dataset: Dataset,
    filter: &str,
    change: impl Fn(&mut State, &Catalog),
) -> Element {
    page_in(dataset, filter, Lang::Id, change)
}

/// The same in another language.
pub(super) fn page_in(
    dataset: Dataset,
    filter: &str,
    lang: Lang,
    change: impl Fn(&mut State, &Catalog),
) -> Element {
    let catalog = Catalog::build(dataset);
    let mut state = State::new(lang);
    state.filter = url::read(filter);
    let (width, height) = (550.0, 670.0);
    let controls = controls(width, height, 16.0, 76.0);
    state.viewport = Viewport { width, height, em: 16.0, controls };
    change(&mut state, &catalog);
    let ctx = Context { catalog: &catalog, locale: &Plain, lang };
    let land = Land::new(include_bytes!("../../www/basemap/world.bin"), "id", &catalog);
    let answer = query(&catalog, &state.filter, lang, &Plain);
    let camera = camera(ctx, &state, &land, None);
    let scenery = scenery(ctx, &state, &answer, &land);
    page(ctx, &state, &answer, &scenery, &camera, &land)
}

fn page_for(filter: &str) -> Element {
    page_of(bundled(), filter, |_, _| {})
}

/// All elements with an attribute of this value; a class counts among others.
pub(super) fn all<'a>(tree: &'a Element, name: &str, value: &str) -> Vec<&'a Element> {
    let mut found = Vec::new();
    let has = tree.attribute(name).is_some_and(|words| {
        words == value || name == "class" && words.split(' ').any(|word| word == value)
    });
    if has {
        found.push(tree);
    }
    for child in &tree.children {
        if let Node::Element(child) = child {
            found.extend(all(child, name, value));
        }
    }
    found
}

/// The text of an element, as read.
pub(super) fn words(tree: &Element) -> String {
    let part = |node: &Node| match node {
        Node::Text(text) => text.to_string(),
        Node::Element(element) => words(element),
    };
    tree.children.iter().map(part).collect()
}

pub(super) fn texts_of(tree: &Element, class: &str) -> Vec<String> {
    all(tree, "class", class).into_iter().map(words).collect()
}

/// The rows of a facet: label and count.
fn rows(tree: &Element, facet: &str) -> Vec<String> {
    all(tree, "data-key", facet).into_iter().flat_map(|facet| texts_of(facet, "mk-row")).collect()
}

#[test]
fn a_facet_counts_as_if_nothing_of_it_were_chosen() {
    assert_eq!(rows(&page_for(""), "country"), ["Jepang3", "Korea Selatan2"]);
    let chosen = page_for("country=JP");
    assert_eq!(rows(&chosen, "country"), ["Jepang3", "Korea Selatan2"]);
    assert_eq!(rows(&chosen, "home"), ["Kota Bekasi2", "Kota Bandung1"]);
    assert_eq!(texts_of(&chosen, "mk-status"), ["3 dari 5 kerja sama"]);
}

#[test]
fn a_value_without_records_is_shown_only_while_it_is_chosen() {
    let tree = page_for("country=KR&home=kota-bandung");
    assert_eq!(rows(&tree, "country"), ["Jepang1", "Korea Selatan0"]);
    assert!(all(&tree, "class", "mk-none").len() == 2, "Korea and Bandung stand at 0");
}

#[test]
fn relations_stand_from_strong_to_weak_whatever_their_number() {
    let names = rows(&page_for(""), "relation");
    assert_eq!(names, ["Letter of Intent1", "Perjanjian antarlembaga1", "Kontak3"]);
}

#[test]
fn a_group_opens_to_its_sectors_and_never_hides_a_chosen_one() {
    let closed = page_for("sector=employment");
    assert_eq!(texts_of(&closed, "mk-sub"), ["Ketenagakerjaan3"]);
    let open = page_of(bundled(), "", |state, _| {
        state.open.push("sector/other-fields".into());
    });
    let sub = all(&open, "class", "mk-sub");
    assert_eq!(texts_of(sub[0], "mk-row").first().map(String::as_str), Some("Ketenagakerjaan3"));
    assert_eq!(all(&open, "aria-expanded", "true").len(), 1);
}

#[test]
fn of_many_values_the_first_six_are_shown_and_the_rest_on_request() {
    let mut dataset = bundled();
    let homes: Vec<String> = (0..9).map(|number| format!("home-{number}")).collect();
    let model = dataset.records.get(0).expect("a record").clone();
    for id in &homes {
        dataset.places.push(Place { id: id.clone(), ..dataset.places[0].clone() });
        let mut record = model.clone();
        (record.id, record.home) = (format!("record-{id}"), id.clone());
        dataset.records.push(record);
    }
    let tree = page_of(dataset.clone(), "home=home-8", |_, _| {});
    assert_eq!(rows(&tree, "home").len(), 7, "six and the chosen one");
    assert_eq!(texts_of(&tree, "mk-rest"), ["Tampilkan 5 lagi"]);
    let open = page_of(dataset, "", |state, _| {
        state.open.push("home".into());
    });
    assert_eq!(rows(&open, "home").len(), 12);
}

#[test]
fn chips_say_what_they_take_away() {
    let tree = page_for("q=air&country=JP&year=2018-2025");
    let chips = all(&tree, "class", "mk-chip");
    let said: Vec<_> = chips.iter().map(|chip| words(chip)).collect();
    assert_eq!(said, ["“air”", "Jepang", "2018–2025"]);
    assert_eq!(chips[1].attribute("data-arg"), Some("country/JP"));
    assert_eq!(chips[1].attribute("aria-label"), Some("Hapus saringan Jepang"));
    assert!(all(&page_for(""), "class", "mk-chips").is_empty());
}

#[test]
fn an_empty_answer_names_what_was_asked_and_offers_the_best_way_out() {
    let tree = page_for("q=Osaka&country=KR");
    let empty = all(&tree, "class", "mk-empty");
    assert!(words(empty[0]).contains("“Osaka”, Korea Selatan"));
    let out = all(empty[0], "data-do", "drop");
    assert_eq!(out[0].attribute("data-arg"), Some("q"), "without the words two records remain");
    assert_eq!(all(empty[0], "data-do", "clear").len(), 1);
    let home = page_for("country=KR&home=kota-bandung&relation=letter-of-intent");
    let out = all(&home, "class", "mk-empty");
    assert_eq!(all(out[0], "data-do", "drop")[0].attribute("data-arg"), Some("country"));
}

#[test]
fn the_map_of_an_empty_answer_keeps_the_homes() {
    let tree = page_for("q=Osaka");
    assert_eq!(all(&tree, "data-form", "partner").len(), 0);
    assert!(!all(&tree, "data-form", "home").is_empty());
}

#[test]
fn the_legend_explains_only_what_the_map_shows() {
    let all_of_it = page_for("");
    let legend = all(&all_of_it, "class", "mk-legend");
    assert_eq!(legend[0].children.len(), 6, "three marks and three lines");
    let one = page_for("relation=letter-of-intent");
    let said = words(all(&one, "class", "mk-legend")[0]);
    assert_eq!(said, "Daerah asalKota mitraLetter of Intent");
}

#[test]
fn zooming_out_of_the_world_is_off() {
    let zoom = |tree: &Element, to: &str| {
        let buttons = all(tree, "data-do", "zoom");
        let button = buttons.iter().find(|button| button.attribute("data-arg") == Some(to));
        button.is_some_and(|button| button.attribute("disabled").is_some())
    };
    let world = page_of(bundled(), "", |state, _| state.aim = Aim::World);
    assert!(zoom(&world, "out") && !zoom(&world, "in"));
    assert!(!zoom(&page_for(""), "out"));
}

#[test]
fn a_mark_opens_its_record_and_several_homes_in_one_do_nothing() {
    let tree = page_for("");
    let marks = all(&tree, "class", "mk-mark");
    let seongnam = marks.iter().find(|mark| words(mark) == "Seongnam").expect("a mark");
    assert_eq!(seongnam.attribute("data-do"), Some("select"));
    assert_eq!(seongnam.attribute("data-arg"), Some("bekasi-seongnam"));
    assert_eq!(seongnam.attribute("data-point"), Some("bekasi-seongnam"));
    let homes = marks.iter().find(|mark| mark.attribute("data-form") == Some("home"));
    assert_eq!(homes.expect("a mark").attribute("data-do"), None);
    assert!(marks.iter().all(|mark| mark.attribute("tabindex").is_none()));
}

#[test]
fn a_home_that_is_also_a_partner_is_shown_as_a_home() {
    let mut dataset = bundled();
    let mut records: Vec<Record> = dataset.records.iter().cloned().collect();
    records[0].partners.push("kota-bandung".to_owned());
    dataset.records = records.into_iter().collect();
    let catalog = Catalog::build(dataset);
    let ctx = Context { catalog: &catalog, locale: &Plain, lang: Lang::Id };
    let state = State::new(Lang::Id);
    let answer = query(&catalog, &state.filter, Lang::Id, &Plain);
    let land = Land::bare("id", &catalog);
    let scenery = scenery(ctx, &state, &answer, &land);
    let bandung = catalog.dataset().places.iter().position(|place| place.id == "kota-bandung");
    let mut marks = scenery.scene().marks.iter();
    let mark = marks.find(|mark| Some(mark.key as usize) == bandung).expect("a mark");
    assert!(matches!(mark.side, Side::Home));
}

#[test]
fn an_open_record_stands_out_and_stays_even_where_the_filter_leaves_it_out() {
    let tree = page_of(bundled(), "country=JP", |state, catalog| {
        state.selected = catalog.find("bekasi-seongnam");
    });
    let selected = all(&tree, "data-state", "selected");
    assert!(
        selected.iter().any(|part| part.attribute("data-line") == Some("institution-agreement"))
    );
    let arcs = all(&tree, "class", "mk-arc");
    let off = arcs.iter().filter(|arc| arc.attribute("data-state") == Some("off"));
    assert_eq!(off.count(), 3, "the records of the filter");
    assert!(tree.attribute("data-open").is_some());
}

#[test]
fn the_filters_are_a_dialog_only_while_they_are_a_sheet() {
    let panel =
        |tree: &Element| all(tree, "class", "mk-filters")[0].attribute("role").map(String::from);
    assert_eq!(panel(&page_for("")), None);
    let sheet = page_of(bundled(), "country=JP", |state, _| state.sheet = true);
    assert_eq!(panel(&sheet).as_deref(), Some("dialog"));
    assert_eq!(texts_of(&sheet, "mk-strong"), ["Tampilkan 3 kerja sama"]);
    assert_eq!(texts_of(&sheet, "mk-open-sheet"), ["Saring (1)"]);
}

#[test]
fn records_that_could_not_be_read_are_counted() {
    let mut dataset = bundled();
    assert!(all(&page_of(dataset.clone(), "", |_, _| {}), "class", "mk-note").is_empty());
    dataset.unread = 1;
    let tree = page_of(dataset, "", |_, _| {});
    assert!(texts_of(&tree, "mk-note")[0].starts_with("1 catatan tidak terbaca."));
}

#[test]
fn years_are_bars_and_two_fields() {
    let tree = page_for("year=2018-2022");
    let field = |verb| all(&tree, "data-do", verb)[0].attribute("value").map(String::from);
    assert_eq!(field("from").as_deref(), Some("2018"));
    assert_eq!(field("to").as_deref(), Some("2022"));
    let bars = all(&tree, "class", "mk-bars");
    assert!(bars[0].children.len() > 5, "bars ignore the years that are chosen");
}

#[test]
fn a_dataset_without_records_is_an_ordinary_page() {
    let tree = page_of(
        Dataset { title: Text::one(Lang::Id, "Mitra"), ..Dataset::default() },
        "",
        |_, _| {},
    );
    assert_eq!(texts_of(&tree, "mk-status"), ["0 kerja sama"]);
    assert!(all(&tree, "class", "mk-facet").is_empty());
}

#[test]
fn values_are_put_where_a_text_wants_them() {
    assert_eq!(fill("{m}件中{n}件", &[("n", "3"), ("m", "5")]), "5件中3件");
    assert_eq!(fill("tanpa", &[("n", "3")]), "tanpa");
    assert_eq!(fill("{n} dari {m", &[("n", "3")]), "3 dari m");
}
