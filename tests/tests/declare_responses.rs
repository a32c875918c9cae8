//! Responses of every kind that the API has, declared as a contributor's crate declares them: records of other sections,
//! acknowledgments, files, and responses whose shape depends on a parameter.

use http::{Response, StatusCode};
use vox_core::meta::{MethodMeta, ResponseMeta};
use vox_core::prelude::*;
use vox_core::server::ServerMethod;
use vox_core::{ErrorCode, Value};

/// Lists phone calls: four levels of records.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "GetCallHistory", response = Either<HistoryReportOrdered, CallHistory>, kind = write, ack = none)]
struct GetCallHistory {
    /// Whether a report is ordered.
    is_async: Option<bool>,
}

/// A report was ordered.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
struct HistoryReportOrdered {
    /// The report.
    history_report_id: u64,
}

/// The call history.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
struct CallHistory {
    /// The sessions.
    result: Vec<CallSession>,
    /// How many there are.
    total_count: Option<u64>,
    /// The time zone of the times.
    timezone: Option<String>,
}

/// A session.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
struct CallSession {
    /// The id.
    #[field(name = "call_session_history_id")]
    id: Option<u64>,
    /// When it began, in the time zone of the request.
    start_date: Option<DateTime>,
    /// The phone calls.
    calls: Vec<CallInfo>,
    /// Recordings and other resources.
    other_resource_usage: Vec<ResourceUsage>,
    /// The records.
    records: Vec<RecordInfo>,
}

/// A phone call.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
struct CallInfo {
    /// The id.
    call_id: Option<u64>,
    /// Why it ended.
    end_reason: Option<Value>,
    /// What it used.
    resources: Vec<ResourceUsage>,
}

/// The use of a resource.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
struct ResourceUsage {
    /// What it cost.
    cost: Option<Decimal>,
    /// The records.
    records: Vec<RecordInfo>,
}

/// A recording.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
struct RecordInfo {
    /// Where it is.
    record_url: Option<String>,
}

/// Lists the tasks of a call list: a CSV file, if `output` is not `json`.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "GetCallListDetails", response = JsonOrFile<CallListDetails>, kind = read)]
struct GetCallListDetails {
    /// The call list.
    list_id: u64,
    /// The format.
    output: Option<String>,
}

/// The tasks.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
struct CallListDetails {
    /// The tasks.
    result: Vec<CallListDetail>,
    /// How many.
    count: Option<u64>,
}

/// A task.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
struct CallListDetail {
    /// Its data: JSON or text.
    custom_data: Option<Value>,
}

/// Downloads a report.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "DownloadHistoryReport", response = Download, kind = read)]
struct DownloadHistoryReport {
    /// The report.
    history_report_id: u64,
}

/// Metrics of queues.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "GetSmartQueueRealtimeMetrics", response = RealtimeMetrics, kind = read)]
struct GetSmartQueueRealtimeMetrics {
    /// The application.
    application_id: u64,
}

/// The metrics.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
struct RealtimeMetrics {
    /// One entry per report.
    result: Vec<MetricsResult>,
}

/// A report.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
struct MetricsResult {
    /// The kind.
    report_type: Option<String>,
    /// The groups.
    groups: Vec<MetricsGroup>,
}

/// A group.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
struct MetricsGroup {
    /// The values.
    values: Vec<MetricsValue>,
}

/// A value.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
struct MetricsValue {
    /// The number: a count, a share or a duration.
    value: Option<Decimal>,
}

/// Lists record storages: one or a list.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "GetRecordStorages", response = RecordStorages, kind = read)]
struct GetRecordStorages {}

/// The storages.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
struct RecordStorages {
    /// The storages.
    result: Vec<RecordStorage>,
}

/// A storage.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
struct RecordStorage {
    /// The id.
    record_storage_id: Option<u64>,
}

/// Statistics of operators.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "GetACDOperatorStatistics", response = OperatorStatistics, kind = read)]
struct GetACDOperatorStatistics {
    /// Whether names are abbreviated.
    abbreviation: Option<bool>,
}

