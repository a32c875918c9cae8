//! The address that the API prefers, as a response names it.

use std::sync::{PoisonError, RwLock};

use crate::auth::BaseUrl;

/// The vendor's domain: nothing else is adopted.
const DOMAIN: &str = "voximplant.com";

/// The longest name that DNS knows.
const LONGEST: usize = 253;

/// The address that was adopted, shared by all clones of a client.
#[derive(Default)]
pub(super) struct AdoptedAddress(RwLock<Option<BaseUrl>>);

impl AdoptedAddress {
    /// The adopted address, if there is one.
    pub(super) fn get(&self) -> Option<BaseUrl> {
        self.0.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Adopts the address that a response from `base` names, if that is allowed. Returns it then.
    pub(super) fn adopt(&self, base: &BaseUrl, named: &str) -> Option<BaseUrl> {
        let address = accepted(base, named)?;
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = Some(address.clone());
        Some(address)
    }

    /// Drops an address that cannot be reached. Returns whether it was the adopted one.
    pub(super) fn drop(&self, address: &BaseUrl) -> bool {
        let mut adopted = self.0.write().unwrap_or_else(PoisonError::into_inner);
        adopted.take_if(|adopted| adopted == address).is_some()
    }
}

/// The address for later calls: the named host in place of that of `base`, with the same port and path, by `https`.
///
/// Both hosts must be the vendor's: a client that was built for another address (this machine, a gateway) keeps it.
fn accepted(base: &BaseUrl, named: &str) -> Option<BaseUrl> {
    let acceptable = is_vendors(base.host()) && !base.is_plain() && is_vendors(named);
    if acceptable { base.on_host(&named.to_ascii_lowercase()).ok() } else { None }
}

/// Whether this is only a host name in the vendor's domain, without a port, a path or a user.
pub(super) fn is_vendors(host: &str) -> bool {
    let host = host.to_ascii_lowercase();
    let in_domain = host.strip_suffix(DOMAIN).is_some_and(|sub| sub.is_empty() || sub.ends_with('.'));
    in_domain && host.len() <= LONGEST && host.split('.').all(is_label)
}

fn is_label(label: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
    (1..=63).contains(&label.len())
        && label.bytes().all(plain)
        && !label.starts_with('-')
        && !label.ends_with('-')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn base(url: &str) -> BaseUrl {
        BaseUrl::parse(url).unwrap()
    }

    fn named(host: &str) -> Option<String> {
        accepted(&BaseUrl::default(), host).map(|address| address.as_str().to_owned())
    }

    #[test]
    fn the_vendors_hosts_are_adopted() {
        assert_eq!(named("api-node1.voximplant.com").unwrap(), "https://api-node1.voximplant.com");
        assert_eq!(named("VOXIMPLANT.com").unwrap(), "https://voximplant.com");
        let other = accepted(&base("https://api.voximplant.com:8443/x"), "a.b.voximplant.com").unwrap();
        assert_eq!(other.as_str(), "https://a.b.voximplant.com:8443/x");
    }

    #[test]
    fn other_hosts_are_not_adopted() {
        for host in [
            "",
            ".",
            "com",
            "voximplant.com.evil.org",
            "evil-voximplant.com",
            "evilvoximplant.com",
            "voximplant.com.",
            "api.voximplant.com.",
            ".voximplant.com",
            "a..voximplant.com",
            "-a.voximplant.com",
            "api.voximplant.com:8443",
            "api.voximplant.com/x",
            "evil.org/.voximplant.com",
            "evil.org#.voximplant.com",
            "evil.org?.voximplant.com",
            "evil.org\\.voximplant.com",
            "user@api.voximplant.com",
            "evil.org:1@voximplant.com",
            "https://api.voximplant.com",
            "api.voximplant.com\n",
            " api.voximplant.com",
            "api.voximplant.com ",
            "a\u{430}pi.voximplant.com",
            "api\u{3002}voximplant.com",
            "api.voximplant\u{ff0e}com",
            "127.0.0.1",
            "[::1]",
            "localhost",
            "a%2e.voximplant.com",
        ] {
            assert_eq!(named(host), None, "{host}");
        }
        let long = format!("{}voximplant.com", "a.".repeat(130));
        assert_eq!(named(&long), None);
        assert_eq!(named(&format!("{}.voximplant.com", "a".repeat(64))), None);
    }

    #[test]
    fn clients_for_other_addresses_keep_them() {
        for url in ["http://127.0.0.1:1", "https://localhost", "https://gateway.example/vox"] {
            assert_eq!(accepted(&base(url), "api-node1.voximplant.com"), None, "{url}");
        }
    }

    #[test]
    fn an_address_is_left_only_while_it_is_the_adopted_one() {
        let adopted = AdoptedAddress::default();
        let one = adopted.adopt(&BaseUrl::default(), "one.voximplant.com").unwrap();
        assert_eq!(adopted.get(), Some(one.clone()));
        let two = adopted.adopt(&BaseUrl::default(), "two.voximplant.com").unwrap();
        assert!(!adopted.drop(&one));
        assert!(adopted.drop(&two));
        assert_eq!(adopted.get(), None);
    }

    proptest! {
        /// With every accepted address, requests go to a host in the vendor's domain, by `https`.
        #[test]
        fn accepted_addresses_are_the_vendors(
            before in "[a-zA-Z0-9.@:/\\\\?#%\\[\\] -]{0,12}",
            middle in "(voximplant\\.com|VOXIMPLANT\\.COM|voximplant|)",
            after in "[a-z0-9.@:/?#\\n-]{0,8}",
        ) {
            let named = format!("{before}{middle}{after}");
            if let Some(address) = accepted(&BaseUrl::default(), &named) {
                let url = reqwest::Url::parse(&address.of_method("GetThing")).unwrap();
                let host = url.host_str().unwrap();
                prop_assert!(host == DOMAIN || host.ends_with(".voximplant.com"), "{named}");
                prop_assert_eq!(host, named.to_ascii_lowercase());
                prop_assert_eq!((url.scheme(), url.port(), url.username()), ("https", None, ""));
                prop_assert_eq!(url.path(), "/platform_api/GetThing");
            }
        }

        #[test]
        fn subdomains_are_accepted(label in "[a-z0-9]([a-z0-9-]{0,20}[a-z0-9])?") {
            let host = format!("{label}.voximplant.com");
            prop_assert!(named(&host).is_some());
        }
    }
}
