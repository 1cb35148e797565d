//! Everything that was ever found by fuzzing, and the inputs that lead to the most code, once more.
//!
//! In: `tests/corpus/fuzz/`, the datasets and the base map. Out: a panic that names its input. What lies
//! there was found by `cargo xtask fuzz`.

#![allow(clippy::unwrap_used, reason = "a test that cannot read its files has failed")]

mod targets;

use std::fs;
use std::path::{Path, PathBuf};

use proptest::prelude::*;
use targets::TARGETS;

fn below(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let entries = fs::read_dir(folder).into_iter().flatten();
    let mut files: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.is_file());
    files.sort();
    files
}

fn run(name: &str, bytes: &[u8]) {
    let (_, target) = TARGETS.iter().find(|(known, _)| *known == name).unwrap();
    target(bytes);
}

#[test]
fn the_corpora_hold() {
    for (name, target) in TARGETS {
        let files = below(&["tests/corpus/fuzz/", name].concat());
        assert!(!files.is_empty(), "{name} has no corpus");
        for file in files {
            target(&fs::read(&file).unwrap());
        }
    }
}

#[test]
fn the_datasets_and_the_base_map_hold() {
    for file in below("tests/corpus") {
        run("dataset", &fs::read(&file).unwrap());
    }
    for file in [below("www/basemap/1"), below("www/basemap/3")].concat() {
        run("basemap", &fs::read(&file).unwrap());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// One input of the corpus, some of its bytes others.
    #[test]
    fn what_lies_near_the_corpora_holds_too(
        target in 0..TARGETS.len(),
        which in any::<prop::sample::Index>(),
        at in any::<prop::sample::Index>(),
        cut in 0_usize..8,
        with in prop::collection::vec(any::<u8>(), 0..8),
    ) {
        let (name, run) = TARGETS[target];
        let files = below(&["tests/corpus/fuzz/", name].concat());
        let mut bytes = fs::read(&files[which.index(files.len())]).unwrap();
        let at = at.index(bytes.len() + 1);
        let end = bytes.len().min(at + cut);
        bytes.splice(at..end, with);
        run(&bytes);
    }
}
