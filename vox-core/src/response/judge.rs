//! Decides whether a response is a success. Nothing else decides that.
//!
//! A success is proven, never assumed: the response must hold a member that the method returns or a valid acknowledgment,
//! and no invalid one. The effect of a failed call is `None` or `Done` only if the response proves it.

use std::borrow::Cow;
use std::sync::LazyLock;

use http::StatusCode;
use memchr::memmem::Finder;

use super::envelope::{self, AckState, Envelope, ErrorMember, Shape};
use super::file::{self, BodyKind};
use super::{Head, MethodInfo, SuccessCriteria, headers};
use crate::declare::record::evidence::{self, Presence};
use crate::error::{ApiError, Effect, ErrorKind, Failure, UnexpectedResponse};
use crate::meta::{Kind, ResponseMeta};
use crate::text::{Normalized, normalize};

/// Finds the beginning of a key such as `"error"`. In a short body, building a finder takes longer than the search.
static ERROR_KEY: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new(b"\"error"));

/// A response that is a success.
pub(crate) struct Success<'b> {
    /// The body as text; `None` for a file.
    pub(crate) text: Option<Cow<'b, str>>,
    /// Whether the response also holds an error with the code 0, which states that there is no error.
    #[cfg_attr(not(feature = "client"), allow(dead_code))]
    pub(crate) has_error_code_0: bool,
}

/// How much of a response is inspected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Inspection {
    /// All of it: nothing decodes it afterward.
    #[cfg_attr(not(feature = "client"), allow(dead_code))]
    Full,
    /// As much as proves the success: decoding finds errors in the rest.
    BeforeDecoding,
}

/// Distinguishes a success from an error of the API and from any other response.
pub(crate) fn judge<'b>(
    method: &MethodInfo,
    head: Head<'_>,
    body: &'b [u8],
    inspection: Inspection,
) -> Result<Success<'b>, Failure> {
    let kind = file::body_kind(&method.success, head);
    let file = Success { text: None, has_error_code_0: false };
    if kind == BodyKind::File || (kind == BodyKind::FileOrJson && file::begins_object(body) != Some(true)) {
        return Ok(file);
    }
    let normalized = normalize(body);
    if inspection == Inspection::BeforeDecoding && is_plain_success(method, head.status, &normalized) {
        return Ok(Success { text: Some(normalized.text), has_error_code_0: false });
    }
    let text = normalized.text;
    let envelope = envelope::read(&text, &method.success);
    let is_undeclared = matches!(method.success, SuccessCriteria::Undeclared { .. });
    let is_file = is_undeclared
        && file::is_file_status(&method.success, head.status)
        && headers::marks_file(head.headers);
    if is_file && !(envelope.shape == Shape::Object && envelope.has_error()) {
        return Ok(file);
    }
    let is_json = envelope.shape == Shape::Object && !method.success.is_always_file();
    let states_error = envelope.has_error() || envelope.error.code_0.is_some();
    if kind == BodyKind::FileOrJson && !is_json && !states_error {
        return Ok(file);
    }
    match verdict(method, head.status, &envelope) {
        None => Ok(Success { text: Some(text), has_error_code_0: envelope.error.code_0.is_some() }),
        Some((kind, effect)) => Err(Failure { kind, effect, response: Some(Box::new(head.info(body))) }),
    }
}

/// Whether the response is a record without anything like an error, as almost every response of a read method is. The text is
/// searched for errors, but not parsed beyond the first evidence.
fn is_plain_success(method: &MethodInfo, status: StatusCode, normalized: &Normalized<'_>) -> bool {
    let SuccessCriteria::Declared { response: ResponseMeta::Record(record), ack: None } = method.success
    else {
        return false;
    };
    let text = normalized.text.as_ref();
    // A key may be escaped; the escapes of ASCII characters begin with `\u00`.
    let may_hold_error = || {
        ERROR_KEY.find(text.as_bytes()).is_some()
            || (normalized.has_unicode_escapes && memchr::memmem::find(text.as_bytes(), br"\u00").is_some())
    };
    method.kind == Kind::Read
        && status.is_success()
        && !may_hold_error()
        && evidence::is_in_record(text, record)
}

