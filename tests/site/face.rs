//! What the pages look like, as far as files can tell: contrast, motifs, contents, folding, the script of the reader's choices.

use std::fs;

use super::support::{attributes, real_site, rendered, root, texts};

/// A rule of the style sheet that sets colours: its selector, and its names with their values by day and by night.
struct Rule {
    selector: String,
    colours: Vec<(String, [String; 2])>,
}

fn rules() -> Vec<Rule> {
    let sheet = fs::read_to_string(root().join("style/tokens.css")).expect("the tokens");
    let rule = |text: &str| {
        let (selector, body) = text.rsplit_once('{')?;
        let selector = selector.lines().last()?.trim().to_owned();
        let colour = |declaration: &str| {
            let (name, value) = declaration.trim().split_once(": ")?;
            let (day, night) = value.strip_prefix("light-dark(")?.strip_suffix(')')?.split_once(", ")?;
            Some((name.to_owned(), [day.to_owned(), night.to_owned()]))
        };
        Some(Rule { selector, colours: body.split(';').filter_map(colour).collect() })
    };
    sheet.split('}').filter_map(rule).filter(|rule| !rule.colours.is_empty()).collect()
}

/// The value of a token in a rule, or else in those of the root.
fn value<'a>(rules: &'a [Rule], rule: &'a Rule, name: &str, scheme: usize) -> &'a str {
    let root = rules.iter().filter(|rule| rule.selector.starts_with(":root"));
    let found = [rule].into_iter().chain(root).find_map(|rule| rule.colours.iter().find(|(found, _)| found == name));
    &found.unwrap_or_else(|| panic!("no {name}")).1[scheme]
}

