//! The sandbox plays every declared method without a handler.

use std::ops::Deref;
use std::time::Duration;

use bytes::Bytes;
use http::HeaderValue;
use serde_json::Value;
use vox_core::ErrorCode;
use vox_core::client::Waiting;
use vox_core::meta::{FieldType, RecordMeta, ResponseMeta};
use vox_core::prelude::*;
use vox_core::server::Form;
use vox_sandbox::{Level, Sandbox};
use vox_tests::requests::{SECRET, full, minimal, multipart};

use crate::declared;
use vox_api::accounts::GetAccountVerifications;
use vox_api::call_lists::{CallListToDelete, CreateCallList, DeleteCallList, GetCallListDetails};
use vox_api::history::{GetAuditLog, GetCallHistory, GetCallHistoryAsync, GetHistoryReports};
use vox_api::invoices::DownloadInvoice;
use vox_api::phone_numbers::{AttachedPhoneInfo, GetPhoneNumbers};
use vox_api::scenarios::{GetScenarios, StartScenarios};
use vox_api::smart_queue::{SqAddQueue, SqAgentSelection, SqGetQueues, SqTaskSelection};
use vox_api::types::{Application, OutputFormat, Rule};
use vox_api::users::AddUser;

/// A sandbox with the methods of all sections.
struct Server {
    sandbox: Sandbox,
    http: reqwest::Client,
    /// A header with a token.
    authorization: HeaderValue,
}

impl Deref for Server {
    type Target = Sandbox;

    fn deref(&self) -> &Sandbox {
        &self.sandbox
    }
}

/// A sandbox that plays all methods by samples.
async fn sandbox() -> Server {
    let builder = Sandbox::builder()
        .methods(declared())
        .samples(declared().map(|method| method.name))
        .clock("2026-01-31T12:00:00Z".parse::<Timestamp>().unwrap())
        .seed(7);
    let sandbox = builder.start().await.unwrap();
    let authorized = GetScenarios::default().to_http(&sandbox.auth()).unwrap();
    Server {
        http: reqwest::Client::new(),
        authorization: authorized.headers()["authorization"].clone(),
        sandbox,
    }
}

/// No parameters.
const NONE: [(&str, &str); 0] = [];

/// The request as a client sends it: multipart if it has files.
async fn send(sandbox: &Server, method: &str, form: &Form) -> http::Response<Bytes> {
    let (content_type, body) = if form.files().next().is_some() {
        multipart(form)
    } else {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(form.iter()).finish();
        ("application/x-www-form-urlencoded".to_owned(), body)
    };
    let response = sandbox
        .http
        .post(format!("{}/platform_api/{method}", sandbox.base_url()))
        .header("authorization", &sandbox.authorization)
        .header("content-type", content_type)
        .body(body)
        .send()
        .await
        .unwrap();
    let mut copy = http::Response::builder().status(response.status());
    for (name, value) in response.headers() {
        copy = copy.header(name, value);
    }
    copy.body(response.bytes().await.unwrap()).unwrap()
}

/// Every request that the rules permit gets a response that decodes into the declared type.
#[tokio::test]
async fn every_method_is_played() {
    let sandbox = sandbox().await;
    let mut requests = 0;
    for method in declared() {
        for form in [minimal(method)].into_iter().chain(full(method)) {
            let response = send(&sandbox, method.name, &form).await;
            let name = method.name;
            assert_eq!(response.status(), 200, "{name}");
            let level = response.headers()["x-vox-sandbox"].to_str().unwrap();
            assert_eq!(level, format!("sample; {}", env!("CARGO_PKG_VERSION")), "{name}");
            assert!(!response.headers().contains_key("x-vox-sandbox-unknown-params"), "{name}");
            let body = String::from_utf8_lossy(response.body()).into_owned();
            method
                .check_response(response)
                .unwrap_or_else(|error| panic!("{name}: {error}\n{form:?}\n{body}"));
            requests += 1;
        }
    }
    assert!(requests > 2 * declared().count());
    let received = sandbox.requests();
    assert!(received.iter().all(|request| request.level == Some(Level::Sample) && request.code.is_none()));
}

