//! Reports: ordered, awaited and downloaded, in steps and in one call.

use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use vox_core::client::{OrderedReport, Report, ReportProgress, Waiting};
use vox_core::error::TimeoutKind;
use vox_core::prelude::*;
use vox_core::{ErrorCode, blocking};
use vox_tests::faulty_server::{Ending, FaultyServer, Step};

/// Orders a report of the call history.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "GetCallHistoryAsync", roles = [Owner, Admin], response = Ordered, kind = write)]
struct GetCallHistoryAsync {
    /// The report begins here.
    from_date: String,
}

/// A report was ordered.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
struct Ordered {
    /// The report.
    history_report_id: u64,
}

/// Reads the audit log, or orders a report of it.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "GetAuditLog", response = Either<Ordered, AuditLog>, kind = write, ack = none)]
struct GetAuditLog {
    /// Whether a report is ordered.
    is_async: Option<bool>,
}

/// The audit log.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
struct AuditLog {
    /// How many entries there are.
    total_count: Option<u64>,
}

/// Lists reports.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "GetHistoryReports", response = HistoryReports, kind = read)]
struct GetHistoryReports {
    /// The report.
    history_report_id: Option<u64>,
}

/// The reports.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
struct HistoryReports {
    /// The reports.
    result: Vec<HistoryReport>,
}

/// A report.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
struct HistoryReport {
    /// The id.
    history_report_id: Option<u64>,
    /// When it was completed.
    completed: Option<Timestamp>,
}

/// Downloads a report.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "DownloadHistoryReport", response = Download, kind = read)]
struct DownloadHistoryReport {
    /// The report.
    history_report_id: u64,
}

macro_rules! history_report {
    ($method:ident, $report_id:expr) => {
        impl Report for $method {
            type Status = GetHistoryReports;
            type File = DownloadHistoryReport;

            fn report_id(response: Self::Response) -> Option<u64> {
                let report_id: fn(Self::Response) -> Option<u64> = $report_id;
                report_id(response)
            }

            fn status(id: u64) -> GetHistoryReports {
                GetHistoryReports { history_report_id: Some(id) }
            }

            fn is_complete(response: HistoryReports, id: u64) -> bool {
                let is_complete = |report: &HistoryReport| {
                    report.history_report_id == Some(id) && report.completed.is_some()
                };
                response.result.iter().any(is_complete)
            }

            fn file(id: u64) -> DownloadHistoryReport {
                DownloadHistoryReport { history_report_id: id }
            }
        }
    };
}

history_report! { GetCallHistoryAsync, |ordered| Some(ordered.history_report_id) }
history_report! { GetAuditLog, |response| response.first().map(|ordered| ordered.history_report_id) }

const JSON: &str = "content-type: application/json\r\n";

fn json(body: &str) -> Step {
    Step::response("200 OK", JSON, body)
}

