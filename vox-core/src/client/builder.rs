//! The client's settings.

use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;
use std::time::Duration;

use http::HeaderMap;
use tokio::sync::Semaphore;

use super::api_address::AdoptedAddress;
use super::hook::Hook;
use super::options::Settings;
use super::{Client, Core, Retry, Shared};
use crate::auth::{Auth, BaseUrl, Credentials};
use crate::error::ConfigError;
use crate::meta::Role;
use crate::transport::{HttpSettings, Proxies, Transport, check_address};

const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);
const READ_TIMEOUT: Duration = Duration::from_secs(30);
const TIMEOUT: Duration = Duration::from_secs(90);
/// The API's own limit.
const MAX_IN_FLIGHT: usize = 200;
const MAX_RESPONSE_BYTES: usize = 64 * 1024 * 1024;

/// Settings of a [`Client`]; made by [`Client::builder`].
///
/// ```
/// use std::time::Duration;
/// use vox_core::{ApiKey, Client};
///
/// # fn main() -> Result<(), vox_core::ConfigError> {
/// let client = Client::builder()
///     .credentials(ApiKey::by_id(1, "the key"))
///     .base_url("http://127.0.0.1:8080")
///     .timeout(Duration::from_secs(5))
///     .build()?;
/// # Ok(()) }
/// ```
#[derive(Clone)]
#[must_use = "call `build` to get a client"]
pub struct ClientBuilder {
    credentials: Option<Credentials>,
    base_url: Option<String>,
    roles: Option<Box<[Role]>>,
    timeout: Duration,
    connect_timeout: Option<Duration>,
    read_timeout: Duration,
    retry: Retry,
    max_in_flight: usize,
    max_response_bytes: usize,
    adopt_api_address: bool,
    hooks: Vec<Arc<dyn Hook>>,
    transport: Option<Arc<dyn Transport>>,
}

impl Default for ClientBuilder {
    fn default() -> Self {
        Self {
            credentials: None,
            base_url: None,
            roles: None,
            timeout: TIMEOUT,
            connect_timeout: None,
            read_timeout: READ_TIMEOUT,
            retry: Retry::default(),
            max_in_flight: MAX_IN_FLIGHT,
            max_response_bytes: MAX_RESPONSE_BYTES,
            adopt_api_address: false,
            hooks: Vec::new(),
            transport: None,
        }
    }
}

impl ClientBuilder {
    /// The credentials of every call. Required; [`Credentials::None`] for methods whose parameters are the credentials.
    pub fn credentials(mut self, credentials: impl Into<Credentials>) -> Self {
        self.credentials = Some(credentials.into());
        self
    }

    /// The address of the API, `https://api.voximplant.com` by default; see [`Auth::base_url`] for what is allowed.
    ///
    /// A client for an https address uses the proxy of the environment variable `HTTPS_PROXY`, or else `ALL_PROXY` (both also in
    /// lower case), except for the hosts in `NO_PROXY`. The URL of the proxy may use `http`, `https` or, with reqwest's feature
    /// `socks`, SOCKS. A client for a loopback address uses no proxy.
    pub fn base_url(mut self, url: impl Into<String>) -> Self {
        self.base_url = Some(url.into());
        self
    }

    /// The roles of the key: a method that none of them may call is then rejected before sending. Without this the
    /// server decides.
    pub fn roles(mut self, roles: impl IntoIterator<Item = Role>) -> Self {
        self.roles = Some(roles.into_iter().collect());
        self
    }

