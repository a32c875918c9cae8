//! Phone numbers in the sandbox, over real HTTP: on offer, rented, changed and given back.

use std::collections::HashSet;

use vox_accounts::prelude::*;
use vox_api::phone_numbers::{
    AttachPhoneNumber, AttachedPhoneInfo, BindPhoneNumberToApplication, DeactivatePhoneNumber,
    GetAccountPhoneNumberCountries, GetActualPhoneNumberRegion, GetNewPhoneNumbers, GetPhoneNumberCategories,
    GetPhoneNumberCountryStates, GetPhoneNumberRegions, GetPhoneNumbers, IsAccountPhoneNumber,
    NumbersToAttach, PhoneFilter, PhoneVerificationStatus, PhonesOrAll, SetPhoneNumberInfo,
};
use vox_api::types::Application;
use vox_core::ErrorCode;
use vox_sandbox::{Level, NewAccount, Sandbox};

/// The phone numbers that the first account has from the start.
const FIRST: [&str; 2] = ["79993330011", "74951234567"];

async fn sandbox() -> (Sandbox, Client) {
    let clock = "2026-01-10T12:00:00Z".parse().unwrap();
    let sandbox = Sandbox::builder().clock(clock).balance(10).start().await.unwrap();
    let client = sandbox.client().unwrap();
    (sandbox, client)
}

/// A client of another account with 10 dollars.
fn stranger(sandbox: &Sandbox) -> Client {
    let added = sandbox.add_account(NewAccount::new("stranger").balance(10)).unwrap();
    let credentials = ApiKey::by_id(added.account_id, added.api_key);
    Client::builder().credentials(credentials).base_url(sandbox.base_url()).build().unwrap()
}

async fn balance(client: &Client) -> Decimal {
    GetAccountInfo::default().send(client).await.unwrap().result.balance.unwrap()
}

async fn phones(client: &Client) -> Vec<AttachedPhoneInfo> {
    GetPhoneNumbers::default().send(client).await.unwrap().result
}

async fn numbers(client: &Client) -> Vec<String> {
    phones(client).await.into_iter().filter_map(|phone| phone.phone_number).collect()
}

/// The first phone numbers on offer in the region 7 of the United States.
async fn on_offer(client: &Client, count: u64) -> Vec<String> {
    let request = GetNewPhoneNumbers::builder()
        .country_code("US")
        .phone_category_name("GEOGRAPHIC")
        .phone_region_id(7)
        .count(count);
    let response = request.send(client).await.unwrap();
    response.result.into_iter().filter_map(|offer| offer.phone_number).collect()
}

fn rent(numbers: &[String]) -> AttachPhoneNumber {
    AttachPhoneNumber { numbers: Some(NumbersToAttach::Number(numbers.to_vec())), ..Default::default() }
}

fn rent_in(country: &str, region: u64, count: u64) -> AttachPhoneNumber {
    AttachPhoneNumber {
        country_code: Some(country.into()),
        phone_category_name: Some("GEOGRAPHIC".into()),
        phone_region_id: Some(region),
        numbers: Some(NumbersToAttach::Count(count)),
        ..Default::default()
    }
}

/// The code of the API's error for a request that satisfies all declared rules.
macro_rules! code {
    ($client:expr, $request:expr) => {
        $request.send($client).await.unwrap_err().code().expect("a rejection by the API").code()
    };
}

