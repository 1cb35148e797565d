//! Arcs in, rings and lines out: joined end to end, running on over 180°.

use std::ops::Range;

use super::{Basemap, Cell, Unit};

impl Basemap {
    /// The points of an arc, in the order they are stored.
    pub(super) fn arc(&self, number: usize) -> &[Cell] {
        let end = |arc: Option<&super::Arc>| arc.map_or(0, |arc| arc.end as usize);
        let start = end(number.checked_sub(1).and_then(|before| self.arcs.get(before)));
        self.points.get(start..end(self.arcs.get(number))).unwrap_or(&[])
    }

    /// The closed rings of a unit by number, the first the largest.
    pub(super) fn unit_rings(&self, unit: &Unit) -> Range<usize> {
        unit.rings[0] as usize..unit.rings[1] as usize
    }

    /// The points of a ring; the closing point is not repeated.
    pub(super) fn ring(&self, number: usize) -> Vec<Cell> {
        let end = |ring: Option<&u32>| ring.map_or(0, |end| *end as usize);
        let start = end(number.checked_sub(1).and_then(|before| self.rings.get(before)));
        let uses = self.uses.get(start..end(self.rings.get(number))).unwrap_or(&[]);
        let mut ring = Vec::new();
        for used in uses {
            self.join(&mut ring, self.arc((used >> 1) as usize), used & 1 != 0);
        }
        self.close(&mut ring);
        ring
    }

    /// Goes on with an arc where the ring ends, shifted by whole turns to meet it.
    fn join(&self, ring: &mut Vec<Cell>, arc: &[Cell], backwards: bool) {
        let mut shift = None;
        for place in 0..arc.len() {
            let place = if backwards { arc.len() - 1 - place } else { place };
            let Some(&[x, y]) = arc.get(place) else { return };
            let last = ring.last().copied();
            let turn = shift.unwrap_or_else(|| last.map_or(0, |[to, _]| self.turns(x, to)));
            shift = Some(turn);
            if last != Some([x + turn, y]) && self.lattice.near(x + turn) {
                ring.push([x + turn, y]);
            }
        }
    }

    /// The whole turns, in columns, that bring `x` nearest to `to`.
    fn turns(&self, x: i32, to: i32) -> i32 {
        let columns = self.lattice.columns();
        (to - x + columns / 2).div_euclid(columns) * columns
    }

    /// Drops a repeated closing point, and leads a ring around the globe (Antarctica's coast)
    /// back along its pole.
    fn close(&self, ring: &mut Vec<Cell>) {
        let Some(&[first, y]) = ring.first() else { return };
        if let Some(&[x, last_y]) = ring.last()
            && ring.len() > 1
            && last_y == y
            && (x - first) % self.lattice.columns() == 0
        {
            ring.pop();
        }
        let turn = ring.last().map_or(0, |[x, _]| self.turns(first, *x));
        if turn != 0 {
            let pole = if y < self.lattice.rows() / 2 { 0 } else { self.lattice.rows() };
            ring.extend_from_slice(&[[first + turn, y], [first + turn, pole], [first, pole]]);
        }
    }
}
