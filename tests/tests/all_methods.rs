//! Every method against the sandbox, over real HTTP: one success and one rejection each.

use vox_accounts::prelude::*;
use vox_accounts::vox_core::{Period, PeriodText};
use vox_accounts::{GetAccountInfoResponse, GetMoneyAmountToChargeResult};
use vox_sandbox::Sandbox;

/// The frozen phone number of the sandbox.
const FROZEN: &str = "79993330011";

async fn sandbox() -> (Sandbox, Client) {
    let sandbox = Sandbox::start().await.unwrap();
    let client = sandbox.client().unwrap();
    (sandbox, client)
}

fn decimal(text: &str) -> Decimal {
    text.parse().unwrap()
}

fn child(sandbox: &Sandbox, name: &str) -> AddAccount {
    AddAccount::builder()
        .parent(ParentAccount::Id(sandbox.account_id()))
        .parent_auth(ParentAuth::ApiKey(sandbox.api_key()))
        .account_name(name)
        .account_email(format!("{name}@example.com"))
        .account_password("Str0ng!pass")
        .build()
}

async fn add_child(sandbox: &Sandbox, client: &Client, name: &str) -> u64 {
    child(sandbox, name).send(client).await.unwrap().account_id
}

fn clone_of(sandbox: &Sandbox, template: TemplateAccount) -> CloneAccount {
    CloneAccount::builder()
        .template(template)
        .parent_auth(ParentAuth::ApiKey(sandbox.api_key()))
        .new_account_name("cloned-child")
        .new_account_email("cloned@example.com")
        .new_account_password("Str0ng!pass")
        .build()
}

async fn info(client: &Client) -> GetAccountInfoResponse {
    GetAccountInfo::default().send(client).await.unwrap()
}

async fn balance(client: &Client) -> Decimal {
    info(client).await.result.balance.unwrap()
}

/// A client with an account's API key, whose responses contain secrets.
fn with_key(sandbox: &Sandbox, key: ApiKey) -> Client {
    Client::builder().credentials(key).base_url(sandbox.base_url()).build().unwrap()
}

/// The code of the API's error for a request that satisfies all declared rules.
macro_rules! code {
    ($client:expr, $request:expr) => {
        $request.send($client).await.unwrap_err().code().expect("a rejection by the API").code()
    };
}

#[tokio::test]
async fn add_account() {
    let (sandbox, client) = sandbox().await;
    let added = child(&sandbox, "child-one").send(&client).await.unwrap();
    assert_eq!(added.active, Some(false));
    assert_eq!(code!(&client, child(&sandbox, "child-one")), 106);
}

#[tokio::test]
async fn clone_account() {
    let (sandbox, client) = sandbox().await;
    let template = AddAccount {
        active: Some(true),
        account_first_name: Some("Ann".into()),
        account_custom_data: Some("a note".into()),
        location: Some("Europe/London".into()),
        ..child(&sandbox, "child-one")
    };
    let template = template.send(&client).await.unwrap().account_id;

    let request = CloneAccount {
        account_first_name: Some("Beth".into()),
        ..clone_of(&sandbox, TemplateAccount::Name("child-one".into()))
    };
    let clone = request.clone().send(&client).await.unwrap().result;
    assert_eq!((clone.account_name.as_deref(), clone.active), (Some("cloned-child"), Some(true)));
    assert!(clone.account_id != template && clone.api_key.is_some());
    assert!(clone.users.is_empty() && clone.applications.is_empty() && clone.admin_users.is_empty());

    let id = clone.account_id.into();
    let the_clone = GetChildrenAccounts { child_account_id: Some(id), ..Default::default() };
    let copied = the_clone.send(&client).await.unwrap().result.remove(0);
    assert_eq!(copied.account_first_name.as_deref(), Some("Beth"));
    assert_eq!(copied.account_custom_data.as_deref(), Some("a note"));
    assert_eq!(copied.location.as_deref(), Some("Europe/London"));
    assert_eq!(copied.balance, Some(Decimal::ZERO));

    assert_eq!(code!(&client, request), 106);
}

