//! What every view needs besides the state: the catalog, the language and the locale.

use crate::catalog::{Catalog, RecordId};
use crate::dataset::{Level, Place, Record};
use crate::markup::Element;
use crate::text::{Lang, Locale, Text};

use super::labels::{self, Labels};
use super::phrases::{self, Phrases};

/// The frame in which views are made. Copied freely.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// What is shown.
    pub catalog: &'a Catalog,
    /// The language knowledge of where the core runs.
    pub locale: &'a dyn Locale,
    /// The language asked for.
    pub lang: Lang,
}

/// A text chosen for the reader.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Shown<'a> {
    /// The text.
    pub text: &'a str,
    /// Its language, if it is not the one asked for.
    pub lang: Option<Lang>,
}

impl<'a> Context<'a> {
    /// The words on controls in the language asked for.
    #[must_use]
    pub fn labels(self) -> &'static Labels {
        labels::of(self.lang)
    }

    /// What is said of records in the language asked for.
    #[must_use]
    pub fn phrases(self) -> &'static Phrases {
        phrases::of(self.lang)
    }

    /// The text in the language asked for, or its fallback.
    #[must_use]
    pub fn shown<'t>(self, text: &'t Text) -> Shown<'t> {
        let (text, lang) = text.shown(self.lang, self.catalog.dataset().language);
        Shown { text, lang: (lang != self.lang).then_some(lang) }
    }

    /// Puts a text into an element, which says its language if it is not the one asked for.
    #[must_use]
    pub fn put(self, element: Element, text: &Text) -> Element {
        let shown = self.shown(text);
        let element = match shown.lang {
            Some(lang) => element.with("lang", lang.tag()),
            None => element,
        };
        element.text(shown.text.to_owned())
    }

    /// The name of a country: the dataset's own if it lists the country, else the locale's, else
    /// the code.
    #[must_use]
    pub fn country(self, code: &str) -> String {
        let listed = self.catalog.dataset().places.iter();
        listed
            .filter(|place| place.level == Level::Country && place.country == code)
            .find_map(|place| place.name.get(self.lang))
            .map(str::to_owned)
            .or_else(|| self.locale.country(self.lang, code))
            .unwrap_or_else(|| code.to_owned())
    }

    /// A record of the catalog.
    #[must_use]
    pub fn record(self, id: RecordId) -> Option<&'a Record> {
        self.catalog.record(id)
    }

    /// The name of a place by [`Catalog::name_of`], with its language if that is not the one asked for.
    #[must_use]
    pub fn place(self, place: &Place) -> (String, Option<Lang>) {
        let (name, lang) = self.catalog.name_of(place, self.lang, self.locale);
        (name.into_owned(), (lang != self.lang).then_some(lang))
    }

    /// The partners of a record that the dataset describes; at least one in a record that was read.
    pub fn partners(self, record: &'a Record) -> impl Iterator<Item = &'a Place> {
        record.partners.iter().filter_map(move |id| self.catalog.place(id))
    }
}
