//! Timeouts end calls in time, and nothing is sent once the deadline has passed.

use std::time::Duration;

use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::time::{Instant, sleep, timeout};
use vox_accounts::prelude::*;
use vox_accounts::vox_core::error::TimeoutKind;
use vox_accounts::vox_core::{CallOptions, ClientBuilder, ErrorKind, Retry};
use vox_tests::ARRIVAL;
use vox_tests::faulty_server::{Ending, FaultyServer, Step, Trigger};

/// A timeout that does not pass in any call.
const LONG: Duration = Duration::from_secs(300);

/// The delay that a busy machine may add. A timeout that does not hold adds far more: these servers never end a call.
const SLACK: Duration = Duration::from_secs(10);

/// The time in which a connection attempt may still succeed: the kernel repeats it after one second.
const LATER: Duration = Duration::from_millis(1500);

const CONTINUE: &str = "HTTP/1.1 100 Continue\r\n\r\n";

fn builder(url: &str) -> ClientBuilder {
    Client::builder()
        .credentials(Credentials::Token("hunter2".into()))
        .base_url(url)
        .timeout(LONG)
        .connect_timeout(LONG)
        .read_timeout(LONG)
        .retry(Retry::never())
}

/// A write, whose effect may be unknown.
fn charge() -> ChargeAccount {
    ChargeAccount { phone: Phones::Number("79993330011".into()) }
}

/// A port whose queue of connections is full, so that connecting hangs.
struct FullQueue {
    listener: TcpListener,
    queue: Vec<TcpStream>,
}

impl FullQueue {
    async fn start() -> Self {
        let socket = TcpSocket::new_v4().unwrap();
        socket.bind("127.0.0.1:0".parse().unwrap()).unwrap();
        let listener = socket.listen(0).unwrap();
        let address = listener.local_addr().unwrap();
        let mut queue = Vec::new();
        while let Ok(stream) = timeout(Duration::from_millis(300), TcpStream::connect(address)).await {
            queue.push(stream.unwrap());
        }
        Self { listener, queue }
    }

    fn url(&self) -> String {
        format!("http://{}", self.listener.local_addr().unwrap())
    }

    /// Starts to accept connections, waiting ones included.
    fn open(self) -> FaultyServer {
        drop(self.queue);
        FaultyServer::serve(self.listener, [Step::good()], None).unwrap()
    }
}

/// Servers with which only a timeout ends a call: some never read a request, some never complete a response.
async fn faults() -> Vec<(&'static str, FaultyServer)> {
    let head = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n";
    let steps = [
        ("never responds", Step::raw("").ending(Ending::Hang)),
        ("never reads", Step::unread(Trigger::FirstByte, Ending::Hang)),
        ("sends headers, then nothing", Step::raw(head).ending(Ending::Hang)),
        (
            "drips a body",
            Step::raw(head).with(" ".repeat(900)).dripping(Duration::from_millis(5)).ending(Ending::Hang),
        ),
        ("drips headers", Step::raw("HTTP/1.1 200 OK\r\nx: ").with("x".repeat(900)).dripping(Duration::ZERO)),
        ("floods with informational responses", Step::raw(CONTINUE.repeat(500)).endless()),
        ("drips informational responses", Step::raw(CONTINUE).dripping(Duration::from_millis(1)).endless()),
    ];
    let mut servers = Vec::new();
    for (name, step) in steps {
        servers.push((name, FaultyServer::start([step]).await.unwrap()));
    }
    servers
}

/// Checks that the timeout of this kind ends a call in time.
async fn expect_timeout(case: &str, client: &Client, kind: TimeoutKind, after: Duration) -> Error {
    let begun = Instant::now();
    let error = charge().send(client).await.unwrap_err();
    let took = begun.elapsed();
    let timeout = error.timeout().unwrap_or_else(|| panic!("{case}: {error}"));
    assert_eq!((timeout.kind(), timeout.after()), (kind, after), "{case}: {error}");
    assert!(took >= after, "{case}: ended after {took:?}, before its timeout of {after:?}");
    assert!(took <= 2 * after + SLACK, "{case}: ended after {took:?}, with a timeout of {after:?}");
    error
}

