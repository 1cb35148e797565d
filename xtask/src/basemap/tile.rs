//! A level's whole world in, one base map a tile out: the land of a cell of 30° and a little beyond.
//!
//! Tiles are drawn over coarser land and over each other. That each reaches a little into its
//! neighbours leaves no hairline between them.

use super::border::Lines;
use super::rings::area;
use super::topology::{self, Arc, Topology};
use super::units::{Cell, Unit, snap};
use super::{encode, order};
use crate::failure::{Named, Result};
use mitra_kota::geo::LonLat;
use mitra_kota::map::basemap::Basemap;
use mitra_kota::map::basemap::format::{Lattice, SEA, TILES, tile_box};

/// How far a tile reaches beyond its cell, degrees: a pixel and a half where tiles begin to be used.
const MARGIN: f64 = 0.1;

/// The class byte of a line that nobody's view shows.
const HIDDEN: u8 = 0b1010_1010;

/// West, south, east, north; columns may run on over 180°.
type Frame = [i32; 4];

/// The bytes of each tile that has land, with the number of its cell.
pub(super) fn cut(world: &Basemap, lines: &Lines, lattice: Lattice) -> Result<Vec<(u32, Vec<u8>)>> {
    let mut tiles = Vec::new();
    for cell in 0..TILES {
        let [west, south, east, north] = tile_box(cell);
        let frame = {
            let [low, high] = [[west - MARGIN, south - MARGIN], [east + MARGIN, north + MARGIN]];
            let [low, high] = [low, high].map(|corner| open(corner, lattice));
            [low[0], low[1].max(0), high[0], high[1].min(lattice.rows())]
        };
        let mut units = units(world, frame, (west + east) / 2.0, lattice);
        if units.iter().any(|unit| !unit.rings.is_empty()) {
            units.push(sea([west, south, east, north], lattice));
            let mut map = topology::build(units, lines, lattice);
            hide(&mut map.arcs, frame, lattice);
            tiles.push((cell, written(map, lattice)?));
        }
    }
    Ok(tiles)
}

fn written(map: Topology, lattice: Lattice) -> Result<Vec<u8>> {
    let map = order::arrange(map, lattice);
    let bytes = encode::encode(&map, lattice);
    let read = Basemap::decode(&bytes).named("reading back a tile")?;
    encode::same(&map, &read)?;
    Ok(bytes)
}

/// The outline of a cell: on the map a tile covers with it what is coarser.
fn sea([west, south, east, north]: [f64; 4], lattice: Lattice) -> Unit {
    let corners = [[west, south], [east, south], [east, north], [west, north]];
    let ring = corners.map(|corner| snap(corner, lattice)).to_vec();
    Unit { name: "sea".to_owned(), code: SEA, label: [west, south], rings: vec![ring] }
}

/// The lattice point nearest to a place; columns are not brought into one turn.
fn open([lon, lat]: [f64; 2], lattice: Lattice) -> Cell {
    let turns = ((lon + 180.0) / 360.0).floor();
    let [x, y] = snap([lon, lat], lattice);
    let wrapped = if x == 0 && lon > turns * 360.0 { lattice.columns() } else { x };
    [wrapped + turns as i32 * lattice.columns(), y]
}

/// What of each unit lies in the frame; of one without a shape its label.
fn units(world: &Basemap, frame: Frame, centre: f64, lattice: Lattice) -> Vec<Unit> {
    let mut units = Vec::new();
    for unit in world.units() {
        let label = [unit.label.lon, unit.label.lat];
        let mut rings: Vec<Vec<Cell>> = world
            .rings(unit, centre)
            .iter()
            .map(|ring| {
                ring.iter().map(|LonLat { lon, lat }| open([*lon, *lat], lattice)).collect()
            })
            .map(|ring| clip(ring, frame, lattice))
            .filter(|ring: &Vec<Cell>| ring.len() > 2)
            .collect();
        rings.sort_by(|a, b| area(b, lattice).total_cmp(&area(a, lattice)));
        rings.retain(|ring| area(ring, lattice) > 0.0);
        let dot = !unit.has_shape() && inside(snap(label, lattice), frame, lattice);
        if dot || !rings.is_empty() {
            let name = String::from_utf8_lossy(&unit.code).into_owned();
            units.push(Unit { name, code: unit.code, label, rings });
        }
    }
    units
}

fn inside([x, y]: Cell, [west, south, east, north]: Frame, lattice: Lattice) -> bool {
    (x - west).rem_euclid(lattice.columns()) <= east - west && (south..=north).contains(&y)
}

/// Sutherland and Hodgman's way around the frame; columns of one turn come out.
pub(super) fn clip(mut ring: Vec<Cell>, frame: Frame, lattice: Lattice) -> Vec<Cell> {
    for (side, edge) in frame.into_iter().enumerate() {
        ring = half(&ring, side % 2, edge, if side < 2 { 1 } else { -1 });
    }
    for point in &mut ring {
        point[0] = point[0].rem_euclid(lattice.columns());
    }
    ring.dedup();
    if ring.len() > 1 && ring.first() == ring.last() {
        ring.pop();
    }
    ring
}

fn half(ring: &[Cell], axis: usize, edge: i32, sign: i32) -> Vec<Cell> {
    let within = |point: Cell| (point[axis] - edge) * sign >= 0;
    let mut kept = Vec::new();
    let Some(&(mut from)) = ring.last() else { return kept };
    for &to in ring {
        if within(from) != within(to) {
            kept.push(crossing(from.min(to), from.max(to), axis, edge));
        }
        if within(to) {
            kept.push(to);
        }
        from = to;
    }
    kept
}

/// Where a line meets an edge: the same point whichever way the line is walked, so that neighbours
/// go on sharing their border.
fn crossing(from: Cell, to: Cell, axis: usize, edge: i32) -> Cell {
    let part = f64::from(edge - from[axis]) / f64::from(to[axis] - from[axis]);
    let other = f64::from(from[1 - axis]) + f64::from(to[1 - axis] - from[1 - axis]) * part;
    let mut meet = [edge; 2];
    meet[1 - axis] = other.round() as i32;
    meet
}

/// Two units that meet on the frame have no border there.
fn hide(arcs: &mut [Arc], [west, south, east, north]: Frame, lattice: Lattice) {
    let [west, east] = [west, east].map(|x| x.rem_euclid(lattice.columns()));
    for arc in arcs {
        let mut edges = arc.points.iter().zip(arc.points.iter().skip(1));
        let on_frame = edges.all(|(a, b)| {
            [west, east].iter().any(|x| a[0] == *x && b[0] == *x)
                || [south, north].iter().any(|y| a[1] == *y && b[1] == *y)
        });
        if on_frame && arc.uses > 1 {
            arc.classes = HIDDEN;
        }
    }
}
