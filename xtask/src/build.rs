//! `build`: content → Trunk → prerenderer, the only road to a published site.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use toml_edit::{DocumentMut, Item};

use crate::command::Step;
use crate::stamp::Inputs;
use crate::tools::{Toolbox, WasmOpt};
use crate::{check_content, options, remap, sbom, search_module, workspace};

/// What goes into the shell; the content does not.
const SHELL_INPUTS: [&str; 11] = [
    "src",
    "style",
    "public",
    "index.html",
    "Trunk.toml",
    "Cargo.toml",
    "Cargo.lock",
    "crates/content/src",
    "crates/content/Cargo.toml",
    "crates/search",
    "crates/search-module",
];

pub fn run(arguments: &[String]) -> Result<()> {
    let [base_url, worker, policy_in] = options::values(arguments, ["--base-url", "--service-worker", "--policy-in"])?;
    ensure!(worker.as_deref().is_none_or(|worker| worker == "off"), "--service-worker knows one value: off");
    ensure!(
        policy_in.as_deref().is_none_or(|place| place == "pages"),
        "--policy-in knows one value: pages; without the option the policy is in the headers"
    );
    check_content::check()?;
    let (has_worker, policy_in_pages) = (worker.is_none(), policy_in.is_some());
    let site = SiteBuild { base_url, dist: workspace::dist(), sizes: true, has_worker, policy_in_pages };
    site.build(&Toolbox::for_release()?)
}

/// A site to be built.
pub struct SiteBuild {
    /// The public address, when it is not the one in `content/site.toml`.
    pub base_url: Option<String>,
    /// Where the site goes.
    pub dist: PathBuf,
    /// Whether to print what everything weighs and hold it to `budgets.toml`.
    pub sizes: bool,
    /// Whether browsers may keep the site for reading without a connection.
    pub has_worker: bool,
    /// Whether each page holds the policy, for hosts that send no headers of the site's.
    pub policy_in_pages: bool,
}

impl SiteBuild {
    /// A site at the root of an example host, among those of the tests, and not weighed.
    pub fn for_tests(name: &str) -> Self {
        let base_url = Some("https://example.org/".to_owned());
        Self { base_url, dist: workspace::test_site(name), sizes: false, has_worker: true, policy_in_pages: false }
    }

    /// The path under which the site is mounted: `/` or `/ref/`.
    ///
    /// # Errors
    /// When the address is not one.
    pub fn base_path(&self) -> Result<String> {
        match &self.base_url {
            Some(url) => path_of(url),
            None => path_of(&published_base_url()?),
        }
    }

    /// Builds it; the app is built again only when something in it changed.
    ///
    /// # Errors
    /// When a step fails; `dist` is then as it was.
    pub fn build(&self, toolbox: &Toolbox) -> Result<()> {
        self.build_content(toolbox, &workspace::content())
    }

    /// The same of content in another folder.
    ///
    /// # Errors
    /// When a step fails; `dist` is then as it was.
    pub fn build_content(&self, toolbox: &Toolbox, content: &Path) -> Result<()> {
        let shell = app(toolbox, &self.base_path()?)?;
        self.prerender(toolbox, content, &shell)
    }

    fn prerender(&self, toolbox: &Toolbox, content: &Path, shell: &Path) -> Result<()> {
        // Without --release: rendering takes a second either way, but optimising the renderer takes minutes, and the tests
        // use this build as well.
        let mut step = Step::cargo().args(["run", "--package", "prerender", "--", "--content"]);
        step = step.arg(content).arg("--shell").arg(shell).arg("--out").arg(&self.dist);
        // Whether the folder is there or not: what is missing, the page of the site's quality says.
        step = step.arg("--reports").arg(workspace::reports()).arg("--cache").arg(workspace::target().join("kept"));
        step = step.arg("--compress");
        if let Some(url) = &self.base_url {
            step = step.args(["--base-url", url]);
        }
        if self.sizes {
            step = step.arg("--budgets").arg(workspace::root().join("budgets.toml"));
        }
        if self.policy_in_pages {
            step = step.args(["--policy-in", "pages"]);
        } else if self.sizes {
            step = step.arg("--servers").arg(workspace::target().join("servers"));
        }
        if !self.has_worker {
            step = step.arg("--no-service-worker");
        }
        if !toolbox.is_complete() {
            step = step.arg("--no-wasm-gate");
        }
        step.run()
    }
}

/// The app for pages below a path; it is built again only when something in it changed.
///
/// # Errors
/// When a step fails.
pub fn app(toolbox: &Toolbox, base_path: &str) -> Result<PathBuf> {
    let shell = workspace::shell(&shell_name(base_path));
    let flags = remap::flags()?;
    let mut inputs = Inputs::default().text(base_path).text(&toolbox.fingerprint()).text(&flags);
    for input in SHELL_INPUTS {
        inputs = inputs.path(&workspace::root().join(input))?;
    }
    let stamp = inputs.beside(&shell);
    if stamp.is_current() {
        println!("\nThe app is unchanged since its last build for {base_path}.");
    }
    stamp.or_make(|| build_shell(toolbox, &flags, base_path, &shell))?;
    // Each time: the renderer's crates are in it as well.
    sbom::write(&shell)?;
    Ok(shell)
}

