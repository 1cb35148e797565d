//! What crosses the boundary: filter in; filter, answer and problems out.
//!
//! Lists go by serde, objects key by key: its writer of structs carries a table of their keys, 3 kB,
//! and its reader weighs more than the rest of this folder and would not notice a key that does
//! not exist.

use js_sys::{Array, Object, Reflect};
use serde::Serialize;
use wasm_bindgen::{JsCast, JsError, JsValue};

use crate::catalog::{Catalog, Facet, Years};
use crate::dataset::{Fatal, Problem, Severity};
use crate::query::{Answer, Filter, Sort};
use crate::text::joined;

/// Writes why a dataset could not be read for the host.
pub(super) fn fatal_out(fatal: &Fatal) -> JsError {
    JsError::new(&joined(&[&*fatal.message, " ", fatal.remedy]))
}

/// Reads a host's filter. A missing key is empty.
///
/// # Errors
///
/// A key that does not exist, or a value of another type than its key takes.
pub(super) fn filter_in(value: &JsValue) -> Result<Filter, JsError> {
    let mut filter = Filter::default();
    for entry in Object::entries(value.unchecked_ref::<Object>()).iter() {
        let entry: Array = entry.unchecked_into();
        let key = entry.get(0).as_string().unwrap_or_default();
        if take(&mut filter, &key, &entry.get(1)).is_none() {
            let found = entry.get(1).as_string().unwrap_or_default();
            return Err(JsError::new(&joined(&[
                "filter: ",
                &key,
                ": ",
                &found,
                " is not understood; expected ",
                EXPECTED,
            ])));
        }
    }
    Ok(filter)
}

/// What a filter may hold.
const EXPECTED: &str = "{q: text, sector, country, stage, relation, home: [ids], \
    year: [from, to], undated: true or false, sort: newest, relevance, partner or distance}";

/// Takes one key; `None` if it is not known or its value is of another type.
fn take(filter: &mut Filter, key: &str, value: &JsValue) -> Option<()> {
    if value.is_null() || value.is_undefined() {
        return Some(());
    }
    match key {
        "q" => filter.q = value.as_string()?,
        "undated" => filter.undated = value.as_bool()?,
        "sort" => filter.sort = Some(Sort::from_key(&value.as_string()?)?),
        "year" => {
            let range = value.dyn_ref::<Array>()?;
            let year = |at| range.get(at).as_f64().map(|year| year as u16);
            filter.years = Some(Years::between(year(0)?, year(1)?));
        }
        facet => {
            let facet = Facet::from_key(facet)?;
            for id in value.dyn_ref::<Array>()?.iter() {
                filter.toggle(facet, &id.as_string()?);
            }
        }
    }
    Some(())
}

/// Writes a filter for the host.
pub(super) fn filter_out(filter: &Filter) -> JsValue {
    let form = Object::new();
    put(&form, "q", &JsValue::from_str(&filter.q));
    for facet in Facet::ALL {
        put(&form, facet.key(), &list(filter.chosen(facet)));
    }
    let range = |years: Years| Array::of2(&years.from.into(), &years.to.into()).into();
    put(&form, "year", &filter.years.map_or(JsValue::NULL, range));
    put(&form, "undated", &filter.undated.into());
    put(&form, "sort", &JsValue::from_str(filter.order().key()));
    form.into()
}

/// Writes an answer for the host: `{total, ids, facets: {facet: {id: count}}}`. The years are a
/// facet like the others, and so is what has none: `{year: {"2022": 3}, undated: 1}`.
pub(super) fn answer_out(catalog: &Catalog, answer: &Answer) -> JsValue {
    let ids = Array::new();
    for id in &answer.ids {
        ids.push(&JsValue::from_str(catalog.id(*id)));
    }
    let facets = Object::new();
    for facet in Facet::ALL {
        let counts = Object::new();
        for (value, count) in catalog.values(facet).iter().zip(answer.counts(facet)) {
            put(&counts, &value.id, &JsValue::from(*count));
        }
        put(&facets, facet.key(), &counts);
    }
    let years = Object::new();
    for &(year, count) in &answer.years {
        let _ = Reflect::set(&years, &year.into(), &count.into());
    }
    put(&facets, "year", &years);
    put(&facets, "undated", &answer.undated.into());
    let form = Object::new();
    put(&form, "total", &JsValue::from(answer.total));
    put(&form, "ids", &ids);
    put(&form, "facets", &facets);
    form.into()
}

fn put(object: &Object, key: &str, value: &JsValue) {
    let _ = Reflect::set(object, &JsValue::from_str(key), value);
}

/// Writes the problems of a dataset for the host: `[{severity, path, found, expected}]`.
pub(super) fn problems_out(problems: &[Problem]) -> JsValue {
    let forms = Array::new();
    for problem in problems {
        let severity = match problem.severity {
            Severity::Warning => "warning",
            Severity::Error => "error",
        };
        let form = Object::new();
        put(&form, "severity", &JsValue::from_str(severity));
        put(&form, "path", &JsValue::from_str(&problem.path));
        put(&form, "found", &JsValue::from_str(&problem.found));
        put(&form, "expected", &JsValue::from_str(&problem.expected));
        forms.push(&form);
    }
    forms.into()
}

fn list(ids: &[String]) -> JsValue {
    ids.serialize(&serde_wasm_bindgen::Serializer::new()).unwrap_or_default()
}
