//! Reading the values of a block, out of all streams that are there.
//!
//! In: the parts of a packed dataset, the number of a block. Out: values, in the order in which they
//! were packed; of what is not there (details, another language) the defaults.

use super::Damage;
use super::part::{Bytes, Front, Part, STREAMS};
use super::pass::Pass;
use crate::dataset::MAX_TEXT;
use crate::text::{Lang, Text};

/// The stream of the heads.
pub(super) const HEAD: usize = 0;
/// The stream of the details.
pub(super) const DETAIL: usize = 1;

/// The stream of a language that lies apart.
pub(super) const fn stream_of(lang: Lang, section: usize) -> usize {
    2 + 2 * lang as usize + section
}

/// A block in one stream.
#[derive(Clone, Copy)]
pub(super) struct Stream<'a> {
    part: &'a Part,
    pub(super) bytes: Bytes<'a>,
}

impl<'a> Stream<'a> {
    /// A block, if it lies in this part.
    pub(super) fn of(part: &'a Part, block: usize) -> Option<Self> {
        Some(Self { part, bytes: part.block(block)? })
    }

    /// The next string: its own bytes, or its place in the dictionary.
    pub(super) fn string(&mut self) -> &'a str {
        let head = self.bytes.number() as usize;
        let bytes = if head & 1 == 0 {
            self.bytes.take(head / 2)
        } else {
            let word = self.part.word(head / 2);
            self.bytes.broken |= word.is_none();
            word.map_or(&[][..], |mut word| word.take(word.left()))
        };
        // A character has four bytes at most.
        let text = str::from_utf8(bytes).ok().filter(|text| text.len() <= MAX_TEXT * 4);
        self.bytes.broken |= text.is_none();
        text.unwrap_or_default()
    }
}

/// A block in all streams.
pub(super) struct Unpacker<'a> {
    streams: [Option<Stream<'a>>; STREAMS],
    section: usize,
    apart: u32,
    own: Lang,
}

impl<'a> Unpacker<'a> {
    /// Nothing but what `head` holds.
    pub(super) fn new(head: Option<Stream<'a>>) -> Self {
        let mut streams = [None; STREAMS];
        streams[HEAD] = head;
        Self { streams, section: HEAD, apart: 0, own: Lang::Id }
    }

    /// A block of a dataset in the language `own`.
    pub(super) fn of(front: Front, parts: &'a [Part], own: Lang, block: usize) -> Self {
        let mut all = Self::new(None);
        (all.apart, all.own) = (front.apart, own);
        for part in parts {
            if let (Some(place), found @ Some(_)) =
                (all.streams.get_mut(part.stream), Stream::of(part, block))
            {
                *place = found;
            }
        }
        all
    }

    /// The stream of the heads.
    pub(super) fn head(&mut self) -> Option<&mut Stream<'a>> {
        self.streams[HEAD].as_mut()
    }

    /// What was read, if all of it could be.
    pub(super) fn whole<T>(&self, read: T) -> Result<T, Damage> {
        for stream in self.streams.iter().flatten() {
            if stream.bytes.broken {
                return Err(Damage { at: stream.bytes.at, expected: "the value that was packed" });
            }
        }
        Ok(read)
    }

    fn stream(&mut self, stream: usize) -> Option<&mut Stream<'a>> {
        self.streams.get_mut(stream)?.as_mut()
    }
}

impl Pass for Unpacker<'_> {
    fn number(&mut self, value: &mut u32) {
        *value = self.stream(self.section).map_or(0, |stream| stream.bytes.number());
    }

    fn string(&mut self, value: &mut String) {
        *value = self.stream(self.section).map_or("", Stream::string).into();
    }

    fn words(&mut self, lang: Lang, apart: bool, text: &mut Text) {
        let apart = apart && lang != self.own && self.apart >> lang as u32 & 1 == 1;
        let stream = if apart { stream_of(lang, self.section) } else { self.section };
        if let Some(stream) = self.stream(stream) {
            text.set(lang, stream.string());
        }
    }

    fn detail(&mut self, on: bool) {
        self.section = usize::from(on);
    }

    fn goes_on(&self) -> bool {
        let stream = self.streams.get(self.section);
        stream.is_some_and(|stream| stream.is_some_and(|stream| !stream.bytes.broken))
    }

    fn own(&self) -> Lang {
        self.own
    }

    fn speaks(&mut self, own: Lang) {
        self.own = own;
    }
}
