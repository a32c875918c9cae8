//! Methods called over HTTP: the request as the server received it, and the response as the program reads it.

use std::time::Duration;

use serde_json::json;
use vox_core::client::Waiting;
use vox_core::prelude::*;
use vox_tests::faulty_server::{FaultyServer, Step};

use vox_api::authorized_ips::{AuthorizedIp, DelAuthorizedAccountIp};
use vox_api::call_lists::{
    AppendToCallList, BufferSizeTarget, CallListRef, CallListTask, CallListTaskKey, CallListTaskPriority,
    CallListTasks, CallListToDelete, CallListType, CancelCallListTask, CreateCallList, DeleteCallList,
    EditCallListTask, EditCallListTasksPriority, GetCallListDetails,
};
use vox_api::history::{GetAuditLog, GetCallHistory, GetTransactionHistory};
use vox_api::invoices::DownloadInvoice;
use vox_api::key_value_storage::{GetKeyValueItems, SetKeyValueItem};
use vox_api::phone_numbers::{AttachPhoneNumber, IsAccountPhoneNumber, NumbersToAttach};
use vox_api::push_credentials::{AddPushCredential, PushProvider, PushProviderName};
use vox_api::queues::{GetAcdOperatorStatistics, GetAcdOperatorStatusStatistics};
use vox_api::record_storages::GetRecordStorages;
use vox_api::regulation_address::{LinkRegulationAddress, PhoneToLink};
use vox_api::role_system::CreateKey;
use vox_api::sip_registration::UpdateSipRegistration;
use vox_api::skills::{BindSkill, SkillsOrAll};
use vox_api::smart_queue::{
    RequestSmartQueueHistory, SqBindSkill, SqMetricsQueues, SqReportType, SqSkillKey, SqSkillLevel,
};
use vox_api::types::{AcdStatus, Application, OutputFormat, RuleInApplication, User, UsersOrAll};
use vox_api::users::{DelUser, UsersToDelete};

const SECRET: &str = "S3cret-Zq9";

/// A server that plays these steps, and a client of it.
async fn served(steps: impl IntoIterator<Item = Step>) -> (FaultyServer, Client) {
    let server = FaultyServer::start(steps).await.unwrap();
    let client = Client::builder()
        .credentials(Credentials::Token(Secret::from("t0ken")))
        .base_url(server.url())
        .retry(Retry::never())
        .build()
        .unwrap();
    (server, client)
}

#[allow(clippy::needless_pass_by_value, reason = "callers pass what `json!` makes")]
fn json(body: impl ToString) -> Step {
    Step::response("200 OK", "content-type: application/json\r\n", body.to_string())
}

fn file(content: &str) -> Step {
    let headers =
        "content-type: application/octet-stream\r\ncontent-disposition: attachment; filename=a.csv\r\n";
    Step::response("200 OK", headers, content)
}

/// The method and the body of each request.
fn received(server: &FaultyServer) -> Vec<(String, String)> {
    let requests = server.traffic().requests.into_iter();
    requests
        .map(|(request, _)| {
            let path = request.head.split(' ').nth(1).unwrap();
            (path.rsplit('/').find(|part| !part.is_empty()).unwrap().to_owned(), request.body)
        })
        .collect()
}

/// The body of the only request.
fn body(server: &FaultyServer, method: &str) -> String {
    let mut requests = received(server);
    assert_eq!(requests.len(), 1);
    let (name, body) = requests.remove(0);
    assert_eq!(name, method);
    body
}

fn call_list() -> CreateCallList {
    CreateCallList::builder()
        .rule_id(7)
        .priority(0)
        .max_simultaneous(3)
        .num_attempts(2)
        .name("spring")
        .file_content(File::from("phone\n79993330011").with_name("tasks.csv").with_content_type("text/csv"))
        .build()
}

