//! What the image of a page says, and where it is published.

use std::collections::BTreeSet;

use content::{
    compose::{self, Base, routes},
    model::Site,
    page::Page,
    phrases::share as phrases,
    route::Route,
    text,
};

use crate::Card;

/// Where the image of a page is published, below the base address: `share/editions-2023-tangier.png`.
///
/// The pages of the single sources share one, so do the letters of the index and the parts of a list that is long; stand-ins have home's.
#[must_use]
pub fn image_path(route: &Route) -> String {
    let name = match route {
        Route::Home | Route::NotFound | Route::Offline => "home".to_owned(),
        Route::Source(_) => "source".to_owned(),
        Route::IndexLetter(_) => image_name(&Route::IndexAz),
        Route::Decade(_) => image_name(&Route::Editions),
        Route::SourceDecade(_) | Route::SourceYear(_) | Route::SourcesUndated => image_name(&Route::Sources),
        _ => image_name(route),
    };
    format!("share/{name}.png")
}

fn image_name(route: &Route) -> String {
    route.path().trim_matches('/').replace('/', "-")
}

/// The words of the image of `page`, which stands at `route`.
#[must_use]
pub fn card(site: &Site, route: &Route, page: &Page) -> Card {
    let edition = site.edition_at(route);
    Card {
        kicker: kicker(site, route, page),
        title: title(site, route, page),
        line: edition.map_or_else(|| site.settings.tagline.clone(), |edition| text::days(edition.start, edition.end)),
        site: site.settings.name.clone(),
        city: page.city.clone(),
    }
}

/// Pages that share an image share its title.
fn title(site: &Site, route: &Route, page: &Page) -> String {
    match route {
        Route::Source(_) => phrases::SOURCE.to_owned(),
        Route::IndexLetter(_) => title_of(site, &Route::IndexAz),
        Route::Decade(_) => title_of(site, &Route::Editions),
        Route::SourceDecade(_) | Route::SourceYear(_) | Route::SourcesUndated => title_of(site, &Route::Sources),
        _ => page.title.clone(),
    }
}

fn title_of(site: &Site, route: &Route) -> String {
    site.pages.get(route).map_or_else(String::new, |page| page.title.clone())
}

/// What the page belongs to: the page it stands under, or the subject of the site where that is home.
///
/// An edition is an edition of the platform; that it stands under the list of editions tells a reader nothing.
fn kicker(site: &Site, route: &Route, page: &Page) -> String {
    match page.breadcrumb.as_slice() {
        [] => String::new(),
        [_, .., parent] if !belongs_to_the_platform(route) => parent.label.clone(),
        _ => title_of(site, &Route::Home),
    }
}

/// Whether a page wears the subject of the site though it stands under a list, as editions and parts of the list do.
fn belongs_to_the_platform(route: &Route) -> bool {
    matches!(
        route,
        Route::Edition(_)
            | Route::IndexLetter(_)
            | Route::Decade(_)
            | Route::SourceDecade(_)
            | Route::SourceYear(_)
            | Route::SourcesUndated
    )
}

/// Every image of the site: its path, once, and its words.
#[must_use]
pub fn cards(site: &Site) -> Vec<(String, Card)> {
    let mut seen = BTreeSet::new();
    let routes = routes(site).into_iter().filter(|route| !route.is_stand_in() && seen.insert(image_path(route)));
    routes
        .filter_map(|route| {
            Some((image_path(&route), card(site, &route, &compose::page(site, &Base::new(&site.settings.base_url), &route)?)))
        })
        .collect()
}
