//! What is on the page: pure functions from catalog, state and answer to element trees.
//!
//! In: a [`Context`], the [`State`], the answer of its filter. Out: [`Element`]s; and, from an
//! [`Action`], the next state with what the shell has to do besides painting.
//!
//! [`Element`]: crate::markup::Element

mod action;
pub mod address;
mod chips;
mod context;
mod drawing;
mod empty;
mod facet;
mod facets;
mod glyph;
mod head;
mod icons;
pub mod labels;
mod land;
mod legend;
mod map;
mod names;
mod page;
mod pixels;
mod results;
mod scene;
mod search;
mod state;
mod status;
mod update;
mod years;

pub use action::{Action, Gesture};
pub use context::{Context, Shown};
pub use facets::filters;
pub use head::head;
pub use land::Land;
pub use map::{controls, map};
pub use page::page;
pub use results::results;
pub use scene::{camera, fit_answer};
pub use search::search;
pub use state::{Aim, PAGE, State};
pub use status::announcement;
pub use update::{Effect, update};

/// Puts numbers into a text: `{n}` and `{m}`.
fn fill(pattern: &str, n: u32, m: u32) -> String {
    pattern.replace("{n}", &crate::text::number(n)).replace("{m}", &crate::text::number(m))
}
#[cfg(test)]
mod page_tests;
