//! The outer object of a response: its errors, its acknowledgment, and evidence of a success.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Unexpected, Visitor};
use serde_json::value::RawValue;

use super::SuccessCriteria;
use crate::declare::record::evidence::{self, Presence, Requirement};
use crate::declare::record::{NUMBER_KEY, Scalar, is_truthy, is_zero, visit_scalars};
use crate::error::{ErrorCode, ErrorDetail};
use crate::meta::{AckValue, ResponseMeta};

/// The members of the outer object that decide whether a response is a success.
#[derive(Default)]
pub(super) struct Envelope {
    pub(super) shape: Shape,
    /// The member `error`.
    pub(super) error: ErrorMember,
    /// The member `errors`.
    pub(super) errors: ErrorMember,
    pub(super) ack: AckState,
    /// Whether a member is present that the method returns.
    pub(super) has_evidence: bool,
    /// Whether such a member, or one that the API usually returns, has a value other than false, 0 and empty.
    pub(super) result: Presence,
    /// Whether the result of an undeclared method is an object that holds an error.
    pub(super) has_nested_error: bool,
}

/// The shape of a response body.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Shape {
    /// Not an object.
    #[default]
    Other,
    /// The beginning of an object: it is cut off or malformed, or more text follows it.
    Malformed,
    /// One complete object.
    Object,
}

/// The state of the acknowledgment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum AckState {
    #[default]
    Absent,
    Valid,
    Invalid,
}

/// The errors in the member `error` or `errors`.
#[derive(Default)]
pub(super) struct ErrorMember {
    pub(super) list: Vec<ErrorDetail>,
    /// An error with the code 0, which states that there is no error: `{"code": 0, "msg": "OK"}`.
    pub(super) code_0: Option<ErrorDetail>,
    /// Whether the errors do not prove a rejection: one of them cannot be read completely, or its code is unreadable, 0, or
    /// contradicted by another one below 100.
    pub(super) is_inconclusive: bool,
    /// Whether the declaration has the member: then it may hold the failures of a partial success.
    pub(super) is_declared: bool,
}

/// Reads the outer object to its end, or as far as it can be read.
pub(super) fn read(text: &str, success: &SuccessCriteria) -> Envelope {
    let envelope = read_as(text, Some(success), Assumption::Complete);
    if envelope.shape == Shape::Object { envelope } else { read_as(text, Some(success), Assumption::CutOff) }
}

/// What is assumed about the text while it is read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Assumption {
    /// It is complete JSON: a value that `serde_json` cannot hold (nested too deeply, a number out of range) does not hide
    /// the members after it.
    Complete,
    /// It is cut off: what precedes the end of an incomplete value counts.
    CutOff,
}

/// Reads the outer object; without success criteria, only its errors.
fn read_as(text: &str, success: Option<&SuccessCriteria>, assumption: Assumption) -> Envelope {
    let mut envelope = Envelope::default();
    // An object does not end with a digit: the number that ends here is cut off, so its value is unknown.
    let readable = text.trim_end_matches(|character: char| character.is_ascii_digit());
    let mut deserializer = serde_json::Deserializer::from_str(readable);
    let visitor = EnvelopeVisitor { envelope: &mut envelope, success, assumption };
    let is_read = deserializer.deserialize_any(visitor).is_ok();
    if envelope.shape == Shape::Malformed
        && is_read
        && deserializer.end().is_ok()
        && readable.len() == text.len()
    {
        envelope.shape = Shape::Object;
    }
    envelope
}

struct EnvelopeVisitor<'e> {
    envelope: &'e mut Envelope,
    success: Option<&'e SuccessCriteria>,
    assumption: Assumption,
}

impl EnvelopeVisitor<'_> {
    fn read_errors<'de, A: MapAccess<'de>>(&mut self, name: &str, map: &mut A) -> Result<(), A::Error> {
        let may_have_code_0 = name == "error";
        let member = if may_have_code_0 { &mut self.envelope.error } else { &mut self.envelope.errors };
        member.is_declared = self.success.is_some_and(|success| success.has_declared(name));
        if self.assumption == Assumption::CutOff {
            return map.next_value_seed(ErrorVisitor { member, may_have_code_0 });
        }
        let mut value = serde_json::Deserializer::from_str(map.next_value::<&'de RawValue>()?.get());
        let read = ErrorVisitor { member: &mut *member, may_have_code_0 }.deserialize(&mut value);
        member.is_inconclusive |= read.is_err();
        Ok(())
    }
}

