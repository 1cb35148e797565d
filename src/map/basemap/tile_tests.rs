//! The checked-in tiles, looked at as their users do.

use super::format::{SEA, TILES, tile_box};
use super::tests::{PLACES, contains};
use super::{Basemap, Cell};
use crate::geo::LonLat;
use std::path::PathBuf;

fn tile(level: u32, cell: u32) -> Option<Basemap> {
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("www/basemap");
    let bytes = std::fs::read(file.join(format!("{level}/{cell}.bin"))).ok()?;
    Some(Basemap::decode(&bytes).unwrap())
}

fn cell_of(lat: f64, lon: f64) -> u32 {
    let inside = |cell: &u32| {
        let [west, south, east, north] = tile_box(*cell);
        (west..east).contains(&lon) && (south..north).contains(&lat)
    };
    (0..TILES).find(inside).unwrap()
}

#[test]
fn the_places_of_the_articles_lie_in_their_countries() {
    for level in [1, 2] {
        for (name, lat, lon, code) in PLACES {
            let map = tile(level, cell_of(lat, lon)).unwrap();
            let place = LonLat { lon, lat };
            let land = map.units().iter().filter(|unit| unit.code != SEA);
            let here: Vec<_> = land.filter(|unit| contains(&map, unit, place)).collect();
            assert_eq!(here.len(), 1, "{name} at level {level}");
            assert_eq!(here[0].code, *code.as_bytes(), "{name} at level {level}");
        }
    }
}

#[test]
fn lakes_are_no_land() {
    for level in [1, 2] {
        for (name, lat, lon) in [("Toba", 2.8, 98.63), ("Biwa", 35.32, 136.16)] {
            let map = tile(level, cell_of(lat, lon)).unwrap();
            let land = map.units().iter().filter(|unit| unit.code != SEA);
            let at = LonLat { lon, lat };
            assert_eq!(land.filter(|unit| contains(&map, unit, at)).count(), 0, "{name}");
        }
    }
}

#[test]
fn the_index_names_the_tiles_that_there_are() {
    let first = include_bytes!("../../../www/basemap/first.bin");
    let first = Basemap::decode(first).unwrap();
    assert_eq!(first.tiles().len(), 27);
    for level in [1, 2, 3] {
        for cell in 0..TILES {
            let byte = first.tiles()[(level - 1) as usize * 9 + cell as usize / 8];
            assert_eq!(byte >> (cell % 8) & 1 == 1, tile(level, cell).is_some(), "{level}/{cell}");
        }
    }
}

#[test]
fn a_tile_holds_its_cell_and_little_more() {
    for level in [1, 2] {
        for (cell, map) in (0..TILES).filter_map(|cell| Some((cell, tile(level, cell)?))) {
            let [west, south, east, north] = tile_box(cell);
            let middle = (west + east) / 2.0;
            for unit in map.units() {
                for at in map.rings(unit, middle).iter().flatten() {
                    let [off, up] =
                        [(at.lon - middle).abs(), (at.lat - (south + north) / 2.0).abs()];
                    assert!(off < 15.11 && up < 15.11, "{level}/{cell} {at:?}");
                }
            }
        }
    }
}

#[test]
fn a_tile_lies_on_a_patch_of_sea_the_size_of_its_cell() {
    let [west, south, east, north] = tile_box(45);
    let map = tile(2, 45).unwrap();
    let sea = map.rings(map.unit(SEA).unwrap(), 105.0);
    assert_eq!(sea.iter().map(Vec::len).collect::<Vec<_>>(), [4]);
    for at in &sea[0] {
        let near = |a: f64, b: f64| (a - b).abs() < 0.001;
        assert!(near(at.lon, west) || near(at.lon, east), "{at:?}");
        assert!(near(at.lat, south) || near(at.lat, north), "{at:?}");
    }
}

/// The edges of the lines between provinces in a cell, degrees.
fn provinces(cell: u32) -> Vec<(LonLat, LonLat)> {
    let map = tile(3, cell).unwrap();
    let lines = (0..map.arcs.len()).flat_map(|arc| map.arc(arc).windows(2));
    let degrees = |edge: &[Cell]| (map.lattice.degrees(edge[0]), map.lattice.degrees(edge[1]));
    lines.map(degrees).collect()
}

#[test]
fn provinces_are_parted_where_they_meet() {
    let [jakarta, bekasi, bandung] = ["Jakarta", "Kota Bekasi", "Kota Bandung"]
        .map(|name| PLACES.iter().find(|place| place.0 == name).unwrap())
        .map(|(_, lat, lon, _)| LonLat { lon: *lon, lat: *lat });
    let side = |a: LonLat, b: LonLat, of: LonLat| {
        (b.lon - a.lon) * (of.lat - a.lat) > (b.lat - a.lat) * (of.lon - a.lon)
    };
    let lines = provinces(33);
    let parted = |from: LonLat, to: LonLat| {
        let cross = |&&(a, b): &&(LonLat, LonLat)| {
            side(a, b, from) != side(a, b, to) && side(from, to, a) != side(from, to, b)
        };
        lines.iter().filter(cross).count() % 2 == 1
    };
    assert!(parted(jakarta, bandung), "the capital and West Java");
    assert!(!parted(bekasi, bandung), "both in West Java");
    assert!(parted(bandung, LonLat { lon: 110.42, lat: -6.98 }), "West and Central Java");
}

#[test]
fn lines_between_provinces_lie_in_their_countries() {
    let cells: Vec<u32> = (0..TILES).filter(|cell| tile(3, *cell).is_some()).collect();
    assert_eq!(cells, [33, 34, 45, 46, 58]);
    for cell in cells {
        let land = tile(2, cell).unwrap();
        let theirs = [*b"ID", *b"JP", *b"KR"];
        let units: Vec<_> =
            land.units().iter().filter(|unit| theirs.contains(&unit.code)).collect();
        for (from, to) in provinces(cell) {
            let at = LonLat { lon: (from.lon + to.lon) / 2.0, lat: (from.lat + to.lat) / 2.0 };
            let inside = units.iter().any(|unit| contains(&land, unit, at));
            assert!(inside, "{at:?} in cell {cell}");
        }
    }
}

#[test]
fn a_micro_state_is_a_dot() {
    let plane = |at: LonLat| ((at.lon * 10.0) as i32, (at.lat * -10.0) as i32);
    let world = Basemap::decode(include_bytes!("../../../www/basemap/world.bin")).unwrap();
    let mut dots = String::new();
    world.dots_path(120.0, &plane, &mut dots);
    assert!(dots.matches("h0").count() > 20, "{dots}");
    assert!(dots.contains("M1791 8") || dots.contains("M1792 8"), "Tuvalu {dots}");
}
