//! The land as path data, written once and shared by all trees.
//!
//! In: the bytes of the base map, a point of view on borders, the catalog (which countries may have
//! to be shaded, which meridian stands in the middle). Out: a [`Land`].

use std::rc::Rc;

use crate::catalog::Catalog;
use crate::dataset::Level;
use crate::geo::LonLat;
use crate::map::basemap::{Basemap, BorderClass, Worldview};
use crate::map::{EqualEarth, steps};

/// Islands smaller than this are not drawn, square lattice steps: some two square pixels in the
/// region view.
const LEAST: i64 = 600;

/// What is drawn under arcs and marks, for one catalog.
pub struct Land {
    projection: EqualEarth,
    /// All land as one path.
    pub(super) land: Rc<str>,
    /// Borders that are drawn through.
    pub(super) borders: Rc<str>,
    /// Disputed borders.
    pub(super) dashed: Rc<str>,
    countries: Vec<Country>,
}

/// What the map knows of a country that the dataset names.
struct Country {
    code: [u8; 2],
    label: LonLat,
    shape: Rc<str>,
}

impl Land {
    /// Reads the base map for a catalog. `worldview` is `id`, `iso`, `jp` or `kr`; anything else is
    /// `id`. Bytes that are no base map give a map without land: marks and arcs still stand.
    #[must_use]
    pub fn new(bytes: &[u8], worldview: &str, catalog: &Catalog) -> Self {
        let projection = middle(catalog);
        let empty: Rc<str> = Rc::from("");
        let mut land = Self {
            projection,
            land: Rc::clone(&empty),
            borders: Rc::clone(&empty),
            dashed: empty,
            countries: Vec::new(),
        };
        if let Ok(map) = Basemap::decode(bytes) {
            land.draw(&map, Worldview::from_code(worldview).unwrap_or_default(), catalog);
        }
        land
    }

    /// How the globe is laid flat.
    #[must_use]
    pub fn projection(&self) -> EqualEarth {
        self.projection
    }

    /// Where the mark or the name of a country stands; `None` if the base map does not know it.
    #[must_use]
    pub fn label_point(&self, code: [u8; 2]) -> Option<LonLat> {
        self.country(code).map(|country| country.label)
    }

    /// The outline of a country of the dataset.
    pub(super) fn shape(&self, code: [u8; 2]) -> Option<Rc<str>> {
        self.country(code).map(|country| Rc::clone(&country.shape))
    }

    fn country(&self, code: [u8; 2]) -> Option<&Country> {
        self.countries.iter().find(|country| country.code == code)
    }

    fn draw(&mut self, map: &Basemap, worldview: Worldview, catalog: &Catalog) {
        let flat = self.projection;
        // Longitudes come within 180° of the middle and must not be wrapped again at its edges.
        let project = |at: LonLat| steps(flat.project_offset(at.lon - flat.meridian, at.lat));
        let line = |class| {
            let mut out = String::new();
            map.borders_path(worldview, class, flat.meridian, &project, &mut out);
            Rc::from(out)
        };
        let mut all = String::new();
        for unit in map.units() {
            map.land_path(unit, flat.meridian, LEAST, &project, &mut all);
        }
        self.land = Rc::from(all);
        self.borders = line(BorderClass::Shown);
        self.dashed = line(BorderClass::Dashed);
        for code in codes(catalog) {
            if let Some(unit) = map.unit(code) {
                let mut shape = String::new();
                map.land_path(unit, flat.meridian, LEAST, &project, &mut shape);
                self.countries.push(Country { code, label: unit.label, shape: Rc::from(shape) });
            }
        }
    }
}

/// A country code as two bytes in capitals; `None` for anything else.
pub(super) fn code(country: &str) -> Option<[u8; 2]> {
    country.as_bytes().try_into().ok()
}

/// The countries of all places, each once.
fn codes(catalog: &Catalog) -> Vec<[u8; 2]> {
    let mut codes = Vec::new();
    for place in &catalog.dataset().places {
        if let Some(code) = code(&place.country).filter(|code| !codes.contains(code)) {
            codes.push(code);
        }
    }
    codes
}

/// The projection on the meridian of the first home that has a place on the globe.
fn middle(catalog: &Catalog) -> EqualEarth {
    for record in &catalog.dataset().records {
        let home = catalog.place(&record.home).filter(|home| home.level != Level::Country);
        if let Some(at) = home.and_then(|home| home.position) {
            return EqualEarth::near(at.lon);
        }
    }
    EqualEarth::near(0.0)
}
