//! JSON as it is saved.
//!
//! In: JSON, written for people. Out: the same without what means nothing.

/// The JSON without what stands outside of its strings and means nothing.
pub(crate) fn without(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    let mut strings = Strings::default();
    for c in json.chars() {
        if strings.holds(c) || !c.is_ascii_whitespace() {
            out.push(c);
        }
    }
    out
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
