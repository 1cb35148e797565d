//! Where labels stand: beside their marks, covering nothing.
//!
//! In: [`Wish`]es in order, and what they must not cover. Out: [`Label`]s; what finds no place is
//! left out, and what was asked first has the first choice.

use super::arcs::extent;
use super::labels::Wish;
use super::letters::width;
use super::ranked::ranked;
use super::{Anchor, Arc, Label, Spot, Viewport, Voice};
use crate::geo::{Pixel, Rect};

/// The eight sides in the order they are tried: E, W, NE, SE, NW, SW, S, N.
const SIDES: [(f64, f64); 8] = [
    (1.0, 0.0),
    (-1.0, 0.0),
    (1.0, -1.0),
    (1.0, 1.0),
    (-1.0, -1.0),
    (-1.0, 1.0),
    (0.0, 1.0),
    (0.0, -1.0),
];
/// From a mark's edge to its label: 11 px from the middle of a mark of 10, pixels at 16 px per em.
const AWAY: f64 = 6.0;
/// How far out a leader may carry a label, pixels at 16 px per em, nearest first.
const LEADERS: [f64; 3] = [18.0, 25.0, 32.0];
/// From a text to the edge of the map, pixels at 16 px per em.
const EDGE: f64 = 4.0;
/// Line height and the height of a lone line, in letter sizes.
const LEADING: f64 = 1.3;
const LINE: f64 = 1.0;
/// From the top of a line to its base line, in letter sizes.
const BASE: f64 = 0.85;

/// How hard a label looks for a place; all labels of one priority try the first before any tries
/// the next.
struct Effort {
    /// Room kept beside and above the text, pixels at 16 px per em.
    air: (f64, f64),
    /// Whether the text keeps clear of all arcs, or of those of its own marks only.
    clear: bool,
    /// Whether a leader may carry it.
    leader: bool,
}

const EFFORTS: [Effort; 5] = [
    Effort { air: (5.0, 2.0), clear: true, leader: false },
    Effort { air: (0.0, 0.0), clear: true, leader: false },
    Effort { air: (0.0, 0.0), clear: true, leader: true },
    Effort { air: (0.0, 0.0), clear: false, leader: false },
    Effort { air: (0.0, 0.0), clear: false, leader: true },
];

/// Where a caption may move to stay clear, pixels to the right at 16 px per em.
const ASIDE: [f64; 5] = [0.0, 16.0, -16.0, 32.0, -32.0];

/// From a text to another mark of its own form, else one could not tell whose name it is; pixels
/// at 16 px per em.
const DOUBT: f64 = 8.0;

/// What is there already.
struct Sheet<'a> {
    edge: Rect,
    /// Boxes that nothing may cover; spots, controls, then labels.
    taken: Vec<Rect>,
    spots: &'a [Spot],
    arcs: &'a [Arc],
    unit: f64,
}

/// A place that a label could take.
struct Seat {
    area: Rect,
    anchor: Anchor,
    leader: Option<(Pixel, Pixel)>,
}

/// The labels that find a place, those first that were wanted most.
pub(super) fn layout(
    mut wishes: Vec<Wish>,
    spots: &[Spot],
    arcs: &[Arc],
    view: &Viewport,
) -> Vec<Label> {
    let unit = view.em / 16.0;
    let edge = Rect { x0: 0.0, y0: 0.0, x1: view.width, y1: view.height }.grown(-EDGE * unit);
    let mut sheet = Sheet { edge, taken: view.controls.clone(), spots, arcs, unit };
    for spot in spots {
        sheet.taken.push(around(spot, unit));
    }
    let rank = |place: usize| {
        let wish: Option<&Wish> = wishes.get(place);
        wish.map_or(0, |w| (w.turn as u64) << 32 | u64::from(u32::MAX - w.importance))
    };
    let order = ranked(wishes.len(), &rank);
    let mut labels = Vec::new();
    for turn in 0..=Voice::Caption as u8 {
        for effort in &EFFORTS {
            for place in &order {
                let Some(wish) = wishes.get_mut(*place) else { continue };
                // What has found its place has given its lines away.
                if wish.turn as u8 == turn
                    && !wish.lines.is_empty()
                    && let Some(seat) = sheet.find(wish, effort)
                {
                    sheet.taken.push(seat.area.grown(unit));
                    labels.push(label(wish, &seat));
                }
            }
        }
    }
    labels
}

