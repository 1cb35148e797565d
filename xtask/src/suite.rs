//! Everything that must hold.
//!
//! In: the project. Out: a verdict per step; tools and browsers are installed on the way.

use crate::failure::{Failure, Named, Result};
use crate::project::Project;
use crate::schedule::{self, Done, Step};
use crate::{browsers, bundle, package, sbom, size, tools};
use std::fs;

/// Runs all steps, those that do not need one another side by side.
pub(crate) fn run(mut project: Project) -> Result<()> {
    project.loud = false;
    let project = &project;
    let done = |result: Result<()>| result.map(|()| Done::Passed(String::new()));
    schedule::run(&[
        Step::new("toolchain", move || done(toolchain(project))),
        Step::new("format", move || done(fmt_check(project))).needs(&["toolchain"]),
        Step::new("clippy", move || done(clippy(project))).needs(&["toolchain"]),
        Step::new("clippy wasm", move || done(clippy_wasm(project)))
            .needs(&["toolchain"])
            .after(&["clippy"]),
        // Tests read schemas of an npm package; two installations at once would spoil each other.
        Step::new("npm packages", move || done(tools::npm(project))),
        Step::new("native tests", move || native(project))
            .needs(&["npm packages"])
            .after(&["clippy wasm"]),
        Step::new("tools", move || done(tools::install(project)))
            .needs(&["npm packages"])
            .after(&["toolchain"]),
        Step::new("browsers", move || browsers(project)),
        Step::new("geckodriver", move || done(tools::geckodriver(project))).after(&["tools"]),
        Step::new("licences", move || done(licences(project))).after(&["geckodriver"]),
        Step::new("list of packages", move || sbom::run(project).map(Done::Passed))
            .needs(&["tools"])
            .after(&["licences"]),
        Step::new("build", move || done(bundle::build(project)))
            .needs(&["tools"])
            .after(&["native tests"]),
        Step::new("size", move || size(project)).needs(&["build"]),
        Step::new("browser tests", move || in_browsers(project))
            .needs(&["build", "geckodriver"])
            .after(&["browsers", "licences"]),
        Step::new("browser tests without WebAssembly", move || without_wasm(project))
            .needs(&["build", "geckodriver"])
            .after(&["browser tests"]),
        Step::new("npm package", move || packaged(project))
            .needs(&["build"])
            .after(&["browsers", "browser tests without WebAssembly"]),
        Step::new("WordPress", move || in_wordpress(project)).needs(&["npm package"]),
    ])
}

/// Is the source formatted?
pub(crate) fn fmt_check(project: &Project) -> Result<()> {
    project.run("cargo", &["fmt", "--all", "--check"])?;
    let tools = ["fmt", "--manifest-path", "tools/Cargo.toml", "--check"];
    project.run("cargo", &tools).map(drop)
}

/// What the compiler's installation may lack.
fn toolchain(project: &Project) -> Result<()> {
    for (component, command) in [("rustfmt", "fmt"), ("clippy", "clippy")] {
        if project.read("cargo", &[command, "--version"]).is_err() {
            project.run("rustup", &["component", "add", component])?;
        }
    }
    tools::target(project)
}

fn clippy(project: &Project) -> Result<()> {
    let strict = ["--locked", "--workspace", "--all-targets", "--", "-D", "warnings"];
    project.run("cargo", &[&["clippy", "--quiet"], &strict[..]].concat()).map(drop)
}

/// The half of the crate that only a browser compiles.
fn clippy_wasm(project: &Project) -> Result<()> {
    let widget = ["clippy", "--quiet", "--locked", "--package", "mitra-kota", "--lib", "--target"];
    let strict = [project.manifest.widget.triple.as_str(), "--", "-D", "warnings"];
    project.run("cargo", &[&widget[..], &strict[..]].concat()).map(drop)
}

fn native(project: &Project) -> Result<Done> {
    let said =
        project.run("cargo", &["test", "--quiet", "--locked", "--workspace", "--no-fail-fast"])?;
    Ok(Done::Passed(format!("{} tests", counted(&said))))
}

/// The sum of `test result: ok. N passed` over all test programs.
fn counted(said: &str) -> usize {
    let passed = |line: &str| {
        let (_, rest) = line.split_once("test result: ok. ")?;
        rest.split(' ').next()?.parse::<usize>().ok()
    };
    said.lines().filter_map(passed).sum()
}