/// Contrast of two colours, 1 to 21 (WCAG 2.2, "contrast ratio" and "relative luminance").
fn contrast(one: &str, other: &str) -> f64 {
    let luminance = |colour: &str| {
        let digits = colour.trim_start_matches('#');
        let digits = if digits.len() == 3 { digits.chars().flat_map(|digit| [digit, digit]).collect() } else { digits.to_owned() };
        let channel = |at: usize| {
            let value = f64::from(u8::from_str_radix(&digits[at..at + 2], 16).expect("hexadecimal digits")) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * channel(0) + 0.7152 * channel(2) + 0.0722 * channel(4)
    };
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// WCAG 2.2, 1.4.6 (AAA).
#[test]
fn text_has_a_contrast_of_seven_to_one_by_day_and_by_night_in_every_city() {
    let rules = rules();
    assert!(rules.len() >= 5, "{} rules with colours", rules.len());
    for rule in &rules {
        for scheme in [0, 1] {
            let on = |ink: &str, paper: &str| {
                let found = contrast(value(&rules, rule, ink, scheme), value(&rules, rule, paper, scheme));
                assert!(found >= 7.0, "{} {scheme}: {ink} on {paper} is {found:.2}", rule.selector);
            };
            for paper in ["--paper", "--surface"] {
                for ink in ["--ink", "--ink-muted", "--accent", "--link", "--alert"] {
                    on(ink, paper);
                }
            }
            on("--ink", "--mark");
            on("--link", "--mark");
            on("--on-band", "--band");
            // Letters of buttons.
            on("--paper", "--accent");
        }
    }
}

#[test]
fn every_host_city_has_a_small_motif_and_its_own_accent() {
    let sheet = fs::read_to_string(root().join("style/tokens.css")).expect("the tokens");
    for edition in real_site().editions {
        let city = edition.city_key();
        let motif = fs::read(root().join(format!("public/motifs/{city}.svg"))).unwrap_or_default();
        assert!((1..=1024).contains(&motif.len()), "{city}: {} bytes", motif.len());
        assert!(sheet.contains(&format!("[data-city=\"{city}\"]")), "{city} has no rule");
        assert!(sheet.contains(&format!("url(/motifs/{city}.svg)")), "{city}: nothing shows its motif");
    }
    // Told apart from each other and from the platform.
    let accents: Vec<&str> =
        sheet.match_indices("--accent: ").filter_map(|(at, name)| sheet[at + name.len()..].split(';').next()).collect();
    assert!(accents.len() > real_site().editions.len(), "{accents:?}");
    assert_eq!(accents.iter().collect::<std::collections::BTreeSet<_>>().len(), accents.len(), "{accents:?}");
}

#[test]
fn an_edition_wears_its_city_wherever_it_appears() {
    let site = real_site();
    let pages = rendered(&site);
    let html = |path: &str| &pages.iter().find(|page| page.page.path == path).expect("the page").html;
    for edition in &site.editions {
        let city = edition.city_key().to_owned();
        assert_eq!(attributes(html(&edition.route().path()), ".page", "data-city"), std::slice::from_ref(&city));
        for place in ["/", "/editions/"] {
            assert!(attributes(html(place), ".card", "data-city").contains(&city), "{place}: {city}");
        }
        assert!(attributes(html("/evolution/"), ".timeline > li", "data-city").contains(&city), "{city}");
    }
}

#[test]
fn long_pages_have_contents_that_lead_to_every_section() {
    let mut with = 0;
    for page in rendered(&real_site()) {
        let sections = attributes(&page.html, "article > section[id]:not([class])", "id");
        let links = attributes(&page.html, ".contents a", "href");
        let wanted: Vec<String> =
            if (4..=16).contains(&sections.len()) { sections.iter().map(|id| format!("#{id}")).collect() } else { Vec::new() };
        assert_eq!(links, wanted, "{}", page.page.path);
        let labels = texts(&page.html, ".contents a");
        assert!(labels.iter().all(|label| !label.is_empty()), "{}", page.page.path);
        with += usize::from(!links.is_empty());
    }
    assert!(with >= 8, "{with} long pages");
}

#[test]
fn claims_lead_and_facts_are_never_folded() {
    let mut folded = 0;
    for page in rendered(&real_site()) {
        assert_eq!(texts(&page.html, ".fold .claim, .fold .facts"), [""; 0], "{}", page.page.path);
        assert!(texts(&page.html, "article > .fold, article > section:first-child > .fold").is_empty(), "{}", page.page.path);
        // What is folded still has its heading in sight.
        assert_eq!(texts(&page.html, ".fold").len(), texts(&page.html, ".fold > summary > h2").len(), "{}", page.page.path);
        folded += texts(&page.html, ".fold").len();
    }
    assert!(folded >= 4, "{folded} folded sections");
}

#[test]
fn one_small_script_applies_the_readers_choices_and_touches_the_root_alone() {
    let shell = fs::read_to_string(root().join("index.html")).expect("the shell");
    let (head, _) = shell.split_once("</head>").expect("a head");
    let scripts: Vec<&str> = head.split("<script>").skip(1).filter_map(|rest| rest.split("</script>").next()).collect();
    assert_eq!(scripts.len(), 1, "the head has one script");
    assert!(scripts[0].len() <= 600, "{} bytes", scripts[0].len());
    assert!(scripts[0].contains("document.documentElement.dataset"), "{}", scripts[0]);
    for other in ["body", "querySelector", "write", "head", "fetch"] {
        assert!(!scripts[0].contains(other), "{}", scripts[0]);
    }
}

/// The choices that the panel offers are those that the styles know.
#[test]
fn every_choice_of_the_reader_has_a_style() {
    let sheets: String =
        ["tokens", "opened"].map(|name| fs::read_to_string(root().join(format!("style/{name}.css"))).expect("a sheet")).concat();
    for setting in content::phrases::settings::ALL {
        for (value, _) in setting.options.iter().filter(|(value, _)| !value.is_empty()) {
            assert!(sheets.contains(&format!("[data-{}=\"{value}\"]", setting.name)), "{} {value}", setting.name);
        }
        assert_eq!(setting.options.iter().filter(|(value, _)| value.is_empty()).count(), 1, "{} has one default", setting.name);
    }
}

/// What a browser paints around the page is the field of the title, as it is by day.
#[test]
fn the_browser_wears_the_colour_of_the_title() {
    let rules = rules();
    let band = value(&rules, &rules[0], "--band", 0).to_owned();
    let shell = fs::read_to_string(root().join("index.html")).expect("the shell");
    assert_eq!(attributes(&shell, "meta[name=theme-color]", "content"), [band]);
}
