//! The checked-in base map, looked at as its users do, and damaged copies of it.

use super::{Basemap, BorderClass, Unit, Worldview};
use crate::geo::LonLat;
use proptest::prelude::*;

const FIRST: &[u8] = include_bytes!("../../../www/basemap/first.bin");
const WORLD: &[u8] = include_bytes!("../../../www/basemap/world.bin");

/// The meridians that a map of Asia, Europe, the Americas or the Pacific is centred on.
const CENTRES: [f64; 5] = [120.0, 0.0, -60.0, 180.0, -180.0];

/// The places that the articles name, with their countries.
pub(super) const PLACES: [(&str, f64, f64, &str); 11] = [
    ("Kota Bekasi", -6.2349, 106.9896, "ID"),
    ("Cikarang", -6.2611, 107.1528, "ID"),
    ("Kota Bandung", -6.9222, 107.6069, "ID"),
    ("Purwakarta", -6.5569, 107.4433, "ID"),
    ("Jakarta", -6.1753, 106.8269, "ID"),
    ("Seongnam", 37.4386, 127.1378, "KR"),
    ("Republic of Korea", 36.3849, 128.1295, "KR"),
    ("Izumisano", 34.4067, 135.3275, "JP"),
    ("Hamamatsu", 34.7108, 137.7267, "JP"),
    ("Osaka", 34.6939, 135.5022, "JP"),
    ("Singapore", 1.2897, 103.8501, "SG"),
];

fn world() -> Basemap {
    Basemap::decode(WORLD).unwrap()
}

fn levels() -> [Basemap; 2] {
    [FIRST, WORLD].map(|bytes| Basemap::decode(bytes).unwrap())
}

fn edges(ring: &[LonLat]) -> impl Iterator<Item = (LonLat, LonLat)> {
    ring.iter().copied().zip(ring.iter().copied().cycle().skip(1))
}

/// Signed, in square degrees: the land of a unit whatever the cut.
fn area(map: &Basemap, unit: &Unit, center: f64) -> f64 {
    let rings = map.rings(unit, center);
    let double =
        rings.iter().flat_map(|ring| edges(ring)).map(|(a, b)| a.lon * b.lat - b.lon * a.lat);
    double.sum::<f64>() / 2.0
}

pub(super) fn contains(map: &Basemap, unit: &Unit, place: LonLat) -> bool {
    let rings = map.rings(unit, place.lon);
    let east = |(a, b): &(LonLat, LonLat)| {
        (a.lat > place.lat) != (b.lat > place.lat)
            && place.lon < a.lon + (b.lon - a.lon) * (place.lat - a.lat) / (b.lat - a.lat)
    };
    rings.iter().flat_map(|ring| edges(ring)).filter(east).count() % 2 == 1
}

fn countries_at(map: &Basemap, lat: f64, lon: f64) -> Vec<String> {
    let here = map.units().iter().filter(|unit| contains(map, unit, LonLat { lon, lat }));
    here.map(|unit| String::from_utf8_lossy(&unit.code).into_owned()).collect()
}

#[test]
fn the_places_of_the_articles_lie_in_their_countries() {
    for map in levels() {
        for (name, lat, lon, code) in PLACES {
            assert_eq!(countries_at(&map, lat, lon), [code], "{name}");
        }
    }
}

#[test]
fn land_beyond_180_degrees_is_russias_fijis_and_antarcticas() {
    for map in levels() {
        assert_eq!(countries_at(&map, 66.5, -173.0), ["RU"]);
        assert_eq!(countries_at(&map, -17.8, 178.0), ["FJ"]);
        assert_eq!(countries_at(&map, -85.0, -179.9), ["AQ"]);
    }
}

#[test]
fn states_have_a_shape_or_at_least_a_place() {
    for map in levels() {
        assert!(map.unit(*b"SG").unwrap().has_shape());
        let tiny = map.unit(*b"TV").unwrap();
        assert!(!tiny.has_shape() && (tiny.label.lat + 8.5).abs() < 1.0, "{tiny:?}");
        assert_eq!(map.unit(*b"ZZ"), None);
        assert!(map.units().len() > 240);
    }
}

