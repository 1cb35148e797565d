//! What is asked for.

use super::{Facet, Years};
use crate::text::trimmed;

/// What a visitor or the host asks for. The default asks for everything.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Filter {
    /// Words to be found; as typed.
    pub q: String,
    /// Chosen sector and sector group ids.
    pub sector: Vec<String>,
    /// Chosen countries, ISO 3166-1 alpha-2.
    pub country: Vec<String>,
    /// Chosen stages, `model.stage`.
    pub stage: Vec<String>,
    /// Chosen relations.
    pub relation: Vec<String>,
    /// Chosen homes.
    pub home: Vec<String>,
    /// Chosen years: records with a dated event in one of them.
    pub years: Option<Years>,
    /// Whether records without any date are chosen, beside the `years` if there are some.
    pub undated: bool,
    /// The order; `None` is by relevance if words are sought, else the newest first.
    pub sort: Option<Sort>,
}

/// The order of the records.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Sort {
    /// By the newest event, newest first; undated records last.
    #[default]
    Newest,
    /// By how well the words match.
    Relevance,
    /// By the name of the (first) partner, as readers of the language expect.
    Partner,
    /// By the distance from the home to the nearest partner; countries last.
    Distance,
}

impl Sort {
    /// All orders, as they are offered.
    pub const ALL: [Self; 4] = [Self::Newest, Self::Relevance, Self::Partner, Self::Distance];

    /// The name in addresses and in the host's filter.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Newest => "newest",
            Self::Relevance => "relevance",
            Self::Partner => "partner",
            Self::Distance => "distance",
        }
    }

    /// The order of this name.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sort| sort.key() == key)
    }
}

impl Filter {
    /// What is chosen of a facet, ascending, each once.
    #[must_use]
    pub fn chosen(&self, facet: Facet) -> &[String] {
        match facet {
            Facet::Sector => &self.sector,
            Facet::Country => &self.country,
            Facet::Stage => &self.stage,
            Facet::Relation => &self.relation,
            Facet::Home => &self.home,
        }
    }

    /// What is chosen of a facet, to be changed. Keep it ascending, each once.
    pub fn chosen_mut(&mut self, facet: Facet) -> &mut Vec<String> {
        match facet {
            Facet::Sector => &mut self.sector,
            Facet::Country => &mut self.country,
            Facet::Stage => &mut self.stage,
            Facet::Relation => &mut self.relation,
            Facet::Home => &mut self.home,
        }
    }

    /// Whether a value is chosen.
    #[must_use]
    pub fn has(&self, facet: Facet, id: &str) -> bool {
        self.chosen(facet).iter().any(|chosen| chosen == id)
    }

    /// Chooses a value. An empty id changes nothing.
    pub fn choose(&mut self, facet: Facet, id: &str) {
        let chosen = self.chosen_mut(facet);
        let at = chosen.partition_point(|other| **other < *id);
        if chosen.get(at).is_none_or(|other| *other != id) && !id.is_empty() {
            chosen.insert(at, id.into());
        }
    }

    /// Chooses a value, or gives it up if it was chosen. An empty id changes nothing.
    pub fn toggle(&mut self, facet: Facet, id: &str) {
        if self.has(facet, id) {
            let chosen = self.chosen_mut(facet);
            if let Some(at) = chosen.iter().position(|other| other == id) {
                chosen.remove(at);
            }
        } else {
            self.choose(facet, id);
        }
    }

    /// Whether everything is asked for; the order does not matter.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        trimmed(&self.q).is_empty()
            && self.years.is_none()
            && !self.undated
            && Facet::ALL.iter().all(|&facet| self.chosen(facet).is_empty())
    }

    /// The order that applies: relevance only where words are sought.
    #[must_use]
    pub fn order(&self) -> Sort {
        let sought = !trimmed(&self.q).is_empty();
        match self.sort {
            None if sought => Sort::Relevance,
            Some(Sort::Relevance) if !sought => Sort::Newest,
            sort => sort.unwrap_or_default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn choosing_twice_gives_up() {
        let mut filter = Filter::default();
        for id in ["sports", "health", "education", "health", ""] {
            filter.toggle(Facet::Sector, id);
        }
        assert_eq!(filter.sector, ["education", "sports"]);
        assert!(filter.has(Facet::Sector, "sports") && !filter.has(Facet::Home, "sports"));
        assert!(!filter.is_empty());
    }

    #[test]
    fn relevance_is_the_order_while_words_are_sought() {
        let mut filter = Filter { q: " ".into(), ..Filter::default() };
        assert_eq!(filter.order(), Sort::Newest);
        filter.sort = Some(Sort::Relevance);
        assert_eq!(filter.order(), Sort::Newest);
        filter.q.push('a');
        assert_eq!(filter.order(), Sort::Relevance);
        filter.sort = Some(Sort::Partner);
        assert_eq!(filter.order(), Sort::Partner);
    }
}
