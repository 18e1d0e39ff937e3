//! What Unicode defines: compatibility composition, lower case, accents. A library's tables natively, the browser's own in WASM.

/// Composed by compatibility (NFKC), lower case, without accents. The same again for what it gives.
pub fn simplify(text: &str) -> String {
    let mut simple = without_accents(&lower_case(&nfkc(text)));
    // Lower case and what is left after an accent may compose anew; a few rounds always end it.
    for _ in 0..4 {
        let again = without_accents(&lower_case(&nfkc(&simple)));
        if again == simple {
            break;
        }
        simple = again;
    }
    simple
}

fn without_accents(text: &str) -> String {
    text.chars().map(bare).collect()
}

/// A character without its accents. Arabic letters keep hamza and madda, which `unify` knows better, and Korean
/// syllables, which decompose into letters, stay whole.
fn bare(character: char) -> String {
    let is_accented = matches!(character, '\u{c0}'..='\u{24f}' | '\u{370}'..='\u{52f}' | '\u{1e00}'..='\u{1fff}');
    if !is_accented {
        return character.to_string();
    }
    nfd(&character.to_string()).chars().filter(|part| !matches!(part, '\u{300}'..='\u{36f}')).collect()
}

#[cfg(not(target_arch = "wasm32"))]
fn nfkc(text: &str) -> String {
    unicode_normalization::UnicodeNormalization::nfkc(text).collect()
}

#[cfg(not(target_arch = "wasm32"))]
fn nfd(text: &str) -> String {
    unicode_normalization::UnicodeNormalization::nfd(text).collect()
}

#[cfg(not(target_arch = "wasm32"))]
fn lower_case(text: &str) -> String {
    text.to_lowercase()
}

#[cfg(target_arch = "wasm32")]
fn lower_case(text: &str) -> String {
    js_sys::JsString::from(text).to_lower_case().into()
}

#[cfg(target_arch = "wasm32")]
fn nfkc(text: &str) -> String {
    js_sys::JsString::from(text).normalize("NFKC").into()
}

#[cfg(target_arch = "wasm32")]
fn nfd(text: &str) -> String {
    js_sys::JsString::from(text).normalize("NFD").into()
}
