//! Hooks.

mod scripted;

use std::sync::{Arc, Mutex};
use std::time::Duration;

use scripted::{ScriptedServer, Step};
use vox_accounts::prelude::*;
use vox_accounts::vox_core::client::{Attempt, AttemptOutcome};
use vox_accounts::vox_core::meta::Kind;
use vox_accounts::vox_core::{ClientBuilder, ErrorCode, Hook};

/// A hook that records everything it observes.
#[derive(Clone, Default)]
struct Recorder(Arc<Mutex<Vec<String>>>);

impl Recorder {
    fn lines(&self) -> Vec<String> {
        self.0.lock().unwrap().clone()
    }
}

impl Hook for Recorder {
    fn before(&self, attempt: &Attempt<'_>) {
        let kind = if attempt.kind() == Kind::Read { "read" } else { "write" };
        let line = format!("{} {} ({kind}) at {}", attempt.number(), attempt.method(), attempt.host());
        self.0.lock().unwrap().push(line);
    }

    fn after(&self, attempt: &Attempt<'_>, outcome: &AttemptOutcome<'_>) {
        assert!(outcome.elapsed() > Duration::ZERO);
        let status = outcome.status().map(|status| status.as_u16());
        let code = outcome.code().map(ErrorCode::code);
        let failed = outcome.error().is_some();
        if let Some(error) = outcome.error() {
            assert_eq!(error.context().host(), Some(attempt.host()));
        }
        let line = format!("{} {status:?} {code:?} failed={failed} {}", attempt.number(), outcome.bytes());
        self.0.lock().unwrap().push(line);
    }
}

fn builder(url: &str) -> ClientBuilder {
    let retry = Retry::default().base(Duration::ZERO);
    Client::builder().credentials(ApiKey::by_id(1, "hunter2")).base_url(url).retry(retry)
}

#[tokio::test]
async fn hooks_observe_every_attempt() {
    let limit = r#"{"error": {"code": 340, "msg": "No"}}"#;
    let steps =
        [Step::status(503), Step::Close, Step::ok(limit), Step::ok(r#"{"result": {"account_id": 1}}"#)];
    let server = ScriptedServer::start(steps).await;
    let (one, two) = (Recorder::default(), Recorder::default());
    let client = builder(&server.url).hook(one.clone()).hook(two.clone()).build().unwrap();
    GetAccountInfo::default().send_raw(&client).await.unwrap();
    assert_eq!(
        one.lines(),
        [
            "1 GetAccountInfo (read) at 127.0.0.1",
            "1 Some(503) None failed=true 0",
            "2 GetAccountInfo (read) at 127.0.0.1",
            "2 None None failed=true 0",
            "3 GetAccountInfo (read) at 127.0.0.1",
            "3 Some(200) Some(340) failed=true 37",
            "4 GetAccountInfo (read) at 127.0.0.1",
            "4 Some(200) None failed=false 29",
        ]
    );
    assert_eq!(one.lines(), two.lines());
}

#[tokio::test]
async fn a_call_rejected_before_sending_makes_no_attempt() {
    let recorder = Recorder::default();
    let client = builder("http://127.0.0.1:1").hook(recorder.clone()).build().unwrap();
    let bad = GetChildrenAccounts { count: Some(1001), ..Default::default() };
    assert!(bad.send(&client).await.is_err());
    assert!(recorder.lines().is_empty());
}

struct PanickingHook;

impl Hook for PanickingHook {
    fn before(&self, _: &Attempt<'_>) {
        panic!("the hook panics");
    }
}

#[tokio::test]
async fn a_panic_in_a_hook_reaches_the_caller() {
    let client = builder("http://127.0.0.1:1").max_in_flight(1).hook(PanickingHook).build().unwrap();
    for _ in 0..2 {
        let call = tokio::spawn(GetAccountInfo::default().send(&client));
        let panic = call.await.unwrap_err().into_panic();
        assert_eq!(panic.downcast_ref(), Some(&"the hook panics"));
    }
}