#[tokio::test]
async fn cloning_requires_the_parents_secret_and_one_of_its_templates() {
    let (sandbox, client) = sandbox().await;
    add_child(&sandbox, &client, "child-one").await;
    let of_child = || clone_of(&sandbox, TemplateAccount::Email("child-one@example.com".into()));
    let wrong = CloneAccount { parent_auth: ParentAuth::Password("wrong".into()), ..of_child() };
    assert_eq!(code!(&client, wrong), 100);
    assert_eq!(code!(&client, clone_of(&sandbox, TemplateAccount::Id(7))), 115);

    // Works without a token, too: the secret identifies the parent.
    let without =
        Client::builder().credentials(Credentials::None).base_url(sandbox.base_url()).build().unwrap();
    let by_password =
        CloneAccount { parent_auth: ParentAuth::Password(sandbox.account_password()), ..of_child() };
    by_password.send(&without).await.unwrap();
    // The parent itself can be copied.
    let itself = CloneAccount {
        new_account_name: "second-clone".into(),
        new_account_email: "second@example.com".into(),
        ..clone_of(&sandbox, TemplateAccount::Id(sandbox.account_id()))
    };
    itself.send(&without).await.unwrap();
    let children = GetChildrenAccounts::default().send(&client).await.unwrap();
    assert_eq!(children.total_count, Some(3));
}

#[tokio::test]
async fn get_account_info() {
    let (sandbox, client) = sandbox().await;
    let account = info(&client).await.result;
    assert_eq!(account.account_id, sandbox.account_id());
    assert_eq!(account.balance, Some(Decimal::from(1000)));
    let stranger = with_key(&sandbox, ApiKey::by_id(7, sandbox.api_key()));
    assert_eq!(code!(&stranger, GetAccountInfo::default()), 100);
}

#[tokio::test]
async fn set_account_info() {
    let (sandbox, client) = sandbox().await;
    let request = SetAccountInfo {
        new_account_email: Some("new@example.com".into()),
        new_account_password: Some("N3w!passw0rd".into()),
        language_code: Some(LanguageCode::Ru),
        location: Some("GMT-8".into()),
        min_balance_to_notify: Some(decimal("1.50")),
        send_js_error: Some(true),
        billing_address_country_code: Some(CountryCode::Kz),
        billing_address_address: Some("1 Street".into()),
        callback_url: Some("https://example.com/callbacks".into()),
        callback_salt: Some("pinch".into()),
        store_inbound_sms: Some(true),
        ..Default::default()
    };
    request.send(&client).await.unwrap();
    let calls = format!("{:?} {sandbox:?}", sandbox.requests());
    assert!(!calls.contains("pinch") && !calls.contains("N3w!"), "{calls}");

    let account = info(&client).await.result;
    assert_eq!(account.account_email.as_deref(), Some("new@example.com"));
    assert_eq!(account.language_code, Some(LanguageCode::Ru));
    assert_eq!(account.location.as_deref(), Some("GMT-8"));
    assert_eq!(account.min_balance_to_notify, Some(decimal("1.5")));
    assert_eq!(account.send_js_error, Some(true));
    assert_eq!(account.billing_address_country_code, Some(CountryCode::Kz));
    assert_eq!(account.billing_address_address.as_deref(), Some("1 Street"));
    assert_eq!(account.callback_url.as_deref(), Some("https://example.com/callbacks"));
    assert!(account.callback_salt.is_none());
    // Omitted parameters change nothing.
    assert_eq!(account.account_notifications, Some(false));

    let by_key = with_key(&sandbox, ApiKey::by_email("new@example.com", sandbox.api_key()));
    assert_eq!(info(&by_key).await.result.callback_salt, Some("pinch".into()));
    add_child(&sandbox, &client, "child-one").await;
    let taken = || SetAccountInfo {
        new_account_email: Some("CHILD-ONE@example.com".into()),
        location: Some("elsewhere".into()),
        ..Default::default()
    };
    assert_eq!(code!(&client, taken()), 128);
    assert_eq!(info(&client).await.result.location.as_deref(), Some("GMT-8"));
    let unknown =
        SetAccountInfo { billing_address_country_code: Some(CountryCode::other("XX")), ..Default::default() };
    assert_eq!(code!(&client, unknown), 204);
}

