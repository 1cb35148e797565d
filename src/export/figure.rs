//! The map as a picture in the page: no script, no style sheet, nothing to load.
//!
//! In: context and the bytes of the base map. Out: a `figure` with its caption. The land is written
//! anew for this one view, for whole pixels and little further than its edges.

use super::dress::{PAGE, dress, ground};
use super::words;
use crate::geo::{LonLat, Pixel};
use crate::map::Viewport;
use crate::map::basemap::{Basemap, BorderClass, Worldview};
use crate::markup::{Element, Node, el, svg};
use crate::view::still::{Still, still};
use crate::view::{Context, Land};

/// Width and height, pixels.
const SIZE: (f64, f64) = (560.0, 670.0);
/// Land is written this far beyond the edges, pixels: farther than the pieces of a coast are long.
const MARGIN: f64 = 64.0;
/// Islands smaller than this are not drawn, square pixels.
const LEAST: i64 = 2;

/// The map of all records. `base` are the bytes of the base map, `worldview` its point of view on
/// borders; both as for [`Land::new`].
#[must_use]
pub fn figure(ctx: Context<'_>, base: &[u8], worldview: &str) -> Element {
    let land = Land::new(base, worldview, ctx.catalog);
    let (width, height) = SIZE;
    let view = Viewport { width, height, em: 16.0, controls: Vec::new() };
    let Still { mut drawing, camera, shades } = still(ctx, &land, &view);
    dress(&mut drawing);
    let flat = camera.projection;
    let project = |at: LonLat| {
        let at = camera.pixel(flat.project_offset(at.lon - flat.meridian, at.lat), &view);
        let at = gathered(at);
        (at.x.round() as i32, at.y.round() as i32)
    };
    let mut below = vec![svg("rect").with("width", "560").with("height", "670").with("fill", PAGE)];
    if let Ok(map) = Basemap::decode(base) {
        let worldview = Worldview::from_code(worldview).unwrap_or_default();
        below.push(earth(&map, worldview, &shades, flat.meridian, &project));
    }
    drawing.children.splice(0..0, below.into_iter().map(Node::Element));
    let drawing = drawing.with("width", "100%").with("height", "670");
    let words = [words::of(ctx.lang).caption, " ", ctx.labels().map_credit].concat();
    el("figure").child(drawing).child(el("figcaption").text(words))
}

/// What lies beyond the margin is gathered in few places along it: nobody sees it.
fn gathered(at: Pixel) -> Pixel {
    let (width, height) = SIZE;
    let x = at.x.max(-MARGIN).min(width + MARGIN);
    let y = at.y.max(-MARGIN).min(height + MARGIN);
    if x == at.x && y == at.y {
        return at;
    }
    let coarse = |length: f64| (length / MARGIN).round() * MARGIN;
    Pixel { x: if x == at.x { coarse(x) } else { x }, y: if y == at.y { coarse(y) } else { y } }
}

/// Land, shaded countries, borders.
fn earth(
    map: &Basemap,
    worldview: Worldview,
    shades: &[[u8; 2]],
    meridian: f64,
    project: &dyn Fn(LonLat) -> (i32, i32),
) -> Element {
    let mut land = String::new();
    for unit in map.units() {
        map.land_path(unit, meridian, LEAST, project, &mut land);
    }
    let mut shaded = String::new();
    for unit in shades.iter().filter_map(|code| map.unit(*code)) {
        map.land_path(unit, meridian, LEAST, project, &mut shaded);
    }
    let line = |class| {
        let mut out = String::new();
        map.borders_path(worldview, class, meridian, project, &mut out);
        out
    };
    let parts = [
        ("mk-land", land),
        ("mk-shade", shaded),
        ("mk-borders", line(BorderClass::Shown)),
        ("mk-borders-dashed", line(BorderClass::Dashed)),
    ];
    let drawn = parts.into_iter().filter(|(_, data)| !data.is_empty());
    svg("g").children(drawn.map(|(class, data)| ground(class).with("d", data)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::Catalog;
    use crate::dataset;
    use crate::export::html;
    use crate::text::{Lang, Plain};

    fn drawn(base: &[u8]) -> String {
        let bytes = include_bytes!("../../www/data/bekasi-bandung.json");
        let (dataset, _) = dataset::parse(bytes).expect("a dataset");
        let catalog = Catalog::build(dataset);
        html(&figure(Context { catalog: &catalog, locale: &Plain, lang: Lang::Id }, base, "id"))
    }

    #[test]
    fn the_picture_stands_on_its_own() {
        let text = drawn(include_bytes!("../../www/basemap/world.bin"));
        for part in ["class=", "data-", "part=", " style=", "tabindex"] {
            assert!(!text.contains(part), "{part} means nothing without the widget");
        }
        for name in ["Izumisano", "Hamamatsu", "Seongnam", "Jepang", "Kab. Bekasi"] {
            assert!(text.contains(&[">", name, "</tspan>"].concat()), "{name}");
        }
        assert!(text.contains("<figcaption>Persegi: daerah asal."));
    }

    #[test]
    fn lines_and_shapes_have_their_looks() {
        let text = drawn(include_bytes!("../../www/basemap/world.bin"));
        assert_eq!(text.matches("stroke-dasharray=\"0 4.5\"").count(), 3, "contacts");
        assert_eq!(text.matches("stroke-dasharray=\"8 4\"").count(), 1, "letter of intent");
        assert_eq!(text.matches("fill=\"#a9ced6\"").count(), 1, "partner countries");
    }

    #[test]
    fn the_land_is_small_enough_to_travel_in_the_page() {
        let text = drawn(include_bytes!("../../www/basemap/world.bin"));
        assert!(text.len() < 32_000, "{} bytes", text.len());
    }

    #[test]
    fn without_a_base_map_marks_and_lines_remain() {
        let text = drawn(b"no base map");
        assert!(text.contains("Seongnam") && !text.contains("#e7e9e5"));
    }
}