#[test]
fn a_shared_code_means_the_larger_land_first() {
    let map = world();
    let ukraine = map.unit(*b"UA").unwrap();
    assert!(contains(&map, ukraine, LonLat { lon: 30.5, lat: 50.4 }));
    assert_eq!(countries_at(&map, 45.3, 34.2), ["UA"], "Crimea");
    assert_eq!(countries_at(&map, 9.5, 45.5), ["SO"], "Somaliland");
}

#[test]
fn lakes_are_no_land_and_their_islands_are() {
    let map = world();
    for (name, lat, lon) in [
        ("Toba", 2.8, 98.63),
        ("Biwa", 35.32, 136.16),
        ("Superior, between two states", 47.7, -87.5),
        ("Victoria, between three", -1.0, 33.0),
    ] {
        assert_eq!(countries_at(&map, lat, lon), [""; 0], "{name}");
    }
    assert_eq!(countries_at(&map, 2.6, 98.8), ["ID"], "Samosir, in Lake Toba");
}

#[test]
fn the_cut_takes_no_land_and_draws_no_streaks() {
    for map in levels() {
        for center in CENTRES {
            whole(&map, center);
        }
    }
}

fn whole(map: &Basemap, center: f64) {
    // Where a coast meets the cut is rounded to a row.
    let rounding = 540.0 / f64::from(map.lattice.rows());
    // And the cut itself to a column.
    let edge = 180.0 + 360.0 / f64::from(map.lattice.columns());
    for unit in map.units() {
        let (here, there) = (area(map, unit, center), area(map, unit, 37.0));
        assert!(
            (here - there).abs() < rounding + there.abs() / 1000.0,
            "{here} {there} {unit:?} at {center}"
        );
        for (a, b) in map.rings(unit, center).iter().flat_map(|ring| edges(ring)) {
            let around = unit.code == *b"AQ" && a.lat == -90.0 && b.lat == -90.0;
            assert!(around || (a.lon - b.lon).abs() < 180.0, "{unit:?} {a:?} {b:?}");
            assert!((a.lon - center).abs() < edge, "{unit:?} {a:?}");
        }
    }
}

/// The classes, in the order of `Worldview::ALL`, of the borders that lie within a box of
/// degrees.
fn classes([west, south, east, north]: [f64; 4]) -> Vec<[BorderClass; 4]> {
    let map = world();
    let inside =
        |place: LonLat| (west..east).contains(&place.lon) && (south..north).contains(&place.lat);
    let all = map.arcs.iter().enumerate().filter(|(number, arc)| {
        arc.border && map.arc(*number).iter().all(|cell| inside(map.lattice.degrees(*cell)))
    });
    all.map(|(_, arc)| Worldview::ALL.map(|view| arc.class(view))).collect()
}

#[test]
fn borders_follow_the_point_of_view() {
    use BorderClass::{Dashed, Hidden, Shown};
    assert_eq!(classes([32.0, 45.0, 37.0, 46.6]), [[Hidden, Dashed, Dashed, Hidden]], "Crimea");
    assert_eq!(classes([126.0, 37.0, 129.0, 39.0]), [[Dashed; 4]], "Korea's demarcation line");
    let kashmir = classes([73.0, 32.0, 78.0, 36.0]);
    assert!(kashmir.contains(&[Dashed; 4]), "line of control {kashmir:?}");
    let kosovo = classes([20.0, 42.0, 21.9, 43.4]);
    assert!(kosovo.contains(&[Hidden, Hidden, Shown, Shown]), "{kosovo:?}");
    let timor = classes([124.0, -10.0, 126.0, -8.0]);
    assert!(!timor.is_empty() && timor.iter().all(|class| *class == [Shown; 4]), "{timor:?}");
}

