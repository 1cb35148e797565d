//! What went wrong and what to do about it.
//!
//! In: any error. Out: a text for whoever ran the command.

use std::fmt;

/// A failure with its remedy (which may be empty).
#[derive(Debug)]
pub(crate) struct Failure {
    what: String,
    remedy: String,
}

/// The result of everything here that can fail.
pub(crate) type Result<T> = std::result::Result<T, Failure>;

impl Failure {
    /// What was found, and what to do.
    pub(crate) fn new(what: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { what: what.into(), remedy: remedy.into() }
    }

    /// A failure of which everything has been said already.
    pub(crate) fn told() -> Self {
        Self::plain("")
    }

    /// Has everything been said already?
    pub(crate) fn is_told(&self) -> bool {
        self.what.is_empty()
    }

    /// A failure that explains itself.
    pub(crate) fn plain(what: impl Into<String>) -> Self {
        Self::new(what, "")
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.what)?;
        if self.remedy.is_empty() { Ok(()) } else { write!(out, "\n  remedy: {}", self.remedy) }
    }
}

/// Names the file or program that an input/output error belongs to.
pub(crate) trait Named<T> {
    /// The same result, its error told with `what` was being done.
    fn named(self, what: impl fmt::Display) -> Result<T>;
}

impl<T, E: fmt::Display> Named<T> for std::result::Result<T, E> {
    fn named(self, what: impl fmt::Display) -> Result<T> {
        self.map_err(|error| Failure::plain(format!("{what}: {error}")))
    }
}
