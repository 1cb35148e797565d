//! A topology in, the same one in an order that makes short steps out: neighbours follow each
//! other, and islands begin where the pen is.

use super::rings::step;
use super::topology::{Arc, Shape, Topology, Use};
use super::units::Cell;
use mitra_kota::map::basemap::format::{Lattice, NO_CODE};

struct Pen<'a> {
    from: &'a [Arc],
    lattice: Lattice,
    at: Cell,
    /// Where an arc of the old order stands in the new one, and whether it was turned around.
    moved: Vec<Option<Use>>,
    arcs: Vec<Arc>,
}

/// Orders units, rings and arcs by the way of a pen that always takes the nearest next.
pub(super) fn arrange(topology: Topology, lattice: Lattice) -> Topology {
    let Topology { mut units, arcs, tiles } = topology;
    let moved = vec![None; arcs.len()];
    let mut pen = Pen { from: &arcs, lattice, at: [0, 0], moved, arcs: Vec::new() };
    let mut ordered = Vec::new();
    // Where units share a code, the first is taken for the country: the one with the most points.
    units.sort_by_key(|unit| std::cmp::Reverse(pen.size(unit)));
    while let Some(place) = nearest(&units, |unit| pen.to(unit, &units)) {
        let Shape { code, label, rings } = units.remove(place);
        let rings = pen.rings(rings);
        if rings.is_empty() {
            pen.at = label;
        }
        ordered.push(Shape { code, label, rings });
    }
    Topology { units: ordered, arcs: pen.arcs, tiles }
}

fn nearest<T>(of: &[T], way: impl Fn(&T) -> i64) -> Option<usize> {
    of.iter().enumerate().min_by_key(|(_, one)| way(one)).map(|(place, _)| place)
}

impl Pen<'_> {
    fn way(&self, to: Cell) -> i64 {
        let x = i64::from(step(self.at[0], to[0], self.lattice));
        let y = i64::from(to[1] - self.at[1]);
        x * x + y * y
    }

    fn size(&self, unit: &Shape) -> usize {
        unit.rings.iter().flatten().map(|used| self.points(*used).len()).sum()
    }

    /// The way to a unit, endless while a larger one with its code is waiting.
    fn to(&self, unit: &Shape, waiting: &[Shape]) -> i64 {
        let first = waiting.iter().find(|other| other.code == unit.code);
        match first.filter(|first| std::ptr::eq(*first, unit) || unit.code == NO_CODE) {
            Some(_) => unit.rings.first().map_or(self.way(unit.label), |ring| self.far(ring)),
            None => i64::MAX,
        }
    }

    fn points(&self, used: Use) -> &[Cell] {
        self.from.get(used.arc).map_or(&[], |arc| &arc.points)
    }

    fn far(&self, ring: &[Use]) -> i64 {
        let points = ring.iter().flat_map(|used| self.points(*used));
        points.map(|point| self.way(*point)).min().unwrap_or(i64::MAX)
    }

    /// The largest ring first, then always the nearest.
    fn rings(&mut self, mut rings: Vec<Vec<Use>>) -> Vec<Vec<Use>> {
        let mut ordered = Vec::new();
        let mut next = Some(0).filter(|_| !rings.is_empty());
        while let Some(place) = next {
            let ring = rings.remove(place);
            ordered.push(self.ring(ring));
            next = nearest(&rings, |ring| self.far(ring));
        }
        ordered
    }

    fn ring(&mut self, mut ring: Vec<Use>) -> Vec<Use> {
        let fresh = |used: &Use| self.moved.get(used.arc) == Some(&None);
        let start = |used: &Use| {
            let points = self.points(*used);
            let first = if used.backwards { points.last() } else { points.first() };
            first.map_or(i64::MAX, |point| self.way(*point))
        };
        let begin = nearest(&ring, |used| if fresh(used) { start(used) } else { i64::MAX });
        ring.rotate_left(begin.unwrap_or(0));
        ring.into_iter().map(|used| self.take(used)).collect()
    }

    fn take(&mut self, used: Use) -> Use {
        if let Some(Some(known)) = self.moved.get(used.arc) {
            return Use { arc: known.arc, backwards: known.backwards != used.backwards };
        }
        let Some(mut arc) = self.from.get(used.arc).cloned() else { return used };
        if used.backwards {
            arc.points.reverse();
        }
        if arc.closed {
            let begin = nearest(&arc.points, |point| self.way(*point));
            arc.points.rotate_left(begin.unwrap_or(0));
        }
        self.at = arc.points.last().copied().unwrap_or(self.at);
        let number = self.arcs.len();
        self.arcs.push(arc);
        if let Some(moved) = self.moved.get_mut(used.arc) {
            *moved = Some(Use { arc: number, backwards: used.backwards });
        }
        Use { arc: number, backwards: false }
    }
}