#[tokio::test]
async fn a_file_is_uploaded_with_the_other_parameters() {
    let response = json!({"result": true, "count": 1, "list_id": 42, "batch_id": "0f-1"});
    let (server, client) = served([json(response)]).await;
    let list = CreateCallList {
        call_list_type: Some(CallListType::Progressive),
        queue_id: Some(9),
        task_multiplier: Some(Decimal::new(15, 1)),
        start_at: Some("2026-01-31T18:05:00Z".parse::<Timestamp>().unwrap().into()),
        ..call_list()
    };
    let created = list.send(&client).await.unwrap();
    assert_eq!((created.list_id, created.count, created.batch_id.as_deref()), (42, Some(1), Some("0f-1")));
    let body = body(&server, "CreateCallList");
    for part in [
        "name=\"file_content\"; filename=\"tasks.csv\"\r\nContent-Type: text/csv\r\n\r\nphone\n79993330011\r\n",
        "name=\"priority\"\r\n\r\n0\r\n",
        "name=\"call_list_type\"\r\n\r\nprogressive\r\n",
        "name=\"task_multiplier\"\r\n\r\n1.5\r\n",
        "name=\"start_at\"\r\n\r\n1769882700\r\n",
    ] {
        assert!(body.to_lowercase().contains(&part.to_lowercase()), "{part}\n{body}");
    }
}

#[tokio::test]
async fn a_list_that_was_not_changed_is_no_success() {
    let (server, client) = served([json(json!({"result": false, "list_id": 5}))]).await;
    let tasks =
        AppendToCallList::builder().list(CallListRef::Name("spring".into())).file_content(File::from("a"));
    let error = tasks.send(&client).await.unwrap_err();
    assert!(error.to_string().contains("does not acknowledge"), "{error}");
    assert_eq!((error.effect(), error.method()), (Effect::Unknown, Some("AppendToCallList")));
    assert!(body(&server, "AppendToCallList").contains("name=\"list_name\"\r\n\r\nspring\r\n"));
}

#[tokio::test]
async fn a_file_is_downloaded() {
    let (server, client) = served([file("%PDF")]).await;
    let invoice = DownloadInvoice { invoice_id: 3 }.send(&client).await.unwrap();
    assert_eq!(invoice.file_name(), Some("a.csv"));
    assert_eq!(invoice.bytes(10).await.unwrap(), "%PDF");
    assert_eq!(body(&server, "DownloadInvoice"), "invoice_id=3");
}

#[tokio::test]
async fn a_report_is_ordered_awaited_and_downloaded() {
    let pending = json!({"result": [{"history_report_id": 8, "history_type": "calls"}], "count": 1});
    let complete =
        json!({"result": [{"history_report_id": 8, "completed": "2026-02-01 10:00:00"}], "count": 1});
    let ordered = json!({"result": 1, "history_report_id": 8});
    let (server, client) = served([json(ordered), json(pending), json(complete), file("id;value")]).await;
    let request = RequestSmartQueueHistory::builder()
        .application(Application::Name("shop".into()))
        .sq_queue(SqMetricsQueues::Id(vec![3]))
        .from_date("2026-01-31 00:00:00".parse::<DateTime>().unwrap())
        .to_date("2026-02-01 00:00:00".parse::<DateTime>().unwrap())
        .report_type([SqReportType::ServiceLevel, SqReportType::CountHandledCalls])
        .max_waiting_sec(20)
        .interval(Period { hours: 1, ..Period::default() })
        .timezone("Etc/GMT-3")
        .build();
    let report = client.order(&request).await.unwrap();
    assert_eq!(report.id(), 8);
    assert!(!client.is_complete(&report).await.unwrap());
    let waiting = Waiting::default().pauses(Duration::from_millis(1), Duration::from_millis(1));
    client.wait_for(&report, waiting).await.unwrap();
    let file = client.download_report(&report).await.unwrap();
    assert_eq!(file.bytes(20).await.unwrap(), "id;value");
    let requests = received(&server);
    let status = ("GetHistoryReports".to_owned(), "history_report_id=8".to_owned());
    let order = "sq_queue_id=3&from_date=2026-01-31+00%3A00%3A00&to_date=2026-02-01+00%3A00%3A00\
                 &report_type=service_level%3Bcount_handled_calls&application_name=shop&timezone=Etc%2FGMT-3\
                 &interval=0000-00-00+01%3A00%3A00&max_waiting_sec=20";
    assert_eq!(requests[0], ("RequestSmartQueueHistory".to_owned(), order.to_owned()));
    assert_eq!(requests[1..3], [status.clone(), status]);
    let download = ("DownloadHistoryReport".to_owned(), "history_report_id=8".to_owned());
    assert_eq!(requests[3..], [download]);
}

