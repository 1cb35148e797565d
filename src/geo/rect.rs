//! Upright boxes: in boxes, points and lines, out whether they meet.

use super::{Pixel, Rect};

impl Rect {
    /// The box that reaches `half_width` and `half_height` from `middle`.
    #[must_use]
    pub fn around(middle: Pixel, half_width: f64, half_height: f64) -> Self {
        Self {
            x0: middle.x - half_width,
            y0: middle.y - half_height,
            x1: middle.x + half_width,
            y1: middle.y + half_height,
        }
    }

    /// The box with each edge moved outwards by `by`.
    #[must_use]
    pub fn grown(self, by: f64) -> Self {
        Self { x0: self.x0 - by, y0: self.y0 - by, x1: self.x1 + by, y1: self.y1 + by }
    }

    /// Whether the two share more than an edge.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        self.x0 < other.x1 && other.x0 < self.x1 && self.y0 < other.y1 && other.y0 < self.y1
    }

    /// Whether `other` lies wholly inside.
    #[must_use]
    pub fn holds(&self, other: &Self) -> bool {
        self.x0 <= other.x0 && other.x1 <= self.x1 && self.y0 <= other.y0 && other.y1 <= self.y1
    }

    /// Whether the straight line from `a` to `b` touches the box.
    #[must_use]
    pub fn crossed_by(&self, a: Pixel, b: Pixel) -> bool {
        // The part of the line between each pair of edges (Liang and Barsky).
        let (mut enter, mut leave) = (0.0_f64, 1.0_f64);
        for (from, step, low, high) in
            [(a.x, b.x - a.x, self.x0, self.x1), (a.y, b.y - a.y, self.y0, self.y1)]
        {
            if step == 0.0 {
                if from < low || from > high {
                    return false;
                }
                continue;
            }
            let (p, q) = ((low - from) / step, (high - from) / step);
            enter = enter.max(p.min(q));
            leave = leave.min(p.max(q));
        }
        enter <= leave
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOX: Rect = Rect { x0: 0.0, y0: 0.0, x1: 10.0, y1: 4.0 };

    fn at(x: f64, y: f64) -> Pixel {
        Pixel { x, y }
    }

    #[test]
    fn boxes_that_share_an_edge_do_not_overlap() {
        assert!(!BOX.overlaps(&Rect { x0: 10.0, y0: 0.0, x1: 20.0, y1: 4.0 }));
        assert!(BOX.overlaps(&Rect { x0: 9.9, y0: 3.9, x1: 20.0, y1: 14.0 }));
        assert!(BOX.holds(&BOX) && !BOX.holds(&BOX.grown(0.1)));
    }

    #[test]
    fn lines_cross_where_they_touch() {
        assert!(BOX.crossed_by(at(-5.0, 2.0), at(15.0, 2.0)));
        assert!(BOX.crossed_by(at(5.0, 2.0), at(5.0, 2.0)));
        assert!(
            BOX.crossed_by(at(-1.0, 3.0), at(3.0, 7.0))
                == BOX.crossed_by(at(3.0, 7.0), at(-1.0, 3.0))
        );
        assert!(!BOX.crossed_by(at(-5.0, 2.0), at(-1.0, 2.0)));
        assert!(!BOX.crossed_by(at(-2.0, 3.0), at(3.0, 8.0)));
        assert!(!BOX.crossed_by(at(11.0, -9.0), at(11.0, 9.0)));
    }
}
