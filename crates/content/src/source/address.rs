//! Addresses that editors write: what may become a link that leaves the site, and nothing else.

/// Whether `text` is an address of the web that begins with a host and holds nothing that would have to be escaped (RFC 3987).
pub(super) fn is_web(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let is_of_address = |letter: char| !letter.is_whitespace() && !letter.is_control() && !r#"<>"\^`{|}"#.contains(letter);
    rest.is_some_and(|rest| is_host(rest.split(['/', '?', '#']).next().unwrap_or_default()) && rest.chars().all(is_of_address))
}

/// Whether `text` is the address of a mailbox, with nothing that would add to the message.
pub(super) fn is_mailbox(text: &str) -> bool {
    let is_of_name = |letter: char| letter.is_ascii_alphanumeric() || "._+-".contains(letter);
    text.split_once('@')
        .is_some_and(|(name, host)| !name.is_empty() && name.chars().all(is_of_name) && is_host(host) && !host.contains(':'))
}

/// A name before the host («https://un.org@elsewhere.example») would be taken for it.
fn is_host(text: &str) -> bool {
    text.starts_with(char::is_alphanumeric) && text.chars().all(|letter| letter.is_alphanumeric() || ".-:".contains(letter))
}

#[cfg(test)]
mod tests {
    use super::{is_mailbox, is_web};

    #[test]
    fn only_addresses_of_the_web_are_links() {
        for text in ["https://example.org/", "http://news.example.org:8080/a?b=c#d", "https://example.org/مراكش"] {
            assert!(is_web(text), "{text}");
        }
        let refused = [
            "javascript:alert(1)",
            "javascript://example.org/%0aalert(1)",
            "data:text/html,x",
            "https://",
            "https:///path",
            "https://example.org/\" onmouseover=\"alert(1)",
            "https://example.org/ a",
            "https://example.org/\nx",
            "https://un.org@elsewhere.example/",
            "HTTPS\u{200e}://example.org/",
            "//example.org/",
            "",
        ];
        for text in refused {
            assert!(!is_web(text), "{text}");
        }
    }

    #[test]
    fn only_a_mailbox_is_one() {
        assert!(is_mailbox("errors@example.org"));
        for text in ["", "errors", "@example.org", "mailto:errors@example.org", "a@b?bcc=c@d", "a b@example.org", "javascript:x@y"] {
            assert!(!is_mailbox(text), "{text}");
        }
    }
}
