//! The files from which a browser takes what the widget does not carry.
//!
//! In: what `build/` made. Out: contents, for the folder `lang/` and for the file of details beside the
//! script. Native alone.

/// File name and content: the interface texts and the bundled dataset's words in each language but
/// Indonesian, and the whole bundled dataset as it is saved.
pub const LANGUAGE_FILES: [(&str, &[u8]); 7] = [
    ("en.txt", include_bytes!(concat!(env!("OUT_DIR"), "/en.txt"))),
    ("ja.txt", include_bytes!(concat!(env!("OUT_DIR"), "/ja.txt"))),
    ("ko.txt", include_bytes!(concat!(env!("OUT_DIR"), "/ko.txt"))),
    ("bundled.en.mkd", include_bytes!(concat!(env!("OUT_DIR"), "/bundled.en.mkd"))),
    ("bundled.ja.mkd", include_bytes!(concat!(env!("OUT_DIR"), "/bundled.ja.mkd"))),
    ("bundled.ko.mkd", include_bytes!(concat!(env!("OUT_DIR"), "/bundled.ko.mkd"))),
    ("bundled.json", include_bytes!(concat!(env!("OUT_DIR"), "/bundled.json"))),
];

/// What only an open record shows of the bundled dataset.
pub const BUNDLED_DETAILS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/bundled.0.mkd"));
