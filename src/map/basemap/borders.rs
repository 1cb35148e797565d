//! Whose view a border is drawn from: a point of view in, a class of line out.

use super::Arc;

/// A point of view on borders, after Natural Earth's `FCLASS_*` fields.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Worldview {
    /// Indonesia's.
    #[default]
    Id,
    /// That of ISO 3166.
    Iso,
    /// Japan's.
    Jp,
    /// The Republic of Korea's.
    Kr,
}

/// How a border is drawn.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum BorderClass {
    /// A border like any other.
    Shown,
    /// Disputed, undefined, or a line of control.
    Dashed,
    /// No border between states from this point of view.
    Hidden,
}

impl Worldview {
    /// All of them, in the order of their bits in a class byte, lowest first.
    pub const ALL: [Self; 4] = [Self::Id, Self::Iso, Self::Jp, Self::Kr];

    /// Reads the value of the attribute `worldview`: `id`, `iso`, `jp` or `kr`.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        match code {
            "id" => Some(Self::Id),
            "iso" => Some(Self::Iso),
            "jp" => Some(Self::Jp),
            "kr" => Some(Self::Kr),
            _ => None,
        }
    }
}

impl BorderClass {
    /// The class's two bits in a class byte.
    #[must_use]
    pub const fn bits(self) -> u8 {
        self as u8
    }
}

impl Arc {
    /// How the arc is drawn as a border, seen from `worldview`.
    pub(super) fn class(self, worldview: Worldview) -> BorderClass {
        match self.classes >> (2 * worldview as u8) & 3 {
            0 => BorderClass::Shown,
            1 => BorderClass::Dashed,
            _ => BorderClass::Hidden,
        }
    }
}
