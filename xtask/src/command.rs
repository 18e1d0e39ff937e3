//! Running other programs: each command is printed before it runs, and its output streams.

use std::ffi::{OsStr, OsString};
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::workspace;

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

fn quoted(text: &OsStr) -> String {
    let root = format!("{}/", workspace::root().display());
    // Commands run in the root, so its path may be left out.
    let text = text.to_string_lossy().replace(&root, "");
    let plain = |c: char| c.is_alphanumeric() || "-_=./:,@+".contains(c);
    if !text.is_empty() && text.chars().all(plain) { text } else { format!("'{text}'") }
}
