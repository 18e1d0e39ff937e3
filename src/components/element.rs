//! One type of element for all of a page's text. Leptos compiles code for every shape of view that `view!` names;
//! a page is made of some forty shapes, so that was a third of the WASM. What changes while it is read (frame,
//! controls) uses `view!`.

use content::page::Subresource;
use leptos::{
    prelude::*,
    svg,
    tachys::html::{
        attribute::{
            any_attribute::{AnyAttribute, IntoAnyAttribute},
            custom::custom_attribute,
        },
        element::custom,
    },
};

/// An element being described: its name, attributes and children.
pub struct Element {
    name: &'static str,
    attributes: Vec<AnyAttribute>,
    children: Vec<AnyView>,
}

/// An element with this name, such as `li`; not one that has no end tag.
pub fn element(name: &'static str) -> Element {
    Element { name, attributes: Vec::new(), children: Vec::new() }
}

impl Element {
    /// With an attribute.
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.attributes.push(custom_attribute(name, value.into()).into_any_attr());
        self
    }

    /// With a class.
    pub fn class(self, name: &'static str) -> Self {
        self.with("class", name)
    }

    /// With text at its end.
    pub fn text(mut self, text: impl Into<String>) -> Self {
        self.children.push(text.into().into_any());
        self
    }

    /// With an element at its end.
    pub fn child(self, element: Self) -> Self {
        self.views([element.into_view()])
    }

    /// With elements at its end.
    pub fn children(self, elements: impl IntoIterator<Item = Self>) -> Self {
        self.views(elements.into_iter().map(Self::into_view))
    }

    /// With views at its end.
    pub fn views(mut self, views: impl IntoIterator<Item = AnyView>) -> Self {
        self.children.extend(views);
        self
    }

    /// As a view.
    pub fn into_view(self) -> AnyView {
        custom(self.name).add_any_attr(self.attributes).child(self.children).into_any()
    }

    /// As a view of SVG, whose elements Leptos makes in their own namespace, each by its function.
    pub fn into_svg(self) -> AnyView {
        let Self { name, attributes, children } = self;
        match name {
            "path" => svg::path().add_any_attr(attributes).into_any(),
            "rect" => svg::rect().add_any_attr(attributes).into_any(),
            "circle" => svg::circle().add_any_attr(attributes).into_any(),
            "text" => svg::text().add_any_attr(attributes).child(children).into_any(),
            "a" => svg::a().add_any_attr(attributes).child(children).into_any(),
            _ => svg::svg().add_any_attr(attributes).child(children).into_any(),
        }
    }
}

/// A link.
pub fn link(href: impl Into<String>) -> Element {
    element("a").with("href", href)
}

/// An id, address or host in Arabic text. It is of no language, and `<bdi>` takes its direction from its Latin letters.
pub fn latin(text: impl Into<String>) -> Element {
    element("bdi").text(text)
}

/// A stylesheet where it is needed; nothing for none.
pub fn stylesheet(styles: &Subresource) -> Option<AnyView> {
    let Subresource { address, integrity } = styles.clone();
    (!styles.is_none()).then(|| view! { <link rel="stylesheet" href=address integrity=integrity/> }.into_any())
}
