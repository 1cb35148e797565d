//! What helps whoever moves the map: a scale, the way home, full screen, a hint, what one mark stands for.
//!
//! In: context, state, camera. Out: elements over the map. All of it travels in a later module, which comes
//! when a visitor first reaches for the map.

use super::crowd::panel;
use super::drawing::Deed;
use super::labels::Labels;
use super::phrases;
use super::pixels::{push, px};
use super::{Context, Gesture, State};
use crate::geo::{Pixel, distance_km};
use crate::map::{Camera, Viewport};
use crate::markup::{Element, el, svg};
use crate::text::{Lang, number};

/// The scale is at most as long, em.
const LONGEST: f64 = 6.5;

/// What lies over the map while it is in use.
#[inline(never)]
pub(super) fn aids(
    ctx: Context<'_>,
    state: &State,
    camera: &Camera,
    deeds: &[Deed],
) -> Vec<Element> {
    let labels = ctx.labels();
    let mut go = el("div.mk-go mk-choice|data-key=go|role=group")
        .with("aria-label", labels.map_view)
        .child(button("home", labels.home));
    if state.may_fill {
        let full = button("full", full_screen(ctx.lang))
            .with("aria-pressed", if state.full { "true" } else { "false" });
        go = go.child(full);
    }
    let go = go.child(button("picture", save_picture(ctx.lang)));
    let aids = el("div.mk-aids|data-key=aids").maybe(scale(ctx.lang, camera, &state.viewport));
    let mut all = vec![aids.child(go)];
    if let Some(hint) = state.hint {
        all.push(gesture(labels, hint));
    }
    all.extend(panel(ctx, &state.crowd, deeds));
    all
}

fn button(verb: &'static str, text: &'static str) -> Element {
    el("button|type=button").does(verb, "").text(text)
}

const fn full_screen(lang: Lang) -> &'static str {
    match lang {
        Lang::Id => "Layar penuh",
        Lang::En => "Full screen",
        Lang::Ja => "全画面",
        Lang::Ko => "전체 화면",
    }
}

const fn save_picture(lang: Lang) -> &'static str {
    match lang {
        Lang::Id => "Simpan gambar",
        Lang::En => "Save picture",
        Lang::Ja => "画像を保存",
        Lang::Ko => "그림 저장",
    }
}

fn gesture(labels: &Labels, hint: Gesture) -> Element {
    let text = match hint {
        Gesture::Wheel => labels.hint_wheel,
        Gesture::Touch => labels.hint_touch,
    };
    el("p.mk-hint|data-key=hint|aria-hidden=true").text(text)
}

/// A bar as long as a round number of kilometres along the horizontal in the middle of the map.
fn scale(lang: Lang, camera: &Camera, view: &Viewport) -> Option<Element> {
    let (km, width) = round(km_per_pixel(camera, view)?, LONGEST * view.em)?;
    let mut bar = String::from("M.5 14v5h");
    push(&mut bar, width);
    bar.push_str("v-5");
    let text = svg("text|x=0|y=11").text(written(lang, km));
    let scale = svg("svg.mk-scale|data-key=scale|aria-hidden=true|height=20")
        .with("width", px(width + 1.0))
        .child(svg("path").with("d", bar))
        .child(text);
    Some(scale)
}

fn km_per_pixel(camera: &Camera, view: &Viewport) -> Option<f64> {
    let middle = Pixel { x: view.width / 2.0, y: view.height / 2.0 };
    let ends = [-0.5, 0.5].map(|beside| {
        let at = Pixel { x: middle.x + beside * 8.0, ..middle };
        camera.projection.invert(camera.plane(at, view))
    });
    let km = distance_km(ends[0], ends[1]) / 8.0;
    (km > 0.0).then_some(km)
}

/// The longest of 1, 2, 5, 10, … km that takes at most `longest` pixels, and how many it takes.
fn round(km_per_pixel: f64, longest: f64) -> Option<(u32, f64)> {
    let most = km_per_pixel * longest;
    let (mut unit, mut best) = (1_u32, None);
    while unit <= 10_000 {
        for km in [unit, unit * 2, unit * 5] {
            if f64::from(km) <= most {
                best = Some((km, f64::from(km) / km_per_pixel));
            }
        }
        unit *= 10;
    }
    best
}

fn written(lang: Lang, km: u32) -> String {
    let mut text = String::new();
    if km < 1000 {
        text.push_str(&number(km));
    } else {
        text.push_str(&number(km / 1000));
        text.push_str(phrases::of(lang).thousands);
        text.push_str("000");
    }
    text.push_str(" km");
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geo::LonLat;
    use crate::map::{Kind, Plane, Projection};

    /// A camera on a place, of some pixels to the globe's radius.
    fn on(kind: Kind, at: LonLat, scale: f64) -> Camera {
        let flat = Projection::near(120.0).of(kind);
        if kind == Kind::Globe {
            let projection = Projection { middle: at, ..flat };
            return Camera { projection, centre: Plane::default(), scale };
        }
        Camera { projection: flat, centre: flat.project(at), scale }
    }

    fn view() -> Viewport {
        Viewport { width: 600.0, height: 500.0, em: 16.0, ..Viewport::default() }
    }

    #[test]
    fn the_scale_holds_along_the_horizontal_in_the_middle_of_each_projection() {
        let radius = crate::geo::EARTH_KM;
        let seoul = LonLat { lon: 127.0, lat: 37.5 };
        let equator = LonLat { lon: 120.0, lat: 0.0 };
        let near = |km: f64, right: f64| assert!((km / right - 1.0).abs() < 2e-3, "{km} {right}");
        for (at, shrunk) in [(equator, 1.0), (seoul, 37.5_f64.to_radians().cos())] {
            let km = |kind| km_per_pixel(&on(kind, at, 400.0), &view()).unwrap_or_default();
            near(km(Kind::Mercator), radius / 400.0 * shrunk);
            near(km(Kind::Globe), radius / 400.0);
        }
        // Equal Earth's equator is shorter than the globe's: 2 · 2.70663 instead of 2π.
        let km = km_per_pixel(&on(Kind::EqualEarth, equator, 400.0), &view());
        near(km.unwrap_or_default(), radius / 400.0 * std::f64::consts::PI / 2.706_63);
    }

    #[test]
    fn the_bar_is_a_round_number_and_as_long_as_it_can_be() {
        assert_eq!(round(16.0, 100.0), Some((1000, 62.5)));
        assert_eq!(round(5.0, 100.0), Some((500, 100.0)));
        assert_eq!(round(0.2, 100.0), Some((20, 100.0)));
        assert_eq!(round(0.001, 100.0), None);
    }

    #[test]
    fn kilometres_are_written_as_the_language_does() {
        assert_eq!(written(Lang::Id, 2000), "2.000 km");
        assert_eq!(written(Lang::En, 2000), "2,000 km");
        assert_eq!(written(Lang::Ja, 500), "500 km");
    }
}
