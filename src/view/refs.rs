//! Reference marks, and the list of sources that they lead to.
//!
//! In: texts with their source ids, in the order in which they are read. Out: the same texts with
//! numbered marks that never stand at the beginning of a line, and the numbered list.

use super::{Context, dates, fill};
use crate::dataset::Source;
use crate::markup::{Element, el};
use crate::text::{Lang, Text, joined, number};

/// The sources of a page, numbered as they appear.
pub(super) struct Refs<'a> {
    pub(super) ctx: Context<'a>,
    ids: Vec<&'a str>,
}

/// A longer last word is not kept whole: the line would have to break before it.
const LONG: usize = 24;

impl<'a> Refs<'a> {
    /// No source yet.
    pub(super) fn new(ctx: Context<'a>) -> Self {
        Self { ctx, ids: Vec::new() }
    }

    /// Puts a text with its marks into an element.
    pub(super) fn put(&mut self, mut element: Element, text: &Text, of: &'a [String]) -> Element {
        let shown = self.ctx.shown(text);
        if let Some(lang) = shown.lang {
            element = element.with("lang", lang.tag());
        }
        self.put_str(element, shown.text, of)
    }

    /// The same with a text of the reader's language.
    pub(super) fn put_str(&mut self, element: Element, text: &str, of: &'a [String]) -> Element {
        if of.is_empty() {
            return element.text(text.to_owned());
        }
        let (head, tail) = text.split_at_checked(last_word(text)).unwrap_or(("", text));
        let mut kept = el("span.mk-keep").text(tail.to_owned());
        for id in of {
            kept = kept.child(self.mark(id));
        }
        element.text(head.to_owned()).child(kept)
    }

    fn mark(&mut self, id: &'a str) -> Element {
        let found = self.ids.iter().position(|known| *known == id);
        let place = found.unwrap_or(self.ids.len());
        let n = number(place as u32 + 1);
        let mut mark = el("a.mk-ref|href=#")
            .with("aria-label", fill(self.ctx.phrases().source, &[("n", &n)]))
            .does("source", n.clone());
        if found.is_none() {
            self.ids.push(id);
            mark = mark.key(joined(&["ref-", &n]));
        }
        mark.text(n)
    }

    /// The sources in the order of their numbers; nothing if there is none.
    pub(super) fn list(&self) -> Option<Element> {
        let mut list = el("ol.mk-sources");
        let mut n = 0;
        for id in &self.ids {
            n += 1;
            if let Some(source) = self.ctx.catalog.source(id) {
                list = list.child(self.item(n, source));
            }
        }
        (n > 0).then_some(list)
    }

    fn item(&self, n: u32, source: &Source) -> Element {
        let ctx = self.ctx;
        let digits = number(n);
        let back = el("a.mk-ref|href=#")
            .with("aria-label", fill(ctx.phrases().source_back, &[("n", &digits)]))
            .does("return", digits.clone())
            .text(digits.clone());
        let mut text = el("p").child(title(ctx, source)).text(by(ctx, source));
        if let Some(note) = &source.note {
            text = text.text(" · ").child(ctx.put(el("span"), note));
        }
        el("li").key(joined(&["source-", &digits])).with("tabindex", "-1").child(back).child(text)
    }
}

/// The title as a link, if there is one. Titles in brackets are the dataset's own words.
pub(crate) fn title(ctx: Context<'_>, source: &Source) -> Element {
    let own = source.title.starts_with('[') || source.language.is_empty();
    let lang = if own { ctx.catalog.dataset().language.tag() } else { &source.language };
    let element = match source.link() {
        Some(link) => el("a").with("href", link.to_owned()).with("rel", "noopener noreferrer"),
        None => el("cite"),
    };
    let foreign = Lang::from_tag(lang) != Some(ctx.lang);
    let element = if foreign { element.with("lang", lang.to_owned()) } else { element };
    element.text(source.title.clone())
}

/// Who published it and when.
pub(crate) fn by(ctx: Context<'_>, source: &Source) -> String {
    let date = source.published.map(|date| dates::date(ctx.lang, date));
    let date = date.as_deref().unwrap_or(ctx.phrases().unpublished);
    let mut out = String::from(" · ");
    for part in [source.publisher.as_str(), &source.author, date] {
        if !part.is_empty() {
            if out.len() > 4 {
                out.push_str(ctx.phrases().comma);
            }
            out.push_str(part);
        }
    }
    out
}

/// Where the last word begins; where writing has no blanks, the last two characters.
fn last_word(text: &str) -> usize {
    let word = text.rfind(' ').map_or(0, |blank| blank + 1);
    let spaced = text.get(word..).is_some_and(|word| word.len() <= LONG && word.is_ascii());
    if spaced {
        return word;
    }
    text.char_indices().rev().nth(1).map_or(0, |(at, _)| at)
}
