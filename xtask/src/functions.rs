//! The functions of a module: what they call, and new bodies for them.
//!
//! In: a parsed module. Out: answers about one function, or the module with that function changed.

use walrus::ir::{Const, Instr, InstrLocId, InstrSeq, Load, Store, Value, Visitor, dfs_in_order};
use walrus::{
    FunctionBuilder, FunctionId, FunctionKind, InstrSeqBuilder, LocalFunction, LocalId, Module,
};

/// What one function calls or names.
pub(crate) fn calls(module: &Module, function: FunctionId) -> Vec<FunctionId> {
    struct Calls(Vec<FunctionId>);
    impl Visitor<'_> for Calls {
        fn visit_function_id(&mut self, function: &FunctionId) {
            self.0.push(*function);
        }
    }
    let mut calls = Calls(Vec::new());
    if let FunctionKind::Local(local) = &module.funcs.get(function).kind {
        dfs_in_order(&mut calls, local, local.entry_block());
    }
    calls.0
}

/// The numbers in a function's code that may be addresses.
#[derive(Default)]
pub(crate) struct Numbers {
    /// Constants, and the offsets of what is read and written.
    pub(crate) some: Vec<u32>,
    /// Constants that something is read at as they are: addresses for certain.
    pub(crate) read_at: Vec<u32>,
    /// The instruction before the present one in its sequence, if it is a number, and the present one.
    last: [Option<u32>; 2],
}

/// The numbers of a function.
pub(crate) fn numbers(function: &LocalFunction) -> Numbers {
    let mut numbers = Numbers::default();
    dfs_in_order(&mut numbers, function, function.entry_block());
    numbers
}

impl Visitor<'_> for Numbers {
    fn start_instr_seq(&mut self, _: &InstrSeq) {
        self.last = [None; 2];
    }

    fn visit_instr(&mut self, instruction: &Instr, _: &InstrLocId) {
        let number = match instruction {
            Instr::Const(Const { value: Value::I32(number) }) => Some(number.cast_unsigned()),
            _ => None,
        };
        self.last = [self.last[1], number];
    }

    fn visit_value(&mut self, value: &Value) {
        if let Value::I32(number) = value {
            self.some.push(number.cast_unsigned());
        }
    }

    fn visit_load(&mut self, load: &Load) {
        if let (Some(number), 0) = (self.last[0], load.arg.offset) {
            self.some.pop(); // It was taken for any number.
            self.read_at.push(number);
        }
        self.some.push(load.arg.offset as u32);
    }

    fn visit_store(&mut self, store: &Store) {
        self.some.push(store.arg.offset as u32);
    }
}

/// Gives a function another body, which `write` writes, of the same type.
pub(crate) fn rewrite(
    module: &mut Module,
    function: FunctionId,
    write: impl FnOnce(&mut InstrSeqBuilder<'_>, &[LocalId]),
) {
    let ty = module.types.get(module.funcs.get(function).ty());
    let (takes, gives) = (ty.params().to_vec(), ty.results().to_vec());
    let arguments: Vec<_> = takes.iter().map(|kind| module.locals.add(*kind)).collect();
    let mut body = FunctionBuilder::new(&mut module.types, &takes, &gives);
    write(&mut body.func_body(), &arguments);
    module.funcs.get_mut(function).kind = FunctionKind::Local(body.local_func(arguments));
}
