//! Each constant with the code that uses it.
//!
//! In: the first module and the later ones ([`split`]), and the [`Constants`] of the module that they were made
//! of. Out: the same modules. A constant that one later module alone uses has gone there, to the same address; one
//! that nobody uses any more is gone; all others stay in the first.
//!
//! [`split`]: crate::split

use crate::constants::{Constants, joined};
use crate::functions;
use std::collections::BTreeSet;
use walrus::ir::Value;
use walrus::{ConstExpr, Data, DataId, DataKind, Module};

/// Constants with fewer bytes between them travel together, with what lies between, which is constant
/// too: a segment of its own costs as much.
const GAP: u32 = 9;

/// Gives the constants out.
pub(crate) fn deal(first: &mut Module, later: &mut [Module], constants: &Constants) {
    let used = |module: &Module| {
        let functions = module.funcs.iter_local().map(|(_, function)| function);
        functions
            .flat_map(|function| constants.used(&functions::numbers(function)))
            .collect::<BTreeSet<_>>()
    };
    let mut here = used(first);
    here.extend(constants.always());
    let there: Vec<_> = later.iter().map(used).collect();
    let memory: Vec<_> = first.data.iter().filter_map(Piece::of).collect();
    let mut gone = Vec::new();
    for constant in (0..constants.len()).filter(|constant| !here.contains(constant)) {
        let mut users = there.iter().filter(|used| used.contains(&constant));
        if users.next().is_none() || users.next().is_none() {
            gone.push(constant);
        }
    }
    for (module, used) in later.iter_mut().zip(&there) {
        let own: BTreeSet<_> = gone.iter().filter(|constant| used.contains(constant)).collect();
        let own = own.into_iter().map(|constant| constants.addresses(*constant)).collect();
        for range in joined(own, GAP) {
            let bytes: Vec<u8> = range.clone().map(|address| read(&memory, address)).collect();
            fill(module, range.start, &bytes);
        }
    }
    for piece in &memory {
        let Data { value, name, .. } = first.data.get_mut(piece.id);
        // The optimiser cuts a segment at its zeros, and calls two pieces by one name.
        *name = None;
        for constant in &gone {
            for address in constants.addresses(*constant) {
                if let Some(byte) = piece.place(address).and_then(|at| value.get_mut(at)) {
                    *byte = 0;
                }
            }
        }
    }
}

/// A piece of the memory as it is at the start.
struct Piece {
    id: DataId,
    address: u32,
    bytes: Vec<u8>,
}

impl Piece {
    fn of(data: &Data) -> Option<Self> {
        let DataKind::Active { offset: ConstExpr::Value(Value::I32(address)), .. } = data.kind
        else {
            return None;
        };
        Some(Self { id: data.id(), address: address.cast_unsigned(), bytes: data.value.clone() })
    }

    fn place(&self, address: u32) -> Option<usize> {
        address.checked_sub(self.address).map(|at| at as usize)
    }
}

/// A byte of memory; zero where nothing is filled.
fn read(memory: &[Piece], address: u32) -> u8 {
    let byte = |piece: &Piece| piece.bytes.get(piece.place(address)?).copied();
    memory.iter().find_map(byte).unwrap_or(0)
}

/// Lets a module fill memory when it is instantiated.
fn fill(module: &mut Module, address: u32, bytes: &[u8]) {
    let memories: Vec<_> = module.memories.iter().map(walrus::Memory::id).collect();
    for memory in memories {
        let offset = ConstExpr::Value(Value::I32(address.cast_signed()));
        let data = module.data.add(DataKind::Active { memory, offset }, bytes.to_vec());
        module.memories.get_mut(memory).data_segments.insert(data);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::constants::tests::{START, linked};
    use crate::failure::Result;
    use walrus::{FunctionBuilder, ValType};

    /// A module whose one function has these numbers in it; and whether it fills the memory.
    fn module(numbers: &[u32], filled: Option<&[u8]>) -> Module {
        let mut module = Module::default();
        let memory = module.memories.add_local(false, false, 17, None, None);
        let mut function = FunctionBuilder::new(&mut module.types, &[], &[ValType::I32]);
        for number in numbers {
            function.func_body().const_(Value::I32(number.cast_signed())).drop();
        }
        function.func_body().const_(Value::I32(0));
        let function = function.finish(Vec::new(), &mut module.funcs);
        module.exports.add("page", function);
        if let Some(bytes) = filled {
            let offset = ConstExpr::Value(Value::I32(START.cast_signed()));
            module.data.add(DataKind::Active { memory, offset }, bytes.to_vec());
        }
        module
    }

    fn data(module: &Module) -> Vec<(u32, Vec<u8>)> {
        module.data.iter().filter_map(Piece::of).map(|one| (one.address, one.bytes)).collect()
    }

    #[test]
    fn what_one_later_module_uses_goes_there_and_what_nobody_uses_goes() -> Result<()> {
        // Of four constants the first refers to the third.
        let constants = Constants::read(&linked())?;
        let mut first = module(&[START], Some(b"aaaabbbbccccdddd"));
        let mut later = [module(&[START + 4, START + 8], None), module(&[], None)];
        deal(&mut first, &mut later, &constants);
        assert_eq!(data(&first), [(START, b"aaaa\0\0\0\0cccc\0\0\0\0".to_vec())]);
        assert_eq!(data(&later[0]), [(START + 4, b"bbbb".to_vec())]);
        assert_eq!(data(&later[1]), []);
        Ok(())
    }

    #[test]
    fn what_two_later_modules_use_stays_in_the_first() -> Result<()> {
        let constants = Constants::read(&linked())?;
        let mut first = module(&[], Some(b"aaaabbbbccccdddd"));
        let mut later = [module(&[START + 4], None), module(&[START + 4], None)];
        deal(&mut first, &mut later, &constants);
        assert_eq!(data(&first), [(START, b"\0\0\0\0bbbb\0\0\0\0\0\0\0\0".to_vec())]);
        assert_eq!(data(&later[0]), []);
        Ok(())
    }
}