    /// Limits a whole call: waiting for its turn, connecting, all attempts and the pauses between them, to the last byte
    /// of the response. 90 seconds by default.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = timeout;
        self
    }

    /// Limits connecting, DNS and TLS included; 10 seconds by default. Zero is rejected by [`build`](Self::build), as is any value
    /// together with [`transport`](Self::transport), which makes its own connections.
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.connect_timeout = Some(timeout);
        self
    }

    /// Limits the wait for the next part of a response once the request is on its way: before the response begins, and
    /// between its parts. 30 seconds by default. Zero is rejected by [`build`](Self::build).
    pub fn read_timeout(mut self, timeout: Duration) -> Self {
        self.read_timeout = timeout;
        self
    }

    /// The retry policy for calls that are [safe to retry](crate::Error::is_retryable); see [`Retry`] for the default.
    pub fn retry(mut self, retry: Retry) -> Self {
        self.retry = retry;
        self
    }

    /// Limits the requests in flight, over all clones of the client; 200 by default, which is the API's limit for an
    /// account. Further calls wait for their turn, in order; a call that pauses before a retry does not count.
    pub fn max_in_flight(mut self, requests: usize) -> Self {
        self.max_in_flight = requests;
        self
    }

    /// The largest response to accept, in bytes; 64 MiB by default.
    pub fn max_response_bytes(mut self, bytes: usize) -> Self {
        self.max_response_bytes = bytes;
        self
    }

    /// Whether later calls go to the host that a response names as preferred (its member `api_address`); off by default.
    ///
    /// Only hosts in the vendor's domain `voximplant.com` are adopted, only by `https`, with the port and path prefix of
    /// the base URL, and only by a client whose own address is in that domain; anything else is ignored. Clones share
    /// the address. If it cannot be reached, the client returns to its own.
    pub fn adopt_api_address(mut self, adopt: bool) -> Self {
        self.adopt_api_address = adopt;
        self
    }

    /// Adds a hook that observes every attempt, see [`Hook`].
    pub fn hook(mut self, hook: impl Hook + 'static) -> Self {
        self.hooks.push(Arc::new(hook));
        self
    }

    /// Sends requests by this transport instead of the one that the client makes: a reqwest client with other settings
    /// ([`from_reqwest`](crate::transport::from_reqwest)), another HTTP library, or a test double.
    pub fn transport(mut self, transport: impl Transport) -> Self {
        self.transport = Some(Arc::new(transport));
        self
    }

    /// Makes the client.
    ///
    /// # Errors
    /// - The credentials are missing.
    /// - The base URL is not allowed or cannot be used.
    /// - `max_in_flight`, `connect_timeout` or `read_timeout` is zero.
    /// - `connect_timeout` is set together with [`transport`](Self::transport).
    ///
    /// For an https address and without a `transport` also:
    ///
    /// - Neither of the features `rustls` and `native-tls` is enabled.
    /// - The system has no CA certificates (with rustls, which loads them here).
    /// - `HTTPS_PROXY` or `ALL_PROXY` does not hold the URL of a proxy.
    pub fn build(mut self) -> Result<Client, ConfigError> {
        let credentials = self.credentials.take().ok_or_else(|| {
            ConfigError::new(
                "the client has no credentials: call `credentials` before `build`, \
                 with `Credentials::None` if none are needed",
            )
        })?;
        if self.max_in_flight == 0 {
            return Err(ConfigError::new("`max_in_flight` is 0, so nothing could ever be sent"));
        }
        for (name, timeout) in
            [("connect_timeout", self.connect_timeout), ("read_timeout", Some(self.read_timeout))]
        {
            if timeout.is_some_and(|timeout| timeout.is_zero()) {
                return Err(ConfigError::new(format!(
                    "`{name}` is 0, so every call would fail: leave it out for the default, or use `Duration::MAX` \
                     for no limit but `timeout`"
                )));
            }
        }
        let mut auth = Auth::new(credentials);
        if let Some(url) = &self.base_url {
            auth = auth.base_url(url)?;
            check_address(auth.address())?;
        }
        let is_own = self.transport.is_some();
        let (transport, proxies) = match self.transport.take() {
            Some(transport) => (self.checked(transport)?, None),
            None => self.default_transport(auth.address())?,
        };
        let shared = Shared {
            https_only: !is_own && !auth.address().is_loopback(),
            auth,
            transport,
            proxies,
            roles: self.roles,
            read_timeout: self.read_timeout,
            max_response_bytes: self.max_response_bytes,
            in_flight: Semaphore::new(self.max_in_flight.min(Semaphore::MAX_PERMITS)),
            hooks: self.hooks.into(),
            adopted: self.adopt_api_address.then(AdoptedAddress::default),
        };
        let settings = Settings {
            timeout: self.timeout,
            retry: self.retry,
            base_url: None,
            headers: HeaderMap::new(),
            success_member: None,
        };
        let core = Core { shared: Arc::new(shared), settings };
        Ok(Client { core: Arc::new(core), role: PhantomData })
    }

    /// Makes a client whose calls wait for their results: the same calls without `await`.
    ///
    /// # Errors
    /// Those of [`build`](Self::build); also if the background thread cannot be started.
    #[cfg(feature = "blocking")]
    #[cfg_attr(docsrs, doc(cfg(feature = "blocking")))]
    pub fn build_blocking(self) -> Result<super::blocking::Client, ConfigError> {
        super::blocking::Client::start(self.build()?)
    }

    /// The caller's transport, for which settings of the default one have no effect.
    fn checked(&self, transport: Arc<dyn Transport>) -> Result<Arc<dyn Transport>, ConfigError> {
        if self.connect_timeout.is_some() {
            return Err(ConfigError::new(
                "`connect_timeout` has no effect on a `transport`: set it there, or leave it out",
            ));
        }
        Ok(transport)
    }

    /// The transport for this address, and the proxies that it uses.
    fn default_transport(
        &self,
        address: &BaseUrl,
    ) -> Result<(Arc<dyn Transport>, Option<Proxies>), ConfigError> {
        let settings = HttpSettings { connect_timeout: self.connect_timeout.unwrap_or(CONNECT_TIMEOUT) };
        let proxies = if address.is_loopback() { None } else { Some(Proxies::from_env()?) };
        Ok((Arc::new(settings.build(address)?), proxies))
    }
}

