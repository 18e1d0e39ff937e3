//! One edition as an editor would write it: every part, as many claims and sources as the real ones have.

use content::model::Site;

use crate::words::Words;

/// Claims of an edition, by the part where they live; about as many as the real ones have.
const CLAIMS: [(&str, usize); 5] = [("summary", 3), ("agenda", 3), ("participants", 3), ("statements", 8), ("outcomes", 3)];
/// Sources of an edition.
const SOURCES: usize = 25;
/// Ids from here on are free in the real content.
const FIRST_ID: usize = 1_000;
/// Host cities; they take turns.
const CITIES: usize = 40;
/// Publishers of sources.
const PUBLISHERS: usize = 60;
/// A source that all editions have in common, as news agencies are.
const AGENCY: &str = "S021";

const UNITS: [&str; 4] = ["country", "delegation", "service", "observer-delegation"];
const KINDS: [&str; 8] = ["press", "press", "press", "agency", "agency", "government", "un-via-press", "un"];

/// The files of an edition.
pub struct Written {
    /// Its address.
    pub slug: String,
    /// Its own file.
    pub text: String,
    /// Its sources, for the list of all of them.
    pub sources: String,
}

/// A host city.
struct City {
    name: String,
    /// Degrees.
    place: (f64, f64),
}

/// Writes editions one after the other.
pub struct Writer<'a> {
    words: Words<'a>,
    cities: Vec<City>,
    publishers: Vec<String>,
    people: Vec<String>,
    objectives: Vec<String>,
    next_claim: usize,
    next_source: usize,
}

impl<'a> Writer<'a> {
    pub fn new(site: &Site, mut words: Words<'a>) -> Self {
        #[expect(clippy::cast_precision_loss, reason = "hundredths of a degree")]
        let mut degrees = |least: f64, range: usize| least + words.draw(range) as f64 / 100.0;
        let places: Vec<(f64, f64)> = (0..CITIES).map(|_| (degrees(29.6, 640), degrees(-10.8, 900))).collect();
        Self {
            cities: places.into_iter().map(|place| City { name: words.name(), place }).collect(),
            publishers: (0..PUBLISHERS).map(|_| words.name()).collect(),
            words,
            people: site.people.iter().map(|person| person.id.clone()).collect(),
            objectives: site.objectives.iter().map(|objective| objective.id.clone()).collect(),
            next_claim: FIRST_ID,
            next_source: FIRST_ID,
        }
    }

    /// The edition with this number.
    pub fn edition(&mut self, number: usize, year: usize) -> Written {
        let city = number % CITIES;
        let claims: Vec<usize> = (self.next_claim..).take(CLAIMS.iter().map(|(_, count)| count).sum()).collect();
        self.next_claim += claims.len();
        let parts = [self.head(number, year, city, &claims), self.parts(year, &claims), self.compared(&claims)];
        let sources = (0..SOURCES).map(|_| self.source(year)).collect();
        Written { slug: format!("{year}-city-{city}"), text: parts.concat(), sources }
    }

    /// What stands before the first part.
    fn head(&mut self, number: usize, year: usize, city: usize, claims: &[usize]) -> String {
        let City { name, place: (latitude, longitude) } = &self.cities[city];
        let (first, description) = (claims[0], self.words.row(18));
        let mut text = vec![format!(
            "number = {number}\ncity = \"{name}\"\nlatitude = {latitude:.2}\nlongitude = {longitude:.2}\nstart = {year}-06-01\nend = {year}-06-02\ndates_claim = \"F{first}\"\ndescription = \"{description}\"\n"
        )];
        for (key, claim) in [("official_name", 1), ("chairs", 2), ("theme", 3)] {
            text.push(format!("{key} = \"{} [F{}]\"\n", self.words.row(8), claims[claim]));
        }
        for (key, claim) in [("card", 4), ("changes", 5)] {
            text.push(format!("{key} = \"{}\"\n", self.cited(claims[claim])));
        }
        text.concat()
    }

