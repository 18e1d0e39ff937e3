//! The page of the site's quality: figures of the model and of the reports, and words where a report is absent.

use std::{collections::BTreeSet, fs};

use content::{
    compose,
    model::Site,
    report::{self, Links, Reports, StageResult, ViewResult, Weight, Weights},
    route::Route,
    text::number,
};
use prerender::{kept::Kept, rendered};

use super::support::{attributes, base, publication_with, real_site, root, text, texts};

const ABSENT: &str = "لم تُسجَّل نتيجة في هذا البناء.";

fn html(site: &Site, reports: &Reports) -> String {
    let page = compose::quality(site, &base(), reports).expect("the page of the quality");
    rendered(site, &base(), &Kept::default(), &Route::Quality, page).expect("a page").html
}

fn reports() -> Reports {
    let weight = |path: &str, bytes| Weight { path: path.into(), bytes };
    let stage = |name: &str, passed| StageResult { name: name.into(), passed };
    Reports {
        weights: Some(Weights {
            home: 11_111,
            largest_page: weight("/platform/", 12_222),
            largest_data: weight("/sources/", 13_333),
            fonts: 14_444,
            app: 155_555,
            first_view: 26_666,
        }),
        links: Some(Links { internal: 4_321, anchors: 1_234, external: 117 }),
        tests: Some(vec![stage("fmt", 0), stage("unit", 207), stage("browser", 33)]),
        accessibility: Some(vec![ViewResult { name: "dark".into(), pages: 27, violations: 0 }]),
    }
}

/// The cells of the tables of a section, each row as one text.
fn rows(html: &str, section: &str) -> Vec<String> {
    texts(html, &format!("section#{section} tbody tr"))
}

fn facts(html: &str, section: &str) -> Vec<String> {
    texts(html, &format!("section#{section} dd"))
}

#[test]
fn the_evidence_adds_up_to_the_model() {
    let site = real_site();
    let report = report::evidence(&site);
    assert_eq!(report.total.claims, site.claims.len());
    assert_eq!(report.pages.iter().map(|page| page.evidence.claims).sum::<usize>(), site.claims.len());
    for evidence in report.pages.iter().map(|page| &page.evidence).chain([&report.total]) {
        assert_eq!(evidence.grades.iter().map(|(_, count)| count).sum::<usize>(), evidence.claims);
        assert!(evidence.independent_sources <= evidence.sources);
    }
    let used: BTreeSet<&str> = site.claims.values().flat_map(|claim| &claim.sources).map(|source| source.id.as_str()).collect();
    assert_eq!(report.total.sources, used.len());
    assert_eq!(used.len() + report.sources_without_claims.len(), site.sources.len());
    assert!(report.pages.iter().all(|page| !page.title.is_empty()));
}

#[test]
fn a_claim_with_one_source_is_listed_and_a_reprint_is_no_second_one() {
    let site = real_site();
    let report = report::evidence(&site);
    let single = |id: &str| report.total.single_source_claims.iter().any(|listed| listed == id);
    for claim in site.claims.values() {
        let texts = claim.sources.len();
        let sources: BTreeSet<&str> = claim.sources.iter().map(|source| source.id.as_str()).collect();
        let is_one_text = site.reprints.iter().any(|reprint| {
            let carriers: BTreeSet<&str> = reprint.sources.iter().map(|source| source.id.as_str()).collect();
            sources.is_subset(&carriers)
        });
        assert_eq!(single(&claim.id), texts == 1 || is_one_text, "{}", claim.id);
    }
    let home = |id: &str| report.pages.iter().find(|page| page.route == site.claims[id].home).expect("its page");
    for id in &report.total.single_source_claims {
        assert!(home(id).evidence.single_source_claims.contains(id), "{id} is not listed on its page");
    }
}

#[test]
fn the_figures_of_the_content_are_those_of_the_model() {
    let site = real_site();
    let html = html(&site, &Reports::default());
    let facts = facts(&html, "content");
    let total = report::evidence(&site).total;
    let pages = compose::routes(&site).iter().filter(|route| !route.is_stand_in()).count();
    let expected = [pages, total.claims, total.single_source_claims.len(), total.sources, total.independent_sources];
    for (fact, expected) in facts.iter().zip(expected) {
        assert!(fact.starts_with(&format!("{expected} ")), "{fact}, expected {expected}");
    }
    assert!(facts[6].starts_with(&site.conflicts.len().to_string()), "{}", facts[6]);
    let grades: Vec<String> = total.grades.iter().map(|(grade, count)| format!("{}{count}", grade.label())).collect();
    assert_eq!(rows(&html, "content"), grades);
}

