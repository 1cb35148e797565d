//! Which homes are tied to which partners, and how.

use crate::dataset::Relation;

/// The number of a place: its place in the dataset's list.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct PlaceId(pub u32);

impl PlaceId {
    /// The number as an index.
    #[must_use]
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// One home, one partner, one relation: what the map draws a line for.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Tie {
    /// The home.
    pub home: PlaceId,
    /// The partner.
    pub partner: PlaceId,
    /// What ties them.
    pub relation: Relation,
}
