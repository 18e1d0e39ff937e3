//! The page of the search: its address is its state, its results stand before the text that is there without JavaScript.

use std::cell::{Cell, RefCell};

use content::{
    phrases::{RESULTS_NOUN, search as words},
    plural::counted,
};
use search::{
    collection::Kind,
    outcome::{Filter, Hit, Match, Outcome, Tier},
};
use wasm_bindgen::JsValue;
use web_sys::Element;

use crate::{answer, dom, highlight, index, options, sentence};

/// Results shown at once.
const SHOWN: usize = 20;

thread_local! {
    static OUTCOME: RefCell<Outcome> = RefCell::default();
    /// How many results are shown.
    static COUNT: Cell<usize> = const { Cell::new(SHOWN) };
}

/// Whether the page of the search is shown.
pub fn is_shown() -> bool {
    dom::address().is_some_and(|address| address.pathname() == index::address("/search/"))
}

/// Shows the results of the query of the address.
pub fn show() {
    if !is_shown() {
        return;
    }
    if let (Some(field), Some(query)) = (dom::field(), asked("q")) {
        field.set_value(&query);
    }
    results(false);
}

/// Writes what is typed into the address and shows its results.
pub fn typed() {
    let (Some(address), query) = (dom::address(), dom::typed()) else { return };
    address.set_search(&if query.is_empty() { String::new() } else { ["?q=", &answer::encoded(&query)].concat() });
    dom::window(|window| {
        let history = window.history().ok()?;
        // The entry stays the one that the app knows.
        let state = history.state().unwrap_or(JsValue::NULL);
        history.replace_state_with_url(&state, "", Some(&address.href())).ok()
    });
    results(true);
}

/// Shows more of them.
pub fn more() {
    COUNT.set(COUNT.get() + SHOWN);
    draw();
}

fn asked(name: &str) -> Option<String> {
    dom::address()?.search_params().get(name)
}

fn filter() -> Filter {
    let kind = asked("kind").and_then(|kind| KINDS.iter().find(|(_, name)| *name == kind)).map(|(kind, _)| *kind);
    Filter { kind, edition: asked("edition").and_then(|edition| edition.parse().ok()) }
}

/// Kinds as they stand in the address.
const KINDS: [(Kind, &str); 5] =
    [(Kind::Claim, "claim"), (Kind::Objective, "objective"), (Kind::Edition, "edition"), (Kind::Source, "source"), (Kind::Page, "page")];

fn results(is_typing: bool) {
    COUNT.set(SHOWN);
    thread_local!(static IS_TYPING: Cell<bool> = Cell::default());
    IS_TYPING.set(is_typing);
    index::prepare(asked("q").unwrap_or_default(), |is_ready| {
        if !is_ready {
            if let Some(place) = place() {
                answer::failed(&place);
            }
            return;
        }
        let query = asked("q").unwrap_or_default();
        let outcome = index::with(|engine| engine.search(&query, filter(), IS_TYPING.get())).unwrap_or_default();
        if !query.trim().is_empty() {
            options::tell(counted(outcome.hits.len(), &RESULTS_NOUN));
        }
        OUTCOME.set(outcome);
        draw();
    });
}

/// The empty place for results, before the first block after the title.
fn place() -> Option<Element> {
    if let Some(place) = dom::find("#results") {
        place.set_text_content(None);
        return Some(place);
    }
    let title = dom::find("main h1")?;
    let place = dom::add(&title.parent_element()?, "div", "results", "")?;
    place.set_id("results");
    title.after_with_node_1(&place).ok()?;
    Some(place)
}

