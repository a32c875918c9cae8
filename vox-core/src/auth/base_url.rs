//! The API's address.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::sync::Arc;
#[cfg(feature = "client")]
use std::sync::OnceLock;

use ::http::Uri;
use ::http::uri::Authority;
#[cfg(feature = "client")]
use reqwest::Url;

use super::ConfigError;

const DEFAULT: &str = "https://api.voximplant.com";

/// Scheme, host, port and path prefix, without a slash at the end.
#[derive(Debug, Clone)]
pub(crate) struct BaseUrl {
    /// As it was given, without slashes at its end.
    text: Arc<str>,
    #[cfg_attr(not(feature = "client"), allow(dead_code))]
    loopback: bool,
    /// The parsed URL of all methods, once it was needed.
    #[cfg(feature = "client")]
    methods: Arc<OnceLock<Url>>,
}

impl BaseUrl {
    fn new(text: &str, loopback: bool) -> Self {
        Self {
            text: text.into(),
            loopback,
            #[cfg(feature = "client")]
            methods: Arc::default(),
        }
    }

    /// Accepts only what keeps credentials safe on their way.
    pub(crate) fn parse(url: &str) -> Result<Self, ConfigError> {
        // The text itself is not repeated where it could hold a password.
        if url.contains('@') {
            return Err(ConfigError::new("the base URL contains `@`: leave out user name and password"));
        }
        if url.contains(['?', '#']) {
            return Err(ConfigError::new("the base URL must have neither a query nor a fragment"));
        }
        let uri: Uri = url.parse().map_err(|error| {
            refused(url, "is not a URL such as `https://api.voximplant.com`").with_cause(error)
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
        Ok(Self::new(text, loopback))
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.text
    }

    #[cfg(feature = "client")]
    pub(crate) fn is_loopback(&self) -> bool {
        self.loopback
    }

    /// Whether requests go there in plain text, which only those to this machine do.
    #[cfg(feature = "client")]
    pub(crate) fn is_plain(&self) -> bool {
        !self.is_https()
    }

    /// The host; an IPv6 address in brackets.
    #[cfg(feature = "client")]
    pub(crate) fn host(&self) -> &str {
        self.parts().1
    }

    /// The port, written or not.
    #[cfg(feature = "client")]
    pub(crate) fn port(&self) -> u16 {
        let rest = self.parts().2.strip_prefix(':').unwrap_or_default();
        let digits = rest.split('/').next().unwrap_or_default();
        digits.parse().unwrap_or(if self.is_https() { 443 } else { 80 })
    }

    #[cfg(feature = "client")]
    fn is_https(&self) -> bool {
        self.parts().0.eq_ignore_ascii_case("https")
    }

    /// The same address on another host.
    #[cfg(feature = "client")]
    pub(crate) fn on_host(&self, host: &str) -> Result<Self, ConfigError> {
        let (scheme, _, rest) = self.parts();
        Self::parse(&format!("{scheme}://{host}{rest}"))
    }

    /// The scheme, the host, and what follows it.
    #[cfg(feature = "client")]
    fn parts(&self) -> (&str, &str, &str) {
        let (scheme, rest) = self.text.split_once("://").unwrap_or_default();
        let end = if rest.starts_with('[') { rest.find(']').map(|at| at + 1) } else { rest.find([':', '/']) };
        let (host, rest) = rest.split_at(end.unwrap_or(rest.len()));
        (scheme, host, rest)
    }

    pub(crate) fn of_method(&self, name: &str) -> String {
        format!("{}/platform_api/{name}", self.text)
    }

    /// The same, parsed. Only the first call parses the address.
    ///
    /// # Errors
    /// The address is none after all.
    #[cfg(feature = "client")]
    pub(crate) fn url_of_method(&self, name: &str) -> Result<Url, ConfigError> {
        let unusable = || ConfigError::new("the base URL cannot be used");
        let methods = if let Some(url) = self.methods.get() {
            url
        } else {
            let url = Url::parse(&self.of_method("")).map_err(|error| unusable().with_cause(error))?;
            self.methods.get_or_init(|| url)
        };
        let mut url = methods.clone();
        url.path_segments_mut().map_err(|()| unusable())?.pop_if_empty().push(name);
        Ok(url)
    }
}

impl PartialEq for BaseUrl {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Eq for BaseUrl {}

impl Default for BaseUrl {
    fn default() -> Self {
        Self::new(DEFAULT, false)
    }
}

fn refused(url: &str, why: &str) -> ConfigError {
    ConfigError::new(format!("the base URL `{}` {why}", url.escape_debug()))
}

/// Whether each HTTP library reads the same host and port out of it: no encoded or exotic characters, no numbers that
/// are no address.
fn is_plain(authority: &Authority) -> bool {
    let host = authority.host();
    let known = |byte: u8| byte.is_ascii_alphanumeric() || b".-_:[]".contains(&byte);
    let port = authority.as_str().strip_prefix(host);
    let good_port = port == Some("") || authority.port_u16().is_some();
    !host.is_empty() && host.bytes().all(known) && good_port && is_name_or_address(host)
}

/// What ends in a number is an address for HTTP libraries, which refuse it where it is none: `999.1.1.1`.
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
        #[cfg(feature = "client")]
        for name in ["GetAccountInfo", "AddAccount"] {
            assert_eq!(base.url_of_method(name).unwrap().as_str(), base.of_method(name));
        }
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
            let error = BaseUrl::parse(url).map(|base| base.text).expect_err(url);
            assert!(!error.to_string().contains("hunter2"), "{error}");
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
        let other = BaseUrl::parse("https://a.example:8443/x").unwrap().on_host("b.example").unwrap();
        assert_eq!(other.as_str(), "https://b.example:8443/x");
    }
}
