//! Draws the images into a folder to be looked at: `cargo run -p share-images --example preview -- target/share [title…]`.

use std::{error::Error, fs, path::Path, time::Instant};

#[path = "../tests/images/site.rs"]
mod site;

use share_images::{Card, cards, png};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let folder = arguments.next().ok_or("name a folder to write to")?;
    let site = site::real()?;
    let mut drawn = cards(&site);
    let extra = |(index, title): (usize, String)| {
        let card = Card {
            kicker: String::new(),
            title,
            line: site.settings.tagline.clone(),
            site: site.settings.name.clone(),
            city: String::new(),
        };
        (format!("share/extra-{index}.png"), card)
    };
    drawn.extend(arguments.enumerate().map(extra));
    for (path, card) in drawn {
        let start = Instant::now();
        let bytes = png(&card)?;
        println!("{path}: {} bytes, {} ms: {}", bytes.len(), start.elapsed().as_millis(), card.alternative());
        let path = Path::new(&folder).join(path);
        fs::create_dir_all(path.parent().unwrap_or(Path::new(&folder)))?;
        fs::write(path, bytes)?;
    }
    Ok(())
}
