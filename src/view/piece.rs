//! The land of a file as it is drawn.
//!
//! In: path data. Out: layers of paths, no border of them long: what a browser draws anew it draws in small
//! squares, and a path over the whole world is gone through for each of them.

use std::rc::Rc;

use crate::map::basemap::Basemap;

/// From how many bytes a path is parted.
const LONG: usize = 3_000;

/// A class, and a path that has it.
pub(super) type Layer = (&'static str, Rc<str>);

/// The land of a file.
#[derive(Default)]
pub(super) struct Piece {
    /// What it is drawn from.
    pub(super) map: Basemap,
    /// The name of the file.
    pub(super) name: Rc<str>,
    /// The layers, the lowest first.
    pub(super) layers: Vec<Layer>,
    /// The outlines of the countries that the dataset names.
    pub(super) shapes: Vec<([u8; 2], Rc<str>)>,
    /// Borders, drawn through and dashed.
    pub(super) borders: Vec<Layer>,
}

/// Adds a path, in parts between its lines if it is long; an empty one is none. Land must
/// not be parted: a line would show between two paths where a border is hidden.
pub(super) fn part(class: &'static str, mut path: &str, layers: &mut Vec<Layer>) {
    while !path.is_empty() {
        let mut end = LONG;
        while path.as_bytes().get(end).is_some_and(|byte| *byte != b'M') {
            end += 1;
        }
        let (part, rest) = path.split_at_checked(end).unwrap_or((path, ""));
        layers.push((class, Rc::from(part)));
        path = rest;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_whole_lines_and_all_of_them() {
        let line = format!("M1 2l{}z", "3 4 ".repeat(200));
        let path = line.repeat(9);
        let mut layers = Vec::new();
        part("mk-borders", &path, &mut layers);
        part("mk-dots", "", &mut layers);
        assert!(layers.len() > 1);
        assert!(layers.iter().all(|(class, data)| *class == "mk-borders" && data.starts_with('M')));
        assert!(layers.iter().all(|(_, data)| data.len() < LONG + line.len() + 1));
        let whole: Vec<&str> = layers.iter().map(|(_, data)| &**data).collect();
        assert_eq!(whole.concat(), path);
    }
}
