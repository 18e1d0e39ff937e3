//! One edition of the platform: what its file says, and the short lines of it that are compared with other editions.

use super::{Date, Passage, Reference, Text};
use crate::route::Route;

/// One edition of the platform.
#[derive(Debug)]
pub struct Edition {
    /// Slug: the file's name.
    pub slug: String,
    /// 1 for the first.
    pub number: u16,
    /// Host city.
    pub city: String,
    /// Its latitude and longitude in degrees, north and east positive, where the editors gave them.
    pub coordinates: Option<(f64, f64)>,
    /// First day.
    pub start: Date,
    /// Last day, when a source states it.
    pub end: Option<Date>,
    /// Announced length in days.
    pub planned_days: Option<u16>,
    /// The claim that carries the dates.
    pub dates_claim: Reference,
    /// For search engines.
    pub description: String,
    /// One sentence for lists.
    pub card: Text,
    /// The wording of the time.
    pub official_name: Text,
    /// Who chaired.
    pub chairs: Text,
    /// Theme.
    pub theme: Text,
    /// Summary.
    pub summary: Passage,
    /// Objectives and agenda.
    pub agenda: Passage,
    /// The objectives stated for this edition.
    pub objectives: Vec<StatedObjective>,
    /// Who attended.
    pub participants: Passage,
    /// What was said and by whom.
    pub statements: Passage,
    /// Outcomes.
    pub outcomes: Passage,
    /// Neighbouring events, where there are any.
    pub context: Passage,
    /// Who spoke.
    pub speakers: Vec<Speaker>,
    /// What was discussed.
    pub topics: Vec<Topic>,
    /// What came of it, in short.
    pub results: Vec<Outcome>,
    /// What changed since the edition before.
    pub changes: Text,
}

impl Edition {
    /// What styles and share images know the host city by: the slug without its year, such as «tangier».
    #[must_use]
    pub fn city_key(&self) -> &str {
        self.slug.split_once('-').map_or("", |(_, city)| city)
    }

    /// Its page.
    #[must_use]
    pub fn route(&self) -> Route {
        Route::Edition(self.slug.clone())
    }
}

/// An objective as one edition stated it.
#[derive(Debug)]
pub struct StatedObjective {
    /// Which objective.
    pub theme: Reference,
    /// How it was stated.
    pub text: Text,
    /// Who stated it.
    pub speaker: Text,
    /// When.
    pub date: Date,
}

/// Somebody who spoke at an edition.
#[derive(Debug)]
pub struct Speaker {
    /// Who.
    pub person: Reference,
    /// Name and role of the time.
    pub text: Text,
}

/// Something discussed at an edition.
#[derive(Debug)]
pub struct Topic {
    /// The same for the same topic in every edition.
    pub id: String,
    /// How it was put.
    pub text: Text,
}

/// Something that came of an edition.
#[derive(Debug)]
pub struct Outcome {
    /// What.
    pub text: Text,
}
