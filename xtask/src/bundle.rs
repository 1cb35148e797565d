//! The widget: compiled, bound, bundled, laid out in `dist/`.
//!
//! In: the crate and `www/`. Out: `dist/` as a host copies it: one script, one module, and the
//! demo pages with their data beside them.

use crate::failure::{Failure, Named, Result};
use crate::project::Project;
use crate::tools::{self, say};
use crate::{pages, size};
use std::fs;
use std::path::{Path, PathBuf};

/// The short names of the module's imports and exports, for the bundler.
const NAMES: &str = "target/xtask/names.json";

/// Installs the tools, builds, and lays out `dist/`.
pub(crate) fn build(project: &Project) -> Result<()> {
    tools::install(project)?;
    module(project)?;
    assemble(project)
}

/// `wasm-pack build`: the module and its glue in `pkg/`.
fn module(project: &Project) -> Result<()> {
    let widget = &project.manifest.widget;
    say(project, "building the module with wasm-pack");
    let mut command = project.command("wasm-pack")?;
    command.args(["--log-level", "error", "build", "--mode", "no-install", "--release"]);
    command.args(["--target", &widget.target, "--out-dir", &widget.module]);
    command.env("CARGO_ENCODED_RUSTFLAGS", nameless(project)?);
    project.finish(command).map(drop)
}

/// Flags that keep this machine's folders out of the module: panics name the files of libraries.
fn nameless(project: &Project) -> Result<String> {
    project.run("cargo", &["fetch", "--quiet", "--locked"])?;
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(std::env::home_dir()?.join(".cargo"))).unwrap_or_default();
    let mut flags = Vec::new();
    for folder in fs::read_dir(home.join("registry/src")).into_iter().flatten().flatten() {
        flags.push(format!("--remap-path-prefix={}=crates", folder.path().display()));
    }
    flags.sort();
    Ok(flags.join("\x1f"))
}

/// `dist/` anew: nothing of an earlier build stays.
fn assemble(project: &Project) -> Result<()> {
    let widget = &project.manifest.widget;
    let dist = project.path(&widget.dist);
    say(project, "bundling the script, filling the pages");
    if dist.exists() {
        fs::remove_dir_all(&dist).named(&widget.dist)?;
    }
    fs::create_dir_all(&dist).named(&widget.dist)?;
    shorten(project, &dist.join("mitra-kota.wasm"))?;
    for text in ["LICENSE-APACHE", "LICENSE-MIT", "NOTICE"] {
        copy(&project.path(text), &dist.join(text).with_extension("txt"))?;
    }
    let taken = script(project, &dist.join("mitra-kota.js"))?;
    let pages = project.path(&widget.pages);
    let mut files = Vec::new();
    walk(&pages, Path::new(""), &mut files)?;
    for file in &files {
        let inside = format!("{}/{file}", widget.pages);
        if !taken.contains(&inside) {
            place(project, &pages.join(file), &dist.join(file))?;
        }
    }
    Ok(())
}

/// The module as shipped: what it takes from its glue and gives to it bears names of a letter or
/// two. Which is which is left for the bundler.
fn shorten(project: &Project, to: &Path) -> Result<()> {
    let module = project.path(&project.manifest.widget.module).join("mitra_kota_bg.wasm");
    let (module, to) = (module.to_string_lossy(), to.to_string_lossy());
    let shorter = ["--minify-imports-and-exports-and-modules", &module, "-o", &to];
    let names = project.read("wasm-opt", &shorter)?;
    let file = project.path(NAMES);
    folder_of(&file)?;
    fs::write(&file, names).named(NAMES)
}

/// Writes the bundle; gives the paths, relative to the root, of what it has taken in.
fn script(project: &Project, to: &Path) -> Result<Vec<String>> {
    let entry = &project.manifest.widget.script;
    if !project.path(entry).is_file() {
        let remedy = "`widget.script` of wasm-pack.toml names the script to bundle";
        return Err(Failure::new(format!("there is no {entry}"), remedy));
    }
    let styles = project.path(size::STYLES);
    if let Some(folder) = styles.parent() {
        fs::create_dir_all(folder).named(folder.display())?;
    }
    let (to, styles) = (to.to_string_lossy(), styles.to_string_lossy());
    let taken = project.read("node", &["tools/bundle.mjs", entry, &to, &styles, NAMES])?;
    Ok(taken.lines().map(str::to_owned).collect())
}

/// One file of `www/` in its place; pages get their plain list.
fn place(project: &Project, from: &Path, to: &Path) -> Result<()> {
    if from.extension().is_none_or(|kind| kind != "html") {
        return copy(from, to);
    }
    let page = fs::read_to_string(from).named(from.display())?;
    let filled = pages::fill(&page, |file, language| render(project, file, language));
    let filled = filled.named(from.display())?;
    folder_of(to)?;
    fs::write(to, filled).named(to.display())
}

/// The plain list of a dataset in `www/`, as the native program writes it.
fn render(project: &Project, file: &str, language: &str) -> Result<String> {
    let file = format!("{}/{file}", project.manifest.widget.pages);
    let program = ["run", "--quiet", "--package", "mitra-kota-cli", "--"];
    let arguments = ["render", file.as_str(), "--lang", language, "--map"];
    project.read("cargo", &[&program[..], &arguments[..]].concat())
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    folder_of(to)?;
    fs::copy(from, to).map(drop).named(from.display())
}

fn folder_of(file: &Path) -> Result<()> {
    file.parent().map_or(Ok(()), |folder| fs::create_dir_all(folder).named(folder.display()))
}

/// All files below `base`, as paths with `/`, in order.
fn walk(base: &Path, below: &Path, files: &mut Vec<String>) -> Result<()> {
    let folder = base.join(below);
    let mut names = Vec::new();
    for entry in fs::read_dir(&folder).named(folder.display())? {
        names.push(entry.named(folder.display())?.file_name());
    }
    names.sort();
    for name in names {
        let path = below.join(name);
        if base.join(&path).is_dir() {
            walk(base, &path, files)?;
        } else {
            files.push(path.to_string_lossy().replace('\\', "/"));
        }
    }
    Ok(())
}
