//! The query engine against its peers, in a browser.
//!
//! In: sizes, engines and rounds, or nothing for all of them; `search` before them for the search,
//! `load` for a start and a visitor's steps, `map` for the map. Out: a table, and after a whole run
//! `docs/performance.md` with its plot and figures, `docs/search.md`, `docs/loading.md` or `docs/map.md`.

use crate::bundle;
use crate::failure::{Failure, Result};
use crate::project::Project;
use crate::tools::{self, say};

/// The crate that opens the engine to the bench.
const CRATE: &str = "bench/engine";

/// Builds the module twice, as shipped and for speed, and measures.
pub(crate) fn run(project: &Project, arguments: &[String]) -> Result<()> {
    match arguments.split_first() {
        Some((what, rest)) if what == "load" => return load(project, rest),
        Some((what, rest)) if what == "map" => return map(project, rest),
        _ => {}
    }
    tools::install(project)?;
    tools::npm_of(project, "bench")?;
    let shipped = module(project, "release")?;
    let fast = module(project, "fast")?;
    let (script, arguments) = match arguments.split_first() {
        Some((what, rest)) if what == "search" => ("bench/search.mjs", rest),
        _ => ("bench/run.mjs", arguments),
    };
    let mut command = project.command("node")?;
    command.arg(script).args(["--shipped", &shipped, "--fast", &fast]);
    command.args(arguments);
    project.finish(command).map(drop)
}

/// Builds the widget and `mitra`, and measures how long a packed dataset takes.
fn load(project: &Project, arguments: &[String]) -> Result<()> {
    bundle::build(project)?;
    say(project, "building mitra");
    project.run("cargo", &["build", "--quiet", "--profile", "native", "-p", "mitra-kota-cli"])?;
    let mut command = project.command("node")?;
    command.args(["bench/load.mjs", "--mitra", "target/native/mitra"]).args(arguments);
    project.finish(command).map(drop)
}

/// Builds the widget and the map's own module, and measures frames and clusters.
fn map(project: &Project, arguments: &[String]) -> Result<()> {
    bundle::build(project)?;
    tools::npm_of(project, "bench")?;
    let shipped = module(project, "release")?;
    let mut command = project.command("node")?;
    command.args(["bench/map.mjs", "--shipped", &shipped]).args(arguments);
    project.finish(command).map(drop)
}

/// Builds the module with a profile; gives its folder.
fn module(project: &Project, profile: &str) -> Result<String> {
    say(project, &format!("building the engine's module ({profile})"));
    let folder = project.path(&format!("target/bench/{profile}"));
    let folder = folder.to_str().ok_or_else(|| {
        Failure::new("the project's folder has a name that is no UTF-8", "move the project")
    })?;
    let mut command = project.command("wasm-pack")?;
    command.args(["--log-level", "error", "build", CRATE, "--mode", "no-install", "--no-pack"]);
    command.args(["--target", "web", "--out-name", "engine", "--out-dir", folder]);
    command.args(["--profile", profile]);
    project.finish(command)?;
    Ok(folder.to_owned())
}
