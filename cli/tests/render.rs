//! `mitra render` as a web team runs it: what it writes, and what it says when it cannot.

#![allow(clippy::expect_used, reason = "a test that cannot run the program has failed")]

use std::process::{Command, Output};

const DATASET: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../www/data/bekasi-bandung.json");

fn mitra(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_mitra")).args(arguments).output().expect("it runs")
}

fn text(arguments: &[&str]) -> String {
    let output = mitra(arguments);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}

fn refused(arguments: &[&str]) -> String {
    let output = mitra(arguments);
    assert_eq!(output.status.code(), Some(2));
    assert!(output.stdout.is_empty());
    String::from_utf8(output.stderr).expect("UTF-8")
}

#[test]
fn the_piece_for_a_page_is_the_list_and_nothing_else() {
    let piece = text(&["render", DATASET]);
    assert!(piece.starts_with("<section class=\"mitra-kota-plain\" lang=\"id\">\n<h2>Mitra kota"));
    assert!(piece.ends_with("</section>\n"));
    assert_eq!(piece.matches("<article>").count(), 5);
    assert!(
        !piece.contains("data-do") && !piece.contains(" style="),
        "nothing to press or to style"
    );
}

#[test]
fn a_whole_page_has_its_language_and_its_first_heading() {
    let page = text(&["render", DATASET, "--lang", "ko", "--page"]);
    assert!(page.starts_with("<!doctype html>\n<html lang=\"ko\">"));
    assert!(page.contains("<title>해외 협력 도시</title>"));
    assert_eq!(page.matches("<h1>").count(), 1);
    let (_, styles) = page.split_once("<style>").expect("it is dressed");
    let (styles, _) = styles.split_once("</style>").expect("and that ends");
    assert!(styles.contains("figcaption") && !styles.contains('&'), "as a browser reads it");
}

#[test]
fn what_cannot_be_done_is_said() {
    assert!(refused(&["render"]).contains("needs the name of a dataset"));
    assert!(refused(&["render", DATASET, "--lang", "nl"]).contains("id, en, ja and ko"));
    assert!(refused(&["render", DATASET, "--size"]).contains("no option `--size`"));
    assert!(refused(&["render", "nowhere.json"]).contains("cannot read `nowhere.json`"));
}

#[test]
fn the_map_is_there_when_it_is_asked_for() {
    assert!(!text(&["render", DATASET]).contains("<svg"));
    let piece = text(&["render", DATASET, "--map"]);
    assert!(piece.contains("<figure>\n<svg") && piece.contains("<figcaption>Persegi"));
}
