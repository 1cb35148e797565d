//! The JSON Schema that is checked in: made from the types, and of one mind with the reader.

#![allow(clippy::unwrap_used, reason = "a test that cannot read its files has failed")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use mitra_kota::dataset::{Severity, parse};
use serde_json::Value;

/// What only the reader can tell: references, calendars, order, links, counts, equal ids and keys.
const BEYOND_THE_SCHEMA: [&str; 18] = [
    "backward-range",
    "bad-date",
    "city-without-point",
    "claim-about-nothing",
    "claim-of-no-date",
    "dangerous-link",
    "duplicate-id",
    "duplicate-key",
    "inferred-without-basis",
    "no-source",
    "too-few-claimed-sectors",
    "unknown-home",
    "unknown-source",
    "unknown-stage",
    "byte-order-mark",
    "empty",
    "sound",
    "bundled",
];

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}

fn datasets() -> Vec<(String, PathBuf)> {
    let files = fs::read_dir(root().join("tests/corpus")).unwrap();
    let mut all: Vec<_> = files
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "json"))
        .map(|path| (path.file_stem().unwrap().to_string_lossy().into_owned(), path))
        .collect();
    all.push(("bundled".into(), root().join("www/data/bekasi-bandung.json")));
    all
}

fn value(path: &Path) -> Option<Value> {
    let bytes = fs::read(path).unwrap();
    serde_json::from_slice(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes)).ok()
}

/// Set `UPDATE=1` to write it anew after a change of the types.
#[test]
fn the_schema_that_is_checked_in_is_that_of_the_types() {
    let made = Command::new(env!("CARGO_BIN_EXE_mitra")).arg("schema").output().unwrap().stdout;
    let path = root().join("www/schema/mitra-kota-1.schema.json");
    if std::env::var_os("UPDATE").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, &made).unwrap();
    }
    let kept = fs::read(&path).unwrap_or_default();
    assert!(kept == made, "run `UPDATE=1 cargo test -p mitra-kota-cli` and look at what changed");
}

#[test]
fn schema_and_reader_agree_on_every_dataset() {
    let schema = mitra_kota::dataset::schema();
    let schema = jsonschema::validator_for(schema.as_value()).unwrap();
    for (name, path) in datasets() {
        let Some(dataset) = value(&path) else { continue };
        let told: Vec<_> = schema.iter_errors(&dataset).map(|error| error.to_string()).collect();
        let beyond = BEYOND_THE_SCHEMA.contains(&name.as_str());
        assert_eq!(told.is_empty(), beyond, "{name}: {told:?}");
        if !told.is_empty() {
            let sound =
                parse(&fs::read(&path).unwrap()).is_ok_and(|(_, problems)| problems.is_empty());
            assert!(!sound, "{name}: the schema refuses what the reader takes: {told:?}");
        }
    }
}

/// Whatever value is exchanged for another: what the schema refuses, the reader reports. (`null` is
/// left aside: for the reader it is as good as absent, the schema wants the key away.)
#[test]
fn schema_and_reader_agree_on_every_slip() {
    let schema = mitra_kota::dataset::schema();
    let schema = jsonschema::validator_for(schema.as_value()).unwrap();
    let sound = value(&root().join("www/data/bekasi-bandung.json")).unwrap();
    let mut pointers = Vec::new();
    collect(&sound, String::new(), &mut pointers);
    for pointer in pointers {
        for slip in [Value::from(true), Value::from(-1.5), Value::from("?"), Value::Array(vec![])] {
            let mut dataset = sound.clone();
            *dataset.pointer_mut(&pointer).unwrap() = slip.clone();
            let valid = schema.is_valid(&dataset);
            if valid && slip != true {
                continue;
            }
            let bytes = dataset.to_string().into_bytes();
            let told = parse(&bytes).map_or_else(|fatal| fatal.problems, |(_, problems)| problems);
            assert!(valid || !told.is_empty(), "{pointer} = {slip}: only the schema refuses it");
            let wrong = told.iter().any(|problem| problem.severity == Severity::Error);
            assert!(!valid || !wrong, "{pointer} = {slip}: only the reader refuses it: {told:?}");
        }
    }
}

/// One pointer for each kind of value: list indexes beyond the first are passed over.
fn collect(value: &Value, pointer: String, out: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            for (key, value) in members {
                collect(value, format!("{pointer}/{key}"), out);
            }
        }
        Value::Array(entries) => {
            for (index, value) in entries.iter().enumerate().take(1) {
                collect(value, format!("{pointer}/{index}"), out);
            }
        }
        _ => {}
    }
    if !pointer.is_empty() {
        out.push(pointer);
    }
}
