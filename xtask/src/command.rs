//! Running other programs: each command is printed before it runs, and its output streams.

use std::ffi::{OsStr, OsString};
use std::io::{self, BufRead, BufReader, Read};
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result, ensure};

use crate::workspace;

/// How long the output of a command that has ended may stay open.
const LEFT_BEHIND: Duration = Duration::from_secs(10);

/// One command, run in the repository's root.
pub struct Step {
    program: OsString,
    arguments: Vec<OsString>,
    variables: Vec<(OsString, OsString)>,
    unset: Vec<&'static str>,
}

impl Step {
    /// A program, by name or path.
    pub fn new(program: impl AsRef<OsStr>) -> Self {
        Self { program: program.as_ref().to_owned(), arguments: Vec::new(), variables: Vec::new(), unset: Vec::new() }
    }

    /// The cargo that runs this task.
    pub fn cargo() -> Self {
        Self::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
    }

    /// Adds arguments.
    pub fn args<A: AsRef<OsStr>>(mut self, arguments: impl IntoIterator<Item = A>) -> Self {
        self.arguments.extend(arguments.into_iter().map(|argument| argument.as_ref().to_owned()));
        self
    }

    /// Adds an argument.
    pub fn arg(self, argument: impl AsRef<OsStr>) -> Self {
        self.args([argument])
    }

    /// Sets a variable for this command.
    pub fn env(mut self, name: impl AsRef<OsStr>, value: impl AsRef<OsStr>) -> Self {
        self.variables.push((name.as_ref().to_owned(), value.as_ref().to_owned()));
        self
    }

    /// Removes a variable for this command.
    pub fn without(mut self, name: &'static str) -> Self {
        self.unset.push(name);
        self
    }

    /// Prints the command and runs it.
    ///
    /// # Errors
    /// When it cannot be started or does not succeed.
    pub fn run(&self) -> Result<()> {
        println!("\n$ {}", self.line());
        let status = self.command().status().with_context(|| format!("cannot start {}", self.program.display()))?;
        ensure!(status.success(), "this command failed ({status}):\n  {}", self.line());
        Ok(())
    }

    /// Prints the command, runs it, and tells whether it succeeded: for programs that say themselves what failed.
    ///
    /// # Errors
    /// When it cannot be started.
    pub fn succeeds(&self) -> Result<bool> {
        println!("\n$ {}", self.line());
        let status = self.command().status().with_context(|| format!("cannot start {}", self.program.display()))?;
        Ok(status.success())
    }

    /// Prints the command, runs it, and gives what it wrote, whether it succeeded or not: for reports that are data.
    ///
    /// # Errors
    /// When it cannot be started or writes what is no text.
    pub fn report(&self) -> Result<String> {
        println!("\n$ {}", self.line());
        let output = self.command().stderr(Stdio::inherit()).output();
        let output = output.with_context(|| format!("cannot start {}", self.program.display()))?;
        String::from_utf8(output.stdout).with_context(|| format!("{} does not write text", self.program.display()))
    }

    /// Prints the command, runs it, passes on line by line what it writes, and counts the tests it says it passed.
    ///
    /// # Errors
    /// When it cannot be started, does not succeed, or leaves a process behind that holds its output open.
    pub fn count_tests(&self) -> Result<u32> {
        self.count_tests_within(LEFT_BEHIND)
    }

    fn count_tests_within(&self, left_behind: Duration) -> Result<u32> {
        println!("\n$ {}", self.line());
        let mut child =
            self.command().stdout(Stdio::piped()).spawn().with_context(|| format!("cannot start {}", self.program.display()))?;
        let output = child.stdout.take().context("the command has no output to read")?;
        let (finished, counted) = mpsc::channel();
        thread::spawn(move || finished.send(pass_on(output)));
        let status = child.wait().with_context(|| format!("cannot wait for {}", self.program.display()))?;
        // The output ends with the last process that holds it, and a server that a test forgot would hold it for ever.
        let passed = counted.recv_timeout(left_behind).with_context(|| {
            format!(
                "{} has ended, but a process that it started still runs and holds its output:\n  {}",
                self.program.display(),
                self.line()
            )
        })?;
        let passed = passed.with_context(|| format!("cannot read what {} writes", self.program.display()))?;
        ensure!(status.success(), "this command failed ({status}):\n  {}", self.line());
        Ok(passed)
    }

