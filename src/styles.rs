//! Styles that only some pages need: they are there before such a page is shown, and stay.

use std::cell::RefCell;

use content::page::{Page, Subresource};
use js_sys::Promise;
use leptos::prelude::*;

thread_local! {
    /// The stylesheets asked for here, by address, each with what tells that it has come, or will not.
    static ASKED: RefCell<Vec<(String, Promise)>> = RefCell::default();
}

/// Asks for the styles of a page: all at once, whether they come now, came before or are still on their way. Each promise is
/// kept when one of them applies, or will not.
pub fn asked_for(page: &Page) -> Vec<Promise> {
    let styles = [&page.exhibit_styles, &page.picture_styles, &page.matrix_styles, &page.styles];
    styles.into_iter().filter(|styles| !styles.is_none()).filter_map(asked).collect()
}

/// A stylesheet, asked for once; nothing if the head has had it from the beginning.
fn asked(styles: &Subresource) -> Option<Promise> {
    let known = ASKED.with_borrow(|asked| asked.iter().find(|(address, _)| *address == styles.address).map(|(_, loaded)| loaded.clone()));
    known.or_else(|| {
        let loaded = append(styles)?;
        ASKED.with_borrow_mut(|asked| asked.push((styles.address.clone(), loaded.clone())));
        Some(loaded)
    })
}

fn append(Subresource { address, integrity }: &Subresource) -> Option<Promise> {
    let document = document();
    let head = document.query_selector("head").ok()??;
    let has = head.query_selector(&["[rel=stylesheet][href='", address, "']"].concat()).ok()?;
    if has.is_some() {
        return None;
    }
    let link = document.create_element("link").ok()?;
    for (name, value) in [("rel", "stylesheet"), ("integrity", integrity), ("href", address)] {
        let _ = link.set_attribute(name, value);
    }
    let loaded = Promise::new(&mut |resolve, _| {
        for event in ["load", "error"] {
            let _ = link.add_event_listener_with_callback(event, &resolve);
        }
    });
    head.append_child(&link).ok()?;
    Some(loaded)
}
