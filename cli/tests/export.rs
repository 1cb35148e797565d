//! `mitra export` as an officer runs it.

#![allow(clippy::expect_used, reason = "a test that cannot run the program has failed")]

use std::process::{Command, Output};

const DATASET: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../www/data/bekasi-bandung.json");

fn mitra(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_mitra")).args(arguments).output().expect("it runs")
}

#[test]
fn the_table_has_a_row_for_each_record_in_the_language_asked_for() {
    let output = mitra(&["export", DATASET, "--csv", "--lang", "ja"]);
    assert!(output.status.success());
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    assert!(text.starts_with("\u{feff}\"id\","), "a byte order mark, then the keys");
    assert_eq!(text.matches("\r\n").count(), 6);
    assert!(text.contains("\"bekasi-izumisano\",\"泉佐野市\""));
}

#[test]
fn without_a_format_or_a_file_it_says_what_is_missing() {
    for (arguments, expected) in [
        (&["export", DATASET][..], "needs a format"),
        (&["export", "--csv"], "needs the name"),
        (&["export", DATASET, "--xlsx"], "no option `--xlsx`"),
    ] {
        let output = mitra(arguments);
        assert_eq!(output.status.code(), Some(2));
        assert!(String::from_utf8_lossy(&output.stderr).contains(expected));
    }
}
