//! The initial state of a sandbox: accounts, balances, prices, the time.

use vox_accounts::prelude::*;
use vox_accounts::vox_core::{ErrorCode, Timestamp};
use vox_sandbox::{Fault, NewAccount, Sandbox};

fn decimal(text: &str) -> Decimal {
    text.parse().unwrap()
}

fn time(text: &str) -> Timestamp {
    text.parse().unwrap()
}

async fn info(client: &Client) -> vox_accounts::AccountInfo {
    GetAccountInfo::default().send(client).await.unwrap().result
}

#[tokio::test]
async fn accounts_have_the_configured_values() {
    let sandbox = Sandbox::builder()
        .account_name("my-company")
        .balance(decimal("12.34"))
        .child(
            NewAccount::new("child-one")
                .email("one@example.com")
                .password("Str0ng!pass")
                .api_key("key-of-one")
                .balance(5)
                .credit_limit(decimal("2.5"))
                .frozen(true)
                .child(NewAccount::new("grandchild")),
        )
        .child(NewAccount::new("child-two").active(false).balance(-1))
        .other_account(NewAccount::new("stranger"))
        .start()
        .await
        .unwrap();
    let client = sandbox.client().unwrap();
    assert_eq!(info(&client).await.balance, Some(decimal("12.34")));
    let children = GetChildrenAccounts::default().send(&client).await.unwrap().result;
    let seen: Vec<_> = children
        .iter()
        .map(|child| (child.account_name.as_deref().unwrap(), child.active, child.frozen, child.balance))
        .collect();
    let yes = Some(true);
    assert_eq!(
        seen,
        [
            ("child-one", yes, yes, Some(Decimal::from(5))),
            ("child-two", Some(false), Some(false), Some(Decimal::from(-1))),
        ]
    );
    let one = ApiKey::by_email("one@example.com", "key-of-one");
    let one = Client::builder().credentials(one).base_url(sandbox.base_url()).build().unwrap();
    let one_info = info(&one).await;
    assert_eq!(one_info.credit_limit, Some(decimal("2.5")));
    let grandchildren = GetChildrenAccounts::default().send(&one).await.unwrap().result;
    assert_eq!(grandchildren[0].account_email.as_deref(), Some("grandchild@sandbox.example"));
}

#[tokio::test]
async fn invalid_accounts_are_rejected_at_start() {
    let cases = [
        (
            NewAccount::new("X"),
            "the account `X` cannot be added: `account_name` must have at least 5 characters",
        ),
        (NewAccount::new("child-one").email("nobody"), "`account_email` must be an e-mail address"),
        (NewAccount::new("child-one").password("weak"), "`account_password` must have at least 8 characters"),
        (NewAccount::new("child-one").api_key(""), "`api_key` must not be empty"),
        (NewAccount::new("sandbox-parent").email("a@example.com"), "Account's name is not unique"),
    ];
    for (account, expected) in cases {
        let error = Sandbox::builder().child(account).start().await.unwrap_err().to_string();
        assert!(error.contains(expected), "{error}");
        assert!(!error.contains("weak"), "{error}");
    }
    let error = Sandbox::builder().plan_price(99, 1).start().await.unwrap_err().to_string();
    assert!(error.contains("plan_subscription_template_id 99"), "{error}");
    let first = Sandbox::start().await.unwrap();
    let address: std::net::SocketAddr = first.base_url()["http://".len()..].parse().unwrap();
    let error = Sandbox::builder().address(address).start().await.unwrap_err();
    assert!(error.is_address_in_use() && error.to_string().contains("choose another port"), "{error}");
}

#[tokio::test]
async fn the_same_seed_gives_the_same_keys() {
    let start = |seed| Sandbox::builder().seed(seed).child(NewAccount::new("child-one")).start();
    let (one, same, other) = (start(7).await.unwrap(), start(7).await.unwrap(), start(8).await.unwrap());
    assert!(one.api_key() == same.api_key() && one.api_key() != other.api_key());
    assert!(one.account_password() == same.account_password());
    assert!(one.session_id() == same.session_id());
    // Keys of accounts that are added later are the same, too.
    let mut keys = Vec::new();
    for sandbox in [&one, &same] {
        let request = AddAccount::builder()
            .parent(ParentAccount::Id(sandbox.account_id()))
            .parent_auth(ParentAuth::ApiKey(sandbox.api_key()))
            .account_name("child-two")
            .account_email("two@example.com")
            .account_password("Str0ng!pass");
        keys.push(request.send(&sandbox.client().unwrap()).await.unwrap().api_key);
    }
    assert_eq!(keys[0], keys[1]);
}

