//! What a visitor's actions do to the state.

use super::*;
use crate::catalog::Facet;
use crate::dataset;
use crate::map::{Kind, Projection, Viewport};
use crate::query;
use crate::text::{Lang, Plain};

/// The bundled dataset with a fresh state, and what actions do to it.
struct Bench {
    catalog: Catalog,
    state: State,
}

impl Bench {
    fn new() -> Self {
        let bytes = include_bytes!("../../www/data/bekasi-bandung.json");
        let (dataset, _) = dataset::parse(bytes).expect("the bundled dataset");
        let catalog = Catalog::build(dataset);
        let state = State { viewport: viewport(), ..State::new(Lang::Id) };
        Self { catalog, state }
    }

    fn act(&mut self, action: Action) -> Vec<Effect> {
        let answer = query::query(&self.catalog, &self.state.filter, Lang::Id, &Plain);
        let camera = Camera::world(Projection::near(120.0), &viewport());
        update(&self.catalog, &mut self.state, action, &answer, camera, &|_| camera)
    }

    fn open(&self) -> Option<&str> {
        Some(self.catalog.record(self.state.selected?)?.id.as_str())
    }
}

fn viewport() -> Viewport {
    Viewport { width: 600.0, height: 400.0, em: 16.0, ..Viewport::default() }
}

#[test]
fn a_chosen_value_makes_a_step_in_the_history_and_typing_does_not() {
    let mut bench = Bench::new();
    let chosen = bench.act(Action::Toggle(Facet::Country, "JP".into()));
    assert_eq!(chosen, [Effect::Ask, Effect::Address { push: true }, Effect::Filtered]);
    let typed = bench.act(Action::Query("bek".into()));
    assert_eq!(typed, [Effect::Ask, Effect::Address { push: false }, Effect::Filtered]);
    assert_eq!(bench.act(Action::Query("bek".into())), []);
}

#[test]
fn the_whole_range_of_years_is_no_filter() {
    let mut bench = Bench::new();
    bench.act(Action::From(Some(2018)));
    assert_eq!(bench.state.filter.years.map(|years| (years.from, years.to)), Some((2018, 2025)));
    bench.act(Action::From(None));
    assert_eq!(bench.state.filter.years, None);
}

#[test]
fn stepping_goes_through_the_answer_and_stops_at_its_ends() {
    let mut bench = Bench::new();
    bench.act(Action::Select("bekasi-izumisano".into()));
    let first = bench.open().map(str::to_owned);
    assert_eq!(first.as_deref(), Some("bekasi-izumisano"));
    bench.act(Action::Step(-1));
    assert_eq!(bench.open(), Some("bekasi-izumisano"));
    bench.act(Action::Step(1));
    assert_ne!(bench.open(), Some("bekasi-izumisano"));
}

#[test]
fn escape_closes_the_sheet_before_the_detail_and_the_focus_returns() {
    let mut bench = Bench::new();
    bench.act(Action::Select("bekasi-seongnam".into()));
    bench.state.sheet = true;
    assert_eq!(bench.act(Action::Escape), [Effect::Focus("sheet-open".into())]);
    let left = bench.act(Action::Escape);
    assert!(matches!(left.last(), Some(Effect::Show(key)) if key.starts_with("card-")));
    assert_eq!(bench.act(Action::Escape), []);
}

#[test]
fn an_unknown_record_opens_nothing() {
    let mut bench = Bench::new();
    assert_eq!(bench.act(Action::Select("atlantis".into())), []);
    assert_eq!(bench.open(), None);
}

#[test]
fn clearing_keeps_the_order_and_drops_all_else() {
    let mut bench = Bench::new();
    bench.act(Action::Sort(query::Sort::Partner));
    bench.act(Action::Toggle(Facet::Home, "kota-bandung".into()));
    bench.act(Action::Undated);
    bench.act(Action::Clear);
    assert!(bench.state.filter.is_empty());
    assert_eq!(bench.state.filter.sort, Some(query::Sort::Partner));
}

#[test]
fn an_address_brings_the_same_view_back() {
    let mut bench = Bench::new();
    bench.act(Action::Toggle(Facet::Country, "KR".into()));
    bench.act(Action::Select("bekasi-seongnam".into()));
    bench.act(Action::Language(Lang::Ja));
    bench.act(Action::World);
    let text = crate::view::address::write(&bench.catalog, &bench.state, Lang::Id);
    let mut other = State { viewport: viewport(), ..State::new(Lang::Id) };
    let flat = Projection::near(120.0);
    crate::view::address::read(&bench.catalog, &mut other, &text, Lang::Id, flat);
    assert_eq!(other, bench.state);
}

#[test]
fn what_an_address_does_not_know_is_passed_over() {
    let mut bench = Bench::new();
    let flat = Projection::near(120.0);
    let text = "record=none&lang=xx&map=a,b&colour=red";
    crate::view::address::read(&bench.catalog, &mut bench.state, text, Lang::En, flat);
    assert_eq!(
        (bench.state.selected, bench.state.lang, bench.state.aim),
        (None, Lang::En, Aim::Region)
    );
}

#[test]
fn an_address_keeps_where_a_globe_looks() {
    let mut bench = Bench::new();
    let flat = Projection::near(120.0);
    for (given, text) in [
        (Kind::EqualEarth, "map=globe"),
        (Kind::EqualEarth, "map=13550,-3440,40,globe"),
        (Kind::Mercator, "map=13550,-3440,40"),
        (Kind::Globe, "map=world"),
    ] {
        bench.state.given = given;
        crate::view::address::read(&bench.catalog, &mut bench.state, text, Lang::Id, flat);
        let kind = if text.ends_with("globe") { Kind::Globe } else { given.flat() };
        assert_eq!(bench.state.projection(), kind, "{text}");
        let again = crate::view::address::write(&bench.catalog, &bench.state, Lang::Id);
        assert_eq!(again.replace("%2C", ","), text);
    }
}
