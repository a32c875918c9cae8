//! Call lists in the sandbox, over real HTTP: created from a file, called by the clock, changed and deleted.

use vox_accounts::prelude::*;
use vox_api::applications::AddApplication;
use vox_api::call_lists::{
    AppendToCallList, CallListDetail, CallListRef, CallListStatus, CallListTask, CallListTaskKey,
    CallListTaskPriority, CallListTasks, CallListToDelete, CancelCallListBatch, CancelCallListTask,
    CreateCallList, CreateCallListResponse, DeleteCallList, EditCallList, EditCallListTask,
    EditCallListTasksPriority, GetCallListDetails, GetCallLists, RecoverCallList, StopCallListProcessing,
};
use vox_api::routing_rules::AddRule;
use vox_api::types::{Application, OutputFormat};
use vox_core::File;
use vox_sandbox::{Level, NewAccount, Sandbox};

/// Five tasks, of which two are called at the same time.
const FILE: &str =
    "phone_number;first_name;__task_uuid\n1;Ann;ann\n2;Bob;bob\n3;Eve;eve\n4;Joe;joe\n5;Zoe;zoe\n";

const START: &str = "2026-01-10T12:00:00Z";

/// Sets the clock. The tests look at the middle of the ten seconds of a phone call, so that some time may pass between requests.
fn set_seconds(sandbox: &Sandbox, seconds: i64) {
    let start: Timestamp = START.parse().unwrap();
    sandbox.clock().set(Timestamp::from_second(start.as_second() + seconds).unwrap());
}

/// A list that was created at the start of the clock.
async fn created(sandbox: &Sandbox, client: &Client) -> CreateCallListResponse {
    set_seconds(sandbox, 0);
    let rule = rule(client).await;
    create(rule).send(client).await.unwrap()
}

async fn sandbox() -> (Sandbox, Client) {
    let sandbox = Sandbox::builder().clock(START.parse().unwrap()).start().await.unwrap();
    let client = sandbox.client().unwrap();
    (sandbox, client)
}

/// The id of a new rule of a new application.
async fn rule(client: &Client) -> u64 {
    let application =
        AddApplication::builder().application_name("ivr").send(client).await.unwrap().application_id;
    let rule =
        AddRule::builder().application(Application::Id(application)).rule_name("main").rule_pattern(".*");
    rule.send(client).await.unwrap().rule_id
}

fn create(rule_id: u64) -> CreateCallList {
    CreateCallList::builder()
        .rule_id(rule_id)
        .priority(0)
        .max_simultaneous(2)
        .num_attempts(3)
        .name("spring")
        .file_content(File::from(FILE))
        .build()
}

async fn tasks(client: &Client, list_id: u64) -> Vec<CallListDetail> {
    GetCallListDetails::builder().list_id(list_id).build().items(client).try_collect().await.unwrap()
}

/// The statuses of the tasks, by their first letters.
async fn statuses(client: &Client, list_id: u64) -> String {
    let first = |task: CallListDetail| task.status.unwrap().as_str().chars().next().unwrap();
    tasks(client, list_id).await.into_iter().map(first).collect()
}

async fn status(client: &Client, list_id: u64) -> CallListStatus {
    let request = GetCallLists { list_id: Some([list_id].into()), ..Default::default() };
    request.send(client).await.unwrap().result.remove(0).status.unwrap()
}

/// The code of the API's error for a request that satisfies all declared rules.
macro_rules! code {
    ($client:expr, $request:expr) => {
        $request.send($client).await.unwrap_err().code().expect("a rejection by the API").code()
    };
}

#[tokio::test]
async fn a_list_is_called_by_the_clock() {
    let (sandbox, client) = sandbox().await;
    let created = created(&sandbox, &client).await;
    let id = created.list_id;
    assert_eq!(created.count, Some(5));
    set_seconds(&sandbox, 5);
    assert_eq!(
        (statuses(&client, id).await.as_str(), status(&client, id).await),
        ("IINNN", CallListStatus::InProgress)
    );
    set_seconds(&sandbox, 15);
    assert_eq!(statuses(&client, id).await, "PPIIN");

    let appended =
        AppendToCallList::builder().list(CallListRef::Id(id)).file_content(File::from("phone\n6\n"));
    let appended = appended.send(&client).await.unwrap();
    assert_eq!((appended.count, appended.list_id), (Some(1), Some(id)));
    set_seconds(&sandbox, 60);
    assert_eq!(
        (statuses(&client, id).await.as_str(), status(&client, id).await),
        ("PPPPPP", CallListStatus::Completed)
    );

    let list = GetCallLists::default().send(&client).await.unwrap().result.remove(0);
    let seconds = list.dt_complete.unwrap().duration_since(list.dt_submit.unwrap()).as_secs();
    assert_eq!(seconds, 30);
    let batch = GetCallListDetails::builder().list_id(id).batch_id(appended.batch_id.unwrap()).build();
    let file = batch.send(&client).await.unwrap().file().unwrap();
    assert_eq!(file.content_type(), Some("text/csv"));
    let csv = file.bytes(10_000).await.unwrap();
    let csv = std::str::from_utf8(&csv).unwrap();
    assert_eq!(csv.lines().count(), 2);
    assert!(csv.contains("\"{\"\"phone\"\":\"\"6\"\"}\"") && csv.contains(";Processed;"), "{csv}");
    assert!(sandbox.requests().iter().all(|request| request.level == Some(Level::Stateful)));
}

