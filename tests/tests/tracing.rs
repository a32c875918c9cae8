//! The contents of spans and events.

mod scripted;

use std::collections::BTreeMap;
use std::fmt::Debug;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use scripted::{ScriptedServer, Step};
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};
use vox_accounts::prelude::*;
use vox_sandbox::Sandbox;
use vox_tests::faulty_server::{self, FaultyServer};

type Fields = BTreeMap<String, String>;

/// Keeps every span and event of every level.
#[derive(Clone, Default)]
struct Recorder(Arc<Mutex<Records>>);

#[derive(Default)]
struct Records {
    /// The name, the parent and the fields of each span, at the index of its id minus one.
    spans: Vec<(&'static str, Option<u64>, Fields)>,
    events: Vec<Fields>,
    entered: Vec<u64>,
    /// The number of handles of each span.
    handles: Vec<usize>,
    /// The messages of vox's events, and the names of the spans that were closed, in their order.
    history: Vec<String>,
}

impl Recorder {
    fn spans(&self, name: &str) -> Vec<Fields> {
        let records = self.0.lock().unwrap();
        records.spans.iter().filter(|span| span.0 == name).map(|span| span.2.clone()).collect()
    }

    fn everything(&self) -> String {
        let records = self.0.lock().unwrap();
        format!("{:?} {:?}", records.spans, records.events)
    }
}

impl Subscriber for Recorder {
    fn enabled(&self, _: &Metadata<'_>) -> bool {
        true
    }

    fn new_span(&self, span: &Attributes<'_>) -> Id {
        let mut fields = Fields::new();
        span.record(&mut Visitor(&mut fields));
        let mut records = self.0.lock().unwrap();
        let parent = records.entered.last().copied();
        records.spans.push((span.metadata().name(), parent, fields));
        records.handles.push(1);
        Id::from_u64(records.spans.len() as u64)
    }

    fn record(&self, span: &Id, values: &Record<'_>) {
        let mut records = self.0.lock().unwrap();
        values.record(&mut Visitor(&mut records.spans[index(span)].2));
    }

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, event: &Event<'_>) {
        let mut fields = Fields::new();
        event.record(&mut Visitor(&mut fields));
        let mut records = self.0.lock().unwrap();
        if event.metadata().target().starts_with("vox") {
            records.history.push(fields["message"].clone());
        }
        records.events.push(fields);
    }

    fn clone_span(&self, span: &Id) -> Id {
        self.0.lock().unwrap().handles[index(span)] += 1;
        span.clone()
    }

    fn try_close(&self, span: Id) -> bool {
        let mut records = self.0.lock().unwrap();
        records.handles[index(&span)] -= 1;
        let is_closed = records.handles[index(&span)] == 0;
        if is_closed {
            let name = records.spans[index(&span)].0.to_owned();
            records.history.push(name);
        }
        is_closed
    }

    fn enter(&self, span: &Id) {
        self.0.lock().unwrap().entered.push(span.into_u64());
    }

    fn exit(&self, span: &Id) {
        let left = self.0.lock().unwrap().entered.pop();
        assert_eq!(left, Some(span.into_u64()));
    }
}

fn index(span: &Id) -> usize {
    usize::try_from(span.into_u64()).unwrap() - 1
}

struct Visitor<'f>(&'f mut Fields);

impl Visit for Visitor<'_> {
    fn record_str(&mut self, field: &Field, value: &str) {
        self.0.insert(field.name().to_owned(), value.to_owned());
    }

    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        self.0.insert(field.name().to_owned(), format!("{value:?}"));
    }
}

#[track_caller]
fn has(fields: &Fields, expected: &[(&str, &str)]) {
    for (name, text) in expected {
        assert_eq!(fields.get(*name).map(String::as_str), Some(*text), "{name} in {fields:?}");
    }
}

