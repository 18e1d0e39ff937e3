//! One page as a whole HTML document: head, body, and its data for hydration.

use content::{
    page::{Frame, Initial, Page},
    route::Route,
};

use crate::{PublishError, Rendered, Shell};

/// The HTML of a page. `base_url` ends with a slash.
pub fn document(shell: &Shell, frame: &Frame, base_url: &str, rendered: &Rendered) -> Result<String, PublishError> {
    let initial = Initial { site: frame.clone(), path: rendered.page.path.clone() };
    let data = script_json(&initial)?;
    let body = format!("{}<script type=\"application/json\" id=\"page-data\">{data}</script>", rendered.html);
    Ok(shell.document(&head(frame, base_url, &rendered.route, &rendered.page), &body))
}

fn head(frame: &Frame, base_url: &str, route: &Route, page: &Page) -> String {
    let address = match route {
        // The 404 page stands at every unknown address and has none of its own.
        Route::NotFound => "<meta name=\"robots\" content=\"noindex\">".to_owned(),
        _ => format!("<link rel=\"canonical\" href=\"{}\">", escaped(&absolute(base_url, route))),
    };
    format!(
        "<title>{}</title><meta name=\"description\" content=\"{}\">{address}",
        escaped(&page.document_title(&frame.name)),
        escaped(&page.description)
    )
}

/// The public address of a page.
pub fn absolute(base_url: &str, route: &Route) -> String {
    format!("{base_url}{}", route.path().trim_start_matches('/'))
}

/// Escapes text for HTML and XML, in elements and quoted attributes.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// JSON that cannot end the script element it stands in (HTML, restrictions for script contents).
fn script_json<T: serde::Serialize>(value: &T) -> Result<String, PublishError> {
    let json = serde_json::to_string(value).map_err(PublishError::Json)?;
    Ok(json.replace('<', "\\u003c"))
}
