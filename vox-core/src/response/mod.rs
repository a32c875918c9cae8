//! Turns an HTTP response into a result: it is normalized, judged and decoded, each once.

mod decode;
mod envelope;
mod file;
mod headers;
mod judge;
mod method_info;

use std::borrow::Cow;

use http::{HeaderMap, StatusCode};

pub(crate) use decode::{DecodeFn, decode_as, decode_failure};
#[cfg(feature = "client")]
pub(crate) use envelope::text_member;
pub(crate) use file::whole_file;
#[cfg(feature = "client")]
pub(crate) use file::{BodyKind, begins_object, body_kind, file_info};
#[cfg(feature = "client")]
pub(crate) use headers::percent_decoded;
pub(crate) use judge::{Inspection, judge};
pub(crate) use method_info::{MethodInfo, SuccessCriteria};

use crate::declare::Download;
use crate::declare::record::DecodeFailure;
use crate::error::{CallContext, Error, ResponseInfo};
use crate::meta::MethodMeta;

/// The head of an HTTP response.
#[derive(Clone, Copy)]
pub(crate) struct Head<'r> {
    pub(crate) status: StatusCode,
    pub(crate) headers: &'r HeaderMap,
}

impl Head<'_> {
    /// The parts of the response that an error keeps.
    #[cold]
    pub(crate) fn info(&self, body: &[u8]) -> ResponseInfo {
        ResponseInfo {
            status: self.status,
            content_type: headers::content_type(self.headers),
            encoding: headers::encoding(self.headers),
            retry_after: headers::retry_after(self.headers, headers::now),
            date: headers::date(self.headers),
            body: body.to_vec(),
        }
    }
}

/// The typed response of a declared method.
pub(crate) fn receive<T>(
    meta: &MethodMeta,
    head: Head<'_>,
    body: &[u8],
    decode_text: DecodeFn<T>,
    from_file: Option<fn(Download) -> T>,
) -> Result<T, Error> {
    // Compiled once per type, so it calls functions that are compiled once.
    let text = judged_text(meta, head, body)?;
    if let (None, Some(from_file)) = (&text, from_file) {
        return Ok(from_file(whole_file(context(meta), head, body)));
    }
    match decode_text(text.as_deref().unwrap_or_default()) {
        Ok(value) => Ok(value),
        Err(failure) => Err(decode_error(failure, meta, head, body)),
    }
}

/// The text of a response that is a success; `None` for a file.
fn judged_text<'b>(meta: &MethodMeta, head: Head<'_>, body: &'b [u8]) -> Result<Option<Cow<'b, str>>, Error> {
    match judge(&MethodInfo::from(meta), head, body, Inspection::BeforeDecoding) {
        Ok(success) => Ok(success.text),
        Err(failure) => Err(failure.in_call(context(meta))),
    }
}

#[cold]
fn decode_error(failure: DecodeFailure, meta: &MethodMeta, head: Head<'_>, body: &[u8]) -> Error {
    decode_failure(failure, &MethodInfo::from(meta), head, body).in_call(context(meta))
}

fn context(meta: &MethodMeta) -> CallContext {
    CallContext::new(meta.name, meta.kind, 1)
}