#[tokio::test]
async fn the_catalog_leads_to_a_number() {
    let (sandbox, client) = sandbox().await;
    let countries = GetPhoneNumberCategories::default().send(&client).await.unwrap().result;
    let country = countries.iter().find(|country| country.country_code.as_deref() == Some("US")).unwrap();
    assert_eq!((country.phone_prefix.as_deref(), country.can_list_phone_numbers), (Some("1"), Some(true)));
    let category = country.phone_categories[0].phone_category_name.clone().unwrap();
    let request = GetPhoneNumberCountryStates::builder().country_code("US").phone_category_name(&*category);
    let states = request.send(&client).await.unwrap().result;
    let state = states[1].country_state.clone().unwrap();
    assert_eq!((category.as_str(), state.as_str()), ("GEOGRAPHIC", "NY"));
    let request = GetPhoneNumberRegions::builder()
        .country_code("US")
        .phone_category_name(&*category)
        .country_state(&*state)
        .omit_empty(true);
    let region = request.send(&client).await.unwrap().result.remove(0);
    assert_eq!((region.phone_region_id, region.account_price), (Some(7), Some(1.into())));
    let request = GetActualPhoneNumberRegion::builder()
        .country_code("US")
        .phone_category_name(&*category)
        .phone_region_id(7)
        .build();
    assert_eq!(request.send(&client).await.unwrap().result, Some(region));
    let found = on_offer(&client, 2).await;
    assert_eq!(found, ["12125550000", "12125550001"]);
    assert!(sandbox.requests().iter().all(|request| request.level == Some(Level::Stateful)));
}

#[tokio::test]
async fn a_number_is_rented_changed_and_given_back() {
    let (sandbox, client) = sandbox().await;
    let number = on_offer(&client, 1).await;
    let rented = rent(&number).send(&client).await.unwrap().phone_numbers.remove(0);
    let id = rented.phone_id.unwrap();
    assert_eq!((rented.phone_number.as_ref(), rented.required_verification), (Some(&number[0]), None));
    assert_eq!(balance(&client).await, 9.into());
    assert_ne!(on_offer(&client, 1).await, number);
    assert!(IsAccountPhoneNumber { phone_number: number[0].clone() }.send(&client).await.unwrap().result);

    let url = "https://example.com/sms";
    let phone = || PhonesOrAll::Id([id].into());
    SetPhoneNumberInfo::builder().phone(phone()).incoming_sms_callback_url(url).send(&client).await.unwrap();
    let request = GetPhoneNumbers { phone: Some(PhoneFilter::Id(vec![id])), ..Default::default() };
    let listed = request.send(&client).await.unwrap();
    assert_eq!((listed.count, listed.total_count), (Some(1), Some(1)));
    let info = &listed.result[0];
    assert_eq!((info.phone_number.as_ref(), info.phone_price), (Some(&number[0]), Some(1.into())));
    assert_eq!(info.incoming_sms_callback_url.as_deref(), Some(url));
    assert_eq!((info.auto_charge, info.can_be_used, info.deactivated), (Some(true), Some(true), Some(false)));
    assert_eq!(info.phone_next_renewal, Some(Date::constant(2026, 2, 10)));
    assert_eq!(info.phone_purchase_date.map(DateTime::date), Some(Date::constant(2026, 1, 10)));
    assert_eq!(info.phone_region_name.as_deref(), Some("New York"));

    DeactivatePhoneNumber { phone: phone() }.send(&client).await.unwrap();
    assert_eq!(code!(&client, DeactivatePhoneNumber { phone: phone() }), 181);
    assert_eq!(numbers(&client).await, FIRST);
    assert_eq!((on_offer(&client, 1).await, balance(&client).await), (number, 9.into()));
    drop(sandbox);
}

#[tokio::test]
async fn nothing_is_rented_without_enough_money() {
    let (_sandbox, client) = sandbox().await;
    assert_eq!(code!(&client, rent_in("US", 7, 11)), 127);
    assert_eq!(code!(&client, rent_in("BG", 5, 1)), 127);
    assert_eq!((numbers(&client).await.len(), balance(&client).await), (2, 10.into()));
    rent_in("US", 7, 10).send(&client).await.unwrap();
    assert_eq!((numbers(&client).await.len(), balance(&client).await), (12, 0.into()));
}

#[tokio::test]
async fn prices_can_be_set() {
    let sandbox = Sandbox::builder().balance(10).subscription_price(5, 4).start().await.unwrap();
    let client = sandbox.client().unwrap();
    rent_in("US", 7, 2).send(&client).await.unwrap();
    assert_eq!((balance(&client).await, phones(&client).await[2].phone_price), (2.into(), Some(4.into())));
}

