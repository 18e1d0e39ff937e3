//! The reference: the same pages as if somebody had written them by hand, without the app.
//!
//! Scripts and page data go, and the rules that load typefaces; every other byte stays, so nothing is slower than in the
//! pages that it is compared with.

use std::fs;
use std::io::Write as _;
use std::path::Path;

use anyhow::{Context, Result, anyhow};
use lightningcss::rules::CssRule;
use lightningcss::stylesheet::{ParserOptions, PrinterOptions, StyleSheet};
use lol_html::html_content::ContentType;
use lol_html::{RewriteStrSettings, element, rewrite_str, text};
use walkdir::WalkDir;

/// What a page without an app does not have. Structured data is a script as well; without it the reference is lighter.
const APP: &str = "script, link[rel=modulepreload], link[as=script], link[as=fetch], link[as=font]";

/// What is compressed beforehand is as small as the pages it is compared with.
const BROTLI_QUALITY: u32 = 11;

/// Makes the plain site of a built one.
///
/// # Errors
/// When a file cannot be read, understood or written.
pub fn make(site: &Path, out: &Path) -> Result<()> {
    if out.exists() {
        fs::remove_dir_all(out).with_context(|| format!("cannot remove {}", out.display()))?;
    }
    for entry in WalkDir::new(site) {
        let entry = entry.context("cannot list the site")?;
        let to = out.join(entry.path().strip_prefix(site).context("a file outside the site")?);
        let made = if entry.file_type().is_dir() { fs::create_dir_all(&to).map_err(Into::into) } else { file(entry.path(), &to) };
        made.with_context(|| format!("cannot make {}", to.display()))?;
    }
    Ok(())
}

/// Pages and styles are made anew, and compressed anew where the site has them compressed beforehand.
fn file(from: &Path, to: &Path) -> Result<()> {
    let name = from.to_string_lossy();
    let uncompressed = name.strip_suffix(".br").or_else(|| name.strip_suffix(".gz")).unwrap_or(&name);
    let is = |extension: &str| Path::new(uncompressed).extension().is_some_and(|found| found == extension);
    if !is("html") && !is("css") {
        fs::copy(from, to)?;
        return Ok(());
    }
    // Browsers ask for Brotli, so one of the two is enough.
    if uncompressed != name {
        return Ok(());
    }
    let text = fs::read_to_string(from)?;
    let text = if is("html") { page(&text)? } else { without_fonts(&text)? };
    if Path::new(&format!("{name}.br")).exists() {
        fs::write(format!("{}.br", to.display()), compressed(&text)?)?;
    }
    Ok(fs::write(to, text)?)
}

fn page(html: &str) -> Result<String> {
    let mut style = String::new();
    let app = element!(APP, |found| {
        found.remove();
        Ok(())
    });
    // A text may come in parts.
    let styles = text!("style", |part| {
        style.push_str(part.as_str());
        if part.last_in_text_node() {
            part.replace(&without_fonts(&std::mem::take(&mut style))?, ContentType::Html);
        } else {
            part.remove();
        }
        Ok(())
    });
    let settings = RewriteStrSettings { element_content_handlers: vec![app, styles], ..RewriteStrSettings::new() };
    rewrite_str(html, settings).context("the page cannot be rewritten")
}

/// Styles that load no typeface stay as they are, to the byte.
fn without_fonts(css: &str) -> Result<String> {
    let unreadable = |error: &dyn std::fmt::Display| anyhow!("unreadable styles: {error}");
    let mut sheet = StyleSheet::parse(css, ParserOptions::default()).map_err(|error| unreadable(&error))?;
    let loads = |rule: &CssRule| matches!(rule, CssRule::FontFace(_));
    if !sheet.rules.0.iter().any(loads) {
        return Ok(css.to_owned());
    }
    sheet.rules.0.retain(|rule| !loads(rule));
    let printed = sheet.to_css(PrinterOptions { minify: true, ..PrinterOptions::default() });
    Ok(printed.map_err(|error| unreadable(&error))?.code)
}

fn compressed(text: &str) -> Result<Vec<u8>> {
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 4096, BROTLI_QUALITY, 22);
    writer.write_all(text.as_bytes())?;
    Ok(writer.into_inner())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{make, page, without_fonts};

    const FACE: &str = "@font-face{font-family:A;src:url(/a.woff2)}";

    #[test]
    fn scripts_data_and_typefaces_go_and_the_rest_stays_to_the_byte() -> anyhow::Result<()> {
        let html = format!(
            "<!doctype html><html><head><script>try{{}}catch{{}}</script><style>{FACE}a>b{{color:red}}</style></head>\
             <body ><p>1 &lt; 2<div  class=x>z</div><script type=\"application/json\">{{\"a\":\"</p>\"}}</script>\
             <script defer src=\"/l.js\"></script><link rel=\"stylesheet\" href=\"/o.css\"></body></html>\n"
        );
        let expected = "<!doctype html><html><head><style>a>b{color:red}</style></head>\
             <body ><p>1 &lt; 2<div  class=x>z</div><link rel=\"stylesheet\" href=\"/o.css\"></body></html>\n";
        assert_eq!(page(&html)?, expected);
        Ok(())
    }

    #[test]
    fn styles_without_typefaces_are_not_printed_anew() -> anyhow::Result<()> {
        let css = "a   { color : red }";
        assert_eq!(without_fonts(css)?, css);
        assert_eq!(without_fonts(&format!("{FACE}{css}"))?, "a{color:red}");
        Ok(())
    }

    #[test]
    fn a_page_compressed_beforehand_is_compressed_anew() -> anyhow::Result<()> {
        let folder = tempfile::tempdir()?;
        let [site, out] = ["site", "plain"].map(|name| folder.path().join(name));
        fs::create_dir_all(&site)?;
        for (name, text) in
            [("index.html", "<script></script><p>x"), ("index.html.br", "ours"), ("index.html.gz", "ours"), ("a.svg.br", "a")]
        {
            fs::write(site.join(name), text)?;
        }
        make(&site, &out)?;
        assert_eq!(fs::read_to_string(out.join("index.html"))?, "<p>x");
        let mut text = Vec::new();
        brotli::BrotliDecompress(&mut fs::read(out.join("index.html.br"))?.as_slice(), &mut text)?;
        assert_eq!(text, b"<p>x");
        assert!(!out.join("index.html.gz").exists());
        assert_eq!(fs::read_to_string(out.join("a.svg.br"))?, "a");
        Ok(())
    }
}
