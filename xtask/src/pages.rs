//! The plain list inside a page, between two comments:
//! `<!-- mitra render: FILE LANGUAGE -->` and `<!-- /mitra render -->`.
//!
//! In: a page. Out: the same page with what a renderer gives for each pair.

use crate::failure::{Failure, Result};

const OPEN: &str = "<!-- mitra render: ";
const END: &str = " -->";
const CLOSE: &str = "<!-- /mitra render -->";

/// Fills every pair of comments; `render` gets the file and the language.
pub(crate) fn fill(
    page: &str,
    mut render: impl FnMut(&str, &str) -> Result<String>,
) -> Result<String> {
    let mut out = String::with_capacity(page.len());
    let mut rest = page;
    while let Some(start) = rest.find(OPEN) {
        let (before, marked) = rest.split_at(start);
        let (file, language, after) = wanted(marked)?;
        let (_, tail) = after.split_once(CLOSE).ok_or_else(unclosed)?;
        out.push_str(before);
        out.push_str(OPEN);
        out.push_str(&format!("{file} {language}{END}\n"));
        out.push_str(render(file, language)?.trim_end());
        out.push('\n');
        out.push_str(CLOSE);
        rest = tail;
    }
    out.push_str(rest);
    Ok(out)
}

/// File, language and what follows the opening comment.
fn wanted(marked: &str) -> Result<(&str, &str, &str)> {
    let inner = marked.strip_prefix(OPEN).unwrap_or(marked);
    let (words, after) = inner.split_once(END).ok_or_else(unclosed)?;
    match words.split_whitespace().collect::<Vec<_>>().as_slice() {
        [file, language] => Ok((file, language, after)),
        _ => Err(Failure::new(format!("`{words}` is not a file and a language"), expected())),
    }
}

fn unclosed() -> Failure {
    Failure::new("a `mitra render` comment is not closed", expected())
}

fn expected() -> String {
    format!("write `{OPEN}data/file.json id{END}{CLOSE}`")
}

#[cfg(test)]
mod tests {
    use super::fill;

    const PAGE: &str = "<p><!-- mitra render: d/a.json id --> old <!-- /mitra render --></p>";

    #[test]
    fn what_stands_between_the_comments_is_replaced_and_the_comments_stay() {
        let filled = fill(PAGE, |file, language| Ok(format!("<ul>{file} {language}</ul>\n")));
        let expected = "<p><!-- mitra render: d/a.json id -->\n<ul>d/a.json id</ul>\n<!-- /mitra render --></p>";
        assert_eq!(filled.unwrap(), expected);
    }

    #[test]
    fn filling_twice_changes_nothing() {
        let render = |_: &str, _: &str| Ok(String::from("<ul></ul>"));
        let once = fill(PAGE, render).unwrap();
        assert_eq!(fill(&once, render).unwrap(), once);
    }

    #[test]
    fn a_page_without_comments_stays_as_it_is() {
        assert_eq!(fill("<p></p>", |_, _| Ok(String::new())).unwrap(), "<p></p>");
    }

    #[test]
    fn a_comment_that_is_not_closed_is_told() {
        let error = fill("<!-- mitra render: a id -->", |_, _| Ok(String::new())).unwrap_err();
        assert!(error.to_string().contains("not closed"));
    }
}
