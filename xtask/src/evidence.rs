//! `evidence`: what the claims of each page rest on, and which facts of a file have no place yet, for editors.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, anyhow};
use content::model::Site;
use content::phrases::{SOURCES_NOUN, evidence_report as words, page::COMMA};
use content::report::{self, Evidence, EvidenceReport};
use content::{source, text};
use serde_json::Value;

use crate::{check_content, content_files, options, workspace};

pub fn run(arguments: &[String]) -> Result<()> {
    let [against] = options::values(arguments, ["--against"])?;
    check_content::check()?;
    let site = site(&workspace::content())?;
    print!("{}", told(&report::evidence(&site)));
    if let Some(file) = against {
        print!("\n{}", compared(&site, Path::new(&file))?);
    }
    Ok(())
}

fn site(content: &Path) -> Result<Site> {
    source::load(&content_files::read(content)?).map_err(|_| anyhow!("the content changed after it was checked; try again"))
}

/// The whole report; every address stands alone on its line, so that it can be copied.
fn told(report: &EvidenceReport) -> String {
    let mut lines = String::new();
    for page in &report.pages {
        lines += &format!("{}\n  {}\n{}\n", page.route.path(), page.title, evidence(&page.evidence));
    }
    let without_claims = listed(&report.sources_without_claims);
    lines + &format!("{}\n{}\n{}\n  {without_claims}\n", words::TOTAL, evidence(&report.total), words::WITHOUT_CLAIMS)
}

fn evidence(evidence: &Evidence) -> String {
    let grades: Vec<String> = evidence.grades.iter().map(|(grade, count)| format!("{} {count}", grade.label())).collect();
    let sources = text::counted(u32::try_from(evidence.sources).unwrap_or(u32::MAX), &SOURCES_NOUN);
    let sources = words::sources(&sources, &evidence.independent_sources.to_string());
    let mut lines = String::new();
    let values = [
        (words::CLAIMS, evidence.claims.to_string()),
        (words::GRADES, grades.join(COMMA)),
        (words::SOURCES, sources),
        (words::SINGLE_SOURCE, listed(&evidence.single_source_claims)),
        (words::CONFLICTS, listed(&evidence.conflicts)),
    ];
    for (label, value) in values {
        // Writing to memory does not fail.
        let _ = writeln!(lines, "  {label} {value}");
    }
    lines
}

/// Which facts of `file` have no claim of the same id.
fn compared(site: &Site, file: &Path) -> Result<String> {
    let missing: Vec<String> = facts(file)?.into_iter().filter(|id| !site.claims.contains_key(id)).collect();
    let address = file.display();
    if missing.is_empty() {
        return Ok(format!("{address}\n  {}\n", words::ALL_PLACED));
    }
    Ok(format!("{address}\n  {}\n  {}\n", words::NOT_PLACED, listed(&missing)))
}

/// The ids of the facts of a file: `{"facts": [{"id": "F001", …}, …]}`.
fn facts(file: &Path) -> Result<Vec<String>> {
    let told = |words: &str| format!("{}\n  {words}", file.display());
    let text = fs::read_to_string(file).map_err(|error| anyhow!(told(&words::cannot_read(&error.to_string()))))?;
    let value: Value = serde_json::from_str(&text).map_err(|error| anyhow!("{} ({error})", told(words::UNREADABLE)))?;
    let facts = value.get("facts").and_then(Value::as_array);
    let ids = facts.map(|facts| facts.iter().map(|fact| fact.get("id")?.as_str().map(str::to_owned)).collect());
    ids.flatten().with_context(|| told(words::UNREADABLE))
}

fn listed(ids: &[String]) -> String {
    if ids.is_empty() { words::NONE.to_owned() } else { ids.join(" ") }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use anyhow::Result;
    use content::report;

    use super::{compared, facts, site, told};
    use crate::workspace;

    #[test]
    fn every_page_with_claims_is_told_by_its_address() -> Result<()> {
        let site = site(&workspace::content())?;
        let report = report::evidence(&site);
        let told = told(&report);
        for claim in site.claims.values() {
            assert!(told.lines().any(|line| line == claim.home.path()), "{}", claim.home.path());
        }
        let lone = report.total.single_source_claims.first().map_or("", String::as_str);
        assert!(!lone.is_empty() && told.contains(lone), "{lone} has one source");
        for (grade, _) in &report.total.grades {
            assert!(told.contains(grade.label()));
        }
        Ok(())
    }

    #[test]
    fn a_fact_that_no_claim_carries_is_named() -> Result<()> {
        let site = site(&workspace::content())?;
        let folder = tempfile::tempdir()?;
        let file = folder.path().join("facts.json");
        fs::write(&file, r#"{"facts": [{"id": "F001", "text": "x"}, {"id": "F998"}]}"#)?;
        let told = compared(&site, &file)?;
        assert!(told.starts_with(&file.display().to_string()) && told.contains("F998") && !told.contains("F001"), "{told}");
        fs::write(&file, r#"{"facts": [{"id": "F001"}]}"#)?;
        assert!(compared(&site, &file)?.contains("كل الوقائع"));
        Ok(())
    }

    #[test]
    fn a_file_that_cannot_be_read_is_told_with_its_address() -> Result<()> {
        let folder = tempfile::tempdir()?;
        let file = folder.path().join("facts.json");
        let address = file.display().to_string();
        let error = || facts(&file).map_err(|error| error.to_string());
        assert!(error().is_err_and(|text| text.starts_with(&address) && text.contains("تعذّرت قراءة هذا الملف")));
        for text in ["", "[]", r#"{"facts": 1}"#, r#"{"facts": [{"id": 1}]}"#] {
            fs::write(&file, text)?;
            assert!(error().is_err_and(|text| text.starts_with(&address) && text.contains("المنتظر")), "{text}");
        }
        Ok(())
    }
}
