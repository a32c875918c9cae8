//! From an HTTP response to a result: normalized once, judged once, decoded once.

mod decode;
mod envelope;
mod evidence;
mod headers;
mod judge;

use ::http::{HeaderMap, StatusCode};

pub(crate) use decode::{Decode, decode, decode_as};
#[cfg(feature = "client")]
pub(crate) use envelope::text_member;
pub(crate) use judge::{Depth, judge};

use crate::error::ResponseInfo;

/// The head of an HTTP response.
#[derive(Clone, Copy)]
pub(crate) struct Head<'r> {
    pub(crate) status: StatusCode,
    pub(crate) headers: &'r HeaderMap,
}

impl Head<'_> {
    /// What an error keeps of the response.
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
