//! Keys of service accounts, subusers and roles in the sandbox, over real HTTP.

use vox_accounts::prelude::*;
use vox_api::role_system::{
    AddSubUser, CreateKey, DelSubUser, DeleteKey, GetKeyRoles, GetKeys, GetRoleGroups, GetRoles,
    GetSubUserRoles, GetSubUsers, KeyView, RemoveKeyRoles, RemoveSubUserRoles, RoleView, Roles, SetKeyRoles,
    SetSubUserInfo, SetSubUserRoles, UpdateKey,
};
use vox_core::{Method, Role};
use vox_sandbox::{Level, NewAccount, Sandbox};

/// The code with which the API rejects a request.
async fn code<M: Method>(client: &Client, request: M) -> u32 {
    request.send(client).await.err().unwrap().code().unwrap().code()
}

fn names(names: &[&str]) -> Roles {
    Roles::Name(names.iter().map(|name| (*name).to_owned()).collect())
}

/// Creates a key with these roles. Returns its id, a client that signs by it, and its private key.
async fn create(sandbox: &Sandbox, creator: &Client, roles: Option<Roles>) -> (String, Client, Secret) {
    let request = CreateKey { key_name: Some("new".into()), role: roles, ..Default::default() };
    let created = request.send_raw(creator).await.unwrap();
    let credentials = String::from_utf8(created.body().to_vec()).unwrap();
    let key = CreateKey::from_http(http::Response::new(credentials.as_str())).unwrap().result.remove(0);
    let client = Client::builder()
        .credentials(ServiceAccount::from_json(&credentials).unwrap())
        .base_url(sandbox.base_url())
        .build()
        .unwrap();
    (key.key_id.unwrap(), client, key.private_key.unwrap())
}

async fn keys(client: &Client) -> Vec<KeyView> {
    GetKeys { with_roles: Some(true), ..Default::default() }.send(client).await.unwrap().result
}

fn role_names(roles: &[RoleView]) -> Vec<&str> {
    roles.iter().filter_map(|role| role.role_name.as_deref()).collect()
}

/// A client of another account, by its API key.
fn another(sandbox: &Sandbox) -> Client {
    let account = sandbox.add_account(NewAccount::new("another")).unwrap();
    Client::builder()
        .credentials(ApiKey::by_id(account.account_id, account.api_key))
        .base_url(sandbox.base_url())
        .build()
        .unwrap()
}

#[tokio::test]
async fn a_new_key_calls_what_its_roles_allow() {
    let sandbox = Sandbox::start().await.unwrap();
    let owner = sandbox.client().unwrap();
    let (key_id, payer, _) = create(&sandbox, &owner, Some(names(&["Payer"]))).await;
    let account = GetAccountInfo::default().send(&payer).await.unwrap().result;
    assert_eq!(account.account_id, sandbox.account_id());
    GetMoneyAmountToCharge::default().send(&payer).await.unwrap();
    assert_eq!(code(&payer, GetChildrenAccounts::default()).await, 104);

    // A key without roles calls only methods that need none.
    let (_, nobody, _) = create(&sandbox, &owner, None).await;
    GetAccountInfo::default().send(&nobody).await.unwrap();
    assert_eq!(code(&nobody, GetMoneyAmountToCharge::default()).await, 104);

    let one = GetKeys { key_id: Some(key_id), ..Default::default() }.send(&owner).await.unwrap().result;
    assert_eq!((one.len(), one[0].key_name.as_deref(), one[0].roles.len()), (1, Some("new"), 0));
    assert_eq!(sandbox.requests().last().unwrap().level, Some(Level::Stateful));
}

#[tokio::test]
async fn the_roles_of_a_key_change_what_it_may_call() {
    let sandbox = Sandbox::start().await.unwrap();
    let owner = sandbox.client().unwrap();
    let (key_id, client, _) = create(&sandbox, &owner, Some(names(&["Developer"]))).await;
    let call = || GetChildrenAccounts::default();
    assert_eq!(code(&client, call()).await, 104);
    SetKeyRoles { key_id: key_id.clone(), role: names(&["Owner"]) }.send(&owner).await.unwrap();
    call().send(&client).await.unwrap();
    let request = GetKeyRoles { key_id: key_id.clone(), with_expanded_roles: Some(true) };
    let roles = request.send(&owner).await.unwrap().result;
    assert_eq!(role_names(&roles), ["Developer", "Owner"]);
    assert_eq!((roles[0].inherited, roles[0].gui_only), (Some(false), Some(false)));
    let owner_role = Roles::Id(vec![roles[1].role_id.unwrap()]);
    RemoveKeyRoles { key_id, role: owner_role }.send(&owner).await.unwrap();
    assert_eq!(code(&client, call()).await, 104);
}

#[tokio::test]
async fn a_deleted_key_authenticates_nobody() {
    let sandbox = Sandbox::start().await.unwrap();
    let owner = sandbox.client().unwrap();
    let (key_id, client, _) = create(&sandbox, &owner, None).await;
    GetAccountInfo::default().send(&client).await.unwrap();
    DeleteKey { key_id: key_id.clone() }.send(&owner).await.unwrap();
    assert_eq!(code(&client, GetAccountInfo::default()).await, 100);
    assert_eq!(code(&owner, DeleteKey { key_id }).await, 433);
    assert_eq!(keys(&owner).await.len(), 1);
}

