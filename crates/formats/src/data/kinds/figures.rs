//! Figures: numbers that are never without unit, date and speaker.

use content::{
    compose::{figure_words, unit_noun},
    model::{self, Edition, Passage},
    route::Route,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Ids, Origin, Record, claims::Claim, editions};
use crate::{
    data::values::{ClaimId, LooseDate, Path, Precision, Slug, Unit, Url},
    plain::{optional, plain},
};

/// A number with its unit, date and speaker. Numbers of different units make no series.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Figure {
    /// Id of the claim and the unit; followed by `.2`, `.3` where a claim carries several.
    pub id: String,
    /// The number.
    pub count: u32,
    /// How exact it is: a code.
    pub precision: Precision,
    /// What is counted: a code.
    pub unit: Unit,
    /// What is counted, in Arabic, in the singular.
    pub unit_label: String,
    /// What narrows the unit, in Arabic.
    pub of: Option<String>,
    /// Number, unit and what narrows it as one Arabic phrase.
    pub label: String,
    /// When it was said, as precise as it is known.
    pub date: LooseDate,
    /// Who said it, in Arabic.
    #[schemars(length(min = 1))]
    pub speaker: String,
    /// Id of the claim that carries it.
    pub claim: ClaimId,
    /// Id of the edition it belongs to; null when it belongs to none.
    pub edition: Option<Slug>,
    /// The page where it stands, below the base address.
    pub page: Path,
    /// Permanent address of its claim.
    pub url: Url,
}

impl Record for Figure {
    const CODE: &'static str = "figures";
    const REFERENCES: &'static [(&'static str, &'static str)] = &[("claim", Claim::CODE), ("edition", editions::Edition::CODE)];

    fn all(origin: &Origin<'_>) -> Vec<Self> {
        let site = origin.site;
        let mut ids = Ids::default();
        let mut figures = Vec::new();
        for edition in &site.editions {
            for passage in passages(edition) {
                figures.extend(passage.figures.iter().filter_map(|figure| Self::of(origin, &mut ids, figure, &edition.route())));
            }
        }
        for (route, page) in &site.pages {
            let all = page.sections.iter().flat_map(|section| &section.passage.figures);
            figures.extend(all.filter_map(|figure| Self::of(origin, &mut ids, figure, route)));
        }
        for objective in &site.objectives {
            let all = objective.passage.figures.iter();
            figures.extend(all.filter_map(|figure| Self::of(origin, &mut ids, figure, &Route::Objectives)));
        }
        figures
    }
}

impl Figure {
    fn of(origin: &Origin<'_>, ids: &mut Ids, figure: &model::Figure, route: &Route) -> Option<Self> {
        let unit = Unit::from(figure.unit);
        let claim = origin.site.claims.get(&figure.claim.id)?;
        let edition = if let Route::Edition(slug) = route { Some(slug.clone().into()) } else { None };
        Some(Self {
            id: ids.next(format!("{}.{}", claim.id, unit.code())),
            count: figure.count,
            precision: figure.precision.into(),
            unit,
            unit_label: unit_noun(figure.unit).other.to_owned(),
            of: optional(&figure.of),
            label: figure_words(figure),
            date: LooseDate::of(figure.date),
            speaker: plain(&figure.speaker),
            claim: claim.id.clone().into(),
            edition,
            page: route.path().into(),
            url: origin.base.anchor(&claim.home, &claim.id).into(),
        })
    }
}

fn passages(edition: &Edition) -> [&Passage; 6] {
    [&edition.summary, &edition.agenda, &edition.participants, &edition.statements, &edition.outcomes, &edition.context]
}
