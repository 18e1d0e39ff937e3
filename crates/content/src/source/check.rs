//! Checks what no single file shows: every id and every internal link leads somewhere.

use std::collections::BTreeSet;

use super::file::{Problems, SourceFile};
use crate::{
    compose::{routes, text_of, unmentioned},
    model::{Paragraph, Passage, Reference, Site, Span, Text},
    phrases::problem as words,
    problem::Place,
    route::Route,
};

/// Notes every reference of the site that leads nowhere. What is named in `files` but could not be
/// read has its own problem already, so references to it are not reported as well.
pub(super) fn check(site: &Site, files: &[SourceFile], problems: &Problems) {
    let check =
        Check { site, problems, anchors: anchors(site), declared: if problems.are_there() { declared(files) } else { BTreeSet::new() } };
    check.claims();
    check.conflicts();
    check.reprints();
    check.corrections();
    check.terms();
    check.editions();
    check.entries();
    site.examples.iter().for_each(|example| check.text(&example.text));
    check.pages();
    check.headwords();
}

struct Check<'a> {
    site: &'a Site,
    problems: &'a Problems,
    anchors: BTreeSet<String>,
    /// Every id that any file gives to something, readable or not; empty when all was readable.
    declared: BTreeSet<String>,
}

impl Check<'_> {
    fn claims(&self) {
        for claim in self.site.claims.values() {
            self.text(&claim.text);
            self.text(&claim.note);
            claim.sources.iter().for_each(|source| self.source(source));
            claim.people.iter().for_each(|id| self.known(id, self.site.people.iter().any(|person| person.id == id.id)));
            claim.institutions.iter().for_each(|id| self.known(id, self.site.institutions.iter().any(|body| body.id == id.id)));
        }
    }

    fn conflicts(&self) {
        for conflict in &self.site.conflicts {
            self.text(&conflict.title);
            self.text(&conflict.choice);
            conflict.claims.iter().for_each(|claim| self.claim(claim));
            for statement in &conflict.statements {
                self.text(&statement.text);
                statement.sources.iter().for_each(|source| self.source(source));
            }
        }
    }

    fn reprints(&self) {
        for reprint in &self.site.reprints {
            self.text(&reprint.name);
            self.text(&reprint.reason);
            reprint.sources.iter().for_each(|source| self.source(source));
        }
    }

    fn corrections(&self) {
        for correction in &self.site.corrections {
            correction.claims.iter().for_each(|claim| self.claim(claim));
            for text in [&correction.was, &correction.now, &correction.reason] {
                self.text(text);
            }
        }
    }

    fn terms(&self) {
        self.site.terms.iter().for_each(|term| self.text(&term.definition));
    }

    fn editions(&self) {
        let mut numbers = BTreeSet::new();
        for edition in &self.site.editions {
            if !numbers.insert(edition.number) {
                let place = Place { file: format!("editions/{}.toml", edition.slug), line: 1, column: 1 };
                self.problems.add(place, words::duplicate_number(edition.number), words::UNIQUE_NUMBER.to_owned(), "");
            }
            self.claim(&edition.dates_claim);
            for text in [&edition.card, &edition.official_name, &edition.chairs, &edition.theme, &edition.changes] {
                self.text(text);
            }
            for speaker in &edition.speakers {
                self.known(&speaker.person, self.site.people.iter().any(|person| person.id == speaker.person.id));
                self.text(&speaker.text);
            }
            edition.topics.iter().for_each(|topic| self.text(&topic.text));
            edition.results.iter().for_each(|outcome| self.text(&outcome.text));
            for objective in &edition.objectives {
                self.known(&objective.theme, self.site.objectives.iter().any(|known| known.id == objective.theme.id));
                self.text(&objective.text);
                self.text(&objective.speaker);
            }
            for part in [&edition.summary, &edition.agenda, &edition.participants, &edition.statements, &edition.outcomes, &edition.context]
            {
                self.passage(part);
            }
        }
    }

    fn entries(&self) {
        for entry in self.site.people.iter().chain(&self.site.institutions) {
            self.text(&entry.summary);
            if let Some(page) = entry.page.as_ref().filter(|page| !self.leads_somewhere(&page.id)) {
                self.problems.add(page.place.clone(), words::broken_link(&page.id, &entry.name), words::LINK_EXPECTED.to_owned(), "");
            }
            for role in &entry.roles {
                self.text(&role.role);
                self.text(&role.when);
                self.claim(&role.claim);
            }
        }
    }

    fn pages(&self) {
        for section in self.site.pages.values().flat_map(|page| &page.sections) {
            self.passage(&section.passage);
        }
        self.site.objectives.iter().for_each(|objective| self.passage(&objective.passage));
        self.site.milestones.iter().for_each(|milestone| self.text(&milestone.text));
    }

    fn headwords(&self) {
        self.site.headwords.iter().flat_map(|word| &word.except).for_each(|claim| self.claim(claim));
        // A word is not to blame for a claim that could not be read.
        let unmentioned = if self.problems.are_there() { Vec::new() } else { unmentioned(self.site) };
        for word in unmentioned {
            self.problems.add(word.place.clone(), words::unmentioned(&word.name), words::MENTIONED.to_owned(), "forms = [\"…\"]");
        }
    }

    fn passage(&self, passage: &Passage) {
        for paragraph in &passage.paragraphs {
            match paragraph {
                Paragraph::Prose(text) => self.text(text),
                Paragraph::List(items) => items.iter().for_each(|item| self.text(item)),
            }
        }
        for figure in &passage.figures {
            self.text(&figure.speaker);
            self.claim(&figure.claim);
        }
    }

    fn text(&self, text: &Text) {
        for span in text {
            match span {
                Span::Plain(_) | Span::Foreign { .. } => {}
                Span::Claim(reference) => self.claim(reference),
                Span::Conflict(reference) => self.known(reference, self.site.conflicts.iter().any(|conflict| conflict.id == reference.id)),
                Span::Link { target, label, place } => {
                    self.text(label);
                    if !self.leads_somewhere(target) {
                        let found = words::broken_link(target, &text_of(label));
                        self.problems.add(place.clone(), found, words::LINK_EXPECTED.to_owned(), words::LINK_EXAMPLE);
                    }
                }
            }
        }
    }

    /// An address is sound if it exists, or if its last part is declared in a file that has its own problem.
    fn leads_somewhere(&self, target: &str) -> bool {
        let last = target.trim_end_matches('/').rsplit(['/', '#']).next().unwrap_or_default();
        self.anchors.contains(target) || self.declared.contains(last)
    }

    fn claim(&self, reference: &Reference) {
        self.known(reference, self.site.claims.contains_key(&reference.id));
    }

    fn source(&self, reference: &Reference) {
        self.known(reference, self.site.sources.contains_key(&reference.id));
    }

    fn known(&self, reference: &Reference, is_known: bool) {
        if !is_known && !self.declared.contains(&reference.id) {
            self.problems.add(reference.place.clone(), words::unknown_id(&reference.id), words::KNOWN_ID.to_owned(), "");
        }
    }
}

