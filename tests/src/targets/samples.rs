//! Samples of responses and callbacks, with every field.

use std::path::Path;

use serde_json::{Map, Value, json};
use vox_accounts::callbacks::CallbackPayload;
use vox_accounts::vox_core::meta::{FieldType, MethodMeta, RecordMeta};

use super::MARKER;

/// The depth of records that contain each other.
const DEPTH: usize = 5;

/// A method's response with its acknowledgment and every field.
pub(super) fn response(method: &MethodMeta) -> Value {
    let mut response = method.response.record().map_or_else(|| json!({}), record);
    if let Some(ack) = method.ack {
        response[ack.name] = json!(1);
    }
    response
}

/// A record with every field.
pub(super) fn record(meta: &'static RecordMeta) -> Value {
    record_to(meta, DEPTH)
}

fn record_to(meta: &'static RecordMeta, depth: usize) -> Value {
    let field = |field: &vox_accounts::vox_core::meta::FieldMeta| {
        (field.name.to_owned(), value(&(field.value)(), depth))
    };
    Value::Object(meta.fields.iter().map(field).collect())
}

fn value(field: &FieldType, depth: usize) -> Value {
    match field {
        FieldType::Decimal => json!(293.855),
        FieldType::Text => json!("a \"text\" \u{20ac}"),
        FieldType::Secret => json!(MARKER),
        FieldType::Boolean => json!(true),
        FieldType::Date => json!("2014-03-17"),
        FieldType::DateTime | FieldType::Timestamp => json!("2020-08-07 12:00:53"),
        FieldType::Time => json!("12:00:53"),
        FieldType::Enum(known) => json!(known.values[0]),
        FieldType::Record(_) if depth == 0 => Value::Null,
        FieldType::List(item) if depth == 0 && matches!(**item, FieldType::Record(_)) => json!([]),
        FieldType::Record(inner) => record_to(inner, depth - 1),
        FieldType::List(item) => json!([value(item, depth), value(item, depth)]),
        FieldType::Map(item) => json!({"one": value(item, depth)}),
        FieldType::Any => json!({"any": [1, null]}),
        // Whole numbers, and types that are added later.
        _ => json!(7),
    }
}

/// A file of `data/examples`.
pub(super) fn example(name: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/examples");
    std::fs::read(folder.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// One body for each type of callback, with the payload of the API's contract.
pub(super) fn callbacks() -> Vec<Value> {
    let contract = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/accounts.json");
    let contract = std::fs::read(contract).expect("the contract can be read");
    let contract: Value = serde_json::from_slice(&contract).expect("the contract is JSON");
    let structures = &contract["structures"];
    let callback = |kind: &&str| {
        let fields = structure(structures, "AccountCallback").expect("the contract has callbacks");
        let payload = fields.iter().find(|field| field["name"] == *kind).expect("the contract has this type");
        json!({"callbacks": [{
            "callback_id": 42, "type": kind, "account_id": 1, "hash": "e4cfb3b6c70924901b4dd6ecccdb067f",
            "account_name": "acme", "balance": 4.98, "currency": "USD", "language_code": "en",
            *kind: value_of_type(structures, payload["type"].as_str().unwrap_or_default(), DEPTH),
        }]})
    };
    CallbackPayload::KINDS.iter().map(callback).collect()
}

fn structure<'v>(structures: &'v Value, name: &str) -> Option<&'v Vec<Value>> {
    let found = structures.as_array()?.iter().find(|structure| structure["name"] == name)?;
    found["fields"].as_array()
}

/// A value of a type of the contract.
fn value_of_type(structures: &Value, type_name: &str, depth: usize) -> Value {
    if let Some(item) = type_name.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
        return json!([value_of_type(structures, item, depth)]);
    }
    match structure(structures, type_name) {
        Some(_) if depth == 0 => Value::Null,
        Some(fields) => {
            let field = |field: &Value| {
                let name = field["name"].as_str().unwrap_or_default().to_owned();
                (name, value_of_type(structures, field["type"].as_str().unwrap_or_default(), depth - 1))
            };
            Value::Object(fields.iter().map(field).collect::<Map<_, _>>())
        }
        None => match type_name {
            "number" => json!(7),
            "decimal" => json!(1.25),
            "boolean" => json!(false),
            "date" => json!("2024-02-29"),
            "timestamp" => json!("2024-02-29 23:59:59"),
            _ => json!("text"),
        },
    }
}
