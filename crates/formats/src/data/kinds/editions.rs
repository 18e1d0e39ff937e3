//! Editions, the objectives of the platform, and how each edition stated them.

use content::{model, phrases, route::Route, text};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Ids, Origin, Record};
use crate::{
    data::values::{ClaimId, Day, LooseDate, Path, Slug, Url},
    plain::{cited, paragraphs, plain},
};

/// One edition of the platform.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Edition {
    /// Permanent id.
    pub id: Slug,
    /// 1 for the first.
    #[schemars(range(min = 1))]
    pub number: u16,
    /// Title, in Arabic.
    pub title: String,
    /// Host city, in Arabic.
    #[schemars(length(min = 1))]
    pub city: String,
    /// First day.
    pub start: Day,
    /// Last day; null when no source states it.
    pub end: Option<Day>,
    /// Announced length in days, where the last day is not stated.
    pub planned_days: Option<u16>,
    /// Id of the claim that carries the dates.
    pub dates_claim: ClaimId,
    /// The wording of the time, in Arabic.
    pub official_name: String,
    /// Who chaired, in Arabic.
    pub chairs: String,
    /// Theme, in Arabic, or that none was found.
    pub theme: String,
    /// One sentence, in Arabic.
    pub card: String,
    /// What changed since the edition before, in Arabic.
    #[schemars(length(min = 1))]
    pub changes: String,
    /// Summary, in Arabic; paragraphs are parted by a blank line.
    pub summary: String,
    /// Ids of the claims that live on its page.
    pub claims: Vec<ClaimId>,
    /// Its page, below the base address.
    pub page: Path,
    /// Permanent address of its page.
    pub url: Url,
}

impl Record for Edition {
    const CODE: &'static str = "editions";
    const REFERENCES: &'static [(&'static str, &'static str)] = &[("dates_claim", super::claims::Claim::CODE)];

    fn all(origin: &Origin<'_>) -> Vec<Self> {
        origin.site.editions.iter().map(|edition| Self::of(origin, edition)).collect()
    }
}

impl Edition {
    fn of(origin: &Origin<'_>, edition: &model::Edition) -> Self {
        let route = edition.route();
        let here = origin.site.claims_at(&route);
        Self {
            id: edition.slug.clone().into(),
            number: edition.number,
            title: title(edition),
            city: edition.city.clone(),
            start: Day::of(edition.start),
            end: edition.end.map(Day::of),
            planned_days: edition.planned_days,
            dates_claim: edition.dates_claim.id.clone().into(),
            official_name: plain(&edition.official_name),
            chairs: plain(&edition.chairs),
            theme: plain(&edition.theme),
            card: plain(&edition.card),
            changes: plain(&edition.changes),
            summary: paragraphs(&edition.summary),
            claims: here.map(|claim| claim.id.clone().into()).collect(),
            page: route.path().into(),
            url: origin.base.page(&route).into(),
        }
    }
}

/// «الدورة الرابعة: أكادير 2025».
pub fn title(edition: &model::Edition) -> String {
    phrases::page::edition_title(&text::edition_ordinal(edition.number), &edition.city, edition.start.year)
}

/// An objective of the platform.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Objective {
    /// Permanent id.
    pub id: Slug,
    /// Title, in Arabic.
    #[schemars(length(min = 1))]
    pub title: String,
    /// Explanation, in Arabic; paragraphs are parted by a blank line.
    pub text: String,
    /// Ids of the claims that live with it.
    pub claims: Vec<ClaimId>,
    /// The page, below the base address.
    pub page: Path,
    /// Permanent address.
    pub url: Url,
}

impl Record for Objective {
    const CODE: &'static str = "objectives";

    fn all(origin: &Origin<'_>) -> Vec<Self> {
        let objective = |objective: &model::Objective| Self {
            id: objective.id.clone().into(),
            title: objective.title.clone(),
            text: paragraphs(&objective.passage),
            claims: objective.passage.claims.iter().map(|id| id.clone().into()).collect(),
            page: Route::Objectives.path().into(),
            url: origin.base.anchor(&Route::Objectives, &objective.id).into(),
        };
        origin.site.objectives.iter().map(objective).collect()
    }
}

/// An objective as one edition stated it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ObjectiveStatement {
    /// Ids of edition and objective; followed by `.2`, `.3` where an edition states one several times.
    pub id: String,
    /// Id of the edition.
    pub edition: Slug,
    /// Id of the objective.
    pub objective: Slug,
    /// How it was stated, in Arabic.
    #[schemars(length(min = 1))]
    pub text: String,
    /// Who stated it, in Arabic.
    #[schemars(length(min = 1))]
    pub speaker: String,
    /// When, as precise as it is known.
    pub date: LooseDate,
    /// Ids of the claims that carry it.
    pub claims: Vec<ClaimId>,
    /// Address of the objectives on the edition's page.
    pub url: Url,
}

impl Record for ObjectiveStatement {
    const CODE: &'static str = "objective_statements";
    const REFERENCES: &'static [(&'static str, &'static str)] = &[("edition", Edition::CODE), ("objective", Objective::CODE)];

    fn all(origin: &Origin<'_>) -> Vec<Self> {
        let mut ids = Ids::default();
        let mut statements = Vec::new();
        for edition in &origin.site.editions {
            statements.extend(edition.objectives.iter().map(|stated| Self {
                id: ids.next(format!("{}.{}", edition.slug, stated.theme.id)),
                edition: edition.slug.clone().into(),
                objective: stated.theme.id.clone().into(),
                text: plain(&stated.text),
                speaker: plain(&stated.speaker),
                date: LooseDate::of(stated.date),
                claims: cited(&stated.text).into_iter().map(ClaimId::from).collect(),
                url: origin.base.anchor(&edition.route(), "objectives").into(),
            }));
        }
        statements
    }
}