/// The values of all `id = "…"` lines and the slugs of all editions.
fn declared(files: &[SourceFile]) -> BTreeSet<String> {
    let ids = files.iter().flat_map(|file| file.text.lines()).filter_map(|line| {
        let value = line.trim().strip_prefix("id")?.trim_start().strip_prefix('=')?;
        value.split('"').nth(1).map(str::to_owned)
    });
    let slugs = files.iter().filter_map(|file| file.path.strip_prefix("editions/")?.strip_suffix(".toml").map(str::to_owned));
    ids.chain(slugs).collect()
}

/// Every address and anchor the editors may link to.
fn anchors(site: &Site) -> BTreeSet<String> {
    let mut found: BTreeSet<String> = routes(site).iter().map(Route::path).collect();
    for claim in site.claims.values() {
        found.insert(format!("{}#{}", claim.home.path(), claim.id));
    }
    for conflict in &site.conflicts {
        found.insert(format!("{}#{}", Route::Conflicts.path(), conflict.id));
    }
    for (route, page) in &site.pages {
        found.extend(
            page.sections.iter().filter(|section| !section.id.is_empty()).map(|section| format!("{}#{}", route.path(), section.id)),
        );
    }
    let lists = [(Route::People, &site.people), (Route::Institutions, &site.institutions)];
    for (route, entries) in lists {
        found.extend(entries.iter().map(|entry| format!("{}#{}", route.path(), entry.id)));
    }
    found.extend(site.terms.iter().map(|term| format!("{}#{}", Route::Glossary.path(), term.id)));
    found.extend(site.corrections.iter().map(|correction| format!("{}#{}", Route::Corrections.path(), correction.id)));
    found.extend(site.reprints.iter().map(|reprint| format!("{}#{}", Route::Sources.path(), reprint.id)));
    found.extend(site.objectives.iter().map(|objective| format!("{}#{}", Route::Objectives.path(), objective.id)));
    found
}
