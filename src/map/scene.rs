//! What is to be drawn, in words of the map alone: marks, ties and what is chosen.
//!
//! In: nothing; `view` fills a [`Scene`] from the answer. Out: plain values for [`picture`].
//!
//! [`picture`]: crate::map::picture

use crate::geo::LonLat;

/// Everything that one picture shows. An empty scene gives a picture without shapes.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Scene {
    /// Homes, partner cities and partner countries; each key once.
    pub marks: Vec<Mark>,
    /// What ties homes to partners. A tie whose ends are not both among the marks is not drawn.
    pub ties: Vec<Tie>,
    /// Names that belong to no mark: the homes' country.
    pub captions: Vec<Caption>,
    /// Keys of the record that is open: its home and its partners. Empty when none is.
    pub selected: Vec<u32>,
    /// Keys of what is pointed at or has the focus, on the map or in the list.
    pub pointed: Vec<u32>,
    /// Label of a group of homes too many to list, `#` standing for their number
    /// (`# daerah asal`). Empty: such a group has no label.
    pub crowd: String,
}

impl Scene {
    /// The mark with this key.
    #[inline(never)]
    pub(super) fn mark(&self, key: u32) -> Option<&Mark> {
        self.marks.iter().find(|mark| mark.key == key)
    }
}

/// One place on the map.
#[derive(Clone, PartialEq, Debug)]
pub struct Mark {
    /// The place's number; the same in every scene, so that the screen can keep its elements.
    pub key: u32,
    /// Which side, and with it which shape.
    pub side: Side,
    /// Where it lies; for a country its label point.
    pub at: LonLat,
    /// Its name in the language shown; `\n` parts lines.
    pub label: String,
    /// Which label goes first among equals: higher before lower (newest event first).
    pub importance: u32,
}

/// The side of a mark.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Side {
    /// A home: filled square.
    Home,
    /// A partner city: filled circle.
    Partner,
    /// A partner country whose city is not known, by its ISO 3166-1 alpha-2 code in capitals:
    /// hollow diamond on shaded land.
    Country([u8; 2]),
}

/// What ties a home to a partner. Several ties may join the same two marks.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Tie {
    /// Key of the home's mark.
    pub home: u32,
    /// Key of the partner's mark, city or country.
    pub partner: u32,
    /// How strong the tie is.
    pub line: Line,
    /// How many records it stands for.
    pub records: u32,
}

/// The line of a relation, from weak to strong.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Line {
    /// Dotted: visits and talks, nothing signed.
    Contact,
    /// Dash-dot: an agreement between institutions, not cities.
    InstitutionAgreement,
    /// Dashed: a letter of intent.
    LetterOfIntent,
    /// Solid: a memorandum of understanding.
    Memorandum,
    /// Double: a sister city.
    SisterCity,
}

/// A name without a mark.
#[derive(Clone, PartialEq, Debug)]
pub struct Caption {
    /// Where its middle stands.
    pub at: LonLat,
    /// The name in the language shown; `\n` parts lines.
    pub text: String,
}
