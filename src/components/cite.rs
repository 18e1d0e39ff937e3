//! How to cite the page: in running text and as files.

use content::{
    page::{Citation, CitationStyle, Link},
    phrases::cite as words,
};
use leptos::prelude::*;

/// The block that ends a page.
pub fn citation(citation: Citation) -> impl IntoView {
    let styles: Vec<_> = citation.styles.into_iter().map(style).collect();
    let file = |link: Link| view! { <li><a href=link.href download=""><bdi lang="en" dir="ltr">{link.label}</bdi></a></li> };
    let files: Vec<_> = citation.files.into_iter().map(file).collect();
    view! {
        <details class="citation" id="cite">
            <summary><h2>{words::CITE}</h2></summary>
            <dl class="citation__styles">{styles}</dl>
            <div>{words::FILES}</div>
            <ul class="citation__files">{files}</ul>
        </details>
    }
}

/// The date of access is left open: a prerendered page cannot know it; `enhance` fills it in.
fn style(style: CitationStyle) -> impl IntoView {
    let direction = if style.lang == "ar" { "rtl" } else { "ltr" };
    let accessed = (!style.after.is_empty()).then(|| view! { <time class="citation__accessed">"…"</time> });
    view! {
        <dt>{style.name}</dt>
        <dd lang=style.lang dir=direction>{style.before}{accessed}{style.after}</dd>
    }
}
