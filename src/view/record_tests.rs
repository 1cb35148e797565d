//! What a visitor reads of a record, in the list and in full.

use super::page_tests::{all, bundled, page_in, page_of, texts_of, words};
use crate::dataset::{Dataset, Record, Relation};
use crate::markup::{Element, Node};
use crate::text::{Lang, Text};

/// The page with a record open, in a language.
fn open(record: &str, lang: Lang) -> Element {
    open_of(bundled(), record, lang)
}

fn open_of(dataset: Dataset, record: &str, lang: Lang) -> Element {
    page_in(dataset, "", lang, |state, catalog| state.selected = catalog.find(record))
}

/// The texts of a section of the detail, one per element in it.
fn lines(tree: &Element, key: &str) -> Vec<String> {
    let parts = all(tree, "data-key", key);
    let children = parts.iter().flat_map(|part| &part.children);
    let of = |node: &Node| match node {
        Node::Element(element) => words(element),
        Node::Text(text) => text.to_string(),
    };
    children.map(of).collect()
}

#[test]
fn a_card_has_four_lines() {
    let cards = texts_of(&page_of(bundled(), "", |_, _| {}), "mk-card");
    assert_eq!(
        cards,
        [
            "Kontak24 Juli 2025IzumisanoJepangPengelolaan sampah, pendidikan, transportasi, \
             pariwisata, ketenagakerjaan, pelayanan publik (6 dari 9 sektor disebut)\
             Penjajakan awalKota Bekasi",
            "Kontak24 Agustus 2023Jepangnegara, kota belum disebutPelayanan publik, ekonomi, \
             kebudayaanPenjajakan (diharapkan)Kota Bekasi",
            "Perjanjian antarlembaga17–22 Juli 2023SeongnamKorea SelatanOlahraga, sumber daya \
             manusiaPenjajakanKota Bekasi",
            "Kontak17 Januari 2023Korea Selatannegara, kota belum disebutKetenagakerjaan\
             PrakarsaKabupaten Bekasi",
            "Letter of Intent2–6 November 2018HamamatsuJepangtahun disimpulkanAir limbah, \
             peningkatan kapasitas, lingkungan hidup, ekonomi kreatif, ketenagakerjaan\
             Letter of Intent, kerja sama teknisKota Bandung",
        ]
    );
}

#[test]
fn the_sought_words_are_marked_in_cards() {
    let tree = page_of(bundled(), "q=limbah", |_, _| {});
    let marked = all(&tree, "class", "mk-card").into_iter().flat_map(|card| tags(card, "mark"));
    assert_eq!(marked.collect::<Vec<_>>(), ["limbah"]);
}

fn tags(tree: &Element, tag: &str) -> Vec<String> {
    let mut found = if tree.tag == tag { vec![words(tree)] } else { Vec::new() };
    for child in &tree.children {
        if let Node::Element(child) = child {
            found.extend(tags(child, tag));
        }
    }
    found
}

#[test]
fn a_bar_per_step_and_one_is_now() {
    let tree = page_of(bundled(), "", |_, _| {});
    let bars = all(&tree, "class", "mk-bars-small");
    let steps = |card: usize, state| all(bars[card], "data-step", state).len();
    assert_eq!([steps(0, "done"), steps(0, "now"), steps(0, "next")], [0, 1, 6]);
    assert_eq!([steps(4, "done"), steps(4, "now"), steps(4, "next")], [2, 1, 4]);
}

#[test]
fn a_detail_says_who_with_whom_and_what_it_is_not() {
    let tree = open("bekasi-seongnam", Lang::Id);
    let name = all(&tree, "data-key", "detail-name");
    assert_eq!(words(name[0]), "Seongnam 성남시");
    assert_eq!(texts_of(&tree, "mk-local"), ["성남시"]);
    assert_eq!(texts_of(&tree, "mk-subtitle"), ["Korea Selatan, dengan Kota Bekasi"]);
    assert!(texts_of(&tree, "mk-summary")[0].ends_with("Belum menjadi kota kembar.1"));
    assert_eq!(texts_of(&tree, "mk-pager"), ["3 dari 5"]);
    let korean = open("bekasi-seongnam", Lang::Ko);
    assert_eq!(words(all(&korean, "data-key", "detail-name")[0]), "성남시");
}

