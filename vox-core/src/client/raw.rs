//! Raw responses.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use http::{HeaderMap, StatusCode};
use serde::de::DeserializeOwned;

use super::attempts::PreparedCall;
use super::body_stream::BodyStream;
use super::trace::Span;
use crate::auth::BaseUrl;
use crate::declare::record::DecodeFailure;
use crate::declare::{Download, FileInfo, Response};
use crate::error::{
    CallContext, ConfigError, DecodeError, Effect, Error, ErrorKind, Failure, UnexpectedResponse,
};
use crate::response::{self, DecodeFn, Head};

/// A successful response with its raw body, to decode as any type or to keep.
///
/// An error of the API, or a response that is not a success, is an [`Error`] instead. The body may hold
/// secrets, so `Debug` shows only its length.
pub struct RawResponse {
    pub(super) call: CallInfo,
    pub(super) content: Box<Content>,
    pub(super) text: BodyText,
}

/// The head and the body of a response.
pub(super) struct Content {
    pub(super) status: StatusCode,
    pub(super) headers: HeaderMap,
    /// The body; of a file, its beginning.
    pub(super) body: Vec<u8>,
}

/// The call that a response belongs to.
pub(super) struct CallInfo {
    pub(super) prepared: Arc<PreparedCall>,
    pub(super) recipient: Recipient,
    pub(super) attempts: u32,
    pub(super) elapsed: Duration,
    /// The span of the call, until it has ended.
    pub(super) span: Option<Span>,
}

/// The host that the last request of an attempt was sent to.
#[derive(Clone)]
pub(super) struct Recipient {
    pub(super) address: BaseUrl,
    /// Whether it may get the credentials of the client: not after a redirect of a download to another host.
    pub(super) is_trusted: bool,
}

/// The text of a body.
pub(super) enum BodyText {
    /// The body itself.
    Same,
    /// The body, in which text that no JSON parser accepts is replaced.
    Normalized(String),
    /// None: a file.
    None,
    /// None: a file that is read after the call.
    Stream(Box<BodyStream>),
}

impl RawResponse {
    /// The HTTP status.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.content.status
    }

    /// The HTTP headers.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        &self.content.headers
    }

    /// The body, secrets included.
    #[must_use]
    pub fn body(&self) -> &[u8] {
        &self.content.body
    }

    /// The body, secrets included.
    #[must_use]
    pub fn into_body(self) -> Vec<u8> {
        self.content.body
    }

    /// The number of attempts that the call made: 1 without retries.
    #[must_use]
    pub fn attempts(&self) -> u32 {
        self.call.attempts
    }

    /// The body as any type. It can be called again, with another type.
    ///
    /// # Errors
    /// [`ErrorKind::Decode`](crate::ErrorKind::Decode) if it does not fit the type, without the type's own message, which
    /// could repeat a secret. The
    /// [effect](crate::Effect) of an undeclared write is then unknown.
    pub fn decode<T: DeserializeOwned>(&self) -> Result<T, Error> {
        self.read(decode_any)
    }

    /// The response of a declared method.
    pub(super) fn into_response<T: Response>(mut self) -> Result<T, Error> {
        if let Some(from_file) = T::FROM_FILE
            && self.is_file()
        {
            return Ok(from_file(self.into_file()));
        }
        self.decode_and_end()
    }

    /// The response of a declared method, decoded and raw.
    pub(super) fn into_page<T: Response>(mut self) -> Result<(T, Self), Error> {
        let response = self.decode_and_end()?;
        Ok((response, self))
    }

    fn decode_and_end<T: Response>(&mut self) -> Result<T, Error> {
        let result = self.read(response::decode_as);
        self.end(result.as_ref().err());
        result
    }

    /// The error of a response that is a success, but not what its caller can use.
    #[cold]
    pub(super) fn unexpected(&self, problem: UnexpectedResponse) -> Error {
        let response = Some(Box::new(self.head().info(&self.content.body)));
        self.call.error(Failure { kind: ErrorKind::Unexpected(problem), effect: Effect::Unknown, response })
    }

    /// The length of the body, if it was read.
    #[cfg(feature = "tracing")]
    pub(super) fn body_size(&self) -> Option<usize> {
        (!matches!(self.text, BodyText::Stream(_))).then_some(self.content.body.len())
    }

    fn is_file(&self) -> bool {
        matches!(self.text, BodyText::None | BodyText::Stream(_))
    }

    /// The file; the call ends.
    pub(super) fn into_file(mut self) -> Download {
        self.end(None);
        let info = response::file_info(self.head());
        match self.text {
            BodyText::Stream(stream) => stream.into_download(info),
            _ => Download::whole(FileInfo { context: self.call.context(), ..info }, self.content.body.into()),
        }
    }

    /// The end of a call whose response is not decoded.
    #[expect(clippy::unnecessary_wraps, reason = "the last step of a call may fail for other types")]
    pub(super) fn into_ended(mut self) -> Result<Self, Error> {
        self.end(None);
        Ok(self)
    }

    /// Ends the call: with this error where its response does not decode.
    fn end(&mut self, error: Option<&Error>) {
        let Some(span) = self.call.span.take() else { return };
        let CallInfo { prepared, attempts, elapsed, .. } = &self.call;
        let result = error.map_or(Ok(self.status()), Err);
        prepared.core.end(&prepared.method, *attempts, *elapsed, &span, result);
    }

    /// The response of a call that has this span.
    pub(super) fn in_span(mut self, span: Span) -> Self {
        self.call.span = Some(span);
        self
    }

    fn read<T>(&self, decode: DecodeFn<T>) -> Result<T, Error> {
        match decode(self.text()) {
            Ok(value) => Ok(value),
            Err(failure) => Err(self.decode_error(failure)),
        }
    }

    #[cold]
    fn decode_error(&self, failure: DecodeFailure) -> Error {
        let method = &self.call.prepared.method;
        self.call.error(response::decode_failure(failure, method, self.head(), &self.content.body))
    }

    /// The body as text; empty if it is not text.
    pub(super) fn text(&self) -> &str {
        match &self.text {
            BodyText::Normalized(text) => text,
            BodyText::Same | BodyText::None | BodyText::Stream(_) => {
                str::from_utf8(&self.content.body).unwrap_or_default()
            }
        }
    }

    fn head(&self) -> Head<'_> {
        self.content.head()
    }
}

