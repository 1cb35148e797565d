//! The few pictures that stand on buttons: drawn, not fetched. Always beside or instead of a word
//! that is read out.

use crate::markup::{Element, svg};

/// What an icon shows, as strokes on a field of 16 by 16.
pub(super) mod shape {
    /// A magnifying glass.
    pub(in crate::view) const GLASS: &str = "M7 2a5 5 0 1 0 0 10a5 5 0 1 0 0-10M10.7 10.7l4 4";
    /// Three lines, each shorter than the one above.
    pub(in crate::view) const SIEVE: &str = "M1 4h14M4 8h8M6 12h4";
    /// A cross.
    pub(in crate::view) const CROSS: &str = "M2.5 2.5l11 11M13.5 2.5l-11 11";
    /// An open arrow downwards.
    pub(in crate::view) const DOWN: &str = "M3 5.5l5 5l5-5";
    /// An open arrow upwards.
    pub(in crate::view) const UP: &str = "M3 10.5l5-5l5 5";
    /// An open arrow to the left.
    pub(in crate::view) const LEFT: &str = "M10.5 3l-5 5l5 5";
    /// An open arrow to the right.
    pub(in crate::view) const RIGHT: &str = "M5.5 3l5 5l-5 5";
    /// Larger.
    pub(in crate::view) const PLUS: &str = "M2.5 8h11M8 2.5v11";
    /// Smaller.
    pub(in crate::view) const MINUS: &str = "M2.5 8h11";
    /// The four corners of a frame.
    pub(in crate::view) const FRAME: &str = "M2 6v-4h4M10 2h4v4M14 10v4h-4M6 14h-4v-4";
    /// Arrows in four directions.
    pub(in crate::view) const MOVE: &str =
        "M8 1.5v13M1.5 8h13M6 3.5l2-2l2 2M6 12.5l2 2l2-2M3.5 6l-2 2l2 2M12.5 6l2 2l-2 2";
    /// Three dots.
    pub(in crate::view) const DOTS: &str = "M2 8h2M7 8h2M12 8h2";
}

/// An icon. Screen readers pass over it.
pub(super) fn icon(shape: &'static str) -> Element {
    svg("svg.mk-icon|viewBox=0 0 16 16|aria-hidden=true").child(svg("path").with("d", shape))
}
