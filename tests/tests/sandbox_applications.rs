//! Applications in the sandbox, over real HTTP.

use vox_accounts::prelude::*;
use vox_api::applications::{
    AddApplication, ApplicationToChange, DelApplication, GetApplications, SetApplicationInfo,
};
use vox_api::routing_rules::{AddRule, GetRules};
use vox_api::scenarios::{AddScenario, GetScenarios};
use vox_api::types::{Application, ApplicationsOrAll};
use vox_api::users::{AddUser, GetUsers};
use vox_core::ErrorCode;
use vox_sandbox::{Level, NewAccount, Sandbox};

async fn sandbox() -> (Sandbox, Client) {
    let clock = "2026-01-10T12:00:00Z".parse().unwrap();
    let sandbox = Sandbox::builder().account_name("my-account").clock(clock).start().await.unwrap();
    let client = sandbox.client().unwrap();
    (sandbox, client)
}

/// A client of another account.
fn stranger(sandbox: &Sandbox) -> Client {
    let added = sandbox.add_account(NewAccount::new("stranger")).unwrap();
    let credentials = ApiKey::by_id(added.account_id, added.api_key);
    Client::builder().credentials(credentials).base_url(sandbox.base_url()).build().unwrap()
}

async fn add(client: &Client, name: &str) -> u64 {
    AddApplication::builder().application_name(name).send(client).await.unwrap().application_id
}

async fn names(client: &Client) -> Vec<String> {
    let applications = GetApplications::default().send(client).await.unwrap().result;
    applications.into_iter().filter_map(|application| application.application_name).collect()
}

fn delete(id: u64) -> DelApplication {
    DelApplication { application: ApplicationsOrAll::Id([id].into()) }
}

/// The code of the API's error for a request that satisfies all declared rules.
macro_rules! code {
    ($client:expr, $request:expr) => {
        $request.send($client).await.unwrap_err().code().expect("a rejection by the API").code()
    };
}

#[tokio::test]
async fn an_application_is_added_changed_and_deleted() {
    let (sandbox, client) = sandbox().await;
    let request = AddApplication::builder().application_name("ivr").secure_record_storage(true);
    let added = request.send(&client).await.unwrap();
    assert_eq!(added.application_name.as_deref(), Some("ivr.my-account.voximplant.com"));
    sandbox.clock().advance(std::time::Duration::from_secs(3600));
    let client = sandbox.client().unwrap();
    let change = SetApplicationInfo::builder()
        .application(ApplicationToChange::Name("ivr".into()))
        .application_name("menu")
        .secure_record_storage(false);
    let changed = change.send(&client).await.unwrap();
    assert_eq!(changed.application_name.as_deref(), Some("menu.my-account.voximplant.com"));
    let listed = GetApplications::default().send(&client).await.unwrap();
    assert_eq!((listed.count, listed.total_count), (Some(1), Some(1)));
    let application = &listed.result[0];
    assert_eq!(application.application_id, Some(added.application_id));
    assert_eq!(application.secure_record_storage, Some(false));
    assert!(application.modified.unwrap().to_string().starts_with("2026-01-10T13:00:0"));
    delete(added.application_id).send(&client).await.unwrap();
    assert_eq!(names(&client).await, [""; 0]);
    assert!(sandbox.requests().iter().all(|request| request.level == Some(Level::Stateful)));
}

#[tokio::test]
async fn what_belongs_to_an_application_is_deleted_with_it() {
    let (_sandbox, client) = sandbox().await;
    let (ivr, sales) = (add(&client, "ivr").await, add(&client, "sales").await);
    for (id, name) in [(ivr, "menu"), (sales, "offer")] {
        let scenario = AddScenario::builder().scenario_name(name).application_id(id);
        scenario.send(&client).await.unwrap();
        let application = || Application::Id(id);
        let rule = AddRule::builder().rule_name("in").rule_pattern(".*").application(application());
        rule.send(&client).await.unwrap();
        let user = AddUser::builder()
            .user_name("ann")
            .user_display_name("Ann")
            .user_password("Str0ng!pass")
            .application(application());
        user.send(&client).await.unwrap();
    }
    AddScenario::builder().scenario_name("shared").send(&client).await.unwrap();
    delete(ivr).send(&client).await.unwrap();
    assert_eq!(names(&client).await, ["sales.my-account.voximplant.com"]);
    let users = GetUsers::default().send(&client).await.unwrap();
    assert_eq!((users.total_count, users.result[0].applications[0].application_id), (Some(1), Some(sales)));
    let scenarios = GetScenarios::default().send(&client).await.unwrap().result;
    let scenarios: Vec<_> = scenarios.iter().filter_map(|found| found.scenario_name.as_deref()).collect();
    assert_eq!(scenarios, ["offer", "shared"]);
    let rules = GetRules::builder().application(Application::Id(sales)).send(&client).await.unwrap();
    assert_eq!(rules.total_count, Some(1));
    assert_eq!(code!(&client, GetRules::builder().application(Application::Id(ivr))), 116);
}

#[tokio::test]
async fn lists_are_read_page_by_page() {
    let (_sandbox, client) = sandbox().await;
    for number in 0..5 {
        add(&client, &format!("app-{number}")).await;
    }
    let list =
        GetApplications { count: Some(2), application_name: Some("app-".into()), ..Default::default() };
    let mut pages = list.pages(&client);
    let mut sizes = Vec::new();
    while let Some(page) = pages.next().await {
        sizes.push(page.unwrap().len());
    }
    assert_eq!(sizes, [2, 2, 1]);
}

#[tokio::test]
async fn accounts_do_not_see_each_others_applications() {
    let (sandbox, client) = sandbox().await;
    let stranger = stranger(&sandbox);
    let id = add(&client, "ivr").await;
    // The name is unique in an account only.
    assert_ne!(add(&stranger, "ivr").await, id);
    assert_eq!(names(&stranger).await, ["ivr.stranger.voximplant.com"]);
    assert_eq!(code!(&stranger, delete(id)), 116);
    DelApplication { application: ApplicationsOrAll::Id(IdList::All) }.send(&stranger).await.unwrap();
    assert_eq!((names(&stranger).await.len(), names(&client).await.len()), (0, 1));
}

#[tokio::test]
async fn rejections_have_their_codes() {
    let (_sandbox, client) = sandbox().await;
    add(&client, "ivr").await;
    assert_eq!(code!(&client, AddApplication::builder().application_name("ivr")), 129);
    assert_eq!(code!(&client, delete(999)), 116);
    let named = DelApplication { application: ApplicationsOrAll::Name(vec!["none".into()]) };
    assert_eq!(code!(&client, named), 107);
    for (method, params, code) in [
        ("AddApplication", vec![("application_name", "My app")], 107),
        ("AddApplication", vec![], 485),
        ("GetApplications", vec![("application_id", "x")], 116),
    ] {
        let error = client.call(method, params.clone()).await.unwrap_err();
        assert_eq!(error.code(), Some(ErrorCode::new(code)), "{method} {params:?}: {error}");
    }
}

#[tokio::test]
async fn a_reset_forgets_applications() {
    let (sandbox, client) = sandbox().await;
    let id = add(&client, "ivr").await;
    sandbox.reset();
    let client = sandbox.client().unwrap();
    assert_eq!(names(&client).await, [""; 0]);
    assert_eq!(add(&client, "ivr").await, id);
}
