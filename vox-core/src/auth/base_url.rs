//! The API's address.

use std::net::IpAddr;
use std::sync::Arc;

use ::http::Uri;
use ::http::uri::Authority;

use super::ConfigError;

const DEFAULT: &str = "https://api.voximplant.com";

/// Scheme, host, port and path prefix, without a slash at the end.
#[derive(Clone)]
pub(super) struct BaseUrl {
    text: Arc<str>,
    #[cfg_attr(not(feature = "client"), allow(dead_code))]
    loopback: bool,
}

impl BaseUrl {
    /// Accepts only what keeps credentials safe on their way.
    pub(super) fn parse(url: &str) -> Result<Self, ConfigError> {
        // The text itself is not repeated where it could hold a password.
        if url.contains('@') {
            return Err(ConfigError::new("the base URL contains `@`: leave out user name and password"));
        }
        if url.contains(['?', '#']) {
            return Err(ConfigError::new("the base URL must have neither a query nor a fragment"));
        }
        let uri: Uri = url.parse().map_err(|error| {
            refused(url, "is not a URL such as `https://api.voximplant.com`").with_source(error)
        })?;
        let authority = uri.authority().filter(|authority| is_plain(authority));
        let authority =
            authority.ok_or_else(|| refused(url, "has no usable host: write it as `https://host`"))?;
        let host = authority.host();
        if !port_is_plain(authority) {
            return Err(refused(url, "has no usable port: write a number up to 65535 behind the `:`"));
        }
        let loopback = is_loopback(host);
        match uri.scheme_str() {
            Some("https") => {}
            Some("http") if loopback => {}
            Some("http") => {
                return Err(refused(url, "must begin with `https://`: `http` is for loopback hosts only"));
            }
            _ => return Err(refused(url, "must begin with `https://`")),
        }
        let text = url.trim_end_matches('/');
        if text.ends_with("/platform_api") {
            return Err(refused(url, "must end before `/platform_api`, which is added by itself"));
        }
        Ok(Self { text: text.into(), loopback })
    }

    pub(super) fn as_str(&self) -> &str {
        &self.text
    }

    #[cfg(feature = "client")]
    pub(super) fn is_loopback(&self) -> bool {
        self.loopback
    }

    pub(super) fn of_method(&self, name: &str) -> String {
        format!("{}/platform_api/{name}", self.text)
    }
}

impl Default for BaseUrl {
    fn default() -> Self {
        Self { text: DEFAULT.into(), loopback: false }
    }
}

fn refused(url: &str, why: &str) -> ConfigError {
    ConfigError::new(format!("the base URL `{}` {why}", url.escape_debug()))
}

/// Whether each HTTP library reads the same host out of it: no encoded or exotic characters.
fn is_plain(authority: &Authority) -> bool {
    let host = authority.host();
    let known = |byte: u8| byte.is_ascii_alphanumeric() || b".-_:[]".contains(&byte);
    !host.is_empty() && host.bytes().all(known)
}

/// Whether what stands behind the host is a port; the `http` crate looks at it no further.
fn port_is_plain(authority: &Authority) -> bool {
    match authority.as_str().strip_prefix(authority.host()) {
        Some(rest) => rest.is_empty() || authority.port_u16().is_some(),
        None => false,
    }
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
            assert_eq!(base.loopback, loopback, "{url}");
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
        ] {
            let error = BaseUrl::parse(url).map(|base| base.text).expect_err(url);
            assert!(!error.to_string().contains("hunter2"), "{error}");
        }
    }
}
