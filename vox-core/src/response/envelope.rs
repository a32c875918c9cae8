//! The outer object of a response: its errors, its acknowledgment, and whether it holds what the method returns.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use super::SuccessCriteria;
use super::evidence::{self, Presence, Wanted};
use crate::declare::record::{NUMBER_KEY, Scalar, is_empty};
use crate::error::{ErrorCode, ErrorDetail};
use crate::meta::{AckValue, ResponseMeta};

/// What the outer object says.
#[derive(Default)]
pub(super) struct Envelope {
    pub(super) shape: Shape,
    /// The faults of the member `error`.
    pub(super) error: Faults,
    /// The faults of the member `errors`.
    pub(super) errors: Faults,
    pub(super) ack: AckState,
    /// Whether a member is present that the method returns.
    pub(super) has_evidence: bool,
    /// Whether such a member, or one that the API usually returns, has a value that is more than false, 0 or empty.
    pub(super) result: Presence,
    /// Whether the result of an undeclared method is an object that holds an error.
    pub(super) nests_error: bool,
}

/// The shape of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Shape {
    /// Not an object, complete or not.
    #[default]
    Other,
    /// An object that is cut off or malformed, or that something follows.
    CutOff,
    /// One complete object.
    Object,
}

/// The acknowledgment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum AckState {
    #[default]
    Absent,
    Given,
    Denied,
}

/// The faults that a member holds.
#[derive(Default)]
pub(super) struct Faults {
    pub(super) list: Vec<ErrorDetail>,
    /// An error whose code 0 says that there is none: `{"code": 0, "msg": "OK"}`.
    pub(super) denied: Option<ErrorDetail>,
    /// Whether a fault has a code that says nothing (it cannot be read, it is 0, or there is another one below 100), or cannot
    /// be read to its end.
    pub(super) is_doubtful: bool,
    /// Whether the declaration has the member: then it may hold the failures of a partial success.
    pub(super) is_declared: bool,
}

/// Reads the outer object to its end, or as far as it can be read.
pub(super) fn read(text: &str, success: &SuccessCriteria) -> Envelope {
    let envelope = read_to(text, Some(success), End::OfText);
    if envelope.shape == Shape::Object { envelope } else { read_to(text, Some(success), End::OfReadable) }
}

/// How far a text is read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    /// To its end: a member whose value `serde_json` cannot hold (nested too deeply, a number out of range) hides no other.
    OfText,
    /// Into a member that is cut off.
    OfReadable,
}

/// Without anything that it returns, nothing but errors is looked for.
fn read_to(text: &str, success: Option<&SuccessCriteria>, end: End) -> Envelope {
    let mut envelope = Envelope::default();
    // No object ends with a digit, so these are of a number that is cut off: its value is not known.
    let readable = text.trim_end_matches(|character: char| character.is_ascii_digit());
    let mut deserializer = serde_json::Deserializer::from_str(readable);
    let read = deserializer.deserialize_any(EnvelopeVisitor { envelope: &mut envelope, success, end });
    let is_whole = read.is_ok() && deserializer.end().is_ok() && readable.len() == text.len();
    if envelope.shape == Shape::CutOff && is_whole {
        envelope.shape = Shape::Object;
    }
    envelope
}

struct EnvelopeVisitor<'e> {
    envelope: &'e mut Envelope,
    success: Option<&'e SuccessCriteria>,
    end: End,
}

impl EnvelopeVisitor<'_> {
    fn read_faults<'de, A: MapAccess<'de>>(&mut self, name: &str, map: &mut A) -> Result<(), A::Error> {
        let may_deny = name == "error";
        let faults = if may_deny { &mut self.envelope.error } else { &mut self.envelope.errors };
        faults.is_declared = self.success.is_some_and(|success| success.declares(name));
        if self.end == End::OfReadable {
            return map.next_value_seed(FaultSeed { faults, may_deny });
        }
        let mut value = serde_json::Deserializer::from_str(map.next_value::<&'de RawValue>()?.get());
        let read = FaultSeed { faults: &mut *faults, may_deny }.deserialize(&mut value);
        faults.is_doubtful |= read.is_err();
        Ok(())
    }
}

