//! The API's error envelope: `{"error": {"code": 100, "msg": ".."}, "errors": [..]}`.

use std::fmt;

use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::Value;

use crate::error::{ApiFault, ErrorCode};

/// How the keys begin without which a body cannot be an error: `"error"` and `"errors"`.
const NEEDLE: &[u8] = b"\"error";

/// What the envelope says.
pub(super) struct Envelope {
    pub(super) fault: ApiFault,
    pub(super) errors: Vec<ApiFault>,
}

/// The error that the body is, if it is one: a JSON object whose own `error` is there and not null, or that has a list of
/// `errors` in place of a `result`.
pub(super) fn find(body: &[u8]) -> Option<Envelope> {
    // Good answers do not contain the keys, so they cost one look over the bytes and no parsing.
    memchr::memmem::find(body, NEEDLE)?;
    let raw: RawEnvelope = serde_json::from_slice(body).ok()?;
    let errors = raw.errors.as_array().map(|errors| errors.iter().map(fault).collect());
    let errors: Vec<_> = errors.unwrap_or_default();
    let fault = if raw.error.is_null() {
        errors.first().filter(|_| !raw.has_result)?.clone()
    } else {
        fault(&raw.error)
    };
    Some(Envelope { fault, errors })
}

/// Takes what is readable: a strange error is still an error.
fn fault(value: &Value) -> ApiFault {
    let code = value.get("code").and_then(code).unwrap_or_default();
    let message = value.get("msg").or_else(|| value.get("message")).unwrap_or(value);
    ApiFault { code: ErrorCode::new(code), message: message.as_str().unwrap_or_default().to_owned() }
}

/// The code, also as a text.
fn code(value: &Value) -> Option<u32> {
    match value {
        Value::Number(number) => number.as_u64()?.try_into().ok(),
        Value::String(text) => text.trim().parse().ok(),
        _ => None,
    }
}

/// A member of the answer's outer object, where it is a text.
#[cfg(feature = "client")]
pub(crate) fn text_member(body: &[u8], name: &str) -> Option<String> {
    let members: std::collections::HashMap<String, &serde_json::value::RawValue> =
        serde_json::from_slice(body).ok()?;
    serde_json::from_str(members.get(name)?.get()).ok()
}

/// The members that count; the rest of the body is skipped without being kept.
#[derive(Default)]
struct RawEnvelope {
    error: Value,
    errors: Value,
    has_result: bool,
}

impl<'de> Deserialize<'de> for RawEnvelope {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(EnvelopeVisitor)
    }
}

struct EnvelopeVisitor;

impl<'de> Visitor<'de> for EnvelopeVisitor {
    type Value = RawEnvelope;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<RawEnvelope, A::Error> {
        let mut envelope = RawEnvelope::default();
        while let Some(key) = map.next_key::<String>()? {
            match key.as_str() {
                "error" => envelope.error = map.next_value()?,
                "errors" => envelope.errors = map.next_value()?,
                other => {
                    envelope.has_result |= other == "result";
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(envelope)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault_of(body: &str) -> Option<(u32, String)> {
        find(body.as_bytes()).map(|envelope| (envelope.fault.code.code(), envelope.fault.message))
    }

    #[test]
    fn errors_in_every_form() {
        let found = |code, message: &str| Some((code, message.to_owned()));
        assert_eq!(fault_of(r#"{"error":{"code":100,"msg":"No"}}"#), found(100, "No"));
        assert_eq!(fault_of(r#"{"result":0, "error" : {"msg":"No","code":" 100 "}}"#), found(100, "No"));
        assert_eq!(fault_of(r#"{"error":{"code":-1,"msg":7}}"#), found(0, ""));
        assert_eq!(fault_of(r#"{"error":{"code":4294967296}}"#), found(0, ""));
        assert_eq!(fault_of(r#"{"error":"No"}"#), found(0, "No"));
        assert_eq!(fault_of(r#"{"error":{}}"#), found(0, ""));
        assert_eq!(fault_of(r#"{"error":false}"#), found(0, ""));
    }

    #[test]
    fn several_errors() {
        let body = br#"{"error":{"code":1,"msg":"a"},"errors":[{"code":1,"msg":"a"},{"code":"2"},3]}"#;
        let errors = find(body).unwrap().errors;
        let codes: Vec<_> = errors.iter().map(|fault| fault.code.code()).collect();
        assert_eq!(codes, [1, 2, 0]);
    }

    #[test]
    fn a_list_alone_is_an_error_too() {
        assert_eq!(fault_of(r#"{"errors":[{"code":127,"msg":"a"},3]}"#), Some((127, "a".to_owned())));
        assert_eq!(fault_of(r#"{"error":null,"errors":[{"code":127}]}"#), Some((127, String::new())));
    }

    #[test]
    fn what_is_no_error() {
        for body in [
            "",
            "{}",
            r#"{"result":1}"#,
            r#"{"error":null,"result":1}"#,
            r#"{"result":{"error":{"code":1}}}"#,
            r#"{"result":"\"error\""}"#,
            r#"["error"]"#,
            r#"{"errors":[]}"#,
            r#"{"errors":[{"code":1}],"result":1}"#,
            r#""error""#,
            r#"{"error":{"code":1}"#,
            r#"{"error":{"code":1}} trailing"#,
        ] {
            assert_eq!(fault_of(body), None, "{body}");
        }
    }
}
