//! Trunk's index.html as a template: hashed names come from it and are never typed by hand.

use content::page::{BUILD_DIGITS, Subresource};
use delivery::Policy;

use crate::{
    Output, PublishError,
    assets::{addressed, hashed, integrity, minified, subresource},
    search_module::{self, SearchFiles},
};

const HEAD: &str = "<!--page-head-->";
const BODY: &str = "<!--page-body-->";

/// What comes first in every document; browsers look for it in the first kilobyte.
const ENCODING: &str = "<meta charset=\"utf-8\">";

/// Begins the script that Trunk makes of the loader.
const LOADER: &str = "<script data-loader>";

/// The service worker, as the loader names it.
const WORKER: &str = "\"sw.js\"";

/// Where the loader's element goes.
const LOADER_PLACE: &str = "<!--loader-->";

/// The parts of index.html between which a page is put.
#[derive(Debug)]
pub struct Shell {
    before_head: String,
    before_body: String,
    after_body: String,
    /// The styles of exhibits.
    pub exhibit_styles: Subresource,
    /// The styles of pictures.
    pub picture_styles: Subresource,
    /// The styles of matrices.
    pub matrix_styles: Subresource,
    /// The styles of the search.
    pub search_styles: Subresource,
    /// The loader, as a file that readers fetch once for all pages.
    pub loader: Output,
}

impl Shell {
    /// Reads Trunk's `index.html`; all its inlined stylesheets become one, minified, the same on every page.
    /// Addresses in it begin with `base` (without its last slash) and lead to `files`. The loader learns where the search is.
    ///
    /// # Errors
    /// A placeholder, the loader or a linked stylesheet is missing, or the styles do not parse.
    pub fn read(index: &str, base: &str, search: &SearchFiles, files: &[Output]) -> Result<Self, PublishError> {
        let missing = |what: &str| PublishError::Shell(what.to_owned());
        let (styles, rest) = take_styles(index);
        let style = minified(&styles)?.replace("url(/", &format!("url({base}/"));
        let mut rest = rest;
        let mut linked = |name: &str| {
            let (address, without) = take_stylesheet(&rest, name).ok_or_else(|| missing(&format!("the link to {name}.css")))?;
            rest = without;
            subresource(&address, base, files)
        };
        let (exhibit_styles, picture_styles) = (linked("exhibits")?, linked("pictures")?);
        let (matrix_styles, search_styles) = (linked("matrix")?, linked("search")?);
        let later_styles = linked("later")?;
        let (loader, rest) = take_loader(&rest).ok_or_else(|| missing(LOADER))?;
        let loader = search_module::addressed(&loader, search, &search_styles)?;
        let loader = addressed(&loader, &[("later.css", &later_styles)])?;
        let loader = with_app(&loader, base, files)?.replacen(WORKER, &format!("\"{base}/sw.js\""), 1);
        let loader = loader_file(&loader);
        let element = format!("<script defer src=\"{base}/{}\" integrity=\"{}\"></script>", loader.path, integrity(&loader.bytes));
        let rest = rest.replacen(LOADER_PLACE, &element, 1);
        // What a browser asks for by itself has no integrity there.
        let rest = without_integrity_of_icon(&rest);
        // With JavaScript the loader asks for them, after the first paint.
        let Subresource { address, integrity } = later_styles;
        let behind = format!("<noscript><link rel=\"stylesheet\" href=\"{address}\" integrity=\"{integrity}\"></noscript></body>");
        let rest = rest.replacen("</body>", &behind, 1);
        let lines: Vec<&str> = rest.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        let compact = lines.join("\n");
        let (before_head, rest) = compact.split_once(HEAD).ok_or_else(|| missing(HEAD))?;
        let (before_body, after_body) = rest.split_once(BODY).ok_or_else(|| missing(BODY))?;
        let before_body = before_body.replace("</head>", &format!("<style>{style}</style></head>"));
        let [before_head, after_body] = [before_head, after_body].map(str::to_owned);
        Ok(Self { before_head, before_body, after_body, exhibit_styles, picture_styles, matrix_styles, search_styles, loader })
    }

