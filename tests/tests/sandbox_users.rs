//! Users in the sandbox, over real HTTP.

use vox_accounts::prelude::*;
use vox_api::applications::AddApplication;
use vox_api::types::Application;
use vox_api::users::{AddUser, DelUser, GetUsers, SetUserInfo, UserInApplication, UsersToDelete};
use vox_core::ErrorCode;
use vox_sandbox::{Level, NewAccount, Sandbox};

/// A sandbox whose first account has the applications `ivr` and `sales`.
async fn sandbox() -> (Sandbox, Client) {
    let clock = "2026-01-10T12:00:00Z".parse().unwrap();
    let sandbox = Sandbox::builder().clock(clock).start().await.unwrap();
    let client = sandbox.client().unwrap();
    add_applications(&client).await;
    (sandbox, client)
}

async fn add_applications(client: &Client) {
    for name in ["ivr", "sales"] {
        AddApplication::builder().application_name(name).send(client).await.unwrap();
    }
}

/// A client of another account, which has such applications too.
async fn stranger(sandbox: &Sandbox) -> Client {
    let added = sandbox.add_account(NewAccount::new("stranger")).unwrap();
    let credentials = ApiKey::by_id(added.account_id, added.api_key);
    let client = Client::builder().credentials(credentials).base_url(sandbox.base_url()).build().unwrap();
    add_applications(&client).await;
    client
}

fn user(name: &str, application: &str) -> AddUser {
    AddUser::builder()
        .user_name(name)
        .user_display_name(format!("{name} of {application}"))
        .user_password("Str0ng!pass")
        .application(Application::Name(application.into()))
        .build()
}

async fn add(client: &Client, name: &str, application: &str) -> u64 {
    user(name, application).send(client).await.unwrap().user_id
}

async fn names(client: &Client) -> Vec<String> {
    let users = GetUsers::default().send(client).await.unwrap().result;
    users.into_iter().filter_map(|user| user.user_display_name).collect()
}

/// The code of the API's error for a request that satisfies all declared rules.
macro_rules! code {
    ($client:expr, $request:expr) => {
        $request.send($client).await.unwrap_err().code().expect("a rejection by the API").code()
    };
}

#[tokio::test]
async fn a_user_is_added_changed_and_deleted() {
    let (sandbox, client) = sandbox().await;
    let request =
        AddUser { user_custom_data: Some("7".into()), parent_accounting: Some(false), ..user("ann", "ivr") };
    let id = request.send(&client).await.unwrap().user_id;
    let one = GetUsers { user_id: Some(id), ..Default::default() };
    let added = one.send(&client).await.unwrap().result.remove(0);
    assert_eq!((added.user_name.as_deref(), added.user_custom_data.as_deref()), (Some("ann"), Some("7")));
    assert_eq!((added.user_active, added.parent_accounting), (Some(true), Some(false)));
    assert!(added.created.unwrap().to_string().starts_with("2026-01-10T12:00:0"));

    sandbox.clock().advance(std::time::Duration::from_secs(3600));
    let client = sandbox.client().unwrap();
    let named =
        UserInApplication::Name { user_name: "ann".into(), application: Application::Name("ivr".into()) };
    let request = SetUserInfo::builder().user(named).new_user_name("anna").user_active(false);
    request.send(&client).await.unwrap();
    let changed = one.send(&client).await.unwrap().result.remove(0);
    assert_eq!((changed.user_name.as_deref(), changed.user_active), (Some("anna"), Some(false)));
    assert_eq!((changed.user_display_name, changed.created), (added.user_display_name, added.created));
    assert!(changed.modified > added.modified);

    DelUser { user: UsersToDelete::Id([id].into()), application: None }.send(&client).await.unwrap();
    assert_eq!(code!(&client, one), 117);
    assert!(sandbox.requests().iter().all(|request| request.level == Some(Level::Stateful)));
}

#[tokio::test]
async fn lists_are_filtered_and_read_page_by_page() {
    let (_sandbox, client) = sandbox().await;
    for number in 0..25 {
        add(&client, &format!("user-{number:02}"), "ivr").await;
    }
    add(&client, "user-00", "sales").await;
    let list = GetUsers { application: Some(Application::Name("ivr".into())), ..Default::default() };
    let first = list.send(&client).await.unwrap();
    assert_eq!((first.count, first.total_count), (Some(20), Some(25)));
    let mut users = list.items(&client);
    let mut names = Vec::new();
    while let Some(user) = users.next().await {
        names.extend(user.unwrap().user_name);
    }
    assert!(names.is_sorted() && names.len() == 25, "{names:?}");
}

#[tokio::test]
async fn lists_that_are_not_requested_are_left_out() {
    let (_sandbox, client) = sandbox().await;
    add(&client, "ann", "ivr").await;
    let response: serde_json::Value =
        client.call("GetUsers", [("count", "1")]).await.unwrap().decode().unwrap();
    let user = &response["result"][0];
    assert_eq!((user.get("skills"), user.get("acd_queues")), (None, None));
    assert_eq!(user["applications"].as_array().unwrap().len(), 1);
    assert!(user.get("user_password").is_none());
}

#[tokio::test]
async fn accounts_do_not_see_each_others_users() {
    let (sandbox, client) = sandbox().await;
    let stranger = stranger(&sandbox).await;
    let id = add(&client, "ann", "ivr").await;
    add(&stranger, "ann", "sales").await;
    assert_eq!(names(&stranger).await, ["ann of sales"]);
    let delete = DelUser { user: UsersToDelete::Id([id].into()), application: None };
    assert_eq!(code!(&stranger, delete), 117);
    let all = DelUser { user: UsersToDelete::Id(IdList::All), application: None };
    all.send(&stranger).await.unwrap();
    assert_eq!((names(&stranger).await.len(), names(&client).await), (0, vec!["ann of ivr".to_owned()]));
}

#[tokio::test]
async fn rejections_have_their_codes() {
    let (_sandbox, client) = sandbox().await;
    add(&client, "ann", "ivr").await;
    assert_eq!(code!(&client, user("ann", "ivr")), 118);
    assert_eq!(code!(&client, user("ann", "none")), 107);
    assert_eq!(code!(&client, SetUserInfo::builder().user(UserInApplication::Id(999))), 117);
    let valid = [("user_display_name", "Ann"), ("user_password", "Str0ng!pass"), ("application_name", "ivr")];
    let with = |param| valid.into_iter().chain([("user_name", "bob"), param]).collect::<Vec<_>>();
    let long = "x".repeat(8192);
    for (params, code) in [
        (valid.into_iter().chain([("user_name", "Ann")]).collect(), 122),
        (with(("user_custom_data", &long)), 212),
        (with(("mobile_phone", &long)), 189),
        (valid.to_vec(), 485),
    ] {
        let error = client.call("AddUser", params).await.unwrap_err();
        assert_eq!(error.code(), Some(ErrorCode::new(code)), "{error}");
    }
    assert_eq!(names(&client).await, ["ann of ivr"]);
}

#[tokio::test]
async fn a_reset_forgets_users() {
    let (sandbox, client) = sandbox().await;
    add(&client, "ann", "ivr").await;
    sandbox.reset();
    let client = sandbox.client().unwrap();
    assert_eq!(names(&client).await, [""; 0]);
    assert_eq!(code!(&client, user("ann", "ivr")), 107);
}
