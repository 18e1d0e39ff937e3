//! What a server says with each file of the site: the one source of its headers, for every server and every measurement.

mod caddy;
mod host_files;
mod nginx;
mod security;

use std::{borrow::Cow, path::Path};

pub use caddy::caddyfile;
pub use host_files::headers_file;
pub use nginx::nginx_conf;
pub use security::{Policy, PolicyIn, security_headers};

/// Name and value of a header of HTTP.
pub type Header = (&'static str, Cow<'static, str>);

/// Media types by the end of a file's name; what is text says that it is UTF-8, because some clients would guess.
const MEDIA_TYPES: [(&str, &str); 17] = [
    ("html", "text/html; charset=utf-8"),
    ("css", "text/css; charset=utf-8"),
    ("js", "text/javascript; charset=utf-8"),
    ("json", "application/json; charset=utf-8"),
    ("xml", "application/xml; charset=utf-8"),
    ("txt", "text/plain; charset=utf-8"),
    ("csv", "text/csv; charset=utf-8"),
    ("ics", "text/calendar; charset=utf-8"),
    // Not registered; what reference managers and CrossRef use.
    ("bib", "application/x-bibtex; charset=utf-8"),
    ("ris", "application/x-research-info-systems; charset=utf-8"),
    ("webmanifest", "application/manifest+json; charset=utf-8"),
    ("svg", "image/svg+xml"),
    ("png", "image/png"),
    ("ico", "image/x-icon"),
    ("woff2", "font/woff2"),
    ("wasm", "application/wasm"),
    // Any bytes are text in this encoding (WHATWG Encoding, 14.5), and hosts compress what is text: for the data of pages that
    // is three quarters of the way.
    ("bin", "text/plain; charset=x-user-defined"),
];

/// The feed's, which its name does not tell (RFC 4287, 7).
const FEED: (&str, &str) = ("feed.xml", "application/atom+xml; charset=utf-8");

/// A file whose name changes with its content never becomes stale; a year is the longest that HTTP knows (RFC 9111).
const FOR_GOOD: &str = "public, max-age=31536000, immutable";
/// Any other is asked for again before it is shown.
const REVALIDATE: &str = "no-cache";

/// The headers of a successful answer at `path`: an address below the base path, where a folder is its page (`/platform/`).
#[must_use]
pub fn headers(path: &str, policy: &Policy) -> Vec<Header> {
    let mut headers = vec![("cache-control", Cow::Borrowed(cache_control(path)))];
    headers.extend(media_type(path).map(|media_type| ("content-type", Cow::Borrowed(media_type))));
    headers.extend(security_headers(policy));
    headers
}

/// The headers of a failed answer: the next one may be another.
#[must_use]
pub fn headers_of_failures(policy: &Policy) -> Vec<Header> {
    let mut headers = vec![("cache-control", Cow::Borrowed(REVALIDATE))];
    headers.extend(security_headers(policy));
    headers
}

/// The media type of the file at `path`, if its name tells one.
#[must_use]
pub fn media_type(path: &str) -> Option<&'static str> {
    let file = path.rsplit('/').next().unwrap_or(path);
    let file = if file.is_empty() { "index.html" } else { file };
    if file == FEED.0 {
        return Some(FEED.1);
    }
    let extension = Path::new(file).extension()?;
    MEDIA_TYPES.iter().find(|(known, _)| extension == *known).map(|(_, media_type)| *media_type)
}

/// How long the file at `path` may be kept.
#[must_use]
pub fn cache_control(path: &str) -> &'static str {
    if is_hashed(path) { FOR_GOOD } else { REVALIDATE }
}

/// Whether compression makes the file at `path` smaller: pictures, typefaces and shards of the index are packed already.
#[must_use]
pub fn is_compressible(path: &str) -> bool {
    media_type(path).is_some_and(|media_type| media_type.contains("charset") || ["image/svg+xml", "application/wasm"].contains(&media_type))
}

/// Trunk writes `name-<hash>.css` and `name-<hash>_bg.wasm`. Its hash is a 64-bit number in hexadecimal without
/// leading zeros, so it may be a little shorter than sixteen digits.
fn is_hashed(path: &str) -> bool {
    let file = path.rsplit('/').next().unwrap_or(path);
    file.match_indices('-').any(|(dash, _)| {
        let rest = file.get(dash + 1..).unwrap_or("");
        let digits = rest.bytes().take_while(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(b)).count();
        let after = rest.get(digits..).unwrap_or("");
        (12..=16).contains(&digits) && (after.starts_with('.') || after.starts_with("_bg."))
    })
}

#[cfg(test)]
mod tests {
    use super::{Policy, headers, is_compressible, is_hashed, media_type};

    #[test]
    fn hashed_names_are_told_from_plain_ones() {
        for path in ["/app-0123456789abcdef.js", "/ref/app-123456789abcdef_bg.wasm", "/a/marrakech-platform-0123456789abcdef.css"] {
            assert!(is_hashed(path), "{path}");
        }
        for path in ["/", "/sources/S021/", "/editions/2022-marrakech/index.json", "/feed-face.css", "/app-0123456789abcdefff.js"] {
            assert!(!is_hashed(path), "{path}");
        }
    }

    #[test]
    fn a_folder_is_its_page_and_the_feed_is_a_feed() {
        assert_eq!(media_type("/platform/"), Some("text/html; charset=utf-8"));
        assert_eq!(media_type("/feed.xml"), Some("application/atom+xml; charset=utf-8"));
        assert_eq!(media_type("/sitemap.xml"), Some("application/xml; charset=utf-8"));
        assert_eq!(media_type("/LICENSE"), None);
    }

    #[test]
    fn a_page_is_asked_for_again_and_a_hashed_file_never() {
        let policy = Policy::default();
        let cache = |path| headers(path, &policy).into_iter().find(|(name, _)| *name == "cache-control").map(|(_, value)| value);
        assert_eq!(cache("/platform/").as_deref(), Some("no-cache"));
        assert!(cache("/app-0123456789abcdef.js").is_some_and(|value| value.contains("immutable")));
    }

    #[test]
    fn what_is_packed_already_is_not_compressed_again() {
        for path in ["/", "/x.css", "/x.svg", "/x.wasm", "/feed.xml", "/data/v1/all.csv"] {
            assert!(is_compressible(path), "{path}");
        }
        for path in ["/share/home.png", "/fonts/x.woff2", "/LICENSE"] {
            assert!(!is_compressible(path), "{path}");
        }
    }
}
