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
        part.functions.retain(|function| users.get(function) == Some(&1));
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
    module.exports.add("0t", plan.table);
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
        let import = module.imports.add(FIRST, &n.to_string(), *id);
        module.funcs.get_mut(*id).kind = FunctionKind::Import(ImportedFunction { import, ty });
    }
    for (n, global) in globals(module).into_iter().enumerate() {
        let import = module.imports.add(FIRST, &global_name(n), global);
        module.globals.get_mut(global).kind = GlobalKind::Import(import);
    }
    take_memory(module);
    plan.make_room(module);
    let table = module.imports.add(FIRST, "0t", plan.table);
    module.tables.get_mut(plan.table).import = Some(table);
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

/// No name that a minifier gives begins with a digit: none of theirs is one of ours.
fn global_name(n: usize) -> String {
    format!("{n}g")
}

#[cfg(test)]
mod tests {
    use super::*;
    use walrus::{ConstExpr, ElementKind, FunctionBuilder, ValType};

    fn wish(function: &str) -> manifest::Later {
        manifest::Later { functions: vec![function.to_owned()], ..manifest::Later::default() }
    }

    const FILL: &str = "<own::Record as own::Fill>::fill";

    /// `page` calls `detail`, which alone calls `timeline`; both call `text`, and so does what only the
    /// table holds.
    fn whole() -> Vec<u8> {
        let mut module = Module::default();
        let table = module.tables.add_local(false, 2, Some(2), walrus::RefType::FUNCREF);
        module.memories.add_local(false, false, 1, None, None);
        let text = function(&mut module, "own::text", &[]);
        let timeline = function(&mut module, "own::timeline", &[text]);
        let detail = function(&mut module, "own::detail::h0123456789abcdef", &[timeline, text]);
        let page = function(&mut module, "page", &[detail, text]);
        module.exports.add("page", page);
        let offset = ConstExpr::Value(Value::I32(0));
        let fill = function(&mut module, FILL, &[text]);
        let own = ElementItems::Functions(vec![text, fill]);
        let segment = module.elements.add(ElementKind::Active { table, offset }, own);
        module.tables.get_mut(table).elem_segments.insert(segment);
        module.emit_wasm()
    }

    fn function(module: &mut Module, name: &str, calls: &[FunctionId]) -> FunctionId {
        let argument = module.locals.add(ValType::I32);
        let mut function = FunctionBuilder::new(&mut module.types, &[ValType::I32], &[]);
        function.name(name.to_owned());
        for callee in calls {
            function.func_body().local_get(argument).call(*callee);
        }
        function.finish(vec![argument], &mut module.funcs)
    }

    fn names(bytes: &[u8]) -> Result<Vec<String>> {
        let module = parse(bytes)?;
        let own = module.funcs.iter_local().filter_map(|(id, _)| module.funcs.get(id).name.clone());
        let mut names: Vec<_> = own.collect();
        names.sort();
        Ok(names)
    }

    #[test]
    fn what_only_the_waiting_function_uses_waits_with_it() -> Result<()> {
        let parts = split(&whole(), &[&wish("own::detail")], &Constants::default())?;
        let waits = "own::detail::h0123456789abcdef";
        assert_eq!(
            names(&parts.first)?,
            [FILL, waits, "own::text", "page"],
            "a call through a slot"
        );
        assert_eq!(names(&parts.later[0])?, [waits, "own::timeline"]);
        Ok(())
    }

    #[test]
    fn the_later_module_takes_all_else_from_the_first() -> Result<()> {
        let parts = split(&whole(), &[&wish("own::detail")], &Constants::default())?;
        let (first, later) = (parse(&parts.first)?, parse(&parts.later[0])?);
        for import in later.imports.iter() {
            let given = first.exports.iter().any(|export| export.name == import.name);
            assert!(import.module == FIRST && given, "{}.{}", import.module, import.name);
        }
        assert_eq!(later.imports.iter().count(), 2, "table and text; it uses no memory");
        assert_eq!(later.data.iter().count(), 0);
        Ok(())
    }

    #[test]
    fn what_two_later_modules_use_stays_in_the_first() -> Result<()> {
        let parts = split(
            &whole(),
            &[&wish("own::detail"), &wish("own::timeline")],
            &Constants::default(),
        )?;
        let detail = "own::detail::h0123456789abcdef";
        assert_eq!(names(&parts.first)?, [FILL, detail, "own::text", "own::timeline", "page"]);
        assert_eq!(names(&parts.later[0])?, [detail]);
        assert_eq!(names(&parts.later[1])?, ["own::timeline"]);
        Ok(())
    }

    #[test]
    fn what_is_called_through_the_table_alone_leaves_its_slot_empty() -> Result<()> {
        let wish = manifest::Later { table: vec!["own::Fill".to_owned()], ..Default::default() };
        let parts = split(&whole(), &[&wish], &Constants::default())?;
        let (first, later) = (parse(&parts.first)?, parse(&parts.later[0])?);
        assert!(!names(&parts.first)?.contains(&FILL.to_owned()));
        assert_eq!(names(&parts.later[0])?, [FILL]);
        let held = |module: &Module| -> Result<Vec<u64>> {
            let slots = slots::taken(module, table_of(module)?);
            Ok(slots.iter().map(|(slot, _)| *slot).collect())
        };
        assert_eq!((held(&first)?, held(&later)?), (vec![0], vec![1]));
        Ok(())
    }

    #[test]
    fn a_function_that_is_not_there_is_named() {
        let failure = split(&whole(), &[&wish("own::gone")], &Constants::default())
            .err()
            .map(|f| f.to_string());
        assert!(
            failure.is_some_and(|text| text.contains("`own::gone`") && text.contains("inline"))
        );
    }
}
