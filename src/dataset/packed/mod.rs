//! The packed form of a dataset: small, and read record by record when one is needed.
//!
//! In: the bytes of a file as `mitra pack` writes it. Out: what it says of a record, in numbers or as
//! a whole. Details and languages may lie in further files of the same dataset, which are added when
//! they are there.

mod fields;
mod pack;
mod part;
mod pass;
#[cfg(test)]
mod tests;
mod unpack;

use super::{Brief, Dataset, Fatal, Problem, Record, Severity, parse};
use crate::text::{Lang, joined, number};
pub use pack::{Packing, pack};
use part::{Front, MARK, Part};
use pass::Packed as _;
use unpack::{DETAIL, HEAD, Stream, Unpacker};

/// Largest packed file that is read: 256 MiB.
pub const MAX_PACKED: usize = 256 << 20;

/// Whether these are the bytes of a packed dataset.
#[must_use]
pub fn is_packed(bytes: &[u8]) -> bool {
    bytes.starts_with(&MARK)
}

/// Reads a packed dataset. Its records are read when they are asked for.
///
/// # Errors
///
/// If the bytes are not those that were packed: where the difference shows first, and what belongs
/// there.
pub fn unpack(file: Vec<u8>) -> Result<Dataset, Fatal> {
    if file.len() > MAX_PACKED {
        return Err(fatal("too-large", "a larger file", "at most 256 MiB"));
    }
    let (packed, mut dataset) = Packed::open(file).map_err(Damage::fatal)?;
    dataset.records.unpack(packed);
    Ok(dataset)
}

/// Reads a dataset in either form: all of it that can be read, and what is wrong with the rest.
///
/// # Errors
///
/// If there is nothing to show.
pub fn read(file: Vec<u8>) -> Result<(Dataset, Vec<Problem>), Fatal> {
    if is_packed(&file) {
        return Ok((unpack(file)?, Vec::new()));
    }
    parse(&file)
}

impl Dataset {
    /// Adds a file of the same packed dataset: details or a language. Records stay in their places.
    ///
    /// # Errors
    ///
    /// If it is no such file, or of another version of the dataset.
    pub fn learn(&mut self, file: Vec<u8>) -> Result<(), Fatal> {
        let lists = self.records.learn(file).map_err(Damage::fatal)?;
        let records = std::mem::take(&mut self.records);
        *self = Self { records, unread: self.unread, ..lists };
        Ok(())
    }
}

/// What is wrong with the bytes of a file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Damage {
    at: usize,
    expected: &'static str,
}

impl Damage {
    pub(super) const NOT_PACKED: Self = Self { at: 0, expected: "a packed dataset" };

    pub(super) fn fatal(self) -> Fatal {
        let found = joined(&["other bytes before offset ", &number(self.at as u32)]);
        fatal(DAMAGED, &found, self.expected)
    }
}

const DAMAGED: &str = "damaged";

fn fatal(code: &'static str, found: &str, expected: &str) -> Fatal {
    let what = if code == DAMAGED { "is damaged" } else { "is too large" };
    let message = joined(&["The dataset ", what, ": found ", found, ", expected ", expected]);
    let (found, expected) = (found.to_owned(), expected.to_owned());
    let problem = Problem { severity: Severity::Error, path: String::new(), found, expected };
    let remedy = "Pack it anew with `mitra pack`, and copy all of its files as they are.";
    Fatal { code, message, remedy, problems: vec![problem] }
}

/// The files of a dataset, as far as they are there.
#[derive(Clone)]
pub(super) struct Packed {
    front: Front,
    own: Lang,
    /// The heads are the first.
    parts: Vec<Part>,
}

impl Packed {
    /// Opens the first file, and reads all but the records.
    fn open(file: Vec<u8>) -> Result<(Self, Dataset), Damage> {
        let (front, parts) = part::open(file)?;
        let heads = parts.first().is_some_and(|part| {
            part.stream == HEAD && part.first == 0 && part.blocks() == front.records as usize + 1
        });
        if !heads {
            return Err(Damage { at: 0, expected: "the first file of a dataset, `.mkp`" });
        }
        let mut packed = Self { front, own: Lang::Id, parts };
        let dataset = packed.lists()?;
        packed.own = dataset.language;
        Ok((packed, dataset))
    }

    /// Adds a file of the same dataset.
    pub(super) fn add(&mut self, file: Vec<u8>) -> Result<(), Damage> {
        let (front, parts) = part::open(file)?;
        if front != self.front {
            return Err(Damage { at: 0, expected: "a file of the same version of the dataset" });
        }
        self.parts.extend(parts);
        Ok(())
    }

    /// The dataset without its records.
    pub(super) fn lists(&self) -> Result<Dataset, Damage> {
        let mut from = Unpacker::of(self.front, &self.parts, self.own, 0);
        let mut dataset = Dataset::default();
        dataset.pass(&mut from);
        from.whole(dataset)
    }

    /// How many records there are.
    pub(super) fn len(&self) -> u32 {
        self.front.records
    }

    fn head(&self, number: u32) -> Option<Stream<'_>> {
        Stream::of(self.parts.first()?, number as usize + 1)
    }

    /// The id of a record; empty if it cannot be read.
    pub(super) fn id(&self, number: u32) -> &str {
        self.head(number).map_or("", |mut head| head.string())
    }

    /// Reads what a record is filtered and ordered by; false if it cannot be read.
    pub(super) fn brief(&self, number: u32, out: &mut Brief) -> bool {
        let Some(mut head) = self.head(number) else { return false };
        head.string();
        head.bytes = head.bytes.framed();
        for list in [&mut out.partners, &mut out.sectors, &mut out.years] {
            list.clear();
        }
        let mut from = Unpacker::new(Some(head));
        out.pass(&mut from);
        from.whole(()).is_ok()
    }

    /// A record, with its details as far as they are there; `None` if it cannot be read.
    pub(super) fn record(&self, number: u32) -> Option<Box<Record>> {
        let mut from = Unpacker::of(self.front, &self.parts, self.own, number as usize + 1);
        let mut record = Box::<Record>::default();
        let head = from.head()?;
        record.id = head.string().into();
        head.bytes.framed();
        record.pass(&mut from);
        from.whole(record).ok()
    }

    /// The number of a file of details that a record needs and that is not there.
    pub(super) fn lacks(&self, number: u32) -> Option<u32> {
        let there = |block| {
            let mut details = self.parts.iter().filter(|part| part.stream == DETAIL);
            details.any(|part| part.block(block).is_some())
        };
        for block in [0, number + 1] {
            if self.front.chunk > 0 && !there(block as usize) {
                return Some(block / self.front.chunk);
            }
        }
        None
    }
}
