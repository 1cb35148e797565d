//! The functions of a module: what they call, and new bodies for them.
//!
//! In: a parsed module. Out: answers about one function, or the module with that function changed.

use walrus::ir::{Visitor, dfs_in_order};
use walrus::{FunctionBuilder, FunctionId, FunctionKind, InstrSeqBuilder, LocalId, Module};

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
