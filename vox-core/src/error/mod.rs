//! The error of a call: one type for everything that can go wrong.

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

/// The most errors of one response that the text of an error repeats.
const MOST_ERRORS: usize = 20;

/// The smallest clock skew that an error mentions.
pub(crate) const NOTABLE_SKEW: SignedDuration = SignedDuration::from_secs(60);

/// The error of a failed call.
///
/// [`kind`](Self::kind) says what went wrong, [`effect`](Self::effect) what the call may have done anyway, and
/// [`context`](Self::context) which call it was. [`faults`](crate::faults) shows what becomes of a call for every way to
/// fail.
///
/// `Display` names the method, the cause, the attempts and, where there is one, a hint. Neither it nor `Debug` shows a
/// secret, a method's URL or a response body. Of a response, only the API's messages and the content type are repeated, escaped and
/// shortened.
///
/// The text is one complete line, for it names the innermost cause; only an API error with a list of errors, and an invalid
/// request, add a line for each. [`source`](std::error::Error::source) leads to the cause step by step: through the errors of
/// the HTTP client, the operating system or the TLS library.
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

/// What went wrong, before the call that it belongs to is named.
#[derive(Debug)]
pub(crate) struct Failure {
    pub(crate) kind: ErrorKind,
    /// What a method that changes something did.
    pub(crate) effect: Effect,
    pub(crate) response: Option<Box<ResponseInfo>>,
}

/// What went wrong.
#[derive(Debug)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The request breaks rules of its parameters; nothing was sent.
    Invalid(Violations),
    /// The client's roles do not allow the method; nothing was sent.
    Forbidden(MissingRole),
    /// The client, its credentials or the base URL cannot be used; nothing was sent.
    Config(ConfigError),
    /// The request or its response was lost.
    Transport(TransportError),
    /// The API rejected the request, or says that it failed.
    Rejected(ApiError),
    /// The response is neither a success nor an error of the API.
    Unexpected(UnexpectedResponse),
    /// The response is a success, but a value in it does not decode.
    Decode(DecodeError),
}

impl Failure {
    /// A failure before anything was sent.
    #[cold]
    pub(crate) fn before_sending(kind: ErrorKind) -> Self {
        Self { kind, effect: Effect::None, response: None }
    }

    #[cold]
    pub(crate) fn transport(error: TransportError) -> Self {
        let effect = if error.is_not_sent() { Effect::None } else { Effect::Unknown };
        Self { kind: ErrorKind::Transport(error), effect, response: None }
    }

    /// The error of this call.
    #[cold]
    pub(crate) fn in_call(self, context: CallContext) -> Error {
        Error(Box::new(Inner { context, failure: self }))
    }
}

impl From<ConfigError> for Failure {
    fn from(error: ConfigError) -> Self {
        Self::before_sending(ErrorKind::Config(error))
    }
}

impl Error {
    /// The error for your own HTTP client when it got no response:
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
    /// let refused = std::io::Error::from(std::io::ErrorKind::ConnectionRefused);
    /// let error = Error::transport(AddThing::META, TransportError::not_sent(refused));
    /// assert_eq!(error.effect(), Effect::None);
    /// let reset = std::io::Error::from(std::io::ErrorKind::ConnectionReset);
    /// assert_eq!(Error::transport(AddThing::META, reset).effect(), Effect::Unknown);
    /// ```
    #[must_use]
    pub fn transport(method: &MethodMeta, error: impl Into<TransportError>) -> Self {
        let method = Some((method.name.into(), method.kind));
        Failure::transport(error.into()).in_call(CallContext {
            method,
            attempts: 1,
            ..CallContext::default()
        })
    }

    /// What went wrong.
    #[must_use]
    pub fn kind(&self) -> &ErrorKind {
        &self.0.failure.kind
    }

    /// What the call did at the API, as far as that is known; see [`Effect`] for what to do next.
    #[must_use]
    pub fn effect(&self) -> Effect {
        match self.0.context.kind() {
            Some(Kind::Write) => self.0.failure.effect,
            Some(Kind::Read) | None => Effect::None,
        }
    }

    /// The call: method, credentials, host, attempts, time.
    #[must_use]
    pub fn context(&self) -> &CallContext {
        &self.0.context
    }

    /// The name of the method that was called; `None` for an error outside of a call.
    #[must_use]
    pub fn method(&self) -> Option<&str> {
        self.0.context.method()
    }

    /// The API's error code, where the API rejected the request.
    #[must_use]
    pub fn code(&self) -> Option<ErrorCode> {
        match self.kind() {
            ErrorKind::Rejected(error) => Some(error.code()),
            _ => None,
        }
    }

    /// The HTTP status, where a response came.
    #[must_use]
    pub fn status(&self) -> Option<StatusCode> {
        self.response().map(|response| response.status)
    }

    /// The content type of the response, as the server wrote it.
    #[must_use]
    pub fn content_type(&self) -> Option<&str> {
        self.response()?.content_type.as_deref()
    }

    /// The raw body of the response, where one came; empty where it was larger than the client takes. It may hold secrets:
    /// think before you log it.
    #[must_use]
    pub fn body(&self) -> Option<&[u8]> {
        self.response().map(|response| response.body.as_slice())
    }

    /// The server's clock, where a response with a `Date` came; see [`Auth::set_server_time`](crate::Auth::set_server_time).
    #[must_use]
    pub fn server_time(&self) -> Option<Timestamp> {
        self.response()?.date
    }

    /// How long the server asks to wait before the next attempt (`Retry-After`, in seconds or as a date).
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

    /// The number of attempts, see [`CallContext::attempts`].
    #[must_use]
    pub fn attempts(&self) -> u32 {
        self.0.context.attempts
    }

