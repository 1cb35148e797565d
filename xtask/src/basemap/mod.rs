//! `cargo xtask basemap`: the base map, rebuilt from Natural Earth.
//!
//! In: Natural Earth 5.1.1 from a pinned package, simplified by a pinned tool. Out:
//! the files of `www/basemap/` in the format of `docs/basemap.md`.

mod border;
mod encode;
mod order;
mod provinces;
mod rings;
mod source;
#[cfg(test)]
mod tests;
mod tile;
mod topology;
mod units;

use crate::failure::{Failure, Named, Result};
use crate::project::Project;
use mitra_kota::map::basemap::Basemap;
use mitra_kota::map::basemap::format::Lattice;
use serde_json::Value;
use std::path::Path;

/// What a level is made of.
struct Level {
    /// The name of the file without its ending.
    name: &'static str,
    /// What mapshaper keeps of each country's outline, an expression over its `ADM0_A3`.
    interval: String,
    /// Islands below these areas, in km², are left out: near the users, and elsewhere.
    least: [f64; 2],
    /// Which lakes are cut out of the land; `None` leaves it whole.
    lakes: Option<Lakes>,
    lattice: Lattice,
}

/// The lakes of a level.
#[derive(Clone, Copy)]
struct Lakes {
    /// Those below these areas, in km², are left out: in `LAKES_NEAR`, and elsewhere.
    least: [u32; 2],
    /// What is kept of their outlines, km.
    interval: u32,
}

/// The countries that a visitor of an Indonesian city's page looks at closely.
const NEAR: &str = "IDN JPN KOR PRK SGP MYS BRN PHL TWN CHN HKG MAC VNM THA LAO KHM MMR TLS PNG";

/// Those at the edges of their view.
const AROUND: &str = "IND LKA BGD PAK NPL BTN MNG AUS NZL";

/// What is kept of outlines and lines where a city fills the map, km.
const CITY: u32 = 1;

/// Those among the near ones that records of the bundled dataset lie in.
const HOME: &str = "IDN JPN KOR SGP";

/// Those whose provinces are told apart.
const PROVINCES: &str = "IDN JPN KOR";

/// Where lakes are near the users, an expression over a lake: about the countries of `NEAR`.
const LAKES_NEAR: &str =
    "this.centroidX > 92 && this.centroidX < 148 && this.centroidY > -12 && this.centroidY < 46";

/// Rebuilds the levels that ship; `--all` also builds those that they were weighed against, beside
/// the downloads.
pub(crate) fn run(project: &Project, arguments: &[String]) -> Result<()> {
    let source = source::Source::fetch(project)?;
    let folder = project.path("www/basemap");
    let mut index = Vec::new();
    let [region, city] = &tiled();
    for level in [region, city] {
        index.extend(land(&source, level, &folder)?);
    }
    let lines = source.provinces(city, PROVINCES, CITY)?;
    index.extend(tiles(&folder.join("3"), &provinces::cut(&lines, city.lattice)?)?);
    let [first, world] = &shipped();
    build(&source, first, &folder, index)?;
    build(&source, world, &folder, Vec::new())?;
    if arguments.iter().any(|argument| argument == "--all") {
        for level in &weighed() {
            build(&source, level, source.folder(), Vec::new())?;
        }
    }
    Ok(())
}

/// Intervals in km: at home, in the countries near, in those around, elsewhere, in Canada and
/// Greenland, in Antarctica.
fn mixed([home, near, around, far, north, south]: [u32; 6]) -> String {
    format!(
        "ADM0_A3 == 'ATA' ? {south}000 : ADM0_A3 == 'CAN' || ADM0_A3 == 'GRL' ? {north}000 : \
         '{HOME}'.includes(ADM0_A3) ? {home}000 : '{NEAR}'.includes(ADM0_A3) ? {near}000 : \
         '{AROUND}'.includes(ADM0_A3) ? {around}000 : {far}000"
    )
}

/// A lattice whose rows are as wide as its columns at the equator.
const fn square(bits: u32) -> Lattice {
    Lattice { x_bits: bits, y_bits: bits - 1 }
}

const fn lakes(least: [u32; 2], interval: u32) -> Option<Lakes> {
    Some(Lakes { least, interval })
}

/// A level with no lakes.
const fn level(name: &'static str, interval: String, least: [f64; 2], lattice: Lattice) -> Level {
    Level { name, interval, least, lakes: None, lattice }
}

/// What travels with the widget, and what follows when the map is looked at closely.
fn shipped() -> [Level; 2] {
    let first = mixed([20, 35, 50, 100, 160, 300]);
    let world = mixed([7, 12, 20, 20, 30, 60]);
    let [few, more] = [[800.0, 10_000.0], [150.0, 600.0]];
    [
        level("first", first, few, square(11)),
        Level { lakes: lakes([600, 2000], 7), ..level("world", world, more, square(14)) },
    ]
}

