//! What other systems are given: the npm package.
//!
//! In: `dist/`, what wasm-pack wrote, and `integrations/`. Out: `target/npm/mitra-kota`, ready for
//! `npm pack`.

use crate::failure::Result;
use crate::project::Project;
use crate::tools::say;
use crate::{bundle, module};

const NPM: &str = "target/npm/mitra-kota";

/// Builds all, then lays out the package.
pub(crate) fn run(project: &Project) -> Result<()> {
    bundle::build(project)?;
    lay_out(project)
}

/// The package, out of the last build.
pub(crate) fn lay_out(project: &Project) -> Result<()> {
    say(project, &format!("laying out the npm package in {NPM}"));
    let widget = &project.manifest.widget;
    let (entry, dist, made) = (&widget.script, &widget.dist, &widget.module);
    let arguments = ["tools/package.mjs", entry, dist, made, module::NAMES, NPM];
    project.run("node", &arguments).map(drop)
}
