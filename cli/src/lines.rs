//! On which line of a JSON text each value stands.
//!
//! In: a text that is JSON. Out: a line for every path as `records[2].events[0].date`, and the ids of
//! the entries of its lists.

use std::collections::BTreeMap;

/// Where values stand, by path.
#[derive(Default)]
pub(crate) struct Lines {
    lines: BTreeMap<String, usize>,
    ids: BTreeMap<String, String>,
}

impl Lines {
    /// Walks a text once. Of equal keys the last one counts: it is the one a problem is about.
    pub(crate) fn of(text: &str) -> Self {
        let mut walk = Walk { bytes: text.as_bytes(), at: 0, line: 1, found: Self::default() };
        walk.value("");
        walk.found
    }

    /// The line of a value; for one that is missing, the line of what should hold it.
    pub(crate) fn line(&self, path: &str) -> Option<usize> {
        let found = self.lines.get(path).copied();
        let holder = path.rfind(['.', '[']).unwrap_or(0);
        found.or_else(|| self.line(path.get(..holder).filter(|holder| holder.len() < path.len())?))
    }

    /// The id of the entry at a path.
    pub(crate) fn id(&self, path: &str) -> Option<&str> {
        self.ids.get(path).map(String::as_str)
    }
}

struct Walk<'a> {
    bytes: &'a [u8],
    at: usize,
    line: usize,
    found: Lines,
}

impl Walk<'_> {
    /// The next byte that is no blank, without going past it.
    fn next(&mut self) -> Option<u8> {
        while let Some(&byte) = self.bytes.get(self.at) {
            if !byte.is_ascii_whitespace() {
                return Some(byte);
            }
            self.line += usize::from(byte == b'\n');
            self.at += 1;
        }
        None
    }

    fn value(&mut self, path: &str) {
        let first = self.next();
        self.found.lines.insert(path.to_owned(), self.line);
        match first {
            Some(b'{') => self.object(path),
            Some(b'[') => self.array(path),
            Some(b'"') => {
                let text = self.string();
                if let Some(entry) = path.strip_suffix(".id") {
                    self.found.ids.insert(entry.to_owned(), text);
                }
            }
            _ => self.word(),
        }
    }

    fn word(&mut self) {
        let more = |byte: &u8| !matches!(byte, b',' | b']' | b'}') && !byte.is_ascii_whitespace();
        self.at += self.bytes.iter().skip(self.at).take_while(|byte| more(byte)).count();
    }

    fn object(&mut self, path: &str) {
        self.at += 1;
        while self.next() == Some(b'"') {
            let key = self.string();
            self.next();
            self.at += 1;
            let dot = if path.is_empty() { "" } else { "." };
            self.value(&format!("{path}{dot}{key}"));
            if self.next() == Some(b',') {
                self.at += 1;
            }
        }
        self.at += 1;
    }

    fn array(&mut self, path: &str) {
        self.at += 1;
        let mut index = 0;
        while self.next().is_some_and(|byte| byte != b']' && byte != b'}') {
            self.value(&format!("{path}[{index}]"));
            index += 1;
            if self.next() == Some(b',') {
                self.at += 1;
            }
        }
        self.at += 1;
    }

    /// A string as written, without its quotes.
    fn string(&mut self) -> String {
        let start = self.at + 1;
        self.at = start;
        while let Some(&byte) = self.bytes.get(self.at) {
            match byte {
                b'"' => break,
                b'\\' => self.at += 2,
                _ => self.at += 1,
            }
        }
        let text = self.bytes.get(start..self.at).unwrap_or_default();
        self.at += 1;
        String::from_utf8_lossy(text).into_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::Lines;

    #[test]
    fn finds_the_line_of_what_is_there_and_of_what_should_hold_the_rest() {
        let lines = Lines::of(
            "{\n\"a\": [1,\n {\"b\": \"}\\\"\",\n\"id\": \"x\", \"c\": null}],\n\"d\": {} }",
        );
        assert_eq!(lines.line("a[0]"), Some(2));
        assert_eq!(lines.line("a[1]"), Some(3));
        assert_eq!(lines.line("a[1].c"), Some(4));
        assert_eq!(lines.line("a[1].missing.more[0]"), Some(3));
        assert_eq!(lines.line("d"), Some(5));
        assert_eq!(lines.line("missing"), Some(1));
        assert_eq!(lines.id("a[1]"), Some("x"));
    }

    #[test]
    fn text_that_is_no_json_ends_the_walk() {
        for text in ["", "{", "[", "{\"a", "{\"a\":", "[1", "\"\\", "nul", "{]", "[}"] {
            Lines::of(text);
        }
    }
}
