//! The effect of a failed call.

use std::fmt;

/// The effect of a failed call at the API, returned by [`Error::effect`](crate::Error::effect).
///
/// Check it first for a method that changes something, above all for one that spends money:
///
/// - [`None`](Self::None): the call certainly had no effect. Fix the cause and retry.
/// - [`Done`](Self::Done): the call certainly succeeded, but its response does not decode. Never retry.
///   [`Error::body`](crate::Error::body) returns the response, which holds the result, such as the amount charged. Or a report
///   was ordered, but waiting for it or downloading it failed: [`CallContext::report_id`](crate::error::CallContext::report_id).
/// - [`Unknown`](Self::Unknown): the call may have taken effect, completely or in part. Find out before you retry: the page
///   `after_unknown` of `vox-accounts` shows how, for each method.
///
/// For a read method the effect is `None`, unless it follows the order of a report: then it is `Done`.
///
/// ```
/// use vox_core::{Effect, Error};
///
/// /// The next step for a payment that failed.
/// fn next_step(error: &Error) -> &'static str {
///     match error.effect() {
///         Effect::None => "not paid: retry",
///         Effect::Done => "paid: do not retry, and read the amount in the body",
///         Effect::Unknown => "check the balance before you retry",
///     }
/// }
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Effect {
    /// No effect, certainly: nothing was sent, or the API rejected the request.
    None,
    /// The operation succeeded: the response proves it, but does not decode, or a later step failed.
    Done,
    /// Unknown: there is no complete response, or it proves neither success nor failure.
    Unknown,
}

/// Formats as `none`, `done` or `unknown`, for logs and metrics.
impl fmt::Display for Effect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::None => "none",
            Self::Done => "done",
            Self::Unknown => "unknown",
        })
    }
}
