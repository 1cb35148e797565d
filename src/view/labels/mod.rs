//! The words on controls: head, filters, list, map.
//!
//! In: a language. Out: its [`Labels`]. `{n}`, `{m}`, `{q}` and `{name}` stand for what is put in.

mod en;
mod id;
mod ja;
mod ko;

use crate::dataset::Relation;
use crate::text::Lang;

/// The labels of one language.
pub struct Labels {
    /// Name of the choice of languages.
    pub language: &'static str,
    /// Name of the menu of tools.
    pub tools: &'static str,
    /// Tool: save the data.
    pub download: &'static str,
    /// Tool: print.
    pub print: &'static str,
    /// Tool: copy the address of this view.
    pub copy_link: &'static str,
    /// Name of the search field.
    pub search: &'static str,
    /// What can be sought.
    pub search_hint: &'static str,
    /// Empties the search field.
    pub search_clear: &'static str,
    /// Opens the filter sheet; its title.
    pub filter: &'static str,
    /// The same with `{n}` values chosen.
    pub filter_chosen: &'static str,
    /// Name of the column of filters.
    pub filters: &'static str,
    /// Closes the sheet.
    pub close: &'static str,
    /// Takes all filters away.
    pub clear_all: &'static str,
    /// Closes the sheet: `{n}` = 1 record.
    pub show_one: &'static str,
    /// Closes the sheet: `{n}` records.
    pub show_many: &'static str,
    /// Facet.
    pub sectors: &'static str,
    /// Facet.
    pub country: &'static str,
    /// Facet.
    pub relation: &'static str,
    /// Facet.
    pub stage: &'static str,
    /// Facet, and the mark of a home.
    pub home: &'static str,
    /// Facet.
    pub year: &'static str,
    /// First year of the range.
    pub year_from: &'static str,
    /// Last year of the range.
    pub year_to: &'static str,
    /// Records without a date.
    pub undated: &'static str,
    /// Opens the group `{name}`.
    pub facet_details: &'static str,
    /// Shows `{n}` more.
    pub show_more: &'static str,
    /// Folds the rest again.
    pub show_fewer: &'static str,
    /// Name of the list.
    pub list: &'static str,
    /// `{n}` records, all of `{m}` = 1.
    pub status_one: &'static str,
    /// `{n}` records, all there are.
    pub status_many: &'static str,
    /// `{n}` of `{m}` = 1 records.
    pub status_of_one: &'static str,
    /// `{n}` of `{m}` records.
    pub status_of_many: &'static str,
    /// Name of the choice of orders.
    pub sort: &'static str,
    /// Order.
    pub sort_newest: &'static str,
    /// Order.
    pub sort_relevance: &'static str,
    /// Order.
    pub sort_partner: &'static str,
    /// Order.
    pub sort_distance: &'static str,
    /// Name of the list of chips.
    pub chosen: &'static str,
    /// Takes the filter `{name}` away.
    pub remove_filter: &'static str,
    /// The dataset has no record.
    pub nothing_yet: &'static str,
    /// Nothing matches `{q}`.
    pub nothing_matches: &'static str,
    /// `{n}` = 1 record could not be read.
    pub unread_one: &'static str,
    /// `{n}` records could not be read.
    pub unread_many: &'static str,
    /// The other `{n}` records are shown.
    pub unread_rest: &'static str,
    /// Before the version of the data, on paper.
    pub data_version: &'static str,
    /// Name of the map.
    pub map: &'static str,
    /// Name of the map's picture, with its keys.
    pub map_keys: &'static str,
    /// Name of the choice of views.
    pub map_view: &'static str,
    /// View.
    pub view_region: &'static str,
    /// View.
    pub view_world: &'static str,
    /// Name of the zoom buttons.
    pub map_zoom: &'static str,
    /// Button.
    pub zoom_in: &'static str,
    /// Button.
    pub zoom_out: &'static str,
    /// Button.
    pub zoom_fit: &'static str,
    /// Opens the arrows.
    pub map_move: &'static str,
    /// Button.
    pub pan_left: &'static str,
    /// Button.
    pub pan_right: &'static str,
    /// Button.
    pub pan_up: &'static str,
    /// Button.
    pub pan_down: &'static str,
    /// Enlarges the small map.
    pub map_open: &'static str,
    /// Makes the map small again.
    pub map_close: &'static str,
    /// Label of `{n}` homes in one mark.
    pub map_homes: &'static str,
    /// How the wheel zooms.
    pub hint_wheel: &'static str,
    /// How fingers move the map.
    pub hint_touch: &'static str,
    /// Name of the legend.
    pub map_legend: &'static str,
    /// Mark.
    pub partner_city: &'static str,
    /// Mark.
    pub partner_country: &'static str,
    /// Base map and borders.
    pub map_credit: &'static str,
    /// The relations, from weak to strong.
    pub relations: [&'static str; 5],
}

impl Labels {
    /// The name of a relation.
    #[must_use]
    pub const fn relation_name(&self, relation: Relation) -> &'static str {
        let [contact, agreement, intent, memorandum, sister] = self.relations;
        match relation {
            Relation::Contact => contact,
            Relation::InstitutionAgreement => agreement,
            Relation::LetterOfIntent => intent,
            Relation::Memorandum => memorandum,
            Relation::SisterCity => sister,
        }
    }
}

/// The labels of a language.
#[must_use]
pub const fn of(lang: Lang) -> &'static Labels {
    match lang {
        Lang::Id => &id::LABELS,
        Lang::En => &en::LABELS,
        Lang::Ja => &ja::LABELS,
        Lang::Ko => &ko::LABELS,
    }
}