/// The requests have a secret in each secret parameter, and the samples in each secret field.
#[tokio::test]
async fn no_secret_is_shown() {
    let sandbox = sandbox().await;
    let mut secrets = 0;
    for method in declared() {
        for form in full(method) {
            secrets += form.iter().filter(|(_, text)| text.contains(SECRET)).count();
            send(&sandbox, method.name, &form).await;
        }
    }
    assert!(secrets > 5, "{secrets}");
    let page = reqwest::get(sandbox.base_url()).await.unwrap().text().await.unwrap();
    let shown = format!("{page}{:?}", sandbox.requests());
    assert!(
        shown.contains("AddSecret") && !shown.contains(SECRET) && !shown.contains("sample-secret"),
        "{shown}"
    );
}

/// Every field of a sample is filled, except for those of errors and rejections, and of JSON that no declaration describes.
#[tokio::test]
async fn samples_have_all_fields() {
    let sandbox = sandbox().await;
    for method in declared() {
        let ResponseMeta::Record(record) = method.response else { continue };
        let response = send(&sandbox, method.name, &minimal(method)).await;
        let body: Value = serde_json::from_slice(response.body()).unwrap();
        let mut missing = Vec::new();
        find_missing(record, &body, method.name, 0, &mut missing);
        assert!(missing.is_empty(), "{missing:?}\n{body:#}");
    }
}

fn find_missing(
    record: &'static RecordMeta,
    value: &Value,
    path: &str,
    depth: usize,
    missing: &mut Vec<String>,
) {
    for field in record.fields {
        let path = format!("{path}.{}", field.name);
        let field_type = (field.value)();
        match value.get(field.name) {
            None if field.name.starts_with("error") || field.name == "total_count" => {}
            None if field.name.starts_with("reject") => {}
            None if matches!(field_type, FieldType::Any) || depth > 2 => {}
            None => missing.push(path),
            Some(value) => match field_type {
                FieldType::Record(inner) => find_missing(inner, value, &path, depth + 1, missing),
                FieldType::List(item) => {
                    let items = value.as_array().unwrap();
                    assert!(!items.is_empty() || depth > 2, "{path}");
                    if let FieldType::Record(inner) = *item {
                        for item in items {
                            find_missing(inner, item, &path, depth + 1, missing);
                        }
                    }
                }
                _ => assert_ne!(value, &Value::Null, "{path}"),
            },
        }
    }
}

/// A sample is a function of the seed, the method, the parameters and the clock.
#[tokio::test]
async fn samples_do_not_change() {
    let (one, two) = (sandbox().await, sandbox().await);
    for method in declared() {
        let form = minimal(method);
        let first = send(&one, method.name, &form).await.into_body();
        let second = send(&two, method.name, &form).await.into_body();
        // Ids of reports contain the time of the order, to the millisecond.
        let has_report =
            method.name.ends_with("Async") || String::from_utf8_lossy(&first).contains("report_id");
        if !has_report {
            let place = |body: &[u8], of: &Sandbox| String::from_utf8_lossy(body).replace(&of.base_url(), "");
            assert_eq!(place(&first, &one), place(&second, &two), "{}", method.name);
        }
    }
}

#[tokio::test]
async fn the_values_of_the_request_are_repeated() {
    let sandbox = sandbox().await;
    let client = sandbox.client().unwrap();
    let (from, to) =
        ("2026-01-10 00:00:00".parse::<DateTime>().unwrap(), "2026-01-10 06:00:00".parse().unwrap());
    let request = GetCallHistory::builder()
        .from_date(from)
        .to_date(to)
        .call_session_history_id(vec![9, 4])
        .application(Application::Id(77))
        .rule_name("in")
        .timezone("Etc/GMT-3")
        .build();
    let Either::Second(history) = request.send(&client).await.unwrap() else { panic!("a report") };
    assert_eq!(history.timezone.as_deref(), Some("Etc/GMT-3"));
    let ids: Vec<_> = history.result.iter().map(|session| session.call_session_history_id).collect();
    assert_eq!(ids, [Some(9), Some(4)]);
    for session in &history.result {
        assert_eq!((session.application_id, session.rule_name.as_deref()), (Some(77), Some("in")));
        let start = session.start_date.unwrap();
        assert!(from <= start && start <= to, "{start}");
        assert!(
            session.calls.iter().all(|call| call.start_time.is_some_and(|time| start <= time && time <= to))
        );
        assert!(!session.records.is_empty() && session.calls.iter().all(|call| call.call_id.is_some()));
    }
}

#[tokio::test]
async fn the_same_id_has_the_same_fields_everywhere() {
    let sandbox = sandbox().await;
    let client = sandbox.client().unwrap();
    let all = GetScenarios::default().send(&client).await.unwrap();
    assert_eq!((all.result.len(), all.count, all.total_count), (3, Some(3), Some(3)));
    let second = &all.result[1];
    let one = GetScenarios { scenario_id: second.scenario_id, ..Default::default() };
    let one = one.send(&client).await.unwrap();
    assert_eq!((one.result.as_slice(), one.total_count), (std::slice::from_ref(second), Some(1)));
}

