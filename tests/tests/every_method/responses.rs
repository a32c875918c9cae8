//! Responses that are full, empty or odd.

use bytes::Bytes;
use serde_json::{Map, Value, json};
use vox_core::meta::{FieldMeta, FieldType, RecordMeta, ResponseMeta};
use vox_core::methods::DeclaredMethod;

/// How deep records that contain themselves are.
const DEPTH: usize = 4;

/// What a response is like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sample {
    /// Each field has a value of its type.
    Full,
    /// Only the fields without which the response is useless.
    Sparse,
    /// The same, and the other fields are null.
    Null,
    /// Values as some servers write them: numbers as texts, a lone item without its list, texts and members that are newer than the
    /// declaration.
    Odd,
}

impl Sample {
    fn record(self, record: &'static RecordMeta, depth: usize) -> Value {
        let mut members = Map::new();
        for field in record.fields {
            if let Some(value) = self.field(field, depth) {
                members.insert(field.name.to_owned(), value);
            }
        }
        if self == Self::Odd {
            members.insert("newer_than_the_declaration".to_owned(), json!({"a": [1, null]}));
        }
        Value::Object(members)
    }

    fn field(self, field: &'static FieldMeta, depth: usize) -> Option<Value> {
        match self {
            _ if depth > DEPTH && !field.required => None,
            Self::Sparse if !field.required => None,
            Self::Null if !field.required => Some(Value::Null),
            _ => Some(self.value(&(field.value)(), depth)),
        }
    }

    fn value(self, field_type: &FieldType, depth: usize) -> Value {
        let is_odd = self == Self::Odd;
        match field_type {
            FieldType::Number => {
                if is_odd {
                    json!("7")
                } else {
                    json!(7)
                }
            }
            FieldType::Decimal => {
                if is_odd {
                    json!("-0.50")
                } else {
                    json!(1.25)
                }
            }
            FieldType::Text => {
                if is_odd {
                    json!("\u{feff} ;\u{0}")
                } else {
                    json!("text")
                }
            }
            FieldType::Secret => json!("S3cret!Zq9"),
            FieldType::Boolean => {
                if is_odd {
                    json!(1)
                } else {
                    json!(true)
                }
            }
            FieldType::Date => json!("2026-01-31"),
            FieldType::DateTime | FieldType::Timestamp => json!("2026-01-31 18:05:00"),
            FieldType::Time => json!("18:05:00"),
            FieldType::UnixTime => {
                if is_odd {
                    json!("1769882700")
                } else {
                    json!(1_769_882_700)
                }
            }
            FieldType::Enum(known) => {
                if is_odd {
                    json!("NEWER_THAN_THE_DECLARATION")
                } else {
                    json!(known.values[0])
                }
            }
            FieldType::Record(record) => self.record(record, depth + 1),
            FieldType::List(item) if is_odd => self.value(item, depth),
            FieldType::List(item) => json!([self.value(item, depth)]),
            FieldType::Map(value) => json!({"a": self.value(value, depth), "b": self.value(value, depth)}),
            FieldType::Any => json!({"any": [1, "text"]}),
            other => panic!("no value of {other:?}"),
        }
    }

    /// The bodies that a method may respond with.
    fn bodies(self, method: &DeclaredMethod) -> Vec<Value> {
        let records: Vec<_> = method.response.records().collect();
        let mut bodies: Vec<_> = records.iter().map(|record| self.record(record, 0)).collect();
        if matches!(method.response, ResponseMeta::Nothing | ResponseMeta::Json) {
            bodies.push(json!({}));
        }
        for (record, body) in records.iter().zip(&mut bodies) {
            if method.ack.is_none() {
                fill(record, body);
            }
        }
        for body in &mut bodies {
            if let Some(ack) = method.ack {
                body[ack.name] = if self == Self::Odd { json!("1") } else { json!(1) };
            }
        }
        bodies
    }
}

/// Gives a response without any value one, because such a response is an error: an empty list where the first field is a list.
fn fill(record: &'static RecordMeta, body: &mut Value) {
    if is_nothing(body) {
        let first = &record.fields[0];
        body[first.name] = match (first.value)() {
            FieldType::List(_) => json!([]),
            value => Sample::Full.value(&value, 0),
        };
    }
}

fn is_nothing(value: &Value) -> bool {
    value.is_null() || value.as_object().is_some_and(|members| members.values().all(is_nothing))
}

#[test]
fn full_empty_and_odd_responses_are_read() {
    let mut count = 0;
    let mut errors = Vec::new();
    for method in vox_api::methods() {
        for sample in [Sample::Full, Sample::Sparse, Sample::Null, Sample::Odd] {
            for body in sample.bodies(method) {
                let response = http::Response::new(Bytes::from(body.to_string()));
                if let Err(error) = method.check_response(response) {
                    errors.push(format!("{} {sample:?}: {error}\n{body}", method.name));
                }
                count += 1;
            }
        }
    }
    assert!(errors.is_empty(), "{}", errors.join("\n\n"));
    assert!(count > 3 * vox_api::methods().count(), "{count}");
}
