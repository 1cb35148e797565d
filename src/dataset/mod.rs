//! What a government publishes, and how it is read.
//!
//! In: the bytes of a `mitra-kota/1` file. Out: a [`Dataset`] of all that could be read, and a
//! [`Problem`] for all that could not, each with its place in the file. One wrong record costs
//! that record and nothing else.

mod brief;
mod cursor;
mod date;
mod homes;
mod ids;
mod json;
mod link;
mod number;
mod packed;
mod parse;
mod parse_record;
mod parse_reference;
mod problem;
mod record;
mod records;
mod reference;
#[cfg(feature = "schema")]
mod schema;
mod values;
mod word;

pub use brief::Brief;
pub(crate) use brief::include;
pub use cursor::MAX_PROBLEMS;
pub use date::{Date, Day, Precision};
pub use ids::{Ids, stage_key};
pub use json::MAX_DEPTH;
use json::{Json, Member};
pub use packed::{MAX_PACKED, Packing, is_packed, pack, read, unpack};
pub use parse::{FORMAT, MAX_BYTES, MAX_RECORDS, parse, parse_within};
pub use problem::{Fatal, Problem, Severity};
pub use record::{
    Claim, ClaimValue, Direction, Document, DocumentKind, Event, EventKind, EventStatus, Figure,
    Note, Party, Person, Qualifier, Record, Relation, Role, Ruling, Side, StageAt,
};
pub use records::Records;
pub use reference::{
    Dataset, Level, Organisation, OrganisationKind, Place, Publisher, Sector, SectorGroup, Source,
    Stage, StageModel,
};
#[cfg(feature = "schema")]
pub use schema::schema;
pub use values::MAX_TEXT;
pub use word::Word;
