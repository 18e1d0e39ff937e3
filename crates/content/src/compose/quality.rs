//! The page of the site's quality: figures of the content and of the build's own reports, none of them typed by hand.

use super::{
    Base, Grade,
    composer::{Composer, titled},
    routes,
};
use crate::{
    model::Site,
    page::{Block, Fact, Inline, Page, Table},
    phrases::{self, Noun, quality as words},
    report::{self, Evidence, Links, Reports, StageResult, ViewResult, Weight, Weights},
    route::Route,
    text,
};

/// The page of the site's quality with these reports; nothing if the content has no text for it.
#[must_use]
pub fn quality(site: &Site, base: &Base, reports: &Reports) -> Option<Page> {
    let mut composer = Composer::new(site, base, &Route::Quality);
    let mut blocks = composer.sections();
    let weights = reports.weights.as_ref().map(|weights| self::weights(&composer, weights));
    let tests = reports.tests.as_ref().map(|stages| tests(stages));
    let accessibility = reports.accessibility.as_ref().map(|views| accessibility(views));
    blocks.extend([
        titled("content", words::CONTENT, content(&composer)),
        titled("weights", words::WEIGHTS, weights.unwrap_or_else(absent)),
        titled("tests", words::TESTS, tests.unwrap_or_else(absent)),
        titled("accessibility", words::ACCESSIBILITY, accessibility.unwrap_or_else(absent)),
        titled("links", words::LINKS, reports.links.map_or_else(absent, links)),
    ]);
    composer.finish_text(blocks)
}

fn absent() -> Vec<Block> {
    vec![paragraph(words::ABSENT)]
}

fn content(composer: &Composer<'_>) -> Vec<Block> {
    let site = composer.site;
    let report = report::evidence(site);
    let total = &report.total;
    let pages = routes(site).iter().filter(|route| !route.is_stand_in()).count();
    let slips = site.conflicts.iter().filter(|conflict| conflict.slip).count();
    let facts = vec![
        fact(words::PAGES, counted(pages, &words::PAGE_NOUN)),
        fact(words::CLAIMS, counted(total.claims, &words::CLAIM_NOUN)),
        fact(words::SINGLE_SOURCE, counted(total.single_source_claims.len(), &words::CLAIM_NOUN)),
        fact(words::SOURCES, counted(total.sources, &phrases::SOURCES_NOUN)),
        fact(words::INDEPENDENT, counted(total.independent_sources, &phrases::SOURCES_NOUN)),
        fact(words::WITHOUT_CLAIMS, counted(report.sources_without_claims.len(), &phrases::SOURCES_NOUN)),
        fact(words::CONFLICTS, words::of_which_slips(&counted(site.conflicts.len(), &words::CONFLICT_NOUN), &number(slips))),
        fact(words::CORRECTIONS, counted(site.corrections.len(), &words::CORRECTION_NOUN)),
    ];
    vec![Block::Facts(facts), grades(total)]
}

fn grades(total: &Evidence) -> Block {
    let row = |(grade, count): &(Grade, usize)| vec![plain(grade.label()), plain(&number(*count))];
    table(words::GRADES_TABLE, &[words::GRADE, words::CLAIMS], total.grades.iter().map(row).collect())
}

fn weights(composer: &Composer<'_>, weights: &Weights) -> Vec<Block> {
    let row = |what: Vec<Inline>, bytes: usize| vec![what, plain(&number(bytes))];
    let page = |what: &str, weight: &Weight| row(vec![text(what), text(": "), page_link(composer, &weight.path)], weight.bytes);
    let latin = |before: &str, name: &str| vec![text(before), text(" "), foreign(name)];
    let rows = vec![
        row(plain(words::HOME), weights.home),
        page(words::LARGEST_PAGE, &weights.largest_page),
        page(words::LARGEST_DATA, &weights.largest_data),
        row(plain(words::FONTS), weights.fonts),
        row(latin(words::APP, "WebAssembly"), weights.app),
        row(plain(words::FIRST_VIEW), weights.first_view),
    ];
    vec![paragraph(words::WEIGHTS_NOTE), table(words::WEIGHTS_TABLE, &[words::WHAT, words::BYTES], rows)]
}

