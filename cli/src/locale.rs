//! Language knowledge for native programs: what a browser has built in, from the Unicode tables.
//!
//! In: names, words, country codes. Out: what a browser's `Intl` and `normalize` would say, so that
//! the rendered list stands in the widget's order under the widget's names.

use std::cmp::Ordering;

use icu_collator::options::CollatorOptions;
use icu_collator::{CollatorBorrowed, CollatorPreferences};
use icu_experimental::displaynames::DisplayNamesOptions;
use icu_experimental::displaynames::multi::RegionDisplayNames;
use icu_locale_core::Locale as Tag;
use icu_locale_core::subtags::{Region, language};
use mitra_kota::text::{Lang, Locale, push_folded};
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// The tables for all four languages.
pub(crate) struct Native {
    languages: [Tables; Lang::ALL.len()],
}

/// The tables of one language; a missing one leaves code point order and country codes.
struct Tables {
    collator: Option<CollatorBorrowed<'static>>,
    countries: Option<RegionDisplayNames>,
}

impl Native {
    /// Reads the tables that are built in.
    pub(crate) fn new() -> Self {
        Self { languages: Lang::ALL.map(Tables::of) }
    }

    fn of(&self, lang: Lang) -> Option<&Tables> {
        self.languages.get(lang as usize)
    }
}

impl Tables {
    fn of(lang: Lang) -> Self {
        let tag = Tag::from(match lang {
            Lang::Id => language!("id"),
            Lang::En => language!("en"),
            Lang::Ja => language!("ja"),
            Lang::Ko => language!("ko"),
        });
        let order = CollatorPreferences::from(&tag);
        Self {
            collator: CollatorBorrowed::try_new(order, CollatorOptions::default()).ok(),
            countries: RegionDisplayNames::try_new((&tag).into(), DisplayNamesOptions::default())
                .ok(),
        }
    }
}

impl Locale for Native {
    fn fold(&self, text: &str) -> String {
        let plain: String = text.nfkd().collect::<String>().to_lowercase();
        let mut out = String::with_capacity(plain.len());
        for letter in plain.chars().filter(|letter| !is_combining_mark(*letter)) {
            push_folded(&mut out, letter);
        }
        out
    }

    fn compare(&self, lang: Lang, a: &str, b: &str) -> Ordering {
        let collator = self.of(lang).and_then(|tables| tables.collator.as_ref());
        collator.map_or_else(|| a.cmp(b), |collator| collator.compare(a, b))
    }

    fn country(&self, lang: Lang, code: &str) -> Option<String> {
        let region = Region::try_from_str(code).ok()?;
        self.of(lang)?.countries.as_ref()?.of(region).map(str::to_owned)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn countries_have_their_names_in_all_languages() {
        let native = Native::new();
        let names = |code| Lang::ALL.map(|lang| native.country(lang, code).unwrap_or_default());
        assert_eq!(names("JP"), ["Jepang", "Japan", "日本", "일본"]);
        assert_eq!(names("KR"), ["Korea Selatan", "South Korea", "韓国", "대한민국"]);
        assert_eq!(native.country(Lang::En, "not a code"), None);
    }

    #[test]
    fn folding_leaves_letters_and_line_breaks() {
        let native = Native::new();
        assert_eq!(native.fold("Córdoba\nＫＯＴＡ"), "cordoba\nkota");
        assert_eq!(native.fold("泉佐野市"), "泉佐野市");
    }

    #[test]
    fn names_stand_in_the_order_of_a_dictionary() {
        let native = Native::new();
        assert_eq!(native.compare(Lang::Id, "ábaco", "Bandung"), Ordering::Less);
        assert_eq!(native.compare(Lang::En, "bandung", "Bekasi"), Ordering::Less);
        assert_eq!(native.compare(Lang::Ko, "성남", "하마마쓰"), Ordering::Less);
    }
}
