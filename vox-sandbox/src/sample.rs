//! Samples: plausible responses of methods without a handler.
//!
//! A sample is a function of the seed, the method, the parameters and the clock. It repeats the ids and the values of the
//! request, and the same id has the same fields in the responses of all methods.

mod file;
mod given;
mod hash;
mod number;
mod record;
mod table;
mod text;
mod time;

use bytes::Bytes;
use http::{HeaderValue, Response, header};
use jiff::Timestamp;
use serde_json::{Value, json};
use vox_core::meta::{MethodMeta, RecordMeta, ResponseMeta};
use vox_core::server::Form;

#[cfg(feature = "history")]
pub(crate) use self::file::{RECORDING_BYTES, RECORDING_SECONDS};
pub(crate) use self::file::{exists as has_file, respond as respond_with_file};
use self::given::Given;
use self::hash::Hash;
use self::record::Records;
use self::time::Times;
use crate::errors::ApiError;
use crate::wire::response::ApiResponse;

/// What a sample depends on besides the method.
pub(crate) struct SampleContext<'c> {
    pub(crate) form: &'c Form,
    pub(crate) seed: u64,
    pub(crate) now: Timestamp,
    /// The address of the sandbox, which the URLs of files begin with.
    pub(crate) base_url: &'c str,
    /// Whether fields whose content no declaration describes are filled. Some are JSON of a certain structure.
    pub(crate) fill_any: bool,
    /// Whether numbers fit the smallest integers.
    pub(crate) small_numbers: bool,
}

/// The sample of a valid request's response.
pub(crate) fn respond(method: &MethodMeta, context: &SampleContext<'_>) -> Result<ApiResponse, ApiError> {
    let given = Given::new(method, context.form);
    let times = Times { now: context.now, range: given.range() };
    let records = Records {
        given: &given,
        times: &times,
        seed: Hash::new(context.seed),
        request: given.hash(Hash::new(context.seed)),
        base_url: context.base_url,
        fill_any: context.fill_any,
        small_numbers: context.small_numbers,
    };
    let response = shape(method.response, &given);
    if matches!(response, Shape::File(_)) && given.report().is_some_and(|id| times.is_pending(id)) {
        return Err(ApiError::REPORT_IN_PROGRESS);
    }
    match response {
        Shape::File(record) => Ok(ApiResponse::file(match record {
            Some(record) => table::of(record, &records),
            None => file::of(method.name, &records),
        })),
        Shape::Json(record) => {
            let mut body = json!({});
            if let Some(ack) = method.ack {
                body[ack.name] = json!(1);
            }
            if let Some(Value::Object(fields)) = record.map(|record| records.response(record)) {
                for (name, value) in fields {
                    body[name] = value;
                }
            }
            if body == json!({}) {
                body = json!({ "result": 1 });
            }
            Ok(ApiResponse::success(body))
        }
    }
}

/// The id of a report that is ordered now.
#[cfg(feature = "call_lists")]
pub(crate) fn new_report(now: Timestamp) -> u64 {
    Times { now, range: None }.new_report()
}

/// What a response is.
#[derive(Clone, Copy)]
enum Shape {
    Json(Option<&'static RecordMeta>),
    /// A file; of a record's list, if JSON was possible too.
    File(Option<&'static RecordMeta>),
}

/// What the response to this request is.
fn shape(response: ResponseMeta, given: &Given<'_>) -> Shape {
    match response {
        ResponseMeta::Record(record) => Shape::Json(Some(record)),
        ResponseMeta::Either(first, second) => {
            // The list that the request would get at once, or the id of the report with it.
            let (report, list) = if is_report(first) { (first, second) } else { (second, first) };
            Shape::Json(Some(if given.flag("is_async") && is_report(report) { report } else { list }))
        }
        ResponseMeta::File => Shape::File(None),
        ResponseMeta::JsonOrFile(json) => match shape(*json, given) {
            Shape::Json(record) if !given.flag("is_async") && given.wants_file() => Shape::File(record),
            shape => shape,
        },
        _ => Shape::Json(None),
    }
}

/// Whether a record states that a report was ordered.
fn is_report(record: &RecordMeta) -> bool {
    record.fields.len() <= 2 && record.fields.iter().any(|field| field.name.ends_with("report_id"))
}

/// The id of a report that is ordered now. The methods for reports, which are samples, know it.
#[cfg(feature = "history")]
pub(crate) fn new_report_id(now: Timestamp) -> u64 {
    Times { now, range: None }.new_report()
}

/// The URL of a file that the sandbox serves, for a field with this name of the thing with this id.
#[cfg(feature = "history")]
pub(crate) fn file_url(field_name: &str, id: u64, seed: u64, base_url: &str) -> String {
    file::url(field_name, Hash::new(seed).with(field_name).with_number(id), base_url)
}

/// A file that is sent as an attachment.
fn attachment(name: &str, content_type: &'static str, content: impl Into<Bytes>) -> Response<Bytes> {
    let mut response = Response::new(content.into());
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(content_type));
    let disposition = format!("attachment; filename=\"{name}\"");
    // The names of samples have no special characters.
    if let Ok(disposition) = disposition.parse() {
        headers.insert(header::CONTENT_DISPOSITION, disposition);
    }
    response
}
