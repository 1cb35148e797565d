//! The constants of a module: which bytes of memory belong together, and who uses them.
//!
//! In: the module as the linker left it, with the symbols and relocations that it keeps for us. Out:
//! [`Constants`], which say what a number in code means, long after later steps have forgotten it.

use crate::failure::{Failure, Named, Result};
use crate::functions::Numbers;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use walrus::Module;
use wasmparser::{
    BinaryReaderError, Data, DataKind, DataSectionReader, KnownCustom, Linking, Operator, Parser,
    Payload, RelocationEntry, Segment, SymbolInfo,
};

/// Custom sections that speak of the linked module alone.
const LINKING: &str = "linking";
const RELOCATIONS: &str = "reloc.";

/// How the linker calls memory that nobody writes to.
const READ_ONLY: &str = ".rodata";

/// A number that is no constant's address as far as the linker knows may have been added up from one:
/// what lies within these bytes of it counts as used.
const NEAR: u32 = 256;

/// What is constant in memory. A constant is named by its place among all, in their order in memory.
#[derive(Default)]
pub(crate) struct Constants {
    all: Vec<Range<u32>>,
    /// What each refers to.
    refers: Vec<BTreeSet<usize>>,
    /// What is referred to from memory that is no constant.
    always: BTreeSet<usize>,
    /// What a number in code means.
    meant: BTreeMap<u32, BTreeSet<usize>>,
}

impl Constants {
    /// Reads symbols and relocations of a linked module.
    ///
    /// # Errors
    ///
    /// If the bytes are no module, or one that keeps neither.
    pub(crate) fn read(linked: &[u8]) -> Result<Self> {
        let symbols = Symbols::read(linked).named("the linked module")?;
        if symbols.places.is_empty() || symbols.uses.is_empty() {
            return Err(Failure::new(
                "the linked module has no symbols or no relocations",
                "link it with --emit-relocs, and with strip = \"debuginfo\" in Cargo.toml",
            ));
        }
        Ok(symbols.constants())
    }

    /// What code uses that has these numbers in it, and all that this refers to.
    pub(crate) fn used(&self, numbers: &Numbers) -> BTreeSet<usize> {
        let mut ahead: Vec<usize> = Vec::new();
        let read_at = numbers.read_at.iter().map(|number| (number, self.at(*number)));
        for (number, within) in numbers.some.iter().map(|number| (number, None)).chain(read_at) {
            match (self.meant.get(number), within) {
                (Some(meant), _) => ahead.extend(meant),
                // A part of a constant has an address that the linker does not know.
                (None, Some(within)) => ahead.push(within),
                (None, None) => ahead.extend(self.near(*number)),
            }
        }
        self.with_what_they_refer_to(ahead)
    }

    /// What is used whatever the code does.
    pub(crate) fn always(&self) -> BTreeSet<usize> {
        self.with_what_they_refer_to(self.always.iter().copied().collect())
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.all.len()
    }

    /// The addresses of a constant.
    pub(crate) fn addresses(&self, constant: usize) -> Range<u32> {
        self.all.get(constant).cloned().unwrap_or_default()
    }

    fn with_what_they_refer_to(&self, mut ahead: Vec<usize>) -> BTreeSet<usize> {
        let mut used = BTreeSet::new();
        while let Some(constant) = ahead.pop() {
            if used.insert(constant) {
                ahead.extend(self.refers.get(constant).into_iter().flatten());
            }
        }
        used
    }

    fn near(&self, number: u32) -> Range<usize> {
        let (from, to) = (number.saturating_sub(NEAR), number.saturating_add(NEAR));
        let first = self.all.partition_point(|range| range.end < from);
        first..self.all.partition_point(|range| range.start <= to).max(first)
    }

    /// The constant that an address lies in.
    fn at(&self, address: u32) -> Option<usize> {
        let at = self.all.partition_point(|range| range.end <= address);
        self.all.get(at).filter(|range| range.contains(&address)).map(|_| at)
    }
}

/// Takes away what speaks of the linked module: it is no longer true of what is made of it.
pub(crate) fn forget(module: &mut Module) {
    let speaks = |name: &str| name == LINKING || name.starts_with(RELOCATIONS);
    let sections = module.customs.iter().filter(|(_, section)| speaks(section.name()));
    let sections: Vec<_> = sections.map(|(id, _)| id).collect();
    for section in sections {
        module.customs.delete(section);
    }
}

/// A piece of memory that is filled at the start.
struct Filled {
    address: u32,
    /// Where its bytes stand in the section.
    bytes: Range<u32>,
    constant: bool,
}

