//! Files that pages link get names that change with their content, so that browsers may keep them for good; styles lose what
//! only their authors read.

use std::path::Path;

use lightningcss::stylesheet::{MinifyOptions, ParserOptions, PrinterOptions, StyleSheet};
use sha2::{Digest, Sha256};

use crate::{Output, PublishError};

/// Folders whose files Trunk copies under the names that they have in the repository.
const COPIED: [&str; 2] = ["fonts/", "motifs/"];
/// Licences stand under their own names.
const LICENCE: &str = "txt";

/// Names the files of `built` by their content and minifies its styles; gives `index` with the new names.
///
/// # Errors
/// A stylesheet does not parse.
pub fn named(built: &mut [Output], index: &str) -> Result<String, PublishError> {
    let mut index = index.to_owned();
    for output in built.iter_mut() {
        let is_copied = COPIED.iter().any(|folder| output.path.starts_with(folder)) && !output.is(LICENCE);
        if output.is("css") {
            output.bytes = minified(&String::from_utf8_lossy(&output.bytes))?.into_bytes();
        } else if !is_copied && !is_app(output) {
            continue;
        }
        let name = hashed(&output.path, &output.bytes);
        index = index.replace(&output.path, &name);
        output.path = name;
    }
    Ok(index)
}

/// Whether it is the app's JavaScript, which may have been minified since it got its name.
fn is_app(output: &Output) -> bool {
    output.is("js") && output.path.contains('-')
}

/// `a/name-<hash>.css` of `a/name.css`, or of `a/name-<other hash>.css`.
pub fn hashed(path: &str, bytes: &[u8]) -> String {
    let extension = Path::new(path).extension().and_then(|extension| extension.to_str()).unwrap_or_default();
    let stem = path.strip_suffix(extension).unwrap_or(path).trim_end_matches('.');
    let is_hash = |text: &str| (12..=16).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    let stem = stem.rsplit_once('-').filter(|(_, hash)| is_hash(hash)).map_or(stem, |(stem, _)| stem);
    let hash = format!("{:x}", Sha256::digest(bytes));
    format!("{stem}-{}.{extension}", &hash[..16])
}

/// The loader with addresses instead of the names of files.
///
/// # Errors
/// It does not name one of them.
pub fn addressed(loader: &str, addresses: &[(&str, &str)]) -> Result<String, PublishError> {
    addresses.iter().try_fold(loader.to_owned(), |loader, (name, address)| {
        let quoted = format!("\"{name}\"");
        if !loader.contains(&quoted) {
            return Err(PublishError::Shell(format!("{quoted} in the loader")));
        }
        Ok(loader.replace(&quoted, &format!("\"{address}\"")))
    })
}

/// Styles without comments and spaces.
///
/// # Errors
/// They do not parse.
pub fn minified(css: &str) -> Result<String, PublishError> {
    let mut sheet = StyleSheet::parse(css, ParserOptions::default()).map_err(|error| PublishError::Style(error.to_string()))?;
    sheet.minify(MinifyOptions::default()).map_err(|error| PublishError::Style(error.to_string()))?;
    let printed = sheet.to_css(PrinterOptions { minify: true, ..PrinterOptions::default() });
    printed.map(|printed| printed.code).map_err(|error| PublishError::Style(error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::{hashed, named};
    use crate::Output;

    #[test]
    fn a_name_follows_the_content() {
        // The hash of nothing.
        let hash = "e3b0c44298fc1c14";
        assert_eq!(hashed("fonts/a-b.woff2", b""), format!("fonts/a-b-{hash}.woff2"));
        assert_eq!(hashed("x-0123456789abcdef.css", b""), format!("x-{hash}.css"));
    }

    #[test]
    fn links_lead_to_the_new_names_and_styles_are_small() {
        let file = |path: &str, text: &str| Output { path: path.to_owned(), bytes: text.as_bytes().to_vec() };
        let mut built =
            [file("x-0123456789abcdef.css", "/* why */ a { color: red; }"), file("fonts/f.woff2", "f"), file("fonts/OFL.txt", "licence")];
        let index = "<link href=\"/x-0123456789abcdef.css\"><style>src: url(/fonts/f.woff2)</style>";
        let index = named(&mut built, index).unwrap_or_default();
        assert_eq!(built[0].bytes, b"a{color:red}");
        for output in &built[..2] {
            assert!(index.contains(&format!("/{}", output.path)), "{} is not in {index}", output.path);
        }
        assert_eq!(built[2].path, "fonts/OFL.txt");
    }
}
