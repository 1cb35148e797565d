//! `mitra pack` as a web team runs it.

#![allow(clippy::expect_used, reason = "a test that cannot run the program has failed")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const DATASET: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../www/data/bekasi-bandung.json");
const SOUND: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/corpus/sound.json");
/// What the tests in browsers load.
const PAGES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/browser/pages/packed");

fn mitra(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_mitra")).args(arguments).output().expect("it runs")
}

/// A file that the test may write.
fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(name)
}

/// Packs a dataset; gives what is said.
fn pack(dataset: &str, to: &Path, more: &[&str]) -> String {
    let to = to.to_str().expect("a name");
    let output = mitra(&[&["pack", dataset, to], more].concat());
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}

#[test]
fn what_is_shown_of_a_packed_dataset_is_what_the_json_shows() {
    let packed = file("whole.mkp");
    let said = pack(DATASET, &packed, &[]);
    assert!(said.ends_with(" bytes\n") && said.lines().count() == 1, "{said}");
    let packed = packed.to_str().expect("a name");
    assert_eq!(mitra(&["render", packed]).stdout, mitra(&["render", DATASET]).stdout);
    let table = |file| mitra(&["export", file, "--csv"]).stdout;
    assert_eq!(table(packed), table(DATASET));
    assert!(mitra(&["check", packed]).status.success());
}

#[test]
fn the_files_of_the_browser_tests_are_what_it_writes() {
    let packed = file("sound.mkp");
    pack(SOUND, &packed, &["--details"]);
    for name in ["sound.mkp", "sound.0.mkd"] {
        let (now, kept) = (fs::read(file(name)), fs::read(Path::new(PAGES).join(name)));
        let same = now.expect("it was written") == kept.expect("it is kept");
        assert!(same, "write it anew: mitra pack tests/corpus/sound.json {name} --details");
    }
}

#[test]
fn countries_without_a_name_get_it_in_all_languages() {
    let (from, to) = (file("unnamed.json"), file("unnamed.mkp"));
    let bare = r#"{"format": "mitra-kota/1", "language": "id", "title": "Uji", "records": [],
        "places": [{"id": "a", "name": "A", "country": "NZ", "level": "city", "lat": 1, "lon": 2},
            {"id": "nz", "name": "B", "country": "KR", "level": "country"}]}"#;
    fs::write(&from, bare).expect("it can be written");
    pack(from.to_str().expect("a name"), &to, &[]);
    let packed = fs::read(to).expect("it was written");
    let holds = |name: &str| packed.windows(name.len()).any(|part| part == name.as_bytes());
    for name in ["Selandia Baru", "New Zealand", "ニュージーランド", "뉴질랜드", "韓国"]
    {
        assert!(holds(name), "{name}");
    }
    assert!(!holds("Korea Selatan"), "the dataset's own name stays");
}

#[test]
fn records_with_errors_are_left_out_and_told() {
    let broken = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/corpus/bad-date.json");
    let packed = file("broken.mkp");
    let output = mitra(&["pack", broken, packed.to_str().expect("a name")]);
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stdout).contains("left out: 1 with errors"));
}

#[test]
fn what_it_cannot_do_is_said() {
    for (arguments, said) in [
        (&["pack", DATASET][..], "needs two files"),
        (&["pack", DATASET, "out.json"], "ends with .mkp"),
        (&["pack", "nowhere.json", "out.mkp"], "cannot read `nowhere.json`"),
        (&["pack", DATASET, "out.mkp", "--small"], "does not know `--small`"),
    ] {
        let output = mitra(arguments);
        assert_eq!(output.status.code(), Some(2));
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(told.contains(said), "{told}");
    }
}
