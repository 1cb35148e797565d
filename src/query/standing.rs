//! What stays from one filter to the next.
//!
//! In: a catalog and a filter after another. Out: the answer to each, for the price of what
//! changed.

use super::search::Search;
use super::sort::order;
use super::{Answer, Filter, Order, Sort, Tally};
use crate::catalog::{Catalog, Facet, RecordId, YEARS};
use crate::text::{Lang, Locale};

/// The last filter with all that was found out for it. It belongs to one catalog.
#[derive(Debug)]
pub struct Standing {
    filter: Filter,
    tally: Tally,
    search: Search,
    by: Option<(Sort, Lang)>,
    order: Order,
}

impl Standing {
    /// Nothing asked so far.
    #[must_use]
    pub fn new(catalog: &Catalog) -> Self {
        Self {
            filter: Filter::default(),
            tally: Tally::new(catalog.columns(), catalog.len()),
            search: Search::default(),
            by: None,
            order: Order::default(),
        }
    }

    /// Answers a filter like [`query`](super::query), with the first `most` ids. Words are found
    /// among the records [`gathered`](Self::gathered), some hundred at the least.
    pub fn answer(
        &mut self,
        catalog: &Catalog,
        filter: &Filter,
        lang: Lang,
        locale: &dyn Locale,
        most: usize,
    ) -> Answer {
        self.search(catalog, filter, locale);
        self.choose(catalog, filter);
        self.tally.count(catalog.columns());
        self.arrange(catalog, filter.order(), lang, locale);
        self.filter = filter.clone();
        self.read(catalog, most)
    }

    /// Makes ready what the first answer takes most of its time for: all records in order.
    pub fn prepare(&mut self, catalog: &Catalog, filter: &Filter, lang: Lang, locale: &dyn Locale) {
        self.arrange(catalog, filter.order(), lang, locale);
        self.order.prepare();
    }

    /// Gathers the words of some more records for searches to come.
    pub fn gather(&mut self, catalog: &Catalog, locale: &dyn Locale, records: u32) {
        self.search.gather(catalog, locale, records);
    }

    /// Gathers the words of all records that are left if the filter seeks words: then it is answered
    /// from all of them.
    pub fn complete(&mut self, catalog: &Catalog, filter: &Filter, locale: &dyn Locale) {
        while !filter.q.is_empty() && self.gathered() < catalog.len() {
            self.gather(catalog, locale, u32::MAX);
        }
    }

    /// How many records can be found by their words so far: the first ones.
    #[must_use]
    pub fn gathered(&self) -> usize {
        self.search.gathered() as usize
    }

    /// Whether so much was gathered since the last answer that it should be asked for again.
    #[must_use]
    pub fn outgrown(&self, catalog: &Catalog) -> bool {
        self.search.outgrown(catalog)
    }

    fn search(&mut self, catalog: &Catalog, filter: &Filter, locale: &dyn Locale) {
        let changed = filter.q != self.filter.q;
        if self.search.seek(catalog, &filter.q, changed, locale) {
            self.tally.search(self.search.hits().map(|hits| hits.records.clone()));
            if self.by.is_some_and(|(sort, _)| sort == Sort::Relevance) {
                self.by = None;
            }
        }
    }

    fn choose(&mut self, catalog: &Catalog, filter: &Filter) {
        let columns = catalog.columns();
        for facet in Facet::ALL {
            let chosen = filter.chosen(facet);
            if chosen != self.filter.chosen(facet) {
                let values = (!chosen.is_empty()).then(|| chosen_values(catalog, filter, facet));
                self.tally.choose(columns, facet as usize, values.as_deref());
            }
        }
        if (filter.years, filter.undated) != (self.filter.years, self.filter.undated) {
            let values =
                (filter.years.is_some() || filter.undated).then(|| chosen_years(catalog, filter));
            self.tally.choose(columns, YEARS, values.as_deref());
        }
    }

    fn arrange(&mut self, catalog: &Catalog, sort: Sort, lang: Lang, locale: &dyn Locale) {
        if self.by != Some((sort, lang)) {
            self.by = Some((sort, lang));
            self.order = order(catalog, sort, self.search.hits(), lang, locale);
        }
    }

    fn read(&mut self, catalog: &Catalog, most: usize) -> Answer {
        let matching = self.tally.matching();
        let total = matching.count();
        let mut ids = Vec::new();
        for number in self.order.first(matching, total as usize, most) {
            ids.push(RecordId(number));
        }
        let counts = self.tally.counts(YEARS);
        let mut years = Vec::with_capacity(catalog.years().len());
        for (&year, &count) in catalog.years().iter().zip(counts) {
            years.push((year, count));
        }
        let undated = counts.get(years.len()).copied().unwrap_or(0);
        let mut facets = Vec::with_capacity(YEARS);
        for at in 0..YEARS {
            facets.push(self.tally.counts(at).to_vec());
        }
        Answer { total, of: catalog.len() as u32, ids, facets, years, undated }
    }
}

/// For each value of a facet whether it is chosen.
fn chosen_values(catalog: &Catalog, filter: &Filter, facet: Facet) -> Vec<bool> {
    let mut out = Vec::new();
    for value in catalog.values(facet) {
        out.push(filter.has(facet, &value.id));
    }
    out
}

/// The same for each year and, last, for the undated records.
fn chosen_years(catalog: &Catalog, filter: &Filter) -> Vec<bool> {
    let mut out = Vec::new();
    for year in catalog.years() {
        out.push(filter.years.is_some_and(|years| (years.from..=years.to).contains(year)));
    }
    out.push(filter.undated);
    out
}
