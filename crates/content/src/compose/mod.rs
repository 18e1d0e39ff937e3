//! From the model to pages: every page's blocks, with final addresses, numbers and dates.

mod base;
mod columns;
mod composer;
mod data;
mod decades;
mod editions;
mod entries;
mod evidence;
mod first_screen;
mod glossary;
mod grade;
mod index_az;
pub mod limits;
mod matrix;
mod mentions;
mod pages;
mod pictures;
mod quality;
mod search;
mod source_lists;
mod sources;
mod terms;

pub use base::Base;
pub use columns::{column, columns};
pub use composer::{text_of, unit_noun};
pub use evidence::independent;
pub(crate) use index_az::{book, unmentioned};

pub use grade::{Grade, grade};
pub use quality::quality;
pub use sources::label as source_kind_label;

use crate::{
    model::{Edition, Figure, Site},
    page::{Frame, Page},
    phrases,
    report::Reports,
    route::Route,
    text,
};
use composer::Composer;

/// Every page that exists, in the order of the sitemap; 404 comes last.
#[must_use]
pub fn routes(site: &Site) -> Vec<Route> {
    let mut routes = vec![Route::Home, Route::Platform, Route::Editions];
    routes.extend(site.editions.iter().map(Edition::route));
    routes.extend(decades::routes(site));
    routes.extend([
        Route::Compare,
        Route::Objectives,
        Route::Evolution,
        Route::People,
        Route::Institutions,
        Route::RabatOffice,
        Route::Related,
        Route::Conflicts,
        Route::Sources,
    ]);
    routes.extend(source_lists::routes(site));
    routes.extend(site.sources.keys().cloned().map(Route::Source));
    routes.extend([Route::Search, Route::IndexAz]);
    routes.extend(index_az::letter_routes(site));
    routes.extend([Route::Glossary, Route::Data, Route::About, Route::Corrections, Route::Quality, Route::NotFound, Route::Offline]);
    routes
}

/// What surrounds every page.
#[must_use]
pub fn frame(site: &Site, base: &Base) -> Frame {
    let settings = &site.settings;
    Frame {
        name: settings.name.clone(),
        tagline: settings.tagline.clone(),
        base: base.path.clone(),
        updated: settings.updated.iso(),
        updated_label: settings.updated.arabic(),
        licence: settings.licence.clone(),
        licence_url: settings.licence_url.clone(),
        contact: settings.contact.clone(),
    }
}

/// The page at `route`; nothing if the site has no such page.
#[must_use]
pub fn page(site: &Site, base: &Base, route: &Route) -> Option<Page> {
    let composer = Composer::new(site, base, route);
    match route {
        Route::Edition(slug) => editions::edition(composer, slug),
        Route::Source(id) => sources::source(composer, id),
        Route::Sources => source_lists::all(composer),
        Route::SourceDecade(first) => source_lists::decade(composer, *first),
        Route::SourceYear(year) => source_lists::year(composer, Some(*year)),
        Route::SourcesUndated => source_lists::year(composer, None),
        Route::Decade(first) => decades::decade(composer, *first),
        Route::People | Route::Institutions => entries::entries(composer),
        Route::Conflicts => entries::conflicts(composer),
        Route::Home => pages::home(composer),
        Route::Editions => pages::editions(composer),
        Route::Compare => matrix::compare(composer),
        Route::Search => search::search(composer),
        Route::IndexAz => index_az::index(composer),
        Route::IndexLetter(slug) => index_az::letter(composer, slug),
        Route::Glossary => glossary::glossary(composer),
        Route::Data => data::data(composer),
        Route::Corrections => pages::corrections(composer),
        Route::Objectives => pages::objectives(composer),
        Route::Evolution => pages::evolution(composer),
        Route::About => pages::about(composer),
        Route::Quality => quality(site, base, &Reports::default()),
        Route::Platform | Route::RabatOffice | Route::Related | Route::NotFound | Route::Offline => pages::text(composer),
    }
}

/// What a page is called in links and breadcrumbs.
pub(crate) fn name(site: &Site, route: &Route) -> String {
    match route {
        Route::Home => phrases::HOME.to_owned(),
        Route::Edition(slug) => site.edition(slug).map_or_else(String::new, edition_short),
        Route::Decade(first) => phrases::growth::editions_of_decade(*first),
        Route::SourceDecade(first) => phrases::growth::sources_of_decade(*first),
        Route::SourceYear(year) => phrases::growth::sources_of_year(*year),
        Route::SourcesUndated => phrases::growth::SOURCES_UNDATED.to_owned(),
        // Its id is the makers' word, not the readers'.
        Route::Source(id) if id == "SEED" => phrases::kind::SEED.to_owned(),
        Route::Source(id) => format!("{} {id}", phrases::page::SOURCE),
        Route::IndexLetter(slug) => index_az::letter_title(site, slug),
        _ => site.pages.get(route).map_or_else(String::new, |page| page.title.clone()),
    }
}

/// «نحو 60 وفداً»: a figure's number, unit and what narrows it.
#[must_use]
pub fn figure_words(figure: &Figure) -> String {
    Composer::figure_words(figure)
}

/// The h1 of the page at `route`.
fn title(site: &Site, route: &Route) -> String {
    match route {
        Route::Edition(slug) => site.edition(slug).map_or_else(String::new, edition_title),
        _ => name(site, route),
    }
}

/// «الدورة الرابعة: أكادير 2025».
fn edition_title(edition: &Edition) -> String {
    phrases::page::edition_title(&text::edition_ordinal(edition.number), &edition.city, edition.start.year)
}

/// «أكادير 2025».
fn edition_short(edition: &Edition) -> String {
    phrases::page::edition_short(&edition.city, edition.start.year)
}
