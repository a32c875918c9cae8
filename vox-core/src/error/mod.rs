//! The error of a call.

mod api_error;
mod code;
mod code_names;
mod config_error;
mod context;
mod decode_error;
mod effect;
mod hint;
mod missing_role;
mod response_info;
mod text;
mod transport_error;
mod unexpected;

use std::fmt;
use std::time::Duration;

use http::StatusCode;
use jiff::{SignedDuration, Timestamp};

use crate::meta::{Kind, MethodMeta};

pub use api_error::{ApiError, ErrorDetail};
pub use code::ErrorCode;
pub use config_error::ConfigError;
pub use context::CallContext;
pub use decode_error::DecodeError;
pub use effect::Effect;
pub use missing_role::MissingRole;
pub use transport_error::{Timeout, TimeoutKind, TransportError};
pub use unexpected::UnexpectedResponse;

pub use crate::violation::{Violation, ViolationKind, Violations};

pub(crate) use response_info::ResponseInfo;
pub(crate) use text::HumanDuration;
pub(crate) use transport_error::root_cause;

/// The largest number of errors of one response that a message lists.
const MAX_SHOWN_ERRORS: usize = 20;

/// The smallest clock skew that a message mentions.
pub(crate) const MIN_SHOWN_SKEW: SignedDuration = SignedDuration::from_secs(60);

/// The error of a failed call.
///
/// [`kind`](Self::kind) is the cause, [`effect`](Self::effect) the effect that the call may have had, and
/// [`context`](Self::context) the call. [`faults`](crate::faults) lists the result of a call for each kind of failure.
///
/// `Display` shows the method, the cause, the attempts and, for common causes, a hint. Neither `Display` nor `Debug` shows a
/// secret, the URL or a response body. Of a response they show only the API's messages and the content type, escaped and
/// shortened.
///
/// The message is one line, and includes the innermost cause; an invalid request adds one line per violation, an API error
/// with a list of errors one line per error. [`source`](std::error::Error::source) returns the causes step by step: the errors
/// of the HTTP client, the operating system or the TLS library.
///
/// ```
/// use vox_core::{Error, ErrorCode, ErrorKind};
///
/// fn is_name_taken(error: &Error) -> bool {
///     error.code() == Some(ErrorCode::ACCOUNTS_NAME_ALREADY_USED)
/// }
///
/// fn is_connection_problem(error: &Error) -> bool {
///     matches!(error.kind(), ErrorKind::Transport(_))
/// }
/// ```
pub struct Error(Box<Inner>);

struct Inner {
    context: CallContext,
    failure: Failure,
}

/// An error without its context.
#[derive(Debug)]
pub(crate) struct Failure {
    pub(crate) kind: ErrorKind,
    /// The effect, if the method is a write method.
    pub(crate) effect: Effect,
    pub(crate) response: Option<Box<ResponseInfo>>,
}

/// The cause of an error.
#[derive(Debug)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The request violates rules of its parameters. Nothing was sent.
    Invalid(Violations),
    /// The client's roles do not allow the method. Nothing was sent.
    Forbidden(MissingRole),
    /// The configuration of the client, its credentials or its base URL is invalid, or the request has the `account_id` of another
    /// account than its credentials. Nothing was sent.
    Config(ConfigError),
    /// There is no complete response.
    Transport(TransportError),
    /// The API rejected the request, or failed.
    Rejected(ApiError),
    /// The response is neither a success nor an error of the API.
    Unexpected(UnexpectedResponse),
    /// The response is a success, but a value in it does not decode.
    Decode(DecodeError),
}

impl Failure {
    /// A failure before the request was sent.
    #[cold]
    pub(crate) fn before_sending(kind: ErrorKind) -> Self {
        Self { kind, effect: Effect::None, response: None }
    }

    #[cold]
    pub(crate) fn transport(error: TransportError) -> Self {
        let effect = if error.is_not_sent() { Effect::None } else { Effect::Unknown };
        Self { kind: ErrorKind::Transport(error), effect, response: None }
    }

    /// Adds the call.
    #[cold]
    pub(crate) fn in_call(self, context: CallContext) -> Error {
        Error(Box::new(Inner { context, failure: self }))
    }
}

impl From<ConfigError> for Box<Failure> {
    #[cold]
    fn from(error: ConfigError) -> Self {
        Self::new(error.into())
    }
}

