//! What can go wrong with a call: one type for all of it.

mod api_error;
mod code;
mod code_names;
mod decode_error;
mod hint;
mod refusal;
#[cfg(feature = "client")]
mod timed_out;
mod transport_error;
mod tries;
mod unexpected_reply;

use std::fmt;
use std::time::Duration;

use ::http::StatusCode;

use crate::called::Called;
use crate::{ConfigError, Kind, MethodMeta, Violations};

pub use api_error::{ApiError, ApiFault};
pub use code::ErrorCode;
pub use decode_error::DecodeError;
pub use refusal::{Forbidden, InvalidRequest};
pub use transport_error::{NoAnswer, NotSent};
pub use unexpected_reply::UnexpectedReply;

#[cfg(feature = "client")]
pub(crate) use timed_out::{TimedOut, Which};
pub(crate) use transport_error::root_cause;
pub(crate) use tries::Tries;
pub(crate) use unexpected_reply::Problem;

/// Why a call has no response.
///
/// [`faults`](crate::faults) shows what becomes of a call for every way to fail.
///
/// Each variant's content says more; the methods here answer the questions that matter whatever the variant.
/// `Display` names the method, the cause, how often it was tried and, where there is one, a hint. Neither it nor `Debug`
/// shows a secret, a URL or an answer's body; of the server's own words, only an API error's message is repeated,
/// escaped.
///
/// The text is one complete line, for it names the innermost cause. [`source`](std::error::Error::source) leads there
/// step by step: through the errors of the HTTP client, the operating system or the TLS library, for those who look for
/// one of them.
///
/// ```
/// use vox_core::{Error, ErrorCode};
///
/// fn is_name_taken(error: &Error) -> bool {
///     error.code() == Some(ErrorCode::ACCOUNTS_NAME_ALREADY_USED)
/// }
/// ```
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// The request breaks rules of its parameters; nothing was sent.
    Invalid(Box<InvalidRequest>),
    /// The client's roles do not allow the method; nothing was sent.
    Forbidden(Box<Forbidden>),
    /// The client, its credentials or the base URL cannot be used; nothing was sent.
    Config(ConfigError),
    /// The request surely was not sent: no connection was made, or the time ran out before.
    NotSent(Box<NotSent>),
    /// The request may have arrived, but no whole answer came back.
    NoAnswer(Box<NoAnswer>),
    /// The API refused the request, or says that it failed itself.
    Api(Box<ApiError>),
    /// An answer that is not the API's: another status than success, or no JSON.
    UnexpectedReply(Box<UnexpectedReply>),
    /// The request was carried out, but its answer does not have the expected form.
    Decode(Box<DecodeError>),
}

impl Error {
    /// The error of a transport of your own that could not connect: the request surely did not arrive.
    #[cold]
    #[must_use]
    pub fn not_sent(
        method: &MethodMeta,
        source: impl Into<Box<dyn std::error::Error + Send + Sync>>,
    ) -> Self {
        Self::lost_before(&method.into(), source)
    }

    /// The error of a transport of your own that sent a request, maybe in part, and got no whole answer.
    #[cold]
    #[must_use]
    pub fn no_answer(
        method: &MethodMeta,
        source: impl Into<Box<dyn std::error::Error + Send + Sync>>,
    ) -> Self {
        Self::lost_after(&method.into(), source)
    }

    #[cold]
    pub(crate) fn lost_before(
        method: &Called,
        source: impl Into<Box<dyn std::error::Error + Send + Sync>>,
    ) -> Self {
        Self::NotSent(Box::new(NotSent {
            method: method.clone(),
            host: None,
            tries: Tries::default(),
            cause: source.into(),
        }))
    }

    #[cold]
    pub(crate) fn lost_after(
        method: &Called,
        source: impl Into<Box<dyn std::error::Error + Send + Sync>>,
    ) -> Self {
        Self::NoAnswer(Box::new(NoAnswer {
            method: method.clone(),
            host: None,
            tries: Tries::default(),
            cause: source.into(),
        }))
    }

    #[cold]
    pub(crate) fn invalid(method: Called, violations: Violations) -> Self {
        Self::Invalid(Box::new(InvalidRequest { method, violations }))
    }

    /// The name of the method that was called; `None` for [`Error::Config`].
    #[must_use]
    pub fn method(&self) -> Option<&str> {
        match self {
            Self::Invalid(error) => Some(error.method()),
            Self::Forbidden(error) => Some(error.method()),
            Self::Config(_) => None,
            Self::NotSent(error) => Some(error.method()),
            Self::NoAnswer(error) => Some(error.method()),
            Self::Api(error) => Some(error.method()),
            Self::UnexpectedReply(error) => Some(error.method()),
            Self::Decode(error) => Some(error.method()),
        }
    }

    /// The API's error code, where the API refused the request.
    #[must_use]
    pub fn code(&self) -> Option<ErrorCode> {
        match self {
            Self::Api(error) => Some(error.code()),
            _ => None,
        }
    }

    /// The HTTP status of the answer, where there was one.
    #[must_use]
    pub fn status(&self) -> Option<StatusCode> {
        match self {
            Self::Api(error) => Some(error.status()),
            Self::UnexpectedReply(error) => Some(error.status()),
            Self::Decode(error) => Some(error.status()),
            _ => None,
        }
    }

