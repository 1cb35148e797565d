//! A module with its functions in the order in which they pack best.
//!
//! In: a finished module. Out: the same, with functions of one type and one beginning side by side:
//! what a compressor has just seen costs least to say again. What tools say of themselves is gone.

use crate::failure::{self, Failure, Named};
use crate::size;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::convert::Infallible;
use wasm_encoder::reencode::{Error, Reencode, utils};
use wasm_encoder::{CodeSection, FunctionSection, Instruction, MemArg, Module};
use wasmparser::{
    BinaryReaderError, CodeSectionReader, CustomSectionReader, FunctionSectionReader, Operator,
    Parser, Payload,
};

/// How often a module is ordered: after each time its functions call others by other numbers, and so other
/// bodies begin alike.
const ROUNDS: usize = 6;

/// Orders the functions of a module by type, the commonest first, then by the bytes of their bodies; several
/// times, of which the one that packs best counts.
///
/// # Errors
///
/// If the bytes are no module.
pub(crate) fn order(bytes: &[u8]) -> failure::Result<Vec<u8>> {
    let mut rounds = vec![once(bytes)?];
    while let Some(last) = rounds.last().filter(|_| rounds.len() < ROUNDS) {
        rounds.push(once(last)?);
    }
    let packed = rounds.iter().map(|round| size::brotli(round).named("brotli"));
    let packed = packed.collect::<failure::Result<Vec<_>>>()?;
    let best = rounds.into_iter().zip(packed).min_by_key(|(_, packed)| *packed);
    best.map(|(round, _)| round).ok_or_else(|| Failure::plain("no module was ordered"))
}

fn once(bytes: &[u8]) -> failure::Result<Vec<u8>> {
    let not_a_module = |error| Failure::plain(format!("the optimised module: {error}"));
    let mut moves = Moves::plan(bytes).map_err(|error| not_a_module(error.to_string()))?;
    let mut module = Module::new();
    moves
        .parse_core_module(&mut module, Parser::new(0), bytes)
        .map_err(|error| not_a_module(error.to_string()))?;
    Ok(module.finish())
}

/// Which function goes where. Imported ones come first and stay.
struct Moves {
    imported: u32,
    /// The old places of the module's own functions, in their new order.
    order: Vec<usize>,
    /// The new place of each.
    places: Vec<u32>,
}

impl Moves {
    fn plan(bytes: &[u8]) -> Result<Self, BinaryReaderError> {
        let (mut imported, mut types, mut bodies) = (0, Vec::new(), Vec::new());
        for payload in Parser::new(0).parse_all(bytes) {
            match payload? {
                Payload::ImportSection(section) => {
                    for import in section.into_imports() {
                        imported += u32::from(matches!(import?.ty, wasmparser::TypeRef::Func(_)));
                    }
                }
                Payload::FunctionSection(section) => {
                    types = section.into_iter().collect::<Result<_, _>>()?;
                }
                Payload::CodeSectionEntry(body) => bodies.push(body.as_bytes()),
                _ => {}
            }
        }
        let mut common: BTreeMap<Option<&u32>, usize> = BTreeMap::new();
        for ty in &types {
            *common.entry(Some(ty)).or_default() += 1;
        }
        let mut order: Vec<usize> = (0..bodies.len()).collect();
        order.sort_by_key(|at| {
            let ty = types.get(*at);
            (Reverse(common.get(&ty)), ty, bodies.get(*at))
        });
        let mut places = vec![0; order.len()];
        for (place, at) in (imported..).zip(&order) {
            places[*at] = place;
        }
        Ok(Self { imported, order, places })
    }

    fn moved<T: Clone>(&self, all: &[T]) -> Vec<T> {
        self.order.iter().filter_map(|at| all.get(*at).cloned()).collect()
    }
}

impl Reencode for Moves {
    type Error = Infallible;

    fn function_index(&mut self, function: u32) -> Result<u32, Error<Infallible>> {
        let own = function.checked_sub(self.imported).and_then(|own| self.places.get(own as usize));
        Ok(own.copied().unwrap_or(function))
    }

    /// Which tools made the module and what they may use is of no use to who runs it.
    fn parse_custom_section(
        &mut self,
        _: &mut Module,
        _: CustomSectionReader<'_>,
    ) -> Result<(), Error<Infallible>> {
        Ok(())
    }

