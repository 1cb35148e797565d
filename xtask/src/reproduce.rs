//! Does the same source give the same bytes, whoever builds it and where?
//!
//! In: the working tree. Out: nothing, or the files that differ. Two copies in two folders, each with a
//! home of cargo of its own, each built from nothing; only the pinned tools are shared.

use crate::failure::{Failure, Named, Result};
use crate::project::Project;
use crate::release;
use crate::tools::{self, say};
use std::fs;
use std::path::{Path, PathBuf};

/// The folders: of different length, for paths are what creeps in.
const COPIES: [&str; 2] = ["one", "another-with-a-longer-name"];

/// Builds twice and compares; takes some ten minutes.
pub(crate) fn run(project: &Project) -> Result<()> {
    tools::install(project)?;
    let base = project.path("target/reproduce");
    let [first, second] = COPIES.map(|name| base.join(name));
    let folders = [&first, &second];
    // Both copies first: a build takes minutes, in which somebody may change a file.
    folders.iter().try_for_each(|folder| copy_tree(project, folder))?;
    folders.iter().try_for_each(|folder| build(project, folder))?;
    let [first, second] = [first, second]
        .map(|folder| release::read(&folder.join("source").join(&project.manifest.widget.dist)));
    let differing = differing(&first?, &second?);
    if differing.is_empty() {
        println!("both builds have the same bytes");
        return Ok(());
    }
    let remedy = format!("compare the folders in {}", base.display());
    Err(Failure::new(format!("not the same: {}", differing.join(", ")), remedy))
}

/// Copies what git knows or would take in, and the settings of cargo.
fn copy_tree(project: &Project, folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).named(folder.display())?;
    }
    let (source, home) = (folder.join("source"), folder.join("cargo"));
    fs::create_dir_all(&home).named(home.display())?;
    let known =
        project.read("git", &["ls-files", "-z", "--cached", "--others", "--exclude-standard"])?;
    for name in known.split_terminator('\0').filter(|name| project.path(name).is_file()) {
        copy(&project.path(name), &source.join(name))?;
    }
    let settings = home_of_cargo().join("config.toml");
    if settings.is_file() {
        copy(&settings, &home.join("config.toml"))?;
    }
    Ok(())
}

/// Builds a copy.
fn build(project: &Project, folder: &Path) -> Result<()> {
    let (source, home) = (folder.join("source"), folder.join("cargo"));
    say(project, &format!("building in {}", source.display()));
    let mut command = project.command("cargo")?;
    command.args(["run", "--quiet", "--locked", "--package", "xtask", "--", "build"]);
    command.current_dir(&source).env("CARGO_HOME", &home).env_remove("CARGO_TARGET_DIR");
    project.finish(command).map(drop)
}

fn home_of_cargo() -> PathBuf {
    let named = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    named.or_else(|| Some(std::env::home_dir()?.join(".cargo"))).unwrap_or_default()
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder).named(folder.display())?;
    }
    fs::copy(from, to).map(drop).named(from.display())
}

/// The names of files that only one has, or that differ.
fn differing(first: &[(String, Vec<u8>)], second: &[(String, Vec<u8>)]) -> Vec<String> {
    let alone = |all: &[(String, Vec<u8>)], other: &[(String, Vec<u8>)]| {
        let own = all.iter().filter(|file| !other.contains(file));
        own.map(|(name, _)| name.clone()).collect::<Vec<_>>()
    };
    let mut names = [alone(first, second), alone(second, first)].concat();
    names.sort();
    names.dedup();
    names
}

#[cfg(test)]
mod tests {
    use super::differing;

    fn files(all: &[(&str, &[u8])]) -> Vec<(String, Vec<u8>)> {
        all.iter().map(|(name, bytes)| ((*name).to_owned(), bytes.to_vec())).collect()
    }

    #[test]
    fn each_file_that_differs_is_named_once() {
        let first = files(&[("a", b"1"), ("b", b"2"), ("c", b"3")]);
        let second = files(&[("a", b"1"), ("b", b"x"), ("d", b"4")]);
        assert_eq!(differing(&first, &second), ["b", "c", "d"]);
        assert!(differing(&first, &first).is_empty());
    }
}