#[tokio::test]
async fn set_child_account_info() {
    let (sandbox, client) = sandbox().await;
    let one = add_child(&sandbox, &client, "child-one").await;
    add_child(&sandbox, &client, "child-two").await;
    let request = |children| SetChildAccountInfo::builder().child_account(children);

    let all = request(ChildAccounts::Id(IdList::All)).active(true).support_robokassa(true);
    all.send(&client).await.unwrap();
    let renamed = request(ChildAccounts::Name(vec!["child-one".into()]))
        .new_child_account_email("first@example.com")
        .new_child_account_password("N3w!passw0rd");
    renamed.send(&client).await.unwrap();
    let by_email = request(ChildAccounts::Email(vec!["first@example.com".into()])).location("Etc/GMT-8");
    by_email.send(&client).await.unwrap();

    let children = GetChildrenAccounts::default().send(&client).await.unwrap().result;
    let active: Vec<_> = children.iter().map(|child| (child.active, child.support_robokassa)).collect();
    assert_eq!(active, [(Some(true), Some(true)); 2]);
    assert_eq!(children[0].account_email.as_deref(), Some("first@example.com"));
    assert_eq!(children[0].location.as_deref(), Some("Etc/GMT-8"));
    assert_eq!(children[1].location.as_deref(), Some("Etc/GMT"));

    let cases = [
        (ChildAccounts::Id([one, sandbox.account_id()].into()), 194),
        (ChildAccounts::Name(vec!["child-one".into(), "nobody".into()]), 198),
        (ChildAccounts::Email(vec!["nobody@example.com".into()]), 199),
    ];
    for (children, expected) in cases {
        assert_eq!(code!(&client, request(children).active(false).build()), expected);
    }
    let both = request(ChildAccounts::Id(IdList::All)).new_child_account_email("both@example.com").build();
    assert_eq!(code!(&client, both), 492);
    let taken =
        request(ChildAccounts::Id(one.into())).new_child_account_email("child-two@example.com").build();
    assert_eq!(code!(&client, taken), 128);
}

#[tokio::test]
async fn get_currency_rate() {
    let (sandbox, client) = sandbox().await;
    let request = |currency: &[&str], date| GetCurrencyRate {
        currency: currency.iter().map(|&currency| currency.to_owned()).collect(),
        date,
    };
    let today = request(&["RUR", "USD"], None).send(&client).await.unwrap().result;
    assert!(today.rur.is_some_and(|rate| rate > Decimal::TEN));
    assert_eq!((today.usd, today.kzt, today.eur), (Some(Decimal::ONE), None, None));
    let day = Some(Date::constant(2014, 3, 17));
    let that_day = request(&["EUR", "KZT"], day).send(&client).await.unwrap().result;
    let next_day =
        request(&["EUR", "KZT"], Some(Date::constant(2014, 3, 18))).send(&client).await.unwrap().result;
    assert!(that_day.eur != next_day.eur && that_day.kzt != next_day.kzt);
    assert_eq!(that_day.eur, request(&["EUR"], day).send(&client).await.unwrap().result.eur);

    assert_eq!(code!(&client, request(&["RUB"], None)), 210);
    sandbox.clock().set("2014-03-17T12:00:00Z".parse().unwrap());
    assert_eq!(
        code!(
            &with_key(&sandbox, ApiKey::by_id(sandbox.account_id(), sandbox.api_key())),
            request(&["RUR"], Some(Date::constant(2014, 3, 18)))
        ),
        233
    );
}

