//! Every dataset of `tests/corpus` against what the checker must say of it.

#![allow(clippy::unwrap_used, reason = "a test that cannot read its files has failed")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use mitra_kota::dataset::{Problem, Severity, parse};

fn corpus() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus");
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<_> =
        files.filter(|path| path.extension().is_some_and(|ext| ext == "json")).collect();
    files.sort();
    files
}

fn name(path: &Path) -> String {
    path.file_stem().unwrap().to_string_lossy().into_owned()
}

/// The problems of a file as lines of its `.expected`, and how many records remain.
fn verdict(path: &Path) -> (Vec<String>, usize) {
    let (problems, left) = match parse(&fs::read(path).unwrap()) {
        Ok((dataset, problems)) => (problems, dataset.records.len()),
        Err(fatal) => (fatal.problems, 0),
    };
    let mut lines: Vec<_> = problems.iter().map(line).collect();
    lines.sort();
    (lines, left)
}

fn line(problem: &Problem) -> String {
    let severity = if problem.severity == Severity::Error { "error" } else { "warning" };
    format!("{severity} {}", problem.path).trim_end().to_owned()
}

/// The last column of the table in the corpus's README.
fn remaining() -> BTreeMap<String, usize> {
    let readme = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus/README.md");
    let text = fs::read_to_string(readme).unwrap();
    let rows = text.lines().filter_map(|line| line.strip_prefix("| `")?.strip_suffix(" |"));
    rows.map(|row| {
        let name = row.split('`').next().unwrap();
        let left = row.rsplit("| ").next().unwrap();
        (name.to_owned(), left.parse().unwrap())
    })
    .collect()
}

#[test]
fn each_dataset_gets_the_problems_it_has() {
    let mut wrong = String::new();
    let remaining = remaining();
    for path in corpus() {
        let text = fs::read_to_string(path.with_extension("expected")).unwrap();
        let mut expected: Vec<_> = text.lines().map(str::to_owned).collect();
        expected.sort();
        let expected = (expected, remaining.get(&name(&path)).copied().unwrap());
        let found = verdict(&path);
        if found != expected {
            wrong += &format!("{}\n  expected {expected:?}\n  found    {found:?}\n", name(&path));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn the_bundled_dataset_is_sound() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("www/data/bekasi-bandung.json");
    let (dataset, problems) = parse(&fs::read(path).unwrap()).unwrap();
    assert_eq!(problems, []);
    assert_eq!((dataset.records.len(), dataset.unread), (5, 0));
}
