//! The part of the address under which the site is mounted, as a type that cannot be half right.

use anyhow::{Result, ensure};

/// `/` or `/ref/`: begins and ends with a slash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BasePath(String);

impl BasePath {
    /// The whole host.
    #[must_use]
    pub fn root() -> Self {
        Self("/".to_owned())
    }

    /// Reads a base path and adds the closing slash when it is missing.
    ///
    /// # Errors
    /// When it does not begin with a slash, or holds what an address would have to escape.
    pub fn parse(text: &str) -> Result<Self> {
        ensure!(text.starts_with('/'), "the base path {text:?} must begin with a slash, as in /ref/");
        let plain = |c: char| c.is_ascii_alphanumeric() || "/-_.~".contains(c);
        ensure!(
            text.chars().all(plain) && !text.contains("//") && !text.contains(".."),
            "the base path {text:?} may hold only ASCII letters, digits, single slashes and - _ . ~"
        );
        let closed = if text.ends_with('/') { text.to_owned() } else { format!("{text}/") };
        Ok(Self(closed))
    }

    /// With both slashes, as pages write it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Without the closing slash, as a prefix of rooted paths: empty for the whole host.
    #[must_use]
    pub fn prefix(&self) -> &str {
        self.0.strip_suffix('/').unwrap_or(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::BasePath;

    #[test]
    fn the_closing_slash_is_added() -> anyhow::Result<()> {
        assert_eq!(BasePath::parse("/ref")?, BasePath::parse("/ref/")?);
        assert_eq!(BasePath::parse("/ref/")?.prefix(), "/ref");
        assert_eq!(BasePath::root().prefix(), "");
        Ok(())
    }

    #[test]
    fn doubtful_paths_are_refused() {
        for text in ["", "ref/", "/a//b/", "/../", "/مرجع/", "/a b/"] {
            assert!(BasePath::parse(text).is_err(), "{text:?} was accepted");
        }
    }
}
