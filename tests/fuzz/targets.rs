//! What is fuzzed: each function takes any bytes and must come back.
//!
//! In: bytes. Out: nothing; a panic is a finding. Read by the replay in `tests/fuzz` and by the fuzzer in
//! `fuzz/`, so that what one finds the other keeps.

use mitra_kota::catalog::{Catalog, RecordId};
use mitra_kota::dataset::{self, Date, Fatal};
use mitra_kota::geo::LonLat;
use mitra_kota::map::Projection;
use mitra_kota::map::basemap::{Basemap, BorderClass, Worldview};
use mitra_kota::query::url;
use mitra_kota::text::Lang;
use mitra_kota::view::{State, address};

/// A name and what it does with bytes.
pub(crate) type Target = (&'static str, fn(&[u8]));

/// All targets. Their corpora lie in `tests/corpus/fuzz/` under these names.
pub(crate) const TARGETS: [Target; 5] = [
    ("dataset", dataset),
    ("packed", packed),
    ("basemap", basemap),
    ("url", address),
    ("edtf", edtf),
];

/// The reader ends with a dataset or a reason, and what it gives can be made a catalog of.
fn dataset(bytes: &[u8]) {
    match dataset::parse(bytes) {
        Ok((dataset, problems)) => {
            assert!(problems.len() <= dataset::MAX_PROBLEMS);
            let (read, unread) = (dataset.records.len(), dataset.unread);
            assert!(unread == 0 || !problems.is_empty(), "what is left out is told");
            assert_eq!(Catalog::build(dataset).len(), read);
        }
        Err(fatal) => assert!(!fatal.message.is_empty() && !fatal.remedy.is_empty()),
    }
}

/// A packed dataset is refused, or each of its records can be asked for; so with a second file. The first
/// two bytes say how long the first file is.
fn packed(bytes: &[u8]) {
    let Some((len, files)) = bytes.split_first_chunk() else { return };
    let len = usize::from(u16::from_le_bytes(*len)).min(files.len());
    let (first, second) = files.split_at(len);
    let told = |fatal: Fatal| assert!(!fatal.message.is_empty() && !fatal.remedy.is_empty());
    let mut catalog = match dataset::unpack(first.to_vec()) {
        Ok(dataset) => {
            let all = dataset.records.len();
            let catalog = Catalog::build(dataset);
            assert_eq!(
                catalog.len() + catalog.dataset().unread,
                all,
                "what is left out is counted"
            );
            catalog
        }
        Err(fatal) => return told(fatal),
    };
    let before = catalog.len();
    ask(&catalog);
    catalog.learn(second.to_vec()).unwrap_or_else(told);
    assert_eq!(catalog.len(), before, "records stay in their places");
    ask(&catalog);
}

/// Asks for all that a catalog has of each record.
fn ask(catalog: &Catalog) {
    for id in (0..catalog.len() as u32).map(RecordId) {
        let _ = (catalog.lacks(id), catalog.record(id), catalog.newest(id));
        let _ = (catalog.home_of(id), catalog.partners_of(id));
        assert!(catalog.find(catalog.id(id)).is_some());
    }
}

/// A base map is refused, or all of it can be drawn.
fn basemap(bytes: &[u8]) {
    let Ok(map) = Basemap::decode(bytes) else { return };
    let project = |at: LonLat| {
        assert!(at.lon.is_finite() && at.lat.is_finite());
        (at.lon as i32, at.lat as i32)
    };
    let mut path = String::new();
    for unit in map.units() {
        map.land_path(unit, 118.0, 2, &project, &mut path);
        for ring in map.rings(unit, 118.0) {
            assert!(ring.iter().all(|at| at.lon.is_finite() && at.lat.is_finite()));
        }
    }
    map.borders_path(Worldview::default(), BorderClass::Shown, 118.0, &project, &mut path);
    map.dots_path(118.0, &project, &mut path);
}

/// An address becomes a state; written and read again it is the same.
fn address(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let (prefix, hash) = text.split_once('\n').unwrap_or(("mk", text));
    let ours = url::extract(hash, prefix);
    let filter = url::read(&ours);
    let mut written = String::new();
    url::write(&filter, &mut written);
    assert_eq!(url::read(&written), filter, "{written}");
    let merged = url::merge(hash, "mk", &written);
    assert_eq!(url::merge(&merged, "mk", &written), merged);
    let catalog = Catalog::build(dataset::Dataset::default());
    let mut state = State::new(Lang::Id);
    address::read(&catalog, &mut state, &ours, Lang::Id, Projection::near(118.0));
    let shown = address::write(&catalog, &state, Lang::Id);
    assert_eq!(url::read(&shown), state.filter, "{shown}");
}

/// A date that is read is written as it was.
fn edtf(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let Some(date) = Date::parse(text) else { return };
    let mut written = String::new();
    date.write(&mut written);
    assert_eq!(Date::parse(&written), Some(date), "{text} became {written}");
    assert!(date.start.year <= date.end.year, "{text}");
}
