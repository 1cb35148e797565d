//! Marks on the screen: what becomes one, and what stays apart.

use super::super::fixture::{BANDUNG, BEKASI, CIKARANG, KOREA, SEONGNAM, desktop, mark, seeds};
use super::super::{Kind, Projection, Side, frame};
use super::*;
use crate::geo::LonLat;
use proptest::prelude::*;

const ASIA: Projection = Projection::near(120.0);
const KINDS: [Kind; 3] = [Kind::EqualEarth, Kind::Mercator, Kind::Globe];

fn of_key(spots: &[Spot], key: u32) -> Option<&Spot> {
    spots.iter().find(|spot| spot.keys.contains(&key))
}

#[test]
fn what_overlaps_is_one_mark_with_a_number_until_one_comes_near() {
    let (scene, view) = (seeds(), desktop());
    let far = frame(&scene, &[], ASIA, &view);
    let cluster = spots(&scene, &far, &view);
    let homes = of_key(&cluster, BEKASI).expect("the homes are in view");
    assert_eq!((homes.keys.len(), homes.form, homes.size), (3, Form::Square, 18.0));
    let near = frame(&scene, &[BEKASI, CIKARANG, BANDUNG], ASIA, &view);
    let near = near.zoom(4.0, near.show(LonLat { lon: 107.07, lat: -6.25 }, &view), &view);
    let apart = spots(&scene, &near, &view);
    assert_eq!(of_key(&apart, BEKASI).map(|spot| spot.keys.len()), Some(1));
    assert_eq!(of_key(&apart, CIKARANG).map(|spot| spot.size), Some(10.0));
}

#[test]
fn a_selected_home_stands_by_itself_and_its_partner_has_the_ring() {
    let (mut scene, view) = (seeds(), desktop());
    scene.selected = vec![BEKASI, SEONGNAM];
    let camera = frame(&scene, &[], ASIA, &view);
    let all = spots(&scene, &camera, &view);
    let home = of_key(&all, BEKASI).expect("the home is in view");
    assert_eq!((home.keys.as_slice(), home.size, home.ring), ([BEKASI].as_slice(), 12.0, 0.0));
    let partner = of_key(&all, SEONGNAM).expect("the partner is in view");
    assert_eq!((partner.size, partner.ring, partner.state), (12.0, 10.0, State::Selected));
    assert!(of_key(&all, KOREA).is_none() && of_key(&all, CIKARANG).is_none());
    assert!(all.iter().rev().take(2).all(|spot| spot.state == State::Selected));
}

#[test]
fn a_home_never_covers_a_partner() {
    let (mut scene, view) = (seeds(), desktop());
    scene.marks.push(mark(50, Side::Partner, 107.2, -6.3, "neighbour"));
    let camera = frame(&scene, &[], ASIA, &view);
    let all = spots(&scene, &camera, &view);
    let place = |key| all.iter().position(|spot| spot.keys.contains(&key));
    assert!(place(50) > place(BEKASI) && place(BEKASI).is_some());
    assert_eq!(of_key(&all, 50).map(|spot| spot.keys.len()), Some(1));
}

#[test]
fn clusters_grow_in_three_steps() {
    let view = desktop();
    for (count, size) in [(2, 18.0), (9, 18.0), (10, 22.0), (99, 22.0), (100, 28.0)] {
        let marks = (0..count).map(|key| mark(key, Side::Partner, 135.0, 35.0, "")).collect();
        let scene = Scene { marks, ..Scene::default() };
        let camera = frame(&scene, &[], ASIA, &view);
        let all = spots(&scene, &camera, &view);
        assert_eq!(all.iter().map(|spot| spot.size).collect::<Vec<_>>(), [size]);
        let mut keys = all[0].keys.clone();
        keys.sort_unstable();
        assert_eq!(keys, (0..count).collect::<Vec<_>>());
    }
}

/// Partners at these places, numbered.
fn partners(places: &[(f64, f64)]) -> Scene {
    let mark =
        |(key, (lon, lat)): (usize, &(f64, f64))| mark(key as u32, Side::Partner, *lon, *lat, "");
    Scene { marks: places.iter().enumerate().map(mark).collect(), ..Scene::default() }
}