    /// The broken rules of an invalid request.
    #[must_use]
    pub fn violations(&self) -> Option<&Violations> {
        match self {
            Self::Invalid(error) => Some(error.violations()),
            _ => None,
        }
    }

    /// The answer's raw body, where the answer could not be understood. It may hold secrets: think before you log it.
    #[must_use]
    pub fn body(&self) -> Option<&[u8]> {
        match self {
            Self::UnexpectedReply(error) => Some(error.body()),
            Self::Decode(error) => Some(error.body()),
            _ => None,
        }
    }

    /// How long the server asked to wait before the next attempt (`Retry-After`, in seconds or as a
    /// date).
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        match self {
            Self::Api(error) => error.retry_after(),
            Self::UnexpectedReply(error) => error.retry_after(),
            _ => None,
        }
    }

    /// How often the request was tried: 1 for a call that went well or ill at once, more after retries, 0 where it never
    /// came to an attempt (refused here, or the time ran out before its turn). An error that a transport of your own
    /// makes counts as one attempt.
    #[must_use]
    pub fn attempts(&self) -> u32 {
        match self {
            Self::Invalid(_) | Self::Forbidden(_) | Self::Config(_) => 0,
            Self::NotSent(error) => error.tries.count,
            Self::NoAnswer(error) => error.tries.count,
            Self::Api(error) => error.tries.count,
            Self::UnexpectedReply(error) => error.tries.count,
            Self::Decode(error) => error.tries.count,
        }
    }

    /// The same error after this many attempts.
    #[cfg(feature = "client")]
    pub(crate) fn after(mut self, tries: Tries) -> Self {
        match &mut self {
            Self::Invalid(_) | Self::Forbidden(_) | Self::Config(_) => {}
            Self::NotSent(error) => error.tries = tries,
            Self::NoAnswer(error) => error.tries = tries,
            Self::Api(error) => error.tries = tries,
            Self::UnexpectedReply(error) => error.tries = tries,
            Self::Decode(error) => error.tries = tries,
        }
        self
    }

    /// Whether the cause is a timeout of the client's.
    #[cfg(feature = "client")]
    #[cfg_attr(docsrs, doc(cfg(feature = "client")))]
    #[must_use]
    pub fn is_timeout(&self) -> bool {
        std::error::Error::source(self).is_some_and(|source| root_cause(source).is::<timed_out::TimedOut>())
    }

    /// The same error, of a request to this host.
    #[cfg(feature = "client")]
    pub(crate) fn at(mut self, host: &str) -> Self {
        match &mut self {
            Self::NotSent(error) => error.host = Some(host.into()),
            Self::NoAnswer(error) => error.host = Some(host.into()),
            _ => {}
        }
        self
    }

    /// Whether the request may have reached the API. If not, it surely had no effect.
    #[must_use]
    pub fn was_sent(&self) -> bool {
        match self {
            Self::Invalid(_) | Self::Forbidden(_) | Self::Config(_) | Self::NotSent(_) => false,
            Self::NoAnswer(_) | Self::Api(_) | Self::UnexpectedReply(_) | Self::Decode(_) => true,
        }
    }

    /// Whether sending the same request again is safe and may help.
    ///
    /// A method that changes something is retryable only when the request surely was not processed: it was not sent, or
    /// the server refused it for its rate (HTTP 429 and the API's codes 162, 314, 340 and 416). A method that only reads
    /// is also retryable when no answer came and when the server failed (HTTP 5xx).
    ///
    /// The client's own retries follow this and nothing else. Beside them it makes a token that was refused for its time
    /// again, once for a call, which is no error that comes out.
    #[must_use]
    pub fn is_retryable(&self) -> bool {
        match self {
            Self::NotSent(_) => true,
            Self::NoAnswer(error) => error.method.kind == Kind::Read,
            Self::Api(error) => {
                error.code().is_rate_limit()
                    || error.status() == StatusCode::TOO_MANY_REQUESTS
                    || (error.status().is_server_error() && error.method.kind == Kind::Read)
            }
            Self::UnexpectedReply(error) => {
                let status = error.status();
                status == StatusCode::TOO_MANY_REQUESTS
                    || (status.is_server_error() && error.method.kind == Kind::Read)
            }
            Self::Invalid(_) | Self::Forbidden(_) | Self::Config(_) | Self::Decode(_) => false,
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Invalid(error) => error.fmt(f),
            Self::Forbidden(error) => error.fmt(f),
            Self::Config(error) => error.fmt(f),
            Self::NotSent(error) => error.fmt(f),
            Self::NoAnswer(error) => error.fmt(f),
            Self::Api(error) => error.fmt(f),
            Self::UnexpectedReply(error) => error.fmt(f),
            Self::Decode(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Config(error) => error.source(),
            Self::NotSent(error) => error.source(),
            Self::NoAnswer(error) => error.source(),
            _ => None,
        }
    }
}

impl From<ConfigError> for Error {
    fn from(error: ConfigError) -> Self {
        Self::Config(error)
    }
}

#[cfg(test)]
pub(crate) mod tests;
