//! Bytes of a base map in, a [`Basemap`] or the place of the first fault out.
//!
//! After a fault nothing but zeros is read, and every loop ends: so the readers hand on values and
//! not results.

use std::cell::OnceCell;

use super::error::{BasemapError, Expected};
use super::format::{Lattice, MAGIC, MAX_BITS, STREAMS, unzigzag};
use super::{Arc, Basemap, Cell, Unit};

/// A part of the file that is read front to back.
#[derive(Clone, Copy, Default)]
struct Stream {
    at: usize,
    end: usize,
}

struct File<'a> {
    bytes: &'a [u8],
    fault: Option<BasemapError>,
}

impl File<'_> {
    fn fail(&mut self, stream: &Stream, expected: Expected) {
        if self.fault.is_none() {
            self.fault = Some(BasemapError { at: stream.at, expected });
        }
    }

    fn check(&mut self, stream: &Stream, holds: bool, expected: Expected) {
        if !holds {
            self.fail(stream, expected);
        }
    }

    fn byte(&mut self, stream: &mut Stream) -> u8 {
        match self.bytes.get(stream.at) {
            Some(&byte) if stream.at < stream.end && self.fault.is_none() => {
                stream.at += 1;
                byte
            }
            _ => {
                self.fail(stream, Expected::More);
                0
            }
        }
    }

    /// A number of at most 28 bits: seven bits a byte, lowest first.
    #[inline(never)]
    fn number(&mut self, stream: &mut Stream) -> u32 {
        let mut value = 0;
        for shift in [0, 7, 14, 21] {
            let byte = self.byte(stream);
            value |= u32::from(byte & 127) << shift;
            if byte < 128 {
                return value;
            }
        }
        self.fail(stream, Expected::Number);
        0
    }

    fn signed(&mut self, stream: &mut Stream) -> i32 {
        unzigzag(self.number(stream))
    }
}

pub(super) fn decode(bytes: &[u8]) -> Result<Basemap, BasemapError> {
    let mut file = File { bytes, fault: None };
    let mut head = Stream { at: 0, end: bytes.len() };
    for expected in MAGIC {
        let found = file.byte(&mut head);
        file.check(&head, found == expected, Expected::Mark);
    }
    let lattice = Lattice { x_bits: file.number(&mut head), y_bits: file.number(&mut head) };
    let known = 4..=MAX_BITS;
    let holds = known.contains(&lattice.x_bits) && known.contains(&lattice.y_bits);
    file.check(&head, holds, Expected::Lattice);
    let (units, arcs) = (file.number(&mut head), file.number(&mut head));
    let mut streams = [Stream::default(); STREAMS];
    for stream in &mut streams {
        stream.end = file.number(&mut head) as usize;
    }
    for stream in &mut streams {
        stream.at = head.at;
        stream.end += head.at;
        file.check(&head, stream.end <= head.end, Expected::Stream);
        head.at = stream.end;
    }
    let mut map = Basemap {
        lattice,
        units: Vec::new(),
        rings: Vec::new(),
        uses: Vec::new(),
        arcs: Vec::new(),
        points: Vec::new(),
        tiles: Vec::new(),
        ball: OnceCell::new(),
    };
    if file.fault.is_none() {
        let [codes, labels, index, lengths, xs, ys, classes, tiles] = &mut streams;
        file.arcs(&mut map, arcs, lengths, [xs, ys]);
        file.units(&mut map, units, codes, labels);
        file.index(&mut map, index);
        file.classes(&mut map, classes);
        map.tiles.extend_from_slice(bytes.get(tiles.at..tiles.end).unwrap_or_default());
    }
    match file.fault {
        Some(fault) => Err(fault),
        None => Ok(map),
    }
}

impl File<'_> {
    /// Each arc's points: steps from the point before, over the end of one arc to the next.
    fn arcs(
        &mut self,
        map: &mut Basemap,
        arcs: u32,
        lengths: &mut Stream,
        [xs, ys]: [&mut Stream; 2],
    ) {
        let [mut x, mut y] = [0, 0];
        for _ in 0..arcs {
            let length = self.number(lengths);
            self.check(lengths, length > 0, Expected::Point);
            if self.fault.is_some() {
                return;
            }
            x &= map.lattice.columns() - 1;
            for _ in 0..length {
                x += self.signed(xs);
                y += self.signed(ys);
                self.check(xs, map.lattice.near(x), Expected::Column);
                self.check(ys, (0..=map.lattice.rows()).contains(&y), Expected::Row);
                if self.fault.is_some() {
                    return;
                }
                map.points.push([x, y]);
            }
            let end = map.points.len() as u32;
            map.arcs.push(Arc { end, border: true, classes: 0 });
        }
    }

    /// Codes and label points; a label is a step from the one before.
    fn units(&mut self, map: &mut Basemap, units: u32, codes: &mut Stream, labels: &mut Stream) {
        let lattice = map.lattice;
        let limit = [lattice.columns(), lattice.rows()];
        let mut cell: Cell = [0, 0];
        for _ in 0..units {
            let code = [self.byte(codes), self.byte(codes)];
            for (value, limit) in cell.iter_mut().zip(limit) {
                *value += self.signed(labels) << lattice.label_shift();
                self.check(labels, (0..=limit).contains(value), Expected::Label);
            }
            if self.fault.is_some() {
                return;
            }
            map.units.push(Unit { code, label: lattice.degrees(cell), rings: [0, 0] });
        }
    }

    /// Which arcs make which ring: 0 is the next arc not yet used, anything else counts back from
    /// it, with the lowest bit for an arc that runs backwards.
    fn index(&mut self, map: &mut Basemap, index: &mut Stream) {
        let mut fresh: u32 = 0;
        for unit in &mut map.units {
            let first = map.rings.len() as u32;
            for _ in 0..self.number(index) {
                for _ in 0..self.number(index) {
                    let mark = self.number(index);
                    let arc = fresh.wrapping_sub(mark.div_ceil(2));
                    let Some(used) = map.arcs.get_mut(arc as usize) else {
                        self.fail(index, Expected::Arc);
                        return;
                    };
                    used.border = mark > 0;
                    fresh += u32::from(mark == 0);
                    map.uses.push(arc << 1 | u32::from(mark > 0 && mark.is_multiple_of(2)));
                }
                if self.fault.is_some() {
                    return;
                }
                map.rings.push(map.uses.len() as u32);
            }
            unit.rings = [first, map.rings.len() as u32];
        }
    }

    /// The arcs that are not plain borders for everyone: steps from arc to arc, each with a class
    /// byte.
    fn classes(&mut self, map: &mut Basemap, classes: &mut Stream) {
        let mut arc = 0;
        while classes.at < classes.end && self.fault.is_none() {
            arc += self.number(classes) as usize;
            let byte = self.byte(classes);
            match map.arcs.get_mut(arc) {
                Some(arc) => arc.classes = byte,
                None => self.fail(classes, Expected::Arc),
            }
        }
    }
}
