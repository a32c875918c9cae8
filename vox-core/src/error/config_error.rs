//! The error for an invalid configuration.

use std::error::Error as StdError;
use std::fmt;

use super::root_cause;

/// Credentials, a base URL or the settings of a client are invalid.
///
/// The message states the mistake and its place, and never shows a key or a token. `source` returns the error of the operating
/// system or a library that caused it, such as a missing file; the message includes it.
pub struct ConfigError(Box<Inner>);

struct Inner {
    message: String,
    cause: Option<Box<dyn StdError + Send + Sync>>,
}

impl ConfigError {
    #[cold]
    pub(crate) fn new(message: impl Into<String>) -> Self {
        Self(Box::new(Inner { message: message.into(), cause: None }))
    }

    pub(crate) fn with_cause(mut self, cause: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        self.0.cause = Some(cause.into());
        self
    }

    /// Adds the place of the mistake to the message.
    #[cfg(feature = "service-account")]
    pub(crate) fn within(mut self, place: impl fmt::Display) -> Self {
        self.0.message = format!("{place}: {}", self.0.message);
        self
    }
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.message)?;
        match self.source() {
            Some(cause) => write!(f, ": {}", root_cause(cause)),
            None => Ok(()),
        }
    }
}

impl fmt::Debug for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ConfigError").field("message", &self.0.message).field("cause", &self.0.cause).finish()
    }
}

impl StdError for ConfigError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.0.cause.as_deref().map(|cause| cause as &(dyn StdError + 'static))
    }
}
