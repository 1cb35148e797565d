//! One cooperation: who, on what, how far, since when, and where each of these was read.
//!
//! Ids refer to the lists of the [`Dataset`](super::Dataset). `sources` are source ids throughout.

use super::Date;
use super::word::words;
use crate::text::Text;

/// One cooperation of a home with its partners.
#[derive(Clone, PartialEq, Debug, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "camelCase", extend("required" = ["id", "home", "partners", "relation"], "additionalProperties" = false)))]
pub struct Record {
    /// Id within the dataset.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = "^[a-z0-9-]+$")))]
    pub id: String,
    /// Title, where the partner's name is not enough.
    pub title: Option<Text>,
    /// One or two plain sentences: what it is and what it is not.
    pub summary: Text,
    /// Place id of the local government whose cooperation it is.
    pub home: String,
    /// Place ids of the other side, at least one.
    #[cfg_attr(feature = "schema", schemars(length(min = 1)))]
    pub partners: Vec<String>,
    /// What ties the two sides.
    pub relation: Relation,
    /// Organisations that take part.
    pub parties: Vec<Party>,
    /// Sector ids that the sources name.
    pub sectors: Vec<String>,
    /// Source ids for the sectors.
    pub sector_sources: Vec<String>,
    /// How many sectors the source counts, where it counts more than it names.
    pub claimed_sectors: Option<u32>,
    /// How far it has come.
    pub stage: Option<StageAt>,
    /// What happened or was announced, in the order of the file.
    pub events: Vec<Event>,
    /// Documents that belong to no event.
    pub documents: Vec<Document>,
    /// Reported figures.
    pub figures: Vec<Figure>,
    /// What other sources say instead of a value shown here.
    pub claims: Vec<Claim>,
    /// Why a disputed value is the one shown.
    pub rulings: Vec<Ruling>,
    /// Remarks.
    pub notes: Vec<Note>,
    /// Source ids of the record as a whole.
    pub sources: Vec<String>,
}

/// What ties the two sides, from weak to strong.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Relation {
    /// Visits and talks, nothing signed.
    Contact,
    /// An agreement between bodies, not between the cities.
    InstitutionAgreement,
    /// A letter of intent of the cities.
    LetterOfIntent,
    /// A memorandum of understanding of the cities.
    Memorandum,
    /// A sister city.
    SisterCity,
}

words!(Relation {
    Contact = "contact",
    InstitutionAgreement = "institution-agreement",
    LetterOfIntent = "letter-of-intent",
    Memorandum = "memorandum",
    SisterCity = "sister-city",
});

/// Which side an organisation is on.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Side {
    /// The side of the home.
    Home,
    /// The other side.
    Partner,
}

words!(Side { Home = "home", Partner = "partner" });

/// What an organisation does in a cooperation.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Role {
    /// Proposed it.
    Initiator,
    /// Signed.
    Signatory,
    /// Received.
    Host,
    /// Came.
    Guest,
    /// Helped.
    Facilitator,
}

words!(Role { Initiator = "initiator", Signatory = "signatory", Host = "host", Guest = "guest", Facilitator = "facilitator" });

/// An organisation's part in a cooperation.
#[derive(Clone, PartialEq, Debug, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "camelCase", extend("required" = ["organisation", "side", "role"], "additionalProperties" = false)))]
pub struct Party {
    /// Organisation id.
    pub organisation: String,
    /// On which side.
    pub side: Side,
    /// As what.
    pub role: Role,
    /// Source ids.
    pub sources: Vec<String>,
}

/// How far a cooperation has come in a stage model.
#[derive(Clone, PartialEq, Debug, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "camelCase", extend("required" = ["model", "at"], "additionalProperties" = false)))]
pub struct StageAt {
    /// Stage model id.
    pub model: String,
    /// Stage id within the model.
    pub at: String,
    /// How many steps remain according to the source, without their names.
    pub remaining: Option<u32>,
    /// How the source words it.
    pub wording: Option<Text>,
    /// Source ids.
    pub sources: Vec<String>,
}

/// What kind of event it is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum EventKind {
    /// The cooperation began.
    Start,
    /// One side visited the other.
    Visit,
    /// A reception or hearing.
    Audience,
    /// A document was signed.
    Signing,
    /// A letter was sent.
    Letter,
    /// Something that is carried out.
    Programme,
    /// It was mentioned, no more.
    Mention,
}

words!(EventKind { Start = "start", Visit = "visit", Audience = "audience", Signing = "signing", Letter = "letter", Programme = "programme", Mention = "mention" });

/// Which way a visit went, seen from the home.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Direction {
    /// The partner came to the home.
    Incoming,
    /// The home went to the partner.
    Outgoing,
}

