//! Whether a response is a success: the one place where that is decided.
//!
//! A success is proven, never assumed: the response has to hold something that the method returns, and the method's
//! acknowledgment. What a failed call did is `None` or `Done` only where the response proves that too.

use std::borrow::Cow;

use ::http::StatusCode;

use super::envelope::{self, AckState, Envelope};
use super::{Head, evidence, headers};
use crate::call_method::{CallMethod, Success};
use crate::error::{ApiError, Effect, ErrorKind, Failure, UnexpectedResponse};
use crate::meta::{Kind, ResponseMeta};
use crate::text::normalize;

/// A response that is a success.
pub(crate) struct Judged<'b> {
    /// The body as text; none for a file.
    pub(crate) text: Option<Cow<'b, str>>,
    /// Whether the response also holds an error that denies itself, with the code 0.
    #[cfg_attr(not(feature = "client"), allow(dead_code))]
    pub(crate) denies_error: bool,
}

/// How far a response has to be looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Depth {
    /// To its end, as nothing decodes it afterwards.
    #[cfg_attr(not(feature = "client"), allow(dead_code))]
    Whole,
    /// As far as needed, as decoding finds what is wrong behind that.
    BeforeDecoding,
}

/// Tells a success from an error of the API and from everything else.
pub(crate) fn judge<'b>(
    method: &CallMethod,
    head: Head<'_>,
    body: &'b [u8],
    depth: Depth,
) -> Result<Judged<'b>, Failure> {
    let text = normalize(body);
    if depth == Depth::BeforeDecoding && is_plain_success(method, head.status, &text) {
        return Ok(Judged { text: Some(text), denies_error: false });
    }
    let envelope = envelope::read(&text, &method.success);
    let is_undeclared = matches!(method.success, Success::Undeclared { .. });
    let is_file = is_undeclared && head.status.is_success() && headers::marks_file(head.headers);
    if is_file && !(envelope.is_complete && envelope.has_error()) {
        return Ok(Judged { text: None, denies_error: false });
    }
    let verdict = verdict(method, head.status, &envelope);
    let denies_error = envelope.error.denied.is_some() || envelope.errors.denied.is_some();
    match verdict {
        None => Ok(Judged { text: Some(text), denies_error }),
        Some((kind, effect)) => Err(Failure { kind, effect, response: Some(Box::new(head.info(body))) }),
    }
}

/// Whether this is what almost every response of a method that reads is: the structure, without anything like an error. It is
/// found by a look at its beginning.
fn is_plain_success(method: &CallMethod, status: StatusCode, text: &str) -> bool {
    let Success::Declared { response: ResponseMeta::Record(record), ack: None } = method.success else {
        return false;
    };
    // A key may be spelled with escapes, of which those of ASCII begin so.
    let may_hold_error = || {
        memchr::memmem::find(text.as_bytes(), b"\"error").is_some()
            || memchr::memmem::find(text.as_bytes(), br"\u00").is_some()
    };
    method.kind == Kind::Read
        && status.is_success()
        && !may_hold_error()
        && evidence::is_in_record(text, record)
}

impl Envelope {
    fn has_error(&self) -> bool {
        !self.error.list.is_empty() || !self.errors.list.is_empty()
    }

    /// The error of the API, if there is one: the first fault is the main one.
    fn api_error(&self) -> Option<ApiError> {
        let fault = self.error.list.iter().chain(&self.errors.list).next()?.clone();
        Some(ApiError {
            fault,
            errors: self.errors.list.clone(),
            has_result: self.has_result,
            is_cut_off: !self.is_complete,
        })
    }
}

/// What is wrong, and what a method that changes something did nevertheless; none for a success.
fn verdict(method: &CallMethod, status: StatusCode, envelope: &Envelope) -> Option<(ErrorKind, Effect)> {
    let unexpected = |problem, effect| Some((ErrorKind::Unexpected(problem), effect));
    let has_evidence = envelope.has_evidence || envelope.ack == AckState::Given;
    // The failures of a partial success are data, next to what succeeded.
    let is_partial = envelope.declares_error && envelope.is_complete && has_evidence;
    if let Some(error) = envelope.api_error().filter(|_| !is_partial) {
        // A busy server may reject a request without a code.
        let is_busy = status == StatusCode::TOO_MANY_REQUESTS;
        let is_rejected = error.codes().all(|code| code.proves_no_effect() || (is_busy && code.code() == 0));
        let proves_none = envelope.is_complete && is_rejected && !envelope.has_result;
        let effect = if proves_none { Effect::None } else { Effect::Unknown };
        return Some((ErrorKind::Rejected(error), effect));
    }
    if !status.is_success() {
        let is_unprocessed = proves_unprocessed(status) && !has_evidence && !envelope.has_result;
        let effect = if is_unprocessed { Effect::None } else { Effect::Unknown };
        return unexpected(UnexpectedResponse::Status, effect);
    }
    if !envelope.is_object || !envelope.is_complete {
        return unexpected(UnexpectedResponse::NotJson, Effect::Unknown);
    }
    if let (AckState::Denied, Success::Declared { ack: Some(ack), .. }) = (envelope.ack, &method.success) {
        return unexpected(UnexpectedResponse::NotAcknowledged { name: ack.name }, Effect::Unknown);
    }
    // A method that changes something and that nobody declared has done so only where its result is more than false or 0.
    let is_undeclared_write =
        method.kind == Kind::Write && matches!(method.success, Success::Undeclared { .. });
    if has_evidence && (envelope.has_result || !is_undeclared_write) {
        return None;
    }
    let denied = envelope.error.denied.as_ref().or(envelope.errors.denied.as_ref());
    if let Some(fault) = denied {
        let error =
            ApiError { fault: fault.clone(), errors: Vec::new(), has_result: false, is_cut_off: false };
        return Some((ErrorKind::Rejected(error), Effect::Unknown));
    }
    unexpected(UnexpectedResponse::Unrecognized, Effect::Unknown)
}

/// Whether a status proves that the request was not processed, where the body is not the API's (RFC 9110 and 6585). 408 and
/// 499, the redirects that may follow a processed POST (301, 302, 303) and all of 5xx prove nothing.
fn proves_unprocessed(status: StatusCode) -> bool {
    matches!(
        status.as_u16(),
        307 | 308 | 400 | 401 | 403..=407 | 411 | 413..=415 | 417 | 421 | 426 | 429 | 431
    )
}
