//! The one route table: which pages exist and where they live. No other file spells an address.

/// A page of the site. Its address never changes once published. The order is that of the sitemap, but for editions, which
/// there come by number.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Route {
    /// `/`
    Home,
    /// `/platform/`
    Platform,
    /// `/editions/`
    Editions,
    /// `/editions/<slug>/`, one per file in `content/editions/`.
    Edition(String),
    /// `/editions/decade/2030/`, one per decade, once there are many editions.
    Decade(u16),
    /// `/editions/compare/`
    Compare,
    /// `/objectives/`
    Objectives,
    /// `/evolution/`
    Evolution,
    /// `/people/`
    People,
    /// `/institutions/`
    Institutions,
    /// `/institutions/rabat-office/`
    RabatOffice,
    /// `/related/`
    Related,
    /// `/conflicts/`
    Conflicts,
    /// `/sources/`
    Sources,
    /// `/sources/decade/2030/`, the years of a decade, once there are many sources.
    SourceDecade(u16),
    /// `/sources/year/2031/`, what was published in a year.
    SourceYear(u16),
    /// `/sources/undated/`, sources whose year is not known.
    SourcesUndated,
    /// `/sources/<id>/`, one per source.
    Source(String),
    /// `/search/`
    Search,
    /// `/index-az/`, the index as at the back of a book.
    IndexAz,
    /// `/index-az/<letter>/`, one per letter with entries.
    IndexLetter(String),
    /// `/glossary/`
    Glossary,
    /// `/data/`
    Data,
    /// `/about/`
    About,
    /// `/about/corrections/`
    Corrections,
    /// `/about/quality/`
    Quality,
    /// `/404.html`, served at any unknown address.
    NotFound,
    /// `/offline.html`, shown at any address that is neither reached nor kept on the device.
    Offline,
}

/// The pages of which there is one.
const SINGLE: [Route; 22] = [
    Route::Home,
    Route::Platform,
    Route::Editions,
    Route::Compare,
    Route::Objectives,
    Route::Evolution,
    Route::People,
    Route::Institutions,
    Route::RabatOffice,
    Route::Related,
    Route::Conflicts,
    Route::Sources,
    Route::SourcesUndated,
    Route::Search,
    Route::IndexAz,
    Route::Glossary,
    Route::Data,
    Route::About,
    Route::Corrections,
    Route::Quality,
    Route::NotFound,
    Route::Offline,
];

impl Route {
    /// The address below the base address; starts with `/` and, but for stand-ins, ends with `/`.
    #[must_use]
    pub fn path(&self) -> String {
        match self {
            Self::Home => "/".into(),
            Self::Platform => "/platform/".into(),
            Self::Editions => "/editions/".into(),
            Self::Edition(slug) => format!("/editions/{slug}/"),
            Self::Decade(first) => format!("/editions/decade/{first}/"),
            Self::Compare => "/editions/compare/".into(),
            Self::Objectives => "/objectives/".into(),
            Self::Evolution => "/evolution/".into(),
            Self::People => "/people/".into(),
            Self::Institutions => "/institutions/".into(),
            Self::RabatOffice => "/institutions/rabat-office/".into(),
            Self::Related => "/related/".into(),
            Self::Conflicts => "/conflicts/".into(),
            Self::Sources => "/sources/".into(),
            Self::SourceDecade(first) => format!("/sources/decade/{first}/"),
            Self::SourceYear(year) => format!("/sources/year/{year}/"),
            Self::SourcesUndated => "/sources/undated/".into(),
            Self::Source(id) => format!("/sources/{id}/"),
            Self::Search => "/search/".into(),
            Self::IndexAz => "/index-az/".into(),
            Self::IndexLetter(letter) => format!("/index-az/{letter}/"),
            Self::Glossary => "/glossary/".into(),
            Self::Data => "/data/".into(),
            Self::About => "/about/".into(),
            Self::Corrections => "/about/corrections/".into(),
            Self::Quality => "/about/quality/".into(),
            Self::NotFound => "/404.html".into(),
            Self::Offline => "/offline.html".into(),
        }
    }

    /// The page whose address this is, letter by letter; nothing for any other text. Names in it are ASCII letters, digits and
    /// hyphens, so no address leads out of the folder that is published.
    #[must_use]
    pub fn parse(path: &str) -> Option<Self> {
        if let Some(single) = SINGLE.into_iter().find(|route| route.path() == path) {
            return Some(single);
        }
        let parts: Vec<&str> = path.strip_prefix('/')?.strip_suffix('/')?.split('/').collect();
        let year = |text: &str| text.parse().ok();
        let name = |text: &str| is_name(text).then(|| text.to_owned());
        let route = match parts.as_slice() {
            ["editions", "decade", first] => Self::Decade(year(first)?),
            ["editions", slug] => Self::Edition(name(slug)?),
            ["sources", "decade", first] => Self::SourceDecade(year(first)?),
            ["sources", "year", of] => Self::SourceYear(year(of)?),
            ["sources", id] => Self::Source(name(id)?),
            ["index-az", letter] => Self::IndexLetter(name(letter)?),
            _ => return None,
        };
        // «007» is a year, but no address has it.
        (route.path() == path).then_some(route)
    }

    /// Whether the page is shown at the addresses of others: it is linked by none, found by no search and cited nowhere.
    #[must_use]
    pub fn is_stand_in(&self) -> bool {
        matches!(self, Self::NotFound | Self::Offline)
    }

    /// The page this one stands under in the breadcrumb; none for home and stand-ins.
    #[must_use]
    pub fn parent(&self) -> Option<Self> {
        match self {
            Self::Home | Self::NotFound | Self::Offline => None,
            Self::Edition(_) | Self::Decade(_) | Self::Compare => Some(Self::Editions),
            Self::RabatOffice => Some(Self::Institutions),
            Self::SourceDecade(_) | Self::SourcesUndated | Self::Source(_) => Some(Self::Sources),
            Self::SourceYear(year) => Some(Self::SourceDecade(decade(*year))),
            Self::IndexLetter(_) => Some(Self::IndexAz),
            Self::Corrections | Self::Quality => Some(Self::About),
            _ => Some(Self::Home),
        }
    }
}

fn is_name(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

/// What of a path of this host lies below the base path (without its last slash); nothing for what is another site's, as
/// `//host/` would be.
#[must_use]
pub fn below<'a>(path: &'a str, base: &str) -> Option<&'a str> {
    path.strip_prefix(base).filter(|below| below.starts_with('/') && !below.starts_with("//"))
}

/// The first year of the decade of `year`.
#[must_use]
pub fn decade(year: u16) -> u16 {
    year - year % 10
}

/// Where a page's data is published: the page's address followed by this name.
pub const DATA_FILE: &str = "index.bin";

/// Where the column of an edition is published, for the matrices that do not show it: the edition's page followed by this name.
pub const COLUMN_FILE: &str = "column.bin";

/// Where the list of all columns is published, below the base path.
pub const COLUMNS_FILE: &str = "/editions/columns.bin";

/// Where the files of the search index are published, below the base path.
pub const SEARCH_FOLDER: &str = "/search/";

/// The first file of the search index.
pub const SEARCH_HEAD: &str = "head.bin";

/// Where the frame is published for development; a published page carries it.
pub const FRAME_FILE: &str = "/frame.bin";