/// The statistics, without the list around them.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
struct OperatorStatistics {
    /// The speed of answer.
    #[field(name = "SA", alias = "SpeedOfAnswer")]
    speed_of_answer: Option<u64>,
}

/// A response whose only field is a boolean that is an answer.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
struct BooleanResult {
    /// The answer.
    result: bool,
}

/// Whether a number belongs to the account.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "IsAccountPhoneNumber", response = BooleanResult, kind = read)]
struct IsAccountPhoneNumber {}

/// Links an address; false is an answer.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "LinkRegulationAddress", response = BooleanResult, kind = write, ack = none)]
struct LinkRegulationAddress {}

/// Creates a call list; false is a failure.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "CreateCallList", response = CallListCreated, kind = write)]
struct CreateCallList {}

/// The new list.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
struct CallListCreated {
    /// The list.
    list_id: Option<u64>,
    /// The batch: a number or a UUID.
    batch_id: Option<String>,
}

/// Places a call; there is no `result`.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "VerifyOutboundTestPhoneNumber", response = AttemptsLeft, kind = write, ack = none)]
struct VerifyOutboundTestPhoneNumber {}

/// What is left.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
struct AttemptsLeft {
    /// Attempts.
    daily_attempts_left: Option<u64>,
}

/// Changes priorities: `results` is JSON in a text.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "EditCallListTasksPriority", response = PriorityResults, kind = write, ack = none)]
struct EditCallListTasksPriority {}

/// The results.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
struct PriorityResults {
    /// One entry per task.
    results: Value,
}

/// Orders a report: `result` is its id.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "GetPhoneNumbersAsync", response = PhoneNumbersReport, kind = write, ack = none)]
struct GetPhoneNumbersAsync {}

/// The report.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
struct PhoneNumbersReport {
    /// Its id.
    #[field(name = "result")]
    report_id: u64,
}

/// Exports in a write that acknowledges JSON.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "ExportThings", response = JsonOrFile<Either<HistoryReportOrdered, AttemptsLeft>>, kind = write)]
struct ExportThings {}

fn json<M: Method>(body: &str) -> Result<M::Response, Error> {
    M::from_http(Response::new(body))
}

fn with_type<M: Method>(content_type: &str, body: &str) -> Result<M::Response, Error> {
    let response = Response::builder().header("content-type", content_type).body(body.to_owned());
    M::from_http(response.unwrap())
}

#[test]
fn records_nest_to_any_depth() {
    let response = json::<GetCallHistory>(
        r#"{"result": [{"call_session_history_id": 4881753936, "start_date": "2026-07-01 12:00:00", "calls": [
            {"call_id": 1, "end_reason": {"code": 486}, "resources": [
                {"cost": 0.0125, "records": [{"record_url": "https://storage.example/1.mp3"}]}]}],
            "records": {"record_url": "https://storage.example/2.mp3"}}],
           "total_count": 1, "timezone": "Europe/Moscow"}"#,
    );
    let history = response.unwrap().second().unwrap();
    let session = &history.result[0];
    assert_eq!(session.id, Some(4_881_753_936));
    assert_eq!(session.start_date.unwrap().to_string(), "2026-07-01T12:00:00");
    let call = &session.calls[0];
    assert_eq!(call.end_reason.as_ref().unwrap()["code"], 486);
    assert_eq!(call.resources[0].cost.unwrap().to_string(), "0.0125");
    assert!(call.resources[0].records[0].record_url.as_deref().unwrap().ends_with("1.mp3"));
    assert!(session.records[0].record_url.as_deref().unwrap().ends_with("2.mp3"));

    let body =
        r#"{"result": {"report_type": "calls", "groups": [{"values": [{"value": 0.5}, {"value": 7}]}]}}"#;
    let metrics = json::<GetSmartQueueRealtimeMetrics>(body).unwrap();
    assert_eq!(metrics.result[0].groups[0].values[0].value.unwrap().to_string(), "0.5");
}

