//! Claims page by page in the order of the site; of very many editions the latest few, and the number of the others.

use std::collections::BTreeMap;

use super::{composer::Composer, limits, name};
use crate::{
    model::{Claim, Site},
    page::Inline,
    phrases::{self, growth as words},
    route::Route,
    text,
};

/// Where claims live.
pub(super) struct Mentions<'a> {
    /// Pages and their claims.
    pages: Vec<(Route, Vec<&'a Claim>)>,
    /// How many editions are left out.
    left_out: usize,
}

impl<'a> Mentions<'a> {
    /// The pages of these claims.
    pub(super) fn of(site: &Site, claims: impl Iterator<Item = &'a Claim>) -> Self {
        let mut pages: BTreeMap<(Route, usize), (Route, Vec<&Claim>)> = BTreeMap::new();
        for claim in claims {
            let page = pages.entry(place(site, &claim.home)).or_insert_with(|| (claim.home.clone(), Vec::new()));
            page.1.push(claim);
        }
        let mut pages: Vec<(Route, Vec<&Claim>)> = pages.into_values().collect();
        let is_edition = |page: &(Route, Vec<&Claim>)| matches!(page.0, Route::Edition(_));
        let editions = pages.iter().filter(|page| is_edition(page)).count();
        let left_out = if editions > limits::EDITIONS { editions - limits::FEW } else { 0 };
        let mut passed = 0;
        pages.retain(|page| {
            passed += usize::from(is_edition(page));
            !is_edition(page) || passed > left_out
        });
        Self { pages, left_out }
    }

    /// A line for each page with the ids of its claims, then how many editions mention `what` besides.
    pub(super) fn lines(&self, composer: &Composer<'_>, what: &str) -> Vec<Vec<Inline>> {
        let pages = self.pages.iter().map(|(route, claims)| {
            let links = claims.iter().flat_map(|claim| [Inline::Text(" ".to_owned()), composer.reference(&claim.id)]).skip(1);
            std::iter::once(Inline::Text(format!("{}: ", name(composer.site, route)))).chain(links).collect()
        });
        pages.chain(self.others(composer, what)).collect()
    }

    /// How many editions are left out, with a search for `what`, which finds them.
    fn others(&self, composer: &Composer<'_>, what: &str) -> Option<Vec<Inline>> {
        (self.left_out > 0).then(|| {
            let count = text::counted(u32::try_from(self.left_out).unwrap_or(u32::MAX), &phrases::EDITIONS_NOUN);
            let link = Inline::Link(composer.search_href(what), vec![Inline::Text(words::SEARCH.to_owned())]);
            vec![Inline::Text(words::and_others(&count)), link, Inline::Text(".".to_owned())]
        })
    }
}

/// The place of a page in the order of the site: that of the routes, but for editions, which come by number.
fn place(site: &Site, route: &Route) -> (Route, usize) {
    match route {
        Route::Edition(slug) => (Route::Edition(String::new()), site.place_of_edition(slug).unwrap_or_default()),
        route => (route.clone(), 0),
    }
}
