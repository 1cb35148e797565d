//! The bundled dataset in one language, and what it says in the others.
//!
//! In: JSON, written for people. Out: the same JSON without blanks; and parted: with a mark in each
//! text where the words of other languages were, and for each of these a line for every mark.
//! Putting the lines back at the marks gives JSON again.

/// Stands where words were taken out. A control character occurs nowhere in JSON.
const MARK: char = '\u{1e}';

/// The lists whose names keep all their languages: a visitor seeks in any of them.
const SOUGHT: [&str; 4] = ["\"places\"", "\"organisations\"", "\"sectors\"", "\"sectorGroups\""];

/// The JSON without what stands outside of its strings and means nothing.
pub(crate) fn without_blanks(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    let mut strings = Strings::default();
    for c in json.chars() {
        if strings.holds(c) || !c.is_ascii_whitespace() {
            out.push(c);
        }
    }
    out
}

/// A dataset in its own language, the first of `languages`, and the lines of each other.
pub(crate) struct Parted<'a> {
    languages: &'a [&'a str],
    sought: bool,
    pub(crate) marked: String,
    pub(crate) words: Vec<String>,
}

impl<'a> Parted<'a> {
    /// Parts JSON that has no blanks.
    pub(crate) fn of(json: &str, languages: &'a [&'a str]) -> Self {
        let words = vec![String::new(); languages.len()];
        let mut parted = Self { languages, sought: false, marked: String::new(), words };
        parted.value("", json);
        parted
    }

    fn value(&mut self, key: &str, json: &str) {
        let inner = json.get(1..json.len() - 1).unwrap_or_default();
        if json.starts_with('[') {
            let within = self.sought;
            self.sought |= SOUGHT.contains(&key);
            self.marked.push('[');
            self.each(inner, &mut |parted, entry| parted.value("", entry));
            self.marked.push(']');
            self.sought = within;
        } else if !json.starts_with('{') {
            self.marked.push_str(json);
        } else if (self.sought && key == "\"name\"") || !self.text(inner) {
            self.marked.push('{');
            self.each(inner, &mut |parted, member| {
                let (key, value) = key_and_value(member);
                parted.marked.push_str(key);
                parted.marked.push(':');
                parted.value(key, value);
            });
            self.marked.push('}');
        }
    }

    fn each(&mut self, inner: &str, write: &mut dyn FnMut(&mut Self, &str)) {
        for (at, part) in parts(inner).iter().enumerate() {
            if at > 0 {
                self.marked.push(',');
            }
            write(self, part);
        }
    }

    /// Writes an object that is a text in several languages, its own among them; false for others.
    fn text(&mut self, inner: &str) -> bool {
        let members: Vec<_> = parts(inner).into_iter().map(key_and_value).collect();
        let said = |language: &str| {
            let said = |member: &&(&str, &str)| member.0.trim_matches('"') == language;
            members.iter().find(said).map(|(key, value)| format!("{key}:{value}"))
        };
        let all: Vec<_> = self.languages.iter().map(|language| said(language)).collect();
        let [Some(own), others @ ..] = &all[..] else { return false };
        if all.iter().flatten().count() != members.len() {
            return false;
        }
        self.marked.extend(["{", own]);
        self.marked.push(MARK);
        self.marked.push('}');
        for (words, other) in self.words.iter_mut().skip(1).zip(others) {
            if let Some(other) = other {
                words.extend([",", other]);
            }
            words.push('\n');
        }
        true
    }
}

/// The entries of a list or the members of an object.
fn parts(inner: &str) -> Vec<&str> {
    let (mut parts, mut from, mut depth) = (Vec::new(), 0, 0);
    let mut strings = Strings::default();
    for (at, c) in inner.char_indices() {
        match c {
            _ if strings.holds(c) => {}
            '{' | '[' => depth += 1,
            '}' | ']' => depth -= 1,
            ',' if depth == 0 => {
                parts.extend(inner.get(from..at));
                from = at + 1;
            }
            _ => {}
        }
    }
    parts.extend(inner.get(from..).filter(|rest| !rest.is_empty()));
    parts
}

/// The key with its quotes; the keys of the format hold none themselves.
fn key_and_value(member: &str) -> (&str, &str) {
    let end = member.find("\":").map_or(member.len(), |end| end + 1);
    (&member[..end], member.get(end + 1..).unwrap_or_default())
}

/// Where in a JSON text the strings are.
#[derive(Default)]
struct Strings {
    within: bool,
    escaped: bool,
}

impl Strings {
    /// Whether the next character stands in a string, quotes included.
    fn holds(&mut self, c: char) -> bool {
        let before = self.within;
        self.within ^= c == '"' && !self.escaped;
        self.escaped = self.within && c == '\\' && !self.escaped;
        before || self.within
    }
}
