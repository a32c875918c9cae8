//! What hooks see.

mod scripted;

use std::sync::{Arc, Mutex};
use std::time::Duration;

use scripted::{Scripted, Step};
use vox_accounts::prelude::*;
use vox_accounts::vox_core::{Attempt, ClientBuilder, ErrorCode, Hook, Kind, Outcome};

/// Writes down all it sees.
#[derive(Clone, Default)]
struct Diary(Arc<Mutex<Vec<String>>>);

impl Diary {
    fn lines(&self) -> Vec<String> {
        self.0.lock().unwrap().clone()
    }
}

impl Hook for Diary {
    fn before(&self, attempt: &Attempt<'_>) {
        let kind = if attempt.kind() == Kind::Read { "read" } else { "write" };
        let line = format!("{} {} ({kind}) at {}", attempt.number(), attempt.method(), attempt.host());
        self.0.lock().unwrap().push(line);
    }

    fn after(&self, attempt: &Attempt<'_>, outcome: &Outcome<'_>) {
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
async fn every_attempt_is_seen() {
    let limit = r#"{"error": {"code": 340, "msg": "No"}}"#;
    let steps =
        [Step::status(503), Step::Close, Step::ok(limit), Step::ok(r#"{"result": {"account_id": 1}}"#)];
    let server = Scripted::start(steps).await;
    let (one, two) = (Diary::default(), Diary::default());
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
async fn what_is_refused_here_is_no_attempt() {
    let diary = Diary::default();
    let client = builder("http://127.0.0.1:1").hook(diary.clone()).build().unwrap();
    let bad = GetChildrenAccounts { count: Some(1001), ..Default::default() };
    assert!(bad.send(&client).await.is_err());
    assert!(diary.lines().is_empty());
}

struct Panics;

impl Hook for Panics {
    fn before(&self, _: &Attempt<'_>) {
        panic!("the hook's own fault");
    }
}

#[tokio::test]
async fn a_panic_is_the_callers() {
    let client = builder("http://127.0.0.1:1").max_in_flight(1).hook(Panics).build().unwrap();
    for _ in 0..2 {
        let call = tokio::spawn(GetAccountInfo::default().send(&client));
        let panic = call.await.unwrap_err().into_panic();
        assert_eq!(panic.downcast_ref(), Some(&"the hook's own fault"));
    }
}
