//! A topology in, the bytes of `world.bin` out, and the proof that they read back the same.

use super::rings::step;
use super::topology::Topology;
use super::units::Cell;
use crate::failure::{Failure, Result};
use mitra_kota::map::basemap::Basemap;
use mitra_kota::map::basemap::format::{Lattice, MAGIC, STREAMS, zigzag};

/// Writes a topology in the order it has.
pub(super) fn encode(map: &Topology, lattice: Lattice) -> Vec<u8> {
    let [xs, ys] = steps(map, lattice);
    let [codes, labels] = units(map, lattice);
    let streams: [Vec<u8>; STREAMS] =
        [codes, labels, index(map), lengths(map), xs, ys, classes(map), map.tiles.clone()];
    let mut bytes = MAGIC.to_vec();
    for value in [lattice.x_bits, lattice.y_bits, map.units.len() as u32, map.arcs.len() as u32] {
        number(value, &mut bytes);
    }
    for stream in &streams {
        number(stream.len() as u32, &mut bytes);
    }
    bytes.extend(streams.concat());
    bytes
}

fn number(mut value: u32, out: &mut Vec<u8>) {
    while value > 127 {
        out.push((value & 127 | 128) as u8);
        value >>= 7;
    }
    out.push(value as u8);
}

fn units(map: &Topology, lattice: Lattice) -> [Vec<u8>; 2] {
    let [mut codes, mut labels] = [Vec::new(), Vec::new()];
    let mut last = [0, 0];
    for unit in &map.units {
        codes.extend(unit.code);
        let shift = lattice.label_shift();
        let label = unit.label.map(|value| (value + (1 << shift) / 2) >> shift);
        number(zigzag(label[0] - last[0]), &mut labels);
        number(zigzag(label[1] - last[1]), &mut labels);
        last = label;
    }
    [codes, labels]
}

fn index(map: &Topology) -> Vec<u8> {
    let mut out = Vec::new();
    let mut fresh = 0;
    for unit in &map.units {
        number(unit.rings.len() as u32, &mut out);
        for ring in &unit.rings {
            number(ring.len() as u32, &mut out);
            for used in ring {
                if used.arc == fresh {
                    number(0, &mut out);
                    fresh += 1;
                } else {
                    let back = (fresh - used.arc) as u32;
                    number(2 * back - u32::from(!used.backwards), &mut out);
                }
            }
        }
    }
    out
}

fn lengths(map: &Topology) -> Vec<u8> {
    let mut out = Vec::new();
    for arc in &map.arcs {
        number(arc.points.len() as u32, &mut out);
    }
    out
}

fn steps(map: &Topology, lattice: Lattice) -> [Vec<u8>; 2] {
    let [mut xs, mut ys] = [Vec::new(), Vec::new()];
    let mut at: Cell = [0, 0];
    for &[x, y] in map.arcs.iter().flat_map(|arc| &arc.points) {
        number(zigzag(step(at[0], x, lattice)), &mut xs);
        number(zigzag(y - at[1]), &mut ys);
        at = [x, y];
    }
    [xs, ys]
}

fn classes(map: &Topology) -> Vec<u8> {
    let mut out = Vec::new();
    let mut last = 0;
    for (place, arc) in map.arcs.iter().enumerate().filter(|(_, arc)| arc.classes != 0) {
        number((place - last) as u32, &mut out);
        out.push(arc.classes);
        last = place;
    }
    out
}

/// Whether a decoded map has the topology's units with as many points in their rings.
pub(super) fn same(map: &Topology, read: &Basemap) -> Result<()> {
    for (unit, shape) in read.units().iter().zip(&map.units) {
        let points = |used: &super::topology::Use| {
            map.arcs.get(used.arc).map_or(0, |arc| arc.points.len().saturating_sub(1))
        };
        let written: usize = shape.rings.iter().flatten().map(points).sum();
        let rings = read.rings(unit, 0.0);
        let found: usize = rings.iter().map(Vec::len).sum();
        if unit.code != shape.code || found < written || rings.len() < shape.rings.len() {
            let code = String::from_utf8_lossy(&shape.code);
            let what = format!("{code}: {found} points read, {written} written");
            return Err(Failure::plain(what));
        }
    }
    Ok(())
}
