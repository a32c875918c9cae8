//! Whether a response is a success: the one place where that is decided.
//!
//! A success is proven, never assumed: the response must hold something that the method returns or a valid
//! acknowledgment, and no invalid one. The effect of a failed call is `None` or `Done` only if the response proves it.

use std::borrow::Cow;

use http::StatusCode;

use super::envelope::{self, AckState, Envelope, Faults, Shape};
use super::evidence::Presence;
use super::{Head, evidence, headers};
use super::{MethodInfo, SuccessCriteria};
use crate::error::{ApiError, Effect, ErrorKind, Failure, UnexpectedResponse};
use crate::meta::{Kind, ResponseMeta};
use crate::text::{Normalized, normalize};

/// A response that is a success.
pub(crate) struct Judged<'b> {
    /// The body as text; none for a file.
    pub(crate) text: Option<Cow<'b, str>>,
    /// Whether the response also holds an error with the code 0, which says that there is none.
    #[cfg_attr(not(feature = "client"), allow(dead_code))]
    pub(crate) has_error_code_0: bool,
}

/// How much of a response is inspected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Inspection {
    /// All of it, as nothing decodes it afterwards.
    #[cfg_attr(not(feature = "client"), allow(dead_code))]
    Full,
    /// As much as proves the success; decoding finds errors in the rest.
    BeforeDecoding,
}

/// Tells a success from an error of the API and from everything else.
pub(crate) fn judge<'b>(
    method: &MethodInfo,
    head: Head<'_>,
    body: &'b [u8],
    inspection: Inspection,
) -> Result<Judged<'b>, Failure> {
    let normalized = normalize(body);
    if inspection == Inspection::BeforeDecoding && is_plain_success(method, head.status, &normalized) {
        return Ok(Judged { text: Some(normalized.text), has_error_code_0: false });
    }
    let text = normalized.text;
    let envelope = envelope::read(&text, &method.success);
    let is_undeclared = matches!(method.success, SuccessCriteria::Undeclared { .. });
    let is_file = is_undeclared && head.status.is_success() && headers::marks_file(head.headers);
    if is_file && !(envelope.shape == Shape::Object && envelope.has_error()) {
        return Ok(Judged { text: None, has_error_code_0: false });
    }
    match verdict(method, head.status, &envelope) {
        None => Ok(Judged { text: Some(text), has_error_code_0: envelope.error.denied.is_some() }),
        Some((kind, effect)) => Err(Failure { kind, effect, response: Some(Box::new(head.info(body))) }),
    }
}

/// Whether this is what almost every response of a method that reads is: the structure, without anything like an error. The
/// text is searched for errors, but not parsed beyond the first evidence.
fn is_plain_success(method: &MethodInfo, status: StatusCode, normalized: &Normalized<'_>) -> bool {
    let SuccessCriteria::Declared { response: ResponseMeta::Record(record), ack: None } = method.success
    else {
        return false;
    };
    let text = normalized.text.as_ref();
    // A key may be escaped; the escapes of ASCII characters begin with `\u00`.
    let may_hold_error = || {
        memchr::memmem::find(text.as_bytes(), b"\"error").is_some()
            || (normalized.has_unicode_escapes && memchr::memmem::find(text.as_bytes(), br"\u00").is_some())
    };
    method.kind == Kind::Read
        && status.is_success()
        && !may_hold_error()
        && evidence::is_in_record(text, record)
}

impl Envelope {
    /// The error of the API, if there is one: the first fault is the main one. With evidence of a success, what the declaration
    /// has are the failures of a partial one.
    fn api_error(&self, has_evidence: bool) -> Option<ApiError> {
        let is_partial = |faults: &Faults| faults.is_declared && has_evidence && self.shape == Shape::Object;
        let list = |faults| if is_partial(faults) { &[] } else { faults.list.as_slice() };
        let (error, errors) = (list(&self.error), list(&self.errors));
        let detail = error.iter().chain(errors).next()?.clone();
        let errors = error.iter().skip(1).chain(errors).cloned().collect();
        let has_result = self.result == Presence::Present;
        Some(ApiError { detail, errors, has_result, is_cut_off: self.shape != Shape::Object })
    }

    /// Whether the error proves that the API did nothing.
    fn is_rejection(&self, error: &ApiError, status: StatusCode) -> bool {
        // A busy server may reject a request without a code.
        let is_busy = status == StatusCode::TOO_MANY_REQUESTS;
        let is_doubtful = self.error.is_doubtful || self.errors.is_doubtful || self.error.denied.is_some();
        !is_doubtful && error.codes().all(|code| code.proves_no_effect() || (is_busy && code.code() == 0))
    }
}

