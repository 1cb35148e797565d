//! Several modules out of one: what a page needs at first, and what it needs later.
//!
//! In: a bound module with the names of its functions, and for each later module the functions that
//! wait ([`Later`] of the manifest). Out: the first module, in which each of these is a call
//! through a slot of the function table; and the later ones, which hold them with all that only
//! they use. They take memory, table and shared functions from the first one's exports and, once
//! instantiated, have put themselves into the slots. Until then such a call traps: the script asks
//! for a later module before it lets anything happen that needs it.
//!
//! [`Later`]: crate::manifest::Later

use crate::constants::Constants;
use crate::failure::{Failure, Named, Result};
use crate::functions::{self, calls};
use crate::slots::{self, Slot};
use crate::{dealing, manifest};
use std::collections::{BTreeMap, BTreeSet};
use walrus::ir::Value;
use walrus::{
    ElementItems, ExportItem, FunctionId, FunctionKind, GlobalKind, ImportedFunction, Module,
    TableId,
};

/// Under which the later module imports the exports of the first one.
const FIRST: &str = "m";

/// The modules, as bytes.
pub(crate) struct Parts {
    pub(crate) first: Vec<u8>,
    /// In the order of what was asked for.
    pub(crate) later: Vec<Vec<u8>>,
}

/// Parts `bytes`: what each entry of `waiting` names goes to a later module of its own, with the
/// constants that only it uses.
pub(crate) fn split(
    bytes: &[u8],
    waiting: &[&manifest::Later],
    constants: &Constants,
) -> Result<Parts> {
    // Parsed and planned anew for each, in the same order: what one names, the other finds.
    let mut first = parse(bytes)?;
    let plan = Plan::new(&first, waiting)?;
    keep_first(&mut first, &plan);
    let mut later = Vec::new();
    for at in 0..waiting.len() {
        let mut module = parse(bytes)?;
        let plan = Plan::new(&module, waiting)?;
        keep_later(&mut module, &plan, at);
        later.push(module);
    }
    dealing::deal(&mut first, &mut later, constants);
    let later = later.iter_mut().map(Module::emit_wasm).collect();
    Ok(Parts { first: first.emit_wasm(), later })
}

fn parse(bytes: &[u8]) -> Result<Module> {
    Module::from_buffer(bytes).map_err(|error| strange(format!("the module: {error}")))
}

fn table_of(module: &Module) -> Result<TableId> {
    let table = module.tables.main_function_table().named("the function table")?;
    table.ok_or_else(|| strange("the module has no function table".to_owned()))
}

fn strange(what: String) -> Failure {
    Failure::new(what, "has the form of wasm-bindgen's modules changed?")
}

/// Which function goes where.
struct Plan {
    later: Vec<Later>,
    /// What later modules call in the first one; its export is named by its place.
    shared: Vec<FunctionId>,
    /// The function table, and how many slots it needs.
    table: TableId,
    slots: u64,
}

/// What goes to one later module.
struct Later {
    /// The functions that wait, each with its slot.
    waiting: Vec<Slot>,
    /// They, and all that nobody else uses.
    functions: BTreeSet<FunctionId>,
}

impl Plan {
    fn new(module: &Module, wishes: &[&manifest::Later]) -> Result<Self> {
        let table = table_of(module)?;
        let taken = slots::taken(module, table);
        let mut slots = module.tables.get(table).initial;
        let mut later = Vec::new();
        for wish in wishes {
            let mut waiting = Vec::new();
            for name in &wish.functions {
                waiting.push((slots, named(module, name)?));
                slots += 1;
            }
            for name in &wish.table {
                waiting.extend(called(module, &taken, name)?);
            }
            waiting.sort_unstable_by_key(|(slot, _)| *slot);
            later.push(Later { waiting, functions: BTreeSet::new() });
        }
        give_out(module, &mut later);
        let mut shared = BTreeSet::new();
        for Later { functions, .. } in &later {
            let called = functions.iter().flat_map(|function| calls(module, *function));
            shared.extend(called.filter(|id| !functions.contains(id)));
        }
        Ok(Self { later, shared: shared.into_iter().collect(), table, slots })
    }