/// The box of a spot with `air` round it.
fn around(spot: &Spot, air: f64) -> Rect {
    let half = (spot.size / 2.0).max(spot.ring) + air;
    Rect::around(spot.at, half, half)
}

/// The wish in its place; its lines and keys move into the label.
fn label(wish: &mut Wish, seat: &Seat) -> Label {
    let x = match seat.anchor {
        Anchor::Start => seat.area.x0,
        Anchor::Middle => (seat.area.x0 + seat.area.x1) / 2.0,
        Anchor::End => seat.area.x1,
    };
    Label {
        keys: std::mem::take(&mut wish.keys),
        lines: std::mem::take(&mut wish.lines),
        at: Pixel { x, y: seat.area.y0 + BASE * wish.size },
        anchor: seat.anchor,
        size: wish.size,
        leading: LEADING * wish.size,
        voice: wish.voice,
        halo: wish.voice != Voice::Caption,
        leader: seat.leader,
    }
}

impl Sheet<'_> {
    /// The first place that is free, `None` if there is none at this effort.
    fn find(&self, wish: &Wish, effort: &Effort) -> Option<Seat> {
        let mut number = 0;
        while let Some(seat) = self.seat(wish, effort, number) {
            if self.fits(wish, effort, &seat) {
                return Some(seat);
            }
            number += 1;
        }
        None
    }

    /// The places to try, one after the other.
    fn seat(&self, wish: &Wish, effort: &Effort, number: usize) -> Option<Seat> {
        let side = SIDES.get(number % SIDES.len()).copied()?;
        if wish.voice == Voice::Caption {
            Some(self.aside(wish, *ASIDE.get(number)?))
        } else if effort.leader {
            Some(self.led(wish, side, *LEADERS.get(number / SIDES.len())?))
        } else {
            (number < SIDES.len()).then(|| self.beside(wish, side))
        }
    }

    /// Whether a place is free.
    fn fits(&self, wish: &Wish, effort: &Effort, seat: &Seat) -> bool {
        // Without a halo a caption would not be read on an arc.
        let clear = effort.clear || wish.voice == Voice::Caption;
        let own = if clear { None } else { Some(wish.keys.as_slice()) };
        let (x, y) = (effort.air.0 * self.unit, effort.air.1 * self.unit);
        let Rect { x0, y0, x1, y1 } = seat.area;
        let roomy = Rect { x0: x0 - x, y0: y0 - y, x1: x1 + x, y1: y1 + y };
        self.free(wish, &seat.area, &roomy)
            && !self.doubtful(wish, &seat.area)
            && !self.crossed(&roomy, own)
            && self.open(wish, seat)
    }

    /// A caption's place, moved to the right by `x`.
    fn aside(&self, wish: &Wish, x: f64) -> Seat {
        let at = Pixel { x: wish.at.x + x * self.unit, y: wish.at.y };
        seat(wish, at, (0.0, 0.0), None)
    }

    /// The place on one side of the mark.
    fn beside(&self, wish: &Wish, (x, y): (f64, f64)) -> Seat {
        let out = wish.radius + AWAY * self.unit;
        // A corner comes nearer than a side without touching.
        let (dx, dy) = if x != 0.0 && y != 0.0 { (0.8, 0.5) } else { (1.0, 1.0) };
        let near = Pixel { x: wish.at.x + x * dx * out, y: wish.at.y + y * dy * out };
        seat(wish, near, (x, y), None)
    }

    /// The place at the end of a leader that ends `out` from the mark's middle.
    fn led(&self, wish: &Wish, (x, y): (f64, f64), out: f64) -> Seat {
        let length = if x != 0.0 && y != 0.0 { std::f64::consts::FRAC_1_SQRT_2 } else { 1.0 };
        let point = |r: f64| Pixel { x: wish.at.x + x * length * r, y: wish.at.y + y * length * r };
        let end = point(wish.radius + out * self.unit);
        let gap = wish.size / 4.0;
        let lift = if x == 0.0 { y } else { 0.0 };
        let near = Pixel { x: end.x + x * gap, y: end.y + lift * gap };
        seat(wish, near, (x, lift), Some((point(wish.radius), end)))
    }

    /// Whether the text is inside the viewport and nothing lies in the room round it; its own mark
    /// may.
    fn free(&self, wish: &Wish, area: &Rect, roomy: &Rect) -> bool {
        let blocks = |other: &Rect| other.overlaps(if own(other, wish) { area } else { roomy });
        self.edge.holds(area) && !self.taken.iter().any(blocks)
    }

    /// Whether the text could be taken for another's.
    fn doubtful(&self, wish: &Wish, area: &Rect) -> bool {
        self.spots.iter().any(|spot| {
            let twin = wish.form == Some(spot.form) && wish.keys != spot.keys;
            twin && around(spot, DOUBT * self.unit).overlaps(area)
        })
    }

    /// Whether an arc crosses the box: one of those that end at `keys`, or any at all.
    fn crossed(&self, area: &Rect, keys: Option<&[u32]>) -> bool {
        self.arcs.iter().any(|arc| {
            keys.is_none_or(|keys| keys.contains(&arc.home) || keys.contains(&arc.partner))
                && arc.pieces.iter().any(|piece| crosses(piece, area))
        })
    }

    /// Whether the leader meets no other mark, label or control.
    fn open(&self, wish: &Wish, seat: &Seat) -> bool {
        seat.leader.is_none_or(|(a, b)| {
            !self.taken.iter().any(|other| !own(other, wish) && other.crossed_by(a, b))
        })
    }
}

