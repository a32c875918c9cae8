//! Account callbacks, compared with the API's contract and as a server receives them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use proptest::prelude::*;
use serde_json::{Map, Value, json};
use vox_accounts::callbacks::*;
use vox_accounts::prelude::SetAccountInfo;
use vox_accounts::vox_core::meta::{FieldType, RecordMeta};
use vox_accounts::vox_core::{Record, Secret};
use vox_accounts::{AgreementDocumentStatus, LegalStatus};
use vox_sandbox::{NewAccount, Sandbox};

/// The types without a payload.
const EMPTY: &[&str] = &[
    "account_is_frozen",
    "account_is_unfrozen",
    "activate_successful",
    "card_expired",
    "card_expires_in_month",
    "card_payment_failed",
    "js_fail",
    "reset_account_password_request",
    "stagnant_account",
    "certificate_expired",
    "balance_is_changed",
];

/// The fields of each structure of the contract.
type Structures = BTreeMap<String, Vec<Value>>;

fn structures() -> Structures {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/accounts.json");
    let contract: Value = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
    let structures = contract["structures"].as_array().unwrap();
    let structure = |structure: &Value| {
        (structure["name"].as_str().unwrap().to_owned(), structure["fields"].as_array().unwrap().clone())
    };
    structures.iter().map(structure).collect()
}

fn text<'v>(value: &'v Value, key: &str) -> &'v str {
    value[key].as_str().unwrap()
}

/// The types of callbacks in the contract, and the structures of their payloads.
fn kinds(structures: &Structures) -> Vec<(&str, &str)> {
    let fields = structures["AccountCallback"].iter().map(|field| (text(field, "name"), text(field, "type")));
    fields.filter(|(_, structure)| structures.contains_key(*structure)).collect()
}

/// The record of a type's payload.
fn record(kind: &str) -> &'static RecordMeta {
    match kind {
        "account_document_uploaded" => AccountDocumentUploadedCallback::META,
        "batch_task_cancelling_completed" => BatchTaskCancellingCallback::META,
        "regulation_address_uploaded" => RegulationAddressUploadedCallback::META,
        "account_document_verified" => AccountDocumentVerifiedCallback::META,
        "call_history_report" => CallHistoryReportCallback::META,
        "card_payment" => CardPaymentCallback::META,
        "robokassa_payment" => RobokassaPaymentCallback::META,
        "wire_transfer" => WireTransferCallback::META,
        "min_balance" => MinBalanceCallback::META,
        "regulation_address_verified" => RegulationAddressVerifiedCallback::META,
        "renewed_subscriptions" => RenewedSubscriptionsCallback::META,
        "sip_registration_fail" => SipRegistrationFailCallback::META,
        "sip_registration_recovered" => SipRegistrationRecoveredCallback::META,
        "subscription_is_frozen" => SubscriptionIsFrozenCallback::META,
        "subscription_is_detached" => SubscriptionIsDetachedCallback::META,
        "transaction_history_report" => TransactionHistoryReportCallback::META,
        "unverified_subscription_detached" => UnverifiedSubscriptionDetachedCallback::META,
        "expiring_callerid" => ExpiringCallerIdCallback::META,
        "transcription_complete" => TranscriptionCompleteCallback::META,
        "sms_inbound" => InboundSmsCallback::META,
        "phone_number_activation_status_changed" => PhoneNumberActivationStatusChangedCallback::META,
        "expiring_agreement" => ExpiringAgreementCallback::META,
        "expired_agreement" => ExpiredAgreementCallback::META,
        "restored_agreement_status" => RestoredAgreementStatusCallback::META,
        "next_charge_alert" => NextChargeAlertCallback::META,
        "expired_certificates" => ExpiredCertificateCallback::META,
        "expiring_certificates" => ExpiringCertificateCallback::META,
        "account_document_status_updated" => AccountDocumentStatusUpdatedCallback::META,
        "a2p_sms_activated" => A2pActivatedCallback::META,
        "regulation_address_documents_requested" => RegulationAddressDocumentsRequestedCallback::META,
        "invoice_received" => InvoiceReceivedCallback::META,
        "plan_config" => PlanConfigCallback::META,
        "expired_callerid" => ExpiredCallerIdCallback::META,
        "new_invoice" => NewInvoiceCallback::META,
        _ => panic!("{kind} has no record"),
    }
}

