//! The records as a table for spreadsheets: one row each, in the order of the widget's own list.
//!
//! In: context. Out: CSV as RFC 4180 has it, with a byte order mark, without which spreadsheets take
//! UTF-8 for something else. No cell can become a formula. Keys of the first row and the columns of
//! ids are the same in every language; several values in a cell are parted by `; `.

use super::words;
use crate::dataset::Record;
use crate::query::{Filter, query};
use crate::text::number;
use crate::view::{Context, ladder, naming};

/// The first row.
const COLUMNS: [&str; 17] = [
    "id",
    "name",
    "summary",
    "home",
    "homeName",
    "partners",
    "countries",
    "relation",
    "relationName",
    "stage",
    "stageName",
    "sectors",
    "sectorNames",
    "claimedSectors",
    "newestDate",
    "newestEvent",
    "sources",
];

/// All records, names in the language of the context.
#[must_use]
pub fn csv(ctx: Context<'_>) -> String {
    let mut out = String::from("\u{feff}");
    push_row(&mut out, COLUMNS.iter().map(|key| (*key).to_owned()));
    let answer = query(ctx.catalog, &Filter::default(), ctx.lang, ctx.locale);
    for record in answer.ids.into_iter().filter_map(|id| ctx.record(id)) {
        push_row(&mut out, cells(ctx, record).into_iter());
    }
    out
}

fn cells(ctx: Context<'_>, record: &Record) -> [String; COLUMNS.len()] {
    let stage = record.stage.as_ref();
    let stage_id = stage.map(|stage| [&stage.model, ".", &stage.at].concat());
    let stage_name = stage.and_then(|stage| ladder::stage_name(ctx, stage));
    let (date, event) = newest(ctx, record);
    let places = record.partners.iter().filter_map(|id| ctx.catalog.place(id));
    [
        record.id.clone(),
        naming::record(ctx, record).text,
        ctx.shown(&record.summary).text.to_owned(),
        record.home.clone(),
        naming::place(ctx, &record.home).text,
        record.partners.join(words::BETWEEN),
        places.map(|place| place.country.as_str()).collect::<Vec<_>>().join(words::BETWEEN),
        record.relation.id().to_owned(),
        ctx.labels().relation_name(record.relation).to_owned(),
        stage_id.unwrap_or_default(),
        stage_name.map(|name| ctx.shown(name).text.to_owned()).unwrap_or_default(),
        record.sectors.join(words::BETWEEN),
        sectors(ctx, record),
        record.claimed_sectors.map(number).unwrap_or_default(),
        date,
        event,
        sources(ctx, record),
    ]
}

fn sectors(ctx: Context<'_>, record: &Record) -> String {
    let known = record.sectors.iter().filter_map(|id| ctx.catalog.sector(id));
    known.map(|sector| ctx.shown(&sector.name).text).collect::<Vec<_>>().join(words::BETWEEN)
}

/// The date as EDTF, as exact as the source, and the title.
fn newest(ctx: Context<'_>, record: &Record) -> (String, String) {
    let mut date = String::new();
    let Some(event) = naming::newest(record) else { return (date, String::new()) };
    if let Some(when) = event.date {
        when.write(&mut date);
    }
    (date, ctx.shown(&event.title).text.to_owned())
}

/// Each source with its title and where it lies.
fn sources(ctx: Context<'_>, record: &Record) -> String {
    let known = record.sources.iter().filter_map(|id| ctx.catalog.source(id));
    let told = known.map(|source| match &source.url {
        Some(url) => [&source.title, " <", url, ">"].concat(),
        None => source.title.clone(),
    });
    told.collect::<Vec<_>>().join(words::BETWEEN)
}

fn push_row(out: &mut String, cells: impl Iterator<Item = String>) {
    for (index, cell) in cells.enumerate() {
        if index > 0 {
            out.push(',');
        }
        push_cell(out, &cell);
    }
    out.push_str("\r\n");
}

/// A cell in quotes: always, so that a semicolon parts nothing where spreadsheets part by it.
fn push_cell(out: &mut String, text: &str) {
    out.push('"');
    // Where a cell may begin for a program that parts otherwise than we do.
    let mut begins = true;
    for c in text.chars() {
        if begins && is_formula(c) {
            out.push('\'');
        }
        begins = matches!(c, ',' | ';' | '\t' | '\n' | '\r' | '"') || begins && c.is_whitespace();
        out.push(c);
        if c == '"' {
            out.push('"');
        }
    }
    out.push('"');
}

/// What a spreadsheet takes for the beginning of a formula, also in its wide form; a tabulator or a
/// line break at the front would be passed over, and what follows be read as one.
fn is_formula(c: char) -> bool {
    matches!(c, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠' | '\t' | '\r' | '\n')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::Catalog;
    use crate::dataset;
    use crate::text::{Lang, Plain};

    fn cell(text: &str) -> String {
        let mut out = String::new();
        push_cell(&mut out, text);
        out
    }

    #[test]
    fn a_formula_becomes_a_text() {
        for (text, expected) in [
            ("=1+1", "\"'=1+1\""),
            ("+62 21", "\"'+62 21\""),
            ("-1", "\"'-1\""),
            ("@SUM(A1)", "\"'@SUM(A1)\""),
            ("\t=1", "\"'\t'=1\""),
            ("\r=1", "\"'\r'=1\""),
            (" =1", "\" '=1\""),
            ("＝1", "\"'＝1\""),
            ("a;=1", "\"a;'=1\""),
            ("a\"=1", "\"a\"\"'=1\""),
        ] {
            assert_eq!(cell(text), expected);
        }
    }

    #[test]
    fn what_is_no_formula_stays_as_it_is() {
        for text in ["", "a = b", "2018-11-02/2018-11-06?", "a-b@c.example", "1.5", "M-3L, 24"] {
            assert_eq!(cell(text), ["\"", text, "\""].concat());
        }
    }

    #[test]
    fn each_record_is_a_row_with_ids_and_names() {
        let bytes = include_bytes!("../../www/data/bekasi-bandung.json");
        let catalog = Catalog::build(dataset::parse(bytes).expect("a dataset").0);
        let text = csv(Context { catalog: &catalog, locale: &Plain, lang: Lang::Id });
        let rows: Vec<_> = text.split("\r\n").collect();
        assert!(rows[0].starts_with("\u{feff}\"id\",\"name\",\"summary\",\"home\""));
        assert_eq!(rows.len(), 7, "a head, five records, the end");
        let izumisano = rows[1];
        for part in [
            "\"bekasi-izumisano\",\"Izumisano\"",
            "\"kota-bekasi\",\"Kota Bekasi\"",
            "\"contact\",\"Kontak\"",
            "\"2025-07-24\"",
        ] {
            assert!(izumisano.contains(part), "{part} in {izumisano}");
        }
    }
}