#[tokio::test]
async fn lists_have_pages() {
    let sandbox = sandbox().await;
    let client = sandbox.client().unwrap();
    let all = GetPhoneNumbers::default().send(&client).await.unwrap();
    let numbers = |list: &[AttachedPhoneInfo]| list.iter().map(|number| number.phone_id).collect::<Vec<_>>();
    assert_eq!((all.result.len(), all.total_count), (3, Some(3)));
    let request = GetPhoneNumbers { count: Some(2), ..Default::default() };
    let mut pages = request.pages(&client);
    let mut found = Vec::new();
    while let Some(page) = pages.next().await {
        found.extend(numbers(&page.unwrap()));
    }
    assert_eq!(found, numbers(&all.result));
    assert_eq!(sandbox.requests().len(), 3);
}

#[tokio::test]
async fn a_report_is_complete_after_a_while() {
    let sandbox = sandbox().await;
    let client = sandbox.client().unwrap();
    let request = GetCallHistoryAsync::builder()
        .from_date("2026-01-01 00:00:00".parse::<DateTime>().unwrap())
        .to_date("2026-01-02 00:00:00".parse::<DateTime>().unwrap())
        .build();
    let report = client.order(&request).await.unwrap();
    assert!(!client.is_complete(&report).await.unwrap());
    let error = client.download_report(&report).await.unwrap_err();
    assert_eq!(error.code(), Some(ErrorCode::new(356)), "{error}");
    sandbox.clock().advance(Duration::from_secs(5));
    let waiting = Waiting::default().pauses(Duration::from_millis(1), Duration::from_millis(1));
    client.wait_for(&report, waiting).await.unwrap();
    let file = client.download_report(&report).await.unwrap();
    assert_eq!((file.file_name(), file.content_type()), (Some("sample.csv"), Some("text/csv")));
    assert!(file.bytes(1000).await.unwrap().starts_with(b"report,row,value\n"));
    let status = GetHistoryReports { history_report_id: Some(report.id()), ..Default::default() };
    let status = status.send(&client).await.unwrap().result.remove(0);
    assert_eq!(status.history_report_id, Some(report.id()));
    assert!(status.created.unwrap() < status.completed.unwrap() && status.file_name.is_some());
}

#[tokio::test]
async fn the_files_of_samples_can_be_downloaded() {
    let sandbox = sandbox().await;
    let client = sandbox.client().unwrap();
    let request = GetCallHistory::builder().build();
    let Either::Second(history) = request.send(&client).await.unwrap() else { panic!("a report") };
    let url = history.result[0].records[0].record_url.clone().unwrap();
    let recording = client.download(&url).await.unwrap();
    assert_eq!(recording.content_type(), Some("audio/mpeg"));
    let recording = recording.bytes(100_000).await.unwrap();
    let part = client.download_range(&url, 100..).await.unwrap().bytes(100_000).await.unwrap();
    assert_eq!(part, recording[100..]);
    let invoice = DownloadInvoice { invoice_id: 3 }.send(&client).await.unwrap();
    assert!(invoice.bytes(10_000).await.unwrap().starts_with(b"%PDF-1.4"));
}

#[tokio::test]
async fn a_switch_of_the_request_decides_what_is_returned() {
    let sandbox = sandbox().await;
    let client = sandbox.client().unwrap();
    let file = GetCallListDetails::builder().list_id(4).send(&client).await.unwrap();
    let JsonOrFile::File(csv) = file else { panic!("{file:?}") };
    let csv = String::from_utf8(csv.bytes(10_000).await.unwrap().to_vec()).unwrap();
    let request = GetCallListDetails::builder().list_id(4).output(OutputFormat::Json);
    let JsonOrFile::Json(Either::Second(tasks)) = request.send(&client).await.unwrap() else {
        panic!("a file")
    };
    assert_eq!(csv.lines().count(), 1 + tasks.result.len());
    assert!(tasks.result.iter().all(|task| task.list_id == Some(4)));
    let uuid = tasks.result[0].task_uuid.clone().unwrap();
    assert!(csv.lines().next().unwrap().contains("task_uuid") && csv.contains(&uuid), "{csv}");
    let request = GetCallListDetails::builder().list_id(4).is_async(true).output(OutputFormat::Csv);
    let JsonOrFile::Json(Either::First(report)) = request.send(&client).await.unwrap() else {
        panic!("a list")
    };
    assert!(report.history_report_id > 0);
}

