//! Routing rules in the sandbox, over real HTTP.

use vox_accounts::prelude::*;
use vox_api::applications::AddApplication;
use vox_api::routing_rules::{AddRule, DelRule, GetRules, ReorderRules, SetRuleInfo};
use vox_api::scenarios::AddScenario;
use vox_api::types::{Application, RulesOrAll, Scenarios};
use vox_core::ErrorCode;
use vox_sandbox::{Level, NewAccount, Sandbox};

/// A sandbox whose first account has the application `ivr`.
async fn sandbox() -> (Sandbox, Client) {
    let sandbox = Sandbox::start().await.unwrap();
    let client = sandbox.client().unwrap();
    AddApplication::builder().application_name("ivr").send(&client).await.unwrap();
    (sandbox, client)
}

/// A client of another account, which has such an application too.
async fn stranger(sandbox: &Sandbox) -> Client {
    let added = sandbox.add_account(NewAccount::new("stranger")).unwrap();
    let credentials = ApiKey::by_id(added.account_id, added.api_key);
    let client = Client::builder().credentials(credentials).base_url(sandbox.base_url()).build().unwrap();
    AddApplication::builder().application_name("ivr").send(&client).await.unwrap();
    client
}

fn ivr() -> Application {
    Application::Name("ivr".into())
}

fn rule(name: &str, pattern: &str) -> AddRule {
    AddRule::builder().rule_name(name).rule_pattern(pattern).application(ivr()).build()
}

async fn names(client: &Client) -> Vec<String> {
    let rules = GetRules::builder().application(ivr()).send(client).await.unwrap().result;
    rules.into_iter().filter_map(|rule| rule.rule_name).collect()
}

/// The code of the API's error for a request that satisfies all declared rules.
macro_rules! code {
    ($client:expr, $request:expr) => {
        $request.send($client).await.unwrap_err().code().expect("a rejection by the API").code()
    };
}

#[tokio::test]
async fn a_rule_is_added_changed_and_deleted() {
    let (sandbox, client) = sandbox().await;
    for name in ["first", "second"] {
        AddScenario::builder().scenario_name(name).application_name("ivr").send(&client).await.unwrap();
    }
    let scenario = Some(Scenarios::Name(vec!["second".into(), "first".into()]));
    let id = AddRule { scenario, ..rule("moscow", "749[59].+") }.send(&client).await.unwrap().rule_id;
    let list = GetRules::builder().application(ivr()).with_scenarios(true).build();
    let added = list.send(&client).await.unwrap().result.remove(0);
    assert_eq!((added.rule_id, added.rule_pattern.as_deref()), (Some(id), Some("749[59].+")));
    let scenarios: Vec<_> =
        added.scenarios.iter().filter_map(|found| found.scenario_name.as_deref()).collect();
    assert_eq!(scenarios, ["second", "first"]);

    let change =
        SetRuleInfo::builder().rule_id(id).rule_name("all").rule_pattern(".*").video_conference(true);
    change.send(&client).await.unwrap();
    let changed = list.send(&client).await.unwrap().result.remove(0);
    assert_eq!((changed.rule_name.as_deref(), changed.video_conference), (Some("all"), Some(true)));
    assert_eq!(changed.scenarios, added.scenarios);

    let delete = DelRule { rule: RulesOrAll::Name(vec!["all".into()]), application: None };
    delete.send(&client).await.unwrap();
    assert_eq!(names(&client).await, [""; 0]);
    assert!(sandbox.requests().iter().all(|request| request.level == Some(Level::Stateful)));
}

#[tokio::test]
async fn the_order_decides_which_rule_is_first() {
    let (_sandbox, client) = sandbox().await;
    let all = rule("all", ".*").send(&client).await.unwrap().rule_id;
    let moscow = rule("moscow", "749[59].+").send(&client).await.unwrap().rule_id;
    let first = GetRules::builder().application(ivr()).template("74951234567").count(1).build();
    assert_eq!(first.send(&client).await.unwrap().result[0].rule_id, Some(all));
    ReorderRules { rule_id: vec![moscow, all] }.send(&client).await.unwrap();
    let response = first.send(&client).await.unwrap();
    assert_eq!((response.result[0].rule_id, response.total_count), (Some(moscow), Some(2)));
    assert_eq!(names(&client).await, ["moscow", "all"]);
}

#[tokio::test]
async fn scenarios_are_left_out_unless_they_are_requested() {
    let (_sandbox, client) = sandbox().await;
    rule("all", ".*").send(&client).await.unwrap();
    for (with, expected) in [("false", None), ("true", Some(&serde_json::json!([])))] {
        let params = [("application_name", "ivr"), ("with_scenarios", with)];
        let response: serde_json::Value = client.call("GetRules", params).await.unwrap().decode().unwrap();
        assert_eq!(response["result"][0].get("scenarios"), expected, "{with}");
    }
}

#[tokio::test]
async fn accounts_do_not_see_each_others_rules() {
    let (sandbox, client) = sandbox().await;
    let stranger = stranger(&sandbox).await;
    let id = rule("all", ".*").send(&client).await.unwrap().rule_id;
    assert_eq!(names(&stranger).await, [""; 0]);
    assert_eq!(code!(&stranger, SetRuleInfo::builder().rule_id(id).rule_name("mine")), 147);
    assert_eq!(code!(&stranger, ReorderRules { rule_id: vec![id] }), 147);
    let all = DelRule { rule: RulesOrAll::Id(IdList::All), application: None };
    all.send(&stranger).await.unwrap();
    assert_eq!(names(&client).await, ["all"]);
}

#[tokio::test]
async fn rejections_have_their_codes() {
    let (_sandbox, client) = sandbox().await;
    rule("all", ".*").send(&client).await.unwrap();
    assert_eq!(code!(&client, rule("all", ".*")), 175);
    assert_eq!(code!(&client, rule("new", "(")), 148);
    let scenario = Some(Scenarios::Id(vec![999]));
    assert_eq!(code!(&client, AddRule { scenario, ..rule("new", ".*") }), 132);
    let long = "x".repeat(100);
    for (method, params, code) in [
        ("SetRuleInfo", vec![("rule_id", "x")], 147),
        ("SetRuleInfo", vec![("rule_id", "1"), ("rule_name", long.as_str())], 156),
        ("GetRules", vec![], 485),
    ] {
        let error = client.call(method, params).await.unwrap_err();
        assert_eq!(error.code(), Some(ErrorCode::new(code)), "{method}: {error}");
    }
    assert_eq!(names(&client).await, ["all"]);
}

#[tokio::test]
async fn a_reset_forgets_rules() {
    let (sandbox, client) = sandbox().await;
    let id = rule("all", ".*").send(&client).await.unwrap().rule_id;
    sandbox.reset();
    let client = sandbox.client().unwrap();
    assert_eq!(code!(&client, SetRuleInfo::builder().rule_id(id)), 147);
}
