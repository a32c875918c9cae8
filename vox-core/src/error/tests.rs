//! What errors say, and what they must not say.

use std::io;

use super::*;
use crate::{CredentialsIn, FormEncoder, Kind, Method, Role};

pub(crate) static READ: MethodMeta = MethodMeta {
    name: "GetSample",
    doc: "",
    roles: Some(&[Role::Owner, Role::Admin]),
    kind: Kind::Read,
    credentials: CredentialsIn::Client,
    response: crate::ResponseMeta::Json,
    ack: None,
    params: &[],
};

pub(crate) static WRITE: MethodMeta = MethodMeta {
    name: "AddSample",
    doc: "",
    roles: None,
    kind: Kind::Write,
    credentials: CredentialsIn::Client,
    response: crate::ResponseMeta::Json,
    ack: None,
    params: &[],
};

pub(crate) static WRITE_IN_REQUEST: MethodMeta = MethodMeta {
    name: "AddSample",
    doc: "",
    roles: None,
    kind: Kind::Write,
    credentials: CredentialsIn::Request,
    response: crate::ResponseMeta::Json,
    ack: None,
    params: &[],
};

/// A method by hand, so that these tests need no macro.
pub(crate) struct Sample;

impl Method for Sample {
    const META: &'static MethodMeta = &READ;
    type Response = serde_json::Value;

    fn check(&self, _: &mut Violations) {}

    fn encode(&self, form: &mut FormEncoder) {
        form.param("name", &"x".to_owned());
    }
}

fn reset() -> io::Error {
    io::Error::new(io::ErrorKind::ConnectionReset, "connection reset")
}

/// A refusal of a method that changes something.
#[cfg(feature = "client")]
pub(crate) fn refused(code: u32, retry_after: Option<Duration>) -> Error {
    Error::Api(Box::new(ApiError { retry_after, ..*api_error(code, "") }))
}

fn api(code: u32, message: &str) -> Error {
    Error::Api(api_error(code, message))
}

fn api_error(code: u32, message: &str) -> Box<ApiError> {
    Box::new(ApiError {
        method: (&WRITE).into(),
        tries: Tries::default(),
        status: StatusCode::OK,
        retry_after: None,
        date: None,
        caller: None,
        fault: ApiFault { code: ErrorCode::new(code), message: message.to_owned() },
        errors: Vec::new(),
    })
}

#[test]
fn the_error_is_small_and_can_cross_threads() {
    fn good<T: Send + Sync + 'static>() {}
    good::<Error>();
    assert!(size_of::<Error>() <= 16);
}

#[test]
fn a_request_that_was_not_sent() {
    let error = Error::not_sent(&WRITE, io::Error::other(reset()));
    assert_eq!(error.to_string(), "AddSample: the request was not sent: connection reset");
    assert!(!error.was_sent() && error.is_retryable());
    assert_eq!(error.method(), Some("AddSample"));
    assert!(std::error::Error::source(&error).is_some());
}

#[test]
fn an_answer_that_did_not_come() {
    let error = Error::no_answer(&WRITE, reset());
    assert!(error.to_string().contains("may have been carried out"));
    assert!(error.was_sent() && !error.is_retryable());
    let error = Error::no_answer(&READ, reset());
    assert_eq!(error.to_string(), "GetSample: no whole answer to the request: connection reset");
    assert!(error.is_retryable());
}

#[test]
fn a_refusal_by_the_api() {
    let error = api(104, "Forbidden command.");
    assert_eq!(
        error.to_string(),
        "AddSample: the API refused the request: Forbidden command (code 104 FORBIDDEN_COMMAND); \
         the key's roles do not include this method"
    );
    assert_eq!(error.code(), Some(ErrorCode::FORBIDDEN_COMMAND));
    assert_eq!(error.status(), Some(StatusCode::OK));
    assert!(!error.is_retryable());
    assert!(api(340, "").is_retryable());
    assert_eq!(api(999_999, "").to_string(), "AddSample: the API refused the request: code 999999");
}

#[test]
fn a_failure_of_the_apis_own_is_no_refusal() {
    for code in [1, 2, 4, 5, 9, 99] {
        let text = api(code, "Oops").to_string();
        assert!(text.starts_with("AddSample: the API failed: Oops (code "), "{text}");
        assert!(
            text.ends_with("; the request may have been carried out: look before you send it again"),
            "{text}"
        );
    }
    for code in [0, 12, 100, 127] {
        let text = api(code, "Oops").to_string();
        assert!(text.starts_with("AddSample: the API refused the request: Oops"), "{text}");
        assert!(!text.contains("carried out"), "{text}");
    }
    let read = ApiError { method: (&READ).into(), ..*api_error(2, "Oops") };
    assert_eq!(read.to_string(), "GetSample: the API failed: Oops (code 2 INTERNAL_ERROR)");
}

#[test]
fn a_refusal_by_roles() {
    let error = Error::Forbidden(Box::new(Forbidden { method: &READ, held: [Role::Payer].into() }));
    assert_eq!(
        error.to_string(),
        "GetSample: the client's roles do not allow this method, so nothing was sent; \
         needed is one of Owner, Admin, the client has Payer"
    );
    assert!(!error.was_sent() && !error.is_retryable());
}

#[test]
fn a_configuration_fault_keeps_its_source() {
    let error = Error::from(ConfigError::new("the file is not there").with_cause(reset()));
    assert_eq!(error.to_string(), "the file is not there: connection reset");
    assert_eq!(
        std::error::Error::source(&error).map(ToString::to_string).as_deref(),
        Some("connection reset")
    );
    assert_eq!(error.method(), None);
}
