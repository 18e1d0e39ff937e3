//! What each stage runs. A stage sees to its own tools, so that it can run alone.

use anyhow::Result;

use crate::build::SiteBuild;
use crate::command::Step;
use crate::tools::{self, Browser, Toolbox};
use crate::workspace;

const WASM: &str = "wasm32-unknown-unknown";
const APP: &str = "marrakech-platform";

/// Packages with native tests, besides the app.
const NATIVE: [&str; 13] = [
    "bench",
    "citations",
    "content",
    "delivery",
    "formats",
    "prerender",
    "preview",
    "search",
    "search-index",
    "server",
    "share-images",
    "synth",
    "xtask",
];

/// Gives the number of tests that passed: none where the stage is one check.
type Stage = fn() -> Result<u32>;

/// Names and functions, in order.
pub const STAGES: [(&str, Stage); 8] = [
    ("fmt", fmt),
    ("tools", install_tools),
    ("clippy", clippy),
    ("unit", unit),
    ("site", site),
    ("wasm", wasm),
    ("build", build),
    ("browser", browser),
];

fn fmt() -> Result<u32> {
    tools::lints()?;
    Step::cargo().args(["fmt", "--all", "--check"]).run()?;
    Ok(0)
}

/// Everything at once and early: a missing tool is better known now than after half an hour.
fn install_tools() -> Result<u32> {
    Browser::find_or_install()?;
    tools::axe()?;
    tools::typefaces()?;
    Toolbox::for_release()?;
    Ok(0)
}

/// The three modes of the app one by one (together they would contradict each other), then the rest.
fn clippy() -> Result<u32> {
    tools::lints()?;
    Toolbox::for_development()?;
    let clippy = |arguments: &[&str]| Step::cargo().arg("clippy").args(arguments).args(["--", "-D", "warnings"]).run();
    clippy(&["--package", APP, "--features", "csr", "--target", WASM])?;
    clippy(&["--package", APP, "--features", "hydrate", "--target", WASM, "--lib", "--bins", "--test", "wasm"])?;
    clippy(&["--package", APP, "--features", "ssr", "--all-targets"])?;
    clippy(&["--package", "search-module", "--target", WASM])?;
    // As the browser gets it, without the reading of files.
    clippy(&["--package", "content"])?;
    let others = [NATIVE.as_slice(), &["e2e"]].concat();
    let others: Vec<&str> = others.iter().flat_map(|package| ["--package", package]).collect();
    clippy(&[others.as_slice(), &["--features", "content/source", "--all-targets"]].concat())?;
    Ok(0)
}

fn unit() -> Result<u32> {
    let packages = NATIVE.iter().flat_map(|package| ["--package", package]);
    let step = Step::cargo().arg("test").args(packages).args(["--features", "content/source"]);
    step.env("TYPEFACES", tools::typefaces()?).count_tests()
}

fn site() -> Result<u32> {
    Step::cargo().args(["test", "--package", APP]).count_tests()
}

fn wasm() -> Result<u32> {
    let browser = Browser::find_or_install()?;
    Toolbox::for_development()?;
    Step::cargo()
        .args(["test", "--package", APP, "--target", WASM, "--features", "hydrate", "--test", "wasm"])
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", tools::wasm_test_runner()?)
        .env("CHROMEDRIVER", browser.driver)
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", workspace::root().join("xtask/webdriver.json"))
        .count_tests()
}

/// Once at the root of a host, and once under a path for a host that sends no headers of the site's, as GitHub Pages: links and addresses must hold in both.
fn build() -> Result<u32> {
    let toolbox = Toolbox::for_release()?;
    for (name, base_url, policy_in_pages) in [("root", "https://example.org/", false), ("ref", "https://example.org/ref/", true)] {
        let (base_url, dist) = (Some(base_url.to_owned()), workspace::test_site(name));
        SiteBuild { base_url, dist, sizes: true, has_worker: true, policy_in_pages }.build(&toolbox)?;
    }
    Ok(0)
}

fn browser() -> Result<u32> {
    let browser = Browser::find_or_install()?;
    Step::cargo()
        .args(["test", "--package", "e2e", "--test", "journeys"])
        .env("SITE_ROOT", workspace::test_site("root"))
        .env("SITE_REF", workspace::test_site("ref"))
        .env("SHELL_ROOT", workspace::shell("root"))
        .env("AXE", tools::axe()?)
        .env("CHROMEDRIVER", browser.driver)
        .env("GECKODRIVER", browser.firefox_driver)
        .env("REPORTS", workspace::reports())
        .count_tests()
}
