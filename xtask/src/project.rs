//! Where the project lies, and how programs are run in it.
//!
//! In: the environment. Out: paths, and child processes with the pinned tools first on PATH.

use crate::agree;
use crate::failure::{Failure, Named, Result};
use crate::manifest::Manifest;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The project as every command needs it.
#[derive(Debug)]
pub(crate) struct Project {
    pub(crate) root: PathBuf,
    pub(crate) manifest: Manifest,
    /// Programs speak to the terminal; otherwise their output is kept and told on failure.
    pub(crate) loud: bool,
    cache: PathBuf,
    rustc: String,
}

impl Project {
    /// Reads the manifest, and refuses when other files disagree with it.
    pub(crate) fn open() -> Result<Self> {
        let root = root()?;
        let manifest = Manifest::read(&root)?;
        agree::check(&root, &manifest)?;
        let version = Command::new("rustc").arg("-V").output().named("rustc -V")?;
        let version = String::from_utf8_lossy(&version.stdout).into_owned();
        let rustc = version.split(' ').nth(1).unwrap_or("unknown").to_owned();
        Ok(Self { root, manifest, loud: true, cache: cache()?, rustc })
    }

    /// A path below the root.
    pub(crate) fn path(&self, relative: &str) -> PathBuf {
        self.root.join(relative)
    }

    /// The cache of one tool: its version and the compiler's are part of the name.
    pub(crate) fn tool(&self, name: &str, version: &str) -> PathBuf {
        self.cache.join("tools").join(format!("{name}-{version}-rust{}", self.rustc))
    }

    /// A folder of the cache for anything but tools.
    pub(crate) fn cache(&self, name: &str) -> PathBuf {
        self.cache.join(name)
    }

    /// A program in the root, the pinned tools first on its PATH, nothing to read from.
    pub(crate) fn command(&self, program: &str) -> Result<Command> {
        let tools = &self.manifest.tools;
        let mut path = vec![
            self.tool("wasm-bindgen", &tools.wasm_bindgen).join("bin"),
            self.tool("wasm-pack", &tools.wasm_pack).join("bin"),
            self.tool("geckodriver", &tools.geckodriver).join("bin"),
            self.tool("cargo-deny", &tools.cargo_deny).join("bin"),
            self.path("node_modules/.bin"),
        ];
        path.extend(std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default()));
        let mut command = Command::new(program);
        command.current_dir(&self.root).stdin(Stdio::null());
        command.env("PATH", std::env::join_paths(path).named("PATH")?);
        Ok(command)
    }

    /// Runs a program; its words are shown (loud) or given back, and told when it fails.
    pub(crate) fn run(&self, program: &str, arguments: &[&str]) -> Result<String> {
        let mut command = self.command(program)?;
        command.args(arguments);
        self.finish(command)
    }

    /// Runs a prepared command like [`Project::run`].
    pub(crate) fn finish(&self, mut command: Command) -> Result<String> {
        let line = shown(&command);
        if self.loud {
            let status = command.status().map_err(|error| missing(&line, &error))?;
            return if status.success() { Ok(String::new()) } else { Err(failed(&line, "")) };
        }
        let output = command.output().map_err(|error| missing(&line, &error))?;
        let mut text = String::from_utf8_lossy(&output.stdout).into_owned();
        text.push_str(&String::from_utf8_lossy(&output.stderr));
        if output.status.success() { Ok(text) } else { Err(failed(&line, &text)) }
    }

    /// Runs a program for its standard output alone.
    pub(crate) fn read(&self, program: &str, arguments: &[&str]) -> Result<String> {
        let mut command = self.command(program)?;
        command.args(arguments);
        let line = shown(&command);
        let output = command.output().map_err(|error| missing(&line, &error))?;
        let warnings = String::from_utf8_lossy(&output.stderr);
        if !output.status.success() {
            return Err(failed(&line, &warnings));
        }
        if self.loud {
            eprint!("{warnings}");
        }
        String::from_utf8(output.stdout).named(line)
    }
}

fn root() -> Result<PathBuf> {
    let here = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
    here.as_deref()
        .and_then(Path::parent)
        .map(Path::to_path_buf)
        .ok_or_else(|| Failure::new("the project's root is not known", "run it as `cargo xtask`"))
}

fn cache() -> Result<PathBuf> {
    let variable = |name| std::env::var_os(name).filter(|value| !value.is_empty());
    let base = variable("XDG_CACHE_HOME")
        .map(PathBuf::from)
        .or_else(|| Some(PathBuf::from(variable("HOME")?).join(".cache")))
        .or_else(|| variable("LOCALAPPDATA").map(PathBuf::from));
    let base = base.ok_or_else(|| Failure::new("no place for a cache", "set XDG_CACHE_HOME"))?;
    Ok(base.join("mitra-kota"))
}

fn shown(command: &Command) -> String {
    let mut line = command.get_program().to_string_lossy().into_owned();
    for argument in command.get_args() {
        line.push(' ');
        line.push_str(&argument.to_string_lossy());
    }
    line
}

fn missing(line: &str, error: &std::io::Error) -> Failure {
    let program = line.split(' ').next().unwrap_or(line);
    Failure::new(format!("`{line}`: {error}"), format!("is `{program}` installed and on PATH?"))
}

fn failed(line: &str, text: &str) -> Failure {
    let text = text.trim_end();
    Failure::plain(format!("{text}{}`{line}` failed", if text.is_empty() { "" } else { "\n" }))
}