#[test]
fn one_or_many_and_either_name() {
    for (body, ids) in [
        (r#"{"result": {"record_storage_id": 1}}"#, vec![1]),
        (r#"{"result": [{"record_storage_id": 1}, {"record_storage_id": 2}]}"#, vec![1, 2]),
        (r#"{"result": []}"#, vec![]),
    ] {
        let storages = json::<GetRecordStorages>(body).unwrap().result;
        assert_eq!(
            storages.iter().map(|storage| storage.record_storage_id.unwrap()).collect::<Vec<_>>(),
            ids
        );
    }
    for body in [r#"{"SA": 7}"#, r#"{"SpeedOfAnswer": 7}"#] {
        assert_eq!(json::<GetACDOperatorStatistics>(body).unwrap().speed_of_answer, Some(7), "{body}");
    }
    assert!(
        json::<GetACDOperatorStatistics>(r#"{"Speed": 7}"#).is_err(),
        "an alias is evidence, another name is not"
    );
}

#[test]
fn a_boolean_result_is_an_answer_or_an_acknowledgment() {
    for result in [false, true] {
        let body = format!(r#"{{"result": {result}}}"#);
        assert_eq!(json::<IsAccountPhoneNumber>(&body).unwrap().result, result);
        assert_eq!(json::<LinkRegulationAddress>(&body).unwrap().result, result);
    }
    let list = json::<CreateCallList>(r#"{"result": true, "list_id": 5, "batch_id": 7}"#).unwrap();
    assert_eq!((list.list_id, list.batch_id.as_deref()), (Some(5), Some("7")));
    let error = json::<CreateCallList>(r#"{"result": false, "msg": "too many columns"}"#).unwrap_err();
    assert!(error.to_string().contains("does not acknowledge"), "{error}");
    assert_eq!(error.effect(), Effect::Unknown);
}

#[test]
fn other_members_than_a_result_prove_a_success() {
    let left = json::<VerifyOutboundTestPhoneNumber>(r#"{"daily_attempts_left": 0}"#).unwrap();
    assert_eq!(left.daily_attempts_left, Some(0));
    for body in ["{}", r#"{"daily_attempts_left": null}"#, r#"{"left": 4}"#] {
        let error = json::<VerifyOutboundTestPhoneNumber>(body).unwrap_err();
        assert_eq!(error.effect(), Effect::Unknown, "{body}: {error}");
    }
    let results = json::<EditCallListTasksPriority>(r#"{"results": "[{\"id\":1}]"}"#).unwrap().results;
    assert_eq!(results, Value::from("[{\"id\":1}]"));
    assert_eq!(json::<GetPhoneNumbersAsync>(r#"{"result": 77}"#).unwrap().report_id, 77);
}

#[test]
fn a_switch_decides_which_of_two_records_a_response_is() {
    for body in [
        r#"{"result": 1, "history_report_id": 7}"#,
        r#"{"history_report_id": "7"}"#,
        r#"{"result": [], "history_report_id": 7, "total_count": 0}"#,
    ] {
        let report = json::<GetCallHistory>(body).unwrap().first();
        assert_eq!(report, Some(HistoryReportOrdered { history_report_id: 7 }), "{body}");
    }
    for body in [r#"{"result": []}"#, r#"{"history_report_id": null, "total_count": 0}"#] {
        let history = json::<GetCallHistory>(body).unwrap().second();
        assert!(history.is_some_and(|history| history.result.is_empty()), "{body}");
    }
    for body in ["{}", r#"{"result": 1}"#, r#"{"report": 7}"#, r#"{"history_report_id": -1}"#] {
        let error = json::<GetCallHistory>(body).unwrap_err();
        assert_eq!(error.effect(), Effect::Unknown, "{body}: {error}");
    }
    let error = json::<GetCallHistory>(r#"{"total_count": 1, "result": [{"calls": [{"call_id": "x"}]}]}"#)
        .unwrap_err();
    assert!(error.to_string().contains("result[0].calls[0].call_id"), "{error}");
    assert_eq!(error.effect(), Effect::Done);
    assert!(
        matches!(GetCallHistory::META.response, ResponseMeta::Either(first, _) if first.name == "HistoryReportOrdered")
    );
}

#[test]
fn a_response_is_a_file_by_its_headers() {
    for (header, value) in [
        ("content-type", "application/octet-stream; charset=binary"),
        ("content-type", "text/csv"),
        ("content-type", "application/vnd.ms-excel"),
        ("content-disposition", "attachment; filename=\"a.csv\""),
    ] {
        let response = Response::builder().header(header, value).body("a;b").unwrap();
        let file = GetCallListDetails::from_http(response).unwrap().file().unwrap();
        assert_eq!((file.as_bytes(), file.content_length()), (Some(&b"a;b"[..]), Some(3)), "{value}");
    }
    let details = with_type::<GetCallListDetails>(
        "application/json",
        r#"{"result": [{"custom_data": "{}"}], "count": 1}"#,
    );
    assert_eq!(details.unwrap().json().unwrap().count, Some(1));
}

#[test]
fn an_error_in_place_of_a_file_is_an_error() {
    let error = r#"{"error": {"code": 100, "msg": "Authorization failed"}}"#;
    for content_type in
        ["application/json", "application/json; charset=utf-8", "text/html", "text/plain", "text/csv"]
    {
        let found = with_type::<DownloadHistoryReport>(content_type, error).unwrap_err();
        assert_eq!(found.code(), Some(ErrorCode::AUTHORIZATION_FAILED), "{content_type}");
        let found = with_type::<GetCallListDetails>(content_type, error).unwrap_err();
        assert_eq!(found.code(), Some(ErrorCode::AUTHORIZATION_FAILED), "{content_type}");
    }
    // Cut off, and with a status.
    let found =
        with_type::<DownloadHistoryReport>("application/json", r#"{"error": {"code": 100, "msg": "Auth"#)
            .unwrap_err();
    assert_eq!(found.code(), Some(ErrorCode::AUTHORIZATION_FAILED));
    let response =
        Response::builder().status(StatusCode::FORBIDDEN).header("content-type", "application/octet-stream");
    let found = DownloadHistoryReport::from_http(response.body(error).unwrap()).unwrap_err();
    assert_eq!(found.code(), Some(ErrorCode::AUTHORIZATION_FAILED));
    // Marked as a file, it is one.
    let file = with_type::<DownloadHistoryReport>("application/octet-stream", error).unwrap();
    assert_eq!(file.as_bytes(), Some(error.as_bytes()));
}

#[test]
fn a_page_of_a_proxy_is_not_a_file() {
    for (content_type, body) in [
        ("text/html; charset=utf-8", "<html>login</html>"),
        ("text/plain", "503 Service Temporarily Unavailable"),
    ] {
        let error = with_type::<DownloadHistoryReport>(content_type, body).unwrap_err();
        assert!(error.to_string().contains("the response is not a file"), "{error}");
        with_type::<GetCallListDetails>(content_type, body).unwrap_err();
    }
    json::<DownloadHistoryReport>("no content type").unwrap_err();
    let response =
        Response::builder().status(502).header("content-type", "application/octet-stream").body("x").unwrap();
    DownloadHistoryReport::from_http(response).unwrap_err();
    // Other methods return no files.
    let error = with_type::<GetRecordStorages>("application/octet-stream", "a;b").unwrap_err();
    assert!(error.to_string().contains("not the API's JSON"), "{error}");
}

#[test]
fn json_without_an_error_is_a_file_only_where_nothing_but_a_file_is_returned() {
    let file = with_type::<DownloadHistoryReport>("application/json", r#"{"calls": [1]}"#).unwrap();
    assert_eq!(file.as_bytes(), Some(&br#"{"calls": [1]}"#[..]));
    with_type::<DownloadHistoryReport>("application/json", "[1, 2]").unwrap();
    let error = with_type::<GetCallListDetails>("application/json", r#"{"calls": [1]}"#).unwrap_err();
    assert!(error.to_string().contains("holds nothing that the method returns"), "{error}");
    // A write that acknowledges.
    let report = json::<ExportThings>(r#"{"result": 1, "history_report_id": 7}"#).unwrap().json().unwrap();
    assert_eq!(report.first().unwrap().history_report_id, 7);
    json::<ExportThings>(r#"{"result": 0, "history_report_id": 7}"#).unwrap_err();
    assert!(with_type::<ExportThings>("text/csv", "").unwrap().file().is_some(), "an empty file");
}

#[test]
fn files_show_no_content() {
    let response = Response::builder()
        .header("content-type", "text/csv; note=hunter2")
        .header("content-disposition", "attachment; filename=hunter2.csv")
        .body("hunter2")
        .unwrap();
    let file = DownloadHistoryReport::from_http(response).unwrap();
    assert_eq!((file.file_name(), file.content_type()), (Some("hunter2.csv"), Some("text/csv")));
    let shown = format!(
        "{file:?} {:?} {} {}",
        JsonOrFile::<()>::File(Download::new("hunter2")),
        masked(&file),
        masked(&JsonOrFile::<CallListDetails>::File(Download::new("hunter2")))
    );
    assert!(!shown.contains("hunter2"), "{shown}");
}

#[test]
fn servers_encode_every_kind_of_response() {
    fn round_trip<M: ServerMethod>(response: &M::Response) -> Result<M::Response, Error> {
        M::from_http(M::encode_response(response))
    }
    let file = Download::new("a;b").with_file_name("отчёт 1.csv").with_content_type("text/csv");
    let file = round_trip::<DownloadHistoryReport>(&file).unwrap();
    assert_eq!(
        (file.file_name(), file.content_type(), file.as_bytes()),
        (Some("отчёт 1.csv"), Some("text/csv"), Some(&b"a;b"[..]))
    );
    let error = Download::new(r#"{"error": {"code": 100}}"#).with_content_type("no type\n");
    let file = round_trip::<DownloadHistoryReport>(&error).unwrap();
    assert_eq!(file.content_type(), Some("application/octet-stream"));
    let file =
        round_trip::<GetCallListDetails>(&JsonOrFile::File(Download::new("x").with_file_name("x.csv")))
            .unwrap();
    assert_eq!(file.file().unwrap().file_name(), Some("x.csv"));
    let details = CallListDetails { result: Vec::new(), count: Some(0) };
    let json = round_trip::<GetCallListDetails>(&JsonOrFile::Json(details.clone())).unwrap();
    assert_eq!(json.json(), Some(details));
    let report = Either::First(HistoryReportOrdered { history_report_id: 7 });
    assert_eq!(round_trip::<GetCallHistory>(&report).unwrap(), report);
    let created = GetCallHistory::encode_response(&report);
    assert_eq!(created.body(), r#"{"history_report_id":7}"#);
    let export = ExportThings::encode_response(&JsonOrFile::Json(
        report.first().map_or_else(|| unreachable!(), Either::First),
    ));
    assert_eq!(export.body(), r#"{"result":1,"history_report_id":7}"#);
}

#[test]
fn a_file_in_memory_is_read_like_any_reader() {
    use std::io::Read as _;

    let mut file = json_file("a;b");
    let mut text = String::new();
    file.read_to_string(&mut text).unwrap();
    assert_eq!((text.as_str(), file.as_bytes()), ("a;b", Some(&b""[..])));
}

fn json_file(content: &str) -> Download {
    with_type::<DownloadHistoryReport>("text/csv", content).unwrap()
}

#[test]
fn metadata_states_the_kinds_of_responses() {
    let exported = |meta: &MethodMeta| serde_json::to_value(meta).unwrap()["response"].to_string();
    assert_eq!(exported(DownloadHistoryReport::META), r#"["file"]"#);
    assert_eq!(exported(GetCallListDetails::META), r#"["CallListDetails","file"]"#);
    assert_eq!(exported(GetCallHistory::META), r#"["HistoryReportOrdered","CallHistory"]"#);
    assert_eq!(exported(ExportThings::META), r#"["HistoryReportOrdered","AttemptsLeft","file"]"#);
    assert_eq!(exported(GetRecordStorages::META), r#""RecordStorages""#);
}
