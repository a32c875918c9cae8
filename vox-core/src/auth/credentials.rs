//! The kinds of credentials.

use http::HeaderValue;

use super::{AccountPassword, ApiKey, Session};
#[cfg(feature = "service-account")]
use crate::auth::ServiceAccount;
use crate::declare::Secret;
use crate::error::ConfigError;
#[cfg(feature = "client")]
use crate::meta::CredentialsIn;
use crate::text::form::FormEncoder;

/// The credentials of a call. `Debug` shows no secret.
///
/// ```
/// use vox_core::{ApiKey, Credentials};
///
/// let credentials = Credentials::from(ApiKey::by_id(1, "the key"));
/// assert!(!format!("{credentials:?}").contains("the key"));
/// ```
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum Credentials {
    /// A service account, whose key signs tokens.
    #[cfg(feature = "service-account")]
    #[cfg_attr(docsrs, doc(cfg(feature = "service-account")))]
    ServiceAccount(ServiceAccount),
    /// An account's API key, sent as form fields.
    ApiKey(ApiKey),
    /// An account's password, sent as form fields.
    AccountPassword(AccountPassword),
    /// A session of an account, sent as form fields.
    Session(Session),
    /// A token from another source, sent as `Authorization: Bearer`. It is not renewed.
    Token(Secret),
    /// No credentials, for methods whose parameters are the credentials.
    None,
}

impl Credentials {
    /// The header `Authorization`, for credentials that are sent in it.
    pub(super) fn header(&self) -> Result<Option<HeaderValue>, ConfigError> {
        match self {
            #[cfg(feature = "service-account")]
            Self::ServiceAccount(account) => account.tokens.header().map(Some),
            Self::Token(token) => bearer(token.expose()).map(Some),
            Self::ApiKey(_) | Self::AccountPassword(_) | Self::Session(_) | Self::None => Ok(None),
        }
    }

    /// Adds the form fields, for credentials that are sent as form fields.
    pub(super) fn write_to(&self, form: &mut FormEncoder) -> Result<(), ConfigError> {
        match self {
            Self::ApiKey(key) => key.write_to(form),
            Self::AccountPassword(password) => password.write_to(form),
            Self::Session(session) => session.write_to(form),
            _ => Ok(()),
        }
    }

    /// A description without the secret, if the credentials are sent.
    #[cfg(feature = "client")]
    pub(super) fn description(&self, credentials: CredentialsIn) -> Option<String> {
        match self {
            Self::ServiceAccount(account) => {
                let (key, account) = (account.key_id(), account.account_id());
                Some(format!("the key `{key}` of a service account, for account {account}"))
            }
            Self::Token(_) => Some("the given token, which is not renewed".to_owned()),
            Self::None => None,
            // These are not sent, as the method's parameters are the credentials.
            _ if credentials == CredentialsIn::Request => None,
            Self::ApiKey(key) => Some(key.description()),
            Self::AccountPassword(password) => Some(password.description()),
            Self::Session(session) => Some(session.description()),
        }
    }
}

/// The value of the header `Authorization`, marked as sensitive so that HTTP libraries do not log it.
pub(super) fn bearer(token: &str) -> Result<HeaderValue, ConfigError> {
    let mut value = HeaderValue::try_from(format!("Bearer {token}"))
        .map_err(|_| ConfigError::new("the token has characters that a header cannot have"))?;
    value.set_sensitive(true);
    Ok(value)
}

#[cfg(feature = "service-account")]
impl From<ServiceAccount> for Credentials {
    fn from(account: ServiceAccount) -> Self {
        Self::ServiceAccount(account)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_becomes_a_sensitive_header() {
        let credentials = Credentials::Token(Secret::from("abc.def"));
        let header = credentials.header().unwrap().unwrap();
        assert_eq!(header, "Bearer abc.def");
        assert!(header.is_sensitive());
        assert!(!format!("{header:?} {credentials:?}").contains("abc"));
    }

    #[test]
    fn a_token_with_a_line_break_is_invalid_and_not_shown() {
        let error = Credentials::Token(Secret::from("abc\r\nx: y")).header().unwrap_err();
        assert!(!format!("{error} {error:?}").contains("abc"));
    }
}
