//! What an answer is: a response, an error of the API, or something else.

mod envelope;
mod json_path;
mod reason;
mod times;

use ::http::header::CONTENT_TYPE;
use ::http::{HeaderMap, StatusCode};
use bytes::Bytes;
use jiff::Timestamp;
use serde_json::error::Category;

use crate::called::Called;
use crate::error::{ApiError, DecodeError, Error, Problem, Tries, UnexpectedReply};

#[cfg(feature = "client")]
pub(crate) use envelope::text_member;

/// How a type is read; the only step that differs between methods.
pub(crate) type FromJson<T> = fn(&str) -> serde_json::Result<T>;

/// An answer as it came.
pub(crate) struct Reply<'r> {
    pub(crate) method: &'r Called,
    pub(crate) status: StatusCode,
    pub(crate) headers: &'r HeaderMap,
    pub(crate) body: &'r [u8],
}

impl Reply<'_> {
    /// The response of a declared method, unless the answer is an error.
    pub(crate) fn response<T>(&self, from_json: FromJson<T>) -> Result<T, Error> {
        match self.classify() {
            Ok(()) => self.read(from_json),
            Err(error) => Err(error),
        }
    }

    /// The body of an answer that is no error. Each method has its own copy, so there are no `?` and `map_err` in it: they
    /// would be copied too.
    pub(crate) fn read<T>(&self, from_json: FromJson<T>) -> Result<T, Error> {
        match self.text() {
            Ok(text) => match from_json(text) {
                Ok(value) => Ok(value),
                Err(error) => Err(self.undecodable(&error)),
            },
            Err(error) => Err(error),
        }
    }

    fn text(&self) -> Result<&str, Error> {
        // One look over all bytes is cheaper than one for each text in them.
        str::from_utf8(self.body).map_err(|_| self.unexpected(Problem::NotJson))
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
