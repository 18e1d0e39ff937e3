//! What a reader chooses of a matrix: two editions, or one objective and one edition. The choice stands in the address.

use std::sync::Arc;

use content::{
    page::Matrix,
    phrases::matrix as words,
    plural::counted,
    route::{COLUMN_FILE, Route},
};
use leptos::{prelude::*, task::spawn_local};
use wasm_bindgen::JsValue;
use web_sys::Element;

use super::{address, all, announce, asked_for, mount};
use crate::{
    components::{block::Context, matrix},
    load,
};

/// Names in the query for the two choices of a matrix.
const PAIR: [&str; 2] = ["a", "b"];
const FILTER: [&str; 2] = ["theme", "edition"];

/// Puts the controls into the room above the matrix, if the page has one, and applies the query of the address.
pub fn choose(base: &str) {
    let Ok(Some(room)) = document().query_selector(".matrix__choice") else { return };
    let Some(matrix) = room.parent_element() else { return };
    let is_pair = matrix.get_attribute("data-choice").is_some_and(|choice| choice == "pair");
    let columns = options(".matrix thead [data-column]", "data-column");
    let Some(list) = matrix.get_attribute("data-others") else { return show_chooser(room, is_pair, columns, String::new()) };
    let base = base.to_owned();
    spawn_local(async move {
        // Without the list, readers choose among the columns that are there.
        let columns = load::part(&list).await.map_or(columns, |list| list);
        // Another page may have come meanwhile.
        if room.is_connected() {
            show_chooser(room, is_pair, columns, base);
        }
    });
}

fn show_chooser(room: Element, is_pair: bool, columns: Vec<(String, String)>, base: String) {
    room.set_text_content(None);
    mount(room, move || chooser(is_pair, columns, base));
}

/// The controls. `columns` are all that can be chosen, by id and name; those that are not there yet are fetched below `base`.
fn chooser(is_pair: bool, columns: Vec<(String, String)>, base: String) -> impl IntoView {
    let rows = if is_pair { columns.clone() } else { options(".matrix [data-row]", "data-row") };
    let names = if is_pair { PAIR } else { FILTER };
    let labels = if is_pair { [words::FIRST_EDITION, words::SECOND_EDITION] } else { [words::OBJECTIVE, words::EDITION] };
    let offered = [rows, columns];
    // What the address asks for and the matrix has not is no choice.
    let asked = |index: usize| asked_for(names[index]).filter(|asked| offered[index].iter().any(|(id, _)| id == asked));
    let chosen = [0, 1].map(|index| RwSignal::new(asked(index).unwrap_or_default()));
    let count = RwSignal::new(String::new());
    // The column that came last.
    let come = RwSignal::new(String::new());
    Effect::new(move |before: Option<()>| {
        let [first, second] = chosen.map(|chosen| chosen.get());
        come.get();
        if is_pair {
            add_column(&base, &first, is_pair, come);
        }
        add_column(&base, &second, is_pair, come);
        let shown = if is_pair { show_pair(&first, &second) } else { show_filtered(&first, &second) };
        count.set(shown);
        if before.is_some() {
            write_address(names, [&first, &second]);
        }
    });
    let [first, second] = offered;
    view! {
        {select(labels[0], first, chosen[0])}
        {select(labels[1], second, chosen[1])}
        <output role="status">{count}</output>
    }
}

/// Fetches the column of the edition `id`, unless `id` is none or the matrix has it, and puts it at the end.
fn add_column(base: &str, id: &str, is_pair: bool, come: RwSignal<String>) {
    let is_there =
        |id: &str| all(".matrix thead [data-column]").iter().any(|head| head.get_attribute("data-column").as_deref() == Some(id));
    if id.is_empty() || is_there(id) {
        return;
    }
    let address = [base, &Route::Edition(id.to_owned()).path(), COLUMN_FILE].concat();
    let id = id.to_owned();
    spawn_local(async move {
        match load::part::<[Matrix; 2]>(&address).await {
            // Chosen twice while it came.
            Ok(_) if is_there(&id) => {}
            Ok(matrices) => {
                show_column(&matrices[usize::from(!is_pair)]);
                come.set(id);
            }
            Err(error) => announce(error.phrase()),
        }
    });
}

/// Adds the only column of `added` to the matrix of the page.
fn show_column(added: &Matrix) {
    let context = Arc::new(Context::default());
    let Some(column) = added.columns.first() else { return };
    let cells = added.rows.iter().filter_map(|row| row.cells.first()).map(|items| matrix::cell(column, items, &context));
    let rows = all(".matrix thead tr, .matrix [data-row]").into_iter();
    for (row, cell) in rows.zip(std::iter::once(matrix::column(column)).chain(cells)) {
        mount(row, move || cell.into_view());
    }
}

fn select(label: &'static str, options: Vec<(String, String)>, chosen: RwSignal<String>) -> impl IntoView {
    let option = move |(id, name): (String, String)| {
        let is_chosen = chosen.get_untracked() == id;
        view! { <option value=id selected=is_chosen>{name}</option> }
    };
    let options: Vec<_> = options.into_iter().map(option).collect();
    view! {
        <label>
            <span>{label}</span>
            <select on:change=move |event| chosen.set(event_target_value(&event))>
                <option value="">{words::ALL}</option>
                {options}
            </select>
        </label>
    }
}

/// Id and text of what can be chosen.
fn options(selector: &str, attribute: &str) -> Vec<(String, String)> {
    let option = |element: &Element| {
        let heading = element.query_selector("th").ok().flatten().unwrap_or_else(|| element.clone());
        Some((element.get_attribute(attribute)?, heading.text_content()?))
    };
    all(selector).iter().filter_map(option).collect()
}

fn set_shown(element: &Element, is_shown: bool) {
    let _ = element.toggle_attribute_with_force("hidden", !is_shown);
}

/// Shows two editions only, if two are chosen; else all. Tells what is shown.
fn show_pair(first: &str, second: &str) -> String {
    let is_choice = !first.is_empty() && !second.is_empty() && first != second;
    for cell in all(".matrix [data-column]") {
        let column = cell.get_attribute("data-column").unwrap_or_default();
        set_shown(&cell, !is_choice || column == first || column == second);
    }
    let whole = if all(".matrix[data-others]").is_empty() { words::ALL_SHOWN } else { words::LATEST_SHOWN };
    if is_choice { words::TWO_SHOWN.to_owned() } else { whole.to_owned() }
}

/// Shows one objective, one edition, or both. Tells how many statements are shown.
fn show_filtered(theme: &str, edition: &str) -> String {
    let is = |element: &Element, attribute: &str, wanted: &str| {
        wanted.is_empty() || element.get_attribute(attribute).is_some_and(|found| found == wanted)
    };
    for row in all(".matrix [data-row]") {
        set_shown(&row, is(&row, "data-row", theme));
    }
    for cell in all(".matrix [data-column]") {
        set_shown(&cell, is(&cell, "data-column", edition));
    }
    let stated = all(".matrix [data-row]:not([hidden]) td:not([hidden]) > div:not(.matrix__none)").len();
    counted(stated, &words::STATEMENTS_NOUN)
}

/// Replaces the query of the address; the history entry stays the one it is.
fn write_address(names: [&str; 2], values: [&str; 2]) {
    let (Some(url), Ok(history)) = (address(), window().history()) else { return };
    let query = url.search_params();
    for (name, value) in names.into_iter().zip(values) {
        if value.is_empty() { query.delete(name) } else { query.set(name, value) }
    }
    let state = history.state().unwrap_or(JsValue::NULL);
    let _ = history.replace_state_with_url(&state, "", Some(&url.href()));
}
