//! Title, one sentence, languages, tools.
//!
//! In: context and state. Out: the `header`. Languages and tools are there twice, as a row and as
//! select and menu; the style sheet shows one of the two by width.

use super::icons::{icon, shape};
use super::{Context, State};
use crate::markup::{Element, el};
use crate::text::Lang;

/// The head of the widget.
#[must_use]
pub fn head(ctx: Context<'_>, state: &State) -> Element {
    let dataset = ctx.catalog.dataset();
    el("header.mk-head|data-key=head")
        .child(ctx.put(el("h2.mk-title"), &dataset.title))
        .child(languages(ctx, state))
        .child(ctx.put(el("p.mk-lede"), &dataset.description))
        .child(el("div.mk-tools").children(tools(ctx)))
        .child(el("div.mk-short").child(language_select(ctx, state)).child(menu(ctx)))
}

/// The name of a language in itself.
const fn own_name(lang: Lang) -> &'static str {
    match lang {
        Lang::Id => "Indonesia",
        Lang::En => "English",
        Lang::Ja => "日本語",
        Lang::Ko => "한국어",
    }
}

fn languages(ctx: Context<'_>, state: &State) -> Element {
    let button = |lang: Lang| {
        let button = el("button.mk-lang|type=button")
            .with("lang", lang.tag())
            .does("lang", lang.tag())
            .text(own_name(lang));
        if lang == state.lang { button.with("aria-current", "true") } else { button }
    };
    el("div.mk-langs|role=group")
        .with("aria-label", ctx.labels().language)
        .children(Lang::ALL.map(button))
}

fn language_select(ctx: Context<'_>, state: &State) -> Element {
    let option = |lang: Lang| {
        el("option")
            .with("value", lang.tag())
            .with("lang", lang.tag())
            .with_if(lang == state.lang, "selected")
            .text(own_name(lang))
    };
    let select = el("select")
        .with("aria-label", ctx.labels().language)
        .does("lang", "")
        .children(Lang::ALL.map(option));
    el("span.mk-pick").child(select).child(icon(shape::DOWN))
}

fn tools(ctx: Context<'_>) -> [Element; 3] {
    let labels = ctx.labels();
    [("download", labels.download), ("print", labels.print), ("copy", labels.copy_link)]
        .map(|(verb, text)| el("button.mk-link|type=button").does(verb, "").text(text))
}

fn menu(ctx: Context<'_>) -> Element {
    el("details.mk-menu")
        .child(el("summary").with("aria-label", ctx.labels().tools).child(icon(shape::DOTS)))
        .child(el("div.mk-menu-list").children(tools(ctx)))
}
