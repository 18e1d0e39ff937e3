//! All components in all states on one page, for the eye; called by `cargo xtask gallery` with a built site and a folder to write to.

mod app;
mod evidence;
mod exhibits;
mod text;

use std::{error::Error, fs, path::Path};

use content::{
    compose::{self, Base},
    model::Site,
    page::{Block, Inline, Page, Section, Subresource},
};
use prerender::{body, content_folder};

/// What a page loads besides its own file, as endings of names.
const ASSETS: [&str; 4] = ["css", "svg", "woff2", "png"];
/// Folders of such files.
const FOLDERS: [&str; 2] = ["fonts", "motifs"];
/// Longer than any line of a telephone.
const LATIN_NAME: &str = "Direction générale de la surveillance du territoire national";

type Outcome<T> = Result<T, Box<dyn Error>>;

fn main() -> Outcome<()> {
    let mut arguments = std::env::args().skip(1);
    let (Some(built), Some(out)) = (arguments.next(), arguments.next()) else { return Err("gallery BUILT-SITE OUT".into()) };
    let (built, out) = (Path::new(&built), Path::new(&out));
    let site = content_folder::site(&content_folder::files(Path::new("content"))?)?;
    let base = Base::new("https://example.org/");
    let page = gallery(&site, &base, built)?;
    let shell = fs::read_to_string(built.join("index.html"))?;
    let (head, rest) = shell.split_once("<body>").ok_or("a page without body")?;
    let (_, tail) = rest.split_once("<script defer").ok_or("a page without loader")?;
    let (_, tail) = tail.split_once("</script>").ok_or("a loader without end")?;
    let text = app::with_states(&body(compose::frame(&site, &base), page));
    fs::create_dir_all(out)?;
    fs::write(out.join("index.html"), [head, "<body>", &text, tail].concat())?;
    copy(built, out)?;
    println!("{}", out.join("index.html").display());
    Ok(())
}

/// The stylesheet of the built site whose name begins so and is hashed; the gallery takes it as it is.
fn styles(built: &Path, start: &str) -> Outcome<Subresource> {
    let names = fs::read_dir(built)?.filter_map(Result::ok).map(|entry| entry.file_name().to_string_lossy().into_owned());
    let is_style = |name: &String| name.starts_with(start) && Path::new(name).extension().is_some_and(|found| found == "css");
    let name = names.into_iter().find(is_style).ok_or_else(|| format!("no style {start}"))?;
    Ok(Subresource { address: format!("/{name}"), integrity: String::new() })
}

fn copy(from: &Path, to: &Path) -> Outcome<()> {
    for entry in fs::read_dir(from)?.filter_map(Result::ok) {
        let (path, target) = (entry.path(), to.join(entry.file_name()));
        if FOLDERS.iter().any(|folder| path.ends_with(folder)) {
            fs::create_dir_all(&target)?;
            copy(&path, &target)?;
        } else if path.extension().is_some_and(|found| ASSETS.iter().any(|asset| found == *asset)) {
            fs::copy(&path, &target)?;
        }
    }
    Ok(())
}

fn gallery(site: &Site, base: &Base, built: &Path) -> Outcome<Page> {
    let blocks = [text::blocks(), evidence::blocks(), exhibits::blocks(site, base)].concat();
    Ok(Page {
        title: "الدورة المئة: اسم مدينة طويل جداً لا يتسع له سطر واحد في الهاتف".to_owned(),
        city: "tangier".to_owned(),
        breadcrumb: vec![content::page::Link { href: "#".to_owned(), label: "الرئيسية".to_owned() }],
        blocks,
        claims: evidence::claims(),
        sources: (1..=evidence::MANY).map(evidence::source).collect(),
        conflicts: vec![evidence::conflict()],
        citation: Some(evidence::citation()),
        exhibit_styles: styles(built, "exhibits-")?,
        picture_styles: styles(built, "pictures-")?,
        matrix_styles: styles(built, "matrix-")?,
        styles: styles(built, "search-")?,
        ..Page::default()
    })
}

fn plain(text: &str) -> Vec<Inline> {
    vec![Inline::Text(text.to_owned())]
}

fn latin(text: &str) -> Vec<Inline> {
    vec![Inline::Foreign("fr".to_owned(), text.to_owned())]
}

fn section(id: &str, title: &str, blocks: Vec<Block>) -> Block {
    Block::Section(Section { id: id.to_owned(), title: plain(title), style: String::new(), folded: false, blocks })
}
