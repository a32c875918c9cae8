//! An effect is never claimed beyond what is known, and a call that may have taken effect is not retried.

mod scripted;

use std::sync::{Arc, Mutex};
use std::time::Duration;

use scripted::{ScriptedServer, Step};
use vox_accounts::prelude::*;
use vox_accounts::vox_core::client::CallEnd;
use vox_accounts::vox_core::{Client, Hook, Retry};
use vox_sandbox::Sandbox;
use vox_tests::ARRIVAL;

fn client(url: &str) -> Client {
    let retry = Retry::default().base(Duration::from_millis(1));
    Client::builder().credentials(Credentials::Token("t".into())).base_url(url).retry(retry).build().unwrap()
}

fn charge() -> ChargeAccount {
    ChargeAccount { phone: Phones::Number("79993330011".into()) }
}

/// The numbers of requests of a read and of a write with a server that repeats this step, and the error of the write.
async fn sent(step: Step) -> (usize, usize, Error) {
    let reading = ScriptedServer::start([step.clone()]).await;
    GetAccountInfo::default().send(&client(&reading.url)).await.unwrap_err();
    let writing = ScriptedServer::start([step]).await;
    let error = charge().send(&client(&writing.url)).await.unwrap_err();
    (reading.requests().len(), writing.requests().len(), error)
}

fn body(status: u16, body: &str) -> Step {
    Step::Respond(status, "", body.to_owned())
}

