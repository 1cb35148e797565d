//! Rings and lines that run around the globe in, pieces that lie within one sheet of 360° out.

use super::Cell;

/// The sheet of the map: columns `left..=left + width`, one turn of the globe.
#[derive(Clone, Copy)]
pub(super) struct Sheet {
    pub(super) left: i32,
    pub(super) width: i32,
}

impl Sheet {
    fn turn(self, x: i32) -> i32 {
        (x - self.left).div_euclid(self.width)
    }

    /// The parts of a closed ring on the sheet, closed along its edges.
    pub(super) fn ring(self, ring: &[Cell]) -> Vec<Vec<Cell>> {
        let (mut west, mut east) = (i32::MAX, i32::MIN);
        for point in ring {
            west = west.min(point[0]);
            east = east.max(point[0]);
        }
        let mut parts = Vec::new();
        if ring.is_empty() {
            return parts;
        }
        // A ring that ends on the edge does not reach the next turn.
        let (first, last) = (self.turn(west), self.turn(east - 1).max(self.turn(west)));
        for turn in first..=last {
            let mut part = ring.to_vec();
            for point in &mut part {
                point[0] -= turn * self.width;
            }
            if first != last {
                part = half(&part, self.left, 1);
                part = half(&part, self.left + self.width, -1);
            }
            if part.len() > 2 {
                parts.push(part);
            }
        }
        parts
    }

    /// The parts of an open line on the sheet.
    #[inline(always)] // Shared with a later module it would be heavier.
    pub(super) fn line(self, line: &[Cell]) -> Vec<Vec<Cell>> {
        let mut parts: Vec<Vec<Cell>> = Vec::new();
        let mut last: Option<(Cell, i32)> = None;
        for &point in line {
            let turn = self.turn(point[0]);
            match last {
                Some((_, before)) if before == turn => {}
                Some((from, before)) => {
                    let edge = self.left + self.width * before.max(turn);
                    let meet = crossing(from, point, edge);
                    push(&mut parts, [meet[0] - before * self.width, meet[1]]);
                    parts.push(vec![[meet[0] - turn * self.width, meet[1]]]);
                }
                None => parts.push(Vec::new()),
            }
            push(&mut parts, [point[0] - turn * self.width, point[1]]);
            last = Some((point, turn));
        }
        parts
    }
}

fn push(parts: &mut [Vec<Cell>], point: Cell) {
    if let Some(part) = parts.last_mut() {
        part.push(point);
    }
}

/// Sutherland and Hodgman's step: what lies east (`side` 1) or west (-1) of a meridian.
fn half(ring: &[Cell], edge: i32, side: i32) -> Vec<Cell> {
    let inside = |point: Cell| (point[0] - edge) * side >= 0;
    let mut kept = Vec::new();
    let Some(&(mut from)) = ring.last() else { return kept };
    for &to in ring {
        if inside(from) != inside(to) {
            kept.push(crossing(from, to, edge));
        }
        if inside(to) {
            kept.push(to);
        }
        from = to;
    }
    kept
}

/// Where the line between two points meets a meridian that lies between them.
fn crossing(from: Cell, to: Cell, edge: i32) -> Cell {
    let part = f64::from(edge - from[0]) / f64::from(to[0] - from[0]);
    [edge, from[1] + (f64::from(to[1] - from[1]) * part + 0.5).floor() as i32]
}
