//! From an HTTP response to a result: normalized once, judged once, decoded once.

mod decode;
mod envelope;
mod evidence;
mod headers;
mod judge;

use ::http::{HeaderMap, StatusCode};

#[cfg(feature = "client")]
pub(crate) use decode::decode_any;
pub(crate) use decode::{Decode, decode, decode_as};
#[cfg(feature = "client")]
pub(crate) use envelope::text_member;
pub(crate) use judge::{Depth, judge};

use crate::error::{ErrorKind, Failure, ResponseInfo, UnexpectedResponse};

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

    /// The failure of a call whose response is larger than the client takes.
    #[cfg(feature = "client")]
    #[cold]
    pub(crate) fn too_large(&self, limit: usize) -> Failure {
        Failure {
            kind: ErrorKind::Unexpected(UnexpectedResponse::TooLarge { limit }),
            effect: crate::error::Effect::Unknown,
            response: Some(Box::new(self.info(&[]))),
        }
    }
}
