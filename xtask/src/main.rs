//! `cargo xtask`: what the project does to itself.
//!
//! In: a command and the project's manifest `wasm-pack.toml`. Out: tools in a cache, `dist/`, a
//! local server, verdicts.
#![allow(clippy::print_stdout, reason = "a command line program speaks on standard output")]

mod agree;
mod basemap;
mod bench;
mod browsers;
mod bundle;
mod constants;
mod cyclonedx;
mod dealing;
mod failure;
mod functions;
mod fuzz;
mod manifest;
mod module;
mod nowasm;
mod order;
mod package;
mod pages;
mod panics;
mod parts;
mod project;
mod release;
mod reproduce;
mod sbom;
mod schedule;
mod seal;
mod serve;
mod size;
mod slots;
mod split;
mod suite;
mod tools;

use failure::{Failure, Result};
use project::Project;
use std::process::ExitCode;

const HELP: &str = "\
cargo xtask COMMAND

  serve [--port N]   build, then serve dist/ on 127.0.0.1 (installs what it needs)
  test               everything that must hold, browsers included (installs what it needs)
  build              install the pinned tools, build the widget into dist/
  package            build, then the npm package into target/npm/mitra-kota
  size               bytes that a visitor loads: raw, gzip, brotli; fails over budget
  size --parts       bytes of the module by part of the house and by library
  tools              install the pinned tools only
  bench [--sizes N,N] [--engines E,E] [--rounds N]
                     the query engine against its peers, into docs/performance.md
  bench search [...] the search against its peers, into docs/search.md
  bench load [...]   how long a start takes, and the steps after it, into docs/loading.md
  bench map [...]    frames and clusters of the map against its peers, into docs/map.md
  basemap [--all]    rebuild www/basemap/ from Natural Earth (needs Python, npm)
  reproduce          build twice, in two folders with two homes of cargo: the same bytes?
  sbom               what goes into the widget and what made it, as CycloneDX
  fuzz [TARGET] [--seconds N]
                     seek inputs that break what reads bytes (needs a C++ compiler)
  fmt-check          is the source formatted?
  help               this text

Versions, sizes and inputs stand in wasm-pack.toml. Tools are cached by version in
$XDG_CACHE_HOME/mitra-kota (or ~/.cache/mitra-kota).";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            if !failure.is_told() {
                eprintln!("\nxtask: {failure}");
            }
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[String]) -> Result<()> {
    let (command, rest) = match arguments.split_first() {
        None => ("help", arguments),
        Some((first, rest)) => (first.as_str(), rest),
    };
    match command {
        "serve" => serve::run(&Project::open()?, rest),
        "test" => suite::run(Project::open()?),
        "build" => bundle::build(&Project::open()?),
        "package" => package::run(&Project::open()?),
        "size" if rest == ["--parts"] => parts::run(&Project::open()?),
        "size" => size::run(&Project::open()?),
        "tools" => tools::install(&Project::open()?),
        "bench" => bench::run(&Project::open()?, rest),
        "basemap" => basemap::run(&Project::open()?, rest),
        "reproduce" => reproduce::run(&Project::open()?),
        "sbom" => sbom::run(&Project::open()?).map(|told| println!("{told}")),
        "fuzz" => fuzz::run(&Project::open()?, rest),
        "fmt-check" => suite::fmt_check(&Project::open()?),
        "help" | "--help" | "-h" => {
            println!("{HELP}");
            Ok(())
        }
        other => Err(Failure::new(format!("there is no command `{other}`"), "cargo xtask help")),
    }
}
