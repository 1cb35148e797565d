//! `mitra pack`: a dataset in the form that a browser reads fastest.

use std::fs;
use std::path::Path;

use mitra_kota::dataset::{self, Dataset, Level, Packing, Place};
use mitra_kota::text::{Lang, Locale as _};

use crate::Outcome;
use crate::locale::Native;

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
    let (mut dataset, _) = dataset::parse_within(usize::MAX, &crate::read(from)?)
        .map_err(|fatal| format!("`{from}`: {} {}", fatal.message, fatal.remedy))?;
    name_countries(&mut dataset, &Native::new());
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

/// Names the countries in the languages in which the dataset does not, as a browser would: to ask it for the
/// first one takes a telephone a tenth of a second.
fn name_countries(dataset: &mut Dataset, native: &Native) {
    let mut codes: Vec<_> = dataset.places.iter().map(|place| place.country.clone()).collect();
    codes.sort();
    codes.dedup();
    for code in codes {
        let named = |place: &&mut Place| place.level == Level::Country && place.country == code;
        if let Some(place) = dataset.places.iter_mut().find(named) {
            complete(place, native);
            continue;
        }
        let mut id = code.to_lowercase();
        while dataset.places.iter().any(|place| place.id == id) {
            id.push_str("-country");
        }
        let mut place = Place { id, country: code, level: Level::Country, ..Place::default() };
        complete(&mut place, native);
        if !place.name.is_empty() {
            dataset.places.push(place);
        }
    }
}

fn complete(place: &mut Place, native: &Native) {
    for lang in Lang::ALL {
        if place.name.get(lang).is_none()
            && let Some(name) = native.country(lang, &place.country)
        {
            place.name.set(lang, &name);
        }
    }
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
