//! Lays a tree over the DOM: what stayed is left alone, what changed is changed, keyed elements keep
//! their nodes and with them focus, selection and scroll position.
//!
//! In: the tree that is on the page, the tree that shall be. Out: DOM calls, as few as needed.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element as Dom, HtmlInputElement, HtmlOptionElement, Node as DomNode};

use crate::markup::{Element, Node};

const SVG: &str = "http://www.w3.org/2000/svg";

/// Makes the nodes of a tree.
pub(super) fn create(document: &Document, tree: &Element) -> Option<Dom> {
    let dom = if tree.svg {
        document.create_element_ns(Some(SVG), tree.tag).ok()?
    } else {
        document.create_element(tree.tag).ok()?
    };
    for (name, value) in &tree.attributes {
        set(&dom, name, value);
    }
    for child in &tree.children {
        if let Some(child) = create_node(document, child) {
            let _ = dom.append_child(&child);
        }
    }
    Some(dom)
}

fn create_node(document: &Document, node: &Node) -> Option<DomNode> {
    match node {
        Node::Text(text) => Some(document.create_text_node(text).into()),
        Node::Element(element) => create(document, element).map(Into::into),
    }
}

/// Changes the nodes of `old` into those of `new`; both are of the same tag.
pub(super) fn patch(document: &Document, dom: &Dom, old: &Element, new: &Element) {
    for (name, value) in &new.attributes {
        let before = old.attributes.iter().find(|(key, _)| key == name);
        if before.is_none_or(|(_, before)| before != value) {
            set(dom, name, value);
        }
    }
    for (name, _) in &old.attributes {
        if new.attribute(name).is_none() {
            unset(dom, name);
        }
    }
    sync(dom, new);
    patch_children(document, dom, &old.children, &new.children);
}

fn patch_children(document: &Document, dom: &Dom, old: &[Node], new: &[Node]) {
    let mut left = nodes_of(dom, old);
    let mut place = dom.first_child();
    for child in new {
        let kept = take_match(&mut left, child);
        let node = match kept {
            Some((before, node)) => {
                patch_node(document, &node, before, child);
                Some(node)
            }
            None => create_node(document, child),
        };
        let Some(node) = node else { continue };
        if place.as_ref() == Some(&node) {
            place = node.next_sibling();
        } else {
            let _ = dom.insert_before(&node, place.as_ref());
        }
    }
    for (_, node) in left.iter().flatten() {
        let _ = dom.remove_child(node);
    }
}

/// A child of the old tree with its node; taken out once it is used.
type Slot<'a> = Option<(&'a Node, DomNode)>;

fn nodes_of<'a>(dom: &Dom, old: &'a [Node]) -> Vec<Slot<'a>> {
    let mut next = dom.first_child();
    let mut slots = Vec::with_capacity(old.len());
    for child in old {
        let Some(node) = next else { break };
        next = node.next_sibling();
        slots.push(Some((child, node)));
    }
    slots
}

/// The first unused old child that may become `new`: same kind, same tag, same key.
fn take_match<'a>(slots: &mut [Slot<'a>], new: &Node) -> Slot<'a> {
    slots.iter_mut().find(|slot| slot.as_ref().is_some_and(|(old, _)| fits(old, new)))?.take()
}

fn fits(old: &Node, new: &Node) -> bool {
    match (old, new) {
        (Node::Text(_), Node::Text(_)) => true,
        (Node::Element(old), Node::Element(new)) => {
            old.tag == new.tag && old.attribute("data-key") == new.attribute("data-key")
        }
        _ => false,
    }
}

fn patch_node(document: &Document, dom: &DomNode, old: &Node, new: &Node) {
    match (old, new) {
        (Node::Text(before), Node::Text(text)) if before != text => dom.set_node_value(Some(text)),
        (Node::Element(old), Node::Element(new)) => {
            patch(document, dom.unchecked_ref(), old, new);
        }
        _ => {}
    }
}

fn set(dom: &Dom, name: &str, value: &str) {
    let _ = dom.set_attribute(name, value);
    control(dom, name, value);
}

fn unset(dom: &Dom, name: &str) {
    let _ = dom.remove_attribute(name);
    if name == "selected" {
        dom.unchecked_ref::<HtmlOptionElement>().set_selected(false);
    }
}

/// What a visitor does changes a control's property, not its attribute: keep both in step.
fn sync(dom: &Dom, new: &Element) {
    if new.tag == "input" {
        if let Some(value) = new.attribute("value") {
            control(dom, "value", value);
        }
        dom.unchecked_ref::<HtmlInputElement>().set_checked(new.attribute("checked").is_some());
    } else if new.tag == "option" && new.attribute("selected").is_some() {
        control(dom, "selected", "");
    }
}

/// Only options are selected, and only inputs checked; an option's `value` is its attribute.
fn control(dom: &Dom, name: &str, value: &str) {
    let input: &HtmlInputElement = dom.unchecked_ref();
    match name {
        "selected" => dom.unchecked_ref::<HtmlOptionElement>().set_selected(true),
        "checked" => input.set_checked(true),
        // Writing the same text would move the caret and end a composition.
        "value" if input.value() != value => input.set_value(value),
        _ => {}
    }
}
