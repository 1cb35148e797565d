//! The four languages, and text that exists in some of them.

/// A language of the interface and of the datasets.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub enum Lang {
    /// Indonesian.
    #[default]
    Id,
    /// English.
    En,
    /// Japanese.
    Ja,
    /// Korean.
    Ko,
}

impl Lang {
    /// All languages, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Id, Self::En, Self::Ja, Self::Ko];

    /// The BCP 47 primary tag: `id`, `en`, `ja`, `ko`.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::En => "en",
            Self::Ja => "ja",
            Self::Ko => "ko",
        }
    }

    /// Reads a BCP 47 tag by its primary subtag (`ja-JP` is Japanese); `None` for other languages.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        let (primary, rest) = tag.as_bytes().split_at_checked(2)?;
        let ends = matches!(rest, [] | [b'-' | b'_', ..]);
        let is = |lang: &Self| lang.tag().as_bytes().eq_ignore_ascii_case(primary);
        if ends { Self::ALL.into_iter().find(is) } else { None }
    }
}

/// One text in up to four languages, at least one of them. One pointer wide: datasets are full of
/// them, and every one is moved into its place. Empty where a language has none.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Text(Box<[Box<str>; 4]>);

impl Text {
    /// A text in one language.
    #[must_use]
    pub fn one(lang: Lang, text: &str) -> Self {
        let mut all = Self::default();
        all.set(lang, text);
        all
    }

    /// Adds or replaces the text of one language; an empty one takes it away.
    pub fn set(&mut self, lang: Lang, text: &str) {
        self.0[lang as usize] = text.into();
    }

    /// What to show to a reader of `asked`: that language, else the dataset's, else any;
    /// with the language of what is shown. Empty only if no language has a text.
    #[must_use]
    pub fn shown(&self, asked: Lang, dataset: Lang) -> (&str, Lang) {
        for lang in [asked, dataset, Lang::Id, Lang::En, Lang::Ja, Lang::Ko] {
            if let Some(text) = self.get(lang) {
                return (text, lang);
            }
        }
        ("", asked)
    }

    /// The text in exactly this language.
    #[must_use]
    pub fn get(&self, lang: Lang) -> Option<&str> {
        let text = &*self.0[lang as usize];
        if text.is_empty() { None } else { Some(text) }
    }

    /// Whether no language has a text.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.all().next().is_none()
    }

    /// Every text there is, with its language.
    pub fn all(&self) -> impl Iterator<Item = (Lang, &str)> {
        Lang::ALL.into_iter().filter_map(|lang| Some((lang, self.get(lang)?)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_language_falls_back_field_by_field() {
        let mut name = Text::one(Lang::Ja, "泉佐野市");
        assert_eq!(name.shown(Lang::Ko, Lang::Id), ("泉佐野市", Lang::Ja));
        name.set(Lang::Id, "Izumisano");
        assert_eq!(name.shown(Lang::Ko, Lang::Id), ("Izumisano", Lang::Id));
        assert_eq!(name.shown(Lang::Ja, Lang::Id), ("泉佐野市", Lang::Ja));
        assert_eq!(Text::default().shown(Lang::En, Lang::Id), ("", Lang::En));
    }

    #[test]
    fn regions_and_case_of_a_tag_do_not_matter() {
        assert_eq!(Lang::from_tag("ja-JP"), Some(Lang::Ja));
        assert_eq!(Lang::from_tag("KO"), Some(Lang::Ko));
        assert_eq!(Lang::from_tag("nl"), None);
    }
}
