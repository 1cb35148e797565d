//! Units with rings in, arcs that neighbours share and rings made of them out.

use super::border::Lines;
use super::units::{Cell, Unit};
use mitra_kota::map::basemap::format::Lattice;
use std::collections::{BTreeMap, BTreeSet};

/// A use of an arc by a ring.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Use {
    pub(super) arc: usize,
    pub(super) backwards: bool,
}

/// A line between junctions. A closed one without junction has its closing point only if it is a
/// border, so that it can be drawn as one.
#[derive(Clone)]
pub(super) struct Arc {
    pub(super) points: Vec<Cell>,
    pub(super) classes: u8,
    pub(super) uses: usize,
    /// Whether it is a ring by itself, without a closing point, that may begin anywhere.
    pub(super) closed: bool,
}

/// A unit whose rings are uses of arcs.
pub(super) struct Shape {
    pub(super) code: [u8; 2],
    pub(super) label: Cell,
    pub(super) rings: Vec<Vec<Use>>,
}

/// The whole map.
pub(super) struct Topology {
    pub(super) units: Vec<Shape>,
    pub(super) arcs: Vec<Arc>,
    /// For each finer level a bit for every cell that has a tile, nine bytes a level.
    pub(super) tiles: Vec<u8>,
}

struct Builder<'a> {
    lines: &'a Lines,
    junctions: BTreeSet<Cell>,
    arcs: Vec<Arc>,
    known: BTreeMap<Vec<Cell>, usize>,
}

/// Cuts all rings where more than two edges meet or a border's class changes, and stores each
/// piece once.
pub(super) fn build(units: Vec<Unit>, lines: &Lines, lattice: Lattice) -> Topology {
    let junctions = junctions(&units, lines);
    let mut all = Builder { lines, junctions, arcs: Vec::new(), known: BTreeMap::new() };
    let units = units
        .into_iter()
        .map(|unit| Shape {
            code: unit.code,
            label: super::units::snap(unit.label, lattice),
            rings: unit.rings.iter().map(|ring| all.ring(ring)).collect(),
        })
        .collect();
    let mut arcs = all.arcs;
    for arc in &mut arcs {
        if arc.uses < 2 {
            arc.classes = 0;
            if arc.points.first() == arc.points.last() {
                arc.closed = true;
                arc.points.pop();
            }
        }
    }
    Topology { units, arcs, tiles: Vec::new() }
}

fn edges(ring: &[Cell]) -> impl Iterator<Item = (Cell, Cell)> {
    ring.iter().copied().zip(ring.iter().copied().cycle().skip(1))
}

fn junctions(units: &[Unit], lines: &Lines) -> BTreeSet<Cell> {
    let mut near: BTreeMap<Cell, BTreeSet<Cell>> = BTreeMap::new();
    let mut times: BTreeMap<(Cell, Cell), usize> = BTreeMap::new();
    for (from, to) in units.iter().flat_map(|unit| &unit.rings).flat_map(|ring| edges(ring)) {
        near.entry(from).or_default().insert(to);
        near.entry(to).or_default().insert(from);
        *times.entry((from.min(to), from.max(to))).or_default() += 1;
    }
    let class = |from: Cell, to: Cell| {
        let shared = times.get(&(from.min(to), from.max(to))).is_some_and(|times| *times > 1);
        lines.class(from, to).filter(|_| shared)
    };
    let joint = |(point, ends): &(Cell, BTreeSet<Cell>)| {
        let mut classes: Vec<u8> = ends.iter().filter_map(|end| class(*point, *end)).collect();
        classes.dedup();
        ends.len() > 2 || classes.len() > 1
    };
    near.into_iter().filter(joint).map(|(point, _)| point).collect()
}

impl Builder<'_> {
    fn ring(&mut self, ring: &[Cell]) -> Vec<Use> {
        let start = ring.iter().position(|point| self.junctions.contains(point));
        let start = start.unwrap_or_else(|| least(ring));
        let mut uses = Vec::new();
        let mut piece = Vec::new();
        for point in ring.iter().cycle().skip(start).take(ring.len() + 1) {
            piece.push(*point);
            if piece.len() > 1 && self.junctions.contains(point) {
                uses.push(self.arc(std::mem::replace(&mut piece, vec![*point])));
            }
        }
        if piece.len() > 1 {
            uses.push(self.arc(piece));
        }
        uses
    }

    fn arc(&mut self, points: Vec<Cell>) -> Use {
        let mut reversed = points.clone();
        reversed.reverse();
        for (points, backwards) in [(&points, false), (&reversed, true)] {
            if let Some(&arc) = self.known.get(points) {
                if let Some(arc) = self.arcs.get_mut(arc) {
                    arc.uses += 1;
                }
                return Use { arc, backwards };
            }
        }
        let arc = self.arcs.len();
        self.known.insert(points.clone(), arc);
        let classes = self.classes(&points);
        self.arcs.push(Arc { points, classes, uses: 1, closed: false });
        Use { arc, backwards: false }
    }

    /// The class that most of the arc's edges have.
    fn classes(&self, points: &[Cell]) -> u8 {
        let mut votes: BTreeMap<u8, usize> = BTreeMap::new();
        for (from, to) in points.iter().zip(points.iter().skip(1)) {
            if let Some(class) = self.lines.class(*from, *to) {
                *votes.entry(class).or_default() += 1;
            }
        }
        votes.into_iter().max_by_key(|(_, votes)| *votes).map_or(0, |(class, _)| class)
    }
}

/// The place of the least point: where a closed arc begins, whichever way it is walked.
fn least(ring: &[Cell]) -> usize {
    ring.iter().enumerate().min_by_key(|(_, point)| **point).map_or(0, |(place, _)| place)
}
