//! What an answer is: a response, an error of the API, or something else.

mod envelope;
mod json_path;
mod reason;
mod times;

use ::http::header::CONTENT_TYPE;
use ::http::{HeaderMap, StatusCode};
use bytes::Bytes;
use jiff::Timestamp;
use serde::de::DeserializeOwned;
use serde_json::error::Category;

use crate::called::Called;
use crate::error::{ApiError, DecodeError, Error, Problem, Tries, UnexpectedReply};

#[cfg(feature = "client")]
pub(crate) use envelope::text_member;

/// An answer as it came.
pub(crate) struct Reply<'r> {
    pub(crate) method: &'r Called,
    pub(crate) status: StatusCode,
    pub(crate) headers: &'r HeaderMap,
    pub(crate) body: &'r [u8],
}

impl Reply<'_> {
    /// The response as a type, unless the answer is an error.
    pub(crate) fn decode<T: DeserializeOwned>(&self) -> Result<T, Error> {
        self.classify()?;
        self.read()
    }

    /// The response as a type, of an answer that is no error; the only generic step.
    pub(crate) fn read<T: DeserializeOwned>(&self) -> Result<T, Error> {
        // One look over all bytes is cheaper than one for each text in them.
        let text = str::from_utf8(self.body).map_err(|_| self.unexpected(Problem::NotJson))?;
        serde_json::from_str(text).map_err(|error| self.undecodable(&error))
    }

    /// Ok where the body should be a response.
    pub(crate) fn classify(&self) -> Result<(), Error> {
        if let Some(envelope) = envelope::find(self.body) {
            return Err(Error::Api(Box::new(ApiError {
                method: self.method.clone(),
                tries: Tries::default(),
                status: self.status,
                retry_after: times::retry_after(self.headers, Timestamp::now),
                fault: envelope.fault,
                errors: envelope.errors,
                date: times::date(self.headers),
                caller: None,
            })));
        }
        if self.status.is_success() { Ok(()) } else { Err(self.unexpected(Problem::Status)) }
    }

    #[cold]
    pub(crate) fn unexpected(&self, problem: Problem) -> Error {
        let content_type = self.headers.get(CONTENT_TYPE);
        Error::UnexpectedReply(Box::new(UnexpectedReply {
            method: self.method.clone(),
            tries: Tries::default(),
            problem,
            status: self.status,
            content_type: content_type.map(|value| String::from_utf8_lossy(value.as_bytes()).into_owned()),
            retry_after: times::retry_after(self.headers, Timestamp::now),
            body: Bytes::copy_from_slice(self.body),
        }))
    }

    #[cold]
    fn undecodable(&self, error: &serde_json::Error) -> Error {
        if error.classify() != Category::Data {
            return self.unexpected(Problem::NotJson);
        }
        let (reason, about) = reason::of(error);
        Error::Decode(Box::new(DecodeError {
            method: self.method.clone(),
            tries: Tries::default(),
            status: self.status,
            path: json_path::at(self.body, error.line(), error.column(), about),
            reason,
            body: Bytes::copy_from_slice(self.body),
        }))
    }
}

#[cfg(test)]
mod tests;