#[test]
fn steps_without_names_are_counted_and_not_named() {
    let tree = open("bekasi-izumisano", Lang::Id);
    assert_eq!(
        texts_of(&tree, "mk-steps"),
        ["Tahap sekarang: Penjajakan awalEnam tahapan lagi; namanya tidak disebut1"]
    );
    assert_eq!(all(&tree, "data-step", "next").len(), 6);
    let named = open("bandung-hamamatsu", Lang::En);
    let current = all(&named, "aria-current", "step");
    assert_eq!(words(current[0]), "Current stage: Declaration of intent");
    assert_eq!(
        texts_of(&named, "mk-ladder-note"),
        [
            "In the words of the source: Letter of intent, technical cooperation1",
            "The part of the rule that was read ends here.2"
        ]
    );
}

#[test]
fn sources_are_numbered_as_they_appear_and_lead_back() {
    let tree = open("bekasi-izumisano", Lang::Id);
    let marks = all(&tree, "data-do", "source");
    let mut seen = 0;
    for mark in &marks {
        let n: usize = words(mark).parse().expect("a number");
        assert!(n <= seen + 1, "{n} comes after {seen}");
        let first = mark.attribute("data-key").is_some();
        assert_eq!(first, n == seen + 1, "the first mark of {n} is the one to come back to");
        seen = seen.max(n);
    }
    let list = all(&tree, "class", "mk-sources");
    assert_eq!(list[0].children.len(), seen);
    assert_eq!(all(list[0], "data-do", "return").len(), seen);
    assert_eq!(
        words(all(list[0], "data-key", "source-1")[0]),
        "1[Kunjungan delegasi Kota Izumisano ke Kota Bekasi] · telusurnews.com, M-3L, 24 Juli 2025"
    );
}

#[test]
fn a_mark_never_begins_a_line() {
    for record in ["bekasi-izumisano", "bandung-hamamatsu"] {
        for lang in Lang::ALL {
            for kept in all(&open(record, lang), "class", "mk-keep") {
                let word = kept.children.first();
                assert!(matches!(word, Some(Node::Text(text)) if !text.is_empty()), "{kept:?}");
            }
        }
    }
}

#[test]
fn events_stand_by_date_and_their_marks_say_how_exact_it_is() {
    let tree = open("bandung-hamamatsu", Lang::Id);
    assert_eq!(
        texts_of(&tree, "mk-event-date"),
        ["2002", "2014", "September 2018", "2–6 November 2018tahun disimpulkan"]
    );
    let marks = all(&tree, "class", "mk-event-mark");
    let kinds: Vec<_> = marks
        .iter()
        .map(|mark| (mark.attribute("data-form"), mark.attribute("data-edge")))
        .collect();
    assert_eq!(kinds[2], (Some("about"), Some("held")));
    assert_eq!(kinds[3], (Some("range"), Some("inferred")));
    let mut turned = bundled();
    let reversed = |record: &Record| {
        let mut record = record.clone();
        record.events.reverse();
        record
    };
    turned.records = turned.records.iter().map(reversed).collect();
    let dates = texts_of(&open_of(turned, "bandung-hamamatsu", Lang::Id), "mk-event-date");
    assert_eq!(dates.first().map(String::as_str), Some("2002"));
    let undated = texts_of(&open("bekasi-japan", Lang::Id), "mk-event-date");
    assert_eq!(undated, ["24 Agustus 2023", "tanpa tanggaldirencanakan"]);
}

#[test]
fn the_basis_of_an_inferred_date_is_one_press_away() {
    let basis = |tree: &Element| all(tree, "class", "mk-basis")[0].attribute("hidden").is_some();
    assert!(basis(&open("bandung-hamamatsu", Lang::Id)));
    let shown = page_of(bundled(), "", |state, catalog| {
        state.selected = catalog.find("bandung-hamamatsu");
        state.open.push("basis-3".into());
    });
    assert!(!basis(&shown));
    assert_eq!(all(&shown, "data-arg", "basis-3")[0].attribute("aria-expanded"), Some("true"));
}

