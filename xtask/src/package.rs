//! What other systems are given: the npm package and the WordPress plugin.
//!
//! In: `dist/`, what wasm-pack wrote, and `integrations/`. Out: `target/npm/mitra-kota`, ready for
//! `npm pack`, and `target/wordpress/mitra-kota`, ready for `wp-content/plugins`.

use crate::failure::{Named, Result};
use crate::project::Project;
use crate::tools::say;
use crate::{bundle, module};
use std::fs;

const NPM: &str = "target/npm/mitra-kota";
const WORDPRESS: &str = "target/wordpress/mitra-kota";
const PLUGIN: &str = "integrations/wordpress/mitra-kota";

/// Builds all, then lays out the packages.
pub(crate) fn run(project: &Project) -> Result<()> {
    bundle::build(project)?;
    lay_out(project)
}

/// The packages, out of the last build.
pub(crate) fn lay_out(project: &Project) -> Result<()> {
    npm(project)?;
    wordpress(project)
}

fn npm(project: &Project) -> Result<()> {
    say(project, &format!("laying out the npm package in {NPM}"));
    let widget = &project.manifest.widget;
    let (entry, dist, made) = (&widget.script, &widget.dist, &widget.module);
    let arguments = ["tools/package.mjs", entry, dist, made, module::NAMES, NPM];
    project.run("node", &arguments).map(drop)
}

/// The plugin with the script's files, and with the plain list of the bundled dataset.
fn wordpress(project: &Project) -> Result<()> {
    say(project, &format!("laying out the WordPress plugin in {WORDPRESS}"));
    let (to, dist) = (project.path(WORDPRESS), project.path(&project.manifest.widget.dist));
    if to.exists() {
        fs::remove_dir_all(&to).named(WORDPRESS)?;
    }
    bundle::copy_all(&project.path(PLUGIN), &to, |_| true)?;
    bundle::copy_all(&dist, &to.join("files"), is_loaded)?;
    bundle::copy_all(&dist, &to, |file| file.ends_with(".txt") && !file.contains('/'))?;
    fs::create_dir_all(to.join("plain")).named(WORDPRESS)?;
    let others = project.manifest.budget.languages.iter().map(String::as_str);
    for language in std::iter::once("id").chain(others) {
        let list = bundle::render(project, &project.manifest.data.dataset, language)?;
        let file = to.join("plain").join(language).with_extension("html");
        fs::write(&file, list).named(file.display())?;
    }
    Ok(())
}

/// Does the script load it, or is it the script?
fn is_loaded(file: &str) -> bool {
    let script = file.starts_with("mitra-kota.") && !file.contains(".single.");
    script || file.starts_with("lang/") || file.starts_with("basemap/")
}

#[cfg(test)]
mod tests {
    use super::is_loaded;

    #[test]
    fn the_plugin_takes_what_the_script_loads_and_nothing_else() {
        for file in ["mitra-kota.js", "mitra-kota.wasm", "lang/en.txt", "basemap/1/5.bin"] {
            assert!(is_loaded(file), "{file}");
        }
        for file in ["index.html", "demo.css", "mitra-kota.single.js", "data/example.json"] {
            assert!(!is_loaded(file), "{file}");
        }
    }
}
