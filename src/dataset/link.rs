//! Which links a page may carry: a dataset must never be able to run a script.

/// Longest link that is read, in bytes.
const MAX_LINK: usize = 2_048;

/// What a link may begin with.
const BEGINNINGS: [&str; 4] = ["https://", "http://", "mailto:", "tel:"];

/// Whether a link is absolute, of a harmless scheme, and hides nothing: no blanks, no control
/// characters, no backslash, no user name or password.
#[inline(always)] // Two later modules ask; shared, it would travel in the first one.
pub(super) fn is_safe(link: &str) -> bool {
    for beginning in BEGINNINGS {
        if let Some((start, rest)) = link.as_bytes().split_at_checked(beginning.len())
            && start.eq_ignore_ascii_case(beginning.as_bytes())
        {
            return link.len() <= MAX_LINK && is_plain(rest, beginning.as_bytes().ends_with(b"/"));
        }
    }
    false
}

/// Whether what follows is clean; `host` tells that it begins with a host.
#[inline(always)] // As above.
fn is_plain(rest: &[u8], mut host: bool) -> bool {
    for (at, &byte) in rest.iter().enumerate() {
        match byte {
            0..=b' ' | b'\\' | 0x7f => return false,
            b'@' if host => return false,
            b'/' | b'?' | b'#' if at == 0 && host => return false,
            b'/' | b'?' | b'#' => host = false,
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
