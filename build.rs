//! Makes the dataset that travels with the widget smaller.
//!
//! In: `www/data/bekasi-bandung.json`, written for people. Out: `bundled.json` in `OUT_DIR`, the
//! same JSON without the blanks between its parts.

use std::io::{self, Write};
use std::path::Path;
use std::{env, fs};

const DATASET: &str = "www/data/bekasi-bandung.json";

fn main() -> io::Result<()> {
    writeln!(io::stdout(), "cargo::rerun-if-changed={DATASET}")?;
    let out = env::var_os("OUT_DIR").ok_or(io::ErrorKind::NotFound)?;
    fs::write(Path::new(&out).join("bundled.json"), without_blanks(&fs::read_to_string(DATASET)?))
}

/// The JSON without what stands outside of its strings and means nothing.
fn without_blanks(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    let (mut within, mut escaped) = (false, false);
    for c in json.chars() {
        if within || !c.is_ascii_whitespace() {
            out.push(c);
        }
        within ^= c == '"' && !escaped;
        escaped = within && c == '\\' && !escaped;
    }
    out
}
