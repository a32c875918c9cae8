//! Injected faults, as users' own code meets them.

use std::time::{Duration, Instant};

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use vox_accounts::prelude::*;
use vox_accounts::vox_core::ErrorCode;
use vox_sandbox::{Fault, FaultRule, NewAccount, Sandbox};

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

/// The effect of a write with a fault; `None` for a success.
async fn effect_of_a_write(fault: Fault) -> (Option<Effect>, usize) {
    let (sandbox, client) = sandbox().await;
    sandbox.faults().inject::<AddAccount>(1, fault.clone());
    let result = child(&sandbox).send(&client).await;
    assert_eq!(sandbox.faults().remaining(), 0, "{fault:?}");
    (result.err().map(|error| error.effect()), children(&client).await)
}

/// The table in the documentation of `Fault`.
#[tokio::test]
async fn the_effect_of_a_write_is_known_for_each_kind_of_fault() {
    let little = Duration::from_millis(20);
    let api = |code| Fault::Api(ErrorCode::new(code));
    for (fault, effect, added) in [
        (Fault::TooManyRequests { retry_after: None }, Some(Effect::None), 0),
        (Fault::Status(403), Some(Effect::None), 0),
        (Fault::Status(404), Some(Effect::None), 0),
        (Fault::Status(408), Some(Effect::Unknown), 0),
        (Fault::Status(200), Some(Effect::Unknown), 0),
        (Fault::Status(503), Some(Effect::Unknown), 0),
        (api(340), Some(Effect::None), 0),
        (api(5), Some(Effect::Unknown), 0),
        (Fault::DropRequest, Some(Effect::Unknown), 0),
        (Fault::DropResponse, Some(Effect::Unknown), 1),
        (Fault::Delay(little), None, 1),
        (Fault::TruncateBody, Some(Effect::Unknown), 1),
        (Fault::MalformedBody, Some(Effect::Unknown), 1),
        (Fault::SlowBody(little), None, 1),
    ] {
        assert_eq!(effect_of_a_write(fault.clone()).await, (effect, added), "{fault:?}");
    }
}

#[tokio::test]
async fn a_write_has_an_unknown_effect_if_the_time_runs_out_during_a_fault() {
    let hour = Duration::from_secs(3600);
    for fault in [Fault::Delay(hour), Fault::SlowBody(hour)] {
        let (sandbox, client) = sandbox().await;
        sandbox.faults().inject::<AddAccount>(1, fault);
        let client = client.with(CallOptions::new().timeout(Duration::from_millis(300)));
        let error = child(&sandbox).send(&client).await.unwrap_err();
        assert!(error.is_timeout() && error.effect() == Effect::Unknown, "{error}");
    }
}

/// The bytes of the response to `GetAccountInfo` on a connection that the client keeps open: the head and the body.
async fn raw_response(sandbox: &Sandbox) -> (String, Vec<u8>) {
    let mut stream = TcpStream::connect(sandbox.local_addr()).await.unwrap();
    let query = format!("account_id={}&api_key={}", sandbox.account_id(), sandbox.api_key().expose());
    let head = format!("GET /platform_api/GetAccountInfo?{query} HTTP/1.1\r\nHost: localhost\r\n\r\n");
    stream.write_all(head.as_bytes()).await.unwrap();
    let mut bytes = Vec::new();
    let mut piece = [0; 4096];
    // Until the sandbox closes the connection, or the response is complete.
    let complete = |bytes: &[u8]| {
        let (head, body) = split(bytes)?;
        (body.len() == content_length(&head)).then_some(())
    };
    while complete(&bytes).is_none() {
        match stream.read(&mut piece).await.unwrap() {
            0 => break,
            length => bytes.extend_from_slice(&piece[..length]),
        }
    }
    split(&bytes).unwrap()
}

fn split(bytes: &[u8]) -> Option<(String, Vec<u8>)> {
    let end = bytes.windows(4).position(|window| window == b"\r\n\r\n")? + 4;
    Some((String::from_utf8(bytes[..end].to_vec()).unwrap().to_lowercase(), bytes[end..].to_vec()))
}

