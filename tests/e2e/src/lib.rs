//! What the browser journeys stand on: a driver, a served site, a browser, and the page object.
//!
//! A journey says what a reader does. How a browser is started ([`driver`], [`browser`]), where the site comes
//! from ([`site`]) and which selectors name its parts ([`page`]) is said here, once. [`stage`] puts the three
//! together for one journey, so that no journey sees another's faults, cache or console.

pub mod browser;
pub mod driver;
mod elsewhere;
pub mod floor;
pub mod page;
pub mod real_server;
pub mod site;
pub mod stage;
mod webkit;
