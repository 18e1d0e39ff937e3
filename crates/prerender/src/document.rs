//! One page as a whole HTML document: head, body, and its data for hydration.

use content::{
    compose::{self, Base},
    model::Site,
    page::{Frame, Initial},
    route::Route,
};

use crate::{PublishError, Rendered, Shell, weight};

/// Files that tell of the whole site, and their media types.
const FOR_PROGRAMS: [(&str, &str); 3] =
    [("feed.xml", "application/atom+xml"), ("editions.ics", "text/calendar"), ("data/v1/all.json", "application/json")];

/// The HTML of a page.
pub fn document(shell: &Shell, site: &Site, base: &Base, rendered: &Rendered) -> Result<String, PublishError> {
    let frame = compose::frame(site, base);
    let head = head(site, &frame, base, rendered);
    let initial = Initial { site: frame, path: rendered.page.path.clone(), weight: weight(&rendered.page) };
    let data = script_json(&initial.into_texts())?;
    let body = format!("{}<script type=\"application/json\" id=\"page-data\">{data}</script>", rendered.html);
    Ok(shell.document(&head, &body))
}

fn head(site: &Site, frame: &Frame, base: &Base, rendered: &Rendered) -> String {
    let page = &rendered.page;
    let title = escaped(&page.document_title(&frame.name));
    let description = escaped(&page.description);
    let head = format!(
        "<title>{title}</title><meta name=\"description\" content=\"{description}\"><link rel=\"manifest\" href=\"{}/site.webmanifest\">",
        base.path
    );
    if rendered.route.is_stand_in() {
        // It stands at the addresses of others and has none of its own.
        return head + "<meta name=\"robots\" content=\"noindex\">";
    }
    let address = escaped(&absolute(&base.url, &rendered.route));
    let structured = formats::script(&formats::structured_data(site, &base.url, &rendered.route, page));
    [
        head,
        format!("<link rel=\"canonical\" href=\"{address}\">"),
        alternates(&rendered.route, base),
        open_graph(site, frame, base, rendered, &address),
        format!("<script type=\"application/ld+json\">{structured}</script>"),
    ]
    .concat()
}

/// On home, what else tells of the whole site: feed, calendar, data. The files of a page's citation are linked in its text.
fn alternates(route: &Route, base: &Base) -> String {
    let site_wide =
        FOR_PROGRAMS.iter().filter(|_| *route == Route::Home).map(|(path, media_type)| (format!("{}/{path}", base.path), *media_type));
    let link = |(href, media_type): (String, &str)| format!("<link rel=\"alternate\" type=\"{media_type}\" href=\"{}\">", escaped(&href));
    site_wide.map(link).collect()
}

/// What other sites show beside a shared link (Open Graph protocol; Twitter takes the rest from it).
fn open_graph(site: &Site, frame: &Frame, base: &Base, rendered: &Rendered, address: &str) -> String {
    let image = base.absolute(&share_images::image_path(&rendered.route));
    let alternative = share_images::card(site, &rendered.route, &rendered.page).alternative();
    let properties = [
        ("title", rendered.page.title.as_str()),
        ("description", &rendered.page.description),
        ("url", address),
        ("type", "website"),
        ("site_name", &frame.name),
        ("locale", "ar_MA"),
        ("image", &image),
        ("image:alt", &alternative),
    ];
    let meta = |(property, content): (&str, &str)| format!("<meta property=\"og:{property}\" content=\"{}\">", escaped(content));
    let meta: String = properties.into_iter().map(meta).collect();
    meta + "<meta name=\"twitter:card\" content=\"summary_large_image\">"
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
