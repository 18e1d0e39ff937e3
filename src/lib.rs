//! The app: one body of views, rendered natively into files and taken over by the browser.
//!
//! Read in this order: `app` (the whole page), `components` (its parts), `load` (how the next page
//! arrives), `prepared` (how it is made), `navigate` (what a click does), `arrival` (what of it is painted first), `enhance` (what the
//! app adds to a whole page), `start` (how the browser begins).

pub mod app;
pub mod components;

#[cfg(feature = "browser")]
mod arrival;
#[cfg(feature = "browser")]
mod enhance;
#[cfg(feature = "browser")]
mod history;
#[cfg(feature = "browser")]
mod links;
#[cfg(feature = "browser")]
pub mod load;
#[cfg(feature = "browser")]
mod navigate;
#[cfg(feature = "browser")]
mod offline;
#[cfg(feature = "browser")]
mod prefetch;
#[cfg(feature = "browser")]
pub mod prepared;
#[cfg(feature = "browser")]
pub mod start;
#[cfg(feature = "browser")]
mod styles;
#[cfg(feature = "browser")]
mod transition;

#[cfg(any(all(feature = "csr", feature = "hydrate"), all(feature = "csr", feature = "ssr"), all(feature = "hydrate", feature = "ssr")))]
compile_error!("choose one mode: csr (trunk serve), hydrate (published) or ssr (prerenderer); never --all-features");
