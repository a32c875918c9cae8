//! The page `vox_accounts::after_unknown`: its functions find out what a call did.

use std::fmt::Debug;
use std::time::Duration;

use vox_accounts::METHODS;
use vox_accounts::prelude::*;
use vox_accounts::vox_core::ErrorCode;
use vox_accounts::vox_core::meta::Kind;
use vox_sandbox::{Fault, NewAccount, Sandbox};

/// The child account with this name and e-mail address, if there is one.
async fn find_child(client: &Client, name: &str, email: &str) -> Result<Option<AccountInfo>, Error> {
    let filter = GetChildrenAccounts { child_account_name: Some(name.to_owned()), ..Default::default() };
    let mut children = filter.items(client);
    while let Some(child) = children.next().await {
        let child = child?;
        // The filter also finds names that only contain the text.
        let has_name = child.account_name.as_deref() == Some(name);
        let has_email = child.account_email.as_deref().is_some_and(|found| found.eq_ignore_ascii_case(email));
        if has_name && has_email {
            return Ok(Some(child));
        }
    }
    Ok(None)
}

/// Whether the account has the requested settings; only these three are compared.
async fn is_set(client: &Client, request: &SetAccountInfo) -> Result<bool, Error> {
    let account = GetAccountInfo::default().send(client).await?.result;
    Ok(holds(request.location.as_ref(), account.location.as_ref())
        && holds(request.callback_url.as_ref(), account.callback_url.as_ref())
        && holds(request.min_balance_to_notify.as_ref(), account.min_balance_to_notify.as_ref()))
}

/// Whether a setting has the value of the request, or the request has none.
fn holds<T: PartialEq>(requested: Option<&T>, found: Option<&T>) -> bool {
    requested.is_none_or(|value| found == Some(value))
}

/// The children whose `active` is not yet the one of the request.
async fn not_set(client: &Client, children: &[u64], active: bool) -> Result<Vec<u64>, Error> {
    let filter =
        GetChildrenAccounts { child_account_id: Some(children.to_vec().into()), ..Default::default() };
    let found: Vec<AccountInfo> = filter.items(client).try_collect().await?;
    Ok(found.iter().filter(|child| child.active != Some(active)).map(|child| child.account_id).collect())
}

/// Whether `ChargeAccount` has to pay for a phone number up to a day.
async fn is_due(client: &Client, phone_number: &str, day: Date) -> Result<bool, Error> {
    let request = GetMoneyAmountToCharge { charge_date: Some(day), ..Default::default() };
    let due = request.send(client).await?.result.subscriptions;
    Ok(due.iter().any(|subscription| {
        let description = subscription.subscription_description.as_deref().unwrap_or_default();
        description.contains(phone_number) && subscription.subscription_auto_charge != Some(true)
    }))
}

/// Whether the account has the plan of the request.
async fn has_plan(client: &Client, request: &ChangeAccountPlan) -> Result<bool, Error> {
    let filter = GetAccountPlans { plan_type: Some(vec![request.plan_type.clone()]), ..Default::default() };
    let plans = filter.send(client).await?.result;
    Ok(plans
        .iter()
        .any(|plan| request.plan_subscription_template_id == Some(plan.plan_subscription_template_id)))
}

/// Ways to leave an effect unknown, and whether the operation then took effect.
const FAULTS: [(Fault, bool); 2] = [(Fault::DropRequest, false), (Fault::DropResponse, true)];

/// A sandbox on a day, with an account named `child-1` as well.
async fn sandbox() -> (Sandbox, Client) {
    let sandbox = Sandbox::builder()
        .child(NewAccount::new("child-1"))
        .clock("2026-01-31T12:00:00Z".parse().unwrap())
        .start()
        .await
        .unwrap();
    let client = sandbox.client().unwrap();
    (sandbox, client)
}

#[track_caller]
fn is_unknown<T: Debug>(result: Result<T, Error>) {
    assert_eq!(result.unwrap_err().effect(), Effect::Unknown);
}

