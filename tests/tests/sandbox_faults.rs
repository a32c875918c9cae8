//! Injected faults, as users' own code meets them.

use std::time::{Duration, Instant};

use vox_accounts::prelude::*;
use vox_accounts::vox_core::ErrorCode;
use vox_sandbox::{Fault, Sandbox};

async fn sandbox() -> (Sandbox, Client) {
    let sandbox = Sandbox::start().await.unwrap();
    let client = sandbox.client().unwrap().with(CallOptions::new().retry(Retry::never()));
    (sandbox, client)
}

fn child(sandbox: &Sandbox) -> AddAccount {
    AddAccount::builder()
        .parent(ParentAccount::Id(sandbox.account_id()))
        .parent_auth(ParentAuth::ApiKey(sandbox.api_key()))
        .account_name("child-one")
        .account_email("one@example.com")
        .account_password("Str0ng!pass")
        .build()
}

async fn children(client: &Client) -> usize {
    GetChildrenAccounts::default().send(client).await.unwrap().result.len()
}

#[tokio::test]
async fn a_status_is_answered_by_the_next_calls_only() {
    let (sandbox, client) = sandbox().await;
    sandbox.faults().inject::<AddAccount>(2, Fault::Status(503));
    for _ in 0..2 {
        let error = child(&sandbox).send(&client).await.unwrap_err();
        assert_eq!(error.status().map(|status| status.as_u16()), Some(503));
        // Other methods do not meet it.
        assert_eq!(children(&client).await, 0);
    }
    child(&sandbox).send(&client).await.unwrap();
    assert_eq!(children(&client).await, 1);
    let statuses: Vec<_> = sandbox.requests().iter().map(|call| call.status).collect();
    assert_eq!(statuses, [503, 200, 503, 200, 200, 200].map(Some));
    assert!(sandbox.requests()[0].response_body.contains("503 Service Unavailable"));
}

#[tokio::test]
async fn a_status_that_is_none_is_answered_as_500() {
    let (sandbox, client) = sandbox().await;
    for (status, expected) in [(0, 500), (100, 500), (600, 500), (599, 599), (204, 204)] {
        sandbox.faults().inject_any(1, Fault::Status(status));
        let error = GetAccountInfo::default().send(&client).await.unwrap_err();
        assert_eq!(error.status().map(|status| status.as_u16()), Some(expected));
    }
}

#[tokio::test]
async fn too_many_requests_say_how_long_to_wait() {
    let (sandbox, _) = sandbox().await;
    let retry_after = |seconds| Fault::TooManyRequests { retry_after: Some(seconds) };
    sandbox.faults().inject_any(1, retry_after(Duration::from_millis(1500)));
    sandbox.faults().inject_any(1, Fault::TooManyRequests { retry_after: None });
    let http = reqwest::Client::builder().no_proxy().build().unwrap();
    for expected in [Some("2"), None] {
        let response = http.get(format!("{}/platform_api/X", sandbox.base_url())).send().await.unwrap();
        assert_eq!(response.status(), 429);
        let header = response.headers().get("retry-after").map(|value| value.to_str().unwrap().to_owned());
        assert_eq!(header.as_deref(), expected);
    }
    // Even a write is retried, as it certainly had no effect.
    sandbox.faults().inject::<AddAccount>(1, Fault::TooManyRequests { retry_after: None });
    child(&sandbox).send(&sandbox.client().unwrap()).await.unwrap();
    assert_eq!(sandbox.requests_received(), 4);
}

#[tokio::test]
async fn a_dropped_request_has_no_effect_and_a_dropped_response_has_one() {
    for (fault, added) in [(Fault::DropRequest, 0), (Fault::DropResponse, 1)] {
        let (sandbox, client) = sandbox().await;
        sandbox.faults().inject::<AddAccount>(1, fault);
        let error = child(&sandbox).send(&client).await.unwrap_err();
        assert!(error.effect() == Effect::Unknown && error.status().is_none(), "{error}");
        assert_eq!(children(&client).await, added);
        let request = &sandbox.requests()[0];
        assert_eq!(
            (request.method.as_str(), request.status, request.response_body.as_str()),
            ("AddAccount", None, "")
        );
    }
}

#[tokio::test]
async fn a_response_is_delayed_and_the_call_takes_effect() {
    let (sandbox, client) = sandbox().await;
    sandbox.faults().inject::<AddAccount>(1, Fault::Delay(Duration::from_secs(600)));
    let waiting = tokio::spawn(child(&sandbox).send(&client));
    while sandbox.requests().is_empty() {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    assert_eq!(children(&client).await, 1);
    assert!(!waiting.is_finished());
    waiting.abort();

    sandbox.faults().inject::<GetAccountInfo>(1, Fault::Delay(Duration::from_millis(200)));
    let start = Instant::now();
    GetAccountInfo::default().send(&client).await.unwrap();
    assert!(start.elapsed() >= Duration::from_millis(200));
}

#[tokio::test]
async fn an_error_of_the_api_comes_in_its_envelope() {
    let (sandbox, client) = sandbox().await;
    sandbox.faults().inject::<GetAccountInfo>(1, Fault::Api(ErrorCode::new(5)));
    let error = GetAccountInfo::default().send(&client).await.unwrap_err();
    assert_eq!((error.code(), error.status().map(|s| s.as_u16())), (Some(ErrorCode::new(5)), Some(200)));
    assert_eq!(sandbox.requests()[0].code, Some(5));
}

#[tokio::test]
async fn faults_can_be_cleared() {
    let (sandbox, client) = sandbox().await;
    sandbox.faults().inject_any(usize::MAX, Fault::DropRequest);
    assert_eq!(sandbox.faults().remaining(), usize::MAX);
    GetAccountInfo::default().send(&client).await.unwrap_err();
    sandbox.faults().clear();
    GetAccountInfo::default().send(&client).await.unwrap();
}

#[tokio::test]
async fn requests_have_their_time_and_response_without_secrets() {
    let (sandbox, client) = sandbox().await;
    sandbox.clock().set("2030-01-02T03:04:05Z".parse().unwrap());
    let _ = child(&sandbox).send(&client).await.unwrap();
    let request = sandbox.requests().pop().unwrap();
    assert!(request.time.to_string().starts_with("2030-01-02T03:04:0"), "{}", request.time);
    assert_eq!((request.status, request.code), (Some(200), None));
    let body: serde_json::Value = serde_json::from_str(&request.response_body).unwrap();
    assert_eq!((&body["result"], &body["api_key"]), (&1.into(), &"***".into()));
}
