//! What is chosen, each with a cross that takes it away.
//!
//! In: context and filter. Out: a list of buttons; nothing if nothing is chosen.

use super::icons::{icon, shape};
use super::names::{self, Asked};
use super::{Context, fill};
use crate::markup::{Element, el};
use crate::query::Filter;
use crate::text::joined;

/// The chips of a filter.
pub(super) fn chips(ctx: Context<'_>, filter: &Filter) -> Option<Element> {
    let asked = names::asked(ctx, filter);
    if asked.is_empty() {
        return None;
    }
    let clear = el("button.mk-link|type=button|data-do=clear").text(ctx.labels().clear_all);
    let mut list = el("ul.mk-chips|data-key=chips").with("aria-label", ctx.labels().chosen);
    for asked in asked {
        list = list.child(chip(ctx, asked));
    }
    Some(list.child(el("li|data-key=clear").child(clear)))
}

fn chip(ctx: Context<'_>, asked: Asked) -> Element {
    let label = fill(ctx.labels().remove_filter, &[("name", &asked.name.text)]);
    let (verb, argument) = asked.does;
    let key = joined(&[verb, ":", &argument]);
    el("li").key(key).child(
        el("button.mk-chip|type=button|part=chip")
            .with("aria-label", label)
            .does(verb, argument)
            .child(asked.name.put(el("span")))
            .child(icon(shape::CROSS)),
    )
}
