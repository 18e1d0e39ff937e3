//! The file `_headers`, which Cloudflare Pages and Netlify read from the folder that they publish.

use crate::{FOR_GOOD, Policy, is_hashed, media_type, security_headers};

/// What such hosts would not guess from a name.
const UNUSUAL: [&str; 6] = ["feed.xml", "ics", "csv", "bib", "ris", "webmanifest"];

/// `_headers` for the files at `paths` (below the base path, without a leading slash).
///
/// Both hosts have every file asked for again unless told otherwise, and join the values of a header that two rules give: so
/// the rule for all files says nothing of caching, and each file that never changes is named.
#[must_use]
pub fn headers_file<'a>(paths: impl IntoIterator<Item = &'a str>, base: &str, policy: &Policy) -> String {
    let mut lines = vec![format!("{base}/*")];
    lines.extend(security_headers(policy).into_iter().map(|(name, value)| format!("  {name}: {value}")));
    for path in paths {
        let is_unusual = UNUSUAL.iter().any(|end| path.ends_with(end)) && !path.contains('/');
        let cache_control = is_hashed(path).then(|| format!("  cache-control: {FOR_GOOD}"));
        let content_type = media_type(path).filter(|_| is_unusual).map(|media_type| format!("  content-type: {media_type}"));
        if cache_control.is_some() || content_type.is_some() {
            lines.push(format!("{base}/{path}"));
            lines.extend(cache_control.into_iter().chain(content_type));
        }
    }
    lines.join("\n") + "\n"
}

#[cfg(test)]
mod tests {
    use super::headers_file;
    use crate::Policy;

    #[test]
    fn every_file_has_the_headers_and_only_hashed_ones_are_kept() {
        let file = headers_file(["index.html", "feed.xml", "loader-0123456789abcdef.js"], "/ref", &Policy::default());
        assert!(file.starts_with("/ref/*\n  content-security-policy: default-src 'none'; "), "{file}");
        assert_eq!(file.matches("cache-control").count(), 1);
        assert!(file.contains("/ref/loader-0123456789abcdef.js\n  cache-control: public, max-age=31536000, immutable\n"), "{file}");
        assert!(file.contains("/ref/feed.xml\n  content-type: application/atom+xml; charset=utf-8\n"), "{file}");
    }
}