#[tokio::test]
async fn a_history_is_read_on_all_levels() {
    let history = json!({
        "result": [{
            "call_session_history_id": 4_881_753_936_u64,
            "start_date": "2026-01-31 18:05:00",
            "audio_quality": "Ultra HD",
            "finish_reason": "Normal termination",
            "calls": [{"call_id": 1, "cost": "0.015", "incoming": true, "end_reason": {"code": 200}}],
            "other_resource_usage": [{"resource_type": "ASR", "cost": 0.5, "used_at": "2026-01-31 18:06:00"}],
            "records": [{"record_id": 3, "transcription_status": "In progress", "file_size": 1024}],
        }],
        "count": 1, "total_count": 12, "timezone": "Etc/GMT-3",
    });
    let (server, client) = served([json(history)]).await;
    let response = GetCallHistory::builder()
        .from_date("2026-01-31 00:00:00".parse::<DateTime>().unwrap())
        .remote_number_list(vec!["79993330011".to_owned()])
        .application(Application::Id(5))
        .rule_name("in")
        .with_total_count(true)
        .send(&client)
        .await
        .unwrap();
    let Either::Second(history) = response else { panic!("{response:?}") };
    assert_eq!((history.total_count, history.timezone.as_deref()), (Some(12), Some("Etc/GMT-3")));
    let session = &history.result[0];
    assert_eq!(session.call_session_history_id, Some(4_881_753_936));
    assert_eq!(session.start_date, Some("2026-01-31 18:05:00".parse().unwrap()));
    assert_eq!(session.audio_quality.as_ref().map(AsRef::as_ref), Some("Ultra HD"));
    assert_eq!((session.calls[0].cost, session.calls[0].incoming), (Some(Decimal::new(15, 3)), Some(true)));
    assert_eq!(session.calls[0].end_reason, Some(json!({"code": 200})));
    assert_eq!(session.other_resource_usage[0].cost, Some(Decimal::new(5, 1)));
    assert_eq!(
        (session.records[0].record_id, session.records[0].file_size),
        (Some(3), Some(Decimal::from(1024)))
    );
    let expected = "from_date=2026-01-31+00%3A00%3A00&application_id=5&rule_name=in\
                    &remote_number_list=%5B%2279993330011%22%5D&with_total_count=true";
    assert_eq!(body(&server, "GetCallHistory"), expected);
}

#[tokio::test]
async fn a_switch_changes_the_shape_of_the_response() {
    let (server, client) = served([json(json!({"result": 1, "history_report_id": 8}))]).await;
    let request = GetTransactionHistory::builder().is_async(true).build().with_param("output", "csv");
    let response = request.send(&client).await.unwrap();
    let Either::First(report) = response else { panic!("{response:?}") };
    assert_eq!(report.history_report_id, 8);
    assert_eq!(body(&server, "GetTransactionHistory"), "is_async=true&output=csv");
}

#[tokio::test]
async fn objects_with_any_members_are_kept() {
    let entry =
        json!({"audit_log_id": 1, "cmd_name": "AddUser", "cmd_args": {"user_name": "ann", "n": [1, null]}});
    let (_server, client) = served([json(json!({"result": [entry], "count": 1}))]).await;
    let response = GetAuditLog::default().send(&client).await.unwrap();
    let Either::Second(log) = response else { panic!("{response:?}") };
    assert_eq!(log.result[0].cmd_args, Some(json!({"user_name": "ann", "n": [1, null]})));
}

#[tokio::test]
async fn json_is_sent_inside_a_parameter_and_read_from_a_text() {
    let (server, client) = served([json(json!({"result": 1}))]).await;
    let skill = SqSkillLevel { skill: SqSkillKey::Name("sales".into()), sq_skill_level: 5 };
    let bound = SqBindSkill::builder()
        .application(Application::Id(5))
        .user(UsersOrAll::Id(IdList::All))
        .sq_skills(vec![skill.clone()]);
    bound.send(&client).await.unwrap();
    let expected = "application_id=5&user_id=all&sq_skills=%5B%7B%22sq_skill_name%22%3A%22sales%22%2C%22sq_skill_level%22%3A5%7D%5D";
    assert_eq!(body(&server, "SQ_BindSkill"), expected);

    let (server, client) = served([json(json!({"results": "[{\"task_id\":1}]"}))]).await;
    let tasks = vec![CallListTaskPriority { task: CallListTaskKey::Id(1), task_priority: 0 }];
    let response = EditCallListTasksPriority { list_id: 4, tasks: tasks.into() }.send(&client).await.unwrap();
    assert_eq!(response.results, Some(Json(json!([{"task_id": 1}]))));
    assert_eq!(
        body(&server, "EditCallListTasksPriority"),
        "list_id=4&tasks=%5B%7B%22task_id%22%3A1%2C%22task_priority%22%3A0%7D%5D"
    );
}