/// Checks that the request of a call was not sent.
fn assert_not_sent(case: &str, error: &Error) {
    let is_not_sent = matches!(error.kind(), ErrorKind::Transport(error) if error.is_not_sent());
    assert!(is_not_sent, "{case}: {error}");
    assert_eq!(error.effect(), Effect::None, "{case}: {error}");
}

/// Checks that the effect of a call is unknown where its request has reached the server.
fn assert_effect(case: &str, error: &Error, after: Duration) {
    // On a busy machine, a short timeout may pass before the request is sent.
    if after < ARRIVAL && matches!(error.kind(), ErrorKind::Transport(error) if error.is_not_sent()) {
        return assert_eq!(error.effect(), Effect::None, "{case}: {error}");
    }
    assert_eq!(error.effect(), Effect::Unknown, "{case}: {error}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_timeout_of_a_call_holds_whatever_the_server_does() {
    let unreachable = FullQueue::start().await;
    let servers = faults().await;
    let client = builder("http://127.0.0.1:1").build().unwrap();
    for after in [Duration::from_millis(20), Duration::from_millis(200), ARRIVAL] {
        let to = |url: &str| client.with(CallOptions::new().timeout(after).base_url(url).unwrap());
        for (case, server) in &servers {
            let error = expect_timeout(case, &to(&server.url()), TimeoutKind::Call, after).await;
            assert_effect(case, &error, after);
        }
        let case = "never accepts";
        let error = expect_timeout(case, &to(&unreachable.url()), TimeoutKind::Call, after).await;
        assert_not_sent(case, &error);
    }
}

#[tokio::test]
async fn the_connect_timeout_holds() {
    let unreachable = FullQueue::start().await;
    // The kernel accepts the connection, but nobody responds to the handshake.
    let silent = FaultyServer::start([Step::unread(Trigger::FirstByte, Ending::Hang)]).await.unwrap();
    let https = silent.url().replace("http:", "https:");
    for (case, url) in [("never accepts", unreachable.url()), ("never responds to the handshake", https)] {
        for after in [20, 100, 500].map(Duration::from_millis) {
            let client = builder(&url).connect_timeout(after).build().unwrap();
            let error = expect_timeout(case, &client, TimeoutKind::Connect, after).await;
            assert_not_sent(case, &error);
        }
    }
    assert_eq!(silent.traffic().received(), 0);
    let server = unreachable.open();
    sleep(LATER).await;
    assert_eq!(server.traffic().received(), 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_read_timeout_holds_where_no_part_of_a_response_arrives() {
    // A server that drips a body does not pause for that long.
    let servers = faults().await.into_iter().filter(|(name, _)| *name != "drips a body");
    for (case, server) in servers {
        for after in [Duration::from_millis(20), Duration::from_millis(200), ARRIVAL] {
            let client = builder(&server.url()).read_timeout(after).build().unwrap();
            let error = expect_timeout(case, &client, TimeoutKind::Read, after).await;
            assert_effect(case, &error, after);
        }
    }
}

#[tokio::test]
async fn a_timeout_of_zero_sends_nothing() {
    let server = FaultyServer::start([Step::good()]).await.unwrap();
    let client = builder(&server.url()).timeout(Duration::ZERO).build().unwrap();
    for _ in 0..20 {
        let error = charge().send(&client).await.unwrap_err();
        assert_not_sent("zero", &error);
        assert_eq!((error.attempts(), error.timeout().unwrap().kind()), (0, TimeoutKind::Call), "{error}");
    }
    assert_eq!((server.traffic().connections, server.traffic().received()), (0, 0));
    // Nor with a pooled connection.
    let client = client.with(CallOptions::new().timeout(LONG));
    charge().send(&client).await.unwrap();
    let error = charge().send(&client.with(CallOptions::new().timeout(Duration::ZERO))).await.unwrap_err();
    assert_not_sent("zero, on an open connection", &error);
    assert_eq!(server.traffic().received(), 1);
}

#[tokio::test]
async fn a_timeout_that_passes_while_connecting_sends_nothing_later() {
    let unreachable = FullQueue::start().await;
    let after = Duration::from_millis(200);
    let client = builder(&unreachable.url()).timeout(after).build().unwrap();
    let error = expect_timeout("never accepts", &client, TimeoutKind::Call, after).await;
    assert_not_sent("never accepts", &error);
    assert_eq!(error.attempts(), 1);
    let server = unreachable.open();
    sleep(LATER).await;
    assert_eq!(server.traffic().received(), 0);
    // The server works now.
    charge().send(&client.with(CallOptions::new().timeout(LONG))).await.unwrap();
    assert_eq!(server.traffic().received(), 1);
}

#[tokio::test]
async fn a_timeout_that_passes_while_waiting_for_a_turn_sends_nothing() {
    let server = FaultyServer::start([Step::raw("").ending(Ending::Hang), Step::good()]).await.unwrap();
    let client = builder(&server.url()).max_in_flight(1).build().unwrap();
    let first = tokio::spawn(charge().send(&client));
    while server.traffic().received() == 0 {
        sleep(Duration::from_millis(1)).await;
    }
    for after in [Duration::ZERO, Duration::from_millis(20), Duration::from_millis(200)] {
        let hasty = client.with(CallOptions::new().timeout(after));
        let error = expect_timeout("turn", &hasty, TimeoutKind::Queue, after).await;
        assert_not_sent("turn", &error);
        assert_eq!(error.attempts(), 0, "{error}");
    }
    first.abort();
    assert!(first.await.unwrap_err().is_cancelled());
    // The turn is free now, and the calls that timed out do not take it.
    charge().send(&client).await.unwrap();
    assert_eq!(server.traffic().received(), 2);
}

/// A response with `Retry-After`, whose request had no effect.
fn busy(seconds: u64) -> Step {
    Step::response("429 Too Many Requests", &format!("retry-after: {seconds}\r\n"), "").unprocessed()
}

/// Checks that the error is that of the last attempt, which says more than a timeout.
fn assert_busy(error: &Error) {
    assert!(matches!(error.kind(), ErrorKind::Unexpected(_)), "{error}");
    assert_eq!((error.status().unwrap().as_u16(), error.effect()), (429, Effect::None), "{error}");
    assert_eq!(error.attempts(), 1, "{error}");
}

#[tokio::test]
async fn a_retry_whose_pause_outlasts_the_timeout_is_not_sent() {
    let server = FaultyServer::start([busy(3), Step::good()]).await.unwrap();
    let after = Duration::from_millis(2900);
    let client = builder(&server.url()).retry(Retry::default()).timeout(after).build().unwrap();
    let begun = Instant::now();
    let error = charge().send(&client).await.unwrap_err();
    assert!(begun.elapsed() < after, "there was nothing to wait for: {:?}", begun.elapsed());
    assert_busy(&error);
    sleep(2 * LATER).await;
    assert_eq!(server.traffic().received(), 1);
}

#[tokio::test]
async fn a_retry_whose_turn_does_not_come_in_time_is_not_sent() {
    let server =
        FaultyServer::start([busy(2), Step::raw("").ending(Ending::Hang), Step::good()]).await.unwrap();
    let client = builder(&server.url()).max_in_flight(1).build().unwrap();
    let after = Duration::from_secs(4);
    let patient = client.with(CallOptions::new().retry(Retry::default()).timeout(after));
    let begun = Instant::now();
    let pausing = tokio::spawn(charge().send(&patient));
    while server.traffic().received() == 0 {
        sleep(Duration::from_millis(1)).await;
    }
    // The other call gets the turn while the first one pauses.
    let other = tokio::spawn(charge().send(&client));
    let error = pausing.await.unwrap().unwrap_err();
    let took = begun.elapsed();
    assert_busy(&error);
    assert!(took >= after && took <= 2 * after + SLACK, "{took:?}");
    other.abort();
    sleep(LATER).await;
    assert_eq!(server.traffic().received(), 2);
}
