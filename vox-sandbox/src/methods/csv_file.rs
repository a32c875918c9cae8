//! Lists as CSV files.

use serde_json::{Map, Value};
use vox_core::{Download, Record};

use crate::csv_text::{cell, line};

/// A file with a line for each record, and a first line with the names of the fields.
pub(super) fn csv_file<R: Record>(name: String, delimiter: char, records: &[R]) -> Download {
    let names = || R::META.fields.iter().map(|field| field.name);
    let mut csv = line(delimiter, names().map(str::to_owned));
    for record in records {
        // A record is a JSON object.
        let members: Map<String, Value> = serde_json::from_str(&record.to_json()).unwrap_or_default();
        csv += &line(delimiter, names().map(|name| cell(members.get(name))));
    }
    Download::new(csv).with_file_name(name).with_content_type("text/csv; charset=utf-8")
}