/// A page by its name; by its address if it has none.
fn page_link(composer: &Composer<'_>, path: &str) -> Inline {
    let route = routes(composer.site).into_iter().find(|route| route.path() == path);
    let link = route.map(|route| composer.link(&route)).filter(|link| !link.label.is_empty());
    link.map_or_else(|| foreign(path), |link| Inline::Link(link.href, vec![Inline::Text(link.label)]))
}

fn tests(stages: &[StageResult]) -> Vec<Block> {
    let row = |stage: &StageResult| {
        let name = named(&words::STAGES, &stage.name);
        // A stage without tests is one check, and the record holds only stages that were passed.
        let passed = if stage.passed == 0 { words::STAGE_PASSED.to_owned() } else { number_of_tests(stage.passed) };
        vec![name, plain(&passed)]
    };
    let mut rows: Vec<Vec<Vec<Inline>>> = stages.iter().map(row).collect();
    rows.push(vec![plain(words::TOTAL), plain(&number_of_tests(stages.iter().map(|stage| stage.passed).sum()))]);
    vec![paragraph(words::TESTS_NOTE), table(words::TESTS_TABLE, &[words::STAGE, words::PASSED], rows)]
}

fn number_of_tests(passed: u32) -> String {
    text::counted(passed, &words::TEST_NOUN)
}

fn accessibility(views: &[ViewResult]) -> Vec<Block> {
    let row = |view: &ViewResult| {
        let (pages, violations) = (text::number(view.pages), text::counted(view.violations, &words::VIOLATION_NOUN));
        vec![named(&words::VIEWS, &view.name), plain(&pages), plain(&violations)]
    };
    let note = vec![text(words::ACCESSIBILITY_NOTE), text(" "), foreign("axe-core"), text(words::ACCESSIBILITY_LIMIT)];
    let head = [words::VIEW, words::PAGES_EXAMINED, words::VIOLATIONS];
    vec![Block::Paragraph(note), table(words::ACCESSIBILITY_TABLE, &head, views.iter().map(row).collect())]
}

fn links(links: Links) -> Vec<Block> {
    let facts = vec![
        fact(words::INTERNAL, counted(links.internal, &words::LINK_NOUN)),
        fact(words::ANCHORS, counted(links.anchors, &words::LINK_NOUN)),
        fact(words::EXTERNAL, counted(links.external, &words::ADDRESS_NOUN)),
    ];
    vec![paragraph(words::LINKS_NOTE), Block::Facts(facts)]
}

/// The Arabic name of `code`; the code itself if it has none.
fn named(names: &[(&str, &str)], code: &str) -> Vec<Inline> {
    names.iter().find(|(known, _)| *known == code).map_or_else(|| vec![foreign(code)], |(_, name)| plain(name))
}

fn table(caption: &str, head: &[&str], rows: Vec<Vec<Vec<Inline>>>) -> Block {
    Block::Table(Table { caption: caption.to_owned(), head: head.iter().map(ToString::to_string).collect(), rows })
}

fn fact(label: &str, value: String) -> Fact {
    Fact::new(label, vec![Inline::Text(value)])
}

fn paragraph(words: &str) -> Block {
    Block::Paragraph(plain(words))
}

fn plain(words: &str) -> Vec<Inline> {
    vec![text(words)]
}

fn text(words: &str) -> Inline {
    Inline::Text(words.to_owned())
}

fn foreign(words: &str) -> Inline {
    Inline::Foreign("en".to_owned(), words.to_owned())
}

fn number(value: usize) -> String {
    text::number(u32::try_from(value).unwrap_or(u32::MAX))
}

fn counted(value: usize, noun: &Noun) -> String {
    text::counted(u32::try_from(value).unwrap_or(u32::MAX), noun)
}
