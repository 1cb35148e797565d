//! Land as a globe shows it: rings and lines in, path data of what lies before the horizon out.
//!
//! A ring that the horizon cuts is closed along it, on the side where its land lies. On the way to the
//! flat map the horizon moves back until all of the globe is seen; then land is cut as there, too.

use super::ball::Direction;
use super::format::NO_CODE;
use super::path::{double_area, write};
use super::{Basemap, BorderClass, Cell, Unit, Worldview};
use crate::geo::LonLat;
use crate::map::projection::{Eye, Projection, steps};

/// The sine and cosine of a step along the horizon, 2°: nobody sees the corners.
const STEP: (f64, f64) = (0.034_899_496_702_500_97, 0.999_390_827_019_095_8);
/// A way along the horizon that is so little short of a whole turn, 1.8°, is none: edges that lie on one another
/// or cross, as simplified ones may, meet the horizon in turned order. No country goes all round it.
const SWAPPED: f64 = 0.02;
/// A point of a globe, which needs no place.
const NOWHERE: LonLat = LonLat { lon: 0.0, lat: 0.0 };

/// A point of a line, and where the eye sees it.
#[derive(Clone, Copy)]
struct Point {
    /// [`NOWHERE`] unless some of the flat map is mixed in.
    at: LonLat,
    seen: [f64; 3],
}

/// A projection that shows a globe, ready to draw on.
struct Front<'a> {
    on: &'a Projection,
    eye: Eye,
    /// The horizon: how near the eye a point lies at least.
    low: f64,
}

impl Basemap {
    /// Writes the land of a unit as closed subpaths; islands smaller than `least`, in square lattice
    /// steps of the plane, are left out.
    #[inline(never)] // It travels in a later module.
    pub(crate) fn land_on_globe(&self, unit: &Unit, on: &Projection, least: i64, out: &mut String) {
        let front = Front::new(on);
        let mut cut = Vec::new();
        for number in self.unit_rings(unit) {
            for line in front.ring(self, number) {
                if line.iter().all(|point| front.shows(point)) {
                    front.close(&line, least, out);
                } else {
                    front.cut(&line, true, &mut cut);
                }
            }
        }
        if !cut.is_empty() {
            // The first ring is the largest: holes run the other way round.
            let largest = self.ring(self.unit_rings(unit).start);
            front.join(cut, signed_area(&largest) > 0, out);
        }
    }

    /// Writes the borders that are drawn as `class` seen from `worldview` as open subpaths.
    #[inline(never)] // It travels in a later module.
    pub(crate) fn borders_on_globe(
        &self,
        worldview: Worldview,
        class: BorderClass,
        on: &Projection,
        out: &mut String,
    ) {
        let front = Front::new(on);
        let mut parts = Vec::new();
        for (number, arc) in self.arcs.iter().enumerate() {
            if arc.border && arc.class(worldview) == class {
                for line in front.border(self, number) {
                    front.cut(&line, false, &mut parts);
                }
            }
        }
        for part in &parts {
            let plane = front.plane(part);
            if plane.len() > 1 {
                write(&plane, out);
            }
        }
    }

    /// Writes a point, a line of no length, for each state without a shape; and to `sea` that of a whole
    /// globe, unless there is some.
    #[inline(never)] // It travels in a later module.
    pub(crate) fn dots_on_globe(&self, on: &Projection, sea: &mut String, out: &mut String) {
        let front = Front::new(on);
        let has_land = !self.units.is_empty();
        if has_land && sea.is_empty() && on.round >= 1.0 {
            let mut rim = vec![front.on_horizon([1.0, 0.0], on.middle.lon)];
            front.follow(&mut rim, 4.0, true);
            front.close(&rim, 0, sea);
        }
        for unit in self.units.iter().filter(|unit| !unit.has_shape() && unit.code != NO_CODE) {
            let point = front.point(unit.label);
            if front.shows(&point) {
                write(&front.plane(&[point]), out);
                out.push_str("h0");
            }
        }
    }
}

impl<'a> Front<'a> {
    fn new(on: &'a Projection) -> Self {
        Self { on, eye: Eye::above(on.middle), low: on.round - 1.0 }
    }

