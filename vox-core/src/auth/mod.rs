//! Who calls, and where the API is.

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

/// The form fields in which an account's credentials travel.
pub(crate) const CREDENTIAL_PARAMS: [&str; 6] =
    ["account_id", "account_name", "account_email", "api_key", "account_password", "session_id"];

/// Credentials and the API's address: what a request needs besides its parameters.
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
    /// These credentials at `https://api.voximplant.com`.
    #[must_use]
    pub fn new(credentials: impl Into<Credentials>) -> Self {
        Self { credentials: Arc::new(credentials.into()), base_url: BaseUrl::default() }
    }

    /// Another address: scheme, host, and optionally port and path prefix. `/platform_api` is appended to it.
    ///
    /// # Errors
    /// The scheme must be `https`; plain `http` is for loopback hosts (127.0.0.0/8, `::1`, `localhost`) only. A user
    /// name, a password, a query or a fragment is invalid. The error never shows a password.
    pub fn base_url(self, url: &str) -> Result<Self, ConfigError> {
        Ok(Self { base_url: BaseUrl::parse(url)?, ..self })
    }

    /// The address.
    pub(crate) fn address(&self) -> &BaseUrl {
        &self.base_url
    }

    /// Signs later tokens by the server's clock, which shows the time `server` now.
    ///
    /// For programs that send requests with their own HTTP client; `Client` does this by itself. When the API
    /// rejects a token because of clock skew (codes 447, 454, 455 and 456), the local clock is likely wrong, and the `Date` header
    /// of the response has the server's time. Clones of the service account, and accounts that it acts for, sign later
    /// tokens by it too. Without a service account there is no token to sign, and nothing changes.
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
    /// The two clocks differ by more than 24 hours; the error states both. Tokens stay as they were.
    #[cfg(feature = "service-account")]
    #[cfg_attr(docsrs, doc(cfg(feature = "service-account")))]
    pub fn set_server_time(&self, server: jiff::Timestamp) -> Result<(), ConfigError> {
        match self.credentials.as_ref() {
            Credentials::ServiceAccount(account) => account.set_server_time(server),
            _ => Ok(()),
        }
    }

    /// Records that the API rejected a token because of clock skew, and what the server's clock shows. Returns whether
    /// the next request has another token: not where tokens are not signed here, nor where the clocks differ by more
    /// than 24 hours ([`set_server_time`](Self::set_server_time) then gives the error that states both).
    #[cfg(feature = "client")]
    pub(crate) fn token_rejected(&self, token: &HeaderValue, server: jiff::Timestamp) -> bool {
        match self.credentials.as_ref() {
            Credentials::ServiceAccount(account) => account.token_rejected(token, server),
            _ => false,
        }
    }

    /// By how much the server's clock is ahead of the one that tokens are signed by; none where tokens are not signed here.
    #[cfg(feature = "client")]
    pub(crate) fn clock_skew(&self, server: jiff::Timestamp) -> Option<jiff::SignedDuration> {
        match self.credentials.as_ref() {
            Credentials::ServiceAccount(account) => account.clock_skew(server),
            _ => None,
        }
    }

    /// Describes the credentials of a request, without the secret.
    #[cfg(feature = "client")]
    pub(crate) fn holder(&self, credentials: CredentialsIn) -> Option<String> {
        self.credentials.holder(credentials)
    }

    /// The `Authorization` header, marked as sensitive; none where the credentials travel in the form. A service account's
    /// token is kept until shortly before it expires, and signed here where there is none.
    ///
    /// [`Method::to_http`](crate::Method::to_http) and the client add it by themselves; this is for your own requests.
    ///
    /// # Errors
    /// The key cannot sign a token.
    pub fn authorization(&self) -> Result<Option<HeaderValue>, ConfigError> {
        self.credentials.header()
    }

    /// Adds credentials that travel in the form, unless the method's own parameters are the credentials.
    pub(crate) fn write_to(&self, form: &mut FormEncoder, credentials: CredentialsIn) {
        if credentials == CredentialsIn::Client {
            self.credentials.write_to(form);
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