#[tokio::test]
async fn the_service_account_of_the_start_is_a_key() {
    let sandbox = Sandbox::builder().roles([Role::Owner, Role::Payer]).start().await.unwrap();
    let owner = sandbox.client().unwrap();
    let listed = keys(&owner).await;
    assert_eq!(listed.len(), 1);
    assert!(sandbox.credentials_json().contains(listed[0].key_id.as_deref().unwrap()));
    assert_eq!(role_names(&listed[0].roles), ["Owner", "Payer"]);

    let later = sandbox.add_service_account([Role::Admin]);
    let listed = keys(&owner).await;
    assert_eq!((listed.len(), role_names(&listed[1].roles)), (2, vec!["Admin"]));
    assert!(later.contains(listed[1].key_id.as_deref().unwrap()));
}

#[tokio::test]
async fn a_reset_restores_the_keys_of_the_start() {
    let sandbox = Sandbox::start().await.unwrap();
    let owner = sandbox.client().unwrap();
    let _ = sandbox.add_service_account([Role::Admin]);
    let start = keys(&owner).await;
    let first = || start[0].key_id.clone().unwrap();
    for _ in 0..2 {
        let (_, created, _) = create(&sandbox, &owner, None).await;
        let request =
            UpdateKey { key_id: first(), description: "changed".into(), key_name: Some("changed".into()) };
        request.send(&owner).await.unwrap();
        RemoveKeyRoles { key_id: first(), role: names(&["Owner"]) }.send(&owner).await.unwrap();
        assert_eq!(code(&owner, GetChildrenAccounts::default()).await, 104);
        let changed = keys(&owner).await;
        assert_eq!((changed.len(), changed[0].key_name.as_deref()), (3, Some("changed")));
        assert_eq!(changed[0].description.as_deref(), Some("changed"));
        DeleteKey { key_id: start[1].key_id.clone().unwrap() }.send(&owner).await.unwrap();
        DeleteKey { key_id: first() }.send(&owner).await.unwrap();
        assert_eq!(code(&owner, GetAccountInfo::default()).await, 100);

        sandbox.reset();
        GetChildrenAccounts::default().send(&owner).await.unwrap();
        assert_eq!(code(&created, GetAccountInfo::default()).await, 100);
        assert_eq!(keys(&owner).await, start);
    }
}

#[tokio::test]
async fn accounts_see_only_their_own_keys_and_subusers() {
    let sandbox = Sandbox::start().await.unwrap();
    let owner = sandbox.client().unwrap();
    let other = another(&sandbox);
    let (key_id, _, _) = create(&sandbox, &owner, None).await;
    let id = || key_id.clone();
    assert_eq!(code(&other, GetKeys { key_id: Some(id()), ..Default::default() }).await, 433);
    assert_eq!(code(&other, GetKeyRoles { key_id: id(), with_expanded_roles: None }).await, 433);
    assert_eq!(code(&other, SetKeyRoles { key_id: id(), role: names(&["Owner"]) }).await, 433);
    assert_eq!(code(&other, DeleteKey { key_id: id() }).await, 433);
    let (mine, theirs) = (keys(&owner).await, keys(&other).await);
    assert_eq!((mine.len(), theirs.len()), (2, 1));
    assert!(mine.iter().all(|key| key.key_id != theirs[0].key_id));

    // The same name is free in each account.
    let anna =
        || AddSubUser::builder().new_subuser_name("anna-1").new_subuser_password("Str0ng!pass").build();
    let subuser_id = anna().send(&owner).await.unwrap().result.subuser_id;
    assert_ne!(anna().send(&other).await.unwrap().result.subuser_id, subuser_id);
    assert_eq!(code(&other, GetSubUserRoles { subuser_id, with_expanded_roles: None }).await, 434);
    assert_eq!(code(&other, DelSubUser { subuser_id }).await, 434);
    assert_eq!(GetSubUsers::default().send(&owner).await.unwrap().result.len(), 1);

    // The key of one account does not sign for the other.
    let json = sandbox.credentials_json();
    let foreign = json.replace(
        &sandbox.account_id().to_string(),
        &GetAccountInfo::default().send(&other).await.unwrap().result.account_id.to_string(),
    );
    let foreign = Client::builder()
        .credentials(ServiceAccount::from_json(&foreign).unwrap())
        .base_url(sandbox.base_url())
        .build()
        .unwrap();
    assert_eq!(code(&foreign, GetAccountInfo::default()).await, 100);
}

