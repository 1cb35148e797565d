//! Ties as great circles on the screen.
//!
//! In: the ties of a scene, and where the marks are drawn. Out: [`Arc`]s as polylines, sampled as
//! finely as they bend, cut at the map's edge, those that would lie on each other moved apart.

use super::spots::state;
use super::{Arc, Camera, Scene, Spot, State, Tie, Viewport};
use crate::geo::{GreatCircle, Pixel, Rect};

/// More arcs than this in view: only those of what is selected or pointed at are drawn.
const MOST: usize = 60;
/// A chord that is nearer than this to its arc is taken for it, pixels.
const FLAT: f64 = 0.2;
/// Arcs both of whose ends are nearer than this would lie on each other, pixels.
const SAME: f64 = 6.0;
/// How far apart such arcs are drawn, and how wide all of them together: the marks at their ends
/// still cover them. Pixels at 16 px per em.
const APART: f64 = 4.0;
const WIDEST: f64 = 14.0;

/// The way of a tie over the screen.
struct Way<'a> {
    tie: &'a Tie,
    state: State,
    pieces: Vec<Vec<Pixel>>,
    /// Its ends as they are drawn.
    from: Pixel,
    to: Pixel,
    /// Where its partner lies, from which a cluster may have moved the end.
    aim: Pixel,
}

/// All arcs that the viewport shows, off before normal before selected.
pub(super) fn arcs(scene: &Scene, camera: &Camera, view: &Viewport, spots: &[Spot]) -> Vec<Arc> {
    let mut ways: Vec<Way> = Vec::new();
    let pointed = |key: u32| scene.pointed.contains(&key);
    let stands_out = |tie: &Tie| chosen(scene, tie) || pointed(tie.home) || pointed(tie.partner);
    for tie in &scene.ties {
        // Once there are too many, it takes too long to find out how many too many.
        if (ways.len() <= MOST || stands_out(tie))
            && let Some(way) = way(scene, tie, camera, view, spots)
        {
            ways.push(way);
        }
    }
    if ways.len() > MOST {
        ways.retain(|way| stands_out(way.tie));
    }
    part(&mut ways, view.em / 16.0);
    let mut arcs = Vec::new();
    for state in [State::Off, State::Normal, State::Selected] {
        for way in &mut ways {
            if way.state == state {
                let Tie { home, partner, line, records } = *way.tie;
                let pieces = std::mem::take(&mut way.pieces);
                arcs.push(Arc { home, partner, line, records, state, pieces });
            }
        }
    }
    arcs
}

/// The way of a tie; `None` if an end is missing or no piece is in view.
fn way<'a>(
    scene: &Scene,
    tie: &'a Tie,
    camera: &Camera,
    view: &Viewport,
    spots: &[Spot],
) -> Option<Way<'a>> {
    let circle = GreatCircle::new(scene.mark(tie.home)?.at, scene.mark(tie.partner)?.at);
    let mut trace = Trace { circle, camera, view, pieces: Vec::new() };
    let (a, b) = (trace.sample(0.0), trace.sample(1.0));
    trace.pieces.push(vec![a.at]);
    trace.walk(a, b, 0);
    let mut pieces = trace.pieces;
    // The ends follow their marks, which clusters may have moved.
    let from = pieces.first_mut().and_then(|first| lead(first, spots, tie.home, false));
    let to = pieces.last_mut().and_then(|last| lead(last, spots, tie.partner, true));
    let sheet = Rect { x0: 0.0, y0: 0.0, x1: view.width, y1: view.height };
    if !pieces.iter().any(|piece| extent(piece).overlaps(&sheet)) {
        return None;
    }
    let (from, to) = (from.unwrap_or(a.at), to.unwrap_or(b.at));
    Some(Way { tie, state: state(scene, chosen(scene, tie)), pieces, from, to, aim: b.at })
}

/// Whether both ends are of what is selected.
fn chosen(scene: &Scene, tie: &Tie) -> bool {
    scene.selected.contains(&tie.home) && scene.selected.contains(&tie.partner)
}

