//! What is on the page: pure functions from catalog, state and answer to element trees.
//!
//! In: a [`Context`], the [`State`], the answer of its filter. Out: [`Element`]s; and, from an
//! [`Action`], the next state with what the shell has to do besides painting.
//!
//! [`Element`]: crate::markup::Element

mod action;
pub mod address;
mod context;
pub mod labels;
mod state;
mod update;

pub use action::{Action, Gesture};
pub use context::{Context, Shown};
pub use state::{Aim, PAGE, State};
pub use update::{Effect, update};
