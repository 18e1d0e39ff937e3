//! `observatory`: what MDN's HTTP Observatory says of the answers of a real server: Caddy with the configuration that the build
//! generates and a certificate of its own, so that nothing about HTTPS has to be assumed.

use std::fs;
use std::net::{Ipv4Addr, TcpListener};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use delivery::Policy;

use crate::build::SiteBuild;
use crate::command::Step;
use crate::options;
use crate::tools::{self, Toolbox, npm_folder};

/// What a site can have without being known to browsers as HTTPS only.
const LEAST: &str = "130";
/// How long Caddy may take until it has a certificate.
const BOUND: Duration = Duration::from_secs(20);

pub fn run(arguments: &[String]) -> Result<()> {
    let [] = options::values(arguments, [])?;
    let caddy = tools::caddy()?;
    let scripts = npm_folder("observatory", &[".npmrc", "score.mjs"])?;
    let site = SiteBuild::for_tests("root");
    site.build(&Toolbox::for_release()?)?;
    let folder = tempfile::tempdir().context("cannot create a folder for Caddy")?;
    let ports = [free_port()?, free_port()?];
    let file = folder.path().join("Caddyfile");
    fs::write(&file, configuration(&site.dist, ports)?).with_context(|| format!("cannot write {}", file.display()))?;
    let mut server = Server::start(&caddy, &file, folder.path())?;
    let certificate = folder.path().join("caddy/pki/authorities/local/root.crt");
    server.wait_for(&certificate)?;
    let step = Step::new("node").arg(scripts.join("score.mjs")).args(ports.map(|port| port.to_string())).arg(LEAST);
    step.env("NODE_EXTRA_CA_CERTS", certificate).run()
}

/// The generated configuration, of a host that Caddy certifies itself.
fn configuration(dist: &Path, [http, https]: [u16; 2]) -> Result<String> {
    let home = dist.join("index.html");
    let html = fs::read_to_string(&home).with_context(|| format!("cannot read {}", home.display()))?;
    let site = delivery::caddyfile(&dist.display().to_string(), "", "localhost", &Policy::of_document(&html));
    // Caddy leads from HTTP to HTTPS by itself, but to its usual port.
    let ports = format!("\thttp_port {http}\n\thttps_port {https}\n\tauto_https disable_redirects\n");
    let redirect = format!("http://localhost {{\n\tredir https://localhost:{https}{{uri}} permanent\n}}\n");
    Ok(format!("{{\n\tadmin off\n\tlocal_certs\n\tskip_install_trust\n{ports}}}\n{redirect}{site}"))
}

/// Free now; should another take it first, Caddy says so.
fn free_port() -> Result<u16> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).context("cannot listen on this machine")?;
    Ok(listener.local_addr().context("a port has no number")?.port())
}

/// Caddy, which ends with this value.
struct Server(Child);

impl Server {
    /// What it keeps of itself stays in `folder`.
    fn start(program: &Path, configuration: &Path, folder: &Path) -> Result<Self> {
        let mut command = Command::new(program);
        command.args(["run", "--adapter", "caddyfile", "--config"]).arg(configuration);
        command.env("XDG_DATA_HOME", folder).env("XDG_CONFIG_HOME", folder).env("HOME", folder);
        let child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn();
        child.map(Self).with_context(|| format!("cannot start {}", program.display()))
    }

    fn wait_for(&mut self, file: &Path) -> Result<()> {
        let begin = Instant::now();
        while !file.exists() {
            ensure!(self.0.try_wait().context("cannot ask for Caddy")?.is_none(), "Caddy refuses its configuration");
            ensure!(begin.elapsed() < BOUND, "Caddy makes no certificate");
            thread::sleep(Duration::from_millis(50));
        }
        Ok(())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It has ended already, or ends now.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::configuration;

    #[test]
    fn caddy_gets_the_generated_configuration_with_a_certificate_of_its_own() -> anyhow::Result<()> {
        let dist = tempfile::tempdir()?;
        fs::write(dist.path().join("index.html"), "<script>a</script>")?;
        let text = configuration(dist.path(), [1, 2])?;
        assert!(text.starts_with("{\n\tadmin off\n\tlocal_certs\n"), "{text}");
        assert!(text.contains("\nlocalhost {\n\troot * ") && text.contains("'sha256-"), "{text}");
        Ok(())
    }
}