impl<'de> Visitor<'de> for EnvelopeVisitor<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut map: A) -> Result<(), A::Error> {
        // Until its end is found.
        self.envelope.shape = Shape::CutOff;
        while let Some(Key(name)) = map.next_key_seed(Key::default())? {
            match name.as_str() {
                "error" | "errors" => self.read_faults(&name, &mut map)?,
                _ => {
                    let raw = map.next_value::<&'de RawValue>()?.get();
                    if let Some(success) = self.success {
                        self.envelope.note(success, &name, raw);
                    }
                }
            }
        }
        Ok(())
    }
}

impl SuccessCriteria {
    /// Whether the declaration has a member of this name.
    fn declares(&self, name: &str) -> bool {
        let Self::Declared { response: ResponseMeta::Record(record), .. } = self else { return false };
        record.fields.iter().any(|field| field.name == name)
    }
}

impl Envelope {
    pub(super) fn has_error(&self) -> bool {
        !self.error.list.is_empty() || !self.errors.list.is_empty()
    }

    /// Notes a member other than the errors.
    fn note(&mut self, success: &SuccessCriteria, name: &str, raw: &str) {
        let is_usual = matches!(name, "result" | "results");
        self.note_result(is_usual && is_truthy(raw));
        match success {
            SuccessCriteria::Declared { ack: Some(ack), .. } if ack.name == name => {
                self.acknowledge(ack.value, raw)
            }
            SuccessCriteria::Declared { response: ResponseMeta::Record(record), .. } => {
                let Some(field) = record.fields.iter().find(|field| field.name == name) else { return };
                let field_type = (field.value)();
                self.has_evidence |= evidence::search(raw, &field_type, Wanted::Present) == Presence::Present;
                self.result = self.result.max(evidence::search(raw, &field_type, Wanted::Truthy));
            }
            SuccessCriteria::Declared { response: ResponseMeta::Nothing, .. } => {}
            SuccessCriteria::Declared { response: ResponseMeta::Json, .. } => {
                self.has_evidence |= is_usual && is_present(raw);
            }
            SuccessCriteria::Undeclared { member } => {
                let is_named = member.as_ref().is_some_and(|member| member == name);
                self.has_evidence |= (is_named || is_usual) && is_present(raw);
                self.note_result(is_named && is_truthy(raw));
                self.nests_error |= (is_named || is_usual) && holds_error(raw);
            }
        }
    }

    fn note_result(&mut self, is_present: bool) {
        self.result = self.result.max(is_present.into());
    }

    /// A repeated member acknowledges the request only if each occurrence does.
    fn acknowledge(&mut self, value: AckValue, raw: &str) {
        if !is_present(raw) {
            return;
        }
        let is_given = match (value, Scalar::of(raw)) {
            (AckValue::One, Some(Scalar::Boolean(value))) => value,
            (AckValue::One, Some(Scalar::Number(digits))) => digits == "1",
            (AckValue::One, Some(Scalar::Text(text))) => text == "1",
            (AckValue::One, _) => false,
            (AckValue::Truthy, _) => is_truthy(raw) && !holds_error(raw),
        };
        self.note_result(is_given);
        self.ack = if is_given && self.ack != AckState::Denied { AckState::Given } else { AckState::Denied };
    }
}

/// Whether a value is neither null nor an empty text.
fn is_present(raw: &str) -> bool {
    !matches!(raw, "null" | "\"\"")
}

/// Whether a value is none of null, false, 0 and empty.
pub(super) fn is_truthy(raw: &str) -> bool {
    match Scalar::of(raw) {
        Some(Scalar::Null) => false,
        Some(Scalar::Boolean(value)) => value,
        Some(Scalar::Number(digits)) => !is_zero(digits),
        Some(Scalar::Text(text)) => {
            let text = text.trim();
            !text.is_empty() && !text.eq_ignore_ascii_case("false") && !is_zero(text)
        }
        None => !is_empty(raw),
    }
}

fn is_zero(digits: &str) -> bool {
    let digits = digits.strip_prefix('-').unwrap_or(digits);
    let mantissa = digits.split(['e', 'E']).next().unwrap_or_default();
    mantissa.bytes().all(|byte| b"0.".contains(&byte)) && mantissa.contains('0')
}

/// Whether a value is an object that holds an error.
fn holds_error(raw: &str) -> bool {
    raw.starts_with('{') && read_to(raw, None, End::OfText).has_error()
}

