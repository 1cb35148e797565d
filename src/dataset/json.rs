//! A small strict JSON reader (RFC 8259).
//!
//! In: a text. Out: a tree that borrows from it, or where it stops being JSON. Keys keep their order
//! and may repeat: what that means is for those who walk the tree.

use std::borrow::Cow;

/// How deep lists and objects may lie in each other.
pub const MAX_DEPTH: usize = 64;

/// A JSON value.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Json<'a> {
    Null,
    Bool(bool),
    /// As written; [`number::value`](super::number::value) has its value.
    Number(&'a str),
    String(Cow<'a, str>),
    /// Its entries, with empty keys: what reads a list reads an object.
    Array(Vec<Member<'a>>),
    Object(Vec<Member<'a>>),
}

/// A key and its value.
pub(super) type Member<'a> = (Cow<'a, str>, Json<'a>);

/// The value of a key; of equal keys the first counts.
pub(super) fn member<'a>(members: &'a [Member<'a>], key: &str) -> Option<&'a Json<'a>> {
    for (name, value) in members {
        if name == key {
            return Some(value);
        }
    }
    None
}

/// Where a text stops being JSON, as a byte offset, and what would be JSON there.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Malformed {
    pub(super) offset: usize,
    pub(super) expected: &'static str,
}

/// Reads one JSON value and nothing after it.
pub(super) fn parse(text: &str) -> Result<Json<'_>, Malformed> {
    let mut parser = Parser { text, at: 0, depth: 0, expected: "the end of the file" };
    parser.blank();
    if let Some(value) = parser.value() {
        parser.blank();
        if parser.at == text.len() {
            return Ok(value);
        }
    }
    Err(Malformed { offset: parser.at, expected: parser.expected })
}

struct Parser<'a> {
    text: &'a str,
    at: usize,
    depth: usize,
    /// What would be JSON here, once a method gave `None`.
    expected: &'static str,
}

impl<'a> Parser<'a> {
    /// The byte here; 0 at the end, which is no JSON either.
    fn peek(&self) -> u8 {
        self.text.as_bytes().get(self.at).copied().unwrap_or(0)
    }

    fn eat(&mut self, byte: u8) -> bool {
        let here = self.at < self.text.len() && self.peek() == byte;
        self.at += usize::from(here);
        here
    }

    fn blank(&mut self) {
        while matches!(self.peek(), b' ' | b'\t' | b'\n' | b'\r') {
            self.at += 1;
        }
    }

    const fn fail<T>(&mut self, expected: &'static str) -> Option<T> {
        self.expected = expected;
        None
    }

    fn since(&self, start: usize) -> &'a str {
        self.text.get(start..self.at).unwrap_or("")
    }

    fn value(&mut self) -> Option<Json<'a>> {
        match self.peek() {
            b'{' => Some(Json::Object(self.members(b'}')?)),
            b'[' => Some(Json::Array(self.members(b']')?)),
            b'"' => Some(Json::String(self.string()?)),
            b'-' | b'0'..=b'9' => self.number(),
            b't' => self.word("true", Json::Bool(true)),
            b'f' => self.word("false", Json::Bool(false)),
            b'n' => self.word("null", Json::Null),
            _ => self.fail("a value"),
        }
    }

    fn word(&mut self, word: &str, value: Json<'a>) -> Option<Json<'a>> {
        match self.text.get(self.at..) {
            Some(rest) if rest.as_bytes().starts_with(word.as_bytes()) => {
                self.at += word.len();
                Some(value)
            }
            _ => self.fail("a value"),
        }
    }

    /// What stands between brackets; the entries of a list have no keys.
    fn members(&mut self, close: u8) -> Option<Vec<Member<'a>>> {
        if self.depth == MAX_DEPTH {
            return self.fail("at most 64 levels of lists and objects");
        }
        let list = close == b']';
        let mut members = Vec::new();
        self.depth += 1;
        self.at += 1;
        self.blank();
        while !self.eat(close) {
            if !members.is_empty() {
                if !self.eat(b',') {
                    return self.fail(if list { "`,` or `]`" } else { "`,` or `}`" });
                }
                self.blank();
            }
            let key = if list { Cow::Borrowed("") } else { self.key()? };
            members.push((key, self.value()?));
            self.blank();
        }
        self.depth -= 1;
        Some(members)
    }

    fn key(&mut self) -> Option<Cow<'a, str>> {
        if self.peek() != b'"' {
            return self.fail("a key in double quotes");
        }
        let key = self.string()?;
        self.blank();
        if !self.eat(b':') {
            return self.fail("`:`");
        }
        self.blank();
        Some(key)
    }

    fn number(&mut self) -> Option<Json<'a>> {
        let start = self.at;
        self.eat(b'-');
        if !self.eat(b'0') {
            self.digits()?;
        }
        if self.eat(b'.') {
            self.digits()?;
        }
        if self.eat(b'e') || self.eat(b'E') {
            if !self.eat(b'+') {
                self.eat(b'-');
            }
            self.digits()?;
        }
        Some(Json::Number(self.since(start)))
    }

    fn digits(&mut self) -> Option<()> {
        if !self.peek().is_ascii_digit() {
            return self.fail("a digit");
        }
        while self.peek().is_ascii_digit() {
            self.at += 1;
        }
        Some(())
    }

    fn string(&mut self) -> Option<Cow<'a, str>> {
        self.at += 1;
        let first = self.plain();
        if self.eat(b'"') {
            return Some(Cow::Borrowed(first));
        }
        let mut text = String::from(first);
        while !self.eat(b'"') {
            if !self.eat(b'\\') {
                return self.fail("`\"` (line breaks within a text are written `\\n`)");
            }
            let escaped = self.escape()?;
            text.push(escaped);
            text.push_str(self.plain());
        }
        Some(Cow::Owned(text))
    }

    /// The characters up to a quote, a backslash, a control character or the end.
    fn plain(&mut self) -> &'a str {
        let start = self.at;
        while !matches!(self.peek(), b'"' | b'\\' | 0..=0x1f) {
            self.at += 1;
        }
        self.since(start)
    }

    fn escape(&mut self) -> Option<char> {
        let character = match self.peek() {
            byte @ (b'"' | b'\\' | b'/') => char::from(byte),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => return self.unicode(),
            _ => return self.fail("an escape of JSON (`\\\\`, `\\\"`, `\\n`, `\\u0000`)"),
        };
        self.at += 1;
        Some(character)
    }

    fn unicode(&mut self) -> Option<char> {
        let start = self.at;
        let mut code = self.unit()?;
        if (0xd800..0xdc00).contains(&code) && self.eat(b'\\') {
            let low = if self.peek() == b'u' { self.unit()? } else { 0 };
            // Whatever is no low surrogate makes a code that is no character.
            code = match low {
                0xdc00..=0xdfff => 0x1_0000 + ((code - 0xd800) << 10) + (low - 0xdc00),
                _ => 0xd800,
            };
        }
        char::from_u32(code).or_else(|| {
            self.at = start;
            self.fail("a whole pair of surrogates")
        })
    }

    /// `uXXXX`, without what it means together with its neighbour.
    fn unit(&mut self) -> Option<u32> {
        let mut code = 0;
        self.at += 1;
        for _ in 0..4 {
            let Some(digit) = char::from(self.peek()).to_digit(16) else {
                return self.fail("four hexadecimal digits");
            };
            code = code * 16 + digit;
            self.at += 1;
        }
        Some(code)
    }
}

#[cfg(test)]
#[path = "json_tests.rs"]
mod tests;