#[tokio::test]
async fn a_verification_is_stated_where_it_is_needed() {
    let (_sandbox, client) = sandbox().await;
    let rented = rent_in("RU", 1, 1).send(&client).await.unwrap().phone_numbers.remove(0);
    assert_eq!(rented.required_verification.as_deref(), Some("RU"));
    assert_eq!(rented.verification_status, Some(PhoneVerificationStatus::InProgress));
    let documents = GetAccountDocuments::default().send(&client).await.unwrap();
    assert_eq!(rented.unverified_hold_until, documents.result[0].verifications[0].unverified_hold_until);
    let unusable =
        GetPhoneNumbers { can_be_used: Some(false), auto_charge: Some(true), ..Default::default() };
    assert_eq!(unusable.send(&client).await.unwrap().total_count, Some(1));
}

#[tokio::test]
async fn accounts_see_only_their_own_numbers() {
    let (sandbox, client) = sandbox().await;
    let other = stranger(&sandbox);
    let number = on_offer(&client, 1).await;
    let id = rent(&number).send(&client).await.unwrap().phone_numbers[0].phone_id.unwrap();
    assert_eq!(numbers(&other).await, [""; 0]);
    assert!(!IsAccountPhoneNumber { phone_number: number[0].clone() }.send(&other).await.unwrap().result);
    assert_ne!(on_offer(&other, 1).await, number);
    assert_eq!(code!(&other, rent(&number)), 182);
    let by_id = || PhonesOrAll::Id([id].into());
    assert_eq!(code!(&other, DeactivatePhoneNumber { phone: by_id() }), 181);
    assert_eq!(code!(&other, DeactivatePhoneNumber { phone: PhonesOrAll::Number(number.clone()) }), 121);
    assert_eq!(
        code!(
            &other,
            SetPhoneNumberInfo { phone: by_id(), incoming_sms_callback_url: None, auto_charge: None }
        ),
        181
    );
    let request = GetPhoneNumbers { phone: Some(PhoneFilter::Id(vec![id])), ..Default::default() };
    assert_eq!(code!(&other, request), 181);
    // All of the other account's phone numbers are none of the first account's.
    rent_in("GB", 3, 1).send(&other).await.unwrap();
    DeactivatePhoneNumber { phone: PhonesOrAll::Id(IdList::All) }.send(&other).await.unwrap();
    assert_eq!((numbers(&other).await.len(), numbers(&client).await.len()), (0, 3));
}

#[tokio::test]
async fn a_parent_lists_the_numbers_of_its_children() {
    let sandbox = Sandbox::builder()
        .child(NewAccount::new("child-one").phone("442079460123", 2))
        .start()
        .await
        .unwrap();
    let client = sandbox.client().unwrap();
    let request = GetPhoneNumbers { children_phones_only: Some(true), ..Default::default() };
    let listed = request.send(&client).await.unwrap().result;
    assert_eq!(listed.len(), 1);
    assert_eq!(
        (listed[0].phone_region_name.as_deref(), listed[0].phone_price),
        (Some("London"), Some(2.into()))
    );
    // Every phone number has another id.
    let all = GetPhoneNumbers { child_account_id: Some(IdList::All), ..Default::default() };
    let all = all.send(&client).await.unwrap().result;
    let ids: HashSet<_> = all.iter().filter_map(|phone| phone.phone_id).collect();
    assert_eq!(ids.len(), 3);
    assert_eq!(code!(&client, rent(&["442079460123".to_owned()])), 182);
}

#[tokio::test]
async fn countries_are_those_of_the_numbers() {
    let (_sandbox, client) = sandbox().await;
    rent_in("US", 7, 2).send(&client).await.unwrap();
    let countries = GetAccountPhoneNumberCountries::default().send(&client).await.unwrap();
    assert_eq!(countries.result, ["RU", "US"]);
    let unknown = GetAccountPhoneNumberCountries { application_id: Some(vec![7]) };
    assert_eq!(code!(&client, unknown), 116);
}

