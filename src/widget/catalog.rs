//! The queries without the widget, for those who bring their own interface.

use std::cell::RefCell;

use wasm_bindgen::prelude::{JsError, JsValue, wasm_bindgen};

use crate::catalog;
use crate::dataset::Problem;
use crate::query::Standing;
use crate::text::Lang;

use super::forms;
use super::locale::Browser;

/// A dataset made ready for queries.
#[wasm_bindgen]
pub struct Catalog {
    catalog: catalog::Catalog,
    problems: Vec<Problem>,
    locale: Browser,
    standing: RefCell<Standing>,
}

#[wasm_bindgen]
impl Catalog {
    /// Reads the bytes of a dataset.
    ///
    /// # Errors
    ///
    /// If nothing could be read from the dataset: code, what was found, and what to do.
    #[wasm_bindgen(constructor)]
    #[inline(never)] // It travels in a later module.
    pub fn new(bytes: &[u8]) -> Result<Catalog, JsError> {
        let (dataset, problems) = forms::dataset_in(bytes)?;
        let catalog = catalog::Catalog::build(dataset);
        let standing = RefCell::new(Standing::new(&catalog));
        Ok(Self { catalog, problems, locale: Browser::default(), standing })
    }

    /// Answers a filter: `{total, ids, facets}` with the first ids, 50 if not said otherwise.
    /// `lang` (a BCP 47 tag, else the dataset's language) serves the order by name.
    ///
    /// # Errors
    ///
    /// If a key of the filter does not exist or a value has the wrong type.
    #[inline(never)] // It travels in a later module.
    pub fn query(
        &self,
        filter: &JsValue,
        first: Option<usize>,
        lang: Option<String>,
    ) -> Result<JsValue, JsError> {
        let filter = forms::filter_in(filter)?;
        let lang = lang.and_then(|tag| Lang::from_tag(&tag));
        let lang = lang.unwrap_or(self.catalog.dataset().language);
        let mut standing = self.standing.borrow_mut();
        standing.complete(&self.catalog, &filter, &self.locale);
        let first = first.unwrap_or(50);
        let answer = standing.answer(&self.catalog, &filter, lang, &self.locale, first);
        Ok(forms::answer_out(&self.catalog, &answer))
    }

    /// The problems of the dataset: `[{severity, path, found, expected}]`.
    #[wasm_bindgen(getter)]
    pub fn problems(&self) -> JsValue {
        forms::problems_out(&self.problems)
    }
}
