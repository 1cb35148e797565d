//! The search field and, on narrow containers, the button that opens the filters.
//!
//! In: context and state. Out: one row of controls.

use super::icons::{icon, shape};
use super::{Context, State, fill_number};
use crate::markup::{Element, el};
use crate::query::{Facet, Filter};

/// Search field and filter button.
#[must_use]
pub fn search(ctx: Context<'_>, state: &State) -> Element {
    el("div.mk-find|data-key=find|role=search")
        .child(field(ctx, state))
        .child(sheet_button(ctx, state))
}

fn field(ctx: Context<'_>, state: &State) -> Element {
    let labels = ctx.labels();
    let input = el("input|data-key=q|type=search")
        .with("value", state.filter.q.clone())
        .with("placeholder", labels.search_hint)
        .with("aria-label", labels.search)
        .with("autocomplete", "off")
        .with("enterkeyhint", "search")
        .does("q", "");
    let wipe = el("button.mk-wipe|data-key=wipe|type=button")
        .with("aria-label", labels.search_clear)
        .does("drop", "q")
        .child(icon(shape::CROSS));
    el("div.mk-search|part=search")
        .child(icon(shape::GLASS))
        .child(input)
        .maybe((!state.filter.q.is_empty()).then_some(wipe))
}

fn sheet_button(ctx: Context<'_>, state: &State) -> Element {
    let labels = ctx.labels();
    let label = match chosen(&state.filter) {
        0 => labels.filter.to_owned(),
        chosen => fill_number(labels.filter_chosen, chosen),
    };
    el("button.mk-button mk-open-sheet|data-key=sheet-open|type=button|aria-haspopup=dialog")
        .with("aria-expanded", if state.sheet { "true" } else { "false" })
        .does("sheet", "open")
        .child(icon(shape::SIEVE))
        .child(el("span").text(label))
}

/// How many values are chosen in the sheet; a range of years is one.
fn chosen(filter: &Filter) -> u32 {
    let mut values = 0;
    for facet in Facet::ALL {
        values += filter.chosen(facet).len() as u32;
    }
    values + u32::from(filter.years.is_some()) + u32::from(filter.undated)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::Years;

    #[test]
    fn years_count_once_and_words_not_at_all() {
        let mut filter = Filter { q: "air".into(), ..Filter::default() };
        assert_eq!(chosen(&filter), 0);
        filter.toggle(Facet::Country, "JP");
        filter.years = Some(Years { from: 2018, to: 2025 });
        assert_eq!(chosen(&filter), 2);
    }
}
