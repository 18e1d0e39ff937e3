//! Every page of the real content is cited, and other programs read the same from the files.

use std::{collections::BTreeSet, error::Error, fs, path::Path, sync::LazyLock};

use biblatex::{Bibliography, ChunksExt, DateValue, PermissiveType};
use biblib::{CitationParser, RisParser};
use citationberg::json::{DateValue as CslDate, Item, Value};
use citations::{PageCitation, Style, page_citation};
use content::{
    compose,
    model::Site,
    page::{Citation, Inline, Page},
    route::Route,
    source::{SourceFile, load},
};

const BASE: &str = "https://example.org/ref/";

type Outcome = Result<(), Box<dyn Error>>;

/// An entry as a program read it back.
#[derive(Debug, PartialEq, Eq)]
struct Read {
    key: String,
    title: String,
    url: Option<String>,
    date: Option<(i64, Option<u8>, Option<u8>)>,
}

fn site() -> Result<Site, Box<dyn Error>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
    let mut files = Vec::new();
    for entry in walkdir::WalkDir::new(&folder).sort_by_file_name() {
        let entry = entry?;
        let path = entry.path().strip_prefix(&folder)?.to_string_lossy().into_owned();
        if entry.path().extension().is_some_and(|extension| extension == "toml" || extension == "txt") && !path.starts_with("templates") {
            files.push(SourceFile { path, text: fs::read_to_string(entry.path())? });
        }
    }
    load(&files).map_err(|problems| format!("{problems:?}").into())
}

fn page(site: &Site, route: &Route) -> Result<Page, String> {
    compose::page(site, &compose::Base::new(BASE), route).ok_or_else(|| route.path())
}

fn cited(site: &Site, route: &Route) -> Result<PageCitation, Box<dyn Error>> {
    Ok(page_citation(site, BASE, route, &page(site, route)?)?.ok_or("no citation")?)
}

type Cited = (Site, Vec<(Route, PageCitation)>);

/// The site, and every page that can be cited.
fn everything() -> Result<Cited, Box<dyn Error>> {
    let site = site()?;
    let routes = compose::routes(&site).into_iter().filter(|route| !route.is_stand_in());
    let all = routes.map(|route| cited(&site, &route).map(|citation| (route, citation))).collect::<Result<_, _>>()?;
    Ok((site, all))
}

/// The same, made once.
fn all() -> Result<&'static Cited, String> {
    static ALL: LazyLock<Result<Cited, String>> = LazyLock::new(|| everything().map_err(|error| error.to_string()));
    ALL.as_ref().map_err(Clone::clone)
}

fn file<'a>(citation: &'a PageCitation, format: &str) -> Result<&'a str, Box<dyn Error>> {
    let (_, end) = Citation::FILES.iter().find(|(name, _)| *name == format).ok_or("no such format")?;
    let file = citation.files.iter().find(|file| file.path.ends_with(end)).ok_or("no such file")?;
    Ok(std::str::from_utf8(&file.bytes)?)
}

fn style<'a>(citation: &'a PageCitation, name: &str) -> Result<&'a Style, String> {
    citation.styles.iter().find(|style| style.name == name).ok_or_else(|| name.to_owned())
}

/// A citation as it reads once the browser has filled in the date.
fn filled(style: &Style, date: &str) -> String {
    format!("{}{date}{}", style.before, style.after)
}

fn read_bibtex(text: &str) -> Result<Vec<Read>, Box<dyn Error>> {
    let read = |entry: &biblatex::Entry| -> Result<Read, Box<dyn Error>> {
        let date = match entry.date() {
            Ok(PermissiveType::Typed(date)) => match date.value {
                DateValue::At(day) => Some((day.year.into(), day.month.map(|month| month + 1), day.day.map(|day| day + 1))),
                other => return Err(format!("{other:?}").into()),
            },
            _ => None,
        };
        let title = entry.title()?.format_verbatim();
        Ok(Read { key: entry.key.clone(), title, url: entry.url().ok(), date })
    };
    Bibliography::parse(text)?.iter().map(read).collect()
}

fn read_ris(text: &str) -> Result<Vec<Read>, Box<dyn Error>> {
    let read = |citation: biblib::Citation| Read {
        key: citation.extra_fields.get("ID").and_then(|ids| ids.first()).cloned().unwrap_or_default(),
        title: citation.title,
        url: citation.urls.into_iter().next(),
        date: citation.date.map(|date| (date.year.into(), date.month, date.day)),
    };
    Ok(RisParser::new().parse(text)?.into_iter().map(read).collect())
}

