//! The public surface as the sources have it, against the list in `docs/surface.md`.
//!
//! In: script, styles, views, types, the command line's help. Out: a failure that says what came and what
//! went, and what that means for the version. `UPDATE_SURFACE=1` writes the list anew.

#![allow(clippy::unwrap_used, reason = "a test that cannot read its files has failed")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

const LIST: &str = "docs/surface.md";
const OPEN: &str = "```text\n";
const CLOSE: &str = "```";

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn file(name: &str) -> String {
    fs::read_to_string(root().join(name)).unwrap()
}

/// All files below a folder that end so, one after the other.
fn files(folder: &str, end: &str) -> String {
    let mut paths = Vec::new();
    collect(&root().join(folder), end, &mut paths);
    paths.sort();
    paths.into_iter().map(|path| fs::read_to_string(path).unwrap()).collect()
}

fn collect(folder: &Path, end: &str, paths: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, end, paths);
        } else if path.to_string_lossy().ends_with(end) {
            paths.push(path);
        }
    }
}

/// What stands behind each `open`, as far as it is a name.
fn names(text: &str, open: &str) -> BTreeSet<String> {
    let name = |rest: &str| {
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '-').unwrap_or(rest.len());
        rest[..end].to_owned()
    };
    let found = text.match_indices(open).map(|(at, _)| name(&text[at + open.len()..]));
    found.filter(|name| !name.is_empty()).collect()
}

fn attributes() -> BTreeSet<String> {
    let script = file("www/mitra-kota.js");
    let mut found = names(&script, "this.getAttribute('");
    found.extend(names(&script, "this.hasAttribute('"));
    found.extend(names(&files("www/styles", ".css"), ":host(["));
    found.extend(["id", "lang"].map(str::to_owned));
    found.remove("hidden");
    found
}

/// The members of the element that are no one's but the host's to call.
fn members() -> BTreeSet<String> {
    let script = file("www/mitra-kota.js");
    let class = script.split_once("class MitraKota").unwrap().1.split_once("\n}\n").unwrap().0;
    let lines = class.lines().filter_map(|line| line.strip_prefix("  "));
    let words = lines.map(|line| {
        ["get ", "set ", "async "].iter().find_map(|word| line.strip_prefix(word)).unwrap_or(line)
    });
    let own = ["constructor", "if", "for", "while", "static"];
    let found = words.filter_map(|line| {
        let (name, _) = line.split_once('(')?;
        let plain = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric());
        (plain && !name.ends_with("Callback") && !own.contains(&name)).then(|| name.to_owned())
    });
    found.collect()
}

fn parts() -> BTreeSet<String> {
    let views = files("src/view", ".rs");
    let mut found = names(&views, "|part=");
    found.extend(names(&views, "with(\"part\", \""));
    found
}

/// The codes that web teams are told of: the first cells of the table of failures.
fn codes() -> BTreeSet<String> {
    let document = file("docs/embedding.md");
    let table = document.split_once("\n| code |").unwrap().1;
    let rows = table.split("\n\n").next().unwrap_or_default().lines();
    let first = rows.filter_map(|row| row.strip_prefix("| ")?.split(" |").next());
    first.flat_map(|cell| cell.split('`').skip(1).step_by(2)).map(str::to_owned).collect()
}

/// The codes that the script names where it fails.
fn failures() -> BTreeSet<String> {
    names(&files("www", ".js"), "Failure('")
}

/// The files that a host's page names; what these fetch lies beside them and is nobody's business.
fn included() -> BTreeSet<String> {
    let document = file("docs/embedding.md").replace("'./", "/mitra-kota/");
    let named = document.split("/mitra-kota/").skip(1).filter_map(|rest| rest.split('"').next());
    let named = named.filter_map(|rest| rest.split(['\'', '?', '#', ' ', '`', '\n']).next());
    named
        .filter(|name| {
            !name.starts_with("our-") && [".js", ".html"].iter().any(|end| name.ends_with(end))
        })
        .map(str::to_owned)
        .collect()
}

fn commands() -> BTreeSet<String> {
    let main = file("cli/src/main.rs");
    let help = main.split_once("const HELP").unwrap().1.split_once("\";").unwrap().0;
    let lines = help.lines().filter_map(|line| line.strip_prefix("  mitra "));
    lines.map(|line| line.split("  ").next().unwrap_or(line).trim().to_owned()).collect()
}

