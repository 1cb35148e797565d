//! The plain list: what stands on the page without script, style or the widget.
//!
//! In: context, and a picture of the map if there is one. Out: a tree that is readable as it is:
//! headings, definition lists, links. Records stand in the order of the widget's own list.

use super::words;
use crate::catalog::RecordId;
use crate::dataset::Record;
use crate::markup::{Element, el};
use crate::query::{Filter, query};
use crate::text::Text;
use crate::view::{Context, announcement, dates, ladder, naming, refs};

/// Of what the list is a part: it decides the headings.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Part {
    /// Of a page of its own, which has no other heading.
    Page,
    /// Of a host's page, which has a first heading itself.
    Host,
}

impl Part {
    /// The headings of the list and of a record.
    const fn headings(self) -> [&'static str; 2] {
        match self {
            Self::Page => ["h1", "h2"],
            Self::Host => ["h2", "h3"],
        }
    }
}

/// The plain list of all records.
#[must_use]
pub fn plain(ctx: Context<'_>, map: Option<Element>, part: Part) -> Element {
    let dataset = ctx.catalog.dataset();
    let answer = query(ctx.catalog, &Filter::default(), ctx.lang, ctx.locale);
    let [title, name] = part.headings();
    let mut list = el("section")
        .class("mitra-kota-plain")
        .with("lang", ctx.lang.tag())
        .child(ctx.put(el(title), &dataset.title))
        .children(prose(ctx, &dataset.description))
        .child(el("p").text(announcement(ctx, &answer)));
    list = list.children(map);
    for id in answer.ids {
        list = list.children(record(ctx, id, name));
    }
    list
}

/// One record: name, what it is, its facts.
fn record(ctx: Context<'_>, id: RecordId, heading: &'static str) -> Option<Element> {
    let record = ctx.record(id)?;
    let name = naming::record(ctx, record);
    let mut heading = name.put(el(heading));
    if !naming::is_country(ctx, record) {
        heading = heading.text(ctx.phrases().comma).text(naming::country(ctx, record));
    }
    let article = el("article").child(heading).children(prose(ctx, &record.summary));
    Some(article.child(facts(ctx, record)))
}

/// A paragraph, if the text says anything.
fn prose(ctx: Context<'_>, text: &Text) -> Option<Element> {
    let said = !ctx.shown(text).text.is_empty();
    said.then(|| ctx.put(el("p"), text))
}

fn facts(ctx: Context<'_>, record: &Record) -> Element {
    let labels = ctx.labels();
    let stage = record.stage.as_ref().and_then(|at| ladder::stage_name(ctx, at));
    let rows = [
        (labels.home, Some(naming::place(ctx, &record.home).put(el("dd")))),
        (labels.relation, Some(el("dd").text(labels.relation_name(record.relation)))),
        (labels.stage, stage.map(|name| ctx.put(el("dd"), name))),
        (labels.sectors, sectors(ctx, record)),
        (words::of(ctx.lang).newest, newest(ctx, record)),
    ];
    let mut list = el("dl");
    for (label, fact) in rows {
        if let Some(fact) = fact {
            list = list.child(el("dt").text(label)).child(fact);
        }
    }
    let sources = sources(ctx, record);
    if sources.is_empty() {
        return list;
    }
    list.child(el("dt").text(ctx.phrases().sources)).children(sources)
}

fn sectors(ctx: Context<'_>, record: &Record) -> Option<Element> {
    let mut sentence = naming::sectors(ctx, record);
    if let Some(partial) = naming::partial(ctx, record) {
        sentence = [&sentence, " (", &partial, ")"].concat();
    }
    (!sentence.is_empty()).then(|| el("dd").text(sentence))
}

/// Date, note on the date, title.
fn newest(ctx: Context<'_>, record: &Record) -> Option<Element> {
    let event = naming::newest(record)?;
    let fact = el("dd").child(dates::time(ctx.lang, event.date?));
    let fact = match naming::date_note(ctx, event) {
        Some(note) => fact.text([" (", note, ")"].concat()),
        None => fact,
    };
    let fact = fact.text(ctx.phrases().comma);
    let title = ctx.shown(&event.title);
    Some(match title.lang {
        Some(_) => fact.child(ctx.put(el("span"), &event.title)),
        None => fact.text(title.text.to_owned()),
    })
}

/// Where the facts above were read, each source once.
fn sources(ctx: Context<'_>, record: &Record) -> Vec<Element> {
    let stage = record.stage.iter().flat_map(|stage| &stage.sources);
    let event = naming::newest(record).into_iter().flat_map(|event| &event.sources);
    let all = record.sources.iter().chain(&record.sector_sources).chain(stage).chain(event);
    let mut ids: Vec<&str> = Vec::new();
    for id in all {
        if !ids.contains(&id.as_str()) {
            ids.push(id);
        }
    }
    let known = ids.into_iter().filter_map(|id| ctx.catalog.source(id));
    known
        .map(|source| el("dd").child(refs::title(ctx, source)).text(refs::by(ctx, source)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::Catalog;
    use crate::dataset::{self, Dataset};
    use crate::export::html;
    use crate::text::{Lang, Plain};

    fn list(dataset: Dataset, lang: Lang, part: Part) -> String {
        let catalog = Catalog::build(dataset);
        html(&plain(Context { catalog: &catalog, locale: &Plain, lang }, None, part))
    }

    fn bundled() -> Dataset {
        dataset::parse(include_bytes!("../../www/data/bekasi-bandung.json")).expect("a dataset").0
    }

    #[test]
    fn every_record_stands_with_its_facts_in_the_widgets_order() {
        let text = list(bundled(), Lang::Id, Part::Host);
        let names = text.split("<h3>").skip(1).filter_map(|rest| rest.split("</h3>").next());
        assert_eq!(
            names.collect::<Vec<_>>(),
            [
                "Izumisano, Jepang",
                "Jepang",
                "Seongnam, Korea Selatan",
                "Korea Selatan",
                "Hamamatsu, Jepang"
            ]
        );
        for part in [
            "<p>5 kerja sama</p>",
            "<dt>Terakhir</dt>",
            "pelayanan publik (6 dari 9 sektor disebut)</dd>",
            "<dt>Hubungan</dt>\n<dd>Perjanjian antarlembaga</dd>",
            "<dd><span>2–6 November 2018</span> (tahun disimpulkan), Kunjungan kerja",
            "<time datetime=\"2025-07-24\">24 Juli 2025</time>",
            "telusurnews.com, M-3L, 24 Juli 2025</dd>",
        ] {
            assert!(text.contains(part), "{part}");
        }
    }

    #[test]
    fn the_list_speaks_the_language_asked_for_and_says_where_it_does_not() {
        let text = list(bundled(), Lang::Ja, Part::Page);
        assert!(text.starts_with("<section class=\"mitra-kota-plain\" lang=\"ja\">"));
        assert!(text.contains("<h1>海外の連携先</h1>"));
        assert!(text.contains("<h2>泉佐野市、日本</h2>"));
        assert!(text.contains("<cite lang=\"id\">"), "titles stay in their own language");
    }

    #[test]
    fn a_dataset_without_records_is_a_title_and_a_nought() {
        let title = Text::one(Lang::En, "Partner <cities>");
        let dataset = Dataset { title, language: Lang::En, ..Dataset::default() };
        let text = list(dataset, Lang::En, Part::Host);
        assert!(text.contains("<h2>Partner &lt;cities&gt;</h2>"));
        assert!(text.contains("<p>0 cooperations</p>"));
        assert!(!text.contains("<p></p>"), "what is not said takes no room");
    }
}