#[tokio::test]
async fn times_of_day_are_sent() {
    let (server, client) = served([json(json!({"result": true}))]).await;
    EditCallListTask::builder()
        .list_id(4)
        .task(CallListTask::Uuid("a-1".into()))
        .min_execution_time(Time::constant(9, 0, 0, 0))
        .max_execution_time(Time::constant(17, 30, 0, 0))
        .send(&client)
        .await
        .unwrap();
    let expected = "list_id=4&task_uuid=a-1&min_execution_time=09%3A00%3A00&max_execution_time=17%3A30%3A00";
    assert_eq!(body(&server, "EditCallListTask"), expected);
}

#[tokio::test]
async fn one_object_and_a_list_are_read_alike() {
    let storage = json!({"record_storage_id": 2, "is_public": true});
    let steps = [json(json!({"result": storage})), json(json!({"result": [storage]}))];
    let (_server, client) = served(steps).await;
    let one = GetRecordStorages::default().send(&client).await.unwrap();
    let list = GetRecordStorages::default().send(&client).await.unwrap();
    assert_eq!((one.result[0].record_storage_id, one.result[0].is_public), (Some(2), Some(true)));
    assert_eq!(one, list);
}

#[tokio::test]
async fn the_response_decides_between_json_and_a_file() {
    let tasks = json!({"result": [{"task_id": 1, "status": "In progress", "start_execution_time": "09:00:00"}], "count": 1});
    let (server, client) =
        served([file("task_id"), json(tasks), json(json!({"history_report_id": 8}))]).await;
    let response = GetCallListDetails::builder().list_id(4).send(&client).await.unwrap();
    let JsonOrFile::File(csv) = response else { panic!("{response:?}") };
    assert_eq!(csv.bytes(10).await.unwrap(), "task_id");
    let request = GetCallListDetails::builder().list_id(4).output(OutputFormat::Json);
    let JsonOrFile::Json(Either::Second(tasks)) = request.send(&client).await.unwrap() else { panic!() };
    assert_eq!(tasks.result[0].start_execution_time, Some(Time::constant(9, 0, 0, 0)));
    assert_eq!(tasks.result[0].status.as_ref().map(AsRef::as_ref), Some("In progress"));
    let request = GetCallListDetails::builder().list_id(4).is_async(true);
    let JsonOrFile::Json(Either::First(report)) = request.send(&client).await.unwrap() else { panic!() };
    assert_eq!(report.history_report_id, 8);
    assert_eq!(received(&server)[1].1, "list_id=4&output=json");
}

#[tokio::test]
async fn false_is_a_result_where_it_is_data() {
    let (_server, client) = served([json(json!({"result": false}))]).await;
    let linked =
        LinkRegulationAddress { regulation_address_id: 1, phone: PhoneToLink::Number("79993330011".into()) };
    assert!(!linked.send(&client).await.unwrap().result);
    let known = IsAccountPhoneNumber { phone_number: "79993330011".into() };
    assert!(!known.send(&client).await.unwrap().result);
}

#[tokio::test]
async fn secrets_are_read_and_not_shown() {
    let (_server, client) = served([json(json!({"result": {"key_id": "k", "private_key": SECRET}}))]).await;
    let response = CreateKey::default().send(&client).await.unwrap();
    assert_eq!(response.result[0].private_key.as_ref().unwrap().expose(), SECRET);
    assert!(!format!("{response:?} {}", masked(&response)).contains(SECRET), "{response:?}");

    let (server, client) = served([json(json!({"result": 1, "push_credential_id": 6}))]).await;
    let credential = AddPushCredential::builder()
        .push_provider(PushProvider::Name(PushProviderName::Apple))
        .cert_content(File::from(SECRET))
        .cert_password(SECRET)
        .build();
    assert!(!format!("{credential:?} {}", masked(&credential)).contains(SECRET), "{credential:?}");
    assert_eq!(credential.send(&client).await.unwrap().push_credential_id, 6);
    assert_eq!(body(&server, "AddPushCredential").matches(SECRET).count(), 2);
}

