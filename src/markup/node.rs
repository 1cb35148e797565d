//! The tree: elements with attributes and children, and text.

use super::Value;

/// A node of the tree.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Node {
    /// An element.
    Element(Element),
    /// Text; never read as markup.
    Text(Value),
}

/// An element: tag, attributes in the order given, children.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Element {
    /// The tag name, lower case for HTML.
    pub tag: &'static str,
    /// Whether the element belongs to SVG rather than HTML.
    pub svg: bool,
    /// Attributes. An attribute that is switched off is absent.
    pub attributes: Vec<(&'static str, Value)>,
    /// Children in order.
    pub children: Vec<Node>,
}

/// A new HTML element.
#[must_use]
pub fn el(tag: &'static str) -> Element {
    Element { tag, ..Element::default() }
}

/// A new SVG element.
#[must_use]
pub fn svg(tag: &'static str) -> Element {
    Element { tag, svg: true, ..Element::default() }
}

impl Element {
    /// Adds an attribute.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        self.attributes.push((name, value.into()));
        self
    }

    /// Adds an attribute without a value if `on` holds (`checked`, `hidden`, `disabled`).
    #[must_use]
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
    pub fn does(self, verb: &'static str, argument: impl Into<Value>) -> Self {
        self.with("data-do", verb).with("data-arg", argument)
    }

    /// Sets the class names.
    #[must_use]
    pub fn class(self, names: &'static str) -> Self {
        self.with("class", names)
    }

    /// Adds a child element.
    #[must_use]
    pub fn child(mut self, child: Self) -> Self {
        self.children.push(Node::Element(child));
        self
    }

    /// Adds child elements.
    #[must_use]
    pub fn children(mut self, children: impl IntoIterator<Item = Self>) -> Self {
        self.children.extend(children.into_iter().map(Node::Element));
        self
    }

    /// Adds text.
    #[must_use]
    pub fn text(mut self, text: impl Into<Value>) -> Self {
        self.children.push(Node::Text(text.into()));
        self
    }

    /// The value of an attribute.
    #[must_use]
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