impl From<ConfigError> for Failure {
    fn from(error: ConfigError) -> Self {
        Self::before_sending(ErrorKind::Config(error))
    }
}

impl Error {
    /// Creates the error for your own HTTP client if there is no complete response:
    ///
    /// ```
    /// use vox_core::{Effect, Error, Method};
    /// use vox_core::error::TransportError;
    /// # use vox_core::prelude::*;
    /// # /// Adds.
    /// # #[derive(VoxMethod)]
    /// # #[vox_method(name = "AddThing", response = Thing, kind = write)]
    /// # struct AddThing {}
    /// # /// A thing.
    /// # #[derive(VoxRecord)]
    /// # struct Thing { /// r
    /// # thing_id: u64 }
    ///
    /// let failed = std::io::Error::from(std::io::ErrorKind::ConnectionRefused);
    /// let error = Error::transport(AddThing::META, TransportError::not_sent(failed));
    /// assert_eq!(error.effect(), Effect::None);
    /// let reset = std::io::Error::from(std::io::ErrorKind::ConnectionReset);
    /// assert_eq!(Error::transport(AddThing::META, reset).effect(), Effect::Unknown);
    /// ```
    #[must_use]
    pub fn transport(method: &MethodMeta, error: impl Into<TransportError>) -> Self {
        Failure::transport(error.into()).in_call(CallContext::new(method.name, method.kind, 1))
    }

    /// The cause.
    #[must_use]
    pub fn kind(&self) -> &ErrorKind {
        &self.0.failure.kind
    }

    /// The effect of the call at the API. [`Effect`] explains what to do next.
    #[must_use]
    pub fn effect(&self) -> Effect {
        match self.0.context.kind() {
            // The step that failed is a read, but an order came before it.
            _ if self.0.context.report_id.is_some() => Effect::Done,
            Some(Kind::Write) => self.0.failure.effect,
            Some(Kind::Read) | None => Effect::None,
        }
    }

    /// The call: its method, credentials, host, attempts and duration.
    #[must_use]
    pub fn context(&self) -> &CallContext {
        &self.0.context
    }

    /// The name of the method; `None` for an error outside of a call.
    #[must_use]
    pub fn method(&self) -> Option<&str> {
        self.0.context.method()
    }

    /// The API's error code, if the error is the API's.
    #[must_use]
    pub fn code(&self) -> Option<ErrorCode> {
        match self.kind() {
            ErrorKind::Rejected(error) => Some(error.code()),
            _ => None,
        }
    }

    /// The HTTP status, if there is a response.
    #[must_use]
    pub fn status(&self) -> Option<StatusCode> {
        self.response().map(|response| response.status)
    }

    /// The content type of the response, without parameters.
    #[must_use]
    pub fn content_type(&self) -> Option<&str> {
        self.response()?.content_type.as_deref()
    }

    /// The raw body of the response; empty if it was larger than the client accepts. It may hold secrets, so do not log it
    /// unchecked.
    #[must_use]
    pub fn body(&self) -> Option<&[u8]> {
        self.response().map(|response| response.body.as_slice())
    }

    /// The server's time, from the header `Date`. See [`Auth::set_server_time`](crate::Auth::set_server_time).
    #[must_use]
    pub fn server_time(&self) -> Option<Timestamp> {
        self.response()?.date
    }

