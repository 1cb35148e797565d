//! The files of a packed dataset and what lies where in them.
//!
//! A file is a mark, the seal of the dataset, and parts. A part belongs to one stream: the heads or the
//! details, of all languages together or of one that lies apart. It has a dictionary of strings that
//! come up again, and blocks: one for what the records refer to, then one for each record. All numbers
//! have seven bits in a byte, the lowest first, the top bit set in all bytes but the last.

use std::rc::Rc;

use super::Damage;
use crate::dataset::MAX_RECORDS;

/// What a packed file begins with; the last byte is the version.
pub(super) const MARK: [u8; 4] = *b"mkp1";

/// How many streams there are: heads and details, of all languages or of one.
pub(super) const STREAMS: usize = 10;

/// A run of bytes that is read from its front.
#[derive(Clone, Copy)]
pub(super) struct Bytes<'a> {
    all: &'a [u8],
    /// Where in the file the next byte lies.
    pub(super) at: usize,
    pub(super) end: usize,
    /// Whether something could not be read.
    pub(super) broken: bool,
}

impl<'a> Bytes<'a> {
    pub(super) fn new(all: &'a [u8], at: usize, end: usize) -> Self {
        Self { all, at, end: end.min(all.len()), broken: at > end }
    }

    /// How many are left.
    pub(super) fn left(&self) -> usize {
        self.end.saturating_sub(self.at)
    }

    /// The next number; 0 where there is none.
    pub(super) fn number(&mut self) -> u32 {
        let (mut value, mut shift) = (0_u32, 0);
        while !self.broken {
            let byte = if self.at < self.end { self.all.get(self.at) } else { None };
            let Some(&byte) = byte.filter(|_| shift < 32) else { break };
            self.at += 1;
            value |= u32::from(byte & 0x7f) << shift;
            shift += 7;
            if byte < 0x80 {
                return value;
            }
        }
        self.broken = true;
        0
    }

    /// The next so many bytes; none where there are fewer.
    pub(super) fn take(&mut self, len: usize) -> &'a [u8] {
        if len > self.left() {
            self.broken = true;
        }
        if self.broken {
            return &[];
        }
        let from = self.at;
        self.at += len;
        self.all.get(from..self.at).unwrap_or_default()
    }

    /// What a length stands before.
    pub(super) fn framed(&mut self) -> Self {
        let len = self.number() as usize;
        let at = self.at;
        self.take(len);
        Self { all: self.all, at, end: self.at, broken: self.broken }
    }

    /// Where each of so many framed things begins.
    fn index(&mut self, count: u32) -> Vec<u32> {
        // Each has a byte at least: a wrong count asks for no more memory than the file has bytes.
        let mut places = Vec::with_capacity((count as usize).min(self.left()));
        for _ in 0..count {
            places.push(self.at as u32);
            let len = self.number() as usize;
            if self.broken || len > self.left() {
                self.broken = true;
                break;
            }
            self.at += len;
        }
        places
    }
}

/// A part of a file.
#[derive(Clone)]
pub(super) struct Part {
    pub(super) stream: usize,
    /// The number of its first block.
    pub(super) first: usize,
    bytes: Rc<Vec<u8>>,
    words: Vec<u32>,
    blocks: Vec<u32>,
}

impl Part {
    /// The block of a number, if it lies in this part.
    pub(super) fn block(&self, number: usize) -> Option<Bytes<'_>> {
        self.framed(*self.blocks.get(number.checked_sub(self.first)?)?)
    }

    /// A string of the dictionary.
    pub(super) fn word(&self, number: usize) -> Option<Bytes<'_>> {
        self.framed(*self.words.get(number)?)
    }

    fn framed(&self, at: u32) -> Option<Bytes<'_>> {
        Some(Bytes::new(&self.bytes, at as usize, self.bytes.len()).framed())
    }

    pub(super) fn blocks(&self) -> usize {
        self.blocks.len()
    }
}

/// What stands at the front of a file.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Front {
    /// The same in all files of a dataset.
    pub(super) seal: u32,
    /// How many records the dataset has.
    pub(super) records: u32,
    /// How many blocks there are to a file of details; 0 if the details are not parted.
    pub(super) chunk: u32,
    /// A bit for each language that lies in a file of its own.
    pub(super) apart: u32,
}

/// Reads where things are in a file.
pub(super) fn open(file: Vec<u8>) -> Result<(Front, Vec<Part>), Damage> {
    let bytes = Rc::new(file);
    let mut from = Bytes::new(&bytes, 0, bytes.len());
    if from.take(MARK.len()) != MARK {
        return Err(Damage { at: 0, expected: "`mkp1`" });
    }
    let front = Front {
        seal: from.number(),
        records: from.number(),
        chunk: from.number(),
        apart: from.number(),
    };
    if front.records as usize > MAX_RECORDS {
        return Err(Damage { at: from.at, expected: "at most 1000000 records" });
    }
    let mut parts = Vec::new();
    while from.left() > 0 && !from.broken {
        let stream = from.number() as usize;
        let first = from.number() as usize;
        let (words, blocks) = (from.number(), from.number());
        let words = from.index(words);
        let blocks = from.index(blocks);
        if stream >= STREAMS {
            from.broken = true;
        }
        parts.push(Part { stream, first, bytes: Rc::clone(&bytes), words, blocks });
    }
    if from.broken {
        return Err(Damage { at: from.at, expected: "the whole file as it was packed" });
    }
    Ok((front, parts))
}
