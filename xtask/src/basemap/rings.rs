//! Rings of one unit in, the same land out in as few rings as can be, on a globe without a seam.

use super::units::Cell;
use mitra_kota::map::basemap::format::Lattice;
use std::collections::BTreeMap;

/// Square kilometres of a square degree at the equator.
const DEGREE2: f64 = 111.2 * 111.2;

/// The way from one column to another that is shorter around the globe.
pub(super) fn step(from: i32, to: i32, lattice: Lattice) -> i32 {
    let columns = lattice.columns();
    (to - from + columns / 2).rem_euclid(columns) - columns / 2
}

/// Removes edges that the unit has on both sides (the seam at 180° and merged parts' borders) and
/// those along a pole, and chains the rest to rings again.
pub(super) fn tidy(rings: Vec<Vec<Cell>>, lattice: Lattice) -> Vec<Vec<Cell>> {
    let mut next: BTreeMap<Cell, Vec<Cell>> = BTreeMap::new();
    for ring in rings {
        for (place, &from) in ring.iter().enumerate() {
            let to = ring.get(place + 1).or(ring.first()).copied().unwrap_or(from);
            let pole = from[1] == to[1] && (to[1] == 0 || to[1] == lattice.rows());
            if from == to || pole {
                continue;
            }
            let back = next.get_mut(&to).and_then(|ends| {
                ends.iter().position(|end| *end == from).map(|place| ends.swap_remove(place))
            });
            if back.is_none() {
                next.entry(from).or_default().push(to);
            }
        }
    }
    chain(next)
}

/// Follows edges until a point comes again: what lies between is a ring.
fn chain(mut next: BTreeMap<Cell, Vec<Cell>>) -> Vec<Vec<Cell>> {
    let mut rings = Vec::new();
    let starts: Vec<Cell> = next.keys().copied().collect();
    for start in starts {
        let mut path = vec![start];
        let mut at = start;
        while let Some(to) = next.get_mut(&at).and_then(Vec::pop) {
            if let Some(place) = path.iter().position(|point| *point == to) {
                let ring = path.split_off(place);
                path.push(to);
                rings.push(ring);
            } else {
                path.push(to);
            }
            at = to;
        }
    }
    rings.retain(|ring| ring.len() > 2);
    rings
}

/// Leaves out rings below an area in km², the largest excepted, and puts the largest first.
pub(super) fn drop_islands(rings: &mut Vec<Vec<Cell>>, least: f64, lattice: Lattice) {
    rings.sort_by(|a, b| area(b, lattice).total_cmp(&area(a, lattice)));
    let mut first = true;
    rings.retain(|ring| std::mem::take(&mut first) || area(ring, lattice) >= least);
}

/// The area of a ring in km², its latitude taken at its first point; endless for a ring around
/// the globe.
pub(super) fn area(ring: &[Cell], lattice: Lattice) -> f64 {
    let Some(&[x0, y0]) = ring.first() else { return 0.0 };
    let ([mut x, mut y], mut sum) = ([0, y0], 0_i64);
    for &[column, row] in ring.iter().skip(1).chain([&[x0, y0]]) {
        let to = x + step(x0 + x, column, lattice);
        sum += i64::from(x) * i64::from(row) - i64::from(to) * i64::from(y);
        [x, y] = [to, row];
    }
    if x != 0 {
        return f64::INFINITY;
    }
    let across = 360.0 / f64::from(lattice.columns());
    let up = 180.0 / f64::from(lattice.rows());
    let shrink = (f64::from(y0) * up - 90.0).to_radians().cos();
    (sum.abs() as f64) / 2.0 * across * up * shrink * DEGREE2
}