fn ordered() -> Step {
    json(r#"{"result":1,"history_report_id":7}"#)
}

fn pending() -> Step {
    json(r#"{"result":[{"history_report_id":7},{"history_report_id":8,"completed":"2026-01-01 00:00:00"}]}"#)
}

fn complete() -> Step {
    json(r#"{"result":[{"history_report_id":7,"completed":"2026-01-01 00:00:00"}]}"#)
}

fn csv() -> Step {
    Step::response("200 OK", "content-type: application/octet-stream\r\n", "id;duration")
}

fn request() -> GetCallHistoryAsync {
    GetCallHistoryAsync { from_date: "2026-01-01 00:00:00".into() }
}

fn waiting() -> Waiting {
    Waiting::default().pauses(Duration::from_millis(10), Duration::from_millis(20))
}

async fn served(steps: impl IntoIterator<Item = Step>) -> (FaultyServer, Client) {
    let server = FaultyServer::start(steps).await.unwrap();
    let settings = Client::builder().credentials(ApiKey::by_id(1, "key")).base_url(server.url());
    let client = settings.retry(Retry::never()).build().unwrap();
    (server, client)
}

/// The methods that were called.
fn called(server: &FaultyServer) -> Vec<String> {
    let requests = server.traffic().requests;
    let path = |head: &str| {
        head.split([' ', '/'])
            .find(|part| part.starts_with("Get") || part.starts_with("Down"))
            .unwrap()
            .to_owned()
    };
    requests.iter().map(|(request, _)| path(&request.head["POST /platform_api/".len()..])).collect()
}

#[tokio::test]
async fn a_report_is_ordered_awaited_and_downloaded_in_one_call() {
    let (server, client) = served([ordered(), pending(), pending(), complete(), csv()]).await;
    let seen = Arc::new(Mutex::new(Vec::new()));
    let log = Arc::clone(&seen);
    let progress = move |progress: &ReportProgress| {
        log.lock().unwrap().push((progress.id, progress.checks, progress.is_complete));
    };
    let file = client.report(&request(), waiting().on_progress(progress)).await.unwrap();
    assert_eq!(file.bytes(100).await.unwrap(), "id;duration");
    let status = "GetHistoryReports";
    assert_eq!(called(&server), ["GetCallHistoryAsync", status, status, status, "DownloadHistoryReport"]);
    assert_eq!(*seen.lock().unwrap(), [(7, 1, false), (7, 2, false), (7, 3, true)]);
    let requests = server.traffic().requests;
    assert!(requests[1].0.body.starts_with("history_report_id=7&"), "{}", requests[1].0.body);
    assert!(requests[4].0.body.starts_with("history_report_id=7&"), "{}", requests[4].0.body);
}

#[tokio::test]
async fn a_report_is_ordered_awaited_and_downloaded_in_steps() {
    let (_server, client) = served([ordered(), pending(), complete(), complete(), csv()]).await;
    let client = client.with_role::<roles::Admin>();
    let report = client.order(&request()).await.unwrap();
    assert_eq!(format!("{} {report:?}", report.id()), "7 OrderedReport { id: 7 }");
    assert!(!client.is_complete(&report).await.unwrap());
    assert!(client.is_complete(&report).await.unwrap());
    // As in another process.
    let report = OrderedReport::<GetCallHistoryAsync>::new(7);
    client.wait_for(&report, Waiting::default()).await.unwrap();
    assert_eq!(client.download_report(&report).await.unwrap().bytes(100).await.unwrap(), "id;duration");
}

#[tokio::test]
async fn a_response_that_orders_nothing_is_an_error() {
    let (server, client) = served([json(r#"{"total_count":3}"#), json(r#"{"history_report_id":7}"#)]).await;
    let request = GetAuditLog { is_async: Some(true) };
    let error = client.order(&request).await.unwrap_err();
    assert_eq!((error.method(), error.effect()), (Some("GetAuditLog"), Effect::Unknown));
    assert!(error.to_string().contains("holds nothing that the method returns"), "{error}");
    // The response is kept, so that what was ordered can be found out.
    assert_eq!(error.body(), Some(br#"{"total_count":3}"#.as_slice()));
    assert_eq!((error.attempts(), error.context().host()), (1, Some("127.0.0.1")));
    assert!(error.context().elapsed() > Duration::ZERO);
    assert_eq!(client.order(&request).await.unwrap().id(), 7);
    assert_eq!(server.traffic().received(), 2);
}

#[tokio::test]
async fn the_wait_ends_with_its_timeout_and_its_pauses_grow() {
    let (server, client) = served([pending()]).await;
    let report = OrderedReport::<GetCallHistoryAsync>::new(7);
    let begun = Instant::now();
    let waiting = Waiting::default()
        .pauses(Duration::from_millis(40), Duration::from_millis(60))
        .timeout(Duration::from_millis(200));
    let error = client.wait_for(&report, waiting).await.unwrap_err();
    assert!(begun.elapsed() >= Duration::from_millis(200));
    assert_eq!(error.timeout().unwrap().kind(), TimeoutKind::Report);
    assert_eq!(
        error.to_string(),
        "GetHistoryReports: the report is not complete after 200 ms, but may still become complete"
    );
    assert!(error.context().elapsed() >= Duration::from_millis(200));
    // Pauses of zero would flood the server.
    let waiting =
        Waiting::default().pauses(Duration::ZERO, Duration::ZERO).timeout(Duration::from_millis(100));
    let before = server.traffic().received();
    client.wait_for(&report, waiting).await.unwrap_err();
    assert!(server.traffic().received() - before <= 12);
    // At 0, 40, 100, 160 and 200 ms at the earliest; later on a busy machine.
    assert!((1..=5).contains(&before), "{before}");
}

#[tokio::test]
async fn an_error_ends_the_wait_and_a_dropped_wait_sends_nothing_more() {
    let error = r#"{"error":{"code":100,"msg":"Authorization failed"}}"#;
    let (_server, client) = served([pending(), json(error)]).await;
    let report = OrderedReport::<GetCallHistoryAsync>::new(7);
    let error = client.wait_for(&report, waiting()).await.unwrap_err();
    assert_eq!(error.code(), Some(ErrorCode::AUTHORIZATION_FAILED));
    let (server, client) = served([pending()]).await;
    let wait = client.wait_for(&report, Waiting::default());
    assert!(tokio::time::timeout(Duration::from_millis(300), wait).await.is_err());
    let received = server.traffic().received();
    tokio::time::sleep(Duration::from_millis(100)).await;
    assert_eq!(server.traffic().received(), received);
}

#[tokio::test]
async fn an_error_after_the_order_has_the_id_and_is_not_retryable() {
    let failures = [
        vec![ordered(), Step::response("503 Service Unavailable", "", "busy")],
        vec![ordered(), pending(), Step::raw("").ending(Ending::Close)],
        vec![ordered(), json(r#"{"result":[{"history_report_id":[]}]}"#)],
        vec![ordered(), complete(), json(r#"{"error":{"code":100,"msg":"no"}}"#)],
        vec![ordered(), pending()],
    ];
    for (case, steps) in failures.into_iter().enumerate() {
        let (server, client) = served(steps).await;
        let waiting = waiting().timeout(Duration::from_millis(50));
        let error = client.report(&request(), waiting).await.unwrap_err();
        assert_eq!((error.effect(), error.context().report_id()), (Effect::Done, Some(7)), "{case}: {error}");
        assert!(!error.is_retryable(), "{case}: {error}");
        assert!(
            error.to_string().contains("the report 7 has been ordered, so do not order it again"),
            "{error}"
        );
        assert_eq!(called(&server).iter().filter(|name| *name == "GetCallHistoryAsync").count(), 1, "{case}");
    }
}

#[tokio::test]
async fn an_order_whose_response_is_lost_is_not_repeated() {
    let lost = Step::raw("").ending(Ending::Close);
    let server = FaultyServer::start([lost, ordered(), complete(), csv()]).await.unwrap();
    let settings = Client::builder().credentials(ApiKey::by_id(1, "hunter2")).base_url(server.url());
    let client = settings.retry(Retry::default().base(Duration::from_millis(1))).build().unwrap();
    let error = client.report(&request(), waiting()).await.unwrap_err();
    assert_eq!((error.effect(), error.context().report_id()), (Effect::Unknown, None), "{error}");
    assert!(!error.is_retryable() && !format!("{error} {error:?}").contains("hunter2"), "{error:?}");
    assert_eq!(server.traffic().received(), 1);
}

#[tokio::test]
async fn a_parameter_that_was_added_is_sent_with_the_order() {
    let (server, client) = served([ordered(), complete(), csv()]).await;
    client.report(&request().with_param("timezone", "auto"), waiting()).await.unwrap();
    let requests = server.traffic().requests;
    assert!(requests[0].0.body.contains("&timezone=auto"), "{}", requests[0].0.body);
    assert!(!requests[1].0.body.contains("timezone"), "{}", requests[1].0.body);
}

#[tokio::test]
async fn waiting_can_be_spawned() {
    let (_server, client) = served([ordered(), complete(), csv()]).await;
    let task =
        tokio::spawn(
            async move { client.report(&request(), waiting()).await.map(|file| file.content_length()) },
        );
    assert_eq!(task.await.unwrap().unwrap(), Some(11));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_blocking_client_waits_for_reports_too() {
    let steps = [ordered(), pending(), complete(), csv(), ordered(), complete(), complete(), csv()];
    let server = FaultyServer::start(steps).await.unwrap();
    let url = server.url();
    let wait = move || {
        let settings = Client::builder().credentials(ApiKey::by_id(1, "key")).base_url(url);
        let client: blocking::Client = settings.build_blocking().unwrap();
        let text = |file: Download| std::io::read_to_string(file).unwrap();
        assert_eq!(text(client.report(&request(), waiting()).unwrap()), "id;duration");
        let report = client.order(&request()).unwrap();
        assert!(client.is_complete(&report).unwrap());
        client.wait_for(&report, waiting()).unwrap();
        assert_eq!(text(client.download_report(&report).unwrap()), "id;duration");
    };
    tokio::task::spawn_blocking(wait).await.unwrap();
    assert_eq!(server.traffic().received(), 8);
}
