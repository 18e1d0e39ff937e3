//! Absolute addresses: what leaves the site must lead back to it.

use content::route::Route;

use crate::FormatError;

/// The public base address, which ends with `/`.
#[derive(Clone, Copy, Debug)]
pub struct Base<'a>(&'a str);

impl<'a> Base<'a> {
    /// Takes an absolute address with a host that ends with `/`.
    ///
    /// # Errors
    /// It is not one.
    pub fn new(base_url: &'a str) -> Result<Self, FormatError> {
        let base = Self(base_url);
        base.host().filter(|_| base_url.ends_with('/')).map(|_| base).ok_or_else(|| FormatError::BaseUrl(base_url.to_owned()))
    }

    /// Takes an address as it is, where a wrong one can do no harm because [`Base::new`] has refused it before.
    pub fn unchecked(base_url: &'a str) -> Self {
        Self(base_url)
    }

    /// The base address itself.
    pub fn home(self) -> String {
        self.0.to_owned()
    }

    /// A page.
    pub fn page(self, route: &Route) -> String {
        self.below(&route.path())
    }

    /// A place in a page.
    pub fn anchor(self, route: &Route, anchor: &str) -> String {
        format!("{}#{anchor}", self.page(route))
    }

    /// Anything below the base path; a leading `/` is not doubled.
    pub fn below(self, path: &str) -> String {
        format!("{}{}", self.0, path.trim_start_matches('/'))
    }

    /// Host name, for ids that stay the same whatever the path (RFC 4151, RFC 7986).
    pub fn host(self) -> Option<String> {
        url::Url::parse(self.0).ok()?.host_str().map(str::to_owned)
    }
}

#[cfg(test)]
mod tests {
    use super::{Base, Route};

    #[test]
    fn an_address_keeps_the_base_path_and_doubles_no_slash() {
        let base = Base::unchecked("https://example.org/ref/");
        assert_eq!(base.page(&Route::Home), "https://example.org/ref/");
        assert_eq!(base.anchor(&Route::People, "hilale"), "https://example.org/ref/people/#hilale");
        assert_eq!(base.host().as_deref(), Some("example.org"));
    }

    #[test]
    fn what_is_no_base_address_is_refused() {
        for text in ["https://example.org/ref", "example.org/", "", "/ref/"] {
            assert!(Base::new(text).is_err(), "{text}");
        }
    }
}
