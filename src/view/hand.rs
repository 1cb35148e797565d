//! The hand on the map: pointers that drag, pinch, tap and let go.
//!
//! In: where pointers are, and when. Out: [`Action`]s that move the map, those of a fling after the
//! hand has left it too. Knows no browser; all of it travels in a later module.

use super::action::{Action, Gesture};
use crate::geo::Pixel;

/// How much a key, a double click or a double tap zooms.
pub const ZOOM: f64 = 1.6;

/// A pointer that goes less far than this is held still, pixels.
const STILL: f64 = 3.0;
/// Two taps within this time, ms, and this distance, pixels, are one.
const TWICE: (f64, f64) = (350.0, 30.0);
/// A hand that rests as long before it lets go throws nothing, ms.
const REST: f64 = 80.0;
/// Over how long a time its speed is taken, ms.
const SPAN: f64 = 30.0;
/// A fling is slower by half after about this time, ms.
const HALF: f64 = 250.0;
/// Speeds at which a fling ends, and above which none is, pixels a millisecond.
const SPEEDS: (f64, f64) = (0.05, 4.0);

/// A pointer on the map.
#[derive(Clone, Copy, Debug)]
pub struct Pointer {
    /// Its number.
    pub id: i32,
    /// Where it is in the viewport.
    pub at: Pixel,
    /// When, ms of any clock.
    pub time: f64,
    /// Whether it is a finger.
    pub touch: bool,
    /// Whether one finger moves the map; else the page scrolls under it.
    pub alone: bool,
}

/// What one move of a pointer does to the map, in this order.
pub type Steps = [Option<Action>; 2];

/// All pointers on the map, and what they have done.
#[derive(Default)]
pub struct Hand {
    held: Vec<(i32, Pixel)>,
    moved: bool,
    /// Way since `since`, and the speed before that.
    way: Pixel,
    since: f64,
    speed: Pixel,
    /// When it moved last.
    then: f64,
    tap: Option<(Pixel, f64)>,
    tapped_twice: bool,
    adrift: bool,
    /// The time of the fling's last step.
    step: Option<f64>,
}

impl Hand {
    /// Whether the map still moves though the hand has let go.
    #[must_use]
    pub fn is_adrift(&self) -> bool {
        self.adrift
    }

    /// Stops a fling.
    pub fn stop(&mut self) {
        self.adrift = false;
    }

    /// Whether the click that comes now ends a drag; forgets it.
    pub fn has_dragged(&mut self) -> bool {
        std::mem::take(&mut self.moved)
    }

    /// Whether a finger has tapped twice: the browser may say so too.
    #[must_use]
    pub fn taps(&self) -> bool {
        self.tapped_twice
    }

    /// Whether it has dragged since it was put down.
    #[must_use]
    pub fn has_moved(&self) -> bool {
        self.moved
    }

    /// No button is pressed and no finger is down.
    pub fn release(&mut self) {
        self.held.clear();
    }

    /// A pointer is put on the map.
    pub fn press(&mut self, pointer: Pointer) {
        self.moved = false;
        self.tapped_twice = false;
        self.then = f64::NEG_INFINITY;
        self.held.retain(|(id, _)| *id != pointer.id);
        self.held.push((pointer.id, pointer.at));
    }

    /// A pointer is moved: a mouse moves the map, two fingers move and zoom it.
    pub fn pull(&mut self, pointer: Pointer) -> Steps {
        let Pointer { id, at, touch, .. } = pointer;
        if touch && self.held.len() < 2 && !pointer.alone {
            let hint = (!self.held.is_empty()).then_some(Action::Hint(Gesture::Touch));
            return [hint, None];
        }
        let other = self.held.iter().find(|(other, _)| *other != id).map(|(_, at)| *at);
        let Some((_, place)) = self.held.iter_mut().find(|(held, _)| *held == id) else {
            return [None, None];
        };
        let from = *place;
        let mut zoom = None;
        let mut by = Pixel { x: at.x - from.x, y: at.y - from.y };
        if let (true, Some(other)) = (touch, other) {
            // What lay in the middle between the fingers stays there.
            let middle = Pixel { x: (from.x + other.x) / 2.0, y: (from.y + other.y) / 2.0 };
            zoom = Some(Action::Zoom(gap(other, at) / gap(other, from), Some(middle)));
            by = Pixel { x: by.x / 2.0, y: by.y / 2.0 };
        } else if !self.moved && gap(from, at) <= STILL {
            // Too little to be meant: where it began is kept, so that a click stays a click.
            return [None, None];
        }
        *place = at;
        self.moved = true;
        self.follow(by, pointer.time);
        [zoom, Some(Action::Pan(by.x, by.y))]
    }

