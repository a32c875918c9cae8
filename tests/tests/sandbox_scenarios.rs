//! Scenarios and the history of their sessions in the sandbox, over real HTTP.

use std::time::Duration;

use vox_accounts::prelude::*;
use vox_api::applications::AddApplication;
use vox_api::history::{
    CallSessionInfo, DeleteRecord, DownloadHistoryReport, GetCallHistory, GetCallHistoryResponse,
};
use vox_api::routing_rules::{AddRule, GetRules};
use vox_api::scenarios::{
    AddScenario, BindScenario, DelScenario, GetScenarios, ReorderScenarios, ScenarioToChange, ScenariosOrAll,
    SetScenarioInfo, StartConference, StartScenarios,
};
use vox_api::types::{Application, Rule, RuleInApplication, Scenarios};
use vox_core::{Either, ErrorCode};
use vox_sandbox::{Level, NewAccount, Sandbox};

/// A sandbox whose first account has 10 dollars, and the application `ivr` with the rule `out`, which runs the scenario `dial`.
async fn sandbox() -> (Sandbox, Client) {
    let clock = "2026-01-10T12:00:00Z".parse().unwrap();
    let sandbox = Sandbox::builder().seed(7).clock(clock).balance(10).start().await.unwrap();
    let client = sandbox.client().unwrap();
    prepare(&client).await;
    (sandbox, client)
}

async fn prepare(client: &Client) {
    AddApplication::builder().application_name("ivr").send(client).await.unwrap();
    let application = Application::Name("ivr".into());
    let rule = AddRule::builder().rule_name("out").rule_pattern(".*").application(application);
    rule.send(client).await.unwrap();
    let scenario = AddScenario::builder()
        .scenario_name("dial")
        .scenario_script("code")
        .application_name("ivr")
        .rule(Rule::Name("out".into()));
    scenario.send(client).await.unwrap();
}

/// A client of another account, which has another application, rule and scenario, and 10 dollars.
async fn stranger(sandbox: &Sandbox) -> Client {
    let added = sandbox.add_account(NewAccount::new("stranger").balance(10)).unwrap();
    let credentials = ApiKey::by_id(added.account_id, added.api_key);
    let client = Client::builder().credentials(credentials).base_url(sandbox.base_url()).build().unwrap();
    prepare(&client).await;
    client
}

fn out() -> Rule {
    Rule::Name("out".into())
}

async fn start(client: &Client) -> u64 {
    let response = StartScenarios::builder().rule(out()).send(client).await.unwrap();
    response.call_session_history_id.unwrap()
}

/// A page of the history, with everything in it.
async fn page(client: &Client, request: GetCallHistory) -> GetCallHistoryResponse {
    let request = GetCallHistory { with_calls: Some(true), with_records: Some(true), ..request };
    match request.send(client).await.unwrap() {
        Either::Second(page) => page,
        Either::First(report) => panic!("{report:?}"),
    }
}

async fn sessions(client: &Client) -> Vec<CallSessionInfo> {
    page(client, GetCallHistory::default()).await.result
}

/// The scenarios that the rule `out` runs.
async fn bound(client: &Client) -> Vec<u64> {
    let request = GetRules::builder().application(Application::Name("ivr".into())).with_scenarios(true);
    let rule = request.send(client).await.unwrap().result.remove(0);
    rule.scenarios.iter().filter_map(|scenario| scenario.scenario_id).collect()
}

async fn balance(client: &Client) -> Decimal {
    GetAccountInfo::default().send(client).await.unwrap().result.balance.unwrap()
}

/// The code of the API's error for a request that satisfies all declared rules.
macro_rules! code {
    ($client:expr, $request:expr) => {
        $request.send($client).await.unwrap_err().code().expect("a rejection by the API").code()
    };
}

#[tokio::test]
async fn a_scenario_is_added_changed_bound_and_deleted() {
    let (sandbox, client) = sandbox().await;
    let id = AddScenario::builder().scenario_name("greet").send(&client).await.unwrap().scenario_id;
    let named = || Scenarios::Name(vec!["greet".into()]);
    let rule = || RuleInApplication::Name("out".into());
    let bind = BindScenario::builder()
        .scenario(named())
        .rule(rule())
        .application(Application::Name("ivr".into()))
        .build();
    bind.send(&client).await.unwrap();
    let first = bound(&client).await[0];
    assert_eq!(bound(&client).await, [first, id]);
    ReorderScenarios { rule: out(), scenario_id: Some(vec![id]) }.send(&client).await.unwrap();
    assert_eq!(bound(&client).await, [id, first]);
    BindScenario { bind: Some(false), ..bind }.send(&client).await.unwrap();
    assert_eq!(bound(&client).await, [first]);

    let change = SetScenarioInfo::builder()
        .scenario(ScenarioToChange::Name("greet".into()))
        .scenario_name("welcome")
        .scenario_script("new code");
    change.send(&client).await.unwrap();
    let one = GetScenarios { scenario_id: Some(id), with_script: Some(true), ..Default::default() };
    let scenario = one.send(&client).await.unwrap().result.remove(0);
    assert_eq!(scenario.scenario_name.as_deref(), Some("welcome"));
    assert_eq!(scenario.scenario_script.as_deref(), Some("new code"));
    DelScenario { scenario: ScenariosOrAll::Id(IdList::All) }.send(&client).await.unwrap();
    assert_eq!(bound(&client).await, [0; 0]);
    assert_eq!(code!(&client, one), 132);
    assert_eq!(code!(&client, StartScenarios::builder().rule(out())), 375);
    assert!(sandbox.requests().iter().all(|request| request.level == Some(Level::Stateful)));
}