fn licences(project: &Project) -> Result<()> {
    tools::deny(project)?;
    project.run("cargo", &["fetch", "--locked"])?;
    let checks = ["deny", "--offline", "check", "licenses", "bans", "sources"];
    project.run("cargo", &checks).map(drop)
}

/// Missing browsers are a failure where everything must be tried, and told loudly elsewhere.
fn browsers(project: &Project) -> Result<Done> {
    match browsers::ensure(project) {
        Ok(()) => Ok(Done::Passed(String::new())),
        Err(failure) if must_try_all() => Err(failure),
        Err(failure) => Ok(Done::Skipped(failure.to_string())),
    }
}

fn must_try_all() -> bool {
    std::env::var_os("CI").is_some_and(|value| value == "true")
}

fn size(project: &Project) -> Result<Done> {
    size::report(project).map(|table| Done::Passed(format!("\n{}", table.trim_end())))
}

/// The suite in `tests/browser/`, in three engines under the strict policy.
fn in_browsers(project: &Project) -> Result<Done> {
    let folder = project.path("tests/browser");
    let mut files = Vec::new();
    for entry in fs::read_dir(&folder).named("tests/browser")? {
        let name = entry.named("tests/browser")?.file_name().to_string_lossy().into_owned();
        if name.ends_with(".test.mjs") {
            files.push(format!("tests/browser/{name}"));
        }
    }
    if files.is_empty() {
        return Err(Failure::plain("tests/browser holds no *.test.mjs"));
    }
    files.sort();
    run_in_browsers(project, &files, "strict")
}

/// The cases of all engines once more, where a plain policy refuses WebAssembly.
fn without_wasm(project: &Project) -> Result<Done> {
    run_in_browsers(project, &["tests/browser/engines.test.mjs".to_owned()], "self")
}

/// The npm package in a sample application of each bundler, in Chromium.
fn packaged(project: &Project) -> Result<Done> {
    package::lay_out(project)?;
    run_in_browsers(project, &["tests/package/package.test.mjs".to_owned()], "strict")
}

/// The plugin, laid out with the npm package, in real WordPresses, in Chromium.
fn in_wordpress(project: &Project) -> Result<Done> {
    tools::npm_of(project, "tests/wordpress")?;
    run_in_browsers(project, &["tests/wordpress/wordpress.test.mjs".to_owned()], "strict")
}

fn run_in_browsers(project: &Project, files: &[String], policy: &str) -> Result<Done> {
    if let Err(failure) = browsers::ensure(project) {
        return if must_try_all() { Err(failure) } else { Ok(Done::Skipped(failure.to_string())) };
    }
    let mut command = project.command("node")?;
    // A browser that hangs shall not hold the run for ever: a quarter of an hour per file.
    command.args(["--test", "--test-reporter=spec", "--test-timeout=900000"]).args(files);
    command.env("POLICY", policy).envs(browsers::variables());
    let said = project.finish(command).map_err(|failure| unpassed(&failure))?;
    let counts = said.lines().filter_map(|line| line.strip_prefix("ℹ "));
    let told =
        counts.filter(|line| ["pass ", "skipped "].iter().any(|word| line.starts_with(word)));
    Ok(Done::Passed(told.collect::<Vec<_>>().join(", ")))
}

/// What a suite said without the cases that passed: a log that is cut shall begin with the others.
fn unpassed(failure: &Failure) -> Failure {
    let said = failure.to_string();
    let left = said.lines().filter(|line| !line.trim_start().starts_with('✔'));
    Failure::plain(left.collect::<Vec<_>>().join("\n"))
}

#[cfg(test)]
mod tests {
    use super::{counted, unpassed};
    use crate::failure::Failure;

    #[test]
    fn a_failed_suite_is_told_without_what_passed() {
        let said = Failure::plain("▶ webkit\n  ✔ one\n  ✖ two\n    not so: 5 ✔\n`node` failed");
        assert_eq!(
            unpassed(&said).to_string(),
            "▶ webkit\n  ✖ two\n    not so: 5 ✔\n`node` failed"
        );
    }

    #[test]
    fn tests_of_all_programs_are_summed() {
        let said = "test result: ok. 3 passed; 0 failed\n…\ntest result: ok. 12 passed; 0 failed";
        assert_eq!(counted(said), 15);
    }
}
