//! The fields of the example dataset that take a text or a link. The reader itself is asked which.
//!
//! In: nothing. Out: datasets with a string in some field, or in all of them.

use std::collections::{BTreeMap, BTreeSet};

use mitra_kota::dataset::{Dataset, Problem, parse};
use serde_json::Value;

/// The dataset with the places of its fields, by the field's name: `records/*/title`.
pub(crate) struct Fields {
    dataset: Value,
    places: BTreeMap<String, Vec<String>>,
    /// Fields that take any text.
    pub(crate) texts: BTreeSet<String>,
    /// Fields that take a link.
    pub(crate) links: BTreeSet<String>,
}

/// Reads a dataset that is expected to be readable.
pub(crate) fn read(dataset: &Value) -> (Dataset, Vec<Problem>) {
    parse(dataset.to_string().as_bytes()).unwrap()
}

impl Fields {
    /// Of the bundled dataset, a link in each place that may have one.
    pub(crate) fn of_bundled() -> Self {
        let bytes = include_bytes!("../../www/data/bekasi-bandung.json");
        let mut dataset: Value = serde_json::from_slice(bytes).unwrap();
        dataset["publisher"]["url"] = Value::from("https://example.org/");
        for source in dataset["sources"].as_array_mut().unwrap() {
            source["url"] = Value::from("https://example.org/");
        }
        let mut places = BTreeMap::new();
        collect(&dataset, "", "", &mut places);
        let mut fields = Self { dataset, places, texts: BTreeSet::new(), links: BTreeSet::new() };
        for name in fields.places.keys().cloned().collect::<Vec<_>>() {
            let takes = |string| {
                let found =
                    parse(fields.with(std::iter::once(&name), string).to_string().as_bytes());
                found.is_ok_and(|(_, problems)| problems.is_empty())
            };
            match (takes("Any <text>"), takes("https://example.org/")) {
                (true, _) => fields.texts.insert(name),
                (false, true) => fields.links.insert(name),
                (false, false) => continue,
            };
        }
        fields
    }

    /// As it is.
    pub(crate) fn sound(&self) -> Dataset {
        read(&self.dataset).0
    }

    /// With the string in one field that takes texts, or in all of them.
    pub(crate) fn with_text(&self, field: Option<&String>, string: &str) -> Value {
        match field {
            Some(field) => self.with(std::iter::once(field), string),
            None => self.with(self.texts.iter(), string),
        }
    }

    /// With the string in all fields that take links.
    pub(crate) fn with_link(&self, string: &str) -> Value {
        self.with(self.links.iter(), string)
    }

    fn with<'a>(&'a self, names: impl Iterator<Item = &'a String>, string: &str) -> Value {
        let mut dataset = self.dataset.clone();
        for place in names.filter_map(|name| self.places.get(name)).flatten() {
            *dataset.pointer_mut(place).unwrap() = Value::from(string);
        }
        dataset
    }
}

/// Places of all strings below a value, by name: the numbers of entries are `*` there.
fn collect(value: &Value, place: &str, name: &str, places: &mut BTreeMap<String, Vec<String>>) {
    match value {
        Value::Object(members) => {
            for (key, value) in members {
                let sep = if name.is_empty() { "" } else { "/" };
                collect(value, &format!("{place}/{key}"), &[name, sep, key].concat(), places);
            }
        }
        Value::Array(entries) => {
            for (index, value) in entries.iter().enumerate() {
                collect(value, &format!("{place}/{index}"), &[name, "/*"].concat(), places);
            }
        }
        Value::String(_) => places.entry(name.to_owned()).or_default().push(place.to_owned()),
        _ => {}
    }
}
