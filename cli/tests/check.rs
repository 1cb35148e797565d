//! What an officer sees of `mitra check`.

#![allow(clippy::unwrap_used, reason = "a test that cannot run the program has failed")]

use std::io::Write as _;
use std::process::{Command, Output, Stdio};

const CORPUS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/corpus/");

fn mitra(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_mitra"));
    command.args(arguments).current_dir(CORPUS).output().unwrap()
}

fn shown(output: &Output) -> (String, Option<i32>) {
    (String::from_utf8(output.stdout.clone()).unwrap(), output.status.code())
}

#[test]
fn a_sound_file_is_said_to_be_sound() {
    let (text, code) = shown(&mitra(&["check", "sound.json"]));
    assert_eq!(text, "sound.json: 3 records read, 0 left out, 0 errors, 0 warnings.\n");
    assert_eq!(code, Some(0));
}

#[test]
fn a_wrong_date_is_named_with_its_record_and_line() {
    let (text, code) = shown(&mitra(&["check", "bad-date.json"]));
    assert!(text.starts_with("records[2] (kota-bekasi-hamamatsu)\n"), "{text}");
    assert!(text.contains("error at records[2].events[0].date, line 33\n"), "{text}");
    assert!(text.contains("found    \"2014-02-30\"\n"), "{text}");
    assert!(text.ends_with(": 2 records read, 1 left out, 1 error, 0 warnings.\n"), "{text}");
    assert_eq!(code, Some(1));
}

#[test]
fn a_warning_alone_is_no_failure() {
    let (text, code) = shown(&mitra(&["check", "unknown-key.json"]));
    assert!(text.contains("`sectors`"), "{text}");
    assert_eq!(code, Some(0));
}

#[test]
fn what_cannot_be_read_says_what_to_do() {
    let (text, code) = shown(&mitra(&["check", "trailing-comma.json"]));
    assert!(text.contains("line "), "{text}");
    assert!(text.contains("Mend the place named"), "{text}");
    assert_eq!(code, Some(2));

    let missing = mitra(&["check", "missing.json"]);
    let message = String::from_utf8(missing.stderr).unwrap();
    assert!(message.contains("cannot read `missing.json`"), "{message}");
    assert_eq!(missing.status.code(), Some(2));
}

#[test]
fn programs_get_json() {
    let (text, code) = shown(&mitra(&["check", "--json", "unknown-home.json"]));
    let report: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(report["fatal"]["code"], "all-records-bad");
    assert_eq!(report["problems"][0]["path"], "records[0].home");
    assert_eq!(report["problems"][0]["line"], 31);
    assert_eq!(code, Some(2));
}

#[test]
fn a_file_may_come_through_a_pipe() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_mitra"));
    command.args(["check", "-"]).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = command.spawn().unwrap();
    child
        .stdin
        .take()
        .unwrap()
        .write_all(b"{\"format\":\"mitra-kota/1\",\"title\":\"x\",\"records\":[]}")
        .unwrap();
    let (text, code) = shown(&child.wait_with_output().unwrap());
    assert_eq!(text, "-: 0 records read, 0 left out, 0 errors, 0 warnings.\n");
    assert_eq!(code, Some(0));
}

#[test]
fn wrong_arguments_are_explained() {
    for arguments in [&["check"][..], &["check", "a", "b"], &["check", "a", "--yaml"], &["chekc"]] {
        let output = mitra(arguments);
        assert_eq!(output.status.code(), Some(2));
        assert!(!output.stderr.is_empty() && output.stdout.is_empty());
    }
}

#[test]
fn a_dataset_cannot_write_to_the_terminal() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_mitra"));
    command.args(["check", "-"]).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let dataset = r#"{"format":"mitra-kota/1","records":[],"a\u001b[2Jb":1,
        "sources":[{"id":"s","title":"t","url":"\u001b]0;x\u0007\nerror\u202e"}]}"#;
    child.stdin.take().unwrap().write_all(dataset.as_bytes()).unwrap();
    let (text, _) = shown(&child.wait_with_output().unwrap());
    assert!(text.contains(r"\u{1b}]0;x\u{7}\nerror\u{202e}"), "{text}");
    assert!(!text.chars().any(|c| c.is_control() && c != '\n'), "{text:?}");
}