/// Where a number stands that the linker has filled in, and what it means.
struct Use {
    /// Its offset in the data section; `None` in code.
    from: Option<u32>,
    symbol: u32,
    addend: i64,
}

#[derive(Default)]
struct Symbols {
    filled: Vec<Filled>,
    /// By symbol; `None` for those that are no data of this module.
    places: Vec<Option<Range<u32>>>,
    uses: Vec<Use>,
}

impl Symbols {
    fn read(linked: &[u8]) -> std::result::Result<Self, BinaryReaderError> {
        let mut symbols = Self::default();
        let mut data_section = None;
        for (place, payload) in Parser::new(0).parse_all(linked).filter(is_section).enumerate() {
            match payload? {
                Payload::DataSection(section) => {
                    data_section = Some(place as u32);
                    symbols.filled = filled(section)?;
                }
                Payload::CustomSection(custom) => match custom.as_known() {
                    KnownCustom::Linking(linking) => {
                        for part in linking.subsections() {
                            symbols.learn(part?)?;
                        }
                    }
                    KnownCustom::Reloc(relocations) => {
                        let of_data = data_section == Some(relocations.section_index());
                        for entry in relocations.entries() {
                            symbols.uses.extend(used(&entry?, of_data));
                        }
                    }
                    _ => {}
                },
                _ => {}
            }
        }
        Ok(symbols)
    }

