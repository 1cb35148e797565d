//! A world of four countries, from rings to bytes and back.

use super::units::{Cell, Unit};
use super::{border, encode, order, provinces, rings, tile, topology};
use mitra_kota::geo::LonLat;
use mitra_kota::map::basemap::format::Lattice;
use mitra_kota::map::basemap::{Basemap, BorderClass, Worldview};
use serde_json::{Value, json};

/// One column or row is one degree and some.
const LATTICE: Lattice = Lattice { x_bits: 8, y_bits: 7 };

fn unit(code: [u8; 2], parts: &[&[Cell]]) -> Unit {
    let rings = rings::tidy(parts.iter().map(|ring| ring.to_vec()).collect(), LATTICE);
    Unit { name: String::from_utf8_lossy(&code).into_owned(), code, label: [90.0, 45.0], rings }
}

/// A lattice point as a GeoJSON position.
fn degrees(at: Cell) -> Value {
    let LonLat { lon, lat } = LATTICE.degrees(at);
    json!([lon, lat])
}

/// West and east share a border with a disputed part; the third lies on both sides of 180°; the
/// fourth has no shape.
fn world() -> Basemap {
    let units = vec![
        unit(*b"WW", &[&[[10, 10], [20, 10], [20, 15], [20, 20], [10, 20]]]),
        unit(*b"EE", &[&[[20, 10], [30, 10], [30, 20], [20, 20], [20, 15]]]),
        unit(
            *b"SS",
            &[&[[250, 50], [0, 50], [0, 60], [250, 60]], &[[0, 50], [6, 50], [6, 60], [0, 60]]],
        ),
        unit(*b"DD", &[]),
    ];
    let line = |class: &str, ends: [Cell; 2]| {
        json!({ "properties": { "FEATURECLA": class, "FCLASS_ID": "Unrecognized" },
                "geometry": { "coordinates": ends.map(degrees) } })
    };
    let plain = json!({ "properties": { "FEATURECLA": "International boundary (verify)" },
                        "geometry": { "coordinates": [degrees([20, 10]), degrees([20, 15])] } });
    let disputed = line("Disputed (please verify)", [[20, 15], [20, 20]]);
    let lines = border::read(&json!({ "features": [plain, disputed] }), LATTICE);
    let map = order::arrange(topology::build(units, &lines, LATTICE), LATTICE);
    let read = Basemap::decode(&encode::encode(&map, LATTICE)).unwrap();
    encode::same(&map, &read).unwrap();
    read
}

/// The corners of a unit on a map centred on 180°, as lattice points in the order of the map.
fn corners(map: &Basemap, code: [u8; 2]) -> Vec<Vec<Cell>> {
    let cell = |place: &LonLat| {
        [((place.lon + 180.0) / 360.0 * 256.0) as i32, ((place.lat + 90.0) / 180.0 * 128.0) as i32]
    };
    let mut rings: Vec<Vec<Cell>> = map
        .rings(map.unit(code).unwrap(), 180.0)
        .iter()
        .map(|ring| ring.iter().map(cell).collect())
        .collect();
    rings.iter_mut().for_each(|ring| ring.sort_unstable());
    rings
}

#[test]
fn what_is_written_is_read() {
    let map = world();
    let turn = 256;
    assert_eq!(corners(&map, *b"WW"), [[[266, 10], [266, 20], [276, 10], [276, 15], [276, 20]]]);
    assert_eq!(corners(&map, *b"EE"), [[[276, 10], [276, 15], [276, 20], [286, 10], [286, 20]]]);
    let seam_is_gone =
        [[250, 50], [250, 60], [turn, 50], [turn, 60], [turn + 6, 50], [turn + 6, 60]];
    assert_eq!(corners(&map, *b"SS"), [seam_is_gone]);
    assert!(!map.unit(*b"DD").unwrap().has_shape());
}

#[test]
fn a_border_changes_its_class_where_the_line_does() {
    let map = world();
    let count = |view, class| {
        let mut path = String::new();
        map.borders_path(view, class, 0.0, &|at| (at.lon as i32, at.lat as i32), &mut path);
        path.matches('M').count()
    };
    assert_eq!(count(Worldview::Id, BorderClass::Shown), 1);
    assert_eq!(count(Worldview::Id, BorderClass::Hidden), 1);
    assert_eq!(count(Worldview::Jp, BorderClass::Dashed), 1);
    assert_eq!(count(Worldview::Jp, BorderClass::Hidden), 0);
}

#[test]
fn an_island_below_the_bound_goes_unless_it_is_the_largest() {
    let large = vec![[10, 60], [20, 60], [20, 70], [10, 70]];
    let small = vec![[30, 60], [31, 60], [31, 61], [30, 61]];
    let mut both = vec![small.clone(), large.clone()];
    rings::drop_islands(&mut both, 1e6, LATTICE);
    assert_eq!(both, [large]);
    let mut alone = vec![small.clone()];
    rings::drop_islands(&mut alone, 1e9, LATTICE);
    assert_eq!(alone, [small]);
}

#[test]
fn a_ring_is_cut_at_a_frame_the_same_way_from_both_sides() {
    let frame = [10, 10, 20, 20];
    let west = tile::clip(vec![[0, 12], [13, 9], [17, 23], [0, 23]], frame, LATTICE);
    let east = tile::clip(vec![[13, 9], [30, 9], [30, 23], [17, 23]], frame, LATTICE);
    let shared: Vec<Cell> = west.iter().copied().filter(|cell| east.contains(cell)).collect();
    assert_eq!(shared.len(), 2, "{west:?} {east:?}");
    assert!(west.iter().chain(&east).all(|[x, y]| (10..=20).contains(x) && (10..=20).contains(y)));
    assert!(tile::clip(vec![[0, 0], [5, 0], [5, 5]], frame, LATTICE).is_empty());
}

#[test]
fn a_line_between_provinces_is_cut_where_one_cell_gives_way_to_the_next() {
    // A cell is 21 columns and a third wide.
    let line = [[18, 10], [20, 11], [22, 11], [24, 10]].map(degrees);
    let point = [[30, 10], [30, 10]].map(degrees);
    let parts = json!({ "coordinates": [line, point] });
    let tiles = provinces::cut(&json!({ "geometries": [parts] }), LATTICE).unwrap();
    let lines = tiles.iter().map(|(cell, bytes)| {
        let (map, mut path) = (Basemap::decode(bytes).unwrap(), String::new());
        let plane = |at: LonLat| {
            (
                ((at.lon + 180.0) * 256.0 / 360.0).round() as i32,
                ((at.lat + 90.0) * 128.0 / 180.0).round() as i32,
            )
        };
        map.borders_path(Worldview::Id, BorderClass::Shown, -120.0, &plane, &mut path);
        (*cell, path)
    });
    let lines: Vec<(u32, String)> = lines.collect();
    assert_eq!(lines, [(0, "M18 10l2 1 2 0".to_owned()), (1, "M22 11l2-1".to_owned())]);
}

#[test]
fn a_frame_may_reach_over_180_degrees() {
    let ring = vec![[250, 12], [262, 12], [262, 18], [250, 18]];
    let kept = tile::clip(ring, [252, 10, 258, 20], LATTICE);
    assert_eq!(kept.iter().map(|[x, _]| *x).max(), Some(252));
    assert!(kept.contains(&[2, 12]), "{kept:?}");
}
