//! Requests and responses on the wire: the vendor's examples in `data/examples`, and arbitrary requests.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Debug;
use std::path::{Path, PathBuf};

use proptest::prelude::*;
use serde_json::{Value, json};
use vox_accounts::prelude::*;
use vox_accounts::{GetAccountInfoResponse, GetSubscriptionPriceResponse, vox_core};
use vox_core::meta::{FieldType, MethodMeta, ParamEntry, ParamMeta, ParamType, RecordMeta};
use vox_core::server::{Form, ServerMethod};
use vox_core::{ErrorCode, FormBody, Period, PeriodText, Record};

/// The examples of responses.
const RESPONSES: [&str; 3] = [
    "GetAccountInfo.response.1.json",
    "GetSubscriptionPrice.response.1.truncated.json",
    "error.response.1.json",
];

fn examples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data/examples")
}

fn example(name: &str) -> String {
    std::fs::read_to_string(examples().join(name)).unwrap()
}

/// The parameters that an independent parser finds in a form.
fn pairs(form: &FormBody) -> Vec<(String, String)> {
    form_urlencoded::parse(form.as_bytes()).into_owned().collect()
}

/// Every example of a request, as a typed request.
fn requests() -> Vec<(&'static str, &'static str, FormBody)> {
    fn request<M: Method>(file: &'static str, request: &M) -> (&'static str, &'static str, FormBody) {
        (file, M::META.name, request.to_form())
    }
    let rates = |currency: &[&str], date| GetCurrencyRate {
        currency: currency.iter().map(|&currency| currency.to_owned()).collect(),
        date,
    };
    vec![
        request(
            "ChangeAccountPlan.request.1.json",
            &ChangeAccountPlan { plan_type: PlanType::Im, plan_subscription_template_id: Some(3) },
        ),
        request(
            "ChargeAccount.request.1.json",
            &ChargeAccount { phone: Phones::Number("79993330011".into()) },
        ),
        request("GetChildrenAccounts.request.3.json", &GetChildrenAccounts::default()),
        request("GetCurrencyRate.request.1.json", &rates(&["RUR"], None)),
        request("GetCurrencyRate.request.2.json", &rates(&["RUR"], Some(Date::constant(2014, 3, 17)))),
        request("GetCurrencyRate.request.3.json", &rates(&["RUR", "EUR"], None)),
        request(
            "GetResourcePrice.request.2.json",
            &GetResourcePrice {
                resource_type: Some(vec![ResourceType::Voipin, ResourceType::Voipout]),
                ..Default::default()
            },
        ),
        request(
            "SetAccountInfo.request.1.json",
            &SetAccountInfo { new_account_password: Some("7654321".into()), ..Default::default() },
        ),
        request(
            "SetAccountInfo.request.6.json",
            &SetAccountInfo {
                language_code: Some(LanguageCode::En),
                location: Some("GMT-8".into()),
                min_balance_to_notify: Some(Decimal::new(150, 2)),
                tariff_changing_notifications: Some(true),
                news_notifications: Some(true),
                ..Default::default()
            },
        ),
        request(
            "SetChildAccountInfo.request.1.json",
            &SetChildAccountInfo::builder()
                .child_account(ChildAccounts::Id(1321.into()))
                .active(false)
                .build(),
        ),
    ]
}

#[test]
fn every_example_is_tested() {
    let files = std::fs::read_dir(examples()).unwrap();
    let files: BTreeSet<_> = files.map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
    let tested = requests().into_iter().map(|(file, ..)| file).chain(RESPONSES);
    assert_eq!(files, tested.map(str::to_owned).collect());
}

#[test]
fn example_requests_encode_to_exactly_their_parameters() {
    for (file, method, form) in requests() {
        let expected: Value = serde_json::from_str(&example(file)).unwrap();
        assert_eq!(method, expected["method"], "{file}");
        let params = expected["params"].as_object().unwrap();
        let expected: BTreeMap<_, _> =
            params.iter().map(|(name, text)| (name.clone(), text.as_str().unwrap().to_owned())).collect();
        let found = pairs(&form);
        assert_eq!(found.len(), expected.len(), "{file}");
        assert_eq!(found.into_iter().collect::<BTreeMap<_, _>>(), expected, "{file}");
    }
}

/// Checks that every name in a response belongs to a declared field.
fn assert_all_declared(response: &Value, record: &'static RecordMeta) {
    for (name, value) in response.as_object().unwrap() {
        let field = record.fields.iter().find(|field| field.name == name);
        let field = field.unwrap_or_else(|| panic!("{} has no field {name}", record.name));
        match (field.value)() {
            FieldType::Record(inner) => assert_all_declared(value, inner),
            FieldType::List(item) => {
                if let FieldType::Record(inner) = *item {
                    value.as_array().unwrap().iter().for_each(|item| assert_all_declared(item, inner));
                }
            }
            _ => {}
        }
    }
}

