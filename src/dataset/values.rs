//! What single values may be: texts, dates, numbers, words of a list, references.
//!
//! In: a key of an [`Object`], and where its value belongs. Out: the value there; what is absent or
//! wrong leaves what stands there, and what is wrong is told.

use super::cursor::{Fill, Kind, Object, Path};
use super::problem::Severity;
use super::{Date, Json, Word, link, number};
use crate::text::{Lang, Text, joined, listed};

/// Longest text that is read, in characters.
pub const MAX_TEXT: usize = 20_000;

const STRING: &str = "a text in double quotes";
const DATE: &str = "a date as 2023, 2023-07, 2023-07-17 or 2023-07-17/2023-07-22 \
     (the earlier first), with `?` at the end if it is uncertain";
const LINK: &str = "a link that starts with https:, http:, mailto: or tel:, \
     without blanks, user name or password";

impl<'a> Object<'_, 'a> {
    /// The id of an entry, new in its list.
    pub(super) fn id(&mut self, kind: Kind, out: &mut String) {
        let id = self.str("id").unwrap_or_default();
        self.id = Some((kind, id));
        let shaped = id.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'));
        let sector = matches!(kind, Kind::Sector);
        let taken = self.reader.ids(kind).get(id).is_some()
            || sector && self.reader.ids(Kind::SectorGroup).get(id).is_some();
        if self.peek("id").is_none() {
            self.error("id", "an id");
        } else if !shaped {
            self.error("id", "an id of lower-case letters, digits and hyphens");
        } else if taken {
            self.error("id", "an id that no entry before has");
        }
        *out = id.into();
    }

    /// A string that may be absent; one of blanks alone counts as absent.
    pub(super) fn str(&mut self, key: &'static str) -> Option<&'a str> {
        let json = self.get(key)?;
        let Json::String(text) = json else {
            self.error(key, STRING);
            return None;
        };
        if is_too_long(text) {
            self.error(key, "a text of at most 20000 characters");
            return None;
        }
        Some(text.trim_ascii()).filter(|text| !text.is_empty())
    }

    /// A string, empty if it is absent.
    pub(super) fn string(&mut self, key: &'static str, out: &mut String) {
        *out = self.str(key).unwrap_or_default().into();
    }

    /// A string that has to be there.
    pub(super) fn required_string(&mut self, key: &'static str, out: &mut String) {
        let before = self.reader.errors;
        self.string(key, out);
        if out.is_empty() && self.reader.errors == before {
            self.error(key, STRING);
        }
    }

    /// A string as a value of its own, for what is optional.
    pub(super) fn string_option(&mut self, key: &'static str, out: &mut Option<String>) {
        *out = self.str(key).map(Into::into);
    }

    /// The strings of a list; those that are none are told and passed over.
    pub(super) fn strings(&mut self, key: &'static str, out: &mut Vec<String>) {
        self.each_string(key, None, out);
    }

    /// Ids of entries of another list, each once.
    pub(super) fn references(&mut self, key: &'static str, kind: Kind, out: &mut Vec<String>) {
        self.each_string(key, Some(kind), out);
    }

    fn each_string(&mut self, key: &'static str, kind: Option<Kind>, out: &mut Vec<String>) {
        for (index, (_, entry)) in self.array(key).iter().enumerate() {
            let list = Path::Key(self.path, key);
            let path = Path::Index(&list, index);
            let Json::String(text) = entry else {
                self.reader.error(&path, entry, STRING);
                continue;
            };
            if let Some(kind) = kind {
                if self.reader.ids(kind).get(text).is_none() {
                    self.reader.error(&path, entry, list_of(kind));
                    continue;
                }
                if out.iter().any(|other| other == text) {
                    self.reader.report(Severity::Warning, &path, Some(entry), "each id once");
                    continue;
                }
            }
            out.push(String::from(&**text));
        }
    }

    /// Source ids of something that should have one.
    pub(super) fn sources(&mut self, out: &mut Vec<String>) {
        let before = self.reader.errors;
        self.references("sources", Kind::Source, out);
        if out.is_empty() && self.reader.errors == before {
            self.warn("sources", "at least one source id");
        }
    }

    /// The id of an entry of another list, if there is one.
    pub(super) fn reference_option(
        &mut self,
        key: &'static str,
        kind: Kind,
        out: &mut Option<String>,
    ) {
        self.string_option(key, out);
        if let Some(id) = out
            && self.reader.ids(kind).get(id).is_none()
        {
            self.error(key, list_of(kind));
        }
    }

    /// The id of an entry of another list that has to be there.
    pub(super) fn reference(&mut self, key: &'static str, kind: Kind, out: &mut String) {
        let before = self.reader.errors;
        let mut id = None;
        self.reference_option(key, kind, &mut id);
        match id {
            Some(id) => *out = id,
            None if self.reader.errors == before => self.error(key, list_of(kind)),
            None => {}
        }
    }

    /// A text that has to be there.
    pub(super) fn text(&mut self, key: &'static str, out: &mut Text) {
        let before = self.reader.errors;
        match self.text_of(key) {
            Some(text) => *out = text,
            None if self.reader.errors == before => self.error(key, "a text"),
            None => {}
        }
    }

    /// A text, empty if it is absent.
    pub(super) fn text_default(&mut self, key: &'static str, out: &mut Text) {
        if let Some(text) = self.text_of(key) {
            *out = text;
        }
    }

    /// A text that may be absent.
    pub(super) fn text_option(&mut self, key: &'static str, out: &mut Option<Text>) {
        *out = self.text_of(key);
    }

    /// A text in one language or several.
    fn text_of(&mut self, key: &'static str) -> Option<Text> {
        if !matches!(self.peek(key), Some(Json::Object(_))) {
            let text = self.str(key)?;
            return Some(Text::one(self.reader.language, text));
        }
        let mut text = Text::default();
        self.part(key, &mut text);
        if text.is_empty() { None } else { Some(text) }
    }

    /// A date, if there is one.
    pub(super) fn date(&mut self, key: &'static str, out: &mut Option<Date>) {
        if let Some(text) = self.str(key) {
            *out = Date::parse(text);
            if out.is_none() {
                self.error(key, DATE);
            }
        }
    }

    /// A number, if there is one.
    pub(super) fn number(&mut self, key: &'static str) -> Option<f64> {
        let value = match self.get(key)? {
            Json::Number(text) => number::value(text),
            _ => f64::INFINITY,
        };
        if value.is_finite() {
            return Some(value);
        }
        self.error(key, "a number, without quotes");
        None
    }

    /// A count of things, if there is one.
    pub(super) fn count(&mut self, key: &'static str, out: &mut Option<u32>) {
        if let Some(value) = self.number(key) {
            let count = value as u32;
            if f64::from(count) != value {
                self.error(key, "a whole number, 0 or more");
            }
            *out = Some(count);
        }
    }

    /// A truth value, if there is one.
    pub(super) fn truth(&mut self, key: &'static str, out: &mut bool) {
        match self.get(key) {
            Some(Json::Bool(truth)) => *out = *truth,
            Some(_) => self.error(key, "true or false, without quotes"),
            None => {}
        }
    }

    /// One of a fixed list of words, if there is one.
    pub(super) fn word_option<T: Word>(&mut self, key: &'static str) -> Option<T> {
        T::ALL.get(self.word_index(key, T::IDS)).copied()
    }

    /// One of a fixed list of words that has to be there.
    pub(super) fn word<T: Word>(&mut self, key: &'static str, out: &mut T) {
        if let Some(word) = T::ALL.get(self.required_index(key, T::IDS)) {
            *out = *word;
        }
    }

    fn required_index(&mut self, key: &'static str, ids: &[&str]) -> usize {
        if self.peek(key).is_none() {
            self.one_of(key, ids);
        }
        self.word_index(key, ids)
    }

    /// The place of a word in its list; beyond its end if there is none.
    fn word_index(&mut self, key: &'static str, ids: &[&str]) -> usize {
        let Some(json) = self.get(key) else { return ids.len() };
        if let Json::String(text) = json
            && let Some(index) = ids.iter().position(|id| id == text)
        {
            return index;
        }
        self.one_of(key, ids);
        ids.len()
    }

    fn one_of(&mut self, key: &str, ids: &[&str]) {
        self.error(key, &joined(&["one of ", &listed(ids, ", ")]));
    }

    /// A link that is safe to follow, if there is one.
    pub(super) fn link(&mut self, key: &'static str, out: &mut Option<String>) {
        match self.str(key) {
            Some(text) if link::is_safe(text) => *out = Some(text.into()),
            Some(_) => self.leave_out(key, LINK),
            None => {}
        }
    }
}

/// The keys of a text are its languages.
impl Fill for Text {
    fn fill(&mut self, from: &mut Object<'_, '_>) {
        for lang in Lang::ALL {
            if let Some(text) = from.str(lang.tag()) {
                self.set(lang, text);
            }
        }
    }
}

/// Counts the bytes that begin a character.
fn is_too_long(text: &str) -> bool {
    let mut characters = 0;
    for byte in text.as_bytes() {
        characters += usize::from(byte & 0xc0 != 0x80);
    }
    characters > MAX_TEXT
}

pub(super) const fn list_of(kind: Kind) -> &'static str {
    match kind {
        Kind::Source => "the id of an entry of `sources` that could be read",
        Kind::Place => "the id of an entry of `places` that could be read",
        Kind::Organisation => "the id of an entry of `organisations` that could be read",
        Kind::SectorGroup => "the id of an entry of `sectorGroups` that could be read",
        Kind::Sector => "the id of an entry of `sectors` that could be read",
        Kind::StageModel => "the id of an entry of `stageModels` that could be read",
        Kind::Stage => "the id of a stage of the model",
        Kind::Record => "the id of a record",
    }
}
