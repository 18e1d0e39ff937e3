//! Milestones: the dated events of the timeline.

use content::route::Route;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Ids, Origin, Record};
use crate::{
    data::values::{ClaimId, LooseDate, Path, Url},
    plain::{cited, plain},
};

/// An event of the timeline.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Milestone {
    /// Its date; followed by `.2`, `.3` where several events have one date.
    pub id: String,
    /// When, or from when, as precise as it is known.
    pub date: LooseDate,
    /// Until when; null for what did not last.
    pub until: Option<LooseDate>,
    /// What happened, in Arabic.
    #[schemars(length(min = 1))]
    pub text: String,
    /// Ids of the claims that carry it.
    #[schemars(length(min = 1))]
    pub claims: Vec<ClaimId>,
    /// The page, below the base address.
    pub page: Path,
    /// Address of the timeline.
    pub url: Url,
}

impl Record for Milestone {
    const CODE: &'static str = "milestones";

    fn all(origin: &Origin<'_>) -> Vec<Self> {
        let mut ids = Ids::default();
        let milestones = origin.site.milestones.iter().map(|milestone| Self {
            id: ids.next(milestone.date.iso()),
            date: LooseDate::of(milestone.date),
            until: milestone.until.map(LooseDate::of),
            text: plain(&milestone.text),
            claims: cited(&milestone.text).into_iter().map(ClaimId::from).collect(),
            page: Route::Evolution.path().into(),
            url: origin.base.anchor(&Route::Evolution, "timeline").into(),
        });
        milestones.collect()
    }
}