#[tokio::test]
async fn writes_are_acknowledged() {
    let sandbox = sandbox().await;
    let client = sandbox.client().unwrap();
    let list = CreateCallList::builder()
        .rule_id(7)
        .priority(0)
        .max_simultaneous(3)
        .num_attempts(2)
        .name("spring")
        .file_content(File::from("phone\n79993330011").with_name("tasks.csv"))
        .send(&client)
        .await
        .unwrap();
    assert!(list.list_id > 0);
    let user = AddUser::builder()
        .user_name("ann")
        .user_display_name("Ann")
        .user_password("Str0ng!pass")
        .application(Application::Id(7))
        .send(&client)
        .await
        .unwrap();
    assert!(user.user_id > 0);
    let queue = SqAddQueue::builder()
        .application(Application::Id(7))
        .sq_queue_name("sales")
        .call_agent_selection(SqAgentSelection::MostQualified)
        .call_task_selection(SqTaskSelection::MaxPriority)
        .build();
    assert!(queue.send(&client).await.unwrap().result.sq_queue_id > 0);
    let queues = SqGetQueues::builder().application(Application::Id(7)).send(&client).await.unwrap();
    assert!(!queues.result.is_empty());
    let session = StartScenarios::builder().rule(Rule::Id(7)).send(&client).await.unwrap();
    assert!(session.media_session_access_url.unwrap().expose().starts_with("https://example.com/"));
    let uploads = sandbox.requests();
    assert_eq!(uploads[0].param("file_content"), Some("17 bytes"));
}

#[tokio::test]
async fn names_that_are_not_known_get_similar_ones() {
    let sandbox = sandbox().await;
    let client = sandbox.client().unwrap();
    let error = client.call("GetCalHistory", NONE).await.unwrap_err();
    assert_eq!(error.code(), Some(ErrorCode::new(103)));
    assert!(error.to_string().contains("Unknown command; similar: 'GetCallHistory'"), "{error}");
    let mut form = Form::default();
    form.push("user_nam", "ann");
    let response = send(&sandbox, "AddUser", &form).await;
    assert_eq!(response.headers()["x-vox-sandbox-unknown-params"], "user_nam");
    let body = String::from_utf8_lossy(response.body()).into_owned();
    assert!(body.contains("unknown parameter 'user_nam'; similar: 'user_name'"), "{body}");
    let requests = sandbox.requests();
    assert_eq!(
        (requests[0].level, requests[1].unknown_params.as_slice()),
        (None, &["user_nam".to_owned()][..])
    );
}

#[tokio::test]
async fn a_strict_sandbox_rejects_what_it_only_guesses() {
    let builder = Sandbox::builder().methods(declared()).reject::<SqAddQueue>("queues need people");
    let sandbox = builder.strict().start().await.unwrap();
    let client = sandbox.client().unwrap();
    let error = GetAuditLog::default().send(&client).await.unwrap_err();
    assert!(error.to_string().contains("the sandbox rejects samples"), "{error}");
    assert_eq!((error.code(), error.effect()), (Some(ErrorCode::new(103)), Effect::None));
    let error = client.call("SQ_AddQueue", NONE).await.unwrap_err();
    assert!(
        error.to_string().contains("The sandbox does not play 'SQ_AddQueue': queues need people"),
        "{error}"
    );
    let error = client.call("GetAccountInfo", [("return_live_balanc", "true")]).await.unwrap_err();
    assert_eq!(error.code(), Some(ErrorCode::new(101)));
    assert!(error.to_string().contains("similar: 'return_live_balance'"), "{error}");
    client.call("GetAccountInfo", NONE).await.unwrap();
}

#[tokio::test]
async fn the_account_of_credentials_may_also_be_a_parameter() {
    let sandbox = sandbox().await;
    let account = sandbox.account_id();
    let credentials = ApiKey::by_id(account, sandbox.api_key());
    let client = Client::builder().credentials(credentials).base_url(sandbox.base_url()).build().unwrap();
    // The key authenticates by the same parameter, also where another member of the group is chosen.
    for list in [CallListToDelete::Id(3), CallListToDelete::Account(account)] {
        DeleteCallList { list }.send(&client).await.unwrap();
    }
    let request = GetAccountVerifications { account_id: account, active_verification_only: None };
    request.send(&client).await.unwrap();
}
