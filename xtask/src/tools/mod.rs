//! The tools of others that the build and the tests need: found on PATH at the right version, else installed into
//! `target/tools`, so that nothing of the user's is replaced.

mod browser;
mod cargo_tools;
mod debian;
mod load;
mod npm;
mod versions;

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

pub use browser::Browser;
pub use cargo_tools::{cargo_deny, compiler, twiggy};
pub use load::LoadTools;
pub use npm::{WasmOpt, npm, npm_folder, typefaces};
pub use versions::{TRUNK, Versions};

use crate::workspace;

/// What a build of the app needs.
pub struct Toolbox {
    path: OsString,
    /// Trunk.
    pub trunk: PathBuf,
    /// What makes JavaScript for WASM.
    pub wasm_bindgen: PathBuf,
    /// wasm-opt, or that there is none.
    pub wasm_opt: WasmOpt,
    /// What makes JavaScript small, if it is here.
    pub esbuild: Option<PathBuf>,
    versions: Versions,
}

impl Toolbox {
    /// For `trunk serve`: without wasm-opt, which only release builds use.
    ///
    /// # Errors
    /// When something is missing and cannot be installed.
    pub fn for_development() -> Result<Self> {
        let versions = Versions::read()?;
        cargo_tools::wasm_target()?;
        let trunk = cargo_tools::trunk()?;
        let wasm_bindgen = cargo_tools::wasm_bindgen(&versions)?;
        let path = path_with([wasm_bindgen.as_path(), trunk.as_path()])?;
        Ok(Self { path, trunk, wasm_bindgen, wasm_opt: WasmOpt::Skipped, esbuild: None, versions })
    }

    /// For published builds.
    ///
    /// # Errors
    /// When something is missing and cannot be installed.
    pub fn for_release() -> Result<Self> {
        let development = Self::for_development()?;
        let wasm_opt = npm::wasm_opt(&development.versions)?;
        let path = match &wasm_opt {
            WasmOpt::Program(program) => path_with_first(program, &development.path)?,
            WasmOpt::Skipped => development.path,
        };
        Ok(Self { path, wasm_opt, esbuild: npm::esbuild()?, ..development })
    }

    /// The search path on which Trunk finds exactly these tools.
    pub fn path(&self) -> &OsString {
        &self.path
    }

    /// Whether the app is made as small as what is published, so that its size can be judged.
    pub fn is_complete(&self) -> bool {
        matches!(self.wasm_opt, WasmOpt::Program(_)) && self.esbuild.is_some()
    }

    /// One line that changes when a tool does.
    pub fn fingerprint(&self) -> String {
        let optimised = matches!(self.wasm_opt, WasmOpt::Program(_));
        format!("{:?} optimised: {optimised} minified: {}", self.versions, self.esbuild.is_some())
    }
}

/// axe-core's script, for the browser journeys.
///
/// # Errors
/// When npm is missing or fails.
pub fn axe() -> Result<PathBuf> {
    npm::axe()
}

/// A web server that makes certificates itself.
///
/// # Errors
/// When it is missing and cannot be installed.
pub fn caddy() -> Result<PathBuf> {
    if find("caddy").is_none() {
        debian::install(&["caddy"], "Caddy must be on PATH")?;
    }
    find("caddy").context("caddy was installed but is not on PATH")
}

/// The runner of WASM tests that matches the app's wasm-bindgen.
///
/// # Errors
/// When it is missing and cannot be installed.
pub fn wasm_test_runner() -> Result<PathBuf> {
    let wasm_bindgen = cargo_tools::wasm_bindgen(&Versions::read()?)?;
    let folder = wasm_bindgen.parent().context("wasm-bindgen stands in no folder")?;
    Ok(folder.join(format!("wasm-bindgen-test-runner{}", env::consts::EXE_SUFFIX)))
}

/// rustfmt and clippy.
///
/// # Errors
/// When they are missing and rustup cannot add them.
pub fn lints() -> Result<()> {
    cargo_tools::components()
}

fn path_with<'a>(programs: impl IntoIterator<Item = &'a Path>) -> Result<OsString> {
    let current = env::var_os("PATH").unwrap_or_default();
    programs.into_iter().try_fold(current, |path, program| path_with_first(program, &path))
}

/// A search path on which programs of the folder of this one come first.
///
/// # Errors
/// When a folder cannot be written in it.
pub fn path_with_first(program: &Path, path: &OsString) -> Result<OsString> {
    let folder = program.parent().with_context(|| format!("{} stands in no folder", program.display()))?;
    let folders = std::iter::once(folder.to_owned()).chain(env::split_paths(path));
    env::join_paths(folders).context("a folder of PATH cannot be written in PATH")
}

/// A program of this name in our own folder, else on PATH.
fn find(name: &str) -> Option<PathBuf> {
    let file = format!("{name}{}", env::consts::EXE_SUFFIX);
    let own = [workspace::tools().join("bin"), npm::programs()];
    let path = env::var_os("PATH").unwrap_or_default();
    own.into_iter().chain(env::split_paths(&path)).map(|folder| folder.join(&file)).find(|program| program.is_file())
}
