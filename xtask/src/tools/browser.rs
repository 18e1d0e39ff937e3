//! Chromium, Firefox and WebKit with their drivers, a font that has Arabic letters, nginx and Caddy, and the C++ compiler for HarfBuzz,
//! with which the tests compare our share images. On Debian as root they are installed; elsewhere the message says what to install.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::{cargo_tools, debian, find};
use crate::command::Step;

const PACKAGES: [&str; 10] = [
    "chromium",
    "chromium-driver",
    "firefox-esr",
    "webkit2gtk-driver",
    "xvfb",
    "fonts-noto-core",
    "g++",
    "nginx",
    "libnginx-mod-http-brotli-static",
    "caddy",
];

/// The programs of a browser test.
pub struct Browser {
    /// chromedriver; it finds Chromium by itself, unless the variable `CHROMIUM` names one.
    pub driver: PathBuf,
    /// geckodriver; it finds Firefox by itself, unless the variable `FIREFOX` names one.
    pub firefox_driver: PathBuf,
}

impl Browser {
    /// Finds them, installs them where that is possible, or says what to install.
    ///
    /// # Errors
    /// When something is missing and cannot be installed here.
    pub fn find_or_install() -> Result<Self> {
        if !missing().is_empty() {
            install()?;
        }
        let driver = driver().context("chromedriver was installed but is not on PATH")?;
        Ok(Self { driver, firefox_driver: cargo_tools::geckodriver()? })
    }
}

fn driver() -> Option<PathBuf> {
    std::env::var_os("CHROMEDRIVER").map(PathBuf::from).or_else(|| find("chromedriver"))
}

fn chromium() -> Option<PathBuf> {
    let named = std::env::var_os("CHROMIUM").map(PathBuf::from);
    named.or_else(|| ["chromium", "chromium-browser", "google-chrome"].into_iter().find_map(find))
}

fn firefox() -> Option<PathBuf> {
    let named = std::env::var_os("FIREFOX").map(PathBuf::from);
    named.or_else(|| ["firefox", "firefox-esr"].into_iter().find_map(find))
}

fn missing() -> Vec<&'static str> {
    let compiler = ["c++", "g++", "clang++"].into_iter().find_map(find);
    let here = [
        chromium().is_some(),
        driver().is_some(),
        firefox().is_some(),
        // Its browser comes with it, and needs a screen.
        std::env::var_os("WEBKITDRIVER").is_some() || find("WebKitWebDriver").is_some(),
        find("Xvfb").is_some(),
        has_arabic_font(),
        compiler.is_some(),
        find("nginx").is_some() || Path::new("/usr/sbin/nginx").exists(),
        // nginx loads it from here; where it is built in, the tests of nginx say what is missing.
        !debian::is_here() || Path::new("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so").exists(),
        find("caddy").is_some(),
    ];
    PACKAGES.into_iter().zip(here).filter(|(_, here)| !here).map(|(package, _)| package).collect()
}

/// Only Debian's packages can be asked; other systems that run a browser have such a font.
fn has_arabic_font() -> bool {
    !debian::is_here() || Step::new("dpkg-query").args(["--show", "fonts-noto-core"]).answer().is_some()
}

fn install() -> Result<()> {
    let missing = missing();
    let elsewhere = format!(
        "for the tests {} must be installed (or named by the variables CHROMIUM, CHROMEDRIVER, FIREFOX, WEBKITDRIVER and MINIBROWSER);\n\
         Chromium and chromedriver must be of the same version",
        missing.join(" ")
    );
    debian::install(&missing, &elsewhere)
}