fn read_csl_json(text: &str) -> Result<Vec<Read>, Box<dyn Error>> {
    let text_of = |item: &Item, field: &str| match item.0.get(field) {
        Some(Value::String(text)) => Some(text.clone()),
        _ => None,
    };
    let read = |item: &Item| -> Result<Read, Box<dyn Error>> {
        let date = match item.0.get("issued") {
            Some(Value::Date(CslDate::DateParts { date_parts, .. })) => {
                let parts = &date_parts.0.first().ok_or("an empty date")?.0;
                let part = |index: usize| parts.get(index).and_then(|part| u8::try_from(*part).ok());
                Some((parts[0].into(), part(1), part(2)))
            }
            None => None,
            Some(other) => return Err(format!("{other:?}").into()),
        };
        Ok(Read {
            key: item.id().ok_or("no id")?.into_owned(),
            title: text_of(item, "title").ok_or("no title")?,
            url: text_of(item, "URL"),
            date,
        })
    };
    serde_json::from_str::<Vec<Item>>(text)?.iter().map(read).collect()
}

/// Titles that would end their field, their entry or their line, or that LaTeX would obey: read back, they are titles.
#[test]
fn a_hostile_title_stays_a_title() -> Outcome {
    let mut site = site()?;
    let id = site.sources.keys().next().cloned().ok_or("no source")?;
    let route = Route::Source(id.clone());
    let titles = [
        "} , note = {\\input{/etc/passwd}}",
        "{{{",
        "}}}",
        "a \\write18{x} $x$ % & # _ \" @article{x,",
        "ER  - \r\nTY  - ELEC",
        "<script>alert(1)</script>",
    ];
    for title in titles {
        site.sources.get_mut(&id).ok_or("no source")?.title = Some(title.to_owned());
        let citation = cited(&site, &route)?;
        let expected = title.split_whitespace().collect::<Vec<_>>().join(" ");
        let [bibtex, ris, csl] =
            [read_bibtex(file(&citation, "BibTeX")?)?, read_ris(file(&citation, "RIS")?)?, read_csl_json(file(&citation, "CSL-JSON")?)?];
        for read in [bibtex, ris, csl] {
            let titles: Vec<&str> = read.iter().skip(1).map(|entry| entry.title.as_str()).collect();
            assert_eq!(titles, [expected.as_str()], "{}", file(&citation, "BibTeX")?);
        }
    }
    Ok(())
}

#[test]
fn three_programs_read_the_same_entries_on_every_page() -> Outcome {
    let (site, all) = all()?;
    let updated = site.settings.updated;
    for (route, citation) in all {
        let bibtex = read_bibtex(file(citation, "BibTeX")?)?;
        assert_eq!(read_ris(file(citation, "RIS")?)?, bibtex, "{route:?}");
        assert_eq!(read_csl_json(file(citation, "CSL-JSON")?)?, bibtex, "{route:?}");

        let title = if *route == Route::Home { site.settings.name.clone() } else { page(site, route)?.title };
        assert_eq!(bibtex[0].title, title);
        assert_eq!(bibtex[0].url, Some(format!("{BASE}{}", route.path().trim_start_matches('/'))));
        assert_eq!(bibtex[0].date, Some((updated.year.into(), updated.month, updated.day)));

        let claims = site.claims.values().filter(|claim| claim.home == *route).count();
        assert_eq!(bibtex.len(), 1 + claims + usize::from(matches!(route, Route::Source(_))), "{route:?}");
    }
    Ok(())
}

#[test]
fn every_claim_is_an_entry_of_its_page_with_its_text_and_permalink() -> Outcome {
    let (site, all) = all()?;
    let mut found = BTreeSet::new();
    for (route, citation) in all {
        let entries = read_bibtex(file(citation, "BibTeX")?)?;
        for claim in site.claims.values().filter(|claim| claim.home == *route) {
            let key = format!("marrakech-platform-{}", claim.id);
            let entry = entries.iter().find(|entry| entry.key == key).ok_or(key)?;
            assert_eq!(entry.title, compose::text_of(&claim.text));
            assert!(entry.url.as_ref().is_some_and(|url| url.ends_with(&format!("{}#{}", route.path(), claim.id))));
            found.insert(claim.id.clone());
        }
    }
    assert_eq!(found.len(), site.claims.len());
    Ok(())
}

