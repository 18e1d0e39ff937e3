//! What pages may do, read from the site that is served.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::SystemTime;

use delivery::Policy;

/// The policy of the site in a folder. It is read again when home has changed: the folder may be rebuilt while the server runs.
#[derive(Clone)]
pub(crate) struct SitePolicy {
    home: PathBuf,
    last: Arc<Mutex<Option<(SystemTime, Policy)>>>,
}

impl SitePolicy {
    pub(crate) fn new(root: &Path) -> Self {
        Self { home: root.join("index.html"), last: Arc::default() }
    }

    /// The policy now; between two builds, when there is no home, that of a page with nothing inlined.
    pub(crate) async fn now(&self) -> Policy {
        let Ok(changed) = tokio::fs::metadata(&self.home).await.and_then(|data| data.modified()) else { return Policy::default() };
        let kept = self.last.lock().unwrap_or_else(PoisonError::into_inner).clone();
        if let Some((_, policy)) = kept.filter(|(last, _)| *last == changed) {
            return policy;
        }
        let policy = tokio::fs::read_to_string(&self.home).await.map(|home| Policy::of_document(&home)).unwrap_or_default();
        *self.last.lock().unwrap_or_else(PoisonError::into_inner) = Some((changed, policy.clone()));
        policy
    }
}
