//! Trees as HTML text.
//!
//! In: an [`Element`]. Out: markup that a browser reads back as the same tree. Text and attribute
//! values are escaped here and nowhere else; U+0000, which HTML cannot carry, becomes U+FFFD.

use crate::markup::{Element, Node};

/// Elements that have no end tag.
const VOID: [&str; 7] = ["br", "hr", "img", "input", "link", "meta", "wbr"];

/// Elements whose children stand on lines of their own: between them white space means nothing.
const LINES: [&str; 12] = [
    "article", "body", "dl", "figure", "head", "header", "html", "main", "ol", "section", "svg",
    "ul",
];

/// Writes a tree as HTML.
#[must_use]
pub fn html(tree: &Element) -> String {
    let mut out = String::new();
    push_element(&mut out, tree);
    out
}

fn push_element(out: &mut String, element: &Element) {
    out.push('<');
    out.push_str(element.tag);
    for (name, value) in &element.attributes {
        out.push(' ');
        out.push_str(name);
        if !value.is_empty() {
            out.push_str("=\"");
            push_escaped(out, value);
            out.push('"');
        }
    }
    if element.svg && element.children.is_empty() {
        out.push_str("/>");
        return;
    }
    out.push('>');
    if VOID.contains(&element.tag) {
        return;
    }
    push_children(out, element);
    out.push_str("</");
    out.push_str(element.tag);
    out.push('>');
}

fn push_children(out: &mut String, element: &Element) {
    let lines = LINES.contains(&element.tag);
    for child in &element.children {
        if lines {
            out.push('\n');
        }
        match child {
            Node::Element(child) => push_element(out, child),
            Node::Text(text) => push_escaped(out, text),
        }
    }
    if lines && !element.children.is_empty() {
        out.push('\n');
    }
}

fn push_escaped(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            // A browser would read a line feed in its place.
            '\r' => out.push_str("&#13;"),
            '\0' => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markup::{el, svg};

    #[test]
    fn text_and_values_stay_text() {
        let tree = el("p").with("title", "a\"b&<").text("<img onerror=x> & \"y\"");
        assert_eq!(
            html(&tree),
            "<p title=\"a&quot;b&amp;&lt;\">&lt;img onerror=x&gt; &amp; &quot;y&quot;</p>"
        );
    }

    #[test]
    fn what_a_browser_would_change_is_written_so_that_it_stays() {
        assert_eq!(
            html(&el("p").with("title", "a\rb").text("a\r\nb\0")),
            "<p title=\"a&#13;b\">a&#13;\nb\u{fffd}</p>"
        );
    }

    #[test]
    fn elements_without_content_are_closed_as_their_kind_asks() {
        let tree = el("div")
            .child(el("br"))
            .child(el("i"))
            .child(el("input").with_if(true, "checked"))
            .child(svg("svg").child(svg("path").with("d", "M0 0")));
        assert_eq!(
            html(&tree),
            "<div><br><i></i><input checked><svg>\n<path d=\"M0 0\"/>\n</svg></div>"
        );
    }

    #[test]
    fn lines_break_only_where_white_space_means_nothing() {
        let list = el("ul").child(el("li").child(el("b").text("a")).text(" b"));
        assert_eq!(html(&list), "<ul>\n<li><b>a</b> b</li>\n</ul>");
    }
}
