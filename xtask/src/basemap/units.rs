//! GeoJSON countries in, units with rings on the lattice out.

use super::{Level, NEAR, array, rings, text};
use crate::failure::Result;
use mitra_kota::map::basemap::format::{Lattice, NO_CODE};
use serde_json::Value;

/// A point on the lattice; columns run from 0 to one less than a turn.
pub(super) type Cell = [i32; 2];

/// A country or a piece of land kept apart.
pub(super) struct Unit {
    /// Natural Earth's `ADM0_A3`, its name for it.
    pub(super) name: String,
    pub(super) code: [u8; 2],
    /// Degrees: longitude, latitude.
    pub(super) label: [f64; 2],
    /// Closed rings; the closing point is not repeated.
    pub(super) rings: Vec<Vec<Cell>>,
}

/// Land that Natural Earth gives no code, where ISO 3166 and Indonesia count it to a state.
const COUNTED: [(&str, [u8; 2]); 2] = [("SOL", *b"SO"), ("CYN", *b"CY")];

/// Crimea, which Natural Earth draws as Russia's: degrees west, south, east, north.
const CRIMEA: [f64; 4] = [32.0, 44.0, 37.0, 46.4];
const CRIMEA_LABEL: [f64; 2] = [34.2, 45.3];

/// Reads all countries; those too small for a shape keep their label.
pub(super) fn read(countries: &Value, level: &Level) -> Result<Vec<Unit>> {
    let mut units: Vec<Unit> = Vec::new();
    let mut crimea = Vec::new();
    for feature in array(countries, "features")? {
        let mut unit = unit(feature, level.lattice);
        if unit.name == "RUS" {
            (crimea, unit.rings) =
                unit.rings.into_iter().partition(|ring| within(ring, CRIMEA, level.lattice));
        }
        units.push(unit);
    }
    let name = "Crimea".to_owned();
    units.push(Unit { name, code: *b"UA", label: CRIMEA_LABEL, rings: crimea });
    for unit in &mut units {
        let near = NEAR.split(' ').any(|name| name == unit.name);
        unit.rings = rings::tidy(std::mem::take(&mut unit.rings), level.lattice);
        rings::drop_islands(&mut unit.rings, level.least[usize::from(!near)], level.lattice);
    }
    units.retain(|unit| unit.code != NO_CODE || !unit.rings.is_empty());
    Ok(units)
}

fn unit(feature: &Value, lattice: Lattice) -> Unit {
    let name = text(feature, "ADM0_A3");
    let code = match text(feature, "ISO_A2_EH").as_bytes() {
        &[a, b] => [a, b],
        _ => COUNTED.iter().find(|(known, _)| *known == name).map_or(NO_CODE, |(_, code)| *code),
    };
    let degree = |key| {
        let value = feature.get("properties").and_then(|all| all.get(key));
        value.and_then(Value::as_f64).unwrap_or(0.0)
    };
    let label = [degree("LABEL_X"), degree("LABEL_Y")];
    let mut rings = Vec::new();
    if let Some(geometry) = feature.get("geometry") {
        collect(geometry.get("coordinates").unwrap_or(&Value::Null), lattice, &mut rings);
    }
    Unit { name: name.to_owned(), code, label, rings }
}

/// Finds the rings or lines in coordinates of any depth.
pub(super) fn collect(value: &Value, lattice: Lattice, rings: &mut Vec<Vec<Cell>>) {
    let Some(values) = value.as_array() else { return };
    let ring: Option<Vec<Cell>> = values.iter().map(|point| cell(point, lattice)).collect();
    match ring {
        Some(ring) => rings.push(ring),
        None => values.iter().for_each(|value| collect(value, lattice, rings)),
    }
}

/// The lattice point nearest to a GeoJSON position; `None` for anything else.
pub(super) fn cell(position: &Value, lattice: Lattice) -> Option<Cell> {
    let [lon, lat] = position.as_array()?.as_slice() else { return None };
    Some(snap([lon.as_f64()?, lat.as_f64()?], lattice))
}

/// The lattice point nearest to a place in degrees.
pub(super) fn snap([lon, lat]: [f64; 2], lattice: Lattice) -> Cell {
    let x = ((lon + 180.0) / 360.0 * f64::from(lattice.columns())).round() as i32;
    let y = ((lat + 90.0) / 180.0 * f64::from(lattice.rows())).round() as i32;
    [x.rem_euclid(lattice.columns()), y]
}

fn within(ring: &[Cell], [west, south, east, north]: [f64; 4], lattice: Lattice) -> bool {
    let [low, high] = [snap([west, south], lattice), snap([east, north], lattice)];
    ring.iter().all(|&[x, y]| (low[0]..high[0]).contains(&x) && (low[1]..high[1]).contains(&y))
}
