//! Conflicts: where sources disagree, and what each side says.

use content::{model, route::Route};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Origin, Record, ids};
use crate::{
    data::values::{ClaimId, ConflictId, ConflictKind, Path, SourceId, Url},
    plain::plain,
};

/// A disagreement of sources, with what this site writes and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Conflict {
    /// Permanent id.
    pub id: ConflictId,
    /// A disagreement, or a mere slip of one source.
    pub kind: ConflictKind,
    /// What it is about, in Arabic.
    #[schemars(length(min = 1))]
    pub title: String,
    /// Ids of the claims it touches.
    pub claims: Vec<ClaimId>,
    /// What this site writes, and why, in Arabic.
    #[schemars(length(min = 1))]
    pub choice: String,
    /// The page where it stands, below the base address.
    pub page: Path,
    /// Permanent address.
    pub url: Url,
}

impl Record for Conflict {
    const CODE: &'static str = "conflicts";

    fn all(origin: &Origin<'_>) -> Vec<Self> {
        let conflict = |conflict: &model::Conflict| Self {
            id: conflict.id.clone().into(),
            kind: if conflict.slip { ConflictKind::Slip } else { ConflictKind::Disagreement },
            title: plain(&conflict.title),
            claims: ids(&conflict.claims),
            choice: plain(&conflict.choice),
            page: Route::Conflicts.path().into(),
            url: origin.base.anchor(&Route::Conflicts, &conflict.id).into(),
        };
        origin.site.conflicts.iter().map(conflict).collect()
    }
}

/// One side of a conflict.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ConflictStatement {
    /// Id of the conflict and place of the statement in it.
    pub id: String,
    /// Id of the conflict.
    pub conflict: ConflictId,
    /// What is said, in Arabic.
    #[schemars(length(min = 1))]
    pub text: String,
    /// Ids of the sources that say so.
    #[schemars(length(min = 1))]
    pub sources: Vec<SourceId>,
}

impl Record for ConflictStatement {
    const CODE: &'static str = "conflict_statements";
    const REFERENCES: &'static [(&'static str, &'static str)] = &[("conflict", Conflict::CODE)];

    fn all(origin: &Origin<'_>) -> Vec<Self> {
        let statements = |conflict: &model::Conflict| {
            let statement = |(index, statement): (usize, &model::Statement)| Self {
                id: format!("{}.{}", conflict.id, index + 1),
                conflict: conflict.id.clone().into(),
                text: plain(&statement.text),
                sources: ids(&statement.sources),
            };
            conflict.statements.iter().enumerate().map(statement).collect::<Vec<_>>()
        };
        origin.site.conflicts.iter().flat_map(statements).collect()
    }
}
