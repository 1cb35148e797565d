//! What is on the page: pure functions from catalog, state and answer to element trees.
//!
//! In: a [`Context`], the [`State`], the answer of its filter. Out: [`Element`]s; and, from an
//! [`Action`], the next state with what the shell has to do besides painting.
//!
//! [`Element`]: crate::markup::Element

mod action;
pub mod address;
mod aids;
mod badge;
mod card;
mod chips;
mod context;
mod crowd;
pub mod dates;
mod detail;
mod differ;
mod drawing;
mod empty;
mod facet;
mod facets;
mod facts;
mod glyph;
pub mod hand;
mod head;
mod icons;
pub mod labels;
pub(crate) mod ladder;
mod land;
mod legend;
mod map;
mod names;
pub(crate) mod naming;
pub mod numbers;
mod page;
pub mod phrases;
mod piece;
mod pixels;
pub(crate) mod refs;
mod results;
mod scene;
mod search;
mod state;
mod status;
pub(crate) mod still;
pub mod texts;
mod tiles;
mod timeline;
mod update;
mod years;

pub use action::{Action, Gesture};
pub use context::{Context, Shown};
pub use crowd::{Member, apart, members, merged};
pub use facets::filters;
pub use head::head;
pub use land::Land;
pub use map::{controls, map};
pub use page::{FILTERS, LIST, MAP, page, region};
pub use pixels::matrix;
pub use results::results;
pub use scene::{Scenery, camera, fit_answer, fit_homes, scenery};
pub use search::search;
pub use state::{Aim, GROWN, NEAR, REGIONS, State};
pub use status::announcement;
pub use update::{Effect, update};

use crate::text::{parted, parts};

/// Puts values into a text: `{n}` is replaced by the value named `n`, what has no value by nothing.
fn fill(pattern: &str, values: &[(&str, &str)]) -> String {
    let mut parts = parts(pattern, b'{');
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, rest) = parted(part, b'}').unwrap_or(("", part));
        for (key, value) in values {
            if *key == name {
                out.push_str(value);
            }
        }
        out.push_str(rest);
    }
    out
}

/// Puts one number into a text, in place of `{n}`.
fn fill_number(pattern: &str, n: u32) -> String {
    fill(pattern, &[("n", &crate::text::number(n))])
}

#[cfg(test)]
mod page_tests;
#[cfg(test)]
mod record_tests;
