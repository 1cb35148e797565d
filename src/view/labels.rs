//! The words on controls: head, filters, list, map.
//!
//! In: a language. Out: its [`Labels`]. `{n}`, `{m}`, `{q}` and `{name}` stand for what is put in.

use super::texts::{self, texts};
use crate::dataset::Relation;
use crate::text::Lang;

texts! {
    /// The labels of one language.
    Labels {
        /// Name of the choice of languages.
        language,
        /// Name of the menu of tools.
        tools,
        /// Tool: save the data.
        download,
        /// Tool: print.
        print,
        /// Tool: copy the address of this view.
        copy_link,
        /// Name of the search field.
        search,
        /// What can be sought.
        search_hint,
        /// Empties the search field.
        search_clear,
        /// Opens the filter sheet; its title.
        filter,
        /// The same with `{n}` values chosen.
        filter_chosen,
        /// Name of the column of filters.
        filters,
        /// Closes the sheet.
        close,
        /// Takes all filters away.
        clear_all,
        /// Closes the sheet: `{n}` = 1 record.
        show_one,
        /// Closes the sheet: `{n}` records.
        show_many,
        /// Facet.
        sectors,
        /// Facet.
        country,
        /// Facet.
        relation,
        /// Facet.
        stage,
        /// Facet, and the mark of a home.
        home,
        /// Facet.
        year,
        /// First year of the range.
        year_from,
        /// Last year of the range.
        year_to,
        /// Records without a date.
        undated,
        /// Opens the group `{name}`.
        facet_details,
        /// Shows `{n}` more.
        show_more,
        /// Folds the rest again.
        show_fewer,
        /// Name of the list.
        list,
        /// `{n}` records, all of `{m}` = 1.
        status_one,
        /// `{n}` records, all there are.
        status_many,
        /// `{n}` of `{m}` = 1 records.
        status_of_one,
        /// `{n}` of `{m}` records.
        status_of_many,
        /// Name of the choice of orders.
        sort,
        /// Order.
        sort_newest,
        /// Order.
        sort_relevance,
        /// Order.
        sort_partner,
        /// Order.
        sort_distance,
        /// Name of the list of chips.
        chosen,
        /// Takes the filter `{name}` away.
        remove_filter,
        /// The dataset has no record.
        nothing_yet,
        /// Nothing matches `{q}`.
        nothing_matches,
        /// `{n}` = 1 record could not be read.
        unread_one,
        /// `{n}` records could not be read.
        unread_many,
        /// The other `{n}` records are shown.
        unread_rest,
        /// Before the version of the data, on paper.
        data_version,
        /// Name of the map.
        map,
        /// Name of the map's picture, with its keys.
        map_keys,
        /// Name of the choice of views.
        map_view,
        /// View.
        view_region,
        /// View.
        view_world,
        /// View.
        view_globe,
        /// Name of the zoom buttons.
        map_zoom,
        /// Button.
        zoom_in,
        /// Button.
        zoom_out,
        /// Button.
        zoom_fit,
        /// Opens the arrows.
        map_move,
        /// Button.
        pan_left,
        /// Button.
        pan_right,
        /// Button.
        pan_up,
        /// Button.
        pan_down,
        /// Enlarges the small map.
        map_open,
        /// Makes the map small again.
        map_close,
        /// Label of `{n}` homes in one mark.
        map_homes,
        /// How the wheel zooms.
        hint_wheel,
        /// How fingers move the map.
        hint_touch,
        /// Name of the legend.
        map_legend,
        /// Mark.
        partner_city,
        /// Mark.
        partner_country,
        /// Base map and borders.
        map_credit,
        /// Relation, the weakest.
        relation_contact,
        /// Relation.
        relation_agreement,
        /// Relation.
        relation_intent,
        /// Relation.
        relation_memorandum,
        /// Relation, the strongest.
        relation_sister,
    }
}

impl Labels {
    /// The name of a relation.
    #[must_use]
    pub const fn relation_name(&self, relation: Relation) -> &'static str {
        match relation {
            Relation::Contact => self.relation_contact,
            Relation::InstitutionAgreement => self.relation_agreement,
            Relation::LetterOfIntent => self.relation_intent,
            Relation::Memorandum => self.relation_memorandum,
            Relation::SisterCity => self.relation_sister,
        }
    }
}

/// The labels of a language.
#[must_use]
pub fn of(lang: Lang) -> &'static Labels {
    &texts::of(lang).labels
}
