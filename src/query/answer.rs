//! What a query gives.

use super::{Facet, Filter, Standing};
use crate::catalog::{Catalog, RecordId};
use crate::text::{Lang, Locale};

/// What a query gives.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Answer {
    /// How many records match.
    pub total: u32,
    /// How many records there are.
    pub of: u32,
    /// The matching records, in order; the first of them if no more were asked for.
    pub ids: Vec<RecordId>,
    /// For each facet, as [`Facet::ALL`] has them, and each of its values, as
    /// [`Catalog::values`] has them: how many records would match with this value alone chosen.
    pub facets: Vec<Vec<u32>>,
    /// For each year of [`Catalog::years`]: how many records have an event in it, whatever years
    /// are chosen.
    pub years: Vec<(u16, u32)>,
    /// How many records have no date, whatever years are chosen.
    pub undated: u32,
}

impl Answer {
    /// The counts of a facet, parallel to [`Catalog::values`].
    #[must_use]
    pub fn counts(&self, facet: Facet) -> &[u32] {
        self.facets.get(facet as usize).map_or(&[], Vec::as_slice)
    }
}

/// Answers a filter: OR within a facet, AND across them, and each facet's counts as if nothing of
/// it were chosen. Ids that the catalog does not know match nothing. `lang` and `locale` serve
/// the order by name and the search.
#[must_use]
pub fn query(catalog: &Catalog, filter: &Filter, lang: Lang, locale: &dyn Locale) -> Answer {
    let mut standing = Standing::new(catalog);
    standing.complete(catalog, filter, locale);
    standing.answer(catalog, filter, lang, locale, usize::MAX)
}
