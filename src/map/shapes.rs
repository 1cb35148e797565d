//! The picture: what a screen or a sheet has to draw, in pixels of the viewport.
//!
//! In: nothing; [`picture`] fills a [`Picture`]. Out: plain shapes in the order of drawing (land
//! itself is the base map's), for `view` to write as SVG. Colours, widths and dashes are the
//! style sheet's, by class.
//!
//! [`picture`]: crate::map::picture

use super::{Line, Side};
use crate::geo::{Pixel, Rect};

/// Where the picture is shown, CSS pixels.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Viewport {
    /// Width in pixels.
    pub width: f64,
    /// Height in pixels.
    pub height: f64,
    /// Pixels of 1 em (16 at a browser's default); labels and marks grow with it.
    pub em: f64,
    /// The boxes of the controls that lie on the map: no label and no fitted mark goes under them.
    pub controls: Vec<Rect>,
}

impl Viewport {
    /// Whether another box has the same extent.
    #[must_use]
    pub fn is_as_large_as(&self, other: &Self) -> bool {
        self.width == other.width && self.height == other.height && self.em == other.em
    }
}

/// All shapes above the land, from below to above.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Picture {
    /// Codes (ISO 3166-1 alpha-2) of the countries to shade, each once.
    pub shades: Vec<[u8; 2]>,
    /// Arcs, those that are `Off` first, those that are `Selected` last.
    pub arcs: Vec<Arc>,
    /// Marks in the order of drawing.
    pub spots: Vec<Spot>,
    /// Labels with their leaders, above all marks. None touches another, a mark or a control.
    pub labels: Vec<Label>,
    /// The map is less than 28 em wide: thinner lines, smaller dots, shorter dashes.
    pub narrow: bool,
}

/// How a shape stands to what is selected.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum State {
    /// Something else is selected.
    Off,
    /// Nothing is selected.
    Normal,
    /// It belongs to the open record.
    Selected,
}

/// A tie as a line on the map.
#[derive(Clone, PartialEq, Debug)]
pub struct Arc {
    /// Key of the home.
    pub home: u32,
    /// Key of the partner.
    pub partner: u32,
    /// Style of the line.
    pub line: Line,
    /// How many records it stands for.
    pub records: u32,
    /// Selected, normal or off.
    pub state: State,
    /// The great circle as open polylines from home to partner; two where the map's edge cuts it.
    /// A piece behind a globe is one point that is no number.
    pub pieces: Vec<Vec<Pixel>>,
}

/// The form of a mark.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Form {
    /// Home.
    Square,
    /// Partner city.
    Circle,
    /// Partner country.
    Diamond,
}

impl Form {
    /// The form of a side's marks.
    #[must_use]
    pub const fn of(side: Side) -> Self {
        match side {
            Side::Home => Self::Square,
            Side::Partner => Self::Circle,
            Side::Country(_) => Self::Diamond,
        }
    }
}

/// A mark, or several of one side that would overlap, drawn as one with their number.
#[derive(Clone, PartialEq, Debug)]
pub struct Spot {
    /// The marks that it stands for, most important first; never empty. A number is drawn in it
    /// when there are two or more.
    pub keys: Vec<u32>,
    /// Its form.
    pub form: Form,
    /// Its middle.
    pub at: Pixel,
    /// Edge of the square, diameter of the circle, diagonal of the diamond, pixels.
    pub size: f64,
    /// Radius of the ring round what is selected, pixels; 0: no ring.
    pub ring: f64,
    /// Selected, normal or off (hollow).
    pub state: State,
    /// Whether it is pointed at or has the focus.
    pub pointed: bool,
}

/// What a label names, and with it its weight, colour and halo.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Voice {
    /// The selected partner and its home: 650 ink.
    Selected,
    /// Pointed at or focused: 650 ink.
    Pointed,
    /// A home: 550 ink.
    Home,
    /// A partner city: 550 ink.
    Partner,
    /// A partner country: 550 accent.
    Country,
    /// Others while one is selected: 450 ink2.
    Quiet,
    /// The homes' country: 450 ink2 without a halo, for it stands on plain land.
    Caption,
}

/// Which point of a line of text stands at the given place.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Anchor {
    /// Its left end.
    Start,
    /// Its middle.
    Middle,
    /// Its right end.
    End,
}

/// A label that found its place.
#[derive(Clone, PartialEq, Debug)]
pub struct Label {
    /// The marks that it names; empty for a caption.
    pub keys: Vec<u32>,
    /// Its lines, from above to below.
    pub lines: Vec<String>,
    /// Where the anchor of the first line stands, on its base line.
    pub at: Pixel,
    /// Which point of each line stands at `at.x`.
    pub anchor: Anchor,
    /// Letter size, pixels.
    pub size: f64,
    /// From base line to base line, pixels.
    pub leading: f64,
    /// What it names.
    pub voice: Voice,
    /// Whether it is drawn on a stroke of the page's colour.
    pub halo: bool,
    /// A line from the mark's edge to the text, if the label had to stand off.
    pub leader: Option<(Pixel, Pixel)>,
}
