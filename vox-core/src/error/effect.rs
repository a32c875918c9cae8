//! The effect of a failed call.

use std::fmt;

/// The effect of a failed call at the API, as [`Error::effect`](crate::Error::effect) states it.
///
/// For a method that changes something, above all one that spends money, check this first:
///
/// - [`None`](Self::None): it certainly had no effect. Fix the cause and retry.
/// - [`Done`](Self::Done): it certainly succeeded, but its response does not decode. Never retry;
///   [`Error::body`](crate::Error::body) holds the response, which says what was done, such as how much was charged.
/// - [`Unknown`](Self::Unknown): it may have taken effect, in whole or in part, or not at all. Find out what happened before
///   you retry; the page `after_unknown` of `vox-accounts` shows how, method by method.
///
/// A method that only reads has no effect, so it is always `None`.
///
/// ```
/// use vox_core::{Effect, Error};
///
/// /// Whether to put a payment back into a queue, to close it, or to have somebody look.
/// fn next_step(error: &Error) -> &'static str {
///     match error.effect() {
///         Effect::None => "not paid: retry",
///         Effect::Done => "succeeded: do not retry, and read what was paid in the body",
///         Effect::Unknown => "compare the balance before you retry",
///     }
/// }
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Effect {
    /// Certainly none: nothing was sent, or the API rejected the request.
    None,
    /// The operation succeeded: the response proves it, but a field in it does not decode.
    Done,
    /// Not known: no complete response came, or it proves neither success nor failure.
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