/// The failure and, for a method that changes something, its effect; `None` for a success.
fn verdict(method: &MethodInfo, status: StatusCode, envelope: &Envelope) -> Option<(ErrorKind, Effect)> {
    let unexpected = |problem, effect| Some((ErrorKind::Unexpected(problem), effect));
    let has_evidence = envelope.has_evidence || envelope.ack == AckState::Given;
    if let Some(error) = envelope.api_error(has_evidence) {
        let is_rejected = envelope.is_rejection(&error, status);
        let proves_none =
            envelope.shape == Shape::Object && is_rejected && envelope.result == Presence::Absent;
        let effect = if proves_none { Effect::None } else { Effect::Unknown };
        return Some((ErrorKind::Rejected(error), effect));
    }
    if !status.is_success() {
        // What is cut off may be the API's.
        let is_foreign = envelope.shape != Shape::CutOff
            && !has_evidence
            && envelope.result == Presence::Absent
            && envelope.ack == AckState::Absent
            && envelope.error.denied.is_none();
        let effect = if is_foreign && proves_unprocessed(status) { Effect::None } else { Effect::Unknown };
        return unexpected(UnexpectedResponse::Status, effect);
    }
    if envelope.shape != Shape::Object {
        return unexpected(UnexpectedResponse::NotJson, Effect::Unknown);
    }
    if let (AckState::Denied, SuccessCriteria::Declared { ack: Some(ack), .. }) =
        (envelope.ack, &method.success)
    {
        return unexpected(UnexpectedResponse::NotAcknowledged { name: ack.name }, Effect::Unknown);
    }
    let is_proven = match (method.kind, &method.success) {
        // False, 0 and empty prove no change, such as the id 0 of a new account. An acknowledgment counts as a result.
        (Kind::Write, SuccessCriteria::Declared { ack: Some(_), .. }) => envelope.result == Presence::Present,
        (Kind::Write, SuccessCriteria::Undeclared { .. }) => {
            envelope.result == Presence::Present && !envelope.nests_error
        }
        _ => true,
    };
    if has_evidence && is_proven {
        return None;
    }
    if let Some(fault) = &envelope.error.denied {
        let error =
            ApiError { detail: fault.clone(), errors: Vec::new(), has_result: false, is_cut_off: false };
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

#[cfg(test)]
mod tests {
    use http::HeaderMap;

    use super::*;
    use crate::meta::CredentialsIn;

    /// What a method that nobody declared did; none for a success.
    fn undeclared(kind: Kind, body: &str) -> Option<Effect> {
        let success = SuccessCriteria::Undeclared { member: None };
        let method =
            MethodInfo { name: "Undeclared".into(), kind, credentials: CredentialsIn::Client, success };
        let head = Head { status: StatusCode::OK, headers: &HeaderMap::new() };
        judge(&method, head, body.as_bytes(), Inspection::Full).err().map(|failure| failure.effect)
    }

    #[test]
    fn an_undeclared_write_succeeds_only_with_a_result() {
        for body in [r#"{"result":1}"#, r#"{"results":[{}]}"#, r#"{"result":{"error":null,"id":1}}"#] {
            assert_eq!(undeclared(Kind::Write, body), None, "{body}");
        }
        for body in [
            r#"{"result":0}"#,
            r#"{"result":"False"}"#,
            r#"{"result":[]}"#,
            r#"{"id":1}"#,
            r#"{"result":{"error":{"code":127}}}"#,
            r#"{"result":{"id":1,"errors":[{"code":2}]}}"#,
            r#"{"result":1"#,
            r#"{"result":1}{}"#,
        ] {
            assert_eq!(undeclared(Kind::Write, body), Some(Effect::Unknown), "{body}");
        }
        assert_eq!(undeclared(Kind::Write, r#"{"error":{"code":127},"result":null}"#), Some(Effect::None));
    }

    #[test]
    fn an_undeclared_read_may_return_a_zero_and_the_error_of_something_else() {
        for body in [r#"{"result":0}"#, r#"{"result":[]}"#, r#"{"result":{"error":{"code":127}}}"#] {
            assert_eq!(undeclared(Kind::Read, body), None, "{body}");
        }
    }
}
