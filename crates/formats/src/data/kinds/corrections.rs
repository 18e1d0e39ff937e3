//! Corrections: what was changed because it was wrong or misleading.

use content::{model, route::Route};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Origin, Record, ids};
use crate::{
    data::values::{ClaimId, CorrectionId, Day, Path, Url},
    plain::plain,
};

/// A correction of this site. What was only added is none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Correction {
    /// Permanent id.
    pub id: CorrectionId,
    /// When it was made.
    pub date: Day,
    /// Ids of the claims it touches.
    pub claims: Vec<ClaimId>,
    /// What was written, in Arabic.
    #[schemars(length(min = 1))]
    pub was: String,
    /// What is written now, in Arabic.
    #[schemars(length(min = 1))]
    pub now: String,
    /// Why, in Arabic.
    #[schemars(length(min = 1))]
    pub reason: String,
    /// The page where it stands, below the base address.
    pub page: Path,
    /// Permanent address.
    pub url: Url,
}

impl Record for Correction {
    const CODE: &'static str = "corrections";

    fn all(origin: &Origin<'_>) -> Vec<Self> {
        let correction = |correction: &model::Correction| Self {
            id: correction.id.clone().into(),
            date: Day::of(correction.date),
            claims: ids(&correction.claims),
            was: plain(&correction.was),
            now: plain(&correction.now),
            reason: plain(&correction.reason),
            page: Route::Corrections.path().into(),
            url: origin.base.anchor(&Route::Corrections, &correction.id).into(),
        };
        origin.site.corrections.iter().map(correction).collect()
    }
}
