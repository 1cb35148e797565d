//! What part of the plane is seen, and how large.
//!
//! In: points to show, steps of zoom and pan. Out: a [`Camera`], and pixels of the viewport.

use super::projection::{EDGE_X, EDGE_Y, Plane, Projection, STEPS};
use super::shapes::Viewport;
use super::turning;
use crate::geo::{LonLat, Pixel, between};

/// The largest scale, pixels per globe's radius: 1 px is 0.2 km, what the base map's finest
/// level bears.
const LARGEST: f64 = 32_768.0;
/// The largest scale that fitting chooses by itself: a lone place is shown with its region.
const LARGEST_FIT: f64 = 1_500.0;
/// Share of the viewport kept free on each side by fitting.
const MARGIN: f64 = 0.12;

/// A projection and a window on its plane.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Camera {
    /// How the globe is laid on the plane.
    pub projection: Projection,
    /// The point of the plane in the middle of the viewport.
    pub centre: Plane,
    /// Pixels per unit of the plane.
    pub scale: f64,
}

/// What carries the land's lattice steps, or the pixels of a painted map, into pixels: `pixel = point * scale + shift`.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Transform {
    /// Pixels per lattice step or painted pixel.
    pub scale: f64,
    /// Pixels to the right.
    pub x: f64,
    /// Pixels down.
    pub y: f64,
}

/// Room kept free at each edge of the viewport, pixels.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Inset {
    /// At the left edge.
    pub left: f64,
    /// At the top edge.
    pub top: f64,
    /// At the right edge.
    pub right: f64,
    /// At the bottom edge.
    pub bottom: f64,
}

impl Inset {
    /// The margin of 12 % on each side.
    #[must_use]
    pub fn margin(view: &Viewport) -> Self {
        let (x, y) = (view.width * MARGIN, view.height * MARGIN);
        Self { left: x, top: y, right: x, bottom: y }
    }
}

impl Camera {
    /// The whole world, as large as the viewport allows.
    #[must_use]
    pub fn world(projection: Projection, view: &Viewport) -> Self {
        Self { projection, centre: Plane::default(), scale: smallest(projection, view) }
    }

    /// The points as large as they can be inside `inset`; without points the world.
    #[must_use]
    pub fn fit(projection: Projection, points: &[LonLat], view: &Viewport, inset: &Inset) -> Self {
        let Some((low, high)) = bounds(projection, points) else {
            return Self::world(projection, view);
        };
        let room = Plane {
            x: (view.width - inset.left - inset.right).max(1.0),
            y: (view.height - inset.top - inset.bottom).max(1.0),
        };
        // A lone point spans nothing: the floor keeps the division finite.
        let scale = (room.x / (high.x - low.x).max(1e-9))
            .min(room.y / (high.y - low.y).max(1e-9))
            .min(LARGEST_FIT);
        let centre = Plane {
            x: (low.x + high.x - (inset.left - inset.right) / scale) / 2.0,
            y: (low.y + high.y - (inset.top - inset.bottom) / scale) / 2.0,
        };
        Self { projection, centre, scale }.turned()
    }

    /// The pixel of a point of the plane.
    #[must_use]
    pub fn pixel(&self, point: Plane, view: &Viewport) -> Pixel {
        Pixel {
            x: (point.x - self.centre.x) * self.scale + view.width / 2.0,
            y: (point.y - self.centre.y) * self.scale + view.height / 2.0,
        }
    }

    /// The point of the plane under a pixel.
    #[must_use]
    pub fn plane(&self, at: Pixel, view: &Viewport) -> Plane {
        Plane {
            x: (at.x - view.width / 2.0) / self.scale + self.centre.x,
            y: (at.y - view.height / 2.0) / self.scale + self.centre.y,
        }
    }

    /// The pixel of a place.
    #[must_use]
    pub fn show(&self, place: LonLat, view: &Viewport) -> Pixel {
        self.pixel(self.projection.project(place), view)
    }

    /// Larger (`factor` > 1) or smaller, `at` staying where it is, inside the world and the
    /// range of scales.
    #[must_use]
    pub fn zoom(&self, factor: f64, at: Pixel, view: &Viewport) -> Self {
        let least = smallest(self.projection, view);
        let scale = between(self.scale * factor, least.min(self.scale), LARGEST.max(least));
        let fixed = self.plane(at, view);
        let ratio = self.scale / scale;
        let centre = Plane {
            x: fixed.x + (self.centre.x - fixed.x) * ratio,
            y: fixed.y + (self.centre.y - fixed.y) * ratio,
        };
        Self { centre, scale, ..*self }.clamped(view)
    }

