//! The rules of the house that no compiler holds.
//!
//! In: the project's own sources. Out: every breach at once, with file and line.

use std::fs;
use std::path::{Path, PathBuf};

/// Which modules each module may read. `lib.rs` is the front door and may name all.
const MAY_READ: [(&str, &[&str]); 10] = [
    ("geo", &[]),
    ("text", &[]),
    ("markup", &["text"]),
    ("dataset", &["geo", "text", "markup"]),
    ("catalog", &["geo", "text", "markup", "dataset"]),
    ("query", &["geo", "text", "markup", "dataset", "catalog"]),
    ("map", &["geo", "text"]),
    ("view", &["geo", "text", "markup", "dataset", "catalog", "query", "map"]),
    ("export", &["geo", "text", "markup", "dataset", "catalog", "query", "map", "view"]),
    ("widget", &["geo", "text", "markup", "dataset", "catalog", "query", "map", "view", "export"]),
];

/// What only `src/widget/` may name.
const BROWSER: [&str; 4] = ["web_sys", "js_sys", "wasm_bindgen", "serde_wasm_bindgen"];

/// What nothing that reaches a visitor may name, with the reason.
const NEVER_SHIPPED: [(&str, &str); 12] = [
    ("forget(", "a closure that is forgotten is a leak"),
    ("innerHTML", "no HTML from data"),
    ("outerHTML", "no HTML from data"),
    ("insertAdjacentHTML", "no HTML from data"),
    ("document.write", "no HTML from data"),
    ("eval(", "the policy refuses it"),
    ("new Function", "the policy refuses it"),
    ("localStorage", "no storage"),
    ("sessionStorage", "no storage"),
    ("document.cookie", "no cookies"),
    ("console.log", "the console is for problems"),
    ("dbg!", "left over"),
];

/// What costs a visitor bytes: `src/` has leaner ways.
const HEAVY: [&str; 5] =
    ["serde_json", "HashMap", ".to_lowercase()", "parse::<f64>", "parse::<f32>"];

/// What stands nowhere; in halves, so that this file is no breach itself.
const NOWHERE: [(&str, &str); 6] =
    [("TO", "DO"), ("FIX", "ME"), ("/ro", "ot/"), ("/ho", "me/"), ("/Us", "ers/"), ("/wo", "rk/")];

const FILE_LINES: usize = 400;
const FUNCTION_LINES: usize = 60;
const MOST_FUNCTIONS_LINES: usize = 25;

/// A source file: its path relative to the root, and its text.
struct Source {
    path: String,
    text: String,
}

impl Source {
    /// Numbered lines without comments, up to the unit tests; none if it holds nothing else.
    fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let text = if self.path.ends_with("tests.rs") { "" } else { &self.text };
        let lines = text.lines().enumerate().map(|(at, line)| (at + 1, line));
        lines
            .take_while(|(_, line)| line.trim() != "#[cfg(test)]")
            .filter(|(_, line)| !line.trim_start().starts_with("//"))
    }

    /// The top module of a file in `src/`; `None` for `lib.rs` and other folders.
    fn module(&self) -> Option<&str> {
        let (module, _) = self.path.strip_prefix("src/")?.split_once('/')?;
        Some(module)
    }
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// All files below the folders that end with one of `kinds`, in order.
fn sources(folders: &[&str], kinds: &[&str]) -> Vec<Source> {
    let mut found = Vec::new();
    for folder in folders {
        collect(&root().join(folder), kinds, &mut found);
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

fn collect(folder: &Path, kinds: &[&str], found: &mut Vec<Source>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for path in entries.flatten().map(|entry| entry.path()) {
        let name = path.to_string_lossy().replace('\\', "/");
        if path.is_dir() {
            // What npm has put there is not ours.
            if path.file_name().is_some_and(|name| name != "node_modules") {
                collect(&path, kinds, found);
            }
        } else if kinds.iter().any(|kind| name.ends_with(kind)) {
            let relative = path.strip_prefix(root()).unwrap_or(&path).to_string_lossy();
            let text = fs::read_to_string(&path).unwrap_or_default();
            found.push(Source { path: relative.replace('\\', "/"), text });
        }
    }
}

fn rust() -> Vec<Source> {
    sources(&["src", "bench/engine/src", "cli/src", "xtask/src", "tests", "tools/src"], &[".rs"])
}

fn shipped() -> Vec<Source> {
    sources(&["src", "www"], &[".rs", ".js", ".mjs", ".html"])
}

fn none(breaches: &[String]) {
    assert!(breaches.is_empty(), "\n{}\n", breaches.join("\n"));
}

/// The modules that `crate::…` names in a text: `crate::a::B` and `crate::{a::B, c}`.
fn named_modules(text: &str) -> Vec<&str> {
    text.match_indices("crate::")
        .flat_map(|(at, word)| first_words(&text[at + word.len()..]))
        .collect()
}

fn first_words(rest: &str) -> Vec<&str> {
    let word =
        |text: &'_ str| text.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(text.len());
    let Some(group) = rest.strip_prefix('{') else { return vec![&rest[..word(rest)]] };
    let (mut depth, mut words, mut fresh) = (0, Vec::new(), true);
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => fresh = true,
            c if fresh && c.is_alphabetic() => {
                words.push(&group[at..at + word(&group[at..])]);
                fresh = false;
            }
            _ => {}
        }
    }
    words
}

