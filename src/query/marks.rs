//! Where in a shown text the words stand that were sought.

use std::ops::Range;

use crate::text::{Locale, is_unspaced, meets, parts, place, words};

/// The byte ranges of `text`, ascending and apart, that the words of `q` find: whole words, or
/// the part that was sought where writing has no spaces.
#[must_use]
#[inline(never)] // It travels in a later module.
pub fn marks(text: &str, q: &str, locale: &dyn Locale) -> Vec<Range<usize>> {
    let q = locale.fold(q);
    if words(&q).next().is_none() {
        return Vec::new();
    }
    let traced = Traced::fold(text, locale);
    let mut found = vec![false; text.len()];
    for (start, word) in words(&traced.folded) {
        for (_, sought) in words(&q) {
            each_part(sought, word, &mut |part| {
                let range = traced.origin(start + part.start..start + part.end, text);
                if let Some(found) = found.get_mut(range) {
                    found.fill(true);
                }
            });
        }
    }
    runs(&found)
}

/// Calls `each` with the parts of `word` that `sought` meets.
fn each_part(sought: &str, word: &str, each: &mut dyn FnMut(Range<usize>)) {
    if is_unspaced(sought) {
        let mut from = 0;
        while let Some(at) = place(sought, word, from) {
            each(at..at + sought.len());
            from = at + 1;
        }
    } else if meets(sought, word) {
        each(0..word.len());
    }
}

/// A folded text that knows for each byte where the character began that it came from.
struct Traced {
    folded: String,
    origins: Vec<usize>,
}

impl Traced {
    /// Folds each character on a line of its own, all at once.
    fn fold(text: &str, locale: &dyn Locale) -> Self {
        let mut lines = String::new();
        for c in text.chars() {
            lines.push(if c == '\n' { ' ' } else { c });
            lines.push('\n');
        }
        let lines = locale.fold(&lines);
        let mut out = Self { folded: String::new(), origins: Vec::new() };
        for ((origin, _), line) in text.char_indices().zip(parts(&lines, b'\n')) {
            out.folded.push_str(line);
            out.origins.resize(out.folded.len(), origin);
        }
        out
    }

    /// The range of the text that a range of the folded text came from: whole characters, with
    /// the marks on the last one.
    fn origin(&self, folded: Range<usize>, text: &str) -> Range<usize> {
        let origin = |at: usize| self.origins.get(at).copied().unwrap_or(text.len());
        let start = origin(folded.start);
        let last = origin(folded.end.saturating_sub(1));
        let mut end = folded.end;
        while self.origins.get(end).is_some_and(|&origin| origin <= last) {
            end += 1;
        }
        start..origin(end)
    }
}

/// The stretches that are `true`.
fn runs(found: &[bool]) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = Vec::new();
    for (at, &found) in found.iter().enumerate() {
        match out.last_mut() {
            _ if !found => {}
            Some(last) if last.end == at => last.end = at + 1,
            _ => out.push(at..at + 1),
        }
    }
    out
}
