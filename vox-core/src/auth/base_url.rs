//! The address of the API.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::sync::Arc;

use http::Uri;
use http::uri::Authority;

use crate::error::ConfigError;

const DEFAULT: &str = "https://api.voximplant.com";

/// Scheme, host, port and path prefix. Cheap to clone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct BaseUrl(Arc<Parsed>);

#[derive(Debug, PartialEq, Eq)]
struct Parsed {
    /// The text that was parsed, without slashes at the end.
    text: Box<str>,
    #[cfg_attr(not(feature = "client"), allow(dead_code))]
    uri: Uri,
}

impl BaseUrl {
    /// Parses an address, and accepts only those to which credentials can be sent safely.
    pub(crate) fn parse(url: &str) -> Result<Self, ConfigError> {
        if url.contains('@') || url.contains("%40") {
            return Err(invalid(url, "contains `@`: leave out user name and password"));
        }
        if !url.bytes().all(|byte| byte.is_ascii_graphic()) {
            return Err(invalid(
                url,
                "has a space, a control character or a character outside of ASCII: remove it, or percent-encode it",
            ));
        }
        if url.contains(['?', '#']) {
            return Err(invalid(url, "must have neither a query nor a fragment"));
        }
        if !has_valid_port(url) {
            return Err(invalid(url, "has an unusable port: write a number from 1 to 65535 after the `:`"));
        }
        let uri: Uri = url.parse().map_err(|error| {
            invalid(url, "is not a URL such as `https://api.voximplant.com`").with_cause(error)
        })?;
        let authority = uri.authority().filter(|authority| has_plain_host(authority));
        let authority =
            authority.ok_or_else(|| invalid(url, "has no usable host: write it as `https://host`"))?;
        match uri.scheme_str() {
            Some("https") => {}
            Some("http") if is_loopback(authority.host()) => {}
            Some("http") => {
                return Err(invalid(url, "must begin with `https://`: `http` is for loopback hosts only"));
            }
            _ => return Err(invalid(url, "must begin with `https://`")),
        }
        let text = url.trim_end_matches('/');
        if text.ends_with("/platform_api") {
            return Err(invalid(url, "must end before `/platform_api`, which is appended to it"));
        }
        Ok(Self(Arc::new(Parsed { text: text.into(), uri })))
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0.text
    }

    #[cfg(feature = "client")]
    pub(crate) fn is_loopback(&self) -> bool {
        is_loopback(self.host())
    }

    /// Whether requests are sent unencrypted, which is allowed on loopback only.
    #[cfg(feature = "client")]
    pub(crate) fn is_plain(&self) -> bool {
        self.0.uri.scheme_str() == Some("http")
    }

    /// The host; an IPv6 address is in brackets.
    #[cfg(feature = "client")]
    pub(crate) fn host(&self) -> &str {
        self.0.uri.host().unwrap_or_default()
    }

    /// The port, or the default port of the scheme.
    #[cfg(feature = "client")]
    pub(crate) fn port(&self) -> u16 {
        self.0.uri.port_u16().unwrap_or(if self.is_plain() { 80 } else { 443 })
    }

    /// The same address on another host.
    #[cfg(feature = "client")]
    pub(crate) fn on_host(&self, host: &str) -> Result<Self, ConfigError> {
        Self::parse(&self.0.text.replacen(&format!("://{}", self.host()), &format!("://{host}"), 1))
    }

    /// The URL of a method.
    pub(crate) fn of_method(&self, name: &str) -> String {
        // Not formatted: that takes five times the time.
        [&*self.0.text, "/platform_api/", name].concat()
    }
}

impl Default for BaseUrl {
    fn default() -> Self {
        Self(Arc::new(Parsed { text: DEFAULT.into(), uri: Uri::from_static(DEFAULT) }))
    }
}

/// The error for an invalid URL. It contains the URL unless that could hold a password.
fn invalid(url: &str, why: &str) -> ConfigError {
    ConfigError::new(if may_be_shown(url) {
        format!("the base URL `{url}` {why}")
    } else {
        format!("the base URL {why}")
    })
}