#[tokio::test]
async fn an_added_account_is_found() {
    for (fault, took_effect) in FAULTS {
        let (sandbox, client) = sandbox().await;
        let request = AddAccount::builder()
            .parent(ParentAccount::Id(sandbox.account_id()))
            .parent_auth(ParentAuth::ApiKey(sandbox.api_key()))
            .account_name("child")
            .account_email("Child@example.com")
            .account_password("Str0ng!pass")
            .build();
        sandbox.faults().inject::<AddAccount>(1, fault);
        is_unknown(request.send(&client).await);
        let found = find_child(&client, "child", "child@example.com").await.unwrap();
        assert_eq!(found.is_some(), took_effect);
        // A retry cannot add a second account.
        let retried = request.send(&client).await;
        assert_eq!(
            retried.err().and_then(|error| error.code()),
            took_effect.then_some(ErrorCode::ACCOUNTS_NAME_ALREADY_USED)
        );
        let account = find_child(&client, "child", "child@example.com").await.unwrap().unwrap();
        assert!(found.is_none_or(|found| found.account_id == account.account_id));
        assert!(account.api_key.is_some());
        // An account of that name may belong to somebody else.
        assert!(find_child(&client, "child", "other@example.com").await.unwrap().is_none());
    }
}

#[tokio::test]
async fn a_cloned_account_is_found() {
    for (fault, took_effect) in FAULTS {
        let (sandbox, client) = sandbox().await;
        let request = CloneAccount::builder()
            .template(TemplateAccount::Name("child-1".into()))
            .parent_auth(ParentAuth::ApiKey(sandbox.api_key()))
            .new_account_name("child")
            .new_account_email("child@example.com")
            .new_account_password("Str0ng!pass")
            .build();
        sandbox.faults().inject::<CloneAccount>(1, fault);
        is_unknown(request.send(&client).await);
        let found = find_child(&client, &request.new_account_name, &request.new_account_email).await;
        assert_eq!(found.unwrap().is_some(), took_effect);
    }
}

#[tokio::test]
async fn a_key_without_the_role_owner_cannot_check() {
    let (sandbox, _) = sandbox().await;
    let admin = ServiceAccount::from_json(&sandbox.add_service_account([Role::Admin])).unwrap();
    let clock = sandbox.clock().clone();
    let client = sandbox.client_builder().credentials(admin.with_clock(move || clock.now())).build().unwrap();
    let error = find_child(&client, "child", "child@example.com").await.unwrap_err();
    assert_eq!((error.code(), error.effect()), (Some(ErrorCode::FORBIDDEN_COMMAND), Effect::None));
}

#[tokio::test]
async fn settings_are_compared() {
    for (fault, took_effect) in FAULTS {
        let (sandbox, client) = sandbox().await;
        let request = SetAccountInfo {
            location: Some("Etc/GMT-8".into()),
            min_balance_to_notify: Some(Decimal::new(150, 2)),
            ..Default::default()
        };
        sandbox.faults().inject::<SetAccountInfo>(1, fault);
        is_unknown(request.send(&client).await);
        assert_eq!(is_set(&client, &request).await.unwrap(), took_effect);
        request.send(&client).await.unwrap();
        assert!(is_set(&client, &request).await.unwrap());
        let other = SetAccountInfo { callback_url: Some("https://example.com".into()), ..request };
        assert!(!is_set(&client, &other).await.unwrap());
    }
}

#[tokio::test]
async fn settings_of_children_are_compared() {
    for (fault, took_effect) in FAULTS {
        let (sandbox, client) = sandbox().await;
        let child = find_child(&client, "child-1", "child-1@sandbox.example").await.unwrap().unwrap();
        let (id, active) = (child.account_id, child.active != Some(true));
        let request =
            SetChildAccountInfo::builder().child_account(ChildAccounts::Id(id.into())).active(active).build();
        sandbox.faults().inject::<SetChildAccountInfo>(1, fault);
        is_unknown(request.send(&client).await);
        let expected = if took_effect { vec![] } else { vec![id] };
        assert_eq!(not_set(&client, &[id], active).await.unwrap(), expected);
        request.send(&client).await.unwrap();
        assert!(not_set(&client, &[id], active).await.unwrap().is_empty());
    }
}

