//! Transports other than the client's own.

use std::future::pending;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::task::{Context, Poll};
use std::time::Duration;

use http::{Request, Response};
use vox_accounts::prelude::*;
use vox_accounts::vox_core::error::UnexpectedResponse;
use vox_accounts::vox_core::transport::{
    RequestBody, ResponseBody, ResponseFuture, Transport, TransportError, from_fn,
};
use vox_accounts::vox_core::{ClientBuilder, blocking};

const CHARGED: &str = r#"{"result": {"phones": [{"phone_id": 1, "phone_number": "7", "deactivated": false, "is_frozen": false}]}}"#;

fn builder(transport: impl Transport) -> ClientBuilder {
    Client::builder()
        .credentials(ApiKey::by_id(7, "hunter2"))
        .timeout(Duration::from_secs(1))
        .retry(Retry::default().attempts(3).base(Duration::ZERO))
        .transport(transport)
}

fn charge() -> ChargeAccount {
    ChargeAccount { phone: Phones::Number("7".into()) }
}

#[tokio::test]
async fn a_test_double_gets_the_request_and_gives_the_response() {
    let client = builder(from_fn(|request| async move {
        assert_eq!(request.method(), "POST");
        assert_eq!(request.uri(), "https://api.voximplant.com/platform_api/ChargeAccount");
        assert_eq!(request.headers()["content-type"], "application/x-www-form-urlencoded");
        assert!(!format!("{request:?}").contains("hunter2"));
        assert_eq!(request.into_body().into_bytes()?, "phone_number=7&account_id=7&api_key=hunter2");
        Ok(Response::new(CHARGED))
    }))
    .build()
    .unwrap();
    assert_eq!(charge().send(&client).await.unwrap().result.unwrap().phones.len(), 1);
}

