//! Files over HTTP: methods that return them, and files outside of the API.

use std::collections::VecDeque;
use std::io::{self, Read as _};
use std::pin::Pin;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll};
use std::time::{Duration, Instant};

use bytes::Bytes;
use http::Response;
use http_body::{Body, Frame};
use tokio::time::{Sleep, sleep};
use vox_core::client::{Attempt, AttemptOutcome, CallEnd};
use vox_core::error::{TimeoutKind, UnexpectedResponse};
use vox_core::prelude::*;
use vox_core::transport::{self, ResponseBody};
use vox_core::{CallOptions, ClientBuilder, ErrorCode, Hook, blocking};
use vox_tests::faulty_server::{Ending, FaultyServer, Step};

/// Downloads a report.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "DownloadHistoryReport", response = Download, kind = read)]
struct DownloadHistoryReport {
    /// The report.
    history_report_id: u64,
}

/// Lists the tasks of a call list.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "GetCallListDetails", response = JsonOrFile<CallListDetails>, kind = read)]
struct GetCallListDetails {
    /// The call list.
    list_id: u64,
}

/// The tasks.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
struct CallListDetails {
    /// How many.
    count: Option<u64>,
}

const REPORT: DownloadHistoryReport = DownloadHistoryReport { history_report_id: 7 };
const FILE: &str =
    "content-type: application/octet-stream\r\ncontent-disposition: attachment; filename=report.csv\r\n";
const JSON: &str = "content-type: application/json\r\n";
const ERROR: &str = r#"{"error":{"code":100,"msg":"Authorization failed"}}"#;
const LIMIT: usize = 10_000;

fn builder(url: &str) -> ClientBuilder {
    Client::builder()
        .credentials(Credentials::Token(Secret::from("t0ken")))
        .base_url(url)
        .max_response_bytes(LIMIT)
        .read_timeout(Duration::from_secs(5))
        .retry(Retry::never())
}

async fn served(steps: impl IntoIterator<Item = Step>) -> (FaultyServer, Client) {
    let server = FaultyServer::start(steps).await.unwrap();
    let client = builder(&server.url()).build().unwrap();
    (server, client)
}

fn file(content: impl AsRef<[u8]>) -> Step {
    Step::response("200 OK", FILE, content)
}

#[tokio::test]
async fn a_file_of_any_size_is_read_in_pieces() {
    let content: Vec<u8> = (0..500_000_u32).map(|number| number.to_le_bytes()[1]).collect();
    let (_server, client) = served([file(&content)]).await;
    let mut report = REPORT.send(&client).await.unwrap();
    assert_eq!(report.content_length(), Some(500_000));
    assert_eq!(
        (report.file_name(), report.content_type()),
        (Some("report.csv"), Some("application/octet-stream"))
    );
    assert_eq!((report.as_bytes(), report.status().as_u16()), (None, 200));
    let (mut read, mut pieces) = (Vec::new(), 0);
    while let Some(piece) = report.chunk().await.unwrap() {
        read.extend_from_slice(&piece);
        pieces += 1;
    }
    assert!(read == content && pieces > 1, "{pieces} pieces");
    assert!(report.chunk().await.unwrap().is_none(), "the end stays the end");

    let report = REPORT.send(&client).await.unwrap();
    assert!(report.bytes(content.len()).await.unwrap() == content);
    let mut written = Vec::new();
    let length = REPORT.send(&client).await.unwrap().write_to(&mut written).await.unwrap();
    assert!(length == 500_000 && written == content);
}

#[tokio::test]
async fn a_file_that_is_longer_than_the_limit_of_the_caller_is_an_error() {
    let (_server, client) = served([file("12345")]).await;
    assert_eq!(REPORT.send(&client).await.unwrap().bytes(5).await.unwrap(), "12345");
    let announced = REPORT.send(&client).await.unwrap().bytes(4).await.unwrap_err();
    let endless = Step::raw(format!("HTTP/1.1 200 OK\r\n{FILE}\r\n")).with("12345").ending(Ending::Close);
    let (_server, client) = served([endless]).await;
    let received = REPORT.send(&client).await.unwrap();
    assert_eq!(received.content_length(), None);
    for error in
        [announced, received.bytes(4).await.unwrap_err(), Download::new("12345").bytes(4).await.unwrap_err()]
    {
        assert!(
            matches!(error.kind(), ErrorKind::Unexpected(UnexpectedResponse::TooLarge { limit: 4 })),
            "{error}"
        );
    }
}

/// Creates a report and returns it.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "AddReport", response = Download, kind = write, ack = none)]
struct AddReport {}

/// Creates a report and returns it, or its state.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "AddReportOrState", response = JsonOrFile<CallListDetails>, kind = write, ack = none)]
struct AddReportOrState {}

