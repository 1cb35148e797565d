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