fn content_length(head: &str) -> usize {
    head.lines().find_map(|line| line.strip_prefix("content-length: ")).unwrap().parse().unwrap()
}

#[tokio::test]
async fn a_truncated_body_is_half_of_the_announced_one() {
    let (sandbox, client) = sandbox().await;
    let (_, whole) = raw_response(&sandbox).await;
    sandbox.faults().inject_any(2, Fault::TruncateBody);
    let (head, body) = raw_response(&sandbox).await;
    assert!(
        head.starts_with("http/1.1 200 ok\r\n") && head.contains("content-type: application/json"),
        "{head}"
    );
    assert_eq!(content_length(&head), whole.len());
    assert_eq!(body, whole[..whole.len() / 2]);

    // Without a status: a response that is not complete proves nothing.
    let error = GetAccountInfo::default().send(&client).await.unwrap_err();
    assert!(error.effect() == Effect::None && error.is_retryable(), "{error}");
    // The log has the complete response.
    let request = sandbox.requests().pop().unwrap();
    assert_eq!(request.status, Some(200));
    serde_json::from_str::<serde_json::Value>(&request.response_body).unwrap();
}

#[tokio::test]
async fn a_malformed_body_is_complete_but_not_json() {
    let (sandbox, client) = sandbox().await;
    let (_, whole) = raw_response(&sandbox).await;
    sandbox.faults().inject_any(2, Fault::MalformedBody);
    let (head, body) = raw_response(&sandbox).await;
    assert_eq!(content_length(&head), body.len());
    assert!(whole.starts_with(&body) && body.len() < whole.len());
    assert!(serde_json::from_slice::<serde_json::Value>(&body).unwrap_err().is_eof());
    let error = GetAccountInfo::default().send(&client).await.unwrap_err();
    assert_eq!(error.status().map(|status| status.as_u16()), Some(200));
}

#[tokio::test]
async fn a_slow_body_comes_in_pieces_after_the_headers() {
    let (sandbox, client) = sandbox().await;
    let time = Duration::from_millis(300);
    sandbox.faults().inject_any(2, Fault::SlowBody(time));
    let http = reqwest::Client::builder().no_proxy().build().unwrap();
    let query = format!("account_id={}&api_key={}", sandbox.account_id(), sandbox.api_key().expose());
    let url = format!("{}/platform_api/GetAccountInfo?{query}", sandbox.base_url());
    let start = Instant::now();
    let mut response = http.get(url).send().await.unwrap();
    assert!(start.elapsed() < time / 2, "{:?}", start.elapsed());
    let announced = response.content_length().unwrap();
    let (mut pieces, mut body) = (0, Vec::new());
    while let Some(piece) = response.chunk().await.unwrap() {
        pieces += 1;
        body.extend_from_slice(&piece);
    }
    assert!(start.elapsed() >= time, "{:?}", start.elapsed());
    assert_eq!(body.len() as u64, announced);
    assert!(pieces > 5, "{pieces}");
    serde_json::from_slice::<serde_json::Value>(&body).unwrap();
    GetAccountInfo::default().send(&client).await.unwrap();
}

#[tokio::test]
async fn a_fault_of_one_account_spares_the_others() {
    let sandbox =
        Sandbox::builder().child(NewAccount::new("child-one").api_key("child-key")).start().await.unwrap();
    let parent = sandbox.client().unwrap().with(CallOptions::new().retry(Retry::never()));
    let children = GetChildrenAccounts::default().send(&parent).await.unwrap().result;
    let (parent_id, child_id) = (sandbox.account_id(), children[0].account_id);
    let child_by_token = sandbox.client_builder().credentials(sandbox.service_account().acting_for(child_id));
    let child_by_key = sandbox.client_builder().credentials(ApiKey::by_id(child_id, "child-key"));
    let [child_by_token, child_by_key] = [child_by_token, child_by_key]
        .map(|builder| builder.build().unwrap().with(CallOptions::new().retry(Retry::never())));
    sandbox.faults().add(FaultRule::any(Fault::Status(503)).account(child_id).times(9));
    for (client, status) in [(&parent, None), (&child_by_token, Some(503)), (&child_by_key, Some(503))] {
        let result = GetAccountInfo::default().send(client).await;
        assert_eq!(result.err().and_then(|error| error.status()).map(|status| status.as_u16()), status);
    }
    assert_eq!(sandbox.faults().active()[0].applied, 2);
    sandbox.faults().clear();

    // The parent's credentials are parameters of `AddAccount`.
    sandbox.faults().add(FaultRule::of::<AddAccount>(Fault::DropRequest).account(parent_id));
    child(&sandbox).send(&parent).await.unwrap_err();
    assert_eq!(self::children(&parent).await, 1);
}

