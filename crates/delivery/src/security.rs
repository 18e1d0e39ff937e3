//! What a page may do and who may hold it: headers against what could come into it, and against those who would put it into
//! something else.

use std::borrow::Cow;

use base64::{Engine, prelude::BASE64_STANDARD};
use sha2::{Digest, Sha256};

use crate::Header;

/// Features that browsers ship and the site does not use (W3C Permissions Policy). Names that Chromium does not know would
/// stand as warnings in every reader's console.
const DENIED: [&str; 16] = [
    "accelerometer",
    "autoplay",
    "browsing-topics",
    "camera",
    "display-capture",
    "encrypted-media",
    "geolocation",
    "gyroscope",
    "hid",
    "microphone",
    "midi",
    "payment",
    "screen-wake-lock",
    "serial",
    "usb",
    "xr-spatial-tracking",
];

/// The same with every answer, whatever the site says.
const CONSTANT: [(&str, &str); 6] = [
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "strict-origin-when-cross-origin"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-embedder-policy", "require-corp"),
    ("cross-origin-resource-policy", "same-origin"),
    // A year. Subdomains are not the site's to decide on.
    ("strict-transport-security", "max-age=31536000"),
];

/// What browsers leave out of a policy that a document holds (CSP3, 3.3). Of the others named there, `report-uri` and
/// `sandbox`, the site uses none.
const IN_HEADERS_ONLY: &str = "frame-ancestors 'none'";

/// Where browsers find the policy.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PolicyIn {
    /// In the headers of every answer.
    #[default]
    Headers,
    /// In every page, for hosts that send no headers of the site's.
    Pages,
}

/// What may run in a page: the digests of its one script and its one block of styles, which are the same on every page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Policy {
    script: Option<String>,
    styles: Option<String>,
}

impl Policy {
    /// The policy for a page: of its first `<script>` and first `<style>` without attributes, if it has them.
    #[must_use]
    pub fn of_document(html: &str) -> Self {
        Self { script: digest(html, "script"), styles: digest(html, "style") }
    }

    /// Content Security Policy, level 3. JSON in a page is no script and needs no digest. `upgrade-insecure-requests` is left
    /// out: nothing is asked of another address, and the site must work on a plain one as well.
    #[must_use]
    pub fn header(&self) -> String {
        [self.of_documents(), IN_HEADERS_ONLY.to_owned()].join("; ")
    }

    /// The same as an element of the page, for hosts that send no headers of the site's; it holds for what comes after it.
    #[must_use]
    pub fn element(&self) -> String {
        format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">", self.of_documents())
    }

    /// What a document may hold as well as a header.
    fn of_documents(&self) -> String {
        let and = |digest: &Option<String>| digest.as_ref().map(|digest| format!(" '{digest}'")).unwrap_or_default();
        let directives = [
            "default-src 'none'".to_owned(),
            format!("script-src 'self' 'wasm-unsafe-eval'{}", and(&self.script)),
            format!("style-src 'self'{}", and(&self.styles)),
            "img-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'".to_owned(),
            "form-action 'self'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types default".to_owned(),
        ];
        directives.join("; ")
    }
}

/// `sha256-…` of the text of the first element of this name that has no attributes.
fn digest(html: &str, name: &str) -> Option<String> {
    let (_, rest) = html.split_once(&format!("<{name}>"))?;
    let (text, _) = rest.split_once(&format!("</{name}>"))?;
    Some(format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(text))))
}

/// The headers that every answer of the site has, whatever it answers.
#[must_use]
pub fn security_headers(policy: &Policy) -> Vec<Header> {
    let mut headers: Vec<Header> = vec![("content-security-policy", Cow::Owned(policy.header()))];
    headers.extend(CONSTANT.map(|(name, value)| (name, Cow::Borrowed(value))));
    headers.push(("permissions-policy", Cow::Owned(DENIED.map(|feature| format!("{feature}=()")).join(", "))));
    headers
}

#[cfg(test)]
mod tests {
    use super::{Policy, security_headers};

    const PAGE: &str = "<html><script>a</script><style>b</style><script type=\"application/json\">{}</script></html>";

    #[test]
    fn the_policy_names_what_is_inlined_and_nothing_unsafe() {
        let policy = Policy::of_document(PAGE).header();
        // The digests of «a» and «b».
        for digest in ["'sha256-ypeBEsobvcr6wjGzmiPcTaeG7/gUfE5yuYB3ha/uSLs='", "'sha256-PiPoFgA5WUoziU9lZOGxNIu9egCI1CxKy3PurtWcAJ0='"] {
            assert!(policy.contains(digest), "{policy}");
        }
        assert!(policy.starts_with("default-src 'none'; "));
        for unsafe_word in ["unsafe-inline", "'unsafe-eval'", "data:", "http:", "https:", " *", "upgrade-insecure-requests"] {
            assert!(!policy.contains(unsafe_word), "{unsafe_word} in {policy}");
        }
    }

    #[test]
    fn a_document_holds_all_of_it_but_what_only_headers_can() {
        let policy = Policy::of_document(PAGE);
        let element = policy.element();
        let held =
            element.strip_prefix("<meta http-equiv=\"Content-Security-Policy\" content=\"").and_then(|rest| rest.strip_suffix("\">"));
        assert_eq!(held.map(|held| format!("{held}; frame-ancestors 'none'")), Some(policy.header()));
        assert_eq!(element.matches('"').count(), 4, "a quote within would end the attribute: {element}");
    }

    #[test]
    fn features_are_denied_within_their_bytes() {
        let denied = security_headers(&Policy::default()).into_iter().find(|(name, _)| *name == "permissions-policy");
        assert!(denied.is_some_and(|(_, value)| value.len() <= 400 && value.contains("camera=()")));
    }

    #[test]
    fn what_is_not_inlined_is_not_allowed() {
        assert!(!Policy::of_document("<html></html>").header().contains("sha256"));
    }
}
