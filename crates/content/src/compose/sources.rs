//! The list of sources, and one page per source.

use super::{
    composer::{self, Composer, conflict_label, language_of, published, styled, text_of, titled},
    evidence::host,
    name,
};
use crate::{
    model::{Address, Source, SourceKind},
    page::{Block, Fact, Inline, Page},
    phrases::{self, kind, page as words},
    route::Route,
    text,
};

/// Kinds in the order of the list.
const KINDS: [SourceKind; 10] = [
    SourceKind::Un,
    SourceKind::UnCopy,
    SourceKind::UnViaPress,
    SourceKind::Government,
    SourceKind::Agency,
    SourceKind::Press,
    SourceKind::Blog,
    SourceKind::Reference,
    SourceKind::Encyclopedia,
    SourceKind::Seed,
];

/// Every source, by kind.
pub(super) fn list(mut composer: Composer<'_>) -> Option<Page> {
    let site = composer.site;
    let mut blocks = composer.sections();
    for kind in KINDS {
        let sources = site.sources.values().filter(|source| source.kind == kind);
        let items: Vec<Vec<Inline>> = sources.map(|source| line(&mut composer, source)).collect();
        if !items.is_empty() {
            blocks.push(styled(anchor(kind), vec![Inline::Text(label(kind).to_owned())], "compact", vec![Block::List(items)]));
        }
    }
    blocks.push(reprints(&mut composer));
    composer.finish_text(blocks)
}

/// Which sources count as one, and why.
fn reprints(composer: &mut Composer<'_>) -> Block {
    let site = composer.site;
    let entries = site.reprints.iter().map(|reprint| {
        let mut sources = vec![Inline::Text(format!("{} ", words::ITS_SOURCES))];
        sources.extend(text::list(reprint.sources.iter().map(|source| vec![composer.source_link(&source.id)])));
        sources.push(Inline::Text(".".to_owned()));
        let title = composer.inlines(&reprint.name);
        let reason = Block::Paragraph(composer.inlines(&reprint.reason));
        styled(&reprint.id, title, "entry", vec![reason, Block::Paragraph(sources)])
    });
    let entries = entries.collect();
    titled("reprints", words::REPRINTS, entries)
}

fn line(composer: &mut Composer<'_>, source: &Source) -> Vec<Inline> {
    let href = composer.href(&Route::Source(source.id.clone()).path());
    let mut line = vec![Inline::Link(href, composer.inlines(&source.publisher)), Inline::Text(": ".to_owned())];
    line.extend(composer::label(&source.description));
    if let Some(Inline::Text(last)) = line.last_mut() {
        last.truncate(last.trim_end_matches('.').len());
    }
    line.push(Inline::Text(" (".to_owned()));
    line.extend(text::list([vec![Inline::Text(language_of(source).to_owned())], vec![published(source)]]));
    line.push(Inline::Text(")".to_owned()));
    line
}

/// The page of one source.
pub(super) fn source(mut composer: Composer<'_>, id: &str) -> Option<Page> {
    let site = composer.site;
    let source = site.sources.get(id)?;
    let mut blocks = vec![Block::Facts(facts(&mut composer, source))];
    blocks.push(supports(&composer, id));
    blocks.extend(conflicts(&composer, id));
    let publisher = text_of(&source.publisher);
    let description = words::source_description(&publisher, &text_of(&source.description));
    let title = format!("{}: {publisher}", name(site, composer.route));
    Some(composer.finish(title, description, blocks))
}

