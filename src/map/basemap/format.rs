//! What the encoder and the decoder of `world.bin` agree on; `docs/basemap.md` tells it at length.

use super::Cell;
use crate::geo::LonLat;

/// The first four bytes: the name and the version of the format.
pub const MAGIC: [u8; 4] = *b"MKB1";

/// Streams after the header, in this order: codes, labels, index, lengths, x, y, classes, tiles.
pub const STREAMS: usize = 8;

/// Cells of 30° that finer land is cut into: twelve eastwards from 180° W, six rows of them
/// northwards from the south pole.
pub const TILES: u32 = 72;

/// The cells of a row.
pub const TILE_COLUMNS: u32 = 12;

/// The width and height of a tile's cell, degrees.
pub const TILE_SIZE: f64 = 30.0;

/// A tile's cell in degrees: west, south, east, north.
#[must_use]
pub fn tile_box(cell: u32) -> [f64; 4] {
    let west = f64::from(cell % TILE_COLUMNS) * TILE_SIZE - 180.0;
    let south = f64::from(cell / TILE_COLUMNS) * TILE_SIZE - 90.0;
    [west, south, west + TILE_SIZE, south + TILE_SIZE]
}

/// Label points lie on a grid of 2^11 columns, 20 km at the equator, whatever the lattice.
const LABEL_BITS: u32 = 11;

/// The code of a unit that no state is named for.
pub const NO_CODE: [u8; 2] = *b"--";

/// The code of what is no land: the outline of a tile's cell.
pub const SEA: [u8; 2] = *b"~~";

/// The finest lattice that is read, in bits: 2^24 columns are 2.4 m at the equator.
pub const MAX_BITS: u32 = 24;

/// The grid that all points lie on: 2^`x_bits` columns around the globe, 2^`y_bits` rows from
/// pole to pole.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Lattice {
    /// Bits of a column's number.
    pub x_bits: u32,
    /// Bits of a row's number.
    pub y_bits: u32,
}

impl Lattice {
    /// Columns around the globe.
    #[must_use]
    pub fn columns(self) -> i32 {
        1 << self.x_bits
    }

    /// Rows from the south pole (0) to the north pole.
    #[must_use]
    pub fn rows(self) -> i32 {
        1 << self.y_bits
    }

    /// Columns and rows of the lattice in one of the labels' grid, as a power of two.
    #[must_use]
    pub fn label_shift(self) -> u32 {
        self.x_bits.saturating_sub(LABEL_BITS)
    }

    /// Whether a column lies within a few turns of the map, as those of any true line do.
    pub(super) fn near(self, x: i32) -> bool {
        x.abs() <= 4 * self.columns()
    }

    /// Degrees of a point; beyond ±180 where a line has crossed 180°.
    #[must_use]
    pub fn degrees(self, [x, y]: Cell) -> LonLat {
        LonLat {
            lon: f64::from(x) * 360.0 / f64::from(self.columns()) - 180.0,
            lat: f64::from(y) * 180.0 / f64::from(self.rows()) - 90.0,
        }
    }
}

/// A signed number as an unsigned one with its sign in the lowest bit, so that small ones stay small.
#[must_use]
pub fn zigzag(value: i32) -> u32 {
    ((value << 1) ^ (value >> 31)).cast_unsigned()
}

/// The opposite of [`zigzag`].
#[must_use]
pub fn unzigzag(value: u32) -> i32 {
    (value >> 1).cast_signed() ^ -(value & 1).cast_signed()
}
