//! The front door of reading.
//!
//! In: the bytes of a file. Out: a [`Dataset`] and what is wrong with it, or why there is none.

use super::cursor::{Fill, Object, Path, Reader, Whole};
use super::json;
use super::problem::{self, Fatal, Problem, Severity};
use super::{Dataset, Json, parse_reference};
use crate::text::push_number;

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
    if bytes.len() > MAX_BYTES {
        return Err(TOO_LARGE.at("", "a larger file".into(), "at most 32 MiB"));
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let mut found = String::from("another byte at offset ");
        push_number(&mut found, error.valid_up_to() as u32);
        NOT_UTF8.at("", found, "text in UTF-8")
    })?;
    // Some editors put a byte order mark first; it says nothing about UTF-8.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let tree = json::parse(text).map_err(|malformed| {
        NOT_JSON.at("", place_of(text, malformed.offset), malformed.expected)
    })?;
    check_head(&tree)?;
    read(&tree)
}

/// Whether it is a dataset at all.
fn check_head(tree: &Json<'_>) -> Result<(), Fatal> {
    let Json::Object(members) = tree else {
        return Err(NOT_A_DATASET.at("", problem::found(Some(tree)), "an object `{…}`"));
    };
    let value = |key| members.iter().find(|member| member.0 == key).map(|member| &member.1);
    let format = value("format");
    if !matches!(format, Some(Json::String(text)) if text == FORMAT) {
        return Err(OTHER_FORMAT.at("format", problem::found(format), "\"mitra-kota/1\""));
    }
    match value("records") {
        Some(Json::Array(records)) if records.len() > MAX_RECORDS => {
            Err(TOO_MANY.at("records", "more records".into(), "at most 1000000"))
        }
        Some(Json::Array(_)) => Ok(()),
        found => Err(NO_RECORDS.at("records", problem::found(found), "a list `[…]`")),
    }
}

fn read<'a>(tree: &'a Json<'a>) -> Result<(Dataset, Vec<Problem>), Fatal> {
    let (mut reader, mut dataset) = (Reader::default(), Dataset::default());
    reader.object(tree, &Path::File, &mut dataset);
    let problems = reader.problems;
    if dataset.records.is_empty() && dataset.unread > 0 {
        return Err(ALL_BAD.with(problems));
    }
    Ok((dataset, problems))
}

impl Fill for Dataset {
    fn fill(&mut self, from: &mut Object<'_, '_>) {
        parse_reference::head(from, self);
        parse_reference::lists(from, self);
        self.unread = from.list("records", &mut Whole(&mut self.records));
    }
}

/// `line 3, column 14`, counted from 1, in characters.
fn place_of(text: &str, offset: usize) -> String {
    let before = text.get(..offset).unwrap_or(text);
    let (mut line, mut column) = (1, 1);
    for c in before.chars() {
        (line, column) = if c == '\n' { (line + 1, 1) } else { (line, column + 1) };
    }
    let mut out = String::from(if offset < text.len() { "" } else { "the end of the file in " });
    out.push_str("line ");
    push_number(&mut out, line);
    out.push_str(", column ");
    push_number(&mut out, column);
    out
}

/// A way to fail.
struct Failure {
    code: &'static str,
    message: &'static str,
    remedy: &'static str,
}

impl Failure {
    fn at(&self, path: &str, found: String, expected: &str) -> Fatal {
        self.with(vec![Problem {
            severity: Severity::Error,
            path: path.into(),
            found,
            expected: expected.into(),
        }])
    }

    fn with(&self, problems: Vec<Problem>) -> Fatal {
        let mut message = String::from(self.message);
        if let Some(first) = problems.first() {
            for part in [": ", &first.path, " found ", &first.found, ", expected ", &first.expected]
            {
                message.push_str(part);
            }
        }
        Fatal { code: self.code, message, remedy: self.remedy, problems }
    }
}

const TOO_LARGE: Failure = Failure {
    code: "too-large",
    message: "The dataset is too large",
    remedy: "Split it into several datasets, or leave out old records.",
};
const NOT_UTF8: Failure = Failure {
    code: "not-utf8",
    message: "The dataset is not text in UTF-8",
    remedy: "Save the file with the encoding UTF-8.",
};
const NOT_JSON: Failure = Failure {
    code: "not-json",
    message: "The dataset is not JSON",
    remedy: "Mend the place named, or write the file anew with a tool.",
};
const NOT_A_DATASET: Failure = Failure {
    code: "not-a-dataset",
    message: "The file holds no dataset",
    remedy: "Check that it is the right file.",
};
const OTHER_FORMAT: Failure = Failure {
    code: "other-format",
    message: "The dataset has another format",
    remedy: "Check that it is the right file, and that the widget is new enough for it.",
};
const NO_RECORDS: Failure = Failure {
    code: "no-records",
    message: "The dataset has no list of records",
    remedy: "Add `\"records\": []`.",
};
const TOO_MANY: Failure = Failure {
    code: "too-many-records",
    message: "The dataset has too many records",
    remedy: "Split it into several datasets.",
};
const ALL_BAD: Failure = Failure {
    code: "all-records-bad",
    message: "No record of the dataset could be read",
    remedy: "Run `mitra check` on the file and mend what it names.",
};
