//! The functions of a module: what they call, and new bodies for them.
//!
//! In: a parsed module. Out: answers about one function, or the module with that function changed.

use walrus::ir::{Load, Store, Value, Visitor, dfs_in_order};
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

/// The numbers in a function's code that may be addresses: constants, and the offsets of what is read
/// and written.
pub(crate) fn numbers(function: &LocalFunction) -> Vec<u32> {
    struct Numbers(Vec<u32>);
    impl Visitor<'_> for Numbers {
        fn visit_value(&mut self, value: &Value) {
            if let Value::I32(number) = value {
                self.0.push(number.cast_unsigned());
            }
        }
        fn visit_load(&mut self, load: &Load) {
            self.0.push(load.arg.offset as u32);
        }
        fn visit_store(&mut self, store: &Store) {
            self.0.push(store.arg.offset as u32);
        }
    }
    let mut numbers = Numbers(Vec::new());
    dfs_in_order(&mut numbers, function, function.entry_block());
    numbers.0
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
