//! What facets and their values are called.
//!
//! In: ids as they stand in a filter. Out: names in the reader's language; an id that the dataset
//! does not know stands for itself.

use super::{Context, glyph, naming};
use crate::catalog::Catalog;
use crate::dataset::{Relation, Stage};
use crate::markup::Element;
use crate::query::{Facet, Filter};
use crate::text::{Lang, Text, joined, trimmed};

/// A name with its language, if that is not the reader's.
pub(crate) struct Name {
    pub(crate) text: String,
    pub(crate) lang: Option<Lang>,
}

impl Name {
    /// Puts the name into an element.
    pub(crate) fn put(&self, element: Element) -> Element {
        let element = match self.lang {
            Some(lang) => element.with("lang", lang.tag()),
            None => element,
        };
        element.text(self.text.clone())
    }
}

/// The facets in the order in which they are shown.
pub(super) const ORDER: [Facet; 5] =
    [Facet::Sector, Facet::Country, Facet::Relation, Facet::Stage, Facet::Home];

/// What a facet is called.
pub(super) fn of_facet(ctx: Context<'_>, facet: Facet) -> &'static str {
    let labels = ctx.labels();
    match facet {
        Facet::Sector => labels.sectors,
        Facet::Country => labels.country,
        Facet::Stage => labels.stage,
        Facet::Relation => labels.relation,
        Facet::Home => labels.home,
    }
}

/// What a value is called.
pub(super) fn of_value(ctx: Context<'_>, facet: Facet, id: &str) -> Name {
    let plain = |text: String| Name { text, lang: None };
    let catalog = ctx.catalog;
    let found = match facet {
        Facet::Country => return plain(ctx.country(id)),
        Facet::Relation => {
            let relation = relation(id).map(|relation| ctx.labels().relation_name(relation));
            return plain(relation.unwrap_or(id).to_owned());
        }
        Facet::Sector => catalog
            .sector(id)
            .map(|sector| &sector.name)
            .or_else(|| catalog.group(id).map(|group| group.short.as_ref().unwrap_or(&group.name))),
        Facet::Stage => stage(catalog, id).map(|stage| &stage.name),
        Facet::Home => catalog.place(id).map(|place| &place.name),
    };
    found.map_or_else(|| plain(id.to_owned()), |text| shown(ctx, text))
}

fn shown(ctx: Context<'_>, text: &Text) -> Name {
    let shown = ctx.shown(text);
    Name { text: shown.text.to_owned(), lang: shown.lang }
}

fn relation(id: &str) -> Option<Relation> {
    Relation::ALL.iter().copied().find(|relation| relation.id() == id)
}

/// The line of a relation by its id.
pub(super) fn glyph(id: &str) -> Option<Element> {
    relation(id).map(|relation| glyph::glyph(relation, false))
}

/// The stage of a `model.stage`.
fn stage<'a>(catalog: &'a Catalog, id: &str) -> Option<&'a Stage> {
    catalog.dataset().stage_models.iter().find_map(|model| {
        let at = id.strip_prefix(model.id.as_str())?.strip_prefix('.')?;
        model.stages.iter().find(|stage| stage.id == at)
    })
}

/// One part of a filter: what takes it away, and what it is called.
pub(super) struct Asked {
    /// Verb and argument that take it away.
    pub(super) does: (&'static str, String),
    /// Its name.
    pub(super) name: Name,
}

/// Everything that a filter asks for, in the order of the facets, the words first.
pub(super) fn asked(ctx: Context<'_>, filter: &Filter) -> Vec<Asked> {
    let plain = |does: (&'static str, &str), text: String| Asked {
        does: (does.0, does.1.to_owned()),
        name: Name { text, lang: None },
    };
    let mut all = Vec::new();
    let words = trimmed(&filter.q);
    if !words.is_empty() {
        all.push(plain(("drop", "q"), joined(&["“", words, "”"])));
    }
    for facet in ORDER {
        for id in filter.chosen(facet) {
            let does = ("toggle", joined(&[facet.key(), "/", id]));
            all.push(Asked { does, name: of_value(ctx, facet, id) });
        }
    }
    if let Some(years) = filter.years {
        all.push(plain(("drop", "year"), range(u32::from(years.from), u32::from(years.to))));
    }
    if filter.undated {
        all.push(plain(("undated", ""), ctx.labels().undated.to_owned()));
    }
    all
}

/// The same in words, with `between` between them; empty if nothing is asked.
pub(super) fn asked_words(ctx: Context<'_>, filter: &Filter, between: &str) -> String {
    let mut words = String::new();
    for asked in asked(ctx, filter) {
        naming::join(&mut words, between, &asked.name.text);
    }
    words
}

/// `2018–2025`, or one year.
fn range(from: u32, to: u32) -> String {
    let from_text = crate::text::number(from);
    if from == to { from_text } else { joined(&[&from_text, "–", &crate::text::number(to)]) }
}