/// Whether a polyline crosses the box.
fn crosses(piece: &[Pixel], area: &Rect) -> bool {
    extent(piece).grown(1.0).overlaps(area)
        && piece.windows(2).any(|pair| matches!(pair, [a, b] if area.crossed_by(*a, *b)))
}

/// Whether the box is that of the wish's own mark.
fn own(other: &Rect, wish: &Wish) -> bool {
    other.holds(&Rect::around(wish.at, 0.0, 0.0))
}

/// The block of text whose near side or corner is at `near`: to the right of it if `x` is above
/// 0, below it if `y` is.
fn seat(wish: &Wish, near: Pixel, (x, y): (f64, f64), leader: Option<(Pixel, Pixel)>) -> Seat {
    let (width, height) = block(wish);
    let middle = Pixel { x: near.x + x * width / 2.0, y: near.y + y * height / 2.0 };
    let anchor = if x > 0.0 {
        Anchor::Start
    } else if x < 0.0 {
        Anchor::End
    } else {
        Anchor::Middle
    };
    Seat { area: Rect::around(middle, width / 2.0, height / 2.0), anchor, leader }
}

/// Width and height of a wish's text, pixels.
fn block(wish: &Wish) -> (f64, f64) {
    let mut widest = 0.0_f64;
    for line in &wish.lines {
        widest = widest.max(width(line));
    }
    let below = wish.lines.len().max(1) as f64 - 1.0;
    (widest * wish.size, (below * LEADING + LINE) * wish.size)
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{BEKASI, JAPAN, SEONGNAM, desktop, mark, phone, seeds};
    use super::super::{Line, Picture, Projection, Scene, Side, Tie, frame, picture};
    use super::*;
    use proptest::prelude::*;

    /// The box of a label as it is drawn.
    fn area(label: &Label) -> Rect {
        let widest = label.lines.iter().map(|line| width(line)).fold(0.0, f64::max) * label.size;
        let x0 = match label.anchor {
            Anchor::Start => label.at.x,
            Anchor::Middle => label.at.x - widest / 2.0,
            Anchor::End => label.at.x - widest,
        };
        let y0 = label.at.y - BASE * label.size;
        let height = (label.lines.len() as f64 - 1.0) * label.leading + LINE * label.size;
        Rect { x0, y0, x1: x0 + widest, y1: y0 + height }
    }

    fn covers_nothing(picture: &Picture, view: &Viewport) {
        let sheet = Rect { x0: 0.0, y0: 0.0, x1: view.width, y1: view.height };
        for (i, label) in picture.labels.iter().enumerate() {
            let own = area(label).grown(-1e-6);
            assert!(sheet.holds(&own), "{:?} leaves the map", label.lines);
            let later = picture.labels.iter().skip(i + 1);
            assert!(!later.map(area).any(|other| other.overlaps(&own)), "{:?}", label.lines);
            assert!(!picture.spots.iter().any(|spot| around(spot, 0.0).overlaps(&own)));
            assert!(!view.controls.iter().any(|control| control.overlaps(&own)));
        }
    }

    fn shown(scene: &Scene, view: &Viewport) -> Picture {
        picture(scene, &frame(scene, &[], Projection::near(107.0), view), view)
    }

    #[test]
    fn the_open_record_is_named_first_and_larger() {
        let (mut scene, view) = (seeds(), desktop());
        scene.selected = vec![BEKASI, SEONGNAM];
        let picture = shown(&scene, &view);
        let first: Vec<_> = picture.labels.iter().take(2).map(|l| (l.voice, l.size)).collect();
        assert_eq!(first, [(Voice::Selected, 16.0); 2]);
        assert!(picture.labels.iter().skip(2).all(|label| label.voice > Voice::Selected));
        assert!(picture.shades.is_empty());
        covers_nothing(&picture, &view);
    }

    #[test]
    fn labels_grow_with_the_host_s_letters() {
        let view = Viewport { em: 20.0, ..desktop() };
        let picture = shown(&seeds(), &view);
        let home = picture.labels.iter().find(|label| label.voice == Voice::Home);
        assert_eq!(home.map(|label| label.size), Some(16.25));
        covers_nothing(&picture, &view);
    }

    #[test]
    fn a_name_never_stands_beside_another_country_s_diamond() {
        let picture = shown(&seeds(), &desktop());
        let japan = picture.spots.iter().find(|spot| spot.keys == [JAPAN]).expect("a diamond");
        let near = around(japan, 7.0);
        let strangers = picture.labels.iter().filter(|l| l.voice == Voice::Country);
        let strangers: Vec<_> = strangers.filter(|l| l.keys != japan.keys).collect();
        assert_eq!(strangers.len(), 1);
        assert!(strangers.iter().all(|label| !area(label).overlaps(&near)));
    }

    /// Some marks of all sides with their ties, one of them perhaps selected or pointed at.
    fn any_scene() -> impl Strategy<Value = Scene> {
        let marks = prop::collection::vec(
            (0..3_usize, 60.0..180.0_f64, -20.0..60.0_f64, "[A-Za-z城]{0,14}"),
            0..40,
        );
        (marks, 0..40_u32, 0..40_u32).prop_map(|(marks, selected, pointed)| {
            let mut scene = seeds();
            for (i, (side, lon, lat, name)) in marks.iter().enumerate() {
                let side = [Side::Home, Side::Partner, Side::Country(*b"CN")][*side];
                let key = 100 + i as u32;
                scene.marks.push(mark(key - 30, side, *lon, *lat, name));
                scene.ties.push(Tie {
                    home: BEKASI,
                    partner: key - 30,
                    line: Line::Contact,
                    records: 1,
                });
            }
            scene.selected = if selected < 20 { vec![BEKASI, 70 + selected] } else { Vec::new() };
            scene.pointed = vec![70 + pointed];
            scene
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn labels_cover_no_mark_no_label_no_control(scene in any_scene()) {
            for view in [desktop(), phone()] {
                covers_nothing(&shown(&scene, &view), &view);
            }
        }
    }
}