/// A key of an object.
#[derive(Default)]
struct Key(String);

impl<'de> DeserializeSeed<'de> for Key {
    type Value = Self;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for Key {
    type Value = Self;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_str<E: Error>(self, key: &str) -> Result<Self, E> {
        Ok(Self(key.to_owned()))
    }
}

/// Collects faults while they are read, so that those before a place that cannot be read are not lost.
struct FaultSeed<'f> {
    faults: &'f mut Faults,
    /// Whether the code 0 says that there is no error.
    may_deny: bool,
}

impl<'de> DeserializeSeed<'de> for FaultSeed<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        let Self { faults, may_deny } = self;
        let known = faults.list.len();
        let read = deserializer.deserialize_any(FaultVisitor { faults: &mut *faults, may_deny });
        if read.is_err() && faults.list.len() == known {
            // An error that cannot be read at all is still one.
            faults.list.push(fault(None, String::new()));
        }
        read
    }
}

/// An error; its code is 0 if none can be read.
fn fault(code: Option<u32>, message: String) -> ErrorDetail {
    ErrorDetail { code: ErrorCode::new(code.unwrap_or_default()), message }
}

struct FaultVisitor<'f> {
    faults: &'f mut Faults,
    may_deny: bool,
}

impl FaultVisitor<'_> {
    /// Notes an error that is not an object, unless it denies itself.
    fn note(self, is_real: bool, message: &str) {
        if is_real {
            self.faults.list.push(fault(None, message.to_owned()));
        }
    }
}

impl<'de> Visitor<'de> for FaultVisitor<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an error")
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<(), E> {
        self.note(value, "");
        Ok(())
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<(), E> {
        self.note(value != 0, "");
        Ok(())
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<(), E> {
        self.note(value != 0, "");
        Ok(())
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<(), E> {
        self.note(value != 0.0, "");
        Ok(())
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<(), E> {
        self.note(!text.is_empty(), text);
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        let faults = self.faults;
        let known = faults.list.len();
        let mut is_empty = true;
        while items.next_element_seed(FaultSeed { faults: &mut *faults, may_deny: false })?.is_some() {
            is_empty = false;
        }
        if !is_empty && faults.list.len() == known {
            // A list of something is an error, whatever its items are.
            faults.list.push(fault(None, String::new()));
        }
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<(), A::Error> {
        let mut found = Found::default();
        let read = found.read(map);
        let Found { code, message, is_doubtful, is_empty } = found;
        if read.is_ok() && is_empty {
            return Ok(());
        }
        if read.is_ok() && code == Some(0) && self.may_deny && !is_doubtful {
            self.faults.denied = Some(fault(None, message));
            return Ok(());
        }
        self.faults.is_doubtful |= is_doubtful || code == Some(0);
        self.faults.list.push(fault(code, message));
        read
    }
}

/// The members of an error that count.
struct Found {
    code: Option<u32>,
    message: String,
    is_doubtful: bool,
    is_empty: bool,
}

impl Default for Found {
    fn default() -> Self {
        Self { code: None, message: String::new(), is_doubtful: false, is_empty: true }
    }
}

impl Found {
    fn read<'de, A: MapAccess<'de>>(&mut self, mut map: A) -> Result<(), A::Error> {
        while let Some(Key(name)) = map.next_key_seed(Key::default())? {
            self.is_empty = false;
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
                // It is a number, not an object.
                NUMBER_KEY => self.is_empty = is_zero(&map.next_value::<String>()?),
                _ => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(())
    }

    /// Adds a code. Of several the first counts, and not a 0 that denies another.
    fn add_code(&mut self, code: Option<u32>) {
        let Some(code) = code else {
            self.is_doubtful = true;
            return;
        };
        self.is_doubtful |= self.code.is_some_and(|first| first != code && first.min(code) < 100);
        self.code = self.code.filter(|first| *first != 0).or(Some(code));
    }
}

/// The code, also as a text.
fn code_of(raw: &str) -> Option<u32> {
    match Scalar::of(raw)? {
        Scalar::Number(digits) => digits.parse().ok(),
        Scalar::Text(text) => text.trim().parse().ok(),
        _ => None,
    }
}

/// A member of the outer object, where it is a text.
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
