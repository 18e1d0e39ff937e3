//! What hosts and those who find a flaw read: headers, configurations of servers, security.txt.

use chrono::{NaiveDate, TimeDelta};
use content::model::Site;
use delivery::Policy;

use crate::{Output, publish::file};

/// Where the site stands in the configurations, unless the operator changes it.
const ROOT: &str = "/srv/site";
/// Where Caddy listens, unless the environment says another: with the name of a host it fetches a certificate.
const ADDRESS: &str = "{$SITE_ADDRESS::80}";
const SECURITY_TXT: &str = ".well-known/security.txt";
/// Days for which security.txt holds: RFC 9116, 2.5.5, recommends less than a year.
const VALID_DAYS: i64 = 364;

/// `_headers`, for hosts that read it from the folder that they publish.
pub(crate) fn headers_file(outputs: &[Output], base: &str, policy: &Policy) -> Output {
    file("_headers", delivery::headers_file(outputs.iter().map(|output| output.path.as_str()), base, policy))
}

/// The same for servers that one runs oneself, on the host with this name.
#[must_use]
pub fn configurations(base: &str, host: &str, policy: &Policy) -> Vec<Output> {
    vec![
        file("nginx.conf", delivery::nginx_conf(ROOT, base, (host, 80), policy)),
        file("Caddyfile", delivery::caddyfile(ROOT, base, ADDRESS, policy)),
    ]
}

/// `.well-known/security.txt` (RFC 9116), where the site has a contact. It holds for a year from the last change of content,
/// so that the same content gives the same file.
pub(crate) fn security_txt(site: &Site, base_url: &str) -> Option<Output> {
    let contact = &site.settings.contact;
    let expires = expires(site).filter(|_| !contact.is_empty())?;
    let contact = if contact.contains(':') { contact.clone() } else { format!("mailto:{contact}") };
    let text =
        format!("Contact: {contact}\nExpires: {expires}T00:00:00Z\nPreferred-Languages: ar, fr, en\nCanonical: {base_url}{SECURITY_TXT}\n");
    Some(file(SECURITY_TXT, text))
}

/// What the operator should do about it on the day `today`.
pub(crate) fn security_txt_warning(site: &Site, today: NaiveDate) -> Option<String> {
    let expires = expires(site).filter(|expires| !site.settings.contact.is_empty() && *expires <= today)?;
    Some(format!("{SECURITY_TXT} has expired on {expires}: look through the content and set `updated` in content/site.toml"))
}

fn expires(site: &Site) -> Option<NaiveDate> {
    let updated: NaiveDate = site.settings.updated.iso().parse().ok()?;
    updated.checked_add_signed(TimeDelta::try_days(VALID_DAYS)?)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use chrono::NaiveDate;
    use content::model::Site;

    use super::{security_txt, security_txt_warning};
    use crate::{PublishError, content_folder};

    fn site(contact: &str) -> Result<Site, PublishError> {
        let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
        let mut site = content_folder::site(&content_folder::files(&content)?)?;
        site.settings.contact = contact.to_owned();
        Ok(site)
    }

    #[test]
    fn it_says_whom_to_tell_and_until_when() -> Result<(), PublishError> {
        let file = security_txt(&site("mailto:errors@example.org")?, "https://example.org/");
        let text = file.map(|file| String::from_utf8_lossy(&file.bytes).into_owned()).unwrap_or_default();
        assert!(text.starts_with("Contact: mailto:errors@example.org\nExpires: 20"), "{text}");
        assert!(text.contains("T00:00:00Z\n") && text.ends_with("Canonical: https://example.org/.well-known/security.txt\n"), "{text}");
        Ok(())
    }

    #[test]
    fn nobody_is_named_who_does_not_exist() -> Result<(), PublishError> {
        assert!(security_txt(&site("")?, "https://example.org/").is_none());
        Ok(())
    }

    #[test]
    fn an_expired_file_is_told() -> Result<(), PublishError> {
        let site = site("mailto:errors@example.org")?;
        let day = |year| NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or_default();
        assert!(security_txt_warning(&site, day(2020)).is_none());
        assert!(security_txt_warning(&site, day(2120)).is_some_and(|warning| warning.contains("expired")));
        Ok(())
    }
}
