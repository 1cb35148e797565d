//! What other sources say instead of a value shown, or beside it.
//!
//! In: the claims of a record about one of its parts. Out: two equal columns where sources differ,
//! one line where another source says the same or where the record itself says nothing.

use super::names::Name;
use super::refs::Refs;
use super::{Context, dates, facts, naming, numbers};
use crate::dataset::{Claim, ClaimValue, Event, Record, StageAt};
use crate::markup::{Element, el};
use crate::text::{Text, number, parts, read_number};

/// A value that the record itself shows, with its sources.
struct Side<'a> {
    name: Name,
    sources: &'a [String],
}

/// Adds what the claims say about the part of the record at `anchor`: `events/0`, `figures/0`,
/// `sectors`, or nothing for all that has no part of its own.
pub(super) fn add<'a>(
    refs: &mut Refs<'a>,
    record: &'a Record,
    anchor: &str,
    mut to: Element,
) -> Element {
    for claim in &record.claims {
        if anchor_of(record, &claim.about) == anchor {
            to = to.child(one(refs, record, claim));
        }
    }
    to
}

/// The part of the detail by which a claim stands.
fn anchor_of<'t>(record: &Record, about: &'t str) -> &'t str {
    let mut parts = parts(about, b'/');
    let list = parts.next().unwrap_or_default();
    let index = parts.next().unwrap_or_default();
    let length = match list {
        "sectors" | "claimedSectors" => return "sectors",
        "events" => record.events.len(),
        "figures" => record.figures.len(),
        _ => 0,
    };
    let known = position(index).is_some_and(|index| index < length);
    about.get(..list.len() + 1 + index.len()).filter(|_| known).unwrap_or_default()
}

fn position(digits: &str) -> Option<usize> {
    read_number(digits.as_bytes()).map(|index| index as usize)
}

fn one<'a>(refs: &mut Refs<'a>, record: &'a Record, claim: &'a Claim) -> Element {
    let ctx = refs.ctx;
    let other = value(ctx, &claim.value);
    match shown(ctx, record, &claim.about) {
        None => remark(refs, claim, ctx.phrases().other, &other.text),
        Some(side) if side.name.text == other.text => {
            remark(refs, claim, ctx.phrases().confirmed, "")
        }
        Some(side) => both(refs, record, claim, &side, &other),
    }
}

/// One line: what the other source says, and its context.
fn remark<'a>(refs: &mut Refs<'a>, claim: &'a Claim, lead: &str, value: &str) -> Element {
    let ctx = refs.ctx;
    let context = claim.context.as_ref().map_or("", |context| ctx.shown(context).text);
    let mut text = String::from(lead);
    for (mark, part) in [(": ", value), (if value.is_empty() { ": " } else { " · " }, context)] {
        if !part.is_empty() {
            text.push_str(mark);
            text.push_str(part);
        }
    }
    refs.put_str(el("p.mk-remark"), &text, &claim.sources)
}

/// Two equal columns, and the reason for the choice if there is one.
fn both<'a>(
    refs: &mut Refs<'a>,
    record: &'a Record,
    claim: &'a Claim,
    side: &Side<'a>,
    other: &Name,
) -> Element {
    let phrases = refs.ctx.phrases();
    let ruling = record.rulings.iter().find(|ruling| ruling.about == claim.about);
    let left = column(refs, if ruling.is_some() { phrases.shown } else { phrases.first });
    let right = column(refs, phrases.other);
    let (left, right) = if claim.about == "sectors" {
        sectors(refs, record, claim, side, other, [left, right])
    } else {
        let right = right.child(strong(refs, other, &claim.sources));
        let context = claim.context.as_ref().map(|text| refs.ctx.put(el("p"), text));
        (left.child(strong(refs, &side.name, side.sources)), right.maybe(context))
    };
    let head = el("p.mk-differ-head")
        .child(el("span|aria-hidden=true").text("≠"))
        .child(el("span").text(phrases.differ));
    el("div.mk-differ|role=group")
        .with("aria-label", phrases.differ)
        .child(head)
        .child(el("div.mk-differ-sides").child(left).child(right))
        .maybe(ruling.map(|ruling| refs.ctx.put(el("p.mk-differ-why"), &ruling.reason)))
}

