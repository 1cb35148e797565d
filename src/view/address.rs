//! The form of a view in the address: filter, open record, language, where the map looks.
//!
//! In and out: `sector=education&record=bekasi-seongnam&lang=en&map=12000,1500,31`, each key behind
//! the prefix of its widget. Short, readable, stable; what is not known is passed over.

use crate::catalog::Catalog;
use crate::map::{Camera, Kind, Projection, Short};
use crate::query::url;
use crate::text::{Lang, parts, push_number, read_number};

use super::naming::join;
use super::state::{Aim, State};

/// Writes the state, without what is the default. `home_lang` is the language of the page.
#[must_use]
pub fn write(catalog: &Catalog, state: &State, home_lang: Lang) -> String {
    let mut out = String::new();
    url::write(&state.filter, &mut out);
    if let Some(record) = state.selected {
        url::push_pair(&mut out, "record", catalog.id(record));
    }
    if state.lang != home_lang {
        url::push_pair(&mut out, "lang", state.lang.tag());
    }
    match state.aim {
        Aim::Region => {}
        Aim::World => url::push_pair(&mut out, "map", "world"),
        Aim::Globe => url::push_pair(&mut out, "map", "globe"),
        Aim::Free(camera) => url::push_pair(&mut out, "map", &short(&camera)),
    }
    out
}

/// Brings the state to what an address says; what it does not say is the default.
pub fn read(catalog: &Catalog, state: &mut State, text: &str, home_lang: Lang, on: Projection) {
    state.filter = url::read(text);
    state.selected = None;
    state.lang = home_lang;
    state.aim = Aim::Region;
    for (key, value) in url::pairs(text) {
        match key {
            "record" => state.selected = catalog.find(&value),
            "lang" => state.lang = Lang::from_tag(&value).unwrap_or(home_lang),
            "map" if value == "world" => state.aim = Aim::World,
            "map" if value == "globe" => state.aim = Aim::Globe,
            "map" => {
                if let Some(short) = read_short(&value) {
                    let round = value.ends_with(GLOBE);
                    let kind = if round { Kind::Globe } else { state.given.flat() };
                    state.aim = Aim::Free(Camera::from_short(on.of(kind), short));
                }
            }
            _ => {}
        }
    }
}

/// What stands behind a camera that looks at a globe.
const GLOBE: &str = ",globe";

/// Three whole numbers: longitude and latitude in hundredths of a degree, and the zoom step.
fn short(camera: &Camera) -> String {
    let (mut out, Short { lon, lat, zoom }) = (String::new(), camera.short());
    for number in [lon, lat, zoom] {
        join(&mut out, ",", if number < 0 { "-" } else { "" });
        push_number(&mut out, number.unsigned_abs());
    }
    if camera.projection.round > 0.0 {
        out.push_str(GLOBE);
    }
    out
}

/// The reverse of [`short`].
fn read_short(text: &str) -> Option<Short> {
    let mut numbers = parts(text, b',');
    let mut next = || signed(numbers.next()?);
    Some(Short { lon: next()?, lat: next()?, zoom: next()? })
}

fn signed(text: &str) -> Option<i32> {
    let digits = text.strip_prefix('-');
    let size = read_number(digits.unwrap_or(text).as_bytes())? as i32;
    Some(if digits.is_some() { -size } else { size })
}
