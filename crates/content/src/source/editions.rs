//! Reads the editions: one file each; the file's name is the slug.

use super::{
    Reading,
    file::SourceFile,
    passage::{cited_text, is_slug, plain, reference, required_text},
    reader::{Table, with_root},
};
use crate::{
    model::{Edition, Outcome, Passage, Speaker, StatedObjective, Topic},
    phrases::problem as words,
    problem::Place,
    route::Route,
};

impl Reading<'_> {
    pub(super) fn editions(&mut self, files: &[SourceFile]) -> Vec<Edition> {
        let mut editions: Vec<Edition> = files.iter().filter_map(|file| self.edition(file)).collect();
        editions.sort_by_key(|edition| edition.number);
        editions
    }

    fn edition(&mut self, file: &SourceFile) -> Option<Edition> {
        let slug = file.path.strip_prefix("editions/")?.strip_suffix(".toml")?;
        let start = Place { file: file.path.clone(), line: 1, column: 1 };
        if !is_slug(slug) {
            self.problems.add(start, words::bad_id(slug), words::SLUG_EXPECTED.to_owned(), "2026-city.toml");
            return None;
        }
        // `compare.toml` would take the address of the comparison.
        let route = Route::Edition(slug.to_owned());
        if Route::parse(&route.path()) != Some(route.clone()) {
            self.problems.add(start, words::taken_address(&route.path()), words::FREE_ADDRESS.to_owned(), "2026-city.toml");
            return None;
        }
        let problems = self.problems;
        with_root(file, problems, |table| self.edition_of(table, slug))
    }

    fn edition_of(&mut self, table: &Table<'_>, slug: &str) -> Option<Edition> {
        let route = Route::Edition(slug.to_owned());
        let number = table.number("number");
        let city = plain(table, "city");
        let coordinates = self.coordinates(table);
        let start = table.date("start");
        let end = table.optional_date("end");
        let planned_days = table.optional_number("planned_days");
        let dates_claim = reference(table, "dates_claim");
        let description = plain(table, "description");
        let card = cited_text(table, "card");
        let official_name = required_text(table, "official_name");
        let chairs = required_text(table, "chairs");
        let theme = required_text(table, "theme");
        let changes = cited_text(table, "changes");
        if number == Some(0) {
            self.problems.add(table.place(), words::unknown_value("number", "0"), words::EDITION_NUMBER.to_owned(), "number = 5");
        }
        if start.zip(end).is_some_and(|(start, end)| end < start) {
            self.problems.add(table.place(), words::END_BEFORE_START.to_owned(), words::END_AFTER_START.to_owned(), "");
        }
        let summary = self.part(table, "summary", &route);
        let (agenda, objectives) = self.agenda(table, &route);
        let participants = self.part(table, "participants", &route);
        let statements = self.part(table, "statements", &route);
        let outcomes = self.part(table, "outcomes", &route);
        let context = table.optional_table("context").map(|part| self.part_of(part, &route)).unwrap_or_default();
        let speakers = table.tables("speaker").into_iter().filter_map(speaker).collect();
        let topics = table.tables("topic").into_iter().filter_map(|table| self.topic(table)).collect();
        let results = table.tables("outcome").into_iter().filter_map(outcome).collect();
        Some(Edition {
            slug: slug.to_owned(),
            number: number?,
            city: city?,
            coordinates,
            start: start?,
            end,
            planned_days,
            dates_claim: dates_claim?,
            description: description?,
            card: card?,
            official_name: official_name?,
            chairs: chairs?,
            theme: theme?,
            summary,
            agenda,
            objectives,
            participants,
            statements,
            outcomes,
            context,
            speakers,
            topics,
            results,
            changes: changes?,
        })
    }

    /// Where the host city lies: both keys or neither.
    fn coordinates(&self, table: &Table<'_>) -> Option<(f64, f64)> {
        let latitude = table.optional_degrees("latitude", 90.0);
        let longitude = table.optional_degrees("longitude", 180.0);
        if table.has("latitude") != table.has("longitude") {
            self.problems.add(table.place(), words::HALF_A_PLACE.to_owned(), words::WHOLE_PLACE.to_owned(), words::PLACE_EXAMPLE);
        }
        latitude.zip(longitude)
    }

    fn part(&mut self, table: &Table<'_>, key: &str, route: &Route) -> Passage {
        table.table(key).map(|part| self.part_of(part, route)).unwrap_or_default()
    }

    fn part_of(&mut self, part: Table<'_>, route: &Route) -> Passage {
        let passage = self.passage(&part, route);
        part.finish();
        passage
    }

    fn agenda(&mut self, table: &Table<'_>, route: &Route) -> (Passage, Vec<StatedObjective>) {
        let Some(agenda) = table.table("agenda") else { return (Passage::default(), Vec::new()) };
        let place = agenda.place();
        let tables = agenda.tables("objective");
        if tables.is_empty() {
            self.problems.add(place, words::NO_OBJECTIVE.to_owned(), words::OBJECTIVE_EXPECTED.to_owned(), words::OBJECTIVE_EXAMPLE);
        }
        let objectives = tables.into_iter().filter_map(objective).collect();
        (self.part_of(agenda, route), objectives)
    }

    fn topic(&self, table: Table<'_>) -> Option<Topic> {
        let id = table.string("id");
        if let Some(id) = id.as_ref().filter(|id| !is_slug(&id.value)) {
            self.problems.add(id.place(), words::bad_id(&id.value), words::SLUG_EXPECTED.to_owned(), "id = \"capacity-building\"");
        }
        let text = cited_text(&table, "text");
        table.finish();
        Some(Topic { id: id?.value, text: text? })
    }
}

fn speaker(table: Table<'_>) -> Option<Speaker> {
    let person = reference(&table, "person");
    let text = cited_text(&table, "text");
    table.finish();
    Some(Speaker { person: person?, text: text? })
}

fn outcome(table: Table<'_>) -> Option<Outcome> {
    let text = cited_text(&table, "text");
    table.finish();
    Some(Outcome { text: text? })
}

fn objective(table: Table<'_>) -> Option<StatedObjective> {
    let theme = reference(&table, "theme");
    let text = cited_text(&table, "text");
    let speaker = required_text(&table, "speaker");
    let date = table.date("date");
    table.finish();
    Some(StatedObjective { theme: theme?, text: text?, speaker: speaker?, date: date? })
}
