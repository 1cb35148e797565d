//! What each part of the module weighs, before packing.
//!
//! In: the first module as the build has it before the names are taken away. Out: bytes of code by module of
//! the house and by library, of the constant data, and of the heaviest functions.

use crate::failure::{Failure, Result};
use crate::module;
use crate::project::Project;
use std::collections::BTreeMap;

const OWN: &str = "mitra_kota::";
const DATA: &str = "(constant data)";

/// How many functions are told one by one.
const HEAVIEST: usize = 40;

/// Prints parts and functions by weight, heaviest first.
pub(crate) fn run(project: &Project) -> Result<()> {
    let module = named(project)?;
    let functions = weigh(&module)
        .ok_or_else(|| Failure::new("the named module is not understood", "cargo clean"))?;
    let mut parts = BTreeMap::new();
    for (name, bytes) in &functions {
        *parts.entry(part(name)).or_default() += bytes;
    }
    println!("bytes of the module, raw, by part (whole: {})", module.len());
    print(parts.into_iter().collect(), usize::MAX);
    println!("\nthe heaviest functions");
    print(functions, HEAVIEST);
    Ok(())
}

fn print(mut rows: Vec<(&str, usize)>, most: usize) {
    rows.sort_by_key(|(_, bytes)| std::cmp::Reverse(*bytes));
    for (name, bytes) in rows.into_iter().take(most) {
        println!("{bytes:>9}  {name}");
    }
}

/// The first module as it is shipped, but with the names of its functions.
fn named(project: &Project) -> Result<Vec<u8>> {
    let step = module::named(project);
    std::fs::read(&step)
        .map_err(|error| Failure::new(format!("{}: {error}", step.display()), "cargo xtask build"))
}

/// Bytes by function, and of the constant data; `None` when this is no module.
fn weigh(module: &[u8]) -> Option<Vec<(&str, usize)>> {
    let mut rest = Bytes(module.strip_prefix(b"\0asm\x01\0\0\0")?);
    let (mut imported, mut sizes, mut names) = (0, Vec::new(), BTreeMap::new());
    let mut functions = Vec::new();
    while let Some(id) = rest.byte() {
        let mut section = rest.block()?;
        match id {
            0 if section.block()?.0 == b"name" => names = function_names(section)?,
            2 => imported = imported_functions(section)?,
            10 => sizes = body_sizes(section)?,
            11 => functions.push((DATA, section.0.len())),
            _ => {}
        }
    }
    let name = |index| names.get(&(imported + index)).copied().unwrap_or("(unnamed)");
    functions.extend(sizes.into_iter().enumerate().map(|(index, size)| (name(index), size)));
    Some(functions)
}

/// `mitra_kota::view` for `<mitra_kota::view::card::Card as …>::fmt`; otherwise the library.
fn part(name: &str) -> &str {
    let word =
        |text: &str| text.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(text.len());
    if let Some(at) = name.find(OWN) {
        let inner = at + OWN.len();
        return &name[at..inner + word(&name[inner..])];
    }
    if name.starts_with('(') {
        return name;
    }
    let name = name.trim_start_matches(['<', '&', '[']);
    &name[..word(name)]
}

/// How many functions are imported; the glue imports nothing else.
fn imported_functions(mut section: Bytes<'_>) -> Option<usize> {
    let count = section.number()?;
    for _ in 0..count {
        section.block()?;
        section.block()?;
        if section.byte()? != 0 {
            return None;
        }
        section.number()?;
    }
    Some(count)
}

fn body_sizes(mut section: Bytes<'_>) -> Option<Vec<usize>> {
    (0..section.number()?).map(|_| Some(section.block()?.0.len())).collect()
}

fn function_names(mut section: Bytes<'_>) -> Option<BTreeMap<usize, &str>> {
    while let Some(kind) = section.byte() {
        let mut names = section.block()?;
        if kind == 1 {
            let count = names.number()?;
            let pair = |_| Some((names.number()?, std::str::from_utf8(names.block()?.0).ok()?));
            return (0..count).map(pair).collect();
        }
    }
    Some(BTreeMap::new())
}

/// A reader over the bytes that are left.
struct Bytes<'a>(&'a [u8]);

impl<'a> Bytes<'a> {
    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    /// An unsigned LEB128 number.
    fn number(&mut self) -> Option<usize> {
        let mut value = 0;
        for shift in (0..35).step_by(7) {
            let byte = self.byte()?;
            value |= usize::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Some(value);
            }
        }
        None
    }

    /// A length and that many bytes.
    fn block(&mut self) -> Option<Self> {
        let length = self.number()?;
        let (block, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(Self(block))
    }
}

#[cfg(test)]
mod tests {
    use super::{Bytes, part, weigh};

    #[test]
    fn a_function_belongs_to_the_module_of_the_house_or_to_its_library() {
        assert_eq!(part("mitra_kota::view::card::card::h12"), "mitra_kota::view");
        assert_eq!(part("<mitra_kota::geo::Point as core::fmt::Debug>::fmt"), "mitra_kota::geo");
        assert_eq!(part("core::ptr::drop_in_place<mitra_kota::map::X>"), "mitra_kota::map");
        assert_eq!(part("<alloc::string::String as core::clone::Clone>::clone"), "alloc");
    }

    #[test]
    fn bodies_go_to_the_names_after_the_imports() {
        let mut module = b"\0asm\x01\0\0\0".to_vec();
        module.extend([2, 7, 1, 1, b'm', 1, b'f', 0, 0]); // one imported function
        module.extend([10, 4, 1, 2, 0, 11]); // one body of two bytes
        module.extend([0, 14, 4, b'n', b'a', b'm', b'e', 1, 7, 1, 1, 4, b'd', b':', b':', b'f']);
        assert_eq!(weigh(&module).unwrap(), [("d::f", 2)]);
        assert!(weigh(b"<html>").is_none());
    }

    #[test]
    fn numbers_are_leb128_and_end() {
        assert_eq!(Bytes(&[0xe5, 0x8e, 0x26]).number(), Some(624_485));
        assert_eq!(Bytes(&[0x80; 9]).number(), None);
        assert_eq!(Bytes(&[0x80]).number(), None);
    }
}
