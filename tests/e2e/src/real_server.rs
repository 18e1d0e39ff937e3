//! nginx and Caddy with the configurations that the build generates, each in one process that ends with its journey.

use std::cell::RefCell;
use std::fs;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use delivery::Policy;
use tempfile::TempDir;
use tokio::process::{Child, Command};

/// How long a server may take to listen.
const BOUND: Duration = Duration::from_secs(20);
/// Debian puts it here; the servers that have it built in do not need it.
const BROTLI: &str = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";

/// Which program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Program {
    /// nginx, with its module for Brotli.
    Nginx,
    /// Caddy.
    Caddy,
}

/// A server with the site at its root.
pub struct RealServer {
    program: Program,
    /// Its configuration, and what it would keep.
    folder: TempDir,
    port: u16,
    running: RefCell<Option<Child>>,
}

impl RealServer {
    /// Serves the site in a folder on a free port.
    ///
    /// # Errors
    /// When the program is missing, or refuses its configuration.
    pub async fn start(program: Program, root: &Path) -> Result<Self> {
        let (folder, port) = (tempfile::tempdir()?, free_port()?);
        let policy = Policy::of_document(&fs::read_to_string(root.join("index.html"))?);
        let (root, at) = (root.canonicalize()?.display().to_string(), folder.path().display());
        match program {
            Program::Nginx => {
                fs::write(folder.path().join("site.conf"), delivery::nginx_conf(&root, "", ("127.0.0.1", port), &policy))?;
                let main = format!(
                    "load_module {BROTLI}; daemon off; master_process off; pid {at}/pid; error_log {at}/error.log; events {{}}
                    http {{ access_log off; client_body_temp_path {at}/body; proxy_temp_path {at}/proxy; fastcgi_temp_path {at}/fastcgi;
                    uwsgi_temp_path {at}/uwsgi; scgi_temp_path {at}/scgi; include {at}/site.conf; }}"
                );
                fs::write(folder.path().join("nginx.conf"), main)?;
            }
            Program::Caddy => {
                let site = delivery::caddyfile(&root, "", &format!(":{port}"), &policy);
                fs::write(folder.path().join("Caddyfile"), format!("{{\n\tadmin off\n\tauto_https off\n}}\n{site}"))?;
            }
        }
        let server = Self { program, folder, port, running: RefCell::default() };
        server.start_again().await?;
        Ok(server)
    }

    /// The address of a path of the site.
    #[must_use]
    pub fn url(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }

    /// Begins to listen, after [`RealServer::stop`] on the same port.
    ///
    /// # Errors
    /// When the program is missing, or does not listen.
    pub async fn start_again(&self) -> Result<()> {
        let (mut command, advice) = self.command();
        let mut process = command.stdout(Stdio::null()).stderr(Stdio::null()).kill_on_drop(true).spawn().context(advice)?;
        let begin = Instant::now();
        while TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).is_err() {
            ensure!(process.try_wait()?.is_none(), "{:?} refuses its configuration", self.program);
            ensure!(begin.elapsed() < BOUND, "{:?} does not listen", self.program);
            tokio::task::yield_now().await;
        }
        self.running.replace(Some(process));
        Ok(())
    }

    /// Ends the process, and with it every connection.
    ///
    /// # Errors
    /// When it cannot be ended.
    pub async fn stop(&self) -> Result<()> {
        let process = self.running.take();
        match process {
            Some(mut process) => process.kill().await.with_context(|| format!("{:?} does not end", self.program)),
            None => Ok(()),
        }
    }

    /// How the program is started, and what to install.
    fn command(&self) -> (Command, &'static str) {
        let folder = self.folder.path();
        match self.program {
            Program::Nginx => {
                let program = ["/usr/sbin/nginx", "nginx"].into_iter().find(|program| Path::new(program).exists()).unwrap_or("nginx");
                let mut command = Command::new(program);
                // One process, which dies with this one: workers that outlive their master would hold the output of the suite open.
                command.arg("-c").arg(folder.join("nginx.conf"));
                (command, "nginx does not start: apt-get install nginx libnginx-mod-http-brotli-static")
            }
            Program::Caddy => {
                let mut command = Command::new("caddy");
                command.args(["run", "--adapter", "caddyfile", "--config"]).arg(folder.join("Caddyfile"));
                // What it would keep of itself stays in the folder, too.
                command.env("XDG_CONFIG_HOME", folder).env("XDG_DATA_HOME", folder);
                (command, "Caddy does not start: apt-get install caddy")
            }
        }
    }
}

/// Free now; whoever takes it before the server does makes the journey fail with a message that says so.
fn free_port() -> Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}
