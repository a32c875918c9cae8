//! Decoding accepts every spelling of a value at every place, and reports errors at exactly their place: no good response
//! is lost, and no value is misread.

use std::fmt::Debug;

use http::{Response, StatusCode};
use std::collections::{BTreeMap, HashMap};

use serde_json::{Value, json};
use vox_accounts::callbacks::{AccountCallbacks, CallbackPayload};
use vox_accounts::prelude::*;
use vox_accounts::vox_core::meta::{FieldType, MethodMeta, RecordMeta};
use vox_accounts::vox_core::methods::DeclaredMethod;
use vox_accounts::vox_core::{ErrorCode, Record, VoxEnum, VoxMethod, VoxRecord};
use vox_tests::reference::{Certainty, Truth};
use vox_tests::targets::{Decoder, MARKER, RESPONSES, decoder};

/// One field of each type, and nested records.
#[derive(Debug, Default, PartialEq, VoxRecord)]
struct AllTypes {
    /// A number.
    number: Option<u64>,
    /// A number that may be negative.
    signed: Option<i32>,
    /// Money.
    decimal: Option<Decimal>,
    /// A string.
    text: Option<String>,
    /// A string enum.
    word: Option<Word>,
    /// A flag.
    flag: Option<bool>,
    /// A day.
    date: Option<Date>,
    /// A civil time.
    civil: Option<DateTime>,
    /// A timestamp.
    moment: Option<Timestamp>,
    /// Any JSON.
    any: Option<Value>,
    /// Numbers.
    numbers: Vec<u64>,
    /// By name.
    map: BTreeMap<String, u64>,
    /// Lists by name.
    lists: Option<HashMap<String, Vec<Strict>>>,
    /// Under several names.
    #[field(alias = "other_name")]
    aliased: Option<u64>,
    /// One level deeper.
    boxed: Option<Box<Strict>>,
    /// A record.
    strict: Option<Strict>,
    /// Records.
    list: Vec<AllTypes>,
}

/// A record with a required field.
#[derive(Debug, Default, PartialEq, VoxRecord)]
struct Strict {
    /// The required field.
    id: u64,
    /// A name.
    name: Option<String>,
}

/// A string enum.
#[derive(VoxEnum)]
enum Word {
    /// One.
    One,
    /// Another.
    Other(String),
}

/// A read that returns a field of each type.
#[derive(Debug, VoxMethod)]
#[vox_method(name = "GetAllTypes", response = AllTypes, kind = read)]
struct GetAllTypes {}

/// A write that returns a field of each type.
#[derive(Debug, VoxMethod)]
#[vox_method(name = "AddAllTypes", response = AllTypes, kind = write)]
struct AddAllTypes {}

/// A read that returns the record with a required field.
#[derive(Debug, VoxMethod)]
#[vox_method(name = "GetStrict", response = Strict, kind = read)]
struct GetStrict {}

fn get<M: Method>(body: impl AsRef<[u8]>) -> Result<M::Response, Error> {
    M::from_http(Response::new(body))
}

