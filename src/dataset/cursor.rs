//! Walking a JSON tree: every step knows its place in the file, says what is wrong with it and
//! goes on.
//!
//! In: a [`Json`] tree. Out: the objects in it, one after the other, and [`Problem`]s.

use super::json::member;
use super::problem::{self, Problem, Severity};
use super::{Json, Member};
use crate::text::{Lang, Numbers, push_number};

/// How many problems are told of one file; those after them are only counted out by what is unread.
pub const MAX_PROBLEMS: usize = 10_000;

/// Where in the file, as a chain back to its start: nothing is written out until there is a problem.
pub(super) enum Path<'p> {
    File,
    Key(&'p Path<'p>, &'p str),
    Index(&'p Path<'p>, usize),
}

impl Path<'_> {
    fn write(&self, out: &mut String) {
        match self {
            Self::File => {}
            Self::Key(parent, key) => {
                parent.write(out);
                if !out.is_empty() {
                    out.push('.');
                }
                problem::push_short(out, key);
            }
            Self::Index(parent, index) => {
                parent.write(out);
                out.push('[');
                push_number(out, *index as u32);
                out.push(']');
            }
        }
    }
}

/// What an object of the file fills: one call for each of its keys.
pub(super) trait Fill {
    /// Reads the keys of the object, each into its place.
    fn fill(&mut self, from: &mut Object<'_, '_>);
}

/// One more entry. One that is broken costs what the list belongs to.
impl<T: Fill + Default> Fill for Vec<T> {
    fn fill(&mut self, from: &mut Object<'_, '_>) {
        self.push_mut(T::default()).fill(from);
    }
}

/// A list that leaves out what is broken.
pub(super) struct Whole<'l, T>(pub(super) &'l mut Vec<T>);

impl<T: Fill + Default> Fill for Whole<'_, T> {
    fn fill(&mut self, from: &mut Object<'_, '_>) {
        self.0.push_mut(T::default()).fill(from);
        if !from.is_whole() {
            self.0.pop();
        }
    }
}

impl<T: Fill + Default> Fill for Option<T> {
    fn fill(&mut self, from: &mut Object<'_, '_>) {
        self.insert(T::default()).fill(from);
    }
}

/// What others refer to by id.
#[derive(Clone, Copy)]
pub(super) enum Kind {
    Source,
    Place,
    Organisation,
    SectorGroup,
    Sector,
    StageModel,
    /// A step of a stage model, by [`stage_key`](super::stage_key).
    Stage,
    Record,
}

/// What has been read so far, as far as others need it.
#[derive(Default)]
pub(super) struct Reader {
    /// The language of plain strings.
    pub(super) language: Lang,
    pub(super) problems: Vec<Problem>,
    /// How many errors there were that cost the whole of what was being read.
    pub(super) errors: usize,
    /// The ids that could be read, for each [`Kind`].
    ids: [Numbers; 8],
}

impl Reader {
    pub(super) fn ids(&mut self, kind: Kind) -> &mut Numbers {
        &mut self.ids[kind as usize]
    }

    pub(super) fn report(
        &mut self,
        severity: Severity,
        path: &Path<'_>,
        found: Option<&Json<'_>>,
        expected: &str,
    ) {
        if self.problems.len() < MAX_PROBLEMS {
            let mut text = String::new();
            path.write(&mut text);
            let found = problem::found(found);
            self.problems.push(Problem { severity, path: text, found, expected: expected.into() });
        }
    }

    /// An error that costs the whole of what is being read.
    pub(super) fn error(&mut self, path: &Path<'_>, found: &Json<'_>, expected: &str) {
        self.errors += 1;
        self.report(Severity::Error, path, Some(found), expected);
    }

    /// Reads an object, then reports its keys that nobody asked for.
    pub(super) fn object(&mut self, json: &Json<'_>, path: &Path<'_>, out: &mut dyn Fill) {
        let Json::Object(members) = json else {
            return self.error(path, json, "an object `{…}`");
        };
        let errors = self.errors;
        let asked = Vec::new();
        let mut object = Object { reader: self, members, path, asked, errors, id: None, number: 0 };
        out.fill(&mut object);
        object.report_unknown();
        object.keep_id();
    }
}

