//! The first results below the field while one types: the combobox of the ARIA Authoring Practices Guide with a list.
//!
//! Arrows choose, Enter follows what is chosen or asks for the page of results, Escape closes.

use std::cell::{Cell, RefCell};

use content::{
    phrases::{RESULTS_NOUN, search as words},
    plural::counted,
};
use search::outcome::{Filter, Outcome};
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Element, HtmlElement, KeyboardEvent};

use crate::{answer, dom, highlight, index};

/// Results shown below the field.
const SHOWN: usize = 6;

/// Milliseconds of quiet before the number of results is said.
const QUIET: i32 = 600;

/// The list, which holds options and nothing else (WAI-ARIA 1.2, listbox).
const LIST: &str = "search-options";

/// The box around the list, for notes and help as well.
const BOX: &str = "search-box";

thread_local! {
    /// Which option is chosen.
    static CHOSEN: Cell<Option<usize>> = Cell::default();
    /// What will be said when the reader pauses.
    static TOLD: RefCell<String> = RefCell::default();
    static TIMER: Cell<i32> = Cell::default();
}

/// Makes the field a combobox.
pub fn prepare() {
    let (Some(field), Some(form)) = (dom::field(), dom::find("form.search")) else { return };
    for (name, value) in [("role", "combobox"), ("aria-autocomplete", "list"), ("aria-expanded", "false"), ("aria-controls", LIST)] {
        dom::set(&field, name, value);
    }
    if let Some(around) = dom::add(&form, "div", "options", "") {
        around.set_id(BOX);
        dom::set(&around, "hidden", "");
        add_list(&around);
    }
    if let Some(status) = dom::add(&form, "p", "visually-hidden", "") {
        status.set_id("search-status");
        dom::set(&status, "role", "status");
    }
}

/// Shows results of what stands in the field.
pub fn show() {
    let query = dom::typed();
    if query.trim().is_empty() {
        close();
        return;
    }
    index::prepare(query, |is_ready| {
        let Some(around) = around() else { return };
        around.set_text_content(None);
        CHOSEN.set(None);
        let query = dom::typed();
        if is_ready {
            let outcome = index::with(|engine| engine.search(&query, Filter::default(), true)).unwrap_or_default();
            fill(&around, &query, &outcome);
            tell(counted(outcome.hits.len(), &RESULTS_NOUN));
        } else {
            answer::failed(&around);
        }
        set_open(true);
    });
}

fn fill(around: &Element, query: &str, outcome: &Outcome) {
    highlight::begin(&outcome.hits);
    if outcome.hits.is_empty() {
        answer::nothing(around, outcome);
    } else {
        answer::notes(around, outcome);
    }
    let Some(list) = add_list(around) else { return };
    for hit in outcome.hits.iter().take(SHOWN) {
        let Some(option) = answer::link(&list, "options__option", hit) else { continue };
        dom::add(&option, "span", "options__place", &answer::place(hit));
        make_option(&option);
    }
    if !outcome.hits.is_empty() {
        let all = [words::ALL, " ", &counted(outcome.hits.len(), &RESULTS_NOUN)].concat();
        if let Some(all) = dom::add_link(&list, "options__option options__all", &all, &answer::address(query)) {
            make_option(&all);
        }
    }
    for (number, option) in options().iter().enumerate() {
        option.set_id(&["search-option-", &number.to_string()].concat());
    }
}

fn add_list(around: &Element) -> Option<Element> {
    let list = dom::add(around, "div", "options__list", "")?;
    list.set_id(LIST);
    dom::set(&list, "role", "listbox");
    dom::set(&list, "aria-label", words::RESULTS);
    Some(list)
}

fn make_option(option: &Element) {
    dom::set(option, "role", "option");
    dom::set(option, "tabindex", "-1");
    dom::set(option, "aria-selected", "false");
}

/// What a key does in the field.
pub fn key(event: &KeyboardEvent) {
    let is_open = around().is_some_and(|around| !around.has_attribute("hidden"));
    let count = options().len();
    let next = |chosen: Option<usize>| chosen.map_or(Some(0), |chosen| (chosen + 1 < count).then_some(chosen + 1));
    let previous = |chosen: Option<usize>| chosen.map_or(count.checked_sub(1), |chosen| chosen.checked_sub(1));
    match event.key().as_str() {
        "ArrowDown" if is_open => choose(next(CHOSEN.get())),
        "ArrowUp" if is_open => choose(previous(CHOSEN.get())),
        "ArrowDown" => crate::typed(),
        "Escape" if is_open => close(),
        "Enter" if is_open && CHOSEN.get().is_some() => {
            let chosen = CHOSEN.get().and_then(|chosen| options().into_iter().nth(chosen));
            if let Some(chosen) = chosen.and_then(|chosen| chosen.dyn_into::<HtmlElement>().ok()) {
                chosen.click();
            }
        }
        _ => return,
    }
    event.prevent_default();
}

/// Goes to the page of results, or shows them there.
pub fn submit() {
    close();
    dom::follow(&answer::address(&dom::typed()));
}

/// Closes the list.
pub fn close() {
    CHOSEN.set(None);
    set_open(false);
}

/// Says something when the reader has stopped typing.
pub fn tell(text: String) {
    TOLD.set(text);
    let say = Closure::once_into_js(|| {
        if let Some(status) = dom::find("#search-status") {
            TOLD.with_borrow(|told| status.set_text_content(Some(told)));
        }
    });
    let timer = dom::window(|window| {
        window.clear_timeout_with_handle(TIMER.get());
        window.set_timeout_with_callback_and_timeout_and_arguments_0(say.unchecked_ref(), QUIET).ok()
    });
    TIMER.set(timer.unwrap_or_default());
}

fn choose(chosen: Option<usize>) {
    CHOSEN.set(chosen);
    for (number, option) in options().iter().enumerate() {
        dom::set(option, "aria-selected", if Some(number) == chosen { "true" } else { "false" });
        if Some(number) == chosen {
            option.scroll_into_view_with_bool(false);
        }
    }
    let active = chosen.and_then(|chosen| options().into_iter().nth(chosen)).map(|option| option.id()).unwrap_or_default();
    if let Some(field) = dom::field() {
        dom::set(&field, "aria-activedescendant", &active);
    }
}

fn set_open(is_open: bool) {
    if let (Some(around), Some(field)) = (around(), dom::field()) {
        let _ = around.toggle_attribute_with_force("hidden", !is_open);
        dom::set(&field, "aria-expanded", if is_open { "true" } else { "false" });
        if !is_open {
            dom::set(&field, "aria-activedescendant", "");
        }
    }
}

fn around() -> Option<Element> {
    dom::document()?.get_element_by_id(BOX)
}

fn options() -> Vec<Element> {
    let Some(found) = around().and_then(|around| around.query_selector_all("[role=option]").ok()) else { return Vec::new() };
    (0..found.length()).filter_map(|index| found.get(index)?.dyn_into().ok()).collect()
}
