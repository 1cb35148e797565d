//! Which links a page may carry: a dataset must never be able to run a script.

/// Longest link that is read, in bytes.
const MAX_LINK: usize = 2_048;

/// Whether a link is absolute, of a harmless scheme, and hides nothing: no blanks, no control
/// characters, no backslash, no user name or password.
pub(super) fn is_safe(link: &str) -> bool {
    let Some((scheme, rest)) = link.split_once(':') else { return false };
    let is = |known: &str| scheme.eq_ignore_ascii_case(known);
    let clean = !link.bytes().any(|byte| byte <= b' ' || byte == b'\\' || byte == 0x7f);
    let shaped = if is("https") || is("http") {
        rest.strip_prefix("//").is_some_and(has_plain_host)
    } else {
        (is("mailto") || is("tel")) && !rest.is_empty()
    };
    clean && shaped && link.len() <= MAX_LINK
}

fn has_plain_host(rest: &str) -> bool {
    for (at, byte) in rest.bytes().enumerate() {
        match byte {
            b'/' | b'?' | b'#' => return at > 0,
            b'@' => return false,
            _ => {}
        }
    }
    !rest.is_empty()
}

#[cfg(test)]
mod tests {
    use super::is_safe;

    #[test]
    fn web_mail_and_telephone_are_links() {
        for link in [
            "https://example.org/berita?a=b@c#d",
            "HTTP://example.org",
            "mailto:ksdpl@bekasikota.go.id",
            "tel:+62-21-1234",
            "https://例え.jp/記事",
        ] {
            assert!(is_safe(link), "{link}");
        }
    }

    #[test]
    fn nothing_else_is() {
        for link in [
            "",
            "berita.html",
            "//example.org",
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            "java\tscript:alert(1)",
            " https://example.org",
            "https:example.org",
            "https:///path",
            "https://user:secret@example.org/",
            "https://example.org\\@evil.example",
            "https://example.org/a b",
            "https://example.org/\u{0}",
            "data:text/html,x",
            "vbscript:x",
            "mailto:",
        ] {
            assert!(!is_safe(link), "{link}");
        }
    }
}