fn draw() {
    let Some(place) = place() else { return };
    let query = asked("q").unwrap_or_default();
    OUTCOME.with_borrow(|outcome| {
        highlight::begin(&outcome.hits);
        if query.trim().is_empty() {
            return;
        }
        if outcome.hits.is_empty() && outcome.kinds.is_empty() {
            answer::nothing(&place, outcome);
            return;
        }
        dom::add(&place, "p", "results__count", &counted(outcome.hits.len(), &RESULTS_NOUN));
        answer::notes(&place, outcome);
        facets(&place, &query, outcome);
        if let Some(list) = dom::add(&place, "ol", "results__list", "") {
            outcome.hits.iter().take(COUNT.get()).for_each(|hit| result(&list, hit));
        }
        if outcome.hits.len() > COUNT.get()
            && let Some(more) = dom::add(&place, "button", "results__more", words::MORE)
        {
            dom::set(&more, "type", "button");
        }
        if outcome.hits.first().is_some_and(|hit| hit.tier >= Tier::Near) {
            answer::suggestions(&place, outcome);
        }
    });
    sentence::fill();
}

fn result(list: &Element, hit: &Hit) {
    let Some(item) = dom::add(list, "li", "result", "") else { return };
    answer::link(&item, "result__link", hit);
    dom::add(&item, "p", "result__place", &answer::place(hit));
    if !hit.matches.is_empty() {
        let reasons: Vec<String> = hit.matches.iter().map(reason).collect();
        dom::add(&item, "p", "result__reason", &[words::MATCHED, " ", &reasons.join("؛ ")].concat());
    }
}

/// «asked ← found», as one reads it from right to left.
fn reason(met: &Match) -> String {
    // Isolated, so that Latin letters on one side do not turn the arrow around (UAX #9).
    ["\u{2068}", &met.asked, "\u{2069} ← \u{2068}", &met.found, "\u{2069}"].concat()
}

fn facets(place: &Element, query: &str, outcome: &Outcome) {
    let filter = filter();
    let address = |kind: Option<Kind>, edition: Option<u16>| {
        let name = KINDS.iter().find(|(known, _)| Some(*known) == kind).map(|(_, name)| *name);
        let kind = name.map(|name| ["&kind=", name].concat()).unwrap_or_default();
        let edition = edition.map(|edition| ["&edition=", &edition.to_string()].concat()).unwrap_or_default();
        [answer::address(query), kind, edition].concat()
    };
    if outcome.kinds.len() > 1 || filter.kind.is_some() {
        let Some(list) = dom::add(place, "nav", "facets", "") else { return };
        dom::set(&list, "aria-label", words::BY_KIND);
        facet(&list, words::EVERYTHING, &address(None, filter.edition), filter.kind.is_none());
        for (kind, count) in &outcome.kinds {
            facet(&list, &numbered(answer::kinds(*kind), *count), &address(Some(*kind), filter.edition), filter.kind == Some(*kind));
        }
    }
    if outcome.editions.len() > 1 || filter.edition.is_some() {
        let Some(list) = dom::add(place, "nav", "facets", "") else { return };
        dom::set(&list, "aria-label", words::BY_EDITION);
        facet(&list, words::ALL_EDITIONS, &address(filter.kind, None), filter.edition.is_none());
        for (edition, count) in &outcome.editions {
            facet(
                &list,
                &numbered(&edition_title(*edition), *count),
                &address(filter.kind, Some(*edition)),
                filter.edition == Some(*edition),
            );
        }
    }
}

/// In brackets, for the name may end with a year.
fn numbered(name: &str, count: usize) -> String {
    [name, " (", &count.to_string(), ")"].concat()
}

fn facet(list: &Element, label: &str, address: &str, is_chosen: bool) {
    if let Some(link) = dom::add_link(list, "facets__facet", label, address)
        && is_chosen
    {
        dom::set(&link, "aria-current", "true");
    }
}

/// What follows the colon of the title of an edition's page: city and year.
fn edition_title(edition: u16) -> String {
    let title = index::with(|engine| {
        let page = engine.pages().iter().find(|page| page.kind == Kind::Edition && page.edition == edition)?;
        page.title.rsplit(": ").next().map(str::to_owned)
    });
    title.flatten().unwrap_or_default()
}
