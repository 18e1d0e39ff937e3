//! The names of the parts of a page, as the app writes them.

/// Everything but the frame.
pub const MAIN: &str = "#main";
/// The page's own heading.
pub const HEADING: &str = "#main h1";
/// The line a screen reader speaks after a navigation.
pub const ANNOUNCER: &str = "#announcer";
/// Shown while a page is slow to come.
pub const PROGRESS: &str = "#progress";
/// Shown when a page did not come.
pub const LOAD_ERROR: &str = "#main .load-error[role=alert]";
/// Its way of trying again.
pub const RETRY: &str = ".load-error__retry";
/// Its way out: an ordinary link.
pub const ORDINARY_LINK: &str = "a.load-error__link";
/// The navigation of a phone.
pub const MENU: &str = "header details.menu";
/// A citation in prose.
pub const CITATION: &str = "#main details.cite";
/// Jumps over the header.
pub const SKIP_LINK: &str = "a.skip-link";
/// A short statement with a permanent id.
pub const CLAIM: &str = "#main li.claim[id]";
/// Its address, to be copied.
pub const PERMALINK: &str = "a.claim__permalink";
/// The field of the search.
pub const SEARCH_FIELD: &str = "#q";
/// A result below the field.
pub const OPTION: &str = "#search-options [role=option]";
/// The number of results on the page of the search.
pub const RESULTS_COUNT: &str = "#results .results__count";
/// A result on the page of the search.
pub const RESULT: &str = "#results .result__link";
/// What the reader is told when the search itself did not come.
pub const LOAD_ERROR_OF_SEARCH: &str = "#main [role=alert]";
