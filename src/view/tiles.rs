//! Which tiles of finer land a camera sees.
//!
//! In: a camera, the index of tiles. Out: cells, and the names of their files.

use std::ops::Range;

use crate::geo::{LonLat, Pixel};
use crate::map::basemap::format::{TILE_COLUMNS, TILE_SIZE, TILES};
use crate::map::{Camera, Viewport};
use crate::text::push_number;

/// The scales, pixels per globe's radius, from which each level is wanted: the 7 km of the world and
/// the 3 km of the first level are then as long as a pixel.
const LEVELS: [f64; 2] = [900.0, 2_100.0];

/// The name of a tile's file: level 0, cell 27 is `1/27`.
pub(super) fn name(level: usize, cell: u32) -> String {
    let mut name = String::new();
    push_number(&mut name, level as u32 + 1);
    name.push('/');
    push_number(&mut name, cell);
    name
}

/// Whether a file holds a tile of a level.
pub(super) fn is_of(level: usize, name: &str) -> bool {
    name.as_bytes().first() == Some(&(b'1' + level as u8))
}

/// Whether there is such a tile; the index is that of [`Basemap::tiles`].
///
/// [`Basemap::tiles`]: crate::map::basemap::Basemap::tiles
pub(super) fn exists(index: &[u8], level: usize, cell: u32) -> bool {
    let byte = index.get(level * (TILES / 8) as usize + cell as usize / 8);
    byte.is_some_and(|byte| byte >> (cell % 8) & 1 != 0)
}

/// The levels for a scale: the finest land, and with that of a city the lines between provinces, which lie over
/// it; none while the world in one file will do.
pub(super) fn levels(scale: f64) -> Range<usize> {
    match LEVELS.iter().filter(|from| scale >= **from).count() {
        0 => 0..0,
        1 => 0..1,
        _ => 1..3,
    }
}

/// The cells that a camera sees: those under nine by nine points of its window, which lie closer
/// together than a cell is wide at any scale that has tiles.
pub(super) fn seen(camera: &Camera, view: &Viewport) -> Vec<u32> {
    let mut cells = Vec::new();
    for point in 0..81 {
        let (x, y) = (f64::from(point % 9) / 8.0, f64::from(point / 9) / 8.0);
        let at = camera.plane(Pixel { x: x * view.width, y: y * view.height }, view);
        let LonLat { lon, lat } = camera.projection.invert(at);
        let column = ((lon + 180.0) / TILE_SIZE) as u32 % TILE_COLUMNS;
        let row = (((lat + 90.0) / TILE_SIZE) as u32).min(TILES / TILE_COLUMNS - 1);
        let cell = row * TILE_COLUMNS + column;
        if !cells.contains(&cell) {
            cells.push(cell);
        }
    }
    cells
}
