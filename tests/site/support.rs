//! What the native tests share: folders of content, the rendered site, a stand-in for Trunk's output.

use std::{
    fs,
    path::{Path, PathBuf},
};

use content::{
    compose::{Base, routes},
    model::Site,
    problem::Problem,
    source,
};
use delivery::PolicyIn;
use prerender::{
    Rendered, content_folder,
    kept::Kept,
    publish::{self, Job, Output, Publication},
    render,
};
use scraper::{Html, Selector};
use tempfile::TempDir;

/// The repository.
pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The content that is published.
pub fn real_site() -> Site {
    load(&root().join("content"))
}

/// The model of a folder of content; its problems fail the test.
pub fn load(folder: &Path) -> Site {
    let files = content_folder::files(folder).expect("readable content");
    content_folder::site(&files).unwrap_or_else(|error| panic!("{error}"))
}

/// The root of an example host.
pub fn base() -> Base {
    Base::new("https://example.org/")
}

/// Every page, rendered at `/`.
pub fn rendered(site: &Site) -> Vec<Rendered> {
    routes(site).iter().map(|route| render(site, &base(), route).expect("a page for every route")).collect()
}

/// The small sound site, with `file` changed by `change`, and what is wrong with it then.
pub fn problems_after(file: &str, change: impl Fn(&str) -> String) -> Vec<Problem> {
    let mut files = content_folder::files(&root().join("tests/site/sound")).expect("readable fixture");
    let changed = files.iter_mut().find(|candidate| candidate.path == file).expect("the file of the fixture");
    let text = change(&changed.text);
    assert_ne!(text, changed.text, "the change changes nothing");
    changed.text = text;
    source::load(&files).err().unwrap_or_default()
}

/// A copy of a folder that can be changed.
pub fn copy(folder: &Path) -> TempDir {
    let copy = tempfile::tempdir().expect("a temporary folder");
    for file in content_folder::files(folder).expect("readable content") {
        let path = copy.path().join(&file.path);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        fs::write(path, file.text).expect("a copy");
    }
    copy
}

/// Publishes a folder of content in memory.
pub fn publish(content: &Path, base_url: &str) -> Vec<Output> {
    publication(content, base_url).outputs
}

/// The same with the warnings.
pub fn publication(content: &Path, base_url: &str) -> Publication {
    publication_with(content, base_url, None)
}

/// The same with records of the tests in a folder.
pub fn publication_with(content: &Path, base_url: &str, reports: Option<&Path>) -> Publication {
    // Several tests publish the same pages.
    publication_keeping(content, base_url, reports, Kept::new(Some(Path::new(env!("CARGO_TARGET_TMPDIR")).join("kept"))))
}

/// The same with what was made before.
pub fn publication_keeping(content: &Path, base_url: &str, reports: Option<&Path>, kept: Kept) -> Publication {
    published_as(content, base_url, |job| Job { reports: reports.map(Path::to_owned), kept, ..job })
}

/// The files for a host that sends no headers of the site's.
pub fn publish_with_policy_in_pages(content: &Path, base_url: &str) -> Vec<Output> {
    published_as(content, base_url, |job| Job { policy_in: PolicyIn::Pages, ..job }).outputs
}

fn published_as(content: &Path, base_url: &str, change: impl FnOnce(Job) -> Job) -> Publication {
    let shell = tempfile::tempdir().expect("a temporary folder");
    let base = url::Url::parse(base_url).expect("an address").path().to_owned();
    let styles = ["exhibits", "pictures", "matrix", "search", "opened", "print"].map(|name| format!("{name}-0123456789abcdef.css"));
    let links = styles.each_ref().map(|name| format!("<link rel=\"stylesheet\" href=\"{base}{name}\">")).concat();
    let index = format!(
        "<!doctype html><html lang=\"ar\" dir=\"rtl\"><head><meta charset=\"utf-8\"><!--page-head--><script>0</script><style>a{{color:red}}</style>{links}</head><body><!--page-body--><script data-loader>[\"search.js\", \"\", \"search_bg.wasm\", \"\", \"search.css\", \"\", \"later.css\", \"\"]</script></body></html>"
    );
    for name in &styles {
        fs::write(shell.path().join(name), "a{}").expect("styles");
    }
    for (name, text) in [("index.html", index.as_str()), ("search.js", "1"), ("search_bg.wasm", "1")] {
        fs::write(shell.path().join(name), text).expect("a shell");
    }
    let job = Job {
        content: content.to_owned(),
        shell: shell.path().to_owned(),
        base_url: Some(base_url.to_owned()),
        reports: None,
        is_kept: true,
        policy_in: PolicyIn::Headers,
        kept: Kept::default(),
    };
    publish::publication(&change(job)).unwrap_or_else(|error| panic!("{error}"))
}

/// A published file.
pub fn output<'a>(outputs: &'a [Output], path: &str) -> &'a Output {
    outputs.iter().find(|output| output.path == path).unwrap_or_else(|| panic!("{path} was not published"))
}

/// The text of a published file.
pub fn text<'a>(outputs: &'a [Output], path: &str) -> &'a str {
    std::str::from_utf8(&output(outputs, path).bytes).expect("text")
}

/// Texts of the elements that match.
pub fn texts(html: &str, selector: &str) -> Vec<String> {
    let document = Html::parse_fragment(html);
    let selector = Selector::parse(selector).expect("a selector");
    document.select(&selector).map(|element| element.text().collect::<String>().trim().to_owned()).collect()
}

/// Values of an attribute of the elements that match.
pub fn attributes(html: &str, selector: &str, attribute: &str) -> Vec<String> {
    let document = Html::parse_fragment(html);
    let selector = Selector::parse(selector).expect("a selector");
    document.select(&selector).filter_map(|element| element.value().attr(attribute)).map(str::to_owned).collect()
}