#[tokio::test]
async fn a_session_runs_for_a_minute() {
    let (sandbox, client) = sandbox().await;
    let request = StartScenarios::builder().rule(out()).script_custom_data("order 7");
    let started = request.send(&client).await.unwrap();
    let url = started.media_session_access_url.unwrap();
    assert!(url.expose().starts_with(&sandbox.base_url()), "{}", url.expose());
    let running = sessions(&client).await.remove(0);
    assert_eq!(running.call_session_history_id, started.call_session_history_id);
    assert_eq!(
        (running.custom_data.as_deref(), running.rule_name.as_deref()),
        (Some("order 7"), Some("out"))
    );
    assert!(running.start_date.unwrap().to_string().starts_with("2026-01-10T12:00:0"));
    assert_eq!((running.duration, running.finish_reason, running.records.len()), (None, None, 0));
    // The start was paid.
    let cost = running.calls[0].cost.unwrap();
    assert_eq!((balance(&client).await, cost), (Decimal::TEN - cost, Decimal::new(12, 3)));

    sandbox.clock().advance(Duration::from_secs(60));
    let client = sandbox.client().unwrap();
    let ended = sessions(&client).await.remove(0);
    assert_eq!((ended.duration, ended.calls[0].duration), (Some(60), Some(60)));
    assert_eq!(ended.finish_reason.unwrap().to_string(), "Normal termination");
    assert_eq!((ended.calls[0].cost, balance(&client).await), (Some(cost), Decimal::TEN - cost));
}

#[tokio::test]
async fn a_session_without_enough_money_does_not_start() {
    let clock = "2026-01-10T12:00:00Z".parse().unwrap();
    let sandbox = Sandbox::builder().clock(clock).balance(10).resource_price(6, 4).start().await.unwrap();
    let client = sandbox.client().unwrap();
    prepare(&client).await;
    for _ in 0..2 {
        start(&client).await;
    }
    assert_eq!(code!(&client, StartScenarios::builder().rule(out())), 127);
    assert_eq!((balance(&client).await, sessions(&client).await.len()), (2.into(), 2));
}

#[tokio::test]
async fn a_conference_is_joined_while_it_runs() {
    let (sandbox, client) = sandbox().await;
    let request = StartConference::builder().conference_name("board").rule(out()).build();
    let first = request.send(&client).await.unwrap();
    assert_eq!(request.send(&client).await.unwrap(), first);
    assert_eq!(sessions(&client).await.len(), 1);
    sandbox.clock().advance(Duration::from_secs(60));
    let client = sandbox.client().unwrap();
    assert_ne!(request.send(&client).await.unwrap().call_session_history_id, first.call_session_history_id);
}

#[tokio::test]
async fn the_files_of_a_session_can_be_downloaded_until_they_are_deleted() {
    let (sandbox, client) = sandbox().await;
    start(&client).await;
    sandbox.clock().advance(Duration::from_secs(60));
    let client = sandbox.client().unwrap();
    let session = sessions(&client).await.remove(0);
    let recording = &session.records[0];
    let url = recording.record_url.clone().unwrap();
    assert_eq!(session.calls[0].record_url.as_ref(), Some(&url));
    let file = reqwest::get(&url).await.unwrap().bytes().await.unwrap();
    assert_eq!(recording.file_size, Some(file.len().into()));
    assert_eq!(reqwest::get(session.log_file_url.unwrap()).await.unwrap().status(), 200);

    let delete = DeleteRecord { record_url: Some(url), record_id: None };
    delete.send(&client).await.unwrap();
    let session = sessions(&client).await.remove(0);
    assert_eq!((session.records, &session.calls[0].record_url), (vec![], &None));
    assert_eq!(code!(&client, delete), 341);
}

#[tokio::test]
async fn the_history_is_filtered_ordered_and_paged() {
    let (sandbox, client) = sandbox().await;
    for _ in 0..3 {
        start(&client).await;
    }
    sandbox.clock().advance(Duration::from_secs(3600));
    let client = sandbox.client().unwrap();
    let last = start(&client).await;
    let request = GetCallHistory { desc_order: Some(true), count: Some(2), ..Default::default() };
    let mut pages = request.clone().pages(&client);
    let mut sizes = Vec::new();
    while let Some(page) = pages.next().await {
        sizes.push(page.unwrap().len());
    }
    assert_eq!(sizes, [2, 2]);
    let newest = page(&client, request).await;
    assert_eq!(
        (newest.count, newest.total_count, newest.timezone.as_deref()),
        (Some(2), None, Some("Etc/GMT"))
    );
    assert_eq!(newest.result[0].call_session_history_id, Some(last));
    let from = GetCallHistory {
        from_date: Some("2026-01-10 15:30:00".parse().unwrap()),
        timezone: Some("Europe/Moscow".into()),
        ..Default::default()
    };
    let found = page(&client, from).await;
    assert_eq!((found.result.len(), found.result[0].call_session_history_id), (1, Some(last)));
    assert!(found.result[0].start_date.unwrap().to_string().starts_with("2026-01-10T16:00:0"));
}

