//! The kinds of faults.

use std::time::Duration;

use vox_core::ErrorCode;

/// What the sandbox does wrong with a request.
///
/// | fault | executed | what a client sees | [effect](vox_core::Effect) of a write |
/// |---|---|---|---|
/// | [`TooManyRequests`](Self::TooManyRequests) | no | HTTP 429 with an HTML page | none: it is retried |
/// | [`Status`](Self::Status) | no | the status with an HTML page | none for 400, 403, 404 and their like; unknown for others, such as 5xx |
/// | [`Api`](Self::Api) | no | an error of the API | none; unknown for codes below 100 |
/// | [`DropRequest`](Self::DropRequest) | no | a closed connection | unknown |
/// | [`DropResponse`](Self::DropResponse) | yes | a closed connection | unknown |
/// | [`Delay`](Self::Delay) | yes | the response, late | done; unknown after a timeout |
/// | [`TruncateBody`](Self::TruncateBody) | yes | half the body, then a closed connection | unknown |
/// | [`MalformedBody`](Self::MalformedBody) | yes | a complete body that is not JSON | unknown |
/// | [`SlowBody`](Self::SlowBody) | yes | the headers at once, the body in pieces | done; unknown after a timeout |
///
/// A request that is executed changes the state as without the fault, and [`Sandbox::requests`](crate::Sandbox::requests)
/// has its complete response, except after `DropResponse`.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Fault {
    /// HTTP 429: too many requests. The request is not executed.
    TooManyRequests {
        /// The header `Retry-After`, in whole seconds, rounded up; `None` leaves it out.
        retry_after: Option<Duration>,
    },
    /// Another HTTP status, with an HTML page as a proxy would send it. The request is not executed.
    ///
    /// From 200 to 599; any other number becomes 500.
    Status(u16),
    /// An error of the API, in its envelope, with HTTP 200. The message is the code's name, if it is known. The request is
    /// not executed.
    Api(ErrorCode),
    /// The connection is closed as soon as the request is received. The request is not executed.
    DropRequest,
    /// The request is executed, and the connection closed without a response.
    DropResponse,
    /// The request is executed at once; the response is delayed by this time of the machine's clock.
    Delay(Duration),
    /// The request is executed. The headers announce the complete body, but after half of it the connection is closed.
    TruncateBody,
    /// The request is executed. The body ends in the middle of the JSON, and the headers announce just this part, so that
    /// only decoding fails. Of a file, the first half is sent.
    MalformedBody,
    /// The request is executed at once, and the headers are sent. The body follows in pieces of equal size over this time
    /// of the machine's clock, at most a year.
    SlowBody(Duration),
}

/// The status that is sent for [`Fault::Status`].
pub(crate) fn valid_status(status: u16) -> u16 {
    if (200..600).contains(&status) { status } else { 500 }
}

/// The seconds of the header `Retry-After`: rounded up.
pub(crate) fn retry_after_seconds(time: Duration) -> u64 {
    time.as_secs().saturating_add(u64::from(time.subsec_nanos() > 0))
}
