//! What a globe shows of the checked-in base map, read back from its path data.

use super::{Basemap, BorderClass, Worldview};
use crate::geo::{LonLat, distance_km};
use crate::map::{Kind, Plane, Projection, STEPS};
use proptest::prelude::*;

const FIRST: &[u8] = include_bytes!("../../../www/basemap/first.bin");

/// A quarter of the Earth's circumference, km: as far as the horizon is away.
const QUARTER: f64 = 10_007.6;

fn first() -> Basemap {
    Basemap::decode(FIRST).unwrap()
}

fn globe(lon: f64, lat: f64) -> Projection {
    Projection { middle: LonLat { lon, lat }, ..Projection::near(120.0).of(Kind::Globe) }
}

#[test]
fn a_map_of_nothing_but_lines_shows_them_and_no_sea() {
    let lines = include_bytes!("../../../www/basemap/3/58.bin");
    let map = Basemap::decode(lines).unwrap();
    let [mut sea, mut dots, mut near, mut far] = [const { String::new() }; 4];
    map.dots_on_globe(&globe(136.0, 35.0), &mut sea, &mut dots);
    assert_eq!([&sea, &dots], ["", ""]);
    map.borders_on_globe(Worldview::Id, BorderClass::Shown, &globe(136.0, 35.0), &mut near);
    map.borders_on_globe(Worldview::Id, BorderClass::Shown, &globe(-44.0, -35.0), &mut far);
    assert!(read(&near).len() > 50 && far.is_empty(), "{far}");
}

/// The subpaths as points of the plane.
fn read(path: &str) -> Vec<Vec<Plane>> {
    let mut parts = Vec::new();
    for part in path.split('M').skip(1) {
        let apart = part.replace('-', " -").replace(['l', 'z', 'h'], " ");
        let numbers: Vec<f64> = apart.split_whitespace().map(|n| n.parse().unwrap()).collect();
        let (mut x, mut y) = (0.0, 0.0);
        let points = numbers.chunks_exact(2).map(|pair| {
            (x, y) = (x + pair[0], y + pair[1]);
            Plane { x: x / STEPS, y: y / STEPS }
        });
        parts.push(points.collect());
    }
    parts
}

/// All land, unit after unit.
fn land(map: &Basemap, on: &Projection) -> Vec<Vec<Plane>> {
    let mut out = String::new();
    for unit in map.units() {
        map.land_on_globe(unit, on, 0, &mut out);
    }
    read(&out)
}

/// How often a point is wound round by the rings: what the rule "nonzero" fills.
fn winding(rings: &[Vec<Plane>], at: Plane) -> i32 {
    let mut sum = 0;
    for ring in rings {
        for (a, b) in ring.iter().zip(ring.iter().cycle().skip(1)) {
            let side = (b.x - a.x) * (at.y - a.y) - (b.y - a.y) * (at.x - a.x);
            if a.y <= at.y && b.y > at.y && side > 0.0 {
                sum += 1;
            } else if a.y > at.y && b.y <= at.y && side < 0.0 {
                sum -= 1;
            }
        }
    }
    sum
}

fn is_land(map: &Basemap, at: LonLat) -> bool {
    map.units().iter().any(|unit| super::tests::contains(map, unit, at))
}

fn radius(point: &Plane) -> f64 {
    point.x.hypot(point.y)
}

#[test]
fn countries_at_the_horizon_are_closed_along_it() {
    let map = first();
    // Russia, the United States and Antarctica are cut; South Africa has a hole, which may lie on the horizon.
    for (lon, lat, code) in
        [(10.0, 0.0, "RU"), (120.0, 0.0, "US"), (120.0, 0.0, "AQ"), (-61.5, 0.0, "ZA")]
    {
        let on = globe(lon, lat);
        let mut out = String::new();
        map.land_on_globe(map.unit(code.as_bytes().try_into().unwrap()).unwrap(), &on, 0, &mut out);
        let rings = read(&out);
        let on_rim = rings.iter().flatten().filter(|p| radius(p) > 0.9999).count();
        assert!(on_rim > 3, "{code}: {on_rim} points on the horizon");
    }
}

