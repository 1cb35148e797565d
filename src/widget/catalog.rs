//! A dataset on its way to queries: for a widget, or for those who bring their own interface.
//!
//! In: the bytes of a dataset, then as many steps as it takes. Out: answers, or the catalog as a whole.

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
    builder: Cell<Option<Box<Builder>>>,
    catalog: OnceCell<catalog::Catalog>,
    pub(super) problems: Vec<Problem>,
    locale: Browser,
    standing: RefCell<Option<Standing>>,
    /// Of the bundled dataset: how many languages had been learnt.
    pub(super) learnt: Option<usize>,
}

#[wasm_bindgen]
impl Catalog {
    /// Reads the bytes of a dataset, or the bundled one; `homes` are the ids of the homes whose
    /// records are taken (all if empty). Then [`Catalog::step`] has to be called until it is false.
    ///
    /// # Errors
    ///
    /// If nothing could be read from the dataset: code, what was found, and what to do.
    #[wasm_bindgen(constructor)]
    pub fn new(data: Option<Vec<u8>>, homes: &str) -> Result<Catalog, JsError> {
        let learnt = if data.is_none() { Some(bundled::learnt()) } else { None };
        let read = data.map_or_else(|| Ok((bundled::dataset()?, Vec::new())), dataset::read);
        let (mut dataset, mut problems) = read.map_err(|fatal| forms::fatal_out(&fatal))?;
        // What keeps them arrives only where some are named.
        if !homes.is_empty() {
            problems.extend(dataset.keep_homes(homes));
        }
        Ok(Self {
            builder: Cell::new(Some(Box::new(Builder::new(dataset)))),
            catalog: OnceCell::new(),
            problems,
            locale: Browser::default(),
            standing: RefCell::new(None),
            learnt,
        })
    }

    /// Takes in some more records, so many at most; false once all are in.
    pub fn step(&self, records: usize) -> bool {
        let Some(mut builder) = self.builder.take() else { return false };
        let more = builder.step(records);
        if more {
            self.builder.set(Some(builder));
        } else {
            let _ = self.catalog.set(builder.finish());
        }
        more
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
        forms::problems_out(&self.problems)
    }
}

impl Catalog {
    /// The catalog, with the records that are left.
    pub(super) fn into_catalog(self) -> Option<catalog::Catalog> {
        self.catalog.into_inner()
    }
}
