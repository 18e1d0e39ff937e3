//! The short lines of an edition that are compared with other editions: who spoke, what about, what came of it.

use content::model;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Ids, Origin, Record, editions::Edition, people::Person};
use crate::{
    data::values::{ClaimId, Slug, Url},
    plain::{cited, plain},
};

/// Somebody who spoke at an edition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Speaker {
    /// Ids of edition and person; followed by `.2`, `.3` where an edition names one several times.
    pub id: String,
    /// Id of the edition.
    pub edition: Slug,
    /// Id of the person.
    pub person: Slug,
    /// Name and role of the time, in Arabic.
    #[schemars(length(min = 1))]
    pub text: String,
    /// Ids of the claims that carry it.
    pub claims: Vec<ClaimId>,
    /// Permanent address of the edition's page.
    pub url: Url,
}

impl Record for Speaker {
    const CODE: &'static str = "speakers";
    const REFERENCES: &'static [(&'static str, &'static str)] = &[("edition", Edition::CODE), ("person", Person::CODE)];

    fn all(origin: &Origin<'_>) -> Vec<Self> {
        let mut ids = Ids::default();
        each(
            origin,
            |edition| &edition.speakers,
            |edition, url, _, speaker| Self {
                id: ids.next(format!("{}.{}", edition.slug, speaker.person.id)),
                edition: edition.slug.clone().into(),
                person: speaker.person.id.clone().into(),
                text: plain(&speaker.text),
                claims: claims(&speaker.text),
                url,
            },
        )
    }
}

/// Something discussed at an edition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Topic {
    /// Ids of edition and topic; followed by `.2`, `.3` where an edition names one several times.
    pub id: String,
    /// Id of the edition.
    pub edition: Slug,
    /// Id of the topic: the same for the same topic in every edition.
    pub topic: Slug,
    /// How it was put, in Arabic.
    #[schemars(length(min = 1))]
    pub text: String,
    /// Ids of the claims that carry it.
    pub claims: Vec<ClaimId>,
    /// Permanent address of the edition's page.
    pub url: Url,
}

impl Record for Topic {
    const CODE: &'static str = "topics";
    const REFERENCES: &'static [(&'static str, &'static str)] = &[("edition", Edition::CODE)];

    fn all(origin: &Origin<'_>) -> Vec<Self> {
        let mut ids = Ids::default();
        each(
            origin,
            |edition| &edition.topics,
            |edition, url, _, topic| Self {
                id: ids.next(format!("{}.{}", edition.slug, topic.id)),
                edition: edition.slug.clone().into(),
                topic: topic.id.clone().into(),
                text: plain(&topic.text),
                claims: claims(&topic.text),
                url,
            },
        )
    }
}

/// Something that came of an edition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Outcome {
    /// Id of the edition and place of the outcome in it.
    pub id: String,
    /// Id of the edition.
    pub edition: Slug,
    /// What came of it, in Arabic.
    #[schemars(length(min = 1))]
    pub text: String,
    /// Ids of the claims that carry it.
    pub claims: Vec<ClaimId>,
    /// Permanent address of the edition's page.
    pub url: Url,
}

impl Record for Outcome {
    const CODE: &'static str = "outcomes";
    const REFERENCES: &'static [(&'static str, &'static str)] = &[("edition", Edition::CODE)];

    fn all(origin: &Origin<'_>) -> Vec<Self> {
        each(
            origin,
            |edition| &edition.results,
            |edition, url, index, outcome| Self {
                id: format!("{}.{}", edition.slug, index + 1),
                edition: edition.slug.clone().into(),
                text: plain(&outcome.text),
                claims: claims(&outcome.text),
                url,
            },
        )
    }
}

/// A record of every line of every edition, made from the edition, its address, and the line's index and text.
fn each<L, R>(
    origin: &Origin<'_>,
    lines: fn(&model::Edition) -> &Vec<L>,
    mut record: impl FnMut(&model::Edition, Url, usize, &L) -> R,
) -> Vec<R> {
    let mut records = Vec::new();
    for edition in &origin.site.editions {
        let url = Url::from(origin.base.page(&edition.route()));
        records.extend(lines(edition).iter().enumerate().map(|(index, line)| record(edition, url.clone(), index, line)));
    }
    records
}

fn claims(text: &model::Text) -> Vec<ClaimId> {
    cited(text).into_iter().map(ClaimId::from).collect()
}