fn address() -> BTreeSet<String> {
    let source = file("src/query/url.rs");
    let keys = source.split_once("const KEYS").unwrap().1.split_once("];").unwrap().0;
    keys.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

/// The surface as it is.
fn surface() -> String {
    let scripts = files("www", ".js");
    let events =
        names(&scripts, "send(this, '").into_iter().chain(names(&scripts, "send(element, '"));
    let types = file("www/mitra-kota.d.ts");
    let mut exports = BTreeSet::new();
    for kind in ["interface", "type", "const", "class"] {
        exports.extend(names(&types, &["export ", kind, " "].concat()));
    }
    let styles = files("www/styles", ".css");
    let kinds: [(&str, BTreeSet<String>); 10] = [
        ("attribute", attributes()),
        ("property or method", members()),
        ("event", events.map(|name| ["mitra:", &name].concat()).collect()),
        ("part", parts()),
        (
            "custom property",
            names(&styles, "--mitra-").iter().map(|n| ["--mitra-", n].concat()).collect(),
        ),
        ("code", codes()),
        ("address", address()),
        ("type", exports),
        ("file", included()),
        ("command", commands().into_iter().map(|name| ["mitra ", &name].concat()).collect()),
    ];
    let lines = kinds
        .iter()
        .flat_map(|(kind, names)| names.iter().map(move |name| format!("{kind} {name}\n")));
    format!("version {}\n{}", env!("CARGO_PKG_VERSION"), lines.collect::<String>())
}

/// Whether this version is out: then nothing of it may change under its number.
fn is_released() -> bool {
    file("CHANGELOG.md").contains(concat!("## ", env!("CARGO_PKG_VERSION")))
}

#[test]
fn the_surface_is_the_one_that_is_written_down() {
    let document = file(LIST);
    let (before, rest) = document.split_once(OPEN).unwrap();
    let (written, after) = rest.split_once(CLOSE).unwrap();
    let found = surface();
    let lines = |text: &str| text.lines().map(str::to_owned).collect::<BTreeSet<_>>();
    let (old, new) = (lines(written), lines(&found));
    if old == new {
        return;
    }
    let bumped = !written.starts_with(&format!("version {}\n", env!("CARGO_PKG_VERSION")));
    if std::env::var_os("UPDATE_SURFACE").is_some() && (bumped || !is_released()) {
        fs::write(root().join(LIST), [before, OPEN, &found, CLOSE, after].concat()).unwrap();
        return;
    }
    let told = |lines: BTreeSet<_>| lines.into_iter().collect::<Vec<String>>().join("\n  ");
    let gone = told(&old - &new);
    let come = told(&new - &old);
    let remedy = if is_released() && !bumped {
        "this version is released: raise it first (what is gone or means something else is a new major \
         version, before 1.0 a new minor one; what came is a new minor one), then UPDATE_SURFACE=1"
    } else {
        "if that is meant, tell it in CHANGELOG.md and the documents, and write the list anew: \
         UPDATE_SURFACE=1 cargo test --test surface"
    };
    assert!(old == new, "the public surface changed.\nGone:\n  {gone}\nCame:\n  {come}\n{remedy}");
}

#[test]
fn the_types_have_every_member() {
    let types = file("www/mitra-kota.d.ts");
    let class = types.split_once("class MitraKota").unwrap().1.split_once("\n}").unwrap().0;
    for name in members() {
        assert!(class.contains(&name), "mitra-kota.d.ts has no `{name}`");
    }
    for name in ["ready", "filter", "select", "error"] {
        assert!(
            types.contains(&format!("'mitra:{name}'")),
            "mitra-kota.d.ts has no `mitra:{name}`"
        );
    }
}

#[test]
fn the_documents_for_web_teams_name_what_they_can_use() {
    let documents = ["docs/embedding.md", "docs/reliability.md"];
    let document = documents.map(|name| fs::read_to_string(root().join(name)).unwrap_or_default());
    let document = document.concat();
    let kinds = [attributes(), members(), parts(), failures()];
    for name in kinds.iter().flatten() {
        assert!(document.contains(name.as_str()), "the documents do not name `{name}`");
    }
}
