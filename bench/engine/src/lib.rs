//! A door to the widget's query engine, for the bench alone.
//!
//! In: the columns of generated records, then what is chosen, step by step; or their texts, then what
//! is sought. Out: total, first ids and all counts. Everything between is the code that is shipped.

#[cfg(target_arch = "wasm32")]
mod engine;
#[cfg(target_arch = "wasm32")]
mod search;