#[test]
fn every_source_page_cites_the_text_itself_too() -> Outcome {
    let site = site()?;
    for source in site.sources.values() {
        let citation = cited(&site, &Route::Source(source.id.clone()))?;
        let text = &read_csl_json(file(&citation, "CSL-JSON")?)?[1];
        match &source.title {
            Some(title) => assert_eq!(&text.title, title),
            None => assert!(text.title.starts_with('[') && text.title.ends_with(']'), "{}", text.title),
        }
        let url = match &source.address {
            content::model::Address::Url(url) => Some(url.clone()),
            content::model::Address::Unlinked(_) => None,
        };
        assert_eq!(text.url, url);
        assert_eq!(text.date, source.published.map(|date| (date.year.into(), date.month, date.day)));
    }
    Ok(())
}

#[test]
fn bodies_keep_their_names_whole() -> Outcome {
    let site = site()?;
    let ministry = cited(&site, &Route::Source("S021".to_owned()))?;
    let bibliography = Bibliography::parse(file(&ministry, "BibTeX")?)?;
    let entry = bibliography.get("marrakech-platform-S021").ok_or("no entry")?;
    assert_eq!(entry.author()?[0].name, "وزارة الشؤون الخارجية المغربية");
    assert_eq!(entry.author()?[0].given_name, "");
    let authors = &RisParser::new().parse(file(&ministry, "RIS")?)?[1].authors;
    assert!(file(&ministry, "RIS")?.contains("AU  - وزارة الشؤون الخارجية المغربية\r\n"), "{authors:?}");

    let centre = cited(&site, &Route::Source("S116".to_owned()))?;
    let read = &RisParser::new().parse(file(&centre, "RIS")?)?[1];
    assert_eq!(read.publisher.as_deref(), Some("UN Information Centre, Ouagadougou"));
    assert!(read.authors.is_empty());
    Ok(())
}

#[test]
fn marks_that_mean_something_to_a_format_survive() -> Outcome {
    let mut site = site()?;
    let title = r#"100% de l'ONU & {مراكش} «نص» "x_y" #1 $2 <b>é</b> ø @ 3–4 \ 5"#;
    if let Some(source) = site.sources.get_mut("S021") {
        source.title = Some(title.to_owned());
    }
    let citation = cited(&site, &Route::Source("S021".to_owned()))?;
    assert_eq!(read_bibtex(file(&citation, "BibTeX")?)?[1].title, title);
    assert_eq!(read_ris(file(&citation, "RIS")?)?[1].title, title);
    assert_eq!(read_csl_json(file(&citation, "CSL-JSON")?)?[1].title, title);
    Ok(())
}

#[test]
fn styles_read_as_their_manuals_want_and_leave_the_date_of_access_open() -> Outcome {
    let mut site = site()?;
    site.settings.updated = content::model::Date::parse("2026-11-23").ok_or("no date")?;
    let tangier = cited(&site, &Route::Edition("2023-tangier".to_owned()))?;
    let filled = |name: &str, date: &str| style(&tangier, name).map(|style| filled(style, date));
    assert_eq!(
        filled("الأسلوب العربي", "2 دجنبر 2026")?,
        "مرجع منصة مراكش. «الدورة الثانية: طنجة 2023». آخر تغيير: 23 نونبر 2026. اطُّلع عليه في: 2 دجنبر 2026. https://example.org/ref/editions/2023-tangier/"
    );
    assert_eq!(
        filled("APA", "December 2, 2026")?,
        "الدورة الثانية: طنجة 2023. (2026, November 23). مرجع منصة مراكش. Retrieved December 2, 2026, from https://example.org/ref/editions/2023-tangier/"
    );
    assert_eq!(
        filled("Chicago", "December 2, 2026")?,
        "مرجع منصة مراكش. “الدورة الثانية: طنجة 2023.” November 23, 2026. Accessed December 2, 2026. https://example.org/ref/editions/2023-tangier/."
    );
    Ok(())
}

#[test]
fn every_page_has_every_style_with_its_title_whole() -> Outcome {
    let (site, all) = all()?;
    for (route, citation) in all {
        assert_eq!(citation.styles.len(), 3);
        let title = if *route == Route::Home { site.settings.name.clone() } else { page(site, route)?.title };
        for style in &citation.styles {
            let text = filled(style, "");
            assert!(text.contains(&title), "{text}");
            assert!(text.contains(&site.settings.name), "{text}");
            assert!(style.after.contains(BASE) && !style.before.contains(BASE), "{text}");
        }
    }
    Ok(())
}

