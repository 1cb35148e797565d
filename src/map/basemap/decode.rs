//! Bytes of `world.bin` in, a [`Basemap`] or the place of the first fault out.

use super::format::{LABEL_SHIFT, Lattice, MAGIC, MAX_BITS, STREAMS, unzigzag};
use super::{Arc, Basemap, Cell, Unit};

/// Where a base map could not be read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct BasemapError {
    /// The byte, counted from 0, at which reading stopped.
    pub at: usize,
    /// What should have stood there.
    pub expected: &'static str,
}

impl core::fmt::Display for BasemapError {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(
            f,
            "base map damaged at byte {}: expected {}. Copy world.bin from the same release again.",
            self.at, self.expected
        )
    }
}

impl core::error::Error for BasemapError {}

/// A part of the file that is read front to back.
#[derive(Clone, Copy, Default)]
struct Stream<'a> {
    bytes: &'a [u8],
    at: usize,
    end: usize,
}

impl Stream<'_> {
    fn fail<T>(&self, expected: &'static str) -> Result<T, BasemapError> {
        Err(BasemapError { at: self.at, expected })
    }

    fn byte(&mut self) -> Result<u8, BasemapError> {
        match self.bytes.get(self.at) {
            Some(&byte) if self.at < self.end => {
                self.at += 1;
                Ok(byte)
            }
            _ => self.fail("more bytes"),
        }
    }

    /// A number of at most 28 bits: seven bits a byte, lowest first.
    fn number(&mut self) -> Result<u32, BasemapError> {
        let mut value = 0;
        for shift in [0, 7, 14, 21] {
            let byte = self.byte()?;
            value |= u32::from(byte & 127) << shift;
            if byte < 128 {
                return Ok(value);
            }
        }
        self.fail("a number of at most four bytes")
    }

    fn signed(&mut self) -> Result<i32, BasemapError> {
        self.number().map(unzigzag)
    }

    /// Splits off the next `length` bytes as a stream of their own.
    fn split(&mut self, length: u32) -> Result<Self, BasemapError> {
        let at = self.at;
        let end = at + length as usize;
        if end > self.end {
            return self.fail("as many bytes as the header says");
        }
        self.at = end;
        Ok(Self { bytes: self.bytes, at, end })
    }
}

struct Header<'a> {
    lattice: Lattice,
    units: u32,
    arcs: u32,
    streams: [Stream<'a>; STREAMS],
}

fn header(bytes: &[u8]) -> Result<Header<'_>, BasemapError> {
    let mut file = Stream { bytes, at: 0, end: bytes.len() };
    for expected in MAGIC {
        if file.byte()? != expected {
            return file.fail("the mark MKB1 of base map format 1");
        }
    }
    let lattice = Lattice { x_bits: file.number()?, y_bits: file.number()? };
    if !(4..=MAX_BITS).contains(&lattice.x_bits) || !(4..=MAX_BITS).contains(&lattice.y_bits) {
        return file.fail("a lattice of 4 to 24 bits");
    }
    let (units, arcs) = (file.number()?, file.number()?);
    let mut lengths = [0; STREAMS];
    for length in &mut lengths {
        *length = file.number()?;
    }
    let mut streams = [Stream::default(); STREAMS];
    for (stream, length) in streams.iter_mut().zip(lengths) {
        *stream = file.split(length)?;
    }
    Ok(Header { lattice, units, arcs, streams })
}

pub(super) fn decode(bytes: &[u8]) -> Result<Basemap, BasemapError> {
    let Header { lattice, units, arcs, streams } = header(bytes)?;
    let [codes, labels, index, lengths, xs, ys, classes] = streams;
    let mut map = Basemap {
        lattice,
        units: Vec::new(),
        rings: Vec::new(),
        uses: Vec::new(),
        arcs: Vec::new(),
        points: Vec::new(),
    };
    read_arcs(&mut map, arcs, lengths, [xs, ys])?;
    read_units(&mut map, units, codes, labels)?;
    read_index(&mut map, index)?;
    read_classes(&mut map, classes)?;
    Ok(map)
}

/// Each arc's points: steps from the point before, over the end of one arc to the next.
fn read_arcs(
    map: &mut Basemap,
    arcs: u32,
    mut lengths: Stream<'_>,
    [mut xs, mut ys]: [Stream<'_>; 2],
) -> Result<(), BasemapError> {
    let [mut x, mut y] = [0, 0];
    for _ in 0..arcs {
        let length = lengths.number()?;
        if length == 0 {
            return lengths.fail("an arc of at least one point");
        }
        x &= map.lattice.columns() - 1;
        for _ in 0..length {
            x += xs.signed()?;
            y += ys.signed()?;
            if !map.lattice.near(x) {
                return xs.fail("a column near the map");
            }
            if !(0..=map.lattice.rows()).contains(&y) {
                return ys.fail("a row between the poles");
            }
            map.points.push([x, y]);
        }
        let end = map.points.len() as u32;
        map.arcs.push(Arc { end, border: false, classes: 0 });
    }
    Ok(())
}

/// Codes and label points; a label is a step from the one before.
fn read_units(
    map: &mut Basemap,
    units: u32,
    mut codes: Stream<'_>,
    mut labels: Stream<'_>,
) -> Result<(), BasemapError> {
    let lattice = map.lattice;
    let mut cell: Cell = [0, 0];
    for _ in 0..units {
        let code = [codes.byte()?, codes.byte()?];
        for (value, limit) in cell.iter_mut().zip([lattice.columns(), lattice.rows()]) {
            *value += labels.signed()? << LABEL_SHIFT;
            if !(0..=limit).contains(value) {
                return labels.fail("a label on the map");
            }
        }
        map.units.push(Unit { code, label: lattice.degrees(cell), rings: [0, 0] });
    }
    Ok(())
}

/// Which arcs make which ring: 0 is the next arc not yet used, anything else counts back from
/// it, with the lowest bit for an arc that runs backwards.
fn read_index(map: &mut Basemap, mut index: Stream<'_>) -> Result<(), BasemapError> {
    let mut fresh: u32 = 0;
    for unit in &mut map.units {
        let first = map.rings.len() as u32;
        for _ in 0..index.number()? {
            for _ in 0..index.number()? {
                let mark = index.number()?;
                let arc = fresh.wrapping_sub(mark.div_ceil(2));
                let Some(used) = map.arcs.get_mut(arc as usize) else {
                    return index.fail("an arc that exists");
                };
                used.border = mark > 0;
                fresh += u32::from(mark == 0);
                map.uses.push(arc << 1 | u32::from(mark > 0 && mark % 2 == 0));
            }
            map.rings.push(map.uses.len() as u32);
        }
        unit.rings = [first, map.rings.len() as u32];
    }
    Ok(())
}

/// The arcs that are not plain borders for everyone: steps from arc to arc, each with a class byte.
fn read_classes(map: &mut Basemap, mut classes: Stream<'_>) -> Result<(), BasemapError> {
    let mut arc = 0;
    while classes.at < classes.end {
        arc += classes.number()? as usize;
        let byte = classes.byte()?;
        let Some(arc) = map.arcs.get_mut(arc) else {
            return classes.fail("an arc that exists");
        };
        arc.classes = byte;
    }
    Ok(())
}
