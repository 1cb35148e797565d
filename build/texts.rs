//! The interface texts of one language, from the form for people to the form for the widget.
//!
//! In: lines `key = "text"`. Out: the texts alone, a line each, in the order of the first language;
//! or what is missing or wrong, by file and key.

/// The keys of the first language that was read, in order.
pub(crate) type Keys = Option<Vec<String>>;

/// The texts; the first language read gives the keys for all.
pub(crate) fn lines(file: &str, toml: &str, keys: &mut Keys) -> Result<String, String> {
    let mut entries = Vec::new();
    for (at, line) in (1..).zip(toml.lines()) {
        if !line.is_empty() && !line.starts_with('#') {
            let expected = || format!("{file}:{at}: found `{line}`, expected `key = \"text\"`");
            entries.push(entry(line).ok_or_else(expected)?);
        }
    }
    let found: Vec<String> = entries.iter().map(|(key, _)| (*key).to_owned()).collect();
    let keys = keys.get_or_insert_with(|| found.clone());
    if let Some(key) = keys.iter().find(|key| !found.contains(key)) {
        return Err(format!("{file}: `{key}` is missing; say it in this language too"));
    }
    if let Some((key, other)) = found.iter().zip(&*keys).find(|(key, other)| key != other) {
        return Err(format!("{file}: found `{key}` where the first language has `{other}`"));
    }
    if let Some(key) = found.get(keys.len()) {
        return Err(format!("{file}: `{key}` is not in the first language"));
    }
    let texts: Vec<_> = entries.iter().map(|(_, text)| *text).collect();
    Ok(super::sealed(&texts.join("\n"), &keys.join("\n")))
}

/// Key and text of a line; texts hold neither quotes nor backslashes.
fn entry(line: &str) -> Option<(&str, &str)> {
    let (key, text) = line.split_once(" = ")?;
    let text = text.strip_prefix('"')?.strip_suffix('"')?;
    (!text.contains(['"', '\\'])).then_some((key, text))
}