#[tokio::test]
async fn subusers_are_added_changed_and_deleted() {
    let sandbox = Sandbox::start().await.unwrap();
    let client = sandbox.client().unwrap();
    let request = AddSubUser::builder()
        .new_subuser_name("Bookkeeper")
        .new_subuser_password("Str0ng!pass")
        .role(names(&["Accountant"]))
        .build();
    let subuser_id = request.clone().send(&client).await.unwrap().result.subuser_id;
    assert_eq!(code(&client, request).await, 436);
    let change = SetSubUserInfo::builder()
        .subuser_id(subuser_id)
        .old_subuser_password("Str0ng!pass")
        .new_subuser_password("N3w!password")
        .description("On leave")
        .build();
    change.clone().send(&client).await.unwrap();
    assert_eq!(code(&client, change).await, 496);
    SetSubUserRoles { subuser_id, role: names(&["Payer"]) }.send(&client).await.unwrap();
    let request = RemoveSubUserRoles { subuser_id, role: names(&["Accountant"]), force: Some(true) };
    request.send(&client).await.unwrap();
    let request = GetSubUsers { subuser_id: Some(subuser_id), with_roles: Some(true), ..Default::default() };
    let listed = request.send(&client).await.unwrap().result;
    assert_eq!(listed.len(), 1);
    assert_eq!(listed[0].subuser_name.as_deref(), Some("bookkeeper"));
    assert_eq!(
        (listed[0].description.as_deref(), role_names(&listed[0].roles)),
        (Some("On leave"), vec!["Payer"])
    );
    DelSubUser { subuser_id }.send(&client).await.unwrap();
    assert_eq!(GetSubUsers::default().send(&client).await.unwrap().result, []);

    let request = AddSubUser::builder().new_subuser_name("forgotten").new_subuser_password("Str0ng!pass");
    request.send(&client).await.unwrap();
    sandbox.reset();
    assert_eq!(GetSubUsers::default().send(&client).await.unwrap().result, []);
}

#[tokio::test]
async fn the_catalog_has_all_roles_and_their_groups() {
    let sandbox = Sandbox::start().await.unwrap();
    let client = sandbox.client().unwrap();
    let roles = GetRoles::default().send(&client).await.unwrap().result;
    let mut listed = role_names(&roles);
    listed.sort_unstable();
    let mut known: Vec<_> = Role::ALL.iter().map(|role| role.name()).collect();
    known.sort_unstable();
    assert_eq!(listed, known);
    let groups = GetRoleGroups {}.send(&client).await.unwrap().result;
    let mut in_groups = 0;
    for group in groups {
        let request = GetRoles { group_name: group.name };
        in_groups += request.send(&client).await.unwrap().result.len();
    }
    assert_eq!(in_groups, roles.len());
}

#[tokio::test]
async fn invalid_parameters_have_their_codes() {
    let sandbox = Sandbox::start().await.unwrap();
    let client = sandbox.client().unwrap();
    let password = ("new_subuser_password", "Str0ng!pass");
    let cases = [
        ("CreateKey", vec![("role_id", "1"), ("role_name", "Owner")], 449),
        ("CreateKey", vec![("role_id", "first")], 440),
        ("CreateKey", vec![("role_id", "99")], 440),
        ("CreateKey", vec![("role_name", "Ownr")], 441),
        ("SetKeyRoles", vec![("key_id", "k")], 485),
        ("DeleteKey", vec![("key_id", "k")], 433),
        ("DelSubUser", vec![("subuser_id", "x")], 434),
        ("AddSubUser", vec![("new_subuser_name", "anna"), password], 452),
        ("AddSubUser", vec![("new_subuser_name", "1anna"), password], 453),
        ("AddSubUser", vec![("new_subuser_name", "anna-1"), ("new_subuser_password", "Sh0rt!")], 112),
        ("AddSubUser", vec![("new_subuser_name", "anna-1"), ("new_subuser_password", "weakpassword")], 464),
        ("SetSubUserInfo", vec![("subuser_id", "1"), password], 448),
    ];
    for (method, params, code) in cases {
        let error = client.call(method, params.clone()).await.unwrap_err();
        assert_eq!(error.code().map(vox_core::ErrorCode::code), Some(code), "{method} {params:?}");
    }
    assert_eq!(keys(&client).await.len(), 1);
}

#[tokio::test]
async fn private_keys_and_passwords_are_not_shown() {
    let sandbox = Sandbox::start().await.unwrap();
    let client = sandbox.client().unwrap();
    let (key_id, _, private_key) = create(&sandbox, &client, None).await;
    let request = AddSubUser::builder().new_subuser_name("anna-1").new_subuser_password("Str0ng!pass");
    request.send(&client).await.unwrap();
    GetKeys::default().send(&client).await.unwrap();
    let page = reqwest::get(sandbox.base_url()).await.unwrap().text().await.unwrap();
    let shown = format!("{:?} {sandbox:?} {} {page}", sandbox.requests(), sandbox.state());
    assert!(shown.contains(&key_id) && shown.contains("anna-1"));
    let lines = private_key.expose().lines().filter(|line| !line.starts_with('-'));
    let mut secrets: Vec<_> = lines.collect();
    assert!(secrets.len() > 20);
    secrets.push("Str0ng!pass");
    assert!(secrets.iter().all(|secret| !shown.contains(secret)));
}
