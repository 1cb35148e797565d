//! What goes into the widget, and what makes and tests it, as CycloneDX 1.5.
//!
//! In: the lock files, and what cargo knows of the packages. Out: `target/mitra-kota.cdx.json`. What ends
//! up in the module is `required`, all else `excluded`. No time and no number of its own: the same
//! locks give the same bytes.

use crate::failure::{Failure, Named, Result};
use crate::project::Project;
use crate::{cyclonedx, tools};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;

const WRITTEN: &str = "target/mitra-kota.cdx.json";
const MANIFESTS: [&str; 3] = ["Cargo.toml", "tools/Cargo.toml", "fuzz/Cargo.toml"];
const NPM: [&str; 3] =
    ["package-lock.json", "bench/package-lock.json", "tests/wordpress/package-lock.json"];

/// Parts of the list, by their package URLs: each once.
type Parts = BTreeMap<String, Value>;

/// Writes the list, if it is one by its schema; gives what there is to tell.
pub(crate) fn run(project: &Project) -> Result<String> {
    tools::npm(project)?;
    let mut parts = Parts::new();
    for lock in NPM {
        let text = fs::read_to_string(project.path(lock)).named(lock)?;
        npm(&serde_json::from_str(&text).named(lock)?, &mut parts);
    }
    for manifest in MANIFESTS {
        let sums = sums(project, &manifest.replace(".toml", ".lock"))?;
        let known = metadata(project, &["--manifest-path", manifest])?;
        cargo(&known, &sums, &BTreeSet::new(), &mut parts);
    }
    let known = metadata(project, &["--filter-platform", &project.manifest.widget.triple])?;
    let shipped = shipped(&known)?;
    cargo(&known, &sums(project, "Cargo.lock")?, &shipped, &mut parts);
    let list = document(&parts);
    cyclonedx::check(project, &list)?;
    fs::write(project.path(WRITTEN), format!("{list:#}\n")).named(WRITTEN)?;
    Ok(format!("{WRITTEN}: {} packages, {} of them in the widget", parts.len(), shipped.len()))
}

/// The list as it is written.
fn document(parts: &Parts) -> Value {
    json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": { "component": {
            "type": "application", "bom-ref": "mitra-kota", "name": "mitra-kota",
            "version": env!("CARGO_PKG_VERSION"),
            "licenses": [{ "expression": "MIT OR Apache-2.0" }],
        } },
        "components": parts.values().collect::<Vec<_>>(),
    })
}

fn metadata(project: &Project, arguments: &[&str]) -> Result<Value> {
    let plain = ["metadata", "--format-version", "1", "--locked"];
    let text = project.read("cargo", &[&plain[..], arguments].concat())?;
    serde_json::from_str(&text).named("cargo metadata")
}

/// Checksums by `name@version`.
fn sums(project: &Project, lock: &str) -> Result<BTreeMap<String, String>> {
    let text = fs::read_to_string(project.path(lock)).named(lock)?;
    let table: toml::Table = text.parse().named(lock)?;
    let packages = table.get("package").and_then(toml::Value::as_array).into_iter().flatten();
    let sum = |package: &toml::Value| {
        let word = |key| package.get(key)?.as_str();
        Some((format!("{}@{}", word("name")?, word("version")?), word("checksum")?.to_owned()))
    };
    Ok(packages.filter_map(sum).collect())
}

/// The packages whose code is compiled into the module, by cargo's ids: what the crate needs when it
/// runs, and not what only writes code for it.
fn shipped(known: &Value) -> Result<BTreeSet<String>> {
    let packages = list(&known["packages"]);
    let writes_code = |id: &str| {
        let package = packages.iter().find(|package| package["id"] == id);
        let targets = package.map(|package| list(&package["targets"])).unwrap_or_default();
        targets.iter().any(|target| target["kind"][0] == "proc-macro")
    };
    let root = packages.iter().find(|package| package["name"] == "mitra-kota");
    let root = root.and_then(|package| package["id"].as_str());
    let root = root.ok_or_else(|| Failure::plain("cargo does not know `mitra-kota`"))?;
    let (mut found, mut open) = (BTreeSet::new(), vec![root]);
    while let Some(id) = open.pop() {
        let node = list(&known["resolve"]["nodes"]).iter().find(|node| node["id"] == id);
        for need in node.map(|node| list(&node["deps"])).unwrap_or_default() {
            let id = need["pkg"].as_str().unwrap_or_default();
            let runs = list(&need["dep_kinds"]).iter().any(|kind| kind["kind"].is_null());
            if runs && !writes_code(id) && found.insert(id.to_owned()) {
                open.push(id);
            }
        }
    }
    Ok(found)
}