#[tokio::test]
async fn get_resource_price() {
    let (_sandbox, client) = sandbox().await;
    let voice = GetResourcePrice {
        resource_type: Some(vec![ResourceType::Voipin, ResourceType::Voipout]),
        ..Default::default()
    };
    let prices = voice.send(&client).await.unwrap().result;
    let types: Vec<_> = prices.iter().map(|price| price.resource_type.clone().unwrap()).collect();
    assert_eq!(types, [ResourceType::Voipin, ResourceType::Voipout]);
    assert!(prices[0].price_groups[0].price.is_some_and(|price| price > Decimal::ZERO));

    let number = GetResourcePrice {
        resource_type: Some(vec![ResourceType::Pstnout]),
        resource_param: Some(vec!["79263331122".into()]),
        ..Default::default()
    };
    let prices = number.send(&client).await.unwrap().result;
    let [group] = prices[0].price_groups.as_slice() else { panic!("{prices:?}") };
    assert_eq!(group.price_group_name.as_deref(), Some("Russia Mobile"));
    assert_eq!(group.params.as_ref().unwrap().requested, ["79263331122"]);

    let unknown =
        GetResourcePrice { resource_type: Some(vec![ResourceType::other("HOLOGRAM")]), ..Default::default() };
    assert_eq!(code!(&client, unknown), 429);
}

#[tokio::test]
async fn get_subscription_price() {
    let (_sandbox, client) = sandbox().await;
    let page = GetSubscriptionPrice { count: Some(2), ..Default::default() };
    let templates = page.send(&client).await.unwrap().result;
    assert_eq!(templates.len(), 2);
    assert_eq!(templates[0].subscription_template_id, 20);
    assert_eq!(templates[0].price, Some(decimal("293.855")));
    let month = Period { months: 1, ..Period::default() };
    assert_eq!(templates[0].period.as_ref().and_then(PeriodText::known), Some(month));
    assert_eq!(templates[1].installation_price, Some(Decimal::from(3000)));
    assert_eq!(templates[1].verification_status, Some(VerificationStatus::InProgress));

    let unknown = GetSubscriptionPrice { subscription_template_id: Some(7.into()), ..Default::default() };
    assert_eq!(code!(&client, unknown), 244);
}

#[tokio::test]
async fn get_children_accounts() {
    let (sandbox, client) = sandbox().await;
    let one = add_child(&sandbox, &client, "child-one").await;
    let children = GetChildrenAccounts { brief_output: Some(true), ..Default::default() };
    assert_eq!(children.send(&client).await.unwrap().result[0].account_id, one);
    let unknown = GetChildrenAccounts { child_account_id: Some(7.into()), ..Default::default() };
    assert_eq!(code!(&client, unknown), 194);
}

async fn amounts(client: &Client, currency: Option<&str>, charge_date: Date) -> GetMoneyAmountToChargeResult {
    let request =
        GetMoneyAmountToCharge { currency: currency.map(str::to_owned), charge_date: Some(charge_date) };
    request.send(client).await.unwrap().result
}

