//! The published page: the only types that travel to the browser. Deriving serde here is a promise.
//!
//! A page is data: typed blocks, rendered by a few components. Every address inside is final
//! (base path included) and every number, date and plural is already Arabic text.

mod evidence;
mod exhibit;

use serde::{Deserialize, Serialize};

pub use crate::shape::Shape;
pub use evidence::{Citation, CitationStyle, Claim, ClaimCard, Conflict, Source};
pub use exhibit::{Column, Drawing, Item, Matrix, MatrixChoice, Picture, Row};

/// What a prerendered file carries for hydration.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Initial {
    /// The frame around every page.
    pub site: Frame,
    /// Address of the page below the base path. Its text is not repeated: it stands in the HTML and is left as it is.
    pub path: String,
    /// What the page weighs, in words; empty where nothing was measured.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub weight: String,
}

/// What header and footer need: the same on every page of a build.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Frame {
    /// The site's name, «مرجع منصة مراكش».
    pub name: String,
    /// One line under the name.
    pub tagline: String,
    /// Base path without its last slash: empty at `/`, `/ref` under `/ref/`.
    pub base: String,
    /// Date of the last content change, ISO 8601.
    pub updated: String,
    /// The same date in Arabic.
    pub updated_label: String,
    /// Name of the content's licence.
    pub licence: String,
    /// Address of the licence's text.
    pub licence_url: String,
    /// Address for corrections; empty when unset, and then the pages say so.
    pub contact: String,
}

/// A file that a page asks for, and what it must be (W3C Subresource Integrity). It travels as a pair: small pages have it, too.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "(String, String)", into = "(String, String)")]
pub struct Subresource {
    /// Its address; empty for none.
    pub address: String,
    /// `sha256-…`, the digest of its content; another content is not used.
    pub integrity: String,
}

impl From<(String, String)> for Subresource {
    fn from((address, integrity): (String, String)) -> Self {
        Self { address, integrity }
    }
}

impl From<Subresource> for (String, String) {
    fn from(Subresource { address, integrity }: Subresource) -> Self {
        (address, integrity)
    }
}

impl Subresource {
    /// Whether there is none.
    #[must_use]
    pub fn is_none(&self) -> bool {
        self.address.is_empty()
    }
}

/// One page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Page {
    /// Address below the base path.
    pub path: String,
    /// The h1.
    pub title: String,
    /// For search engines, plain text; it stands in the head of the HTML and does not travel as data.
    #[serde(skip)]
    pub description: String,
    /// Whose accent and motif the page wears: a city by the last part of its edition's slug; empty for none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub city: String,
    /// From home to the parent of this page.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub breadcrumb: Vec<Link>,
    /// The text.
    pub blocks: Vec<Block>,
    /// The claims cited or stated on this page, in order of appearance; blocks refer to them by index.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub claims: Vec<Claim>,
    /// The sources of these claims; claims refer to them by index.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Source>,
    /// Where sources disagree about these claims; claims refer to them by index.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub conflicts: Vec<Conflict>,
    /// How to cite the page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub citation: Option<Citation>,
    /// The styles of exhibits, where the page has one.
    #[serde(default, skip_serializing_if = "Subresource::is_none")]
    pub exhibit_styles: Subresource,
    /// The styles of pictures, where the page has one.
    #[serde(default, skip_serializing_if = "Subresource::is_none")]
    pub picture_styles: Subresource,
    /// The styles of matrices, where the page has one.
    #[serde(default, skip_serializing_if = "Subresource::is_none")]
    pub matrix_styles: Subresource,
    /// Styles that the whole page needs beyond those of every page.
    #[serde(default, skip_serializing_if = "Subresource::is_none")]
    pub styles: Subresource,
    /// What the page weighs, «11 كيلوبايت»; empty where nothing was measured.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub weight: String,
    /// Which app can show it: the first digits of the hash of the loader, which names everything else that the app is made
    /// of. Empty in development.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub build: String,
}

/// How many digits of the loader's hash name a build.
pub const BUILD_DIGITS: usize = 6;

impl Page {
    /// Whether a block of the page, at any depth, is shown with the styles of exhibits.
    #[must_use]
    pub fn has_exhibit(&self) -> bool {
        self.blocks.iter().any(|block| {
            block.has(&|block| {
                matches!(
                    block,
                    Block::Figures(_)
                        | Block::Cards(_)
                        | Block::Table(_)
                        | Block::Timeline(_)
                        | Block::Picture(_)
                        | Block::Matrix(_)
                        | Block::Code(..)
                        | Block::Pager(..)
                )
            })
        })
    }

    /// Whether one is a picture.
    #[must_use]
    pub fn has_picture(&self) -> bool {
        self.blocks.iter().any(|block| block.has(&|block| matches!(block, Block::Picture(_))))
    }

    /// Whether one is a matrix.
    #[must_use]
    pub fn has_matrix(&self) -> bool {
        self.blocks.iter().any(|block| block.has(&|block| matches!(block, Block::Matrix(_))))
    }
}

