//! Names the claim in which a reader found a mistake: the link to the page of corrections carries its id.

use content::phrases::claim as words;
use leptos::prelude::*;

use super::{asked_for, mount};

/// Names the claim of the query, if the page has a place to report mistakes and the id is one.
pub fn name_claim() {
    let Some(section) = document().get_element_by_id("report") else { return };
    let is_id = |id: &String| id.len() == 4 && id.starts_with('F') && id[1..].bytes().all(|digit| digit.is_ascii_digit());
    if let Some(id) = asked_for("claim").filter(is_id) {
        mount(section, move || view! { <p class="report__claim">{words::REPORTED}" "<bdi>{id}</bdi></p> });
    }
}