    /// Slots for what waits, behind those that are taken.
    fn make_room(&self, module: &mut Module) {
        let table = module.tables.get_mut(self.table);
        table.initial = self.slots;
        table.maximum = table.maximum.map(|most| most.max(self.slots));
    }

    /// All that waits.
    fn waiting(&self) -> Vec<Slot> {
        self.later.iter().flat_map(|later| later.waiting.iter().copied()).collect()
    }
}

/// To each its functions. What the first module needs itself, or several later ones, stays there.
fn give_out(module: &Module, later: &mut [Later]) {
    let all = later.iter().flat_map(|later| &later.waiting);
    let waiting: Vec<_> = all.map(|(_, function)| *function).collect();
    let mut users: BTreeMap<FunctionId, usize> = BTreeMap::new();
    for function in reached(module, roots(module), &waiting) {
        users.insert(function, 2);
    }
    for part in &mut *later {
        let own: Vec<_> = part.waiting.iter().map(|(_, function)| *function).collect();
        let others: Vec<_> = waiting.iter().filter(|id| !own.contains(id)).copied().collect();
        part.functions = reached(module, own, &others);
        part.functions.iter().for_each(|function| *users.entry(*function).or_default() += 1);
    }
    for part in later {
        // What the script gives comes to the first module alone.
        let is_own = |id| matches!(module.funcs.get(id).kind, FunctionKind::Local(_));
        part.functions.retain(|function| users.get(function) == Some(&1) && is_own(*function));
    }
}

/// The one function of that path; compilers put a hash behind it.
fn named(module: &Module, path: &str) -> Result<FunctionId> {
    let hashed = format!("{path}::h");
    let is_it = |name: &str| name == path || name.starts_with(&hashed);
    let mut found = module.funcs.iter().filter(|f| f.name.as_deref().is_some_and(is_it));
    match (found.next(), found.next()) {
        (Some(function), None) => Ok(function.id()),
        (None, _) => Err(Failure::new(
            format!("the module has no function `{path}`"),
            "mark it #[inline(never)], or correct `functions` in [later] of wasm-pack.toml",
        )),
        _ => Err(Failure::new(
            format!("the module has several functions `{path}`"),
            "name one that is not generic in `functions` in [later] of wasm-pack.toml",
        )),
    }
}

/// The functions in the table that have a name in theirs.
fn called(module: &Module, taken: &[Slot], name: &str) -> Result<Vec<Slot>> {
    let is_of = |id| module.funcs.get(id).name.as_deref().is_some_and(|full| full.contains(name));
    let found: Vec<_> = taken.iter().copied().filter(|(_, id)| is_of(*id)).collect();
    if found.is_empty() {
        return Err(Failure::new(
            format!("no function in the table is called `{name}`"),
            "correct `table` in [later] of wasm-pack.toml",
        ));
    }
    Ok(found)
}

/// What is called from outside, or through the table.
fn roots(module: &Module) -> Vec<FunctionId> {
    let mut roots: Vec<_> = module.start.into_iter().collect();
    for export in module.exports.iter() {
        if let ExportItem::Function(id) = export.item {
            roots.push(id);
        }
    }
    for element in module.elements.iter() {
        if let ElementItems::Functions(ids) = &element.items {
            roots.extend(ids);
        }
    }
    roots
}

/// All that `from` calls, itself or through others, but not through `cut`.
fn reached(module: &Module, from: Vec<FunctionId>, cut: &[FunctionId]) -> BTreeSet<FunctionId> {
    let (mut seen, mut ahead) = (BTreeSet::new(), from);
    while let Some(function) = ahead.pop() {
        if !cut.contains(&function) && seen.insert(function) {
            ahead.extend(calls(module, function));
        }
    }
    seen
}

