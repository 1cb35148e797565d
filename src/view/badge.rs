//! A relation in words, beside its line.
//!
//! In: context and record. Out: a paragraph.

use super::{Context, glyph, naming};
use crate::dataset::Record;
use crate::markup::{Element, el};

/// Line and word of a record's relation.
pub(super) fn badge(ctx: Context<'_>, record: &Record) -> Element {
    el("p.mk-badge")
        .child(glyph::glyph(record.relation, naming::is_country(ctx, record)))
        .child(el("span").text(ctx.labels().relation_name(record.relation)))
}
