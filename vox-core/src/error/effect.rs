//! What a failed call did.

use std::fmt;

/// What a call that failed did at the API: what [`Error::effect`](crate::Error::effect) tells.
///
/// For a method that changes something, and money above all, this is the question to ask before anything else:
///
/// - [`None`](Self::None): it certainly did nothing. Correct the cause and send the request again.
/// - [`Done`](Self::Done): it certainly took effect, only the response cannot be decoded. Never send the request again; the
///   response is in [`Error::body`](crate::Error::body).
/// - [`Unknown`](Self::Unknown): it may have taken effect, in whole or in part, or not at all. Find out what happened before
///   you send the request again; the page `after_unknown` of `vox-accounts` says how, method by method.
///
/// A method that only reads has no effect, so it is always `None`.
///
/// ```
/// use vox_core::{Effect, Error};
///
/// /// Whether to put a payment back into a queue, to mark it as paid, or to have somebody look.
/// fn next_step(error: &Error) -> &'static str {
///     match error.effect() {
///         Effect::None => "not paid: it can be sent again",
///         Effect::Done => "paid: do not send it again",
///         Effect::Unknown => "compare the balance before it is sent again",
///     }
/// }
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Effect {
    /// Certainly none: nothing was sent, or the API rejected the request.
    None,
    /// Certainly all of it: the response proves it, but a field in it does not decode.
    Done,
    /// Not known: no response came, or one that proves neither.
    Unknown,
}

/// `none`, `done` or `unknown`, for logs and metrics.
impl fmt::Display for Effect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::None => "none",
            Self::Done => "done",
            Self::Unknown => "unknown",
        })
    }
}
