//! The sentence of a result whose words alone are in the index: read from the data of its page, for what is shown only.

use search::outcome::Hit;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::Element;

use crate::{dom, highlight, index};

/// Results whose page is asked at most: readers pay for it.
const ASKED: usize = 5;

/// Adds sentences to the results on the page that have none.
pub fn fill() {
    spawn_local(async {
        let Some(list) = dom::find("#results .results__list") else { return };
        let Ok(links) = list.query_selector_all(".result__link") else { return };
        let links = (0..links.length()).filter_map(|index| links.get(index)?.dyn_into::<Element>().ok());
        let missing: Vec<(Element, Hit, String)> = links.filter_map(wanted).take(ASKED).collect();
        for (link, hit, path) in missing {
            let Some(mut texts) = index::texts(&index::address(&path)).await else { continue };
            // The title stands there already.
            let title = link.text_content().unwrap_or_default();
            texts.retain(|text| *text != title);
            let best = index::with(|engine| engine.best(&texts, &hit)).flatten();
            if let Some(text) = best.and_then(|best| texts.get(best))
                && let Some(item) = link.parent_element().filter(|item| item.is_connected())
                && let Some(sentence) = dom::add(&item, "p", "result__sentence", text)
            {
                let _ = link.after_with_node_1(&sentence);
                highlight::add(&sentence, &hit);
            }
        }
    });
}

/// The link with its hit and the address of its page, if the index has no sentence for it.
fn wanted(link: Element) -> Option<(Element, Hit, String)> {
    let hit = highlight::hit(&link)?;
    let path = index::with(|engine| {
        let passage = engine.passages().get(hit.passage as usize).filter(|passage| passage.text.is_empty())?;
        engine.pages().get(passage.page as usize).map(|page| page.path.clone())
    });
    Some((link, hit, path??))
}
