//! The reader against serde_json, on texts that are JSON and texts that nearly are.

use proptest::prelude::*;
use serde_json::Value;

use super::super::number;
use super::{Json, Malformed, parse};

fn same(ours: &Json<'_>, theirs: &Value) -> bool {
    match (ours, theirs) {
        (Json::Null, Value::Null) => true,
        (Json::Bool(a), Value::Bool(b)) => a == b,
        (Json::Number(text), Value::Number(b)) => close(number::value(text), b.as_f64().unwrap()),
        (Json::String(a), Value::String(b)) => a == b,
        (Json::Array(a), Value::Array(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|((_, a), b)| same(a, b))
        }
        (Json::Object(a), Value::Object(b)) => {
            // serde_json keeps the last of equal keys, our reader all of them.
            let last = |key: &str| a.iter().rfind(|member| member.0 == key);
            a.iter().all(|member| b.contains_key(member.0.as_ref()))
                && b.iter().all(|(key, b)| last(key).is_some_and(|a| same(&a.1, b)))
        }
        _ => false,
    }
}

fn close(a: f64, b: f64) -> bool {
    a == b || ((a - b) / b).abs() < 1e-14
}

fn same_as_serde(text: &str) {
    match (parse(text), serde_json::from_str::<Value>(text)) {
        (Ok(ours), Ok(theirs)) => assert!(same(&ours, &theirs), "{text}: {ours:?}"),
        // What is too large for an `f64` is a matter of values here, of grammar there.
        (ours, Err(error)) if error.to_string().contains("out of range") => assert!(ours.is_ok()),
        (ours, theirs) => assert_eq!(ours.is_ok(), theirs.is_ok(), "{text}: {ours:?} {theirs:?}"),
    }
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        (-1_000_000_000_i64..1_000_000_000).prop_map(Value::from),
        "\\PC{0,8}|[\u{0}-\u{20}\"\\\\/😀한市]{0,6}".prop_map(Value::from),
    ];
    leaf.prop_recursive(5, 40, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::btree_map("[a-c\"\\\\]{0,3}", inner, 0..6)
                .prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn reads_what_serde_writes(value in any_json()) {
        same_as_serde(&value.to_string());
        same_as_serde(&serde_json::to_string_pretty(&value).unwrap());
    }

    #[test]
    fn agrees_on_what_is_no_json(value in any_json(), cut in any::<prop::sample::Index>(), with in "[\\[\\]{}\",:0-9.eE+\\-\\\\utrnl ]{0,3}") {
        let mut text = value.to_string();
        let mut at = cut.index(text.len());
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        text.insert_str(at, &with);
        same_as_serde(&text);
        same_as_serde(&text[..at]);
    }

    #[test]
    fn agrees_on_soup(text in "[\\[\\]{}\",:0-9.eE+\\-\\\\utrnlfasd \n\t]{0,24}") {
        same_as_serde(&text);
    }
}

#[test]
fn escapes_and_surrogates() {
    for text in [
        r#""\u00e9\ud83d\ude00\/\b\f\n\r\t""#,
        r#""\ud83d""#,
        r#""\ud83d\n""#,
        r#""\ud83d\ud83d""#,
        r#""\ude00""#,
        r#""\ud83dx""#,
        r#""\u12""#,
        "\"\u{0}\"",
        "\"\u{7f}\"",
        "\0",
        "1\0",
    ] {
        same_as_serde(text);
    }
}

#[test]
fn says_where_it_stops_being_json() {
    assert_eq!(parse("[1, 2,]"), Err(Malformed { offset: 6, expected: "a value" }));
    assert_eq!(parse("{\"a\" 1}"), Err(Malformed { offset: 5, expected: "`:`" }));
    assert_eq!(parse("{} x"), Err(Malformed { offset: 3, expected: "the end of the file" }));
    assert_eq!(parse(""), Err(Malformed { offset: 0, expected: "a value" }));
}

#[test]
fn depth_is_bounded() {
    let nested = |depth| "[".repeat(depth) + &"]".repeat(depth);
    assert!(parse(&nested(64)).is_ok());
    assert!(parse(&nested(65)).is_err());
    assert!(parse(&nested(100_000)).is_err());
}
