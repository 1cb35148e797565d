//! Every dataset of `tests/corpus` against what the checker must say of it.

#![allow(clippy::unwrap_used, reason = "a test that cannot read its files has failed")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use mitra_kota::dataset::{self, Dataset, Packing, Problem, Record, Records, Severity, parse};
use proptest::prelude::*;
use serde_json::Value;

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

/// A dataset of many records: the bundled one, its records repeated under other ids.
fn many_and_sound() -> (Value, Dataset) {
    let dataset = many();
    let sound = parse(dataset.to_string().as_bytes()).unwrap().0;
    (dataset, sound)
}

thread_local! {
    static MANY: (Value, Dataset) = many_and_sound();
}

fn many() -> Value {
    let mut dataset = bundled();
    let records = dataset["records"].as_array_mut().unwrap();
    let copies: Vec<_> = (0..1)
        .flat_map(|round| {
            records
                .iter()
                .cloned()
                .map(move |mut record| {
                    let id = format!("{}-{round}", record["id"].as_str().unwrap());
                    record["id"] = Value::from(id);
                    record
                })
                .collect::<Vec<_>>()
        })
        .collect();
    records.extend(copies);
    dataset
}

fn bundled() -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("www/data/bekasi-bandung.json");
    serde_json::from_slice(&fs::read(path).unwrap()).unwrap()
}

/// Every path to a value below this one.
fn pointers(value: &Value, at: &str, out: &mut Vec<String>) {
    let below: Vec<(String, &Value)> = match value {
        Value::Object(members) => members.iter().map(|(k, v)| (k.clone(), v)).collect(),
        Value::Array(entries) => {
            entries.iter().enumerate().map(|(i, v)| (i.to_string(), v)).collect()
        }
        _ => Vec::new(),
    };
    for (step, value) in below {
        let path = format!("{at}/{step}");
        pointers(value, &path, out);
        out.push(path);
    }
}

fn any_value() -> impl Strategy<Value = Value> {
    let text = prop_oneof![
        "\\PC{0,12}",
        Just("2023-02-30".to_owned()),
        Just("kota-bekasi".to_owned()),
        Just("javascript:alert(1)".to_owned()),
        Just("x".repeat(20_001)),
    ];
    prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<i32>().prop_map(Value::from),
        text.prop_map(Value::from),
        Just(Value::Array(vec![Value::Null, Value::from("x"), Value::from(1)])),
        Just(serde_json::json!({"id": "x", "en": 3, "": []})),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    /// Whatever one value of one record becomes, the other records stay as they are.
    #[test]
    fn a_wrong_value_costs_one_record(
        which in any::<prop::sample::Index>(),
        place in any::<prop::sample::Index>(),
        value in any_value(),
    ) {
        let (mut dataset, sound) = MANY.with(Clone::clone);
        let index = which.index(sound.records.len());
        let mut paths = vec![String::new()];
        pointers(&dataset["records"][index], "", &mut paths);
        let path = format!("/records/{index}{}", paths[place.index(paths.len())]);
        *dataset.pointer_mut(&path).unwrap() = value;
        let (read, problems) = parse(dataset.to_string().as_bytes()).unwrap();
        let id = sound.records.id(index);
        let others = |records: &Records| -> Vec<Record> {
            records.iter().filter(|record| record.id != id).cloned().collect()
        };
        let before = others(&sound.records);
        let after: Vec<_> = others(&read.records).into_iter().filter(|record| before.contains(record)).collect();
        // An id that becomes another record's costs the later of the two.
        let clash = read.records.iter().any(|record| record.id != id && !before.contains(record));
        prop_assert!(after.len() == before.len() || clash, "{path}: {problems:?}");
        prop_assert_eq!(read.unread, sound.records.len() - read.records.len());
        let here = format!("records[{index}]");
        prop_assert!(clash || problems.iter().all(|problem| problem.path.starts_with(&here)), "{:?}", problems);
    }

    /// Whatever a value outside the records becomes, reading ends with a dataset or a reason.
    #[test]
    fn no_change_of_a_value_is_too_much(place in any::<prop::sample::Index>(), value in any_value()) {
        let mut dataset = bundled();
        let mut paths = Vec::new();
        pointers(&dataset, "", &mut paths);
        *dataset.pointer_mut(&paths[place.index(paths.len())]).unwrap() = value;
        match parse(dataset.to_string().as_bytes()) {
            Ok((read, problems)) => prop_assert!(read.unread == 0 || !problems.is_empty()),
            Err(fatal) => prop_assert!(!fatal.problems.is_empty() && !fatal.remedy.is_empty()),
        }
    }

    /// Whatever a value becomes, what was read of it is the same once it was packed.
    #[test]
    fn what_was_read_can_be_packed(place in any::<prop::sample::Index>(), value in any_value()) {
        let mut dataset = bundled();
        let mut paths = Vec::new();
        pointers(&dataset, "", &mut paths);
        *dataset.pointer_mut(&paths[place.index(paths.len())]).unwrap() = value;
        if let Ok((mut read, _)) = parse(dataset.to_string().as_bytes()) {
            read.unread = 0;
            let packed = dataset::pack(&read, &Packing::default()).remove(0).1;
            prop_assert_eq!(dataset::unpack(packed).unwrap(), read);
        }
    }

    /// Bytes changed, cut and put in anywhere.
    #[test]
    fn no_change_of_bytes_is_too_much(
        at in any::<prop::sample::Index>(),
        cut in 0_usize..40,
        with in prop::collection::vec(any::<u8>(), 0..8),
    ) {
        let mut bytes = bundled().to_string().into_bytes();
        let at = at.index(bytes.len());
        let end = bytes.len().min(at + cut);
        bytes.splice(at..end, with);
        if let Err(fatal) = parse(&bytes) {
            prop_assert!(!fatal.message.is_empty());
        }
    }
}

#[test]
fn files_beyond_the_limits_are_refused_with_the_limit() {
    let large = vec![b' '; dataset::MAX_BYTES + 1];
    let fatal = parse(&large).unwrap_err();
    assert_eq!(fatal.code, "too-large");
    assert!(fatal.message.contains("32 MiB"), "{}", fatal.message);

    let mut many = String::from("{\"format\":\"mitra-kota/1\",\"records\":[0");
    many += &",0".repeat(dataset::MAX_RECORDS);
    many += "]}";
    let fatal = parse(many.as_bytes()).unwrap_err();
    assert_eq!(fatal.code, "too-many-records");
    assert!(fatal.message.contains("1000000"), "{}", fatal.message);
}

#[test]
fn a_flood_of_problems_is_cut_off() {
    let mut flood = String::from("{\"format\":\"mitra-kota/1\",\"records\":[0");
    flood += &",0".repeat(2 * dataset::MAX_PROBLEMS);
    flood += "]}";
    let fatal = parse(flood.as_bytes()).unwrap_err();
    assert_eq!((fatal.code, fatal.problems.len()), ("all-records-bad", dataset::MAX_PROBLEMS));
}

#[test]
fn what_stops_being_json_is_placed_by_line_and_column() {
    let fatal = parse("{\n  \"市\": 1,\n  \"b\" 2\n}".as_bytes()).unwrap_err();
    assert_eq!(fatal.code, "not-json");
    assert_eq!(fatal.problems[0].found, "line 3, column 7");
    assert_eq!(fatal.problems[0].expected, "`:`");
}
