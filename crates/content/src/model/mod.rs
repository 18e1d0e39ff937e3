//! The typed model of the reference: what the editors' files say once they have been read.

mod book;
mod edition;
mod evidence;
mod index;
mod search;
mod term;

use std::collections::BTreeMap;

pub use book::{Book, Heading, See};
pub use edition::{Edition, Outcome, Speaker, StatedObjective, Topic};
pub use evidence::{Address, Claim, Conflict, Correction, Reprint, Source, SourceKind, Statement};
pub use index::Index;
pub use search::{Example, Headword};
pub use term::{Entry, Role, Term, TermKind};

use crate::{problem::Place, route::Route};

/// The whole reference.
#[derive(Debug)]
pub struct Site {
    /// `content/site.toml`.
    pub settings: Settings,
    /// Sources by id.
    pub sources: BTreeMap<String, Source>,
    /// Claims by id.
    pub claims: BTreeMap<String, Claim>,
    /// Conflicts of sources, in order.
    pub conflicts: Vec<Conflict>,
    /// Sources that carry one text, in order.
    pub reprints: Vec<Reprint>,
    /// Corrections of this site, newest first.
    pub corrections: Vec<Correction>,
    /// Names, in the editors' order.
    pub terms: Vec<Term>,
    /// Editions by number.
    pub editions: Vec<Edition>,
    /// Texts of the pages, by the page's route.
    pub pages: BTreeMap<Route, PageText>,
    /// People, in the editors' order.
    pub people: Vec<Entry>,
    /// Institutions, in the editors' order.
    pub institutions: Vec<Entry>,
    /// Objectives, in the editors' order.
    pub objectives: Vec<Objective>,
    /// Milestones, in order of time.
    pub milestones: Vec<Milestone>,
    /// Lexemes whose forms no rule finds, for the search.
    pub lexicon: Vec<Lexeme>,
    /// Names of one thing that are no terms, for the search.
    pub groups: Vec<Vec<String>>,
    /// Words of the index that are no terms, and forms of those that are.
    pub headwords: Vec<Headword>,
    /// Examples on the page of the search.
    pub examples: Vec<Example>,
    /// Who refers to whom in all of this.
    pub index: Index,
    /// The index as at the back of a book.
    pub book: Book,
}

/// A word with all its forms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lexeme {
    /// Its forms, folded; the lemma first.
    pub forms: Vec<String>,
    /// Its line in the file.
    pub line: usize,
}

/// What holds for the whole site.
#[derive(Debug, Default)]
pub struct Settings {
    /// The site's name.
    pub name: String,
    /// One line under the name.
    pub tagline: String,
    /// Public base address, ending with `/`.
    pub base_url: String,
    /// Where corrections are sent; empty when unset.
    pub contact: String,
    /// Name of the content's licence.
    pub licence: String,
    /// Address of the licence's text.
    pub licence_url: String,
    /// Date of the last content change.
    pub updated: Date,
}

/// A date as precise as it is known: year, year and month, or a day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    /// Year, four digits.
    pub year: u16,
    /// Month, 1 to 12.
    pub month: Option<u8>,
    /// Day, 1 to 31; only with a month.
    pub day: Option<u8>,
}

/// Running text with the editors' markup resolved.
pub type Text = Vec<Span>;

/// A piece of running text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Span {
    /// Arabic text.
    Plain(String),
    /// Text in another language.
    Foreign {
        /// Language tag (BCP 47).
        lang: String,
        /// The text.
        text: String,
    },
    /// A link to a page or an anchor of this site.
    Link {
        /// Address below the base path, such as `/conflicts/#K01`.
        target: String,
        /// What is read.
        label: Text,
        /// Where it stands.
        place: Place,
    },
    /// A citation of a claim.
    Claim(Reference),
    /// A reference to a conflict of sources.
    Conflict(Reference),
}

/// The id of something defined elsewhere, and where it is named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// The id.
    pub id: String,
    /// Where it is named.
    pub place: Place,
}

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unit {
    /// بلد
    Country,
    /// وفد
    Delegation,
    /// جهاز
    Service,
    /// وفد مراقب
    ObserverDelegation,
    /// من أفراد إنفاذ القانون
    Officer,
    /// مسؤول
    Official,
    /// خبير أو فرد إنفاذ
    ExpertOrOfficer,
}

/// How exact a number is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Precision {
    /// As counted.
    Exact,
    /// نحو
    About,
    /// أكثر من
    MoreThan,
}

/// A number with unit, date and speaker.
#[derive(Debug)]
pub struct Figure {
    /// The number.
    pub count: u32,
    /// How exact it is.
    pub precision: Precision,
    /// What is counted.
    pub unit: Unit,
    /// What follows the counted noun, such as «رفيع المستوى».
    pub of: Text,
    /// When it was said.
    pub date: Date,
    /// Who said it.
    pub speaker: Text,
    /// The claim that carries it.
    pub claim: Reference,
}

/// A paragraph or a list of the editors' text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Paragraph {
    /// Running text.
    Prose(Text),
    /// Short items.
    List(Vec<Text>),
}

/// Text with the claims and figures that stand beneath it.
#[derive(Debug, Default)]
pub struct Passage {
    /// Prose, then editorial text.
    pub paragraphs: Vec<Paragraph>,
    /// Figures.
    pub figures: Vec<Figure>,
    /// Ids of the claims at home here.
    pub claims: Vec<String>,
}

/// A section of a page.
#[derive(Debug)]
pub struct Section {
    /// Permanent anchor; empty for the introduction.
    pub id: String,
    /// Heading; empty for the introduction.
    pub heading: String,
    /// What it says.
    pub passage: Passage,
}

/// The text of one page.
#[derive(Debug)]
pub struct PageText {
    /// The h1.
    pub title: String,
    /// For search engines.
    pub description: String,
    /// Its sections, introduction first.
    pub sections: Vec<Section>,
}

/// An objective of the platform.
#[derive(Debug)]
pub struct Objective {
    /// Id and anchor.
    pub id: String,
    /// Title.
    pub title: String,
    /// Explanation and claims.
    pub passage: Passage,
}

/// An event of the timeline.
#[derive(Debug)]
pub struct Milestone {
    /// When, or from when.
    pub date: Date,
    /// Until when.
    pub until: Option<Date>,
    /// Its short name on the axis of time; without one it stands in the list only.
    pub label: Option<String>,
    /// What happened.
    pub text: Text,
}
