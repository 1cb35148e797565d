//! How far a cooperation has come, as steps: done, now, to come.
//!
//! In: context and stage. Out: bars for a card, named steps for the detail. Steps that a source
//! counts without naming them have bars and no names.

use super::refs::Refs;
use super::{Context, fill, fill_number, naming};
use crate::dataset::{StageAt, StageModel};
use crate::markup::{Element, el};
use crate::text::{Text, parts};

/// More bars than this say no more.
const MOST: usize = 30;

/// The steps before and after the current one, and the model if its steps are named.
struct Steps<'a> {
    before: usize,
    after: usize,
    model: &'a StageModel,
}

impl<'a> Steps<'a> {
    fn of(ctx: Context<'a>, at: &StageAt) -> Option<Self> {
        let model = ctx.catalog.model(&at.model)?;
        let index = model.stages.iter().position(|stage| stage.id == at.at)?;
        let (before, after) = match at.remaining {
            Some(left) => (0, left as usize),
            None => (index, model.stages.len() - 1 - index),
        };
        Some(Self { before, after: after.min(MOST), model })
    }

    const fn at(&self, index: usize) -> &'static str {
        if index < self.before {
            "done"
        } else if index == self.before {
            "now"
        } else {
            "next"
        }
    }
}

/// The stage as the source words it, else as the model names it.
pub(crate) fn stage_name<'a>(ctx: Context<'a>, at: &'a StageAt) -> Option<&'a Text> {
    let named = || ctx.catalog.model(&at.model)?.stages.iter().find(|stage| stage.id == at.at);
    at.wording.as_ref().or_else(|| named().map(|stage| &stage.name))
}

/// The bars of a card; the name stands beside them.
pub(super) fn small(ctx: Context<'_>, at: &StageAt) -> Element {
    let mut bars = el("span.mk-bars-small|aria-hidden=true");
    if let Some(steps) = Steps::of(ctx, at) {
        for index in 0..=steps.before + steps.after {
            bars = bars.child(el("i").with("data-step", steps.at(index)));
        }
    }
    bars
}

/// The ladder of the detail.
pub(super) fn ladder<'a>(refs: &mut Refs<'a>, at: &'a StageAt) -> Option<Element> {
    let steps = Steps::of(refs.ctx, at)?;
    let ladder = el("div.mk-ladder|data-key=ladder");
    Some(match at.remaining {
        Some(left) => ladder.child(unnamed(refs, at, steps.after, left)),
        None => named(refs, at, &steps, ladder),
    })
}

/// The current step, and as many bars as the source counts.
fn unnamed<'a>(refs: &mut Refs<'a>, at: &'a StageAt, bars: usize, left: u32) -> Element {
    let (ctx, phrases) = (refs.ctx, refs.ctx.phrases());
    let now = current(phrases.stage_now.to_owned());
    let now = match stage_name(ctx, at) {
        Some(name) if left == 0 => now.child(refs.put(name_of_step(), name, &at.sources)),
        Some(name) => now.child(ctx.put(name_of_step(), name)),
        None => now,
    };
    let list = el("ol.mk-steps|data-unnamed").child(now);
    if left == 0 {
        return list;
    }
    let mut row = el("span.mk-bars-left|aria-hidden=true");
    for _ in 0..bars {
        row = row.child(el("i|data-step=next"));
    }
    let pattern = if left == 1 { phrases.left_one } else { phrases.left_many };
    let count =
        parts(phrases.counts, b' ').nth(left as usize - 1).filter(|count| !count.is_empty());
    let text = match count {
        Some(count) => fill(pattern, &[("n", count)]),
        None => fill_number(pattern, left),
    };
    let rest = refs.put_str(el("span.mk-step-name"), &text, &at.sources);
    list.child(el("li.mk-left").child(row).child(rest))
}

/// All steps of the model by name.
fn named<'a>(refs: &mut Refs<'a>, at: &'a StageAt, steps: &Steps<'a>, ladder: Element) -> Element {
    let (ctx, model) = (refs.ctx, steps.model);
    let mut list = el("ol.mk-steps").with_if(model.stages.len() > 5, "data-long");
    for (index, stage) in (0..).zip(&model.stages) {
        let name = name_of_step();
        let step = if index == steps.before {
            let none: &[String] = &[];
            let sources = if at.wording.is_none() { &at.sources } else { none };
            current(position(ctx, model, index)).child(refs.put(name, &stage.name, sources))
        } else {
            el("li").with("data-step", steps.at(index)).child(ctx.put(name, &stage.name))
        };
        list = list.child(step);
    }
    let mut ladder = ladder.child(list);
    if let Some(wording) = &at.wording {
        let text = fill(ctx.phrases().wording, &[("name", ctx.shown(wording).text)]);
        ladder = ladder.child(refs.put_str(note(), &text, &at.sources));
    }
    if !model.complete {
        ladder = ladder.child(refs.put_str(note(), ctx.phrases().left_unread, &model.sources));
    }
    ladder
}

/// What a screen reader is told before the name of the current step.
fn position(ctx: Context<'_>, model: &StageModel, index: usize) -> String {
    if model.complete {
        naming::fill_two(ctx.phrases().stage_of, index as u32 + 1, model.stages.len() as u32)
    } else {
        ctx.phrases().stage_now.to_owned()
    }
}

fn current(said: String) -> Element {
    el("li|data-step=now|aria-current=step").child(el("span.mk-quiet").text(said))
}

fn name_of_step() -> Element {
    el("span.mk-step-name")
}

fn note() -> Element {
    el("p.mk-ladder-note")
}
