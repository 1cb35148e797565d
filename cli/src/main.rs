//! `mitra`: what an officer and a web team run.
//!
//! In: a command and its arguments. Out: text on the standard output, and an exit code: 0 for
//! good, 1 for a dataset with errors, 2 for what could not be done at all.

mod check;
mod export;
mod lines;
mod locale;
mod pack;
mod render;

use std::io::Write as _;
use std::process::ExitCode;

const HELP: &str = "\
mitra: partner cities of a local government

  mitra check FILE [--json]   tell what is wrong with a dataset
  mitra render FILE [--lang id|en|ja|ko] [--map] [--page]
                              write the plain list as HTML, for pages that embed the
                              widget; --map: with a picture of the map; --page: as a
                              whole page
  mitra export FILE --csv [--lang id|en|ja|ko]
                              write the records as a table for spreadsheets
  mitra pack FILE OUT.mkp [--details]
                              write a dataset in the packed form, for many records;
                              --details: what only an open record shows in files of
                              their own, OUT.0.mkd and so on
  mitra schema                show the JSON Schema of datasets, for editors
  mitra help                  show this
  mitra --version             show the version

FILE may be - for the standard input.
Exit codes: 0 no errors, 1 errors in the dataset, 2 the dataset or the command could not be read.
";

/// What a command has to say, and whether it went well.
struct Outcome {
    text: String,
    code: u8,
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let result = run(&arguments).unwrap_or_else(|message| {
        // Nobody is left to tell if the standard error is closed.
        let _ = writeln!(std::io::stderr(), "mitra: {message}");
        Outcome { text: String::new(), code: 2 }
    });
    match std::io::stdout().write_all(result.text.as_bytes()) {
        Ok(()) => ExitCode::from(result.code),
        Err(_) => ExitCode::from(2),
    }
}

fn run(arguments: &[String]) -> Result<Outcome, String> {
    let (command, rest) = match arguments.split_first() {
        Some((command, rest)) => (command.as_str(), rest),
        None => ("help", arguments),
    };
    let plain = |text: String| Ok(Outcome { text, code: 0 });
    match command {
        "check" => check::run(rest),
        "render" => render::run(rest),
        "export" => export::run(rest),
        "pack" => pack::run(rest),
        "schema" => plain(schema()),
        "help" | "--help" | "-h" => plain(HELP.to_owned()),
        "--version" | "-V" => plain(format!("mitra {}\n", env!("CARGO_PKG_VERSION"))),
        other => Err(format!("there is no command `{other}`; `mitra help` lists them")),
    }
}

/// The JSON Schema as a file.
fn schema() -> String {
    format!("{:#}\n", mitra_kota::dataset::schema().as_value())
}

/// The bytes of a file, or of the standard input for `-`.
fn read(file: &str) -> Result<Vec<u8>, String> {
    let bytes = if file == "-" {
        let mut bytes = Vec::new();
        std::io::Read::read_to_end(&mut std::io::stdin(), &mut bytes).map(|_| bytes)
    } else {
        std::fs::read(file)
    };
    bytes.map_err(|error| format!("cannot read `{file}`: {error}. Check the name and the folder."))
}
