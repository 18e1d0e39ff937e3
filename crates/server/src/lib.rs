//! Serves a built site the way a CDN does: clean addresses, real 404s, Brotli, cache headers.
//!
//! Two users: `cargo xtask serve` (the binary) and the browser journeys, which also ask it for the faults
//! of a real network ([`Faults`]) and read what was requested ([`RequestLog`]). Because the faults come from
//! here and not from a browser's debugging protocol, the same journeys can run in any engine.

mod base_path;
mod documents;
mod faults;
mod github_pages;
mod log;
mod pipeline;
mod policy;
mod renamed;
mod running;

pub use base_path::BasePath;
pub use documents::Documents;
pub use faults::{Fault, Faults};
pub use log::{LoggedRequest, RequestLog};
pub use running::{Host, Options, Server};