#[tokio::test]
async fn a_number_that_was_charged_is_no_longer_due() {
    let (frozen, paid) = ("79993330011", "74951234567");
    let tomorrow = Date::constant(2026, 2, 1);
    for (fault, took_effect) in FAULTS {
        let (sandbox, client) = sandbox().await;
        assert!(is_due(&client, frozen, tomorrow).await.unwrap());
        assert!(!is_due(&client, paid, tomorrow).await.unwrap());
        let request = ChargeAccount { phone: Phones::Number(frozen.into()) };
        sandbox.faults().inject::<ChargeAccount>(1, fault);
        is_unknown(request.send(&client).await);
        assert_eq!(is_due(&client, frozen, tomorrow).await.unwrap(), !took_effect);
        // A day may end between the charge and the check.
        sandbox.clock().advance(Duration::from_secs(24 * 3600));
        assert_eq!(is_due(&client, frozen, tomorrow).await.unwrap(), !took_effect);
        let account = GetAccountInfo::default().send(&client).await.unwrap().result;
        let expected = if took_effect { Decimal::new(9965, 1) } else { Decimal::ONE_THOUSAND };
        assert_eq!(account.live_balance, Some(expected));
    }
}

#[tokio::test]
async fn a_changed_plan_is_among_the_accounts() {
    for (fault, took_effect) in FAULTS {
        let (sandbox, client) = sandbox().await;
        let request = ChangeAccountPlan { plan_type: PlanType::Im, plan_subscription_template_id: Some(2) };
        assert!(!has_plan(&client, &request).await.unwrap());
        sandbox.faults().inject::<ChangeAccountPlan>(1, fault);
        is_unknown(request.send(&client).await);
        assert_eq!(has_plan(&client, &request).await.unwrap(), took_effect);
        let held = GetAccountInfo::default().send(&client).await.unwrap().result.money_on_hold;
        assert_eq!(held, Some(if took_effect { Decimal::TEN } else { Decimal::ZERO }));
        // A second change to the same plan is rejected, so it reserves nothing.
        let retried = request.send(&client).await.err().and_then(|error| error.code());
        assert_eq!(retried, took_effect.then_some(ErrorCode::ACCOUNT_PLAN_CHANGE_FORBIDDEN));
    }
}

#[test]
fn the_page_names_every_method_that_changes_something() {
    let page = include_str!("../../vox-accounts/docs/after_unknown.md");
    let headings: String = page.lines().filter(|line| line.starts_with("# `")).collect();
    for method in METHODS.iter().filter(|method| method.kind == Kind::Write) {
        assert!(headings.contains(&format!("`{}`", method.name)), "no section for {}", method.name);
        assert!(page.contains(&format!("\n| `{}` |", method.name)), "no row for {}", method.name);
    }
}

/// The page and this file have the same functions.
#[test]
fn the_page_shows_the_functions_of_this_file() {
    let page = include_str!("../../vox-accounts/docs/after_unknown.md");
    let source = include_str!("after_unknown.rs");
    let shown = source.split("/// Ways to leave an effect unknown").next().unwrap();
    let blocks: Vec<&str> =
        page.split("```rust\n").skip(1).map(|rest| rest.split("```").next().unwrap()).collect();
    assert_eq!(page.matches("```").count(), 2 * blocks.len(), "a block of the page is not marked `rust`");
    let mut rest = shown.split_once("NewAccount, Sandbox};\n").unwrap().1.to_owned();
    for block in blocks {
        let functions = block.strip_prefix("use vox_accounts::prelude::*;\n").expect("the block is complete");
        assert!(rest.contains(functions), "no test runs:\n{functions}");
        rest = rest.replacen(functions, "", 1);
    }
    assert_eq!(rest.trim(), "", "the page does not show all of it");
}