/// What Natural Earth has of the borders that points of view differ in, each in the order of
/// `Worldview::ALL`.
#[test]
fn disputed_borders_are_drawn_as_each_point_of_view_has_them() {
    use BorderClass::{Dashed, Hidden, Shown};
    let holds = |what: &str, place, class: [BorderClass; 4]| {
        let found = classes(place);
        assert!(found.contains(&class), "{what} {found:?}");
    };
    holds("Western Sahara", [-17.5, 20.0, -8.0, 28.5], [Hidden; 4]);
    holds("Somaliland", [42.0, 7.0, 50.0, 12.0], [Hidden, Hidden, Dashed, Dashed]);
    holds("the Golan Heights", [35.5, 32.5, 36.2, 33.5], [Hidden, Dashed, Dashed, Dashed]);
    holds("the West Bank", [34.8, 31.2, 35.7, 32.7], [Dashed; 4]);
    holds("Northern Cyprus", [32.0, 34.4, 34.8, 35.8], [Dashed, Hidden, Dashed, Dashed]);
    holds("Guyana and Suriname", [-58.5, 1.5, -56.0, 6.2], [Shown, Dashed, Shown, Shown]);
    holds("Suriname and France", [-55.0, 1.8, -53.5, 6.0], [Shown, Dashed, Shown, Shown]);
    for (what, sea) in [
        ("the Kurils", [145.0, 43.2, 149.0, 46.0]),
        ("Dokdo, Takeshima", [130.5, 36.5, 133.0, 38.0]),
        ("Taiwan", [117.0, 21.0, 123.0, 26.0]),
    ] {
        assert!(classes(sea).is_empty(), "{what}: a border is drawn into the sea");
    }
}

#[test]
fn points_of_view_are_named_as_in_the_attribute() {
    assert_eq!(Worldview::from_code("kr"), Some(Worldview::Kr));
    assert_eq!(Worldview::from_code("KR"), None);
    assert_eq!(Worldview::default(), Worldview::Id);
}

fn milli(place: LonLat) -> (i32, i32) {
    ((place.lon * 1000.0) as i32, (place.lat * -1000.0) as i32)
}

fn land(code: [u8; 2], least: i64) -> String {
    let map = world();
    let mut path = String::new();
    map.land_path(map.unit(code).unwrap(), 120.0, least, &milli, &mut path);
    path
}

#[test]
fn land_is_closed_paths_of_whole_numbers() {
    let path = land(*b"SG", 0);
    assert!(path.starts_with("M103") && path.ends_with('z'), "{path}");
    assert!(path.chars().all(|c| "Mlz -".contains(c) || c.is_ascii_digit()), "{path}");
}

#[test]
fn small_islands_can_be_left_out_but_never_a_whole_state() {
    let count = |path: &str| path.matches('M').count();
    let all = count(&land(*b"ID", 0));
    let large = count(&land(*b"ID", 10_000_000));
    assert!(all > 30 && large < 8 && large > 2, "{all} {large}");
    assert_eq!(land(*b"SG", i64::MAX / 4), land(*b"SG", 0));
}

#[test]
fn points_that_fall_together_are_drawn_once() {
    let map = world();
    let mut path = String::new();
    map.land_path(map.unit(*b"ID").unwrap(), 120.0, 0, &|_| (7, 7), &mut path);
    assert_eq!(path, "");
}

#[test]
fn borders_are_open_paths_without_the_seam_of_180_degrees() {
    let map = world();
    let mut path = String::new();
    map.borders_path(Worldview::Id, BorderClass::Shown, 180.0, &milli, &mut path);
    assert!(path.starts_with('M') && !path.contains('z'));
    assert!(!path.contains("M180000 "), "a border on 180°");
}

#[test]
fn an_error_says_where_and_what() {
    let error = Basemap::decode(b"MKB0").unwrap_err();
    assert!(error.to_string().contains("byte 4: expected the mark MKB1"), "{error}");
    assert!(Basemap::decode(&[]).is_err());
}

/// Reads and draws: neither may panic, whatever the bytes.
fn survive(bytes: &[u8]) {
    if let Ok(map) = Basemap::decode(bytes) {
        let mut path = String::new();
        for unit in map.units().iter().take(40) {
            map.land_path(unit, 120.0, 0, &milli, &mut path);
        }
        map.borders_path(Worldview::Kr, BorderClass::Dashed, 120.0, &milli, &mut path);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_file_cut_short_is_an_error(length in 0..WORLD.len()) {
        prop_assert!(Basemap::decode(&WORLD[..length]).is_err());
    }

    #[test]
    fn altered_bytes_never_panic(changes in prop::collection::vec((0..WORLD.len(), any::<u8>()), 1..9)) {
        let mut bytes = WORLD.to_vec();
        for (at, byte) in changes {
            bytes[at] = byte;
        }
        survive(&bytes);
    }

    #[test]
    fn any_bytes_never_panic(mut bytes in prop::collection::vec(any::<u8>(), 0..400), mark in any::<bool>()) {
        if mark {
            bytes.splice(0..0, *b"MKB1\x0e\x0d");
        }
        survive(&bytes);
    }
}
