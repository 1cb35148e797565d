//! The land as path data, written once and shared by all trees.
//!
//! In: the bytes of the base map, a point of view on borders, the catalog (which countries may have
//! to be shaded, which meridian stands in the middle). Out: a [`Land`], and the name of a file that
//! would show more.

use std::mem::take;
use std::rc::Rc;

use crate::catalog::{Catalog, RecordId};
use crate::dataset::Level;
use crate::geo::LonLat;
use crate::map::basemap::format::SEA;
use crate::map::basemap::{Basemap, BorderClass, Project, Unit, Worldview};
use crate::map::{Camera, Kind, Projection, Viewport, steps};

use super::piece::{Piece, part};
use super::tiles;

/// Islands smaller than this are not drawn on the whole world, square lattice steps: some two square
/// pixels in the region view.
const LEAST: i64 = 9_600;

/// The scale, pixels per globe's radius, from which the world in more detail is wanted: the finest
/// outlines of the land that travels with the widget, 20 km, are then as long as a pixel.
const DETAILED: f64 = 320.0;

/// The file of the whole world in more detail.
const WORLD: &str = "world";

/// Tiles beyond this number are let go, the oldest first; no screen shows as many.
const KEPT: usize = 48;

/// What is drawn under arcs and marks, for one catalog.
pub struct Land {
    /// What the land is written for at the moment.
    laid: Projection,
    worldview: Worldview,
    countries: Vec<Country>,
    world: Piece,
    detailed: bool,
    tiles: Vec<Piece>,
    index: Vec<u8>,
}

/// What the map knows of a country that the dataset names.
struct Country {
    code: [u8; 2],
    label: Option<LonLat>,
}

impl Land {
    /// Reads the base map for a catalog. `worldview` is `id`, `iso`, `jp` or `kr`; anything else is
    /// `id`. Bytes that are no base map give a map without land: marks and arcs still stand.
    #[must_use]
    pub fn new(bytes: &[u8], worldview: &str, catalog: &Catalog) -> Self {
        let mut land = Self::bare(worldview, catalog);
        land.lay(bytes);
        land
    }

    /// A map that has no land yet.
    #[must_use]
    pub fn bare(worldview: &str, catalog: &Catalog) -> Self {
        let mut land = Self {
            laid: Projection::near(middle(catalog)),
            worldview: Worldview::from_code(worldview).unwrap_or_default(),
            countries: Vec::new(),
            world: Piece::default(),
            detailed: false,
            tiles: Vec::new(),
            index: Vec::new(),
        };
        for code in codes(catalog) {
            land.countries.push(Country { code, label: None });
        }
        land
    }

    /// Lays the first land, as [`Land::new`] does.
    pub fn lay(&mut self, bytes: &[u8]) {
        if let Ok(map) = Basemap::decode(bytes) {
            for country in &mut self.countries {
                country.label = map.unit(country.code).map(|unit| unit.label);
            }
            self.index = map.tiles().to_vec();
            self.world = self.piece(map, WORLD);
        }
    }

    /// How the globe is laid on the plane where nobody has moved it.
    #[must_use]
    pub fn projection(&self, kind: Kind) -> Projection {
        self.laid.of(kind)
    }

    /// Writes the land anew where a camera shows it otherwise.
    pub fn show_on(&mut self, on: Projection) {
        if !(on.is_plain() && self.laid.is_plain()) {
            self.write(on);
        }
    }

    #[inline(never)] // It travels in a later module.
    fn write(&mut self, on: Projection) {
        if self.laid == on {
            return;
        }
        self.laid = on;
        let world = take(&mut self.world.map);
        self.world = self.piece(world, WORLD);
        for mut tile in take(&mut self.tiles) {
            let piece = self.piece(take(&mut tile.map), &tile.name);
            self.tiles.push(piece);
        }
    }

    /// The names of the files, below `basemap/` and without their ending, that would show more of
    /// what is seen, with blanks between them.
    #[must_use]
    pub fn wanted(&self, camera: &Camera, view: &Viewport) -> String {
        let mut names = String::new();
        let levels = tiles::levels(camera.scale);
        if levels.is_empty() && camera.scale >= DETAILED && !self.detailed {
            names.push_str(WORLD);
        }
        for level in levels {
            for cell in tiles::seen(camera, view) {
                let name = tiles::name(level, cell);
                let there = self.tiles.iter().any(|tile| *tile.name == *name);
                if !there && tiles::exists(&self.index, level, cell) {
                    names.push_str(if names.is_empty() { "" } else { " " });
                    names.push_str(&name);
                }
            }
        }
        names
    }

