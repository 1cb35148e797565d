//! The tree: elements with attributes and children, and text.

use std::ops::{Deref, DerefMut};

use super::Value;
use crate::text::{parted, parts};

/// A node of the tree.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Node {
    /// An element.
    Element(Element),
    /// Text; never read as markup.
    Text(Value),
}

/// An element. One pointer wide, for it is handed from call to call while it is built: a step of
/// building costs the program a call and no copy.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Element(Box<Body>);

/// What an element consists of: tag, attributes in the order given, children.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Body {
    /// The tag name, lower case for HTML.
    pub tag: &'static str,
    /// Whether the element belongs to SVG rather than HTML.
    pub svg: bool,
    /// Attributes. An attribute that is switched off is absent.
    pub attributes: Vec<(&'static str, Value)>,
    /// Children in order.
    pub children: Vec<Node>,
}

impl Deref for Element {
    type Target = Body;

    fn deref(&self) -> &Body {
        &self.0
    }
}

impl DerefMut for Element {
    fn deref_mut(&mut self) -> &mut Body {
        &mut self.0
    }
}

/// A new HTML element: its tag, its class names, and what else it always has, as
/// `button.mk-link mk-back|type=button|disabled`.
#[must_use]
pub fn el(recipe: &'static str) -> Element {
    bare(recipe, false)
}

/// A new SVG element, said like an HTML one.
#[must_use]
pub fn svg(recipe: &'static str) -> Element {
    bare(recipe, true)
}

#[inline(never)]
fn bare(recipe: &'static str, svg: bool) -> Element {
    let mut parts = parts(recipe, b'|');
    let head = parts.next().unwrap_or_default();
    let (tag, class) = parted(head, b'.').unwrap_or((head, ""));
    let mut element =
        Element(Box::new(Body { tag, svg, attributes: Vec::new(), children: Vec::new() }));
    if !class.is_empty() {
        element.put("class", Value::Static(class));
    }
    for part in parts {
        let (name, value) = parted(part, b'=').unwrap_or((part, ""));
        element.put(name, Value::Static(value));
    }
    element
}

impl Element {
    /// Adds an attribute.
    #[must_use]
    #[inline(never)]
    pub fn with(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        self.put(name, value.into());
        self
    }

    #[inline(never)]
    fn put(&mut self, name: &'static str, value: Value) {
        self.attributes.push((name, value));
    }

    #[inline(never)]
    fn add(&mut self, child: Node) {
        self.children.push(child);
    }

    /// Adds an attribute without a value if `on` holds (`checked`, `hidden`, `disabled`).
    #[must_use]
    #[inline(never)]
    pub fn with_if(self, on: bool, name: &'static str) -> Self {
        if on { self.with(name, "") } else { self }
    }

    /// Names the element among its siblings: while the name stays, the element on the page stays,
    /// with its focus and its scroll position.
    #[must_use]
    pub fn key(self, name: impl Into<Value>) -> Self {
        self.with("data-key", name)
    }

    /// Says what happens when the element is used: the verb and argument of an action.
    #[must_use]
    #[inline(never)]
    pub fn does(self, verb: &'static str, argument: impl Into<Value>) -> Self {
        self.with("data-do", verb).with("data-arg", argument)
    }

    /// Sets the class names.
    #[must_use]
    #[inline(never)]
    pub fn class(self, names: &'static str) -> Self {
        self.with("class", names)
    }

    /// Adds a child element.
    #[must_use]
    #[inline(never)]
    pub fn child(mut self, child: Self) -> Self {
        self.add(Node::Element(child));
        self
    }

    /// Adds a child element, if there is one.
    #[must_use]
    #[inline(never)]
    pub fn maybe(mut self, child: Option<Self>) -> Self {
        if let Some(child) = child {
            self.add(Node::Element(child));
        }
        self
    }

    /// Adds child elements.
    #[must_use]
    pub fn children(mut self, children: impl IntoIterator<Item = Self>) -> Self {
        for child in children {
            self.add(Node::Element(child));
        }
        self
    }

    /// Adds text.
    #[must_use]
    #[inline(never)]
    pub fn text(mut self, text: impl Into<Value>) -> Self {
        self.add(Node::Text(text.into()));
        self
    }

    /// The value of an attribute.
    #[must_use]
    #[inline(never)]
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| *key == name).map(|(_, value)| &**value)
    }

    /// The element with this `data-key` in the tree, itself included.
    pub fn find_mut(&mut self, key: &str) -> Option<&mut Self> {
        if self.attribute("data-key") == Some(key) {
            return Some(self);
        }
        self.children.iter_mut().find_map(|child| match child {
            Node::Element(child) => child.find_mut(key),
            Node::Text(_) => None,
        })
    }
}
