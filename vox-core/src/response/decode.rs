//! From the text of a success to the typed response.

use super::Head;
use super::{MethodInfo, SuccessCriteria};
use crate::declare::Response;
use crate::declare::record::{self, DecodeContext, Undecodable};
use crate::error::{Effect, ErrorKind, Failure, UnexpectedResponse};

/// How a type is read; the only step that differs between methods.
pub(crate) type Decode<T> = fn(&str) -> Result<T, Undecodable>;

/// Decodes the response of a declared method.
pub(crate) fn decode_as<T: Response>(text: &str) -> Result<T, Undecodable> {
    record::decode(text, DecodeContext::default(), |deserializer, context| T::read(deserializer, context))
}

/// Decodes a response that was judged a success. Each type has its own copy, so there is little in it.
pub(crate) fn decode<T>(
    method: &MethodInfo,
    head: Head<'_>,
    body: &[u8],
    text: &str,
    decode: Decode<T>,
) -> Result<T, Failure> {
    match decode(text) {
        Ok(value) => Ok(value),
        Err(undecodable) => Err(failed(method, head, body, undecodable)),
    }
}

#[cold]
fn failed(method: &MethodInfo, head: Head<'_>, body: &[u8], undecodable: Undecodable) -> Failure {
    let (kind, effect) = match undecodable {
        // The judge has seen the success of a declared method.
        Undecodable::Value(error) => {
            let is_declared = matches!(method.success, SuccessCriteria::Declared { .. });
            (ErrorKind::Decode(error), if is_declared { Effect::Done } else { Effect::Unknown })
        }
        Undecodable::Malformed { .. } => {
            (ErrorKind::Unexpected(UnexpectedResponse::NotJson), Effect::Unknown)
        }
    };
    Failure { kind, effect, response: Some(Box::new(head.info(body))) }
}
