//! The page of the open data: every file, and how to read it in three languages.

use super::composer::{Composer, titled};
use crate::{
    page::{Block, Inline, Page, Table},
    phrases::data as words,
    text::list,
};

/// Where the files lie, below the base path.
const FOLDER: &str = "/data/v1/";
/// The kind that holds all the others; it has no CSV.
const ALL: &str = "all";

/// The page of the open data.
pub(super) fn data(mut composer: Composer<'_>) -> Option<Page> {
    let mut blocks = composer.sections();
    let next = blocks.iter().position(|block| matches!(block, Block::Section(_))).unwrap_or(blocks.len());
    let files = titled("files", words::FILES, vec![files(&composer), others(&composer)]);
    let examples = titled("examples", words::EXAMPLES, examples(&composer));
    blocks.splice(next..next, [files, examples]);
    composer.finish_text(blocks)
}

fn files(composer: &Composer<'_>) -> Block {
    let file = |path: String, label: &str| Inline::Link(composer.href(&format!("{FOLDER}{path}")), vec![latin(label)]);
    let row = |(code, name, explanation): &(&str, &str, &str)| {
        let name = vec![Inline::Text((*name).to_owned())];
        let csv = (*code != ALL).then(|| file(format!("{code}.csv"), "CSV"));
        let files =
            [file(format!("{code}.json"), "JSON")].into_iter().chain(csv).chain([file(format!("schema/{code}.json"), "JSON Schema")]);
        // Two columns fit a phone; a third would not.
        let mut cell = vec![Inline::Text(format!("{explanation} "))];
        cell.extend(list(files.map(|file| vec![file])));
        vec![name, cell]
    };
    Block::Table(Table {
        caption: words::TABLE.to_owned(),
        head: [words::KIND, words::CONTENT].map(str::to_owned).to_vec(),
        rows: words::KINDS.iter().map(row).collect(),
    })
}

/// What describes the files together, and what other programs read besides them.
fn others(composer: &Composer<'_>) -> Block {
    let item = |path: &str, label: &str, text: &str| {
        vec![Inline::Link(composer.href(path), vec![latin(label)]), Inline::Text(format!(": {text}"))]
    };
    Block::List(vec![
        item("/data/v1/datapackage.json", "datapackage.json", words::PACKAGE),
        item("/editions.ics", "editions.ics", words::CALENDAR),
        item("/feed.xml", "feed.xml", words::FEED),
    ])
}

fn examples(composer: &Composer<'_>) -> Vec<Block> {
    let claims = composer.base.absolute(&format!("{FOLDER}claims"));
    let code = |language: &str, text: String| Block::Code(language.to_owned(), text);
    vec![
        code("curl", format!("curl -O {claims}.csv")),
        code(
            "python",
            format!(
                "import json, urllib.request\n\nwith urllib.request.urlopen(\"{claims}.json\") as file:\n    claims = json.load(file)\n\nprint(len(claims), claims[0][\"text\"])"
            ),
        ),
        code("r", format!("claims <- read.csv(\"{claims}.csv\", fileEncoding = \"UTF-8-BOM\")\nnrow(claims)\nclaims$text[1]")),
    ]
}

fn latin(text: &str) -> Inline {
    Inline::Foreign("en".to_owned(), text.to_owned())
}