    /// Runs the command without printing it and gives what it wrote, when it succeeds: for questions such as a version.
    pub fn answer(&self) -> Option<String> {
        let output = self.command().output().ok().filter(|output| output.status.success())?;
        String::from_utf8(output.stdout).ok().map(|text| text.trim().to_owned())
    }

    fn command(&self) -> Command {
        let mut command = Command::new(&self.program);
        command.args(&self.arguments).current_dir(workspace::root()).envs(self.variables.iter().map(|(k, v)| (k, v)));
        for name in &self.unset {
            command.env_remove(name);
        }
        command
    }

    /// The line as one would type it, variables included.
    fn line(&self) -> String {
        let variables = self.variables.iter().filter(|(name, _)| name != "PATH");
        let variables = variables.map(|(name, value)| format!("{}={}", name.display(), quoted(value)));
        // A path to cargo says nothing that its name does not.
        let program = match std::path::Path::new(&self.program).file_name() {
            Some(name) if name == "cargo" => "cargo".to_owned(),
            _ => quoted(&self.program),
        };
        let arguments = self.arguments.iter().map(|argument| quoted(argument));
        variables.chain([program]).chain(arguments).collect::<Vec<_>>().join(" ")
    }
}

/// Prints what a program writes, line by line, and gives the number of tests that it says it passed.
fn pass_on(output: impl Read) -> io::Result<u32> {
    let mut passed = 0;
    for line in BufReader::new(output).split(b'\n') {
        let line = line?;
        let line = String::from_utf8_lossy(&line);
        println!("{line}");
        passed += tests_passed(&line);
    }
    Ok(passed)
}

/// How many tests a line reports as passed: the last line of a test program, «test result: ok. 12 passed; 0 failed; …»
/// (libtest; wasm-bindgen-test and libtest-mimic write the same).
fn tests_passed(line: &str) -> u32 {
    let counts = line.strip_prefix("test result:").and_then(|rest| rest.split_once(" passed;"));
    counts.and_then(|(before, _)| before.rsplit(' ').next()?.parse().ok()).unwrap_or(0)
}

fn quoted(text: &OsStr) -> String {
    let root = format!("{}/", workspace::root().display());
    // Commands run in the root, so its path may be left out.
    let text = text.to_string_lossy().replace(&root, "");
    let plain = |c: char| c.is_alphanumeric() || "-_=./:,@+".contains(c);
    if !text.is_empty() && text.chars().all(plain) { text } else { format!("'{text}'") }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{Step, tests_passed};

    #[test]
    fn the_summary_of_a_test_program_tells_how_many_passed() {
        assert_eq!(tests_passed("test result: ok. 12 passed; 0 failed; 0 ignored; 0 measured; 3 filtered out; finished in 0.10s"), 12);
        assert_eq!(tests_passed("test result: \u{1b}[32mok\u{1b}[0m. 7 passed; 0 failed"), 7);
        assert_eq!(tests_passed("test a_test ... ok"), 0);
        assert_eq!(tests_passed("the text says test result: ok. 5 passed; 0 failed"), 0);
    }

    #[test]
    fn the_tests_of_all_programs_of_a_command_add_up() -> anyhow::Result<()> {
        let programs = "echo 'test result: ok. 2 passed; 0 failed'; echo x; echo 'test result: ok. 3 passed; 0 failed'";
        assert_eq!(Step::new("sh").args(["-c", programs]).count_tests()?, 5);
        assert!(Step::new("sh").args(["-c", "exit 1"]).count_tests().is_err());
        Ok(())
    }

    #[test]
    fn a_process_left_behind_is_an_error_and_no_waiting_without_end() {
        let outcome = Step::new("sh").args(["-c", "sleep 5 & exit 0"]).count_tests_within(Duration::from_millis(100));
        assert!(outcome.is_err_and(|error| error.to_string().contains("still runs")));
    }
}
