//! A dataset that comes in parts: in one language, and the words of others.
//!
//! In: JSON with a mark in each text where words of other languages belong, and for each language a
//! line for every mark, as `build/` parts the bundled dataset. Out: JSON.

use crate::text::unsealed;

/// Puts the words of languages in their places; `None` if `words` are of another version.
#[must_use]
pub fn with_words(marked: &str, words: &[&str]) -> Option<String> {
    let mut left = Vec::new();
    for words in words {
        left.push(unsealed(words, marked)?);
    }
    let (mut out, mut rest) = (String::new(), unsealed(marked, marked)?);
    while let Some((before, after)) = rest.split_once('\u{1e}') {
        out.push_str(before);
        for lines in &mut left {
            let (line, others) = lines.split_once('\n')?;
            out.push_str(line);
            *lines = others;
        }
        rest = after;
    }
    out.push_str(rest);
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::with_words;
    use serde_json::Value;

    const MARKED: &str = include_str!(concat!(env!("OUT_DIR"), "/bundled.id.txt"));
    const WORDS: [&str; 3] = [
        include_str!(concat!(env!("OUT_DIR"), "/bundled.en.txt")),
        include_str!(concat!(env!("OUT_DIR"), "/bundled.ja.txt")),
        include_str!(concat!(env!("OUT_DIR"), "/bundled.ko.txt")),
    ];

    fn published() -> Value {
        serde_json::from_str(include_str!("../../www/data/bekasi-bandung.json")).unwrap()
    }

    fn joined(words: &[&str]) -> Value {
        serde_json::from_str(&with_words(MARKED, words).unwrap()).unwrap()
    }

    #[test]
    fn with_the_words_of_all_languages_the_dataset_is_whole_in_any_order() {
        let [en, ja, ko] = WORDS;
        assert_eq!(joined(&[en, ja, ko]), published());
        assert_eq!(joined(&[ko, en, ja]), published());
    }

    #[test]
    fn one_language_is_there_or_not_and_names_that_are_sought_are_whole() {
        let ([en, ..], published) = (WORDS, published());
        let (alone, english) = (joined(&[]), joined(&[en]));
        assert_eq!(alone["title"], serde_json::json!({ "id": "Mitra kota" }));
        assert_eq!(english["title"]["en"], published["title"]["en"]);
        assert_eq!(english["title"]["ja"], Value::Null);
        for list in ["places", "organisations", "sectors", "sectorGroups"] {
            let names = |dataset: &Value| -> Vec<Value> {
                let entries = dataset[list].as_array().unwrap();
                entries.iter().map(|entry| entry["name"].clone()).collect()
            };
            assert_eq!(names(&alone), names(&published), "{list}");
        }
    }

    #[test]
    fn words_of_another_version_are_refused() {
        let [en, ..] = WORDS;
        let other = en.replace(&en[en.len() - 8..], "00000000");
        assert_eq!(with_words(MARKED, &[&other]), None);
        assert_eq!(with_words(MARKED, &[&en[..en.len() / 2]]), None);
    }
}
