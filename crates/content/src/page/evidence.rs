//! What a page says of its claims: who says them, where they differ, how all of it is cited.

use serde::{Deserialize, Serialize};

use super::Inline;

/// A claim as a page shows it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claim {
    /// Permanent id, F001 to F999.
    pub id: String,
    /// Address of the claim on its home page.
    pub href: String,
    /// «3 مصادر مستقلة فيما نعلم: الصحافة»: how many independent sources, and who says it.
    pub evidence: String,
    /// Indices into the page's sources.
    pub sources: Vec<usize>,
    /// What is told of it where it lives; elsewhere it is only cited.
    pub card: Option<ClaimCard>,
}

/// What a claim's home page tells of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClaimCard {
    /// The claim.
    pub text: Vec<Inline>,
    /// Limits of the evidence, for readers.
    pub note: Vec<Inline>,
    /// Conflicts of sources that touch it: indices into the page's conflicts.
    pub conflicts: Vec<usize>,
    /// Links to its corrections.
    pub corrections: Vec<Inline>,
    /// How to cite it, up to its address, which is [`Self::permalink`].
    pub citation: String,
    /// Public address.
    pub permalink: String,
    /// Where to report a mistake, with the id.
    pub report: String,
}

/// A conflict of sources, side by side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conflict {
    /// Its place on the page of conflicts.
    pub href: String,
    /// «اختلاف: أول أيام الدورة الثانية».
    pub label: String,
    /// What each side says; who says it stands on the page of conflicts.
    pub statements: Vec<Vec<Inline>>,
    /// What this site writes, and why.
    pub choice: Vec<Inline>,
}

/// A source as a page names it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// Address of its page.
    pub href: String,
    /// Publisher in Arabic.
    pub publisher: Vec<Inline>,
    /// Such as «بالفرنسية»; this and what follows only where the page shows it.
    pub language: String,
    /// Date of publication, or the word that it is not known.
    pub date: Vec<Inline>,
    /// Address of the text itself; empty when none is published.
    pub url: String,
    /// Host of that address.
    pub host: String,
}

/// How to cite a page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Citation {
    /// In running text, style by style.
    pub styles: Vec<CitationStyle>,
    /// Address of the files for reference managers, without the end of its name ([`Citation::FILES`]).
    pub files: String,
}

impl Citation {
    /// The files for reference managers: name of the format, end of the file's name.
    pub const FILES: [(&str, &str); 3] = [("BibTeX", ".bib"), ("RIS", ".ris"), ("CSL-JSON", ".json")];
}

/// A citation in one style. The date of access stands between its two parts; only the reader's browser knows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CitationStyle {
    /// Name of the style.
    pub name: String,
    /// Language tag.
    pub lang: String,
    /// What comes before the date of access.
    pub before: Vec<Inline>,
    /// What comes after it; empty where the style has no such date.
    pub after: Vec<Inline>,
}