#[tokio::test]
async fn a_write_whose_file_is_too_long_for_the_caller_has_taken_effect() {
    let csv = || Response::builder().header("content-type", "text/csv").body("12345").unwrap();
    let either = AddReportOrState::from_http(csv()).unwrap().file().unwrap();
    // The first file of a client is streamed, the second one is in memory.
    let (_server, client) = served([file("12345"), Step::response("200 OK", JSON, r#"{"a":1}"#)]).await;
    for (download, method) in [
        (AddReport::from_http(csv()).unwrap(), "AddReport"),
        (either, "AddReportOrState"),
        (AddReport {}.send(&client).await.unwrap(), "AddReport"),
        (AddReport {}.send(&client).await.unwrap(), "AddReport"),
    ] {
        let error = download.bytes(2).await.unwrap_err();
        assert_eq!((error.effect(), error.method()), (Effect::Done, Some(method)), "{error}");
        assert!(
            matches!(error.kind(), ErrorKind::Unexpected(UnexpectedResponse::TooLarge { limit: 2 })),
            "{error}"
        );
    }
}

#[tokio::test]
async fn a_truncated_file_is_an_error_and_never_a_short_file() {
    let head = format!("HTTP/1.1 200 OK\r\n{FILE}content-length: 10\r\n\r\n");
    let chunked = format!("HTTP/1.1 200 OK\r\n{FILE}transfer-encoding: chunked\r\n\r\n5\r\nhello\r\n");
    for head in [&head, &chunked] {
        for ending in [Ending::Close, Ending::Reset] {
            let body = if head == &chunked { "" } else { "hello" };
            let (_server, client) = served([Step::raw(head.as_str()).with(body).ending(ending)]).await;
            // A reset may destroy the head, too.
            let Ok(mut report) = REPORT.send(&client).await else { continue };
            let error = loop {
                match report.chunk().await {
                    Ok(Some(piece)) => assert_eq!(piece, "hello"),
                    Ok(None) => panic!("{head}: a short file"),
                    Err(error) => break error,
                }
            };
            assert!(matches!(error.kind(), ErrorKind::Transport(_)), "{error}");
            assert!(error.to_string().contains("no complete response"), "{error}");
            assert!(report.chunk().await.unwrap().is_none(), "nothing follows an error");
            assert_eq!((error.method(), error.attempts()), (Some("DownloadHistoryReport"), 1));
        }
    }
    // A transport that does not check the length itself.
    let short = transport::from_fn(|_| async {
        Ok(Response::builder()
            .header("content-type", "text/csv")
            .header("content-length", "10")
            .body("hello")?)
    });
    let client = Client::builder().credentials(ApiKey::by_id(1, "key")).transport(short).build().unwrap();
    let error = REPORT.send(&client).await.unwrap().bytes(100).await.unwrap_err();
    assert!(error.to_string().contains("the file ended after 5 of 10 bytes"), "{error}");
}

#[tokio::test]
async fn an_error_in_place_of_a_file_is_an_error_of_the_call() {
    for (status, headers) in [
        ("200 OK", JSON),
        ("200 OK", "content-type: text/html\r\n"),
        ("200 OK", "content-type: text/csv\r\n"),
        ("403 Forbidden", FILE),
        ("200 OK", ""),
    ] {
        let steps =
            [Step::response(status, headers, ERROR), Step::response(status, headers, format!("\n {ERROR}"))];
        let (_server, client) = served(steps).await;
        for _ in 0..2 {
            let error = REPORT.send(&client).await.unwrap_err();
            assert_eq!(error.code(), Some(ErrorCode::AUTHORIZATION_FAILED), "{status} {headers}: {error}");
            let error = GetCallListDetails { list_id: 1 }.send(&client).await.unwrap_err();
            assert_eq!(error.code(), Some(ErrorCode::AUTHORIZATION_FAILED), "{status} {headers}: {error}");
        }
    }
    let (_server, client) = served([file(ERROR)]).await;
    assert_eq!(REPORT.send(&client).await.unwrap().bytes(LIMIT).await.unwrap(), ERROR);
    assert_eq!(REPORT.send_raw(&client).await.unwrap().body(), ERROR.as_bytes());
}

#[tokio::test]
async fn json_that_is_too_long_for_an_error_is_a_file() {
    let long = format!(r#"{{"calls":"{}"}}"#, "x".repeat(200_000));
    let (_server, client) = served([Step::response("200 OK", JSON, &long)]).await;
    assert!(REPORT.send(&client).await.unwrap().bytes(300_000).await.unwrap() == long);
    // Where JSON is a response, the limit of responses applies.
    let error = GetCallListDetails { list_id: 1 }.send(&client).await.unwrap_err();
    assert!(
        matches!(error.kind(), ErrorKind::Unexpected(UnexpectedResponse::TooLarge { limit: LIMIT })),
        "{error}"
    );
    let short = r#"{"calls":[]}"#;
    let (_server, client) = served([Step::response("200 OK", JSON, short)]).await;
    assert_eq!(REPORT.send(&client).await.unwrap().bytes(100).await.unwrap(), short);
}

#[tokio::test]
async fn json_or_file_is_decided_by_the_response() {
    let steps = [
        Step::response("200 OK", JSON, r#"{"result":[],"count":3}"#),
        Step::response("200 OK", "content-type: text/csv\r\n", "a;b"),
        file("x".repeat(50_000)),
    ];
    let (_server, client) = served(steps).await;
    let call = || GetCallListDetails { list_id: 1 }.send(&client);
    assert_eq!(call().await.unwrap().json().unwrap().count, Some(3));
    assert_eq!(call().await.unwrap().file().unwrap().bytes(10).await.unwrap(), "a;b");
    assert_eq!(call().await.unwrap().file().unwrap().bytes(50_000).await.unwrap().len(), 50_000);
}

/// Pieces with pauses before them; after the last one it hangs or ends.
struct Paced {
    pieces: VecDeque<&'static str>,
    pause: Duration,
    hangs: bool,
    timer: Pin<Box<Sleep>>,
}

impl Paced {
    fn new(pieces: usize, pause: Duration, hangs: bool) -> Self {
        let pieces = std::iter::repeat_n("piece ", pieces).collect();
        Self { pieces, pause, hangs, timer: Box::pin(sleep(pause)) }
    }
}

impl Body for Paced {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<io::Result<Frame<Bytes>>>> {
        std::task::ready!(self.timer.as_mut().poll(context));
        match self.pieces.pop_front() {
            Some(piece) => {
                self.timer = Box::pin(sleep(self.pause));
                Poll::Ready(Some(Ok(Frame::data(Bytes::from_static(piece.as_bytes())))))
            }
            None if self.hangs => {
                self.timer = Box::pin(sleep(Duration::from_secs(3600)));
                let _ = self.timer.as_mut().poll(context);
                Poll::Pending
            }
            None => Poll::Ready(None),
        }
    }
}

fn paced(pieces: usize, pause: Duration, hangs: bool) -> ClientBuilder {
    let transport = transport::from_fn(move |_| async move {
        let body = ResponseBody::wrap(Paced::new(pieces, pause, hangs));
        Ok(Response::builder().header("content-type", "application/octet-stream").body(body)?)
    });
    Client::builder().credentials(ApiKey::by_id(1, "key")).transport(transport).retry(Retry::never())
}

#[tokio::test]
async fn the_timeout_of_a_call_ends_with_the_head_of_the_file() {
    let settings = paced(8, Duration::from_millis(100), false).timeout(Duration::from_millis(400));
    let begun = Instant::now();
    let report = REPORT.send(&settings.build().unwrap()).await.unwrap();
    assert_eq!(report.bytes(1000).await.unwrap().len(), 8 * 6);
    assert!(begun.elapsed() > Duration::from_millis(700));
    // Before the head, it applies.
    let (_server, client) = served([file("a").after(Duration::from_secs(60))]).await;
    let error =
        REPORT.send(&client.with(CallOptions::new().timeout(Duration::from_millis(100)))).await.unwrap_err();
    assert_eq!(error.timeout().unwrap().kind(), TimeoutKind::Call);
}

#[tokio::test]
async fn the_read_timeout_limits_the_wait_for_each_piece() {
    let settings = paced(2, Duration::from_millis(10), true).read_timeout(Duration::from_millis(300));
    let mut report = REPORT.send(&settings.build().unwrap()).await.unwrap();
    assert!(report.chunk().await.unwrap().is_some());
    // A pause of the reader does not count.
    sleep(Duration::from_millis(400)).await;
    assert!(report.chunk().await.unwrap().is_some());
    let error = report.chunk().await.unwrap_err();
    assert_eq!(error.timeout().unwrap().kind(), TimeoutKind::Read);
    assert_eq!(error.effect(), Effect::None);
}

#[derive(Default)]
struct Seen {
    attempts: AtomicU32,
    ends: Mutex<Vec<bool>>,
}

struct Observer(Arc<Seen>);

impl Hook for Observer {
    fn after(&self, _: &Attempt<'_>, outcome: &AttemptOutcome<'_>) {
        assert_eq!(outcome.bytes(), 0);
        self.0.attempts.fetch_add(1, Ordering::Relaxed);
    }

    fn end(&self, call: &CallEnd<'_>) {
        self.0.ends.lock().unwrap().push(call.error().is_none());
    }
}

#[tokio::test]
async fn a_download_is_retried_until_its_head_has_arrived() {
    let head = format!("HTTP/1.1 200 OK\r\n{FILE}content-length: 10\r\n\r\n");
    let steps = [
        Step::response("503 Service Unavailable", "", ""),
        Step::raw(head).with("hello").ending(Ending::Close),
    ];
    let server = FaultyServer::start(steps).await.unwrap();
    let seen = Arc::new(Seen::default());
    let client =
        builder(&server.url()).retry(Retry::default()).hook(Observer(Arc::clone(&seen))).build().unwrap();
    let report = REPORT.send(&client).await.unwrap();
    assert_eq!(*seen.ends.lock().unwrap(), [true], "the call has ended");
    let error = report.bytes(100).await.unwrap_err();
    assert_eq!(error.attempts(), 2);
    assert_eq!((seen.attempts.load(Ordering::Relaxed), server.traffic().received()), (2, 2));
    assert!(error.is_retryable(), "by the caller: {error}");
}

#[tokio::test]
async fn a_file_that_is_being_read_is_not_a_request_in_flight() {
    let server = FaultyServer::start([file("x".repeat(5_000_000)), file("y")]).await.unwrap();
    let client = builder(&server.url()).max_in_flight(1).build().unwrap();
    let first = REPORT.send(&client).await.unwrap();
    assert_eq!(REPORT.send(&client).await.unwrap().bytes(10).await.unwrap(), "y");
    assert_eq!(first.bytes(5_000_000).await.unwrap().len(), 5_000_000);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_blocking_client_reads_a_file() {
    let content = "line\n".repeat(100_000);
    let head = format!("HTTP/1.1 200 OK\r\n{FILE}content-length: 10\r\n\r\n");
    let steps = [
        file(&content),
        file(&content),
        Step::raw(head).with("hello").ending(Ending::Close),
        Step::response("200 OK", JSON, ERROR),
    ];
    let server = FaultyServer::start(steps).await.unwrap();
    let url = server.url();
    let read = move || {
        let client: blocking::Client = builder(&url).build_blocking().unwrap();
        let mut report = REPORT.send(&client).unwrap();
        let mut copied = Vec::new();
        io::copy(&mut report, &mut copied).unwrap();
        assert!(copied == content.as_bytes());
        // The file keeps the connection of its client.
        let mut report = client.download(&format!("{url}/report")).unwrap();
        let mut beginning = [0; 4];
        report.read_exact(&mut beginning).unwrap();
        let mut broken = REPORT.send(&client).unwrap();
        assert_eq!(REPORT.send(&client).unwrap_err().code(), Some(ErrorCode::AUTHORIZATION_FAILED));
        drop(client);
        let mut rest = String::new();
        report.read_to_string(&mut rest).unwrap();
        assert_eq!((&beginning, rest.len()), (b"line", content.len() - 4));
        let error = broken.read_to_end(&mut Vec::new()).unwrap_err();
        let error: Error = *error.into_inner().unwrap().downcast().unwrap();
        assert!(error.to_string().contains("no complete response"), "{error}");
        assert_eq!(broken.read(&mut [0]).unwrap(), 0, "nothing follows an error");
    };
    tokio::task::spawn_blocking(read).await.unwrap();
}

#[tokio::test]
async fn a_file_of_a_client_that_is_awaited_is_not_read_by_blocking() {
    let (_server, client) = served([file("x".repeat(100_000))]).await;
    let mut report = REPORT.send(&client).await.unwrap();
    let error = report.read(&mut [0]).unwrap_err();
    assert!(error.to_string().contains("`Read` is for files of a blocking client"), "{error}");
}

fn authorization(server: &FaultyServer) -> Vec<Option<String>> {
    let requests = server.traffic().requests;
    requests.iter().map(|(request, _)| request.header("authorization").map(str::to_owned)).collect()
}

#[tokio::test]
async fn a_recording_is_downloaded_with_the_token() {
    let (server, client) = served([Step::response("200 OK", "content-type: audio/mpeg\r\n", "mp3")]).await;
    let client = client.with(CallOptions::new().header("x-trace", "4711").unwrap());
    let recording =
        client.download(&format!("{}/a%20b/record.mp3?sign=a+b&x=%2F#part", server.url())).await.unwrap();
    assert_eq!(recording.content_type(), Some("audio/mpeg"));
    assert_eq!(recording.bytes(10).await.unwrap(), "mp3");
    let (request, _) = &server.traffic().requests[0];
    assert_eq!(request.head.lines().next(), Some("GET /a%20b/record.mp3?sign=a+b&x=%2F HTTP/1.1"));
    assert_eq!(request.header("authorization"), Some("Bearer t0ken"));
    assert_eq!((request.header("x-trace"), request.header("content-type")), (Some("4711"), None));
    assert_eq!((request.header("accept-encoding"), request.header("range")), (Some("identity"), None));
    // Calls of methods after it are not affected by its query.
    let (server, client) = served([Step::response("200 OK", "", "x"), file("y")]).await;
    client.download(&format!("{}/x?sign=1", server.url())).await.unwrap();
    REPORT.send(&client).await.unwrap();
    assert!(server.traffic().requests[1].0.head.starts_with("POST /platform_api/DownloadHistoryReport HTTP"));
}

#[tokio::test]
async fn content_without_an_error_is_a_file_unless_it_is_a_page() {
    let attachment = "content-disposition: attachment\r\n";
    for (headers, content) in [
        ("content-type: text/plain\r\n", "a log"),
        ("content-type: text/plain\r\n", ""),
        ("content-type: text/plain\r\n", r#"[{"error":{"code":100}}]"#),
        ("", "{ not JSON"),
        (JSON, r#"{"words":[]}"#),
        (FILE, ERROR),
        (&format!("{JSON}{attachment}"), ERROR),
        (&format!("content-type: text/html\r\n{attachment}"), "<p>a log"),
    ] {
        let (server, client) = served([Step::response("200 OK", headers, content)]).await;
        let log = client.download(&format!("{}/log", server.url())).await.unwrap();
        assert_eq!(log.bytes(100).await.unwrap(), content, "{headers}");
    }
    for headers in [JSON, "content-type: text/plain\r\n", "content-type: audio/mpeg\r\n", ""] {
        let (server, client) = served([Step::response("200 OK", headers, ERROR)]).await;
        let url = format!("{}/log", server.url());
        for error in
            [client.download(&url).await.unwrap_err(), client.download_range(&url, 5..).await.unwrap_err()]
        {
            let found = (error.code(), error.method());
            assert_eq!(found, (Some(ErrorCode::AUTHORIZATION_FAILED), Some("download")), "{headers}");
        }
    }
    for headers in ["content-type: Text/HTML; charset=utf-8\r\n", "content-type: application/xhtml+xml\r\n"] {
        let (server, client) = served([Step::response("200 OK", headers, "<p>log in")]).await;
        let error = client.download(&format!("{}/log", server.url())).await.unwrap_err();
        assert!(error.to_string().contains("the response is not a file: HTTP 200 OK, "), "{error}");
    }
}

#[tokio::test]
async fn a_file_has_the_status_200() {
    let part = format!("{FILE}content-range: bytes 0-2/100\r\n");
    for (status, headers) in [
        ("201 Created", FILE),
        ("202 Accepted", FILE),
        ("204 No Content", FILE),
        ("206 Partial Content", &part),
    ] {
        let body = if status.starts_with("204") { "" } else { "abc" };
        let (server, client) = served([Step::response(status, headers, body)]).await;
        let listed = GetCallListDetails { list_id: 1 }.send(&client).await.unwrap_err();
        assert!(matches!(listed.kind(), ErrorKind::Unexpected(UnexpectedResponse::NotJson)), "{listed}");
        let url = format!("{}/x", server.url());
        for error in [REPORT.send(&client).await.unwrap_err(), client.download(&url).await.unwrap_err()] {
            assert!(
                matches!(error.kind(), ErrorKind::Unexpected(UnexpectedResponse::NoFile)),
                "{status}: {error}"
            );
            assert_eq!(error.status().unwrap().as_str(), &status[..3]);
        }
    }
}

#[tokio::test]
async fn a_status_that_is_no_success_is_an_error_with_a_hint() {
    for (status, expected) in [
        (
            "404 Not Found",
            "the response is not a file: HTTP 404 Not Found, 4 bytes; the file does not exist or has been deleted",
        ),
        ("403 Forbidden", "the file requires the token of a service account"),
        ("304 Not Modified", "the response is not a file: HTTP 304"),
        ("202 Accepted", "HTTP 202 Accepted, 4 bytes; the file is not ready yet: retry later"),
        ("206 Partial Content", "the response is only a part of the file"),
    ] {
        let body = if status.starts_with("304") { "" } else { "nope" };
        let (server, client) = served([Step::response(status, "", body)]).await;
        let error = client.download(&format!("{}/secret-path?sign=hunter2", server.url())).await.unwrap_err();
        assert!(error.to_string().contains(expected), "{error}");
        assert!(
            !format!("{error} {error:?}").contains("hunter2")
                && !format!("{error:?}").contains("secret-path")
        );
    }
    let (server, client) =
        served([Step::response("503 Busy", "", ""), Step::response("200 OK", "", "x")]).await;
    let client = client.with(CallOptions::new().retry(Retry::default()));
    client.download(&format!("{}/x", server.url())).await.unwrap();
    assert_eq!(server.traffic().received(), 2, "retried like a read");
}

#[tokio::test]
async fn ranges_continue_a_download() {
    let range = "content-range: bytes 5-9/10\r\n";
    let (server, client) = served([Step::response("206 Partial Content", range, "world")]).await;
    let url = format!("{}/x", server.url());
    let rest = client.download_range(&url, 5..).await.unwrap();
    assert_eq!(rest.status().as_u16(), 206);
    assert_eq!(rest.bytes(10).await.unwrap(), "world");
    client.download_range(&url, 5..10).await.unwrap();
    client.download_range(&url, 5..=9).await.unwrap();
    let ranges: Vec<_> = server
        .traffic()
        .requests
        .iter()
        .map(|(request, _)| request.header("range").unwrap().to_owned())
        .collect();
    assert_eq!(ranges, ["bytes=5-", "bytes=5-9", "bytes=5-9"]);
    for (status, headers) in [
        ("206 Partial Content", "content-range: bytes 0-4/10\r\n"),
        ("206 Partial Content", ""),
        ("200 OK", ""),
    ] {
        let (server, client) = served([Step::response(status, headers, "hello")]).await;
        let error = client.download_range(&format!("{}/x", server.url()), 5..).await.unwrap_err();
        assert!(
            matches!(error.kind(), ErrorKind::Unexpected(UnexpectedResponse::OtherRange)),
            "{status}: {error}"
        );
    }
    let (server, client) = served([Step::response("200 OK", "", "hello")]).await;
    let url = format!("{}/x", server.url());
    client.download_range(&url, ..).await.unwrap();
    for (first, end) in [(5, 5), (7, 5)] {
        let error = client.download_range(&url, first..end).await.unwrap_err();
        assert!(error.to_string().contains("the range of the download is empty"), "{error}");
    }
    let (server, client) = served([Step::response("416 Range Not Satisfiable", "", "")]).await;
    let error = client.download_range(&format!("{}/x", server.url()), 50..).await.unwrap_err();
    assert!(error.to_string().contains("the range begins after the end of the file"), "{error}");
}

#[tokio::test]
async fn a_range_is_delivered_to_its_end_or_to_the_end_of_the_file() {
    use std::ops::Bound;

    let any = (Bound::Unbounded, Bound::Unbounded);
    let from = |first| (Bound::Included(first), Bound::Unbounded);
    let until = |end| (Bound::Unbounded, Bound::Excluded(end));
    for (range, content_range, is_right) in [
        (until(2), "bytes 0-1/10", true),
        (until(2), "bytes 0-9/10", false),
        (until(2), "bytes 0-2/3", false),
        (until(100), "bytes 0-2/3", true),
        (until(100), "bytes 0-2/1000", false),
        (until(100), "bytes 0-2/*", false),
        (until(3), "bytes 0-2/*", true),
        (from(5), "Bytes 5-7/8", true),
        (from(5), "BYTES  5-7/8", true),
        (from(5), "bytes 5-7/*", true),
        (from(5), "bytes 5-7/9", false),
        (from(5), "bytes 5-7/7", false),
        (from(5), "bytes 4-7/8", false),
        (from(5), "bytes 6-7/8", false),
        (from(5), "bytes 5-4/5", false),
        (from(5), "bytes 5-18446744073709551615/*", false),
        (from(5), "bytes 5-7", false),
        (from(5), "bytes */8", false),
        (from(5), "items 5-7/8", false),
        (from(5), "5-7/8", false),
        (any, "bytes 0-2/3", true),
        (any, "bytes 0-2/4", false),
    ] {
        let headers = format!("content-range: {content_range}\r\n");
        let (server, client) = served([Step::response("206 Partial Content", &headers, "abc")]).await;
        let received = client.download_range(&format!("{}/x", server.url()), range).await;
        match received {
            Ok(file) if is_right => assert_eq!(file.bytes(10).await.unwrap(), "abc"),
            Err(error) if !is_right => assert!(
                matches!(error.kind(), ErrorKind::Unexpected(UnexpectedResponse::OtherRange)),
                "{range:?}, {content_range}: {error}"
            ),
            other => panic!("{range:?}, {content_range}: {other:?}"),
        }
    }
    // A part may look like an error, but not like a page.
    let range = format!("content-range: bytes 5-{}/100\r\n", 4 + ERROR.len());
    let (server, client) = served([
        Step::response("206 Partial Content", &range, ERROR),
        Step::response("206 Partial Content", &format!("{range}content-type: text/html\r\n"), ERROR),
    ])
    .await;
    let (url, end) = (format!("{}/x", server.url()), 5 + ERROR.len() as u64);
    let part = client.download_range(&url, 5..end).await.unwrap();
    assert_eq!(part.bytes(100).await.unwrap(), ERROR);
    assert!(client.download_range(&url, 5..end).await.unwrap_err().code().is_some());
    // A whole file in memory is not the range either.
    for content in ["", r#"{"words":[]}"#] {
        let (server, client) = served([Step::response("200 OK", JSON, content)]).await;
        let error = client.download_range(&format!("{}/x", server.url()), 5..).await.unwrap_err();
        assert!(
            matches!(error.kind(), ErrorKind::Unexpected(UnexpectedResponse::OtherRange)),
            "{content}: {error}"
        );
    }
}

fn redirect(status: &str, location: &str) -> Step {
    Step::response(status, &format!("location: {location}\r\n"), "")
}

#[tokio::test]
async fn redirects_are_followed_without_the_token_on_other_hosts() {
    let other = FaultyServer::start([Step::response("200 OK", "", "mp3")]).await.unwrap();
    let (server, client) = served([
        redirect("302 Found", "/second?x=1"),
        redirect("307 Temporary Redirect", "third"),
        redirect("301 Moved Permanently", &format!("{}/fourth", other.url())),
    ])
    .await;
    let client = client.with(CallOptions::new().header("x-trace", "4711").unwrap());
    let recording = client.download(&format!("{}/first", server.url())).await.unwrap();
    assert_eq!(recording.bytes(10).await.unwrap(), "mp3");
    let paths: Vec<_> = server
        .traffic()
        .requests
        .iter()
        .map(|(request, _)| request.head.lines().next().unwrap().to_owned())
        .collect();
    assert_eq!(paths, ["GET /first HTTP/1.1", "GET /second?x=1 HTTP/1.1", "GET /third HTTP/1.1"]);
    assert!(authorization(&server).iter().all(|header| header.as_deref() == Some("Bearer t0ken")));
    assert_eq!(authorization(&other), [None]);
    assert_eq!(other.traffic().requests[0].0.header("x-trace"), None);
}

#[tokio::test]
async fn a_token_does_not_come_back_after_another_host_and_is_not_sent_to_methods() {
    let (server, client) = served([Step::response("200 OK", "", "x")]).await;
    let other =
        FaultyServer::start([redirect("302 Found", &format!("{}/back", server.url()))]).await.unwrap();
    client.download(&format!("{}/x", other.url())).await.unwrap();
    assert_eq!((authorization(&other), authorization(&server)), (vec![None], vec![None]));
    for path in ["platform_api/DelUser?user_id=1", "%70latform%5FAPI/DelUser", "x/../Platform_Api/DelUser"] {
        let (server, client) = served([Step::response("200 OK", "", "x")]).await;
        client.download(&format!("{}/{path}", server.url())).await.unwrap();
        assert_eq!(authorization(&server), [None], "{path}");
    }
    // Account keys are never sent.
    let server = FaultyServer::start([Step::response("200 OK", "", "x")]).await.unwrap();
    let client =
        Client::builder().credentials(ApiKey::by_id(1, "the key")).base_url(server.url()).build().unwrap();
    client.download(&format!("{}/x", server.url())).await.unwrap();
    let (request, _) = &server.traffic().requests[0];
    assert!(!format!("{request:?}").contains("the key") && request.body.is_empty());
}

#[tokio::test]
async fn an_error_after_a_redirect_names_the_host_that_was_requested_last() {
    // Two names of this machine: the token is sent to the first host only.
    let failures = [
        Step::response("403 Forbidden", JSON, ERROR),
        Step::response("404 Not Found", "", ""),
        redirect("302 Found", "ftp://storage.example/x"),
        Step::raw(format!("HTTP/1.1 200 OK\r\n{FILE}content-length: 10\r\n\r\n")).ending(Ending::Close),
        Step::raw("").ending(Ending::Close),
    ];
    let count = failures.len();
    let other = FaultyServer::start(failures).await.unwrap();
    let target = other.url().replace("127.0.0.1", "localhost");
    let (server, client) = served([redirect("302 Found", &format!("{target}/x"))]).await;
    for index in 0..count {
        let error = match client.download(&format!("{}/x", server.url())).await {
            Ok(file) => file.bytes(100).await.unwrap_err(),
            Err(error) => error,
        };
        let found = (error.context().host(), error.context().credentials());
        assert_eq!(found, (Some("localhost"), None), "{index}: {error}");
        assert!(!error.to_string().contains("127.0.0.1"), "{error}");
    }
}

/// A hook that records the host before and after each attempt.
#[derive(Clone, Default)]
struct Hosts(Arc<Mutex<Vec<(String, u16)>>>);

impl Hook for Hosts {
    fn before(&self, attempt: &Attempt<'_>) {
        self.0.lock().unwrap().push((attempt.host().to_owned(), attempt.port()));
    }

    fn after(&self, attempt: &Attempt<'_>, _: &AttemptOutcome<'_>) {
        self.before(attempt);
    }
}

#[tokio::test]
async fn hooks_get_the_host_that_was_requested_last() {
    let steps = [Step::response("404 Not Found", "", ""), Step::response("200 OK", "", "mp3")];
    let other = FaultyServer::start(steps).await.unwrap();
    let target = format!("{}/x", other.url().replace("127.0.0.1", "localhost"));
    let (server, _) = served([redirect("302 Found", &target), redirect("302 Found", &target)]).await;
    let hosts = Hosts::default();
    let credentials = Credentials::Token("t0ken".into());
    let client = Client::builder()
        .credentials(credentials)
        .base_url(server.url())
        .hook(hosts.clone())
        .build()
        .unwrap();
    let url = format!("{}/x", server.url());
    let port = |url: &str| url.rsplit(':').next().unwrap().parse::<u16>().unwrap();
    let (first, last) =
        (("127.0.0.1".to_owned(), port(&server.url())), ("localhost".to_owned(), port(&other.url())));
    client.download(&url).await.unwrap_err();
    client.download(&url).await.unwrap();
    assert_eq!(*hosts.0.lock().unwrap(), [first.clone(), last.clone(), first, last]);
}

#[tokio::test]
async fn hints_that_are_about_methods_are_left_out() {
    for (code, hint) in [
        (101, None),
        (103, None),
        (104, Some("the key's roles do not include this file")),
        (127, None),
        (340, Some("send fewer requests per second, then retry")),
        (447, Some("the token cannot be read: use credentials created in the control panel")),
        (485, None),
        (536, None),
    ] {
        let body = format!(r#"{{"error":{{"code":{code},"msg":"No"}}}}"#);
        let (server, client) = served([Step::response("403 Forbidden", JSON, &body)]).await;
        let error = client.download(&format!("{}/x", server.url())).await.unwrap_err();
        assert_eq!(error.code().map(ErrorCode::code), Some(code));
        let text = error.to_string();
        match (hint, error.code().unwrap().hint()) {
            (Some(hint), _) => assert!(text.contains(hint), "{text}"),
            (None, of_methods) => assert!(!text.contains(of_methods.unwrap()), "{text}"),
        }
    }
}

#[tokio::test]
async fn an_error_names_only_credentials_that_were_sent() {
    const HINT: &str = "no credentials were sent: only the token of a service account is sent, and only to the vendor's hosts";
    for (credentials, shown) in [
        (Credentials::Token("t0ken".into()), Some("the given token, which is not renewed")),
        (Session::by_id(7, "session").into(), None),
        (ApiKey::by_id(7, "key").into(), None),
    ] {
        let server = FaultyServer::start([Step::response("403 Forbidden", JSON, ERROR)]).await.unwrap();
        let client = Client::builder().credentials(credentials).base_url(server.url()).build().unwrap();
        let error = client.download(&format!("{}/x", server.url())).await.unwrap_err();
        assert_eq!(error.context().credentials(), shown, "{error}");
        let text = error.to_string();
        let is_sent = shown.is_some();
        assert_eq!(
            (text.contains("check the key"), text.contains("called with")),
            (is_sent, is_sent),
            "{text}"
        );
        assert_eq!(text.ends_with(HINT), !is_sent, "{text}");
    }
}

#[tokio::test]
async fn redirects_to_other_places_are_not_followed() {
    for (location, expected) in [
        ("http://storage.example/x", "it must begin with `https://`"),
        ("ftp://storage.example/x", "it must begin with `https://`"),
        ("http://a:b@127.0.0.1/x", "it contains a user name or a password"),
        ("file:///etc/passwd", "it must begin with `https://`"),
        ("https://", "is not a URL"),
    ] {
        let (server, client) = served([redirect("302 Found", location)]).await;
        let error = client.download(&format!("{}/x", server.url())).await.unwrap_err();
        let text = error.to_string();
        assert!(
            text.contains("the redirect is not followed") && text.contains(expected),
            "{location}: {text}"
        );
        assert_eq!(server.traffic().received(), 1);
    }
    let (server, client) = served([Step::response("302 Found", "", "")]).await;
    let error = client.download(&format!("{}/x", server.url())).await.unwrap_err();
    assert!(error.to_string().contains("it has no valid header `Location`"), "{error}");
    let (server, client) = served([redirect("307 Temporary Redirect", "/again")]).await;
    let error = client.download(&format!("{}/x", server.url())).await.unwrap_err();
    let text = error.to_string();
    assert!(text.contains("there are more than 5 redirects: HTTP 307 Temporary Redirect"), "{text}");
    assert_eq!(server.traffic().received(), 6);
}

#[tokio::test]
async fn a_url_that_must_not_be_requested_is_rejected_before_sending() {
    let (server, client) = served([file("x")]).await;
    for (url, expected) in [
        ("http://storage.example/x?sign=hunter2", "it must begin with `https://`"),
        ("https://user:hunter2@storage.example/x", "it contains a user name or a password"),
        ("hunter2", "the URL to download is not valid"),
        ("ftp://storage.example/hunter2", "it must begin with `https://`"),
    ] {
        let error = client.download(url).await.unwrap_err();
        assert!(!format!("{error} {error:?}").contains("hunter2"), "{error}");
        assert!(error.to_string().contains(expected), "{url}: {error}");
        assert!(matches!(error.kind(), ErrorKind::Config(_)), "{url}: {error:?}");
    }
    assert_eq!(server.traffic().received(), 0);
    // A client of a remote address sends nothing unencrypted, not even to this machine.
    let remote = Client::builder().credentials(ApiKey::by_id(1, "key")).build().unwrap();
    let error = remote.download(&format!("{}/x", server.url())).await.unwrap_err();
    assert!(error.to_string().contains("was built for a remote address"), "{error}");
}

#[tokio::test]
async fn the_vendors_hosts_get_the_token_and_no_others() {
    let seen = Arc::new(Mutex::new(Vec::new()));
    let log = Arc::clone(&seen);
    let transport = transport::from_fn(move |request: http::Request<transport::RequestBody>| {
        log.lock().unwrap().push((
            request.uri().host().unwrap().to_owned(),
            request.headers().contains_key("authorization"),
        ));
        async { Ok(Response::new("x")) }
    });
    let client = Client::builder()
        .credentials(Credentials::Token("t0ken".into()))
        .transport(transport)
        .build()
        .unwrap();
    for url in [
        "https://storage-gw-01.voximplant.com/x",
        "https://voximplant.com/x",
        "https://VOXIMPLANT.com:8443/x",
        "https://evilvoximplant.com/x",
        "https://voximplant.com.evil.example/x",
        "https://storage.example/voximplant.com",
        "https://api.voximplant.com/platform_api/DelUser",
    ] {
        client.download(url).await.unwrap();
    }
    let trusted: Vec<_> = seen.lock().unwrap().iter().map(|(_, is_trusted)| *is_trusted).collect();
    assert_eq!(trusted, [true, true, true, false, false, false, false]);
}
