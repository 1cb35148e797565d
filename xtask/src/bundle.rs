//! The widget: compiled, bound, bundled, laid out in `dist/`.
//!
//! In: the crate and `www/`. Out: `dist/` as a host copies it: one script, one module, and the
//! demo pages with their data beside them.

use crate::failure::{Failure, Named, Result};
use crate::project::Project;
use crate::tools::{self, say};
use crate::{module, pages, release, seal, size};
use mitra_kota::export::{BUNDLED_DETAILS, LANGUAGE_FILES};
use std::fs;
use std::path::Path;

/// Installs the tools, builds, and lays out `dist/`.
pub(crate) fn build(project: &Project) -> Result<()> {
    tools::install(project)?;
    module::bind(project)?;
    assemble(project)?;
    release::list(project)
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
    module::ship(project, &dist)?;
    for text in ["LICENSE-APACHE", "LICENSE-MIT", "NOTICE"] {
        copy(&project.path(text), &dist.join(text).with_extension("txt"))?;
    }
    fs::write(dist.join("mitra-kota.0.mkd"), BUNDLED_DETAILS).named("mitra-kota.0.mkd")?;
    fs::create_dir_all(dist.join("lang")).named("lang")?;
    for (name, content) in LANGUAGE_FILES {
        fs::write(dist.join("lang").join(name), content).named(name)?;
    }
    seal::seal(&dist)?;
    let pages = project.path(&widget.pages);
    copy_all(&pages, &dist, |file| is_asked(file) && !is_inside(project, file))?;
    let taken = script(project, &dist.join("mitra-kota.js"))?;
    let mut files = Vec::new();
    walk(&pages, Path::new(""), &mut files)?;
    for file in &files {
        let inside = format!("{}/{file}", widget.pages);
        if !taken.contains(&inside) && !is_asked(file) {
            place(project, &pages.join(file), &dist.join(file))?;
        }
    }
    single(project, &dist)
}

/// Does the script ask for it? Then it knows its hash.
fn is_asked(file: &str) -> bool {
    let script = file.starts_with("mitra-kota.") && file.ends_with(".js");
    file.starts_with("basemap/") || script && file != "mitra-kota.js"
}

/// Is it compiled into the module?
fn is_inside(project: &Project, file: &str) -> bool {
    format!("{}/{file}", project.manifest.widget.pages) == project.manifest.data.basemap
}

/// All of it once more in one file, out of what lies in `dist` by now.
fn single(project: &Project, dist: &Path) -> Result<()> {
    let entry = &project.manifest.widget.script;
    let arguments = ["tools/single.mjs", entry, &dist.to_string_lossy(), module::NAMES];
    project.run("node", &arguments).map(drop)
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
    let beside = |name: &str| to.with_file_name(name).to_string_lossy().into_owned();
    let (to, styles) = (to.to_string_lossy(), styles.to_string_lossy());
    let arguments = ["tools/bundle.mjs", entry, &to, &styles, module::NAMES];
    let mut arguments: Vec<_> = arguments.map(str::to_owned).into();
    for (name, later) in &project.manifest.later {
        if let Some(from) = &later.styles {
            arguments.extend([from.clone(), beside(&format!("mitra-kota.{name}.css"))]);
        }
    }
    let arguments: Vec<_> = arguments.iter().map(String::as_str).collect();
    let taken = project.read("node", &arguments)?;
    Ok(taken.lines().map(str::to_owned).collect())
}

/// One file of `www/` in its place; pages get their plain list.
fn place(project: &Project, from: &Path, to: &Path) -> Result<()> {
    if from.extension().is_none_or(|kind| kind != "html") {
        return copy(from, to);
    }
    let page = fs::read_to_string(from).named(from.display())?;
    let folder = &project.manifest.widget.pages;
    let list = |file: &str, language: &str| render(project, &format!("{folder}/{file}"), language);
    let filled = pages::fill(&page, list);
    let filled = filled.named(from.display())?;
    folder_of(to)?;
    fs::write(to, filled).named(to.display())
}

/// The plain list of a dataset, as the native program writes it.
pub(crate) fn render(project: &Project, file: &str, language: &str) -> Result<String> {
    let program = ["run", "--quiet", "--package", "mitra-kota-cli", "--"];
    let arguments = ["render", file, "--lang", language, "--map"];
    project.read("cargo", &[&program[..], &arguments[..]].concat())
}

/// Copies the files below a folder that are `wanted` by their path.
pub(crate) fn copy_all(from: &Path, to: &Path, wanted: impl Fn(&str) -> bool) -> Result<()> {
    let mut files = Vec::new();
    walk(from, Path::new(""), &mut files)?;
    files
        .iter()
        .filter(|file| wanted(file))
        .try_for_each(|file| copy(&from.join(file), &to.join(file)))
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    folder_of(to)?;
    fs::copy(from, to).map(drop).named(from.display())
}

fn folder_of(file: &Path) -> Result<()> {
    file.parent().map_or(Ok(()), |folder| fs::create_dir_all(folder).named(folder.display()))
}

/// All files below `base`, as paths with `/`, in order.
pub(crate) fn walk(base: &Path, below: &Path, files: &mut Vec<String>) -> Result<()> {
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
