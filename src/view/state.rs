//! What a visitor has done to a widget so far.
//!
//! The state with the catalog determines everything on the page. Part of it has a form for the
//! address (`view::address`): filter, open record, language, camera.

use crate::catalog::RecordId;
use crate::map::{Camera, Kind, Viewport};
use crate::query::Filter;
use crate::text::Lang;

use super::action::Gesture;
use super::crowd::Member;

/// How many cards are painted at once: more than most screens show.
pub const NEAR: usize = 10;
/// At how many cards the list stops to be asked for more; a multiple of [`NEAR`].
pub(super) const PAGE: usize = 50;

/// How many regions a page has besides the search field: head, filters, list, and the map with its land.
pub const REGIONS: u8 = 4;
/// What a page has grown to in the end: two steps bring the marks on the map and their names.
pub const GROWN: u8 = REGIONS + 2;

/// The state of one widget.
#[derive(Clone, PartialEq, Debug)]
pub struct State {
    /// The language asked for.
    pub lang: Lang,
    /// What is asked.
    pub filter: Filter,
    /// The open record; `None` shows the list.
    pub selected: Option<RecordId>,
    /// The record that the pointer or the focus is on, in the list or on the map.
    pub pointed: Option<RecordId>,
    /// Whether the filter sheet is open (narrow layouts).
    pub sheet: bool,
    /// Ids of opened sector groups and of facets that show all their values.
    pub open: Vec<String>,
    /// How many of its regions the page has, and then what the map has: a new widget grows by one each turn.
    pub grown: u8,
    /// How many cards are painted at most.
    pub listed: usize,
    /// The projection that the host has given the map.
    pub given: Kind,
    /// Where the map looks.
    pub aim: Aim,
    /// Whether the small map is enlarged.
    pub large_map: bool,
    /// Whether what moves the map is there: a visitor has reached for it.
    pub reached: bool,
    /// Whether the map may fill the screen.
    pub may_fill: bool,
    /// Whether it does.
    pub full: bool,
    /// The places of a mark for several that are listed over the map.
    pub crowd: Vec<Member>,
    /// The hint that the map shows at the moment.
    pub hint: Option<Gesture>,
    /// The map's box on the page. Of no extent until the page is laid out.
    pub viewport: Viewport,
}

/// Where the map looks.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub enum Aim {
    /// At all records of the dataset, whatever the filter.
    #[default]
    Region,
    /// At the whole world.
    World,
    /// At the whole globe.
    Globe,
    /// Where the visitor moved it.
    Free(Camera),
}

impl State {
    /// Whether a sector group or the rest of a facet is open.
    #[must_use]
    pub fn is_open(&self, id: &str) -> bool {
        self.open.iter().any(|open| open == id)
    }

    /// The projection of what the map looks at. The world is flat even where the host wants a globe.
    #[must_use]
    pub fn projection(&self) -> Kind {
        match self.aim {
            Aim::Region => self.given,
            Aim::World => self.given.flat(),
            Aim::Globe => Kind::Globe,
            Aim::Free(camera) => camera.projection.kind(),
        }
    }

    /// The end of the list has come near: some more cards follow by themselves. False where a page is
    /// full: whoever scrolls on wants to pass by.
    pub fn lengthen(&mut self) -> bool {
        let more = !self.listed.is_multiple_of(PAGE);
        if more {
            self.listed += NEAR;
        }
        more
    }

    /// A widget that nobody has touched yet.
    #[must_use]
    pub fn new(lang: Lang) -> Self {
        Self {
            lang,
            filter: Filter::default(),
            selected: None,
            pointed: None,
            sheet: false,
            open: Vec::new(),
            grown: GROWN,
            listed: NEAR,
            given: Kind::default(),
            aim: Aim::default(),
            large_map: false,
            reached: false,
            may_fill: false,
            full: false,
            crowd: Vec::new(),
            hint: None,
            viewport: Viewport::default(),
        }
    }
}
