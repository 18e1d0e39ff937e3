//! Claims: the statements everything else rests on.

use content::{
    compose::{grade, independent},
    model,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Origin, Record, ids};
use crate::{
    data::values::{ClaimId, ConflictId, CorrectionId, Grade, Path, Slug, SourceId, Url},
    plain::{optional, plain},
};

/// A short statement with its sources. Its id never changes and is never used again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Claim {
    /// Permanent id.
    pub id: ClaimId,
    /// The statement, in Arabic.
    #[schemars(length(min = 1))]
    pub text: String,
    /// Who says it, from where it was read: a code.
    pub grade: Grade,
    /// The same in Arabic.
    pub grade_label: String,
    /// Ids of the sources that say so.
    #[schemars(length(min = 1))]
    pub sources: Vec<SourceId>,
    /// How many of these are independent as far as is known: sources that carry one text count once.
    #[schemars(range(min = 1))]
    pub independent_sources: usize,
    /// Limits of the evidence, in Arabic.
    pub note: Option<String>,
    /// Ids of the people it mentions.
    pub people: Vec<Slug>,
    /// Ids of the institutions it mentions.
    pub institutions: Vec<Slug>,
    /// Ids of the conflicts of sources that touch it.
    pub conflicts: Vec<ConflictId>,
    /// Ids of the corrections that touch it, newest first.
    pub corrections: Vec<CorrectionId>,
    /// The page where it lives, below the base address.
    pub page: Path,
    /// Permanent address.
    pub url: Url,
}

impl Record for Claim {
    const CODE: &'static str = "claims";

    fn all(origin: &Origin<'_>) -> Vec<Self> {
        origin.site.claims.values().filter_map(|claim| Self::of(origin, claim)).collect()
    }
}

impl Claim {
    fn of(origin: &Origin<'_>, claim: &model::Claim) -> Option<Self> {
        let grade = grade(origin.site, &claim.id)?;
        let conflicts = origin.site.conflicts_of(&claim.id);
        let corrections = origin.site.corrections_of(&claim.id);
        Some(Self {
            id: claim.id.clone().into(),
            text: plain(&claim.text),
            grade: grade.into(),
            grade_label: grade.label().to_owned(),
            sources: ids(&claim.sources),
            independent_sources: independent(origin.site, claim.sources.iter().map(|source| source.id.as_str())),
            note: optional(&claim.note),
            people: ids(&claim.people),
            institutions: ids(&claim.institutions),
            conflicts: conflicts.map(|conflict| conflict.id.clone().into()).collect(),
            corrections: corrections.map(|correction| correction.id.clone().into()).collect(),
            page: claim.home.path().into(),
            url: origin.base.anchor(&claim.home, &claim.id).into(),
        })
    }
}