/// Bends a piece so that one end lies on the spot of `key`, the other staying where it is. Gives
/// that end; `None` if no spot has the key.
fn lead(piece: &mut [Pixel], spots: &[Spot], key: u32, at_end: bool) -> Option<Pixel> {
    let spot = spots.iter().find(|spot| spot.keys.contains(&key))?;
    let end = if at_end { piece.last()? } else { piece.first()? };
    let (dx, dy) = (spot.at.x - end.x, spot.at.y - end.y);
    let last = piece.len().max(2) - 1;
    for (i, point) in piece.iter_mut().enumerate() {
        let share = (if at_end { i } else { last - i }) as f64 / last as f64;
        point.x += dx * share;
        point.y += dy * share;
    }
    Some(spot.at)
}

/// The upright box of a polyline.
pub(super) fn extent(piece: &[Pixel]) -> Rect {
    let mut area = Rect::around(piece.first().copied().unwrap_or_default(), 0.0, 0.0);
    for point in piece {
        area.x0 = area.x0.min(point.x);
        area.y0 = area.y0.min(point.y);
        area.x1 = area.x1.max(point.x);
        area.y1 = area.y1.max(point.y);
    }
    area
}

/// A great circle being followed over the map.
struct Trace<'a> {
    circle: GreatCircle,
    camera: &'a Camera,
    view: &'a Viewport,
    pieces: Vec<Vec<Pixel>>,
}

/// A point of the way: its share, its degrees east of the central meridian, its pixel.
#[derive(Clone, Copy)]
struct Sample {
    t: f64,
    east: f64,
    at: Pixel,
}

impl Trace<'_> {
    fn sample(&self, t: f64) -> Sample {
        let place = self.circle.at(t);
        let projection = self.camera.projection;
        let at = self.camera.show(place, self.view);
        // A whole globe has no edge, only a horizon.
        let east = if projection.round < 1.0 { projection.offset(place.lon) } else { 0.0 };
        Sample { t, east, at }
    }

    /// Adds what follows `a`, up to `b`. The short way round spans less than half a turn, so a
    /// larger step in longitude can only be the map's edge: it is narrowed down and left open. So is
    /// a globe's horizon, behind which nothing has a pixel.
    fn walk(&mut self, a: Sample, b: Sample, depth: u32) {
        let torn = (a.east - b.east).abs() > 180.0 || a.at.x.is_nan() != b.at.x.is_nan();
        if depth < if torn { 16 } else { 8 } {
            let middle = self.sample((a.t + b.t) / 2.0);
            if torn || depth < 3 || bends(a.at, middle.at, b.at) {
                self.walk(a, middle, depth + 1);
                self.walk(middle, b, depth + 1);
                return;
            }
        }
        match self.pieces.last_mut() {
            // What is hidden is one point without a number, which draws nothing.
            Some(piece) if !torn => {
                if !b.at.x.is_nan() {
                    piece.push(b.at);
                }
            }
            _ => self.pieces.push(vec![b.at]),
        }
    }
}

/// Whether `middle` lies too far from the chord.
fn bends(a: Pixel, middle: Pixel, b: Pixel) -> bool {
    cross(a, b, middle).abs() > FLAT * gap(a, b)
}

/// Moves arcs that share both ends apart, side by side round the true line, in the order in which
/// the places lie that they lead to.
fn part(ways: &mut [Way], unit: f64) {
    let mut shifts = Vec::new();
    for (number, way) in ways.iter().enumerate() {
        shifts.push(aside(ways, number, way) * unit);
    }
    for (way, by) in ways.iter_mut().zip(shifts) {
        way.shift(by);
    }
}

/// How far a way has to be moved to the right, pixels at 16 px per em.
fn aside(ways: &[Way], number: usize, own: &Way) -> f64 {
    let place = cross(own.from, own.to, own.aim);
    let (mut before, mut others) = (0.0, 0.0);
    for (i, way) in ways.iter().enumerate() {
        if i != number && gap(way.from, own.from) < SAME && gap(way.to, own.to) < SAME {
            let theirs = cross(own.from, own.to, way.aim);
            others += 1.0;
            if theirs < place || (theirs == place && i < number) {
                before += 1.0;
            }
        }
    }
    (before - others / 2.0) * APART.min(WIDEST / f64::max(others, 1.0))
}