impl<'de> Visitor<'de> for EnvelopeVisitor<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut map: A) -> Result<(), A::Error> {
        self.envelope.shape = Shape::Malformed;
        while let Some(name) = map.next_key::<String>()? {
            if matches!(name.as_str(), "error" | "errors") {
                self.read_errors(&name, &mut map)?;
                continue;
            }
            let raw = map.next_value::<&'de RawValue>()?.get();
            if let Some(success) = self.success {
                self.envelope.read_member(success, &name, raw);
            }
        }
        Ok(())
    }
}

impl SuccessCriteria {
    /// Whether the declaration has a member of this name.
    fn has_declared(&self, name: &str) -> bool {
        let Self::Declared { response, .. } = self else { return false };
        response.records().any(|record| record.field(name).is_some())
    }
}

impl Envelope {
    pub(super) fn has_error(&self) -> bool {
        !self.error.list.is_empty() || !self.errors.list.is_empty()
    }

    /// Reads a member other than `error` and `errors`.
    fn read_member(&mut self, success: &SuccessCriteria, name: &str, raw: &str) {
        let is_usual = matches!(name, "result" | "results");
        self.add_result(is_usual && is_truthy(raw));
        match success {
            SuccessCriteria::Declared { ack: Some(ack), .. } if ack.name == name => {
                self.read_ack(ack.value, raw);
            }
            SuccessCriteria::Declared {
                response: ResponseMeta::Json | ResponseMeta::JsonOrFile(ResponseMeta::Json),
                ..
            } => self.has_evidence |= is_usual && is_present(raw),
            SuccessCriteria::Declared { response, .. } => {
                for field in response.records().filter_map(|record| record.field(name)) {
                    let search = |requirement| evidence::search(raw, &(field.value)(), requirement);
                    self.has_evidence |= search(Requirement::Present) == Presence::Present;
                    self.result = self.result.max(search(Requirement::Truthy));
                }
            }
            SuccessCriteria::Url => {}
            SuccessCriteria::Undeclared { member } => {
                let is_named = member.as_ref().is_some_and(|member| member == name);
                self.has_evidence |= (is_named || is_usual) && is_present(raw);
                self.add_result(is_named && is_truthy(raw));
                self.has_nested_error |= (is_named || is_usual) && holds_error(raw);
            }
        }
    }

    fn add_result(&mut self, is_present: bool) {
        self.result = self.result.max(is_present.into());
    }

    /// Reads the acknowledgment. A repeated member is valid only if each occurrence is.
    fn read_ack(&mut self, value: AckValue, raw: &str) {
        if !is_present(raw) {
            return;
        }
        let is_valid = match value {
            AckValue::One => match Scalar::of(raw) {
                Some(Scalar::Boolean(value)) => value,
                scalar => scalar.and_then(Scalar::into_text).is_some_and(|text| text == "1"),
            },
            AckValue::Truthy => is_truthy(raw) && !holds_error(raw),
        };
        self.add_result(is_valid);
        self.ack =
            if is_valid && self.ack != AckState::Invalid { AckState::Valid } else { AckState::Invalid };
    }
}

/// Whether a value is neither null nor an empty string.
fn is_present(raw: &str) -> bool {
    !matches!(raw, "null" | "\"\"")
}

/// Whether a value is an object that holds an error.
fn holds_error(raw: &str) -> bool {
    raw.starts_with('{') && read_as(raw, None, Assumption::Complete).has_error()
}

/// Adds errors to a member while they are read, so that those before an unreadable place are kept.
struct ErrorVisitor<'m> {
    member: &'m mut ErrorMember,
    /// Whether the code 0 states that there is no error.
    may_have_code_0: bool,
}

impl<'de> DeserializeSeed<'de> for ErrorVisitor<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        let Self { member, may_have_code_0 } = self;
        let count = member.list.len();
        let read = deserializer.deserialize_any(ErrorVisitor { member: &mut *member, may_have_code_0 });
        if read.is_err() && member.list.len() == count {
            // An error that cannot be read at all is still an error.
            member.list.push(detail(None, String::new()));
        }
        read
    }
}

