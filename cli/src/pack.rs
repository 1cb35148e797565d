//! `mitra pack`: a dataset in the form that a browser reads fastest.

use std::fs;
use std::path::Path;

use mitra_kota::dataset::{self, Packing};

use crate::Outcome;

/// How many records there are to a file of details.
const CHUNK: u32 = 256;

/// What the arguments ask for.
struct Asked<'a> {
    from: &'a str,
    to: &'a Path,
    packing: Packing,
}

/// Packs the file named in the arguments.
pub(crate) fn run(arguments: &[String]) -> Result<Outcome, String> {
    let Asked { from, to, packing } = asked(arguments)?;
    let (dataset, _) = dataset::parse_within(usize::MAX, &crate::read(from)?)
        .map_err(|fatal| format!("`{from}`: {} {}", fatal.message, fatal.remedy))?;
    let mut text = String::new();
    for (name, bytes) in dataset::pack(&dataset, &packing) {
        let file = match name.as_str() {
            "" => to.to_owned(),
            name => to.with_extension(format!("{name}.mkd")),
        };
        fs::write(&file, &bytes).map_err(|error| {
            format!("cannot write `{}`: {error}. Check the folder.", file.display())
        })?;
        text += &format!("{}: {} bytes\n", file.display(), bytes.len());
    }
    if dataset.unread > 0 {
        text += &format!("left out: {} with errors; see: mitra check {from}\n", dataset.unread);
    }
    Ok(Outcome { text, code: u8::from(dataset.unread > 0) })
}

fn asked(arguments: &[String]) -> Result<Asked<'_>, String> {
    let (mut files, mut packing) = (Vec::new(), Packing::default());
    for argument in arguments {
        match argument.as_str() {
            "--details" => packing.chunk = CHUNK,
            flag if flag.starts_with("--") => {
                return Err(format!("`mitra pack` does not know `{flag}`, only --details"));
            }
            file => files.push(file),
        }
    }
    let [from, to] = files[..] else {
        return Err("`mitra pack` needs two files: mitra pack records.json records.mkp".to_owned());
    };
    let to = Path::new(to);
    if to.extension().is_none_or(|extension| extension != "mkp") {
        return Err(format!("found `{}`, expected a name that ends with .mkp", to.display()));
    }
    Ok(Asked { from, to, packing })
}
