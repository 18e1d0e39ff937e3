//! Notices that a content file was saved. The few files are looked at twenty times a second: that sees every way in which
//! programs save, on every file system.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
    time::{Duration, SystemTime},
};

use tokio::sync::watch::Sender;
use walkdir::WalkDir;

use crate::view::View;

const INTERVAL: Duration = Duration::from_millis(50);

/// What is known of the files without reading them: path, last change, size.
pub type Seen = Vec<(PathBuf, Option<SystemTime>, u64)>;

/// The content files below a folder. One that goes while we look is not there.
pub fn files(folder: &Path) -> Seen {
    let is_content = |path: &Path| path.extension().is_some_and(|found| found == "toml" || found == "txt");
    let entries = WalkDir::new(folder).sort_by_file_name().into_iter().filter_map(Result::ok);
    let files = entries.filter(|entry| is_content(entry.path()));
    files.filter_map(|entry| entry.metadata().ok().map(|data| (entry.into_path(), data.modified().ok(), data.len()))).collect()
}

/// Makes a new view after every change, for ever. `last` are the files as they were when the first view was made.
pub async fn watch(content: PathBuf, mut last: Seen, views: Sender<Arc<View>>) {
    let mut before = last.clone();
    let mut interval = tokio::time::interval(INTERVAL);
    loop {
        interval.tick().await;
        let now = files(&content);
        // Twice the same: whoever was writing is done.
        let is_settled = now == before;
        before.clone_from(&now);
        if !is_settled || now == last {
            continue;
        }
        last = now;
        let (view, folder) = (views.borrow().clone(), content.clone());
        // Should reading panic, the next change is another chance.
        if let Ok(next) = tokio::task::spawn_blocking(move || view.next(&folder)).await {
            views.send_replace(Arc::new(next));
        }
    }
}
