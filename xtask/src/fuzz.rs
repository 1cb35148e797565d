//! The fuzzer: libFuzzer by way of `fuzz/`, led by what code an input reaches; on the stable compiler.
//!
//! In: perhaps a target, perhaps seconds. Out: inputs that lead to new code, in `tests/corpus/fuzz/`; on a
//! crash its input beside them, so that `cargo test` fails until it is mended.

use crate::failure::{Failure, Named, Result};
use crate::project::Project;
use crate::tools::say;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

const CORPORA: &str = "tests/corpus/fuzz";
const BUILT: &str = "target/fuzz";
/// Inputs that are kept are not longer, in bytes: they are checked in.
const LONGEST: &str = "4096";

/// The fewest inputs that reach all that was reached. How often they reach it does not count: of that
/// every other input has something new, and more would be added than anybody checks in.
const MERGE: [&str; 3] = ["-set_cover_merge=1", "-use_counters=0", "-verbosity=0"];

/// What makes the compiler count which code an input reaches; all of it is in the stable one.
const COVERAGE: [&str; 8] = [
    "-Cpasses=sancov-module",
    "-Cllvm-args=-sanitizer-coverage-level=4",
    "-Cllvm-args=-sanitizer-coverage-inline-8bit-counters",
    "-Cllvm-args=-sanitizer-coverage-pc-table",
    "-Cllvm-args=-sanitizer-coverage-trace-compares",
    "-Ccodegen-units=1",
    "--cfg",
    "fuzzing",
];

/// Fuzzes one target or all of them, each for some seconds.
pub(crate) fn run(project: &Project, arguments: &[String]) -> Result<()> {
    let (wanted, seconds) = read(arguments)?;
    let targets = targets(project)?;
    let chosen: Vec<_> =
        targets.iter().filter(|name| wanted.is_none_or(|wanted| wanted == *name)).collect();
    if chosen.is_empty() {
        let known = format!("the targets are: {}", targets.join(", "));
        return Err(Failure::new(format!("there is no target `{}`", wanted.unwrap_or("")), known));
    }
    let program = build(project)?;
    for target in chosen {
        fuzz(project, &program, target, seconds)?;
    }
    Ok(())
}

/// The target, and the seconds for each.
fn read(arguments: &[String]) -> Result<(Option<&str>, u32)> {
    let (mut target, mut seconds) = (None, 60);
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        if argument == "--seconds" {
            let given = rest.next().map_or("", String::as_str);
            seconds = given.parse().named(format!("--seconds {given}"))?;
        } else {
            target = Some(argument.as_str());
        }
    }
    Ok((target, seconds))
}

/// Each has a corpus of its name.
fn targets(project: &Project) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(project.path(CORPORA)).named(CORPORA)? {
        names.push(entry.named(CORPORA)?.file_name().to_string_lossy().into_owned());
    }
    names.sort();
    Ok(names)
}

/// Builds for a named target, for then build scripts are left as they are.
fn build(project: &Project) -> Result<PathBuf> {
    say(project, "building the fuzzer (needs a C++ compiler; some minutes, once)");
    let told = project.read("rustc", &["-vV"])?;
    let host = told.lines().find_map(|line| line.strip_prefix("host: ")).unwrap_or_default();
    let mut command = project.command("cargo")?;
    command.args([
        "build",
        "--quiet",
        "--release",
        "--locked",
        "--manifest-path",
        "fuzz/Cargo.toml",
    ]);
    command.args(["--target", host, "--target-dir", BUILT]);
    command.env("CARGO_ENCODED_RUSTFLAGS", COVERAGE.join("\x1f"));
    project.finish(command)?;
    Ok(project.path(BUILT).join(host).join("release/fuzz"))
}

/// Fuzzes into a folder of its own; then only what adds to the corpus is put into it.
fn fuzz(project: &Project, program: &PathBuf, target: &str, seconds: u32) -> Result<()> {
    let corpus = project.path(CORPORA).join(target);
    let found = project.path(BUILT).join("found").join(target);
    fs::create_dir_all(&found).named(found.display())?;
    say(project, &format!("{target}: {seconds} s"));
    let mut command = started(project, program, target);
    command.arg(format!("-max_total_time={seconds}"));
    command.arg(format!("-artifact_prefix={}/", corpus.display()));
    command.args(["-print_final_stats=1", "-verbosity=0", "-timeout=10"]).args([&found, &corpus]);
    let remedy = format!("the input lies in {CORPORA}/{target}: `cargo test --test fuzz` shows it");
    project.finish(command).map_err(|failure| Failure::new(failure.to_string(), remedy))?;
    let mut command = started(project, program, target);
    command.args(MERGE).args([&corpus, &found]);
    project.finish(command).map(drop)
}

fn started(project: &Project, program: &PathBuf, target: &str) -> Command {
    let mut command = Command::new(program);
    command.current_dir(&project.root).env("FUZZ_TARGET", target);
    command.arg(format!("-max_len={LONGEST}"));
    command
}