    /// How long the server asks the client to wait before the next attempt, from the header `Retry-After`.
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        self.response()?.retry_after
    }

    fn response(&self) -> Option<&ResponseInfo> {
        self.0.failure.response.as_deref()
    }

    /// The violations of an invalid request.
    #[must_use]
    pub fn violations(&self) -> Option<&Violations> {
        match self.kind() {
            ErrorKind::Invalid(violations) => Some(violations),
            _ => None,
        }
    }

    /// The number of attempts: see [`CallContext::attempts`].
    #[must_use]
    pub fn attempts(&self) -> u32 {
        self.0.context.attempts
    }

    /// The timeout of the client that passed, if that is the cause.
    #[must_use]
    pub fn timeout(&self) -> Option<&Timeout> {
        match self.kind() {
            ErrorKind::Transport(error) => error.timeout(),
            _ => None,
        }
    }

    /// Whether the cause is a timeout of the client.
    #[must_use]
    pub fn is_timeout(&self) -> bool {
        self.timeout().is_some()
    }

    /// Whether a retry is safe and may help.
    ///
    /// An error is retryable only if its [`effect`](Self::effect) is [`Effect::None`]. It is retryable if the request was not sent
    /// (unless a certificate is not trusted), or was rate limited by the API or a proxy (HTTP 429, codes 162, 314, 340 and 416).
    /// The error of a read method is also retryable if there is no complete response, and for HTTP 408 and 5xx.
    ///
    /// The client retries exactly these errors, with one exception: if the API rejects a token because of clock skew, the client
    /// signs a new one and retries, once per call.
    #[must_use]
    pub fn is_retryable(&self) -> bool {
        if self.effect() != Effect::None {
            return false;
        }
        let is_read = self.0.context.kind() == Some(Kind::Read);
        let status = self.status().unwrap_or_default();
        let is_busy = status == StatusCode::TOO_MANY_REQUESTS;
        let is_failing = status.is_server_error() || status == StatusCode::REQUEST_TIMEOUT;
        match self.kind() {
            ErrorKind::Transport(error) => !error.is_permanent(),
            ErrorKind::Rejected(error) => error.code().is_rate_limit() || is_busy || (is_read && is_failing),
            ErrorKind::Unexpected(UnexpectedResponse::Status | UnexpectedResponse::NoFile) => {
                is_busy || (is_read && is_failing)
            }
            _ => false,
        }
    }

    /// The context, for the client to complete it.
    #[cfg(any(test, feature = "client"))]
    pub(crate) fn context_mut(&mut self) -> &mut CallContext {
        &mut self.0.context
    }
}

/// Formats one line: see [`Error`].
impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let context = &self.0.context;
        if let (ErrorKind::Decode(error), Effect::Done, Some(method), None) =
            (self.kind(), self.effect(), self.method(), context.report_id)
        {
            // The reader must not think that the operation failed, and repeat it.
            write!(f, "{method} succeeded, but its response does not decode")?;
            return self.write_decode_error(f, error);
        }
        if let Some(method) = context.method() {
            write!(f, "{method}: ")?;
        }
        match self.kind() {
            ErrorKind::Invalid(violations) => {
                return write!(f, "the request is invalid and was not sent:\n{violations}");
            }
            ErrorKind::Forbidden(error) => {
                return write!(
                    f,
                    "the client's roles do not allow this method, so nothing was sent; {error}"
                );
            }
            ErrorKind::Config(error) => return error.fmt(f),
            ErrorKind::Transport(error)
                if error.timeout().is_some_and(|timeout| timeout.kind() == TimeoutKind::Report) =>
            {
                write!(f, "{error}")?;
            }
            ErrorKind::Transport(error) => {
                let (start, preposition, end) = if error.is_not_sent() {
                    ("the request", "to", " was not sent")
                } else {
                    ("no complete response", "from", "")
                };
                f.write_str(start)?;
                if let Some(host) = context.host() {
                    write!(f, " {preposition} {host}")?;
                }
                if let Some(proxy) = context.proxy() {
                    write!(f, " through the proxy {proxy}")?;
                }
                write!(f, "{end}: {error}{}", Attempts(context))?;
            }
            ErrorKind::Rejected(error) => self.write_rejection(f, error)?,
            ErrorKind::Unexpected(error) => self.write_unexpected(f, error)?,
            ErrorKind::Decode(error) => {
                f.write_str("the response does not decode")?;
                self.write_decode_error(f, error)?;
            }
        }
        if let Some(id) = context.report_id {
            write!(f, "; the report {id} has been ordered, so do not order it again")?;
        }
        if self.effect() == Effect::Unknown {
            f.write_str("; the operation may have taken effect, so check before you retry")?;
        }
        if let ErrorKind::Rejected(error) = self.kind() {
            let mut others = error.errors.iter().filter(|detail| **detail != error.detail);
            for detail in others.by_ref().take(MAX_SHOWN_ERRORS) {
                write!(f, "\n- {detail}")?;
            }
            let remaining = others.count();
            if remaining > 0 {
                write!(f, "\n- and {remaining} more")?;
            }
        }
        Ok(())
    }
}