#[tokio::test]
async fn a_list_is_paused_continued_and_canceled() {
    let (sandbox, client) = sandbox().await;
    let created = created(&sandbox, &client).await;
    let id = created.list_id;
    let stopped = StopCallListProcessing { list_id: id }.send(&client).await.unwrap();
    assert_eq!(stopped.msg.as_deref(), Some("The call list is stopped"));
    set_seconds(&sandbox, 60);
    assert_eq!(
        (statuses(&client, id).await.as_str(), status(&client, id).await),
        ("PPNNN", CallListStatus::Suspended)
    );

    set_seconds(&sandbox, 100);
    let recovered = RecoverCallList { list_id: id }.send(&client).await.unwrap();
    set_seconds(&sandbox, 105);
    assert_eq!((recovered.count_recovery, statuses(&client, id).await.as_str()), (Some(3), "PPIIN"));
    let uuids = CallListTasks::Uuids(vec!["joe".into()]);
    let cancel = CancelCallListTask { account_id: sandbox.account_id(), list_id: id, tasks: uuids };
    let canceled = cancel.send(&client).await.unwrap();
    assert_eq!((canceled.task_uuid.as_deref(), statuses(&client, id).await.as_str()), (Some("joe"), "PPICI"));
    assert_eq!(code!(&client, cancel), 496);
    let batches = CancelCallListBatch { list_id: id, batch_ids: vec![created.batch_id.unwrap()] };
    batches.send(&client).await.unwrap();
    assert_eq!(
        (statuses(&client, id).await.as_str(), status(&client, id).await),
        ("PPCCC", CallListStatus::Completed)
    );
    assert_eq!(code!(&client, StopCallListProcessing { list_id: id }), 252);

    let deleted = DeleteCallList { list: CallListToDelete::Id(id) }.send(&client).await.unwrap();
    assert_eq!(deleted.msg.as_deref(), Some("The call list is deleted"));
    assert_eq!(GetCallLists::default().send(&client).await.unwrap().total_count, Some(0));
}

#[tokio::test]
async fn lists_and_tasks_are_changed() {
    let (sandbox, client) = sandbox().await;
    let id = created(&sandbox, &client).await.list_id;
    set_seconds(&sandbox, 2);
    EditCallList::builder().list_id(id).name("autumn").max_simultaneous(1).send(&client).await.unwrap();
    let task = EditCallListTask::builder().list_id(id).task(CallListTask::Uuid("eve".into()));
    task.custom_data("later")
        .start_at("2026-01-11T12:00:00".parse::<DateTime>().unwrap())
        .send(&client)
        .await
        .unwrap();
    let tasks_with_priority = vec![
        CallListTaskPriority { task: CallListTaskKey::Uuid("zoe".into()), task_priority: 1 },
        CallListTaskPriority { task: CallListTaskKey::Uuid("ann".into()), task_priority: 1 },
    ];
    let request = EditCallListTasksPriority { list_id: id, tasks: tasks_with_priority.into() };
    set_seconds(&sandbox, 2);
    let results = request.send(&client).await.unwrap().results.unwrap().0;
    assert_eq!((results[0]["result"].as_bool(), results[1]["result"].as_bool()), (Some(true), Some(false)));

    let all = tasks(&client, id).await;
    assert_eq!(all[2].custom_data.as_deref(), Some("later"));
    set_seconds(&sandbox, 15);
    assert_eq!(statuses(&client, id).await, "PPNNI");
    set_seconds(&sandbox, 60);
    assert_eq!(statuses(&client, id).await, "PPNPP");
    sandbox.clock().set("2026-01-11T12:00:10Z".parse().unwrap());
    let all = tasks(&client, id).await;
    assert_eq!(all[2].last_attempt.as_deref(), Some("2026-01-11 12:00:00"));
    let request = GetCallLists { name: Some("aut".into()), is_active: Some(false), ..Default::default() };
    let list = request.send(&client).await.unwrap().result.remove(0);
    assert_eq!((list.max_simultaneous, list.status), (Some(1), Some(CallListStatus::Completed)));
}

