//! Where the site is published: every link and every absolute address begins with it.

/// The public base address in its two forms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Base {
    /// The whole address; ends with a slash.
    pub url: String,
    /// Its path without the last slash: empty at the root of a host, `/ref` under `/ref/`.
    pub path: String,
}

impl Base {
    /// The base of `url`, an absolute address that ends with a slash.
    #[must_use]
    pub fn new(url: &str) -> Self {
        let after_scheme = url.split_once("://").map_or(url, |(_, rest)| rest);
        let path = after_scheme.find('/').map_or("", |slash| &after_scheme[slash..]);
        Self { url: url.to_owned(), path: path.trim_end_matches('/').to_owned() }
    }

    /// The public address of what lies at `path`, which is below the base path and begins with a slash.
    #[must_use]
    pub fn absolute(&self, path: &str) -> String {
        format!("{}{}", self.url, path.trim_start_matches('/'))
    }
}

#[cfg(test)]
mod tests {
    use super::Base;

    #[test]
    fn the_path_is_what_follows_the_host() {
        assert_eq!(Base::new("https://example.org/").path, "");
        assert_eq!(Base::new("https://example.org/ref/").path, "/ref");
        assert_eq!(Base::new("https://example.org/ref/").absolute("/about/"), "https://example.org/ref/about/");
    }
}
