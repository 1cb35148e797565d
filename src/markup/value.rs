//! The strings of a tree: static where they can be, owned where they must be, shared where they
//! are long (the land is one path of some hundred kilobytes).

use std::ops::Deref;
use std::rc::Rc;

/// A value of an attribute or a text.
#[derive(Clone, Debug)]
pub enum Value {
    /// Part of the program.
    Static(&'static str),
    /// Made for this tree.
    Owned(Box<str>),
    /// Made once and used in many trees; compared by address first.
    Shared(Rc<str>),
}

impl Deref for Value {
    type Target = str;

    fn deref(&self) -> &str {
        match self {
            Self::Static(text) => text,
            Self::Owned(text) => text,
            Self::Shared(text) => text,
        }
    }
}

impl PartialEq for Value {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Shared(a), Self::Shared(b)) if Rc::ptr_eq(a, b) => true,
            _ => **self == **other,
        }
    }
}

impl Eq for Value {}

impl From<&'static str> for Value {
    fn from(text: &'static str) -> Self {
        Self::Static(text)
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Owned(text.into())
    }
}

impl From<Rc<str>> for Value {
    fn from(text: Rc<str>) -> Self {
        Self::Shared(text)
    }
}
