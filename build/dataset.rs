//! The bundled dataset, smaller.
//!
//! In: JSON, written for people. Out: the same JSON without blanks.

/// The JSON without what stands outside of its strings and means nothing.
pub(crate) fn without_blanks(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    let (mut within, mut escaped) = (false, false);
    for c in json.chars() {
        if within || !c.is_ascii_whitespace() {
            out.push(c);
        }
        within ^= c == '"' && !escaped;
        escaped = within && c == '\\' && !escaped;
    }
    out
}
