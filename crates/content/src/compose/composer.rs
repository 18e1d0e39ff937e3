//! What composing any page needs: text to inlines, citations to a numbered list of claims and sources.

use std::collections::{BTreeMap, BTreeSet};

use super::{Base, edition_short, first_screen::first_screen, name, terms::Mentions};
use crate::{
    model::{self, Figure, Paragraph, Passage, Precision, Site, Span, Text, Unit},
    page::{self, Block, Claim, Conflict, Inline, Link, Page, Source, Subresource},
    phrases::{self, Noun},
    route::Route,
    text, written_date,
};

/// A page being composed.
pub(super) struct Composer<'a> {
    pub(super) site: &'a Site,
    pub(super) route: &'a Route,
    pub(super) base: &'a Base,
    pub(super) claims: Vec<Claim>,
    pub(super) claim_index: BTreeMap<String, usize>,
    pub(super) sources: Vec<Source>,
    pub(super) source_index: BTreeMap<String, usize>,
    pub(super) conflicts: Vec<Conflict>,
    pub(super) conflict_index: BTreeMap<String, usize>,
    /// Claims are named with a link instead of their evidence: where there are many of them in little space.
    pub(super) cites_by_reference: bool,
}

impl<'a> Composer<'a> {
    pub(super) fn new(site: &'a Site, base: &'a Base, route: &'a Route) -> Self {
        Self {
            site,
            route,
            base,
            claims: Vec::new(),
            claim_index: BTreeMap::new(),
            sources: Vec::new(),
            source_index: BTreeMap::new(),
            conflicts: Vec::new(),
            conflict_index: BTreeMap::new(),
            cites_by_reference: false,
        }
    }

    /// The final address of `path`, which is below the base path.
    pub(super) fn href(&self, path: &str) -> String {
        format!("{}{path}", self.base.path)
    }

    /// The final address of the edition with this slug.
    pub(super) fn edition_href(&self, slug: &str) -> String {
        self.href(&Route::Edition(slug.to_owned()).path())
    }

    /// The final address of a search for `query`.
    pub(super) fn search_href(&self, query: &str) -> String {
        let query: String = form_urlencoded::byte_serialize(query.as_bytes()).collect();
        self.href(&format!("{}?q={query}", Route::Search.path()))
    }

    /// How many of what a page lists it leaves out, with a link to all of them; nothing if there are none.
    pub(super) fn others_in_data(&self, left_out: usize, noun: &Noun) -> Option<Block> {
        let count = text::counted(u32::try_from(left_out).unwrap_or(u32::MAX), noun);
        let Link { href, label } = self.link(&Route::Data);
        let link = Inline::Link(href, vec![Inline::Text(label)]);
        let text = vec![Inline::Text(phrases::growth::others_in(&count)), link, Inline::Text(".".to_owned())];
        (left_out > 0).then_some(Block::Paragraph(text))
    }

    /// A link to `route` by its name.
    pub(super) fn link(&self, route: &Route) -> Link {
        Link { href: self.href(&route.path()), label: name(self.site, route) }
    }

    /// The page, once its blocks are there.
    pub(super) fn finish(mut self, title: String, description: String, mut blocks: Vec<Block>) -> Page {
        Mentions::of(self.site, self.route, &self.base.path).explain(&mut blocks);
        let mut breadcrumb = Vec::new();
        let mut parent = self.route.parent();
        while let Some(route) = parent {
            breadcrumb.insert(0, self.link(&route));
            parent = route.parent();
        }
        self.leave_out_unshown(&blocks);
        Page {
            path: self.route.path(),
            title,
            description,
            city: String::new(),
            breadcrumb,
            first_screen: first_screen(&blocks),
            blocks,
            claims: self.claims,
            sources: self.sources,
            conflicts: self.conflicts,
            citation: None,
            exhibit_styles: Subresource::default(),
            picture_styles: Subresource::default(),
            matrix_styles: Subresource::default(),
            styles: Subresource::default(),
            build: String::new(),
            kilobytes: 0,
        }
    }

    /// A source that is only named, by a citation of a claim told of elsewhere, needs neither language nor date nor address.
    fn leave_out_unshown(&mut self, blocks: &[Block]) {
        if blocks.iter().any(|block| block.has(&|block| matches!(block, Block::Sources))) {
            return;
        }
        let on_cards: BTreeSet<usize> =
            self.claims.iter().filter(|claim| claim.card.is_some()).flat_map(|claim| claim.sources.iter().copied()).collect();
        for (_, source) in self.sources.iter_mut().enumerate().filter(|(index, _)| !on_cards.contains(index)) {
            *source =
                Source { href: std::mem::take(&mut source.href), publisher: std::mem::take(&mut source.publisher), ..Source::default() };
        }
    }

    /// Text as inlines.
    pub(super) fn inlines(&mut self, text: &Text) -> Vec<Inline> {
        let inlines = text.iter().flat_map(|span| if let Span::Plain(text) = span { with_dates(text) } else { vec![self.inline(span)] });
        let mut inlines: Vec<Inline> = inlines.collect();
        sort_numbers(&mut inlines);
        inlines
    }

