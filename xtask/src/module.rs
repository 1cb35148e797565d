//! The module of the widget, as wasm-pack makes it and as it is shipped.
//!
//! In: the crate. Out: `pkg/` with module and glue; in `dist/` the module with short names, parted
//! into what a page needs at first and what it needs later.

use crate::constants::Constants;
use crate::failure::{Named, Result};
use crate::project::Project;
use crate::tools::say;
use crate::{nowasm, order, panics, split};
use std::fs;
use std::path::{Path, PathBuf};

/// The short names of the module's imports and exports, for the bundler.
pub(crate) const NAMES: &str = "target/xtask/names.json";
/// Where the steps between the bound module and the shipped ones lie.
const STEPS: &str = "target/xtask";

/// `wasm-pack build`: the module and its glue in `pkg/`, not yet optimised.
pub(crate) fn bind(project: &Project) -> Result<()> {
    let widget = &project.manifest.widget;
    say(project, "building the module with wasm-pack");
    let mut command = project.command("wasm-pack")?;
    command.args(["--log-level", "error", "build", "--mode", "no-install", "--release"]);
    command.args(["--no-opt", "--target", &widget.target, "--out-dir", &widget.module]);
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
    flags.push("-Clink-arg=--emit-relocs".to_owned());
    Ok(flags.join("\x1f"))
}

/// Silences, optimises and parts the bound module; all parts into `dist`.
///
/// Whole first, because the optimiser sees most there; then each part alone.
pub(crate) fn ship(project: &Project, dist: &Path) -> Result<()> {
    say(project, "optimising and parting the module");
    let bound = project.path(&project.manifest.widget.module).join("mitra_kota_bg.wasm");
    let (steps, later) = (project.path(STEPS), &project.manifest.later);
    fs::create_dir_all(&steps).named(STEPS)?;
    let (quiet, whole) = (steps.join("quiet.wasm"), steps.join("whole.wasm"));
    fs::write(&quiet, panics::silence(&fs::read(&bound).named(bound.display())?)?).named(STEPS)?;
    let names = optimise(project, &quiet, &whole, &["-g", SHORT_NAMES])?;
    fs::write(project.path(NAMES), names).named(NAMES)?;
    let waiting: Vec<_> = later.values().collect();
    let linked = linked(project);
    let constants = Constants::read(&fs::read(&linked).named(linked.display())?)?;
    let parts = split::split(&fs::read(&whole).named(whole.display())?, &waiting, &constants)?;
    let later = later.keys().map(|name| format!("mitra-kota.{name}.wasm"));
    let names = std::iter::once("mitra-kota.wasm".to_owned()).chain(later);
    for (name, part) in names.zip(std::iter::once(parts.first).chain(parts.later)) {
        let step = steps.join(&name);
        fs::write(&step, part).named(step.display())?;
        let shipped = dist.join(&name);
        optimise(project, &step, &shipped, &[])?;
        let ordered = order::order(&fs::read(&shipped).named(shipped.display())?)?;
        fs::write(&shipped, ordered).named(shipped.display())?;
    }
    nowasm::make(project, &linked, dist)
}

/// The first module with the names of its functions, one step before it is shipped.
pub(crate) fn named(project: &Project) -> PathBuf {
    project.path(STEPS).join("mitra-kota.wasm")
}

/// The module as the linker left it.
pub(crate) fn linked(project: &Project) -> PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR");
    let target = target.map_or_else(|| project.path("target"), PathBuf::from);
    target.join(&project.manifest.widget.triple).join("release/mitra_kota.wasm")
}

/// What the module takes from its glue and gives to it is then called by a letter or two.
const SHORT_NAMES: &str = "--minify-imports-and-exports-and-modules";

/// `wasm-opt` with the flags of the manifest; gives what it prints.
fn optimise(project: &Project, from: &Path, to: &Path, more: &[&str]) -> Result<String> {
    let flags = project.manifest.profile.wasm_opt.as_array().into_iter().flatten();
    let mut arguments: Vec<&str> = flags.filter_map(toml::Value::as_str).collect();
    arguments.extend(more);
    let (from, to) = (from.to_string_lossy(), to.to_string_lossy());
    arguments.extend([&*from, "-o", &*to]);
    project.read("wasm-opt", &arguments)
}