    /// Which app this is, as its pages' data say it.
    #[must_use]
    pub fn build(&self) -> &str {
        let hash = self.loader.path.split_once('-').map_or("", |(_, hash)| hash);
        hash.get(..BUILD_DIGITS).unwrap_or(hash)
    }

    /// The same with the policy of its pages in them, before anything to which it could apply.
    ///
    /// # Errors
    /// The shell does not say its encoding.
    pub fn with_policy(mut self) -> Result<Self, PublishError> {
        let policy = Policy::of_document(&self.document("", ""));
        let (before, after) = self.before_head.split_once(ENCODING).ok_or_else(|| PublishError::Shell(ENCODING.to_owned()))?;
        self.before_head = [before, ENCODING, &policy.element(), after].concat();
        Ok(self)
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

/// Trunk says what the icon must be, which no browser asks; it would weigh 75 bytes on every page.
fn without_integrity_of_icon(index: &str) -> String {
    let Some(start) = index.find("<link rel=\"icon\"") else { return index.to_owned() };
    let end = start + index[start..].find('>').unwrap_or_default();
    let icon = &index[start..end];
    let without = icon.split_once(" integrity=\"").and_then(|(before, rest)| Some([before, rest.split_once('"')?.1].concat()));
    without.map_or_else(|| index.to_owned(), |icon| [&index[..start], &icon, &index[end..]].concat())
}

/// Parts the loader's text from the rest, which gets [`LOADER_PLACE`] instead.
fn take_loader(index: &str) -> Option<(String, String)> {
    let start = index.find(LOADER)?;
    let (text, after) = index[start + LOADER.len()..].split_once("</script>")?;
    let rest = [&index[..start], LOADER_PLACE, after].concat();
    Some((text.to_owned(), rest))
}

/// The loader with the integrity of the app's two files, whose addresses Trunk has given it.
fn with_app(loader: &str, base: &str, files: &[Output]) -> Result<String, PublishError> {
    let app = files.iter().map(|file| format!("{base}/{}", file.path)).filter(|address| loader.contains(&format!("\"{address}\", \"\"")));
    let app: Result<Vec<Subresource>, PublishError> = app.map(|address| subresource(&address, base, files)).collect();
    let app = app?;
    let app: Vec<(&str, &Subresource)> = app.iter().map(|file| (file.address.as_str(), file)).collect();
    addressed(loader, &app)
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
    use crate::{Output, PublishError, assets::integrity, search_module};

    /// The digest of nothing.
    const INTEGRITY: &str = "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";

    fn shell(index: &str, base: &str) -> Result<Shell, PublishError> {
        let file = |path: &str| Output { path: path.to_owned(), bytes: Vec::new() };
        let files = ["exhibits", "pictures", "matrix", "search", "later"].map(|name| file(&format!("{name}-1.css")));
        let files = [&files[..], &[file("app-1.js"), file("app-1_bg.wasm")]].concat();
        Shell::read(index, base, &search_module::name(&mut [file("search.js"), file("search_bg.wasm")], base)?, &files)
    }

    const INDEX: &str = "<html><head><!--page-head-->\n<style>a { color: red; }</style>\n<style type=\"x\">b { src: url(/fonts/x); }</style><link rel=\"stylesheet\" href=\"/ref/exhibits-1.css\" integrity=\"x\"><link rel=\"stylesheet\" href=\"/ref/pictures-1.css\"><link rel=\"stylesheet\" href=\"/ref/matrix-1.css\"><link rel=\"stylesheet\" href=\"/ref/search-1.css\"><link rel=\"stylesheet\" href=\"/ref/later-1.css\"><link rel=\"icon\" href=\"/icon.svg\" integrity=\"sha384-x\"/></head><body><!--page-body--><script data-loader>\n// why\nstart(\"search.js\", \"\", \"search_bg.wasm\", \"\", \"search.css\", \"\", \"later.css\", \"\")(\"/ref/app-1.js\", \"\");\n</script></body></html>";

    #[test]
    fn styles_become_one_and_follow_the_base_path() {
        let document = shell(INDEX, "/ref").map(|shell| shell.document("<title>x</title>", "<main></main>"));
        let start = "<html><head><title>x</title><link rel=\"icon\" href=\"/icon.svg\"/><style>a{color:red}b{src:url(/ref/fonts/x)}</style></head><body><main></main>";
        assert!(document.is_ok_and(|document| document.starts_with(start)));
    }

    #[test]
    fn the_loader_becomes_a_file_that_knows_what_it_loads() {
        let shell = shell(INDEX, "/ref").ok();
        let loader = shell.as_ref().map(|shell| (String::from_utf8_lossy(&shell.loader.bytes).into_owned(), shell.loader.path.clone()));
        let (text, path) = loader.unwrap_or_default();
        // The hash of nothing.
        let hash = "e3b0c44298fc";
        let names = [&format!("search-{hash}.js"), &format!("search_bg-{hash}.wasm"), "search-1.css", "later-1.css"];
        let files = names.map(|name| format!("\"/ref/{name}\", \"{INTEGRITY}\"")).join(", ");
        assert_eq!(text, format!("start({files})(\"/ref/app-1.js\", \"{INTEGRITY}\");\n"));
        let element = format!("<script defer src=\"/ref/{path}\" integrity=\"{}\"></script>", integrity(text.as_bytes()));
        assert!(shell.as_ref().is_some_and(|shell| shell.document("", "").contains(&element)));
    }

    #[test]
    fn styles_that_few_pages_need_are_known_by_their_addresses_and_not_linked() {
        let shell = shell(INDEX, "/ref").ok();
        let document = shell.as_ref().map(|shell| shell.document("", "")).unwrap_or_default();
        assert!(!document.contains("exhibits") && !document.contains("search-1.css"));
        let behind =
            format!("<noscript><link rel=\"stylesheet\" href=\"/ref/later-1.css\" integrity=\"{INTEGRITY}\"></noscript></body></html>");
        assert!(document.contains("<link rel=\"icon\" href=\"/icon.svg\"/>"), "{document}");
        assert!(document.ends_with(&behind), "{document}");
        let styles = shell.map(|shell| [shell.exhibit_styles, shell.picture_styles, shell.matrix_styles, shell.search_styles]);
        let expected = ["exhibits", "pictures", "matrix", "search"];
        assert_eq!(styles.map(|styles| styles.map(|styles| styles.address)), Some(expected.map(|name| format!("/ref/{name}-1.css"))));
    }

    #[test]
    fn the_policy_stands_right_after_the_encoding_or_nowhere() {
        let index = INDEX.replace("<head>", "<head><meta charset=\"utf-8\">");
        let document = shell(&index, "/ref").and_then(Shell::with_policy).map(|shell| shell.document("<title>x</title>", ""));
        let start = "<html><head><meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ";
        assert!(document.is_ok_and(|document| document.starts_with(start)));
        let message = shell(INDEX, "/ref").and_then(Shell::with_policy).map_err(|error| error.to_string());
        assert!(message.is_err_and(|message| message.contains("charset")));
    }

    #[test]
    fn a_file_that_is_not_there_is_told() {
        let message = shell(&INDEX.replace("matrix-1", "matrix-2"), "/ref").map_err(|error| error.to_string());
        assert!(message.is_err_and(|message| message.contains("matrix-2.css")));
    }

    #[test]
    fn an_index_without_placeholder_is_refused() {
        let message = shell(&INDEX.replace("<!--page-head-->", ""), "/ref").map_err(|error| error.to_string());
        assert!(message.is_err_and(|message| message.contains("<!--page-head-->")));
        let message = shell("<html></html>", "").map_err(|error| error.to_string());
        assert!(message.is_err_and(|message| message.contains("exhibits.css")));
    }
}
