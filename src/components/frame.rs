//! What surrounds every page: header, footer, and the signs of a page being loaded.

use content::{page::Frame, phrases, route::Route};
use leptos::prelude::*;

use crate::app::Loading;

/// Skip link, name, settings, search field and navigation. The menu is a `<details>`: it opens without JavaScript.
pub fn header(site: &Frame, path: RwSignal<String>) -> impl IntoView + use<> {
    let base = site.base.clone();
    let home = format!("{base}{}", Route::Home.path());
    let items: Vec<_> = phrases::NAVIGATION.iter().map(|(route, label)| navigation_item(&base, route.path(), label, path)).collect();
    view! {
        <a class="skip-link" href="#main">{phrases::SKIP}</a>
        <header class="header">
            <a class="header__name" href=home>{site.name.clone()}</a>
            <div id="settings"></div>
            {search(&base)}
            <nav class="header__navigation" aria-label=phrases::MAIN_NAVIGATION>
                <details class="menu">
                    <summary class="menu__button">{phrases::MENU}</summary>
                    <ul class="menu__list">{items}</ul>
                </details>
            </nav>
        </header>
    }
}

/// The search field. Without the app it leads to the page of the search, which offers the index.
fn search(base: &str) -> impl IntoView + use<> {
    let action = format!("{base}{}", Route::Search.path());
    view! {
        <form class="search" role="search" action=action>
            <label class="visually-hidden" for="q">{phrases::SEARCH_FIELD}</label>
            <input class="search__field" id="q" name="q" type="search" dir="auto" autocomplete="off" placeholder=phrases::SEARCH_FIELD/>
            <button class="search__button">{phrases::SEARCH_BUTTON}</button>
        </form>
    }
}

fn navigation_item(base: &str, target: String, label: &'static str, path: RwSignal<String>) -> impl IntoView + use<> {
    let href = format!("{base}{target}");
    let current = move || path.with(|path| (*path == target).then_some("page"));
    view! { <li><a href=href aria-current=current>{label}</a></li> }
}

/// Shown when a load is slow.
pub fn progress(loading: RwSignal<Loading>) -> impl IntoView {
    view! {
        <div id="progress" class="progress" role="status" hidden=move || loading.get() != Loading::Slow>
            {phrases::LOADING}
        </div>
    }
}

/// Shown when a load failed; the link is an ordinary one. `navigate` fills in its address.
pub fn load_error(loading: RwSignal<Loading>) -> impl IntoView {
    move || match loading.get() {
        Loading::Failed(reason) => Some(view! {
            <div class="load-error" role="alert">
                <p>{reason}</p>
                <button class="load-error__retry" type="button">{phrases::RETRY}</button>
                " "
                <a class="load-error__link" rel="external">{phrases::OPEN_PLAINLY}</a>
            </div>
        }),
        Loading::No | Loading::Slow => None,
    }
}

/// Independence, date of the last change, licence, contact, and what the page costs.
pub fn footer(site: &Frame, weight: RwSignal<String>) -> impl IntoView + use<> {
    let contact = if site.contact.is_empty() { phrases::NO_CONTACT.to_owned() } else { format!("{} {}", phrases::CONTACT, site.contact) };
    let links = phrases::FOOTER.iter().map(|(route, label)| {
        let href = format!("{}{}", site.base, route.path());
        view! { <li><a href=href>{*label}</a></li> }
    });
    let links: Vec<_> = links.collect();
    view! {
        <footer class="footer">
            <nav aria-label=phrases::FOOTER_NAVIGATION><ul class="footer__links">{links}</ul></nav>
            <p>{site.name.clone()}": "{site.tagline.clone()}"."</p>
            <p>{phrases::INDEPENDENT}</p>
            <p>{phrases::UPDATED}" "<time datetime=site.updated.clone()>{site.updated_label.clone()}</time>"."</p>
            <p>{phrases::LICENCE}" "<a href=site.licence_url.clone() rel="license noreferrer">{site.licence.clone()}</a>"."</p>
            <p>{contact}</p>
            {move || (!weight.with(String::is_empty)).then(|| view! { <p>{phrases::weight(&weight.get())}</p> })}
        </footer>
    }
}
