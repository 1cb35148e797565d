//! Moving over a globe, and between globe and flat map.
//!
//! In: cameras. Out: cameras. All of it travels in a later module.

use super::projection::Projection;
use super::{Camera, Plane, Viewport};
use crate::geo::{LonLat, between as within, wrap_degrees};

/// How near the middle comes to a pole, degrees: beyond it north would be down.
const STEEPEST: f64 = 85.0;

/// The camera whose globe shows in the middle what lay at its centre.
#[inline(never)]
pub(super) fn turned(camera: &Camera) -> Camera {
    let before = camera.projection.middle;
    let mut middle = camera.projection.invert(camera.centre);
    // Over a pole: the way ends there.
    if wrap_degrees(middle.lon - before.lon).abs() > 90.0 {
        middle = LonLat { lon: before.lon, lat: STEEPEST.copysign(before.lat) };
    }
    middle.lat = within(middle.lat, -STEEPEST, STEEPEST);
    let projection = Projection { middle, ..camera.projection };
    Camera { projection, centre: Plane::default(), ..*camera }
}

/// The camera inside what may be seen of Mercator's world; a globe has no edge, but turns.
#[inline(never)]
pub(super) fn clamped(camera: &Camera, view: &Viewport) -> Camera {
    if camera.projection.round > 0.0 {
        return turned(camera);
    }
    camera.within(camera.projection.edges(), view)
}

/// The camera on the way from `a` to `b`, of which one at least shows a globe: the place in the middle
/// goes straight, and a flat map becomes round.
#[inline(never)]
pub(super) fn between(a: &Camera, b: &Camera, t: f64) -> Camera {
    let mix = |a: f64, b: f64| a + (b - a) * t;
    let (from, to) = (middle(a), middle(b));
    let lon = wrap_degrees(from.lon + wrap_degrees(to.lon - from.lon) * t);
    let sheet = if a.projection.round < b.projection.round { a } else { b }.projection;
    let projection = Projection {
        middle: LonLat { lon, lat: mix(from.lat, to.lat) },
        round: mix(a.projection.round, b.projection.round),
        ..sheet
    };
    let scale = 1.0 / mix(1.0 / a.scale, 1.0 / b.scale);
    Camera { projection, centre: projection.project(projection.middle), scale }
}

/// The place in the middle of a camera.
fn middle(camera: &Camera) -> LonLat {
    let Camera { projection, centre, .. } = camera;
    if projection.round > 0.0 { projection.middle } else { projection.invert(*centre) }
}

#[cfg(test)]
mod tests {
    use super::super::Kind;
    use super::super::fixture::desktop;
    use super::*;
    use crate::geo::Pixel;

    fn globe(view: &Viewport) -> Camera {
        Camera::world(Projection::near(120.0).of(Kind::Globe), view)
    }

    fn near(a: LonLat, b: LonLat) -> bool {
        crate::geo::distance_km(a, b) < 1.0
    }

    #[test]
    fn dragging_turns_the_globe_under_the_pointer() {
        let view = desktop();
        let camera = globe(&view);
        let middle = Pixel { x: view.width / 2.0, y: view.height / 2.0 };
        let there = Pixel { x: middle.x - 60.0, y: middle.y + 40.0 };
        let place = camera.projection.invert(camera.plane(there, &view));
        let moved = camera.pan(60.0, -40.0, &view);
        assert!(near(moved.projection.middle, place), "{moved:?}");
        assert_eq!((moved.centre, moved.scale), (Plane::default(), camera.scale));
    }

    #[test]
    fn the_way_over_a_pole_ends_there_with_north_above() {
        let view = desktop();
        let mut camera = globe(&view);
        for _ in 0..40 {
            camera = camera.pan(0.0, 60.0, &view);
        }
        assert_eq!(camera.projection.middle, LonLat { lon: 120.0, lat: STEEPEST });
        assert!(camera.pan(0.0, -60.0, &view).projection.middle.lat < STEEPEST);
    }

    #[test]
    fn a_way_between_flat_and_round_begins_and_ends_at_them() {
        let view = desktop();
        let flat = Camera::world(Projection::near(120.0), &view).zoom(
            3.0,
            Pixel { x: 200.0, y: 300.0 },
            &view,
        );
        let round = globe(&view).pan(-30.0, 50.0, &view);
        let place = LonLat { lon: 135.0, lat: 34.0 };
        for (a, b) in [(flat, round), (round, flat), (round, globe(&view))] {
            for (t, end) in [(1e-9, a), (1.0 - 1e-9, b)] {
                let (on, at) = (a.between(&b, t).show(place, &view), end.show(place, &view));
                assert!((on.x - at.x).hypot(on.y - at.y) < 1e-3, "{on:?} {at:?}");
            }
        }
    }

    #[test]
    fn what_a_globe_is_fitted_to_stands_in_its_middle() {
        let view = desktop();
        let points = [LonLat { lon: 107.0, lat: -6.0 }, LonLat { lon: 139.0, lat: 36.0 }];
        let on = Projection::near(120.0).of(Kind::Globe);
        let camera = Camera::fit(on, &points, &view, &super::super::Inset::margin(&view));
        for point in points {
            let Pixel { x, y } = camera.show(point, &view);
            assert!(x > 0.0 && x < view.width && y > 0.0 && y < view.height, "{x} {y}");
        }
        assert!(camera.projection.middle.lat > 10.0);
    }
}