#[test]
fn example_responses_have_declared_fields_only() {
    let response = |file| serde_json::from_str::<Value>(&example(file)).unwrap();
    assert_all_declared(&response(RESPONSES[0]), GetAccountInfoResponse::META);
    assert_all_declared(&response(RESPONSES[1]), GetSubscriptionPriceResponse::META);
}

fn money(text: &str) -> Option<Decimal> {
    text.parse().ok()
}

#[test]
fn the_example_of_an_account_decodes_completely() {
    let response = GetAccountInfo::from_http(http::Response::new(example(RESPONSES[0]))).unwrap();
    let account = response.result;
    assert_eq!(account.account_id, 3_456_750);
    assert_eq!(account.account_name.as_deref(), Some("ivan123"));
    assert_eq!(account.account_email.as_deref(), Some("ivan123@mail.ru"));
    assert_eq!(account.created.unwrap().to_string(), "2020-08-07T12:00:53Z");
    assert_eq!(account.language_code, Some(LanguageCode::En));
    assert_eq!(account.location.as_deref(), Some("Europe/Moscow"));
    assert_eq!(account.min_balance_to_notify, money("300"));
    assert_eq!(account.account_notifications, Some(true));
    assert_eq!(account.tariff_changing_notifications, Some(true));
    assert_eq!(account.news_notifications, Some(true));
    assert_eq!((account.active, account.frozen), (Some(true), Some(false)));
    assert_eq!((account.balance, account.live_balance), (money("19772.35"), money("19772.35")));
    assert_eq!((account.fixed_balance, account.money_on_hold), (money("20169.93"), money("397.58")));
    assert_eq!((account.credit_limit, account.grace_credit), (money("0"), money("0")));
    assert_eq!(account.currency.as_deref(), Some("RUR"));
    assert_eq!(account.support_robokassa, Some(false));
    assert_eq!((account.support_bank_card, account.support_invoice), (Some(true), Some(true)));
    assert_eq!((account.send_js_error, account.a2p_sms_enabled), (Some(false), Some(false)));
    assert_eq!(account.max_sip_registrations, Some(0));
    assert_eq!(account.bank_card_provider.as_deref(), Some("ALFABANK"));
    assert_eq!((account.enabled_3ds, account.allow_invoice), (Some(true), Some(true)));
    assert_eq!(account.record_storage_id, Some(125));
    assert_eq!(account.record_storage_name.as_deref(), Some("my-storage"));
    assert_eq!(account.mobile_phone.as_deref(), Some("+7-495-123-4567"));
    assert_eq!(account.is_bank_card_auto_charge_prohibited, Some(true));
    assert_eq!(account.taxpayer_type.as_deref(), Some("default"));
    assert_eq!(account.custom_pricing, Some(false));
    assert_eq!(account.credit_limit_aware_balance_notifications, Some(false));
    let limits = account.billing_limits.unwrap();
    let (card, invoice) = (limits.bank_card.unwrap(), limits.invoice.unwrap());
    assert_eq!((card.min_amount, card.max_day_payment), (money("500"), money("7642.17")));
    assert_eq!(card.currency.as_deref(), Some("RUR"));
    assert_eq!((invoice.min_amount, invoice.currency.as_deref()), (money("1000"), Some("RUR")));
    assert_eq!(response.api_address.as_deref(), Some("api-node1.voximplant.com"));
    assert_eq!(response.debugger_address.as_deref(), Some("api-node1.voximplant.com"));
}

#[test]
fn the_example_of_subscriptions_decodes_completely() {
    let response = GetSubscriptionPrice::from_http(http::Response::new(example(RESPONSES[1]))).unwrap();
    let month = PeriodText::Known(Period { months: 1, ..Period::default() });
    let expected = [(20, "0", "293.855", "Phone BG"), (6, "3000", "1500", "Phone RU TollFree")];
    assert_eq!(response.result.len(), expected.len());
    for (template, (id, installation_price, price, name)) in response.result.iter().zip(expected) {
        assert_eq!(template.subscription_template_id, id);
        assert_eq!(template.installation_price, money(installation_price));
        assert_eq!(template.price, money(price));
        assert_eq!(template.period, Some(month.clone()));
        assert_eq!(template.period.as_ref().unwrap().to_string(), "0-1-0 0:0:0");
        assert_eq!(template.subscription_template_type, Some(SubscriptionTemplateType::PhoneNum));
        assert_eq!(template.subscription_template_name.as_deref(), Some(name));
    }
}

#[test]
fn the_example_of_an_error_decodes_completely() {
    let error = GetAccountInfo::from_http(http::Response::new(example(RESPONSES[2]))).unwrap_err();
    assert_eq!(error.code().map(ErrorCode::code), Some(1));
    assert!(error.to_string().contains("Invalid account name or password"), "{error}");
}