/// Name, first line and length of every function in a formatted file.
fn functions(source: &Source) -> Vec<(String, usize, usize)> {
    let lines: Vec<_> = source.code().collect();
    let mut found = Vec::new();
    for (index, (number, line)) in lines.iter().enumerate() {
        let Some(name) = function_name(line) else { continue };
        let indent = &line[..line.len() - line.trim_start().len()];
        let end = lines[index..].iter().find(|(_, line)| closes(line, indent));
        let last = end.map_or(*number, |(last, _)| *last);
        found.push((name.to_owned(), *number, last - number + 1));
    }
    found
}

fn function_name(line: &str) -> Option<&str> {
    let mut rest = line.trim_start();
    while let Some((word, tail)) = rest.split_once(' ') {
        match word {
            "fn" => return tail.split(['(', '<']).next(),
            "const" | "async" | "extern" | "\"C\"" => rest = tail,
            _ if word.starts_with("pub") => rest = tail,
            _ => return None,
        }
    }
    None
}

/// The end of what began at this indent: its closing brace, or all of it on one line.
fn closes(line: &str, indent: &str) -> bool {
    let Some(rest) = line.strip_prefix(indent) else { return false };
    rest == "}" || (function_name(line).is_some() && (rest.ends_with('}') || rest.ends_with(';')))
}

#[test]
fn modules_read_only_what_lies_below_them() {
    let mut breaches = Vec::new();
    for source in sources(&["src"], &[".rs"]) {
        let Some(module) = source.module() else { continue };
        let Some((_, allowed)) = MAY_READ.iter().find(|(name, _)| *name == module) else {
            breaches.push(format!("{}: `{module}` is no module of the house", source.path));
            continue;
        };
        let code: String = source.code().flat_map(|(_, line)| [line, "\n"]).collect();
        for read in named_modules(&code) {
            let known = MAY_READ.iter().any(|(name, _)| *name == read);
            if known && read != module && !allowed.contains(&read) {
                breaches.push(format!("{}: `{module}` reads `{read}`", source.path));
            }
        }
        let way_out = if source.path.ends_with("/mod.rs") { "super::" } else { "super::super::" };
        if source.path.matches('/').count() == 2 && code.contains(way_out) {
            breaches.push(format!("{}: `{way_out}` leaves the module: say `crate::`", source.path));
        }
    }
    none(&breaches);
}

