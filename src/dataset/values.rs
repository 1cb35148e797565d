//! What single values may be: texts, dates, numbers, words of a list, references.
//!
//! In: a key of an [`Object`]. Out: its value; a default, with a problem told, where it is none.

use super::cursor::{Kind, Object, Path};
use super::problem::Severity;
use super::{Date, Json, Word, link, number};
use crate::text::{Lang, Text};

/// Longest text that is read, in characters.
pub const MAX_TEXT: usize = 20_000;

const DATE: &str = "a date as 2023, 2023-07, 2023-07-17 or 2023-07-17/2023-07-22 \
     (the earlier first), with `?` at the end if it is uncertain";

impl<'a> Object<'_, 'a> {
    /// A string that may be absent; one of blanks alone counts as absent.
    pub(super) fn string_option(&mut self, key: &'static str) -> Option<&'a str> {
        let json = self.get(key)?;
        self.string_of(key, json)
    }

    fn string_of(&mut self, key: &str, json: &'a Json<'a>) -> Option<&'a str> {
        match json {
            Json::String(text) if !is_too_long(text) => {
                Some(text.trim_ascii()).filter(|text| !text.is_empty())
            }
            Json::String(_) => {
                self.error(key, Some(json), "a text of at most 20000 characters");
                None
            }
            _ => {
                self.error(key, Some(json), "a text in double quotes");
                None
            }
        }
    }

    /// A string, empty if it is absent.
    pub(super) fn string(&mut self, key: &'static str) -> String {
        self.string_option(key).unwrap_or_default().into()
    }

    /// A string that has to be there.
    pub(super) fn required_string(&mut self, key: &'static str) -> String {
        let before = self.reader.errors;
        let text = self.string(key);
        if text.is_empty() && self.reader.errors == before {
            self.error(key, None, "a text in double quotes");
        }
        text
    }

    /// A string as a value of its own, for what is optional.
    pub(super) fn own(&mut self, key: &'static str) -> Option<String> {
        self.string_option(key).map(Into::into)
    }

    /// The strings of a list; those that are none are told and passed over.
    pub(super) fn strings(&mut self, key: &'static str) -> Vec<String> {
        let mut texts = Vec::new();
        self.each_string(key, &mut |_, _, text| texts.push(text.into()));
        texts
    }

    fn each_string(
        &mut self,
        key: &'static str,
        read: &mut dyn FnMut(&mut Self, &Path<'_>, &'a str),
    ) {
        for (index, entry) in self.array(key).iter().enumerate() {
            let list = Path::Key(self.path, key);
            let path = Path::Index(&list, index);
            match entry {
                Json::String(text) => read(self, &path, text),
                _ => self.reader.error(&path, Some(entry), "a text in double quotes"),
            }
        }
    }

    /// A text that has to be there.
    pub(super) fn text(&mut self, key: &'static str) -> Text {
        let before = self.reader.errors;
        self.text_option(key).unwrap_or_else(|| {
            if self.reader.errors == before {
                self.error(key, None, "a text");
            }
            Text::default()
        })
    }

    /// A text in one language or several.
    pub(super) fn text_option(&mut self, key: &'static str) -> Option<Text> {
        match self.get(key)? {
            json @ Json::Object(_) => self.translations(key, json),
            json => {
                let language = self.reader.dataset.language;
                self.string_of(key, json).map(|text| Text::one(language, text))
            }
        }
    }

    fn translations(&mut self, key: &str, json: &'a Json<'a>) -> Option<Text> {
        let mut text = Text::default();
        let path = Path::Key(self.path, key);
        self.reader.object(json, &path, &mut |object| {
            for lang in Lang::ALL {
                if let Some(shown) = object.string_option(lang.tag()) {
                    text.set(lang, shown);
                }
            }
        });
        let any = text.all().next().is_some();
        any.then_some(text)
    }

    /// A date, if there is one.
    pub(super) fn date(&mut self, key: &'static str) -> Option<Date> {
        let text = self.string_option(key)?;
        let date = Date::parse(text);
        if date.is_none() {
            self.error(key, Some(&Json::String(text.into())), DATE);
        }
        date
    }

    /// A number, if there is one.
    pub(super) fn number(&mut self, key: &'static str) -> Option<f64> {
        let json = self.get(key)?;
        match json {
            Json::Number(text) => Some(number::value(text)).filter(|value| value.is_finite()),
            _ => None,
        }
        .or_else(|| {
            self.error(key, Some(json), "a number, without quotes");
            None
        })
    }

    /// A count of things, if there is one.
    pub(super) fn count(&mut self, key: &'static str) -> Option<u32> {
        let value = self.number(key)?;
        if value < 0.0 || value > f64::from(u32::MAX) || value.fract() != 0.0 {
            self.error(key, self.peek(key), "a whole number, 0 or more");
        }
        Some(value as u32)
    }

    /// A truth value, if there is one.
    pub(super) fn truth(&mut self, key: &'static str) -> Option<bool> {
        match self.get(key)? {
            Json::Bool(truth) => Some(*truth),
            json => {
                self.error(key, Some(json), "true or false, without quotes");
                None
            }
        }
    }

    /// One of a fixed list of words, if there is one.
    pub(super) fn word_option<T: Word>(&mut self, key: &'static str) -> Option<T> {
        let index = self.word_index(key, T::IDS)?;
        T::ALL.get(index).copied()
    }

    /// One of a fixed list of words that has to be there; the first stands in for a wrong one.
    pub(super) fn word<T: Word>(&mut self, key: &'static str) -> T {
        let index = self.required_index(key, T::IDS);
        T::ALL.get(index).copied().unwrap_or(T::FIRST)
    }

    fn required_index(&mut self, key: &'static str, ids: &'static [&'static str]) -> usize {
        if self.peek(key).is_none() {
            self.one_of(key, None, ids);
        }
        self.word_index(key, ids).unwrap_or(0)
    }

    fn word_index(&mut self, key: &'static str, ids: &'static [&'static str]) -> Option<usize> {
        let json = self.get(key)?;
        let index = match json {
            Json::String(text) => ids.iter().position(|id| id == text),
            _ => None,
        };
        if index.is_none() {
            self.one_of(key, Some(json), ids);
        }
        index
    }

    fn one_of(&mut self, key: &str, found: Option<&Json<'_>>, ids: &[&str]) {
        let mut expected = String::from("one of ");
        for (index, id) in ids.iter().enumerate() {
            if index > 0 {
                expected.push_str(", ");
            }
            expected.push_str(id);
        }
        self.error(key, found, &expected);
    }

    /// A link that is safe to follow, if there is one.
    pub(super) fn link(&mut self, key: &'static str) -> Option<String> {
        let text = self.string_option(key)?;
        if link::is_safe(text) {
            return Some(text.into());
        }
        let found = Json::String(text.into());
        self.leave_out(
            key,
            Some(&found),
            "a link that starts with https:, http:, mailto: or tel:, \
             without blanks, user name or password",
        );
        None
    }

    /// The id of an entry of another list, if there is one.
    pub(super) fn reference_option(&mut self, key: &'static str, kind: Kind) -> Option<String> {
        let id = self.string_option(key)?;
        if self.reader.ids(kind).get(id).is_none() {
            self.error(key, Some(&Json::String(id.into())), list_of(kind));
        }
        Some(id.into())
    }

    /// The id of an entry of another list that has to be there.
    pub(super) fn reference(&mut self, key: &'static str, kind: Kind) -> String {
        if self.peek(key).is_none() {
            self.error(key, None, list_of(kind));
        }
        self.reference_option(key, kind).unwrap_or_default()
    }

    /// Ids of entries of another list, each once.
    pub(super) fn references(&mut self, key: &'static str, kind: Kind) -> Vec<String> {
        let mut ids: Vec<String> = Vec::new();
        self.each_string(key, &mut |object, path, id| {
            let found = Json::String(id.into());
            if object.reader.ids(kind).get(id).is_none() {
                object.reader.error(path, Some(&found), list_of(kind));
            } else if ids.iter().any(|other| other == id) {
                object.reader.report(Severity::Warning, path, Some(&found), "each id once");
            } else {
                ids.push(id.into());
            }
        });
        ids
    }

    /// Source ids of something that should have one.
    pub(super) fn sources(&mut self) -> Vec<String> {
        let before = self.reader.errors;
        let sources = self.references("sources", Kind::Source);
        if sources.is_empty() && self.reader.errors == before {
            self.warn("sources", None, "at least one source id");
        }
        sources
    }
}

/// Counts the bytes that begin a character.
fn is_too_long(text: &str) -> bool {
    text.bytes().filter(|byte| byte & 0xc0 != 0x80).nth(MAX_TEXT).is_some()
}

const fn list_of(kind: Kind) -> &'static str {
    match kind {
        Kind::Source => "the id of an entry of `sources` that could be read",
        Kind::Place => "the id of an entry of `places` that could be read",
        Kind::Organisation => "the id of an entry of `organisations` that could be read",
        Kind::SectorGroup => "the id of an entry of `sectorGroups` that could be read",
        Kind::Sector => "the id of an entry of `sectors` that could be read",
        Kind::StageModel => "the id of an entry of `stageModels` that could be read",
        Kind::Record => "the id of a record",
    }
}