/// An object that is being read.
pub(super) struct Object<'r, 'a> {
    pub(super) reader: &'r mut Reader,
    pub(super) members: &'a [Member<'a>],
    pub(super) path: &'r Path<'r>,
    /// A number to go with its id.
    pub(super) number: u32,
    /// Its id, once it has been read; empty where it could not be.
    pub(super) id: Option<(Kind, &'a str)>,
    asked: Vec<&'static str>,
    /// How many errors there were before it.
    errors: usize,
}

impl<'a> Object<'_, 'a> {
    /// Whether nothing was wrong with it so far that costs the whole of it.
    pub(super) const fn is_whole(&self) -> bool {
        self.errors == self.reader.errors
    }

    /// The value of a key; `None` if it is absent or `null`. Of equal keys the first counts.
    pub(super) fn get(&mut self, key: &'static str) -> Option<&'a Json<'a>> {
        self.asked.push(key);
        let mut times = 0;
        for (name, value) in self.members {
            times += u32::from(name == key);
            if times == 2 {
                let expected = "each key once: the first one is read";
                let path = Path::Key(self.path, key);
                self.reader.report(Severity::Warning, &path, Some(value), expected);
                break;
            }
        }
        self.peek(key)
    }

    /// As [`get`](Self::get), without a word.
    pub(super) fn peek(&self, key: &str) -> Option<&'a Json<'a>> {
        member(self.members, key).filter(|value| !matches!(value, Json::Null))
    }

    /// An error at a key that costs the whole of what is being read.
    pub(super) fn error(&mut self, key: &str, expected: &str) {
        self.reader.errors += 1;
        self.leave_out(key, expected);
    }

    /// An error at a key that costs that value alone.
    pub(super) fn leave_out(&mut self, key: &str, expected: &str) {
        self.report(Severity::Error, key, expected);
    }

    pub(super) fn warn(&mut self, key: &str, expected: &str) {
        self.report(Severity::Warning, key, expected);
    }

    fn report(&mut self, severity: Severity, key: &str, expected: &str) {
        let found = self.peek(key);
        self.reader.report(severity, &Path::Key(self.path, key), found, expected);
    }

    /// A warning about the `about` of an entry of a list.
    pub(super) fn warn_in(&mut self, list: &str, index: usize, about: &str, expected: &str) {
        let list = Path::Key(self.path, list);
        let entry = Path::Index(&list, index);
        let found = Json::String(about.into());
        let path = Path::Key(&entry, "about");
        self.reader.report(Severity::Warning, &path, Some(&found), expected);
    }

    /// Reads an object within this one, if it is there.
    pub(super) fn part(&mut self, key: &'static str, out: &mut dyn Fill) {
        if let Some(json) = self.get(key) {
            self.reader.object(json, &Path::Key(self.path, key), out);
        }
    }

    /// Reads the objects of a list. Gives how many of them are not whole.
    pub(super) fn list(&mut self, key: &'static str, out: &mut dyn Fill) -> usize {
        let mut broken = 0;
        for (index, (_, entry)) in self.array(key).iter().enumerate() {
            let list = Path::Key(self.path, key);
            let errors = self.reader.errors;
            self.reader.object(entry, &Path::Index(&list, index), out);
            broken += usize::from(self.reader.errors > errors);
        }
        broken
    }

    /// The entries of a list; none if it is absent.
    pub(super) fn array(&mut self, key: &'static str) -> &'a [Member<'a>] {
        match self.get(key) {
            None => &[],
            Some(Json::Array(entries)) => entries,
            Some(_) => {
                self.error(key, "a list `[…]`");
                &[]
            }
        }
    }

    /// Others may refer to what is whole.
    fn keep_id(&mut self) {
        if let (Some((kind, id)), true) = (self.id, self.is_whole()) {
            self.reader.ids(kind).insert(id, self.number);
        }
    }

    fn report_unknown(&mut self) {
        for (key, value) in self.members {
            if self.asked.iter().any(|asked| asked == key) {
                continue;
            }
            let mut expected = String::from("a key of this format");
            if let Some(near) = self.asked.iter().find(|asked| problem::is_near(asked, key)) {
                expected.push_str(": `");
                expected.push_str(near);
                expected.push('`');
            }
            let path = Path::Key(self.path, key);
            self.reader.report(Severity::Warning, &path, Some(value), &expected);
        }
    }
}