impl Page {
    /// The text of `<title>`: the page, then the site.
    #[must_use]
    pub fn document_title(&self, site: &str) -> String {
        if self.path == "/" { site.to_owned() } else { [self.title.as_str(), site].join(" | ") }
    }
}

/// A link with plain text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// Final address.
    pub href: String,
    /// Arabic label.
    pub label: String,
}

/// A piece of running text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Inline {
    /// Arabic text.
    #[serde(rename = "t")]
    Text(String),
    /// Text in another language: language tag, text. Rendered isolated.
    #[serde(rename = "f")]
    Foreign(String, String),
    /// Final address, label.
    #[serde(rename = "a")]
    Link(String, Vec<Inline>),
    /// Citation: index into the page's claims.
    #[serde(rename = "c")]
    Cite(usize),
    /// Final address of a conflict of sources, what it is: a disagreement or a slip.
    #[serde(rename = "k")]
    Conflict(String, String),
    /// A claim by its id, where its evidence stands elsewhere: final address, id.
    #[serde(rename = "r")]
    Reference(String, String),
    /// A date: ISO 8601, Arabic text.
    #[serde(rename = "d")]
    Date(String, String),
}

/// A block of a page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Block {
    /// A paragraph.
    #[serde(rename = "p")]
    Paragraph(Vec<Inline>),
    /// A section with heading; its level follows from its depth.
    #[serde(rename = "section")]
    Section(Section),
    /// Claims whose home is this page: indices into the page's claims.
    #[serde(rename = "claims")]
    Claims(Vec<usize>),
    /// Label and value pairs.
    #[serde(rename = "facts")]
    Facts(Vec<Fact>),
    /// Numbers, each with unit, date and speaker.
    #[serde(rename = "figures")]
    Figures(Vec<Figure>),
    /// Links to pages, each with a line of text.
    #[serde(rename = "cards")]
    Cards(Vec<Card>),
    /// A list of short texts.
    #[serde(rename = "list")]
    List(Vec<Vec<Inline>>),
    /// Dated events in order: each a date and a text.
    #[serde(rename = "timeline")]
    Timeline(Vec<Event>),
    /// A table whose first column heads its rows.
    #[serde(rename = "table")]
    Table(Table),
    /// Rows of fields, columns of editions, of which a reader may choose.
    #[serde(rename = "matrix")]
    Matrix(Matrix),
    /// A program or command: language tag of the programming language, text.
    #[serde(rename = "code")]
    Code(String, String),
    /// Drawings with their words.
    #[serde(rename = "picture")]
    Picture(Picture),
    /// Every source of the page.
    #[serde(rename = "sources")]
    Sources,
    /// Previous and next page.
    #[serde(rename = "pager")]
    Pager(Option<Link>, Option<Link>),
}

impl Block {
    /// Whether this block, or one in it, is as wanted.
    #[must_use]
    pub fn has(&self, is_wanted: &impl Fn(&Self) -> bool) -> bool {
        match self {
            Self::Section(section) => section.blocks.iter().any(|block| block.has(is_wanted)),
            _ => is_wanted(self),
        }
    }
}

/// A section of a page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// Anchor, permanent.
    pub id: String,
    /// Heading.
    pub title: Vec<Inline>,
    /// How it is shown: a style class, or empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub style: String,
    /// Whether it is secondary: on phones it is folded until one asks for it.
    #[serde(default, skip_serializing_if = "core::ops::Not::not")]
    pub folded: bool,
    /// What it holds.
    pub blocks: Vec<Block>,
}

/// One line of a facts box.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact {
    /// What it is.
    pub label: Vec<Inline>,
    /// The value.
    pub value: Vec<Inline>,
}

impl Fact {
    /// A line whose label is plain text.
    #[must_use]
    pub fn new(label: &str, value: Vec<Inline>) -> Self {
        Self { label: vec![Inline::Text(label.to_owned())], value }
    }
}

/// A number that is never without its unit, date and speaker.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figure {
    /// Such as «نحو 60».
    pub number: String,
    /// The counted noun, agreed with the number.
    pub unit: String,
    /// Who said it, when, with the citation.
    pub detail: Vec<Inline>,
}

/// A link to a page with a line of text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Card {
    /// Final address.
    pub href: String,
    /// Small line above the title.
    pub kicker: String,
    /// Title.
    pub title: String,
    /// Whose accent and motif it wears, as on [`Page`].
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub city: String,
    /// Text.
    pub text: Vec<Inline>,
}

/// An event of a timeline.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// ISO 8601 date, of any precision.
    pub date: String,
    /// The date in Arabic.
    pub label: String,
    /// Whose motif marks it, as on [`Page`]; empty where it is no edition.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub city: String,
    /// What happened.
    pub text: Vec<Inline>,
}

/// A table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// What the table shows.
    pub caption: String,
    /// Column headings.
    pub head: Vec<String>,
    /// Rows of cells.
    pub rows: Vec<Vec<Vec<Inline>>>,
}
