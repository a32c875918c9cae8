//! Answers as they came.

use std::fmt;

use ::http::{HeaderMap, StatusCode};
use serde::de::DeserializeOwned;

use crate::called::Called;
use crate::error::Tries;
use crate::reply::{FromJson, Reply};
use crate::{ConfigError, Error, Response};

/// A good answer as it came: for types of your own, or to keep it.
///
/// An error of the API and an answer that is no success are [`Error`]s before they are this. The body may hold
/// secrets, so `Debug` shows only its length.
pub struct RawAnswer {
    pub(super) method: Called,
    pub(super) tries: Tries,
    pub(super) status: StatusCode,
    pub(super) headers: HeaderMap,
    pub(super) body: Vec<u8>,
}

impl RawAnswer {
    /// An answer as it came.
    pub(super) fn new(method: Called, status: StatusCode, headers: HeaderMap, body: Vec<u8>) -> Self {
        Self { method, tries: Tries::default(), status, headers, body }
    }

    /// The HTTP status.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// The HTTP headers.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// The body, secrets included.
    #[must_use]
    pub fn body(&self) -> &[u8] {
        &self.body
    }

    /// The body, secrets included.
    #[must_use]
    pub fn into_body(self) -> Vec<u8> {
        self.body
    }

    /// How often the request was sent until this answer came; 1 where nothing had to be sent again.
    #[must_use]
    pub fn attempts(&self) -> u32 {
        self.tries.count
    }

    /// The body as any type. May be called again, as another type.
    ///
    /// # Errors
    /// [`Error::Decode`] with the path of what does not fit, or [`Error::UnexpectedReply`] where it is no JSON.
    pub fn decode<T: DeserializeOwned>(&self) -> Result<T, Error> {
        self.read(|json| serde_json::from_str(json))
    }

    /// The response of a declared method.
    pub(super) fn into_response<T: Response>(self) -> Result<T, Error> {
        self.read(T::from_json)
    }

    /// The answer itself, unless it is an error.
    pub(super) fn into_checked(self) -> Result<Self, Error> {
        self.reply().classify()?;
        Ok(self)
    }

    fn read<T>(&self, from_json: FromJson<T>) -> Result<T, Error> {
        match self.reply().read(from_json) {
            Ok(value) => Ok(value),
            Err(error) => Err(error.after(self.tries)),
        }
    }

    fn reply(&self) -> Reply<'_> {
        Reply { method: &self.method, status: self.status, headers: &self.headers, body: &self.body }
    }
}

impl fmt::Debug for RawAnswer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RawAnswer")
            .field("method", &self.method.name)
            .field("status", &self.status)
            .field("attempts", &self.tries.count)
            .field("body", &format_args!("{} bytes", self.body.len()))
            .finish_non_exhaustive()
    }
}

/// A name becomes part of the URL, so it consists of letters and digits.
pub(super) fn name_is_plain(name: &str) -> Result<(), Error> {
    if !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return Ok(());
    }
    let name = name.escape_debug();
    Err(ConfigError::new(format!(
        "`{name}` is no method's name: expected letters and digits, as in `AddAccount`"
    ))
    .into())
}