#[test]
fn a_globe_has_a_horizon_and_only_the_islands_before_it() {
    let (map, on) = (first(), globe(120.0, 10.0));
    let (mut sea, mut dots) = (String::new(), String::new());
    map.dots_on_globe(&on, &mut sea, &mut dots);
    let rim = read(&sea);
    assert_eq!(rim.len(), 1);
    assert!(rim[0].len() > 150 && rim[0].iter().all(|p| (radius(p) - 1.0).abs() < 1e-3));
    let tiny = map.units().iter().filter(|unit| !unit.has_shape()).count();
    let drawn = dots.matches('M').count();
    assert!(drawn > 5 && drawn < tiny, "{drawn} of {tiny}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn no_point_behind_is_drawn_and_no_line_jumps(
        lon in -180.0..180.0_f64, lat in -85.0..85.0_f64,
    ) {
        let (map, on) = (first(), globe(lon, lat));
        let mut borders = String::new();
        for class in [BorderClass::Shown, BorderClass::Dashed] {
            map.borders_on_globe(Worldview::Id, class, &on, &mut borders);
        }
        for ring in land(&map, &on).iter().chain(&read(&borders)) {
            for (a, b) in ring.iter().zip(ring.iter().skip(1)) {
                prop_assert!(radius(a) < 1.0 + 1e-4, "{a:?}");
                // 3° of the longest piece of a coast or of the horizon.
                prop_assert!((a.x - b.x).hypot(a.y - b.y) < 0.08, "{a:?} {b:?}");
            }
        }
    }

    #[test]
    fn land_is_where_it_is_on_the_flat_map(
        lon in -180.0..180.0_f64, lat in -85.0..85.0_f64,
        places in prop::collection::vec((-180.0..180.0_f64, -80.0..80.0_f64), 20),
    ) {
        let (map, on) = (first(), globe(lon, lat));
        let rings = land(&map, &on);
        for (lon, lat) in places {
            let place = LonLat { lon, lat };
            // Nearer the edge what is a hair's breadth on the globe is a degree on the Earth.
            if distance_km(place, on.middle) > QUARTER * 0.9 {
                continue;
            }
            let around = [(0.0, 0.0), (0.6, 0.0), (-0.6, 0.0), (0.0, 0.6), (0.0, -0.6)];
            let near = around.map(|(x, y)| is_land(&map, LonLat { lon: lon + x, lat: lat + y }));
            // Coasts are rounded to whole steps: only what is surely land or sea is compared.
            if near.iter().all(|is| *is == near[0]) {
                prop_assert_eq!(winding(&rings, on.project(place)) != 0, near[0], "{:?}", place);
            }
        }
    }

    #[test]
    fn on_the_way_to_the_flat_map_land_stays_land(
        lon in 60.0..180.0_f64, lat in -60.0..60.0_f64, round in 0.1..0.95_f64,
    ) {
        let map = first();
        let on = Projection { round, ..globe(lon, lat) };
        for (_, lat, lon, code) in super::tests::PLACES {
            // Alone: what is still folded behind the globe may lie over it.
            let mut out = String::new();
            let unit = map.unit(code.as_bytes().try_into().unwrap()).unwrap();
            map.land_on_globe(unit, &on, 0, &mut out);
            let rings = read(&out);
            // A city may lie beyond a coarse coast.
            let at = on.project(LonLat { lon, lat });
            // A country that reaches over the fold at the edge lies over itself there.
            if distance_km(LonLat { lon, lat }, on.middle) > QUARTER * 0.66 {
                continue;
            }
            let step = 0.01;
            let near = [(0.0, 0.0), (step, 0.0), (-step, 0.0), (0.0, step), (0.0, -step)]
                .iter().any(|(x, y)| winding(&rings, Plane { x: at.x + x, y: at.y + y }) != 0);
            prop_assert!(at.x.is_nan() || near, "{code} {at:?}");
        }
    }
}

/// Of Cuba two edges lie on one another, of Slovenia two cross, just where the horizon is.
#[test]
fn edges_that_meet_on_the_horizon_do_not_flood_the_globe() {
    let map = first();
    for (lon, lat, sea_lon, sea_lat) in [
        (85.8815694689653, 68.9226974653749, 22.72825610798098, 35.213198008691236),
        (113.14816175749596, 9.133789271977026, 109.83282579927308, -11.491719664126101),
    ] {
        let (on, sea) = (globe(lon, lat), LonLat { lon: sea_lon, lat: sea_lat });
        assert_eq!(winding(&land(&map, &on), on.project(sea)), 0, "{sea:?}");
    }
}
