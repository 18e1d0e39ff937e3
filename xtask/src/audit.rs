//! `audit`: whether what comes from others may be used (licences, bans, origins) and is sound (advisories). Advisories come from
//! the network and change without a commit, so no test depends on this.

use std::fmt;
use std::fs;

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::command::Step;
use crate::{options, tools, workspace};

/// How the process ends when nothing was found, but not everything could be asked.
pub const UNANSWERED: u8 = 3;

/// What a check says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    Sound,
    Faulty,
    /// What must be asked for it cannot be reached from here.
    Unanswered,
}

/// These checks could not be made; the others found nothing.
#[derive(Debug)]
pub struct Unanswered(Vec<String>);

impl fmt::Display for Unanswered {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "these advisories could not be reached: {}; everything else is sound", self.0.join(", "))
    }
}

impl std::error::Error for Unanswered {}

pub fn run(arguments: &[String]) -> Result<()> {
    let [] = options::values(arguments, [])?;
    let mut outcomes = crates()?;
    for folder in npm_folders()? {
        outcomes.push((format!("advisories for xtask/{folder}"), npm(&folder)?));
    }
    println!();
    for (check, outcome) in &outcomes {
        println!("  {check:<36}{}", outcome.word());
    }
    verdict(&outcomes)
}

impl Outcome {
    fn of(is_sound: bool) -> Self {
        if is_sound { Self::Sound } else { Self::Faulty }
    }

    fn word(self) -> &'static str {
        match self {
            Self::Sound => "sound",
            Self::Faulty => "FAULTY",
            Self::Unanswered => "not known: out of reach",
        }
    }
}

/// A fault counts for more than what is not known.
fn verdict(outcomes: &[(String, Outcome)]) -> Result<()> {
    let with = |wanted| outcomes.iter().filter(|(_, outcome)| *outcome == wanted).map(|(check, _)| check.clone()).collect::<Vec<_>>();
    let (faulty, unanswered) = (with(Outcome::Faulty), with(Outcome::Unanswered));
    if !faulty.is_empty() {
        bail!("faults were found: {}", faulty.join(", "));
    }
    if unanswered.is_empty() { Ok(()) } else { Err(Unanswered(unanswered).into()) }
}

/// First what needs no network beyond the registry.
fn crates() -> Result<Vec<(String, Outcome)>> {
    let program = tools::cargo_deny()?;
    let deny = |arguments: &[&str]| Step::new(&program).args(["--workspace", "--locked"]).args(arguments).succeeds();
    let of_files = Outcome::of(deny(&["check", "licenses", "bans", "sources"])?);
    let advisories =
        if deny(&["fetch", "db"])? { Outcome::of(deny(&["check", "--disable-fetch", "advisories"])?) } else { Outcome::Unanswered };
    Ok(vec![("licences, bans, sources of crates".to_owned(), of_files), ("advisories for crates".to_owned(), advisories)])
}

/// The folders below `xtask/` whose tools npm installs.
fn npm_folders() -> Result<Vec<String>> {
    let folder = workspace::root().join("xtask");
    let mut names = Vec::new();
    for entry in fs::read_dir(&folder).with_context(|| format!("cannot list {}", folder.display()))? {
        let entry = entry?;
        if entry.path().join("package-lock.json").exists() {
            names.push(entry.file_name().to_string_lossy().into_owned());
        }
    }
    names.sort();
    Ok(names)
}

fn npm(folder: &str) -> Result<Outcome> {
    let step = Step::new(tools::npm()?).args(["audit", "--json", "--package-lock-only", "--prefix"]);
    let report = step.arg(workspace::root().join("xtask").join(folder)).report()?;
    let (outcome, flaws) = read(&report);
    for flaw in flaws {
        println!("  {flaw}");
    }
    Ok(outcome)
}

/// What a report of npm says (auditReportVersion 2), and the packages with flaws. What is no such report tells why there is none.
fn read(report: &str) -> (Outcome, Vec<String>) {
    let report: Value = serde_json::from_str(report).unwrap_or_default();
    let Some(flaws) = report.get("vulnerabilities").and_then(Value::as_object) else { return (Outcome::Unanswered, Vec::new()) };
    let severity = |flaw: &Value| flaw.get("severity").and_then(Value::as_str).unwrap_or("unknown").to_owned();
    let flaws: Vec<String> = flaws.iter().map(|(name, flaw)| format!("{name}: {}", severity(flaw))).collect();
    (Outcome::of(flaws.is_empty()), flaws)
}

#[cfg(test)]
mod tests {
    use super::{Outcome, Unanswered, npm_folders, read, verdict};

    fn outcomes(outcomes: &[Outcome]) -> Vec<(String, Outcome)> {
        outcomes.iter().zip('a'..).map(|(outcome, name)| (name.to_string(), *outcome)).collect()
    }

    #[test]
    fn what_is_not_known_is_told_from_what_is_faulty() {
        assert!(verdict(&outcomes(&[Outcome::Sound, Outcome::Sound])).is_ok());
        let faulty = verdict(&outcomes(&[Outcome::Sound, Outcome::Unanswered, Outcome::Faulty]));
        assert!(faulty.is_err_and(|error| !error.is::<Unanswered>() && error.to_string().ends_with(": c")));
        let unanswered = verdict(&outcomes(&[Outcome::Sound, Outcome::Unanswered]));
        assert!(unanswered.is_err_and(|error| error.is::<Unanswered>() && error.to_string().contains("reached: b;")));
    }

    #[test]
    fn reports_of_npm_are_read() {
        assert_eq!(read(r#"{"auditReportVersion":2,"vulnerabilities":{},"metadata":{}}"#), (Outcome::Sound, Vec::new()));
        let flaw = r#"{"vulnerabilities":{"left-pad":{"name":"left-pad","severity":"high"}}}"#;
        assert_eq!(read(flaw), (Outcome::Faulty, vec!["left-pad: high".to_owned()]));
        for refused in [r#"{"message":"405 Method Not Allowed","statusCode":405}"#, r#"{"error":{"code":"ENOTFOUND"}}"#, ""] {
            assert_eq!(read(refused), (Outcome::Unanswered, Vec::new()), "{refused}");
        }
    }

    #[test]
    fn every_folder_of_npm_is_asked_for() -> anyhow::Result<()> {
        let folders = npm_folders()?;
        assert!(["coast", "font", "lighthouse", "npm"].iter().all(|known| folders.iter().any(|folder| folder == known)), "{folders:?}");
        Ok(())
    }
}