words!(Direction { Incoming = "incoming", Outgoing = "outgoing" });

/// Whether an event took place.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum EventStatus {
    /// Reported as held.
    Held,
    /// Announced, not reported as held.
    Announced,
}

words!(EventStatus { Held = "held", Announced = "announced" });

/// Something that happened or was announced.
#[derive(Clone, PartialEq, Debug, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "camelCase", extend("required" = ["kind", "title"], "additionalProperties" = false)))]
pub struct Event {
    /// When; `None` if the source gives no date.
    pub date: Option<Date>,
    /// What kind of event.
    pub kind: EventKind,
    /// Which way, for visits.
    pub direction: Option<Direction>,
    /// Title.
    pub title: Text,
    /// Detail.
    pub text: Option<Text>,
    /// Place id.
    pub place: Option<String>,
    /// Whether it took place.
    pub status: EventStatus,
    /// On what an inferred date rests.
    pub basis: Option<Text>,
    /// Documents of the event.
    pub documents: Vec<Document>,
    /// People named.
    pub people: Vec<Person>,
    /// Source ids.
    pub sources: Vec<String>,
}

/// A person named in an event.
#[derive(Clone, PartialEq, Debug, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "camelCase", extend("required" = ["name"], "additionalProperties" = false)))]
pub struct Person {
    /// Name as printed.
    pub name: String,
    /// Office.
    pub role: Option<Text>,
    /// Organisation id.
    pub organisation: Option<String>,
}

/// What kind of document it is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum DocumentKind {
    /// An approval by an authority.
    Permit,
    /// A memorandum of understanding.
    Memorandum,
    /// A letter of intent.
    LetterOfIntent,
    /// A circular.
    Circular,
    /// Anything else.
    Other,
}

words!(DocumentKind { Permit = "permit", Memorandum = "memorandum", LetterOfIntent = "letter-of-intent", Circular = "circular", Other = "other" });

/// A document.
#[derive(Clone, PartialEq, Debug, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "camelCase", extend("required" = ["kind", "title"], "additionalProperties" = false)))]
pub struct Document {
    /// What kind.
    pub kind: DocumentKind,
    /// Title.
    pub title: Text,
    /// Number as printed.
    pub number: String,
    /// Who issued it.
    pub issuer: String,
    /// Its date.
    pub date: Option<Date>,
    /// Source ids.
    pub sources: Vec<String>,
}

/// How a reported number is meant.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Qualifier {
    /// As given.
    Exactly,
    /// More than given.
    MoreThan,
    /// About as given.
    About,
    /// At least as given.
    AtLeast,
}

words!(Qualifier { Exactly = "exactly", MoreThan = "more-than", About = "about", AtLeast = "at-least" });

/// A reported figure; never computed on.
#[derive(Clone, PartialEq, Debug, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "camelCase", extend("required" = ["label", "value"], "additionalProperties" = false)))]
pub struct Figure {
    /// What is counted.
    pub label: Text,
    /// The number.
    pub value: f64,
    /// How it is meant.
    pub qualifier: Qualifier,
    /// Unit.
    pub unit: Option<Text>,
    /// For which period.
    pub period: Option<Text>,
    /// Source ids.
    pub sources: Vec<String>,
}

/// What another source says.
#[derive(Clone, PartialEq, Debug, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "camelCase", extend("required" = ["about", "value"], "additionalProperties" = false)))]
pub struct Claim {
    /// Which value of the record it is about, as a path (`events/0/date`).
    pub about: String,
    /// The other value.
    pub value: ClaimValue,
    /// One line of context.
    pub context: Option<Text>,
    /// Source ids.
    pub sources: Vec<String>,
}

/// The value of a claim.
#[derive(Clone, PartialEq, Debug)]
pub enum ClaimValue {
    /// A date.
    Date(Date),
    /// A number.
    Number(f64),
    /// A text.
    Text(Text),
}

impl Default for ClaimValue {
    fn default() -> Self {
        Self::Number(0.0)
    }
}

/// Why the value shown is the one shown.
#[derive(Clone, PartialEq, Debug, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "camelCase", extend("required" = ["about", "reason"], "additionalProperties" = false)))]
pub struct Ruling {
    /// Which value of the record, as a path.
    pub about: String,
    /// The reason.
    pub reason: Text,
}

/// A remark with its sources.
#[derive(Clone, PartialEq, Debug, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "camelCase", extend("required" = ["text"], "additionalProperties" = false)))]
pub struct Note {
    /// The remark.
    pub text: Text,
    /// Source ids.
    pub sources: Vec<String>,
}
