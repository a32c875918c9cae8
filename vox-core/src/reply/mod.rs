//! What an answer is: a response, an error of the API, or something else.

mod envelope;
mod json_path;
mod reason;

use std::time::Duration;

use ::http::header::{CONTENT_TYPE, RETRY_AFTER};
use ::http::{HeaderMap, StatusCode};
use bytes::Bytes;
#[cfg(any(test, feature = "client"))]
use serde::de::DeserializeOwned;
use serde_json::error::Category;

use crate::Response;
use crate::called::Called;
use crate::error::{ApiError, DecodeError, Error, Problem, UnexpectedReply};

/// An answer as it came.
pub(crate) struct Reply<'r> {
    pub(crate) method: Called,
    pub(crate) status: StatusCode,
    pub(crate) headers: &'r HeaderMap,
    pub(crate) body: &'r [u8],
}

impl Reply<'_> {
    /// The response of a declared method.
    pub(crate) fn response<T: Response>(&self) -> Result<T, Error> {
        self.read(T::from_json)
    }

    /// The body as any type.
    #[cfg(any(test, feature = "client"))]
    pub(crate) fn decode<T: DeserializeOwned>(&self) -> Result<T, Error> {
        self.read(|json| serde_json::from_str(json))
    }

    /// The only generic step.
    fn read<T>(&self, from_json: fn(&str) -> serde_json::Result<T>) -> Result<T, Error> {
        self.classify()?;
        // One look over all bytes is cheaper than one for each text in them.
        let text = str::from_utf8(self.body).map_err(|_| self.unexpected(Problem::NotJson))?;
        from_json(text).map_err(|error| self.undecodable(&error))
    }

    /// Ok where the body should be a response.
    pub(crate) fn classify(&self) -> Result<(), Error> {
        if let Some(envelope) = envelope::find(self.body) {
            return Err(Error::Api(Box::new(ApiError {
                method: self.method,
                status: self.status,
                retry_after: self.retry_after(),
                fault: envelope.fault,
                errors: envelope.errors,
            })));
        }
        if self.status.is_success() { Ok(()) } else { Err(self.unexpected(Problem::Status)) }
    }

    #[cold]
    pub(crate) fn unexpected(&self, problem: Problem) -> Error {
        let content_type = self.headers.get(CONTENT_TYPE);
        Error::UnexpectedReply(Box::new(UnexpectedReply {
            method: self.method,
            problem,
            status: self.status,
            content_type: content_type.map(|value| String::from_utf8_lossy(value.as_bytes()).into_owned()),
            retry_after: self.retry_after(),
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
            method: self.method,
            status: self.status,
            path: json_path::at(self.body, error.line(), error.column(), about),
            reason,
            body: Bytes::copy_from_slice(self.body),
        }))
    }

    /// The wait that the server asks for; only the form in seconds.
    fn retry_after(&self) -> Option<Duration> {
        let seconds = self.headers.get(RETRY_AFTER)?.to_str().ok()?.trim().parse().ok()?;
        Some(Duration::from_secs(seconds))
    }
}

#[cfg(test)]
mod tests;
