//! What is published: same input, same bytes; every address under the base path; data that reads back.

use std::{fs, path::Path};

use content::page::{Initial, Page, decode};
use prerender::{Output, compress::Compressor, kept::Kept};
use walkdir::WalkDir;

use super::support::{self, attributes, copy, publication, publication_keeping, publication_with, publish, root, text, texts};

fn sound() -> std::path::PathBuf {
    root().join("tests/site/sound")
}

#[test]
fn the_same_content_gives_the_same_bytes() {
    let anew = || publication_keeping(&sound(), "https://example.org/", None, Kept::default()).outputs;
    let (once, again) = (anew(), anew());
    assert_eq!(once.len(), again.len());
    for (one, other) in once.iter().zip(&again) {
        assert!(one.path == other.path && one.bytes == other.bytes, "{} differs", one.path);
    }
}

#[test]
fn what_did_not_change_is_not_rendered_again() -> std::io::Result<()> {
    let folder = tempfile::tempdir()?;
    let kept = || Kept::new(Some(folder.path().to_owned()));
    let published = |content: &Path| publication_keeping(content, "https://example.org/", None, kept()).outputs;
    let first = published(&sound());
    for entry in WalkDir::new(folder.path()).into_iter().filter_map(Result::ok).filter(|entry| entry.file_type().is_file()) {
        let is_page = entry.path().extension().is_some_and(|extension| extension == "body");
        // If a page or an image were made anew, this would not come back.
        let mark = if is_page { fs::read_to_string(entry.path())?.replace("</main>", "<i>kept</i></main>") } else { "kept".to_owned() };
        fs::write(entry.path(), mark)?;
    }
    let is_kept = |output: &Output| String::from_utf8_lossy(&output.bytes).contains(if output.is("html") { "<i>kept</i>" } else { "kept" });
    let of_kept = |output: &&Output| output.is("html") || output.path.starts_with("share/");
    assert!(published(&sound()).iter().filter(of_kept).all(is_kept));
    let changed = copy(&sound());
    let page = changed.path().join("pages/platform.toml");
    fs::write(&page, fs::read_to_string(&page)?.replacen("title = \"", "title = \"عنوان آخر ", 1))?;
    let next = published(changed.path());
    assert_eq!(next.len(), first.len());
    let anew: Vec<&str> = next.iter().filter(of_kept).filter(|output| !is_kept(output)).map(|output| output.path.as_str()).collect();
    assert!(anew.contains(&"platform/index.html") && anew.contains(&"share/platform.png"), "{anew:?}");
    assert!(!anew.contains(&"editions/2024-city/index.html"), "{anew:?}");
    Ok(())
}

#[test]
fn every_internal_address_stands_under_the_base_path() {
    let outputs = publish(&sound(), "https://example.org/ref/");
    for output in outputs.iter().filter(|output| output.is("html")) {
        let html = std::str::from_utf8(&output.bytes).expect("text");
        for link in attributes(html, "a[href]", "href") {
            let is_internal = !link.contains("://") && !link.starts_with('#');
            assert!(!is_internal || link.starts_with("/ref/"), "{}: {link}", output.path);
        }
    }
    assert!(text(&outputs, "index.html").contains("<link rel=\"canonical\" href=\"https://example.org/ref/\">"));
    assert!(text(&outputs, "sitemap.xml").contains("<loc>https://example.org/ref/sources/S001/</loc>"));
    assert!(text(&outputs, "robots.txt").contains("Sitemap: https://example.org/ref/sitemap.xml"));
}

#[test]
fn page_data_names_the_page_and_does_not_repeat_its_text() {
    let outputs = publish(&sound(), "https://example.org/");
    let html = text(&outputs, "editions/2024-city/index.html");
    let data = html.split_once("id=\"page-data\">").and_then(|(_, rest)| rest.split_once("</script>")).expect("page data").0;
    let initial = Initial::from_texts(serde_json::from_str(data).expect("JSON"));
    let page: Page = decode(&support::output(&outputs, "editions/2024-city/index.bin").bytes).expect("data");
    assert_eq!((initial.path.as_str(), page.path.as_str()), ("/editions/2024-city/", "/editions/2024-city/"));
    assert!(!data.contains(&page.title), "the text stands in the HTML already: {data}");
}

#[test]
fn page_data_comes_after_the_text_and_cannot_be_executed() {
    let outputs = publish(&sound(), "https://example.org/");
    let html = text(&outputs, "index.html");
    let data = html.find("<script type=\"application/json\" id=\"page-data\">").expect("page data");
    assert!(html.find("</main>").expect("main") < data);
    assert!(!html[data..].split("</script>").next().unwrap_or_default()[1..].contains('<'));
}

#[test]
fn the_operator_is_warned_that_no_contact_is_set() {
    let warnings = publication(&sound(), "https://example.org/").warnings;
    assert!(warnings.iter().any(|warning| warning.contains("contact")), "{warnings:?}");
}

#[test]
fn the_404_page_has_no_address_of_its_own() {
    let outputs = publish(&sound(), "https://example.org/");
    let html = text(&outputs, "404.html");
    assert!(html.contains("noindex") && !html.contains("canonical"));
    assert!(!text(&outputs, "sitemap.xml").contains("404"));
    assert!(!outputs.iter().any(|output| output.path.starts_with("404") && output.is("json")));
}

#[test]
fn markup_in_content_is_shown_as_text() {
    let content = super::support::copy(&sound());
    let home = content.path().join("pages/home.toml");
    let changed = std::fs::read_to_string(&home).expect("home").replace("نص الصفحة.", "نص {en:</script><script>alert(1)</script>} هنا.");
    std::fs::write(&home, changed).expect("a change");
    let outputs = publish(content.path(), "https://example.org/");
    let html = text(&outputs, "index.html");
    assert!(html.contains("&lt;script&gt;alert(1)"), "the text is shown");
    assert!(!html.contains("<script>alert"), "it is not executed");
}

/// «وزن هذه الصفحة: 11 كيلوبايت.», as measured: in the HTML for who loads the page, in the data for who comes from another.
#[test]
fn every_page_says_what_it_weighs() {
    let reports = tempfile::tempdir().expect("a folder");
    let outputs = publication_with(&sound(), "https://example.org/", Some(reports.path())).outputs;
    let compressor = Compressor::default();
    for output in outputs.iter().filter(|output| output.is("html")) {
        let html = std::str::from_utf8(&output.bytes).expect("text");
        let foot = texts(html, ".footer p").into_iter().find(|line| line.contains("وزن هذه الصفحة")).expect("the weight in the foot");
        // One and two are words.
        let said = foot
            .split(' ')
            .find_map(|word| word.parse::<usize>().ok())
            .unwrap_or_else(|| if foot.contains("كيلوبايتان") { 2 } else { 1 });
        let weighed = compressor.size(&output.bytes);
        assert!(weighed.abs_diff(said * 1_000) <= 600, "{}: {foot} {weighed}", output.path);
        if output.path.ends_with("index.html") {
            let page: Page = decode(&support::output(&outputs, &output.path.replace("index.html", "index.bin")).bytes).expect("data");
            assert_eq!(page.kilobytes as usize, said, "{}", output.path);
        }
    }
}