#[test]
fn all_types_and_payloads_agree_with_the_contract() {
    let structures = structures();
    let kinds = kinds(&structures);
    assert_eq!(CallbackPayload::KINDS, kinds.iter().map(|(kind, _)| *kind).collect::<Vec<_>>());
    assert_eq!(kinds.len(), 45);
    for (kind, structure) in kinds {
        let fields = &structures[structure];
        if EMPTY.contains(&kind) {
            assert!(fields.is_empty(), "{kind}");
        } else {
            same_name(record(kind), structure);
            same_fields(record(kind), inner_fields(kind, fields, &structures), &structures);
        }
    }
    let delivery = A2pSmsDeliveryCallback::META;
    same_fields(delivery, &structures["A2PSmsDeliveryCallback"], &structures);
}

/// The fields of a payload, or of its only field if that has the name of the payload.
fn inner_fields<'s>(kind: &str, fields: &'s [Value], structures: &'s Structures) -> &'s [Value] {
    match fields {
        [only] if text(only, "name") == kind => &structures[text(only, "type")],
        _ => fields,
    }
}

/// Compares names; those of types are in camel case.
fn same_name(record: &RecordMeta, structure: &str) {
    assert!(record.name.eq_ignore_ascii_case(structure), "{} {structure}", record.name);
}

fn same_fields(record: &'static RecordMeta, expected: &[Value], structures: &Structures) {
    let names: Vec<_> = record.fields.iter().map(|field| field.name).collect();
    let expected_names: Vec<_> = expected.iter().map(|field| text(field, "name")).collect();
    assert_eq!(names, expected_names, "{}", record.name);
    for (field, expected) in record.fields.iter().zip(expected) {
        let label = format!("{}.{}", record.name, field.name);
        assert!(!field.required && !field.secret && !field.doc.is_empty(), "{label}");
        let mut field_type = (field.value)();
        let mut type_name = text(expected, "type");
        if let FieldType::List(item) = field_type {
            type_name = type_name.strip_prefix('[').and_then(|item| item.strip_suffix(']')).expect(&label);
            field_type = *item;
        }
        match (&field_type, field.name) {
            (FieldType::Record(inner), _) => {
                same_name(inner, type_name);
                same_fields(inner, &structures[type_name], structures);
            }
            // Described as a UUID, though typed as a number.
            (FieldType::Text, "batch_id") => assert_eq!(type_name, "number"),
            // Amounts of money that are typed as whole numbers.
            (FieldType::Decimal, "required_money" | "insufficient_funds_amount") => {
                assert_eq!(type_name, "number");
            }
            // Amounts of money that are strings on the wire.
            (FieldType::Decimal, "amount" | "tax_amount") if record.name == "InvoiceReceivedCallback" => {
                assert_eq!(type_name, "string");
            }
            _ => assert_eq!(field_type.to_string(), type_name, "{label}"),
        }
        if let (FieldType::Enum(known), Some(name)) = (&field_type, expected["enum"].as_str()) {
            assert_eq!(known.name, name, "{label}");
        }
    }
}

/// Enums of the contract, and one that only the description of a field mentions.
#[test]
fn enums_agree_with_the_contract() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/accounts.json");
    let contract: Value = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
    for (name, values) in [
        ("AgreementDocumentStatus", AgreementDocumentStatus::VALUES),
        ("LegalStatus", LegalStatus::VALUES),
        ("RegulationAddressStatus", RegulationAddressStatus::VALUES),
        ("SubscriptionDetailsType", SubscriptionDetailsType::VALUES),
    ] {
        let known = contract["enums"].as_array().unwrap().iter().find(|known| known["name"] == name).unwrap();
        assert_eq!(json!(values), known["values"], "{name}");
    }
    assert_eq!(SubscriptionType::VALUES, ["PHONE_NUM", "SIP_REGISTRATION", "PLAN"]);
}

