//! The sandbox's clock. Clients of the sandbox sign by it, so a clock skew occurs only if a test sets one.

use std::time::Duration;

use vox_accounts::prelude::*;
use vox_accounts::vox_core::{ErrorCode, Timestamp};
use vox_sandbox::{Fault, NewAccount, Sandbox};

const TIMES: [&str; 5] = [
    "1999-01-01T00:00:00Z",
    "2026-01-31T12:00:00Z",
    "0001-01-01T00:00:00Z",
    "9999-12-30T00:00:00Z",
    "-009000-01-01T00:00:00Z",
];

fn time(text: &str) -> Timestamp {
    text.parse().unwrap()
}

/// The method and the code of each request.
fn requests(sandbox: &Sandbox) -> Vec<(String, Option<u32>)> {
    sandbox.requests().into_iter().map(|call| (call.method, call.code)).collect()
}

fn expected(method: &str, codes: &[Option<u32>]) -> Vec<(String, Option<u32>)> {
    codes.iter().map(|code| (method.to_owned(), *code)).collect()
}

#[tokio::test]
async fn a_fixed_clock_and_a_fault_give_exactly_the_expected_requests() {
    for text in TIMES {
        let sandbox = Sandbox::builder()
            .clock(time(text))
            .fault::<GetAccountPlans>(1, Fault::Api(ErrorCode::RATE_LIMIT_EXCEED))
            .start()
            .await
            .unwrap();
        let response = GetAccountPlans::default().send_raw(&sandbox.client().unwrap()).await.unwrap();
        assert_eq!(response.attempts(), 2, "{text}");
        assert_eq!(requests(&sandbox), expected("GetAccountPlans", &[Some(340), None]), "{text}");
        assert_eq!(sandbox.faults().remaining(), 0);
    }
}

#[tokio::test]
async fn a_fault_injected_later_hits_the_call_and_not_its_token() {
    let sandbox = Sandbox::builder().clock(time("2026-01-31T12:00:00Z")).start().await.unwrap();
    sandbox.faults().inject::<ChargeAccount>(1, Fault::DropResponse);
    let charge = ChargeAccount { phone: Phones::Number("79993330011".into()) };
    let error = charge.send(&sandbox.client().unwrap()).await.unwrap_err();
    assert!(error.effect() == Effect::Unknown && error.attempts() == 1, "{error}");
    assert_eq!((sandbox.requests().len(), sandbox.requests_received()), (1, 1));
}

#[tokio::test]
async fn a_clock_that_is_moved_needs_no_second_request() {
    let sandbox = Sandbox::builder().child(NewAccount::new("child-one")).start().await.unwrap();
    let client = sandbox.client().unwrap();
    let children = GetChildrenAccounts::default().send(&client).await.unwrap().result;
    let child = sandbox.service_account().acting_for(children[0].account_id);
    let child = sandbox.client_builder().credentials(child).build().unwrap();
    let moves: Vec<Box<dyn Fn()>> = vec![
        Box::new(|| sandbox.clock().advance(Duration::from_secs(2 * 3600))),
        Box::new(|| sandbox.clock().advance(Duration::from_secs(400 * 86_400))),
        Box::new(|| sandbox.clock().set(time("1999-01-01T00:00:00Z"))),
        Box::new(|| sandbox.clock().set(time("9000-01-01T00:00:00Z"))),
        Box::new(|| sandbox.clock().set(Timestamp::MAX)),
        Box::new(|| sandbox.clock().set(Timestamp::MIN)),
        Box::new(|| sandbox.clock().set(Timestamp::UNIX_EPOCH)),
    ];
    for act in moves {
        act();
        for client in [&client, &child, &sandbox.client().unwrap()] {
            assert_eq!(GetAccountPlans::default().send_raw(client).await.unwrap().attempts(), 1);
        }
    }
    assert!(sandbox.requests().iter().all(|call| call.code.is_none()));
}

#[tokio::test]
async fn requests_through_another_http_client_are_signed_by_the_sandboxs_clock() {
    let sandbox = Sandbox::builder().clock(time("1999-01-01T00:00:00Z")).start().await.unwrap();
    let (auth, http) = (sandbox.auth(), reqwest::Client::builder().no_proxy().build().unwrap());
    for _ in 0..2 {
        let (parts, body) = GetAccountInfo::default().to_http(&auth).unwrap().into_parts();
        let request = http.post(parts.uri.to_string()).headers(parts.headers);
        let body = request.body(body.as_bytes().to_vec()).send().await.unwrap().bytes().await.unwrap();
        GetAccountInfo::from_http(http::Response::new(body)).unwrap();
        sandbox.clock().advance(Duration::from_secs(30 * 86_400));
    }
}

#[tokio::test]
async fn tokens_signed_by_the_machines_clock_are_rejected() {
    for (text, code) in [("1999-01-01T00:00:00Z", 455), ("9000-01-01T00:00:00Z", 456)] {
        let sandbox = Sandbox::builder().clock(time(text)).start().await.unwrap();
        let account = ServiceAccount::from_json(&sandbox.credentials_json()).unwrap();
        let client = sandbox.client_builder().credentials(account).build().unwrap();
        let error = GetAccountInfo::default().send(&client).await.unwrap_err();
        assert_eq!((error.code(), error.attempts()), (Some(ErrorCode::new(code)), 1));
        // The documentation of `clock` recommends an API key instead.
        let key = ApiKey::by_id(sandbox.account_id(), sandbox.api_key());
        let client = sandbox.client_builder().credentials(key).build().unwrap();
        GetAccountInfo::default().send(&client).await.unwrap();
    }
}