    fn inline(&mut self, span: &Span) -> Inline {
        match span {
            Span::Plain(text) => Inline::Text(text.clone()),
            Span::Foreign { lang, text } => Inline::Foreign(lang.clone(), text.clone()),
            Span::Link { target, label, .. } => Inline::Link(self.href(target), self.inlines(label)),
            Span::Claim(reference) => self.cite(&reference.id),
            Span::Conflict(reference) => {
                let is_slip = self.site.conflicts.iter().any(|conflict| conflict.id == reference.id && conflict.slip);
                Inline::Conflict(self.conflict_href(&reference.id), conflict_kind(is_slip).to_owned())
            }
        }
    }

    /// The address of conflict `id`.
    pub(super) fn conflict_href(&self, id: &str) -> String {
        self.href(&format!("{}#{id}", Route::Conflicts.path()))
    }

    /// Paragraphs, figures and claims of a passage.
    pub(super) fn passage(&mut self, passage: &Passage) -> Vec<Block> {
        let mut blocks: Vec<Block> = passage.paragraphs.iter().map(|paragraph| self.paragraph(paragraph)).collect();
        if !passage.figures.is_empty() {
            blocks.push(Block::Figures(passage.figures.iter().map(|figure| self.figure(figure, None)).collect()));
        }
        blocks.extend(self.claims_block(&passage.claims));
        blocks
    }

    fn paragraph(&mut self, paragraph: &Paragraph) -> Block {
        match paragraph {
            Paragraph::Prose(text) => Block::Paragraph(self.inlines(text)),
            Paragraph::List(items) => Block::List(items.iter().map(|item| self.inlines(item)).collect()),
        }
    }

    /// The claims that live here, if any.
    pub(super) fn claims_block(&mut self, ids: &[String]) -> Option<Block> {
        (!ids.is_empty()).then(|| Block::Claims(ids.iter().map(|id| self.claim(id)).collect()))
    }

    /// A figure; `edition` is named where figures of several editions stand together.
    pub(super) fn figure(&mut self, figure: &Figure, edition: Option<&model::Edition>) -> page::Figure {
        let edition =
            edition.map(|edition| vec![Inline::Link(self.href(&edition.route().path()), vec![Inline::Text(edition_short(edition))])]);
        let detail = text::list(edition.into_iter().chain([self.speaker(figure)]));
        page::Figure { number: figure_number(figure), unit: unit_words(figure), detail }
    }

    /// Who said a figure and when, with its citation.
    pub(super) fn speaker(&mut self, figure: &Figure) -> Vec<Inline> {
        let mut said = self.spoken(figure);
        said.push(self.cite(&figure.claim.id));
        said
    }

    /// Who said a figure and when.
    pub(super) fn spoken(&mut self, figure: &Figure) -> Vec<Inline> {
        text::list([self.inlines(&figure.speaker), vec![date(figure.date)]])
    }

    /// «نحو 60 وفداً» as one text.
    pub(super) fn figure_words(figure: &Figure) -> String {
        format!("{} {}", figure_number(figure), unit_words(figure))
    }

    /// The page's own text: introduction first, then its sections.
    pub(super) fn sections(&mut self) -> Vec<Block> {
        let site = self.site;
        let Some(page) = site.pages.get(self.route) else { return Vec::new() };
        let mut blocks = Vec::new();
        for section in &page.sections {
            let content = self.passage(&section.passage);
            if section.id.is_empty() {
                blocks.extend(content);
            } else {
                blocks.push(titled(&section.id, &section.heading, content));
            }
        }
        blocks
    }

    /// The address of a claim on its home page.
    pub(super) fn claim_href(&self, claim: &model::Claim) -> String {
        self.href(&format!("{}#{}", claim.home.path(), claim.id))
    }

    /// Ends a page that has a text of its own, with its title and description.
    pub(super) fn finish_text(self, blocks: Vec<Block>) -> Option<Page> {
        let page = self.site.pages.get(self.route)?;
        Some(self.finish(page.title.clone(), page.description.clone(), blocks))
    }
}

/// Text in which every date is marked as one.
pub(super) fn with_dates(text: &str) -> Vec<Inline> {
    let mut inlines = Vec::new();
    let mut done = 0;
    for (range, iso) in written_date::dates(text) {
        if range.start > done {
            inlines.push(Inline::Text(text[done..range.start].to_owned()));
        }
        inlines.push(Inline::Date(iso, text[range.clone()].to_owned()));
        done = range.end;
    }
    if done < text.len() {
        inlines.push(Inline::Text(text[done..].to_owned()));
    }
    inlines
}

/// A section with a plain heading.
pub(super) fn titled(id: &str, title: &str, blocks: Vec<Block>) -> Block {
    styled(id, with_dates(title), "", blocks)
}

/// A section with a style.
pub(super) fn styled(id: &str, title: Vec<Inline>, style: &str, blocks: Vec<Block>) -> Block {
    Block::Section(page::Section { id: id.to_owned(), title, style: style.to_owned(), folded: false, blocks })
}

