//! What records, their countries and their sectors are called.
//!
//! In: context and record. Out: names in the reader's language, and text with the words marked
//! that were sought.

use super::names::Name;
use super::{Context, fill};
use crate::dataset::{Event, EventStatus, Level, Record};
use crate::markup::{Element, el};
use crate::query::marks;
use crate::text::{Lang, Text, number};

/// The name of a record: its title, else its partners.
pub(crate) fn record(ctx: Context<'_>, record: &Record) -> Name {
    if let Some(title) = &record.title {
        let shown = ctx.shown(title);
        return Name { text: shown.text.to_owned(), lang: shown.lang };
    }
    let mut name = Name { text: String::new(), lang: None };
    for id in &record.partners {
        let Some(place) = ctx.catalog.place(id) else { continue };
        let (text, lang) = ctx.place(place);
        join(&mut name.text, ctx.phrases().comma, &text);
        name.lang = name.lang.or(lang);
    }
    name
}

/// Whether no partner is more than a country.
pub(crate) fn is_country(ctx: Context<'_>, record: &Record) -> bool {
    record
        .partners
        .iter()
        .filter_map(|id| ctx.catalog.place(id))
        .all(|place| place.level == Level::Country)
}

/// The countries of a record's partners, or that no city is named.
pub(crate) fn country(ctx: Context<'_>, record: &Record) -> String {
    if is_country(ctx, record) {
        return ctx.phrases().country_partner.to_owned();
    }
    let mut out = String::new();
    let mut last = "";
    for id in &record.partners {
        let Some(place) = ctx.catalog.place(id) else { continue };
        if place.country != last {
            last = &place.country;
            join(&mut out, ctx.phrases().comma, &ctx.country(last));
        }
    }
    out
}

/// The name of a record's only partner in the writing of its own country, if that is another one.
pub(super) fn local<'a>(ctx: Context<'a>, record: &Record) -> Option<(&'a str, Lang)> {
    let [id] = record.partners.as_slice() else { return None };
    let place = ctx.catalog.place(id).filter(|place| place.level != Level::Country)?;
    let lang = match place.country.as_str() {
        "JP" => Lang::Ja,
        "KR" => Lang::Ko,
        _ => return None,
    };
    let name = place.name.get(lang)?;
    (name != ctx.shown(&place.name).text).then_some((name, lang))
}

/// The name of a place by its id.
pub(crate) fn place(ctx: Context<'_>, id: &str) -> Name {
    let found = ctx.catalog.place(id).map(|place| ctx.place(place));
    let (text, lang) = found.unwrap_or_else(|| (id.to_owned(), None));
    Name { text, lang }
}

/// Puts two numbers into a text, in place of `{n}` and `{m}`.
pub(super) fn fill_two(pattern: &str, n: u32, m: u32) -> String {
    fill(pattern, &[("n", &number(n)), ("m", &number(m))])
}

/// Adds a part to a list.
pub(super) fn join(list: &mut String, comma: &str, part: &str) {
    if !list.is_empty() {
        list.push_str(comma);
    }
    list.push_str(part);
}

/// The sectors of a record as one sentence.
pub(crate) fn sectors(ctx: Context<'_>, record: &Record) -> String {
    let mut out = String::new();
    for id in &record.sectors {
        let Some(sector) = ctx.catalog.sector(id) else { continue };
        let from = out.len();
        join(&mut out, ctx.phrases().comma, ctx.shown(&sector.name).text);
        if from > 0 {
            lower_first(&mut out, from + ctx.phrases().comma.len());
        }
    }
    out
}

/// Makes the first letter at `at` small, unless it begins an abbreviation.
fn lower_first(text: &mut str, at: usize) {
    let Some(word) = text.get_mut(at..) else { return };
    let abbreviated = word.as_bytes().get(1).is_none_or(u8::is_ascii_uppercase);
    if let Some(first) = word.get_mut(..1).filter(|_| !abbreviated) {
        first.make_ascii_lowercase();
    }
}

/// How many sectors are named of those that the source counts, if it counts more.
pub(crate) fn partial(ctx: Context<'_>, record: &Record) -> Option<String> {
    let named = record.sectors.len() as u32;
    let claimed = record.claimed_sectors.filter(|claimed| *claimed > named)?;
    Some(fill_two(ctx.phrases().partial, named, claimed))
}

/// The newest dated event: of those held, else of those announced.
pub(crate) fn newest(record: &Record) -> Option<&Event> {
    let mut best: Option<&Event> = None;
    for event in &record.events {
        let Some(date) = event.date else { continue };
        let rank = (event.status == EventStatus::Held, date.end);
        let better = best.is_none_or(|best| {
            (best.status == EventStatus::Held, best.date.map(|date| date.end))
                < (rank.0, Some(rank.1))
        });
        if better {
            best = Some(event);
        }
    }
    best
}

/// The note that stands by an event's date: inferred or announced.
pub(crate) fn date_note(ctx: Context<'_>, event: &Event) -> Option<&'static str> {
    if event.status == EventStatus::Announced {
        return Some(ctx.phrases().announced);
    }
    event.date.filter(|date| date.uncertain).map(|_| ctx.phrases().inferred)
}

/// Adds a text in which the words are marked that `q` sought.
pub(super) fn marked(ctx: Context<'_>, mut element: Element, text: &str, q: &str) -> Element {
    let mut at = 0;
    let marks = if q.is_empty() { Vec::new() } else { marks(text, q, ctx.locale) };
    for range in marks {
        element = element.text(part(text, at, range.start));
        element = element.child(el("mark").text(part(text, range.start, range.end)));
        at = range.end;
    }
    element.text(part(text, at, text.len()))
}

fn part(text: &str, from: usize, to: usize) -> String {
    text.get(from..to).unwrap_or_default().to_owned()
}

/// Whether a text says `name` in any of its languages.
pub(super) fn says(text: &Text, name: &str) -> bool {
    !name.is_empty() && text.all().any(|(_, text)| holds(text, name))
}

/// Substring search without the machinery for long texts.
fn holds(text: &str, name: &str) -> bool {
    text.as_bytes().windows(name.len()).any(|part| part == name.as_bytes())
}