fn build_shell(toolbox: &Toolbox, flags: &str, base_path: &str, shell: &Path) -> Result<()> {
    // Trunk takes this switch from the HTML alone, and reads paths as relative to it: hence a copy at the same place.
    let page = match &toolbox.wasm_opt {
        WasmOpt::Program(_) => None,
        WasmOpt::Skipped => Some(TemporaryPage::without_wasm_opt()?),
    };
    let mut step = trunk(toolbox).args(["build", "--release", "--offline", "--features", "hydrate"]);
    step = step.args(["--public-url", base_path]).arg("--dist").arg(shell);
    if let Some(page) = &page {
        step = step.args(["--html-output", "index.html"]).arg(&page.0);
    }
    remap::remapped(step, flags)?.run()?;
    search_module::build(toolbox, flags, shell)?;
    minify_scripts(toolbox, shell)
}

/// What wasm-bindgen writes is for people to read.
fn minify_scripts(toolbox: &Toolbox, shell: &Path) -> Result<()> {
    let Some(esbuild) = &toolbox.esbuild else { return Ok(()) };
    let entries = fs::read_dir(shell).with_context(|| format!("cannot list {}", shell.display()))?;
    let mut step = Step::new(esbuild).args(["--minify", "--format=esm", "--allow-overwrite", "--log-level=warning"]);
    for entry in entries {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "js") {
            step = step.arg(path);
        }
    }
    step.arg(["--outdir=", &shell.to_string_lossy()].concat()).run()
}

/// Trunk, finding the tools of this repository and no others.
pub fn trunk(toolbox: &Toolbox) -> Step {
    // Trunk 0.21 stops at `NO_COLOR=1`: it reads the variable as a boolean.
    Step::new(&toolbox.trunk).env("PATH", toolbox.path()).without("NO_COLOR")
}

/// A file that is gone when the value is.
struct TemporaryPage(PathBuf);

impl TemporaryPage {
    fn without_wasm_opt() -> Result<Self> {
        let html = fs::read_to_string(workspace::root().join("index.html")).context("cannot read index.html")?;
        let page = Self(workspace::root().join("index.unoptimised.html"));
        fs::write(&page.0, without_wasm_opt(&html)?).with_context(|| format!("cannot write {}", page.0.display()))?;
        Ok(page)
    }
}

impl Drop for TemporaryPage {
    fn drop(&mut self) {
        // What is left behind is ignored by git and overwritten next time.
        let _ = fs::remove_file(&self.0);
    }
}

fn without_wasm_opt(html: &str) -> Result<String> {
    let begin = html.find("data-wasm-opt=\"").context("index.html does not say data-wasm-opt")?;
    let value = begin + "data-wasm-opt=\"".len();
    let length = html[value..].find('"').context("the value of data-wasm-opt has no end")?;
    Ok(format!("{}0{}", &html[..value], &html[value + length..]))
}

fn published_base_url() -> Result<String> {
    let file = workspace::content().join("site.toml");
    let text = fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
    let document: DocumentMut = text.parse().context("content/site.toml is not valid TOML")?;
    let url = document.get("base_url").and_then(Item::as_str);
    url.map(str::to_owned).context("content/site.toml lacks base_url")
}

/// The path of an absolute address: `/ref/` of `https://host/ref/`.
fn path_of(url: &str) -> Result<String> {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    let path = rest.and_then(|rest| rest.find('/').map(|slash| &rest[slash..]));
    let path = path.with_context(|| format!("{url:?} is no base address; one looks like https://host/path/"))?;
    ensure!(path.ends_with('/'), "the base address {url:?} must end with a slash");
    ensure!(!path.contains(['?', '#']), "the base address {url:?} must not have a query or a fragment");
    Ok(path.to_owned())
}

/// One shell for each base path, so that changing between two does not build twice.
fn shell_name(base_path: &str) -> String {
    match base_path.trim_matches('/') {
        "" => "root".to_owned(),
        path => format!("at-{}", path.replace('/', "-")),
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{path_of, shell_name, without_wasm_opt};
    use crate::workspace;

    #[test]
    fn base_addresses_have_a_path() -> anyhow::Result<()> {
        assert_eq!(path_of("https://example.org/")?, "/");
        assert_eq!(path_of("http://localhost:8080/a/b/")?, "/a/b/");
        for url in ["", "/ref/", "example.org/", "https://example.org", "https://example.org/ref", "https://example.org/?a/"] {
            assert!(path_of(url).is_err(), "{url}");
        }
        Ok(())
    }

    #[test]
    fn each_base_path_has_its_own_shell() {
        assert_eq!([shell_name("/"), shell_name("/ref/"), shell_name("/a/b/")], ["root", "at-ref", "at-a-b"]);
    }

    #[test]
    fn wasm_opt_can_be_left_out_of_the_real_page() -> anyhow::Result<()> {
        let html = fs::read_to_string(workspace::root().join("index.html"))?;
        let changed = without_wasm_opt(&html)?;
        assert!(changed.contains("data-wasm-opt=\"0\""));
        assert!(changed.contains("data-wasm-opt-params="), "only the one value changes");
        Ok(())
    }
}
