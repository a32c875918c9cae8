//! The error codes of the API.

use std::fmt;

use super::code_names::NAMES;
use super::hint::{self, HINTS};

/// An error code of the API.
///
/// The vendor's documented codes are constants; any other number is valid, too. The code 0 marks an error without a readable
/// code.
///
/// ```
/// use vox_core::ErrorCode;
///
/// let code = ErrorCode::new(100);
/// assert_eq!(code, ErrorCode::AUTHORIZATION_FAILED);
/// assert_eq!(code.name(), Some("AUTHORIZATION_FAILED"));
/// assert_eq!(ErrorCode::new(1_000_000).name(), None);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ErrorCode(u32);

impl ErrorCode {
    /// The code with this number.
    #[must_use]
    pub const fn new(code: u32) -> Self {
        Self(code)
    }

    /// The number.
    #[must_use]
    pub const fn code(self) -> u32 {
        self.0
    }

    /// The vendor's name of the code, if the code is documented.
    #[must_use]
    pub fn name(self) -> Option<&'static str> {
        look_up(NAMES, self.0)
    }

    /// A hint on the usual cause and how to fix it, for the most common codes.
    #[must_use]
    pub fn hint(self) -> Option<&'static str> {
        look_up(HINTS, self.0)
    }

    /// The hint, if it fits the download of a file: most hints are about the parameters or the account of a method.
    pub(super) fn download_hint(self) -> Option<&'static str> {
        let hint = if self == Self::FORBIDDEN_COMMAND { Some(hint::FILE_FORBIDDEN) } else { self.hint() };
        hint.filter(|_| self.is_about_credentials() || self.is_rate_limit())
    }

    /// Whether the API rejected a token, and a new one may be accepted: mostly because of clock skew.
    pub(crate) fn may_be_fixed_by_new_token(self) -> bool {
        matches!(
            self,
            Self::INVALID_TOKEN_FORMAT
                | Self::INVALID_TOKEN_TTL
                | Self::TOKEN_ISSUED_IN_FUTURE
                | Self::TOKEN_EXPIRED
        )
    }

    /// Whether the code is about the credentials.
    pub(crate) fn is_about_credentials(self) -> bool {
        self.may_be_fixed_by_new_token()
            || matches!(
                self,
                Self::AUTHORIZATION_FAILED
                    | Self::FORBIDDEN_COMMAND
                    | Self::SESSION_TIMEOUT
                    | Self::INVALID_SESSION_ID
                    | Self::INVALID_KEY_ID
            )
    }

    /// Whether the API failed, perhaps after a part of the operation, or the code cannot be read.
    pub(crate) fn is_failure(self) -> bool {
        self.0 < 100
    }

    /// Whether the code proves that the request had no effect.
    ///
    /// The code 484 marks a repeated request. The network may have repeated this very request, so the code proves nothing.
    pub(crate) fn proves_no_effect(self) -> bool {
        !self.is_failure() && self != Self::HTTP_REQUEST_REJECTED
    }

    /// Whether the API rejected the request because of a rate limit.
    pub(super) fn is_rate_limit(self) -> bool {
        matches!(
            self,
            Self::TRY_LATER
                | Self::CONCURRENT_RESOURCE_LIMIT_EXCEEDED
                | Self::RATE_LIMIT_EXCEED
                | Self::RETRY_LATER
        )
    }
}

fn look_up(table: &[(u32, &'static str)], code: u32) -> Option<&'static str> {
    let index = table.binary_search_by_key(&code, |&(listed, _)| listed).ok()?;
    table.get(index).map(|&(_, text)| text)
}

impl From<u32> for ErrorCode {
    fn from(code: u32) -> Self {
        Self(code)
    }
}

/// Formats the number and, if there is one, the name: `100 AUTHORIZATION_FAILED`.
impl fmt::Display for ErrorCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.name() {
            Some(name) => write!(f, "{} {name}", self.0),
            None => write!(f, "{}", self.0),
        }
    }
}

impl fmt::Debug for ErrorCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ErrorCode({self})")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_in_order_and_every_hint_has_a_name() {
        assert_eq!(NAMES.len(), 461);
        assert!(NAMES.is_sorted_by(|a, b| a.0 < b.0));
        assert!(HINTS.is_sorted_by(|a, b| a.0 < b.0));
        assert!(HINTS.iter().all(|&(code, _)| ErrorCode::new(code).name().is_some()));
    }

    #[test]
    fn codes_know_their_names() {
        assert_eq!(ErrorCode::new(485), ErrorCode::PARAMETER_CANT_BE_EMPTY);
        assert_eq!(ErrorCode::new(189).name(), ErrorCode::new(203).name());
        assert_eq!(ErrorCode::new(340).to_string(), "340 RATE_LIMIT_EXCEED");
        assert_eq!(ErrorCode::new(0).to_string(), "0");
        assert_eq!(format!("{:?}", ErrorCode::new(7_654_321)), "ErrorCode(7654321)");
    }
}