    /// The timeout of the client that ran out, if one did.
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
    /// An error is retryable only if its [`effect`](Self::effect) is [`Effect::None`]. It is then retryable if the request was not
    /// sent (unless a certificate is not trusted), or was rate limited by the API or a proxy (HTTP 429, codes 162, 314, 340 and
    /// 416). For a method that only reads, also if the response was lost, and for HTTP 408 and 5xx.
    ///
    /// The client's own retries follow this, with one exception: if the API rejects a token because of clock skew, the client
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
            ErrorKind::Unexpected(UnexpectedResponse::Status) => is_busy || (is_read && is_failing),
            _ => false,
        }
    }

    /// The context, to be completed by the client.
    #[cfg(any(test, feature = "client"))]
    pub(crate) fn context_mut(&mut self) -> &mut CallContext {
        &mut self.0.context
    }
}

/// One complete line, see [`Error`].
impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let context = &self.0.context;
        if let (ErrorKind::Decode(error), Effect::Done, Some(method)) =
            (self.kind(), self.effect(), self.method())
        {
            // The caller must not take this for a failure of the operation and repeat it.
            write!(f, "{method} succeeded, but its response does not decode")?;
            return self.undecodable(f, error);
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
            ErrorKind::Transport(error) => {
                let lost = if error.is_not_sent() {
                    Lost { before: "the request", to: " to ", after: " was not sent" }
                } else {
                    Lost { before: "no complete response", to: " from ", after: "" }
                };
                let host = context.host().map(|host| [lost.to, host].concat()).unwrap_or_default();
                let proxy =
                    context.proxy().map(|proxy| [" through the proxy ", proxy].concat()).unwrap_or_default();
                write!(f, "{}{host}{proxy}{}: {error}{}", lost.before, lost.after, Attempts(context))?;
            }
            ErrorKind::Rejected(error) => self.rejected(f, error)?,
            ErrorKind::Unexpected(error) => self.unexpected(f, error)?,
            ErrorKind::Decode(error) => {
                f.write_str("the response does not decode")?;
                self.undecodable(f, error)?;
            }
        }
        if self.effect() == Effect::Unknown {
            f.write_str("; the operation may have taken effect, so check before you retry")?;
        }
        if let ErrorKind::Rejected(error) = self.kind() {
            let mut others = error.errors.iter().filter(|detail| **detail != error.detail);
            for detail in others.by_ref().take(MOST_ERRORS) {
                write!(f, "\n- {detail}")?;
            }
            let left = others.count();
            if left > 0 {
                write!(f, "\n- and {left} more")?;
            }
        }
        Ok(())
    }
}

/// The text around the host of a lost request.
struct Lost {
    before: &'static str,
    to: &'static str,
    after: &'static str,
}

impl Error {
    fn rejected(&self, f: &mut fmt::Formatter<'_>, error: &ApiError) -> fmt::Result {
        let context = &self.0.context;
        write!(f, "{error}{}", Attempts(context))?;
        // If a rejection proves nothing, a hint to correct the request and retry would be wrong.
        let is_settled = self.effect() != Effect::Unknown || error.is_failure();
        if let Some(hint) = error.code().hint().filter(|_| is_settled) {
            write!(f, "; {hint}")?;
        }
        self.asked_to_wait(f)?;
        if let Some(caller) = context.caller.as_ref().filter(|_| error.code().is_about_credentials()) {
            write!(f, "; called with {}", text::Escaped(caller))?;
        }
        self.skewed(f)?;
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

    fn unexpected(&self, f: &mut fmt::Formatter<'_>, error: &UnexpectedResponse) -> fmt::Result {
        write!(f, "{error}")?;
        if let Some(response) = self.response() {
            write!(f, ": {response}")?;
            if !matches!(error, UnexpectedResponse::TooLarge { .. }) {
                write!(f, ", {} bytes", response.body.len())?;
            }
            write!(f, "{}", Attempts(&self.0.context))?;
            if let Some(hint) = unexpected::hint(response.status.as_u16()) {
                write!(f, "; {hint}")?;
            }
        }
        self.asked_to_wait(f)?;
        match (self.0.context.kind(), self.effect()) {
            (Some(Kind::Write), Effect::None) => f.write_str("; the operation had no effect"),
            _ => Ok(()),
        }
    }

    fn undecodable(&self, f: &mut fmt::Formatter<'_>, error: &DecodeError) -> fmt::Result {
        if !error.path().is_empty() {
            write!(f, " at `{}`", text::Escaped(error.path()))?;
        }
        write!(f, ": {}", error.reason())?;
        if let Some(response) = self.response() {
            write!(f, " (HTTP {}, {} bytes)", response.status.as_u16(), response.body.len())?;
        }
        write!(f, "{}", Attempts(&self.0.context))
    }

    fn asked_to_wait(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.retry_after() {
            Some(wait) if !wait.is_zero() => write!(f, "; the server asks to wait {}", HumanDuration(wait)),
            _ => Ok(()),
        }
    }

    /// Names a clock skew that may be the cause.
    fn skewed(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(skew) = self.0.context.skew.filter(|skew| skew.abs() > NOTABLE_SKEW) else { return Ok(()) };
        let side = if skew.is_negative() { "ahead of" } else { "behind" };
        if let Some(server) = self.server_time().filter(|_| skew.abs() > SignedDuration::from_hours(24)) {
            let here = server.saturating_sub(skew).unwrap_or(server);
            return write!(f, "; the server's clock shows {server:.0}, this machine's {here:.0}");
        }
        write!(f, "; this machine's clock is {} {side} the server's", HumanDuration(skew.unsigned_abs()))
    }
}

/// Empty for one attempt, else ` (3 attempts in 2.4 s)`.
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
