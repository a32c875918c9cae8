//! The error for a response that is not the API's.

use std::fmt;

use super::text::Escaped;

/// A response that is neither a success nor an error of the API, such as a proxy's page, a redirect or a truncated body.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum UnexpectedResponse {
    /// The status is not a success, and the body is not an error of the API.
    Status,
    /// The body is not a complete JSON object, or is nested too deeply.
    NotJson,
    /// The body is a JSON object, but holds nothing that the method returns.
    Unrecognized,
    /// The acknowledgment has a value that does not acknowledge the request, such as `{"result": 0}`.
    NotAcknowledged {
        /// The member's name.
        name: &'static str,
    },
    /// A page of a list is the same as the page before, so the list would never end.
    RepeatedPage,
    /// A page of a list is empty, although its total states that there are more items.
    MissingItems {
        /// The number of items before the page.
        offset: u64,
        /// The total number of items.
        total: u64,
    },
    /// The response is not the file that was expected: its status is not that of a file, or its body is a page of HTML.
    NoFile,
    /// The response is not the requested range of the file.
    OtherRange,
    /// A download was redirected too often, or to a URL that is not allowed.
    Redirect {
        /// The problem with the redirect.
        problem: &'static str,
    },
    /// The body is larger than the client accepts. It was not kept.
    TooLarge {
        /// The largest number of bytes that the client accepts.
        limit: usize,
    },
}

impl fmt::Display for UnexpectedResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Status => f.write_str("the response is not the API's"),
            Self::NotJson => f.write_str("the response is not the API's JSON"),
            Self::Unrecognized => f.write_str("the response holds nothing that the method returns"),
            Self::NotAcknowledged { name } => {
                write!(f, "the member `{}` of the response does not acknowledge the request", Escaped(name))
            }
            Self::RepeatedPage => f.write_str("the page is the same as the page before"),
            Self::MissingItems { offset, total } => {
                write!(f, "the page at offset {offset} is empty, although the list has {total} items")
            }
            Self::NoFile => f.write_str("the response is not a file"),
            Self::OtherRange => f.write_str("the response is not the requested range of the file"),
            Self::Redirect { problem } => write!(f, "the redirect is not followed: {problem}"),
            Self::TooLarge { limit } => write!(f, "the response is larger than the allowed {limit} bytes"),
        }
    }
}

/// A hint for a download that the server rejected because no token was sent.
pub(super) const NO_TOKEN: &str =
    "no credentials were sent: only the token of a service account is sent, and only to the vendor's hosts";

/// A hint on how to fix the cause of the status of a download.
pub(super) fn download_hint(status: u16) -> Option<&'static str> {
    match status {
        202 => Some("the file is not ready yet: retry later"),
        206 => Some("the response is only a part of the file"),
        401 | 403 => Some("the file requires the token of a service account, or a key with another role"),
        404 | 410 => Some("the file does not exist or has been deleted"),
        416 => Some("the range begins after the end of the file"),
        300..=399 => None,
        status => hint(status),
    }
}

/// A hint on how to fix the cause of a status.
pub(super) fn hint(status: u16) -> Option<&'static str> {
    match status {
        300..=399 => Some("redirects are not followed: check the base URL"),
        401 | 403 | 407 => Some("a proxy or gateway in front of the API requires credentials"),
        404 | 405 => Some("check the base URL"),
        429 => Some("too many requests at a time: wait, then send fewer"),
        500..=599 => Some("the server failed"),
        _ => None,
    }
}
