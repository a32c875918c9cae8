//! Responses of every method, and the API's errors.

use std::fmt::Debug;

use http::{Response, StatusCode};
use serde_json::{Value, json};
use vox_accounts::prelude::*;
use vox_accounts::vox_core::{ErrorCode, Kind};

use super::{MARKER, samples};

/// One method's way through all properties, and an answer that it decodes.
#[derive(Clone, Copy)]
pub struct Decoder {
    /// The method's name.
    pub name: &'static str,
    /// Reads a body that came with this status.
    pub read: fn(StatusCode, &[u8]),
    sample: fn() -> Value,
}

/// Every method.
pub const METHODS: [Decoder; 15] = [
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
];

const fn decoder<M>() -> Decoder
where
    M: Method<Response: Debug>,
{
    Decoder { name: M::META.name, read: read::<M>, sample: || samples::response(M::META) }
}

/// The first byte chooses the method, the second the status.
pub(super) fn run(input: &[u8]) {
    if let [method, status, body @ ..] = input {
        let method = METHODS[usize::from(*method) % METHODS.len()];
        (method.read)(STATUSES[usize::from(*status) % STATUSES.len()], body);
    }
}

const STATUSES: [StatusCode; 5] = [
    StatusCode::OK,
    StatusCode::NO_CONTENT,
    StatusCode::BAD_REQUEST,
    StatusCode::TOO_MANY_REQUESTS,
    StatusCode::BAD_GATEWAY,
];

fn read<M>(status: StatusCode, body: &[u8])
where
    M: Method<Response: Debug>,
{
    let answer = || {
        let mut answer = Response::new(body);
        *answer.status_mut() = status;
        M::from_http(answer)
    };
    let error = match answer() {
        Ok(response) => {
            assert!(status.is_success());
            let again = answer().expect("what was accepted once");
            assert_eq!(format!("{response:?}"), format!("{again:?}"));
            return;
        }
        Err(error) => error,
    };
    assert_eq!((error.status(), error.body()), (Some(status), Some(body)));
    let is_write = M::META.kind == Kind::Write;
    assert!(is_write || error.effect() == Effect::None, "{error}");
    assert!(!error.is_retryable() || error.effect() == Effect::None, "{error}");
    // The API's own message is repeated, whatever it says.
    match error.kind() {
        ErrorKind::Rejected(_) => {
            let text = error.to_string();
            assert!(
                !text.contains(|character: char| character.is_control() && character != '\n'),
                "{text:?}"
            );
        }
        _ => super::hides(&error),
    }
}

pub(super) fn seeds() -> Vec<Vec<u8>> {
    let mut seeds = Vec::new();
    for (index, method) in (0_u8..).zip(METHODS) {
        for body in [(method.sample)(), json!({"result": {}}), json!({"result": [], "total_count": 0})] {
            seeds.push([&[index, 0], body.to_string().as_bytes()].concat());
        }
    }
    seeds.push([b"\x02\x00", samples::example("GetAccountInfo.response.1.json").as_slice()].concat());
    let truncated = samples::example("GetSubscriptionPrice.response.1.truncated.json");
    seeds.push([b"\x07\x00", truncated.as_slice()].concat());
    seeds
}

/// A response is the API's error exactly where an independent parser finds one.
pub(super) fn run_envelope(body: &[u8]) {
    read::<ChargeAccount>(StatusCode::OK, body);
    let error = ChargeAccount::from_http(Response::new(body)).err();
    let Ok(Value::Object(members)) = serde_json::from_slice(body) else { return };
    let Some(Value::Object(expected)) = members.get("error").filter(|error| error["code"].as_u64() > Some(0))
    else {
        return;
    };
    let error = error.unwrap_or_else(|| panic!("the API's error {expected:?} was taken for a success"));
    let ErrorKind::Rejected(rejected) = error.kind() else { panic!("{error}") };
    same_fault(rejected.code(), rejected.message(), &Value::Object(expected.clone()));
}

fn same_fault(found: ErrorCode, message: &str, expected: &Value) {
    let code = &expected["code"];
    let code = code.as_u64().or_else(|| code.as_str()?.trim().parse().ok());
    let code = code.and_then(|code| u32::try_from(code).ok()).unwrap_or_default();
    assert_eq!(found.code(), code, "{expected}");
    if let Some(expected) = expected["msg"].as_str() {
        assert_eq!(message, expected);
    }
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
    ] {
        seeds.push(body.to_string().into());
    }
    seeds
}
