//! What was wrong with the bytes of a base map: a place and an expectation in, a sentence out.

/// Where a base map could not be read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct BasemapError {
    /// The byte, counted from 0, at which reading stopped.
    pub at: usize,
    /// What should have stood there.
    pub expected: Expected,
}

/// What should have stood where a base map could not be read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Expected {
    /// Bytes beyond the end.
    More,
    /// The first four bytes of the format.
    Mark,
    /// A number as the format writes it.
    Number,
    /// Bits of columns and rows within bounds.
    Lattice,
    /// As many bytes as the header says.
    Stream,
    /// An arc of at least one point.
    Point,
    /// A column near the map.
    Column,
    /// A row between the poles.
    Row,
    /// A label on the map.
    Label,
    /// The number of an arc.
    Arc,
}

impl Expected {
    /// The expectation in words.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::More => "more bytes",
            Self::Mark => "the mark MKB1 of base map format 1",
            Self::Number => "a number of at most four bytes",
            Self::Lattice => "a lattice of 4 to 24 bits",
            Self::Stream => "as many bytes as the header says",
            Self::Point => "an arc of at least one point",
            Self::Column => "a column near the map",
            Self::Row => "a row between the poles",
            Self::Label => "a label on the map",
            Self::Arc => "an arc that exists",
        }
    }
}

impl core::fmt::Display for BasemapError {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(
            f,
            "base map damaged at byte {}: expected {}. Copy the folder basemap from the same release again.",
            self.at,
            self.expected.words()
        )
    }
}

impl core::error::Error for BasemapError {}
