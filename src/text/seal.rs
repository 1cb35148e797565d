//! Files that follow the widget later.
//!
//! In: two texts that end with a seal on a line of its own, as `build/` puts it there. Out: what stands
//! before it, if both bear the same one.

/// The bytes of a seal with the end of the line before it.
const SEAL: usize = 9;

/// What a text holds before its seal; `None` unless `like` bears the same seal: then it is of
/// another version, or not whole.
#[must_use]
pub fn unsealed<'a>(text: &'a str, like: &str) -> Option<&'a str> {
    let own = like.get(like.len().checked_sub(SEAL)?..)?;
    text.strip_suffix(own)
}

#[cfg(test)]
mod tests {
    use super::unsealed;

    #[test]
    fn a_file_of_another_version_or_half_a_file_is_none() {
        assert_eq!(unsealed("one\n\ntwo\n12ab34cd", "eins\n12ab34cd"), Some("one\n\ntwo"));
        assert_eq!(unsealed("one\n\ntwo\n12ab34ce", "eins\n12ab34cd"), None);
        assert_eq!(unsealed("one\n\ntw", "eins\n12ab34cd"), None);
        assert_eq!(unsealed("", "eins\n12ab34cd"), None);
    }
}