#[tokio::test]
async fn both_names_of_a_field_are_read() {
    let figures = json!({"SpeedOfAnswer": {"avg": 1.5, "count": 2}, "AC": 3});
    let (_server, client) =
        served([json(json!({"result": [{"user_id": "7", "statistics": [figures]}]}))]).await;
    let request = GetAcdOperatorStatistics::builder()
        .from_date("2026-01-31T00:00:00Z".parse::<Timestamp>().unwrap())
        .user_id(IdList::All)
        .abbreviation(false);
    let response = request.send(&client).await.unwrap();
    let figures = &response.result[0].statistics[0];
    assert_eq!(response.result[0].user_id, Some(7));
    assert_eq!(figures.speed_of_answer.as_ref().and_then(|speed| speed.avg), Some(Decimal::new(15, 1)));
    assert_eq!(figures.answered_calls, Some(3));
}

#[tokio::test]
async fn a_list_without_a_total_is_read_in_its_largest_pages() {
    let page = json!({"result": [{"key": "a", "value": "1", "expires_at": 1_769_882_700}]});
    let (server, client) = served([json(page), json(json!({"result": []}))]).await;
    let request = GetKeyValueItems::builder().key("a").application_id(5).build();
    let mut items = request.items(&client);
    let item = items.next().await.unwrap().unwrap();
    assert_eq!(item.expires_at, Some("2026-01-31T18:05:00Z".parse::<Timestamp>().unwrap().into()));
    assert!(items.next().await.is_none());
    let bodies: Vec<_> = received(&server).into_iter().map(|(_, body)| body).collect();
    assert_eq!(bodies, ["key=a&application_id=5&count=50", "key=a&application_id=5&count=50&offset=1"]);
}

#[test]
fn requests_that_break_a_rule_are_rejected() {
    let list = CreateCallList {
        name: "a/b".into(),
        call_list_type: Some(CallListType::Automatic),
        task_multiplier: Some(Decimal::ONE),
        buffer_size_target: Some(BufferSizeTarget::Agent),
        buffer_size_value: Some(20),
        ..call_list()
    };
    let task = EditCallListTask::builder()
        .list_id(4)
        .task(CallListTask::Id(1))
        .min_execution_time(Time::constant(9, 0, 0, 0))
        .build();
    let unchanged = EditCallListTask::builder().list_id(4).task(CallListTask::Id(1)).build();
    let item = SetKeyValueItem::builder().key("тест/1").value("a").application_id(5).build();
    let numbers = AttachPhoneNumber::builder().country_code("R1").numbers(NumbersToAttach::Count(1)).build();
    for (violations, expected) in [
        (
            list.validate(),
            "- `name` must match `[^/\\\\]*`; found `a/b`\n\
             - `call_list_type` must be `predictive` or `progressive` in a list with settings of operators\n\
             - `call_list_type` must be `progressive` in a list with `task_multiplier` or `is_personal_campaign`\n\
             - `buffer_size_target` must be `VALUE` in a list with `buffer_size_value`",
        ),
        (
            task.validate(),
            "- `min_execution_time` is given without `max_execution_time`: give all of them or none",
        ),
        (
            unchanged.validate(),
            "- `call_schedule` is required: give at least one of `call_schedule`, `start_at`, `attempts_left`, \
             `custom_data`, `min_execution_time`, `max_execution_time`, `next_attempt_time`, `user_id`, `skill_id`",
        ),
        (item.validate(), "- `key` must match `[a-zA-Z0-9а-яА-ЯёЁ_\\-:;.#+]*`; found `тест/1`"),
        (
            numbers.validate(),
            "- `country_code` must be the two letters of a country; found `R1`\n\
             - `country_code` is given without `phone_category_name`, `phone_region_id`: give all of them or none",
        ),
        (
            AttachPhoneNumber::default().validate(),
            "- `country_code` must be given unless certain phone numbers are rented",
        ),
    ] {
        assert_eq!(violations.unwrap_err().to_string(), expected);
    }
}

#[tokio::test]
async fn a_name_is_sent_with_its_application() {
    let (server, client) = served([json(json!({"result": 1}))]).await;
    let user = UsersToDelete::Name(vec!["ann".into(), "bob".into()]);
    let application = Some(Application::Name("shop".into()));
    DelUser { user, application }.send(&client).await.unwrap();
    assert_eq!(body(&server, "DelUser"), "user_name=ann%3Bbob&application_name=shop");
}

