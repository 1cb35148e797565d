//! Boundary lines in, the class of each edge between two countries out.

use super::units::{Cell, cell};
use super::{array, text};
use mitra_kota::map::basemap::format::Lattice;
use mitra_kota::map::basemap::{BorderClass, Worldview};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// The lines through each lattice point, and the class byte of each line.
pub(super) struct Lines {
    through: BTreeMap<Cell, BTreeSet<usize>>,
    classes: Vec<u8>,
}

impl Lines {
    /// The class byte of an edge between two countries: that of a line with both its ends, or,
    /// where the point at which one line gives way to the next was simplified away, of one of the
    /// two.
    pub(super) fn class(&self, from: Cell, to: Cell) -> Option<u8> {
        let ends = [from.min(to), from.max(to)];
        let mut through = ends.iter().filter_map(|end| self.through.get(end));
        let (first, second) = (through.next()?, through.next());
        let both = second.and_then(|second| first.intersection(second).next());
        both.or(first.first()).and_then(|line| self.classes.get(*line).copied())
    }
}

/// Reads the lines, unsimplified: a simplified border's points are some of theirs.
pub(super) fn read(lines: &Value, lattice: Lattice) -> Lines {
    let mut all = Lines { through: BTreeMap::new(), classes: Vec::new() };
    for (number, line) in array(lines, "features").unwrap_or(&[]).iter().enumerate() {
        all.classes.push(classes(line));
        if let Some(geometry) = line.get("geometry") {
            walk(geometry.get("coordinates").unwrap_or(&Value::Null), lattice, &mut |point| {
                all.through.entry(point).or_default().insert(number);
            });
        }
    }
    all
}

fn walk(value: &Value, lattice: Lattice, each: &mut dyn FnMut(Cell)) {
    match cell(value, lattice) {
        Some(point) => each(point),
        None => value.as_array().into_iter().flatten().for_each(|value| walk(value, lattice, each)),
    }
}

/// Two bits for every point of view; a view without a word of its own takes Natural Earth's.
fn classes(line: &Value) -> u8 {
    let mut byte = 0;
    for view in Worldview::ALL {
        let own = text(line, field(view));
        let class = class(if own.is_empty() { text(line, "FEATURECLA") } else { own });
        byte |= class.bits() << (2 * view as u8);
    }
    byte
}

fn field(view: Worldview) -> &'static str {
    match view {
        Worldview::Id => "FCLASS_ID",
        Worldview::Iso => "FCLASS_ISO",
        Worldview::Jp => "FCLASS_JP",
        Worldview::Kr => "FCLASS_KO",
    }
}

fn class(words: &str) -> BorderClass {
    match words.split(' ').next() {
        Some("International") => BorderClass::Shown,
        Some("Unrecognized" | "Admin-1" | "Overlay" | "Lease") => BorderClass::Hidden,
        _ => BorderClass::Dashed,
    }
}