    fn learn(&mut self, part: Linking<'_>) -> std::result::Result<(), BinaryReaderError> {
        match part {
            Linking::SegmentInfo(segments) => {
                for (filled, segment) in self.filled.iter_mut().zip(segments) {
                    let Segment { name, .. } = segment?;
                    filled.constant = name.starts_with(READ_ONLY);
                }
            }
            Linking::SymbolTable(table) => {
                for symbol in table {
                    self.places.push(self.place(&symbol?));
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn place(&self, symbol: &SymbolInfo<'_>) -> Option<Range<u32>> {
        let SymbolInfo::Data { symbol: Some(data), .. } = symbol else { return None };
        let start = self.filled.get(data.index as usize)?.address + data.offset;
        Some(start..start + data.size)
    }

    fn constants(&self) -> Constants {
        let mut all: Vec<_> = self.places.iter().flatten().cloned().collect();
        all.retain(|place| !place.is_empty() && self.is_constant(place.start));
        let mut constants = Constants { all: joined(all, 0), ..Constants::default() };
        constants.refers.resize_with(constants.all.len(), BTreeSet::new);
        for one in &self.uses {
            let Some(Some(place)) = self.places.get(one.symbol as usize) else { continue };
            let Some(to) = constants.at(place.start) else { continue };
            let Some(offset) = one.from else {
                let number = (i64::from(place.start) + one.addend) as u32;
                constants.meant.entry(number).or_default().insert(to);
                continue;
            };
            let from = self.address(offset).and_then(|address| constants.at(address));
            match from.and_then(|from| constants.refers.get_mut(from)) {
                Some(refers) => refers.insert(to),
                None => constants.always.insert(to),
            };
        }
        constants
    }

    fn is_constant(&self, address: u32) -> bool {
        let holds = |filled: &&Filled| {
            filled.address <= address && address - filled.address < filled.bytes.len() as u32
        };
        self.filled.iter().find(holds).is_some_and(|filled| filled.constant)
    }

    fn address(&self, offset: u32) -> Option<u32> {
        let filled = self.filled.iter().find(|filled| filled.bytes.contains(&offset))?;
        Some(filled.address + offset - filled.bytes.start)
    }
}

/// Whether a payload begins a section: only sections count for the numbers in relocations.
fn is_section(payload: &std::result::Result<Payload<'_>, BinaryReaderError>) -> bool {
    payload.as_ref().map_or(true, |payload| payload.as_section().is_some())
}

fn filled(section: DataSectionReader<'_>) -> std::result::Result<Vec<Filled>, BinaryReaderError> {
    let start = section.range().start;
    let mut all = Vec::new();
    for data in section {
        let Data { kind, data, range } = data?;
        let DataKind::Active { offset_expr, .. } = kind else { continue };
        let Operator::I32Const { value } = offset_expr.get_operators_reader().read()? else {
            continue;
        };
        let end = (range.end - start) as u32;
        let bytes = end - data.len() as u32..end;
        all.push(Filled { address: value.cast_unsigned(), bytes, constant: false });
    }
    Ok(all)
}

/// What a relocation says of memory; `None` if it is about anything else.
fn used(entry: &RelocationEntry, of_data: bool) -> Option<Use> {
    use wasmparser::RelocationType::{MemoryAddrI32, MemoryAddrLeb, MemoryAddrSleb};
    let of_memory = matches!(entry.ty, MemoryAddrLeb | MemoryAddrSleb | MemoryAddrI32);
    let from = of_data.then_some(entry.offset);
    of_memory.then_some(Use { from, symbol: entry.index, addend: entry.addend })
}

/// The ranges in order, as one those with fewer than `gap` bytes between them; with none, those that
/// overlap.
pub(crate) fn joined(mut ranges: Vec<Range<u32>>, gap: u32) -> Vec<Range<u32>> {
    ranges.sort_by_key(|range| (range.start, range.end));
    let mut all: Vec<Range<u32>> = Vec::new();
    for range in ranges {
        match all.last_mut() {
            Some(last) if range.start < last.end + gap => last.end = last.end.max(range.end),
            _ => all.push(range),
        }
    }
    all
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use wasm_encoder::{
        CodeSection, ConstExpr, CustomSection, DataSection, DataSymbolDefinition, LinkingSection,
        MemorySection, MemoryType, SymbolTable,
    };

    /// Where the constants of [`linked`] begin.
    pub(crate) const START: u32 = 1024;

    /// Four constants of four bytes, `aaaa` to `dddd`. The first refers to the third; code has the
    /// addresses of the first, of the second and of its end.
    pub(crate) fn linked() -> Vec<u8> {
        let mut module = wasm_encoder::Module::new();
        let mut memories = MemorySection::new();
        memories.memory(MemoryType {
            minimum: 1,
            maximum: None,
            memory64: false,
            shared: false,
            page_size_log2: None,
        });
        module.section(&memories);
        module.section(&CodeSection::new());
        let mut data = DataSection::new();
        data.active(0, &ConstExpr::i32_const(START.cast_signed()), *b"aaaabbbbccccdddd");
        module.section(&data);
        let mut symbols = SymbolTable::new();
        for (offset, name) in (0..16).step_by(4).zip(["a", "b", "c", "d"]) {
            symbols.data(0, name, Some(DataSymbolDefinition { index: 0, offset, size: 4 }));
        }
        let mut linking = LinkingSection::new();
        linking.symbol_table(&symbols);
        module.section(&linking);
        // One segment: its name, alignment and flags.
        custom(
            &mut module,
            "linking",
            &[&[2, 5, 11, 1, 7], READ_ONLY.as_bytes(), &[2, 0]].concat(),
        );
        // Of the section with that number: kind, offset, symbol, addend.
        custom(&mut module, "reloc.CODE", &[1, 3, 4, 9, 0, 0, 4, 19, 1, 0, 4, 29, 1, 4]);
        custom(&mut module, "reloc.DATA", &[2, 1, 5, 7, 2, 0]);
        module.finish()
    }

    fn custom(module: &mut wasm_encoder::Module, name: &str, data: &[u8]) {
        module.section(&CustomSection { name: name.into(), data: data.into() });
    }

    fn used(numbers: &[u32]) -> Result<Vec<usize>> {
        let mut all = Numbers::default();
        all.some.extend(numbers);
        used_by(&all)
    }

    fn read(number: u32) -> Result<Vec<usize>> {
        let mut all = Numbers::default();
        all.read_at.push(number);
        used_by(&all)
    }

    fn used_by(numbers: &Numbers) -> Result<Vec<usize>> {
        Ok(Constants::read(&linked())?.used(numbers).into_iter().collect())
    }

    #[test]
    fn an_address_means_its_constant_and_what_that_refers_to() -> Result<()> {
        assert_eq!(used(&[START])?, [0, 2]);
        assert_eq!(used(&[START + 4])?, [1]);
        assert_eq!(used(&[START + 8])?, [1], "the end of the second, as the linker knows");
        assert_eq!(used(&[7])?, [0; 0]);
        Ok(())
    }

    #[test]
    fn a_number_that_the_linker_does_not_know_may_mean_all_that_is_near() -> Result<()> {
        assert_eq!(used(&[START + 13])?, [0, 1, 2, 3]);
        assert_eq!(used(&[START - 40])?, [0, 1, 2, 3]);
        Ok(())
    }

    #[test]
    fn what_is_read_within_a_constant_is_of_that_alone() -> Result<()> {
        assert_eq!(read(START + 6)?, [1]);
        assert_eq!(read(START - 40)?, [0, 1, 2, 3], "none is there");
        Ok(())
    }

    #[test]
    fn a_module_without_symbols_is_refused_with_a_remedy() {
        let failure = Constants::read(b"\0asm\x01\0\0\0").err().map(|failure| failure.to_string());
        assert!(failure.is_some_and(|text| text.contains("--emit-relocs")));
    }
}
