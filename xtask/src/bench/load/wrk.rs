//! Asking with wrk, and reading what it says.

use std::path::Path;

use anyhow::{Context, Result};

use crate::command::Step;

const SECONDS: &str = "10";
const CONNECTIONS: &str = "64";
const THREADS: &str = "2";

/// How it asks, for the report.
pub const DESCRIPTION: &str = "wrk for 10 seconds each with 64 connections, on the same machine";

/// What wrk says of one address.
#[derive(Debug, PartialEq)]
pub struct Answers {
    /// Requests per second.
    pub per_second: f64,
    /// The median time to an answer, as wrk writes it.
    pub median: String,
    /// The time that one answer of a hundred exceeds, as wrk writes it.
    pub slow: String,
    /// Answers that failed: sockets, and statuses that are no success.
    pub errors: u64,
}

/// Asks for one address as fast as the connections allow.
///
/// # Errors
/// When wrk fails or says something unexpected.
pub fn ask(program: &Path, url: &str) -> Result<Answers> {
    let step = Step::new(program)
        .args(["--latency", "-t", THREADS, "-c", CONNECTIONS, "-d", SECONDS])
        .args(["-H", "Accept-Encoding: br, gzip"])
        .arg(url);
    println!("\n$ wrk --latency -t {THREADS} -c {CONNECTIONS} -d {SECONDS} -H 'Accept-Encoding: br, gzip' {url}");
    let text = step.answer().context("wrk failed")?;
    println!("{text}");
    read(&text).with_context(|| format!("wrk says something unexpected:\n{text}"))
}

fn read(text: &str) -> Option<Answers> {
    let value = |name: &str| text.lines().find_map(|line| line.trim().strip_prefix(name)).map(str::trim);
    let sockets = value("Socket errors:").unwrap_or_default();
    let sockets: u64 = sockets.split([' ', ',']).filter_map(|word| word.parse::<u64>().ok()).sum();
    let statuses: u64 = value("Non-2xx or 3xx responses:").map_or(Some(0), |count| count.parse().ok())?;
    Some(Answers {
        per_second: value("Requests/sec:")?.parse().ok()?,
        median: value("50%")?.to_owned(),
        slow: value("99%")?.to_owned(),
        errors: sockets + statuses,
    })
}

#[cfg(test)]
mod tests {
    use super::{Answers, read};

    const QUIET: &str = "Running 10s test @ http://127.0.0.1:8080/
  2 threads and 64 connections
  Thread Stats   Avg      Stdev     Max   +/- Stdev
    Latency     1.01ms    1.21ms  25.04ms   88.55%
    Req/Sec    41.88k     3.23k   50.66k    67.50%
  Latency Distribution
     50%  635.00us
     75%    1.23ms
     90%    2.42ms
     99%    5.60ms
  834203 requests in 10.02s, 11.87GB read
Requests/sec:  83286.21
Transfer/sec:      1.18GB";

    #[test]
    fn what_wrk_says_is_read() {
        let expected = Answers { per_second: 83286.21, median: "635.00us".to_owned(), slow: "5.60ms".to_owned(), errors: 0 };
        assert_eq!(read(QUIET), Some(expected));
    }

    #[test]
    fn errors_of_sockets_and_of_statuses_add_up() {
        let failing = format!("{QUIET}\n  Socket errors: connect 1, read 10, write 0, timeout 3\n  Non-2xx or 3xx responses: 5");
        assert_eq!(read(&failing).map(|answers| answers.errors), Some(19));
        assert_eq!(read("unable to connect"), None);
    }
}
