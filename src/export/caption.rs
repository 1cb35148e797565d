//! What the shapes of the plain page's map mean, in words.
//!
//! In: a language. Out: one line. It stands here and not with the widget's words, which every
//! visitor loads.

use crate::text::Lang;

/// The shapes in words.
pub(super) const fn caption(lang: Lang) -> &'static str {
    match lang {
        Lang::Id => {
            "Persegi: daerah asal. Lingkaran: kota mitra. Belah ketupat pada negara berwarna: \
             mitra tingkat negara, kota belum disebut."
        }
        Lang::En => {
            "Square: home. Circle: partner city. Diamond on a shaded country: partner country, \
             city not named."
        }
        Lang::Ja => {
            "四角：自国側の自治体。丸：相手都市。色付きの国のひし形：国レベルの相手、都市の記載なし。"
        }
        Lang::Ko => {
            "사각형: 국내 지방정부. 원: 상대 도시. 색칠된 나라의 마름모: 국가 단위 상대, 도시는 언급되지 않음."
        }
    }
}
