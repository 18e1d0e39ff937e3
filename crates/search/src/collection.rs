//! What is searched: the site's pages and the passages on them.

/// A page of the site.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// Address below the base path, such as `/editions/2023-tangier/`.
    pub path: String,
    /// The h1.
    pub title: String,
    /// What kind of page it is.
    pub kind: Kind,
    /// Number of the edition it is about; 0 where it is about none or several.
    pub edition: u16,
}

/// What readers may narrow results to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A claim with its evidence.
    Claim,
    /// A stated objective, which weighs more.
    Objective,
    /// The page of an edition.
    Edition,
    /// A source.
    Source,
    /// Any other page.
    #[default]
    Page,
}

impl Kind {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 5] = [Self::Claim, Self::Objective, Self::Edition, Self::Source, Self::Page];
}

/// What can be found: a claim, or what a page says besides its claims.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Passage {
    /// Where it is at home: index of a page.
    pub page: u32,
    /// Other pages that show it.
    pub also_on: Vec<u32>,
    /// The anchor on its page without `#`; empty for the page itself.
    pub anchor: String,
    /// What it is.
    pub kind: Kind,
    /// Number of the edition it is about; 0 where it is about none.
    pub edition: u16,
    /// The sentence as readers see it; empty where only its words are known and the page has to be asked.
    pub text: String,
}
