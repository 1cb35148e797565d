//! The JSON Schema of the format, made from the types that the reader fills.
//!
//! In: the types of this module tree. Out: what `www/schema/mitra-kota-1.schema.json` holds. Native
//! alone, behind the feature `schema`: the widget does not carry it.

use std::borrow::Cow;

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::{ClaimValue, Dataset, Date, FORMAT};
use crate::text::{Lang, Text};

/// The schema (draft 2020-12). What it cannot say, the reader checks: references, calendars, links.
#[must_use]
pub fn schema() -> Schema {
    let mut schema =
        SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<Dataset>();
    schema.insert("title".into(), "Mitra Kota dataset".into());
    add(&mut schema, "format", json_schema!({ "const": FORMAT }));
    add(&mut schema, "$schema", json_schema!({ "type": "string" }));
    schema
}

/// Puts a property into a schema of an object.
fn add(schema: &mut Schema, key: &str, value: Schema) {
    let properties = schema.get_mut("properties").and_then(|value| value.as_object_mut());
    if let Some(properties) = properties {
        properties.insert(key.into(), value.into());
    }
}

/// A place's position stands as two keys in the file and as one point in the types.
pub(super) fn add_position(schema: &mut Schema) {
    let degrees = |what, most: i32| json_schema!({ "description": what, "type": ["number", "null"], "minimum": -most, "maximum": most });
    add(schema, "lat", degrees("Degrees north, WGS84; not for countries.", 90));
    add(schema, "lon", degrees("Degrees east, WGS84; not for countries.", 180));
    let country =
        json_schema!({ "properties": { "level": { "const": "country" } }, "required": ["level"] });
    let pointless =
        json_schema!({ "properties": { "lat": { "type": "null" }, "lon": { "type": "null" } } });
    schema.insert("if".into(), country.into());
    schema.insert("then".into(), pointless.into());
}

/// A language tag whose primary part is one of the four.
pub(super) struct Tag;

impl JsonSchema for Tag {
    fn schema_name() -> Cow<'static, str> {
        "Language".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "BCP 47 tag of Indonesian, English, Japanese or Korean.",
            "type": "string",
            "pattern": "^([iI][dD]|[eE][nN]|[jJ][aA]|[kK][oO])([-_].*)?$",
        })
    }
}

impl JsonSchema for Text {
    fn schema_name() -> Cow<'static, str> {
        "Text".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let mut translations = json_schema!({
            "type": "object", "properties": {}, "additionalProperties": false, "minProperties": 1,
        });
        for lang in Lang::ALL {
            add(&mut translations, lang.tag(), json_schema!({ "type": ["string", "null"] }));
        }
        json_schema!({
            "description": "A text in the dataset's language, or one text for each language.",
            "anyOf": [{ "type": "string" }, translations],
        })
    }
}

impl JsonSchema for Date {
    fn schema_name() -> Cow<'static, str> {
        "Date".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        const DAY: &str = "[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?";
        json_schema!({
            "description": "EDTF: 2023, 2023-07, 2023-07-17 or 2023-07-17/2023-07-22, with ? at the end if it is uncertain.",
            "type": "string",
            "pattern": format!("^{DAY}(/{DAY})?\\??$"),
        })
    }
}

impl JsonSchema for ClaimValue {
    fn schema_name() -> Cow<'static, str> {
        "ClaimValue".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let text = generator.subschema_for::<Text>();
        json_schema!({
            "description": "A date where `about` ends in /date, else a text or a number.",
            "anyOf": [{ "type": "number" }, text],
        })
    }
}
