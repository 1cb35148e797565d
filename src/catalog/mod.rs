//! What queries need: the dataset turned into columns, sets and an index of words.
//!
//! In: a [`Dataset`]. Out: a [`Catalog`] that never changes, in which every record is a number and
//! every value of a facet has the set of its records.

mod bits;
mod build;
mod column;
mod declared;
mod facet;
mod index;
mod lists;
mod postings;
mod sets;
mod tie;
mod wording;
mod years;

pub use bits::Bits;
pub use build::Builder;
pub use column::Column;
pub use facet::{Facet, Value};
pub use index::Index;
pub use postings::Postings;
pub use tie::{PlaceId, Tie};
pub use years::Years;

use std::borrow::Cow;

use crate::dataset::{
    Dataset, Day, Fatal, Ids, Level, Organisation, Place, Record, Sector, SectorGroup, Source,
    StageModel,
};
use crate::text::{Lang, Locale};
use lists::Lists;

/// The number of a record: its place in the dataset's list.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct RecordId(pub u32);

impl RecordId {
    /// The number as an index.
    #[must_use]
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// The place of the years among the columns, after the facets.
pub const YEARS: usize = Facet::ALL.len();

/// A dataset made ready for queries. What queries look at never changes.
#[derive(Debug)]
pub struct Catalog {
    dataset: Dataset,
    ids: Ids,
    columns: Vec<Column>,
    values: Vec<Vec<Value>>,
    years: Vec<u16>,
    newest: Vec<Option<Day>>,
    homes: Vec<Option<PlaceId>>,
    partners: Lists<PlaceId>,
    ties: Vec<Tie>,
    ties_of: Lists<u32>,
}

impl Catalog {
    /// Builds the catalog of a dataset; an empty one is an ordinary input.
    #[must_use]
    pub fn build(dataset: Dataset) -> Self {
        Builder::new(dataset).finish()
    }

    /// The number of a file of details that a record needs and that is not there.
    #[must_use]
    pub fn lacks(&self, id: RecordId) -> Option<u32> {
        self.dataset.records.lacks(id.index())
    }

    /// Adds a file of the packed dataset. Numbers and answers stay as they are.
    ///
    /// # Errors
    ///
    /// If it is no such file, or of another version of the dataset.
    pub fn learn(&mut self, file: Vec<u8>) -> Result<(), Fatal> {
        self.dataset.learn(file)?;
        self.ids = Ids::of(&self.dataset);
        Ok(())
    }

    /// The dataset as it was read.
    #[must_use]
    pub fn dataset(&self) -> &Dataset {
        &self.dataset
    }

    /// How many records there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.dataset.records.len()
    }

    /// Whether there is no record.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.dataset.records.is_empty()
    }

    /// A record by its number; `None` for a number of another catalog.
    #[must_use]
    pub fn record(&self, id: RecordId) -> Option<&Record> {
        self.dataset.records.get(id.index())
    }

    /// The id of a record; empty for a number of another catalog.
    #[must_use]
    pub fn id(&self, id: RecordId) -> &str {
        self.dataset.records.id(id.index())
    }

    /// The number of the record with this id: the first one, sought from end to end.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<RecordId> {
        let records = &self.dataset.records;
        (0..records.len()).find(|&at| records.id(at) == id).map(|at| RecordId(at as u32))
    }

    /// A place by its id.
    #[must_use]
    pub fn place(&self, id: &str) -> Option<&Place> {
        self.dataset.places.get(self.ids.places.get(id)? as usize)
    }

    /// A place by its number.
    #[must_use]
    pub fn place_at(&self, id: PlaceId) -> Option<&Place> {
        self.dataset.places.get(id.index())
    }

    /// An organisation by its id.
    #[must_use]
    pub fn organisation(&self, id: &str) -> Option<&Organisation> {
        self.dataset.organisations.get(self.ids.organisations.get(id)? as usize)
    }

    /// A sector by its id.
    #[must_use]
    pub fn sector(&self, id: &str) -> Option<&Sector> {
        self.dataset.sectors.get(self.ids.sectors.get(id)? as usize)
    }

    /// A sector group by its id.
    #[must_use]
    pub fn group(&self, id: &str) -> Option<&SectorGroup> {
        self.dataset.sector_groups.iter().find(|group| group.id == id)
    }

    /// A stage model by its id.
    #[must_use]
    pub fn model(&self, id: &str) -> Option<&StageModel> {
        self.dataset.stage_models.iter().find(|model| model.id == id)
    }

    /// A source by its id.
    #[must_use]
    pub fn source(&self, id: &str) -> Option<&Source> {
        self.dataset.sources.get(self.ids.sources.get(id)? as usize)
    }

    /// The values of a facet that some record has, in the order of the dataset (countries by
    /// code, relations from strong to weak). Sector groups come with their sectors after them.
    #[must_use]
    pub fn values(&self, facet: Facet) -> &[Value] {
        self.values.get(facet as usize).map_or(&[], Vec::as_slice)
    }

    /// How many records have each value, parallel to [`values`](Self::values).
    #[must_use]
    pub fn sizes(&self, facet: Facet) -> &[u32] {
        self.columns.get(facet as usize).map_or(&[], Column::sizes)
    }

    /// What the records have: in each facet, as [`Facet::ALL`] has them and with the values of
    /// [`values`](Self::values), and in the [`YEARS`]: those of [`years`](Self::years), then one
    /// for the undated records, if there are some.
    #[must_use]
    pub fn columns(&self) -> &[Column] {
        &self.columns
    }

    /// Every year in which some record has an event, ascending.
    #[must_use]
    pub fn years(&self) -> &[u16] {
        &self.years
    }

    /// The end of the newest dated event: of those held, or else of those announced. `None` if
    /// none has a date.
    #[must_use]
    pub fn newest(&self, id: RecordId) -> Option<Day> {
        *self.newest.get(id.index())?
    }

    /// The home of a record; `None` if the dataset does not know the place.
    #[must_use]
    pub fn home_of(&self, id: RecordId) -> Option<PlaceId> {
        *self.homes.get(id.index())?
    }

    /// The partner places of a record that the dataset knows, each once, in the record's order.
    #[must_use]
    pub fn partners_of(&self, id: RecordId) -> &[PlaceId] {
        self.partners.get(id.index())
    }

    /// What joins homes and partners, each combination with the relation once.
    #[must_use]
    pub fn ties(&self) -> &[Tie] {
        &self.ties
    }

    /// The ties that a record is part of, as numbers into [`ties`](Self::ties).
    #[must_use]
    pub fn ties_of(&self, id: RecordId) -> &[u32] {
        self.ties_of.get(id.index())
    }

    /// The name of a place to a reader of `lang`, with the language of the name. A country that the dataset
    /// does not name in that language is called by the name that `locale` has for it.
    #[must_use]
    pub fn name_of<'a>(
        &self,
        place: &'a Place,
        lang: Lang,
        locale: &dyn Locale,
    ) -> (Cow<'a, str>, Lang) {
        if place.level == Level::Country
            && place.name.get(lang).is_none()
            && let Some(name) = locale.country(lang, &place.country)
        {
            return (Cow::Owned(name), lang);
        }
        let (name, shown) = place.name.shown(lang, self.dataset.language);
        (Cow::Borrowed(name), shown)
    }
}
