//! The front door of reading.
//!
//! In: the bytes of a file. Out: a [`Dataset`] and what is wrong with it, or why there is none.

use super::cursor::{Fill, Object, Path, Reader};
use super::json::{self, member};
use super::problem::{self, Fatal, Problem, Severity};
use super::{Dataset, Json, Record, Records, parse_reference};
use crate::text::{joined, number};

/// The format that this reader knows.
pub const FORMAT: &str = "mitra-kota/1";
/// Largest file that is read: 32 MiB.
pub const MAX_BYTES: usize = 32 << 20;
/// Most records that are read.
pub const MAX_RECORDS: usize = 1_000_000;

/// Reads a dataset: all of it that can be read, and what is wrong with the rest.
///
/// # Errors
///
/// Only if there is nothing to show: the file is no JSON, of another format, beyond a limit, or
/// every one of its records is bad.
pub fn parse(bytes: &[u8]) -> Result<(Dataset, Vec<Problem>), Fatal> {
    parse_within(MAX_BYTES, bytes)
}

/// Reads a dataset of at most `limit` bytes, as [`parse`] does: what is packed may be larger.
///
/// # Errors
///
/// As those of [`parse`].
#[inline(never)] // It travels in a later module.
pub fn parse_within(limit: usize, bytes: &[u8]) -> Result<(Dataset, Vec<Problem>), Fatal> {
    let tree = tree(limit, bytes).map_err(Stop::fatal)?;
    let (mut reader, mut dataset) = (Reader::default(), Dataset::default());
    reader.object(&tree, &Path::File, &mut dataset);
    if dataset.records.is_empty() && dataset.unread > 0 {
        return Err(ALL_BAD.fatal(reader.problems));
    }
    Ok((dataset, reader.problems))
}

/// The file as a tree, if it is a dataset at all.
fn tree(limit: usize, bytes: &[u8]) -> Result<Json<'_>, Stop> {
    if bytes.len() > limit {
        return Err(TOO_LARGE.stop("a larger file".into()));
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let offset = number(error.valid_up_to() as u32);
        NOT_UTF8.stop(joined(&["another byte at offset ", &offset]))
    })?;
    // Some editors put a byte order mark first; it says nothing about UTF-8.
    let text = text.strip_prefix("\u{feff}").unwrap_or(text);
    let tree = json::parse(text).map_err(|malformed| Stop {
        expected: malformed.expected,
        ..NOT_JSON.stop(place_of(text.as_bytes(), malformed.offset))
    })?;
    check_head(&tree)?;
    Ok(tree)
}

fn check_head(tree: &Json<'_>) -> Result<(), Stop> {
    let stop = |failure: &'static Failure, json| Err(failure.stop(problem::found(json)));
    let Json::Object(members) = tree else { return stop(&NOT_A_DATASET, Some(tree)) };
    let (format, records) = (member(members, "format"), member(members, "records"));
    match (format, records) {
        (Some(Json::String(format)), Some(Json::Array(records))) if format == FORMAT => {
            if records.len() > MAX_RECORDS {
                return Err(TOO_MANY.stop("more records".into()));
            }
            Ok(())
        }
        (Some(Json::String(format)), _) if format == FORMAT => stop(&NO_RECORDS, records),
        _ => stop(&OTHER_FORMAT, format),
    }
}

impl Fill for Dataset {
    fn fill(&mut self, from: &mut Object<'_, '_>) {
        parse_reference::head(from, self);
        parse_reference::lists(from, self);
        self.unread = from.list("records", &mut self.records);
    }
}

/// One more record, unless it is broken.
impl Fill for Records {
    fn fill(&mut self, from: &mut Object<'_, '_>) {
        let mut record = Record::default();
        record.fill(from);
        if from.is_whole() {
            self.push(record);
        }
    }
}

/// `line 3, column 14`, counted from 1, in characters.
fn place_of(text: &[u8], offset: usize) -> String {
    let (mut line, mut column) = (1, 1);
    for &byte in text.get(..offset).unwrap_or(text) {
        if byte == b'\n' {
            (line, column) = (line + 1, 1);
        } else if byte & 0xc0 != 0x80 {
            column += 1;
        }
    }
    let end = if offset < text.len() { "" } else { "the end of the file in " };
    joined(&[end, "line ", &number(line), ", column ", &number(column)])
}

/// A way to fail.
struct Failure {
    code: &'static str,
    message: &'static str,
    remedy: &'static str,
    path: &'static str,
    expected: &'static str,
}

/// Why reading stops before it begins.
struct Stop {
    failure: &'static Failure,
    found: String,
    expected: &'static str,
}

impl Stop {
    fn fatal(self) -> Fatal {
        self.failure.fatal(vec![Problem {
            severity: Severity::Error,
            path: self.failure.path.into(),
            found: self.found,
            expected: self.expected.into(),
        }])
    }
}

impl Failure {
    const fn stop(&'static self, found: String) -> Stop {
        Stop { failure: self, found, expected: self.expected }
    }

    fn fatal(&self, problems: Vec<Problem>) -> Fatal {
        let mut message = String::from(self.message);
        if let Some(Problem { path, found, expected, .. }) = problems.first() {
            message = joined(&[&message, ": ", path, " found ", found, ", expected ", expected]);
        }
        Fatal { code: self.code, message, remedy: self.remedy, problems }
    }
}

static TOO_LARGE: Failure = Failure {
    code: "too-large",
    message: "The dataset is too large",
    remedy: "Pack it with `mitra pack`, or leave out old records.",
    path: "",
    expected: "at most 32 MiB",
};
static NOT_UTF8: Failure = Failure {
    code: "not-utf8",
    message: "The dataset is not text in UTF-8",
    remedy: "Save the file with the encoding UTF-8.",
    path: "",
    expected: "text in UTF-8",
};
static NOT_JSON: Failure = Failure {
    code: "not-json",
    message: "The dataset is not JSON",
    remedy: "Mend the place named, or write the file anew with a tool.",
    path: "",
    // The reader of JSON says what it expected.
    expected: "",
};
static NOT_A_DATASET: Failure = Failure {
    code: "not-a-dataset",
    message: "The file holds no dataset",
    remedy: "Check that it is the right file.",
    path: "",
    expected: "an object `{…}`",
};
static OTHER_FORMAT: Failure = Failure {
    code: "other-format",
    message: "The dataset has another format",
    remedy: "Check that it is the right file, and that the widget is new enough for it.",
    path: "format",
    expected: "\"mitra-kota/1\"",
};
static NO_RECORDS: Failure = Failure {
    code: "no-records",
    message: "The dataset has no list of records",
    remedy: "Add `\"records\": []`.",
    path: "records",
    expected: "a list `[…]`",
};
static TOO_MANY: Failure = Failure {
    code: "too-many-records",
    message: "The dataset has too many records",
    remedy: "Split it into several datasets.",
    path: "records",
    expected: "at most 1000000",
};
static ALL_BAD: Failure = Failure {
    code: "all-records-bad",
    message: "No record of the dataset could be read",
    remedy: "Run `mitra check` on the file and mend what it names.",
    path: "",
    expected: "",
};
