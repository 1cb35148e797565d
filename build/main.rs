//! Prepares what travels with the widget, and what follows it language by language.
//!
//! In: the interface texts and the bundled dataset, both written for people. Out, in `OUT_DIR`: the
//! texts of each language (`id.txt` …); the dataset without blanks (`bundled.json`), in its own
//! language alone (`bundled.id.txt`), and its words in each other one (`bundled.en.txt` …).

mod dataset;
mod texts;

use std::io::{self, Write};
use std::path::PathBuf;
use std::{env, fs};

/// The languages, the widget's own first.
const LANGUAGES: [&str; 4] = ["id", "en", "ja", "ko"];
const TEXTS: &str = "src/view/texts";
const DATASET: &str = "www/data/bekasi-bandung.json";

fn main() -> io::Result<()> {
    for input in ["build", TEXTS, DATASET] {
        writeln!(io::stdout(), "cargo::rerun-if-changed={input}")?;
    }
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or(io::ErrorKind::NotFound)?);
    let mut keys = None;
    for language in LANGUAGES {
        let file = format!("{TEXTS}/{language}.toml");
        let lines = texts::lines(&file, &fs::read_to_string(&file)?, &mut keys);
        fs::write(out.join(language).with_extension("txt"), lines.map_err(io::Error::other)?)?;
    }
    let json = dataset::without_blanks(&fs::read_to_string(DATASET)?);
    let parted = dataset::Parted::of(&json, &LANGUAGES);
    fs::write(out.join("bundled.json"), &json)?;
    fs::write(out.join("bundled.id.txt"), sealed(&parted.marked, &parted.marked))?;
    for (language, words) in LANGUAGES.iter().zip(&parted.words).skip(1) {
        fs::write(out.join(format!("bundled.{language}.txt")), sealed(words, &parted.marked))?;
    }
    Ok(())
}

/// A file that ends with the mark of what it belongs to: one of another version, or half a file,
/// is known by it.
fn sealed(lines: &str, belongs_to: &str) -> String {
    // FNV-1a, 32 bits.
    let step = |hash: u32, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    let hash = belongs_to.bytes().fold(0x811c_9dc5, step);
    format!("{lines}\n{hash:08x}")
}