#[test]
fn both_clients_send_by_the_same_call() {
    let double = || from_fn(|_| async { Ok(Response::new(r#"{"result": {"account_id": 7}}"#)) });
    let blocking: blocking::Client = builder(double()).build_blocking().unwrap();
    let request = GetAccountInfo::default();
    assert_eq!(request.send(&blocking).unwrap().result.account_id, 7);
    assert_eq!(request.send(&Arc::new(blocking.with_role::<roles::Owner>())).unwrap().result.account_id, 7);
    let client = builder(double()).build().unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    assert_eq!(runtime.block_on(request.send(&Box::new(client))).unwrap().result.account_id, 7);
}

/// The error of a call whose transport fails, and how often it was called.
async fn failing(error: fn() -> TransportError) -> (Error, u32) {
    let calls = Arc::new(AtomicU32::new(0));
    let counted = Arc::clone(&calls);
    let client = builder(from_fn(move |_| {
        counted.fetch_add(1, Ordering::Relaxed);
        async move { Err::<Response<String>, _>(error()) }
    }));
    let error = charge().send(&client.build().unwrap()).await.unwrap_err();
    (error, calls.load(Ordering::Relaxed))
}

#[tokio::test]
async fn only_a_statement_that_nothing_was_sent_allows_a_retry() {
    let (error, calls) = failing(|| TransportError::not_sent("no route")).await;
    assert_eq!((error.effect(), calls), (Effect::None, 3), "{error}");
    let (error, calls) = failing(|| TransportError::unknown("reset")).await;
    assert_eq!((error.effect(), calls), (Effect::Unknown, 1), "{error}");
    let (error, calls) = failing(|| std::io::Error::other("any error").into()).await;
    assert_eq!((error.effect(), calls), (Effect::Unknown, 1), "{error}");
    let (error, calls) = failing(|| TransportError::not_sent("bad certificate").permanent()).await;
    assert_eq!((error.effect(), calls), (Effect::None, 1), "{error}");
}

/// Never responds; takes the body first or not, and says that it would or not.
struct Silent {
    takes_body: bool,
    takes_body_first: bool,
}

impl Transport for Silent {
    fn send(&self, request: Request<RequestBody>) -> ResponseFuture<'_> {
        Box::pin(async move {
            if self.takes_body {
                request.into_body().into_bytes()?;
            }
            pending().await
        })
    }

    fn takes_body_first(&self) -> bool {
        self.takes_body_first
    }
}

#[tokio::test]
async fn a_timeout_had_no_effect_only_if_the_body_was_not_taken_by_a_transport_that_takes_it_first() {
    for (takes_body, takes_body_first, effect) in [
        (false, true, Effect::None),
        (false, false, Effect::Unknown),
        (true, true, Effect::Unknown),
        (true, false, Effect::Unknown),
    ] {
        let client = builder(Silent { takes_body, takes_body_first }).build().unwrap();
        let error = charge().send(&client).await.unwrap_err();
        assert!(error.is_timeout(), "{error}");
        assert_eq!(error.effect(), effect, "{error}");
    }
}

#[tokio::test]
async fn after_the_deadline_a_transport_cannot_send() {
    let client = builder(from_fn(|request: Request<RequestBody>| async move {
        // The client enforces the deadline by dropping this future: a thread that blocks is not dropped.
        std::thread::sleep(Duration::from_millis(1300));
        let form = request.into_body().into_bytes()?;
        panic!("{} bytes would be sent", form.len());
        #[expect(unreachable_code, reason = "gives the future its type")]
        Ok(Response::new(""))
    }));
    let error = charge().send(&client.build().unwrap()).await.unwrap_err();
    assert!(error.is_timeout(), "{error}");
}

#[tokio::test]
async fn dropping_a_call_cancels_its_request() {
    struct Guard(Arc<AtomicU32>);
    impl Drop for Guard {
        fn drop(&mut self) {
            self.0.fetch_add(1, Ordering::Relaxed);
        }
    }
    let dropped = Arc::new(AtomicU32::new(0));
    let counter = Arc::clone(&dropped);
    let client = builder(from_fn(move |_| {
        let guard = Guard(Arc::clone(&counter));
        async move {
            let _guard = guard;
            pending::<()>().await;
            Ok(Response::new(""))
        }
    }));
    let client = client.build().unwrap();
    assert!(tokio::time::timeout(Duration::from_millis(20), charge().send(&client)).await.is_err());
    assert_eq!(dropped.load(Ordering::Relaxed), 1);
}

/// A transport may send from another task, which does not end with the call.
#[tokio::test]
async fn the_body_of_a_dropped_call_cannot_be_taken_any_more() {
    let bodies = Arc::new(std::sync::Mutex::new(Vec::new()));
    let kept = Arc::clone(&bodies);
    let client = builder(from_fn(move |request: Request<RequestBody>| {
        kept.lock().unwrap().push(request.into_body());
        pending::<Result<Response<String>, TransportError>>()
    }));
    let client = client.build().unwrap();
    assert!(tokio::time::timeout(Duration::from_millis(20), charge().send(&client)).await.is_err());
    let body = bodies.lock().unwrap().pop().unwrap();
    body.into_bytes().unwrap_err();
}

/// A body in pieces of ten bytes, which ends with an error or not at all.
struct Pieces {
    left: u32,
    fails: bool,
}

impl http_body::Body for Pieces {
    type Data = bytes::Bytes;
    type Error = std::io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<http_body::Frame<bytes::Bytes>, std::io::Error>>> {
        if self.left == 0 {
            return Poll::Ready(self.fails.then(|| Err(std::io::Error::other("cut off"))));
        }
        self.left -= 1;
        Poll::Ready(Some(Ok(http_body::Frame::data("          ".into()))))
    }
}

#[tokio::test]
async fn a_body_in_pieces_is_limited_and_may_break() {
    for (left, fails) in [(3, true), (1000, false)] {
        let body = move || ResponseBody::wrap(Pieces { left, fails });
        let client =
            builder(from_fn(move |_| async move { Ok(Response::new(body())) })).max_response_bytes(100);
        let error = charge().send(&client.build().unwrap()).await.unwrap_err();
        assert_eq!((error.effect(), error.attempts()), (Effect::Unknown, 1), "{error}");
        let is_too_large =
            matches!(error.kind(), ErrorKind::Unexpected(UnexpectedResponse::TooLarge { limit: 100 }));
        assert_eq!(is_too_large, !fails, "{error}");
    }
}

#[test]
fn settings_of_the_clients_own_transport_are_rejected_with_another() {
    let double = from_fn(|_| async { Ok(Response::new("")) });
    let error = builder(double).connect_timeout(Duration::from_secs(1)).build().unwrap_err();
    assert_eq!(
        error.to_string(),
        "`connect_timeout` has no effect on a `transport`: set it there, or leave it out"
    );
}