/// Which marks are one, in order.
fn groups(scene: &Scene, camera: &Camera, view: &Viewport) -> Vec<Vec<u32>> {
    let mut groups = Vec::new();
    for mut spot in spots(scene, camera, view) {
        spot.keys.sort_unstable();
        groups.push(spot.keys);
    }
    groups.sort();
    groups
}

#[test]
fn places_on_both_sides_of_180_degrees_are_one_where_they_touch() {
    let scene = partners(&[(179.9, -17.0), (-179.9, -17.1)]);
    let view = desktop();
    for kind in KINDS {
        let camera = Camera::world(Projection::near(150.0).of(kind), &view);
        assert_eq!(groups(&scene, &camera, &view), [[0, 1]], "{kind:?}");
    }
    // This map is cut there: they lie at its two ends.
    let cut = Camera::world(Projection::near(0.0), &view);
    assert_eq!(groups(&scene, &cut, &view), [[0], [1]]);
}

#[test]
fn a_cluster_at_the_edge_counts_what_lies_beyond_it() {
    let (scene, view) = (partners(&[(120.0, 0.0), (122.0, 0.0)]), desktop());
    let camera = Camera::world(ASIA, &view);
    let edge = Pixel { x: 0.0, y: view.height / 2.0 };
    let near = camera.zoom(2.0, edge, &view);
    let moved = near.pan(2.0 - near.show(scene.marks[1].at, &view).x, 0.0, &view);
    assert_eq!(groups(&scene, &moved, &view), [[0, 1]]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn moving_and_turning_the_map_changes_no_cluster(
        places in prop::collection::vec((80.0..160.0_f64, -40.0..40.0_f64), 2..60),
        kind in 0..3_usize, zoom in 1.0..8.0_f64, x in -300.0..300.0_f64, y in -200.0..200.0_f64,
    ) {
        let (scene, view) = (partners(&places), desktop());
        let middle = Pixel { x: view.width / 2.0, y: view.height / 2.0 };
        let before = Camera::world(ASIA.of(KINDS[kind]), &view).zoom(zoom, middle, &view);
        let after = before.pan(x, y, &view);
        let (old, new) = (groups(&scene, &before, &view), groups(&scene, &after, &view));
        // What is out of sight is not drawn; what is seen of both is the same.
        for group in &new {
            prop_assert!(!old.iter().any(|other| {
                other != group && other.iter().any(|key| group.contains(key))
            }), "{old:?} {new:?}");
        }
    }

    #[test]
    fn the_order_of_the_places_changes_no_cluster(
        places in prop::collection::vec((-180.0..180.0_f64, -80.0..80.0_f64), 1..60),
        kind in 0..3_usize, zoom in 1.0..8.0_f64,
    ) {
        let view = desktop();
        let mut scene = partners(&places);
        let middle = Pixel { x: view.width / 2.0, y: view.height / 2.0 };
        let camera = Camera::world(ASIA.of(KINDS[kind]), &view).zoom(zoom, middle, &view);
        let before = groups(&scene, &camera, &view);
        scene.marks.reverse();
        prop_assert_eq!(before, groups(&scene, &camera, &view));
    }

    #[test]
    fn what_is_drawn_apart_never_overlaps(
        places in prop::collection::vec((-180.0..180.0_f64, -80.0..80.0_f64), 1..80),
        zoom in 1.0..8.0_f64,
    ) {
        let (scene, view) = (partners(&places), desktop());
        let middle = Pixel { x: view.width / 2.0, y: view.height / 2.0 };
        let camera = Camera::world(ASIA, &view).zoom(zoom, middle, &view);
        let all = spots(&scene, &camera, &view);
        for (at, one) in all.iter().enumerate() {
            for other in &all[..at] {
                let reach = (one.size + other.size) / 2.0;
                let (x, y) = (one.at.x - other.at.x, one.at.y - other.at.y);
                prop_assert!(x.abs() >= reach || y.abs() >= reach, "{one:?} {other:?}");
            }
        }
    }
}
