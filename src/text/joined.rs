//! Texts put together, in code that the program carries once.

/// The parts, one after the other.
#[must_use]
pub fn joined(parts: &[&str]) -> String {
    let mut out = String::new();
    for part in parts {
        out.push_str(part);
    }
    out
}

/// The parts with `between` between them.
#[must_use]
pub fn listed<T: AsRef<str>>(parts: &[T], between: &str) -> String {
    let mut out = String::new();
    for (place, part) in parts.iter().enumerate() {
        if place > 0 {
            out.push_str(between);
        }
        out.push_str(part.as_ref());
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{joined, listed};

    #[test]
    fn what_separates_stands_between_only() {
        assert_eq!(joined(&["a", "", "b"]), "ab");
        assert_eq!(listed(&["a", "b", "c"], ", "), "a, b, c");
        assert_eq!(listed::<String>(&[], ", "), "");
    }
}