    /// The parts with their claims.
    fn parts(&mut self, year: usize, claims: &[usize]) -> String {
        let mut text = Vec::new();
        let mut rest = claims;
        for (part, count) in CLAIMS {
            let (here, later) = rest.split_at(count);
            rest = later;
            let prose: Vec<String> = here.iter().take(3).map(|claim| self.cited(*claim)).collect();
            text.push(format!("\n[{part}]\nprose = \"\"\"\n{}\n\"\"\"\n", prose.join(" ")));
            match part {
                "agenda" => text.push(self.objectives(year, here)),
                "participants" => text.push(self.figure(year, here[0])),
                _ => {}
            }
            text.extend(here.iter().map(|claim| self.claim(part, *claim, claims[0])));
        }
        text.concat()
    }

    fn objectives(&mut self, year: usize, claims: &[usize]) -> String {
        let objective = |claim: &usize| {
            let theme = self.words.one_of(&self.objectives).to_owned();
            let (text, speaker) = (self.cited(*claim), self.words.row(3));
            format!("\n[[agenda.objective]]\ntheme = \"{theme}\"\ntext = \"{text}\"\nspeaker = \"{speaker}\"\ndate = \"{year}-06\"\n")
        };
        claims.iter().map(objective).collect::<Vec<_>>().concat()
    }

    fn figure(&mut self, year: usize, claim: usize) -> String {
        let (count, unit) = (20 + self.words.draw(60), UNITS[self.words.draw(UNITS.len())]);
        let speaker = self.words.row(3);
        format!(
            "\n[[participants.figure]]\ncount = {count}\napproximation = \"about\"\nunit = \"{unit}\"\ndate = \"{year}-06\"\nspeaker = \"{speaker}\"\nclaim = \"F{claim}\"\n"
        )
    }

    /// A claim; `first` is the first of its edition. Together they use every source of the edition.
    fn claim(&mut self, part: &str, id: usize, first: usize) -> String {
        let own = |place: usize| format!("\"S{}\"", self.next_source + place % SOURCES);
        let place = id - first;
        let mut sources = vec![own(place)];
        if place < 5 {
            sources.push(own(place + 20));
        }
        if place.is_multiple_of(4) {
            sources.push(format!("\"{AGENCY}\""));
        }
        let people = if place.is_multiple_of(5) { format!("people = [\"{}\"]\n", self.words.one_of(&self.people)) } else { String::new() };
        let text = self.words.sentence();
        format!("\n[[{part}.claim]]\nid = \"F{id}\"\ntext = \"{text}.\"\nsources = [{}]\n{people}", sources.join(", "))
    }

    /// What is compared with other editions.
    fn compared(&mut self, claims: &[usize]) -> String {
        let speaker = self.words.one_of(&self.people);
        let mut text = vec![format!("\n[[speaker]]\nperson = \"{speaker}\"\ntext = \"{} [F{}]\"\n", self.words.row(5), claims[9])];
        for claim in &claims[10..13] {
            let topic = self.words.one_of(&self.objectives);
            text.push(format!("\n[[topic]]\nid = \"{topic}\"\ntext = \"{} [F{claim}]\"\n", self.words.row(5)));
        }
        text.push(format!("\n[[outcome]]\ntext = \"{} [F{}]\"\n", self.words.row(6), claims[17]));
        text.concat()
    }

    fn source(&mut self, year: usize) -> String {
        let id = self.next_source;
        self.next_source += 1;
        let kind = KINDS[self.words.draw(KINDS.len())];
        let publisher = self.words.one_of(&self.publishers);
        let (title, description) = (self.words.row(8), self.words.row(9));
        // Of the real ones, more than half have no date.
        let dated = if self.words.draw(2) == 0 { format!("published = \"{year}-06-02\"\n") } else { String::new() };
        format!(
            "\n[[source]]\nid = \"S{id}\"\nkind = \"{kind}\"\nlang = \"ar\"\npublisher = \"{publisher}\"\ntitle = \"{title}\"\ndescription = \"{description}\"\n{dated}url = \"https://news-{}.example/{year}/{id}\"\n",
            id % PUBLISHERS
        )
    }

    /// A sentence that cites a claim.
    fn cited(&mut self, claim: usize) -> String {
        format!("{} [F{claim}].", self.words.sentence())
    }
}