#[tokio::test]
async fn prices_have_the_configured_values() {
    let sandbox = Sandbox::builder()
        .subscription_price(20, decimal("7.77"))
        .resource_price(1, decimal("0.5"))
        .plan_price(2, 99)
        .start()
        .await
        .unwrap();
    let client = sandbox.client().unwrap();
    let templates = GetSubscriptionPrice::default().send(&client).await.unwrap().result;
    assert_eq!(templates[0].price, Some(decimal("7.77")));
    let resources = GetResourcePrice::default().send(&client).await.unwrap().result;
    assert_eq!(resources[0].price_groups[0].price, Some(decimal("0.5")));
    let plan = ChangeAccountPlan { plan_type: PlanType::Im, plan_subscription_template_id: Some(2) };
    plan.send(&client).await.unwrap();
    assert_eq!(info(&client).await.live_balance, Some(decimal("901")));
    let plans = GetAccountPlans::default().send(&client).await.unwrap().result;
    assert_eq!(plans[0].periodic_charge, Some(decimal("99")));
}

#[tokio::test]
async fn the_clock_starts_at_the_configured_time_and_moves_billing_dates() {
    let sandbox = Sandbox::builder().clock(time("2030-01-31T12:00:00Z")).start().await.unwrap();
    let client = sandbox.client().unwrap();
    let created = info(&client).await.created.unwrap();
    assert!(created.to_string().starts_with("2030-01-31T12:00"), "{created}");
    let due = || async {
        GetMoneyAmountToCharge::default().send(&client).await.unwrap().result.subscriptions.len()
    };
    // One number is frozen from the start, the other is paid for ten days.
    assert_eq!(due().await, 1);
    sandbox.clock().advance(std::time::Duration::from_secs(9 * 86_400));
    assert_eq!(due().await, 1);
    sandbox.clock().advance(std::time::Duration::from_secs(86_400));
    assert_eq!(due().await, 2);
}

#[tokio::test]
async fn a_fixture_configures_everything() {
    let fixture = r#"{
        "clock": "2030-01-31T12:00:00Z",
        "accounts": [
            {"account_name": "my-company", "api_key": "my-key", "balance": "10.5",
             "phones": [{"phone_number": "79990000000", "price": 1.5, "paid_until": "2030-02-01"}],
             "children": [{"account_name": "child-one", "balance": 3}]},
            {"account_name": "stranger"}
        ],
        "prices": {"plans": {"2": 1}},
        "faults": [{"method": "GetAccountPlans", "api_error": 340}]
    }"#;
    let sandbox = Sandbox::builder().fixture(fixture).unwrap().start().await.unwrap();
    assert_eq!((sandbox.account_name(), sandbox.api_key().expose()), ("my-company", "my-key"));
    let client = sandbox.client().unwrap();
    assert_eq!(info(&client).await.balance, Some(decimal("10.5")));
    let due = GetMoneyAmountToCharge { charge_date: "2030-02-01".parse().ok(), ..Default::default() };
    assert_eq!(due.send(&client).await.unwrap().result.amount, Some(decimal("1.5")));
    // The call hits the rate limit once, and is retried.
    let before = sandbox.requests_received();
    GetAccountPlans::default().send(&client).await.unwrap();
    assert_eq!(sandbox.requests_received() - before, 2);

    let error = Sandbox::builder().fixture("{\n  \"accounts\": [}").unwrap_err().to_string();
    assert_eq!(error, "not JSON: expected value at line 2 column 16");
}

#[tokio::test]
async fn each_service_account_has_its_own_roles() {
    let sandbox = Sandbox::start().await.unwrap();
    let payer = ServiceAccount::from_json(&sandbox.add_service_account([Role::Payer])).unwrap();
    let payer = Client::builder().credentials(payer).base_url(sandbox.base_url()).build().unwrap();
    let owner = sandbox.client().unwrap();
    let children = GetChildrenAccounts::default();
    children.send(&owner).await.unwrap();
    let error = children.send(&payer).await.unwrap_err();
    assert_eq!(error.code(), Some(ErrorCode::FORBIDDEN_COMMAND));
    GetMoneyAmountToCharge::default().send(&payer).await.unwrap();
}

#[tokio::test]
async fn a_builder_can_inject_faults() {
    let sandbox = Sandbox::builder().fault::<GetAccountInfo>(1, Fault::Status(502)).start().await.unwrap();
    info(&sandbox.client().unwrap()).await;
    assert_eq!((sandbox.requests_received(), sandbox.faults().remaining()), (2, 0));
}

#[tokio::test]
async fn settings_and_errors_hide_secrets() {
    let account = NewAccount::new("child-one").password("S3cret!pass").api_key("S3cret-key");
    let builder = Sandbox::builder().child(account.clone());
    let fixture =
        r#"{"accounts": [{"account_name": "a", "api_key": ["S3cret"], "account_password": "S3cret"}]}"#;
    let error = Sandbox::builder().fixture(fixture).unwrap_err();
    let unusable = builder.clone().child(NewAccount::new("X").password("S3cret")).start().await.unwrap_err();
    let sandbox = builder.clone().start().await.unwrap();
    let text = format!("{account:?} {builder:?} {error} {error:?} {unusable} {unusable:?} {sandbox:?}");
    assert!(!text.contains("S3cret"), "{text}");
}
