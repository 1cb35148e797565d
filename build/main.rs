//! Prepares what travels with the widget, and what follows it language by language.
//!
//! In: the interface texts and the bundled dataset, both written for people. Out, in `OUT_DIR`: the
//! texts of each language (`id.txt` …); the dataset without blanks (`bundled.json`), and packed: what the
//! list and the map need in its own language (`bundled.mkp`), the details (`bundled.0.mkd`), its
//! words in each other language (`bundled.en.mkd` …).

mod blanks;
mod texts;

// What packs is the core itself, of which a part is enough here.
#[path = "../src/dataset/mod.rs"]
#[allow(dead_code, unused_imports, unreachable_pub, reason = "it is the core's, and public there")]
mod dataset;
#[path = "../src/geo/mod.rs"]
#[allow(dead_code, unused_imports, unreachable_pub, reason = "it is the core's, and public there")]
mod geo;
#[path = "../src/text/mod.rs"]
#[allow(dead_code, unused_imports, unreachable_pub, reason = "it is the core's, and public there")]
mod text;

use std::io::{self, Write};
use std::path::PathBuf;
use std::{env, fs};

/// The languages, the widget's own first.
const LANGUAGES: [&str; 4] = ["id", "en", "ja", "ko"];
const TEXTS: &str = "src/view/texts";
const DATASET: &str = "www/data/bekasi-bandung.json";

fn main() -> io::Result<()> {
    for input in ["build", "src/dataset", "src/geo", "src/text", TEXTS, DATASET] {
        writeln!(io::stdout(), "cargo::rerun-if-changed={input}")?;
    }
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or(io::ErrorKind::NotFound)?);
    let mut keys = None;
    for language in LANGUAGES {
        let file = format!("{TEXTS}/{language}.toml");
        let lines = texts::lines(&file, &fs::read_to_string(&file)?, &mut keys);
        fs::write(out.join(language).with_extension("txt"), lines.map_err(io::Error::other)?)?;
    }
    let json = fs::read_to_string(DATASET)?;
    fs::write(out.join("bundled.json"), blanks::without(&json))?;
    for (name, file) in packed(&json)? {
        let name = if name.is_empty() { "mkp".to_owned() } else { format!("{name}.mkd") };
        fs::write(out.join(format!("bundled.{name}")), file)?;
    }
    Ok(())
}

/// The files of the packed dataset: first the one that the widget carries.
fn packed(json: &str) -> io::Result<Vec<(String, Vec<u8>)>> {
    let (dataset, problems) =
        dataset::parse(json.as_bytes()).map_err(|fatal| io::Error::other(fatal.message))?;
    if let Some(problem) = problems.first() {
        return Err(io::Error::other(format!("{DATASET}: mitra check finds {problem:?}")));
    }
    let apart = LANGUAGES.iter().skip(1).filter_map(|tag| text::Lang::from_tag(tag)).collect();
    Ok(dataset::pack(&dataset, &dataset::Packing { apart, chunk: u32::MAX }))
}

/// A file that ends with the mark of what it belongs to: one of another version, or half a file,
/// is known by it.
fn sealed(lines: &str, belongs_to: &str) -> String {
    // FNV-1a, 32 bits.
    let step = |hash: u32, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    let hash = belongs_to.bytes().fold(0x811c_9dc5, step);
    format!("{lines}\n{hash:08x}")
}
