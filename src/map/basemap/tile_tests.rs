//! The checked-in tiles, looked at as their users do.

use super::Basemap;
use super::format::{SEA, TILES, tile_box};
use super::tests::{PLACES, contains};
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
    assert_eq!(first.tiles().len(), 18);
    for level in [1, 2] {
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

#[test]
fn a_micro_state_is_a_dot() {
    let plane = |at: LonLat| ((at.lon * 10.0) as i32, (at.lat * -10.0) as i32);
    let world = Basemap::decode(include_bytes!("../../../www/basemap/world.bin")).unwrap();
    let mut dots = String::new();
    world.dots_path(120.0, &plane, &mut dots);
    assert!(dots.matches("h0").count() > 20, "{dots}");
    assert!(dots.contains("M1791 8") || dots.contains("M1792 8"), "Tuvalu {dots}");
}
