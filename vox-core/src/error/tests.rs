//! The messages of errors, which must not contain secrets.

use std::io;

use super::*;
use crate::declare::{Method, ParamValue};
use crate::meta::{CredentialsIn, Kind, Role};
use crate::roles::CallableBy;
use crate::text::form::FormEncoder;

pub(crate) static READ: MethodMeta = MethodMeta {
    name: "GetSample",
    doc: "",
    roles: Some(&[Role::Owner, Role::Admin]),
    kind: Kind::Read,
    money: false,
    credentials: CredentialsIn::Client,
    response: crate::meta::ResponseMeta::Json,
    ack: None,
    params: &[],
    rules: &[],
};

pub(crate) static WRITE: MethodMeta = MethodMeta {
    name: "AddSample",
    doc: "",
    roles: None,
    kind: Kind::Write,
    money: false,
    credentials: CredentialsIn::Client,
    response: crate::meta::ResponseMeta::Json,
    ack: None,
    params: &[],
    rules: &[],
};

pub(crate) static WRITE_IN_REQUEST: MethodMeta = MethodMeta {
    name: "AddSample",
    doc: "",
    roles: None,
    kind: Kind::Write,
    money: false,
    credentials: CredentialsIn::Request,
    response: crate::meta::ResponseMeta::Json,
    ack: None,
    params: &[],
    rules: &[],
};

/// A handwritten method, so that these tests need no macro.
pub(crate) struct Sample;

impl<R> CallableBy<R> for Sample {}

impl Method for Sample {
    const META: &'static MethodMeta = &READ;
    type Response = serde_json::Value;

    fn check(&self, _: &mut Violations) {}

    fn encode(&self, form: &mut FormEncoder) {
        "x".to_owned().encode("name", form);
    }
}

fn reset() -> io::Error {
    io::Error::new(io::ErrorKind::ConnectionReset, "connection reset")
}

/// The error of a call of `AddSample`.
fn in_call(failure: Failure) -> Error {
    failure.in_call(CallContext::new(WRITE.name, WRITE.kind, 1))
}

fn info(status: u16, retry_after: Option<Duration>) -> ResponseInfo {
    ResponseInfo {
        status: StatusCode::from_u16(status).unwrap(),
        content_type: Some("text/html".to_owned()),
        encoding: None,
        retry_after,
        date: None,
        body: b"hunter2".to_vec(),
    }
}

/// A rejection of a method that changes something.
pub(crate) fn rejected(code: u32, retry_after: Option<Duration>) -> Error {
    api(code, "", retry_after)
}

fn api(code: u32, message: &str, retry_after: Option<Duration>) -> Error {
    let detail = ErrorDetail { code: ErrorCode::new(code), message: message.to_owned() };
    let effect = if code >= 100 { Effect::None } else { Effect::Unknown };
    let kind =
        ErrorKind::Rejected(ApiError { detail, errors: Vec::new(), has_result: false, is_cut_off: false });
    in_call(Failure { kind, effect, response: Some(info(200, retry_after).into()) })
}

const CHECK: &str = "; the operation may have taken effect, so check before you retry";

#[test]
fn the_error_is_small_and_can_cross_threads() {
    fn good<T: Send + Sync + 'static>() {}
    good::<Error>();
    assert!(size_of::<Error>() <= 8);
}

#[test]
fn a_request_that_was_not_sent() {
    let error = Error::transport(&WRITE, TransportError::not_sent(io::Error::other(reset())));
    assert_eq!(error.to_string(), "AddSample: the request was not sent: connection reset");
    assert!(error.effect() == Effect::None && error.is_retryable());
    assert_eq!((error.method(), error.attempts()), (Some("AddSample"), 1));
    assert!(std::error::Error::source(&error).is_some());
    let permanent = TransportError::not_sent("the certificate is not trusted").permanent();
    assert!(!Error::transport(&WRITE, permanent).is_retryable());
}

#[test]
fn a_response_that_was_lost() {
    let error = Error::transport(&WRITE, reset());
    assert_eq!(error.to_string(), format!("AddSample: no complete response: connection reset{CHECK}"));
    assert!(error.effect() == Effect::Unknown && !error.is_retryable());
    let error = Error::transport(&READ, reset());
    assert_eq!(error.to_string(), "GetSample: no complete response: connection reset");
    assert!(error.effect() == Effect::None && error.is_retryable());
}

#[test]
fn the_context_is_named_where_it_helps() {
    let mut error = Error::transport(&READ, reset());
    let timeout = Timeout { kind: TimeoutKind::Read, after: Duration::from_secs(30) };
    *error.context_mut() = CallContext {
        host: Some("api.voximplant.com".into()),
        attempts: 3,
        elapsed: Duration::from_millis(2400),
        ..error.context().clone()
    };
    assert_eq!(
        error.to_string(),
        "GetSample: no complete response from api.voximplant.com: connection reset (3 attempts in 2.4 s)"
    );
    let error = Error::transport(&READ, TransportError::not_sent(timeout));
    assert_eq!(error.timeout(), Some(&timeout));
    assert_eq!(
        error.to_string(),
        "GetSample: the request was not sent: the read timeout has passed: nothing arrived for 30 s"
    );
}

