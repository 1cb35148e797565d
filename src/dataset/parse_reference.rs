//! Reading what records refer to.
//!
//! In: the top-level object. Out: the lists of the dataset, without the entries that are broken.

use super::cursor::{Kind, Object, Path};
use super::{
    Dataset, Json, Level, Organisation, Place, Publisher, Sector, SectorGroup, Source, Stage,
    StageModel,
};
use crate::geo::LonLat;
use crate::text::Lang;

/// What the dataset says of itself. The language comes first: plain strings are in it.
pub(super) fn head(file: &mut Object<'_, '_>) {
    file.get("format");
    file.get("$schema");
    file.reader.dataset.language = language(file);
    file.reader.dataset.version = file.string("version");
    file.reader.dataset.updated = file.date("updated");
    file.reader.dataset.title = file.text_option("title").unwrap_or_default();
    file.reader.dataset.description = file.text_option("description").unwrap_or_default();
    file.reader.dataset.license = file.string("license");
    if file.peek("title").is_none() {
        file.warn("title", None, "a text: what the dataset is called");
    }
    let publisher = file.part("publisher", |object| Publisher {
        name: object.text("name"),
        contact: object.string("contact"),
        url: object.link("url").unwrap_or_default(),
    });
    file.reader.dataset.publisher = publisher.unwrap_or_default();
}

fn language(file: &mut Object<'_, '_>) -> Lang {
    let tag = file.string_option("language");
    let known = tag.and_then(Lang::from_tag);
    if let (Some(tag), None) = (tag, known) {
        file.leave_out("language", Some(&Json::String(tag.into())), "one of id, en, ja, ko");
    }
    known.unwrap_or_default()
}

/// All lists but the records. Those that others refer to come first.
pub(super) fn lists(file: &mut Object<'_, '_>) {
    file.entries("sources", Kind::Source, |o| &mut o.sources, source);
    file.entries("places", Kind::Place, |o| &mut o.places, place);
    file.entries("organisations", Kind::Organisation, |o| &mut o.organisations, organisation);
    file.entries("sectorGroups", Kind::SectorGroup, |o| &mut o.sector_groups, sector_group);
    file.entries("sectors", Kind::Sector, |o| &mut o.sectors, sector);
    file.entries("stageModels", Kind::StageModel, |o| &mut o.stage_models, stage_model);
}

impl<'a> Object<'_, 'a> {
    /// Reads a list whose entries have ids, and keeps those that are not broken. Gives the number
    /// of those that are.
    pub(super) fn entries<T>(
        &mut self,
        key: &'static str,
        kind: Kind,
        list: fn(&mut Dataset) -> &mut Vec<T>,
        read: fn(&mut Object<'_, 'a>, String) -> T,
    ) -> usize {
        self.each_entry(key, kind, &mut |object, id, errors| {
            let entry = read(object, id.into());
            if object.reader.errors == errors {
                list(&mut object.reader.dataset).push(entry);
            }
        })
    }

    /// What does not depend on the type of the entries. `read` gets the number of errors before
    /// the entry, and keeps the entry if there are no more.
    fn each_entry(
        &mut self,
        key: &'static str,
        kind: Kind,
        read: &mut dyn FnMut(&mut Object<'_, 'a>, &str, usize),
    ) -> usize {
        let mut kept = 0;
        let total = self.each(key, &mut |object| {
            let errors = object.reader.errors;
            let id = object.id(kind);
            read(object, id, errors);
            if object.reader.errors == errors {
                object.reader.ids(kind).insert(id, kept);
                kept += 1;
            }
        });
        total - kept as usize
    }

    /// An object within this one, if it is there and whole.
    pub(super) fn part<T>(
        &mut self,
        key: &'static str,
        read: fn(&mut Object<'_, 'a>) -> T,
    ) -> Option<T> {
        let json = self.get(key)?;
        let mut value = None;
        self.reader.object(json, &Path::Key(self.path, key), &mut |object| {
            value = Some(read(object));
        });
        value
    }

    /// The id of an entry, new in its list.
    fn id(&mut self, kind: Kind) -> &'a str {
        let Some(id) = self.string_option("id") else {
            if self.peek("id").is_none() {
                self.error("id", None, "an id");
            }
            return "";
        };
        let shaped = id.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'));
        let sector = matches!(kind, Kind::Sector);
        let taken = self.reader.ids(kind).get(id).is_some()
            || sector && self.reader.ids(Kind::SectorGroup).get(id).is_some();
        let found = Json::String(id.into());
        if !shaped {
            self.error("id", Some(&found), "an id of lower-case letters, digits and hyphens");
        } else if taken {
            self.error("id", Some(&found), "an id that no entry before has");
        }
        id
    }
}

