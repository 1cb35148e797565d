//! Walking a JSON tree: every step knows its place in the file, says what is wrong with it and
//! goes on.
//!
//! In: a [`Json`] tree. Out: plain values (a default where one could not be read) and [`Problem`]s.

use super::problem::{self, Problem, Severity};
use super::{Dataset, Json, Member};
use crate::text::{Numbers, push_number};

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

/// The lists that others refer to by id.
#[derive(Clone, Copy)]
pub(super) enum Kind {
    Source,
    Place,
    Organisation,
    SectorGroup,
    Sector,
    StageModel,
    Record,
}

/// What has been read so far.
#[derive(Default)]
pub(super) struct Reader {
    pub(super) dataset: Dataset,
    pub(super) problems: Vec<Problem>,
    /// How many errors there were that cost the whole of what was being read.
    pub(super) errors: usize,
    /// Ids and their index in the dataset's list, for each [`Kind`].
    ids: [Numbers; 7],
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
    pub(super) fn error(&mut self, path: &Path<'_>, found: Option<&Json<'_>>, expected: &str) {
        self.errors += 1;
        self.report(Severity::Error, path, found, expected);
    }

    /// Reads an object, then reports its keys that nobody asked for.
    pub(super) fn object<'a>(
        &mut self,
        json: &'a Json<'a>,
        path: &Path<'_>,
        read: &mut dyn FnMut(&mut Object<'_, 'a>),
    ) {
        let Json::Object(members) = json else {
            return self.error(path, Some(json), "an object `{…}`");
        };
        let mut object = Object { reader: self, members, path, asked: Vec::new() };
        read(&mut object);
        object.report_unknown();
    }
}

/// An object that is being read.
pub(super) struct Object<'r, 'a> {
    pub(super) reader: &'r mut Reader,
    pub(super) members: &'a [Member<'a>],
    pub(super) path: &'r Path<'r>,
    asked: Vec<&'static str>,
}

impl<'a> Object<'_, 'a> {
    /// The value of a key; `None` if it is absent or `null`. Of equal keys the first counts.
    pub(super) fn get(&mut self, key: &'static str) -> Option<&'a Json<'a>> {
        self.asked.push(key);
        let again = self.members.iter().filter(|member| member.0 == key).nth(1);
        if let Some((_, value)) = again {
            self.warn(key, Some(value), "each key once: the first one is read");
        }
        self.peek(key)
    }

    /// As [`get`](Self::get), without a word.
    pub(super) fn peek(&self, key: &str) -> Option<&'a Json<'a>> {
        let member = self.members.iter().find(|member| member.0 == key)?;
        Some(&member.1).filter(|value| !matches!(value, Json::Null))
    }

    /// An error at a key that costs the whole of what is being read.
    pub(super) fn error(&mut self, key: &str, found: Option<&Json<'_>>, expected: &str) {
        self.reader.error(&Path::Key(self.path, key), found, expected);
    }

    /// An error at a key that costs that value alone.
    pub(super) fn leave_out(&mut self, key: &str, found: Option<&Json<'_>>, expected: &str) {
        self.reader.report(Severity::Error, &Path::Key(self.path, key), found, expected);
    }

    pub(super) fn warn(&mut self, key: &str, found: Option<&Json<'_>>, expected: &str) {
        self.reader.report(Severity::Warning, &Path::Key(self.path, key), found, expected);
    }

    /// A warning about the `about` of an entry of a list.
    pub(super) fn warn_in(&mut self, list: &str, index: usize, about: &str, expected: &str) {
        let list = Path::Key(self.path, list);
        let entry = Path::Index(&list, index);
        let found = Json::String(about.into());
        let path = Path::Key(&entry, "about");
        self.reader.report(Severity::Warning, &path, Some(&found), expected);
    }

    /// Reads every object of a list. Gives the length of the list, whatever is in it.
    pub(super) fn each(
        &mut self,
        key: &'static str,
        read: &mut dyn FnMut(&mut Object<'_, 'a>),
    ) -> usize {
        let entries = self.array(key);
        for (index, entry) in entries.iter().enumerate() {
            let list = Path::Key(self.path, key);
            self.reader.object(entry, &Path::Index(&list, index), read);
        }
        entries.len()
    }

    /// The objects of a list as values.
    pub(super) fn list<T>(
        &mut self,
        key: &'static str,
        read: fn(&mut Object<'_, 'a>) -> T,
    ) -> Vec<T> {
        let mut values = Vec::new();
        self.each(key, &mut |entry| values.push(read(entry)));
        values
    }

    /// The entries of a list; none if it is absent.
    pub(super) fn array(&mut self, key: &'static str) -> &'a [Json<'a>] {
        match self.get(key) {
            None => &[],
            Some(Json::Array(entries)) => entries,
            found => {
                self.error(key, found, "a list `[…]`");
                &[]
            }
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
            self.warn(key, Some(value), &expected);
        }
    }
}
