//! The dimensions to filter by, and the values that records have in them.

/// A dimension to filter by. Years stand apart: they are chosen as a range.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Facet {
    /// Sectors and sector groups, by their ids.
    Sector,
    /// Countries of the partners, ISO 3166-1 alpha-2.
    Country,
    /// Stages, as `model.stage`.
    Stage,
    /// Relations, by [`Relation::id`](crate::dataset::Relation::id).
    Relation,
    /// Homes, by their place ids.
    Home,
}

impl Facet {
    /// All facets, in the order in which they are shown.
    pub const ALL: [Self; 5] =
        [Self::Sector, Self::Country, Self::Stage, Self::Relation, Self::Home];

    /// The name in addresses and in the host's filter.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Sector => "sector",
            Self::Country => "country",
            Self::Stage => "stage",
            Self::Relation => "relation",
            Self::Home => "home",
        }
    }

    /// The facet of this name.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|facet| facet.key() == key)
    }
}

/// A value of a facet.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Value {
    /// Its id, as it stands in filters and addresses.
    pub id: String,
    /// For a sector: the index of its group among the values.
    pub parent: Option<usize>,
}