/// Whether the URL has the form `scheme://host:1234/path`, in plain characters. Any other text may be intended as
/// `scheme://user:password@host`.
fn may_be_shown(url: &str) -> bool {
    let (scheme, rest) = url.split_once("://").unwrap_or(("", url));
    let (authority, path) = rest.split_once('/').unwrap_or((rest, ""));
    let port = port_of(authority);
    let host = port.map_or(authority, |port| &authority[..authority.len() - port.len() - 1]);
    let is_address = host.strip_prefix('[').is_some_and(|host| {
        host.strip_suffix(']')
            .is_some_and(|host| host.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b':'))
    });
    let is_plain =
        |text: &str| text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-_/".contains(&byte));
    is_plain(scheme)
        && (is_address || is_plain(host))
        && port.is_none_or(|port| port.bytes().all(|byte| byte.is_ascii_digit()))
        && is_plain(path)
}

/// The text after the `:` that ends the host, if there is one.
fn port_of(authority: &str) -> Option<&str> {
    let (before, port) = authority.rsplit_once(':')?;
    // A colon in brackets belongs to an IPv6 address.
    (!before.starts_with('[') || before.ends_with(']')).then_some(port)
}

/// Whether the port is absent or a number from 1 to 65535.
fn has_valid_port(url: &str) -> bool {
    let Some((_, rest)) = url.split_once("://") else { return true };
    let authority = rest.split('/').next().unwrap_or_default();
    port_of(authority).is_none_or(|port| {
        port.bytes().all(|byte| byte.is_ascii_digit()) && port.parse::<u16>().is_ok_and(|port| port != 0)
    })
}

/// Whether all HTTP libraries parse the same host: it has no encoded or unusual characters, and no number that is not an
/// address.
fn has_plain_host(authority: &Authority) -> bool {
    let host = authority.host();
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b".-_:[]".contains(&byte);
    !host.is_empty() && host.bytes().all(is_plain) && is_name_or_address(host)
}

/// Whether the host is a name or a valid address. HTTP libraries parse a host that ends in a number as an IPv4 address.
fn is_name_or_address(host: &str) -> bool {
    if let Some(address) = host.strip_prefix('[') {
        return address.strip_suffix(']').is_some_and(|address| address.parse::<Ipv6Addr>().is_ok());
    }
    let name = host.strip_suffix('.').unwrap_or(host);
    let last = name.rsplit('.').next().unwrap_or_default();
    let is_number =
        last.bytes().all(|byte| byte.is_ascii_digit()) || last.to_ascii_lowercase().starts_with("0x");
    if is_number { name.parse::<Ipv4Addr>().is_ok() } else { !name.split('.').any(str::is_empty) }
}

