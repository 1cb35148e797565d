//! Writing the packed form.
//!
//! In: a dataset, and what shall lie in files of its own. Out: the files.

use std::collections::BTreeMap;

use super::part::{MARK, STREAMS};
use super::pass::{Packed, Pass};
use super::unpack::{DETAIL, HEAD, stream_of};
use crate::dataset::{Brief, Dataset, Ids};
use crate::text::{Lang, Text, number};

/// What lies in files of its own.
#[derive(Clone, Default, Debug)]
pub struct Packing {
    /// Languages, but for the dataset's own.
    pub apart: Vec<Lang>,
    /// How many records there are to a file of details; 0 if they lie in the first file.
    pub chunk: u32,
}

/// Packs a dataset. Gives its files: the first has no name, those with details are called by a
/// number, those with a language by its tag.
#[must_use]
pub fn pack(dataset: &Dataset, packing: &Packing) -> Vec<(String, Vec<u8>)> {
    let packer = Packer::of(dataset, packing);
    let (blocks, chunk) = (packer.blocks.len(), packing.chunk as usize);
    let mut files = vec![(String::new(), packer.part(HEAD, 0, blocks))];
    if chunk == 0 {
        let details = packer.part(DETAIL, 0, blocks);
        files.iter_mut().for_each(|(_, first)| first.extend(&details));
    } else {
        for (name, from) in (0..blocks).step_by(chunk).enumerate() {
            let details = packer.part(DETAIL, from, blocks.min(from + chunk));
            files.push((number(name as u32), details));
        }
    }
    for &lang in &packer.apart {
        let mut both = packer.part(stream_of(lang, HEAD), 0, blocks);
        both.extend(packer.part(stream_of(lang, DETAIL), 0, blocks));
        files.push((lang.tag().to_owned(), both));
    }
    let mut front = Vec::from(MARK);
    let apart = packer.apart.iter().fold(0, |bits, &lang| bits | 1 << lang as u32);
    for number in [seal(&files), dataset.records.len() as u32, packing.chunk, apart] {
        push(&mut front, number);
    }
    for (_, file) in &mut files {
        file.splice(0..0, front.iter().copied());
    }
    files
}

/// FNV-1a, 32 bits, over all files.
fn seal(files: &[(String, Vec<u8>)]) -> u32 {
    let bytes = files.iter().flat_map(|(_, file)| file);
    bytes.fold(0x811c_9dc5, |hash: u32, &byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// Seven bits in a byte, the lowest first, the top bit set in all bytes but the last.
fn push(out: &mut Vec<u8>, mut number: u32) {
    while number > 0x7f {
        out.push(number as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

fn push_framed(out: &mut Vec<u8>, bytes: &[u8]) {
    push(out, bytes.len() as u32);
    out.extend(bytes);
}

/// A value on its way into a stream.
#[derive(Clone, Copy)]
enum Token {
    Number(u32),
    /// A string, by its place among all of them.
    String(usize),
    /// So many tokens after it are framed by their length.
    Frame(usize),
}

type Block = [Vec<Token>; STREAMS];

/// All values of a dataset, in order.
#[derive(Default)]
struct Packer {
    blocks: Vec<Block>,
    strings: Vec<String>,
    places: BTreeMap<String, usize>,
    section: usize,
    apart: Vec<Lang>,
    own: Lang,
}

impl Packer {
    fn of(dataset: &Dataset, packing: &Packing) -> Self {
        let mut packer = Self { own: dataset.language, ..Self::default() };
        for &lang in &packing.apart {
            if lang != dataset.language && !packer.apart.contains(&lang) {
                packer.apart.push(lang);
            }
        }
        let (ids, mut brief) = (Ids::of(dataset), Brief::default());
        packer.blocks.push(Block::default());
        dataset.clone().pass(&mut packer);
        for record in dataset.records.iter() {
            packer.blocks.push(Block::default());
            let mut record = record.clone();
            packer.string(&mut record.id);
            let frame = packer.stream(HEAD).len();
            brief.take(&record, &ids);
            brief.pass(&mut packer);
            let stream = packer.stream(HEAD);
            stream.insert(frame, Token::Frame(stream.len() - frame));
            record.pass(&mut packer);
        }
        packer
    }

    fn stream(&mut self, stream: usize) -> &mut Vec<Token> {
        let last = self.blocks.len() - 1;
        &mut self.blocks[last][stream]
    }

    fn place(&mut self, string: &str) -> Token {
        if let Some(place) = self.places.get(string) {
            return Token::String(*place);
        }
        self.places.insert(string.to_owned(), self.strings.len());
        self.strings.push(string.to_owned());
        Token::String(self.strings.len() - 1)
    }

    /// The part of a stream from one block to another.
    fn part(&self, stream: usize, from: usize, to: usize) -> Vec<u8> {
        let blocks = &self.blocks[from..to];
        let words = self.words(stream, blocks);
        let mut out = Vec::new();
        for number in [stream, from, words.len(), blocks.len()] {
            push(&mut out, number as u32);
        }
        for &word in &words {
            push_framed(&mut out, self.strings[word].as_bytes());
        }
        let numbers: BTreeMap<usize, u32> = words.into_iter().zip(0..).collect();
        for block in blocks {
            push_framed(&mut out, &self.bytes(&block[stream], &numbers));
        }
        out
    }

    /// The strings that come up more than once, the most frequent first.
    fn words(&self, stream: usize, blocks: &[Block]) -> Vec<usize> {
        let mut times = BTreeMap::new();
        for token in blocks.iter().flat_map(|block| &block[stream]) {
            if let Token::String(place) = token {
                *times.entry(*place).or_insert(0_u32) += 1;
            }
        }
        times.retain(|place, times| *times > 1 && !self.strings[*place].is_empty());
        let mut words: Vec<usize> = times.keys().copied().collect();
        words.sort_by_key(|place| std::cmp::Reverse(times[place]));
        words
    }

    fn bytes(&self, tokens: &[Token], words: &BTreeMap<usize, u32>) -> Vec<u8> {
        let mut out = Vec::new();
        let mut rest = tokens;
        while let Some((token, after)) = rest.split_first() {
            rest = after;
            match token {
                Token::Number(number) => push(&mut out, *number),
                Token::String(place) => match words.get(place) {
                    Some(word) => push(&mut out, word * 2 + 1),
                    None => {
                        let bytes = self.strings[*place].as_bytes();
                        push(&mut out, bytes.len() as u32 * 2);
                        out.extend(bytes);
                    }
                },
                Token::Frame(len) => {
                    let (framed, after) = rest.split_at(*len);
                    push_framed(&mut out, &self.bytes(framed, words));
                    rest = after;
                }
            }
        }
        out
    }
}

impl Pass for Packer {
    fn number(&mut self, value: &mut u32) {
        let section = self.section;
        self.stream(section).push(Token::Number(*value));
    }

    fn string(&mut self, value: &mut String) {
        let (section, token) = (self.section, self.place(value));
        self.stream(section).push(token);
    }

    fn words(&mut self, lang: Lang, apart: bool, text: &mut Text) {
        let token = self.place(text.get(lang).unwrap_or_default());
        let apart = apart && self.apart.contains(&lang);
        let stream = if apart { stream_of(lang, self.section) } else { self.section };
        self.stream(stream).push(token);
    }

    fn detail(&mut self, on: bool) {
        self.section = if on { DETAIL } else { HEAD };
    }

    fn goes_on(&self) -> bool {
        true
    }

    fn own(&self) -> Lang {
        self.own
    }

    fn speaks(&mut self, _: Lang) {}
}