/// Long lists: how many they are stands out, not what they are.
fn sectors<'a>(
    refs: &mut Refs<'a>,
    record: &'a Record,
    claim: &'a Claim,
    side: &Side<'a>,
    other: &Name,
    [left, right]: [Element; 2],
) -> (Element, Element) {
    let ctx = refs.ctx;
    let partial = naming::partial(ctx, record).unwrap_or_default();
    let context = claim.context.as_ref().map_or("", |context| ctx.shown(context).text);
    let head = |text: &str| Name { text: text.to_owned(), lang: None };
    let left = left.child(strong(refs, &head(&partial), side.sources));
    let right = right.child(strong(refs, &head(context), &claim.sources));
    (left.child(side.name.put(el("p"))), right.child(other.put(el("p"))))
}

fn column(_: &Refs<'_>, heading: &'static str) -> Element {
    el("div").child(el("p.mk-differ-which").text(heading))
}

fn strong<'a>(refs: &mut Refs<'a>, name: &Name, sources: &'a [String]) -> Element {
    let mut element = el("p.mk-differ-claim");
    if let Some(lang) = name.lang {
        element = element.with("lang", lang.tag());
    }
    refs.put_str(element, &name.text, sources)
}

/// A claim's value in words.
fn value(ctx: Context<'_>, value: &ClaimValue) -> Name {
    match value {
        ClaimValue::Date(date) => plain(dates::date(ctx.lang, *date)),
        ClaimValue::Number(value) => plain(numbers::number(ctx.lang, *value)),
        ClaimValue::Text(text) => translated(ctx, text),
    }
}

/// What the record shows at a path; `None` if it says nothing there.
fn shown<'a>(ctx: Context<'_>, record: &'a Record, about: &str) -> Option<Side<'a>> {
    let mut parts = parts(about, b'/');
    let (list, index, field) = (parts.next()?, parts.next(), parts.next());
    let index = index.and_then(position);
    let (name, sources) = match list {
        "events" => {
            let event = record.events.get(index?)?;
            (of_event(ctx, event, field?)?, &event.sources)
        }
        "figures" => {
            let figure = record.figures.get(index?)?;
            (plain(facts::amount(ctx, figure)), &figure.sources)
        }
        "sectors" => (plain(naming::sectors(ctx, record)), &record.sector_sources),
        "claimedSectors" => (plain(number(record.claimed_sectors?)), &record.sector_sources),
        "relation" => {
            (plain(ctx.labels().relation_name(record.relation).to_owned()), &record.sources)
        }
        "stage" => {
            let at: &StageAt = record.stage.as_ref()?;
            (translated(ctx, super::ladder::stage_name(ctx, at)?), &at.sources)
        }
        "summary" => (translated(ctx, &record.summary), &record.sources),
        _ => return None,
    };
    (!name.text.is_empty()).then_some(Side { name, sources })
}

fn of_event(ctx: Context<'_>, event: &Event, field: &str) -> Option<Name> {
    Some(match field {
        "date" => plain(dates::date(ctx.lang, event.date?)),
        "place" => naming::place(ctx, event.place.as_ref()?),
        "text" => translated(ctx, event.text.as_ref()?),
        "title" => translated(ctx, &event.title),
        _ => return None,
    })
}

fn plain(text: String) -> Name {
    Name { text, lang: None }
}

fn translated(ctx: Context<'_>, text: &Text) -> Name {
    let shown = ctx.shown(text);
    Name { text: shown.text.to_owned(), lang: shown.lang }
}