#[test]
fn a_rejection_by_the_api() {
    let error = api(104, "Forbidden command.", None);
    assert_eq!(
        error.to_string(),
        "AddSample: the API rejected the request: Forbidden command (code 104 FORBIDDEN_COMMAND); \
         the key's roles do not include this method"
    );
    assert_eq!(error.code(), Some(ErrorCode::FORBIDDEN_COMMAND));
    assert_eq!(error.status(), Some(StatusCode::OK));
    assert!(error.effect() == Effect::None && !error.is_retryable());
    assert!(rejected(340, None).is_retryable());
    assert_eq!(rejected(999_999, None).to_string(), "AddSample: the API rejected the request: code 999999");
    assert!(
        rejected(340, Some(Duration::from_secs(60)))
            .to_string()
            .ends_with("; the server asks you to wait 60 s")
    );
}

#[test]
fn a_failure_of_the_api_is_no_rejection() {
    for code in [1, 2, 4, 5, 9, 12, 99] {
        let text = api(code, "Oops", None).to_string();
        assert!(text.starts_with("AddSample: the API failed: Oops (code "), "{text}");
        assert!(text.ends_with(CHECK), "{text}");
    }
    assert_eq!(
        api(0, "", None).to_string(),
        format!("AddSample: the API failed: no message and no readable code{CHECK}")
    );
}

#[test]
fn a_flood_of_errors_is_shortened() {
    let mut error = api(127, "", None);
    let ErrorKind::Rejected(rejected) = &mut error.0.failure.kind else { panic!("{error}") };
    let detail = |code| ErrorDetail { code: ErrorCode::new(code), message: "x".repeat(100_000) };
    rejected.errors = (1_000..1_100).map(detail).collect();
    let text = error.to_string();
    let lines: Vec<_> = text.lines().collect();
    assert_eq!(lines.len(), 22, "{text}");
    assert_eq!(lines[20], format!("- {}… (code 1019)", "x".repeat(500)));
    assert_eq!(lines[21], "- and 80 more");
    assert_eq!(error_of(&error).errors()[99].message.len(), 100_000);
}

fn error_of(error: &Error) -> &ApiError {
    let ErrorKind::Rejected(rejected) = error.kind() else { panic!("{error}") };
    rejected
}

#[test]
fn the_servers_message_is_escaped() {
    let error = api(127, "it's\n\u{1b}[31m \"no\"", None).to_string();
    assert!(error.contains(r#"it's\n\u{1b}[31m "no" (code 127"#), "{error}");
}

#[test]
fn a_clock_skew_is_stated() {
    let mut error = api(100, "Authorization failed", None);
    error.context_mut().skew = Some(SignedDuration::from_mins(15));
    assert!(error.to_string().ends_with("; this machine's clock is 900 s behind the server's"), "{error}");
    error.context_mut().skew = Some(SignedDuration::from_secs(-30));
    assert!(!error.to_string().contains("this machine's clock is"), "{error}");
    error.context_mut().skew = Some(SignedDuration::from_hours(-48));
    if let Some(response) = &mut error.0.failure.response {
        response.date = Some("2026-01-31T18:05:00Z".parse().unwrap());
    }
    assert!(
        error.to_string().ends_with(
            "; the server's clock shows 2026-01-31T18:05:00Z, this machine's 2026-02-02T18:05:00Z"
        ),
        "{error}"
    );
}

#[test]
fn a_response_that_is_not_the_apis() {
    let unexpected = |status, effect| {
        let kind = ErrorKind::Unexpected(UnexpectedResponse::Status);
        in_call(Failure { kind, effect, response: Some(info(status, None).into()) })
    };
    let start = "AddSample: the response is not the API's: HTTP 502 Bad Gateway, text/html, 7 bytes; the server failed";
    assert_eq!(unexpected(502, Effect::Unknown).to_string(), format!("{start}{CHECK}"));
    assert_eq!(
        unexpected(404, Effect::None).to_string(),
        "AddSample: the response is not the API's: HTTP 404 Not Found, text/html, 7 bytes; check the base URL; \
         the operation had no effect"
    );
    let error = unexpected(502, Effect::Unknown);
    assert!(!format!("{error} {error:?}").contains("hunter2"));
    assert_eq!(error.body(), Some(b"hunter2".as_slice()));
}

#[test]
fn a_missing_role() {
    let missing = MissingRole { required: &[Role::Owner, Role::Admin], held: [Role::Payer].into() };
    let error = in_call(Failure::before_sending(ErrorKind::Forbidden(missing)));
    assert_eq!(
        error.to_string(),
        "AddSample: the client's roles do not allow this method, so nothing was sent; \
         requires one of Owner, Admin; this client has Payer"
    );
    assert!(error.effect() == Effect::None && !error.is_retryable());
}

#[test]
fn a_configuration_error_keeps_its_source() {
    let error = Error::from(ConfigError::new("the file is not there").with_cause(reset()));
    assert_eq!(error.to_string(), "the file is not there: connection reset");
    assert_eq!(
        std::error::Error::source(&error).map(ToString::to_string).as_deref(),
        Some("connection reset")
    );
    assert_eq!((error.method(), error.effect()), (None, Effect::None));
}
