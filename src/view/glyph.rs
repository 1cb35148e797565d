//! A relation as a picture: home, line, partner.
//!
//! In: a relation, and whether the partner is a country. Out: an `svg`; the word beside it is the
//! information, so screen readers pass over it.

use crate::dataset::Relation;
use crate::markup::{Element, svg};

/// The line between a square (home) and a circle (city) or a diamond (country).
pub(super) fn glyph(relation: Relation, country: bool) -> Element {
    let end = if country {
        svg("path.mk-glyph-country|d=M29.2 2.4L32.8 6L29.2 9.6L25.6 6z")
    } else {
        svg("circle.mk-glyph-city|cx=29.2|cy=6|r=4.25")
    };
    svg("svg.mk-line|viewBox=0 0 34 12|width=34|height=12|aria-hidden=true")
        .child(svg("rect.mk-glyph-home|y=2|width=8|height=8"))
        .child(svg("path").with("data-line", relation.id()).with("d", line(relation)))
        .child(end)
}

/// One stroke, or the two of a sister city.
const fn line(relation: Relation) -> &'static str {
    match relation {
        Relation::SisterCity => "M8 4.4h17M8 7.6h17",
        Relation::Contact => "M10.2 6h14",
        _ => "M9.4 6h15.6",
    }
}