    fn point(&self, at: LonLat) -> Point {
        Point { at, seen: self.eye.turn(at) }
    }

    /// The parts of a ring, each with its first point at the end again.
    fn ring(&self, map: &Basemap, number: usize) -> Vec<Vec<Point>> {
        if self.is_whole() {
            return vec![self.turned(map.ball().ring(number))];
        }
        let mut parts = map.sheet(self.on.meridian).ring(&map.ring(number));
        for part in &mut parts {
            part.extend(part.first().copied());
        }
        self.lines(map, &parts)
    }

    /// The parts of the border along an arc.
    fn border(&self, map: &Basemap, number: usize) -> Vec<Vec<Point>> {
        if self.is_whole() {
            return vec![self.turned(map.ball().border(number))];
        }
        self.lines(map, &map.sheet(self.on.meridian).line(map.arc(number)))
    }

    fn turned(&self, line: &[Direction]) -> Vec<Point> {
        let point = |to: &Direction| Point { at: NOWHERE, seen: self.eye.see(to.map(f64::from)) };
        line.iter().map(point).collect()
    }

    fn lines(&self, map: &Basemap, parts: &[Vec<Cell>]) -> Vec<Vec<Point>> {
        let line = |part: &Vec<Cell>| map.bent(part).into_iter().map(|at| self.point(at)).collect();
        parts.iter().map(line).collect()
    }

    /// Whether it is a globe, and no longer on the way to one.
    fn is_whole(&self) -> bool {
        self.on.round >= 1.0
    }

    fn shows(&self, point: &Point) -> bool {
        point.seen[2] >= self.low
    }

    /// Cuts a line, or a closed one whose last point is its first, into the parts that are seen.
    fn cut(&self, line: &[Point], closed: bool, parts: &mut Vec<Vec<Point>>) {
        let edges = line.len().saturating_sub(1);
        // A closed line is followed from where it is hidden, so that no part is halved.
        let hidden = line.iter().position(|point| !self.shows(point));
        let start = if closed { hidden.unwrap_or(0) } else { 0 };
        let mut before: Option<Point> = None;
        for step in 0..=edges {
            let place = start + step;
            let place = if place > edges { place - edges } else { place };
            let Some(&point) = line.get(place) else { return };
            match (before.map(|before| (before, self.shows(&before))), self.shows(&point)) {
                (Some((_, true)), true) => extend(parts, point),
                (Some((from, false)), true) => parts.push(vec![self.crossing(from, point), point]),
                (Some((from, true)), false) => extend(parts, self.crossing(point, from)),
                (None, true) => parts.push(vec![point]),
                (_, false) => {}
            }
            before = Some(point);
        }
    }

    /// Where the way from a hidden point to one that is seen meets the horizon: no way is so long that
    /// it would bend.
    fn crossing(&self, hidden: Point, seen: Point) -> Point {
        let [[_, _, low], [_, _, high]] = [hidden.seen, seen.seen];
        let t = (self.low - low) / (high - low);
        let between = |a: f64, b: f64| a + (b - a) * t;
        let [x, y] = [0, 1].map(|axis| between(hidden.seen[axis], seen.seen[axis]));
        let size = self.size() / (x * x + y * y).sqrt().max(1e-9);
        let lon = between(hidden.at.lon, seen.at.lon);
        Point {
            at: LonLat { lon, lat: between(hidden.at.lat, seen.at.lat) },
            seen: [x * size, y * size, self.low],
        }
    }

    /// The radius of the horizon.
    fn size(&self) -> f64 {
        (1.0 - self.low * self.low).max(0.0).sqrt()
    }

