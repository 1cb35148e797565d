//! What is wrong with a dataset, told so that an officer can mend it.

use super::Json;

/// How much of a value is shown as found, in characters.
const FOUND: usize = 80;

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

/// Why nothing could be read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fatal {
    /// A short name that stays the same: `too-large`, `not-utf8`, `not-json`, `not-a-dataset`,
    /// `other-format`, `no-records`, `too-many-records`, `all-records-bad`.
    pub code: &'static str,
    /// What was found, where, and what was expected.
    pub message: String,
    /// What to do.
    pub remedy: &'static str,
    /// All problems; the last one is what made it fatal, unless every record is bad by its own.
    pub problems: Vec<Problem>,
}

/// A value as it is shown to who has to mend it.
pub(super) fn found(json: Option<&Json<'_>>) -> String {
    let mut out = String::new();
    match json {
        None => out.push_str("nothing"),
        Some(Json::Null) => out.push_str("null"),
        Some(Json::Bool(true)) => out.push_str("true"),
        Some(Json::Bool(false)) => out.push_str("false"),
        Some(Json::Number(text)) => push_short(&mut out, text),
        Some(Json::String(text)) => {
            out.push('"');
            push_short(&mut out, text);
            out.push('"');
        }
        Some(Json::Array(entries)) if entries.is_empty() => out.push_str("an empty list"),
        Some(Json::Array(_)) => out.push_str("a list"),
        Some(Json::Object(_)) => out.push_str("an object"),
    }
    out
}

/// Appends at most 80 characters of a text.
pub(super) fn push_short(out: &mut String, text: &str) {
    for (place, c) in text.chars().enumerate() {
        if place == FOUND {
            return out.push('…');
        }
        out.push(c);
    }
}

/// Whether one key is at most two edits (insert, delete, replace) away from another.
pub(super) fn is_near(known: &str, key: &str) -> bool {
    fn edits(a: &[u8], b: &[u8], left: u8) -> bool {
        match (a.split_first(), b.split_first()) {
            (None, _) => b.len() <= usize::from(left),
            (_, None) => a.len() <= usize::from(left),
            (Some((x, a)), Some((y, b))) if x == y => edits(a, b, left),
            (Some((_, rest_a)), Some((_, rest_b))) => {
                left > 0
                    && (edits(rest_a, rest_b, left - 1)
                        || edits(rest_a, b, left - 1)
                        || edits(a, rest_b, left - 1))
            }
        }
    }
    key.len() > 2 && edits(known.as_bytes(), key.as_bytes(), 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_pen_is_near() {
        assert!(is_near("sectors", "sektors"));
        assert!(is_near("sectors", "sector"));
        assert!(is_near("positionSource", "positonSourc"));
        assert!(!is_near("sectors", "telepon"));
        assert!(!is_near("id", "x"));
    }

    #[test]
    fn what_was_found_is_short() {
        let long = "市".repeat(200);
        let shown = found(Some(&Json::String(long.as_str().into())));
        assert_eq!(shown.chars().count(), 80 + 3);
        assert!(shown.ends_with("…\""));
    }
}
