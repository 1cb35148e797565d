//! The land as path data, written once and shared by all trees.
//!
//! In: the bytes of the base map, a point of view on borders, the catalog (which countries may have
//! to be shaded, which meridian stands in the middle). Out: a [`Land`], and the name of a file that
//! would show more.

use std::rc::Rc;

use crate::catalog::Catalog;
use crate::dataset::Level;
use crate::geo::LonLat;
use crate::map::basemap::{Basemap, BorderClass, Worldview};
use crate::map::{Camera, EqualEarth, steps};

/// Islands smaller than this are not drawn, square lattice steps: some two square pixels in the
/// region view.
const LEAST: i64 = 600;

/// The scale, pixels per globe's radius, from which the world in more detail is wanted: the finest
/// outlines of the land that travels with the widget, 16 km, are then as long as a pixel.
const DETAILED: f64 = 400.0;

/// What is drawn under arcs and marks, for one catalog.
pub struct Land {
    projection: EqualEarth,
    worldview: Worldview,
    detailed: bool,
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
    label: Option<LonLat>,
    shape: Rc<str>,
}

impl Land {
    /// Reads the base map for a catalog. `worldview` is `id`, `iso`, `jp` or `kr`; anything else is
    /// `id`. Bytes that are no base map give a map without land: marks and arcs still stand.
    #[must_use]
    pub fn new(bytes: &[u8], worldview: &str, catalog: &Catalog) -> Self {
        let empty: Rc<str> = Rc::from("");
        let mut land = Self {
            projection: middle(catalog),
            worldview: Worldview::from_code(worldview).unwrap_or_default(),
            detailed: false,
            land: Rc::clone(&empty),
            borders: Rc::clone(&empty),
            dashed: empty,
            countries: Vec::new(),
        };
        for code in codes(catalog) {
            land.countries.push(Country { code, label: None, shape: Rc::from("") });
        }
        land.draw(bytes);
        land
    }

    /// How the globe is laid flat.
    #[must_use]
    pub fn projection(&self) -> EqualEarth {
        self.projection
    }

    /// The name of the file, below `basemap/` and without its ending, that would show more of what
    /// `camera` sees; nothing while what there is will do.
    #[must_use]
    pub fn wanted(&self, camera: &Camera) -> &'static str {
        if self.detailed || camera.scale < DETAILED { "" } else { "world" }
    }

    /// Draws the land anew from the bytes of the wanted file. False if they are no base map: then
    /// nothing has changed.
    #[must_use]
    pub fn refine(&mut self, bytes: &[u8]) -> bool {
        self.detailed |= self.draw(bytes);
        self.detailed
    }

    /// Where the mark or the name of a country stands; `None` if the base map does not know it.
    #[must_use]
    pub fn label_point(&self, code: [u8; 2]) -> Option<LonLat> {
        self.country(code)?.label
    }

    /// The outline of a country of the dataset.
    pub(super) fn shape(&self, code: [u8; 2]) -> Option<Rc<str>> {
        self.country(code).map(|country| Rc::clone(&country.shape))
    }

    fn country(&self, code: [u8; 2]) -> Option<&Country> {
        self.countries.iter().find(|country| country.code == code)
    }

    fn draw(&mut self, bytes: &[u8]) -> bool {
        let Ok(map) = Basemap::decode(bytes) else { return false };
        let flat = self.projection;
        // Longitudes come within 180° of the middle and must not be wrapped again at its edges.
        let project = |at: LonLat| steps(flat.project_offset(at.lon - flat.meridian, at.lat));
        let line = |class| {
            let mut out = String::new();
            map.borders_path(self.worldview, class, flat.meridian, &project, &mut out);
            Rc::from(out)
        };
        let mut all = String::new();
        for unit in map.units() {
            map.land_path(unit, flat.meridian, LEAST, &project, &mut all);
        }
        self.land = Rc::from(all);
        self.borders = line(BorderClass::Shown);
        self.dashed = line(BorderClass::Dashed);
        for country in &mut self.countries {
            if let Some(unit) = map.unit(country.code) {
                let mut shape = String::new();
                map.land_path(unit, flat.meridian, LEAST, &project, &mut shape);
                country.shape = Rc::from(shape);
                // The first point stays: a mark does not move when its country gets more detail.
                country.label.get_or_insert(unit.label);
            }
        }
        true
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::Viewport;
    use proptest::prelude::*;

    const FIRST: &[u8] = include_bytes!("../../www/basemap/first.bin");
    const WORLD: &[u8] = include_bytes!("../../www/basemap/world.bin");

    fn first() -> Land {
        let catalog = Catalog::build(crate::view::page_tests::bundled());
        Land::new(FIRST, "id", &catalog)
    }

    fn near(land: &Land) -> Camera {
        let view = Viewport { width: 800.0, height: 600.0, ..Viewport::default() };
        Camera { scale: 2_000.0, ..Camera::world(land.projection(), &view) }
    }

    #[test]
    fn finer_land_is_wanted_where_it_is_seen_and_until_it_is_there() {
        let mut land = first();
        let camera = near(&land);
        assert_eq!(land.wanted(&Camera { scale: 200.0, ..camera }), "");
        assert_eq!(land.wanted(&camera), "world");
        let (coarse, japan) = (Rc::clone(&land.land), land.shape(*b"JP").unwrap());
        let mark = land.label_point(*b"KR");
        assert!(land.refine(WORLD));
        assert_eq!(land.wanted(&camera), "");
        assert!(land.land.len() > coarse.len() && land.shape(*b"JP").unwrap().len() > japan.len());
        assert_eq!(land.label_point(*b"KR"), mark, "a country's mark stays where it is");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(48))]

        #[test]
        fn a_damaged_file_is_refused_or_drawn_but_never_takes_the_map(
            changes in prop::collection::vec((0..WORLD.len(), any::<u8>()), 1..9), cut in any::<bool>(),
        ) {
            let mut land = first();
            let coarse = Rc::clone(&land.land);
            let mut bytes = WORLD.to_vec();
            for (at, byte) in &changes {
                bytes[*at] = *byte;
            }
            bytes.truncate(if cut { changes[0].0 } else { bytes.len() });
            if !land.refine(&bytes) {
                prop_assert_eq!(&land.land, &coarse);
                prop_assert_eq!(land.wanted(&near(&land)), "world");
            }
        }
    }
}
