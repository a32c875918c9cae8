//! Turns an HTTP response into a result: it is normalized, judged and decoded, each once.

mod decode;
mod envelope;
mod file;
mod headers;
mod judge;
mod method_info;

use http::{HeaderMap, StatusCode};

pub(crate) use decode::{DecodeFn, decode, decode_as};
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
    let method = MethodInfo::from(meta);
    let judged = judge(&method, head, body, Inspection::BeforeDecoding);
    let context = || CallContext::new(method.name.clone(), method.kind, 1);
    let decoded = judged.and_then(|success| match (success.text, from_file) {
        (None, Some(from_file)) => Ok(from_file(whole_file(context(), head, body))),
        (text, _) => decode(&method, head, body, text.as_deref().unwrap_or_default(), decode_text),
    });
    decoded.map_err(|failure| failure.in_call(context()))
}
