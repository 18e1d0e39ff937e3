//! What is cited: the page, then what is at home on it. Every text and file is made of these.

use content::{
    compose::text_of,
    model::{Address, Claim, Date, Site, Source, SourceKind},
    page::Page,
    route::Route,
};

use crate::CitationError;

/// Begins every key, so that keys of other works in a reader's library are not met.
const KEY: &str = "marrakech-platform";

/// Language of this site.
const ARABIC: &str = "ar";

/// One entry of a bibliography.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Record {
    /// ASCII, permanent as the address.
    pub key: String,
    pub kind: Kind,
    /// Plain text on one line.
    pub title: String,
    /// Language of that title (BCP 47).
    pub title_lang: String,
    /// Language of the text (BCP 47).
    pub lang: String,
    /// The body that signs its own text.
    pub author: Option<String>,
    /// What it is part of: the site, the page of a claim, the newspaper.
    pub container: Option<String>,
    /// Who publishes the container, where that is not the container itself.
    pub publisher: Option<String>,
    pub issued: Option<Date>,
    pub url: Option<String>,
}

/// What kind of text it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Webpage,
    News,
    Blog,
    Encyclopedia,
}

/// The page itself, then its claims, or the source it is about.
pub(crate) fn records(site: &Site, base_url: &str, route: &Route, page: &Page) -> Result<Vec<Record>, CitationError> {
    let mut records = vec![of_page(site, base_url, route, page)];
    if let Route::Source(id) = route {
        let source = site.sources.get(id).ok_or_else(|| CitationError::NoSuchSource(id.clone()))?;
        records.push(of_source(source));
    }
    records.extend(site.claims_at(route).map(|claim| of_claim(site, base_url, claim, page)));
    Ok(records)
}

/// The public address of a page.
pub(crate) fn address(base_url: &str, route: &Route) -> String {
    format!("{base_url}{}", route.path().trim_start_matches('/'))
}

/// The permanent address of a claim.
pub(crate) fn claim_address(base_url: &str, claim: &Claim) -> String {
    format!("{}#{}", address(base_url, &claim.home), claim.id)
}

fn of_page(site: &Site, base_url: &str, route: &Route, page: &Page) -> Record {
    let name = &site.settings.name;
    let is_home = *route == Route::Home;
    let path = route.path();
    let key: Vec<&str> = std::iter::once(KEY).chain(path.split('/').filter(|part| !part.is_empty())).collect();
    Record {
        key: key.join("-"),
        kind: Kind::Webpage,
        // Who cites home cites the site.
        title: one_line(if is_home { name } else { &page.title }),
        title_lang: ARABIC.to_owned(),
        lang: ARABIC.to_owned(),
        author: None,
        container: (!is_home).then(|| one_line(name)),
        publisher: None,
        issued: Some(site.settings.updated),
        url: Some(address(base_url, route)),
    }
}

fn of_claim(site: &Site, base_url: &str, claim: &Claim, page: &Page) -> Record {
    Record {
        key: format!("{KEY}-{}", claim.id),
        kind: Kind::Webpage,
        title: one_line(&text_of(&claim.text)),
        title_lang: ARABIC.to_owned(),
        lang: ARABIC.to_owned(),
        author: None,
        container: Some(one_line(&page.title)),
        publisher: Some(one_line(&site.settings.name)),
        issued: Some(site.settings.updated),
        url: Some(claim_address(base_url, claim)),
    }
}

fn of_source(source: &Source) -> Record {
    let name = Some(publisher(source));
    let (author, container) = if signs_itself(source.kind) { (name, None) } else { (None, name) };
    Record {
        key: format!("{KEY}-{}", source.id),
        kind: kind(source.kind),
        title: source.title.as_deref().map_or_else(|| supplied_title(source), one_line),
        // A supplied title is ours.
        title_lang: if source.title.is_some() { source.lang.clone() } else { ARABIC.to_owned() },
        lang: source.lang.clone(),
        author,
        container,
        publisher: None,
        issued: source.published,
        url: match &source.address {
            Address::Url(url) => Some(url.clone()),
            Address::Unlinked(_) => None,
        },
    }
}

/// An author's text names its publisher as the publisher writes itself, where that is known.
fn publisher(source: &Source) -> String {
    let original = source.publisher_original.as_deref().filter(|_| source.lang != ARABIC);
    original.map_or_else(|| one_line(&text_of(&source.publisher)), one_line)
}

/// A text without headline is described; brackets tell that the words are not its own
/// (APA Publication Manual, 7th edition, 9.22).
fn supplied_title(source: &Source) -> String {
    format!("[{}]", one_line(&text_of(&source.description)).trim_end_matches('.'))
}

fn signs_itself(kind: SourceKind) -> bool {
    matches!(kind, SourceKind::Un | SourceKind::UnCopy | SourceKind::Government)
}

fn kind(kind: SourceKind) -> Kind {
    match kind {
        SourceKind::UnViaPress | SourceKind::Agency | SourceKind::Press => Kind::News,
        SourceKind::Blog => Kind::Blog,
        SourceKind::Encyclopedia | SourceKind::Seed => Kind::Encyclopedia,
        SourceKind::Un | SourceKind::UnCopy | SourceKind::Government | SourceKind::Reference => Kind::Webpage,
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
