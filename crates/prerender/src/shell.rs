//! Trunk's index.html as a template: hashed names come from it and are never typed by hand.

use crate::{
    Output, PublishError,
    assets::{addressed, hashed, minified},
    search_module::{self, SearchAddresses},
};

const HEAD: &str = "<!--page-head-->";
const BODY: &str = "<!--page-body-->";

/// Begins the script that Trunk makes of the loader.
const LOADER: &str = "<script data-loader>";

/// Where the loader's element goes.
const LOADER_PLACE: &str = "<!--loader-->";

/// The parts of index.html between which a page is put.
#[derive(Debug)]
pub struct Shell {
    before_head: String,
    before_body: String,
    after_body: String,
    /// Address of the styles of exhibits.
    pub exhibit_styles: String,
    /// Address of the styles of pictures.
    pub picture_styles: String,
    /// Address of the styles of matrices.
    pub matrix_styles: String,
    /// Address of the styles of the search.
    pub search_styles: String,
    /// The loader, as a file that readers fetch once for all pages.
    pub loader: Output,
}

impl Shell {
    /// Reads Trunk's `index.html`; all its inlined stylesheets become one, minified, the same on every page.
    /// Addresses in it begin with `base` (without its last slash). The loader learns where the search is.
    ///
    /// # Errors
    /// A placeholder, the loader or a linked stylesheet is missing, or the styles do not parse.
    pub fn read(index: &str, base: &str, search: &SearchAddresses) -> Result<Self, PublishError> {
        let missing = |what: &str| PublishError::Shell(what.to_owned());
        let (styles, rest) = take_styles(index);
        let style = minified(&styles)?.replace("url(/", &format!("url({base}/"));
        let (exhibit_styles, rest) = take_stylesheet(&rest, "exhibits").ok_or_else(|| missing("the link to exhibits.css"))?;
        let (picture_styles, rest) = take_stylesheet(&rest, "pictures").ok_or_else(|| missing("the link to pictures.css"))?;
        let (matrix_styles, rest) = take_stylesheet(&rest, "matrix").ok_or_else(|| missing("the link to matrix.css"))?;
        let (search_styles, rest) = take_stylesheet(&rest, "search").ok_or_else(|| missing("the link to search.css"))?;
        let (opened_styles, rest) = take_stylesheet(&rest, "opened").ok_or_else(|| missing("the link to opened.css"))?;
        let (print_styles, rest) = take_stylesheet(&rest, "print").ok_or_else(|| missing("the link to print.css"))?;
        let (loader, rest) = take_loader(&rest).ok_or_else(|| missing(LOADER))?;
        let loader = search_module::addressed(&loader, search, &search_styles)?;
        let loader = loader_file(&addressed(&loader, &[("opened.css", &opened_styles), ("print.css", &print_styles)])?);
        let rest = rest.replacen(LOADER_PLACE, &format!("<script defer src=\"{base}/{}\"></script>", loader.path), 1);
        // With JavaScript the loader asks for them, after the first paint.
        let behind = format!(
            "<noscript><link rel=\"stylesheet\" href=\"{opened_styles}\"><link rel=\"stylesheet\" media=\"print\" href=\"{print_styles}\"></noscript></body>"
        );
        let rest = rest.replacen("</body>", &behind, 1);
        let lines: Vec<&str> = rest.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        let compact = lines.join("\n");
        let (before_head, rest) = compact.split_once(HEAD).ok_or_else(|| missing(HEAD))?;
        let (before_body, after_body) = rest.split_once(BODY).ok_or_else(|| missing(BODY))?;
        let before_body = before_body.replace("</head>", &format!("<style>{style}</style></head>"));
        let [before_head, after_body] = [before_head, after_body].map(str::to_owned);
        Ok(Self { before_head, before_body, after_body, exhibit_styles, picture_styles, matrix_styles, search_styles, loader })
    }

    /// A whole document.
    #[must_use]
    pub fn document(&self, head: &str, body: &str) -> String {
        [&self.before_head, head, &self.before_body, body, &self.after_body].map(|part| part.trim_matches('\n')).concat()
    }
}

/// Parts the linked stylesheet whose file begins with `name` from the rest; gives its address.
fn take_stylesheet(index: &str, name: &str) -> Option<(String, String)> {
    index.match_indices("<link rel=\"stylesheet\"").find_map(|(start, _)| {
        let end = start + index[start..].find('>')? + 1;
        let address = index[start..end].split_once("href=\"")?.1.split_once('"')?.0;
        let is_wanted = address.rsplit('/').next().is_some_and(|file| file.starts_with(name));
        is_wanted.then(|| (address.to_owned(), [&index[..start], &index[end..]].concat()))
    })
}

