//! Reports on the site itself: what its content rests on, and what building and testing it showed.

mod build;
mod evidence;

pub use build::{Links, Reports, StageResult, ViewResult, Weight, Weights};
pub use evidence::{Evidence, EvidenceReport, PageEvidence, evidence};
