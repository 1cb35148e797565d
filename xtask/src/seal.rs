//! The seal of a build: by it the script tells files of another version from damaged ones.
//!
//! In: `dist/` with all that is fetched as code. Out: each module with the seal as its last bytes, the
//! JavaScript of the core with the seal among its exports.

use crate::failure::{Named, Result};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

/// The section of a module that holds the seal; what tells of a failure looks for these letters before it.
const SECTION: &str = "mk";

/// Seals what lies in `dist` with eight hexadecimal digits.
pub(crate) fn seal(dist: &Path) -> Result<()> {
    let files = sealed(dist)?;
    let mut sum = 0x811c_9dc5_u32;
    for file in &files {
        for byte in fs::read(file).named(file.display())? {
            sum = (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193);
        }
    }
    let seal = format!("{sum:08x}");
    for file in &files {
        let is_module = file.extension().is_some_and(|kind| kind == "wasm");
        let mark = if is_module { section(&seal) } else { export(&seal) };
        let mut end = fs::OpenOptions::new().append(true).open(file).named(file.display())?;
        end.write_all(&mark).named(file.display())?;
    }
    Ok(())
}

/// The files that carry it, in order: a build gives the same seal wherever it runs.
fn sealed(dist: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(dist).named(dist.display())? {
        let file = entry.named(dist.display())?.path();
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        if name.ends_with(".wasm") || name.ends_with(".nowasm.js") {
            files.push(file);
        }
    }
    files.sort();
    Ok(files)
}

/// A custom section: kind, length, length of the name, name, content.
fn section(seal: &str) -> Vec<u8> {
    let inside = [&[SECTION.len() as u8], SECTION.as_bytes(), seal.as_bytes()].concat();
    [&[0, inside.len() as u8], &inside[..]].concat()
}

fn export(seal: &str) -> Vec<u8> {
    format!("export const seal=\"{seal}\";\n").into_bytes()
}

#[cfg(test)]
mod tests {
    use super::section;

    #[test]
    fn a_sealed_module_is_still_a_module() {
        let module = [b"\0asm\x01\0\0\0", &section("0123abcd")[..]].concat();
        let parsed = walrus::Module::from_buffer(&module).ok();
        let own = parsed.and_then(|mut module| module.customs.remove_raw("mk"));
        assert_eq!(own.map(|section| section.data), Some(b"0123abcd".to_vec()));
        assert!(module.ends_with(b"mk0123abcd"), "the script reads it from the end");
    }
}