impl Envelope {
    /// The error of the API, if there is one; of several, the first is the main one. With evidence of a success, a declared
    /// member holds the failures of a partial success.
    fn api_error(&self, has_evidence: bool) -> Option<ApiError> {
        let is_partial =
            |member: &ErrorMember| member.is_declared && has_evidence && self.shape == Shape::Object;
        let list = |member| if is_partial(member) { &[] } else { member.list.as_slice() };
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
        let is_inconclusive =
            self.error.is_inconclusive || self.errors.is_inconclusive || self.error.code_0.is_some();
        !is_inconclusive && error.codes().all(|code| code.proves_no_effect() || (is_busy && code.code() == 0))
    }
}

/// The failure and, for a write method, its effect; `None` for a success.
fn verdict(method: &MethodInfo, status: StatusCode, envelope: &Envelope) -> Option<(ErrorKind, Effect)> {
    let unexpected = |problem, effect| Some((ErrorKind::Unexpected(problem), effect));
    let has_evidence = envelope.has_evidence || envelope.ack == AckState::Valid;
    if let Some(error) = envelope.api_error(has_evidence) {
        let is_rejected = envelope.is_rejection(&error, status);
        let proves_none =
            envelope.shape == Shape::Object && is_rejected && envelope.result == Presence::Absent;
        let effect = if proves_none { Effect::None } else { Effect::Unknown };
        return Some((ErrorKind::Rejected(error), effect));
    }
    if !status.is_success() {
        // A malformed object may be the API's.
        let may_be_from_api = envelope.shape == Shape::Malformed
            || has_evidence
            || envelope.result != Presence::Absent
            || envelope.ack != AckState::Absent
            || envelope.error.code_0.is_some();
        let is_unprocessed = !may_be_from_api && proves_unprocessed(status);
        let effect = if is_unprocessed { Effect::None } else { Effect::Unknown };
        let problem = match method.success {
            SuccessCriteria::Url => UnexpectedResponse::NoFile,
            _ => UnexpectedResponse::Status,
        };
        return unexpected(problem, effect);
    }
    if method.success.is_always_file() {
        return unexpected(UnexpectedResponse::NoFile, Effect::Unknown);
    }
    if envelope.shape != Shape::Object {
        return unexpected(UnexpectedResponse::NotJson, Effect::Unknown);
    }
    if let (AckState::Invalid, SuccessCriteria::Declared { ack: Some(ack), .. }) =
        (envelope.ack, &method.success)
    {
        return unexpected(UnexpectedResponse::NotAcknowledged { name: ack.name }, Effect::Unknown);
    }
    let is_proven = match (method.kind, &method.success) {
        // False, 0 and empty values, such as the id 0 of a new account, prove no change. An acknowledgment is a result.
        (Kind::Write, SuccessCriteria::Declared { ack: Some(_), .. }) => envelope.result == Presence::Present,
        (Kind::Write, SuccessCriteria::Undeclared { .. }) => {
            envelope.result == Presence::Present && !envelope.has_nested_error
        }
        _ => true,
    };
    if has_evidence && is_proven {
        return None;
    }
    if let Some(detail) = &envelope.error.code_0 {
        let error =
            ApiError { detail: detail.clone(), errors: Vec::new(), has_result: false, is_cut_off: false };
        return Some((ErrorKind::Rejected(error), Effect::Unknown));
    }
    unexpected(UnexpectedResponse::Unrecognized, Effect::Unknown)
}

/// Whether a status proves that the request was not processed, if the body is not the API's (RFC 9110 and 6585). 408, 499, the
/// redirects that may follow a processed POST (301, 302, 303) and all 5xx prove nothing.
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

    /// The effect of a failed call of an undeclared method; `None` for a success.
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