/// The value of a field at the outside, in a list, and deeper. Another field makes the response a success.
#[track_caller]
fn read<T: Debug + PartialEq>(field: &str, json: &str, value: fn(AllTypes) -> T) -> Result<T, String> {
    let text = if field == "text" { "word" } else { "text" };
    let outer = format!(r#"{{"{text}":"x","{field}":{json}}}"#);
    let one = format!(r#"{{"list":[{{"number":1}},{outer}]}}"#);
    let two = format!(r#"{{"{text}":"x","list":{one}}}"#);
    let at = |body: &str, path: &str, steps: usize| {
        let mut sorts = get::<GetAllTypes>(body).map_err(|error| place(&error, path))?;
        for _ in 0..steps {
            sorts = sorts.list.pop().unwrap();
        }
        Ok(value(sorts))
    };
    let read = at(&outer, "", 0);
    assert_eq!(at(&one, "list[1].", 1), read, "{field}: {json}");
    assert_eq!(at(&two, "list.list[1].", 2), read, "{field}: {json}");
    let json = format!(r#"{{"result":1,{}"#, &one[1..]);
    assert_eq!(get::<AddAllTypes>(json).is_ok(), read.is_ok());
    read
}

/// The reason of an error, whose path must begin with this prefix.
#[track_caller]
fn place(error: &Error, prefix: &str) -> String {
    let ErrorKind::Decode(error) = error.kind() else { panic!("{error}") };
    let field = error.path().strip_prefix(prefix);
    assert!(field.is_some_and(|field| !field.contains(['.', '['])), "{prefix}: {error}");
    error.reason().to_owned()
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

#[test]
fn an_unpaired_surrogate_replaces_one_character() {
    let body =
        r#"{"result":[{"account_id":1},{"account_id":2,"account_custom_data":"ok \ud83d"}],"total_count":2}"#;
    let children = get::<GetChildrenAccounts>(body).unwrap();
    assert_eq!((children.result.len(), children.total_count), (2, Some(2)));
    assert_eq!(children.result[1].account_custom_data.as_deref(), Some("ok \u{fffd}"));
    for (json, expected) in [
        (r#""\uD83D""#, "\u{fffd}"),
        (r#""\ude00 ok""#, "\u{fffd} ok"),
        (r#""\ude00\ud83d""#, "\u{fffd}\u{fffd}"),
        (r#""\ud83d\ude00""#, "\u{1f600}"),
        (r#""\\ud83d""#, r"\ud83d"),
        (r#""\\\ud83d\\""#, "\\\u{fffd}\\"),
        (r#""\ud83d\u0000\n""#, "\u{fffd}\0\n"),
    ] {
        assert_eq!(read("text", json, |record| record.text), Ok(Some(expected.to_owned())), "{json}");
        let word = Some(Word::Other(expected.to_owned()));
        assert_eq!(read("word", json, |record| record.word), Ok(word), "{json}");
        assert_eq!(read("any", json, |record| record.any), Ok(Some(json!(expected))), "{json}");
    }
    let sorts = get::<GetAllTypes>(r#"{"\ud83d":"\ud83d","number":1}"#).unwrap();
    assert_eq!(sorts.number, Some(1));
    let sorts = get::<GetAllTypes>(b"{\"text\":\"a\xff\xc3b\",\"\xff\":1}").unwrap();
    assert_eq!(sorts.text.as_deref(), Some("a\u{fffd}\u{fffd}b"));
}

#[test]
fn a_callback_with_an_unpaired_surrogate_keeps_its_type() {
    let callback = |name: &str, text: &str| {
        format!(
            r#"{{"callback_id":1,"type":"sms_inbound","account_id":1,"hash":"h","account_first_name":"{name}",
                "sms_inbound":{{"sms_body":"{text}"}}}}"#
        )
    };
    let body = format!(r#"{{"callbacks":[{},{}]}}"#, callback(r"A\ud83d", "x"), callback("B", r"hi \ud83d"));
    for prefix in ["", "\u{feff}"] {
        let callbacks = AccountCallbacks::from_json(format!("{prefix}{body}").as_bytes()).unwrap();
        assert_eq!(callbacks.callbacks[0].account_first_name.as_deref(), Some("A\u{fffd}"));
        let CallbackPayload::SmsInbound(sms) = &callbacks.callbacks[1].payload else {
            panic!("{callbacks:?}")
        };
        assert_eq!(sms.sms_body.as_deref(), Some("hi \u{fffd}"));
    }
}

#[test]
fn a_byte_order_mark_changes_nothing() {
    let marked = |body: &str| [b"\xef\xbb\xbf", body.as_bytes()].concat();
    assert_eq!(get::<GetAllTypes>(marked(r#"{"number":1}"#)).unwrap().number, Some(1));
    get::<SetAccountInfo>(marked(r#"{"result":1}"#)).unwrap();
    for (code, is_retryable) in [(127, false), (340, true)] {
        let error =
            get::<ChargeAccount>(marked(&format!(r#"{{"error":{{"code":{code},"msg":"x"}}}}"#))).unwrap_err();
        assert_eq!(error.code().map(ErrorCode::code), Some(code));
        assert_eq!((error.effect(), error.is_retryable()), (Effect::None, is_retryable), "{error}");
    }
    assert_eq!(AllTypes::from_json(&marked(r#"{"number":1}"#)).unwrap().number, Some(1));
}

#[test]
fn empty_values_count_as_absent() {
    let body = r#"{"result":{"charged_amount":1},"account_info":[]}"#;
    let charged = get::<ChargeAccount>(body).unwrap();
    assert_eq!(charged.result.unwrap().charged_amount, Some(Decimal::ONE));
    assert!(charged.account_info.is_none());
    let whole = get::<GetAllTypes>(r#"{"text":"x"}"#).unwrap();
    for field in [
        "number", "signed", "decimal", "word", "flag", "date", "civil", "moment", "any", "numbers", "strict",
        "list",
    ] {
        for json in ["null", "\"\"", "[]", "{}", "[ ]", "{\n}"] {
            let is_any = field == "any" && json != "null";
            let sorts = get::<GetAllTypes>(format!(r#"{{"text":"x","{field}":{json}}}"#)).unwrap();
            assert!(is_any || sorts == whole, "{field}: {json}: {sorts:?}");
        }
    }
    for json in ["null", "[]", "{}"] {
        assert_eq!(read("text", json, |record| record.text), Ok(None), "{json}");
    }
}

#[test]
fn an_impossible_date_clears_only_its_field() {
    let plan = |id, date| json!({"plan_subscription_template_id": id, "plan_name": "x", "next_charge": date});
    let plans = json!({"result": [plan(1, "2026-01-31"), plan(2, "0000-00-00"), plan(3, "2026-02-30")]});
    let plans = get::<GetAccountPlans>(plans.to_string());
    let plans = plans.unwrap().result;
    let charges: Vec<_> =
        plans.iter().map(|plan| (plan.plan_subscription_template_id, plan.next_charge)).collect();
    let first = Some(day("2026-01-31"));
    assert_eq!(charges, [(1, first), (2, None), (3, None)]);
    for text in [
        "0000-00-00",
        "0000-00-00 00:00:00",
        "0000-00-00T00:00:00Z",
        "0000-00-00T00:00:00+03:00",
        "-0001-11-30 00:00:00",
        "2026-00-10",
        "2026-13-01",
        "2026-02-30 10:00:00",
        "2026-04-31T10:00:00Z",
        "2026-01-31 24:00:00",
        "2026-01-31 25:61:00",
        " 0000-00-00 ",
        "99999-01-01",
    ] {
        let json = json!(text).to_string();
        assert_eq!(read("date", &json, |record| record.date), Ok(None), "{text}");
        assert_eq!(read("civil", &json, |record| record.civil), Ok(None), "{text}");
        assert_eq!(read("moment", &json, |record| record.moment), Ok(None), "{text}");
    }
}

#[test]
fn the_last_day_of_the_calendar_is_a_date_but_no_timestamp() {
    for text in ["9999-12-31 23:59:59", "9999-12-31T23:59:59Z", "9999-12-31T23:59:59+00:00"] {
        let json = json!(text).to_string();
        assert_eq!(read("moment", &json, |record| record.moment), Ok(None), "{text}");
        let last = day("9999-12-31");
        assert_eq!(read("date", &json, |record| record.date), Ok(Some(last)), "{text}");
        assert_eq!(read("civil", &json, |record| record.civil), Ok(Some(last.at(23, 59, 59, 0))), "{text}");
    }
}

/// An absent date would mean "never".
#[test]
fn a_date_in_an_unknown_form_is_an_error() {
    for text in [
        "31-12-2026",
        "12-31-2026 18:05:00",
        "31.12.2026",
        "2026/12/31",
        "2026-1-5",
        "2026-01-31 6:05 pm",
        "2026-01-31 18:05:00 MSK",
        "2026-01-31 18:05:00 +99:99",
        "2026-01-31 18:05:00 - 3",
        "0000-00-00 never",
        "Sat, 31 Jan 2026 18:05:00 GMT",
        "tomorrow",
        "n/a",
        "2026",
    ] {
        let json = json!(text).to_string();
        let date = read("date", &json, |record| record.date);
        assert_eq!(
            date,
            Err("expected a date such as 2026-01-31, found another string".to_owned()),
            "{text}"
        );
        let civil = read("civil", &json, |record| record.civil);
        let expected = "expected a time such as 2026-01-31 18:05:00, found another string";
        assert_eq!(civil, Err(expected.to_owned()), "{text}");
        let moment = read("moment", &json, |record| record.moment);
        let expected = "expected a UTC time such as 2026-01-31 18:05:00, found another string";
        assert_eq!(moment, Err(expected.to_owned()), "{text}");
    }
    for json in ["0", "1767225600", "true"] {
        assert!(read("date", json, |record| record.date).is_err(), "{json}");
        assert!(read("moment", json, |record| record.moment).is_err(), "{json}");
    }
}

#[test]
fn a_compressed_body_is_named() {
    let mut response = Response::new(b"\x1f\x8b\x08\0".as_slice());
    response.headers_mut().insert("content-encoding", "gzip".parse().unwrap());
    let error = AddAllTypes::from_http(response).unwrap_err();
    assert!(error.to_string().contains("encoded as gzip"), "{error}");
    assert_eq!(error.effect(), Effect::Unknown);
}

/// 15:05 UTC on the last of January.
const MOMENT: &str = "2026-01-31T15:05:00Z";

#[test]
fn an_offset_applies_to_a_timestamp_and_is_dropped_from_a_date() {
    let times = ["2026-01-31T18:05", "2026-01-31 18:05", "2026-01-31 18:05:00", "2026-01-31t18:05:00.000"];
    let offsets = ["+03", "+03:00", "+0300", "+3", "+3:00", " +03:00", " +0300", " +03"];
    let west = ["-04", "-04:00", "-0400", "-4", " -04:00"];
    let expected: Timestamp = MOMENT.parse().unwrap();
    let check = |time: &str, offset: &str, hour: i8| {
        let json = json!(format!("{time}{offset}")).to_string();
        assert_eq!(read("moment", &json, |record| record.moment), Ok(Some(expected)), "{json}");
        let start = day("2026-01-31");
        let minute = json.split(':').nth(1).unwrap()[..2].parse().unwrap();
        let civil = start.at(hour, minute, 0, 0);
        assert_eq!(read("civil", &json, |record| record.civil), Ok(Some(civil)), "{json}");
        assert_eq!(read("date", &json, |record| record.date), Ok(Some(start)), "{json}");
    };
    for time in times {
        for offset in offsets {
            check(time, offset, 18);
        }
        for offset in west {
            check(&time.replace("18:05", "11:05"), offset, 11);
        }
        for offset in ["Z", "z", " Z", "+00", "+00:00", "-00:00", " +0000", ""] {
            check(&time.replace("18:05", "15:05"), offset, 15);
        }
        check(&time.replace("18:05", "20:35"), "+05:30", 20);
        check(&time.replace("18:05", "20:35"), " +0530", 20);
        check(&time.replace("18:05", "14:35"), "-0030", 14);
    }
}

#[test]
fn a_date_without_a_time_is_a_timestamp_at_midnight() {
    let json = "\"2026-01-31\"";
    let moment = read("moment", json, |record| record.moment).unwrap().unwrap();
    assert_eq!(moment.to_string(), "2026-01-31T00:00:00Z");
    let civil = read("civil", json, |record| record.civil).unwrap().unwrap();
    assert_eq!(civil.to_string(), "2026-01-31T00:00:00");
}

#[test]
fn decimals_are_exact_or_the_nearest_or_errors() {
    for (json, expected) in [
        ("0E-30", "0"),
        ("1E-29", "0"),
        ("-1e-400", "0"),
        ("0e999999999999999999999", "0"),
        ("\"0E-30\"", "0"),
        ("\" 1.50 \"", "1.50"),
        ("293.855", "293.855"),
        ("-0.0000000000000000000000000001", "-0.0000000000000000000000000001"),
        ("1.5e3", "1500"),
        ("79228162514264337593543950335", "79228162514264337593543950335"),
    ] {
        let decimal = read("decimal", json, |record| record.decimal).unwrap().unwrap();
        assert_eq!(decimal, expected.parse().unwrap(), "{json}");
    }
    for json in
        ["1e29", "-1e999", "\"1,5\"", "\"1_5\"", "\"1 000\"", "\"$5\"", "\"5 USD\"", "\"NaN\"", "true"]
    {
        let reason = read("decimal", json, |record| record.decimal).unwrap_err();
        assert!(reason.starts_with("expected a decimal number, found a"), "{json}: {reason}");
    }
}

#[test]
fn whole_numbers_are_read_in_any_spelling_and_never_rounded() {
    for json in
        ["640", "640.0", "6.4e2", "64E1", "\"640\"", "\"640.0\"", "\" 640 \"", "\"+640\"", "\"6.4e2\""]
    {
        assert_eq!(read("number", json, |record| record.number), Ok(Some(640)), "{json}");
        assert_eq!(read("signed", json, |record| record.signed), Ok(Some(640)), "{json}");
        assert_eq!(read("numbers", &format!("[{json},null,0]"), |record| record.numbers), Ok(vec![640, 0]));
    }
    let largest = Ok(Some(u64::MAX));
    for json in ["18446744073709551615", "\"18446744073709551615.000\"", "1844674407370955161.5e1"] {
        assert_eq!(read("number", json, |record| record.number), largest, "{json}");
    }
    assert_eq!(read("signed", "-0.0", |record| record.signed), Ok(Some(0)));
    for json in [
        "640.5",
        "1E-29",
        "0.00000000000000000000000000000001",
        "18446744073709551615.00000000001",
        "1e999",
        "\"640.5\"",
        "\"1_000\"",
        "\"1,000\"",
        "\"0x10\"",
        "\"640 USD\"",
        "true",
    ] {
        let reason = read("number", json, |record| record.number).unwrap_err();
        assert!(reason.starts_with("expected a whole number, found a"), "{json}: {reason}");
    }
    for json in ["-1", "18446744073709551616", "\"1e25\"", "-1.0"] {
        let reason = read("number", json, |record| record.number).unwrap_err();
        assert_eq!(reason, "expected a number that fits u64", "{json}");
    }
}

#[test]
fn a_number_in_a_text_field_keeps_its_digits() {
    for digits in [
        "12345678901234567890123",
        "1.50",
        "1E5",
        "-0",
        "0.1000",
        "1e999",
        "1e-999",
        "18446744073709551616",
        "5.0",
    ] {
        assert_eq!(read("text", digits, |record| record.text), Ok(Some(digits.to_owned())));
        let word = Some(Word::Other(digits.to_owned()));
        assert_eq!(read("word", digits, |record| record.word), Ok(word));
    }
    assert_eq!(read("text", "true", |record| record.text), Ok(Some("true".to_owned())));
    for json in ["[1]", "{\"a\":1}"] {
        assert!(
            read("text", json, |record| record.text).unwrap_err().starts_with("expected a string, found a")
        );
    }
}

#[test]
fn unrepresentable_json_is_an_error_at_its_place() {
    let deep = format!("{}{}", "[".repeat(200), "]".repeat(200));
    let effect = |json: &str, path: &str| {
        let error = get::<AddAllTypes>(format!(r#"{{"result":1,"number":7,{json}}}"#)).unwrap_err();
        let ErrorKind::Decode(decode) = error.kind() else { panic!("{error}") };
        assert_eq!(decode.path(), path, "{json}");
        error.effect()
    };
    for value in ["1e999", "-1e999"] {
        assert_eq!(effect(&format!(r#""strict":{value}"#), "strict"), Effect::Done);
        assert_eq!(effect(&format!(r#""list":{value}"#), "list"), Effect::Done);
        assert_eq!(effect(&format!(r#""list":[{{"list":[{value}]}}]"#), "list[0].list[0]"), Effect::Done);
        assert_eq!(effect(&format!(r#""numbers":{value}"#), "numbers"), Effect::Done);
    }
    // Undeclared fields and fields of any type ignore it.
    for value in [deep.as_str(), "1e999"] {
        let sorts =
            get::<AddAllTypes>(format!(r#"{{"result":1,"new":{value},"any":{value},"number":7}}"#)).unwrap();
        // As a string, or with `arbitrary_precision` as a number.
        let any = sorts.any.map(|any| any.to_string().replace("e+", "e"));
        assert_eq!((sorts.number, any.as_deref().map(|any| any.trim_matches('"'))), (Some(7), Some(value)));
    }
}

/// A place in a sample: its JSON pointer, its path in errors, and its type.
struct Place {
    pointer: String,
    path: String,
    field_type: FieldType,
}

fn places(record: &'static RecordMeta, sample: &Value, pointer: &str, path: &str, found: &mut Vec<Place>) {
    for field in record.fields {
        let value = &sample[field.name];
        let path = if path.is_empty() { field.name.to_owned() } else { format!("{path}.{}", field.name) };
        places_of((field.value)(), value, format!("{pointer}/{}", field.name), path, found);
    }
}

fn places_of(field_type: FieldType, value: &Value, pointer: String, path: String, found: &mut Vec<Place>) {
    match (&field_type, value) {
        (FieldType::Record(record), Value::Object(_)) => places(record, value, &pointer, &path, found),
        (FieldType::List(item), Value::Array(items)) if !items.is_empty() => {
            // One item is enough.
            let last = items.len() - 1;
            let (pointer, path) = (format!("{pointer}/{last}"), format!("{path}[{last}]"));
            places_of((**item).clone(), &items[last], pointer, path, found);
        }
        (FieldType::Map(item), Value::Object(members)) => {
            for (name, value) in members {
                let (pointer, path) = (format!("{pointer}/{name}"), format!("{path}[*]"));
                places_of((**item).clone(), value, pointer, path, found);
            }
        }
        // The deepest of records that contain each other.
        (_, Value::Null) => return,
        _ => {}
    }
    found.push(Place { pointer, path, field_type });
}

/// Values that a type does not accept; strings contain the marker.
fn wrong_values(field_type: &FieldType) -> Vec<&'static str> {
    let texts = ["\"S3cretZq9\"", "\"S3cretZq9 \\n\""];
    let structures = ["[\"S3cretZq9\"]", "{\"S3cretZq9\":\"S3cretZq9\"}"];
    let more: &[&str] = match field_type {
        FieldType::Any => return Vec::new(),
        FieldType::Text | FieldType::Secret | FieldType::Enum(_) => return structures.into(),
        FieldType::Number => &["true", "1.5", "1e999", "\"31\\u002d12\"", "\"1.1.1\""],
        FieldType::Decimal => &["false", "1e999", "\"1,5\""],
        FieldType::Boolean => &["2", "1.0", "\"yes\"", "1e999"],
        FieldType::Date | FieldType::DateTime | FieldType::Timestamp => {
            &["5", "true", "\"31-12-2026\"", "1e999"]
        }
        FieldType::Record(_) => {
            return [&texts[..], &structures[..1], &["5", "true", "1e999", "[1]"]].concat();
        }
        FieldType::List(item) if matches!(**item, FieldType::Record(_)) => {
            return [&texts[..], &["5", "true", "1e999"]].concat();
        }
        FieldType::Map(_) => return [&texts[..], &structures[..1], &["5", "true", "1e999"]].concat(),
        // One item in place of a list is a list.
        FieldType::List(item) => {
            return wrong_values(item).into_iter().filter(|value| !value.starts_with('[')).collect();
        }
        _ => &[],
    };
    [&texts[..], &structures[..], more].concat()
}

/// Every method that returns a record: those of the Accounts section, and those above.
fn methods() -> impl Iterator<Item = (&'static MethodMeta, &'static RecordMeta, Decoder)> {
    let section = vox_accounts::METHODS.iter().map(DeclaredMethod::meta).zip(RESPONSES);
    let own = [
        (GetAllTypes::META, decoder::<GetAllTypes>()),
        (AddAllTypes::META, decoder::<AddAllTypes>()),
        (GetStrict::META, decoder::<GetStrict>()),
    ];
    section.chain(own).filter_map(|(method, decoder)| {
        assert_eq!(method.name, decoder.name);
        Some((method, method.response.record()?, decoder))
    })
}

#[test]
fn a_wrong_value_is_an_error_at_its_place() {
    for (method, record, decoder) in methods() {
        let sample = (decoder.sample)();
        let mut found = Vec::new();
        places(record, &sample, "", "", &mut found);
        for Place { pointer, path, field_type } in found {
            // For nested fields, only the place is checked.
            let most = if path.matches('[').count() > 2 { 1 } else { usize::MAX };
            for value in wrong_values(&field_type).into_iter().take(most) {
                let mut body = sample.clone();
                *body.pointer_mut(&pointer).unwrap() = json!("@here@");
                let body = body.to_string().replace("\"@here@\"", value);
                let error = (decoder.error)(body.as_bytes()).unwrap();
                let place = format!("{}: {path} = {value}", method.name);
                let ErrorKind::Decode(decode) = error.kind() else {
                    // It was the only evidence of success.
                    let truth = Truth::of(method, StatusCode::OK, body.as_bytes()).unwrap();
                    assert_ne!(truth.is_success, Certainty::Yes, "{place}: {error}");
                    continue;
                };
                assert_eq!(decode.path(), path, "{place}");
                assert!(decode.reason().starts_with("expected "), "{place}: {decode}");
                let shown = format!("{error} {error:?} {decode} {decode:?}");
                assert!(!shown.contains(MARKER) && !shown.contains("1e999"), "{place}: {shown}");
            }
        }
    }
}

#[test]
fn a_missing_field_is_an_error_at_its_record() {
    for (method, record, decoder) in methods() {
        let sample = (decoder.sample)();
        let mut found = Vec::new();
        places(record, &sample, "", "", &mut found);
        let whole = FieldType::Record(record);
        found.push(Place { pointer: String::new(), path: String::new(), field_type: whole });
        for Place { pointer, path, field_type } in found {
            let FieldType::Record(record) = field_type else { continue };
            for field in record.fields.iter().filter(|field| field.required) {
                let mut body = sample.clone();
                body.pointer_mut(&pointer).unwrap().as_object_mut().unwrap().remove(field.name).unwrap();
                let body = body.to_string();
                let error = (decoder.error)(body.as_bytes()).unwrap();
                let ErrorKind::Decode(decode) = error.kind() else {
                    // It was the only evidence of success.
                    let truth = Truth::of(method, StatusCode::OK, body.as_bytes()).unwrap();
                    assert_eq!(truth.is_success, Certainty::No, "{body}: {error}");
                    continue;
                };
                let reason = format!("the field `{}` is missing", field.name);
                assert_eq!((decode.path(), decode.reason()), (&*path, &*reason), "{}", method.name);
            }
        }
    }
}
