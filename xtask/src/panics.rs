//! A module that, when it panics, tells the place and nothing else.
//!
//! In: the bound module with the names of its functions. Out: the same without what words the text of
//! a panic, some 2 kB that nobody but a panic uses. In its place the address of the
//! [`Location`](std::panic::Location) stands in the exported global `panicked`: the script reads file
//! and line there.

use crate::failure::{Failure, Named, Result};
use crate::{constants, functions};
use walrus::ir::Value;
use walrus::{ConstExpr, FunctionId, Module, ValType};

/// What every panic goes through: its arguments are what would be worded, and the location.
const PANIC: &str = "core::panicking::panic_fmt";

/// The global's name among the exports.
const PANICKED: &str = "panicked";

/// Takes the wording of panics out of a module.
///
/// # Errors
///
/// If the panics of the standard library go another way than they did, or if anything but a panic
/// formats text.
pub(crate) fn silence(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut module = Module::from_buffer(bytes).named("the bound module")?;
    constants::forget(&mut module);
    cut(&mut module)?;
    Ok(module.emit_wasm())
}

fn cut(module: &mut Module) -> Result<()> {
    let panic = all(module, |name| name == PANIC);
    let [panic] = panic[..] else {
        return Err(Failure::new(
            format!("the module has {} functions `{PANIC}`, expected one", panic.len()),
            "has the standard library changed? Look for what all panics go through",
        ));
    };
    let nowhere = ConstExpr::Value(Value::I32(0));
    let panicked = module.globals.add_local(ValType::I32, true, false, nowhere);
    module.exports.add(PANICKED, panicked);
    functions::rewrite(module, panic, |body, arguments| {
        if let Some(location) = arguments.last() {
            body.local_get(*location).global_set(panicked);
        }
        body.unreachable();
    });
    walrus::passes::gc::run(module);
    let wordings = all(module, |name| name != PANIC && words(name));
    used_by_none_else(module, &wordings)?;
    for id in wordings {
        functions::rewrite(module, id, |body, _| {
            body.unreachable();
        });
    }
    walrus::passes::gc::run(module);
    Ok(())
}

/// What words a panic: formatting, and what hands its text to a hook.
fn words(name: &str) -> bool {
    name.contains("::fmt") || name.contains("std::panicking::")
}

/// What stands in the table may be called by anyone; but formatting begins with a call by name.
fn used_by_none_else(module: &Module, wordings: &[FunctionId]) -> Result<()> {
    let name = |id| plain(module.funcs.get(id).name.as_deref().unwrap_or_default());
    for (id, _) in module.funcs.iter_local() {
        if wordings.contains(&id) {
            continue;
        }
        if let Some(called) = functions::calls(module, id).iter().find(|id| wordings.contains(id)) {
            return Err(Failure::new(
                format!("`{}` calls `{}`, which only panics may", name(id), name(*called)),
                "write texts with push_str: formatting is taken out of the module",
            ));
        }
    }
    Ok(())
}

/// The functions with a name that fits.
fn all(module: &Module, fits: impl Fn(&str) -> bool) -> Vec<FunctionId> {
    let name = |id| module.funcs.get(id).name.as_deref().map(plain);
    let ids = module.funcs.iter_local().map(|(id, _)| id);
    ids.filter(|id| name(*id).is_some_and(|name| fits(&name))).collect()
}

/// A path without the hash of its crate: `core[0123]::fmt` is `core::fmt`.
fn plain(name: &str) -> String {
    let part = |part: &str| part.split_once(']').map_or(part, |(_, rest)| rest).to_owned();
    name.split('[').map(part).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use walrus::FunctionBuilder;

    /// `page` panics, and what panics words it; `more` is what `page` calls besides.
    fn page(more: Option<&str>) -> Vec<u8> {
        let mut module = Module::default();
        let write = function(&mut module, "core[01]::fmt::write", &[]);
        let panic = function(&mut module, "core[01]::panicking::panic_fmt", &[write]);
        let more = more.map(|name| function(&mut module, name, &[write]));
        let page: Vec<_> = [panic].into_iter().chain(more).collect();
        let page = function(&mut module, "page", &page);
        module.exports.add("page", page);
        module.emit_wasm()
    }

    fn function(module: &mut Module, name: &str, calls: &[FunctionId]) -> FunctionId {
        let arguments = [ValType::I32; 2].map(|kind| module.locals.add(kind));
        let mut function = FunctionBuilder::new(&mut module.types, &[ValType::I32; 2], &[]);
        function.name(name.to_owned());
        for callee in calls {
            let [first, second] = arguments;
            function.func_body().local_get(first).local_get(second).call(*callee);
        }
        function.finish(arguments.to_vec(), &mut module.funcs)
    }

    #[test]
    fn a_panic_keeps_its_place_and_loses_its_words() -> Result<()> {
        let module = Module::from_buffer(&silence(&page(None))?).named("the module")?;
        assert!(module.exports.iter().any(|export| export.name == PANICKED));
        assert!(all(&module, words).is_empty(), "nothing is left that formats");
        assert_eq!(all(&module, |name| name == PANIC).len(), 1);
        Ok(())
    }

    #[test]
    fn whoever_else_formats_text_is_named() {
        let failure = silence(&page(Some("own::label"))).err().map(|failure| failure.to_string());
        assert!(failure.is_some_and(|text| text.contains("`own::label`")));
    }
}
