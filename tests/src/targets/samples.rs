//! Answers and callbacks with every field.

use std::path::Path;

use serde_json::{Map, Value, json};
use vox_accounts::callbacks::CallbackPayload;
use vox_accounts::vox_core::{FieldType, MethodMeta, RecordMeta};

use super::MARKER;

/// How deep records that contain each other go.
const DEPTH: usize = 5;

/// A method's response with its acknowledgment and every field.
pub(super) fn response(method: &MethodMeta) -> Value {
    let mut response = method.response.record().map_or_else(|| json!({}), record);
    if let Some(ack) = method.ack {
        response[ack.name] = json!(1);
    }
    response
}

/// A structure with every field.
pub(super) fn record(meta: &'static RecordMeta) -> Value {
    record_to(meta, DEPTH)
}

fn record_to(meta: &'static RecordMeta, depth: usize) -> Value {
    let field =
        |field: &vox_accounts::vox_core::FieldMeta| (field.name.to_owned(), value(&(field.value)(), depth));
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
        FieldType::Enum(known) => json!(known.values[0]),
        FieldType::Record(_) if depth == 0 => Value::Null,
        FieldType::List(item) if depth == 0 && matches!(**item, FieldType::Record(_)) => json!([]),
        FieldType::Record(inner) => record_to(inner, depth - 1),
        FieldType::List(item) => json!([value(item, depth), value(item, depth)]),
        FieldType::Any => json!({"any": [1, null]}),
        // A whole number, and whatever types may come.
        _ => json!(7),
    }
}

/// A file of `data/examples`.
pub(super) fn example(name: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/examples");
    std::fs::read(folder.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// A body with one callback for each type, its payload as the API's contract has it.
pub(super) fn callbacks() -> Vec<Value> {
    let contract = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/accounts.json");
    let contract = std::fs::read(contract).expect("the contract is there");
    let contract: Value = serde_json::from_slice(&contract).expect("the contract is JSON");
    let structures = &contract["structures"];
    let callback = |kind: &&str| {
        let fields = structure(structures, "AccountCallback").expect("the contract has callbacks");
        let payload = fields.iter().find(|field| field["name"] == *kind).expect("its types too");
        json!({"callbacks": [{
            "callback_id": 42, "type": kind, "account_id": 1, "hash": "e4cfb3b6c70924901b4dd6ecccdb067f",
            "account_name": "acme", "balance": 4.98, "currency": "USD", "language_code": "en",
            *kind: of_word(structures, payload["type"].as_str().unwrap_or_default(), DEPTH),
        }]})
    };
    CallbackPayload::KINDS.iter().map(callback).collect()
}

fn structure<'v>(structures: &'v Value, name: &str) -> Option<&'v Vec<Value>> {
    let found = structures.as_array()?.iter().find(|structure| structure["name"] == name)?;
    found["fields"].as_array()
}

/// A value for the contract's word of a type.
fn of_word(structures: &Value, word: &str, depth: usize) -> Value {
    if let Some(item) = word.strip_prefix('[').and_then(|word| word.strip_suffix(']')) {
        return json!([of_word(structures, item, depth)]);
    }
    match structure(structures, word) {
        Some(_) if depth == 0 => Value::Null,
        Some(fields) => {
            let field = |field: &Value| {
                let name = field["name"].as_str().unwrap_or_default().to_owned();
                (name, of_word(structures, field["type"].as_str().unwrap_or_default(), depth - 1))
            };
            Value::Object(fields.iter().map(field).collect::<Map<_, _>>())
        }
        None => match word {
            "number" => json!(7),
            "decimal" => json!(1.25),
            "boolean" => json!(false),
            "date" => json!("2024-02-29"),
            "timestamp" => json!("2024-02-29 23:59:59"),
            _ => json!("text"),
        },
    }
}
