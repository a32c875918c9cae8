//! Responses whose shape depends on a parameter.

use super::record::evidence::is_in_record;
use super::record::{FieldContent, FieldValue, Record, ValueReader, read_json};
use super::{Download, JsonResponse, Response};
use crate::error::DecodeError;
use crate::meta::ResponseMeta;

/// One of two records: the response of a method whose parameters decide what it returns (`response = Either<A, B>`).
///
/// The response is read as the first record if it has at least one of that record's fields with a value of its type, otherwise
/// as the second. Name the record with the unmistakable fields first: `is_async = true` makes a list method return the id of a
/// report.
///
/// ```
/// use vox_core::prelude::*;
///
/// /// Reads the audit log, or orders a report of it.
/// #[derive(Debug, Clone, PartialEq, VoxMethod)]
/// #[vox_method(name = "GetAuditLog", response = Either<ReportOrdered, AuditLog>, kind = write, ack = none)]
/// pub struct GetAuditLog {
///     /// Whether a report is ordered.
///     pub is_async: Option<bool>,
/// }
///
/// /// A report was ordered.
/// #[derive(Debug, Clone, PartialEq, VoxRecord)]
/// #[non_exhaustive]
/// pub struct ReportOrdered {
///     /// The report.
///     pub history_report_id: u64,
/// }
///
/// /// The audit log.
/// #[derive(Debug, Clone, PartialEq, VoxRecord)]
/// #[non_exhaustive]
/// pub struct AuditLog {
///     /// The number of entries.
///     pub total_count: Option<u64>,
/// }
///
/// let response = http::Response::new(r#"{"result": 1, "history_report_id": 7}"#);
/// match GetAuditLog::from_http(response)? {
///     Either::First(report) => assert_eq!(report.history_report_id, 7),
///     Either::Second(log) => println!("{:?}", log.total_count),
/// }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Either<A, B> {
    /// The first record.
    First(A),
    /// The second record.
    Second(B),
}

impl<A, B> Either<A, B> {
    /// The first record, if the response is it.
    pub fn first(self) -> Option<A> {
        match self {
            Self::First(first) => Some(first),
            Self::Second(_) => None,
        }
    }

    /// The second record, if the response is it.
    pub fn second(self) -> Option<B> {
        match self {
            Self::First(_) => None,
            Self::Second(second) => Some(second),
        }
    }
}

#[diagnostic::do_not_recommend]
impl<A: Record + Send + 'static, B: Record + Send + 'static> Response for Either<A, B> {
    const META: ResponseMeta = ResponseMeta::Either(A::META, B::META);

    /// Without a field of either record, as after an acknowledgment alone, it is the first.
    fn read(json: ValueReader<'_>) -> Result<Option<Self>, DecodeError> {
        let json = json.json()?;
        let is_second = !is_in_record(json, A::META) && is_in_record(json, B::META);
        if is_second {
            Ok(read_json(json, <B as FieldValue>::read)?.map(Self::Second))
        } else {
            Ok(read_json(json, <A as FieldValue>::read)?.map(Self::First))
        }
    }

    fn content(&self) -> FieldContent<'_> {
        match self {
            Self::First(first) => FieldContent::record(first),
            Self::Second(second) => FieldContent::record(second),
        }
    }
}

impl<A: Record + Send + 'static, B: Record + Send + 'static> JsonResponse for Either<A, B> {}

/// A record or a file: the response of a method that returns JSON or a file (`response = JsonOrFile<T>`), often by a parameter
/// `output`.
///
/// The response decides, not the parameters: a response that is marked as a file (`Content-Disposition: attachment` or
/// `application/octet-stream`), or has the content type of one, is a file. JSON, plain text and HTML are not.
///
/// ```
/// use vox_core::prelude::*;
///
/// /// Lists the tasks of a call list, as a CSV file by default.
/// #[derive(Debug, Clone, PartialEq, VoxMethod)]
/// #[vox_method(name = "GetCallListDetails", response = JsonOrFile<CallListDetails>, kind = write, ack = none)]
/// pub struct GetCallListDetails {
///     /// The call list.
///     pub list_id: u64,
///     /// `csv`, `xls` or `json`.
///     pub output: Option<String>,
/// }
///
/// /// The tasks.
/// #[derive(Debug, Clone, PartialEq, VoxRecord)]
/// #[non_exhaustive]
/// pub struct CallListDetails {
///     /// The number of tasks in the response.
///     pub count: Option<u64>,
/// }
///
/// match GetCallListDetails::from_http(http::Response::new(r#"{"result": [], "count": 0}"#))? {
///     JsonOrFile::Json(details) => assert_eq!(details.count, Some(0)),
///     JsonOrFile::File(file) => println!("{:?}", file.file_name()),
/// }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub enum JsonOrFile<T> {
    /// JSON.
    Json(T),
    /// A file.
    File(Download),
}

impl<T> JsonOrFile<T> {
    /// The response in JSON, if it is not a file.
    pub fn json(self) -> Option<T> {
        match self {
            Self::Json(json) => Some(json),
            Self::File(_) => None,
        }
    }

    /// The file, if the response is one.
    pub fn file(self) -> Option<Download> {
        match self {
            Self::Json(_) => None,
            Self::File(file) => Some(file),
        }
    }
}

#[diagnostic::do_not_recommend]
impl<T: JsonResponse> Response for JsonOrFile<T> {
    const META: ResponseMeta = ResponseMeta::JsonOrFile(&T::META);
    const FROM_FILE: Option<fn(Download) -> Self> = Some(Self::File);

    fn read(json: ValueReader<'_>) -> Result<Option<Self>, DecodeError> {
        Ok(T::read(json)?.map(Self::Json))
    }

    fn content(&self) -> FieldContent<'_> {
        match self {
            Self::Json(json) => json.content(),
            Self::File(file) => file.content(),
        }
    }

    fn file(&self) -> Option<&Download> {
        match self {
            Self::Json(_) => None,
            Self::File(file) => Some(file),
        }
    }
}