/// How far `c` lies to the right of the way from `a` to `b`, times its length.
fn cross(a: Pixel, b: Pixel, c: Pixel) -> f64 {
    (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
}

/// Distance of two pixels.
fn gap(a: Pixel, b: Pixel) -> f64 {
    ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)).sqrt()
}

impl Way<'_> {
    /// Moves it sideways by `by`, to the right of the way from its home to its partner.
    fn shift(&mut self, by: f64) {
        // One that lies alone stays; it may end behind a globe.
        if by == 0.0 {
            return;
        }
        let (from, to) = (self.from, self.to);
        let length = gap(from, to).max(1.0);
        let (x, y) = ((from.y - to.y) / length * by, (to.x - from.x) / length * by);
        for point in self.pieces.iter_mut().flatten() {
            point.x += x;
            point.y += y;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{BEKASI, SEONGNAM, desktop, mark, seeds};
    use super::super::{EDGE_X, Kind, Line, Plane, Projection, Side, frame, spots::spots};
    use super::*;

    fn drawn(scene: &Scene, camera: &Camera, view: &Viewport) -> Vec<Arc> {
        arcs(scene, camera, view, &spots(scene, camera, view))
    }

    fn tie(home: u32, partner: u32, line: Line) -> Tie {
        Tie { home, partner, line, records: 1 }
    }

    /// A home and a partner with the map's edge (60° W) between them.
    fn across() -> Scene {
        Scene {
            marks: vec![
                mark(1, Side::Home, -75.0, 20.0, "west"),
                mark(2, Side::Partner, -45.0, 0.0, "east"),
            ],
            ties: vec![tie(1, 2, Line::Contact)],
            ..Scene::default()
        }
    }

    /// The pixels of both ends of an arc.
    fn ends(arc: &Arc) -> (Pixel, Pixel) {
        let first = arc.pieces.first().and_then(|piece| piece.first());
        let last = arc.pieces.last().and_then(|piece| piece.last());
        (first.copied().unwrap_or_default(), last.copied().unwrap_or_default())
    }

    #[test]
    fn an_arc_over_the_map_s_edge_is_cut_without_a_streak() {
        let view = desktop();
        let camera = Camera::world(Projection::near(120.0), &view);
        let all = drawn(&across(), &camera, &view);
        let [arc] = all.as_slice() else { panic!("one arc, not {}", all.len()) };
        let [out, back] = arc.pieces.as_slice() else { panic!("two pieces: {:?}", arc.pieces) };
        for piece in [out, back] {
            assert!(piece.windows(2).all(|pair| gap(pair[0], pair[1]) < 40.0), "{piece:?}");
        }
        let reach =
            |at: Option<&Pixel>| camera.plane(*at.expect("a point"), &view).x.abs() / EDGE_X;
        assert!(reach(out.last()) > 0.9 && reach(back.first()) > 0.9);
    }

    #[test]
    fn an_arc_over_the_pacific_is_one_piece_and_one_to_the_other_side_ends_at_the_horizon() {
        let view = desktop();
        let mut scene = across();
        scene.marks = vec![
            mark(1, Side::Home, 139.7, 35.7, "Tokyo"),
            mark(2, Side::Partner, -118.2, 34.1, "Los Angeles"),
        ];
        let pieces = |on: Projection| {
            let all = drawn(&scene, &Camera::world(on, &view), &view);
            let [arc] = all.as_slice() else { panic!("one arc, not {}", all.len()) };
            let seen = arc.pieces.iter().filter(|piece| !piece.iter().any(|at| at.x.is_nan()));
            seen.cloned().collect::<Vec<_>>()
        };
        for meridian in [120.0, 180.0] {
            let flat = Projection::near(meridian);
            for kind in [Kind::EqualEarth, Kind::Mercator] {
                let all = pieces(flat.of(kind));
                assert_eq!(all.len(), 1, "{kind:?}");
                assert!(all[0].windows(2).all(|pair| gap(pair[0], pair[1]) < 40.0));
            }
        }
        assert_eq!(pieces(Projection::near(180.0).of(Kind::Globe)).len(), 1);
        let on = Projection::near(90.0).of(Kind::Globe);
        let [half] = pieces(on).try_into().expect("one piece");
        let camera = Camera::world(on, &view);
        let end = camera.plane(*half.last().expect("a point"), &view);
        assert!((end.x.hypot(end.y) - 1.0).abs() < 1e-3, "{end:?}");
    }

    #[test]
    fn an_arc_leads_from_its_home_s_mark_to_its_partner_s() {
        let (scene, view) = (seeds(), desktop());
        let camera = frame(&scene, &[], Projection::near(107.0), &view);
        let spots = spots(&scene, &camera, &view);
        for arc in arcs(&scene, &camera, &view, &spots) {
            let (from, to) = ends(&arc);
            for (end, key) in [(from, arc.home), (to, arc.partner)] {
                let spot = spots.iter().find(|s| s.keys.contains(&key)).expect("a mark");
                assert!(gap(end, spot.at) < 1e-9);
            }
        }
    }

    #[test]
    fn a_long_arc_bends_and_stays_within_a_pixel_of_the_great_circle() {
        let view = desktop();
        let camera = Camera::world(Projection::near(120.0), &view);
        let mut scene = across();
        scene.marks[0] = mark(1, Side::Home, 106.9896, -6.2349, "Bekasi");
        scene.marks[1] = mark(2, Side::Partner, 4.4777, 51.9244, "Rotterdam");
        let circle = GreatCircle::new(scene.marks[0].at, scene.marks[1].at);
        let all = drawn(&scene, &camera, &view);
        let piece = &all[0].pieces[0];
        for i in 0..=100 {
            let at = camera.show(circle.at(f64::from(i) / 100.0), &view);
            let near = piece.windows(2).any(|p| Rect::around(at, 1.0, 1.0).crossed_by(p[0], p[1]));
            assert!(near, "{at:?} is off the line");
        }
    }

    #[test]
    fn ties_between_the_same_marks_lie_side_by_side() {
        let (mut scene, view) = (seeds(), desktop());
        scene.ties = [Line::Contact, Line::Memorandum, Line::SisterCity]
            .map(|l| tie(BEKASI, SEONGNAM, l))
            .into();
        let camera = frame(&scene, &[], Projection::near(107.0), &view);
        let middles: Vec<Pixel> = drawn(&scene, &camera, &view)
            .iter()
            .map(|arc| arc.pieces[0][arc.pieces[0].len() / 2])
            .collect();
        assert_eq!(middles.len(), 3);
        for (i, a) in middles.iter().enumerate() {
            assert!(middles.iter().skip(i + 1).all(|b| gap(*a, *b) > 3.9), "{middles:?}");
        }
    }

    #[test]
    fn too_many_arcs_leave_those_of_what_is_pointed_at() {
        let view = desktop();
        let mut scene =
            Scene { marks: vec![mark(0, Side::Home, 107.0, -6.0, "home")], ..Scene::default() };
        for key in 1..=70 {
            let lat = f64::from(key) / 2.0;
            scene.marks.push(mark(key, Side::Partner, 120.0, lat, "partner"));
            scene.ties.push(tie(0, key, Line::Contact));
        }
        let camera = frame(&scene, &[], Projection::near(107.0), &view);
        assert!(drawn(&scene, &camera, &view).is_empty());
        scene.pointed = vec![7];
        let left = drawn(&scene, &camera, &view);
        assert_eq!(left.iter().map(|arc| arc.partner).collect::<Vec<_>>(), [7]);
    }

    #[test]
    fn a_tie_without_its_mark_is_not_drawn() {
        let (mut scene, view) = (seeds(), desktop());
        scene.ties.push(tie(BEKASI, 999, Line::Contact));
        let camera = Camera {
            centre: Plane::default(),
            ..frame(&scene, &[], Projection::near(107.0), &view)
        };
        assert!(drawn(&scene, &camera, &view).iter().all(|arc| arc.partner != 999));
    }
}