#[test]
fn only_the_widget_knows_the_browser() {
    let mut breaches = Vec::new();
    for source in sources(&["src"], &[".rs"]) {
        for (number, line) in source.code().filter(|_| source.module() != Some("widget")) {
            for name in BROWSER.iter().filter(|name| line.contains(**name)) {
                breaches.push(format!("{}:{number}: {name}", source.path));
            }
        }
    }
    none(&breaches);
}

#[test]
fn files_are_short_and_rust_modules_say_what_they_are() {
    let sources = rust();
    assert!(sources.len() > 20, "only {} files found", sources.len());
    let mut breaches = Vec::new();
    for source in sources.iter().chain(&self::sources(&["www", "tests"], &[".js", ".mjs"])) {
        let lines = source.text.lines().count();
        if lines > FILE_LINES {
            breaches.push(format!("{}: {lines} lines, {FILE_LINES} allowed", source.path));
        }
        if source.path.ends_with(".rs") && !source.text.starts_with("//!") {
            breaches.push(format!("{}: does not open with `//!`", source.path));
        }
    }
    none(&breaches);
}

#[test]
fn functions_are_short() {
    let (mut all, mut long, mut breaches) = (0, 0, Vec::new());
    for source in rust() {
        for (name, line, length) in functions(&source) {
            all += 1;
            long += usize::from(length > MOST_FUNCTIONS_LINES);
            if length > FUNCTION_LINES {
                breaches.push(format!("{}:{line}: `{name}` has {length} lines", source.path));
            }
        }
    }
    assert!(all > 100, "only {all} functions found");
    if long * 10 > all {
        breaches.push(format!("{long} of {all} functions exceed {MOST_FUNCTIONS_LINES} lines"));
    }
    none(&breaches);
}

#[test]
fn nothing_shipped_is_unsafe_for_the_host_or_heavy_for_the_visitor() {
    let mut breaches = Vec::new();
    for source in shipped() {
        let heavy = if source.path.starts_with("src/") { &HEAVY[..] } else { &[] };
        for (number, line) in source.code() {
            for (word, reason) in NEVER_SHIPPED.iter().filter(|(word, _)| line.contains(word)) {
                breaches.push(format!("{}:{number}: `{word}`: {reason}", source.path));
            }
            for word in heavy.iter().filter(|word| line.contains(**word)) {
                breaches.push(format!("{}:{number}: `{word}` is heavy", source.path));
            }
        }
    }
    none(&breaches);
}

#[test]
fn nothing_is_left_open_and_no_machine_is_named() {
    let folders =
        ["src", "cli", "xtask", "tests", "tools", "www", "integrations", "docs", ".ci", ".cargo"];
    let kinds = [".rs", ".js", ".mjs", ".html", ".css", ".md", ".toml", "/run", ".ts", ".php"];
    let mut texts = sources(&folders, &kinds);
    for name in ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "Cargo.toml", "wasm-pack.toml"] {
        let text = fs::read_to_string(root().join(name)).unwrap_or_default();
        texts.push(Source { path: name.to_owned(), text });
    }
    let mut breaches = Vec::new();
    for source in texts {
        for (number, line) in source.text.lines().enumerate() {
            for word in NOWHERE.map(|(a, b)| [a, b].concat()) {
                if line.contains(&word) {
                    breaches.push(format!("{}:{}: `{word}`", source.path, number + 1));
                }
            }
        }
    }
    none(&breaches);
}

#[test]
fn the_rules_see_what_they_are_meant_to_see() {
    assert_eq!(
        named_modules("use crate::geo::Point;\nuse crate::{text, map::{a, b}, view::C};"),
        ["geo", "text", "map", "view"]
    );
    let text = "fn a() {\n    b();\n}\n\nimpl X {\n    pub(crate) fn c(\n        d: u8,\n    ) {\n    }\n}\nfn e() {}\n";
    let source = Source { path: String::from("x.rs"), text: text.to_owned() };
    let seen: Vec<_> =
        functions(&source).into_iter().map(|(name, _, length)| (name, length)).collect();
    assert_eq!(seen, [("a".to_owned(), 3), ("c".to_owned(), 4), ("e".to_owned(), 1)]);
}