    /// Joins parts of rings along the horizon and writes them. Land that runs `ccw`, against the clock,
    /// lies on the left: from where a part ends the horizon is followed to the left.
    fn join(&self, mut parts: Vec<Vec<Point>>, ccw: bool, out: &mut String) {
        while let Some(mut line) = parts.pop() {
            while let Some((first, last)) = line.first().zip(line.last()) {
                let (end, own) = (turn_of(last), turn_of(first));
                let mut next = None;
                let mut least = way(end, own, ccw);
                for (number, part) in parts.iter().enumerate() {
                    let ahead = part.first().map_or(f64::MAX, |p| way(end, turn_of(p), ccw));
                    if ahead < least {
                        (least, next) = (ahead, Some(number));
                    }
                }
                self.follow(&mut line, least, ccw);
                let Some(number) = next else { break };
                line.append(&mut parts.swap_remove(number));
            }
            self.close(&line, 0, out);
        }
    }

    /// Goes on along the horizon for `far`, in the measure of [`turn_of`].
    fn follow(&self, line: &mut Vec<Point>, far: f64, ccw: bool) {
        let Some(&last) = line.last() else { return };
        let [mut x, mut y, _] = last.seen;
        let size = (x * x + y * y).sqrt().max(1e-9);
        (x, y) = (x / size, y / size);
        let sine = if ccw { STEP.0 } else { -STEP.0 };
        let (start, mut gone, mut lon) = (turn_of(&last), 0.0, last.at.lon);
        loop {
            (x, y) = (x * STEP.1 - y * sine, y * STEP.1 + x * sine);
            let point = self.on_horizon([x, y], lon);
            let now = way(start, turn_of(&point), ccw);
            // Once round the measure begins anew.
            if now >= far || now < gone {
                return;
            }
            (gone, lon) = (now, point.at.lon);
            line.push(point);
        }
    }

    /// The point of the horizon in a direction of length 1, its longitude the nearest to `lon`.
    fn on_horizon(&self, [x, y]: [f64; 2], lon: f64) -> Point {
        let seen = [x * self.size(), y * self.size(), self.low];
        if self.is_whole() {
            return Point { at: NOWHERE, seen };
        }
        let at = self.eye.back(seen);
        let turns = ((lon - at.lon) / 360.0 + 0.5).floor();
        Point { at: LonLat { lon: at.lon + turns * 360.0, ..at }, seen }
    }

    /// Lattice steps of the plane, without points that fall on the one before.
    fn plane(&self, line: &[Point]) -> Vec<(i32, i32)> {
        let mut plane = Vec::with_capacity(line.len());
        for point in line {
            let point =
                steps(self.on.mixed(point.seen, point.at.lon - self.on.meridian, point.at.lat));
            if plane.last() != Some(&point) {
                plane.push(point);
            }
        }
        plane
    }

    /// Writes a closed line, unless it is smaller than `least`.
    fn close(&self, line: &[Point], least: i64, out: &mut String) {
        let mut plane = self.plane(line);
        if plane.len() > 1 && plane.first() == plane.last() {
            plane.pop();
        }
        if plane.len() > 2 && double_area(&plane) >= 2 * least {
            write(&plane, out);
            out.push('z');
        }
    }
}

fn extend(parts: &mut [Vec<Point>], point: Point) {
    if let Some(part) = parts.last_mut() {
        part.push(point);
    }
}

/// Where round the eye a point lies: from 0 to below 4, against the clock; it grows with the angle.
fn turn_of(point: &Point) -> f64 {
    let [x, y, _] = point.seen;
    let size = (x.abs() + y.abs()).max(1e-12);
    match (x >= 0.0, y >= 0.0) {
        (true, true) => y / size,
        (false, true) => 1.0 - x / size,
        (false, false) => 2.0 - y / size,
        (true, false) => 3.0 + x / size,
    }
}

/// How far it is from one turn to another, against the clock or with it.
fn way(from: f64, to: f64, ccw: bool) -> f64 {
    let far = if ccw { to - from } else { from - to };
    if far < -SWAPPED { far + 4.0 } else { far }
}

/// Twice the area of a ring in cells; above 0 if it runs against the clock.
fn signed_area(ring: &[Cell]) -> i64 {
    let Some(&(mut from)) = ring.last() else { return 0 };
    let mut sum = 0;
    for &to in ring {
        sum += i64::from(from[0]) * i64::from(to[1]) - i64::from(to[0]) * i64::from(from[1]);
        from = to;
    }
    sum
}
