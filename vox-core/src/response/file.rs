//! Decides whether a response is a file.

use bytes::Bytes;
use http::StatusCode;
use http::header::CONTENT_LENGTH;

use super::{Head, SuccessCriteria, headers};
use crate::declare::{Download, FileInfo};
use crate::error::CallContext;
use crate::meta::ResponseMeta;

/// What the head of a response states about its body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum BodyKind {
    /// JSON of the API, an error of it, or a response that is not the API's.
    Json,
    /// A file.
    File,
    /// A file, unless its content is an object of JSON: [`begins_object`].
    FileOrJson,
}

/// What the head states about the body. A file is a success only if the method returns one, and only with the status of a file.
/// Unless it is marked as a file, HTML may be a login page or a proxy's; in place of a method's file, so may plain text and a body
/// without a type.
pub(crate) fn body_kind(success: &SuccessCriteria, head: Head<'_>) -> BodyKind {
    if !success.may_be_file() || !is_file_status(success, head.status) {
        return BodyKind::Json;
    }
    if headers::marks_file(head.headers) {
        return BodyKind::File;
    }
    let content_type =
        headers::content_type(head.headers).map(|content_type| content_type.to_ascii_lowercase());
    let is_json = content_type.as_deref().is_some_and(is_json);
    match (success, content_type.as_deref()) {
        (_, Some("text/html" | "application/xhtml+xml")) => BodyKind::Json,
        // A part of a file that begins like an error is none.
        (SuccessCriteria::Url, _) if head.status == StatusCode::PARTIAL_CONTENT => BodyKind::File,
        (SuccessCriteria::Url, _) => BodyKind::FileOrJson,
        (SuccessCriteria::Declared { response: ResponseMeta::File, .. }, _) if is_json => {
            BodyKind::FileOrJson
        }
        (_, None | Some("text/plain" | headers::INVALID_TYPE)) => BodyKind::Json,
        _ if is_json => BodyKind::Json,
        _ => BodyKind::FileOrJson,
    }
}

/// Whether a response with this status may be a file. Of a URL, that includes a range: the client accepts only the requested one.
pub(super) fn is_file_status(success: &SuccessCriteria, status: StatusCode) -> bool {
    let is_range = status == StatusCode::PARTIAL_CONTENT && matches!(success, SuccessCriteria::Url);
    status == StatusCode::OK || is_range
}

fn is_json(content_type: &str) -> bool {
    matches!(content_type, "application/json" | "text/json") || content_type.ends_with("+json")
}

/// Whether a body begins as an object of JSON; `None` if these bytes do not show it.
pub(crate) fn begins_object(body: &[u8]) -> Option<bool> {
    const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";
    let text = body.strip_prefix(BYTE_ORDER_MARK).unwrap_or(body).trim_ascii_start();
    if text.is_empty() || BYTE_ORDER_MARK.starts_with(text) { None } else { Some(text[0] == b'{') }
}

/// The file with this head.
pub(crate) fn file_info(head: Head<'_>) -> FileInfo {
    let length =
        head.headers.get(CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.trim().parse().ok());
    FileInfo {
        status: head.status,
        headers: head.headers.clone(),
        file_name: headers::file_name(head.headers),
        content_type: headers::content_type(head.headers),
        content_encoding: headers::encoding(head.headers),
        content_length: length,
        context: CallContext::default(),
    }
}

/// A file in memory.
pub(crate) fn whole_file(context: CallContext, head: Head<'_>, body: &[u8]) -> Download {
    let content_length = u64::try_from(body.len()).ok();
    Download::whole(FileInfo { content_length, context, ..file_info(head) }, Bytes::copy_from_slice(body))
}
