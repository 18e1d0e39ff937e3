//! Compressed sizes (Brotli quality 11) of what readers download, and the budgets they must keep.

use std::io::Write;

use rayon::prelude::*;

use crate::publish::Output;

/// Bytes: HTML of any page with its inlined styles (issue budget: the first flight of TCP).
pub const HTML_BUDGET: usize = 13_400;
/// Bytes: all that home needs before the WASM.
pub const HOME_BUDGET: usize = 45_000;
/// Bytes: main WASM and its JavaScript.
pub const APP_BUDGET: usize = 165_000;
/// Bytes: all fonts.
pub const FONT_BUDGET: usize = 20_000;

/// A line of the table.
#[derive(Debug)]
pub struct Size {
    /// What is measured.
    pub what: String,
    /// Bytes.
    pub bytes: usize,
    /// Bytes allowed, where there is a budget.
    pub budget: Option<usize>,
}

/// Measures `outputs`. Without `has_budget_for_app` the WASM is measured but not judged (wasm-opt was skipped).
#[must_use]
pub fn measure(outputs: &[Output], has_budget_for_app: bool) -> Vec<Size> {
    let compressed: Vec<(&Output, usize)> = outputs.par_iter().map(|output| (output, compressed(output))).collect();
    let sum =
        |wanted: &dyn Fn(&Output) -> bool| compressed.iter().filter(|(output, _)| wanted(output)).map(|(_, bytes)| bytes).sum::<usize>();
    let largest = |wanted: &dyn Fn(&Output) -> bool| compressed.iter().filter(|(output, _)| wanted(output)).max_by_key(|(_, bytes)| *bytes);
    let home = sum(&|output| output.path == "index.html");
    let fonts = sum(&|output| output.is("woff2"));
    let icon = sum(&|output| output.is("svg"));
    let script = sum(&|output| output.is("js"));
    let wasm = sum(&|output| output.is("wasm"));
    let line = |what: &str, bytes, budget| Size { what: what.to_owned(), bytes, budget };
    let mut sizes = vec![line("/ HTML with inlined CSS", home, Some(HTML_BUDGET))];
    if let Some((output, bytes)) = largest(&|output| output.is("html") && output.path != "index.html") {
        sizes.push(line(&format!("largest other HTML: /{}", output.path), *bytes, Some(HTML_BUDGET)));
    }
    sizes.push(line("/ JSON", sum(&|output| output.path == "index.json"), None));
    if let Some((output, bytes)) = largest(&|output| output.path.ends_with("/index.json")) {
        sizes.push(line(&format!("largest JSON: /{}", output.path), *bytes, None));
    }
    sizes.push(line("fonts", fonts, Some(FONT_BUDGET)));
    sizes.push(line("home before WASM: HTML, fonts, icon", home + fonts + icon, Some(HOME_BUDGET)));
    sizes.push(line("JavaScript", script, None));
    sizes.push(line("WASM", wasm, None));
    sizes.push(line("WASM and JavaScript", wasm + script, has_budget_for_app.then_some(APP_BUDGET)));
    sizes
}

/// The lines that exceed their budget.
#[must_use]
pub fn excesses(sizes: &[Size]) -> Vec<String> {
    let over = sizes.iter().filter(|size| size.budget.is_some_and(|budget| size.bytes > budget));
    over.map(|size| format!("{}: {} bytes, allowed {}", size.what, size.bytes, size.budget.unwrap_or_default())).collect()
}

/// The table for people.
#[must_use]
pub fn table(sizes: &[Size]) -> String {
    let line = |size: &Size| {
        let budget = size.budget.map_or_else(|| "-".to_owned(), |budget| budget.to_string());
        format!("{:>9} {:>9}  {}\n", size.bytes, budget, size.what)
    };
    let lines: String = sizes.iter().map(line).collect();
    format!("{:>9} {:>9}  (bytes, Brotli 11; fonts as they are)\n{lines}", "size", "budget")
}

/// Bytes after compression; a font is compressed already.
fn compressed(output: &Output) -> usize {
    if output.is("woff2") {
        return output.bytes.len();
    }
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 4096, 11, 22);
    // Writing to memory does not fail.
    let _ = writer.write_all(&output.bytes);
    writer.into_inner().len()
}

#[cfg(test)]
mod tests {
    use super::{HTML_BUDGET, Output, excesses, measure};

    #[test]
    fn a_page_over_its_budget_is_named() {
        // Bytes that do not compress.
        let mut state = 1_u32;
        let noise = |_| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            state.to_be_bytes()[0]
        };
        let bytes: Vec<u8> = (0..HTML_BUDGET + 500).map(noise).collect();
        let outputs = [Output { path: "a/index.html".into(), bytes }, Output { path: "index.html".into(), bytes: b"x".to_vec() }];
        let over = excesses(&measure(&outputs, true));
        assert_eq!(over.len(), 1, "{over:?}");
        assert!(over[0].contains("/a/index.html"));
    }
}
