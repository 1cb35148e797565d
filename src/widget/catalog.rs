//! A dataset on its way to queries: for a widget, or for those who bring their own interface.
//!
//! In: the bytes of a dataset, piece by piece, then as many steps as it takes. Out: answers, or the
//! catalog as a whole.

use std::cell::{Cell, OnceCell, RefCell};

use wasm_bindgen::prelude::{JsError, JsValue, wasm_bindgen};

use crate::catalog::{self, Builder};
use crate::dataset::{self, Problem};
use crate::query::Standing;
use crate::text::Lang;

use super::locale::Browser;
use super::{bundled, forms};

/// A dataset made ready for queries.
#[wasm_bindgen]
pub struct Catalog {
    /// How many bytes the dataset has.
    room: usize,
    homes: String,
    work: Cell<Work>,
    catalog: OnceCell<catalog::Catalog>,
    problems: OnceCell<Vec<Problem>>,
    locale: Browser,
    standing: RefCell<Option<Standing>>,
    /// Of the bundled dataset: how many languages had been learnt.
    pub(super) learnt: Cell<Option<usize>>,
}

/// What the steps of a catalog have come to.
#[derive(Default)]
enum Work {
    /// No bytes have come: the dataset that travels with the module.
    Bundled,
    Bytes(Vec<u8>),
    Building(Box<Builder>),
    /// The catalog is there, or there will be none.
    #[default]
    Done,
}

#[wasm_bindgen]
impl Catalog {
    /// Expects so many bytes of a dataset; `homes` are the ids of the homes whose records are taken (all if
    /// empty). Then comes [`Catalog::put`] until all bytes are there, or never for the bundled dataset, and
    /// [`Catalog::step`] until it is false: none of them takes long.
    #[wasm_bindgen(constructor)]
    pub fn new(room: usize, homes: String) -> Catalog {
        Self {
            room,
            homes,
            work: Cell::new(Work::Bundled),
            catalog: OnceCell::new(),
            problems: OnceCell::new(),
            locale: Browser::default(),
            standing: RefCell::new(None),
            learnt: Cell::default(),
        }
    }

    /// Takes the next bytes of the dataset.
    pub fn put(&self, bytes: &[u8]) {
        let mut file = match self.work.take() {
            Work::Bytes(file) => file,
            _ => Vec::with_capacity(self.room),
        };
        file.extend_from_slice(bytes);
        self.work.set(Work::Bytes(file));
    }

    /// Reads the dataset, or takes in some more records, so many at most; false once all are in and ready
    /// for queries.
    ///
    /// # Errors
    ///
    /// If nothing could be read from the dataset: code, what was found, and what to do.
    pub fn step(&self, records: usize) -> Result<bool, JsError> {
        let read = match self.work.take() {
            Work::Bytes(file) => dataset::read(file),
            Work::Bundled => {
                self.learnt.set(Some(bundled::learnt()));
                bundled::dataset().map(|dataset| (dataset, Vec::new()))
            }
            Work::Building(mut builder) => {
                let is_whole = builder.is_whole();
                if is_whole {
                    let _ = self.catalog.set(builder.finish());
                } else {
                    builder.step(records);
                    self.work.set(Work::Building(builder));
                }
                return Ok(!is_whole);
            }
            Work::Done => return Ok(false),
        };
        let (mut dataset, mut problems) = read.map_err(|fatal| forms::fatal_out(&fatal))?;
        // What keeps them arrives only where some are named.
        if !self.homes.is_empty() {
            problems.extend(dataset.keep_homes(&self.homes));
        }
        let _ = self.problems.set(problems);
        self.work.set(Work::Building(Box::new(Builder::new(dataset))));
        Ok(true)
    }

    /// Answers a filter: `{total, ids, facets}` with the first ids, 50 if not said otherwise.
    /// `lang` (a BCP 47 tag, else the dataset's language) serves the order by name.
    ///
    /// # Errors
    ///
    /// If a key of the filter does not exist or a value has the wrong type, or if steps are left.
    #[inline(never)] // It travels in a later module.
    pub fn query(
        &self,
        filter: &JsValue,
        first: Option<usize>,
        lang: Option<String>,
    ) -> Result<JsValue, JsError> {
        let filter = forms::filter_in(filter)?;
        let catalog = self.catalog.get().ok_or_else(|| JsError::new("steps are left"))?;
        let lang = lang.and_then(|tag| Lang::from_tag(&tag));
        let lang = lang.unwrap_or(catalog.dataset().language);
        let mut standing = self.standing.borrow_mut();
        let standing = standing.get_or_insert_with(|| Standing::new(catalog));
        standing.complete(catalog, &filter, &self.locale);
        let first = first.unwrap_or(50);
        let answer = standing.answer(catalog, &filter, lang, &self.locale, first);
        Ok(forms::answer_out(catalog, &answer))
    }

    /// The problems of the dataset: `[{severity, path, found, expected}]`.
    #[wasm_bindgen(getter)]
    pub fn problems(&self) -> JsValue {
        forms::problems_out(self.problems.get().map_or(&[], Vec::as_slice))
    }
}

impl Catalog {
    /// The catalog, and the problems of its dataset; `None` while steps are left.
    pub(super) fn into_parts(self) -> Option<(catalog::Catalog, Vec<Problem>)> {
        Some((self.catalog.into_inner()?, self.problems.into_inner().unwrap_or_default()))
    }
}