impl Content {
    pub(super) fn head(&self) -> Head<'_> {
        Head { status: self.status, headers: &self.headers }
    }
}

impl CallInfo {
    #[cold]
    pub(super) fn error(&self, failure: Failure) -> Error {
        failure.in_call(self.context())
    }

    fn context(&self) -> CallContext {
        let Self { prepared, recipient, attempts, elapsed, .. } = self;
        prepared.core.context(&prepared.method, Some(recipient), *attempts, *elapsed)
    }
}

impl fmt::Debug for RawResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RawResponse")
            .field("method", &self.call.prepared.method.name)
            .field("status", &self.content.status)
            .field("attempts", &self.call.attempts)
            .field("body", &format_args!("{} bytes", self.content.body.len()))
            .finish_non_exhaustive()
    }
}

/// Decodes any type. Its own errors may repeat values, so only their position is kept.
fn decode_any<T: DeserializeOwned>(text: &str) -> Result<T, DecodeFailure> {
    serde_json::from_str(text).map_err(|error| {
        let (line, column) = (error.line(), error.column());
        if error.is_data() {
            let reason = format!("the JSON does not fit the type at line {line}, column {column}");
            return DecodeFailure::Value(DecodeError::new(reason));
        }
        DecodeFailure::Malformed { line, column }
    })
}

/// Checks the name of a method: it becomes part of the URL, so it consists of letters, digits and
/// underscores.
pub(super) fn check_name(name: &str) -> Result<(), ConfigError> {
    if !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_') {
        return Ok(());
    }
    let name = name.escape_debug();
    Err(ConfigError::new(format!(
        "`{name}` is not a method's name: expected letters, digits and underscores, as in `AddAccount`"
    )))
}

#[cfg(test)]
mod tests {
    use super::check_name;

    #[test]
    fn every_method_of_the_api_has_a_valid_name() {
        let names: Vec<&str> = include_str!("../../../tests/data/method_names.txt").lines().collect();
        assert_eq!(names.len(), 201);
        for name in names {
            assert!(check_name(name).is_ok(), "{name}");
        }
    }

    #[test]
    fn names_that_would_change_the_url_are_invalid() {
        for name in ["", "../Other", "Add/Account", "Add Account", "AddAccount?", "A#b", "Ä", "a%20"] {
            let error = check_name(name).unwrap_err().to_string();
            let expected =
                format!("`{name}` is not a method's name: expected letters, digits and underscores");
            assert!(error.contains(&expected), "{error}");
        }
    }
}
