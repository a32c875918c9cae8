//! Responses, their acknowledgments and their records.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use vox_core::meta::{AckValue, FieldMeta, FieldType, MethodMeta, RecordMeta, ResponseMeta};

use super::{Aspect, Contract, Differences, items, names, text};

pub(super) fn compare(
    method: &'static MethodMeta,
    expected: &Value,
    contract: &Contract,
    found: &mut Differences,
) {
    let shape = match method.response {
        ResponseMeta::File => "file",
        ResponseMeta::JsonOrFile(_) => "json_or_file",
        _ => "json",
    };
    found.compare(method.name, Aspect::Shape, &expected["answer_kind"], &json!(shape));
    let mut fields = items(&expected["returns"], "fields").to_vec();
    let result = fields.iter().position(|field| field["name"] == "result");
    let ack = method.ack.map(|ack| if ack.value == AckValue::One { "one" } else { "truthy" });
    let expected_ack = result.and_then(|index| acknowledgment(expected, &fields[index]));
    found.compare(method.name, Aspect::Acknowledgment, &json!(expected_ack), &json!(ack));
    if let (Some(index), true) = (result, method.ack.is_some()) {
        fields.remove(index);
    }
    let has_report = !expected["idempotent_read_unless"].is_null();
    let records: Vec<_> = method.response.records().collect();
    match records[..] {
        [report, record] if has_report => {
            assert_eq!(field_names(report), BTreeSet::from(["history_report_id"]));
            compare_fields(method.name, record, &fields, contract, found);
        }
        [record] if !has_report => compare_fields(method.name, record, &fields, contract, found),
        // A file has the pseudo field `file_content`.
        [] => assert_eq!(fields.len(), usize::from(shape == "file"), "{} returns {fields:?}", method.name),
        _ => panic!("{} returns {records:?}", method.name),
    }
}

/// The acknowledgment of a method whose response has this field `result`.
fn acknowledgment(method: &Value, result: &Value) -> Option<&'static str> {
    match (text(result, "type"), text(result, "notes")) {
        _ if method["idempotent_read"] == true => None,
        ("number", "1") => Some("one"),
        ("number" | "boolean", _) => Some("truthy"),
        _ => None,
    }
}

fn field_names(record: &RecordMeta) -> BTreeSet<&str> {
    record.fields.iter().map(|field| field.name).collect()
}

/// Compares a record with the fields of the contract, and each record in it with its structure.
fn compare_fields(
    place: &str,
    record: &'static RecordMeta,
    expected: &[Value],
    contract: &Contract,
    found: &mut Differences,
) {
    found.compare(place, Aspect::Members, &json!(names(expected)), &json!(field_names(record)));
    for (index, field) in record.fields.iter().enumerate() {
        let Some(expected) = expected.iter().find(|expected| expected["name"] == field.name) else {
            continue;
        };
        let place = format!("{place}.{}", field.name);
        compare_field(&place, field, expected, contract, found);
        let aliases: Vec<_> =
            record.aliases.iter().filter(|alias| alias.field == index).map(|alias| alias.name).collect();
        assert_eq!(aliases, other_names(expected), "{place}");
    }
}

/// The name that a field has with `abbreviation = false`.
fn other_names(expected: &Value) -> Vec<&str> {
    let notes = text(expected, "notes").split_once("named ").map(|(_, rest)| rest);
    notes.and_then(|rest| rest.strip_suffix(" when abbreviation=false")).into_iter().collect()
}

fn compare_field(
    place: &str,
    field: &'static FieldMeta,
    expected: &Value,
    contract: &Contract,
    found: &mut Differences,
) {
    let field_type = (field.value)();
    let declared = field_type.to_string();
    let types = expected_types(expected);
    // Names of types are in camel case.
    let agreed = types.iter().find(|expected| expected.eq_ignore_ascii_case(&declared));
    found.compare(
        place,
        Aspect::Type,
        &json!(agreed.unwrap_or(&types[0])),
        &json!(agreed.unwrap_or(&declared)),
    );
    found.compare(place, Aspect::Secret, &json!(expected["secret"] == true), &json!(field.secret));
    // Few fields are required, as the API leaves out some that the contract requires.
    assert!(!field.required || expected["optional"] == false, "{place}");
    if let Some(name) = expected["enum"].as_str().filter(|_| expected["type"] == "string") {
        let FieldType::Enum(known) = field_type else { panic!("{place} is no enum") };
        let is_unknown = |value: &String| !known.values.contains(&value.as_str());
        let unknown: Vec<_> = contract.values(name).into_iter().filter(is_unknown).collect();
        assert!(unknown.is_empty(), "{place} does not know {unknown:?}");
    } else if let Some(record) = record_of(&field_type) {
        let structure = text(expected, "type").trim_matches(['[', ']']);
        let expected = items(contract.named("structures", structure), "fields");
        // A structure that several methods return is one place.
        compare_fields(structure, record, expected, contract, found);
    }
}

/// The types that a field may have. If one of several is a list, it has precedence, as lists also read a lone item.
fn expected_types(expected: &Value) -> Vec<String> {
    let also = expected["also"].as_array().map(Vec::as_slice).unwrap_or_default();
    // Money that the SDKs type as an integer.
    let main = expected.get("safe_type").unwrap_or(&expected["type"]);
    let types = std::iter::once(main).chain(also).map(|name| name.as_str().unwrap());
    let mut types: Vec<_> = types.map(|name| name.replace("object", "any")).collect();
    if types.iter().any(|name| name.starts_with('[')) {
        types.retain(|name| name.starts_with('['));
    }
    types
}

fn record_of(field: &FieldType) -> Option<&'static RecordMeta> {
    match field {
        FieldType::Record(record) => Some(record),
        FieldType::List(item) => record_of(item),
        _ => None,
    }
}
