//! What is wrong with a dataset, told so that an officer can mend it.

/// How much a problem costs.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Severity {
    /// The value is read but doubtful, or an unknown key is passed over.
    Warning,
    /// The value, record or file at the path is left out.
    Error,
}

/// One problem: where, what was found, what was expected.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Problem {
    /// How much it costs.
    pub severity: Severity,
    /// Where in the file, as `records[2].events[0].date`; empty for the file as a whole.
    pub path: String,
    /// What was found there, shortened to 80 characters.
    pub found: String,
    /// What was expected instead, as a plain English phrase.
    pub expected: String,
}
