//! The core as plain JavaScript, for pages whose policy or browser refuses WebAssembly.
//!
//! In: the module as the linker left it. Out: `mitra-kota.nowasm.js` in `dist`: the same core, five
//! times as large, loaded only there.

use crate::constants;
use crate::failure::{Failure, Named, Result};
use crate::project::Project;
use crate::tools::say;
use std::fs;
use std::path::Path;
use walrus::{Module, RawCustomSection};

const FOLDER: &str = "target/xtask/nowasm";
const FEATURES: &str = "target_features";

/// What the module may use besides WebAssembly 1.0 until it is lowered: everything that Rust turns
/// on, but for references and several results, which JavaScript made by wasm2js does not know.
const KEPT: [&str; 4] = ["bulk-memory", "mutable-globals", "nontrapping-fptoint", "sign-ext"];

/// How the programs of binaryen call these.
const ENABLED: [&str; 5] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
];

/// What has no like in JavaScript becomes plain instructions.
const LOWERED: [&str; 3] = [
    "--llvm-memory-copy-fill-lowering",
    "--llvm-nontrapping-fptoint-lowering",
    "--signext-lowering",
];

/// Makes the script from the `linked` module.
pub(crate) fn make(project: &Project, linked: &Path, dist: &Path) -> Result<()> {
    say(project, "turning the module into JavaScript, for where WebAssembly is refused");
    let folder = project.path(FOLDER);
    fs::create_dir_all(&folder).named(FOLDER)?;
    let step = |name: &str| folder.join(name).to_string_lossy().into_owned();
    let plain = modest(&fs::read(linked).named(linked.display())?)?;
    fs::write(step("plain.wasm"), plain).named(FOLDER)?;
    let folder = folder.to_string_lossy();
    let bind = ["--target", "bundler", "--out-dir", &folder, "--out-name", "core"];
    project.run("wasm-bindgen", &[&bind[..], &[&step("plain.wasm")]].concat())?;
    let (bound, lowered) = (step("core_bg.wasm"), step("lowered.wasm"));
    let files = [&*bound, "-Oz", "-o", &lowered];
    project.run("wasm-opt", &[&ENABLED[..], &LOWERED[..], &files[..]].concat())?;
    let files = [&*lowered, "-Os", "-o", &step("core.js")];
    project.run("wasm2js", &[&ENABLED[..], &files[..]].concat())?;
    let script = dist.join("mitra-kota.nowasm.js");
    project.run("node", &["tools/nowasm.mjs", &folder, &script.to_string_lossy()]).map(drop)
}

/// The module with less in the list of what it may use; wasm-bindgen goes by that list.
fn modest(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut module = Module::from_buffer(bytes).named("the linked module")?;
    constants::forget(&mut module);
    if module.customs.remove_raw(FEATURES).is_none() {
        let remedy = "`strip` in Cargo.toml must leave it: strip = \"debuginfo\"";
        return Err(Failure::new(format!("the module has no section `{FEATURES}`"), remedy));
    }
    let mut data = vec![KEPT.len() as u8];
    for name in KEPT {
        data.extend([b'+', name.len() as u8]);
        data.extend(name.bytes());
    }
    module.customs.add(RawCustomSection { name: FEATURES.to_owned(), data });
    Ok(module.emit_wasm())
}
