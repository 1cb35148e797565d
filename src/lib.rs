//! Mitra Kota ("partner city"): with whom a city cooperates, on what, how far each
//! cooperation has come, and where every statement comes from.
//!
//! In: a dataset (`mitra-kota/1` JSON). Out: a partner map and a filter list in a host's page.
//!
//! The crate is a pure core under a thin shell. Every module but `widget` takes values and gives
//! values: it knows no browser, reads no clock, no locale and no global, and is tested natively.
//! `docs/architecture.md` tells which module may know which.

pub mod catalog;
pub mod dataset;
pub mod export;
pub mod geo;
pub mod map;
pub mod markup;
pub mod query;
pub mod text;
pub mod view;

#[cfg(target_arch = "wasm32")]
mod widget;