fn facts(composer: &mut Composer<'_>, source: &Source) -> Vec<Fact> {
    let mut facts = vec![Fact::new(words::PUBLISHER, composer.inlines(&source.publisher))];
    if let Some(original) = &source.publisher_original {
        facts.push(Fact::new(words::ORIGINAL_NAME, vec![Inline::Foreign(latin_language(&source.lang), original.clone())]));
    }
    if let Some(title) = &source.title {
        facts.push(Fact::new(words::HEADLINE, vec![Inline::Foreign(source.lang.clone(), title.clone())]));
    }
    facts.push(Fact::new(words::DESCRIPTION, composer.inlines(&source.description)));
    facts.push(Fact::new(words::KIND, vec![Inline::Text(label(source.kind).to_owned())]));
    facts.push(Fact::new(words::LANGUAGE, vec![Inline::Text(phrases::in_language(&source.lang).to_owned())]));
    facts.push(Fact::new(words::PUBLISHED, vec![published(source)]));
    let address = match &source.address {
        Address::Url(url) => {
            let label = Inline::Text(format!("{} ", words::text_at(language_of(source))));
            vec![Inline::Link(url.clone(), vec![label, Inline::Foreign("en".to_owned(), host(url).to_owned())])]
        }
        Address::Unlinked(reason) => {
            let mut text = vec![Inline::Text(format!("{} ", words::UNLINKED))];
            text.extend(composer.inlines(reason));
            text
        }
    };
    facts.push(Fact::new(words::ADDRESS, address));
    facts.extend(reprint(composer, source));
    facts
}

/// The text that this source shares with others.
fn reprint(composer: &mut Composer<'_>, source: &Source) -> Option<Fact> {
    let site = composer.site;
    let reprint = site.reprints.iter().find(|reprint| reprint.sources.iter().any(|carrier| carrier.id == source.id))?;
    let href = composer.href(&format!("{}#{}", Route::Sources.path(), reprint.id));
    let name = composer.inlines(&reprint.name);
    Some(Fact::new(words::REPRINT, vec![Inline::Link(href, name)]))
}

fn supports(composer: &Composer<'_>, id: &str) -> Block {
    let site = composer.site;
    let claims = site.claims.values().filter(|claim| claim.sources.iter().any(|source| source.id == id));
    let items: Vec<Vec<Inline>> =
        claims.map(|claim| vec![Inline::Link(composer.claim_href(claim), composer::label(&claim.text))]).collect();
    let content =
        if items.is_empty() { Block::Paragraph(vec![Inline::Text(words::SUPPORTS_NOTHING.to_owned())]) } else { Block::List(items) };
    titled("supports", words::SUPPORTS, vec![content])
}

fn conflicts(composer: &Composer<'_>, id: &str) -> Option<Block> {
    let uses = |conflict: &&crate::model::Conflict| {
        conflict.statements.iter().any(|statement| statement.sources.iter().any(|source| source.id == id))
    };
    let items: Vec<Vec<Inline>> = composer
        .site
        .conflicts
        .iter()
        .filter(uses)
        .map(|conflict| vec![Inline::Link(composer.conflict_href(&conflict.id), vec![Inline::Text(conflict_label(conflict))])])
        .collect();
    (!items.is_empty()).then(|| titled("conflicts", words::IN_CONFLICTS, vec![Block::List(items)]))
}

/// The Latin name of an Arabic publisher is French or English; English is the safer guess for a voice.
fn latin_language(lang: &str) -> String {
    if lang == "ar" || lang == "zh" { "en".to_owned() } else { lang.to_owned() }
}

/// The Arabic name of a kind of sources.
#[must_use]
pub fn label(kind: SourceKind) -> &'static str {
    match kind {
        SourceKind::Un => kind::UN,
        SourceKind::UnCopy => kind::UN_COPY,
        SourceKind::UnViaPress => kind::UN_VIA_PRESS,
        SourceKind::Government => kind::GOVERNMENT,
        SourceKind::Agency => kind::AGENCY,
        SourceKind::Press => kind::PRESS,
        SourceKind::Blog => kind::BLOG,
        SourceKind::Reference => kind::REFERENCE,
        SourceKind::Encyclopedia => kind::ENCYCLOPEDIA,
        SourceKind::Seed => kind::SEED,
    }
}

fn anchor(kind: SourceKind) -> &'static str {
    match kind {
        SourceKind::Un => "un",
        SourceKind::UnCopy => "un-copy",
        SourceKind::UnViaPress => "un-via-press",
        SourceKind::Government => "government",
        SourceKind::Agency => "agency",
        SourceKind::Press => "press",
        SourceKind::Blog => "blog",
        SourceKind::Reference => "reference",
        SourceKind::Encyclopedia => "encyclopedia",
        SourceKind::Seed => "encyclopedic-text",
    }
}
