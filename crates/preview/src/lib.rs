//! Shows editors their text while they write it: reads the content again when a file changes, renders the page that is asked
//! for, tells the browser to show it anew, and lays the problems of the content over the page.
//!
//! The pages are those of the prerenderer under their published policy; what is added to them is in `overlay.js` and
//! `overlay.css`, which no build knows.

mod answers;
mod view;
mod watch;

use std::{
    net::{Ipv4Addr, SocketAddr},
    path::PathBuf,
    sync::Arc,
};

use anyhow::{Context, Result};
use prerender::draft::App;
use tokio::{net::TcpListener, task::JoinHandle};

use view::View;

/// What to show, and where.
pub struct Options {
    /// The editors' files.
    pub content: PathBuf,
    /// What Trunk made of the app, for the root of a host.
    pub shell: PathBuf,
    /// The local port; 0 takes any free one.
    pub port: u16,
}

/// A running preview. Dropping it ends it.
pub struct Preview {
    address: SocketAddr,
    serving: JoinHandle<std::io::Result<()>>,
    watching: JoinHandle<()>,
}

impl Preview {
    /// Begins to watch and to serve; content with problems is no obstacle.
    ///
    /// # Errors
    /// The app was not built, or the port is taken.
    pub async fn start(options: Options) -> Result<Self> {
        let Options { content, shell, port } = options;
        let app = App::read(&shell).map_err(|error| anyhow::anyhow!("{error}")).context("the app is needed to show pages")?;
        let seen = watch::files(&content);
        let (views, _) = tokio::sync::watch::channel(Arc::new(View::first(&content)));
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))
            .await
            .with_context(|| format!("cannot listen on port {port}; give another one with --port"))?;
        let address = listener.local_addr().context("the listening socket has no address")?;
        let router = answers::router(app, views.clone());
        let serving = tokio::spawn(async { axum::serve(listener, router).await });
        let watching = tokio::spawn(watch::watch(content, seen, views));
        Ok(Self { address, serving, watching })
    }

    /// The absolute address of a path of the site.
    #[must_use]
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// Waits for the end of serving, which only a failure brings.
    ///
    /// # Errors
    /// The server failed.
    pub async fn wait(&mut self) -> Result<()> {
        (&mut self.serving).await.context("the preview stopped")?.context("the preview cannot serve")
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        self.serving.abort();
        self.watching.abort();
    }
}
