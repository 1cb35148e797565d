//! `mitra render`: the plain list of a dataset, for the page that embeds the widget.
//!
//! In: a file and options. Out: HTML, a piece of a page or a whole one.

use mitra_kota::catalog::Catalog;
use mitra_kota::dataset;
use mitra_kota::export::{Part, figure, html, plain};
use mitra_kota::markup::{Element, el};
use mitra_kota::text::Lang;
use mitra_kota::view::Context;

use super::locale::Native;
use super::{Outcome, read};

/// The base map that the widget carries.
const BASE: &[u8] = include_bytes!("../../www/basemap/world.bin");

/// The looks of a whole page. Without `<`, `>`, `&` and quotes: in a style element these would not be read back.
const STYLES: &str = include_str!("page.css");

/// What is asked for.
#[derive(Default)]
struct Options<'a> {
    file: Option<&'a str>,
    lang: Option<Lang>,
    page: bool,
    map: bool,
}

/// Renders the dataset named by the arguments. Records that cannot be read are left out, as in the
/// widget; `mitra check` tells why.
pub(crate) fn run(arguments: &[String]) -> Result<Outcome, String> {
    let options = Options::read(arguments)?;
    let file = options.file.ok_or("`render` needs the name of a dataset")?;
    let (dataset, _) = dataset::read(read(file)?).map_err(|fatal| unreadable(file, &fatal))?;
    let lang = options.lang.unwrap_or(dataset.language);
    let locale = Native::new();
    let catalog = Catalog::build(dataset);
    let ctx = Context { catalog: &catalog, locale: &locale, lang };
    let map = options.map.then(|| figure(ctx, BASE, "id"));
    let text = if options.page {
        let page = page(ctx, plain(ctx, map, Part::Page));
        ["<!doctype html>\n", &html(&page), "\n"].concat()
    } else {
        html(&plain(ctx, map, Part::Host)) + "\n"
    };
    Ok(Outcome { text, code: 0 })
}

/// Why there is nothing to write.
pub(crate) fn unreadable(file: &str, fatal: &dataset::Fatal) -> String {
    format!("{file}: {}. {}", fatal.message, fatal.remedy)
}

/// A whole page around the list.
fn page(ctx: Context<'_>, list: Element) -> Element {
    let meta = |name, value| el("meta").with(name, value);
    let head = el("head")
        .child(meta("charset", "utf-8"))
        .child(meta("name", "viewport").with("content", "width=device-width, initial-scale=1"))
        .child(ctx.put(el("title"), &ctx.catalog.dataset().title))
        .child(el("style").text(STYLES));
    let body = el("body").child(el("main").child(list));
    el("html").with("lang", ctx.lang.tag()).child(head).child(body)
}

impl<'a> Options<'a> {
    fn read(arguments: &'a [String]) -> Result<Self, String> {
        let mut options = Self::default();
        let mut rest = arguments.iter();
        while let Some(argument) = rest.next() {
            match argument.as_str() {
                "--page" => options.page = true,
                "--map" => options.map = true,
                "--lang" => options.lang = Some(lang(rest.next())?),
                other if other.starts_with("--") => {
                    return Err(format!("`render` has no option `{other}`; see `mitra help`"));
                }
                file if options.file.is_none() => options.file = Some(file),
                more => return Err(format!("`render` takes one dataset; what is `{more}`?")),
            }
        }
        Ok(options)
    }
}

/// The language of a tag that an option names.
pub(crate) fn lang(tag: Option<&String>) -> Result<Lang, String> {
    let tag = tag.map_or("", String::as_str);
    Lang::from_tag(tag)
        .ok_or_else(|| format!("`--lang {tag}`: the languages are id, en, ja and ko"))
}
