//! The strings: the Big List of Naughty Strings, and a list of our own.
//!
//! In: the crate that carries the first, `tests/corpus/hostile/` with the second. Out: owned strings.

use std::path::Path;

use serde_json::Value;

/// Links by what must become of them.
pub(crate) struct Links {
    /// Those that a page may carry.
    pub(crate) safe: Vec<String>,
    /// Those that it may not.
    pub(crate) refused: Vec<String>,
}

/// Both lists of texts.
pub(crate) fn all() -> Vec<String> {
    let known = naughty_strings::BLNS.iter().map(|text| (*text).to_owned());
    known.chain(own()).collect()
}

/// Our own texts.
pub(crate) fn own() -> Vec<String> {
    strings(&file("texts.json"))
}

/// Our own links.
pub(crate) fn links() -> Links {
    let all = file("links.json");
    Links { safe: strings(&all["safe"]), refused: strings(&all["refused"]) }
}

fn file(name: &str) -> Value {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus/hostile");
    serde_json::from_slice(&std::fs::read(folder.join(name)).unwrap()).unwrap()
}

fn strings(list: &Value) -> Vec<String> {
    list.as_array().unwrap().iter().map(|text| text.as_str().unwrap().to_owned()).collect()
}