#[test]
fn the_figures_of_the_build_are_those_of_the_reports() {
    let html = html(&real_site(), &reports());
    assert!(!html.contains(ABSENT));
    let weights = rows(&html, "weights").join("\n");
    for bytes in [11_111, 12_222, 13_333, 14_444, 155_555, 26_666] {
        assert!(weights.contains(&number(bytes)), "{bytes} is not in {weights}");
    }
    assert_eq!(attributes(&html, "section#weights tbody a", "href"), ["/platform/", "/sources/"]);
    let tests = rows(&html, "tests");
    assert_eq!(tests, ["تنسيق الشيفرةاجتيزت", "قواعد كل وحدة207 اختبارات", "رحلات القراء في المتصفح33 اختباراً", "المجموع240 اختباراً"]);
    assert_eq!(rows(&html, "accessibility"), ["الحاسوب في الوضع الداكن27لا مخالفة"]);
    assert_eq!(facts(&html, "links"), ["4.321 رابطاً", "1.234 رابطاً", "117 عنواناً"]);
}

#[test]
fn an_absent_report_is_said_and_none_is_invented() {
    let site = real_site();
    let html = html(&site, &Reports::default());
    for section in ["weights", "tests", "accessibility", "links"] {
        assert_eq!(texts(&html, &format!("section#{section} > [role=paragraph]")), [ABSENT], "{section}");
        assert!(rows(&html, section).is_empty() && facts(&html, section).is_empty(), "{section}");
    }
    let partly = self::html(&site, &Reports { tests: None, ..reports() });
    assert_eq!(partly.matches(ABSENT).count(), 1);
}

#[test]
fn the_published_page_reads_the_records_and_counts_this_build() {
    let folder = tempfile::tempdir().expect("a folder");
    let content = root().join("content");
    let publish = || publication_with(&content, "https://example.org/ref/", Some(folder.path())).outputs;
    let page = "about/quality/index.html";
    let without = publish();
    let html = text(&without, page);
    assert_eq!(html.matches(ABSENT).count(), 2, "tests and accessibility were not recorded");
    assert!(facts(html, "links").iter().all(|count| count.starts_with(|digit: char| digit.is_ascii_digit())));
    assert!(rows(html, "weights")[4].ends_with(|end: char| end.is_ascii_digit()));

    fs::write(folder.path().join("tests.json"), r#"[{"name": "unit", "passed": 5}]"#).expect("a record");
    fs::write(folder.path().join("accessibility.json"), r#"[{"name": "phone", "pages": 9, "violations": 0}]"#).expect("a record");
    let with = publish();
    let changed: Vec<&str> =
        with.iter().zip(&without).filter(|(one, other)| one.bytes != other.bytes).map(|(one, _)| one.path.as_str()).collect();
    // The search index holds the words of this page as well; headers and list name its files, the worker and build.json the state of
    // all.
    let all = ["_headers", "build.json", "offline.json", "sw.js"];
    let changed: Vec<&str> = changed.into_iter().filter(|path| !path.starts_with("search/") && !all.contains(path)).collect();
    assert_eq!(changed, ["about/quality/index.bin", page], "a record changes the page and nothing else");
    assert!(text(&with, page).contains("5 اختبارات") && !text(&with, page).contains(ABSENT));
}

#[test]
fn the_text_of_the_page_holds_no_result() {
    let file = fs::read_to_string(root().join("content/pages/quality.toml")).expect("the text");
    assert!(!file.contains(|letter: char| letter.is_ascii_digit()), "figures come from the reports alone");
}

#[test]
fn the_page_about_the_site_leads_to_its_quality_and_corrections() {
    let site = real_site();
    let about = prerender::render(&site, &base(), &Route::About).expect("a page").html;
    let links = attributes(&about, "article a", "href");
    for wanted in ["/about/quality/", "/about/corrections/"] {
        assert!(links.iter().any(|link| link == wanted), "{wanted} is not linked");
    }
}