#[tokio::test]
async fn get_money_amount_to_charge() {
    let builder = Sandbox::builder().balance(decimal("5.25")).phone("442012345678", decimal("20.5"));
    let sandbox = builder.start().await.unwrap();
    let client = sandbox.client().unwrap();
    let now = GetMoneyAmountToCharge::default().send(&client).await.unwrap().result;
    // The frozen number is due.
    assert_eq!((now.amount, now.min_amount), (Some(decimal("3.5")), Some(Decimal::ZERO)));
    assert_eq!(now.subscriptions[0].subscription_description.as_deref(), Some(FROZEN));
    assert_eq!(now.subscriptions[0].subscription_auto_charge, Some(false));

    let later = Date::constant(9999, 1, 1);
    let dollars = amounts(&client, None, later).await;
    assert_eq!((dollars.amount, dollars.min_amount), (Some(decimal("27.5")), Some(decimal("22.25"))));
    assert_eq!(dollars.subscriptions.len(), 3);
    let roubles = amounts(&client, Some("RUR"), later).await;
    let rate = GetCurrencyRate { currency: vec!["RUR".into()], date: None };
    let rate = rate.send(&client).await.unwrap().result.rur.unwrap();
    let difference = roubles.amount.unwrap() - decimal("27.5") * rate;
    assert!(difference >= Decimal::ZERO && difference < decimal("0.01"), "{difference}");
    assert_eq!(roubles.bank_card_amount_usd, Some(decimal("27.5")));

    let unknown = GetMoneyAmountToCharge { currency: Some("RUB".into()), ..Default::default() };
    assert_eq!(code!(&client, unknown), 210);
}

#[tokio::test]
async fn charge_account() {
    let sandbox = Sandbox::builder().balance(Decimal::from(10)).start().await.unwrap();
    let client = sandbox.client().unwrap();
    let frozen = || ChargeAccount { phone: Phones::Number(FROZEN.into()) };
    let response = frozen().send(&client).await.unwrap();
    let charged = response.result.unwrap();
    assert_eq!(charged.charged_amount, Some(decimal("3.5")));
    let [phone] = charged.phones.as_slice() else { panic!("{charged:?}") };
    assert_eq!((phone.is_charged, phone.deactivated), (Some(true), Some(false)));
    assert_eq!(response.account_info.unwrap().balance, Some(decimal("6.5")));
    assert_eq!(balance(&client).await, decimal("6.5"));
    // It is no longer due.
    let due = GetMoneyAmountToCharge::default().send(&client).await.unwrap().result;
    assert_eq!((due.amount, due.subscriptions.len()), (Some(Decimal::ZERO), 0));

    assert_eq!(code!(&client, ChargeAccount { phone: Phones::Id(IdList::All) }), 127);
    assert_eq!(balance(&client).await, decimal("6.5"));
    frozen().send(&client).await.unwrap();
    assert_eq!(balance(&client).await, Decimal::from(3));
    assert_eq!(code!(&client, ChargeAccount { phone: Phones::Number("1".into()) }), 121);
    assert_eq!(code!(&client, ChargeAccount { phone: Phones::Id(7.into()) }), 181);
}

fn change(plan_type: PlanType, id: u64) -> ChangeAccountPlan {
    ChangeAccountPlan { plan_type, plan_subscription_template_id: Some(id) }
}

#[tokio::test]
async fn change_account_plan() {
    let (_sandbox, client) = sandbox().await;
    let response = change(PlanType::Im, 3).send(&client).await.unwrap();
    assert_eq!(response.account_info.unwrap().balance, Some(decimal("950.05")));
    let account = info(&client).await.result;
    assert_eq!(
        (account.balance, account.fixed_balance),
        (Some(decimal("950.05")), Some(Decimal::from(1000)))
    );
    assert_eq!(account.money_on_hold, Some(decimal("49.95")));

    assert_eq!(code!(&client, change(PlanType::Im, 77)), 110);
    assert_eq!(code!(&client, change(PlanType::Im, 2)), 379);
    assert_eq!(code!(&client, change(PlanType::other("VIDEO"), 3)), 426);
}

