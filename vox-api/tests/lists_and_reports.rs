//! The lists and the reports of the sections, against the sandbox.

use std::time::Duration;

use vox_api::history::{
    GetAcdHistory, GetAuditLog, GetAuditLogAsync, GetBriefCallHistory, GetCallHistory, GetCallHistoryAsync,
    GetTransactionHistory, GetTransactionHistoryAsync,
};
use vox_api::phone_numbers::GetPhoneNumbersAsync;
use vox_api::prelude::*;
use vox_api::smart_queue::{RequestSmartQueueHistory, SqReportType};
use vox_api::types::{Application, OutputFormat, ReportFormat};
use vox_core::client::Waiting;
use vox_sandbox::Sandbox;

async fn sandbox() -> Sandbox {
    // A handler of the history would list the sessions that were started: none.
    Sandbox::builder().methods(vox_api::methods()).samples(["GetCallHistory"]).start().await.unwrap()
}

/// Orders a report, waits for it and downloads it. The methods are those of the trait `Report`.
macro_rules! check_report {
    ($request:expr, $methods:expr) => {{
        let sandbox = sandbox().await;
        let client = sandbox.client().unwrap();
        let report = client.order(&$request).await.unwrap();
        assert!(!client.is_complete(&report).await.unwrap());
        sandbox.clock().advance(Duration::from_secs(5));
        client.wait_for(&report, Waiting::default()).await.unwrap();
        let file = client.download_report(&report).await.unwrap();
        assert!(!file.bytes(100_000).await.unwrap().is_empty());
        let mut methods: Vec<_> = sandbox.requests().into_iter().map(|request| request.method).collect();
        methods.dedup();
        assert_eq!(methods, $methods);
    }};
}

#[tokio::test]
async fn reports_are_ordered_awaited_and_downloaded() {
    let history = |order| [order, "GetHistoryReports", "DownloadHistoryReport"];
    check_report!(GetCallHistoryAsync::default(), history("GetCallHistoryAsync"));
    check_report!(
        GetBriefCallHistory::builder().output(ReportFormat::Csv).build(),
        history("GetBriefCallHistory")
    );
    check_report!(GetTransactionHistoryAsync::default(), history("GetTransactionHistoryAsync"));
    check_report!(GetAuditLogAsync::default(), history("GetAuditLogAsync"));
    let metrics = RequestSmartQueueHistory::builder()
        .from_date("2026-01-01 00:00:00".parse::<DateTime>().unwrap())
        .to_date("2026-01-31 23:59:59".parse::<DateTime>().unwrap())
        .report_type([SqReportType::SumAgentsOnlineTime])
        .application(Application::Id(7))
        .build();
    check_report!(metrics, history("RequestSmartQueueHistory"));
    check_report!(
        GetPhoneNumbersAsync::default(),
        ["GetPhoneNumbersAsync", "GetPhoneNumberReports", "DownloadPhoneNumberReport"]
    );
}

/// The parameters of the first request of a list.
macro_rules! first_request {
    ($request:expr) => {{
        let sandbox = sandbox().await;
        let client = sandbox.client().unwrap();
        assert!(!$request.pages(&client).next().await.unwrap().unwrap().is_empty());
        sandbox.requests().remove(0)
    }};
}

#[tokio::test]
async fn lists_request_the_total_and_no_report() {
    let calls = first_request!(GetCallHistory { is_async: Some(true), ..Default::default() });
    let transactions = first_request!(GetTransactionHistory { is_async: Some(true), ..Default::default() });
    let log = first_request!(GetAuditLog { is_async: Some(true), count: Some(7), ..Default::default() });
    for (request, count) in [(calls, "1000"), (transactions, "1000"), (log, "7")] {
        assert_eq!(request.param("is_async"), None, "{request:?}");
        assert_eq!(request.param("with_total_count"), Some("true"), "{request:?}");
        assert_eq!(request.param("count"), Some(count), "{request:?}");
    }
}

#[tokio::test]
async fn lists_request_json() {
    let sessions = first_request!(GetAcdHistory { output: Some(OutputFormat::Csv), ..Default::default() });
    assert_eq!(sessions.param("output"), Some("json"));
}
