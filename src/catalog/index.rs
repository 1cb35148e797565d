//! The words of the records, folded: what a search looks through.
//!
//! In: a catalog, some records at a time. Out: for a sought word the records in which it is met; of
//! those that were read so far.

use super::{Catalog, Postings, RecordId, wording};
use crate::dataset::Record;
use crate::text::{Fit, Lang, Locale, Vocabulary, words};

/// Every word with the records in which it stands. It belongs to one catalog.
#[derive(Debug, Default)]
pub struct Index {
    vocabulary: Vocabulary,
    postings: Vec<Postings>,
    /// The words of each place, organisation and sector that was met so far: names come up again
    /// and again.
    names: Vec<Vec<u32>>,
    /// How many languages have their names of countries ready.
    ready: usize,
    read: u32,
}

/// Whose words are read, and whether they are main ones.
struct Of<'a> {
    catalog: &'a Catalog,
    locale: &'a dyn Locale,
    record: u32,
    main: bool,
}

impl Index {
    /// How many records were read: the first ones.
    #[must_use]
    pub fn read(&self) -> u32 {
        self.read
    }

    /// Reads some more records. To make the names of countries ready takes a browser as long as
    /// hundreds of records: the first steps do that for a language each.
    #[inline(never)] // It travels in a later module.
    pub fn grow(&mut self, catalog: &Catalog, locale: &dyn Locale, records: u32) {
        if let Some(&lang) = Lang::ALL.get(self.ready) {
            let _ = locale.country(lang, "ID");
            self.ready += 1;
            return;
        }
        let end = self.read.saturating_add(records).min(catalog.len() as u32);
        while self.read < end {
            self.read_record(catalog, locale, RecordId(self.read));
            self.read += 1;
        }
    }

    /// Calls `each` with the records of every word that `sought` meets, and how well.
    pub fn find(&self, sought: &str, each: &mut dyn FnMut(&Postings, Fit)) {
        self.vocabulary.find(sought, &mut |word, fit| {
            if let Some(postings) = self.postings.get(word as usize) {
                each(postings, fit);
            }
        });
    }

    /// Thousands of records are read here, once each: none of them is kept for that.
    fn read_record(&mut self, catalog: &Catalog, locale: &dyn Locale, id: RecordId) {
        let of = &mut Of { catalog, locale, record: id.0, main: true };
        catalog.dataset.records.look(id.index(), &mut |record| self.read_words(record, id, of));
    }

    /// Main words first: of a word that stands in several places the first counts.
    fn read_words(&mut self, record: &Record, id: RecordId, of: &mut Of<'_>) {
        let catalog = of.catalog;
        self.read_text(&wording::title(record), of);
        for place in catalog.partners_of(id) {
            self.read_name(0, place.index(), wording::place, of);
        }
        of.main = false;
        if let Some(place) = catalog.home_of(id) {
            self.read_name(0, place.index(), wording::place, of);
        }
        let mut before = catalog.dataset.places.len();
        for party in &record.parties {
            if let Some(number) = catalog.ids.organisations.get(&party.organisation) {
                self.read_name(before, number as usize, wording::organisation, of);
            }
        }
        before += catalog.dataset.organisations.len();
        for id in &record.sectors {
            if let Some(number) = catalog.ids.sectors.get(id) {
                self.read_name(before, number as usize, wording::sector, of);
            }
        }
        self.read_text(&wording::own(record), of);
    }

    /// Reads the words of what has names of its own, written when they are read the first time;
    /// `before` are those of other lists.
    fn read_name(&mut self, before: usize, number: usize, write: wording::Write, of: &Of<'_>) {
        let at = before + number;
        while self.names.len() <= at {
            self.names.push(Vec::new());
        }
        let mut words = self.names.get_mut(at).map(std::mem::take).unwrap_or_default();
        if words.is_empty() {
            words = self.numbers(&of.locale.fold(&write(of.catalog, number, of.locale)));
        }
        self.post(&words, of);
        if let Some(name) = self.names.get_mut(at) {
            *name = words;
        }
    }

    fn read_text(&mut self, text: &str, of: &Of<'_>) {
        let numbers = self.numbers(&of.locale.fold(text));
        self.post(&numbers, of);
    }

    /// The words of a folded text.
    fn numbers(&mut self, folded: &str) -> Vec<u32> {
        let mut numbers = Vec::new();
        for (_, word) in words(folded) {
            numbers.push(self.vocabulary.number(word));
        }
        numbers
    }

    fn post(&mut self, words: &[u32], of: &Of<'_>) {
        for &word in words {
            let word = word as usize;
            while self.postings.len() <= word {
                self.postings.push(Postings::default());
            }
            if let Some(postings) = self.postings.get_mut(word) {
                postings.push(of.record, of.main);
            }
        }
    }
}
