//! Units and borders in, SVG path data out: whole numbers, relative, nothing drawn twice.

use super::cut::Sheet;
use super::{Basemap, BorderClass, Cell, Unit, Worldview};
use crate::geo::LonLat;

/// Lines longer than this, in degrees, bend with the projection: they get points in between.
const BEND: f64 = 3.0;

/// How the globe is laid flat: degrees to whole numbers of a plane of the caller's choice.
/// Longitudes come within 180° of the centre, not of Greenwich.
pub type Project<'a> = &'a dyn Fn(LonLat) -> (i32, i32);

impl Basemap {
    /// A unit's rings in degrees, cut at the meridian opposite to `center_lon`: longitudes lie
    /// within 180° of it, so they may go beyond ±180. The closing point is not repeated.
    #[must_use]
    pub fn rings(&self, unit: &Unit, center_lon: f64) -> Vec<Vec<LonLat>> {
        let sheet = self.sheet(center_lon);
        self.unit_rings(unit)
            .flat_map(|ring| sheet.ring(&self.ring(ring)))
            .map(|ring| ring.iter().map(|&cell| self.lattice.degrees(cell)).collect())
            .collect()
    }

    /// Writes a unit's land as closed subpaths to `out`, cut at the meridian opposite to
    /// `center_lon`. Islands smaller than `least`, in square units of the plane, are left out;
    /// the unit's largest ring never is, unless it comes to fewer than three points.
    pub fn land_path(
        &self,
        unit: &Unit,
        center_lon: f64,
        least: i64,
        project: Project<'_>,
        out: &mut String,
    ) {
        let sheet = self.sheet(center_lon);
        let rings = self.unit_rings(unit);
        let largest = rings.start;
        for number in rings {
            for part in &mut sheet.ring(&self.ring(number)) {
                if let Some(first) = part.first().copied() {
                    part.push(first);
                }
                let mut plane = self.flat(part, project);
                plane.pop();
                if plane.len() > 2 && (number == largest || double_area(&plane) >= 2 * least) {
                    write(&plane, out);
                    out.push('z');
                }
            }
        }
    }

    /// Writes the borders that are drawn as `class` seen from `worldview` as open subpaths to
    /// `out`, cut like the land. Coasts are no borders.
    pub fn borders_path(
        &self,
        worldview: Worldview,
        class: BorderClass,
        center_lon: f64,
        project: Project<'_>,
        out: &mut String,
    ) {
        let sheet = self.sheet(center_lon);
        for (number, arc) in self.arcs.iter().enumerate() {
            if arc.border && arc.class(worldview) == class {
                for part in &sheet.line(self.arc(number)) {
                    let plane = self.flat(part, project);
                    if plane.len() > 1 {
                        write(&plane, out);
                    }
                }
            }
        }
    }

    pub(super) fn sheet(&self, center_lon: f64) -> Sheet {
        let width = self.lattice.columns();
        Sheet { left: (center_lon / 360.0 * f64::from(width)) as i32, width }
    }

    /// Lays a line flat, bent where it is long, without points that fall on the one before.
    fn flat(&self, line: &[Cell], project: Project<'_>) -> Vec<(i32, i32)> {
        let mut plane = Vec::with_capacity(line.len());
        self.bend(line, &mut |at| {
            let point = project(at);
            if plane.last() != Some(&point) {
                plane.push(point);
            }
        });
        plane
    }

    /// Goes along a line with a step between where it is long.
    #[inline(always)] // Shared with a later module it would be heavier.
    pub(super) fn bend(&self, line: &[Cell], each: &mut dyn FnMut(LonLat)) {
        let mut last: Option<LonLat> = None;
        for &cell in line {
            let to = self.lattice.degrees(cell);
            let from = last.unwrap_or(to);
            let [lon, lat] = [to.lon - from.lon, to.lat - from.lat];
            let steps = (lon.abs().max(lat.abs()) / BEND) as i32 + 1;
            for step in 1..=steps {
                let part = f64::from(step) / f64::from(steps);
                each(LonLat { lon: from.lon + lon * part, lat: from.lat + lat * part });
            }
            last = Some(to);
        }
    }
}

/// Twice the area of a ring, in square units of the plane.
#[inline(always)] // Shared with a later module it would be heavier.
pub(super) fn double_area(ring: &[(i32, i32)]) -> i64 {
    let Some(&(mut from)) = ring.last() else { return 0 };
    let mut sum = 0;
    for &to in ring {
        sum += i64::from(from.0) * i64::from(to.1) - i64::from(to.0) * i64::from(from.1);
        from = to;
    }
    sum.abs()
}

/// `M` to the first point, then one relative `l` with all the others.
pub(super) fn write(line: &[(i32, i32)], out: &mut String) {
    let mut from = (0, 0);
    for (place, &to) in line.iter().enumerate() {
        match place {
            0 => out.push('M'),
            1 => out.push('l'),
            _ => {}
        }
        number(to.0.wrapping_sub(from.0), place > 1, out);
        number(to.1.wrapping_sub(from.1), true, out);
        from = to;
    }
}

/// A whole number in digits, with a blank before it where it needs one.
fn number(value: i32, apart: bool, out: &mut String) {
    if value < 0 {
        out.push('-');
    } else if apart {
        out.push(' ');
    }
    digits(value.unsigned_abs(), out);
}

fn digits(value: u32, out: &mut String) {
    if value > 9 {
        digits(value / 10, out);
    }
    out.push(char::from(b'0' + (value % 10) as u8));
}