#[tokio::test]
async fn a_call_and_each_of_its_attempts_have_a_span() {
    let recorder = Recorder::default();
    let _guard = tracing::subscriber::set_default(recorder.clone());
    let server = ScriptedServer::start([
        Step::status(503),
        Step::error(340),
        Step::ok(r#"{"result": {"account_id": 1}}"#),
    ])
    .await;
    let client = Client::builder().credentials(Credentials::None).base_url(&server.url);
    let client = client.retry(Retry::default().base(Duration::ZERO)).build().unwrap();
    GetAccountInfo::default().send_raw(&client).await.unwrap();

    let calls = recorder.spans("vox.call");
    assert_eq!(calls.len(), 1);
    has(
        &calls[0],
        &[
            ("otel.name", "GetAccountInfo"),
            ("otel.kind", "internal"),
            ("vox.method", "GetAccountInfo"),
            ("vox.kind", "read"),
            ("vox.attempts", "3"),
            ("http.response.status_code", "200"),
        ],
    );

    let attempts = recorder.spans("vox.attempt");
    assert_eq!(attempts.len(), 3);
    let port = server.url.rsplit(':').next().unwrap();
    let url = format!("{}/platform_api/GetAccountInfo", server.url);
    for attempt in &attempts {
        has(
            attempt,
            &[
                ("otel.name", "POST GetAccountInfo"),
                ("otel.kind", "client"),
                ("http.request.method", "POST"),
                ("server.address", "127.0.0.1"),
                ("server.port", port),
                ("url.full", &url),
            ],
        );
    }
    assert!(!attempts[0].contains_key("http.request.resend_count"));
    has(
        &attempts[0],
        &[("http.response.status_code", "503"), ("error.type", "unexpected"), ("otel.status_code", "ERROR")],
    );
    has(
        &attempts[1],
        &[("http.request.resend_count", "1"), ("vox.error_code", "340"), ("error.type", "rejected")],
    );
    has(&attempts[2], &[("http.request.resend_count", "2"), ("http.response.status_code", "200")]);
    for good in [&calls[0], &attempts[2]] {
        assert!(!good.contains_key("error.type") && !good.contains_key("otel.status_code"), "{good:?}");
    }

    let records = recorder.0.lock().unwrap();
    assert!(records.spans.iter().all(|span| span.0 == "vox.call" || span.1 == Some(1)));
    // One event for the call, at its end.
    let ended = records.events.last().unwrap();
    assert_eq!(ended["message"], "GetAccountInfo succeeded");
    let retries: Vec<_> = records.events.iter().filter(|event| event.contains_key("vox.pause_ms")).collect();
    assert_eq!(retries.len(), 2);
    has(retries[0], &[("error.type", "unexpected")]);
    assert!(retries[0]["message"].starts_with("retried: GetAccountInfo: the response is not the API's"));
}

#[tokio::test]
async fn the_span_of_an_attempt_ends_before_the_pause() {
    let recorder = Recorder::default();
    let _guard = tracing::subscriber::set_default(recorder.clone());
    let server =
        ScriptedServer::start([Step::status(503), Step::ok(r#"{"result": {"account_id": 1}}"#)]).await;
    let client = Client::builder().credentials(Credentials::None).base_url(&server.url).build().unwrap();
    GetAccountInfo::default().send_raw(&client).await.unwrap();
    let history = recorder.0.lock().unwrap().history.clone();
    let [attempt, retry, second, success, call] = history.as_slice() else { panic!("{history:?}") };
    assert_eq!([attempt, second, call], ["vox.attempt", "vox.attempt", "vox.call"]);
    assert!(retry.starts_with("retried: "), "{retry}");
    assert_eq!(success, "GetAccountInfo succeeded");
}

#[tokio::test]
async fn errors_and_renewed_tokens_are_recorded() {
    let recorder = Recorder::default();
    let _guard = tracing::subscriber::set_default(recorder.clone());
    let sandbox = Sandbox::start().await.unwrap();
    // Signs by the machine's clock, unlike the sandbox's client.
    let account = ServiceAccount::from_json(&sandbox.credentials_json()).unwrap();
    let client = sandbox.client_builder().credentials(account).build().unwrap();
    sandbox.clock().advance(Duration::from_secs(7200));
    let charge = ChargeAccount { phone: Phones::Id(4711.into()) };
    let error = charge.send(&client).await.unwrap_err();
    assert_eq!(error.attempts(), 2);
    let call = &recorder.spans("vox.call")[0];
    let code = error.code().unwrap().code().to_string();
    has(
        call,
        &[
            ("vox.attempts", "2"),
            ("vox.kind", "write"),
            ("error.type", "rejected"),
            ("vox.error_code", &code),
            ("otel.status_code", "ERROR"),
        ],
    );
    assert!(recorder.everything().contains("the token is signed again"), "{}", recorder.everything());

    let unreachable = CallOptions::new().base_url("http://127.0.0.1:1").unwrap().retry(Retry::never());
    charge.send(&client.with(unreachable)).await.unwrap_err();
    has(&recorder.spans("vox.call")[1], &[("vox.attempts", "1"), ("error.type", "not_sent")]);
}

#[tokio::test]
async fn the_event_of_a_call_includes_decoding_and_validation() {
    let recorder = Recorder::default();
    let _guard = tracing::subscriber::set_default(recorder.clone());
    let undecodable = r#"{"result": {"account_id": "x", "account_name": "n"}}"#;
    let server = ScriptedServer::start([Step::ok(undecodable)]).await;
    let client = Client::builder().credentials(Credentials::None).base_url(&server.url).build().unwrap();
    let error = GetAccountInfo::default().send(&client).await.unwrap_err();
    has(&recorder.spans("vox.call")[0], &[("error.type", "decode"), ("http.response.status_code", "200")]);
    let invalid = GetChildrenAccounts { count: Some(1001), ..Default::default() };
    let invalid = invalid.send(&client).await.unwrap_err();
    has(&recorder.spans("vox.call")[1], &[("error.type", "invalid"), ("vox.attempts", "0")]);
    let records = recorder.0.lock().unwrap();
    let lines = records.events.iter().map(|event| event["message"].clone());
    // Skips the events of the HTTP library.
    let lines: Vec<_> = lines.filter(|line| line.starts_with("Get")).collect();
    assert_eq!(lines, [error.to_string(), invalid.to_string()]);
}

/// The value of every secret. It must not be recorded.
const SECRET: &str = "S3cret-Zq9!";

#[tokio::test]
async fn no_secret_is_recorded() {
    let recorder = Recorder::default();
    let _guard = tracing::subscriber::set_default(recorder.clone());
    let sandbox = Sandbox::start().await.unwrap();
    let rejecting = ScriptedServer::start([Step::error(100)]).await;
    let credentials: [Credentials; 5] = [
        ServiceAccount::from_json(&sandbox.credentials_json()).unwrap().into(),
        ApiKey::by_id(1, SECRET).into(),
        AccountPassword::by_name("me", SECRET).into(),
        Session::by_email("a@example.com", SECRET).into(),
        Credentials::Token(SECRET.into()),
    ];
    for credentials in credentials {
        let add = AddAccount::builder()
            .parent(ParentAccount::Id(1))
            .parent_auth(ParentAuth::Password(SECRET.into()))
            .account_name("child-one")
            .account_email("child@example.com")
            .account_password(SECRET)
            .build();
        for url in [sandbox.base_url(), rejecting.url.clone()] {
            let client = Client::builder().credentials(credentials.clone()).base_url(url).build().unwrap();
            let client = client.with(CallOptions::new().header("x-secret", SECRET).unwrap());
            add.send(&client).await.unwrap_err();
            let _ = GetAccountInfo::default().send(&client).await;
            let _ = client.call("SetSecret", [("secret", SECRET)]).await;
        }
    }
    let output = recorder.everything();
    assert_eq!(recorder.spans("vox.call").len(), 30);
    for secret in [SECRET, "S3cret", "eyJ", "PRIVATE KEY", "child@example.com", "Bearer"] {
        assert!(!output.contains(secret), "`{secret}` is in: {output}");
    }
}

#[tokio::test]
async fn the_span_of_a_redirected_download_names_the_host_that_was_requested_last() {
    let recorder = Recorder::default();
    let _guard = tracing::subscriber::set_default(recorder.clone());
    let other = FaultyServer::start([faulty_server::Step::response("404 Not Found", "", "")]).await.unwrap();
    let target = other.url().replace("127.0.0.1", "localhost");
    let location = format!("location: {target}/x?signature=hunter2\r\n");
    let server =
        FaultyServer::start([faulty_server::Step::response("302 Found", &location, "")]).await.unwrap();
    let client = Client::builder().credentials(Credentials::None).base_url(server.url()).build().unwrap();
    client.download(&format!("{}/x", server.url())).await.unwrap_err();

    let attempts = recorder.spans("vox.attempt");
    assert_eq!(attempts.len(), 1);
    let port = target.rsplit(':').next().unwrap();
    let expected = [("server.address", "localhost"), ("server.port", port), ("url.full", target.as_str())];
    has(&attempts[0], &expected);
    assert!(!recorder.everything().contains("hunter2"));
}
