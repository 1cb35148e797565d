//! How an action changes the state, and what the shell has to do besides painting.
//!
//! In: catalog, state, action and the answer that is on the page. Out: the state changed, and a
//! list of [`Effect`]s. Reads no clock and no page.

use crate::catalog::{Catalog, RecordId, Years};
use crate::map::Camera;
use crate::query::{Answer, Filter};
use crate::text::joined;

use super::action::Action;
use super::state::{Aim, NEAR, State};

/// The width of the widget, em, from which the filters are a column and no sheet.
const WIDE: f64 = 68.0;

/// What the shell does besides painting.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Effect {
    /// The filter or the order has to be asked anew.
    Ask,
    /// The address changes: a new entry in the history, or the present one is rewritten.
    Address {
        /// Whether the visitor can go back to the present one.
        push: bool,
    },
    /// The visitor changed the filter: tell the host.
    Filtered,
    /// The visitor opened or left a record: tell the host.
    Selected,
    /// The element with this `data-key` gets the focus.
    Focus(String),
    /// The element with this `data-key` gets the focus and is scrolled into view.
    Show(String),
    /// The map glides to where the state aims.
    Glide,
    /// The data is saved as a file.
    Download,
    /// The map is saved as a picture.
    Picture,
    /// The map fills the screen, or no longer.
    Full,
    /// The page is printed.
    Print,
    /// The address of this view is copied.
    Copy,
}

/// Applies one action. `camera` is what the map shows now; `fit` finds what shows all of the answer.
pub fn update(
    catalog: &Catalog,
    state: &mut State,
    action: Action,
    answer: &Answer,
    camera: Camera,
    fit: &dyn Fn(&State) -> Camera,
) -> Vec<Effect> {
    match action {
        Action::Select(id) => open(state, catalog.find(&id)),
        Action::Back => close(state),
        Action::Escape => escape(state),
        Action::Step(by) => step(state, answer, by),
        Action::Language(lang) => {
            state.lang = lang;
            vec![Effect::Ask, Effect::Address { push: false }]
        }
        Action::Sheet(on) => {
            state.sheet = on;
            vec![Effect::Focus(if on { "sheet" } else { "sheet-open" }.into())]
        }
        Action::Open(id) => {
            match state.open.iter().position(|open| *open == id) {
                Some(at) => drop(state.open.swap_remove(at)),
                None => state.open.push(id),
            }
            Vec::new()
        }
        Action::More => more(state, answer),
        Action::Source(n) => vec![Effect::Show(joined(&["source-", &n]))],
        Action::Return(n) => vec![Effect::Show(joined(&["ref-", &n]))],
        Action::Point(id) => {
            state.pointed = id.and_then(|id| catalog.find(&id));
            Vec::new()
        }
        Action::Download => vec![Effect::Download],
        Action::Print => vec![Effect::Print],
        Action::Copy => vec![Effect::Copy],
        Action::Zoom(..)
        | Action::Pan(..)
        | Action::Fit
        | Action::Region
        | Action::World
        | Action::Globe
        | Action::Enlarge
        | Action::Resize(..)
        | Action::Hint(_)
        | Action::HintSeen => look(state, action, camera, fit),
        _ => ask(catalog, state, action),
    }
}

/// Actions that change the filter.
fn ask(catalog: &Catalog, state: &mut State, action: Action) -> Vec<Effect> {
    let before = state.filter.clone();
    let typed = matches!(action, Action::Query(_) | Action::From(_) | Action::To(_));
    change(catalog, &mut state.filter, action);
    if state.filter == before {
        return Vec::new();
    }
    state.listed = NEAR;
    // Each key that is pressed would be a step of its own in the history.
    vec![Effect::Ask, Effect::Address { push: !typed }, Effect::Filtered]
}

/// The filter after one of its actions.
fn change(catalog: &Catalog, filter: &mut Filter, action: Action) {
    match action {
        Action::Toggle(facet, id) => filter.toggle(facet, &id),
        Action::Query(text) => filter.q = text,
        Action::From(from) => {
            filter.years = years(catalog, from, filter.years.map(|years| years.to));
        }
        Action::To(to) => {
            filter.years = years(catalog, filter.years.map(|years| years.from), to);
        }
        Action::Undated => filter.undated = !filter.undated,
        Action::Sort(sort) => filter.sort = Some(sort),
        Action::Clear => *filter = Filter { sort: filter.sort, ..Filter::default() },
        Action::Drop(facet) => filter.chosen_mut(facet).clear(),
        Action::DropQuery => filter.q.clear(),
        Action::DropYears => {
            filter.years = None;
            filter.undated = false;
        }
        Action::Filter(asked) => *filter = asked,
        _ => {}
    }
}