/// An error; its code is 0 where none can be read.
fn detail(code: Option<u32>, message: String) -> ErrorDetail {
    ErrorDetail { code: ErrorCode::new(code.unwrap_or_default()), message }
}

impl ErrorVisitor<'_> {
    /// Reads an error that is not an object. False, 0 and empty are no errors.
    fn read_scalar(self, scalar: Unexpected<'_>) {
        let (is_error, message) = match scalar {
            Unexpected::Bool(value) => (value, ""),
            Unexpected::Unsigned(number) => (number != 0, ""),
            Unexpected::Signed(number) => (number != 0, ""),
            Unexpected::Float(number) => (number != 0.0, ""),
            Unexpected::Str(text) => (!text.is_empty(), text),
            _ => (false, ""),
        };
        if is_error {
            self.member.list.push(detail(None, message.to_owned()));
        }
    }
}

impl<'de> Visitor<'de> for ErrorVisitor<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an error")
    }

    visit_scalars!(self, scalar => {
        self.read_scalar(scalar);
        Ok(())
    });

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        let member = self.member;
        let count = member.list.len();
        let mut is_empty = true;
        while items
            .next_element_seed(ErrorVisitor { member: &mut *member, may_have_code_0: false })?
            .is_some()
        {
            is_empty = false;
        }
        if !is_empty && member.list.len() == count {
            // A list that is not empty is an error, whatever its items are.
            member.list.push(detail(None, String::new()));
        }
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<(), A::Error> {
        let mut object = ErrorObject::default();
        let read = object.read(map);
        let ErrorObject { code, message, is_inconclusive, has_members } = object;
        if read.is_ok() && !has_members {
            return Ok(());
        }
        if read.is_ok() && code == Some(0) && self.may_have_code_0 && !is_inconclusive {
            self.member.code_0 = Some(detail(None, message));
            return Ok(());
        }
        self.member.is_inconclusive |= is_inconclusive || code == Some(0);
        self.member.list.push(detail(code, message));
        read
    }
}

/// An error that is an object.
#[derive(Default)]
struct ErrorObject {
    code: Option<u32>,
    message: String,
    is_inconclusive: bool,
    has_members: bool,
}

impl ErrorObject {
    fn read<'de, A: MapAccess<'de>>(&mut self, mut map: A) -> Result<(), A::Error> {
        while let Some(name) = map.next_key::<String>()? {
            self.has_members = true;
            match name.as_str() {
                "code" => {
                    let raw = map.next_value::<&'de RawValue>()?.get();
                    if is_present(raw) {
                        self.add_code(code_of(raw));
                    }
                }
                "msg" | "message" => {
                    let text = Scalar::of(map.next_value::<&'de RawValue>()?.get());
                    if let Some(Scalar::Text(text)) = text.filter(|_| self.message.is_empty()) {
                        self.message = text.into_owned();
                    }
                }
                NUMBER_KEY => self.has_members = !is_zero(&map.next_value::<String>()?),
                _ => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(())
    }

    /// Adds a code. Of several codes the first one counts that is not 0.
    fn add_code(&mut self, code: Option<u32>) {
        let Some(code) = code else {
            self.is_inconclusive = true;
            return;
        };
        self.is_inconclusive |= self.code.is_some_and(|first| first != code && first.min(code) < 100);
        self.code = self.code.filter(|first| *first != 0).or(Some(code));
    }
}

/// The code, which may be a number or a string.
fn code_of(raw: &str) -> Option<u32> {
    match Scalar::of(raw)? {
        Scalar::Number(digits) => digits.parse().ok(),
        Scalar::Text(text) => text.trim().parse().ok(),
        _ => None,
    }
}

/// The member of the outer object with this name, if it is a string.
#[cfg(feature = "client")]
pub(crate) fn text_member(text: &str, name: &str) -> Option<String> {
    // Most responses do not have it, which is seen without parsing them.
    memchr::memmem::find(text.as_bytes(), name.as_bytes())?;
    let members: std::collections::HashMap<String, &RawValue> = serde_json::from_str(text).ok()?;
    match Scalar::of(members.get(name)?.get())? {
        Scalar::Text(text) => Some(text.into_owned()),
        _ => None,
    }
}
