//! What comes into a page is what was published, and every answer says so.

use base64::{Engine, prelude::BASE64_STANDARD};
use prerender::Output;
use sha2::{Digest, Sha256};

use crate::support::{attributes, publish, publish_with_policy_in_pages, root, text};

const BASE_URL: &str = "https://example.org/ref/";

fn digest(bytes: &[u8]) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(bytes)))
}

fn integrity(outputs: &[Output], address: &str) -> String {
    let path = address.trim_start_matches("/ref/");
    let output = outputs.iter().find(|output| output.path == path).unwrap_or_else(|| panic!("{address} was not published"));
    digest(&output.bytes)
}

/// On every page, each script and each stylesheet is named with the digest of its file, those for readers without JavaScript too.
#[test]
fn every_script_and_stylesheet_says_what_it_must_be() {
    let outputs = publish(&root().join("tests/site/sound"), BASE_URL);
    for page in outputs.iter().filter(|output| output.is("html")) {
        // A parser that runs scripts takes what is in <noscript> for text.
        let html = &text(&outputs, &page.path).replace("noscript>", "div>");
        let mut files = 0;
        for (selector, address) in [("script[src]", "src"), ("link[rel=stylesheet]", "href")] {
            let (addresses, digests) = (attributes(html, selector, address), attributes(html, selector, "integrity"));
            assert_eq!(addresses.len(), digests.len(), "{}: {addresses:?} {digests:?}", page.path);
            for (address, found) in addresses.iter().zip(digests) {
                assert_eq!(found, integrity(&outputs, address), "{}: {address}", page.path);
                files += 1;
            }
        }
        assert!(files >= 2, "{}: the loader and the styles of what is opened", page.path);
    }
}

/// What the loader asks for is named in it with its digest, and nothing is named without.
#[test]
fn the_loader_knows_what_everything_it_loads_must_be() {
    let outputs = publish(&root().join("tests/site/sound"), BASE_URL);
    let loader = outputs.iter().find(|output| output.path.starts_with("loader-")).expect("the loader");
    let loader = text(&outputs, &loader.path);
    assert!(!loader.contains("\"\""), "{loader}");
    for start in ["later-", "search-", "search_bg-"] {
        let named = outputs.iter().filter(|output| output.path.starts_with(start));
        for output in named {
            let wanted = format!("\"/ref/{}\", \"{}\"", output.path, digest(&output.bytes));
            assert!(loader.contains(&wanted), "{wanted} is not in {loader}");
        }
    }
}

/// One policy serves all pages: the digests in it are those of what each page has inlined.
#[test]
fn the_policy_names_what_every_page_inlines() {
    let outputs = publish(&root().join("tests/site/sound"), BASE_URL);
    let headers = text(&outputs, "_headers");
    for page in outputs.iter().filter(|output| output.is("html")) {
        let html = text(&outputs, &page.path);
        for name in ["script", "style"] {
            let inlined: Vec<&str> =
                html.split(&format!("<{name}>")).skip(1).filter_map(|rest| rest.split(&format!("</{name}>")).next()).collect();
            assert_eq!(inlined.len(), 1, "{}: {name}", page.path);
            assert!(headers.contains(&digest(inlined[0].as_bytes())), "{}: {name} is not in {headers}", page.path);
        }
        assert!(!html.contains(" style=\"") && !html.contains(" onload") && !html.contains("javascript:"), "{}", page.path);
    }
}

/// For hosts that send no headers of the site's, every document holds the policy before all that it is about, the stand-ins too;
/// else none does.
#[test]
fn every_page_holds_the_policy_where_no_header_can() {
    let content = root().join("tests/site/sound");
    let outputs = publish_with_policy_in_pages(&content, BASE_URL);
    let pages: Vec<&Output> = outputs.iter().filter(|output| output.is("html")).collect();
    for path in ["404.html", "offline.html"] {
        assert!(pages.iter().any(|page| page.path == path), "{path}");
    }
    for page in pages {
        let html = text(&outputs, &page.path);
        let element = delivery::Policy::of_document(html).element();
        let beginning = format!("<head><meta charset=\"utf-8\">{element}");
        assert!(html.contains(&beginning) && html.matches("http-equiv").count() == 1, "{}: {}", page.path, &html[..500]);
        assert!(element.contains(&digest(b"0")) && !element.contains("frame-ancestors"), "{element}");
    }
    let others = publish(&content, BASE_URL);
    assert!(others.iter().filter(|output| output.is("html")).all(|page| !text(&others, &page.path).contains("http-equiv")));
}

/// Cloudflare Pages reads a hundred rules, and lines of 2,000 characters.
#[test]
fn the_headers_fit_the_hosts_that_read_them() {
    let outputs = publish(&root().join("content"), BASE_URL);
    let headers = text(&outputs, "_headers");
    let rules = headers.lines().filter(|line| line.starts_with('/')).count();
    assert!(rules <= 100, "{rules} rules");
    assert!(headers.lines().all(|line| line.len() <= 2_000));
    for name in ["content-security-policy", "cross-origin-opener-policy", "permissions-policy", "strict-transport-security"] {
        assert_eq!(headers.matches(&format!("  {name}: ")).count(), 1, "{name}");
    }
}

/// What is kept for reading without a connection is the site as it is read: every page, its data, and no file that is not there.
#[test]
fn the_kept_site_has_every_page_and_nothing_that_is_not_published() {
    let outputs = publish(&root().join("content"), BASE_URL);
    let list: Vec<String> = serde_json::from_str(text(&outputs, "offline.json")).expect("a list");
    let published = |path: &String| {
        let file = if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.clone() };
        outputs.iter().any(|output| output.path == file)
    };
    let missing: Vec<&String> = list.iter().filter(|path| !published(path)).collect();
    assert!(missing.is_empty(), "{missing:?}");
    for output in outputs.iter().filter(|output| output.path.ends_with("index.html")) {
        let page = output.path.trim_end_matches("index.html");
        for wanted in [page.to_owned(), format!("{page}index.bin")] {
            assert!(list.contains(&wanted), "{wanted} is not kept");
        }
    }
    let worker = text(&outputs, "sw.js");
    assert!(worker.contains("\"base\":\"/ref\"") && worker.contains(" ميغابايت\"") && !worker.contains("\"site\""), "{worker}");
}

/// The worker's file keeps its address, so it must never be kept as if it could not change.
#[test]
fn the_worker_is_asked_for_again() {
    let policy = delivery::Policy::default();
    let headers = delivery::headers("/sw.js", &policy);
    assert!(headers.iter().any(|(name, value)| *name == "cache-control" && value == "no-cache"), "{headers:?}");
}
