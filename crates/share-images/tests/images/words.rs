//! Which images there are and what they say.

use std::{collections::BTreeSet, error::Error};

use content::{
    compose::{self, routes},
    route::Route,
};
use share_images::{ImageError, card, cards, image_path, png};

use super::site;

type Outcome = Result<(), Box<dyn Error>>;

#[test]
fn every_page_has_an_image_and_every_edition_one_of_its_own() -> Outcome {
    let site = site::real()?;
    let cards = cards(&site);
    let paths: BTreeSet<&str> = cards.iter().map(|(path, _)| path.as_str()).collect();
    assert_eq!(paths.len(), cards.len(), "each path once");
    for route in routes(&site) {
        assert!(paths.contains(image_path(&route).as_str()), "{route:?}");
    }
    for edition in &site.editions {
        let path = format!("share/editions-{}.png", edition.slug);
        let (_, card) = cards.iter().find(|(found, _)| *found == path).ok_or(path)?;
        assert!(card.title.contains(&edition.city), "{card:?}");
        assert!(card.line.contains(&edition.start.year.to_string()), "{card:?}");
        assert_eq!(card.city, edition.city_key());
    }
    Ok(())
}

#[test]
fn pages_that_share_an_image_say_the_same() -> Outcome {
    let site = site::real()?;
    let of = |id: &str| {
        let route = Route::Source(id.to_owned());
        compose::page(&site, &compose::Base::new("https://example.org/"), &route)
            .map(|page| (image_path(&route), card(&site, &route, &page)))
    };
    let mut sources = site.sources.keys().map(|id| of(id));
    let first = sources.next().flatten().ok_or("a source")?;
    assert!(sources.all(|source| source.as_ref() == Some(&first)));
    assert_eq!(first.0, "share/source.png");
    Ok(())
}

#[test]
fn words_that_cannot_be_drawn_are_told() -> Outcome {
    let site = site::real()?;
    let (_, card) = cards(&site).into_iter().next().ok_or("a card")?;
    let error = |title: &str| png(&share_images::Card { title: title.to_owned(), ..card.clone() }).err();
    assert!(matches!(error("منصة 中"), Some(ImageError::MissingLetter(_, '中'))));
    assert!(matches!(error(&"منصة مراكش ".repeat(30)), Some(ImageError::TooLong(_))));
    Ok(())
}