/// A value of a type of the contract, with every field.
fn sample(type_name: &str, structures: &Structures) -> Value {
    if let Some(item) = type_name.strip_prefix('[').and_then(|item| item.strip_suffix(']')) {
        return json!([sample(item, structures), sample(item, structures)]);
    }
    match type_name {
        "number" => json!(4711),
        "decimal" => json!(1234.567),
        "string" => json!("815"),
        "boolean" => json!(true),
        "date" => json!("2026-01-31"),
        "timestamp" => json!("2026-01-31 18:05:00"),
        structure => {
            let field =
                |field: &Value| (text(field, "name").to_owned(), sample(text(field, "type"), structures));
            Value::Object(structures[structure].iter().map(field).collect())
        }
    }
}

fn callback(kind: &str, payload: Value) -> Value {
    let mut callback = json!({"callback_id": 1, "type": kind, "account_id": 7, "hash": "00"});
    callback[kind] = payload;
    callback
}

fn decode(body: &Value) -> Result<Vec<AccountCallback>, InvalidCallbacks> {
    AccountCallbacks::from_json(body.to_string().as_bytes()).map(|callbacks| callbacks.callbacks)
}

#[test]
fn every_type_decodes_with_all_fields() {
    let structures = structures();
    let kinds = kinds(&structures);
    let bodies = kinds.iter().map(|(kind, structure)| callback(kind, sample(structure, &structures)));
    let callbacks = decode(&json!({ "callbacks": bodies.collect::<Vec<_>>() })).unwrap();
    assert_eq!(callbacks.len(), 45);
    let mut variants = BTreeSet::new();
    for (callback, (kind, _)) in callbacks.iter().zip(kinds) {
        assert_eq!(callback.kind, kind);
        let shown = format!("{:?}", callback.payload);
        assert!(!shown.starts_with("Other"), "{shown}");
        assert!(!shown.contains("None") && !shown.contains("[]"), "{shown}");
        let variant = shown.split('(').next().unwrap().to_owned();
        assert_eq!(variant.to_lowercase(), kind.replace('_', ""), "{shown}");
        variants.insert(variant);
    }
    assert_eq!(variants.len(), 45);
}

#[test]
fn a_bad_callback_does_not_affect_the_others() {
    let callbacks = decode(&json!({"callbacks": [
        callback("min_balance", json!({"is_repeated": 1})),
        callback("card_payment", json!("a lot")),
        callback("from_the_future", json!({"value": 42})),
        callback("card_payment", json!({"amount": "0.10", "new": null})),
    ]}))
    .unwrap();
    let [balance, mismatched, unknown, payment] = &callbacks[..] else { panic!("{callbacks:?}") };
    assert!(
        matches!(&balance.payload, CallbackPayload::MinBalance(alert) if alert.is_repeated == Some(true))
    );
    for (callback, expected_kind, expected) in
        [(mismatched, "card_payment", json!("a lot")), (unknown, "from_the_future", json!({"value": 42}))]
    {
        let CallbackPayload::Other { kind, payload } = &callback.payload else { panic!("{callback:?}") };
        assert_eq!((kind.as_str(), payload), (expected_kind, &expected));
    }
    let CallbackPayload::CardPayment(payment) = &payment.payload else { panic!("{payment:?}") };
    assert_eq!(payment.amount.unwrap().to_string(), "0.10");
}

/// Amounts keep every digit.
#[test]
fn amounts_are_exact() {
    let body = br#"{"callbacks": [{"callback_id": 1, "type": "wire_transfer", "account_id": 7, "hash": "",
        "balance": 98765432109876543.21, "wire_transfer": {"amount": 12345678901234567890.12}}]}"#;
    let callback = AccountCallbacks::from_json(body).unwrap().callbacks.remove(0);
    assert_eq!(callback.balance.unwrap().to_string(), "98765432109876543.21");
    let CallbackPayload::WireTransfer(transfer) = callback.payload else { panic!() };
    assert_eq!(transfer.amount.unwrap().to_string(), "12345678901234567890.12");
}

