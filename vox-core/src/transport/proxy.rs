//! The proxies that the environment names, as reqwest reads them.

use std::ffi::OsString;

use http::Uri;
use hyper_util::client::proxy::matcher::{Intercept, Matcher};

use crate::auth::BaseUrl;
use crate::error::ConfigError;

/// The variables that matter for https, with the spellings that reqwest looks for. The first pair takes precedence.
const VARIABLES: [[&str; 2]; 2] = [["HTTPS_PROXY", "https_proxy"], ["ALL_PROXY", "all_proxy"]];

/// The proxies of an HTTP client that reads them from the environment.
pub(crate) struct Proxies(Matcher);

impl Proxies {
    /// The proxies that a reqwest client built now uses.
    ///
    /// # Errors
    /// A variable does not hold the URL of a proxy. reqwest ignores such a value and connects directly.
    pub(crate) fn from_env() -> Result<Self, ConfigError> {
        check(|name| std::env::var_os(name))?;
        Ok(Self(Matcher::from_system()))
    }

    /// The host of the proxy that requests to this address pass through, without credentials.
    pub(crate) fn host_for(&self, address: &BaseUrl) -> Option<Box<str>> {
        let proxy = self.0.intercept(&address.as_str().parse().ok()?)?;
        proxy.uri().host().map(Box::from)
    }
}

/// Checks the value that applies to https.
fn check(variable: impl Fn(&str) -> Option<OsString>) -> Result<(), ConfigError> {
    // In a CGI program a client could set `HTTP_PROXY` by a header `Proxy`, so reqwest uses no variable there.
    if variable("REQUEST_METHOD").is_some() {
        return Ok(());
    }
    for spellings in VARIABLES {
        let set = spellings.into_iter().find_map(|name| Some((name, variable(name)?)));
        let Some((name, value)) = set.filter(|(_, value)| !value.is_empty()) else { continue };
        if value.into_string().is_ok_and(is_usable) {
            break;
        }
        // The value is not shown: it may hold a password.
        return Err(ConfigError::new(format!(
            "the environment variable `{name}` does not hold the URL of a proxy: write it as `http://host:port` or \
             `http://user:password@host:port`, or unset it"
        )));
    }
    Ok(())
}

/// Whether reqwest takes this for the URL of a proxy, with a host and a port that it can connect to.
fn is_usable(value: String) -> bool {
    let proxy = Matcher::builder().https(value).build().intercept(&Uri::from_static("https://host"));
    proxy.as_ref().map(Intercept::uri).and_then(Uri::authority).is_some_and(|authority| {
        let port = authority.as_str().strip_prefix(authority.host());
        !authority.host().is_empty() && (port == Some("") || authority.port_u16().is_some())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn checked(variables: &[(&str, &str)]) -> Result<(), String> {
        let variable = |name: &str| {
            variables.iter().find(|(set, _)| *set == name).map(|(_, value)| OsString::from(value))
        };
        check(variable).map_err(|error| error.to_string())
    }

    #[test]
    fn what_reqwest_can_use_is_accepted() {
        for value in [
            "http://proxy.example:3128",
            "https://proxy.example",
            "http://proxy.example:3128/path",
            "http://user:p%40ss@proxy.example:3128",
            "http://[::1]:3128",
            "socks5://127.0.0.1:1080",
            "socks5h://user:password@proxy.example",
            // Without a scheme it is `http`.
            "proxy.example:3128",
            "user:password@10.0.0.1:3128",
            // Means no proxy.
            "",
        ] {
            for name in ["HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"] {
                assert_eq!(checked(&[(name, value)]), Ok(()), "{name}={value}");
            }
        }
    }

    #[test]
    fn other_values_are_errors_that_name_only_the_variable() {
        for value in [
            "http://hunter2@",
            "http://",
            "http://user:hunter2@proxy.example:31x8",
            "http://user:hunter2@proxy.example:99999",
            "http://user:hunter2@:3128",
            "http://user:hunt@hunter2@proxy.example",
            "ftp://hunter2.example",
            "hunter2.example:3128/",
            "http:/hunter2.example",
            "hunter2 example",
            " http://hunter2.example",
            "http://hunter2.example\n",
            "\"http://hunter2.example\"",
            " ",
        ] {
            for name in ["HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"] {
                let error = checked(&[(name, value)]).expect_err(value);
                assert!(error.contains(&format!("`{name}` does not hold the URL of a proxy")), "{error}");
                assert!(!error.contains("hunt"), "{error}");
            }
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_value_that_is_not_text_is_an_error() {
        use std::os::unix::ffi::OsStringExt;

        let error =
            check(|name| (name == "https_proxy").then(|| OsString::from_vec(b"http://\xff".to_vec())));
        assert!(error.unwrap_err().to_string().contains("`https_proxy`"));
    }

    #[test]
    fn only_the_variable_that_applies_is_checked() {
        let bad = "not a url";
        let good = "http://proxy.example:3128";
        for variables in [
            [("HTTP_PROXY", bad), ("http_proxy", bad)],
            [("HTTPS_PROXY", good), ("https_proxy", bad)],
            [("HTTPS_PROXY", good), ("ALL_PROXY", bad)],
            [("https_proxy", good), ("all_proxy", bad)],
            [("HTTPS_PROXY", ""), ("https_proxy", bad)],
            [("REQUEST_METHOD", "GET"), ("HTTPS_PROXY", bad)],
        ] {
            assert_eq!(checked(&variables), Ok(()), "{variables:?}");
        }
        for (variables, named) in [
            ([("HTTPS_PROXY", bad), ("https_proxy", good)], "`HTTPS_PROXY`"),
            ([("HTTPS_PROXY", bad), ("ALL_PROXY", good)], "`HTTPS_PROXY`"),
            ([("HTTPS_PROXY", ""), ("ALL_PROXY", bad)], "`ALL_PROXY`"),
            ([("https_proxy", ""), ("all_proxy", bad)], "`all_proxy`"),
        ] {
            let error = checked(&variables).unwrap_err();
            assert!(error.contains(named), "{error}");
        }
    }

    #[test]
    fn a_proxy_is_named_by_its_host_alone() {
        let matcher = Matcher::builder().all("http://user:hunter2@proxy.example:3128/x").no("direct.example");
        let proxies = Proxies(matcher.build());
        let host_for = |url| proxies.host_for(&BaseUrl::parse(url).unwrap());
        assert_eq!(host_for("https://api.voximplant.com/prefix").as_deref(), Some("proxy.example"));
        assert_eq!(host_for("https://[::1]:8443").as_deref(), Some("proxy.example"));
        assert_eq!(host_for("https://api.direct.example"), None);
    }
}