fn source(object: &mut Object<'_, '_>, id: String) -> Source {
    Source {
        id,
        title: object.required_string("title"),
        publisher: object.string("publisher"),
        author: object.string("author"),
        published: object.date("published"),
        url: object.link("url"),
        file: object.own("file"),
        language: object.string("language"),
        note: object.text_option("note"),
    }
}

fn place(object: &mut Object<'_, '_>, id: String) -> Place {
    let level = object.word("level");
    Place {
        id,
        name: object.text("name"),
        short: object.text_option("short"),
        country: country(object),
        level,
        position: position(object, level),
        position_source: object.reference_option("positionSource", Kind::Source),
        wikidata: object.own("wikidata"),
        code: object.own("code"),
        aliases: object.strings("aliases"),
    }
}

fn country(object: &mut Object<'_, '_>) -> String {
    let code = object.string("country");
    if code.len() != 2 || !code.bytes().all(|byte| byte.is_ascii_uppercase()) {
        object.error(
            "country",
            object.peek("country"),
            "a country of ISO 3166-1 as two capitals: ID, JP, KR",
        );
    }
    code
}

/// A wrong position costs the position: the place stays, it is only not on the map.
fn position(object: &mut Object<'_, '_>, level: Level) -> Option<LonLat> {
    let before = object.reader.errors;
    let (lat, lon) = (object.number("lat"), object.number("lon"));
    if object.reader.errors > before {
        return None;
    }
    if level == Level::Country {
        for (key, value) in [("lat", lat), ("lon", lon)] {
            if value.is_some() {
                object.leave_out(key, object.peek(key), "nothing: a country is no point");
            }
        }
        return None;
    }
    match (lat, lon) {
        (Some(lat), Some(lon)) => checked(object, LonLat { lon, lat }),
        (lat, _) => {
            let key = if lat.is_none() { "lat" } else { "lon" };
            object.warn(key, None, "degrees as 34.4067: without them it is not on the map");
            None
        }
    }
}

fn checked(object: &mut Object<'_, '_>, point: LonLat) -> Option<LonLat> {
    let (north, east) = (point.lat.abs() <= 90.0, point.lon.abs() <= 180.0);
    if !north {
        let swapped = point.lon.abs() <= 90.0 && point.lat.abs() <= 180.0;
        let expected = if swapped {
            "a latitude of -90 to 90 (have `lat` and `lon` changed places?)"
        } else {
            "a latitude of -90 to 90"
        };
        object.leave_out("lat", object.peek("lat"), expected);
    }
    if !east {
        object.leave_out("lon", object.peek("lon"), "a longitude of -180 to 180");
    }
    (north && east).then_some(point)
}

fn organisation(object: &mut Object<'_, '_>, id: String) -> Organisation {
    Organisation {
        id,
        name: object.text("name"),
        kind: object.word("kind"),
        place: object.reference_option("place", Kind::Place),
        aliases: object.strings("aliases"),
    }
}

fn sector_group(object: &mut Object<'_, '_>, id: String) -> SectorGroup {
    SectorGroup { id, name: object.text("name"), short: object.text_option("short") }
}

fn sector(object: &mut Object<'_, '_>, id: String) -> Sector {
    Sector {
        id,
        name: object.text("name"),
        group: object.reference("group", Kind::SectorGroup),
        aliases: object.strings("aliases"),
    }
}

fn stage_model(object: &mut Object<'_, '_>, id: String) -> StageModel {
    let model = StageModel {
        id,
        version: object.string("version"),
        name: object.text("name"),
        complete: object.truth("complete").unwrap_or(true),
        sources: object.references("sources", Kind::Source),
        stages: object.list("stages", |stage| Stage {
            id: stage.required_string("id"),
            name: stage.text("name"),
        }),
    };
    let stages = &model.stages;
    let again = |(index, stage): (usize, &Stage)| {
        stages.iter().take(index).any(|other| other.id == stage.id)
    };
    if stages.iter().enumerate().any(again) {
        object.error("stages", object.peek("stages"), "stages with an id each of its own");
    }
    model
}
