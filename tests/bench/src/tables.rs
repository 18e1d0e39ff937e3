//! The report: tables in Markdown that can be read on a terminal as well. What misses its goal is bold.

use crate::interaction::{Interaction, Interactions};
use crate::loading::{Loading, Pair, Views};
use crate::memory::Memory;
use crate::navigation::{Navigations, Wasted};
use crate::phone::{Check, DOWN, HEIGHT, ROUND_TRIP, SLOWER, UP, WIDTH};
use crate::statistics::{Spread, spread};

/// How much slower than its plain twin a page may be painted.
const RATIO: f64 = 1.05;
/// Milliseconds that a reader does not notice.
const UNNOTICED: f64 = 100.0;
/// How much memory may grow from the tenth navigation to the last and still be called flat.
const FLAT: f64 = 1.05;

/// The device.
pub fn phone(check: &Check) -> String {
    format!(
        "{}; window {WIDTH} × {HEIGHT}; {DOWN} Mbit/s down, {UP} up, {ROUND_TRIP} ms there and back (an answer began after {:.0} ms); \
         CPU {SLOWER}× slower (a loop took {:.1} times as long).\n",
        check.browser, check.answer, check.slower
    )
}

/// Both tables of loading.
pub fn loading(pages: &[Loading]) -> String {
    let pairs = pages.first().map_or(0, |page| page.pairs.len());
    let beside = table(&["Page", "FCP", "ratio", "LCP", "ratio", "LCP again", "ratio", "painted last"], pages.iter().map(beside_plain));
    let cost = table(
        &[
            "Page",
            "Requests",
            "kB",
            "without app",
            "Plain: requests",
            "kB",
            "Again: kB",
            "CLS",
            "App ready, ms",
            "again",
            "TBT, ms",
            "again",
        ],
        pages.iter().map(cost),
    );
    format!(
        "### Beside plain pages\n\nMedians of {pairs} pairs in ms, plain → ours; ratio: median of the ratios of pairs (quartiles). \
         Goal: at most {RATIO:.2}.\n\n{beside}\n\
         ### What a first view costs\n\nMedians; CLS: the worst of all views, plain ones included. \
         Goals: CLS 0, TBT at most {UNNOTICED:.0} ms.\n\n{cost}"
    )
}

fn beside_plain(page: &Loading) -> Vec<String> {
    let mut row = vec![format!("`{}`", page.path)];
    let columns: [fn(&Views) -> f64; 3] = [|views| views.first.paint, |views| views.first.largest, |views| views.again.largest];
    for column in columns {
        let median = |of: fn(&Pair) -> &Views| spread(page.pairs.iter().map(|pair| column(of(pair)))).median;
        let ratio = spread(page.pairs.iter().map(|pair| column(&pair.ours) / column(&pair.plain)));
        row.push(format!("{:.0} → {:.0}", median(|pair| &pair.plain), median(|pair| &pair.ours)));
        row.push(judged(format!("{:.3} ({:.2}–{:.2})", ratio.median, ratio.low, ratio.high), ratio.median <= RATIO));
    }
    let painted = page.pairs.last().map_or("", |pair| pair.ours.first.element.as_str());
    row.push(format!("`{painted}`"));
    row
}

fn cost(page: &Loading) -> Vec<String> {
    let of = |value: fn(&Pair) -> f64| spread(page.pairs.iter().map(value));
    let all =
        |pair: &Pair| [&pair.plain, &pair.ours].into_iter().flat_map(|views| [views.first.shifts, views.again.shifts]).fold(0.0, f64::max);
    let shifts = spread(page.pairs.iter().map(all)).worst;
    let blocked = |of: Spread| judged(format!("{:.0}", of.median), of.median <= UNNOTICED);
    let kilobytes = |of: Spread| format!("{:.1}", of.median / 1000.0);
    let number = |of: Spread| format!("{:.0}", of.median);
    vec![
        format!("`{}`", page.path),
        number(of(|pair| pair.ours.first.requests)),
        kilobytes(of(|pair| pair.ours.first.bytes)),
        kilobytes(of(|pair| pair.ours.first.early)),
        number(of(|pair| pair.plain.first.requests)),
        kilobytes(of(|pair| pair.plain.first.bytes)),
        kilobytes(of(|pair| pair.ours.again.bytes)),
        judged(format!("{shifts:.4}"), shifts == 0.0),
        number(of(|pair| pair.ours.first.ready)),
        number(of(|pair| pair.ours.again.ready)),
        blocked(of(|pair| pair.ours.first.blocked)),
        blocked(of(|pair| pair.ours.again.blocked)),
    ]
}

