//! Pages that are mostly the editors' text, with what is derived from the model put in its place.

use super::{
    composer::{Composer, date, styled, titled},
    edition_short,
    editions::{attendance, cards, count, listed},
    matrix, pictures,
};
use crate::{
    model::{Correction, Edition, Milestone},
    page::{Block, Event, Fact, Inline, Page, Table},
    phrases::{self, page as words},
    text,
};

/// What home wears: the accent and motif of the platform itself.
const PLATFORM: &str = "platform";

/// A page that is nothing but text.
pub(super) fn text(mut composer: Composer<'_>) -> Option<Page> {
    let blocks = composer.sections();
    composer.finish_text(blocks)
}

/// Home: what it is, key figures, the editions, where to go next.
pub(super) fn home(mut composer: Composer<'_>) -> Option<Page> {
    let site = composer.site;
    let mut blocks = composer.sections();
    let next = after_introduction(&blocks);
    let figures = site.editions.iter().flat_map(|edition| edition.participants.figures.iter().map(move |figure| (edition, figure)));
    let figures: Vec<_> = figures.map(|(edition, figure)| composer.figure(figure, Some(edition))).collect();
    let derived =
        [titled("editions", words::EDITIONS, vec![cards(&mut composer)]), titled("figures", words::FIGURES, vec![Block::Figures(figures)])];
    blocks.splice(next..next, derived);
    Some(Page { city: PLATFORM.to_owned(), ..composer.finish_text(blocks)? })
}

/// The series at a glance.
pub(super) fn editions(mut composer: Composer<'_>) -> Option<Page> {
    let mut blocks = composer.sections();
    let next = after_introduction(&blocks);
    let title = count(&composer);
    let cards = cards(&mut composer);
    let mut series = vec![cards];
    series.extend(pictures::sketch(&composer));
    blocks.insert(next, titled("series", &title, series));
    composer.finish_text(blocks)
}

/// Which objective was stated when and by whom, then each objective with its explanation.
pub(super) fn objectives(mut composer: Composer<'_>) -> Option<Page> {
    let site = composer.site;
    let mut blocks = composer.sections();
    blocks.push(titled("matrix", words::OBJECTIVES_MATRIX, vec![matrix::objectives(&mut composer)]));
    for objective in &site.objectives {
        let mut content = composer.passage(&objective.passage);
        if site.editions.iter().all(|edition| edition.objectives.iter().all(|stated| stated.theme.id != objective.id)) {
            content.push(Block::Paragraph(vec![Inline::Text(words::NOT_STATED.to_owned())]));
        }
        blocks.push(titled(&objective.id, &objective.title, content));
    }
    composer.finish_text(blocks)
}

/// What was corrected, newest first.
pub(super) fn corrections(mut composer: Composer<'_>) -> Option<Page> {
    let site = composer.site;
    let mut blocks = composer.sections();
    let next = after_introduction(&blocks);
    let entries: Vec<Block> = site.corrections.iter().map(|correction| self::correction(&mut composer, correction)).collect();
    let list = if entries.is_empty() { vec![Block::Paragraph(vec![Inline::Text(words::NO_CORRECTIONS.to_owned())])] } else { entries };
    blocks.insert(next, titled("log", words::CORRECTIONS, list));
    add_contact(&composer, &mut blocks, "report");
    composer.finish_text(blocks)
}

fn correction(composer: &mut Composer<'_>, correction: &Correction) -> Block {
    let mut facts = vec![
        Fact::new(words::WAS, composer.inlines(&correction.was)),
        Fact::new(words::NOW, composer.inlines(&correction.now)),
        Fact::new(words::REASON, composer.inlines(&correction.reason)),
    ];
    if !correction.claims.is_empty() {
        facts.push(Fact::new(words::CLAIMS, text::list(correction.claims.iter().map(|claim| vec![composer.reference(&claim.id)]))));
    }
    let name = vec![Inline::Text(format!("{} ", words::CORRECTION)), Inline::Foreign("en".to_owned(), correction.id.clone())];
    let title = text::list([name, vec![date(correction.date)]]);
    styled(&correction.id, title, "entry", vec![Block::Facts(facts)])
}

/// The timeline, and attendance over the years.
pub(super) fn evolution(mut composer: Composer<'_>) -> Option<Page> {
    let site = composer.site;
    let mut blocks = composer.sections();
    let events = site.milestones.iter().map(|milestone| Event {
        date: milestone.date.iso(),
        label: milestone.until.map_or_else(|| milestone.date.arabic(), |until| text::days(milestone.date, Some(until))),
        city: site.editions.iter().find(|edition| edition.start == milestone.date).map_or("", Edition::city_key).to_owned(),
        text: milestone_text(&mut composer, milestone),
    });
    let events = Block::Timeline(events.collect());
    let timeline = titled("timeline", words::TIMELINE, pictures::axis(&composer).into_iter().chain([events]).collect());
    let next = after_introduction(&blocks);
    let table = attendance_table(&mut composer);
    for block in &mut blocks {
        if let Block::Section(section) = block
            && section.id == "attendance"
        {
            let at = 1.min(section.blocks.len());
            section.blocks.splice(at..at, pictures::attendance(&composer).into_iter().chain([table.clone()]));
        }
    }
    blocks.insert(next, timeline);
    composer.finish_text(blocks)
}

/// What happened, after the name by which the axis of time shows it.
fn milestone_text(composer: &mut Composer<'_>, milestone: &Milestone) -> Vec<Inline> {
    let name = milestone.label.iter().map(|label| Inline::Text(format!("{label}: ")));
    name.chain(composer.inlines(&milestone.text)).collect()
}

/// Where the first section begins.
fn after_introduction(blocks: &[Block]) -> usize {
    blocks.iter().position(|block| matches!(block, Block::Section(_))).unwrap_or(blocks.len())
}

fn attendance_table(composer: &mut Composer<'_>) -> Block {
    let site = composer.site;
    let row = |edition: &Edition| {
        let said = listed(&edition.participants.figures, |figure| composer.speaker(figure));
        let name = Inline::Link(composer.href(&edition.route().path()), vec![Inline::Text(edition_short(edition))]);
        vec![vec![name], attendance(composer, edition), said]
    };
    let rows = site.editions.iter().map(row).collect();
    Block::Table(Table {
        caption: words::ATTENDANCE_TABLE.to_owned(),
        head: [words::EDITION, words::NUMBER_AND_UNIT, words::SPEAKER].map(str::to_owned).to_vec(),
        rows,
    })
}

/// About the site, with the address for corrections or the word that there is none.
pub(super) fn about(mut composer: Composer<'_>) -> Option<Page> {
    let mut blocks = composer.sections();
    add_contact(&composer, &mut blocks, "corrections");
    composer.finish_text(blocks)
}

/// Ends section `id` with the address for corrections.
fn add_contact(composer: &Composer<'_>, blocks: &mut [Block], id: &str) {
    let contact = &composer.site.settings.contact;
    let line = if contact.is_empty() {
        vec![Inline::Text(phrases::NO_CONTACT.to_owned())]
    } else {
        let address = Inline::Foreign("en".to_owned(), contact.clone());
        let href = if contact.contains("://") { contact.clone() } else { format!("mailto:{contact}") };
        vec![Inline::Text(format!("{} ", phrases::CONTACT)), Inline::Link(href, vec![address])]
    };
    for block in blocks {
        if let Block::Section(section) = block
            && section.id == id
        {
            section.blocks.push(Block::Paragraph(line.clone()));
        }
    }
}