#[tokio::test]
async fn a_write_is_retried_only_if_it_certainly_had_no_effect() {
    let result = r#"{"result":{"charged_amount":1},"error":{"code":340,"msg":"x"}}"#;
    for (step, reads, writes, effect) in [
        (body(200, r#"{"error":{"code":340,"msg":"x"}}"#), 4, 4, Effect::None),
        (body(429, ""), 4, 4, Effect::None),
        (body(429, r#"{"error":{"code":100,"msg":"x"}}"#), 4, 4, Effect::None),
        (body(429, r#"{"error":"Too many"}"#), 4, 4, Effect::None),
        (body(429, r#"{"error":{"code":2,"msg":"x"}}"#), 4, 1, Effect::Unknown),
        (body(200, result), 4, 1, Effect::Unknown),
        (body(408, ""), 4, 1, Effect::Unknown),
        (body(500, ""), 4, 1, Effect::Unknown),
        (body(503, r#"{"error":{"code":1,"msg":"x"}}"#), 4, 1, Effect::Unknown),
        (body(303, ""), 1, 1, Effect::Unknown),
        (body(307, ""), 1, 1, Effect::None),
        (body(404, "<h1>?</h1>"), 1, 1, Effect::None),
        (body(200, "503 Service Temporarily Unavailable"), 1, 1, Effect::Unknown),
        (Step::Close, 4, 1, Effect::Unknown),
    ] {
        let (reading, writing, error) = sent(step).await;
        assert_eq!((reading, writing, error.effect()), (reads, writes, effect), "{error}");
    }
}

/// A response with a date this many seconds from now.
fn dated(status: u16, code: u32, ahead: i64) -> Step {
    let date = Timestamp::now().as_second() + ahead;
    let date = Timestamp::from_second(date).unwrap().strftime("%a, %d %b %Y %H:%M:%S GMT");
    let headers: &'static str = Box::leak(format!("date: {date}\r\n").into_boxed_str());
    Step::Respond(status, headers, format!(r#"{{"error":{{"code":{code},"msg":"x"}}}}"#))
}

async fn service_account() -> ServiceAccount {
    let sandbox = Sandbox::start().await.unwrap();
    ServiceAccount::from_json(&sandbox.credentials_json()).unwrap()
}

#[tokio::test]
async fn a_rejected_token_is_renewed_only_if_that_is_safe_and_useful() {
    let account = service_account().await;
    for (step, reads, writes) in [
        (dated(200, 447, 0), 2, 2),
        (dated(200, 456, -900), 2, 2),
        (dated(400, 455, 900), 2, 2),
        // A response with a status of 500 or more proves nothing.
        (dated(500, 447, 0), 2, 1),
        // A clock skew explains code 100 only if it is more than a minute.
        (dated(200, 100, 900), 2, 2),
        (dated(200, 100, 30), 1, 1),
        (dated(200, 104, 900), 1, 1),
        // A clock skew of more than a day is implausible.
        (dated(200, 456, 90_000), 1, 1),
        (Step::error(456), 1, 1),
    ] {
        for (is_write, expected) in [(false, reads), (true, writes)] {
            let server = ScriptedServer::start([step.clone()]).await;
            let fresh = account.clone().with_clock(Timestamp::now);
            let client = Client::builder().credentials(fresh).base_url(&server.url).retry(Retry::never());
            let client = client.build().unwrap();
            let error = if is_write {
                charge().send(&client).await.unwrap_err()
            } else {
                GetAccountInfo::default().send(&client).await.unwrap_err()
            };
            assert_eq!(
                (server.requests().len(), error.attempts()),
                (expected, u32::try_from(expected).unwrap()),
                "{error}"
            );
        }
    }
}

#[tokio::test]
async fn errors_about_credentials_state_the_clock_skew() {
    let account = service_account().await;
    for (step, expected) in [
        (dated(200, 100, 900), Some("; this machine's clock is 900 s behind the server's")),
        (dated(200, 100, -900), Some("; this machine's clock is 900 s ahead of the server's")),
        (dated(200, 100, 20), None),
        (dated(200, 456, 9_000_000), Some("; the server's clock shows ")),
    ] {
        let server = ScriptedServer::start([step]).await;
        let client =
            Client::builder().credentials(account.clone().with_clock(Timestamp::now)).base_url(&server.url);
        let error = charge().send(&client.build().unwrap()).await.unwrap_err().to_string();
        // A second may pass between the two clocks' readings.
        let error = error.replace("899 s", "900 s").replace("901 s", "900 s");
        match expected {
            Some(expected) => assert!(error.contains(expected), "{error}"),
            None => assert!(!error.contains("clock is"), "{error}"),
        }
    }
    let server = ScriptedServer::start([Step::Respond(
        200,
        "date: Mon, 01 Jan 9990 00:00:00 GMT\r\n",
        r#"{"error":{"code":455}}"#.into(),
    )])
    .await;
    let client = Client::builder().credentials(account).base_url(&server.url).build().unwrap();
    let error = charge().send(&client).await.unwrap_err();
    assert!(
        error.to_string().contains("the server's clock shows 9990-01-01T00:00:00Z, this machine's 20"),
        "{error}"
    );
    assert_eq!(server.requests().len(), 1);
}

/// A hook that records the ends of calls.
#[derive(Clone, Default)]
struct CallEndRecorder(Arc<Mutex<Vec<String>>>);

impl Hook for CallEndRecorder {
    fn end(&self, call: &CallEnd<'_>) {
        let how = match call.error() {
            Some(_) => "error",
            None if call.is_dropped() => "dropped",
            None => "success",
        };
        let line = format!("{} {} {how} {}", call.method(), call.attempts(), call.effect());
        self.0.lock().unwrap().push(line);
    }
}

impl CallEndRecorder {
    fn take(&self) -> Vec<String> {
        std::mem::take(&mut *self.0.lock().unwrap())
    }
}

const GOOD: &str = r#"{"result":{"charged_amount":1}}"#;

#[tokio::test]
async fn hooks_observe_the_end_of_every_call_once() {
    let ends = CallEndRecorder::default();
    let client = |url: &str| {
        let builder = Client::builder().credentials(Credentials::Token("t".into())).base_url(url);
        builder.retry(Retry::default().base(Duration::from_millis(1))).hook(ends.clone()).build().unwrap()
    };
    let server = ScriptedServer::start([Step::error(340), Step::ok(GOOD)]).await;
    charge().send(&client(&server.url)).await.unwrap();
    assert_eq!(ends.take(), ["ChargeAccount 2 success done"]);
    let raw = charge().send_raw(&client(&server.url)).await.unwrap();
    raw.decode::<serde_json::Value>().unwrap();
    assert_eq!(ends.take(), ["ChargeAccount 1 success done"]);

    let server = ScriptedServer::start([Step::error(127)]).await;
    charge().send(&client(&server.url)).await.unwrap_err();
    assert_eq!(ends.take(), ["ChargeAccount 1 error none"]);

    // A decode error is an error of the call.
    let server =
        ScriptedServer::start([Step::ok(r#"{"result":{"phones":[{"phone_id":"x"}],"charged_amount":1}}"#)])
            .await;
    charge().send(&client(&server.url)).await.unwrap_err();
    assert_eq!(ends.take(), ["ChargeAccount 1 error done"]);

    // Rejected before sending.
    let bad = GetChildrenAccounts { count: Some(1001), ..Default::default() };
    bad.send(&client(&server.url)).await.unwrap_err();
    assert_eq!(ends.take(), ["GetChildrenAccounts 0 error none"]);
    let late = client(&server.url).with(CallOptions::new().timeout(Duration::ZERO));
    charge().send(&late).await.unwrap_err();
    assert_eq!(ends.take(), ["ChargeAccount 0 error none"]);
    // A call that is not awaited has not begun.
    drop(charge().send(&client(&server.url)));
    assert!(ends.take().is_empty());
}

#[tokio::test]
async fn the_end_of_a_dropped_call_states_its_effect_as_far_as_known() {
    let ends = CallEndRecorder::default();
    let server = ScriptedServer::start([Step::Silence]).await;
    let builder = Client::builder().credentials(Credentials::Token("t".into())).base_url(&server.url);
    let client = builder.max_in_flight(1).hook(ends.clone()).build().unwrap();
    let first = tokio::spawn(charge().send(&client));
    while server.requests().is_empty() {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    // This call waits for its turn, and makes no attempt.
    let waiting = tokio::time::timeout(Duration::from_millis(50), charge().send(&client)).await;
    assert!(waiting.is_err());
    assert_eq!(ends.take(), ["ChargeAccount 0 dropped none"]);
    first.abort();
    first.await.unwrap_err();
    assert_eq!(ends.take(), ["ChargeAccount 1 dropped unknown"]);
    let read = tokio::time::timeout(ARRIVAL, GetAccountInfo::default().send(&client)).await;
    assert!(read.is_err());
    assert_eq!(ends.take(), ["GetAccountInfo 1 dropped none"]);
    assert_eq!(server.requests().len(), 2);
}

#[tokio::test]
async fn requests_do_not_accept_compression_and_the_error_names_a_compressed_response() {
    let server =
        ScriptedServer::start([Step::Respond(200, "content-encoding: gzip\r\n", "\u{1f}\u{8b}\u{8}".into())])
            .await;
    let error = charge().send(&client(&server.url)).await.unwrap_err();
    assert!(server.requests()[0].contains("\r\naccept-encoding: identity\r\n"), "{:?}", server.requests());
    assert!(error.to_string().contains("encoded as gzip"), "{error}");
    assert_eq!(error.effect(), Effect::Unknown);
}

#[tokio::test]
async fn errors_of_a_custom_type_show_no_values() {
    #[derive(Debug)]
    struct FailsWithValue;

    impl<'de> serde::Deserialize<'de> for FailsWithValue {
        fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            let value = serde_json::Value::deserialize(deserializer)?;
            Err(serde::de::Error::custom(format!("cannot read {value}")))
        }
    }

    let server = ScriptedServer::start([Step::ok(r#"{"result":"hunter2"}"#)]).await;
    let raw = client(&server.url).call_read("GetSecret", [("a", "b")]).await.unwrap();
    let error = raw.decode::<FailsWithValue>().unwrap_err();
    assert!(!format!("{error} {error:?}").contains("hunter2"), "{error:?}");
    assert!(matches!(error.kind(), ErrorKind::Decode(_)), "{error}");
    // The same for a type of the standard library.
    let error = raw.decode::<std::collections::BTreeMap<String, u8>>().unwrap_err();
    assert!(!format!("{error} {error:?}").contains("hunter2"), "{error:?}");
}

/// Code that is generic over methods can call any of them; a client with a role works in code without roles.
#[tokio::test]
async fn generic_code_calls_any_method() {
    async fn call<M: Method>(method: &M, client: &Client) -> Result<M::Response, Error> {
        method.send(client).await
    }

    let sandbox = Sandbox::start().await.unwrap();
    let client = sandbox.client().unwrap();
    call(&charge(), &client).await.unwrap();
    let payer = client.with_role::<roles::Payer>();
    call(&GetAccountInfo::default(), &payer.without_role()).await.unwrap();
    assert_eq!(sandbox.requests_received(), 2);
}
