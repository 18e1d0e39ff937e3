//! An nginx of our own: on this machine only, with a configuration and a folder of its own, ended with the task.

use std::fs;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};

use crate::command::Step;
use crate::tools::LoadTools;

const START_BOUND: Duration = Duration::from_secs(5);
/// Seconds after which nginx ends even if this task was killed.
const END_BOUND: &str = "120";

/// A running nginx; dropping it stops it.
pub struct Nginx {
    process: Child,
    folder: PathBuf,
    port: u16,
}

impl Nginx {
    /// Serves a site on a free port. `folder` holds what nginx writes.
    ///
    /// # Errors
    /// When nginx refuses its configuration or does not listen in time.
    pub fn start(tools: &LoadTools, site: &Path, folder: &Path) -> Result<Self> {
        fs::create_dir_all(folder).with_context(|| format!("cannot create {}", folder.display()))?;
        // Taken again by nginx at once; nobody else on this machine is waiting for it.
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).and_then(|listener| listener.local_addr()).context("no free port")?.port();
        let file = folder.join("nginx.conf");
        fs::write(&file, configuration(tools.brotli.as_deref(), site, folder, port)).context("cannot write nginx.conf")?;
        println!("\n$ nginx -p {} -c {}", folder.display(), file.display());
        let process = Command::new("timeout")
            .args(["--foreground", END_BOUND])
            .arg(&tools.nginx)
            .arg("-p")
            .arg(folder)
            .arg("-c")
            .arg(&file)
            .stdin(Stdio::null())
            .spawn()
            .with_context(|| format!("cannot start {}", tools.nginx.display()))?;
        let mut nginx = Self { process, folder: folder.to_owned(), port };
        nginx.listens()?;
        Ok(nginx)
    }

    /// The absolute address of a path of the site.
    pub fn url(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }

    /// The most memory the workers have held so far, as text: resident, shared pages included.
    ///
    /// # Errors
    /// When the system has no `/proc` of Linux.
    pub fn memory(&self) -> Result<String> {
        let workers = self.workers().context("the workers are not to be found in /proc")?;
        let peaks: Vec<u64> = workers.iter().filter_map(|worker| peak(worker)).collect();
        let largest = peaks.iter().max().context("nginx has no workers")?;
        Ok(format!("{} × {largest} KiB", peaks.len()))
    }

    fn workers(&self) -> Result<Vec<String>> {
        let id = fs::read_to_string(self.folder.join("nginx.pid"))?;
        let id = id.trim();
        let children = fs::read_to_string(format!("/proc/{id}/task/{id}/children"))?;
        Ok(children.split_whitespace().map(str::to_owned).collect())
    }

    fn listens(&mut self) -> Result<()> {
        let begin = Instant::now();
        while TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).is_err() {
            if let Some(status) = self.process.try_wait().context("cannot ask for nginx")? {
                bail!("nginx ended at once ({status})");
            }
            ensure!(begin.elapsed() < START_BOUND, "nginx does not listen after {START_BOUND:?}");
            std::thread::sleep(Duration::from_millis(20));
        }
        Ok(())
    }
}

impl Drop for Nginx {
    fn drop(&mut self) {
        // nginx stops its workers when it is asked to end; killed, it would leave them behind.
        if Step::new("kill").arg(self.process.id().to_string()).answer().is_none() {
            let _ = self.process.kill();
        }
        let _ = self.process.wait();
    }
}

/// The name and number of an nginx.
pub fn version(program: &Path) -> String {
    // It writes them to the channel of errors.
    let output = Command::new(program).arg("-v").output();
    let text = output.map(|output| String::from_utf8_lossy(&output.stderr).into_owned()).unwrap_or_default();
    text.trim().rsplit("version: ").next().unwrap_or("nginx").to_owned()
}

fn peak(process: &str) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.split_whitespace().next()?.parse().ok()
}

/// What a host would write, and paths that keep everything in our folder.
fn configuration(brotli: Option<&Path>, site: &Path, folder: &Path, port: u16) -> String {
    let module = brotli.map(|module| format!("load_module {};\n", module.display())).unwrap_or_default();
    let brotli = if brotli.is_some() { "brotli_static on;" } else { "" };
    // Started by root, workers would run as somebody who may not read the folder.
    let user = match Step::new("id").arg("-u").answer().as_deref() {
        Some("0") => "user root;\n",
        _ => "",
    };
    let folders = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(|name| format!("  {name}_temp_path {name};\n")).concat();
    format!(
        "{module}{user}daemon off;\nworker_processes auto;\npid nginx.pid;\nerror_log {log} error;\n\
         events {{ worker_connections 1024; }}\n\
         http {{\n  include /etc/nginx/mime.types;\n  access_log off;\n  sendfile on;\n  tcp_nopush on;\n{folders}\
         \x20 server {{ listen 127.0.0.1:{port}; root \"{site}\"; gzip_static on; {brotli} }}\n}}\n",
        log = quoted(&folder.join("error.log")),
        site = site.display(),
    )
}

fn quoted(path: &Path) -> String {
    format!("\"{}\"", path.display())
}
