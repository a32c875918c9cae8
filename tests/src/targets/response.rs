//! Responses of every method, and the API's errors.

use std::fmt::Debug;

use http::{HeaderMap, HeaderName, HeaderValue, Response, StatusCode};
use serde_json::{Value, json};
use vox_accounts::prelude::*;

use super::{MARKER, samples};
use crate::reference;

/// The checks of one method's responses, and a sample.
#[derive(Clone, Copy)]
pub struct Decoder {
    /// The method's name.
    pub name: &'static str,
    /// Decodes a body with this status and these headers, and checks the result.
    pub read: fn(StatusCode, &HeaderMap, &[u8]),
    /// The error of decoding a body with HTTP 200.
    pub error: fn(&[u8]) -> Option<Error>,
    /// A valid response with every field.
    pub sample: fn() -> Value,
}

/// Every method.
pub const METHODS: [Decoder; 16] = [
    decoder::<AddAccount>(),
    decoder::<CloneAccount>(),
    decoder::<GetAccountInfo>(),
    decoder::<SetAccountInfo>(),
    decoder::<SetChildAccountInfo>(),
    decoder::<GetCurrencyRate>(),
    decoder::<GetResourcePrice>(),
    decoder::<GetSubscriptionPrice>(),
    decoder::<GetChildrenAccounts>(),
    decoder::<GetMoneyAmountToCharge>(),
    decoder::<ChargeAccount>(),
    decoder::<ChangeAccountPlan>(),
    decoder::<GetAccountPlans>(),
    decoder::<GetAvailablePlans>(),
    decoder::<GetAccountDocuments>(),
    decoder::<GetAccountVerifications>(),
];

/// The checks of a method's responses.
#[must_use]
pub const fn decoder<M>() -> Decoder
where
    M: Method<Response: Debug>,
{
    Decoder {
        name: M::META.name,
        read: read::<M>,
        error: |body| M::from_http(Response::new(body)).err(),
        sample: || samples::response(M::META),
    }
}

/// The first byte chooses the method, the second the status, the third the headers.
pub(super) fn run(input: &[u8]) {
    if let [method, status, headers, body @ ..] = input {
        let method = METHODS[usize::from(*method) % METHODS.len()];
        let status = STATUSES[usize::from(*status) % STATUSES.len()];
        let status = StatusCode::from_u16(status).expect("a status");
        (method.read)(status, &chosen_headers(*headers), body);
    }
}

const STATUSES: [u16; 40] = [
    200, 201, 202, 204, 206, 299, 300, 301, 302, 303, 304, 307, 308, 400, 401, 402, 403, 404, 405, 406, 407,
    408, 409, 410, 411, 413, 414, 415, 417, 421, 422, 426, 429, 431, 451, 499, 500, 502, 503, 599,
];

const HEADERS: [&[(&str, &[u8])]; 8] = [
    &[],
    &[("content-type", b"application/json; charset=utf-8")],
    &[("content-type", b"application/octet-stream"), ("content-disposition", b"attachment; filename=a.csv")],
    &[("content-type", b"text/html; token=S3cretZq9"), ("content-encoding", b"S3cretZq9")],
    &[("content-type", b"S3cretZq9\t\xff"), ("content-encoding", b"gzip")],
    &[("retry-after", b"7"), ("date", b"Sun, 06 Nov 1994 08:49:37 GMT")],
    &[("retry-after", b"Sun, 06 Nov 1994 08:49:37 GMT"), ("date", b"S3cretZq9")],
    &[("retry-after", b"S3cretZq9"), ("location", b"https://S3cretZq9.example/")],
];

/// A set of headers by its number.
///
/// # Panics
/// Never: the names and values are valid.
#[must_use]
pub fn chosen_headers(choice: u8) -> HeaderMap {
    let chosen = HEADERS[usize::from(choice) % HEADERS.len()];
    let header = |&(name, value): &(&'static str, &[u8])| {
        (HeaderName::from_static(name), HeaderValue::from_bytes(value).expect("a header's value"))
    };
    chosen.iter().map(header).collect()
}

fn read<M>(status: StatusCode, headers: &HeaderMap, body: &[u8])
where
    M: Method<Response: Debug>,
{
    let response = || {
        let mut response = Response::new(body);
        *response.status_mut() = status;
        response.headers_mut().clone_from(headers);
        M::from_http(response)
    };
    let read = response();
    assert_eq!(format!("{read:?}"), format!("{:?}", response()), "read twice");
    reference::check(M::META, status, body, read.as_ref().map(|_| ()));
    let Err(error) = read else { return };
    assert_eq!((error.status(), error.body()), (Some(status), Some(body)));
    // Messages of the API are repeated as they are, one line each.
    let lines = error.to_string().lines().count();
    if let ErrorKind::Rejected(rejected) = error.kind() {
        let output = super::output(&error);
        let is_control = |character: char| character.is_control() && character != '\n';
        assert!(!output.contains(is_control), "{output:?}");
        assert!(lines <= 1 + rejected.errors().len(), "{output}");
    } else {
        super::assert_safe_to_print(&error);
        assert_eq!(lines, 1, "{error}");
    }
}

pub(super) fn seeds() -> Vec<Vec<u8>> {
    let mut seeds = Vec::new();
    for (index, method) in (0_u8..).zip(METHODS) {
        for body in [(method.sample)(), json!({"result": {}}), json!({"result": [], "total_count": 0})] {
            seeds.push([&[index, 0, index], body.to_string().as_bytes()].concat());
        }
    }
    seeds.push([b"\x02\x00\x00", samples::example("GetAccountInfo.response.1.json").as_slice()].concat());
    let truncated = samples::example("GetSubscriptionPrice.response.1.truncated.json");
    seeds.push([b"\x07\x00\x01", truncated.as_slice()].concat());
    seeds
}

/// Decodes a body as responses of a method that spends money, of one that returns an acknowledgment and of one that reads.
pub(super) fn run_envelope(body: &[u8]) {
    let headers = HeaderMap::new();
    read::<ChargeAccount>(StatusCode::OK, &headers, body);
    read::<ChargeAccount>(StatusCode::TOO_MANY_REQUESTS, &headers, body);
    read::<AddAccount>(StatusCode::BAD_REQUEST, &headers, body);
    read::<SetAccountInfo>(StatusCode::OK, &headers, body);
    read::<GetAccountInfo>(StatusCode::OK, &headers, body);
}

pub(super) fn envelope_seeds() -> Vec<Vec<u8>> {
    let mut seeds = vec![samples::example("error.response.1.json")];
    for body in [
        json!({"error": {"code": 100, "msg": "Authorization failed."}}),
        json!({"error": {"code": "340", "msg": MARKER}, "errors": [{"code": 1, "msg": "a"}, {"code": 2}]}),
        json!({"error": null, "result": {"charged_amount": 1.18}}),
        json!({"result": {"error": {"code": 1}}, "error": "No"}),
        json!({"errors": [{"code": 127, "msg": MARKER}]}),
        json!({"errors": [{"code": 127}], "result": {"charged_amount": 1.18}}),
        json!({"error": {"code": 0, "msg": "OK"}, "result": {"charged_amount": 1.18}}),
        json!({"error": [{"code": 127}, {"code": 2}], "result": 0}),
    ] {
        seeds.push(body.to_string().into());
    }
    seeds
}