    /// Moved as if the map were dragged by `dx`, `dy` pixels, inside the world.
    #[must_use]
    pub fn pan(&self, dx: f64, dy: f64, view: &Viewport) -> Self {
        let centre =
            Plane { x: self.centre.x - dx / self.scale, y: self.centre.y - dy / self.scale };
        Self { centre, ..*self }.clamped(view)
    }

    /// Whether zooming in changes anything.
    #[must_use]
    pub fn can_grow(&self) -> bool {
        self.scale < LARGEST
    }

    /// Whether zooming out changes anything.
    #[must_use]
    pub fn can_shrink(&self, view: &Viewport) -> bool {
        self.scale > smallest(self.projection, view)
    }

    /// The camera on the way to `other`: `t` from 0 (this) to 1 (the other). What both show at the
    /// same pixel stays there all the way. Ease `t` by [`ease_out`].
    #[must_use]
    pub fn between(&self, other: &Self, t: f64) -> Self {
        if self.projection.round + other.projection.round > 0.0 {
            return turning::between(self, other, t);
        }
        let mix = |a: f64, b: f64| a + (b - a) * t;
        Self {
            projection: other.projection,
            centre: Plane {
                x: mix(self.centre.x, other.centre.x),
                y: mix(self.centre.y, other.centre.y),
            },
            // A window's width, not its scale, grows evenly.
            scale: 1.0 / mix(1.0 / self.scale, 1.0 / other.scale),
        }
    }

    /// What the group that carries the land has as its transform.
    #[must_use]
    pub fn transform(&self, view: &Viewport) -> Transform {
        let origin = self.pixel(Plane::default(), view);
        Transform { scale: self.scale / STEPS, x: origin.x, y: origin.y }
    }

    /// On a globe what came to the middle is turned towards the reader.
    pub(super) fn turned(self) -> Self {
        if self.projection.round > 0.0 { turning::turned(&self) } else { self }
    }

    /// At most a quarter of the viewport lies beyond the world's edge; a world smaller than that
    /// stands in the middle. A globe has no edge.
    fn clamped(self, view: &Viewport) -> Self {
        if !self.projection.is_plain() {
            return turning::clamped(&self, view);
        }
        self.within(Plane { x: EDGE_X, y: EDGE_Y }, view)
    }

    /// At most a quarter of the viewport lies beyond these edges.
    #[inline(always)] // Shared with a later module it would be heavier.
    pub(super) fn within(self, edges: Plane, view: &Viewport) -> Self {
        let keep = |c: f64, edge: f64, size: f64| {
            let limit = (edge - size / self.scale / 4.0).max(0.0);
            between(c, -limit, limit)
        };
        let centre = Plane {
            x: keep(self.centre.x, edges.x, view.width),
            y: keep(self.centre.y, edges.y, view.height),
        };
        Self { centre, ..self }
    }
}

/// Ease-out cubic: quick at first, then settling; 0 to 1 gives 0 to 1.
#[must_use]
pub fn ease_out(t: f64) -> f64 {
    let rest = 1.0 - between(t, 0.0, 1.0);
    1.0 - rest * rest * rest
}

/// The scale at which the whole world is seen.
fn smallest(projection: Projection, view: &Viewport) -> f64 {
    let edges = projection.edges();
    (view.width / edges.x).min(view.height / edges.y).max(2.0) / 2.0
}