#[tokio::test]
async fn accounts_see_only_their_own_lists() {
    let (sandbox, client) = sandbox().await;
    let id = created(&sandbox, &client).await.list_id;
    let added = sandbox.add_account(NewAccount::new("stranger").balance(10)).unwrap();
    let credentials = ApiKey::by_id(added.account_id, added.api_key);
    let other = Client::builder().credentials(credentials).base_url(sandbox.base_url()).build().unwrap();

    assert_eq!(GetCallLists::default().send(&other).await.unwrap().total_count, Some(0));
    assert_eq!(code!(&other, GetCallLists { list_id: Some([id].into()), ..Default::default() }), 255);
    assert_eq!(
        code!(&other, GetCallListDetails::builder().list_id(id).output(OutputFormat::Json).build()),
        255
    );
    assert_eq!(code!(&other, StopCallListProcessing { list_id: id }), 255);
    assert_eq!(code!(&other, RecoverCallList { list_id: id }), 255);
    assert_eq!(code!(&other, DeleteCallList { list: CallListToDelete::Id(id) }), 255);
    assert_eq!(code!(&other, EditCallList::builder().list_id(id).priority(1).build()), 251);
    let append =
        AppendToCallList::builder().list(CallListRef::Name("spring".into())).file_content(File::from(FILE));
    assert_eq!(code!(&other, append.build()), 496);
    let tasks = CallListTasks::Uuids(vec!["ann".into()]);
    assert_eq!(code!(&other, CancelCallListTask { account_id: added.account_id, list_id: id, tasks }), 255);

    let list = GetCallLists::default().send(&client).await.unwrap().result.remove(0);
    assert_eq!(code!(&other, create(list.rule_id.unwrap())), 147);
    let own = created(&sandbox, &other).await.list_id;
    assert_ne!(own, id);
    assert_eq!(GetCallLists::default().send(&client).await.unwrap().total_count, Some(1));
    sandbox.reset();
    assert_eq!(GetCallLists::default().send(&client).await.unwrap().total_count, Some(0));
}

#[tokio::test]
async fn parameters_have_their_codes() {
    let (sandbox, client) = sandbox().await;
    let rule = rule(&client).await;
    assert_eq!(code!(&client, CreateCallList { file_content: File::from("a;b\n1\n"), ..create(rule) }), 250);
    assert_eq!(code!(&client, CreateCallList { max_simultaneous: 0, ..create(rule) }), 248);
    assert_eq!(code!(&client, DeleteCallList { list: CallListToDelete::Account(sandbox.account_id()) }), 485);
    assert_eq!(code!(&client, GetCallLists { status: Some("fast".into()), ..Default::default() }), 428);
    sandbox.set_balance(sandbox.account_id(), 0);
    assert_eq!(code!(&client, create(rule)), 127);
    // Parameters that the client rejects before sending.
    for (name, value, expected) in [
        ("rule_id", "x", 147),
        ("priority", "-1", 247),
        ("max_simultaneous", "x", 248),
        ("num_attempts", "6", 249),
        ("name", "a/b", 253),
        ("list_id", "x", 255),
    ] {
        let method = if name == "list_id" { "StopCallListProcessing" } else { "CreateCallList" };
        let valid = [
            ("rule_id", "7"),
            ("priority", "0"),
            ("max_simultaneous", "1"),
            ("num_attempts", "1"),
            ("name", "n"),
            ("file_content", "a"),
        ];
        let others = valid.iter().filter(|(param, _)| *param != name);
        let others: Vec<_> = others.map(|(param, value)| format!("{param}={value}")).collect();
        let credentials =
            format!("account_id={}&api_key={}", sandbox.account_id(), sandbox.api_key().expose());
        let params = format!("{name}={value}&{credentials}&{}", others.join("&"));
        let url = format!("{}/platform_api/{method}?{params}", sandbox.base_url());
        let body = reqwest::get(url).await.unwrap().text().await.unwrap();
        let body: serde_json::Value = serde_json::from_str(&body).unwrap();
        assert_eq!(body["error"]["code"], expected, "{name}: {body}");
    }
}