/// The range between two bounds; one that is not given is the dataset's own. The whole range of
/// the dataset is no filter.
fn years(catalog: &Catalog, from: Option<u16>, to: Option<u16>) -> Option<Years> {
    let all = (*catalog.years().first()?, *catalog.years().last()?);
    let (from, to) = (from.unwrap_or(all.0), to.unwrap_or(all.1));
    ((from, to) != all).then(|| Years::between(from, to))
}

/// Actions that move the map.
fn look(
    state: &mut State,
    action: Action,
    camera: Camera,
    fit: &dyn Fn(&State) -> Camera,
) -> Vec<Effect> {
    let view = &state.viewport;
    let middle = crate::geo::Pixel { x: view.width / 2.0, y: view.height / 2.0 };
    let (aim, glide) = match action {
        Action::Zoom(factor, at) => {
            (Aim::Free(camera.zoom(factor, at.unwrap_or(middle), view)), at.is_none())
        }
        Action::Pan(dx, dy) => (Aim::Free(camera.pan(dx, dy, view)), false),
        Action::Fit => (Aim::Free(fit(state)), true),
        Action::World => (Aim::World, true),
        Action::Globe => (Aim::Globe, true),
        Action::Region => (Aim::Region, true),
        Action::Enlarge => {
            state.large_map = !state.large_map;
            return Vec::new();
        }
        Action::Resize(view, width) => {
            state.viewport = view;
            // From here on the filters stand beside the list (looks: by width).
            state.sheet &= width < WIDE;
            return Vec::new();
        }
        Action::Hint(gesture) => {
            state.hint = Some(gesture);
            return Vec::new();
        }
        _ => {
            state.hint = None;
            return Vec::new();
        }
    };
    state.aim = aim;
    state.hint = None;
    let mut effects = vec![Effect::Address { push: false }];
    if glide {
        effects.push(Effect::Glide);
    }
    effects
}

/// Opens a record; an unknown one changes nothing.
fn open(state: &mut State, record: Option<RecordId>) -> Vec<Effect> {
    let Some(record) = record else { return Vec::new() };
    state.selected = Some(record);
    state.sheet = false;
    vec![Effect::Address { push: true }, Effect::Selected, Effect::Show("detail-name".into())]
}

/// Leaves the detail for the card that it came from.
fn close(state: &mut State) -> Vec<Effect> {
    let Some(RecordId(number)) = state.selected.take() else { return Vec::new() };
    let card = joined(&["card-", &crate::text::number(number)]);
    vec![Effect::Address { push: true }, Effect::Selected, Effect::Show(card)]
}

/// Leaves what was opened last.
fn escape(state: &mut State) -> Vec<Effect> {
    if state.sheet {
        state.sheet = false;
        return vec![Effect::Focus("sheet-open".into())];
    }
    if state.selected.is_none() {
        state.large_map = false;
    }
    close(state)
}

/// The neighbour of the open record in the answer.
fn step(state: &mut State, answer: &Answer, by: i32) -> Vec<Effect> {
    let at = answer.ids.iter().position(|id| Some(*id) == state.selected);
    let next = match at {
        Some(at) if by < 0 => at.checked_sub(1),
        Some(at) => Some(at + 1),
        None => Some(0),
    };
    open(state, next.and_then(|next| answer.ids.get(next)).copied())
}

/// Lists more cards and goes on at the first new one.
fn more(state: &mut State, answer: &Answer) -> Vec<Effect> {
    let first = answer.ids.get(state.listed).copied();
    state.listed += NEAR;
    match first {
        Some(RecordId(number)) => {
            vec![Effect::Focus(joined(&["card-", &crate::text::number(number)]))]
        }
        None => Vec::new(),
    }
}

#[cfg(test)]
#[path = "update_tests.rs"]
mod tests;
