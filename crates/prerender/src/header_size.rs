//! How many bytes of the first flight the headers of a page take (HPACK, RFC 7541).

use delivery::Policy;
use loona_hpack::Encoder;

/// What any server adds by itself, with values of the usual length.
const BY_SERVERS: [(&str, &str); 9] = [
    (":status", "200"),
    ("date", "Thu, 01 Jan 1970 00:00:00 GMT"),
    ("server", "cloudflare-or-another"),
    ("content-length", "13400"),
    ("content-encoding", "br"),
    ("vary", "accept-encoding"),
    ("accept-ranges", "bytes"),
    ("etag", "\"0123456789abcdef0123456789abcdef\""),
    ("last-modified", "Thu, 01 Jan 1970 00:00:00 GMT"),
];

/// Bytes of all headers of a page's answer, by an encoder without Huffman codes: no server sends more.
#[must_use]
pub fn header_size(policy: &Policy) -> usize {
    let ours = delivery::headers("/", policy);
    let ours = ours.iter().map(|(name, value)| (*name, value.as_ref()));
    coded(BY_SERVERS.into_iter().chain(ours))
}

/// Bytes of the policy among them.
#[must_use]
pub fn policy_size(policy: &Policy) -> usize {
    coded([("content-security-policy", policy.header().as_str())].into_iter())
}

fn coded<'a>(headers: impl Iterator<Item = (&'a str, &'a str)>) -> usize {
    Encoder::new().encode(headers.map(|(name, value)| (name.as_bytes(), value.as_bytes()))).len()
}

#[cfg(test)]
mod tests {
    use super::{BY_SERVERS, header_size, policy_size};

    #[test]
    fn every_header_counts() {
        let policy = delivery::Policy::default();
        let ours: usize = delivery::headers("/", &policy).iter().map(|(name, value)| name.len() + value.len()).sum();
        let plain = ours + BY_SERVERS.iter().map(|(name, value)| name.len() + value.len()).sum::<usize>();
        let size = header_size(&policy);
        assert!(size > plain / 4 && size <= plain + 20, "{size} of {plain}");
        let policy = policy_size(&policy);
        assert!((300..size / 2).contains(&policy), "the policy takes {policy} of {size}");
    }
}