/// Parts the loader's text from the rest, which gets [`LOADER_PLACE`] instead.
fn take_loader(index: &str) -> Option<(String, String)> {
    let start = index.find(LOADER)?;
    let (text, after) = index[start + LOADER.len()..].split_once("</script>")?;
    let rest = [&index[..start], LOADER_PLACE, after].concat();
    Some((text.to_owned(), rest))
}

/// The loader as a file; comments that have a line of their own are for those who work on it, not for readers.
fn loader_file(text: &str) -> Output {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//"));
    let text = lines.collect::<Vec<_>>().join("\n") + "\n";
    Output { path: hashed("loader.js", text.as_bytes()), bytes: text.into_bytes() }
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

#[cfg(test)]
mod tests {
    use super::Shell;
    use crate::{Output, PublishError, search_module};

    fn shell(index: &str, base: &str) -> Result<Shell, PublishError> {
        let file = |path: &str| Output { path: path.to_owned(), bytes: Vec::new() };
        Shell::read(index, base, &search_module::name(&mut [file("search.js"), file("search_bg.wasm")], base)?)
    }

    const INDEX: &str = "<html><head><!--page-head-->\n<style>a { color: red; }</style>\n<style type=\"x\">b { src: url(/fonts/x); }</style><link rel=\"stylesheet\" href=\"/ref/exhibits-1.css\" integrity=\"x\"><link rel=\"stylesheet\" href=\"/ref/pictures-1.css\"><link rel=\"stylesheet\" href=\"/ref/matrix-1.css\"><link rel=\"stylesheet\" href=\"/ref/search-1.css\"><link rel=\"stylesheet\" href=\"/ref/opened-1.css\"><link rel=\"stylesheet\" href=\"/ref/print-1.css\"></head><body><!--page-body--><script data-loader>\n// why\nstart(\"search.js\", \"search_bg.wasm\", \"search.css\", \"opened.css\", \"print.css\");\n</script></body></html>";

    #[test]
    fn styles_become_one_and_follow_the_base_path() {
        let document = shell(INDEX, "/ref").map(|shell| shell.document("<title>x</title>", "<main></main>"));
        let start = "<html><head><title>x</title><style>a{color:red}b{src:url(/ref/fonts/x)}</style></head><body><main></main>";
        assert!(document.is_ok_and(|document| document.starts_with(start)));
    }

    #[test]
    fn the_loader_becomes_a_file_without_its_comments() {
        let shell = shell(INDEX, "/ref").ok();
        let loader = shell.as_ref().map(|shell| (String::from_utf8_lossy(&shell.loader.bytes).into_owned(), shell.loader.path.clone()));
        let (text, path) = loader.unwrap_or_default();
        // The hash of nothing.
        let hash = "e3b0c44298fc1c14";
        let addresses = format!(
            "\"/ref/search-{hash}.js\", \"/ref/search_bg-{hash}.wasm\", \"/ref/search-1.css\", \"/ref/opened-1.css\", \"/ref/print-1.css\""
        );
        assert_eq!(text, format!("start({addresses});\n"));
        let element = format!("<script defer src=\"/ref/{path}\"></script>");
        assert!(shell.as_ref().is_some_and(|shell| shell.document("", "").contains(&element)));
    }

    #[test]
    fn styles_that_few_pages_need_are_known_by_their_addresses_and_not_linked() {
        let shell = shell(INDEX, "/ref").ok();
        let document = shell.as_ref().map(|shell| shell.document("", "")).unwrap_or_default();
        assert!(!document.contains("exhibits") && !document.contains("search-1.css"));
        assert!(document.ends_with("<noscript><link rel=\"stylesheet\" href=\"/ref/opened-1.css\"><link rel=\"stylesheet\" media=\"print\" href=\"/ref/print-1.css\"></noscript></body></html>"));
        let addresses = shell.map(|shell| [shell.exhibit_styles, shell.picture_styles, shell.matrix_styles, shell.search_styles]);
        assert_eq!(addresses, Some(["exhibits", "pictures", "matrix", "search"].map(|name| format!("/ref/{name}-1.css"))));
    }

    #[test]
    fn an_index_without_placeholder_is_refused() {
        let message = shell(&INDEX.replace("<!--page-head-->", ""), "").map_err(|error| error.to_string());
        assert!(message.is_err_and(|message| message.contains("<!--page-head-->")));
        let message = shell("<html></html>", "").map_err(|error| error.to_string());
        assert!(message.is_err_and(|message| message.contains("exhibits.css")));
    }
}