#[tokio::test]
async fn get_account_plans() {
    let (_sandbox, client) = sandbox().await;
    change(PlanType::Im, 3).send(&client).await.unwrap();
    let plans = GetAccountPlans::default().send(&client).await.unwrap().result;
    let ids: Vec<_> = plans.iter().map(|plan| plan.plan_subscription_template_id).collect();
    assert_eq!(ids, [3, 4]);
    assert_eq!(plans[0].periodic_charge, Some(decimal("49.95")));
    assert!(plans[0].next_charge.is_some() && plans[0].packages[0].resource_left.is_some());
    let mau = GetAccountPlans { plan_type: Some(vec![PlanType::Mau]), ..Default::default() };
    assert_eq!(mau.send(&client).await.unwrap().result.len(), 1);
    let other = GetAccountPlans { plan_subscription_template_id: Some([1, 2].into()), ..Default::default() };
    assert!(other.send(&client).await.unwrap().result.is_empty());
    let unknown = GetAccountPlans { plan_type: Some(vec![PlanType::other("VIDEO")]), ..Default::default() };
    assert_eq!(code!(&client, unknown), 426);
}

#[tokio::test]
async fn get_available_plans() {
    let (_sandbox, client) = sandbox().await;
    let ids = async |request: GetAvailablePlans| {
        let plans = request.send(&client).await.unwrap().result;
        plans.iter().map(|plan| plan.plan_subscription_template_id).collect::<Vec<_>>()
    };
    assert_eq!(ids(GetAvailablePlans::default()).await, [2, 3, 5, 6]);
    change(PlanType::Im, 2).send(&client).await.unwrap();
    let im = GetAvailablePlans { plan_type: Some(vec![PlanType::Im]), ..Default::default() };
    assert_eq!(ids(im).await, [3]);
    let one = GetAvailablePlans { plan_subscription_template_id: Some(6.into()), ..Default::default() };
    assert_eq!(ids(one).await, [6]);
    let unknown = GetAvailablePlans { plan_type: Some(vec![PlanType::other("VIDEO")]), ..Default::default() };
    assert_eq!(code!(&client, unknown), 426);
}

#[tokio::test]
async fn get_account_documents() {
    let (sandbox, client) = sandbox().await;
    let one = add_child(&sandbox, &client, "child-one").await;
    let request = || GetAccountDocuments { with_details: Some(true), ..Default::default() };

    let own = request().send(&client).await.unwrap().result;
    assert_eq!((own.len(), own[0].account_id), (1, sandbox.account_id()));
    let verification = &own[0].verifications[0];
    assert_eq!(verification.verification_name.as_deref(), Some("RU"));
    assert_eq!(verification.verification_status, Some(VerificationStatus::InProgress));
    assert!(verification.unverified_hold_until.is_some());
    let states: Vec<_> = verification
        .documents
        .iter()
        .map(|document| document.account_document_status.clone().unwrap())
        .collect();
    assert_eq!(states, [DocumentStatus::Rejected, DocumentStatus::InProgress]);
    assert!(verification.documents[0].uploaded.is_some());

    let all = GetAccountDocuments { child_account_id: Some(IdList::All), ..request() };
    let all = all.send(&client).await.unwrap().result;
    assert_eq!(all.len(), 2);
    assert!(all[0].verifications[0].documents.is_empty());
    let required = GetAccountDocuments {
        verification_status: Some(vec![VerificationStatus::Required]),
        children_verifications_only: Some(true),
        ..request()
    };
    let required = required.send(&client).await.unwrap().result;
    assert_eq!((required.len(), required[0].account_id), (1, one));

    let unknown = GetAccountDocuments { child_account_id: Some(7.into()), ..request() };
    assert_eq!(code!(&client, unknown), 194);
}

/// The sandbox plays it by samples.
#[tokio::test]
async fn get_account_verifications() {
    let (sandbox, client) = sandbox().await;
    let request =
        GetAccountVerifications { account_id: sandbox.account_id(), active_verification_only: Some(true) };
    let verifications = request.send(&client).await.unwrap().result;
    assert!(!verifications.is_empty());
    for verification in verifications {
        assert!(verification.verification_id.is_some() && verification.status.is_some());
        assert!(verification.credentials.is_some() && !verification.agreements.is_empty());
    }

    let without =
        Client::builder().credentials(Credentials::None).base_url(sandbox.base_url()).build().unwrap();
    assert_eq!(code!(&without, request), 100);
}