/// What is cut into tiles, for a region and for a city.
fn tiled() -> [Level; 2] {
    let region = mixed([3, 3, 3, 3, 5, 10]);
    let city = mixed([CITY, CITY, CITY, CITY, 2, 5]);
    [
        Level { lakes: lakes([60, 2000], 4), ..level("1", region, [8.0, 8.0], square(16)) },
        Level { lakes: lakes([10, 500], 2), ..level("2", city, [1.0, 1.0], square(18)) },
    ]
}

fn weighed() -> [Level; 7] {
    let same = |km: u32| format!("{km}000");
    let fine = Lattice { x_bits: 14, y_bits: 14 };
    [
        level("world-12km-14", same(12), [150.0, 150.0], fine),
        level("world-12km", same(12), [150.0, 150.0], square(14)),
        level("world-25km", same(25), [600.0, 600.0], square(14)),
        level("first-12", mixed([12, 20, 35, 35, 60, 100]), [400.0, 2500.0], square(13)),
        level("first-16", mixed([16, 25, 45, 45, 80, 120]), [500.0, 3500.0], square(13)),
        level("first-16-rough", mixed([16, 25, 45, 45, 90, 150]), [500.0, 4500.0], square(12)),
        level("first-20-rough", mixed([20, 30, 50, 50, 90, 200]), [600.0, 5000.0], square(12)),
    ]
}

/// Builds one file of the whole world; `index` says which tiles there are.
fn build(source: &source::Source, level: &Level, folder: &Path, index: Vec<u8>) -> Result<()> {
    let (units, lines) = read(source, level)?;
    let mut topology = topology::build(units, &lines, level.lattice);
    topology.tiles = index;
    let topology = order::arrange(topology, level.lattice);
    let bytes = encode::encode(&topology, level.lattice);
    let map = Basemap::decode(&bytes).named("reading back what was written")?;
    encode::same(&topology, &map)?;
    let path = folder.join(level.name).with_extension("bin");
    std::fs::write(&path, &bytes).named(path.display())?;
    let points: usize = topology.arcs.iter().map(|arc| arc.points.len()).sum();
    println!(
        "{}: {} units, {} arcs, {points} points, {} bytes, {} gzip, {} brotli",
        path.display(),
        topology.units.len(),
        topology.arcs.len(),
        bytes.len(),
        crate::size::gzip(&bytes).named("gzip")?,
        crate::size::brotli(&bytes).named("brotli")?,
    );
    Ok(())
}

/// Builds a level's tiles; gives a bit for each cell that has one.
fn land(source: &source::Source, level: &Level, folder: &Path) -> Result<[u8; 9]> {
    let (units, lines) = read(source, level)?;
    let whole = encode::encode(&topology::build(units, &lines, level.lattice), level.lattice);
    let world = Basemap::decode(&whole).named("reading back what was written")?;
    tiles(&folder.join(level.name), &tile::cut(&world, &lines, level.lattice)?)
}

/// Writes the tiles of a folder anew, one file a cell; gives a bit for each cell that has one.
fn tiles(folder: &Path, tiles: &[(u32, Vec<u8>)]) -> Result<[u8; 9]> {
    if folder.exists() {
        std::fs::remove_dir_all(folder).named(folder.display())?;
    }
    std::fs::create_dir_all(folder).named(folder.display())?;
    let (mut index, mut raw, mut brotli, mut largest) = ([0; 9], 0, 0, 0);
    for (cell, bytes) in tiles {
        let path = folder.join(format!("{cell}.bin"));
        std::fs::write(&path, bytes).named(path.display())?;
        if let Some(byte) = index.get_mut(*cell as usize / 8) {
            *byte |= 1 << (cell % 8);
        }
        let packed = crate::size::brotli(bytes).named("brotli")?;
        raw += bytes.len();
        (brotli, largest) = (brotli + packed, largest.max(packed));
    }
    let (folder, count) = (folder.display(), tiles.len());
    println!("{folder}: {count} tiles, {raw} bytes, {brotli} brotli, the largest {largest}");
    Ok(index)
}

/// A level's countries and the boundary lines, on its lattice.
fn read(source: &source::Source, level: &Level) -> Result<(Vec<units::Unit>, border::Lines)> {
    let (countries, lines) = source.simplify(level)?;
    Ok((units::read(&countries, level)?, border::read(&lines, level.lattice)))
}

/// A member of a JSON object that must be an array.
fn array<'a>(value: &'a Value, key: &str) -> Result<&'a [Value]> {
    let array = value.get(key).and_then(Value::as_array);
    array.map(Vec::as_slice).ok_or_else(|| Failure::plain(format!("GeoJSON without `{key}`")))
}

/// A member of a feature's properties as text.
fn text<'a>(feature: &'a Value, key: &str) -> &'a str {
    let value = feature.get("properties").and_then(|all| all.get(key));
    value.and_then(Value::as_str).unwrap_or("").trim_matches(['\0', ' '])
}