/// Like axum's `Json`, and like tests that start from values.
#[test]
fn serde_decodes_callbacks_from_strings_readers_and_values() {
    let body = json!({"callbacks": [callback("wire_transfer", json!({"amount": 0.3}))]});
    for callbacks in [
        serde_json::from_str::<AccountCallbacks>(&body.to_string()).unwrap(),
        serde_json::from_reader(body.to_string().as_bytes()).unwrap(),
        serde_json::from_value(body.clone()).unwrap(),
    ] {
        let CallbackPayload::WireTransfer(transfer) = &callbacks.callbacks[0].payload else { panic!() };
        assert_eq!(transfer.amount.unwrap().to_string(), "0.3");
    }
    let one: AccountCallback = serde_json::from_value(body["callbacks"][0].clone()).unwrap();
    assert_eq!(one.kind, "wire_transfer");
}

#[test]
fn an_sms_delivery_decodes_from_an_unknown_payload() {
    let callbacks = decode(&json!({"callbacks": [callback("sms_delivery", json!({"id": 5}))]})).unwrap();
    let CallbackPayload::Other { payload, .. } = &callbacks[0].payload else { panic!() };
    let delivery: A2pSmsDeliveryCallback = serde_json::from_value(payload.clone()).unwrap();
    assert_eq!(delivery.id, Some(5));
}

#[test]
fn errors_of_bad_bodies_show_no_values() {
    let hidden = "hunter2";
    for body in
        [json!(hidden), json!([hidden]), json!({"callbacks": hidden}), json!({"callbacks": {hidden: hidden}})]
    {
        let error = decode(&body).unwrap_err();
        assert!(!format!("{error} {error:?}").contains(hidden), "{error}");
        let error = serde_json::from_value::<AccountCallbacks>(body).unwrap_err();
        assert!(!error.to_string().contains(hidden), "{error}");
    }
    let error = AccountCallbacks::from_json(br#"{"callbacks": [hunter2]}"#).unwrap_err();
    assert_eq!(
        error.to_string(),
        "the body holds no account callbacks: not JSON, or cut off (line 1, column 16)"
    );
}

#[test]
fn unreadable_callbacks_are_kept_with_a_reason_that_shows_no_value() {
    let hidden = "hunter2";
    let body = json!({"callbacks": [
        hidden,
        [hidden],
        {"callback_id": hidden},
        {"callback_id": 1, "account_id": 2, "type": [hidden]},
        {"callback_id": 1, "account_id": 2, "type": hidden},
        callback("js_fail", json!({})),
    ]});
    let found = AccountCallbacks::from_json(body.to_string().as_bytes()).unwrap();
    assert_eq!((found.callbacks.len(), found.unreadable.len()), (1, 5));
    for (index, unreadable) in found.unreadable.iter().enumerate() {
        assert_eq!((unreadable.index, &unreadable.json), (index, &body["callbacks"][index]));
        let error = &unreadable.error;
        assert!(!format!("{error} {error:?}").contains(hidden), "{error}");
    }
}

#[test]
fn only_the_right_salt_and_key_verify() {
    let (salt, key) = (Secret::from("a salt"), Secret::from("the key"));
    let mut body = json!({"callbacks": [callback("js_fail", json!({}))]});
    body["callbacks"][0]["callback_id"] = json!(42);
    body["callbacks"][0]["account_id"] = json!(1);
    // MD5 of `a salt` `1` `the key` `42`, computed by another program.
    for (hash, expected) in [
        ("e4cfb3b6c70924901b4dd6ecccdb067f", Ok(())),
        ("E4CFB3B6C70924901B4DD6ECCCDB067F", Ok(())),
        ("e4cfb3b6c70924901b4dd6ecccdb067e", Err(VerifyError::WrongHash)),
        ("", Err(VerifyError::WrongHash)),
    ] {
        body["callbacks"][0]["hash"] = json!(hash);
        let callback = decode(&body).unwrap().remove(0);
        assert_eq!(callback.verify(&salt, &key), expected, "{hash}");
        assert_eq!(callback.verify(&key, &salt), Err(VerifyError::WrongHash));
        let error = callback.verify(&salt, &Secret::from("the keys")).unwrap_err();
        let shown = format!("{callback:?} {error} {error:?}");
        assert!(!shown.contains("a salt") && !shown.contains("the key"), "{shown}");
    }
}

/// Any JSON value, with the names of callbacks in it.
fn any_json() -> impl Strategy<Value = Value> {
    let word = || {
        prop_oneof![
            proptest::sample::select(CallbackPayload::KINDS).prop_map(str::to_owned),
            proptest::sample::select(vec![
                "callbacks",
                "callback_id",
                "type",
                "account_id",
                "hash",
                "balance",
                "amount",
                "subscriptions",
                "account_document_status",
                "",
            ])
            .prop_map(str::to_owned),
            "\\PC{0,8}",
        ]
    };
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        // `serde_json` does not read every other fraction exactly.
        any::<i32>().prop_map(|quarters| Value::from(f64::from(quarters) / 4.0)),
        word().prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 48, 6, move |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            proptest::collection::vec((word(), inner), 0..6)
                .prop_map(|fields| Value::Object(fields.into_iter().collect::<Map<_, _>>())),
        ]
    })
}

