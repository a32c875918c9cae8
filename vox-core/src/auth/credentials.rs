//! The kinds of credentials.

use ::http::HeaderValue;

use super::{ApiKey, ConfigError};
use crate::Secret;
#[cfg(feature = "service-account")]
use crate::ServiceAccount;

/// Who calls. `Debug` shows no secret.
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
    /// A service account, by tokens made of its key.
    #[cfg(feature = "service-account")]
    #[cfg_attr(docsrs, doc(cfg(feature = "service-account")))]
    ServiceAccount(ServiceAccount),
    /// An account's API key, as form fields.
    ApiKey(ApiKey),
    /// A token made elsewhere, sent as `Authorization: Bearer`. It is not renewed.
    Token(Secret),
    /// None: for methods whose parameters are the credentials.
    None,
}

impl Credentials {
    /// The `Authorization` header, for the kinds that have one.
    pub(super) fn header(&self) -> Result<Option<HeaderValue>, ConfigError> {
        match self {
            #[cfg(feature = "service-account")]
            Self::ServiceAccount(account) => account.header().map(Some),
            Self::Token(token) => bearer(token.expose()).map(Some),
            Self::ApiKey(_) | Self::None => Ok(None),
        }
    }
}

/// The header's value, which logs of HTTP libraries do not show.
pub(super) fn bearer(token: &str) -> Result<HeaderValue, ConfigError> {
    let mut value = HeaderValue::try_from(format!("Bearer {token}"))
        .map_err(|_| ConfigError::new("the token has characters that a header may not have"))?;
    value.set_sensitive(true);
    Ok(value)
}

impl From<ApiKey> for Credentials {
    fn from(key: ApiKey) -> Self {
        Self::ApiKey(key)
    }
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
    fn a_token_with_a_line_break_is_refused_without_showing_it() {
        let error = Credentials::Token(Secret::from("abc\r\nx: y")).header().unwrap_err();
        assert!(!format!("{error} {error:?}").contains("abc"));
    }
}
