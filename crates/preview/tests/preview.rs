//! The preview as a browser sees it: a save shows in the page, a mistake is told until it is mended, nothing of it is published.

use std::{
    fs,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use anyhow::{Context, Result, ensure};
use content::phrases::problem as words;
use delivery::PolicyIn;
use prerender::{
    kept::Kept,
    publish::{self, Job},
};
use preview::{Options, Preview};
use reqwest::{Client, Response, redirect};
use scraper::{Html, Selector};
use serde_json::Value;
use tempfile::TempDir;
use walkdir::WalkDir;

const PAGE: &str = "/about/";
const FILE: &str = "pages/about.toml";
/// What an editor waits at most for what was saved.
const PROMISE: Duration = Duration::from_secs(2);

/// A preview of a copy of a small site; the folder lives as long as the fixture.
struct Desk {
    folder: TempDir,
    preview: Preview,
    client: Client,
}

impl Desk {
    /// The small site, with `change` made to the file before the preview begins.
    async fn with(change: impl Fn(&str) -> String) -> Result<Self> {
        let folder = tempfile::tempdir()?;
        let (content, shell) = (folder.path().join("content"), folder.path().join("shell"));
        copy(&root().join("tests/site/sound"), &content)?;
        write_shell(&shell)?;
        fs::write(content.join(FILE), change(&fs::read_to_string(content.join(FILE))?))?;
        let preview = Preview::start(Options { content, shell, port: 0 }).await?;
        let client = Client::builder().redirect(redirect::Policy::none()).timeout(Duration::from_mins(1)).build()?;
        Ok(Self { folder, preview, client })
    }

    async fn get(&self, path: &str) -> Result<Response> {
        self.client.get(self.preview.url(path)).send().await.with_context(|| format!("GET {path}"))
    }

    async fn text(&self, path: &str) -> Result<String> {
        Ok(self.get(path).await?.text().await?)
    }

    /// The state once it is another than `after`.
    async fn state(&self, after: &Value) -> Result<Value> {
        Ok(serde_json::from_str(&self.text(&format!("/.preview/state?after={after}")).await?)?)
    }

    /// The state now.
    async fn now(&self) -> Result<Value> {
        self.state(&Value::from(0)).await
    }

    /// Saves the file and gives the state that follows, and how long it took.
    async fn save(&self, before: &Value, text: &str) -> Result<(Value, Duration)> {
        let begin = Instant::now();
        fs::write(self.folder.path().join("content").join(FILE), text)?;
        let state = self.state(&before["version"]).await?;
        ensure!(state["version"] != before["version"], "nobody noticed the change");
        Ok((state, begin.elapsed()))
    }

    fn file(&self) -> Result<String> {
        Ok(fs::read_to_string(self.folder.path().join("content").join(FILE))?)
    }
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    for entry in WalkDir::new(from) {
        let entry = entry?;
        let target = to.join(entry.path().strip_prefix(from)?);
        if entry.file_type().is_dir() {
            fs::create_dir_all(target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

/// A stand-in for what Trunk makes.
fn write_shell(folder: &Path) -> Result<()> {
    fs::create_dir_all(folder)?;
    let styles = ["exhibits", "pictures", "matrix", "search", "opened", "print"].map(|name| format!("{name}-0123456789abcdef.css"));
    let links = styles.each_ref().map(|name| format!("<link rel=\"stylesheet\" href=\"/{name}\">")).concat();
    let index = format!(
        "<!doctype html><html lang=\"ar\" dir=\"rtl\"><head><!--page-head--><script>0</script><style>a{{color:red}}</style>{links}</head><body><!--page-body--><script data-loader>[\"search.js\", \"\", \"search_bg.wasm\", \"\", \"search.css\", \"\", \"later.css\", \"\"]</script></body></html>"
    );
    for name in &styles {
        fs::write(folder.join(name), "a{}")?;
    }
    for (name, text) in [("index.html", index.as_str()), ("search.js", "1"), ("search_bg.wasm", "1")] {
        fs::write(folder.join(name), text)?;
    }
    Ok(())
}

fn unchanged(text: &str) -> String {
    text.to_owned()
}

fn title(html: &str) -> Result<String> {
    let selector = Selector::parse("h1").map_err(|error| anyhow::anyhow!("{error}"))?;
    let title = Html::parse_document(html).select(&selector).next().map(|title| title.text().collect());
    title.context("the page has no title")
}

#[tokio::test]
async fn what_is_saved_is_shown_within_the_promise() -> Result<()> {
    let desk = Desk::with(unchanged).await?;
    let (sound, mut state) = (desk.file()?, desk.now().await?);
    // Other tests run beside this one: the quickest of three tells what the preview itself takes.
    let mut quickest = Duration::MAX;
    for prefix in ["عنوان أول، ", "عنوان ثانٍ، ", "عنوان جديد، "] {
        let duration;
        (state, duration) = desk.save(&state, &sound.replacen("title = \"", &format!("title = \"{prefix}"), 1)).await?;
        quickest = quickest.min(duration);
    }
    assert!(quickest < PROMISE, "{quickest:?}");
    assert_eq!((&state["shown"], &state["faults"]), (&state["version"], &Value::Null));
    let html = desk.text(PAGE).await?;
    assert!(title(&html)?.starts_with("عنوان جديد، "), "{}", title(&html)?);
    assert!(html.contains(&format!("data-version=\"{}\"", state["shown"])), "the page does not say of which state it is");
    let data = desk.get(&format!("{PAGE}index.bin")).await?.bytes().await?;
    assert!(String::from_utf8_lossy(&data).contains("عنوان جديد، "), "within the app the page would have its old title");
    Ok(())
}

#[tokio::test]
async fn a_mistake_is_told_with_file_and_line_until_it_is_mended() -> Result<()> {
    let desk = Desk::with(unchanged).await?;
    let (sound, before) = (desk.file()?, desk.now().await?);
    let old_title = title(&desk.text(PAGE).await?)?;
    let (broken, _) = desk.save(&before, &sound.replacen("title = ", "\ntitel = ", 1)).await?;
    let faults = &broken["faults"]["list"];
    let unknown = faults.as_array().into_iter().flatten().find(|fault| fault["lines"][0][1] == *words::unknown_key("titel"));
    let unknown = unknown.with_context(|| format!("the mistake is not told: {broken}"))?;
    assert_eq!(unknown["file"], format!("content/{FILE}"));
    let line = sound.lines().position(|line| line.starts_with("title = ")).context("the file has a title")? + 2;
    assert!(unknown["place"].as_str().is_some_and(|place| place.contains(&format!(" {line}، "))), "{unknown}");
    // The page is there as it was.
    assert_eq!((&broken["shown"], title(&desk.text(PAGE).await?)?), (&before["shown"], old_title));
    let (mended, _) = desk.save(&broken, &sound.replacen("title = \"", "title = \"أُصلح: ", 1)).await?;
    assert_eq!((&mended["shown"], &mended["faults"]), (&mended["version"], &Value::Null));
    assert!(title(&desk.text(PAGE).await?)?.starts_with("أُصلح: "));
    Ok(())
}

#[tokio::test]
async fn content_that_was_never_sound_is_no_obstacle() -> Result<()> {
    let desk = Desk::with(|text| text.replacen("title = ", "title ", 1)).await?;
    let state = desk.now().await?;
    assert_eq!((state["shown"].as_u64(), state["faults"]["list"].as_array().map(Vec::len)), (Some(0), Some(1)), "{state}");
    let empty = desk.text(PAGE).await?;
    assert!(empty.contains("dir=\"rtl\"") && empty.contains("overlay.js\" data-version=\"0\""), "{empty}");
    let (state, _) = desk.save(&state, &desk.file()?.replacen("title ", "title = ", 1)).await?;
    assert_ne!(state["shown"].as_u64(), Some(0));
    assert!(!title(&desk.text(PAGE).await?)?.is_empty());
    Ok(())
}

#[tokio::test]
async fn a_file_that_is_no_text_is_told_and_not_the_end() -> Result<()> {
    let desk = Desk::with(unchanged).await?;
    let before = desk.now().await?;
    let sound = desk.file()?;
    fs::write(desk.folder.path().join("content").join(FILE), [0xff, 0xfe, 0x00])?;
    let state = desk.state(&before["version"]).await?;
    assert!(state["faults"]["list"][0]["file"].as_str().is_some_and(|file| file.ends_with(FILE)), "{state}");
    let (state, _) = desk.save(&state, &sound).await?;
    assert_eq!(state["faults"], Value::Null);
    Ok(())
}

#[tokio::test]
async fn addresses_answer_as_on_the_published_site() -> Result<()> {
    let desk = Desk::with(unchanged).await?;
    for (path, status) in
        [("/", 200), (PAGE, 200), ("/about", 307), ("/no-such-page/", 404), ("/search/head.bin", 200), ("/robots.txt", 200)]
    {
        let response = desk.get(path).await?;
        assert_eq!(response.status().as_u16(), status, "{path}");
        let policy = response.headers().get("content-security-policy").and_then(|policy| policy.to_str().ok()).unwrap_or_default();
        assert!(
            status == 307 || policy.contains("require-trusted-types-for 'script'") && !policy.contains("unsafe-inline"),
            "{path}: {policy}"
        );
    }
    Ok(())
}

#[test]
fn a_published_site_knows_nothing_of_the_preview() -> Result<()> {
    let folder = tempfile::tempdir()?;
    write_shell(folder.path())?;
    let job = Job {
        content: root().join("tests/site/sound"),
        shell: folder.path().to_owned(),
        base_url: Some("https://example.org/".to_owned()),
        reports: None,
        kept: Kept::default(),
        is_kept: true,
        policy_in: PolicyIn::Headers,
    };
    let publication = publish::publication(&job).map_err(|error| anyhow::anyhow!("{error}"))?;
    for output in publication.outputs {
        assert!(!String::from_utf8_lossy(&output.bytes).contains("preview"), "{} mentions the preview", output.path);
    }
    Ok(())
}