/// Callbacks of the sandbox decode like those of the platform, and their hash depends on the account's salt.
#[tokio::test]
async fn the_sandbox_makes_callbacks_with_the_right_hash() {
    let sandbox = Sandbox::builder().child(NewAccount::new("child-one").balance(5)).start().await.unwrap();
    let made = |account, kind: &str, payload| {
        let body = sandbox.callback(account, kind, payload)?;
        Some(AccountCallbacks::from_json(body.as_bytes()).unwrap().callbacks.remove(0))
    };
    let alert = made(sandbox.account_id(), "min_balance", json!({"is_repeated": true})).unwrap();
    alert.verify(&"".into(), &sandbox.api_key()).unwrap();
    assert_eq!((alert.account_name.as_deref(), alert.balance), (Some("sandbox-parent"), Some(1000.into())));
    let CallbackPayload::MinBalance(payload) = &alert.payload else { panic!("{alert:?}") };
    assert_eq!(payload.is_repeated, Some(true));

    let request = SetAccountInfo { callback_salt: Some("a salt".into()), ..Default::default() };
    request.send(&sandbox.client().unwrap()).await.unwrap();
    let frozen = made(sandbox.account_id(), "account_is_frozen", Value::Null).unwrap();
    frozen.verify(&"a salt".into(), &sandbox.api_key()).unwrap();
    assert_eq!(frozen.verify(&"".into(), &sandbox.api_key()), Err(VerifyError::WrongHash));
    assert_ne!(frozen.callback_id, alert.callback_id);

    // A payload with the name of a field of the callback does not replace that field.
    let child = made(sandbox.account_id() + 1, "balance", json!({"x": 1})).unwrap();
    assert_eq!((child.account_name.as_deref(), child.balance), (Some("child-one"), Some(5.into())));
    assert!(made(7, "min_balance", Value::Null).is_none());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn any_bytes_decode_or_are_an_error(body in proptest::collection::vec(any::<u8>(), 0..64)) {
        let _ = AccountCallbacks::from_json(&body);
    }

    #[test]
    fn any_json_decodes_or_is_an_error(body in any_json()) {
        let _ = decode(&body);
        let _ = decode(&json!({"callbacks": [body]}));
    }

    /// A callback decodes with any payload.
    #[test]
    fn any_payload_is_kept(
        kind in proptest::sample::select(CallbackPayload::KINDS),
        other in "[a-z]{1,12}",
        payload in any_json(),
    ) {
        let body = json!({"callbacks": [callback(kind, payload.clone()), callback(kind, json!({}))]});
        let callbacks = decode(&body).unwrap();
        prop_assert_eq!(callbacks.len(), 2);
        if let CallbackPayload::Other { payload: kept, .. } = &callbacks[0].payload {
            prop_assert_eq!(kept, &payload);
        }
        let other = format!("x_{other}");
        let callbacks = decode(&json!({"callbacks": [callback(&other, payload.clone())]})).unwrap();
        let CallbackPayload::Other { payload: kept, .. } = &callbacks[0].payload else { panic!() };
        prop_assert_eq!(kept, &payload);
    }
}