impl fmt::Debug for ClientBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The base URL is left out: as long as it is not checked it could hold a password.
        f.debug_struct("ClientBuilder")
            .field("credentials", &self.credentials)
            .field("roles", &self.roles)
            .field("timeout", &self.timeout)
            .field("connect_timeout", &self.connect_timeout)
            .field("read_timeout", &self.read_timeout)
            .field("retry", &self.retry)
            .field("max_in_flight", &self.max_in_flight)
            .field("max_response_bytes", &self.max_response_bytes)
            .field("adopt_api_address", &self.adopt_api_address)
            .field("hooks", &self.hooks.len())
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::auth::ApiKey;
    #[cfg(not(any(feature = "rustls", feature = "native-tls")))]
    use crate::transport;

    fn builder() -> ClientBuilder {
        Client::builder().credentials(ApiKey::by_id(1, "hunter2")).base_url("http://127.0.0.1:1")
    }

    #[test]
    fn zero_timeouts_are_rejected_but_for_that_of_the_whole_call() {
        let error = builder().read_timeout(Duration::ZERO).build().unwrap_err().to_string();
        assert!(error.contains("`read_timeout` is 0") && error.contains("leave it out"), "{error}");
        let error = builder().connect_timeout(Duration::ZERO).build().unwrap_err().to_string();
        assert!(error.contains("`connect_timeout` is 0") && error.contains("leave it out"), "{error}");
        builder().timeout(Duration::ZERO).build().unwrap();
        builder().read_timeout(Duration::MAX).connect_timeout(Duration::MAX).build().unwrap();
    }

    #[cfg(not(any(feature = "rustls", feature = "native-tls")))]
    #[test]
    fn https_without_a_tls_feature_is_an_error_that_names_the_features() {
        for url in ["https://api.voximplant.com", "HTTPS://127.0.0.1:1"] {
            let error = builder().base_url(url).build().unwrap_err().to_string();
            assert!(error.contains("enable the feature `rustls` or `native-tls`"), "{error}");
            builder()
                .base_url(url)
                .transport(transport::from_reqwest(reqwest::Client::new()))
                .build()
                .unwrap();
        }
        builder().build().unwrap();
    }
}
