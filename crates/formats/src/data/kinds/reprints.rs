//! Reprints: sources that carry one text, and so are one witness.

use content::{model, route::Route};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Origin, Record, ids};
use crate::{
    data::values::{Path, ReprintId, SourceId, Url},
    plain::plain,
};

/// Sources that carry one and the same text; they count as one independent source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Reprint {
    /// Permanent id.
    pub id: ReprintId,
    /// What the common text is, in Arabic.
    #[schemars(length(min = 1))]
    pub name: String,
    /// Ids of the sources that carry it. No source is in two groups.
    #[schemars(length(min = 2))]
    pub sources: Vec<SourceId>,
    /// What shows it, and how surely, in Arabic.
    #[schemars(length(min = 1))]
    pub reason: String,
    /// The page where it stands, below the base address.
    pub page: Path,
    /// Permanent address.
    pub url: Url,
}

impl Record for Reprint {
    const CODE: &'static str = "reprints";

    fn all(origin: &Origin<'_>) -> Vec<Self> {
        let reprint = |reprint: &model::Reprint| Self {
            id: reprint.id.clone().into(),
            name: plain(&reprint.name),
            sources: ids(&reprint.sources),
            reason: plain(&reprint.reason),
            page: Route::Sources.path().into(),
            url: origin.base.anchor(&Route::Sources, &reprint.id).into(),
        };
        origin.site.reprints.iter().map(reprint).collect()
    }
}
