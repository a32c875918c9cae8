//! Tables of records, as CSV.

use bytes::Bytes;
use http::Response;
use serde_json::{Map, Value};
use vox_core::meta::RecordMeta;

use super::attachment;
use super::record::Records;
use crate::csv_text::{cell, line};

/// The main list of a response as a file.
pub(super) fn of(response: &'static RecordMeta, records: &Records<'_>) -> Response<Bytes> {
    let items = records.main_items(response);
    let items: Vec<&Map<String, Value>> = items.iter().filter_map(Value::as_object).collect();
    attachment("sample.csv", "text/csv; charset=utf-8", csv(&items))
}

/// The scalar members of the objects. The first object has all names.
fn csv(items: &[&Map<String, Value>]) -> String {
    let is_scalar = |value: &Value| !value.is_object() && !value.is_array();
    let names: Vec<&String> = items.first().map_or_else(Vec::new, |first| {
        first.iter().filter(|(_, value)| is_scalar(value)).map(|(name, _)| name).collect()
    });
    let mut csv = line(',', names.iter().map(|name| (*name).clone()));
    for item in items {
        csv += &line(',', names.iter().map(|name| cell(item.get(*name))));
    }
    csv
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn cells_with_special_characters_are_quoted() {
        let items = [json!({"a": "x,\"y\"", "b": 1, "c": [1]}), json!({"b": null, "a": true})];
        let items: Vec<_> = items.iter().filter_map(Value::as_object).collect();
        assert_eq!(csv(&items), "a,b\n\"x,\"\"y\"\"\",1\ntrue,\n");
        assert_eq!(csv(&[]), "\n");
    }
}
