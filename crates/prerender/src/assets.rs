//! Files that pages link get names that change with their content, so that browsers may keep them for good; styles lose what
//! only their authors read.

use std::path::Path;

use base64::{Engine, prelude::BASE64_STANDARD};
use content::page::Subresource;
use lightningcss::stylesheet::{MinifyOptions, ParserOptions, PrinterOptions, StyleSheet};
use sha2::{Digest, Sha256};

use crate::{Output, PublishError};

/// Folders whose files Trunk copies under the names that they have in the repository.
const COPIED: [&str; 2] = ["fonts/", "motifs/"];
/// Digits of the hash in a name: every page names some files, and 48 bits are enough to tell one state of a file from another.
const HASH_DIGITS: usize = 12;
/// Licences stand under their own names.
const LICENCE: &str = "txt";

/// Styles of what is seen only when it is opened, and of paper: files of their own for those who write them, one for readers,
/// because every page names it and what it must be.
const LATER: [&str; 2] = ["opened", "print"];
/// The name of that one.
const LATER_FILE: &str = "later.css";
/// Where the link to it goes.
const PLACE: &str = "<!--later-->";

/// Makes one stylesheet of those that are asked for after the first paint; gives `index` with a link to it in their place.
///
/// # Errors
/// One of them is missing.
pub fn merged(built: &mut Vec<Output>, index: &str) -> Result<String, PublishError> {
    let mut index = index.to_owned();
    let mut styles = Vec::new();
    let mut base = None;
    for name in LATER {
        let missing = || PublishError::Shell(format!("the link to {name}.css"));
        let place = built.iter().position(|output| output.is("css") && output.path.starts_with(name)).ok_or_else(missing)?;
        let output = built.remove(place);
        let address = index.find(&output.path).ok_or_else(missing)?;
        let start = index[..address].rfind('<').ok_or_else(missing)?;
        let end = address + index[address..].find('>').ok_or_else(missing)? + 1;
        if base.is_none() {
            // What stands before the name of the file.
            base = index[start..address].rsplit('"').next().map(str::to_owned);
            index.replace_range(start..end, PLACE);
        } else {
            index.replace_range(start..end, "");
        }
        styles.extend(output.bytes);
    }
    let (base, path) = (base.unwrap_or_default(), hashed(LATER_FILE, &styles));
    let index = index.replacen(PLACE, &format!("<link rel=\"stylesheet\" href=\"{base}{path}\">"), 1);
    built.push(Output { path, bytes: styles });
    Ok(index)
}

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
    format!("{stem}-{}.{extension}", &hash[..HASH_DIGITS])
}

/// What `address`, which begins with `base`, must be: one of `files`.
///
/// # Errors
/// It is none of them.
pub fn subresource(address: &str, base: &str, files: &[Output]) -> Result<Subresource, PublishError> {
    let path = address.strip_prefix(base).map(|path| path.trim_start_matches('/'));
    let file = files.iter().find(|file| Some(file.path.as_str()) == path).ok_or_else(|| PublishError::Shell(address.to_owned()))?;
    Ok(Subresource { address: address.to_owned(), integrity: integrity(&file.bytes) })
}

/// Metadata for the integrity of a file (W3C Subresource Integrity).
#[must_use]
pub fn integrity(bytes: &[u8]) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(bytes)))
}

/// The loader with addresses and integrity of files instead of their names: `"later.css", ""` in it becomes
/// `"/later-0123456789abcdef.css", "sha256-…"`.
///
/// # Errors
/// It does not name one of them so.
pub fn addressed(loader: &str, files: &[(&str, &Subresource)]) -> Result<String, PublishError> {
    files.iter().try_fold(loader.to_owned(), |loader, (name, file)| {
        let named = format!("\"{name}\", \"\"");
        if !loader.contains(&named) {
            return Err(PublishError::Shell(format!("{named} in the loader")));
        }
        Ok(loader.replace(&named, &format!("\"{}\", \"{}\"", file.address, file.integrity)))
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
    use super::{hashed, merged, named};
    use crate::Output;

    #[test]
    fn a_name_follows_the_content() {
        // The hash of nothing.
        let hash = "e3b0c44298fc";
        assert_eq!(hashed("fonts/a-b.woff2", b""), format!("fonts/a-b-{hash}.woff2"));
        assert_eq!(hashed("x-0123456789abcdef.css", b""), format!("x-{hash}.css"));
    }

    #[test]
    fn what_comes_later_is_one_file() {
        let file = |path: &str, text: &str| Output { path: path.to_owned(), bytes: text.as_bytes().to_vec() };
        let mut built = vec![file("opened-1.css", "a{}"), file("x.js", ""), file("print-2.css", "b{}")];
        let link = |name: &str| format!("<link rel=\"stylesheet\" href=\"/ref/{name}.css\" integrity=\"x\"/>");
        let index = merged(&mut built, &format!("<i>{}{}</i>", link("opened-1"), link("print-2"))).unwrap_or_default();
        let path = built.last().map(|file| file.path.clone()).unwrap_or_default();
        assert!(path.starts_with("later-"), "{path}");
        assert_eq!(index, format!("<i><link rel=\"stylesheet\" href=\"/ref/{path}\"></i>"));
        assert_eq!(built.last().map(|file| file.bytes.as_slice()), Some(&b"a{}b{}"[..]));
        assert!(merged(&mut built, "").is_err());
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