/// A secondary section, which phones fold. It holds no claims: those stay open.
pub(super) fn folded(id: &str, title: &str, blocks: Vec<Block>) -> Block {
    let title = vec![Inline::Text(title.to_owned())];
    Block::Section(page::Section { id: id.to_owned(), title, style: String::new(), folded: true, blocks })
}

/// What a conflict is.
fn conflict_kind(is_slip: bool) -> &'static str {
    if is_slip { phrases::page::SLIP } else { phrases::page::DISAGREEMENT }
}

/// «اختلاف: أول أيام الدورة الثانية».
pub(super) fn conflict_label(conflict: &model::Conflict) -> String {
    format!("{}: {}", conflict_kind(conflict.slip), text_of(&conflict.title))
}

/// Text as it may stand in a link: foreign words and dates marked, without links and citations.
pub(super) fn label(text: &Text) -> Vec<Inline> {
    let word = |span: &Span| match span {
        Span::Plain(text) => with_dates(text),
        Span::Foreign { lang, text } => vec![Inline::Foreign(lang.clone(), text.clone())],
        Span::Link { label, .. } => self::label(label),
        Span::Claim(_) | Span::Conflict(_) => Vec::new(),
    };
    text.iter().flat_map(word).collect()
}

/// Text without marks and citations.
#[must_use]
pub fn text_of(text: &Text) -> String {
    let word = |span: &Span| match span {
        Span::Plain(text) | Span::Foreign { text, .. } => text.clone(),
        Span::Link { label, .. } => text_of(label),
        Span::Claim(_) | Span::Conflict(_) => String::new(),
    };
    text.iter().map(word).collect()
}

/// The date of a source, or the word that it is not known.
pub(super) fn published(source: &model::Source) -> Inline {
    source.published.map_or_else(|| Inline::Text(phrases::page::NO_DATE.to_owned()), date)
}

/// The days of an edition, each marked as a date.
pub(super) fn days(edition: &model::Edition) -> Vec<Inline> {
    with_dates(&text::days(edition.start, edition.end))
}

/// A date, as precise as it is known.
pub(super) fn date(date: model::Date) -> Inline {
    Inline::Date(date.iso(), date.arabic())
}

/// «بالفرنسية».
pub(super) fn language_of(source: &model::Source) -> &'static str {
    phrases::in_language(&source.lang)
}

/// The counted noun with what follows it.
fn unit_words(figure: &Figure) -> String {
    let noun = text::form(figure.count, unit_noun(figure.unit));
    let of = text_of(&figure.of);
    if of.is_empty() { noun.to_owned() } else { format!("{noun} {of}") }
}

pub(super) fn figure_number(figure: &Figure) -> String {
    let number = text::number(figure.count);
    match figure.precision {
        Precision::Exact => number,
        Precision::About => phrases::page::about(&number),
        Precision::MoreThan => phrases::page::more_than(&number),
    }
}

/// What is counted, as a heading.
pub(super) fn unit_heading(unit: Unit) -> &'static str {
    match unit {
        Unit::Country => phrases::counted::COUNTRIES,
        Unit::Delegation => phrases::counted::DELEGATIONS,
        Unit::Service => phrases::counted::SERVICES,
        Unit::ObserverDelegation => phrases::counted::OBSERVERS,
        Unit::Officer => phrases::counted::OFFICERS,
        Unit::Official => phrases::counted::OFFICIALS,
        Unit::ExpertOrOfficer => phrases::counted::EXPERTS_OR_OFFICERS,
    }
}

/// The noun of a unit.
#[must_use]
pub fn unit_noun(unit: Unit) -> &'static Noun {
    match unit {
        Unit::Country => &phrases::COUNTRY,
        Unit::Delegation => &phrases::DELEGATION,
        Unit::Service => &phrases::SERVICE,
        Unit::ObserverDelegation => &phrases::OBSERVER_DELEGATION,
        Unit::Officer => &phrases::OFFICER,
        Unit::Official => &phrases::OFFICIAL,
        Unit::ExpertOrOfficer => &phrases::EXPERT_OR_OFFICER,
    }
}

/// Puts numbers that stand together in their order: a claim has that of its first citation on the page, so one that is cited
/// again is lower than its neighbours.
fn sort_numbers(inlines: &mut [Inline]) {
    let number = |inline: &Inline| if let Inline::Cite(index) = inline { Some(*index) } else { None };
    for together in inlines.chunk_by_mut(|one, other| number(one).is_some() && number(other).is_some()) {
        together.sort_by_key(number);
    }
}

#[cfg(test)]
mod tests {
    use super::{Inline, sort_numbers};

    #[test]
    fn numbers_that_stand_together_rise() {
        let word = || Inline::Text("نص".to_owned());
        let mut inlines = vec![word(), Inline::Cite(2), Inline::Cite(0), Inline::Cite(1), word(), Inline::Cite(4), word(), Inline::Cite(3)];
        sort_numbers(&mut inlines);
        let sorted = [word(), Inline::Cite(0), Inline::Cite(1), Inline::Cite(2), word(), Inline::Cite(4), word(), Inline::Cite(3)];
        assert_eq!(inlines, sorted);
    }
}
