//! The hosts that requests may be addressed to.

use std::net::IpAddr;

use http::request::Parts;
use http::uri::Authority;
use http::{HeaderValue, header};

/// The allowed hosts of requests.
///
/// By DNS rebinding, a web page can reach a server on its visitor's machine under the page's own host name, and then the
/// browser lets it read the responses. It cannot do so under an address or under `localhost`.
#[derive(Debug, Clone)]
pub(crate) enum Hosts {
    Any,
    /// IP addresses, `localhost` and these names.
    Only(Vec<String>),
}

impl Hosts {
    /// The host that a request is addressed to, if it is not allowed. Browsers always send one.
    pub(crate) fn unknown_host(&self, request: &Parts) -> Option<String> {
        let Self::Only(names) = self else { return None };
        let host = match request.uri.authority() {
            Some(authority) => authority.as_str().to_owned(),
            None => text(request.headers.get(header::HOST)?),
        };
        (!is_allowed(&host, names)).then_some(host)
    }
}

fn text(value: &HeaderValue) -> String {
    String::from_utf8_lossy(value.as_bytes()).into_owned()
}

fn is_allowed(host: &str, names: &[String]) -> bool {
    let Ok(authority) = host.parse::<Authority>() else { return false };
    let host = authority.host();
    let name = host.strip_suffix('.').unwrap_or(host).to_ascii_lowercase();
    let address = host.strip_prefix('[').and_then(|host| host.strip_suffix(']')).unwrap_or(host);
    address.parse::<IpAddr>().is_ok()
        || name == "localhost"
        || name.ends_with(".localhost")
        || names.iter().any(|known| known.eq_ignore_ascii_case(&name))
}

#[cfg(test)]
mod tests {
    use http::Request;

    use super::*;

    fn unknown(hosts: &Hosts, uri: &str, host: Option<&[u8]>) -> Option<String> {
        let mut request = Request::builder().uri(uri);
        if let Some(host) = host {
            request = request.header(header::HOST, HeaderValue::from_bytes(host).unwrap());
        }
        hosts.unknown_host(&request.body(()).unwrap().into_parts().0)
    }

    #[test]
    fn addresses_localhost_and_given_names_are_allowed() {
        let hosts = Hosts::Only(vec!["Sandbox".to_owned()]);
        for host in [
            "localhost",
            "LocalHost:8420",
            "localhost.:1",
            "api.localhost:8420",
            "127.0.0.1:8420",
            "[::1]:8420",
            "[::1]",
            "192.168.1.5:80",
            "sandbox:8420",
            "SANDBOX.",
        ] {
            assert_eq!(unknown(&hosts, "/", Some(host.as_bytes())), None, "{host}");
        }
        assert_eq!(unknown(&hosts, "/", None), None);
    }

    #[test]
    fn other_hosts_are_not_allowed() {
        let hosts = Hosts::Only(Vec::new());
        for host in [
            "evil.example",
            "evil.example:8420",
            "notlocalhost",
            "localhost.evil.example",
            "1.2.3.4.evil.example",
            "a b",
            "",
        ] {
            assert_eq!(unknown(&hosts, "/", Some(host.as_bytes())).as_deref(), Some(host));
            assert_eq!(unknown(&Hosts::Any, "/", Some(host.as_bytes())), None);
        }
        assert_eq!(unknown(&hosts, "/", Some(b"\xff")).as_deref(), Some("\u{fffd}"));
        // The target of the request takes precedence (RFC 9112, 3.2.2).
        let target = unknown(&hosts, "http://evil.example/", Some(b"localhost"));
        assert_eq!(target.as_deref(), Some("evil.example"));
    }
}
