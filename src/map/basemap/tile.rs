//! Which tiles there are, and what has no shape: units in, points as path data out.

use super::Basemap;
use super::format::NO_CODE;
use super::path::{Project, write};
use crate::geo::{LonLat, wrap_degrees};

impl Basemap {
    /// Which tiles of finer levels there are: for each level nine bytes, a bit for each cell,
    /// lowest first. Empty but in the map that travels with the widget.
    #[must_use]
    pub fn tiles(&self) -> &[u8] {
        &self.tiles
    }

    /// Writes a point to `out`, a line of no length, for each state without a shape.
    pub fn dots_path(&self, center_lon: f64, project: Project<'_>, out: &mut String) {
        for unit in self.units.iter().filter(|unit| !unit.has_shape() && unit.code != NO_CODE) {
            let lon = center_lon + wrap_degrees(unit.label.lon - center_lon);
            write(&[project(LonLat { lon, lat: unit.label.lat })], out);
            out.push_str("h0");
        }
    }
}
