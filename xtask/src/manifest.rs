//! The build manifest `wasm-pack.toml`.
//!
//! In: its text. Out: typed values; an unknown or missing key is an error.

use crate::failure::{Named, Result};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::Path;

/// The whole manifest.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Manifest {
    pub(crate) widget: Widget,
    pub(crate) later: BTreeMap<String, Later>,
    pub(crate) profile: Profile,
    pub(crate) tools: Tools,
    pub(crate) data: Data,
    pub(crate) budget: Budget,
}

/// What is built from where to where; paths are relative to the project's root.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Widget {
    pub(crate) triple: String,
    pub(crate) target: String,
    pub(crate) module: String,
    pub(crate) script: String,
    pub(crate) pages: String,
    pub(crate) dist: String,
}

/// What travels in a later module: under its name `x`, in `mitra-kota.x.wasm` and, if it has styles
/// of its own, `mitra-kota.x.css`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Later {
    #[serde(default)]
    pub(crate) functions: Vec<String>,
    /// Of the function table all that have one of these in their names.
    #[serde(default)]
    pub(crate) table: Vec<String>,
    pub(crate) styles: Option<String>,
}

/// What Cargo.toml has to say about the release build.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Profile {
    pub(crate) opt_level: toml::Value,
    pub(crate) lto: toml::Value,
    pub(crate) codegen_units: toml::Value,
    pub(crate) panic: toml::Value,
    pub(crate) strip: toml::Value,
    pub(crate) wasm_opt: toml::Value,
    pub(crate) omit_default_module_path: toml::Value,
}

/// Pinned versions.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Tools {
    pub(crate) wasm_bindgen: String,
    pub(crate) wasm_pack: String,
    pub(crate) geckodriver: String,
    pub(crate) cargo_deny: String,
    pub(crate) npm: BTreeMap<String, String>,
}

/// Files that are compiled into the module.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Data {
    pub(crate) dataset: String,
    pub(crate) basemap: String,
}

/// Bounds in bytes after brotli.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Budget {
    pub(crate) loads: Vec<String>,
    pub(crate) later: Vec<String>,
    pub(crate) languages: Vec<String>,
    pub(crate) wasm: usize,
    pub(crate) script: usize,
    pub(crate) styles: usize,
    pub(crate) total: usize,
    pub(crate) aim: usize,
}

impl Manifest {
    /// Reads `wasm-pack.toml` in `root`.
    pub(crate) fn read(root: &Path) -> Result<Self> {
        let text = std::fs::read_to_string(root.join("wasm-pack.toml")).named("wasm-pack.toml")?;
        toml::from_str(&text).named("wasm-pack.toml")
    }
}