#[tokio::test]
async fn a_request_that_does_not_authenticate_has_no_account() {
    let (sandbox, _) = sandbox().await;
    sandbox.faults().add(FaultRule::any(Fault::Status(503)).account(sandbox.account_id()));
    let key = ApiKey::by_id(sandbox.account_id(), "wrong");
    let client = sandbox.client_builder().credentials(key).build().unwrap();
    let error = GetAccountInfo::default().send(&client).await.unwrap_err();
    assert_eq!(error.code(), Some(ErrorCode::new(100)));
    let response = client.call_read("NoSuchMethod", [("a", "b")]).await.unwrap_err();
    assert_eq!(response.code(), Some(ErrorCode::new(103)));
    assert_eq!(sandbox.faults().remaining(), 1);
    // Rules without an account apply before authentication.
    sandbox.faults().inject_any(1, Fault::Status(404));
    let error = GetAccountInfo::default().send(&client).await.unwrap_err();
    assert_eq!(error.status().map(|status| status.as_u16()), Some(404));
}

#[tokio::test]
async fn a_fault_can_be_aimed_at_one_of_several_concurrent_requests() {
    let (sandbox, client) = sandbox().await;
    sandbox.faults().add(FaultRule::of::<GetChildrenAccounts>(Fault::DropResponse).param("count", "3"));
    let calls: Vec<_> = (1..=5)
        .map(|count| GetChildrenAccounts { count: Some(count), ..Default::default() })
        .map(|request| tokio::spawn(request.send(&client)))
        .collect();
    let mut failed = Vec::new();
    for call in calls {
        failed.push(call.await.unwrap().is_err());
    }
    assert_eq!(failed, [false, false, true, false, false]);
}

#[tokio::test]
async fn a_seed_determines_which_requests_have_a_fault() {
    let mut runs = Vec::new();
    for seed in [7, 7, 8] {
        let rule = FaultRule::of::<GetAccountInfo>(Fault::Status(404)).probability(0.5);
        let sandbox = Sandbox::builder().seed(seed).fault_rule(rule).start().await.unwrap();
        let client = sandbox.client().unwrap();
        let mut failed = Vec::new();
        for _ in 0..32 {
            failed.push(GetAccountInfo::default().send(&client).await.is_err());
        }
        let active = sandbox.faults().active();
        assert_eq!(active[0].applied, failed.iter().filter(|failed| **failed).count());
        assert!(sandbox.faults().remove(active[0].id));
        GetAccountInfo::default().send(&client).await.unwrap();
        runs.push(failed);
    }
    assert_eq!(runs[0], runs[1]);
    assert_ne!(runs[0], runs[2]);
}

#[tokio::test]
async fn a_fixture_has_rules_with_filters() {
    let fixture = r#"{"faults": [
        {"method": "GetChildrenAccounts", "account_id": 1000001, "params": {"count": 3}, "times": 1, "body": "malformed"},
        {"probability": 0, "drop": "request"}
    ]}"#;
    let sandbox = Sandbox::builder().fixture(fixture).unwrap().start().await.unwrap();
    let client = sandbox.client().unwrap();
    for (count, succeeds) in [(2, true), (3, false), (3, true)] {
        let request = GetChildrenAccounts { count: Some(count), ..Default::default() };
        assert_eq!(request.send(&client).await.is_ok(), succeeds, "{count}");
    }
    assert_eq!(sandbox.faults().active().len(), 1);
}
