//! What part of the plane is seen, and how large.
//!
//! In: points to show, steps of zoom and pan, a short form from an address. Out: a [`Camera`],
//! and pixels of the viewport.

use super::projection::{EDGE_X, EDGE_Y, EqualEarth, Plane, STEPS};
use super::shapes::Viewport;
use crate::geo::{LonLat, Pixel};

/// The largest scale, pixels per globe's radius: 1 px is 0.8 km, what the base map bears.
const LARGEST: f64 = 8_000.0;
/// The largest scale that fitting chooses by itself: a lone place is shown with its region.
const LARGEST_FIT: f64 = 1_500.0;
/// The scale of zoom 0 in a [`Short`].
const ZOOM_0: f64 = 16.0;
/// The tenth root of two: one zoom step of a [`Short`].
const STEP: f64 = 1.071_773_462_536_293_1;
/// Share of the viewport kept free on each side by fitting.
const MARGIN: f64 = 0.12;

/// A projection and a window on its plane.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Camera {
    /// How the globe is laid on the plane.
    pub projection: EqualEarth,
    /// The point of the plane in the middle of the viewport.
    pub centre: Plane,
    /// Pixels per unit of the plane.
    pub scale: f64,
}

/// A camera for an address: three whole numbers.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Short {
    /// Longitude of the middle, hundredths of a degree, -18000 to 17999.
    pub lon: i32,
    /// Latitude of the middle, hundredths of a degree, -9000 to 9000.
    pub lat: i32,
    /// Ten steps double the scale; 0 to 90.
    pub zoom: i32,
}

/// What carries lattice steps into pixels: `pixel = step * scale + shift`.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Transform {
    /// Pixels per lattice step.
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
    pub fn world(projection: EqualEarth, view: &Viewport) -> Self {
        Self { projection, centre: Plane::default(), scale: smallest(view) }
    }

    /// The points as large as they can be inside `inset`; without points the world.
    #[must_use]
    pub fn fit(projection: EqualEarth, points: &[LonLat], view: &Viewport, inset: &Inset) -> Self {
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
        Self { projection, centre, scale }
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
        let least = smallest(view);
        let scale = (self.scale * factor).clamp(least.min(self.scale), LARGEST.max(least));
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
        self.scale > smallest(view)
    }

    /// The camera on the way to `other`: `t` from 0 (this) to 1 (the other). What both show at the
    /// same pixel stays there all the way. Ease `t` by [`ease_out`].
    #[must_use]
    pub fn between(&self, other: &Self, t: f64) -> Self {
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

    /// The short form, rounded to its steps.
    #[must_use]
    pub fn short(&self) -> Short {
        let middle = self.projection.invert(self.centre);
        let hundredths = |v: f64| (v * 100.0 + 0.5).floor() as i32;
        let lon = hundredths(middle.lon);
        Short {
            lon: if lon >= 18_000 { lon - 36_000 } else { lon },
            lat: hundredths(middle.lat),
            zoom: zoom_of(self.scale),
        }
    }

    /// The camera of a short form; numbers beyond the range are brought into it.
    #[must_use]
    pub fn from_short(projection: EqualEarth, short: Short) -> Self {
        let lat = f64::from(short.lat.clamp(-9_000, 9_000)) / 100.0;
        let middle = LonLat { lon: f64::from(short.lon) / 100.0, lat };
        let scale = scale_of(short.zoom);
        Self { projection, centre: projection.project(middle), scale }
    }

    /// At most a quarter of the viewport lies beyond the world's edge; a world smaller than that
    /// stands in the middle.
    fn clamped(self, view: &Viewport) -> Self {
        let keep = |c: f64, edge: f64, size: f64| {
            let limit = (edge - size / self.scale / 4.0).max(0.0);
            c.clamp(-limit, limit)
        };
        let centre = Plane {
            x: keep(self.centre.x, EDGE_X, view.width),
            y: keep(self.centre.y, EDGE_Y, view.height),
        };
        Self { centre, ..self }
    }
}

/// Ease-out cubic: quick at first, then settling; 0 to 1 gives 0 to 1.
#[must_use]
pub fn ease_out(t: f64) -> f64 {
    let rest = 1.0 - t.clamp(0.0, 1.0);
    1.0 - rest * rest * rest
}

/// The scale at which the whole world is seen.
fn smallest(view: &Viewport) -> f64 {
    (view.width / EDGE_X).min(view.height / EDGE_Y).max(2.0) / 2.0
}

/// The upright box of the points on the plane, `None` without points.
fn bounds(projection: EqualEarth, points: &[LonLat]) -> Option<(Plane, Plane)> {
    let mut all = points.iter().map(|p| projection.project(*p));
    let first = all.next()?;
    Some(all.fold((first, first), |(low, high), p| {
        (
            Plane { x: low.x.min(p.x), y: low.y.min(p.y) },
            Plane { x: high.x.max(p.x), y: high.y.max(p.y) },
        )
    }))
}

/// The zoom step nearest to a scale, by counting: no logarithm has to be carried.
fn zoom_of(scale: f64) -> i32 {
    let half_step = 1.035_264_923_841_377_5; // the twentieth root of two
    let mut zoom = 0;
    let mut edge = ZOOM_0 * half_step;
    while scale > edge && zoom < 90 {
        edge *= STEP;
        zoom += 1;
    }
    zoom
}

/// The scale of a zoom step.
fn scale_of(zoom: i32) -> f64 {
    let mut scale = ZOOM_0;
    for _ in 0..zoom.clamp(0, 90) {
        scale *= STEP;
    }
    scale.min(LARGEST)
}
