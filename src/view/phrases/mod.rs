//! What is said of a record: on cards and in the detail.
//!
//! In: a language. Out: its [`Phrases`]. `{n}`, `{m}` and `{name}` stand for what is put in.

mod en;
mod id;
mod ja;
mod ko;

use crate::dataset::{Qualifier, Role};
use crate::text::Lang;

/// The phrases of one language.
pub struct Phrases {
    /// Between the parts of a list.
    pub comma: &'static str,
    /// Between a number and its unit.
    pub unit: &'static str,
    /// What parts thousands.
    pub thousands: char,
    /// What parts the whole from the fraction.
    pub decimal: char,
    /// The months in order, by blanks; empty where months are numbers.
    pub months: &'static str,
    /// Back to the list.
    pub back: &'static str,
    /// The `{n}`th of `{m}`.
    pub position: &'static str,
    /// Opens the record before.
    pub previous: &'static str,
    /// Opens the record after.
    pub next: &'static str,
    /// Partner country `{name}` with the home `{n}`.
    pub with_home: &'static str,
    /// A partner that is a country.
    pub country_partner: &'static str,
    /// `{n}` of `{m}` sectors are named.
    pub partial: &'static str,
    /// Before the current stage: the `{n}`th of `{m}`.
    pub stage_of: &'static str,
    /// Before the current stage, where the number of stages is not known.
    pub stage_now: &'static str,
    /// One step left that has no name.
    pub left_one: &'static str,
    /// `{n}` steps left that have no names.
    pub left_many: &'static str,
    /// The numbers from one to ten as a sentence begins with them; empty where it is figures.
    pub counts: &'static str,
    /// The stage model goes on beyond what was read.
    pub left_unread: &'static str,
    /// The stage in the words of the source, `{name}`.
    pub wording: &'static str,
    /// Section.
    pub course: &'static str,
    /// Section.
    pub parties: &'static str,
    /// Section.
    pub documents: &'static str,
    /// Section.
    pub figures: &'static str,
    /// Section.
    pub notes: &'static str,
    /// Section.
    pub sources: &'static str,
    /// Heading of the home's parties.
    pub home_side: &'static str,
    /// Heading of the partner's parties.
    pub partner_side: &'static str,
    /// Note on a date.
    pub inferred: &'static str,
    /// Opens on what an inferred date rests.
    pub basis: &'static str,
    /// Note on a date.
    pub announced: &'static str,
    /// Where: `{name}`.
    pub place: &'static str,
    /// Two claims.
    pub differ: &'static str,
    /// The claim that a ruling chose.
    pub shown: &'static str,
    /// The claim that stands in the record, without a ruling.
    pub first: &'static str,
    /// The other claim.
    pub other: &'static str,
    /// Another source says the same.
    pub confirmed: &'static str,
    /// Source `{n}`.
    pub source: &'static str,
    /// From source `{n}` back to the text.
    pub source_back: &'static str,
    /// A source without a date.
    pub unpublished: &'static str,
    /// Initiator, signatory, host, guest, facilitator.
    pub roles: [&'static str; 5],
    /// More than `{n}`, about `{n}`, at least `{n}`.
    pub qualifiers: [&'static str; 3],
}

impl Phrases {
    /// What an organisation does in a cooperation.
    #[must_use]
    pub const fn role(&self, role: Role) -> &'static str {
        let [initiator, signatory, host, guest, facilitator] = self.roles;
        match role {
            Role::Initiator => initiator,
            Role::Signatory => signatory,
            Role::Host => host,
            Role::Guest => guest,
            Role::Facilitator => facilitator,
        }
    }

    /// How a number is meant; `{n}` is the number.
    #[must_use]
    pub const fn qualifier(&self, qualifier: Qualifier) -> &'static str {
        let [more, about, least] = self.qualifiers;
        match qualifier {
            Qualifier::Exactly => "{n}",
            Qualifier::MoreThan => more,
            Qualifier::About => about,
            Qualifier::AtLeast => least,
        }
    }
}

/// The phrases of a language.
#[must_use]
pub const fn of(lang: Lang) -> &'static Phrases {
    match lang {
        Lang::Id => &id::PHRASES,
        Lang::En => &en::PHRASES,
        Lang::Ja => &ja::PHRASES,
        Lang::Ko => &ko::PHRASES,
    }
}
