//! `mitra check`: all that is wrong with a dataset, told so that it can be mended.

use std::fmt::Write as _;

use mitra_kota::dataset::{self, Fatal, Problem, Severity};
use serde_json::{Value, json};

use crate::Outcome;
use crate::lines::Lines;

/// What was read of a file.
struct Report<'a> {
    file: &'a str,
    records: usize,
    unread: usize,
    fatal: Option<Fatal>,
    problems: Vec<Problem>,
    lines: Lines,
}

/// Checks the file named in the arguments.
pub(crate) fn run(arguments: &[String]) -> Result<Outcome, String> {
    let (flags, files): (Vec<_>, Vec<_>) =
        arguments.iter().map(String::as_str).partition(|text| text.starts_with("--"));
    let [file] = files[..] else {
        return Err("`mitra check` needs one file: mitra check records.json".to_owned());
    };
    if let Some(flag) = flags.iter().find(|&&flag| flag != "--json") {
        return Err(format!("`mitra check` does not know `{flag}`, only --json"));
    }
    let report = Report::of(file, crate::read(file)?);
    let text = if flags.is_empty() { report.text() } else { format!("{:#}\n", report.json()) };
    Ok(Outcome { text, code: report.code() })
}

impl<'a> Report<'a> {
    fn of(file: &'a str, bytes: Vec<u8>) -> Self {
        let text = String::from_utf8(bytes.clone()).unwrap_or_default();
        let mut report = match dataset::read(bytes) {
            Ok((dataset, problems)) => Self {
                file,
                records: dataset.records.len(),
                unread: dataset.unread,
                fatal: None,
                problems,
                lines: Lines::default(),
            },
            Err(mut fatal) => Self {
                file,
                records: 0,
                unread: 0,
                problems: std::mem::take(&mut fatal.problems),
                fatal: Some(fatal),
                lines: Lines::default(),
            },
        };
        let located = report.problems.iter().any(|problem| !problem.path.is_empty());
        if located {
            report.lines = Lines::of(text.trim_start_matches('\u{feff}'));
        }
        report
    }

    fn count(&self, severity: Severity) -> usize {
        self.problems.iter().filter(|problem| problem.severity == severity).count()
    }

    fn code(&self) -> u8 {
        match (&self.fatal, self.count(Severity::Error)) {
            (Some(_), _) => 2,
            (None, 0) => 0,
            (None, _) => 1,
        }
    }

    fn text(&self) -> String {
        let mut out = String::new();
        let mut group = None;
        for problem in &self.problems {
            let this = group_of(&problem.path);
            if group != Some(this) {
                self.push_heading(&mut out, this);
                group = Some(this);
            }
            self.push_problem(&mut out, problem);
        }
        self.push_summary(&mut out);
        out
    }

    fn push_heading(&self, out: &mut String, group: &str) {
        let name = if group.is_empty() { "the file as a whole" } else { group };
        let id = self.lines.id(group).map(|id| format!(" ({id})")).unwrap_or_default();
        let _ = writeln!(out, "{}{}", visible(name), visible(&id));
    }

    fn push_problem(&self, out: &mut String, problem: &Problem) {
        let line = self.lines.line(&problem.path).filter(|_| !problem.path.is_empty());
        let line = line.map(|line| format!(", line {line}")).unwrap_or_default();
        let path = if problem.path.is_empty() { "" } else { " at " };
        let _ = writeln!(out, "  {}{path}{}{line}", word(problem.severity), visible(&problem.path));
        let _ = writeln!(out, "    found    {}", visible(&problem.found));
        let _ = writeln!(out, "    expected {}", problem.expected);
    }

    fn push_summary(&self, out: &mut String) {
        if !out.is_empty() {
            out.push('\n');
        }
        let errors = counted(self.count(Severity::Error), "error");
        let warnings = counted(self.count(Severity::Warning), "warning");
        let _ = match &self.fatal {
            Some(fatal) => writeln!(
                out,
                "{}: nothing can be shown ({}): {errors}, {warnings}. {}",
                self.file, fatal.code, fatal.remedy
            ),
            None => writeln!(
                out,
                "{}: {} read, {} left out, {errors}, {warnings}.",
                self.file,
                counted(self.records, "record"),
                self.unread
            ),
        };
    }

    fn json(&self) -> Value {
        let problems = self.problems.iter().map(|problem| {
            json!({
                "severity": word(problem.severity),
                "path": problem.path,
                "line": self.lines.line(&problem.path),
                "found": problem.found,
                "expected": problem.expected,
            })
        });
        let fatal = self.fatal.as_ref().map(
            |fatal| json!({"code": fatal.code, "message": fatal.message, "remedy": fatal.remedy}),
        );
        json!({
            "file": self.file,
            "records": self.records,
            "unread": self.unread,
            "errors": self.count(Severity::Error),
            "warnings": self.count(Severity::Warning),
            "fatal": fatal,
            "problems": problems.collect::<Vec<_>>(),
        })
    }
}

/// A text in which what a terminal would obey, and what turns or hides letters, can be seen: a dataset
/// must not be able to rewrite what is told of it.
fn visible(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '\u{61c}'
            | '\u{200b}'..='\u{200f}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{feff}' => {
                out.extend(c.escape_unicode());
            }
            c if c.is_control() => out.extend(c.escape_default()),
            c => out.push(c),
        }
    }
    out
}

/// The entry that a path leads into: `records[2]` of `records[2].events[0].date`.
fn group_of(path: &str) -> &str {
    path.split('.').next().unwrap_or(path)
}

const fn word(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

fn counted(number: usize, what: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {what}{plural}")
}
