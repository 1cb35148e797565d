//! A press on a mark that stands for several.
//!
//! In: a click. Out: the camera on its way to where they come apart, or their list over the map.

use std::mem::take;

use web_sys::Event;

use super::{Glide, Shell, Stale};
use crate::map::Camera;
use crate::view::{self, Aim, Effect};
use crate::widget::events::around;

impl Shell {
    /// Lets the places of a mark come apart, or lists them; false if what is pressed is none for several. What
    /// was listed before is no more.
    pub(super) fn disperse(&mut self, event: &Event) -> bool {
        self.close_crowd();
        let mark = around(event, ".mk-mark").and_then(|mark| mark.get_attribute("data-key"));
        let Some(mark) = mark else { return false };
        let view = &self.state.viewport;
        let keys = view::merged(&self.scenery, &self.camera, view, &mark);
        if keys.is_empty() {
            return false;
        }
        match view::apart(&self.scenery, &keys, &self.camera, view) {
            Some(camera) => self.glide_to(camera),
            None => {
                self.state.crowd = view::members(self.context(), &self.answer.ids, &keys);
                self.stale = self.stale.max(Stale::Map);
                self.effects.push(Effect::Focus("crowd".into()));
            }
        }
        true
    }

    /// Takes the list away; false if there is none.
    pub(super) fn close_crowd(&mut self) -> bool {
        let there = !take(&mut self.state.crowd).is_empty();
        if there {
            self.stale = self.stale.max(Stale::Map);
        }
        there
    }

    pub(super) fn glide_to(&mut self, camera: Camera) {
        self.state.aim = Aim::Free(camera);
        self.effects.push(Effect::Address { push: false });
        if !self.still {
            self.glide = Some(Glide { from: self.camera, begun: None });
        }
        self.stale = self.stale.max(Stale::Map);
    }
}