impl Error {
    fn write_rejection(&self, f: &mut fmt::Formatter<'_>, error: &ApiError) -> fmt::Result {
        let context = &self.0.context;
        write!(f, "{error}{}", Attempts(context))?;
        // If the effect of a rejected request is unknown, a hint to fix it and retry would be wrong.
        let may_show_hint = self.effect() != Effect::Unknown || error.is_failure();
        let has_no_token =
            context.is_download && context.credentials.is_none() && error.code().is_about_credentials();
        let hint = match context.is_download {
            _ if has_no_token => Some(unexpected::NO_TOKEN),
            true => error.code().download_hint(),
            false => error.code().hint(),
        };
        if let Some(hint) = hint.filter(|_| may_show_hint) {
            write!(f, "; {hint}")?;
        }
        self.write_retry_after(f)?;
        if let Some(credentials) = context.credentials().filter(|_| error.code().is_about_credentials()) {
            write!(f, "; called with {}", text::Escaped(credentials))?;
        }
        self.write_clock_skew(f)?;
        if let Some(status) = self.status().filter(StatusCode::is_server_error) {
            write!(f, "; the server failed (HTTP {})", status.as_u16())?;
        }
        if error.has_result {
            f.write_str("; the response also holds a result")?;
        }
        if error.is_cut_off {
            f.write_str("; the response is cut off or malformed")?;
        }
        Ok(())
    }

    fn write_unexpected(&self, f: &mut fmt::Formatter<'_>, error: &UnexpectedResponse) -> fmt::Result {
        write!(f, "{error}")?;
        if let Some(response) = self.response() {
            write!(f, ": {response}")?;
            if !matches!(error, UnexpectedResponse::TooLarge { .. }) {
                write!(f, ", {} bytes", response.body.len())?;
            }
            write!(f, "{}", Attempts(&self.0.context))?;
            let hint = match error {
                UnexpectedResponse::NoFile
                | UnexpectedResponse::OtherRange
                | UnexpectedResponse::Redirect { .. } => unexpected::download_hint,
                _ => unexpected::hint,
            };
            if let Some(hint) = hint(response.status.as_u16()) {
                write!(f, "; {hint}")?;
            }
        }
        self.write_retry_after(f)?;
        match (self.0.context.kind(), self.effect()) {
            (Some(Kind::Write), Effect::None) => f.write_str("; the operation had no effect"),
            _ => Ok(()),
        }
    }

    fn write_decode_error(&self, f: &mut fmt::Formatter<'_>, error: &DecodeError) -> fmt::Result {
        if !error.path().is_empty() {
            write!(f, " at `{}`", text::Escaped(error.path()))?;
        }
        write!(f, ": {}", error.reason())?;
        if let Some(response) = self.response() {
            write!(f, " (HTTP {}, {} bytes)", response.status.as_u16(), response.body.len())?;
        }
        write!(f, "{}", Attempts(&self.0.context))
    }

    fn write_retry_after(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.retry_after() {
            Some(wait) if !wait.is_zero() => {
                write!(f, "; the server asks you to wait {}", HumanDuration(wait))
            }
            _ => Ok(()),
        }
    }

    /// Writes the clock skew, if it may be the cause.
    fn write_clock_skew(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(skew) = self.0.context.skew.filter(|skew| skew.abs() > MIN_SHOWN_SKEW) else {
            return Ok(());
        };
        let side = if skew.is_negative() { "ahead of" } else { "behind" };
        if let Some(server) = self.server_time().filter(|_| skew.abs() > SignedDuration::from_hours(24)) {
            let here = server.saturating_sub(skew).unwrap_or(server);
            return write!(f, "; the server's clock shows {server:.0}, this machine's {here:.0}");
        }
        write!(f, "; this machine's clock is {} {side} the server's", HumanDuration(skew.unsigned_abs()))
    }
}

/// Formats the attempts, if there are several: ` (3 attempts in 2.4 s)`.
struct Attempts<'c>(&'c CallContext);

impl fmt::Display for Attempts<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let CallContext { attempts, elapsed, .. } = self.0;
        if *attempts > 1 {
            write!(f, " ({attempts} attempts in {})", HumanDuration(*elapsed))
        } else {
            Ok(())
        }
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Error")
            .field("kind", self.kind())
            .field("effect", &self.effect())
            .field("context", &self.0.context)
            .field("response", &self.0.failure.response)
            .finish()
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self.kind() {
            ErrorKind::Config(error) => std::error::Error::source(error),
            ErrorKind::Transport(error) => Some(error.source()),
            _ => None,
        }
    }
}

impl From<ConfigError> for Error {
    fn from(error: ConfigError) -> Self {
        Failure::from(error).in_call(CallContext::default())
    }
}

#[cfg(test)]
pub(crate) mod tests;
