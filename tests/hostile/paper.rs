//! Is what stands on paper what stands in the tree?
//!
//! In: a tree. Out: an assertion that failed, if a browser would read something else out of its HTML,
//! or if it has what no tree may have. A tokenizer that follows the standard reads it.

use std::collections::BTreeMap;

use html5gum::{Token, Tokenizer};
use mitra_kota::export::html;
use mitra_kota::markup::{Element, Node};

/// Elements that a browser closes itself.
const VOID: [&str; 7] = ["br", "hr", "img", "input", "link", "meta", "wbr"];
/// Elements and attributes that could run something, load something or look like the host's.
const NEVER: [&str; 9] =
    ["script", "style", "iframe", "object", "embed", "base", "form", "srcdoc", "background"];

#[derive(PartialEq, Debug)]
enum Mark {
    Start(String, BTreeMap<String, String>),
    End(String),
    Text(String),
}

/// Fails unless the tree is read back as it is and has nothing that runs or leads astray.
pub(crate) fn assert_lawful(tree: &Element, string: &str) {
    assert_harmless(tree, string);
    let (mut meant, mut found) = (Vec::new(), Vec::new());
    push_tree(&mut meant, tree);
    push_tokens(&mut found, &html(tree));
    for at in 0..meant.len().max(found.len()) {
        let (meant, found) = (meant.get(at), found.get(at));
        assert!(meant == found, "{string:?}: meant {meant:?}, a browser finds {found:?}");
    }
}

/// All text of a tree.
pub(crate) fn text_of(tree: &Element) -> String {
    let parts = tree.children.iter().map(|child| match child {
        Node::Element(child) => text_of(child),
        Node::Text(text) => text.to_string(),
    });
    parts.collect()
}

/// Where the links of a tree lead.
pub(crate) fn links_of(tree: &Element) -> Vec<String> {
    let mut links: Vec<_> = tree.attribute("href").map(str::to_owned).into_iter().collect();
    for child in &tree.children {
        if let Node::Element(child) = child {
            links.extend(links_of(child));
        }
    }
    links
}

fn assert_harmless(tree: &Element, string: &str) {
    for link in links_of(tree) {
        let kinds = ["https://", "http://", "mailto:", "tel:", "#"];
        let low = link.to_lowercase();
        assert!(kinds.iter().any(|kind| low.starts_with(kind)), "{string:?} leads to {link:?}");
    }
    assert!(!NEVER.contains(&tree.tag), "{string:?}: <{}>", tree.tag);
    for (name, _) in &tree.attributes {
        let bad = name.starts_with("on") || *name == "style" || NEVER.contains(name);
        assert!(!bad, "{string:?}: {name}");
    }
    for child in &tree.children {
        if let Node::Element(child) = child {
            assert_harmless(child, string);
        }
    }
}

/// Line breaks are the writer's own; what HTML cannot carry is replaced.
fn push_text(marks: &mut Vec<Mark>, text: &str) {
    let text = text.replace('\n', "").replace('\0', "\u{fffd}");
    match marks.last_mut() {
        Some(Mark::Text(before)) => before.push_str(&text),
        _ if text.is_empty() => {}
        _ => marks.push(Mark::Text(text)),
    }
}

fn push_tree(marks: &mut Vec<Mark>, tree: &Element) {
    let value = |value: &str| value.replace('\0', "\u{fffd}");
    let attributes = tree.attributes.iter();
    let attributes = attributes.map(|(name, text)| (name.to_ascii_lowercase(), value(text)));
    marks.push(Mark::Start(tree.tag.to_ascii_lowercase(), attributes.collect()));
    for child in &tree.children {
        match child {
            Node::Element(child) => push_tree(marks, child),
            Node::Text(text) => push_text(marks, text),
        }
    }
    if !VOID.contains(&tree.tag) {
        marks.push(Mark::End(tree.tag.to_ascii_lowercase()));
    }
}

fn push_tokens(marks: &mut Vec<Mark>, page: &str) {
    let owned = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    for Ok(token) in Tokenizer::new(page) {
        match token {
            Token::StartTag(tag) => {
                let attributes = tag.attributes.iter();
                let attributes = attributes.map(|(name, value)| (owned(name), owned(value)));
                let name = owned(&tag.name);
                marks.push(Mark::Start(name.clone(), attributes.collect()));
                if tag.self_closing {
                    marks.push(Mark::End(name));
                }
            }
            Token::EndTag(tag) => marks.push(Mark::End(owned(&tag.name))),
            Token::String(text) => push_text(marks, &owned(&text)),
            Token::Error(_) => {}
            other => marks.push(Mark::Start(format!("{other:?}"), BTreeMap::new())),
        }
    }
}
