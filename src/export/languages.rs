//! The files from which a browser takes what the widget does not carry.
//!
//! In: what `build/` made. Out: names and contents, for the folder `lang/` beside the script. Native
//! alone.

/// File name and content: the interface texts and the bundled dataset's words in each language but
/// Indonesian, and the whole bundled dataset as it is saved.
pub const LANGUAGE_FILES: [(&str, &str); 7] = [
    ("en.txt", include_str!(concat!(env!("OUT_DIR"), "/en.txt"))),
    ("ja.txt", include_str!(concat!(env!("OUT_DIR"), "/ja.txt"))),
    ("ko.txt", include_str!(concat!(env!("OUT_DIR"), "/ko.txt"))),
    ("bundled.en.txt", include_str!(concat!(env!("OUT_DIR"), "/bundled.en.txt"))),
    ("bundled.ja.txt", include_str!(concat!(env!("OUT_DIR"), "/bundled.ja.txt"))),
    ("bundled.ko.txt", include_str!(concat!(env!("OUT_DIR"), "/bundled.ko.txt"))),
    ("bundled.json", include_str!(concat!(env!("OUT_DIR"), "/bundled.json"))),
];
