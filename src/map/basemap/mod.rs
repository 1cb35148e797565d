//! The base map: the land of the world and the borders on it.
//!
//! In: the bytes of `world.bin` (format in `docs/basemap.md`), a meridian to centre on and a
//! projection. Out: units with their rings, borders with their class for a point of view, and
//! SVG path data in whole numbers of the projection's plane.

mod ball;
mod borders;
mod cut;
mod decode;
mod error;
pub mod format;
mod horizon;
#[cfg(test)]
mod horizon_tests;
mod path;
mod rings;
#[cfg(test)]
mod tests;
mod tile;
#[cfg(test)]
mod tile_tests;

pub use borders::{BorderClass, Worldview};
pub use error::{BasemapError, Expected};
pub use path::Project;

use std::cell::OnceCell;

use crate::geo::LonLat;
use ball::Ball;
use format::Lattice;

/// A point on the lattice: columns east of 180° W, rows north of the south pole. A line that
/// crosses 180° runs on beyond the last column instead of jumping.
pub(crate) type Cell = [i32; 2];

/// The land of the world at one level of detail.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Basemap {
    lattice: Lattice,
    units: Vec<Unit>,
    /// Where each ring ends in `uses`.
    rings: Vec<u32>,
    /// The arcs of the rings one after another: arc number doubled, plus 1 where it runs backwards.
    uses: Vec<u32>,
    arcs: Vec<Arc>,
    points: Vec<Cell>,
    /// For each finer level a bit for every cell that has a tile, nine bytes a level.
    tiles: Vec<u8>,
    /// All of it round the globe, once that has been shown.
    ball: OnceCell<Ball>,
}

/// A country, or a piece of land that the map keeps apart from its neighbours.
#[derive(Clone, PartialEq, Debug)]
pub struct Unit {
    /// ISO 3166-1 alpha-2 in capitals; `--` for land that no code is given to. Two units may
    /// share a code.
    pub code: [u8; 2],
    /// Where a name or a country's mark belongs: exact to 10 km.
    pub label: LonLat,
    /// Where the unit's rings begin and end in `Basemap::rings`; none for a state too small to
    /// have a shape here.
    rings: [u32; 2],
}

/// A line between two junctions, or a closed one without any.
#[derive(Clone, Copy, PartialEq, Debug)]
struct Arc {
    /// Where its points end; they begin where those of the arc before it end.
    end: u32,
    /// Whether two units meet along it, or it is a line on land that no ring uses; otherwise it is coast.
    border: bool,
    /// Two bits of class per point of view.
    classes: u8,
}

impl Unit {
    /// Whether the unit has a shape at this level; if not, draw a dot at `label`.
    #[must_use]
    pub fn has_shape(&self) -> bool {
        self.rings[0] < self.rings[1]
    }
}

impl Basemap {
    /// Reads a base map. A file of another version, cut short or altered gives an error that
    /// says where and what was expected; no bytes make it panic.
    ///
    /// # Errors
    /// [`BasemapError`] at the first byte that does not fit the format.
    pub fn decode(bytes: &[u8]) -> Result<Self, BasemapError> {
        decode::decode(bytes)
    }

    /// All units, those without a shape included.
    #[must_use]
    pub fn units(&self) -> &[Unit] {
        &self.units
    }

    /// The unit with an ISO 3166-1 alpha-2 code in capitals: the one with the most land where
    /// several share it.
    #[must_use]
    pub fn unit(&self, code: [u8; 2]) -> Option<&Unit> {
        self.units.iter().find(|unit| unit.code == code)
    }
}
