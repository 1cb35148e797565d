//! Where the map of a widget looks, and which files that needs.
//!
//! In: the state and the time. Out: a camera; the names of finer land, which comes back as bytes.

use super::Shell;
use super::Stale;
use crate::map::{Camera, ease_out};
use crate::view::{self, Aim, State};

/// How long the camera glides, milliseconds.
const GLIDE: f64 = 320.0;

/// A camera on its way.
pub(super) struct Glide {
    pub(super) from: Camera,
    pub(super) begun: Option<f64>,
}

impl Shell {
    /// Where the camera is at `now`.
    pub(super) fn look(&mut self, now: f64) -> Camera {
        let goal = self.goal();
        let Some(glide) = &mut self.glide else { return goal };
        let t = (now - *glide.begun.get_or_insert(now)) / GLIDE;
        if t >= 1.0 {
            self.glide = None;
            return goal;
        }
        glide.from.between(&goal, ease_out(t))
    }

    /// Where the state wants the camera. Framing the region takes a look at all records.
    pub(super) fn goal(&mut self) -> Camera {
        let State { aim, selected, lang, .. } = self.state;
        let there = self.region.filter(|(of, shown, _)| *of == selected && *shown == lang);
        if let (Aim::Region, Some((_, _, camera))) = (aim, there) {
            return camera;
        }
        // Of all records the scenery may be there already.
        let whole = self.stale < Stale::Page && self.answer.ids.len() == self.catalog.len();
        let whole = whole.then_some(&self.scenery);
        let camera = view::camera(self.context(), &self.state, &self.land, whole);
        if let Aim::Region = aim {
            self.region = Some((selected, lang, camera));
        }
        camera
    }

    /// The files of the base map that would show more of what is seen.
    pub(in crate::widget) fn wanted(&self) -> String {
        self.land.wanted(&self.camera, &self.state.viewport)
    }

    /// Draws finer land with the next paint, if the bytes are a base map.
    pub(in crate::widget) fn refine(&mut self, name: &str, bytes: &[u8]) {
        if self.land.refine(name, bytes) {
            self.stale = self.stale.max(Stale::Map);
        }
    }
}
