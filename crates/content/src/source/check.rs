//! Checks what no single file shows: every id and every internal link leads somewhere.

use std::collections::BTreeSet;

use super::reader::Problems;
use crate::{
    compose::{routes, text_of},
    model::{Paragraph, Passage, Reference, Site, Span, Text},
    phrases::problem as words,
    problem::Place,
    route::Route,
};

/// Notes every reference of the site that leads nowhere.
pub(super) fn check(site: &Site, problems: &Problems) {
    let check = Check { site, problems, anchors: anchors(site) };
    check.claims();
    check.conflicts();
    check.editions();
    check.entries();
    check.pages();
}

struct Check<'a> {
    site: &'a Site,
    problems: &'a Problems,
    anchors: BTreeSet<String>,
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

    fn editions(&self) {
        let mut numbers = BTreeSet::new();
        for edition in &self.site.editions {
            if !numbers.insert(edition.number) {
                let place = Place { file: format!("editions/{}.toml", edition.slug), line: 1, column: 1 };
                self.problems.add(place, words::duplicate_number(edition.number), words::UNIQUE_NUMBER.to_owned(), "");
            }
            self.claim(&edition.dates_claim);
            for text in [&edition.card, &edition.official_name, &edition.chairs, &edition.theme] {
                self.text(text);
            }
            for objective in &edition.objectives {
                self.known(&objective.theme, self.site.objectives.iter().any(|known| known.id == objective.theme.id));
                self.text(&objective.text);
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
                    if !self.anchors.contains(target) {
                        let found = words::broken_link(target, &text_of(label));
                        self.problems.add(place.clone(), found, words::LINK_EXPECTED.to_owned(), words::LINK_EXAMPLE);
                    }
                }
            }
        }
    }

    fn claim(&self, reference: &Reference) {
        self.known(reference, self.site.claims.contains_key(&reference.id));
    }

    fn source(&self, reference: &Reference) {
        self.known(reference, self.site.sources.contains_key(&reference.id));
    }

    fn known(&self, reference: &Reference, is_known: bool) {
        if !is_known {
            self.problems.add(reference.place.clone(), words::unknown_id(&reference.id), words::KNOWN_ID.to_owned(), "");
        }
    }
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
    found.extend(site.objectives.iter().map(|objective| format!("{}#{}", Route::Objectives.path(), objective.id)));
    found
}