#[tokio::test]
async fn a_binding_needs_an_application_of_the_account() {
    let (_sandbox, client) = sandbox().await;
    let bind = |application| BindPhoneNumberToApplication {
        phone: PhonesOrAll::Id(IdList::All),
        application,
        rule: None,
        bind: None,
    };
    assert_eq!(code!(&client, bind(Application::Id(7))), 116);
    assert_eq!(code!(&client, bind(Application::Name("ivr".into()))), 107);
    assert!(phones(&client).await.iter().all(|phone| phone.application_id.is_none()));
}

/// Parameters that break a rule of the declaration have the codes of their parameters too.
#[tokio::test]
async fn parameters_have_their_codes() {
    let (_sandbox, client) = sandbox().await;
    let cases = [
        (
            "GetNewPhoneNumbers",
            vec![("country_code", "USA"), ("phone_category_name", "GEOGRAPHIC"), ("phone_region_id", "7")],
            239,
        ),
        (
            "GetNewPhoneNumbers",
            vec![("country_code", "US"), ("phone_category_name", "GEOGRAPHIC"), ("phone_region_id", "x")],
            241,
        ),
        (
            "AttachPhoneNumber",
            vec![
                ("country_code", "US"),
                ("phone_category_name", "GEOGRAPHIC"),
                ("phone_region_id", "7"),
                ("phone_count", "-1"),
            ],
            243,
        ),
        (
            "GetPhoneNumbers",
            vec![("from_phone_next_renewal", "2026-02-01"), ("to_phone_next_renewal", "2026-01-01")],
            258,
        ),
        (
            "GetPhoneNumbers",
            vec![("from_unverified_hold_until", "2026-02-01"), ("to_unverified_hold_until", "2026-01-01")],
            325,
        ),
    ];
    for (method, params, code) in cases {
        let error = client.call(method, params.clone()).await.unwrap_err();
        assert_eq!(error.code(), Some(ErrorCode::new(code)), "{method} {params:?}: {error}");
    }
}

#[tokio::test]
async fn rented_numbers_are_part_of_the_state() {
    let (sandbox, client) = sandbox().await;
    rent_in("US", 7, 1).send(&client).await.unwrap();
    let state = sandbox.state();
    let phones = state["accounts"][0]["phones"].as_array().unwrap();
    let rented = phones.iter().find(|phone| phone["phone_number"] == "12125550000").unwrap();
    assert_eq!((&rented["auto_charge"], &rented["paid_until"]), (&true.into(), &"2026-02-10".into()));
    assert_eq!(phones[0]["auto_charge"], false);

    let copy = Sandbox::builder().fixture(&state.to_string()).unwrap().start().await.unwrap();
    let copied = copy.client().unwrap();
    assert_eq!(numbers(&copied).await, numbers(&client).await);
    assert_eq!(
        (on_offer(&copied, 1).await, balance(&copied).await),
        (vec!["12125550001".to_owned()], 9.into())
    );
    let automatic = GetPhoneNumbers { auto_charge: Some(true), ..Default::default() };
    assert_eq!(automatic.send(&copied).await.unwrap().total_count, Some(1));
    let change = r#"{"accounts": [{"account_name": "sandbox-parent",
        "phones": [{"phone_number": "12125550000", "price": 2, "auto_charge": false}]}]}"#;
    copy.change_state(change).unwrap();
    assert_eq!(automatic.send(&copied).await.unwrap().total_count, Some(0));
}

#[tokio::test]
async fn a_reset_forgets_rented_numbers() {
    let (sandbox, client) = sandbox().await;
    rent_in("US", 7, 3).send(&client).await.unwrap();
    DeactivatePhoneNumber { phone: PhonesOrAll::Number(vec![FIRST[0].into()]) }.send(&client).await.unwrap();
    sandbox.reset();
    let client = sandbox.client().unwrap();
    assert_eq!(
        (numbers(&client).await, balance(&client).await),
        (FIRST.map(str::to_owned).to_vec(), 10.into())
    );
    assert_eq!(on_offer(&client, 1).await, ["12125550000"]);
}
