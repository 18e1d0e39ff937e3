//! Sources: the texts that were read.

use content::{compose::source_kind_label, model, route::Route};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{Origin, Record};
use crate::{
    data::values::{Language, LooseDate, Path, SourceId, SourceKind, Url},
    plain::plain,
};

/// A text that was read. Either its address is published or the reason why it is not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(extend("oneOf" = [
    json!({"properties": {"original_url": {"type": "string"}, "unlinked_reason": {"type": "null"}}}),
    json!({"properties": {"original_url": {"type": "null"}, "unlinked_reason": {"type": "string"}}}),
]))]
pub struct Source {
    /// Permanent id.
    pub id: SourceId,
    /// Kind: a code.
    pub kind: SourceKind,
    /// Kind, in Arabic.
    pub kind_label: String,
    /// Language of the text.
    pub language: Language,
    /// Publisher, in Arabic.
    #[schemars(length(min = 1))]
    pub publisher: String,
    /// Publisher as it writes itself in Latin letters.
    pub publisher_original: Option<String>,
    /// Headline in the language of the text.
    pub title: Option<String>,
    /// What the text is, in Arabic.
    pub description: String,
    /// Publication date, as precise as it is known; null when unknown.
    pub published: Option<LooseDate>,
    /// Address at its publisher; null when it is not published.
    pub original_url: Option<Url>,
    /// Why the address is not published, in Arabic.
    pub unlinked_reason: Option<String>,
    /// Its page on this site, below the base address.
    pub page: Path,
    /// Permanent address of that page.
    pub url: Url,
}

impl Record for Source {
    const CODE: &'static str = "sources";

    fn all(origin: &Origin<'_>) -> Vec<Self> {
        origin.site.sources.values().map(|source| Self::of(origin, source)).collect()
    }
}

impl Source {
    fn of(origin: &Origin<'_>, source: &model::Source) -> Self {
        let (original_url, unlinked_reason) = match &source.address {
            model::Address::Url(url) => (Some(uri(url).into()), None),
            model::Address::Unlinked(reason) => (None, Some(plain(reason))),
        };
        let route = Route::Source(source.id.clone());
        Self {
            id: source.id.clone().into(),
            kind: source.kind.into(),
            kind_label: source_kind_label(source.kind).to_owned(),
            language: source.lang.clone().into(),
            publisher: plain(&source.publisher),
            publisher_original: source.publisher_original.clone(),
            title: source.title.clone(),
            description: plain(&source.description),
            published: source.published.map(LooseDate::of),
            original_url,
            unlinked_reason,
            page: route.path().into(),
            url: origin.base.page(&route).into(),
        }
    }
}

/// An address in the letters of RFC 3986: programs that fetch it may know no others.
fn uri(address: &str) -> String {
    let encoded = url::Url::parse(address).ok().filter(|_| !address.is_ascii());
    encoded.map_or_else(|| address.to_owned(), String::from)
}
