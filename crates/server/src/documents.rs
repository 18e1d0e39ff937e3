//! Documents and styles changed on request: what not every browser can be told by its driver, the server says. No scripts run,
//! a script comes before all others, or the styles are those that an older browser understands.

use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderValue, header};
use axum::middleware::Next;
use axum::response::Response;
use delivery::Policy;

use crate::faults::whole;

/// Ends the policy of a document whose scripts shall not run; to the browser scripting is off, `<noscript>` included.
const WITHOUT_SCRIPTS: &str = "sandbox allow-same-origin allow-forms allow-popups allow-top-navigation allow-downloads";

/// Makes the text of styles another.
type Styles = fn(&str) -> String;

#[derive(Clone, Default)]
struct Wanted {
    without_scripts: bool,
    beginnings: Vec<(u32, String)>,
    begun: u32,
    styles: Option<Styles>,
}

/// The changes in force. Clones share them.
#[derive(Clone, Default)]
pub struct Documents {
    wanted: Arc<Mutex<Wanted>>,
}

impl Documents {
    /// Documents answered from now on run no script of theirs, or run them again.
    pub fn allow_scripts(&self, allowed: bool) {
        self.lock().without_scripts = !allowed;
    }

    /// Documents answered from now on run this script before their own, until [`Documents::no_longer_begin_with`] is told the
    /// number.
    #[must_use]
    pub fn begin_with(&self, script: &str) -> u32 {
        let mut wanted = self.lock();
        wanted.begun += 1;
        let number = wanted.begun;
        wanted.beginnings.push((number, script.to_owned()));
        number
    }

    /// Documents answered from now on no longer begin with that script.
    pub fn no_longer_begin_with(&self, number: u32) {
        self.lock().beginnings.retain(|(other, _)| *other != number);
    }

    /// The styles of documents and files answered from now on are what this makes of them.
    pub fn restyle(&self, styles: Styles) {
        self.lock().styles = Some(styles);
    }

    fn lock(&self) -> MutexGuard<'_, Wanted> {
        // Every change is one assignment, so a poisoned lock is safe to use.
        self.wanted.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Wanted {
    fn is_for_documents(&self) -> bool {
        self.without_scripts || self.styles.is_some() || !self.beginnings.is_empty()
    }

    fn document(&self, html: &str) -> String {
        // In the one script that every page has: the policy allows no second one.
        let beginnings: Vec<String> = self.beginnings.iter().map(|(_, script)| format!("{{ {script} }}\n")).collect();
        let begun = html.replacen("<script>", &format!("<script>{}", beginnings.concat()), 1);
        let changed = self.styles.and_then(|styles| restyled(&begun, styles)).unwrap_or(begun);
        // Where the document holds the policy, it is that of another document now.
        changed.replacen(&Policy::of_document(html).element(), &Policy::of_document(&changed).element(), 1)
    }

    /// The policy in the headers, where the site has it there; scripts can be forbidden nowhere else.
    fn policy(&self, html: &str, is_in_headers: bool) -> Option<String> {
        let policy = is_in_headers.then(|| Policy::of_document(html).header());
        let parts: Vec<String> = policy.into_iter().chain(self.without_scripts.then(|| WITHOUT_SCRIPTS.to_owned())).collect();
        (!parts.is_empty()).then(|| parts.join("; "))
    }
}

fn restyled(html: &str, styles: Styles) -> Option<String> {
    let (before, rest) = html.split_once("<style>")?;
    let (inlined, after) = rest.split_once("</style>")?;
    // The digests of files are those of other styles.
    Some(format!("{before}<style>{}</style>{}", styles(inlined), without_integrity(after)))
}

fn without_integrity(html: &str) -> String {
    html.replace(" integrity=", " data-integrity=")
}

/// The middleware that applies the changes. The addresses of documents end in a slash.
pub(crate) async fn apply(State(documents): State<Documents>, request: Request, next: Next) -> Response {
    let wanted = documents.lock().clone();
    let path = request.uri().path();
    match wanted.styles {
        _ if path.ends_with('/') && wanted.is_for_documents() => document(&wanted, whole(request, next).await).await,
        Some(styles) if Path::new(path).extension().is_some_and(|extension| extension == "css") => {
            let (parts, text) = read(whole(request, next).await).await;
            Response::from_parts(parts, Body::from(styles(&text)))
        }
        _ => next.run(request).await,
    }
}

async fn document(wanted: &Wanted, response: Response) -> Response {
    let (mut parts, html) = read(response).await;
    let html = wanted.document(&html);
    let policy = wanted.policy(&html, parts.headers.contains_key(header::CONTENT_SECURITY_POLICY));
    // Made of ASCII: names and digests.
    if let Some(Ok(policy)) = policy.map(|policy| HeaderValue::from_str(&policy)) {
        parts.headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    Response::from_parts(parts, Body::from(html))
}

/// The text of an answer, and what is left of its headers when the text becomes another.
async fn read(response: Response) -> (axum::http::response::Parts, String) {
    let (mut parts, body) = response.into_parts();
    for stale in [header::CONTENT_LENGTH, header::ETAG, header::LAST_MODIFIED] {
        parts.headers.remove(stale);
    }
    let bytes = to_bytes(body, usize::MAX).await.unwrap_or_else(|_| Bytes::new());
    (parts, String::from_utf8_lossy(&bytes).into_owned())
}
