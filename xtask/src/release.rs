//! What a release consists of: every file of `dist/` with its size and its hash, and whether it could
//! have been built elsewhere.
//!
//! In: `dist/`. Out: `dist/manifest.json`, which web teams and caches can hold files against; a failure
//! where a file tells of the machine that made it.

use crate::bundle::walk;
use crate::failure::{Failure, Named, Result};
use crate::project::Project;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Map, json};
use sha2::{Digest as _, Sha384};
use std::fs;
use std::path::{Path, PathBuf};

/// The name of the list; it does not name itself.
const LIST: &str = "manifest.json";

/// Writes the list; refuses files with a folder of this machine in them.
pub(crate) fn list(project: &Project) -> Result<()> {
    let dist = project.path(&project.manifest.widget.dist);
    let mut files = Map::new();
    for (name, bytes) in read(&dist)? {
        if let Some(folder) = local(project).iter().find(|folder| holds(&bytes, folder)) {
            let remedy = "builds must not depend on where they are made: see xtask/src/module.rs";
            return Err(Failure::new(format!("{name} names the folder {folder}"), remedy));
        }
        files.insert(name, json!({ "bytes": bytes.len(), "integrity": integrity(&bytes) }));
    }
    let list =
        json!({ "name": "mitra-kota", "version": env!("CARGO_PKG_VERSION"), "files": files });
    let text = format!("{list:#}\n");
    fs::write(dist.join(LIST), text).named(LIST)
}

/// All files of a folder but the list, by name.
pub(crate) fn read(dist: &Path) -> Result<Vec<(String, Vec<u8>)>> {
    let mut names = Vec::new();
    walk(dist, Path::new(""), &mut names)?;
    names.retain(|name| name != LIST);
    let read = |name: String| {
        let bytes = fs::read(dist.join(&name)).named(&name)?;
        Ok((name, bytes))
    };
    names.into_iter().map(read).collect()
}

/// The hash as `integrity` of a script and of a request has it.
pub(crate) fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
}

/// Folders that no file may name: the project's, cargo's, the user's.
fn local(project: &Project) -> Vec<String> {
    let homes = ["HOME", "CARGO_HOME", "RUSTUP_HOME"].map(std::env::var_os);
    let folders = homes.into_iter().flatten().map(PathBuf::from).chain([project.root.clone()]);
    let names = folders.map(|folder| folder.to_string_lossy().into_owned());
    // A folder as short as `/` or `/x` would be found everywhere.
    names.filter(|name| name.len() > 4).collect()
}

fn holds(bytes: &[u8], word: &str) -> bool {
    bytes.windows(word.len()).any(|window| window == word.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::{holds, integrity};

    #[test]
    fn a_hash_is_the_one_that_browsers_reckon() {
        let known = "sha384-ywB1P0WjXou1oD1pmsZQBycsMqsO3tFjGotgWkP/W+2AhgcroefMI1i67KE0yCWn";
        assert_eq!(integrity(b"abc"), known);
    }

    #[test]
    fn a_folder_is_found_wherever_it_stands() {
        assert!(holds(b"\0asm at /srv/build/src", "/srv/build"));
        assert!(!holds(b"src", "/srv/build"));
    }
}
