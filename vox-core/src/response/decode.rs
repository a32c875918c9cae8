//! Decodes the text of a success into the typed response.

use super::{Head, MethodInfo, SuccessCriteria};
use crate::declare::Response;
use crate::declare::record::{self, DecodeFailure, Strictness};
use crate::error::{Effect, ErrorKind, Failure, UnexpectedResponse};

/// Decodes a type: the only step that differs between methods.
pub(crate) type DecodeFn<T> = fn(&str) -> Result<T, DecodeFailure>;

/// Decodes the response of a declared method.
pub(crate) fn decode_as<T: Response>(text: &str) -> Result<T, DecodeFailure> {
    record::decode(text, Strictness::Strict, T::read)
}

/// The failure of a call whose response was judged a success, but does not decode.
#[cold]
pub(crate) fn decode_failure(
    failure: DecodeFailure,
    method: &MethodInfo,
    head: Head<'_>,
    body: &[u8],
) -> Failure {
    let (kind, effect) = match failure {
        // Judging has proven the success of a declared method.
        DecodeFailure::Value(error) => {
            let is_declared = matches!(method.success, SuccessCriteria::Declared { .. });
            (ErrorKind::Decode(error), if is_declared { Effect::Done } else { Effect::Unknown })
        }
        DecodeFailure::Malformed { .. } => {
            (ErrorKind::Unexpected(UnexpectedResponse::NotJson), Effect::Unknown)
        }
    };
    Failure { kind, effect, response: Some(Box::new(head.info(body))) }
}
