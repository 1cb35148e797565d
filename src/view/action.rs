//! Everything that can happen to a widget, as one closed list.
//!
//! In: the verb and argument that an element carries (`data-do`, `data-arg`) with the value of its
//! control, or what the shell saw of pointer, keyboard and address. Out: an [`Action`].

use crate::catalog::Facet;
use crate::geo::Pixel;
use crate::map::Viewport;
use crate::query::{Filter, Sort};
use crate::text::{Lang, parted, read_number, trimmed};

/// Something that happened.
#[derive(Clone, PartialEq, Debug)]
pub enum Action {
    /// A value of a facet was chosen or let go.
    Toggle(Facet, String),
    /// The search text changed.
    Query(String),
    /// The first year asked for; `None` for no bound.
    From(Option<u16>),
    /// The last year asked for; `None` for no bound.
    To(Option<u16>),
    /// Undated records were asked for or let go.
    Undated,
    /// Another order.
    Sort(Sort),
    /// All filters off.
    Clear,
    /// One facet's filter off.
    Drop(Facet),
    /// The search text off.
    DropQuery,
    /// The range of years off.
    DropYears,
    /// The host or the address set the whole filter.
    Filter(Filter),
    /// A record was opened, by its id.
    Select(String),
    /// The detail was left.
    Back,
    /// The next (1) or previous (-1) record of the answer.
    Step(i32),
    /// Another language.
    Language(Lang),
    /// The filter sheet was opened or closed.
    Sheet(bool),
    /// A sector group or the rest of a facet was opened or closed, by its id.
    Open(String),
    /// More cards.
    More,
    /// From a reference mark to source `n`.
    Source(String),
    /// From source `n` back to the text.
    Return(String),
    /// Larger (> 1) or smaller, about a point of the viewport or its middle.
    Zoom(f64, Option<Pixel>),
    /// The map was dragged or stepped by pixels.
    Pan(f64, f64),
    /// The map shows all of the answer.
    Fit,
    /// The map shows the region of the dataset.
    Region,
    /// The map shows the world.
    World,
    /// The map shows the globe.
    Globe,
    /// The small map was enlarged or made small again.
    Enlarge,
    /// A record is pointed at, by its id, or none any more.
    Point(Option<String>),
    /// The map's box has another size; the second is the width of the whole widget in em.
    Resize(Viewport, f64),
    /// A gesture met the map that it leaves to the page: a hint says how to move it.
    Hint(Gesture),
    /// The hint has been seen.
    HintSeen,
    /// Escape: the sheet is closed, else the detail is left, else the large map is made small.
    Escape,
    /// The data is to be saved.
    Download,
    /// The page is to be printed.
    Print,
    /// The address of this view is to be copied.
    Copy,
}

/// A gesture that the map leaves to the page.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Gesture {
    /// The wheel without Ctrl or ⌘.
    Wheel,
    /// One finger.
    Touch,
}

/// How much one press of a zoom button zooms.
const ZOOM: f64 = 1.6;
/// How far one press of a pan button moves the map, pixels.
const PAN: f64 = 80.0;

impl Action {
    /// Whether nothing but the map's camera changes by it.
    #[must_use]
    pub fn moves_map(&self) -> bool {
        matches!(self, Self::Zoom(..) | Self::Pan(..))
    }

    /// Reads what an element does; `value` is what its control holds now. `None` for a verb that
    /// does not exist.
    #[must_use]
    pub fn read(verb: &str, argument: &str, value: &str) -> Option<Self> {
        Some(match verb {
            "toggle" => {
                let (facet, id) = parted(argument, b'/')?;
                Self::Toggle(Facet::from_key(facet)?, id.into())
            }
            "q" => Self::Query(value.into()),
            "from" => Self::From(year(value)),
            "to" => Self::To(year(value)),
            "undated" => Self::Undated,
            "sort" => Self::Sort(Sort::from_key(value)?),
            "clear" => Self::Clear,
            "drop" => match argument {
                "q" => Self::DropQuery,
                "year" => Self::DropYears,
                facet => Self::Drop(Facet::from_key(facet)?),
            },
            "select" => Self::Select(argument.into()),
            "back" => Self::Back,
            "step" => Self::Step(if argument.starts_with('-') { -1 } else { 1 }),
            "lang" => {
                Self::Language(Lang::from_tag(if argument.is_empty() { value } else { argument })?)
            }
            "sheet" => Self::Sheet(argument == "open"),
            "open" => Self::Open(argument.into()),
            "more" => Self::More,
            "source" => Self::Source(argument.into()),
            "return" => Self::Return(argument.into()),
            _ => return Self::read_map(verb, argument),
        })
    }

    /// The verbs of the map and of the head.
    fn read_map(verb: &str, argument: &str) -> Option<Self> {
        Some(match (verb, argument) {
            ("zoom", "in") => Self::Zoom(ZOOM, None),
            ("zoom", _) => Self::Zoom(1.0 / ZOOM, None),
            ("pan", "left") => Self::Pan(PAN, 0.0),
            ("pan", "right") => Self::Pan(-PAN, 0.0),
            ("pan", "up") => Self::Pan(0.0, PAN),
            ("pan", _) => Self::Pan(0.0, -PAN),
            ("fit", _) => Self::Fit,
            ("view", "world") => Self::World,
            ("view", "globe") => Self::Globe,
            ("view", _) => Self::Region,
            ("enlarge", _) => Self::Enlarge,
            ("download", _) => Self::Download,
            ("print", _) => Self::Print,
            ("copy", _) => Self::Copy,
            _ => return None,
        })
    }
}

/// A year as typed: 1 to 9999, anything else is no bound.
fn year(value: &str) -> Option<u16> {
    let year = read_number(trimmed(value).as_bytes())?;
    if matches!(year, 1..=9999) { Some(year as u16) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_element_carries_becomes_an_action() {
        assert_eq!(
            Action::read("toggle", "sector/education", ""),
            Some(Action::Toggle(Facet::Sector, "education".into()))
        );
        assert_eq!(Action::read("from", "", " 2018 "), Some(Action::From(Some(2018))));
        assert_eq!(Action::read("from", "", "soon"), Some(Action::From(None)));
        assert_eq!(Action::read("step", "-1", ""), Some(Action::Step(-1)));
        assert_eq!(Action::read("lang", "", "ja"), Some(Action::Language(Lang::Ja)));
        assert_eq!(Action::read("toggle", "colour/red", ""), None);
        assert_eq!(Action::read("explode", "", ""), None);
    }
}
