//! From a filter to its answer.

use super::search::{Hits, search};
use super::{Facet, Filter, Years, sort};
use crate::catalog::{Bits, Catalog, RecordId};
use crate::text::{Lang, Locale};

/// What a query gives.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Answer {
    /// How many records match.
    pub total: u32,
    /// How many records there are.
    pub of: u32,
    /// The matching records, in order.
    pub ids: Vec<RecordId>,
    /// For each facet, as [`Facet::ALL`] has them, and each of its values, as
    /// [`Catalog::values`] has them: how many records would match with this value alone chosen.
    pub facets: [Vec<u32>; Facet::ALL.len()],
    /// For each year of [`Catalog::years`]: how many records have an event in it, whatever years
    /// are chosen.
    pub years: Vec<(u16, u32)>,
    /// How many records have no date, whatever years are chosen.
    pub undated: u32,
    /// For each tie of [`Catalog::ties`]: how many matching records it stands for.
    pub ties: Vec<u32>,
    /// For each place of the dataset: how many matching records have it as home or partner.
    pub places: Vec<u32>,
}

impl Answer {
    /// The counts of a facet, parallel to [`Catalog::values`].
    #[must_use]
    pub fn counts(&self, facet: Facet) -> &[u32] {
        &self.facets[facet as usize]
    }
}

/// Answers a filter: OR within a facet, AND across them, and each facet's counts as if nothing of
/// it were chosen. Ids that the catalog does not know match nothing. `lang` and `locale` serve
/// the order by name and the search.
#[must_use]
pub fn query(catalog: &Catalog, filter: &Filter, lang: Lang, locale: &dyn Locale) -> Answer {
    let hits = search(catalog, &filter.q, locale);
    let parts = Parts::of(catalog, filter, hits.as_ref());
    let matching = parts.without(None);
    let (years, undated) = years(catalog, &parts.without(Some(YEARS)));
    let mut answer = Answer {
        total: matching.count(),
        of: catalog.len() as u32,
        ids: Vec::with_capacity(matching.count() as usize),
        years,
        undated,
        ..Answer::default()
    };
    for number in matching.iter() {
        answer.ids.push(RecordId(number));
    }
    for (counts, facet) in answer.facets.iter_mut().zip(Facet::ALL) {
        let base = parts.without(Some(facet as usize));
        for set in catalog.sets(facet) {
            counts.push(set.count_with(&base));
        }
    }
    count_places(catalog, &mut answer);
    sort::sort(catalog, filter.order(), hits.as_ref(), lang, locale, &mut answer.ids);
    answer
}

/// The place of the years among the parts, after the facets.
const YEARS: usize = Facet::ALL.len();

/// What the search leaves, and for each facet and the years of which something is chosen, by their
/// places: the records that they leave.
struct Parts {
    all: Bits,
    parts: Vec<(usize, Bits)>,
}

impl Parts {
    fn of(catalog: &Catalog, filter: &Filter, hits: Option<&Hits>) -> Self {
        let mut parts = Vec::new();
        for facet in Facet::ALL {
            if !filter.chosen(facet).is_empty() {
                parts.push((facet as usize, chosen(catalog, filter, facet)));
            }
        }
        if filter.years.is_some() || filter.undated {
            parts.push((YEARS, in_years(catalog, filter)));
        }
        let mut all = Bits::all(catalog.len());
        if let Some(hits) = hits {
            all.keep(&hits.records);
        }
        Self { all, parts }
    }

    /// The records that all parts leave, or all but one.
    fn without(&self, left_out: Option<usize>) -> Bits {
        let mut out = self.all.clone();
        for (number, part) in &self.parts {
            if left_out != Some(*number) {
                out.keep(part);
            }
        }
        out
    }
}

/// The records with one of the chosen values.
fn chosen(catalog: &Catalog, filter: &Filter, facet: Facet) -> Bits {
    let mut out = Bits::none(catalog.len());
    for (value, set) in catalog.values(facet).iter().zip(catalog.sets(facet)) {
        if filter.has(facet, &value.id) {
            out.add(set);
        }
    }
    out
}

/// The records of the chosen years.
fn in_years(catalog: &Catalog, filter: &Filter) -> Bits {
    let mut out = Bits::none(catalog.len());
    for number in 0..catalog.len() as u32 {
        let ranges = catalog.years_of(RecordId(number));
        let meets = |years| ranges.iter().any(|range| range.meets(years));
        if filter.undated && ranges.is_empty() || filter.years.is_some_and(meets) {
            out.insert(number);
        }
    }
    out
}

/// The records of each year, and those of none.
fn years(catalog: &Catalog, base: &Bits) -> (Vec<(u16, u32)>, u32) {
    let (mut years, mut undated) = (Vec::new(), 0);
    for &year in catalog.years() {
        years.push((year, 0));
    }
    for number in base.iter() {
        let ranges = catalog.years_of(RecordId(number));
        undated += u32::from(ranges.is_empty());
        for (year, count) in &mut years {
            let year = Years { from: *year, to: *year };
            *count += u32::from(ranges.iter().any(|range| range.meets(year)));
        }
    }
    (years, undated)
}

/// Counts the matching records of each tie and of each place.
fn count_places(catalog: &Catalog, answer: &mut Answer) {
    answer.ties = vec![0; catalog.ties().len()];
    answer.places = vec![0; catalog.dataset().places.len()];
    for &id in &answer.ids {
        for &tie in catalog.ties_of(id) {
            add(&mut answer.ties, tie as usize);
        }
        let partners = catalog.partners_of(id);
        for place in partners {
            add(&mut answer.places, place.index());
        }
        if let Some(home) = catalog.home_of(id)
            && !partners.contains(&home)
        {
            add(&mut answer.places, home.index());
        }
    }
}

fn add(counts: &mut [u32], at: usize) {
    if let Some(count) = counts.get_mut(at) {
        *count += 1;
    }
}
