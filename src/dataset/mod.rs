//! What a government publishes, and how it is read.
//!
//! In: the bytes of a `mitra-kota/1` file. Out: a [`Dataset`] of all that could be read, and a
//! [`Problem`] for all that could not, each with its place in the file. One wrong record costs
//! that record and nothing else.

mod date;
mod problem;
mod record;
mod reference;

pub use date::{Date, Day, Precision};
pub use problem::{Problem, Severity};
pub use record::{
    Claim, ClaimValue, Direction, Document, DocumentKind, Event, EventKind, EventStatus, Figure,
    Note, Party, Person, Qualifier, Record, Relation, Role, Ruling, Side, StageAt,
};
pub use reference::{
    Dataset, Level, Organisation, OrganisationKind, Place, Publisher, Sector, SectorGroup, Source,
    Stage, StageModel,
};
