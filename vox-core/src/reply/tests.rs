//! From an answer to a response or an error.

use std::time::Duration;

use ::http::header::RETRY_AFTER;

use super::*;
use crate::MethodMeta;
use crate::error::tests::{READ, WRITE};
use crate::meta::{FieldMeta, RecordMeta};
use crate::{Decimal, ErrorCode, FieldValue, NextValue, Record, Response, Timestamp, record};

fn decode<T: Response>(method: &MethodMeta, status: u16, body: &str) -> Result<T, Error> {
    let mut headers = HeaderMap::new();
    headers.insert(CONTENT_TYPE, "text/html; charset=utf-8".parse().unwrap());
    headers.insert(RETRY_AFTER, "7".parse().unwrap());
    let status = StatusCode::from_u16(status).unwrap();
    Reply { method: &method.into(), status, headers: &headers, body: body.as_bytes() }.response(T::from_json)
}

type Numbers = std::collections::BTreeMap<String, Vec<u64>>;

#[test]
fn a_good_answer() {
    assert_eq!(decode::<Numbers>(&READ, 200, r#"{"result":[1,2]}"#).unwrap()["result"], [1, 2]);
}

#[test]
fn an_error_counts_whatever_the_status() {
    for status in [200, 400, 429, 500] {
        let error = decode::<Numbers>(&READ, status, r#"{"error":{"code":"100","msg":"No"}}"#).unwrap_err();
        assert_eq!(error.code(), Some(ErrorCode::AUTHORIZATION_FAILED));
        assert_eq!(error.status().map(|status| status.as_u16()), Some(status));
        assert_eq!(error.is_retryable(), matches!(status, 429 | 500));
        assert_eq!(error.retry_after(), Some(Duration::from_secs(7)));
        // A method that changes something may have been carried out before the server failed.
        let error = decode::<Numbers>(&WRITE, status, r#"{"error":{"code":"100","msg":"No"}}"#).unwrap_err();
        assert_eq!(error.is_retryable(), status == 429);
        assert_eq!(error.to_string().contains("may have been carried out"), status == 500, "{error}");
    }
}

#[test]
fn other_answers_keep_what_came() {
    for (status, body) in
        [(502, "<h1>hunter2</h1>"), (200, "<h1>hunter2</h1>"), (200, r#"{"result":[1"#), (200, "")]
    {
        let error = decode::<Numbers>(&READ, status, body).unwrap_err();
        let Error::UnexpectedReply(reply) = &error else { panic!("{error}") };
        assert_eq!(reply.content_type(), Some("text/html; charset=utf-8"));
        assert_eq!(error.body(), Some(body.as_bytes()));
        assert_eq!(error.is_retryable(), status == 502);
        assert!(!format!("{error} {error:?}").contains("hunter2"));
    }
    let error = decode::<Numbers>(&WRITE, 502, "").unwrap_err();
    assert!(error.to_string().contains("may have been carried out"), "{error}");
    assert!(!error.is_retryable());
    assert!(decode::<Numbers>(&WRITE, 429, "").unwrap_err().is_retryable());
    let error = decode::<Numbers>(&READ, 302, "").unwrap_err();
    assert!(error.to_string().contains("redirects are not followed"), "{error}");
}

#[test]
fn what_does_not_decode_has_a_path_and_shows_no_value() {
    let body = r#"{"a":[],"result":[1,"hunter2"]}"#;
    let error = decode::<Numbers>(&WRITE, 200, body).unwrap_err();
    assert_eq!(
        error.to_string(),
        "AddSample was carried out, but its answer does not decode at `result[1]`: \
         invalid type: string, expected u64 (HTTP 200, 31 bytes)"
    );
    assert_eq!(error.body(), Some(body.as_bytes()));
    assert!(!format!("{error:?}").contains("hunter2"));
    assert!(std::error::Error::source(&error).is_none());
    let error = decode::<Numbers>(&READ, 200, body).unwrap_err();
    assert!(error.to_string().starts_with("GetSample: the answer does not decode at"), "{error}");
    assert!(error.was_sent() && !error.is_retryable());
}

/// A record by hand, so that these tests need no macro.
#[derive(Debug)]
struct Answer {
    result: Vec<Item>,
}

#[derive(Debug)]
struct Item {
    name: String,
    price: Option<Decimal>,
    created: Option<Timestamp>,
}

macro_rules! record {
    ($record:ident, $($required:literal $field:ident: $type:ty = $index:literal),+) => {
        impl Record for $record {
            const META: &'static RecordMeta = &RecordMeta {
                name: stringify!($record),
                doc: "",
                fields: &[$(FieldMeta {
                    name: stringify!($field),
                    doc: "",
                    value: <$type as FieldValue>::field_type,
                    required: $required,
                    secret: false,
                }),+],
            };

            fn blank() -> Self {
                Self { $($field: FieldValue::blank()),+ }
            }

            fn set<V: NextValue>(&mut self, index: usize, value: V) {
                match index {
                    $($index => value.assign(&mut self.$field),)+
                    _ => value.skip(),
                }
            }
        }

        impl<'de> serde::Deserialize<'de> for $record {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                record::deserialize_record(deserializer)
            }
        }
    };
}

record!(Answer, false result: Vec<Item> = 0);
record!(Item, true name: String = 0, false price: Option<Decimal> = 1, false created: Option<Timestamp> = 2);

#[test]
fn records_report_the_field() {
    let good = r#"{"result":[{"name":"a","price":1.50,"created":"2026-01-31 18:05:00"}]}"#;
    let item = &decode::<Answer>(&READ, 200, good).unwrap().result[0];
    assert_eq!((item.name.as_str(), item.price.is_some(), item.created.is_some()), ("a", true, true));
    for (item, path, reason) in [
        (r#"{"name":"b","price":"hunter2"}"#, "result[1].price", "expected a decimal number"),
        (r#"{"price":"hunter2","name":"b"}"#, "result[1].price", "expected a decimal number"),
        (r#"{"price":{"hunter2":1},"name":"b"}"#, "result[1].price", "expected a decimal number"),
        (r#"{"name":"b", "created" : "hunter2" }"#, "result[1].created", "expected a UTC time"),
        (r#"{"created":"hunter2","name":"b"}"#, "result[1].created", "expected a UTC time"),
        (r#"{"name":["hunter2"],"price":1}"#, "result[1].name", "expected a text"),
        (r#"{"name":{},"price":1}"#, "result[1].name", "expected a text"),
        (r#"{"price":1,"other":{"hunter2":[2]}}"#, "result[1]", "the field `name` is missing"),
        (r#""hunter2""#, "result[1]", "expected an object (Item)"),
        ("[4711]", "result[1]", "expected an object (Item)"),
    ] {
        for end in ["]}", ",{\"name\":\"c\"}]}", "\n ] , \"count\" : 2 }"] {
            let body = format!("{{\"count\":3,\n\"result\":[\n{{\"name\":\"a\"}}, {item}{end}");
            let error = decode::<Answer>(&READ, 200, &body).unwrap_err();
            let Error::Decode(failure) = &error else { panic!("{body}: {error}") };
            assert_eq!(failure.path(), path, "{body}: {error}");
            assert!(failure.reason().starts_with(reason), "{body}: {error}");
            assert!(!format!("{error} {error:?}").contains("hunter2"), "{error}");
        }
    }
}