    /// A pointer is taken away; `throws` if the map may go on moving.
    pub fn lift(&mut self, pointer: Pointer, throws: bool) -> Option<Action> {
        let at = self.held.iter().position(|(id, _)| *id == pointer.id)?;
        self.held.swap_remove(at);
        if !self.held.is_empty() {
            return None;
        }
        if self.moved {
            let rests = pointer.time - self.then > REST;
            self.adrift = throws && !rests && length(self.speed) > SPEEDS.0 * 2.0;
            self.step = None;
            return None;
        }
        if pointer.touch { self.tapped(pointer) } else { None }
    }

    /// A pointer is taken away by the browser: it scrolls the page.
    pub fn cancel(&mut self, id: i32) {
        self.held.retain(|(held, _)| *held != id);
    }

    fn tapped(&mut self, pointer: Pointer) -> Option<Action> {
        let before = self.tap.replace((pointer.at, pointer.time));
        let twice = before.is_some_and(|(at, time)| {
            pointer.time - time < TWICE.0 && gap(at, pointer.at) < TWICE.1
        });
        if !twice {
            return None;
        }
        self.tap = None;
        self.tapped_twice = true;
        Some(Action::Zoom(ZOOM, Some(pointer.at)))
    }

    fn follow(&mut self, by: Pixel, time: f64) {
        if time - self.then > REST {
            (self.way, self.speed, self.since) = Default::default();
            self.since = time;
        } else {
            self.way = Pixel { x: self.way.x + by.x, y: self.way.y + by.y };
        }
        self.then = time;
        let span = time - self.since;
        if span >= SPAN {
            self.speed = Pixel { x: self.way.x / span, y: self.way.y / span };
            (self.way, self.since) = (Pixel { x: 0.0, y: 0.0 }, time);
        }
    }

    /// The next step of a fling, pixels; `None` once it has come to rest.
    pub fn drift(&mut self, now: f64) -> Option<Pixel> {
        let passed = now - self.step.replace(now).unwrap_or(now);
        let fast = length(self.speed);
        self.adrift &= fast > SPEEDS.0;
        if !self.adrift {
            return None;
        }
        let slower = (SPEEDS.1 / fast).min(1.0) / (1.0 + passed / HALF);
        self.speed = Pixel { x: self.speed.x * slower, y: self.speed.y * slower };
        Some(Pixel { x: self.speed.x * passed, y: self.speed.y * passed })
    }
}

/// How much a turn of the wheel zooms: a notch of a mouse by a fifth, a pinch on a trackpad by what it is.
#[must_use]
pub fn wheeled(down: f64) -> f64 {
    let factor = 1.0 + (down.abs() / 100.0).min(0.2);
    if down < 0.0 { factor } else { 1.0 / factor }
}

fn length(a: Pixel) -> f64 {
    (a.x * a.x + a.y * a.y).sqrt()
}

