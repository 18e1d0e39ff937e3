//! The evidence of a claim as a page shows it: who says it, how many of them, where they disagree.

use std::collections::BTreeSet;

use super::{
    composer::{Composer, conflict_label, language_of, published, with_dates},
    grade, title,
};
use crate::{
    model::{self, Address, Site},
    page::{Claim, ClaimCard, Conflict, Inline, Source},
    phrases::{self, evidence as words},
    route::Route,
    text,
};

/// How many of these sources are independent as far as is known: those that carry one text count once.
#[must_use]
pub fn independent<'a>(site: &Site, sources: impl IntoIterator<Item = &'a str>) -> usize {
    let witness = |source: &'a str| site.reprint_of(source).map_or(source, |reprint| reprint.id.as_str()).to_owned();
    sources.into_iter().map(witness).collect::<BTreeSet<String>>().len()
}

/// «الحكومة المغربية وغيرها · 3 مصادر مستقلة فيما نعلم، في 5 نصوص».
fn evidence_label(site: &Site, claim: &model::Claim) -> String {
    let grade = grade::grade_words(site, claim);
    let texts = claim.sources.len();
    let independent = independent(site, claim.sources.iter().map(|source| source.id.as_str()));
    let count = |count: usize, noun| text::counted(u32::try_from(count).unwrap_or(u32::MAX), noun);
    let number = match (independent, texts) {
        (_, 1) => count(1, &phrases::SOURCES_NOUN),
        (independent, texts) if independent == texts => words::as_far_as_known(&count(independent, &phrases::INDEPENDENT_NOUN)),
        (independent, texts) => words::in_texts(&count(independent, &phrases::INDEPENDENT_NOUN), &count(texts, &phrases::IN_TEXTS_NOUN)),
    };
    format!("{grade} · {number}")
}

impl Composer<'_> {
    /// A citation of claim `id`.
    pub(super) fn cite(&mut self, id: &str) -> Inline {
        if self.cites_by_reference { self.reference(id) } else { Inline::Cite(self.claim(id)) }
    }

    /// A link to claim `id` by its id.
    pub(super) fn reference(&self, id: &str) -> Inline {
        let href = self.site.claims.get(id).map_or_else(String::new, |claim| self.claim_href(claim));
        Inline::Reference(href, id.to_owned())
    }

    /// The index of claim `id` on this page; it is added at its first appearance.
    pub(super) fn claim(&mut self, id: &str) -> usize {
        if let Some(index) = self.claim_index.get(id) {
            return *index;
        }
        let index = self.claims.len();
        self.claim_index.insert(id.to_owned(), index);
        let Some(claim) = self.site.claims.get(id) else { return index };
        let sources: Vec<usize> = claim.sources.iter().map(|source| self.source(&source.id)).collect();
        self.claims.push(Claim {
            id: id.to_owned(),
            href: self.claim_href(claim),
            evidence: evidence_label(self.site, claim),
            sources,
            card: None,
        });
        if claim.home == *self.route {
            // Afterwards, because text and note may cite claims that then come after this one.
            self.claims[index].card = Some(self.card(claim));
        }
        index
    }

    fn card(&mut self, claim: &model::Claim) -> ClaimCard {
        let site = self.site;
        ClaimCard {
            text: self.inlines(&claim.text),
            note: self.inlines(&claim.note),
            conflicts: site.conflicts_of(&claim.id).map(|conflict| self.conflict(conflict)).collect(),
            corrections: site.corrections_of(&claim.id).map(|correction| self.correction_link(correction)).collect(),
            citation: words::citation(&site.settings.name, &title(site, &claim.home), &claim.id, &site.settings.updated.arabic()),
            permalink: format!("{}{}#{}", self.base.url, claim.home.path().trim_start_matches('/'), claim.id),
            report: self.report_href(&claim.id),
        }
    }

    fn correction_link(&self, correction: &model::Correction) -> Inline {
        let href = self.href(&format!("{}#{}", Route::Corrections.path(), correction.id));
        Inline::Link(href, with_dates(&words::corrected_on(&correction.date.arabic())))
    }

    /// Where a mistake in claim `id` is reported: to the editors' address or, while there is none, to the page that says so.
    fn report_href(&self, id: &str) -> String {
        let contact = &self.site.settings.contact;
        if contact.is_empty() {
            self.href(&format!("{}?claim={id}#report", Route::Corrections.path()))
        } else if contact.contains("://") {
            format!("{contact}{}claim={id}", if contact.contains('?') { '&' } else { '?' })
        } else {
            format!("mailto:{contact}?subject={id}")
        }
    }

    /// The index of a conflict on this page; it is added at its first appearance.
    fn conflict(&mut self, conflict: &model::Conflict) -> usize {
        if let Some(index) = self.conflict_index.get(&conflict.id) {
            return *index;
        }
        let statements = conflict.statements.iter().map(|statement| self.inlines(&statement.text)).collect();
        let choice = self.inlines(&conflict.choice);
        self.conflicts.push(Conflict { href: self.conflict_href(&conflict.id), label: conflict_label(conflict), statements, choice });
        self.conflict_index.insert(conflict.id.clone(), self.conflicts.len() - 1);
        self.conflicts.len() - 1
    }

    /// A source by its publisher, linked to its page.
    pub(super) fn source_link(&mut self, id: &str) -> Inline {
        let site = self.site;
        let publisher = site.sources.get(id).map(|source| self.inlines(&source.publisher)).unwrap_or_default();
        Inline::Link(self.href(&Route::Source(id.to_owned()).path()), publisher)
    }

    /// The index of source `id` on this page.
    pub(super) fn source(&mut self, id: &str) -> usize {
        if let Some(index) = self.source_index.get(id) {
            return *index;
        }
        let index = self.sources.len();
        self.source_index.insert(id.to_owned(), index);
        let href = self.href(&Route::Source(id.to_owned()).path());
        if let Some(source) = self.site.sources.get(id) {
            let publisher = self.inlines(&source.publisher);
            let url = match &source.address {
                Address::Url(url) => url.clone(),
                Address::Unlinked(_) => String::new(),
            };
            self.sources.push(Source {
                href,
                publisher,
                language: language_of(source).to_owned(),
                date: vec![published(source)],
                host: host(&url).to_owned(),
                url,
            });
        }
        index
    }
}

/// The host of an address, without `www.`; empty for an empty one.
pub(super) fn host(url: &str) -> &str {
    let host = url.split_once("://").map_or("", |(_, rest)| rest).split(['/', '?', '#']).next().unwrap_or_default();
    host.strip_prefix("www.").unwrap_or(host)
}

#[cfg(test)]
mod tests {
    use super::host;

    #[test]
    fn the_host_is_what_a_reader_recognises() {
        assert_eq!(host("https://www.example.org/a/b?c"), "example.org");
        assert_eq!(host("http://news.example.org"), "news.example.org");
        assert_eq!(host("http://example.org?a"), "example.org");
        assert_eq!(host(""), "");
    }
}
