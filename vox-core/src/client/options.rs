//! Settings of single calls.

use std::borrow::Cow;
use std::fmt;
use std::time::Duration;

use http::header::{self, HeaderMap, HeaderName, HeaderValue};

use super::Retry;
use crate::auth::BaseUrl;
use crate::error::ConfigError;
use crate::transport::check_address;

/// The headers that the client sets itself, and those that govern the connection.
const RESERVED: &[HeaderName] = &[
    header::ACCEPT,
    header::ACCEPT_ENCODING,
    header::AUTHORIZATION,
    header::CONNECTION,
    header::CONTENT_ENCODING,
    header::CONTENT_LENGTH,
    header::CONTENT_TYPE,
    header::EXPECT,
    header::HOST,
    header::PROXY_AUTHORIZATION,
    header::TE,
    header::TRAILER,
    header::TRANSFER_ENCODING,
    header::UPGRADE,
];

/// Settings for some calls, in place of the client's: see [`Client::with`](super::Client::with).
///
/// Everything else stays as the client has it. `Debug` shows no header's value.
///
/// ```
/// use std::time::Duration;
/// use vox_core::{CallOptions, Retry};
///
/// # fn main() -> Result<(), vox_core::ConfigError> {
/// let careful = CallOptions::new()
///     .timeout(Duration::from_secs(10))
///     .retry(Retry::never())
///     .base_url("https://api-node1.voximplant.com")?
///     .header("x-request-id", "4711")?;
/// # Ok(()) }
/// ```
#[derive(Clone, Default)]
pub struct CallOptions {
    timeout: Option<Duration>,
    retry: Option<Retry>,
    base_url: Option<BaseUrl>,
    headers: HeaderMap,
    success_member: Option<Cow<'static, str>>,
}

impl CallOptions {
    /// Options that change nothing yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Limits a whole call, as [`ClientBuilder::timeout`](super::ClientBuilder::timeout).
    #[must_use]
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = Some(timeout);
        self
    }

    /// How often a call is retried, as [`ClientBuilder::retry`](super::ClientBuilder::retry).
    #[must_use]
    pub fn retry(mut self, retry: Retry) -> Self {
        self.retry = Some(retry);
        self
    }

    /// The member by which the response of an [undeclared method](super::Client::call) is known to be a success, for one that
    /// returns neither `result` nor `results`.
    #[must_use]
    pub fn success_member(mut self, name: impl Into<Cow<'static, str>>) -> Self {
        self.success_member = Some(name.into());
        self
    }

    /// The address of these calls. It gets the client's credentials, and has precedence over an adopted one.
    ///
    /// # Errors
    /// Those of [`Auth::base_url`](crate::Auth::base_url). A client that was built for an address other than loopback also
    /// rejects plain `http`, when it is called.
    pub fn base_url(mut self, url: &str) -> Result<Self, ConfigError> {
        let base = BaseUrl::parse(url)?;
        check_address(&base)?;
        self.base_url = Some(base);
        Ok(self)
    }

    /// Adds a header; it replaces one of the same name. Its value is a secret that is never shown.
    ///
    /// # Errors
    /// The name or the value is not valid in a header, or the client sets the header itself (`authorization`,
    /// `content-type`, `accept-encoding`, `host` ..).
    pub fn header(mut self, name: &str, value: &str) -> Result<Self, ConfigError> {
        let shown = name.escape_debug();
        let name: HeaderName = name.parse().map_err(|_| {
            ConfigError::new(format!(
                "`{shown}` is not the name of a header: expected letters, digits and hyphens"
            ))
        })?;
        if RESERVED.contains(&name) {
            return Err(ConfigError::new(format!(
                "the header `{name}` is set by the client and cannot be changed"
            )));
        }
        let mut value = HeaderValue::from_str(value).map_err(|_| {
            ConfigError::new(format!(
                "the value of the header `{name}` has characters that are not allowed there"
            ))
        })?;
        value.set_sensitive(true);
        self.headers.insert(name, value);
        Ok(self)
    }
}

impl fmt::Debug for CallOptions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CallOptions")
            .field("timeout", &self.timeout)
            .field("retry", &self.retry)
            .field("base_url", &self.base_url.as_ref().map(BaseUrl::as_str))
            .field("headers", &self.headers)
            .field("success_member", &self.success_member)
            .finish()
    }
}

/// The settings of a call.
#[derive(Clone)]
pub(super) struct Settings {
    pub(super) timeout: Duration,
    pub(super) retry: Retry,
    /// In place of the client's address.
    pub(super) base_url: Option<BaseUrl>,
    pub(super) headers: HeaderMap,
    /// What proves the success of an undeclared method.
    pub(super) success_member: Option<Cow<'static, str>>,
}

impl Settings {
    /// These settings, replaced by those that the options have.
    pub(super) fn with(&self, options: CallOptions) -> Self {
        let mut headers = self.headers.clone();
        headers.extend(options.headers);
        Self {
            timeout: options.timeout.unwrap_or(self.timeout),
            retry: options.retry.unwrap_or(self.retry),
            base_url: options.base_url.or_else(|| self.base_url.clone()),
            headers,
            success_member: options.success_member.or_else(|| self.success_member.clone()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_layer_overrides_only_what_it_sets() {
        let settings = Settings {
            timeout: Duration::from_secs(90),
            retry: Retry::default(),
            base_url: None,
            headers: HeaderMap::new(),
            success_member: None,
        };
        let first = CallOptions::new()
            .retry(Retry::never())
            .base_url("https://one.example")
            .unwrap()
            .header("x-one", "1")
            .unwrap()
            .header("x-two", "1")
            .unwrap();
        let second = CallOptions::new().timeout(Duration::from_secs(1)).header("X-Two", "2").unwrap();
        let both = settings.with(first).with(second);
        assert_eq!(both.timeout, Duration::from_secs(1));
        assert_eq!(both.retry, Retry::never());
        assert_eq!(both.base_url.unwrap().as_str(), "https://one.example");
        assert_eq!(
            (&both.headers["x-one"], &both.headers["x-two"]),
            (&"1".parse().unwrap(), &"2".parse().unwrap())
        );
        let unchanged = settings.with(CallOptions::new());
        assert_eq!((unchanged.timeout, unchanged.retry), (settings.timeout, settings.retry));
    }

    #[test]
    fn headers_are_checked_and_never_shown() {
        let options = CallOptions::new().header("x-token", "hunter2").unwrap();
        assert!(!format!("{options:?} {options:#?}").contains("hunter2"), "{options:?}");
        for (name, value) in [("x y", "1"), ("", "1"), ("x", "hunter2\r\ny: z"), ("x", "hunter2\n")] {
            let error = CallOptions::new().header(name, value).unwrap_err();
            assert!(!format!("{error} {error:?}").contains("hunter2"), "{error}");
        }
        for name in [
            "Authorization",
            "content-type",
            "HOST",
            "Content-Length",
            "accept",
            "Accept-Encoding",
            "connection",
        ] {
            let error = CallOptions::new().header(name, "hunter2").unwrap_err().to_string();
            assert!(error.contains("is set by the client") && !error.contains("hunter2"), "{error}");
        }
    }

    #[test]
    fn addresses_follow_the_clients_rules() {
        for url in
            ["http://api.voximplant.com", "https://999.1.1.1", "https://a:b@c.example", "https://a.example?x"]
        {
            assert!(CallOptions::new().base_url(url).is_err(), "{url}");
        }
    }
}
