//! The land as it lies round the globe: rings and borders of a base map in, vectors of length 1 out.
//!
//! They are made once, when a globe is shown first: one that turns needs no more trigonometry.

use super::{Basemap, Cell};
use crate::geo::{LonLat, vector};

/// A place as [`vector`] gives it, of a length of 1: exact to half a metre.
pub(super) type Direction = [f32; 3];

/// All rings of a base map, each with its first point at the end again, and all of its borders.
#[derive(Clone, PartialEq, Debug, Default)]
pub(super) struct Ball {
    points: Vec<Direction>,
    /// Where each ring ends in `points`, and after them each arc; one that is coast has none.
    ends: Vec<u32>,
    rings: usize,
}

impl Ball {
    /// The points of a ring.
    pub(super) fn ring(&self, number: usize) -> &[Direction] {
        self.part(number)
    }

    /// The points of the border along an arc; none along a coast.
    pub(super) fn border(&self, arc: usize) -> &[Direction] {
        self.part(self.rings + arc)
    }

    fn part(&self, number: usize) -> &[Direction] {
        let end = |number: usize| self.ends.get(number).map_or(0, |end| *end as usize);
        self.points.get(number.checked_sub(1).map_or(0, end)..end(number)).unwrap_or_default()
    }

    fn push(&mut self, line: &[LonLat]) {
        for &at in line {
            self.points.push(vector(at).map(|length| length as f32));
        }
        self.ends.push(self.points.len() as u32);
    }
}

impl Basemap {
    pub(super) fn ball(&self) -> &Ball {
        self.ball.get_or_init(|| {
            let mut ball = Ball { rings: self.rings.len(), ..Ball::default() };
            for number in 0..self.rings.len() {
                let mut ring = self.ring(number);
                ring.extend(ring.first().copied());
                ball.push(&self.bent(&ring));
            }
            for (number, arc) in self.arcs.iter().enumerate() {
                ball.push(&self.bent(if arc.border { self.arc(number) } else { &[] }));
            }
            ball
        })
    }

    /// The points of a line with those between them where it is long.
    pub(super) fn bent(&self, line: &[Cell]) -> Vec<LonLat> {
        let mut points = Vec::with_capacity(line.len());
        self.bend(line, &mut |at| points.push(at));
        points
    }
}
