//! Records decode exactly and leniently, and errors name the place.

use serde_json::json;
use vox_accounts::GetAccountInfoResponse;
use vox_accounts::prelude::*;
use vox_accounts::vox_core::{MethodExt, Record};

/// A response with one field of each type.
#[derive(Debug, VoxRecord)]
struct Sample {
    /// Required.
    id: u64,
    /// Money.
    price: Option<Decimal>,
    /// A timestamp.
    created: Option<Timestamp>,
    /// A day.
    day: Option<Date>,
    /// A flag.
    flag: Option<bool>,
    /// A string.
    text: Option<String>,
    /// Numbers.
    numbers: Vec<i64>,
    /// More of the same.
    inner: Vec<Sample>,
}

/// Reads samples.
#[derive(Debug, VoxMethod)]
#[vox_method(name = "GetSample", response = Sample, kind = read)]
struct GetSample {}

fn read(json: &str) -> Sample {
    GetSample::from_http(http::Response::new(json)).unwrap()
}

fn failure(json: &str) -> String {
    GetSample::from_http(http::Response::new(json)).unwrap_err().to_string()
}

#[test]
fn decimals_keep_every_digit() {
    for digits in
        ["293.855", "0.1", "-0.0000000000000000000000001", "79228162514264337593543950335", "19772.350"]
    {
        let sample = read(&format!(r#"{{"id": 1, "price": {digits}}}"#));
        assert_eq!(sample.price.unwrap().to_string(), digits);
        let sample = read(&format!(r#"{{"id": 1, "price": "{digits}"}}"#));
        assert_eq!(sample.price.unwrap().to_string(), digits);
    }
    assert_eq!(read(r#"{"id": 1, "price": 1.5e3}"#).price, Some(Decimal::from(1500)));
}

#[test]
fn values_decode_from_other_sources_than_text() {
    let sample: Sample =
        serde_json::from_value(json!({"id": 1, "price": 293.855, "numbers": [1, 2]})).unwrap();
    assert_eq!(sample.price, Some(Decimal::new(293_855, 3)));
    assert_eq!(sample.numbers, [1, 2]);
    let reader = r#"{"id": 1, "price": 293.855, "inner": [{"id": 2}]}"#.as_bytes();
    let sample: Sample = serde_json::from_reader(reader).unwrap();
    assert_eq!((sample.price, sample.inner[0].id), (Some(Decimal::new(293_855, 3)), 2));
}

#[test]
fn numbers_decode_from_strings_and_flags_from_numbers() {
    let sample = read(r#"{"id": "7", "flag": 1, "text": 5, "numbers": ["1", 2.0, null], "price": ""}"#);
    assert_eq!((sample.id, sample.flag, sample.text.as_deref()), (7, Some(true), Some("5")));
    assert_eq!((sample.numbers, sample.price), (vec![1, 2], None));
}

#[test]
fn dates_decode_with_and_without_a_time() {
    let sample = read(r#"{"id": 1, "created": "2020-08-07 12:00:53", "day": "2020-08-07 00:00:00"}"#);
    assert_eq!(sample.created.unwrap().to_string(), "2020-08-07T12:00:53Z");
    assert_eq!(sample.day.unwrap().to_string(), "2020-08-07");
    // The offset is part of the timestamp.
    for time in ["2020-08-07 15:00:53+03:00", "2020-08-07T12:00:53Z"] {
        let sample = read(&format!(r#"{{"id": 1, "created": "{time}"}}"#));
        assert_eq!(sample.created.unwrap().to_string(), "2020-08-07T12:00:53Z");
    }
    let sample = read(r#"{"id": 1, "created": "", "day": null, "numbers": "", "inner": ""}"#);
    assert_eq!((sample.created, sample.day), (None, None));
}

#[test]
fn only_required_fields_must_be_present() {
    for json in [r#"{"price": 1}"#, r#"{"id": null, "price": 1}"#, r#"{"id": "", "price": 1}"#] {
        assert!(failure(json).contains("the field `id` is missing"), "{}", failure(json));
    }
    assert!(failure("{}").contains("the response holds nothing that the method returns"));
    let sample = read(r#"{"unknown": {"a": [1, {"b": null}]}, "id": 1, "unknown": "again"}"#);
    assert!(sample.inner.is_empty() && sample.flag.is_none());
}

#[test]
fn errors_name_the_place_and_the_expected_type() {
    let inner = |field: &str| format!(r#"{{"id": 1, "inner": [{{"id": 2}}, {{"id": 3, {field}}}]}}"#);
    for (field, place, expected) in [
        (r#""created": "yesterday""#, "inner[1].created", "a UTC time"),
        (r#""price": "much""#, "inner[1].price", "a decimal number"),
        (r#""numbers": [1, "x"]"#, "inner[1].numbers[1]", "a whole number"),
        (r#""numbers": {"a": 1}"#, "inner[1].numbers", "a list"),
        (r#""flag": "maybe""#, "inner[1].flag", "true or false"),
        (r#""text": [1]"#, "inner[1].text", "a string"),
        (r#""inner": [7]"#, "inner[1].inner[0]", "an object"),
    ] {
        let error = failure(&inner(field));
        assert!(error.contains(&format!("`{place}`")) && error.contains(expected), "{field}: {error}");
    }
}

#[test]
fn a_record_describes_itself() {
    let json = serde_json::to_value(Sample::META).unwrap();
    let types: Vec<_> = json["fields"].as_array().unwrap().iter().map(|field| &field["type"]).collect();
    assert_eq!(
        types,
        ["number", "decimal", "timestamp", "date", "boolean", "string", "[number]", "[Sample]"]
    );
}

/// Other crates cannot use a struct literal of a `#[non_exhaustive]` response.
#[test]
fn responses_are_compared_with_one_made_field_by_field() {
    let json = r#"{"result": {"account_id": 7, "api_key": "a1b2", "balance": 293.855, "created": "2020-08-07 12:00:53"}}"#;
    let response = || GetAccountInfo::from_http(http::Response::new(json)).unwrap();
    let mut expected = GetAccountInfoResponse::blank();
    expected.result.account_id = 7;
    expected.result.api_key = Some("a1b2".into());
    expected.result.balance = Some(Decimal::new(293_855, 3));
    expected.result.created = Some("2020-08-07T12:00:53Z".parse().unwrap());
    assert_eq!(response(), expected);
    assert_eq!(response(), response());

    expected.result.api_key = Some("a1b3".into());
    assert_ne!(response(), expected);
}

#[test]
fn requests_are_compared_by_all_their_parameters() {
    let request = || GetChildrenAccounts::builder().count(5).child_account_name("child-one").build();
    assert_eq!(request(), GetChildrenAccounts { count: Some(5), ..request() });
    assert_ne!(request(), GetChildrenAccounts { count: Some(6), ..request() });
}
