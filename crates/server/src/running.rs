//! A server that runs until it is dropped.

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use axum::Router;
use axum::body::Body;
use axum::http::{Request, Response};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::net::{TcpListener, TcpStream};
use tokio::task::{JoinHandle, JoinSet};
use tower::ServiceExt;

use crate::faults::HangUp;
use crate::{BasePath, Documents, Faults, RequestLog, pipeline};

/// What to serve, and where.
pub struct Options {
    /// The folder written by the prerenderer.
    pub root: PathBuf,
    /// Where the folder is mounted.
    pub base_path: BasePath,
    /// The local port; 0 takes any free one.
    pub port: u16,
    /// Whose answers it gives.
    pub host: Host,
}

/// A kind of host.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Host {
    /// One that says what the site says of its files, and has the compressed copies.
    #[default]
    Cdn,
    /// Cloudflare Pages, which reads `_headers` and leads from names of HTML files to shorter ones.
    CloudflarePages,
    /// GitHub Pages, which has headers of its own.
    GitHubPages,
}

/// A running server. Dropping it closes the port and every connection.
pub struct Server {
    /// Where it listens (this machine only).
    pub address: SocketAddr,
    /// What goes wrong on request.
    pub faults: Faults,
    /// How documents and styles are changed on request.
    pub documents: Documents,
    /// What was asked and answered.
    pub log: RequestLog,
    base_path: BasePath,
    accepting: JoinHandle<()>,
}

impl Server {
    /// Begins to listen.
    ///
    /// # Errors
    /// When the folder holds no site or the port is taken.
    pub async fn start(options: Options) -> Result<Self> {
        let Options { root, base_path, port, host } = options;
        ensure!(root.join("index.html").is_file(), "{} holds no index.html: build the site first with `cargo xtask build`", root.display());
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))
            .await
            .with_context(|| format!("cannot listen on port {port}; give another one with --port"))?;
        let address = listener.local_addr().context("the listening socket has no address")?;
        let (faults, documents, log) = (Faults::default(), Documents::default(), RequestLog::default());
        let router = pipeline::router(&root, (&base_path, host), (&faults, &documents), &log);
        let accepting = tokio::spawn(accept(listener, router));
        Ok(Self { address, faults, documents, log, base_path, accepting })
    }

    /// The absolute address of a path of the site: `url("/platform/")`.
    #[must_use]
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{}{path}", self.address, self.base_path.prefix())
    }

    /// Waits for the end of serving, which only a failure of the runtime brings.
    ///
    /// # Errors
    /// When the accepting task panicked.
    pub async fn wait(&mut self) -> Result<()> {
        (&mut self.accepting).await.context("the server stopped")
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.accepting.abort();
    }
}

async fn accept(listener: TcpListener, router: Router) {
    // Aborting this task drops the set, and with it every open connection.
    let mut connections = JoinSet::new();
    loop {
        tokio::select! {
            accepted = listener.accept() => {
                // A client that left before it was accepted is no reason to stop serving the others.
                if let Ok((stream, _)) = accepted {
                    connections.spawn(converse(stream, router.clone()));
                }
            }
            Some(_) = connections.join_next() => {}
        }
    }
}

async fn converse(stream: TcpStream, router: Router) {
    let service = service_fn(move |request: Request<Incoming>| answer(router.clone(), request));
    // Errors here are clients that went away, or a hang-up on request; both are visible in the log.
    let _ = http1::Builder::new().serve_connection(TokioIo::new(stream), service).await;
}

async fn answer(router: Router, request: Request<Incoming>) -> io::Result<Response<Body>> {
    let response = match router.oneshot(request.map(Body::new)).await {
        Ok(response) => response,
        Err(never) => match never {},
    };
    if response.extensions().get::<HangUp>().is_some() {
        // hyper closes the connection without a word when the service fails.
        return Err(io::Error::new(io::ErrorKind::ConnectionAborted, "hung up on request"));
    }
    Ok(response)
}
