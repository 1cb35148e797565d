//! The slots of a module's function table, through which functions are called that have no name there.
//!
//! In: a parsed module and its table. Out: which function each slot holds; or the table filled anew.

use walrus::ir::Value;
use walrus::{ConstExpr, Element, ElementItems, ElementKind, FunctionId, Module, TableId};

/// A function and its slot.
pub(crate) type Slot = (u64, FunctionId);

/// What the slots hold, in their order.
pub(crate) fn taken(module: &Module, table: TableId) -> Vec<Slot> {
    let mut taken = Vec::new();
    for element in module.elements.iter() {
        if let (Some(from), ElementItems::Functions(ids)) = (start(element, table), &element.items)
        {
            taken.extend((from..).zip(ids.iter().copied()));
        }
    }
    taken.sort_unstable_by_key(|(slot, _)| *slot);
    taken
}

/// Fills the table with `slots`, given in their order, and with nothing else.
pub(crate) fn fill(module: &mut Module, table: TableId, slots: &[Slot]) {
    let old = module.elements.iter().filter(|element| start(element, table).is_some());
    for id in old.map(Element::id).collect::<Vec<_>>() {
        module.elements.delete(id);
    }
    let runs = slots.chunk_by(|(slot, _), (next, _)| slot + 1 == *next);
    let segments = runs.map(|run| {
        let from = run.first().map_or(0, |(slot, _)| *slot as i32);
        let offset = ConstExpr::Value(Value::I32(from));
        let functions = run.iter().map(|(_, function)| *function).collect();
        module
            .elements
            .add(ElementKind::Active { table, offset }, ElementItems::Functions(functions))
    });
    let segments = segments.collect();
    module.tables.get_mut(table).elem_segments = segments;
}

/// Where in the table a segment begins; `None` for segments that are not its own.
fn start(element: &Element, own: TableId) -> Option<u64> {
    match &element.kind {
        ElementKind::Active { table, offset: ConstExpr::Value(Value::I32(from)) }
            if *table == own =>
        {
            u64::try_from(*from).ok()
        }
        _ => None,
    }
}
