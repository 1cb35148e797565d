//! Which of the later modules have arrived.
//!
//! In: their names, as `wasm-pack.toml` has them, from the script. Out: whether one is there. All widgets
//! of a page share them.

use std::sync::atomic::{AtomicBool, Ordering};

/// What shows an open record.
pub(super) const DETAIL: &str = "detail";
/// What seeks words and marks them.
pub(super) const SEARCH: &str = "search";

/// What draws a map that is no Equal Earth.
pub(super) const GLOBE: &str = "globe";

/// What moves the map otherwise than by buttons.
pub(super) const MOVING: &str = "moving";

/// The modules that are asked after.
static ARRIVED: [(&str, AtomicBool); 4] = [
    (DETAIL, AtomicBool::new(false)),
    (SEARCH, AtomicBool::new(false)),
    (GLOBE, AtomicBool::new(false)),
    (MOVING, AtomicBool::new(false)),
];

/// Notes that a module is there.
pub(super) fn note(name: &str) {
    for (known, here) in &ARRIVED {
        here.fetch_or(*known == name, Ordering::Relaxed);
    }
}

/// Whether a module is there.
pub(super) fn has(name: &str) -> bool {
    ARRIVED.iter().any(|(known, here)| *known == name && here.load(Ordering::Relaxed))
}