fn is_loopback(host: &str) -> bool {
    let address = host.strip_prefix('[').and_then(|host| host.strip_suffix(']')).unwrap_or(host);
    host.eq_ignore_ascii_case("localhost")
        || address.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn good_addresses() {
        for (url, loopback) in [
            ("https://api.voximplant.com", false),
            ("https://api.voximplant.com/", false),
            ("https://proxy.example:8443/vox/prefix", false),
            ("http://localhost:8080", true),
            ("http://LOCALHOST", true),
            ("http://127.0.0.1:1", true),
            ("http://127.9.8.7", true),
            ("http://[::1]:9", true),
            ("https://127.0.0.1", true),
        ] {
            let base = BaseUrl::parse(url).unwrap_or_else(|error| panic!("{url}: {error}"));
            assert_eq!(is_loopback(base.host()), loopback, "{url}");
            assert!(!base.as_str().ends_with('/'));
        }
        let base = BaseUrl::parse("https://proxy.example/vox/").unwrap();
        assert_eq!(base.of_method("GetAccountInfo"), "https://proxy.example/vox/platform_api/GetAccountInfo");
    }

    #[test]
    fn bad_addresses() {
        for url in [
            "",
            "api.voximplant.com",
            "/platform_api",
            "ftp://api.voximplant.com",
            "http://api.voximplant.com",
            "http://127.0.0.1.example.com",
            "http://localhost.example.com",
            "http://0.0.0.0",
            "http://128.0.0.1",
            "http://[::2]",
            "https://user:hunter2@api.voximplant.com",
            "https://api.voximplant.com/%40",
            "http://localhost@evil.example",
            "https://api.voximplant.com?x=1",
            "https://api.voximplant.com/#x",
            "https://api.voximplant.com/platform_api",
            "https://api.voximplant.com/platform_api/",
            "https://",
            "https://:443",
            "https://api.voximplant.com:",
            "https://api.voximplant.com:port",
            "https://api.voximplant.com:65536",
            "https://a%2eb",
            "http://localhost\\@evil.example",
            "https://a b",
            "https://999.1.1.1",
            "https://1.2.3",
            "https://a.0x7f",
            "https://a..b",
            "https://[::g]",
            "https://[::1",
            "https://host:",
            "https://host:65536",
            "https://host:x",
        ] {
            let error = BaseUrl::parse(url).expect_err(url).to_string();
            assert!(error.starts_with("the base URL "), "{error}");
            assert!(!error.contains("hunter2"), "{error}");
        }
    }

    fn message(url: &str) -> String {
        BaseUrl::parse(url).expect_err(url).to_string()
    }

    #[test]
    fn an_unusable_port_has_its_own_message() {
        for port in ["", "0", "00", "65536", "99999999999999999999", "x", "80x", "+80", "-1", "8_0"] {
            for rest in ["", "/", "/prefix"] {
                for host in ["api.voximplant.com", "localhost", "127.0.0.1", "[::1]"] {
                    let error = message(&format!("https://{host}:{port}{rest}"));
                    assert!(
                        error
                            .ends_with(" has an unusable port: write a number from 1 to 65535 after the `:`"),
                        "{error}"
                    );
                }
            }
        }
        assert!(message("https://host:65536").contains("`https://host:65536`"));
    }

    #[test]
    fn a_url_that_may_hold_a_password_is_not_shown() {
        for url in [
            "https://user:hunter2@host",
            "https://user:p%40hunter2@host",
            "https://user:hunter2%40host",
            "https://user:hunter2%2540host",
            "https://user%3Ahunter2%40host",
            "https://user:hunter2",
            "https://user:hunter2/path",
            "https://user:hunter2:443",
            "https://[user:hunter2]",
            "https://[user:hunter2]:443",
            "user:hunter2",
            "user:hunter2:443",
            "//user:hunter2@host",
            "https:user:hunter2%40host",
            "https:/user:hunter2",
            "https://user:hunter2\u{ff20}host",
            "https://user:hunter2 @host",
            "https://user:hunter2\n@host",
            "https://user;hunter2;host",
            "https://user:1;hunter2",
            "ftp://user:hunter2/",
            "http://user\\hunter2",
            "https://host?password=hunter2",
            "https://host#hunter2",
            "https://host/platform_api?hunter2",
            "https://user:hunter2/platform_api",
            "https://user=hunter2&x",
            "http://host/hunter2%40",
        ] {
            let error = BaseUrl::parse(url).expect_err(url);
            assert!(!format!("{error} {error:?}").contains("hunter2"), "{url:?}: {error}");
        }
    }

    #[test]
    fn a_url_without_a_password_is_shown() {
        for url in [
            "http://api.voximplant.com",
            "http://api.voximplant.com:8080/prefix",
            "http://[2001:db8::1]:80",
            "ftp://api.voximplant.com",
            "api.voximplant.com",
            "api.voximplant.com:443",
            "https://999.1.1.1",
            "https://host/platform_api",
        ] {
            assert!(message(url).contains(&format!("`{url}`")), "{url}: {}", message(url));
        }
    }

    #[test]
    fn characters_that_a_url_cannot_have_are_named_and_not_shown() {
        for end in [
            "\n",
            "\r\n",
            " ",
            "\t",
            "\0",
            "\u{7f}",
            "\u{1b}[31m",
            "\u{85}",
            "\u{202e}",
            "\u{feff}",
            "/\u{e4}",
        ] {
            for url in
                [format!("https://host{end}"), format!("{end}https://host"), format!("https://host/a{end}b")]
            {
                let error = message(&url);
                assert!(error.starts_with("the base URL has a space, a control character or"), "{error:?}");
                assert!(error.chars().all(|shown| !shown.is_control() && shown.is_ascii()), "{error:?}");
            }
        }
    }

    #[cfg(feature = "client")]
    #[test]
    fn parts_of_an_address() {
        for (url, host, port, plain) in [
            ("https://api.voximplant.com", "api.voximplant.com", 443, false),
            ("https://proxy.example:8443/vox/prefix", "proxy.example", 8443, false),
            ("https://proxy.example/vox:1", "proxy.example", 443, false),
            ("http://[::1]:9/x", "[::1]", 9, true),
            ("HTTP://localhost", "localhost", 80, true),
        ] {
            let base = BaseUrl::parse(url).unwrap();
            assert_eq!((base.host(), base.port(), base.is_plain()), (host, port, plain), "{url}");
        }
        for (url, expected) in
            [("https://a.example:8443/x", "https://b.example:8443/x"), ("https://s/s", "https://b.example/s")]
        {
            let other = BaseUrl::parse(url).unwrap().on_host("b.example").unwrap();
            assert_eq!(other.as_str(), expected);
        }
    }
}
