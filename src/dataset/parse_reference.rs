//! Reading what records refer to: the fields of each type, line by line as in the file.
//!
//! In: the top-level object. Out: the lists of the dataset, without the entries that are broken.

use super::cursor::{Fill, Kind, Object, Whole};
use super::{
    Dataset, Level, Organisation, Place, Publisher, Sector, SectorGroup, Source, Stage, StageModel,
    stage_key,
};
use crate::geo::LonLat;
use crate::text::Lang;

/// What the dataset says of itself. The language comes first: plain strings are in it.
pub(super) fn head(file: &mut Object<'_, '_>, dataset: &mut Dataset) {
    file.get("format");
    file.get("$schema");
    language(file);
    dataset.language = file.reader.language;
    file.string("version", &mut dataset.version);
    file.date("updated", &mut dataset.updated);
    file.text_default("title", &mut dataset.title);
    file.text_default("description", &mut dataset.description);
    file.string("license", &mut dataset.license);
    if file.peek("title").is_none() {
        file.warn("title", "a text: what the dataset is called");
    }
    file.part("publisher", &mut dataset.publisher);
}

fn language(file: &mut Object<'_, '_>) {
    if let Some(tag) = file.str("language") {
        match Lang::from_tag(tag) {
            Some(lang) => file.reader.language = lang,
            None => file.leave_out("language", "one of id, en, ja, ko"),
        }
    }
}

impl Fill for Publisher {
    fn fill(&mut self, from: &mut Object<'_, '_>) {
        from.text("name", &mut self.name);
        from.string("contact", &mut self.contact);
        let mut url = None;
        from.link("url", &mut url);
        self.url = url.unwrap_or_default();
    }
}

/// All lists but the records. Those that others refer to come first.
pub(super) fn lists(file: &mut Object<'_, '_>, dataset: &mut Dataset) {
    file.list("sources", &mut Whole(&mut dataset.sources));
    file.list("places", &mut Whole(&mut dataset.places));
    file.list("organisations", &mut Whole(&mut dataset.organisations));
    file.list("sectorGroups", &mut Whole(&mut dataset.sector_groups));
    file.list("sectors", &mut Whole(&mut dataset.sectors));
    file.list("stageModels", &mut Whole(&mut dataset.stage_models));
}

impl Fill for Source {
    fn fill(&mut self, from: &mut Object<'_, '_>) {
        from.id(Kind::Source, &mut self.id);
        from.required_string("title", &mut self.title);
        from.string("publisher", &mut self.publisher);
        from.string("author", &mut self.author);
        from.date("published", &mut self.published);
        from.link("url", &mut self.url);
        from.string_option("file", &mut self.file);
        from.string("language", &mut self.language);
        from.text_option("note", &mut self.note);
    }
}

impl Fill for Place {
    fn fill(&mut self, from: &mut Object<'_, '_>) {
        from.id(Kind::Place, &mut self.id);
        from.word("level", &mut self.level);
        from.number = self.level as u32;
        from.text("name", &mut self.name);
        from.text_option("short", &mut self.short);
        country(from, &mut self.country);
        position(from, self);
        from.reference_option("positionSource", Kind::Source, &mut self.position_source);
        from.string_option("wikidata", &mut self.wikidata);
        from.string_option("code", &mut self.code);
        from.strings("aliases", &mut self.aliases);
    }
}

fn country(object: &mut Object<'_, '_>, code: &mut String) {
    object.string("country", code);
    if code.len() != 2 || !code.bytes().all(|byte| byte.is_ascii_uppercase()) {
        object.error("country", "a country of ISO 3166-1 as two capitals: ID, JP, KR");
    }
}

/// A wrong position costs the position: the place stays, it is only not on the map.
fn position(object: &mut Object<'_, '_>, place: &mut Place) {
    let before = object.reader.errors;
    let (lat, lon) = (object.number("lat"), object.number("lon"));
    if object.reader.errors > before {
        return;
    }
    let country = place.level == Level::Country;
    for (key, value) in [("lat", lat), ("lon", lon)] {
        if country && value.is_some() {
            object.leave_out(key, "nothing: a country is no point");
        }
    }
    match (lat, lon) {
        _ if country => {}
        (Some(lat), Some(lon)) => checked(object, LonLat { lon, lat }, &mut place.position),
        (lat, _) => {
            let key = if lat.is_none() { "lat" } else { "lon" };
            object.warn(key, "degrees as 34.4067: without them it is not on the map");
        }
    }
}

fn checked(object: &mut Object<'_, '_>, point: LonLat, out: &mut Option<LonLat>) {
    let (north, east) = (point.lat.abs(), point.lon.abs());
    if north > 90.0 {
        let swapped = east <= 90.0 && north <= 180.0;
        object.leave_out(
            "lat",
            if swapped {
                "a latitude of -90 to 90 (have `lat` and `lon` changed places?)"
            } else {
                "a latitude of -90 to 90"
            },
        );
    }
    if east > 180.0 {
        object.leave_out("lon", "a longitude of -180 to 180");
    }
    if north <= 90.0 && east <= 180.0 {
        *out = Some(point);
    }
}

impl Fill for Organisation {
    fn fill(&mut self, from: &mut Object<'_, '_>) {
        from.id(Kind::Organisation, &mut self.id);
        from.text("name", &mut self.name);
        from.word("kind", &mut self.kind);
        from.reference_option("place", Kind::Place, &mut self.place);
        from.strings("aliases", &mut self.aliases);
    }
}

impl Fill for SectorGroup {
    fn fill(&mut self, from: &mut Object<'_, '_>) {
        from.id(Kind::SectorGroup, &mut self.id);
        from.text("name", &mut self.name);
        from.text_option("short", &mut self.short);
    }
}

impl Fill for Sector {
    fn fill(&mut self, from: &mut Object<'_, '_>) {
        from.id(Kind::Sector, &mut self.id);
        from.text("name", &mut self.name);
        from.reference("group", Kind::SectorGroup, &mut self.group);
        from.strings("aliases", &mut self.aliases);
    }
}

impl Fill for StageModel {
    fn fill(&mut self, from: &mut Object<'_, '_>) {
        from.id(Kind::StageModel, &mut self.id);
        from.string("version", &mut self.version);
        from.text("name", &mut self.name);
        self.complete = true;
        from.truth("complete", &mut self.complete);
        from.references("sources", Kind::Source, &mut self.sources);
        from.list("stages", &mut self.stages);
        let mut steps = &*self.stages;
        while let Some((step, rest)) = steps.split_first() {
            if rest.iter().any(|other| other.id == step.id) {
                return from.error("stages", "stages with an id each of its own");
            }
            steps = rest;
        }
        if from.is_whole() {
            for step in &self.stages {
                from.reader.ids(Kind::Stage).insert(&stage_key(&self.id, &step.id), 0);
            }
        }
    }
}

impl Fill for Stage {
    fn fill(&mut self, from: &mut Object<'_, '_>) {
        from.required_string("id", &mut self.id);
        from.text("name", &mut self.name);
    }
}