#[tokio::test]
async fn a_report_of_the_history_is_ordered_and_downloaded() {
    let (sandbox, client) = sandbox().await;
    let request = GetCallHistory { is_async: Some(true), ..Default::default() };
    let Either::First(ordered) = request.send(&client).await.unwrap() else { panic!("no report") };
    let report = DownloadHistoryReport { history_report_id: ordered.history_report_id };
    assert_eq!(code!(&client, report), 356);
    sandbox.clock().advance(Duration::from_secs(3));
    let client = sandbox.client().unwrap();
    assert!(!report.send(&client).await.unwrap().bytes(1000).await.unwrap().is_empty());
}

#[tokio::test]
async fn accounts_do_not_see_each_others_sessions() {
    let (sandbox, client) = sandbox().await;
    let stranger = stranger(&sandbox).await;
    let (own, other) = (start(&client).await, start(&stranger).await);
    let ids = |sessions: Vec<CallSessionInfo>| {
        sessions.into_iter().filter_map(|session| session.call_session_history_id).collect::<Vec<_>>()
    };
    assert_eq!((ids(sessions(&client).await), ids(sessions(&stranger).await)), (vec![own], vec![other]));
    let named = GetCallHistory { call_session_history_id: Some(vec![own]), ..Default::default() };
    assert_eq!(code!(&stranger, named), 150);
    let scenarios = GetScenarios::default().send(&client).await.unwrap();
    let scenario = scenarios.result[0].scenario_id.unwrap();
    let delete = DelScenario { scenario: ScenariosOrAll::Id([scenario].into()) };
    assert_eq!((scenarios.total_count, code!(&stranger, delete)), (Some(1), 132));
}

#[tokio::test]
async fn a_parent_sees_the_sessions_of_its_children() {
    let clock = "2026-01-10T12:00:00Z".parse().unwrap();
    let child = NewAccount::new("child-one").api_key("key-of-one").balance(1);
    let sandbox = Sandbox::builder().clock(clock).child(child).start().await.unwrap();
    let client = sandbox.client().unwrap();
    let credentials = ApiKey::by_name("child-one", "key-of-one");
    let child = Client::builder().credentials(credentials).base_url(sandbox.base_url()).build().unwrap();
    prepare(&child).await;
    let id = start(&child).await;
    assert_eq!(sessions(&client).await, []);
    let children = GetCallHistory { children_calls_only: Some(true), ..Default::default() };
    let found = page(&client, children).await.result.remove(0);
    assert_eq!(found.call_session_history_id, Some(id));
    assert_eq!(found.application_name.as_deref(), Some("ivr.child-one.voximplant.com"));
}

#[tokio::test]
async fn rejections_have_their_codes() {
    let (_sandbox, client) = sandbox().await;
    assert_eq!(code!(&client, AddScenario::builder().scenario_name("dial")), 133);
    assert_eq!(code!(&client, StartScenarios::builder().rule(Rule::Id(999))), 147);
    let conference = StartConference::builder().conference_name("board").rule(Rule::Name("none".into()));
    assert_eq!(code!(&client, conference), 156);
    let long = "x".repeat(131_072);
    for (method, params, code) in [
        ("AddScenario", vec![("scenario_name", "new"), ("scenario_script", long.as_str())], 130),
        ("AddScenario", vec![("scenario_name", &long[..30])], 168),
        ("StartConference", vec![("conference_name", &long[..50]), ("rule_name", "out")], 270),
        ("GetCallHistory", vec![("from_date", "2026-01-02"), ("to_date", "2026-01-01")], 123),
        ("GetCallHistory", vec![("timezone", "Mars/Base")], 496),
    ] {
        let error = client.call(method, params).await.unwrap_err();
        assert_eq!(error.code(), Some(ErrorCode::new(code)), "{method}: {error}");
    }
    assert_eq!(sessions(&client).await, []);
}

#[tokio::test]
async fn a_reset_forgets_scenarios_and_sessions() {
    let (sandbox, client) = sandbox().await;
    let id = start(&client).await;
    sandbox.reset();
    let client = sandbox.client().unwrap();
    assert_eq!((sessions(&client).await, balance(&client).await), (vec![], Decimal::TEN));
    assert_eq!(GetScenarios::default().send(&client).await.unwrap().total_count, Some(0));
    // With the seed, everything is the same again.
    prepare(&client).await;
    assert_eq!(start(&client).await, id);
}
