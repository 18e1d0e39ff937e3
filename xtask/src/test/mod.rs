//! `test`: everything that must hold, in stages from the quickest to the slowest, stopping at the first failure.

mod properties;
mod record;
mod stages;

use std::time::{Duration, Instant};

use anyhow::{Result, ensure};

use content::report::StageResult;
use stages::STAGES;

use crate::workspace;

/// Only what takes too long for every run.
const LONG: &str = "--long";
/// That as well.
const ALL: &str = "--all";

pub fn run(arguments: &[String]) -> Result<()> {
    match arguments {
        [only] if only == LONG => properties::run(),
        [only] if only == ALL => stages_of(&[]).and_then(|()| properties::run()),
        names => stages_of(names),
    }
}

/// The stages of these names; all of them, if there are none.
fn stages_of(arguments: &[String]) -> Result<()> {
    let known: Vec<_> = STAGES.iter().map(|(name, _)| *name).collect();
    for name in arguments {
        ensure!(
            known.contains(&name.as_str()),
            "there is no stage {name:?}; the stages: {}; {LONG} for the properties alone, {ALL} for everything",
            known.join(", ")
        );
    }
    let wanted = STAGES.iter().filter(|(name, _)| arguments.is_empty() || arguments.iter().any(|given| given == name));
    let mut report = Report::default();
    let mut results = Vec::new();
    for (name, stage) in wanted {
        println!("\n━━ {name}");
        let begin = Instant::now();
        let outcome = stage();
        report.add(name, begin.elapsed(), outcome.is_ok());
        match outcome {
            Ok(passed) => results.push(StageResult { name: (*name).to_owned(), passed }),
            Err(error) => {
                print!("{}", report.table());
                // What passed before is not true of this code any more.
                record::remove(&workspace::reports())?;
                return Err(error.context(format!("stage {name} failed; run it alone with `cargo xtask test {name}`")));
            }
        }
    }
    print!("{}", report.table());
    // A part of the stages says nothing of the whole.
    if results.len() == STAGES.len() { record::write(&workspace::reports(), &results) } else { Ok(()) }
}

/// How long each stage took.
#[derive(Default)]
struct Report(Vec<(&'static str, Duration, bool)>);

impl Report {
    fn add(&mut self, name: &'static str, duration: Duration, passed: bool) {
        println!("━━ {name}: {}", clock(duration));
        self.0.push((name, duration, passed));
    }

    fn table(&self) -> String {
        let line = |name: &str, duration, outcome: &str| format!("  {name:<10}{:>8}  {outcome}\n", clock(duration));
        let lines = self.0.iter().map(|(name, duration, passed)| line(name, *duration, if *passed { "passed" } else { "FAILED" }));
        let total = self.0.iter().map(|(_, duration, _)| *duration).sum();
        format!("\n{}{}", lines.collect::<String>(), line("together", total, ""))
    }
}

fn clock(duration: Duration) -> String {
    let seconds = duration.as_secs();
    if seconds < 60 { format!("{:.1} s", duration.as_secs_f64()) } else { format!("{} min {:02} s", seconds / 60, seconds % 60) }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{Report, clock, run};

    #[test]
    fn times_read_well() {
        assert_eq!(clock(Duration::from_millis(1_240)), "1.2 s");
        assert_eq!(clock(Duration::from_secs(605)), "10 min 05 s");
    }

    #[test]
    fn the_table_names_what_failed() {
        let mut report = Report::default();
        report.add("fmt", Duration::from_secs(1), true);
        report.add("clippy", Duration::from_secs(2), false);
        let table = report.table();
        assert!(table.contains("fmt") && table.contains("passed") && table.contains("FAILED") && table.contains("3.0 s"));
    }

    #[test]
    fn an_unknown_stage_is_refused_before_anything_runs() {
        let outcome = run(&["browsr".to_owned()]);
        assert!(outcome.is_err_and(|error| error.to_string().contains("browser")));
    }
}
