//! A door to the widget's query engine and its map, for the bench alone.
//!
//! In: the columns of generated records, then what is chosen, step by step; or their texts, then what
//! is sought. Out: total, first ids and all counts. `product`, `search` and `map` are the code that is
//! shipped; the other layouts are what `product` was weighed against.

mod bitmaps;
mod both;
#[cfg(target_arch = "wasm32")]
mod door;
mod generate;
mod layout;
#[cfg(target_arch = "wasm32")]
mod map;
mod pass;
mod product;
#[cfg(target_arch = "wasm32")]
mod search;

pub use generate::{SIZES, Step, columns, steps};
pub use layout::{Codes, Layout, make};