    /// Takes the bytes of a wanted file. False if they are no base map: then nothing has changed.
    #[must_use]
    pub fn refine(&mut self, name: &str, bytes: &[u8]) -> bool {
        let Ok(map) = Basemap::decode(bytes) else { return false };
        let piece = self.piece(map, name);
        if name == WORLD {
            self.world = piece;
            self.detailed = true;
            return true;
        }
        if self.tiles.len() >= KEPT {
            self.tiles.remove(0);
        }
        self.tiles.push(piece);
        true
    }

    /// What is drawn for a camera, the coarsest first.
    pub(super) fn pieces(&self, camera: &Camera) -> Vec<&Piece> {
        let mut pieces = vec![&self.world];
        for level in 0..tiles::levels(camera.scale).end {
            for tile in &self.tiles {
                if tiles::is_of(level, &tile.name) {
                    pieces.push(tile);
                }
            }
        }
        pieces
    }

    /// Where the mark or the name of a country stands; `None` if the base map does not know it.
    #[must_use]
    pub fn label_point(&self, code: [u8; 2]) -> Option<LonLat> {
        self.countries.iter().find(|country| country.code == code)?.label
    }

    /// Draws a file's land; that of a tile over what there is of its cell.
    fn piece(&self, map: Basemap, name: &str) -> Piece {
        let on = &self.laid;
        // Longitudes come within 180° of the middle and must not be wrapped again at its edges.
        let project = |at: LonLat| steps(on.project_offset(at.lon - on.meridian, at.lat));
        let paper = Paper { on, map: &map, project: &project };
        let least = if name == WORLD { LEAST } else { 0 };
        let (mut sea, mut land, mut dots) = (String::new(), String::new(), String::new());
        let mut shapes = Vec::new();
        for unit in map.units() {
            let start = land.len();
            if unit.code == SEA {
                paper.land(unit, 0, &mut sea);
                continue;
            }
            paper.land(unit, least, &mut land);
            let shape = land.get(start..).unwrap_or_default();
            let named = self.countries.iter().any(|country| country.code == unit.code);
            if named && !shape.is_empty() {
                shapes.push((unit.code, Rc::from(shape)));
            }
        }
        paper.dots(&mut sea, &mut dots);
        let (mut layers, mut borders) = (Vec::new(), Vec::new());
        for (class, path) in [("mk-sea", sea), ("mk-land", land), ("mk-dots", dots)] {
            if !path.is_empty() {
                layers.push((class, Rc::from(path)));
            }
        }
        for (class, name) in [
            (BorderClass::Shown, "mk-borders"),
            (BorderClass::Dashed, "mk-borders mk-borders-dashed"),
        ] {
            let mut line = String::new();
            paper.borders(self.worldview, class, &mut line);
            part(name, &line, &mut borders);
        }
        Piece { name: Rc::from(name), layers, shapes, borders, map }
    }
}

/// A base map on its way to path data.
struct Paper<'a> {
    on: &'a Projection,
    map: &'a Basemap,
    project: Project<'a>,
}

