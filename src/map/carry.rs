//! A painted map is brought to where the camera has moved, without being drawn anew.
//!
//! In: the camera that it was painted for, and the camera now. Out: how all of it has to be moved; `None`
//! where it has to be drawn.

use super::spots::BESIDE;
use super::{Camera, Transform, Viewport};

/// Stretched by more than this its letters and lines would be seen to grow.
const STRETCH: f64 = 1.1;

impl Camera {
    /// What carries the pixels of `painted` to those of this camera, both from the viewport's middle.
    #[must_use]
    pub fn carries(&self, painted: &Self, view: &Viewport) -> Option<Transform> {
        let scale = self.scale / painted.scale;
        let x = (painted.centre.x - self.centre.x) * self.scale;
        let y = (painted.centre.y - self.centre.y) * self.scale;
        // As far are marks drawn beyond the edge: further, it would lack some.
        let far = BESIDE * view.em / 16.0;
        let near = x.abs() <= far && y.abs() <= far && scale <= STRETCH && scale * STRETCH >= 1.0;
        (near && self.projection == painted.projection).then_some(Transform { scale, x, y })
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::desktop;
    use super::super::{Kind, Projection};
    use super::*;
    use crate::geo::{LonLat, Pixel};

    const JAVA: LonLat = LonLat { lon: 110.0, lat: -7.3 };

    fn near() -> Camera {
        let world = Camera::world(Projection::near(107.0), &desktop());
        world.zoom(6.0, world.show(JAVA, &desktop()), &desktop())
    }

    /// Where a place is seen that was painted, once that has been carried.
    fn carried(painted: &Camera, by: &Transform) -> Pixel {
        let (view, at) = (desktop(), painted.show(JAVA, &desktop()));
        let (left, top) = (view.width / 2.0, view.height / 2.0);
        Pixel { x: (at.x - left) * by.scale + left + by.x, y: (at.y - top) * by.scale + top + by.y }
    }

    #[test]
    fn a_carried_map_shows_places_where_a_drawn_one_would() {
        let (painted, view) = (near(), desktop());
        let at = Pixel { x: view.width * 0.3, y: view.height * 0.6 };
        for now in [painted.pan(30.0, -20.0, &view), painted.zoom(1.08, at, &view)] {
            let by = now.carries(&painted, &view).expect("it is not far");
            let (there, drawn) = (carried(&painted, &by), now.show(JAVA, &view));
            assert!((there.x - drawn.x).abs() < 1e-6 && (there.y - drawn.y).abs() < 1e-6);
        }
    }

    #[test]
    fn what_has_gone_far_or_is_another_map_is_drawn() {
        let (painted, view) = (near(), desktop());
        let middle = Pixel { x: view.width / 2.0, y: view.height / 2.0 };
        let mut turned = painted;
        turned.projection = painted.projection.of(Kind::Mercator);
        let far = [painted.pan(0.0, 60.0, &view), painted.zoom(1.2, middle, &view), turned];
        for now in far.into_iter().chain([painted.zoom(0.8, middle, &view)]) {
            assert_eq!(now.carries(&painted, &view), None);
        }
    }
}
