//! A locale that knows just enough for tests.

use std::cmp::Ordering;

use mitra_kota::text::{Lang, Locale, push_folded};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Folds as `Locale` asks, orders by the folded name, and knows three countries.
pub(crate) struct Plain;

impl Locale for Plain {
    fn fold(&self, text: &str) -> String {
        let plain = text.nfkd().collect::<String>().to_lowercase();
        let mut out = String::new();
        plain.chars().filter(|c| !is_combining_mark(*c)).for_each(|c| push_folded(&mut out, c));
        out
    }

    fn compare(&self, _: Lang, a: &str, b: &str) -> Ordering {
        self.fold(a).cmp(&self.fold(b))
    }

    fn country(&self, lang: Lang, code: &str) -> Option<String> {
        let name = match (code, lang) {
            ("JP", Lang::Id) => "Jepang",
            ("JP", Lang::En) => "Japan",
            ("JP", _) => "日本",
            ("KR", Lang::Id) => "Korea Selatan",
            ("KR", Lang::En) => "South Korea",
            ("KR", Lang::Ko) => "대한민국",
            ("KR", Lang::Ja) => "韓国",
            ("ID", _) => "Indonesia",
            _ => return None,
        };
        Some(name.into())
    }
}