/// The first module: slots for what waits, exports for what is shared.
fn keep_first(module: &mut Module, plan: &Plan) {
    plan.make_room(module);
    let waiting = plan.waiting();
    let mut taken = slots::taken(module, plan.table);
    taken.retain(|slot| !waiting.contains(slot));
    slots::fill(module, plan.table, &taken);
    for (at, id) in waiting {
        let (ty, table) = (module.funcs.get(id).ty(), plan.table);
        functions::rewrite(module, id, |body, arguments| {
            for argument in arguments {
                body.local_get(*argument);
            }
            body.const_(Value::I32(at as i32)).call_indirect(ty, table);
        });
    }
    for (n, id) in plan.shared.iter().enumerate() {
        module.exports.add(&n.to_string(), *id);
    }
    for (n, global) in globals(module).into_iter().enumerate() {
        module.exports.add(&global_name(n), global);
    }
    for (n, table) in tables(module).into_iter().enumerate() {
        module.exports.add(&table_name(n), table);
    }
    let memories: Vec<_> = module.memories.iter().map(walrus::Memory::id).collect();
    for memory in memories {
        module.exports.add("0y", memory);
    }
    walrus::passes::gc::run(module);
}

/// The later module: nothing of its own but its functions, and the slots that they go to.
fn keep_later(module: &mut Module, plan: &Plan, at: usize) {
    let own = &plan.later[at];
    let exports: Vec<_> = module.exports.iter().map(walrus::Export::id).collect();
    exports.into_iter().for_each(|id| module.exports.delete(id));
    module.start = None;
    slots::fill(module, plan.table, &own.waiting);
    let data: Vec<_> = module.data.iter().map(walrus::Data::id).collect();
    data.into_iter().for_each(|id| module.data.delete(id));
    let shared = plan.shared.iter().enumerate().filter(|(_, id)| !own.functions.contains(id));
    for (n, id) in shared {
        let ty = module.funcs.get(*id).ty();
        if let FunctionKind::Import(before) = &module.funcs.get(*id).kind {
            let before = before.import;
            module.imports.delete(before);
        }
        let import = module.imports.add(FIRST, &n.to_string(), *id);
        module.funcs.get_mut(*id).kind = FunctionKind::Import(ImportedFunction { import, ty });
    }
    for (n, global) in globals(module).into_iter().enumerate() {
        let import = module.imports.add(FIRST, &global_name(n), global);
        module.globals.get_mut(global).kind = GlobalKind::Import(import);
    }
    take_memory(module);
    plan.make_room(module);
    for (n, table) in tables(module).into_iter().enumerate() {
        let import = module.imports.add(FIRST, &table_name(n), table);
        module.tables.get_mut(table).import = Some(import);
    }
    walrus::passes::gc::run(module);
}

fn take_memory(module: &mut Module) {
    let memories: Vec<_> = module.memories.iter().map(walrus::Memory::id).collect();
    for memory in memories {
        let import = module.imports.add(FIRST, "0y", memory);
        let memory = module.memories.get_mut(memory);
        memory.import = Some(import);
        memory.data_segments.clear();
    }
}

/// The globals that the module defines itself: above all the pointer to its stack.
fn globals(module: &Module) -> Vec<walrus::GlobalId> {
    let own = module.globals.iter().filter(|global| matches!(global.kind, GlobalKind::Local(_)));
    own.map(walrus::Global::id).collect()
}

/// The table of functions, and that of the script's objects.
fn tables(module: &Module) -> Vec<TableId> {
    module.tables.iter().map(walrus::Table::id).collect()
}

fn table_name(n: usize) -> String {
    format!("{n}t")
}

/// No name that a minifier gives begins with a digit: none of theirs is one of ours.
fn global_name(n: usize) -> String {
    format!("{n}g")
}

#[cfg(test)]
#[path = "split_tests.rs"]
mod tests;
