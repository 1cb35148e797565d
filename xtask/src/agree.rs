//! Does what cargo, wasm-pack and npm read agree with `wasm-pack.toml`?
//!
//! In: the manifest and the three files. Out: nothing, or every disagreement at once.

use crate::failure::{Failure, Named, Result};
use crate::manifest::Manifest;
use std::path::Path;
use toml::{Table, Value};

/// Fails with the list of all disagreements.
pub(crate) fn check(root: &Path, manifest: &Manifest) -> Result<()> {
    let read = |name: &str| std::fs::read_to_string(root.join(name)).named(name);
    let parse = |name: &str| read(name)?.parse::<Table>().named(name);
    let mut found = Found::default();
    cargo(&mut found, &parse("Cargo.toml")?, manifest);
    tools(&mut found, &parse("tools/Cargo.toml")?, manifest);
    npm(&mut found, &read("package.json")?, manifest);
    if found.0.is_empty() {
        return Ok(());
    }
    let remedy = "make the file named agree with wasm-pack.toml, or the other way round";
    Err(Failure::new(found.0.join("\n"), remedy))
}

#[derive(Default)]
struct Found(Vec<String>);

impl Found {
    /// Compares one key; `path` is dotted.
    fn same(&mut self, file: &str, table: &Table, path: &[&str], expected: &Value) {
        let found = at(table, path);
        if found != Some(expected) {
            let found = found.map_or_else(|| String::from("nothing"), ToString::to_string);
            let path = path.join(".");
            self.0.push(format!("{file}: `{path}` is {found}, wasm-pack.toml says {expected}"));
        }
    }
}

fn at<'a>(table: &'a Table, path: &[&str]) -> Option<&'a Value> {
    let (last, parents) = path.split_last()?;
    let inner = parents.iter().try_fold(table, |table, key| table.get(*key)?.as_table());
    inner?.get(*last)
}

fn cargo(found: &mut Found, table: &Table, manifest: &Manifest) {
    let profile = &manifest.profile;
    let release = [
        ("opt-level", &profile.opt_level),
        ("lto", &profile.lto),
        ("codegen-units", &profile.codegen_units),
        ("panic", &profile.panic),
        ("strip", &profile.strip),
    ];
    for (key, expected) in release {
        found.same("Cargo.toml", table, &["profile", "release", key], expected);
    }
    let pack = ["package", "metadata", "wasm-pack", "profile", "release"];
    let [a, b, c, d, e] = pack;
    found.same("Cargo.toml", table, &[a, b, c, d, e, "wasm-opt"], &profile.wasm_opt);
    let omit = "omit-default-module-path";
    let expected = &profile.omit_default_module_path;
    found.same("Cargo.toml", table, &[a, b, c, d, e, "wasm-bindgen", omit], expected);
    let wasm = "cfg(target_arch = \"wasm32\")";
    let pin = pin(&manifest.tools.wasm_bindgen);
    found.same("Cargo.toml", table, &["target", wasm, "dependencies", "wasm-bindgen"], &pin);
}

fn tools(found: &mut Found, table: &Table, manifest: &Manifest) {
    let path = ["dependencies", "wasm-bindgen-cli", "version"];
    found.same("tools/Cargo.toml", table, &path, &pin(&manifest.tools.wasm_bindgen));
}

fn pin(version: &str) -> Value {
    Value::String(format!("={version}"))
}

fn npm(found: &mut Found, package: &str, manifest: &Manifest) {
    for (name, version) in &manifest.tools.npm {
        if !package.contains(&format!("\"{name}\": \"{version}\"")) {
            found.0.push(format!("package.json: `{name}` is not exactly {version}"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{at, check};
    use crate::manifest::Manifest;
    use std::path::Path;

    #[test]
    fn the_project_agrees_with_its_manifest() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let manifest = Manifest::read(&root).unwrap();
        check(&root, &manifest).unwrap();
    }

    #[test]
    fn a_disagreement_is_named_with_both_sides() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let mut manifest = Manifest::read(&root).unwrap();
        manifest.tools.wasm_bindgen = String::from("0.0.1");
        let text = check(&root, &manifest).unwrap_err().to_string();
        assert!(text.contains("wasm-bindgen` is \"=0.2"), "{text}");
        assert!(text.contains("says \"=0.0.1\""), "{text}");
        assert!(text.contains("tools/Cargo.toml"), "{text}");
    }

    #[test]
    fn a_missing_table_is_no_value() {
        let table = "[a]\nb = 1".parse().unwrap();
        assert!(at(&table, &["a", "b"]).is_some());
        assert!(at(&table, &["a", "b", "c"]).is_none());
        assert!(at(&table, &["x", "y"]).is_none());
    }
}
