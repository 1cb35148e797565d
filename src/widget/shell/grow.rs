//! What is painted by regions: a new page, and what alone has changed.
//!
//! In: calls, one after another, with the page laid out in between. Out: the first paint in steps of which
//! none is long, so that the browser can take its turn after each.

use super::{FIRST, Shell, Stale};
use crate::catalog::Facet;
use crate::markup::Node;
use crate::text::joined;
use crate::view::{self, FILTERS, LIST, MAP, Scenery};
use crate::widget::patch;

/// The last step of a new widget: from then on, what is stale is painted.
const LAST: u8 = 15;

impl Shell {
    /// Whether the first paint is not done yet.
    pub(super) fn is_new(&self) -> bool {
        self.step < LAST
    }

    /// Takes the next step of the first paint; gives what is left to be painted in this step.
    pub(super) fn grow(&mut self) -> Stale {
        self.step += 1;
        match self.step {
            1 => {
                self.standing.prepare(
                    &self.catalog,
                    &self.state.filter,
                    self.state.lang,
                    &self.locale,
                );
            }
            2 => self.ask(),
            3 => self.land.lay(FIRST),
            4 => self.name_countries(),
            5 => return Stale::Page,
            6 => {
                self.state.grown = 1;
                return Stale::Page;
            }
            7 => self.paint_region(FILTERS, "body", true),
            // The layout of cards is the longest: a few first.
            8 => {
                self.state.listed = view::NEAR / 2;
                self.paint_region(LIST, "body", true);
            }
            9 => {
                self.state.listed = view::NEAR;
                self.paint_region(LIST, "results", false);
            }
            10 => self.scenery = self.scenery(),
            // The map without what it shows, to see how large its box is.
            11 => {
                self.paint_region(MAP, "body", true);
                self.state.grown = view::REGIONS;
            }
            12 => self.camera = self.goal(),
            13 => return Stale::Map,
            _ => {
                self.state.grown += 1;
                return Stale::Map;
            }
        }
        Stale::Nothing
    }

    /// What the map shows of the answer.
    pub(super) fn scenery(&self) -> Scenery {
        view::scenery(self.context(), &self.state, &self.answer, &self.land)
    }

    /// The browser takes its time to make a language's names and its order of them ready.
    fn name_countries(&self) {
        let context = self.context();
        let mut last = String::new();
        for country in context.catalog.values(Facet::Country) {
            let name = context.country(&country.id);
            let _ = context.locale.compare(context.lang, &last, &name);
            last = name;
        }
    }

    /// Makes one region, and either adds it at the end of what has the `key` or puts it in its place: the
    /// rest of the page is left alone.
    pub(super) fn paint_region(&mut self, region: u8, key: &str, add: bool) {
        let Self { state, answer, scenery, camera, land, .. } = &*self;
        let new = view::region(self.context(), state, answer, scenery, camera, land, region);
        let selector = joined(&["[data-key=", key, "]"]);
        let Some((tree, dom)) = &mut self.tree else { return };
        let (Some(old), Ok(Some(dom))) = (tree.find_mut(key), dom.query_selector(&selector)) else {
            return;
        };
        if !add {
            patch::patch(&self.document, &dom, old, &new);
            *old = new;
        } else if let Some(node) = patch::create(&self.document, &new) {
            let _ = dom.append_child(&node);
            old.children.push(Node::Element(new));
        }
    }
}
