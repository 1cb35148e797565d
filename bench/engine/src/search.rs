//! The search over records that come as lines of text.

use std::cmp::Ordering;

use js_sys::JsString;
use mitra_kota::catalog::Catalog;
use mitra_kota::dataset::{Dataset, Level, Place, Record};
use mitra_kota::query::{Filter, Standing};
use mitra_kota::text::{Lang, Locale, Text, number, push_folded};
use wasm_bindgen::prelude::wasm_bindgen;

/// Folds as the widget does in a browser.
pub(crate) struct Page;

impl Locale for Page {
    fn fold(&self, text: &str) -> String {
        if text.is_ascii() {
            return text.to_ascii_lowercase();
        }
        let plain = String::from(JsString::from(text).normalize("NFKD").to_lower_case());
        let mut out = String::with_capacity(plain.len());
        for letter in plain.chars() {
            push_folded(&mut out, letter);
        }
        out
    }

    fn compare(&self, _: Lang, a: &str, b: &str) -> Ordering {
        a.cmp(b)
    }

    fn country(&self, _: Lang, _: &str) -> Option<String> {
        None
    }
}

/// Catalog and state of a search.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Search {
    /// Records that are not in the catalog yet.
    records: Vec<Record>,
    catalog: Catalog,
    standing: Standing,
    filter: Filter,
}

#[wasm_bindgen]
impl Search {
    /// No records so far.
    #[wasm_bindgen(constructor)]
    #[expect(clippy::new_without_default, reason = "made from JavaScript alone")]
    pub fn new() -> Self {
        let catalog = Catalog::build(Dataset::default());
        let standing = Standing::new(&catalog);
        Self { records: Vec::new(), catalog, standing, filter: Filter::default() }
    }

    /// Adds records: lines of title, summary and the numbers of home and partner, a tab between
    /// each.
    pub fn add(&mut self, records: &str) {
        for line in records.lines() {
            self.records.push(record(self.records.len(), line));
        }
    }

    /// Makes the catalog of all records. Places are lines of name and country.
    pub fn catalog(&mut self, places: &str) {
        let records = std::mem::take(&mut self.records).into_iter().collect();
        let mut dataset = Dataset { language: Lang::En, records, ..Dataset::default() };
        for (at, line) in places.lines().enumerate() {
            dataset.places.push(place(at, line));
        }
        self.catalog = Catalog::build(dataset);
        self.forget();
    }

    /// Takes back all that was gathered.
    pub fn forget(&mut self) {
        self.standing = Standing::new(&self.catalog);
    }

    /// Gathers the words of some more records; false once all are there.
    pub fn gather(&mut self, records: u32) -> bool {
        self.standing.gather(&self.catalog, &Page, records);
        self.standing.gathered() < self.catalog.len()
    }

    /// What the widget asks for when something is typed, all counts included: the total and the
    /// first `most` records.
    pub fn search(&mut self, q: &str, most: usize) -> Vec<u32> {
        q.clone_into(&mut self.filter.q);
        let answer = self.standing.answer(&self.catalog, &self.filter, Lang::En, &Page, most);
        let mut out = vec![answer.total];
        out.extend(answer.ids.iter().map(|id| id.0));
        out
    }
}

fn place(at: usize, line: &str) -> Place {
    let (name, country) = line.split_once('\t').unwrap_or((line, ""));
    Place {
        id: number(at as u32),
        name: Text::one(Lang::En, name),
        short: None,
        country: country.into(),
        level: Level::City,
        position: None,
        position_source: None,
        wikidata: None,
        code: None,
        aliases: Vec::new(),
    }
}

fn record(at: usize, line: &str) -> Record {
    let mut cells = line.split('\t');
    let mut cell = || cells.next().unwrap_or_default();
    Record {
        id: number(at as u32),
        title: Some(Text::one(Lang::En, cell())),
        summary: Text::one(Lang::En, cell()),
        home: cell().into(),
        partners: vec![cell().into()],
        ..Record::default()
    }
}
