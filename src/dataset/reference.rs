//! The dataset and what its records refer to: places, organisations, sectors, stage models, sources.
//!
//! References are the ids of the file, checked to exist while reading.

use super::link::is_safe;
use super::word::words;
use super::{Date, Records};
use crate::geo::LonLat;
use crate::text::{Lang, Text};

/// All that a government publishes.
#[derive(Clone, PartialEq, Debug, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "camelCase", extend("required" = ["format", "records"], "additionalProperties" = false)))]
pub struct Dataset {
    /// Version of the data, free form (`2026.11`).
    pub version: String,
    /// Last change of the data.
    pub updated: Option<Date>,
    /// The language of texts that are given as a plain string, and the first fallback.
    #[cfg_attr(feature = "schema", schemars(with = "super::schema::Tag"))]
    pub language: Lang,
    /// Title.
    pub title: Text,
    /// One or two sentences.
    pub description: Text,
    /// SPDX licence expression.
    pub license: String,
    /// Who publishes it.
    pub publisher: Publisher,
    /// Homes and partners.
    pub places: Vec<Place>,
    /// Bodies that take part.
    pub organisations: Vec<Organisation>,
    /// Groups of sectors, in the order to be shown.
    pub sector_groups: Vec<SectorGroup>,
    /// Sectors.
    pub sectors: Vec<Sector>,
    /// Stage models.
    pub stage_models: Vec<StageModel>,
    /// Sources.
    pub sources: Vec<Source>,
    /// The records that could be read.
    #[cfg_attr(feature = "schema", schemars(with = "Vec<super::Record>"))]
    pub records: Records,
    /// How many records the file holds that could not be read.
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub unread: usize,
}

/// Who publishes a dataset.
#[derive(Clone, PartialEq, Debug, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "camelCase", extend("required" = ["name"], "additionalProperties" = false)))]
pub struct Publisher {
    /// Name.
    pub name: Text,
    /// E-mail or telephone, free form.
    pub contact: String,
    /// Address on the web.
    pub url: String,
}

/// What kind of place it is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Level {
    /// A city (kota, 市, 시).
    City,
    /// A regency (kabupaten, 군).
    Regency,
    /// A province or prefecture.
    Province,
    /// A whole country: no point of its own.
    Country,
}

words!(Level { City = "city", Regency = "regency", Province = "province", Country = "country" });

/// A place: a home or a partner.
#[derive(Clone, PartialEq, Debug, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "camelCase", transform = super::schema::add_position, extend("required" = ["id", "name", "country", "level"], "additionalProperties" = false)))]
pub struct Place {
    /// Id within the dataset.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = "^[a-z0-9-]+$")))]
    pub id: String,
    /// Name.
    pub name: Text,
    /// Shorter name for the map.
    pub short: Option<Text>,
    /// ISO 3166-1 alpha-2.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = "^[A-Z]{2}$")))]
    pub country: String,
    /// What kind of place it is.
    pub level: Level,
    /// WGS84 position; `None` for countries.
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub position: Option<LonLat>,
    /// Source id of the position.
    pub position_source: Option<String>,
    /// Wikidata item (`Q42108`).
    pub wikidata: Option<String>,
    /// Kemendagri/BPS or national code.
    pub code: Option<String>,
    /// Other names under which it may be sought.
    pub aliases: Vec<String>,
}

/// What kind of body an organisation is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum OrganisationKind {
    /// A local government or one of its offices.
    Government,
    /// A council.
    Legislature,
    /// A national ministry or body.
    Ministry,
    /// A sports body.
    SportsBody,
    /// A chamber of commerce.
    Chamber,
    /// A company.
    Company,
    /// A public utility.
    Utility,
    /// A university or school.
    University,
    /// An association.
    Association,
    /// Anything else.
    Other,
}

words!(OrganisationKind { Government = "government", Legislature = "legislature", Ministry = "ministry", SportsBody = "sports-body", Chamber = "chamber", Company = "company", Utility = "utility", University = "university", Association = "association", Other = "other" });

/// A body that takes part in a cooperation.
#[derive(Clone, PartialEq, Debug, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "camelCase", extend("required" = ["id", "name", "kind"], "additionalProperties" = false)))]
pub struct Organisation {
    /// Id within the dataset.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = "^[a-z0-9-]+$")))]
    pub id: String,
    /// Name.
    pub name: Text,
    /// What kind of body it is.
    pub kind: OrganisationKind,
    /// Place id of its seat.
    pub place: Option<String>,
    /// Other names.
    pub aliases: Vec<String>,
}

/// A group of sectors (circular 193/1652/PUOD names four).
#[derive(Clone, PartialEq, Debug, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "camelCase", extend("required" = ["id", "name"], "additionalProperties" = false)))]
pub struct SectorGroup {
    /// Id within the dataset.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = "^[a-z0-9-]+$")))]
    pub id: String,
    /// Full name.
    pub name: Text,
    /// Short name for the filter list.
    pub short: Option<Text>,
}

/// A field of work.
#[derive(Clone, PartialEq, Debug, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "camelCase", extend("required" = ["id", "name", "group"], "additionalProperties" = false)))]
pub struct Sector {
    /// Id within the dataset.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = "^[a-z0-9-]+$")))]
    pub id: String,
    /// Name.
    pub name: Text,
    /// Sector group id.
    pub group: String,
    /// Other names.
    pub aliases: Vec<String>,
}

/// A named, versioned procedure.
#[derive(Clone, PartialEq, Debug, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "camelCase", extend("required" = ["id", "name"], "additionalProperties" = false)))]
pub struct StageModel {
    /// Id within the dataset.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = "^[a-z0-9-]+$")))]
    pub id: String,
    /// Version or year of the rule.
    pub version: String,
    /// Name.
    pub name: Text,
    /// Whether `stages` is the whole procedure; if not, more steps follow that no source names.
    pub complete: bool,
    /// Source ids.
    pub sources: Vec<String>,
    /// Steps in order.
    pub stages: Vec<Stage>,
}

/// A step of a stage model.
#[derive(Clone, PartialEq, Debug, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "camelCase", extend("required" = ["id", "name"], "additionalProperties" = false)))]
pub struct Stage {
    /// Id within the model.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = "^[a-z0-9-]+$")))]
    pub id: String,
    /// Name.
    pub name: Text,
}

/// Where statements were read.
#[derive(Clone, PartialEq, Debug, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "camelCase", extend("required" = ["id", "title"], "additionalProperties" = false)))]
pub struct Source {
    /// Id within the dataset.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = "^[a-z0-9-]+$")))]
    pub id: String,
    /// Title as published.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// Author or byline.
    pub author: String,
    /// When it was published.
    pub published: Option<Date>,
    /// Link; only `https:`, `http:`, `mailto:` and `tel:` are read.
    pub url: Option<String>,
    /// Name of the file where it is kept.
    pub file: Option<String>,
    /// BCP 47 tag of the source's own language.
    pub language: String,
    /// A remark on the source.
    pub note: Option<Text>,
}

impl Source {
    /// The link, if it is safe to follow. Whoever packs a dataset may have written any other.
    #[must_use]
    pub fn link(&self) -> Option<&str> {
        self.url.as_deref().filter(|url| is_safe(url))
    }
}
