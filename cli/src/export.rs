//! `mitra export`: the records of a dataset for other programs.
//!
//! In: a file and a format. Out: a table as CSV, safe to open in a spreadsheet.

use mitra_kota::catalog::Catalog;
use mitra_kota::dataset;
use mitra_kota::export::csv;
use mitra_kota::text::Lang;
use mitra_kota::view::Context;

use super::locale::Native;
use super::render::{lang, unreadable};
use super::{Outcome, read};

/// What is asked for.
#[derive(Default)]
struct Options<'a> {
    file: Option<&'a str>,
    lang: Option<Lang>,
    csv: bool,
}

/// Writes the records of the dataset named by the arguments; those that cannot be read are left out.
pub(crate) fn run(arguments: &[String]) -> Result<Outcome, String> {
    let options = Options::read(arguments)?;
    let file = options.file.ok_or("`export` needs the name of a dataset")?;
    if !options.csv {
        return Err("`export` needs a format: mitra export FILE --csv".to_owned());
    }
    let (dataset, _) = dataset::read(read(file)?).map_err(|fatal| unreadable(file, &fatal))?;
    let lang = options.lang.unwrap_or(dataset.language);
    let locale = Native::new();
    let catalog = Catalog::build(dataset);
    let text = csv(Context { catalog: &catalog, locale: &locale, lang });
    Ok(Outcome { text, code: 0 })
}

impl<'a> Options<'a> {
    fn read(arguments: &'a [String]) -> Result<Self, String> {
        let mut options = Self::default();
        let mut rest = arguments.iter();
        while let Some(argument) = rest.next() {
            match argument.as_str() {
                "--csv" => options.csv = true,
                "--lang" => options.lang = Some(lang(rest.next())?),
                other if other.starts_with("--") => {
                    return Err(format!("`export` has no option `{other}`; see `mitra help`"));
                }
                file if options.file.is_none() => options.file = Some(file),
                more => return Err(format!("`export` takes one dataset; what is `{more}`?")),
            }
        }
        Ok(options)
    }
}