#[tokio::test]
async fn the_account_of_a_request_is_that_of_the_credentials() {
    let (server, _) = served([json(json!({"result": true, "task_id": 5}))]).await;
    let client =
        Client::builder().credentials(ApiKey::by_id(7, "key")).base_url(server.url()).build().unwrap();
    let cancel =
        |account_id| CancelCallListTask { account_id, list_id: 3, tasks: CallListTasks::Ids(vec![5, 6]) };
    let error = cancel(8).send(&client).await.unwrap_err();
    assert!(error.to_string().contains("`account_id` is `8`"), "{error}");
    assert_eq!(cancel(7).send(&client).await.unwrap().task_id, Some(5));
    assert_eq!(body(&server, "CancelCallListTask"), "account_id=7&list_id=3&tasks_ids=5%3B6&api_key=key");
}

#[test]
fn names_of_rules_and_users_share_the_application_that_they_need() {
    let request = UpdateSipRegistration {
        rule: Some(RuleInApplication::Name("in".into())),
        user: Some(User::Name("ann".into())),
        ..UpdateSipRegistration::builder().sip_registration_id(1).build()
    };
    let violations = request.validate().unwrap_err().to_string();
    assert_eq!(
        violations,
        "- `user` is given without `application`, which it needs\n\
         - `rule_name` is given without `application`, which it needs"
    );
    let complete = UpdateSipRegistration { application: Some(Application::Id(5)), ..request };
    let expected = b"sip_registration_id=1&application_id=5&rule_name=in&user_name=ann";
    assert_eq!((complete.validate(), complete.to_form().as_bytes()), (Ok(()), &expected[..]));
    let nobody = BindSkill::builder().skill(SkillsOrAll::Id(IdList::All)).build().validate().unwrap_err();
    let members = "`user_id`, `user_name`, `acd_queue_id`, `acd_queue_name`";
    assert_eq!(nobody.to_string(), format!("- `target` is required: give at least one of {members}"));
}

#[tokio::test]
async fn statuses_are_read_from_one_object_or_a_list() {
    let figures = json!({"READY": {"min": 1, "avg": 2.5, "max": 4, "count": 2, "sum": 5}});
    for acd_status in [figures.clone(), json!([figures])] {
        let statistics = json!([{"user_id": 7, "acd_status": acd_status}]);
        let (server, client) = served([json(json!({"result": [{"statistics": statistics}]}))]).await;
        let request = GetAcdOperatorStatusStatistics::builder()
            .from_date("2026-01-31T00:00:00Z".parse::<Timestamp>().unwrap())
            .user_id(IdList::All)
            .acd_status([AcdStatus::Ready])
            .build();
        let response = request.send(&client).await.unwrap();
        let found = &response.result[0].statistics[0];
        assert_eq!(found.user_id, Some(7));
        let ready = found.acd_status[0].ready.as_ref().unwrap();
        assert_eq!((ready.avg, ready.sum), (Some(Decimal::new(25, 1)), Some(5)));
        let sent = "from_date=2026-01-31+00%3A00%3A00&user_id=all&acd_status=READY";
        assert_eq!(body(&server, "GetACDOperatorStatusStatistics"), sent);
    }
}

#[tokio::test]
async fn an_acknowledgment_may_come_with_further_members_or_without() {
    for (response, expected) in
        [(json!({"result": true, "msg": "deleted"}), Some("deleted")), (json!({"result": true}), None)]
    {
        let (server, client) = served([json(response)]).await;
        let deleted = DeleteCallList { list: CallListToDelete::Id(3) }.send(&client).await.unwrap();
        assert_eq!(deleted.msg.as_deref(), expected);
        assert_eq!(body(&server, "DeleteCallList"), "list_id=3");
    }
}

#[tokio::test]
async fn one_item_or_all_is_a_value_of_its_type() {
    for (network, sent) in [
        (TextList::All, "authorized_ip=all"),
        (TextList::Of(vec!["10.0.0.0/8".into()]), "authorized_ip=10.0.0.0%2F8"),
    ] {
        let (server, client) = served([json(json!({"result": 3}))]).await;
        let request = DelAuthorizedAccountIp { ip: AuthorizedIp::Network(network), allowed: None };
        assert_eq!(request.send(&client).await.unwrap().result, 3);
        assert_eq!(body(&server, "DelAuthorizedAccountIP"), sent);
    }
    let violations = |items: &[&str]| {
        let network = TextList::Of(items.iter().map(|item| (*item).to_owned()).collect());
        let request = DelAuthorizedAccountIp { ip: AuthorizedIp::Network(network), allowed: None };
        request.validate().unwrap_err().to_string()
    };
    assert_eq!(violations(&["10.0.0.1", "10.0.0.2"]), "- `authorized_ip` must have at most 1 item; it has 2");
    assert!(violations(&["all"]).contains("use `List::All` instead"));
}