    /// Alignment is a hint that all machines may pass over: each access has that of its size, so that the
    /// same access is always said in the same bytes.
    fn instruction<'a>(
        &mut self,
        read: Operator<'a>,
    ) -> Result<Instruction<'a>, Error<Infallible>> {
        let mut instruction = utils::instruction(self, read)?;
        if let Some((access, size)) = access(&mut instruction) {
            access.align = size;
        }
        Ok(instruction)
    }

    fn parse_function_section(
        &mut self,
        functions: &mut FunctionSection,
        section: FunctionSectionReader<'_>,
    ) -> Result<(), Error<Infallible>> {
        let types = section.into_iter().collect::<Result<Vec<_>, _>>()?;
        for ty in self.moved(&types) {
            functions.function(self.type_index(ty)?);
        }
        Ok(())
    }

    fn parse_code_section(
        &mut self,
        code: &mut CodeSection,
        section: CodeSectionReader<'_>,
    ) -> Result<(), Error<Infallible>> {
        let bodies = section.into_iter().collect::<Result<Vec<_>, _>>()?;
        for body in self.moved(&bodies) {
            utils::parse_function_body(self, code, body)?;
        }
        Ok(())
    }
}

/// What an instruction accesses in memory, and the size as a power of two; `None` if it does not, or
/// a byte.
fn access<'i>(instruction: &'i mut Instruction<'_>) -> Option<(&'i mut MemArg, u32)> {
    use Instruction as I;
    match instruction {
        I::I32Load16S(at)
        | I::I32Load16U(at)
        | I::I32Store16(at)
        | I::I64Load16S(at)
        | I::I64Load16U(at)
        | I::I64Store16(at) => Some((at, 1)),
        I::I32Load(at)
        | I::I32Store(at)
        | I::F32Load(at)
        | I::F32Store(at)
        | I::I64Load32S(at)
        | I::I64Load32U(at)
        | I::I64Store32(at) => Some((at, 2)),
        I::I64Load(at) | I::I64Store(at) | I::F64Load(at) | I::F64Store(at) => Some((at, 3)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::functions;
    use walrus::ir::Value;
    use walrus::{FunctionBuilder, FunctionId, ValType};

    /// Functions that give a number; `page`, the first, gives what the last of them gives.
    fn module() -> Vec<u8> {
        let mut module = walrus::Module::default();
        let number = |module: &mut walrus::Module, value: Value, kind: ValType| -> FunctionId {
            let mut function = FunctionBuilder::new(&mut module.types, &[], &[kind]);
            function.func_body().const_(value);
            function.finish(Vec::new(), &mut module.funcs)
        };
        number(&mut module, Value::I64(1), ValType::I64);
        let last = number(&mut module, Value::I32(7), ValType::I32);
        number(&mut module, Value::I64(2), ValType::I64);
        let mut page = FunctionBuilder::new(&mut module.types, &[], &[ValType::I32]);
        page.func_body().call(last);
        let page = page.finish(Vec::new(), &mut module.funcs);
        module.exports.add("page", page);
        module.emit_wasm()
    }

    fn types(bytes: &[u8]) -> Vec<u32> {
        let sections = Parser::new(0).parse_all(bytes).filter_map(Result::ok);
        let functions = sections.filter_map(|payload| match payload {
            Payload::FunctionSection(section) => Some(section),
            _ => None,
        });
        functions.flatten().filter_map(Result::ok).collect()
    }

    #[test]
    fn functions_of_one_type_stand_together_and_are_called_as_before() -> failure::Result<()> {
        let ordered = order(&module())?;
        let types = types(&ordered);
        assert_eq!(types.len(), 4);
        assert!(types.is_sorted(), "{types:?}");
        let module = walrus::Module::from_buffer(&ordered).named("the ordered module")?;
        let page = module.exports.get_func("page").named("the export")?;
        let called = functions::calls(&module, page);
        let numbers =
            |id: &FunctionId| functions::numbers(module.funcs.get(*id).kind.unwrap_local()).some;
        assert_eq!(called.iter().map(numbers).collect::<Vec<_>>(), [[7]]);
        Ok(())
    }
}