/// The table of interactions.
pub fn interactions(measured: &[Interactions]) -> String {
    let row = |(name, all): &Interactions| {
        let of = |value: fn(&Interaction) -> f64| spread(all.iter().map(value));
        let (duration, scripts) = (of(|one| one.duration), of(|one| one.scripts));
        let judge = |value: f64| judged(format!("{value:.0}"), value <= UNNOTICED);
        vec![
            (*name).to_owned(),
            all.len().to_string(),
            judge(duration.median),
            judge(duration.worst),
            format!("{:.0}", scripts.median),
            format!("{:.0}", scripts.worst),
        ]
    };
    let rows = table(&["Interaction", "Times", "Median, ms", "worst", "in scripts: median", "worst"], measured.iter().map(row));
    format!(
        "### Interactions\n\nFrom the input to the next frame (Event Timing: in steps of 8 ms, and 16 is the least). \
         Goal: at most {UNNOTICED:.0} ms.\n\n{rows}"
    )
}

/// The table of navigations, and what prefetching wastes.
pub fn navigations(measured: &Navigations, wasted: &Wasted) -> String {
    let row = |name: &str, times: &[f64], goal: f64| {
        let of = spread(times.iter().copied());
        let number = |value: f64| if times.is_empty() { "–".to_owned() } else { judged(format!("{value:.0}"), value <= goal) };
        vec![name.to_owned(), times.len().to_string(), number(of.median), number(of.worst), format!("{goal:.0}")]
    };
    let rows = [row("cold", &measured.cold, ROUND_TRIP + UNNOTICED), row("prefetched", &measured.prefetched, UNNOTICED)];
    let rows = table(&["Next page", "Times", "Median, ms", "worst", "goal"], rows.into_iter());
    let prefetch = match measured.not_fetched {
        0 => String::new(),
        times => format!("No prefetch within 2 s of resting on the link: {times} times. "),
    };
    let late = match measured.too_late {
        0 => String::new(),
        times => format!("Fetched before the pointer came, and so not cold: {times} times. "),
    };
    format!(
        "### Following a link\n\nFrom the click to the frame that shows the heading of the next page (Element Timing).\n\n{rows}\n\
         {prefetch}{late}Prefetch wasted by a pointer that passes all {} links of home's content and follows none: {} pages, {:.1} kB.\n",
        wasted.links,
        wasted.requests,
        wasted.bytes / 1000.0
    )
}

/// The table of memory.
pub fn memory(looks: &[Memory]) -> String {
    let row = |look: &Memory| {
        let megabytes = |bytes: f64| format!("{:.2}", bytes / 1_000_000.0);
        let [nodes, listeners] = [look.nodes, look.listeners].map(|count| format!("{count:.0}"));
        vec![look.navigations.to_string(), megabytes(look.heap), megabytes(look.app), nodes, listeners]
    };
    let rows = table(&["Navigations", "JS heap, MB", "WASM memory, MB", "Nodes", "Listeners"], looks.iter().map(row));
    // The first navigations fill what is made once.
    let growth = match (looks.get(1), looks.last()) {
        (Some(early), Some(late)) if early.heap > 0.0 => late.heap / early.heap,
        _ => 1.0,
    };
    let judgement = judged(format!("{growth:.3}"), growth <= FLAT);
    format!(
        "### Memory\n\nAfter garbage collection, at full speed. Goal: flat; from the tenth navigation to the last the heap grew by the factor {judgement}.\n\n{rows}"
    )
}

fn judged(text: String, is_met: bool) -> String {
    if is_met { text } else { format!("**{text}**") }
}

/// A table whose columns are as wide as their widest cell; all but the first are numbers.
fn table(header: &[&str], rows: impl Iterator<Item = Vec<String>>) -> String {
    let header: Vec<String> = header.iter().map(|&cell| cell.to_owned()).collect();
    let mut lines = vec![header];
    lines.extend(rows);
    let width = |column: usize| lines.iter().filter_map(|line| line.get(column)).map(|cell| cell.chars().count()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..lines[0].len()).map(width).collect();
    let line = |cells: &Vec<String>| {
        let cells = cells.iter().zip(&widths).enumerate();
        cells
            .map(|(column, (cell, &width))| if column == 0 { format!("| {cell:<width$} ") } else { format!("| {cell:>width$} ") })
            .collect::<String>()
            + "|\n"
    };
    // A colon at the end aligns numbers.
    let dashes = |(column, &width): (usize, &usize)| ["|", &"-".repeat(width + 1), if column == 0 { "-" } else { ":" }].concat();
    let rule: String = widths.iter().enumerate().map(dashes).collect();
    let [header, rows]: [String; 2] = [&lines[..1], &lines[1..]].map(|lines| lines.iter().map(line).collect());
    format!("{header}{rule}|\n{rows}")
}

#[cfg(test)]
mod tests {
    use super::table;

    #[test]
    fn columns_are_aligned() {
        let rows = [vec!["home".to_owned(), "1".to_owned()], vec!["b".to_owned(), "1 → 22".to_owned()]];
        let expected = "| Page |     ms |\n|------|-------:|\n| home |      1 |\n| b    | 1 → 22 |\n";
        assert_eq!(table(&["Page", "ms"], rows.into_iter()), expected);
    }
}