/// A value of a field of this type; if `loose`, numbers are strings and booleans are numbers.
fn field_value(field: &FieldType, loose: bool) -> Value {
    match (field, loose) {
        (FieldType::Number, false) => json!(7),
        (FieldType::Number, true) => json!("7"),
        (FieldType::Decimal, false) => json!(293.855),
        (FieldType::Decimal, true) => json!("293.855"),
        (FieldType::Boolean, false) => json!(true),
        (FieldType::Boolean, true) => json!(1),
        (FieldType::Date, _) => json!("2026-01-31"),
        (FieldType::Timestamp, _) => json!("2026-01-31 18:05:00"),
        (FieldType::Record(record), _) => sample_record(record, loose),
        (FieldType::List(item), _) => json!([field_value(item, loose)]),
        _ => json!("an unlisted value"),
    }
}

/// A record with every field, and an undeclared one.
fn sample_record(record: &'static RecordMeta, loose: bool) -> Value {
    let fields =
        record.fields.iter().map(|field| (field.name.to_owned(), field_value(&(field.value)(), loose)));
    fields.chain([("unheard_of".to_owned(), json!({"a": [1]}))]).collect::<serde_json::Map<_, _>>().into()
}

/// A record without one field, once for each optional field at any depth, with the field's name.
fn without_one_field(sample: &Value, record: &'static RecordMeta) -> Vec<(String, Value, Value)> {
    let mut all = Vec::new();
    for field in record.fields {
        let with = |value: Value| {
            let mut changed = sample.clone();
            changed[field.name] = value;
            changed
        };
        if !field.required {
            let mut missing = sample.clone();
            missing.as_object_mut().unwrap().remove(field.name);
            all.push((format!("{}.{}", record.name, field.name), missing, with(Value::Null)));
        }
        let (value, in_list) = match (field.value)() {
            FieldType::List(item) => (*item, true),
            value => (value, false),
        };
        if let FieldType::Record(record) = value {
            let inner = &sample[field.name];
            let inner = if in_list { &inner[0] } else { inner };
            let outer = |inner| with(if in_list { json!([inner]) } else { inner });
            let deeper = without_one_field(inner, record).into_iter();
            all.extend(deeper.map(|(name, missing, null)| (name, outer(missing), outer(null))));
        }
    }
    all
}

/// A method's response with its acknowledgment and every field.
fn response(method: &MethodMeta, loose: bool) -> Value {
    let mut response =
        method.response.record().map_or_else(|| json!({}), |record| sample_record(record, loose));
    if let Some(ack) = method.ack {
        response[ack.name] = if loose { json!("1") } else { json!(1) };
    }
    response
}

/// Missing, null and unknown fields, and values of similar types, do not make a response an error.
fn is_read_leniently<M: Method<Response: Debug>>() {
    let read = |body: &Value| {
        let response = M::from_http(http::Response::new(body.to_string()));
        format!("{:#?}", response.unwrap_or_else(|error| panic!("{error}: {body:#}")))
    };
    let whole = response(M::META, false);
    let expected = read(&whole);
    assert!(!expected.contains("None"), "{expected}");
    assert_eq!(read(&response(M::META, true)), expected);
    for (field, missing, null) in
        M::META.response.record().into_iter().flat_map(|record| without_one_field(&whole, record))
    {
        if !has_evidence::<M>(&missing) {
            assert!(M::from_http(http::Response::new(missing.to_string())).is_err(), "{field}");
            continue;
        }
        let without = read(&missing);
        assert_ne!(without, expected, "{field}");
        assert_eq!(read(&null), without, "{field}");
    }
}

/// Whether a response has a member that the method returns, without which it is not a success.
fn has_evidence<M: Method>(response: &Value) -> bool {
    let fields = M::META.response.record().map_or(&[][..], |record| record.fields);
    M::META.ack.is_some() || fields.iter().any(|field| response.get(field.name).is_some())
}

#[test]
fn any_response_is_read_leniently() {
    is_read_leniently::<AddAccount>();
    is_read_leniently::<CloneAccount>();
    is_read_leniently::<GetAccountInfo>();
    is_read_leniently::<SetAccountInfo>();
    is_read_leniently::<SetChildAccountInfo>();
    is_read_leniently::<GetCurrencyRate>();
    is_read_leniently::<GetResourcePrice>();
    is_read_leniently::<GetSubscriptionPrice>();
    is_read_leniently::<GetChildrenAccounts>();
    is_read_leniently::<GetMoneyAmountToCharge>();
    is_read_leniently::<ChargeAccount>();
    is_read_leniently::<ChangeAccountPlan>();
    is_read_leniently::<GetAccountPlans>();
    is_read_leniently::<GetAvailablePlans>();
    is_read_leniently::<GetAccountDocuments>();
}