fn cargo(
    known: &Value,
    sums: &BTreeMap<String, String>,
    shipped: &BTreeSet<String>,
    parts: &mut Parts,
) {
    let word = |package: &Value, key: &str| package[key].as_str().unwrap_or_default().to_owned();
    for package in list(&known["packages"]).iter().filter(|package| !package["source"].is_null()) {
        let named = format!("{}@{}", word(package, "name"), word(package, "version"));
        let is_shipped = shipped.contains(&word(package, "id"));
        let purl = format!("pkg:cargo/{named}");
        if !is_shipped && parts.contains_key(&purl) {
            continue;
        }
        let hash = sums.get(&named).map(|sum| json!({ "alg": "SHA-256", "content": sum }));
        // An old way to write `OR`.
        let license = word(package, "license").replace('/', " OR ");
        let [name, version] = ["name", "version"].map(|key| word(package, key));
        parts.insert(purl.clone(), part(&purl, &name, &version, is_shipped, &license, hash));
    }
}

fn npm(lock: &Value, parts: &mut Parts) {
    let packages = lock["packages"].as_object().into_iter().flatten();
    for (place, package) in packages.filter(|(place, _)| !place.is_empty()) {
        let name = place.rsplit("node_modules/").next().unwrap_or(place);
        let [version, license, integrity] = ["version", "license", "integrity"]
            .map(|key| package[key].as_str().unwrap_or_default());
        let purl = format!("pkg:npm/{}@{version}", name.replace('@', "%40"));
        let bytes = integrity.strip_prefix("sha512-").and_then(|sum| STANDARD.decode(sum).ok());
        let hash = bytes.map(|bytes| {
            let digits: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
            json!({ "alg": "SHA-512", "content": digits })
        });
        parts.insert(purl.clone(), part(&purl, name, version, false, license, hash));
    }
}

fn part(
    purl: &str,
    name: &str,
    version: &str,
    shipped: bool,
    license: &str,
    hash: Option<Value>,
) -> Value {
    let mut part = json!({
        "type": "library", "bom-ref": purl, "name": name, "version": version, "purl": purl,
        "scope": if shipped { "required" } else { "excluded" },
    });
    if !license.is_empty() {
        part["licenses"] = json!([{ "expression": license }]);
    }
    if let Some(hash) = hash {
        part["hashes"] = json!([hash]);
    }
    part
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

#[cfg(test)]
mod tests {
    use super::{Parts, document, npm};
    use crate::project::Project;
    use crate::{cyclonedx, tools};
    use serde_json::{Value, json};

    /// A project with its schemas, and the list of two packages.
    fn given() -> (Project, Value) {
        let project = Project::open().unwrap();
        tools::npm(&project).unwrap();
        let sum = format!("sha512-{}==", "A".repeat(86));
        let lock = json!({ "packages": {
            "": { "name": "root" },
            "node_modules/a": { "version": "1.0.0", "license": "MIT", "integrity": sum },
            "node_modules/a/node_modules/@b/c": { "version": "2.0.0" },
        } });
        let mut parts = Parts::new();
        npm(&lock, &mut parts);
        (project, document(&parts))
    }

    #[test]
    fn what_is_written_is_a_list_by_its_schema() {
        let (project, list) = given();
        assert_eq!(list["components"][0]["purl"], "pkg:npm/%40b/c@2.0.0");
        assert_eq!(list["components"][1]["hashes"][0]["content"], "0".repeat(128));
        cyclonedx::check(&project, &list).unwrap();
    }

    #[test]
    fn a_broken_list_is_refused_with_the_place_and_what_to_do() {
        let broken = [
            ("/bomFormat", json!("SPDX"), "CycloneDX"),
            ("/version", json!("1"), "integer"),
            ("/metadata/component/type", json!("widget"), "application"),
            ("/components/0/name", Value::Null, "string"),
            ("/components/0/scope", json!("shipped"), "required"),
            ("/components/1/hashes/0/content", json!("00"), "does not match"),
            ("/components/1/hashes/0/alg", json!("sha512"), "is not one of"),
            ("/components/1/licenses", json!("MIT"), "array"),
        ];
        for (place, with, expected) in broken {
            let (project, mut list) = given();
            *list.pointer_mut(place).unwrap() = with;
            let text = cyclonedx::check(&project, &list).unwrap_err().to_string();
            for part in [place, expected, "remedy: ", "xtask/src/sbom.rs"] {
                assert!(text.contains(part), "{place}: no `{part}` in\n{text}");
            }
        }
    }

    #[test]
    fn a_list_that_lacks_or_adds_something_is_refused() {
        let (project, list) = given();
        let mut lacking = list.clone();
        lacking["components"][0].as_object_mut().unwrap().remove("name");
        let text = cyclonedx::check(&project, &lacking).unwrap_err().to_string();
        assert!(text.contains("/components/0: \"name\" is a required property"), "{text}");
        let mut adding = list;
        adding["components"][0]["weight"] = json!(3);
        let text = cyclonedx::check(&project, &adding).unwrap_err().to_string();
        assert!(text.contains("/components/0: ") && text.contains("'weight'"), "{text}");
    }
}
