//! The client's settings.

use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;
use std::time::Duration;

use reqwest::redirect::Policy;

use super::{Client, Core};
use crate::{Auth, ConfigError, Credentials, Role};

const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);
const TIMEOUT: Duration = Duration::from_secs(30);
const MAX_RESPONSE_BYTES: usize = 64 * 1024 * 1024;
const USER_AGENT: &str = concat!("vox/", env!("CARGO_PKG_VERSION"));

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
    connect_timeout: Duration,
    max_response_bytes: usize,
    http: Option<reqwest::Client>,
}

impl Default for ClientBuilder {
    fn default() -> Self {
        Self {
            credentials: None,
            base_url: None,
            roles: None,
            timeout: TIMEOUT,
            connect_timeout: CONNECT_TIMEOUT,
            max_response_bytes: MAX_RESPONSE_BYTES,
            http: None,
        }
    }
}

impl ClientBuilder {
    /// Who calls. Required; [`Credentials::None`] where the methods' own parameters are the credentials.
    pub fn credentials(mut self, credentials: impl Into<Credentials>) -> Self {
        self.credentials = Some(credentials.into());
        self
    }

    /// Another address than `https://api.voximplant.com`; see [`Auth::base_url`] for what is allowed.
    pub fn base_url(mut self, url: impl Into<String>) -> Self {
        self.base_url = Some(url.into());
        self
    }

    /// The roles that the key has: a method that none of them may call is then refused before anything is sent.
    /// Without this the server decides.
    pub fn roles(mut self, roles: impl IntoIterator<Item = Role>) -> Self {
        self.roles = Some(roles.into_iter().collect());
        self
    }

    /// How long a whole call may take, from connecting to the last byte of the answer; 30 seconds by default.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = timeout;
        self
    }

    /// How long connecting may take; 10 seconds by default. Has no effect with [`http_client`](Self::http_client).
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.connect_timeout = timeout;
        self
    }

    /// The largest answer to take, in bytes; 64 MiB by default.
    pub fn max_response_bytes(mut self, bytes: usize) -> Self {
        self.max_response_bytes = bytes;
        self
    }

    /// An HTTP client of your own, for proxies, certificates or DNS.
    ///
    /// Switch its redirects off (`reqwest::redirect::Policy::none()`): following one would send credentials to
    /// where the redirect leads.
    pub fn http_client(mut self, client: reqwest::Client) -> Self {
        self.http = Some(client);
        self
    }

    /// The client.
    ///
    /// # Errors
    /// The credentials are missing, the base URL is not allowed, or TLS cannot be set up.
    pub fn build(mut self) -> Result<Client, ConfigError> {
        let credentials = self.credentials.take().ok_or_else(|| {
            ConfigError::new(
                "the client has no credentials: call `credentials` before `build`, \
                 with `Credentials::None` if that is meant",
            )
        })?;
        let mut auth = Auth::new(credentials);
        if let Some(url) = &self.base_url {
            auth = auth.base_url(url)?;
        }
        let http = match self.http.take() {
            Some(client) => client,
            None => self.http_for(&auth)?,
        };
        let core = Core {
            auth,
            http,
            roles: self.roles,
            timeout: self.timeout,
            max_response_bytes: self.max_response_bytes,
        };
        Ok(Client { core: Arc::new(core), role: PhantomData })
    }

    fn http_for(&self, auth: &Auth) -> Result<reqwest::Client, ConfigError> {
        // Other crates of the program may have switched decompression on in reqwest; a small answer that unpacks to a
        // huge one is not wanted.
        let mut builder = reqwest::Client::builder()
            .redirect(Policy::none())
            .connect_timeout(self.connect_timeout)
            .user_agent(USER_AGENT)
            .no_gzip()
            .no_brotli()
            .no_zstd()
            .no_deflate();
        builder = if auth.is_loopback() {
            // A proxy would take the plain text of a request that is meant for this machine.
            builder.no_proxy()
        } else {
            builder.https_only(true)
        };
        builder.build().map_err(|error| {
            ConfigError::new("the HTTP client cannot be set up").with_source(error.without_url())
        })
    }
}

impl fmt::Debug for ClientBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The base URL is left out: before it is checked it could hold a password.
        f.debug_struct("ClientBuilder")
            .field("credentials", &self.credentials)
            .field("roles", &self.roles)
            .field("timeout", &self.timeout)
            .field("connect_timeout", &self.connect_timeout)
            .field("max_response_bytes", &self.max_response_bytes)
            .finish_non_exhaustive()
    }
}
