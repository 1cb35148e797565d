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
        .child(tools(ctx, el("div.mk-tools")))
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
    let mut row = el("div.mk-langs|role=group").with("aria-label", ctx.labels().language);
    for lang in Lang::ALL {
        let button = el("button.mk-lang|type=button")
            .with("lang", lang.tag())
            .does("lang", lang.tag())
            .text(own_name(lang));
        row = row.child(if lang == state.lang {
            button.with("aria-current", "true")
        } else {
            button
        });
    }
    row
}

fn language_select(ctx: Context<'_>, state: &State) -> Element {
    let mut select = el("select|data-do=lang").with("aria-label", ctx.labels().language);
    for lang in Lang::ALL {
        select = select.child(
            el("option")
                .with("value", lang.tag())
                .with("lang", lang.tag())
                .with_if(lang == state.lang, "selected")
                .text(own_name(lang)),
        );
    }
    el("span.mk-pick").child(select).child(icon(shape::DOWN))
}

fn tools(ctx: Context<'_>, mut into: Element) -> Element {
    let labels = ctx.labels();
    for (verb, text) in
        [("download", labels.download), ("print", labels.print), ("copy", labels.copy_link)]
    {
        into = into.child(el("button.mk-link|type=button").with("data-do", verb).text(text));
    }
    into
}

fn menu(ctx: Context<'_>) -> Element {
    el("details.mk-menu")
        .child(el("summary").with("aria-label", ctx.labels().tools).child(icon(shape::DOTS)))
        .child(tools(ctx, el("div.mk-menu-list")))
}