impl Paper<'_> {
    fn land(&self, unit: &Unit, least: i64, out: &mut String) {
        if self.on.round > 0.0 {
            self.map.land_on_globe(unit, self.on, least, out);
        } else {
            self.map.land_path(unit, self.on.meridian, least, self.project, out);
        }
    }

    fn borders(&self, worldview: Worldview, class: BorderClass, out: &mut String) {
        if self.on.round > 0.0 {
            self.map.borders_on_globe(worldview, class, self.on, out);
        } else {
            self.map.borders_path(worldview, class, self.on.meridian, self.project, out);
        }
    }

    /// States without a shape; and the sea that a globe shows.
    fn dots(&self, sea: &mut String, out: &mut String) {
        if self.on.round > 0.0 {
            self.map.dots_on_globe(self.on, sea, out);
        } else {
            self.map.dots_path(self.on.meridian, self.project, out);
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

/// The longitude of the first home that has a place on the globe.
fn middle(catalog: &Catalog) -> f64 {
    for number in 0..catalog.len() as u32 {
        let home = catalog.home_of(RecordId(number)).and_then(|home| catalog.place_at(home));
        let home = home.filter(|home| home.level != Level::Country);
        if let Some(at) = home.and_then(|home| home.position) {
            return at.lon;
        }
    }
    0.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const FIRST: &[u8] = include_bytes!("../../www/basemap/first.bin");
    const MORE: &[u8] = include_bytes!("../../www/basemap/world.bin");
    const JAVA: &[u8] = include_bytes!("../../www/basemap/1/33.bin");
    const JAVA_CLOSE: &[u8] = include_bytes!("../../www/basemap/2/33.bin");
    const JAVA_PROVINCES: &[u8] = include_bytes!("../../www/basemap/3/33.bin");

    fn first() -> Land {
        let catalog = Catalog::build(crate::view::page_tests::bundled());
        Land::new(FIRST, "id", &catalog)
    }

    fn view() -> Viewport {
        Viewport { width: 300.0, height: 300.0, ..Viewport::default() }
    }

    /// A camera on the middle of Java.
    fn camera(land: &Land, scale: f64) -> Camera {
        let projection = land.projection(Kind::EqualEarth);
        let centre = projection.project(LonLat { lon: 110.0, lat: -7.3 });
        Camera { projection, centre, scale }
    }

    fn names(land: &Land, scale: f64) -> Vec<String> {
        let pieces = land.pieces(&camera(land, scale));
        pieces.iter().map(|piece| piece.name.to_string()).collect()
    }

    fn wanted(land: &Land, scale: f64) -> String {
        land.wanted(&camera(land, scale), &view())
    }

    #[test]
    fn the_world_in_more_detail_is_wanted_where_it_is_seen_and_until_it_is_there() {
        let mut land = first();
        assert_eq!(wanted(&land, 200.0), "");
        assert_eq!(wanted(&land, 500.0), "world");
        let (coarse, mark) = (land.world.layers.clone(), land.label_point(*b"KR"));
        assert!(land.refine("world", MORE));
        assert_eq!(wanted(&land, 500.0), "");
        let bytes =
            |layers: &[_]| layers.iter().map(|(_, path): &(_, Rc<str>)| path.len()).sum::<usize>();
        assert!(bytes(&land.world.layers) > bytes(&coarse));
        assert!(land.world.shapes.iter().any(|(code, _)| code == b"JP"));
        assert_eq!(land.label_point(*b"KR"), mark, "a country's mark stays where it is");
    }

    #[test]
    fn tiles_are_wanted_by_what_is_seen_and_drawn_over_what_is_coarser() {
        let mut land = first();
        assert_eq!(wanted(&land, 30_000.0), "2/33 3/33", "the lines between provinces, too");
        assert_eq!(wanted(&land, 2_000.0), "1/33");
        assert!(wanted(&land, 900.0).contains("1/45"), "the other side of the equator is seen");
        assert!(land.refine("3/33", JAVA_PROVINCES));
        assert!(land.refine("2/33", JAVA_CLOSE));
        assert!(land.refine("1/33", JAVA));
        assert_eq!((wanted(&land, 30_000.0), wanted(&land, 2_000.0)), Default::default());
        assert_eq!(names(&land, 30_000.0), ["world", "1/33", "2/33", "3/33"]);
        assert_eq!(names(&land, 2_000.0), ["world", "1/33"]);
        assert_eq!(names(&land, 200.0), ["world"]);
    }

    #[test]
    fn the_oldest_tiles_are_let_go_when_there_are_many() {
        let mut land = first();
        assert!(land.refine("1/33", JAVA));
        for cell in 0..KEPT as u32 - 1 {
            assert!(land.refine(&tiles::name(1, cell), JAVA));
        }
        assert_eq!(wanted(&land, 2_000.0), "");
        assert!(land.refine("2/50", JAVA));
        assert_eq!(wanted(&land, 2_000.0), "1/33");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(48))]

        #[test]
        fn a_damaged_file_is_refused_or_drawn_but_never_takes_the_map(
            tile in any::<bool>(), cut in any::<bool>(),
            changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..9),
        ) {
            let (name, file) = if tile { ("1/33", JAVA) } else { ("world", MORE) };
            let mut land = first();
            let mut bytes = file.to_vec();
            for (at, byte) in &changes {
                bytes[at.index(file.len())] = *byte;
            }
            bytes.truncate(if cut { changes[0].0.index(file.len()) } else { file.len() });
            let scale = if tile { 2_000.0 } else { 500.0 };
            let coarse = land.world.layers.clone();
            if !land.refine(name, &bytes) {
                prop_assert_eq!(&land.world.layers, &coarse);
                prop_assert_eq!(wanted(&land, scale), name);
            }
        }
    }
}