#[test]
fn home_is_cited_as_the_site() -> Outcome {
    let site = site()?;
    let home = cited(&site, &Route::Home)?;
    assert!(style(&home, "الأسلوب العربي")?.before.starts_with("مرجع منصة مراكش. آخر تغيير: "));
    assert!(style(&home, "APA")?.before.starts_with("مرجع منصة مراكش. ("));
    Ok(())
}

#[test]
fn the_other_direction_is_isolated_and_nothing_is_lost() -> Outcome {
    for (_, citation) in &all()?.1 {
        for style in &citation.styles {
            let (before, after) = style.inlines();
            let text = |inlines: &[Inline]| -> String {
                inlines
                    .iter()
                    .map(|inline| match inline {
                        Inline::Text(text) | Inline::Foreign(_, text) => text.as_str(),
                        _ => "",
                    })
                    .collect()
            };
            assert_eq!((text(&before), text(&after)), (style.before.clone(), style.after.clone()));
            let is_arabic = |letter: char| ('\u{600}'..='\u{6ff}').contains(&letter);
            for inline in before.iter().chain(&after) {
                match inline {
                    Inline::Text(text) if style.lang == "en" => assert!(!text.contains(is_arabic), "{text}"),
                    Inline::Text(text) => assert!(!text.contains("://"), "{text}"),
                    _ => {}
                }
            }
        }
    }
    Ok(())
}

#[test]
fn nothing_invisible_is_published() -> Outcome {
    let is_mark = |letter: char| matches!(letter, '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{1b}');
    for (route, citation) in &all()?.1 {
        for style in &citation.styles {
            assert!(!filled(style, "").contains(is_mark), "{route:?}");
        }
        for label in ["BibTeX", "RIS", "CSL-JSON"] {
            assert!(!file(citation, label)?.contains(is_mark), "{route:?}: {label}");
        }
    }
    Ok(())
}

#[test]
fn keys_are_ascii_and_no_two_works_share_one() -> Outcome {
    let mut keys = BTreeSet::new();
    for (_, citation) in &all()?.1 {
        for entry in read_bibtex(file(citation, "BibTeX")?)? {
            assert!(entry.key.is_ascii(), "{}", entry.key);
            assert!(keys.insert(entry.key.clone()), "{} twice", entry.key);
        }
    }
    Ok(())
}

#[test]
fn a_claim_names_its_page_and_the_site_in_every_format() -> Outcome {
    let site = site()?;
    let tangier = cited(&site, &Route::Edition("2023-tangier".to_owned()))?;
    let (title, name) = ("الدورة الثانية: طنجة 2023", site.settings.name.as_str());

    let bibliography = Bibliography::parse(file(&tangier, "BibTeX")?)?;
    let page = bibliography.get("marrakech-platform-editions-2023-tangier").ok_or("no page")?;
    let claim = bibliography.get("marrakech-platform-F038").ok_or("no claim")?;
    assert_eq!(page.how_published()?.format_verbatim(), name);
    assert_eq!(claim.how_published()?.format_verbatim(), format!("{title}، {name}"));

    let ris = RisParser::new().parse(file(&tangier, "RIS")?)?;
    assert_eq!(ris[0].journal.as_deref(), Some(name));
    assert_eq!((ris[1].journal.as_deref(), ris[1].publisher.as_deref()), (Some(title), Some(name)));

    let items: Vec<Item> = serde_json::from_str(file(&tangier, "CSL-JSON")?)?;
    let text = |index: usize, field: &str| match items.get(index).and_then(|item: &Item| item.0.get(field)) {
        Some(Value::String(text)) => text.as_str(),
        _ => "",
    };
    assert_eq!(text(0, "container-title"), name);
    assert_eq!((text(1, "container-title"), text(1, "publisher"), text(1, "language")), (title, name, "ar"));
    Ok(())
}

#[test]
fn files_stand_beside_their_page() -> Outcome {
    let site = site()?;
    let paths = |route: &Route| cited(&site, route).map(|citation| citation.files.into_iter().map(|file| file.path).collect::<Vec<_>>());
    assert_eq!(paths(&Route::Home)?, ["cite.bib", "cite.ris", "cite.json"]);
    assert_eq!(paths(&Route::About)?, ["about/cite.bib", "about/cite.ris", "about/cite.json"]);
    Ok(())
}

#[test]
fn a_missing_page_is_not_cited() -> Outcome {
    let site = site()?;
    assert_eq!(page_citation(&site, BASE, &Route::NotFound, &page(&site, &Route::NotFound)?)?, None);
    Ok(())
}

#[test]
fn the_same_content_gives_the_same_bytes() -> Outcome {
    assert!(all()?.1 == everything()?.1);
    Ok(())
}
