//! Arcs in, rings and lines out: joined end to end, running on over 180°.

use super::{Basemap, Cell, Unit};

impl Basemap {
    /// The points of an arc, in the order they are stored.
    pub(super) fn arc(&self, number: usize) -> &[Cell] {
        let end = |arc: Option<&super::Arc>| arc.map_or(0, |arc| arc.end as usize);
        let start = end(number.checked_sub(1).and_then(|before| self.arcs.get(before)));
        self.points.get(start..end(self.arcs.get(number))).unwrap_or(&[])
    }

    /// The closed rings of a unit, the first the largest; the closing point is not repeated.
    pub(super) fn unit_rings(&self, unit: &Unit) -> impl Iterator<Item = Vec<Cell>> {
        (unit.rings[0]..unit.rings[1]).map(|ring| self.ring(ring as usize))
    }

    fn ring(&self, number: usize) -> Vec<Cell> {
        let end = |ring: Option<&u32>| ring.map_or(0, |end| *end as usize);
        let start = end(number.checked_sub(1).and_then(|before| self.rings.get(before)));
        let uses = self.uses.get(start..end(self.rings.get(number))).unwrap_or(&[]);
        let mut ring = Vec::new();
        for used in uses {
            let arc = self.arc((used >> 1) as usize);
            if used & 1 == 0 {
                self.join(&mut ring, arc.iter());
            } else {
                self.join(&mut ring, arc.iter().rev());
            }
        }
        self.close(&mut ring);
        ring
    }

    /// Goes on with an arc where the ring ends, shifted by whole turns to meet it.
    fn join<'a>(&self, ring: &mut Vec<Cell>, arc: impl Iterator<Item = &'a Cell>) {
        let mut turn = None;
        for &[x, y] in arc {
            let last = ring.last().copied();
            let turn = *turn.get_or_insert_with(|| last.map_or(0, |[to, _]| self.turns(x, to)));
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
            ring.extend([[first + turn, y], [first + turn, pole], [first, pole]]);
        }
    }
}
