//! Lines between provinces in, one base map a tile out: of nothing but lines, which no ring uses.
//!
//! They are drawn over land of the same cells, so nothing reaches beyond a cell but what is left of an edge.

use super::rings::step;
use super::topology::{Arc, Topology};
use super::units::{Cell, collect};
use super::{array, encode};
use crate::failure::{Named, Result};
use mitra_kota::map::basemap::Basemap;
use mitra_kota::map::basemap::format::{Lattice, TILE_COLUMNS, TILES};
use serde_json::Value;
use std::collections::BTreeMap;

type Line = Vec<Cell>;

/// The bytes of each tile that has lines, with the number of its cell.
pub(super) fn cut(lines: &Value, lattice: Lattice) -> Result<Vec<(u32, Vec<u8>)>> {
    let mut cells: BTreeMap<u32, Vec<Line>> = BTreeMap::new();
    for line in read(lines, lattice)? {
        let mut last = None;
        for edge in line.windows(2) {
            let cell = cell_of(edge, lattice);
            let parts = cells.entry(cell).or_default();
            match parts.last_mut().filter(|_| last == Some(cell)) {
                Some(part) => part.extend(edge.last()),
                None => parts.push(edge.to_vec()),
            }
            last = Some(cell);
        }
    }
    cells.into_iter().map(|(cell, lines)| Ok((cell, written(lines, lattice)?))).collect()
}

/// The lines on the lattice; one that is a point there is none.
fn read(lines: &Value, lattice: Lattice) -> Result<Vec<Line>> {
    let mut all = Vec::new();
    for line in array(lines, "geometries")? {
        collect(line.get("coordinates").unwrap_or(&Value::Null), lattice, &mut all);
    }
    all.iter_mut().for_each(Vec::dedup);
    all.retain(|line| line.len() > 1);
    Ok(all)
}

/// The cell that the middle of an edge lies in. Edges are a few kilometres long.
fn cell_of(edge: &[Cell], lattice: Lattice) -> u32 {
    let middle = |axis: usize| edge.iter().map(|point| point[axis]).sum::<i32>() / 2;
    let part = |of: i32, all: i32, parts: u32| (of.cast_unsigned() * parts) / all.cast_unsigned();
    let column = part(middle(0), lattice.columns(), TILE_COLUMNS);
    part(middle(1), lattice.rows(), TILES / TILE_COLUMNS) * TILE_COLUMNS + column
}

fn written(lines: Vec<Line>, lattice: Lattice) -> Result<Vec<u8>> {
    let map = Topology { units: Vec::new(), arcs: arranged(lines, lattice), tiles: Vec::new() };
    let bytes = encode::encode(&map, lattice);
    Basemap::decode(&bytes).named("reading back a tile")?;
    Ok(bytes)
}

/// The lines in the order of a pen that always takes the nearest next, from its nearer end.
fn arranged(mut lines: Vec<Line>, lattice: Lattice) -> Vec<Arc> {
    let mut at: Cell = [0, 0];
    let mut arcs = Vec::new();
    while !lines.is_empty() {
        let way = |to: Option<&Cell>| {
            let to = to.copied().unwrap_or(at);
            let [x, y] = [step(at[0], to[0], lattice), to[1] - at[1]].map(i64::from);
            x * x + y * y
        };
        let near = |line: &Line| way(line.first()).min(way(line.last()));
        let next = (0..lines.len()).min_by_key(|place| lines.get(*place).map(near));
        let mut points = lines.swap_remove(next.unwrap_or(0));
        if way(points.last()) < way(points.first()) {
            points.reverse();
        }
        at = points.last().copied().unwrap_or(at);
        arcs.push(Arc { points, classes: 0, uses: 0, closed: false });
    }
    arcs
}
