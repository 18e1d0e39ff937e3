//! Trunk's index.html as a template: hashed names come from it and are never typed by hand.

use lightningcss::stylesheet::{MinifyOptions, ParserOptions, PrinterOptions, StyleSheet};

use crate::PublishError;

const HEAD: &str = "<!--page-head-->";
const BODY: &str = "<!--page-body-->";

/// The parts of index.html between which a page is put.
#[derive(Debug)]
pub struct Shell {
    before_head: String,
    before_body: String,
    after_body: String,
}

impl Shell {
    /// Reads Trunk's `index.html`; all its stylesheets become one, minified, the same on every page.
    /// Addresses in it begin with `base` (without its last slash).
    ///
    /// # Errors
    /// A placeholder or the loader is missing, or the styles do not parse.
    pub fn read(index: &str, base: &str) -> Result<Self, PublishError> {
        let (styles, rest) = take_styles(index);
        let style = minified(&styles)?.replace("url(/", &format!("url({base}/"));
        // Comments of the loader that have a line of their own are for those who work on it, not for readers.
        let lines: Vec<&str> = rest.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//")).collect();
        let compact = lines.join("\n");
        let (before_head, rest) = compact.split_once(HEAD).ok_or_else(|| PublishError::Shell(HEAD.into()))?;
        let (before_body, after_body) = rest.split_once(BODY).ok_or_else(|| PublishError::Shell(BODY.into()))?;
        if !after_body.contains("data-wasm=") {
            return Err(PublishError::Shell("the loader with data-wasm".into()));
        }
        let before_body = before_body.replace("</head>", &format!("<style>{style}</style></head>"));
        Ok(Self { before_head: before_head.to_owned(), before_body, after_body: after_body.to_owned() })
    }

    /// A whole document.
    #[must_use]
    pub fn document(&self, head: &str, body: &str) -> String {
        [&self.before_head, head, &self.before_body, body, &self.after_body].map(|part| part.trim_matches('\n')).concat()
    }
}

/// Parts the contents of all `<style>` elements from the rest.
fn take_styles(index: &str) -> (String, String) {
    let mut styles = String::new();
    let mut rest = String::new();
    let mut input = index;
    while let Some((before, after)) = input.split_once("<style") {
        rest.push_str(before);
        let Some((style, after)) = after.split_once("</style>") else { break };
        styles.push_str(style.split_once('>').map_or("", |(_, style)| style));
        input = after;
    }
    rest.push_str(input);
    (styles, rest)
}

fn minified(css: &str) -> Result<String, PublishError> {
    let mut sheet = StyleSheet::parse(css, ParserOptions::default()).map_err(|error| PublishError::Style(error.to_string()))?;
    sheet.minify(MinifyOptions::default()).map_err(|error| PublishError::Style(error.to_string()))?;
    let printed = sheet.to_css(PrinterOptions { minify: true, ..PrinterOptions::default() });
    printed.map(|printed| printed.code).map_err(|error| PublishError::Style(error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::Shell;

    const INDEX: &str = "<html><head><!--page-head-->\n<style>a { color: red; }</style>\n<style type=\"x\">b { src: url(/fonts/x); }</style></head><body><!--page-body--><script data-wasm=\"/x.wasm\"></script></body></html>";

    #[test]
    fn styles_become_one_and_follow_the_base_path() {
        let document = Shell::read(INDEX, "/ref").map(|shell| shell.document("<title>x</title>", "<main></main>"));
        let expected = "<html><head><title>x</title><style>a{color:red}b{src:url(/ref/fonts/x)}</style></head><body><main></main><script data-wasm=\"/x.wasm\"></script></body></html>";
        assert_eq!(document.ok().as_deref(), Some(expected));
    }

    #[test]
    fn an_index_without_placeholder_is_refused() {
        let message = Shell::read("<html></html>", "").map_err(|error| error.to_string());
        assert!(message.is_err_and(|message| message.contains("<!--page-head-->")));
    }
}
