//! Words that only the plain page needs.
//!
//! In: a language. Out: its [`Words`]. They stand here and not with the widget's, which every
//! visitor loads.

use crate::text::Lang;

/// What stands between several values in one cell of a table.
pub(super) const BETWEEN: &str = "; ";

/// The words of one language.
pub(super) struct Words {
    /// Names the newest event.
    pub(super) newest: &'static str,
    /// What the shapes on the map mean.
    pub(super) caption: &'static str,
}

/// The words of a language.
pub(super) const fn of(lang: Lang) -> Words {
    match lang {
        Lang::Id => Words {
            newest: "Terakhir",
            caption: "Persegi: daerah asal. Lingkaran: kota mitra. Belah ketupat pada negara \
                      berwarna: mitra tingkat negara, kota belum disebut.",
        },
        Lang::En => Words {
            newest: "Latest",
            caption: "Square: home. Circle: partner city. Diamond on a shaded country: partner \
                      country, city not named.",
        },
        Lang::Ja => Words {
            newest: "最近の動き",
            caption: "四角：当該自治体。丸：相手都市。色付きの国のひし形：国レベルの相手、都市の記載なし。",
        },
        Lang::Ko => Words {
            newest: "최근 소식",
            caption: "사각형: 해당 지자체. 원: 상대 도시. 색칠된 나라의 마름모: 국가 단위 상대, 도시는 언급되지 않음.",
        },
    }
}
