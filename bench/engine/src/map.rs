//! The map's own work without a page: reading land, and clusters of places after a filter change.
//!
//! In: a file of the base map; places and the partner of each record, then which records match. Out:
//! outlines in degrees; marks, those that would overlap as one.

use mitra_kota::catalog::{Catalog, RecordId};
use mitra_kota::dataset::{Dataset, Level, Place, Record};
use mitra_kota::geo::LonLat;
use mitra_kota::map::basemap::Basemap;
use mitra_kota::map::{Camera, Kind, Viewport, spots};
use mitra_kota::query::Answer;
use mitra_kota::text::{Lang, Text, number};
use mitra_kota::view::{Context, Land, State, scenery};
use wasm_bindgen::prelude::wasm_bindgen;

use crate::search::Page;

/// Files of the base map.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Ground;

#[wasm_bindgen]
impl Ground {
    /// Reads a file; gives how many units it has.
    #[must_use]
    pub fn read(file: &[u8]) -> usize {
        Basemap::decode(file).map_or(0, |map| map.units().len())
    }

    /// Reads a file and writes its paths, as the widget does before it draws them.
    pub fn lay(file: &[u8]) {
        let _ = Land::new(file, "id", &Catalog::build(Dataset::default()));
    }

    /// The rings of all units, longitude and latitude in turn: after each ring a NaN, after each
    /// unit another.
    #[must_use]
    pub fn outlines(file: &[u8]) -> Vec<f64> {
        let mut out = Vec::new();
        let Ok(map) = Basemap::decode(file) else { return out };
        for unit in map.units() {
            for ring in map.rings(unit, 0.0) {
                for at in ring {
                    out.extend([at.lon, at.lat]);
                }
                out.push(f64::NAN);
            }
            out.push(f64::NAN);
        }
        out
    }
}

/// A catalog with its places on a map of the world.
#[wasm_bindgen]
pub struct Places {
    catalog: Catalog,
    answer: Answer,
    state: State,
    land: Land,
}

#[wasm_bindgen]
impl Places {
    /// Records of one home, each with the place of this number as its partner; a map of these pixels.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new(lons: &[f64], lats: &[f64], partners: &[u32], width: f64, height: f64) -> Self {
        let mut dataset = Dataset { language: Lang::En, ..Dataset::default() };
        dataset.places.push(place("home", 107.0, -6.2));
        for (at, (lon, lat)) in lons.iter().zip(lats).enumerate() {
            dataset.places.push(place(&number(at as u32), *lon, *lat));
        }
        let record = |(at, partner): (usize, &u32)| Record {
            id: number(at as u32),
            home: "home".into(),
            partners: vec![number(*partner)],
            ..Record::default()
        };
        dataset.records = partners.iter().enumerate().map(record).collect();
        let catalog = Catalog::build(dataset);
        let land = Land::bare("id", &catalog);
        let mut state = State::new(Lang::En);
        state.viewport = Viewport { width, height, em: 16.0, controls: Vec::new() };
        Self { catalog, answer: Answer::default(), state, land }
    }

    /// The filter has changed: these records match.
    pub fn choose(&mut self, records: &[u32]) {
        self.answer.ids = records.iter().map(|id| RecordId(*id)).collect();
    }

    /// What the widget does of the answer for its marks: gathers their places, and merges those that
    /// would overlap on the world zoomed in by `zoom`. Gives how many marks are drawn.
    #[must_use]
    pub fn cluster(&self, zoom: f64) -> usize {
        let context = Context { catalog: &self.catalog, locale: &Page, lang: Lang::En };
        let scenery = scenery(context, &self.state, &self.answer, &self.land);
        let view = &self.state.viewport;
        let mut camera = Camera::world(self.land.projection(Kind::EqualEarth), view);
        camera.scale *= zoom;
        spots(scenery.scene(), &camera, view).len()
    }
}

fn place(id: &str, lon: f64, lat: f64) -> Place {
    Place {
        id: id.into(),
        name: Text::one(Lang::En, id),
        short: None,
        country: "ID".into(),
        level: Level::City,
        position: Some(LonLat { lon, lat }),
        position_source: None,
        wikidata: None,
        code: None,
        aliases: Vec::new(),
    }
}
