//! One page per source.

use super::{
    composer::{self, Composer, conflict_label, language_of, published, text_of, titled},
    evidence::host,
    limits, name,
};
use crate::{
    model::{Address, Claim, Conflict, Source, SourceKind},
    page::{Block, Fact, Inline, Page},
    phrases::{self, kind, page as words, quality},
    route::Route,
};

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
    facts.push(Fact::new(words::LANGUAGE, vec![Inline::Text(phrases::language(&source.lang).to_owned())]));
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
    let reprint = composer.site.reprint_of(&source.id)?;
    let href = composer.href(&format!("{}#{}", Route::Sources.path(), reprint.id));
    let name = composer.inlines(&reprint.name);
    Some(Fact::new(words::REPRINT, vec![Inline::Link(href, name)]))
}

/// The claims it supports; of very many the first, and how many there are besides.
fn supports(composer: &Composer<'_>, id: &str) -> Block {
    let claims: Vec<&Claim> = composer.site.claims_from(id).collect();
    let shown = &claims[..claims.len().min(limits::CLAIMS_OF_SOURCE)];
    let items: Vec<Vec<Inline>> =
        shown.iter().map(|claim| vec![Inline::Link(composer.claim_href(claim), composer::label(&claim.text))]).collect();
    let content =
        if items.is_empty() { Block::Paragraph(vec![Inline::Text(words::SUPPORTS_NOTHING.to_owned())]) } else { Block::List(items) };
    let others = composer.others_in_data(claims.len() - shown.len(), &quality::CLAIM_NOUN);
    titled("supports", words::SUPPORTS, [content].into_iter().chain(others).collect())
}

fn conflicts(composer: &Composer<'_>, id: &str) -> Option<Block> {
    let item = |conflict: &Conflict| vec![Inline::Link(composer.conflict_href(&conflict.id), vec![Inline::Text(conflict_label(conflict))])];
    let items: Vec<Vec<Inline>> = composer.site.conflicts_citing(id).map(item).collect();
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
