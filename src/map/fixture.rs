//! The five seed records as a scene, for the tests of this folder.

use super::{Caption, Line, Mark, Scene, Side, Tie, Viewport};
use crate::geo::{LonLat, Rect};

pub(super) const BEKASI: u32 = 1;
pub(super) const CIKARANG: u32 = 2;
pub(super) const BANDUNG: u32 = 3;
pub(super) const IZUMISANO: u32 = 11;
pub(super) const HAMAMATSU: u32 = 12;
pub(super) const SEONGNAM: u32 = 13;
pub(super) const KOREA: u32 = 21;
pub(super) const JAPAN: u32 = 22;

pub(super) fn mark(key: u32, side: Side, lon: f64, lat: f64, label: &str) -> Mark {
    let at = LonLat { lon, lat };
    Mark { key, side, at, label: label.to_owned(), importance: 1_000 - key }
}

fn tie(home: u32, partner: u32, line: Line) -> Tie {
    Tie { home, partner, line, records: 1 }
}

/// Three homes, three partner cities, two partner countries, five ties.
pub(super) fn seeds() -> Scene {
    Scene {
        marks: vec![
            mark(BEKASI, Side::Home, 106.9896, -6.2349, "Kota Bekasi"),
            mark(CIKARANG, Side::Home, 107.1528, -6.2611, "Kab. Bekasi"),
            mark(BANDUNG, Side::Home, 107.6069, -6.9222, "Kota Bandung"),
            mark(IZUMISANO, Side::Partner, 135.3275, 34.4067, "Izumisano"),
            mark(HAMAMATSU, Side::Partner, 137.7267, 34.7108, "Hamamatsu"),
            mark(SEONGNAM, Side::Partner, 127.1378, 37.4386, "Seongnam"),
            mark(KOREA, Side::Country(*b"KR"), 128.1295, 36.3849, "Korea Selatan"),
            mark(JAPAN, Side::Country(*b"JP"), 138.4422, 36.1425, "Jepang"),
        ],
        ties: vec![
            tie(BEKASI, IZUMISANO, Line::Contact),
            tie(BANDUNG, HAMAMATSU, Line::LetterOfIntent),
            tie(BEKASI, SEONGNAM, Line::InstitutionAgreement),
            tie(CIKARANG, KOREA, Line::Contact),
            tie(BEKASI, JAPAN, Line::Contact),
        ],
        captions: vec![Caption {
            at: LonLat { lon: 113.9, lat: -0.9 },
            text: "Indonesia".to_owned(),
        }],
        crowd: "# daerah asal".to_owned(),
        ..Scene::default()
    }
}

/// The map of a desktop page: view switch and zoom buttons on it.
pub(super) fn desktop() -> Viewport {
    Viewport {
        width: 550.0,
        height: 670.0,
        em: 16.0,
        controls: vec![
            Rect { x0: 0.0, y0: 0.0, x1: 200.0, y1: 38.0 },
            Rect { x0: 512.0, y0: 0.0, x1: 550.0, y1: 114.0 },
        ],
    }
}

/// The small map above the list of a phone, with its one button.
pub(super) fn phone() -> Viewport {
    Viewport {
        width: 390.0,
        height: 236.0,
        em: 16.0,
        controls: vec![Rect { x0: 274.0, y0: 190.0, x1: 380.0, y1: 226.0 }],
    }
}