#[test]
fn two_sources_that_differ_stand_at_equal_weight() {
    let tree = open("bekasi-izumisano", Lang::Id);
    let boxes = texts_of(&tree, "mk-differ");
    assert_eq!(boxes.len(), 3, "sectors, a date, a figure");
    let date = boxes.iter().find(|said| said.contains("23–25 Juli 2025")).expect("the dates");
    assert_eq!(
        date.as_str(),
        "≠Dua sumber berbedaDitampilkan24 Juli 20251Sumber lain23–25 Juli 202523seluruh kunjungan\
         24 Juli adalah hari pertemuan di pendopo."
    );
    let figure = boxes.last().expect("the figure");
    assert!(figure.contains("Sumber pertamaLebih dari 11 negara"), "{figure}");
}

#[test]
fn a_claim_that_agrees_or_fills_a_gap_is_one_line() {
    let hamamatsu = open("bandung-hamamatsu", Lang::Id);
    assert!(all(&hamamatsu, "class", "mk-differ").is_empty());
    assert_eq!(
        texts_of(&hamamatsu, "mk-remark"),
        ["Sumber lain menyatakan sama: menyebut tahun 20183"]
    );
    let seongnam = open("bekasi-seongnam", Lang::Id);
    assert!(all(&seongnam, "class", "mk-differ").is_empty());
    assert_eq!(texts_of(&seongnam, "mk-remark"), ["Sumber lain: Kota Bekasi · tempat MoU dibuat3"]);
}

#[test]
fn an_organisation_stands_once_with_all_it_does() {
    let parties = lines(&open("bekasi-izumisano", Lang::Id), "parties");
    assert_eq!(
        parties[1],
        "AsalPemerintah Kota Bekasi · tuan rumah1MitraPemerintah Kota Izumisano · pemrakarsa, tamu1"
    );
}

#[test]
fn documents_figures_and_remarks_stand_with_their_sources() {
    let korea = open("kabupaten-bekasi-korea", Lang::Id);
    assert_eq!(
        lines(&korea, "documents")[1],
        "Surat edaran tentang tata cara hubungan kerja sama (kota kembar)1 · Menteri Dalam \
         Negeri193/1652/PUOD26 April 1993"
    );
    assert_eq!(lines(&korea, "notes").len(), 3);
    let japan = open("bekasi-japan", Lang::En);
    assert!(lines(&japan, "figures")[1].starts_with("More than 2,400,000 people1Population"));
    assert!(lines(&japan, "documents").is_empty(), "no empty section");
}

#[test]
fn people_of_a_body_that_is_no_party_say_which() {
    let people = texts_of(&open("bekasi-japan", Lang::Id), "mk-people");
    assert!(people[0].contains("Asisten PemerintahanInnayatullah"), "{}", people[0]);
    assert!(people[0].contains("Administration, Meiju University [sic]"), "{}", people[0]);
}

#[test]
fn a_record_with_almost_nothing_is_an_ordinary_one() {
    let mut dataset = bundled();
    let mut bare = dataset.records.get(0).expect("a record").clone();
    bare.id = "bare".into();
    bare.relation = Relation::SisterCity;
    bare.summary = Text::default();
    bare.stage = None;
    bare.claimed_sectors = None;
    (bare.sectors, bare.events, bare.parties) = (Vec::new(), Vec::new(), Vec::new());
    (bare.figures, bare.claims, bare.sources) = (Vec::new(), Vec::new(), Vec::new());
    dataset.records.push(bare);
    let tree = open_of(dataset, "bare", Lang::En);
    assert!(all(&tree, "class", "mk-part").is_empty());
    assert_eq!(texts_of(&tree, "mk-pager"), ["6 of 6"]);
    assert_eq!(all(&tree, "data-arg", "1")[0].attribute("disabled"), Some(""));
}
