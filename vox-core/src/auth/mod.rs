//! Credentials and the address of the API.

mod account;
mod base_url;
#[cfg(feature = "service-account")]
mod clock;
mod credentials;
#[cfg(feature = "service-account")]
mod key_file;
#[cfg(feature = "service-account")]
mod pem;
#[cfg(feature = "service-account")]
mod service_account;
#[cfg(feature = "service-account")]
mod token;

use std::fmt;
use std::sync::Arc;

use http::HeaderValue;

pub use account::{AccountPassword, ApiKey, Session};
pub use credentials::Credentials;
#[cfg(feature = "service-account")]
pub use service_account::ServiceAccount;

pub(crate) use base_url::BaseUrl;

use crate::error::ConfigError;
use crate::meta::CredentialsIn;
use crate::text::form::FormEncoder;

/// Credentials and the address of the API, for requests that your own HTTP client sends.
///
/// Cheap to clone; clones share the cached token. `Debug` shows no secret.
///
/// ```
/// use vox_core::{ApiKey, Auth};
///
/// # fn main() -> Result<(), vox_core::ConfigError> {
/// let auth = Auth::new(ApiKey::by_id(1, "the key")).base_url("http://127.0.0.1:8080")?;
/// # Ok(()) }
/// ```
#[derive(Clone)]
pub struct Auth {
    credentials: Arc<Credentials>,
    base_url: BaseUrl,
}

impl Auth {
    /// Uses these credentials at `https://api.voximplant.com`.
    #[must_use]
    pub fn new(credentials: impl Into<Credentials>) -> Self {
        Self { credentials: Arc::new(credentials.into()), base_url: BaseUrl::default() }
    }

    /// Sets another address: scheme, host, and optionally port and path prefix. `/platform_api` is appended to it.
    ///
    /// # Errors
    /// The address is invalid. The scheme must be `https`; `http` is allowed for loopback hosts (127.0.0.0/8, `::1`,
    /// `localhost`). User name, password, query and fragment are not allowed. The error never shows a password.
    pub fn base_url(self, url: &str) -> Result<Self, ConfigError> {
        Ok(Self { base_url: BaseUrl::parse(url)?, ..self })
    }

    /// The address.
    pub(crate) fn address(&self) -> &BaseUrl {
        &self.base_url
    }

    /// Signs later tokens by the server's clock, whose present time is `server`.
    ///
    /// For programs that send requests with their own HTTP client; `Client` does this automatically. When the API rejects a
    /// token because of clock skew (codes 447, 454, 455 and 456), the local clock is likely wrong; the header `Date` of the
    /// response has the server's time. The time also applies to clones of the service account and to the accounts it acts for.
    /// For other credentials this does nothing.
    ///
    /// ```
    /// use vox_core::{Auth, ConfigError, Effect, Error};
    ///
    /// /// Whether a retry gets a token that the API accepts.
    /// fn corrects_time(auth: &Auth, error: &Error) -> Result<bool, ConfigError> {
    ///     let rejected = error.code().is_some_and(|code| [447, 454, 455, 456].contains(&code.code()));
    ///     match error.server_time() {
    ///         Some(time) if rejected && error.effect() == Effect::None => auth.set_server_time(time).map(|()| true),
    ///         _ => Ok(false),
    ///     }
    /// }
    /// ```
    ///
    /// # Errors
    /// The two clocks differ by more than 24 hours; the error states both. Later tokens are signed as before.
    #[cfg(feature = "service-account")]
    #[cfg_attr(docsrs, doc(cfg(feature = "service-account")))]
    pub fn set_server_time(&self, server: jiff::Timestamp) -> Result<(), ConfigError> {
        self.tokens().map_or(Ok(()), |tokens| tokens.set_server_time(server))
    }

    #[cfg(feature = "service-account")]
    fn tokens(&self) -> Option<&token::TokenSource> {
        match self.credentials.as_ref() {
            Credentials::ServiceAccount(account) => Some(&account.tokens),
            _ => None,
        }
    }

    /// Records that the API rejected a token because of clock skew. Returns whether the next request has another token: not
    /// without a service account, and not if the clocks differ by more than 24 hours.
    #[cfg(feature = "client")]
    pub(crate) fn token_rejected(&self, token: &HeaderValue, server: jiff::Timestamp) -> bool {
        self.tokens().is_some_and(|tokens| tokens.token_rejected(token, server))
    }

    /// By how much the server's clock is ahead of the clock that signs tokens; `None` without a service account.
    #[cfg(feature = "client")]
    pub(crate) fn clock_skew(&self, server: jiff::Timestamp) -> Option<jiff::SignedDuration> {
        self.tokens()?.clock_skew(server)
    }

    /// Describes the credentials of a request without the secret; `None` if none are sent.
    #[cfg(feature = "client")]
    pub(crate) fn credentials_description(&self, credentials: CredentialsIn) -> Option<String> {
        self.credentials.description(credentials)
    }

    /// The value of the header `Authorization`, marked as sensitive; `None` if the credentials are sent in the form. For a service
    /// account this signs a token, or returns the cached one until shortly before it expires.
    ///
    /// [`MethodExt::to_http`](crate::MethodExt::to_http) and the client add the header; call this for your own requests.
    ///
    /// # Errors
    /// The key cannot sign a token.
    pub fn authorization(&self) -> Result<Option<HeaderValue>, ConfigError> {
        self.credentials.header()
    }

    /// Adds credentials that are sent in the form, unless the method's parameters are the credentials.
    ///
    /// # Errors
    /// The form has the id of another account.
    pub(crate) fn write_to(
        &self,
        form: &mut FormEncoder,
        credentials: CredentialsIn,
    ) -> Result<(), ConfigError> {
        match credentials {
            CredentialsIn::Client => self.credentials.write_to(form),
            CredentialsIn::Request => Ok(()),
        }
    }
}

impl fmt::Debug for Auth {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Auth")
            .field("credentials", &self.credentials)
            .field("base_url", &self.base_url.as_str())
            .finish()
    }
}
