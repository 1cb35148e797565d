//! What is said of a record: on cards and in the detail.
//!
//! In: a language. Out: its [`Phrases`]. `{n}`, `{m}` and `{name}` stand for what is put in.

use super::texts::{self, texts};
use crate::dataset::{Qualifier, Role};
use crate::text::Lang;

texts! {
    /// The phrases of one language.
    Phrases {
        /// Between the parts of a list.
        comma,
        /// Between a number and its unit.
        unit,
        /// What parts thousands.
        thousands,
        /// What parts the whole from the fraction.
        decimal,
        /// The months in order, by blanks; empty where months are numbers.
        months,
        /// Back to the list.
        back,
        /// The `{n}`th of `{m}`.
        position,
        /// Opens the record before.
        previous,
        /// Opens the record after.
        next,
        /// Partner country `{name}` with the home `{n}`.
        with_home,
        /// A partner that is a country.
        country_partner,
        /// `{n}` of `{m}` sectors are named.
        partial,
        /// Before the current stage: the `{n}`th of `{m}`.
        stage_of,
        /// Before the current stage, where the number of stages is not known.
        stage_now,
        /// One step left that has no name.
        left_one,
        /// `{n}` steps left that have no names.
        left_many,
        /// The numbers from one to ten as a sentence begins with them; empty where it is figures.
        counts,
        /// The stage model goes on beyond what was read.
        left_unread,
        /// The stage in the words of the source, `{name}`.
        wording,
        /// Section.
        course,
        /// Section.
        parties,
        /// Section.
        documents,
        /// Section.
        figures,
        /// Section.
        notes,
        /// Section.
        sources,
        /// Heading of the home's parties.
        home_side,
        /// Heading of the partner's parties.
        partner_side,
        /// Note on a date.
        inferred,
        /// Opens on what an inferred date rests.
        basis,
        /// Note on a date.
        announced,
        /// Where: `{name}`.
        place,
        /// Two claims.
        differ,
        /// The claim that a ruling chose.
        shown,
        /// The claim that stands in the record, without a ruling.
        first,
        /// The other claim.
        other,
        /// Another source says the same.
        confirmed,
        /// Source `{n}`.
        source,
        /// From source `{n}` back to the text.
        source_back,
        /// A source without a date.
        unpublished,
        /// Role.
        role_initiator,
        /// Role.
        role_signatory,
        /// Role.
        role_host,
        /// Role.
        role_guest,
        /// Role.
        role_facilitator,
        /// More than `{n}`.
        number_more,
        /// About `{n}`.
        number_about,
        /// At least `{n}`.
        number_least,
    }
}

impl Phrases {
    /// What an organisation does in a cooperation.
    #[must_use]
    pub const fn role(&self, role: Role) -> &'static str {
        match role {
            Role::Initiator => self.role_initiator,
            Role::Signatory => self.role_signatory,
            Role::Host => self.role_host,
            Role::Guest => self.role_guest,
            Role::Facilitator => self.role_facilitator,
        }
    }

    /// How a number is meant; `{n}` is the number.
    #[must_use]
    pub const fn qualifier(&self, qualifier: Qualifier) -> &'static str {
        match qualifier {
            Qualifier::Exactly => "{n}",
            Qualifier::MoreThan => self.number_more,
            Qualifier::About => self.number_about,
            Qualifier::AtLeast => self.number_least,
        }
    }
}

/// The phrases of a language.
#[must_use]
pub fn of(lang: Lang) -> &'static Phrases {
    &texts::of(lang).phrases
}
