//! The published page: the only types that travel to the browser. Deriving serde here is a promise.
//!
//! They travel field after field, in the order in which they stand here and without names (`carrier`), so a build reads only
//! its own; a field that is skipped when it is empty could not be read at all.
//!
//! A page is data: typed blocks, rendered by a few components. Every address inside is final
//! (base path included) and every number, date and plural is already Arabic text.

mod carrier;
mod evidence;
mod exhibit;
mod texts;

use serde::{Deserialize, Serialize};

pub use crate::shape::Shape;
pub(crate) use carrier::nested;
pub use carrier::{Unreadable, decode, encode};
pub use evidence::{Citation, CitationStyle, Claim, ClaimCard, Conflict, Source};
pub use exhibit::{Column, Drawing, Item, Matrix, MatrixChoice, Picture, Row};

/// What a prerendered file carries for hydration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Initial {
    /// The frame around every page.
    pub site: Frame,
    /// Address of the page below the base path. Its text is not repeated: it stands in the HTML and is left as it is.
    pub path: String,
    /// What the page weighs, in words; empty where nothing was measured.
    pub weight: String,
}

impl Initial {
    /// Its texts, in an order that [`Self::from_texts`] knows: an HTML page carries them as JSON, which every browser reads.
    #[must_use]
    pub fn into_texts(self) -> [String; 10] {
        let Frame { name, tagline, base, updated, updated_label, licence, licence_url, contact } = self.site;
        [self.path, self.weight, name, tagline, base, updated, updated_label, licence, licence_url, contact]
    }

    /// The same from its texts.
    #[must_use]
    pub fn from_texts(texts: [String; 10]) -> Self {
        let [path, weight, name, tagline, base, updated, updated_label, licence, licence_url, contact] = texts;
        Self { site: Frame { name, tagline, base, updated, updated_label, licence, licence_url, contact }, path, weight }
    }
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

/// A file that a page asks for, and what it must be (W3C Subresource Integrity).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Subresource {
    /// Its address; empty for none.
    pub address: String,
    /// `sha256-…`, the digest of its content; another content is not used.
    pub integrity: String,
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
    /// Which app can show it: the first digits of the hash of the loader, which names everything else that the app is made
    /// of. Empty in development. It comes first, so that it can be told when the rest cannot be read.
    pub build: String,
    /// Address below the base path.
    pub path: String,
    /// The h1.
    pub title: String,
    /// For search engines, plain text; it stands in the head of the HTML and does not travel as data.
    #[serde(skip)]
    pub description: String,
    /// Whose accent and motif the page wears: a city by the last part of its edition's slug; empty for none.
    pub city: String,
    /// From home to the parent of this page.
    pub breadcrumb: Vec<Link>,
    /// The text.
    pub blocks: Vec<Block>,
    /// How many of the blocks fill a screen: the app shows these before it makes the rest.
    pub first_screen: usize,
    /// The claims cited or stated on this page, in order of appearance; blocks refer to them by index.
    pub claims: Vec<Claim>,
    /// The sources of these claims; claims refer to them by index.
    pub sources: Vec<Source>,
    /// Where sources disagree about these claims; claims refer to them by index.
    pub conflicts: Vec<Conflict>,
    /// How to cite the page.
    pub citation: Option<Citation>,
    /// The styles of exhibits, where the page has one.
    pub exhibit_styles: Subresource,
    /// The styles of pictures, where the page has one.
    pub picture_styles: Subresource,
    /// The styles of matrices, where the page has one.
    pub matrix_styles: Subresource,
    /// Styles that the whole page needs beyond those of every page.
    pub styles: Subresource,
    /// What the page weighs, in thousands of bytes; 0 where nothing was measured.
    pub kilobytes: u32,
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
    Text(String),
    /// Text in another language: language tag, text. Rendered isolated.
    Foreign(String, String),
    /// Final address, label.
    Link(String, #[serde(deserialize_with = "nested")] Vec<Inline>),
    /// Citation: index into the page's claims.
    Cite(usize),
    /// Final address of a conflict of sources, what it is: a disagreement or a slip.
    Conflict(String, String),
    /// A claim by its id, where its evidence stands elsewhere: final address, id.
    Reference(String, String),
    /// A date: ISO 8601, Arabic text.
    Date(String, String),
}

/// A block of a page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Block {
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A section with heading; its level follows from its depth.
    Section(Section),
    /// Claims whose home is this page: indices into the page's claims.
    Claims(Vec<usize>),
    /// Label and value pairs.
    Facts(Vec<Fact>),
    /// Numbers, each with unit, date and speaker.
    Figures(Vec<Figure>),
    /// Links to pages, each with a line of text.
    Cards(Vec<Card>),
    /// A list of short texts.
    List(Vec<Vec<Inline>>),
    /// Dated events in order: each a date and a text.
    Timeline(Vec<Event>),
    /// A table whose first column heads its rows.
    Table(Table),
    /// Rows of fields, columns of editions, of which a reader may choose.
    Matrix(Matrix),
    /// A program or command: language tag of the programming language, text.
    Code(String, String),
    /// Drawings with their words.
    Picture(Picture),
    /// Every source of the page.
    Sources,
    /// Previous and next page.
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
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// Anchor, permanent.
    pub id: String,
    /// Heading.
    pub title: Vec<Inline>,
    /// How it is shown: a style class, or empty.
    pub style: String,
    /// Whether it is secondary: on phones it is folded until one asks for it.
    pub folded: bool,
    /// What it holds.
    #[serde(deserialize_with = "nested")]
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