/// Any strings, control characters included.
fn text() -> impl Strategy<Value = String> {
    proptest::collection::vec(any::<char>(), 1..20).prop_map(String::from_iter)
}

/// Strings that can be items of a list: without the separator, and without surrounding space.
fn item() -> impl Strategy<Value = String> {
    let plain = |text: String| text.replace(';', "").trim().to_owned();
    text().prop_map(plain).prop_filter("empty", |text| !text.is_empty())
}

/// Encoded values of a parameter.
fn wire_text(param: &'static ParamMeta) -> BoxedStrategy<String> {
    let word = match param.value().values {
        Some(known) => {
            prop_oneof![proptest::sample::select(known.values).prop_map(str::to_owned), item()].boxed()
        }
        None => item().boxed(),
    };
    let joined = |items: BoxedStrategy<String>| {
        proptest::collection::vec(items, 1..5).prop_map(|items| items.join(";")).boxed()
    };
    let number = any::<u64>().prop_map(|number| number.to_string()).boxed();
    let wire_text = match param.value().kind {
        ParamType::Number => number,
        ParamType::Boolean => any::<bool>().prop_map(|value| value.to_string()).boxed(),
        ParamType::Decimal => (any::<i64>(), 0..=28_u32)
            .prop_map(|(digits, scale)| Decimal::new(digits, scale).to_string())
            .boxed(),
        ParamType::Date => (0_i16..=9999, 1_i8..=12, 1_i8..=28)
            .prop_map(|(year, month, day)| Date::constant(year, month, day).to_string())
            .boxed(),
        ParamType::IntList => joined(number),
        ParamType::StringList => joined(word),
        _ if param.value().values.is_some() => word,
        _ => text().boxed(),
    };
    match param.value().all_word {
        Some(all) => prop_oneof![1 => Just(all.to_owned()), 4 => wire_text].boxed(),
        None => wire_text,
    }
}

/// Encoded parameters of requests of a method, in order.
fn wire_pairs<M: Method>() -> impl Strategy<Value = Vec<(String, String)>> {
    let entry = |entry: &'static ParamEntry| {
        let (members, required) = match entry {
            ParamEntry::Param(param) => (std::slice::from_ref(param), param.required),
            ParamEntry::OneOf(group) => (group.choice.members, group.required),
        };
        let pair = proptest::sample::select(members.iter().collect::<Vec<_>>())
            .prop_flat_map(|member| wire_text(member).prop_map(|text| (member.name.to_owned(), text)));
        if required { pair.prop_map(Some).boxed() } else { proptest::option::of(pair).boxed() }
    };
    M::META
        .params
        .iter()
        .map(entry)
        .collect::<Vec<_>>()
        .prop_map(|pairs| pairs.into_iter().flatten().collect())
}

/// Any request is the same after encoding and decoding, and another parser finds the same parameters.
fn survives_encoding_and_decoding<M: ServerMethod + Debug>() {
    proptest!(ProptestConfig::with_cases(64), |(sent in wire_pairs::<M>())| {
        let mut form = Form::default();
        for (name, text) in &sent {
            form.push(name, text);
        }
        let request = M::decode(&form).unwrap();
        let encoded = request.to_form();
        prop_assert_eq!(pairs(&encoded), sent);
        let again = M::decode(&Form::parse(encoded.as_bytes()).unwrap()).unwrap();
        prop_assert_eq!(format!("{again:?}"), format!("{request:?}"));
        // `Debug` hides secrets, the form does not.
        prop_assert_eq!(again.to_form(), encoded);
    });
}

#[test]
fn any_request_survives_encoding_and_decoding() {
    survives_encoding_and_decoding::<AddAccount>();
    survives_encoding_and_decoding::<CloneAccount>();
    survives_encoding_and_decoding::<GetAccountInfo>();
    survives_encoding_and_decoding::<SetAccountInfo>();
    survives_encoding_and_decoding::<SetChildAccountInfo>();
    survives_encoding_and_decoding::<GetCurrencyRate>();
    survives_encoding_and_decoding::<GetResourcePrice>();
    survives_encoding_and_decoding::<GetSubscriptionPrice>();
    survives_encoding_and_decoding::<GetChildrenAccounts>();
    survives_encoding_and_decoding::<GetMoneyAmountToCharge>();
    survives_encoding_and_decoding::<ChargeAccount>();
    survives_encoding_and_decoding::<ChangeAccountPlan>();
    survives_encoding_and_decoding::<GetAccountPlans>();
    survives_encoding_and_decoding::<GetAvailablePlans>();
    survives_encoding_and_decoding::<GetAccountDocuments>();
}
