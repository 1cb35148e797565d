//! What the page calls.

use wasm_bindgen::prelude::{JsError, wasm_bindgen};

use crate::layout::{Codes, Layout, make};

/// A layout with its records.
#[wasm_bindgen]
pub struct Engine(Box<dyn Layout>);

#[wasm_bindgen]
impl Engine {
    /// A layout by its name for `len` records.
    ///
    /// # Errors
    ///
    /// If there is no such layout.
    #[wasm_bindgen(constructor)]
    pub fn new(layout: &str, len: usize) -> Result<Engine, JsError> {
        make(layout, len).map(Self).ok_or_else(|| JsError::new("there is no such layout"))
    }

    /// Gives the next facet one of `values` values for each record.
    pub fn one(&mut self, values: usize, codes: Vec<u8>) {
        self.0.facet(values, Codes::One(codes));
    }

    /// Gives the next facet any of `values` values for each record, as bits.
    pub fn several(&mut self, values: usize, bits: Vec<u32>) {
        self.0.facet(values, Codes::Several(bits));
    }

    /// See [`Layout::choose`].
    pub fn choose(&mut self, at: usize, values: &[u32]) {
        self.0.choose(at, values);
    }

    /// See [`Layout::count`].
    pub fn count(&mut self, most: usize) -> Vec<u32> {
        self.0.count(most)
    }
}
