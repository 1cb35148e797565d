//! What goes to which module, tried on a small one.

use super::*;
use walrus::{ConstExpr, ElementKind, FunctionBuilder, ValType};

fn wish(function: &str) -> manifest::Later {
    manifest::Later { functions: vec![function.to_owned()], ..manifest::Later::default() }
}

const FILL: &str = "<own::Record as own::Fill>::fill";

/// `page` calls `detail`, which alone calls `timeline`, which alone uses `look` of the script;
/// all call `text`, and so does what only the table holds.
fn whole() -> Vec<u8> {
    let mut module = Module::default();
    let table = module.tables.add_local(false, 2, Some(2), walrus::RefType::FUNCREF);
    module.memories.add_local(false, false, 1, None, None);
    let text = function(&mut module, "own::text", &[]);
    let taken = module.types.add(&[ValType::I32], &[]);
    let (look, _) = module.add_import_func("script", "look", taken);
    let timeline = function(&mut module, "own::timeline", &[look, text]);
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
    assert_eq!(names(&parts.first)?, [FILL, waits, "own::text", "page"], "a call through a slot");
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
    assert_eq!(later.imports.iter().count(), 3, "table, text and look; it uses no memory");
    assert_eq!(later.data.iter().count(), 0);
    Ok(())
}

#[test]
fn what_two_later_modules_use_stays_in_the_first() -> Result<()> {
    let parts =
        split(&whole(), &[&wish("own::detail"), &wish("own::timeline")], &Constants::default())?;
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
    let failure =
        split(&whole(), &[&wish("own::gone")], &Constants::default()).err().map(|f| f.to_string());
    assert!(failure.is_some_and(|text| text.contains("`own::gone`") && text.contains("inline")));
}