/// The distance of two points, never 0.
fn gap(a: Pixel, b: Pixel) -> f64 {
    length(Pixel { x: a.x - b.x, y: a.y - b.y }).max(1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(id: i32, x: f64, y: f64, time: f64) -> Pointer {
        Pointer { id, at: Pixel { x, y }, time, touch: false, alone: false }
    }

    fn finger(id: i32, x: f64, y: f64, time: f64) -> Pointer {
        Pointer { touch: true, ..at(id, x, y, time) }
    }

    /// What a hand does with pointers that are put down and then moved.
    fn done(hand: &mut Hand, down: &[Pointer], moves: &[Pointer]) -> Vec<Action> {
        let mut actions = Vec::new();
        down.iter().for_each(|pointer| hand.press(*pointer));
        moves.iter().for_each(|pointer| actions.extend(hand.pull(*pointer).into_iter().flatten()));
        actions
    }

    /// Drags to the right by 10 px every 10 ms, then lets go after `rest` ms.
    fn thrown(rest: f64, throws: bool) -> Hand {
        let mut hand = Hand::default();
        let moves: Vec<_> =
            (1..=10).map(|n| at(1, f64::from(n) * 10.0, 0.0, f64::from(n) * 10.0)).collect();
        done(&mut hand, &[at(1, 0.0, 0.0, 0.0)], &moves);
        hand.lift(at(1, 100.0, 0.0, 100.0 + rest), throws);
        hand
    }

    #[test]
    fn a_mouse_drags_the_map_and_a_click_stays_a_click() {
        let mut hand = Hand::default();
        let moves = [at(1, 2.0, 0.0, 5.0), at(1, 10.0, 4.0, 10.0)];
        assert_eq!(done(&mut hand, &[at(1, 0.0, 0.0, 0.0)], &moves[..1]), []);
        assert!(!hand.has_dragged());
        assert_eq!(done(&mut hand, &[], &moves[1..]), [Action::Pan(10.0, 4.0)]);
        assert!(hand.has_dragged() && !hand.has_dragged());
    }

    #[test]
    fn one_finger_scrolls_the_page_unless_there_is_none() {
        let mut hand = Hand::default();
        let far = finger(1, 50.0, 0.0, 9.0);
        let hint = done(&mut hand, &[finger(1, 0.0, 0.0, 0.0)], &[far]);
        assert_eq!(hint, [Action::Hint(Gesture::Touch)]);
        let moved = done(&mut hand, &[], &[Pointer { alone: true, ..far }]);
        assert_eq!(moved, [Action::Pan(50.0, 0.0)]);
    }

    #[test]
    fn two_fingers_move_the_map_in_every_direction_and_zoom_it() {
        let down = [finger(1, 0.0, 0.0, 0.0), finger(2, 100.0, 0.0, 0.0)];
        for (x, y) in [(0.0, 40.0), (30.0, -20.0)] {
            let moves = [finger(1, x, y, 10.0), finger(2, 100.0 + x, y, 10.0)];
            let (mut scale, mut pan) = (1.0, Pixel { x: 0.0, y: 0.0 });
            for action in done(&mut Hand::default(), &down, &moves) {
                match action {
                    Action::Zoom(factor, _) => scale *= factor,
                    Action::Pan(dx, dy) => pan = Pixel { x: pan.x + dx, y: pan.y + dy },
                    other => panic!("{other:?}"),
                }
            }
            assert!(
                (scale - 1.0).abs() < 1e-9 && gap(pan, Pixel { x, y }) <= 1.0,
                "{scale} {pan:?}"
            );
        }
        let apart = done(&mut Hand::default(), &down, &[finger(2, 200.0, 0.0, 10.0)]);
        assert_eq!(apart[0], Action::Zoom(2.0, Some(Pixel { x: 50.0, y: 0.0 })));
    }

    #[test]
    fn a_fling_goes_on_slower_and_slower_and_ends() {
        let mut hand = thrown(5.0, true);
        assert!(hand.is_adrift());
        let (mut now, mut steps, mut way) = (200.0, Vec::new(), 0.0);
        while let Some(step) = hand.drift(now) {
            steps.push(step.x);
            way += step.x;
            now += 16.0;
        }
        assert!(way > 100.0 && way < 1_000.0, "{way}");
        assert!(steps.len() < 400 && steps[1..].windows(2).all(|pair| pair[0] > pair[1]));
        assert!(!hand.is_adrift());
    }

    #[test]
    fn a_hand_that_rested_or_a_visitor_who_wants_no_motion_throws_nothing() {
        assert!(!thrown(200.0, true).is_adrift());
        assert!(!thrown(5.0, false).is_adrift());
        let mut hand = thrown(5.0, true);
        hand.stop();
        assert_eq!(hand.drift(300.0).map(|step| step.x), None);
    }

    #[test]
    fn two_taps_on_one_place_zoom_there() {
        let mut hand = Hand::default();
        let mut actions = Vec::new();
        for (x, time) in [(10.0, 0.0), (200.0, 200.0), (205.0, 400.0), (205.0, 1_500.0)] {
            hand.press(finger(1, x, 50.0, time));
            actions.extend(hand.lift(finger(1, x, 50.0, time + 50.0), true));
        }
        assert_eq!(actions, [Action::Zoom(ZOOM, Some(Pixel { x: 205.0, y: 50.0 }))]);
    }

    #[test]
    fn a_finger_that_the_browser_takes_for_scrolling_is_no_longer_there() {
        let mut hand = Hand::default();
        hand.press(finger(1, 0.0, 0.0, 0.0));
        hand.cancel(1);
        assert_eq!(done(&mut hand, &[], &[finger(1, 50.0, 0.0, 9.0)]), []);
    }

    #[test]
    fn a_notch_of_the_wheel_zooms_by_a_fifth_and_a_pinch_by_less() {
        assert!((wheeled(-120.0) - 1.2).abs() < 1e-9 && (wheeled(120.0) - 1.0 / 1.2).abs() < 1e-9);
        assert!((wheeled(-5.0) - 1.05).abs() < 1e-9);
    }
}