/// The upright box of the points on the plane, `None` without points.
fn bounds(projection: Projection, points: &[LonLat]) -> Option<(Plane, Plane)> {
    let mut low = projection.project(*points.first()?);
    let mut high = low;
    for place in points {
        let point = projection.project(*place);
        low = Plane { x: low.x.min(point.x), y: low.y.min(point.y) };
        high = Plane { x: high.x.max(point.x), y: high.y.max(point.y) };
    }
    Some((low, high))
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{desktop, seeds};
    use super::super::steps;
    use super::*;
    use proptest::prelude::*;

    const ASIA: Projection = Projection::near(120.0);

    fn near(a: Pixel, b: Pixel) -> bool {
        (a.x - b.x).abs() < 1e-6 && (a.y - b.y).abs() < 1e-6
    }

    fn seeds_camera(view: &Viewport) -> Camera {
        let points: Vec<LonLat> = seeds().marks.iter().map(|mark| mark.at).collect();
        Camera::fit(ASIA, &points, view, &Inset::margin(view))
    }

    #[test]
    fn the_world_touches_the_viewport_on_one_axis() {
        let view = Viewport { width: 1216.0, height: 600.0, em: 16.0, ..Viewport::default() };
        let camera = Camera::world(ASIA, &view);
        let right = camera.pixel(Plane { x: EDGE_X, y: 0.0 }, &view);
        let bottom = camera.pixel(Plane { x: 0.0, y: EDGE_Y }, &view);
        assert!((right.x - 1216.0).abs() < 1e-6 && bottom.y < 600.0);
        assert!(!camera.can_shrink(&view) && camera.can_grow());
    }

    #[test]
    fn the_land_s_transform_agrees_with_the_marks() {
        let view = desktop();
        let camera = seeds_camera(&view);
        let Transform { scale, x, y } = camera.transform(&view);
        for mark in seeds().marks {
            let (i, j) = steps(ASIA.project(mark.at));
            let drawn = Pixel { x: f64::from(i) * scale + x, y: f64::from(j) * scale + y };
            let shown = camera.show(mark.at, &view);
            assert!((drawn.x - shown.x).abs() < 0.1 && (drawn.y - shown.y).abs() < 0.1);
        }
    }

    #[test]
    fn zooming_keeps_what_is_under_the_pointer() {
        let view = desktop();
        let camera = seeds_camera(&view);
        let at = Pixel { x: 315.0, y: 180.0 };
        let zoomed = camera.zoom(2.0, at, &view);
        assert!((zoomed.scale - camera.scale * 2.0).abs() < 1e-9);
        assert!(near(zoomed.pixel(camera.plane(at, &view), &view), at));
        let half = camera.between(&zoomed, 0.5);
        assert!(near(half.pixel(camera.plane(at, &view), &view), at));
    }

    #[test]
    fn zooming_stops_at_the_world_and_at_what_the_land_bears() {
        let view = desktop();
        let middle = Pixel { x: 275.0, y: 335.0 };
        let out = seeds_camera(&view).zoom(1e-9, middle, &view);
        assert_eq!(out.scale, Camera::world(ASIA, &view).scale);
        let within = seeds_camera(&view).zoom(1e9, middle, &view);
        assert_eq!(within.scale, LARGEST);
        assert!(!within.can_grow() && within.can_shrink(&view));
    }

    #[test]
    fn dragging_moves_the_map_and_ends_at_its_edge() {
        let view = desktop();
        let camera = seeds_camera(&view);
        let (before, moved) = (camera.centre, camera.pan(10.0, -20.0, &view));
        assert!(near(moved.pixel(before, &view), Pixel { x: 285.0, y: 315.0 }));
        let far = camera.pan(-1e9, -1e9, &view);
        let edge = far.pixel(Plane { x: EDGE_X, y: EDGE_Y }, &view);
        assert!(edge.x > view.width * 0.7 && edge.y > view.height * 0.7);
    }

    #[test]
    fn a_way_between_cameras_begins_and_ends_at_them() {
        let view = desktop();
        let (a, b) = (seeds_camera(&view), Camera::world(ASIA, &view));
        for (t, end) in [(0.0, a), (1.0, b)] {
            let on = a.between(&b, t);
            assert!((on.scale - end.scale).abs() < 1e-9);
            assert!((on.centre.x - end.centre.x).abs() < 1e-12);
        }
        assert_eq!((ease_out(0.0), ease_out(0.5), ease_out(1.0)), (0.0, 0.875, 1.0));
    }

    proptest! {
        #[test]
        fn fitting_keeps_every_point_inside_its_margin(
            places in prop::collection::vec((-180.0..180.0_f64, -90.0..90.0_f64), 1..20),
            width in 200.0..2000.0_f64, height in 150.0..1200.0_f64,
        ) {
            let view = Viewport { width, height, em: 16.0, controls: Vec::new() };
            let points: Vec<LonLat> =
                places.iter().map(|(lon, lat)| LonLat { lon: *lon, lat: *lat }).collect();
            let camera = Camera::fit(ASIA, &points, &view, &Inset::margin(&view));
            for point in &points {
                let Pixel { x, y } = camera.show(*point, &view);
                prop_assert!(x >= width * 0.12 - 1e-6 && x <= width * 0.88 + 1e-6);
                prop_assert!(y >= height * 0.12 - 1e-6 && y <= height * 0.88 + 1e-6);
            }
        }
    }
}
