//! Pages that are mostly the editors' text, with what is derived from the model put in its place.

use super::{
    composer::{Composer, date, styled, titled},
    decades, edition_short,
    editions::{attendance, cards, count, earlier, listed},
    limits, matrix, pictures,
};
use crate::{
    model::{Correction, Edition, Milestone},
    page::{Block, Event, Fact, Inline, Page, Table},
    phrases::{self, growth, page as words},
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
    let editions = limits::editions(composer.site);
    let mut blocks = composer.sections();
    let next = after_introduction(&blocks);
    let figures = editions.iter().flat_map(|edition| edition.participants.figures.iter().map(move |figure| (edition, figure)));
    let figures: Vec<_> = figures.map(|(edition, figure)| composer.figure(figure, Some(edition))).collect();
    let cards = [cards(&mut composer, editions)].into_iter().chain(earlier(&composer, editions));
    let derived = [titled("editions", words::EDITIONS, cards.collect()), titled("figures", words::FIGURES, vec![Block::Figures(figures)])];
    blocks.splice(next..next, derived);
    Some(Page { city: PLATFORM.to_owned(), ..composer.finish_text(blocks)? })
}

/// The series at a glance.
pub(super) fn editions(mut composer: Composer<'_>) -> Option<Page> {
    let mut blocks = composer.sections();
    let next = after_introduction(&blocks);
    let editions = limits::editions(composer.site);
    let mut series = vec![cards(&mut composer, editions)];
    series.extend(earlier(&composer, editions));
    series.extend(pictures::sketch(&composer));
    let series = titled("series", &count(composer.site.editions.len()), series);
    blocks.splice(next..next, [series].into_iter().chain(decades::list(&composer)));
    composer.finish_text(blocks)
}

/// Which objective was stated when and by whom, then each objective with its explanation.
pub(super) fn objectives(mut composer: Composer<'_>) -> Option<Page> {
    let site = composer.site;
    let mut blocks = composer.sections();
    blocks.push(titled("matrix", words::OBJECTIVES_MATRIX, matrix::objectives(&mut composer)));
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
        let claims = correction.claims.iter().flat_map(|claim| [Inline::Text(" ".to_owned()), composer.reference(&claim.id)]);
        facts.push(Fact::new(words::CLAIMS, claims.skip(1).collect()));
    }
    let name = vec![Inline::Text(format!("{} ", words::CORRECTION)), Inline::Foreign("en".to_owned(), correction.id.clone())];
    let title = text::list([name, vec![date(correction.date)]]);
    styled(&correction.id, title, "entry", vec![Block::Facts(facts)])
}

/// The timeline, and attendance over the years.
pub(super) fn evolution(mut composer: Composer<'_>) -> Option<Page> {
    let site = composer.site;
    let mut blocks = composer.sections();
    let milestones = if limits::has_decades(site) { limits::latest(&site.milestones, limits::MILESTONES) } else { &site.milestones };
    let events = timeline(&mut composer, milestones);
    let earlier_ones = earlier_milestones(&composer, site.milestones.len() - milestones.len());
    let timeline = pictures::axis(&composer).into_iter().chain([events]).chain(earlier_ones);
    let timeline = titled("timeline", words::TIMELINE, timeline.collect());
    let next = after_introduction(&blocks);
    let editions = limits::editions(site);
    let table = attendance_table(&mut composer, editions);
    for block in &mut blocks {
        if let Block::Section(section) = block
            && section.id == "attendance"
        {
            let at = 1.min(section.blocks.len());
            let shown = pictures::attendance(&composer).into_iter().chain([table.clone()]).chain(earlier(&composer, editions));
            section.blocks.splice(at..at, shown);
        }
    }
    blocks.insert(next, timeline);
    composer.finish_text(blocks)
}

/// How many milestones came before those shown, with a link to the decades that tell of them.
fn earlier_milestones(composer: &Composer<'_>, left_out: usize) -> Option<Block> {
    let count = text::counted(u32::try_from(left_out).unwrap_or(u32::MAX), &growth::MILESTONE_NOUN);
    let link = Inline::Link(composer.href(&decades::path()), vec![Inline::Text(count)]);
    (left_out > 0).then(|| Block::Paragraph(vec![Inline::Text(growth::EARLIER_MILESTONES.to_owned()), link, Inline::Text(".".to_owned())]))
}

/// Milestones in order.
pub(super) fn timeline<'a>(composer: &mut Composer<'_>, milestones: impl IntoIterator<Item = &'a Milestone>) -> Block {
    let site = composer.site;
    let events = milestones.into_iter().map(|milestone| Event {
        date: milestone.date.iso(),
        label: milestone.until.map_or_else(|| milestone.date.arabic(), |until| text::days(milestone.date, Some(until))),
        city: site.editions.iter().find(|edition| edition.start == milestone.date).map_or("", Edition::city_key).to_owned(),
        text: milestone_text(composer, milestone),
    });
    Block::Timeline(events.collect())
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

/// How many took part in these editions, and who says so.
pub(super) fn attendance_table<'a>(composer: &mut Composer<'_>, editions: impl IntoIterator<Item = &'a Edition>) -> Block {
    let row = |edition: &Edition| {
        let said = listed(&edition.participants.figures, |figure| composer.speaker(figure));
        let name = Inline::Link(composer.href(&edition.route().path()), vec![Inline::Text(edition_short(edition))]);
        vec![vec![name], attendance(composer, edition), said]
    };
    let rows = editions.into_iter().map(row).collect();
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
