//! The pinned tools: wasm target, npm packages, wasm-bindgen, wasm-pack, and those of the tests.
//!
//! In: versions of the manifest. Out: programs in the cache, tested for by the program itself.

use crate::failure::{Failure, Named, Result};
use crate::project::Project;
use std::path::Path;

/// Installs what a build needs.
pub(crate) fn install(project: &Project) -> Result<()> {
    target(project)?;
    npm(project)?;
    bindgen(project)?;
    from_registry(project, "wasm-pack", &project.manifest.tools.wasm_pack)
}

/// The driver of Firefox.
pub(crate) fn geckodriver(project: &Project) -> Result<()> {
    from_registry(project, "geckodriver", &project.manifest.tools.geckodriver)
}

/// The checker of licences and sources.
pub(crate) fn deny(project: &Project) -> Result<()> {
    from_registry(project, "cargo-deny", &project.manifest.tools.cargo_deny)
}

/// Says what is being done, when programs may speak.
pub(crate) fn say(project: &Project, what: &str) {
    if project.loud {
        eprintln!("· {what}");
    }
}

/// The wasm target of the compiler, wherever that came from.
pub(crate) fn target(project: &Project) -> Result<()> {
    let triple = &project.manifest.widget.triple;
    let libraries = project.read("rustc", &["--print", "target-libdir", "--target", triple])?;
    if Path::new(libraries.trim()).is_dir() {
        return Ok(());
    }
    say(project, &format!("adding the target {triple}"));
    project.run("rustup", &["target", "add", triple]).map(drop)
}

/// The packages of `package-lock.json`.
pub(crate) fn npm(project: &Project) -> Result<()> {
    let present = |(name, version): (&String, &String)| {
        let package = project.path(&format!("node_modules/{name}/package.json"));
        let text = std::fs::read_to_string(package).unwrap_or_default();
        text.contains(&format!("\"version\": \"{version}\""))
    };
    if project.manifest.tools.npm.iter().all(present) {
        return Ok(());
    }
    say(project, "installing the npm packages of package-lock.json");
    let quiet = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
    project.run("npm", &quiet).map(drop)
}

/// The packages of a folder's own `package-lock.json`, unless they are there and newer than it.
pub(crate) fn npm_of(project: &Project, folder: &str) -> Result<()> {
    let written = |file: &str| {
        let path = project.path(&format!("{folder}/{file}"));
        std::fs::metadata(path).and_then(|found| found.modified()).ok()
    };
    if written("node_modules/.package-lock.json") > written("package-lock.json") {
        return Ok(());
    }
    say(project, &format!("installing the npm packages of {folder}/package-lock.json"));
    let quiet = ["ci", "--prefix", folder, "--ignore-scripts", "--no-audit", "--no-fund"];
    project.run("npm", &[&quiet[..], &["--loglevel=error"]].concat()).map(drop)
}

/// wasm-bindgen and its test runner, from `tools/` and its own lock file.
fn bindgen(project: &Project) -> Result<()> {
    let version = &project.manifest.tools.wasm_bindgen;
    let cache = project.tool("wasm-bindgen", version).join("bin");
    let programs = ["wasm-bindgen", "wasm-bindgen-test-runner"].map(program);
    if programs.iter().all(|name| cache.join(name).is_file()) {
        return Ok(());
    }
    say(project, &format!("building wasm-bindgen {version} (two minutes, once)"));
    let built = project.path("target/tools");
    let mut command = project.command("cargo")?;
    command.args(["build", "--locked", "--manifest-path", "tools/Cargo.toml", "--target-dir"]);
    command.arg(&built);
    project.finish(command)?;
    std::fs::create_dir_all(&cache).named(cache.display())?;
    for name in &programs {
        put(&built.join("debug").join(name), &cache.join(name))?;
    }
    std::fs::remove_dir_all(&built).named("target/tools")
}

/// Copies under another name first, so that nobody meets half a program.
fn put(from: &Path, to: &Path) -> Result<()> {
    let half = to.with_extension(format!("part{}", std::process::id()));
    std::fs::copy(from, &half).named(from.display())?;
    std::fs::rename(&half, to).named(to.display())
}

fn from_registry(project: &Project, name: &str, version: &str) -> Result<()> {
    let place = project.tool(name, version);
    if place.join("bin").join(program(name)).is_file() {
        return Ok(());
    }
    say(project, &format!("installing {name} {version} (two minutes, once)"));
    let mut command = project.command("cargo")?;
    command.args(["install", name, "--version", version, "--locked", "--root"]).arg(&place);
    let remedy = "is the crate registry within reach? `cargo search serde` tells";
    project.finish(command).map(drop).map_err(|failure| Failure::new(failure.to_string(), remedy))
}

fn program(name: &str) -> String {
    format!("{name}{}", std::env::consts::EXE_SUFFIX)
}
