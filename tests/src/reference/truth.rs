//! The facts that a response proves.

use http::StatusCode;
use vox_accounts::vox_core::meta::{AckValue, Kind, MethodMeta, ResponseMeta};

use super::evidence::{self, Certainty, is_empty, is_truthy};
use super::json::{Json, parse};

/// The facts that a response of a method proves.
#[derive(Debug)]
pub struct Truth {
    /// Whether the operation succeeded.
    pub is_success: Certainty,
    /// The code of the API's error, 0 if it cannot be read; `None` if there is no error.
    pub rejected: Option<u32>,
    /// Whether it is certain which error of the response comes first. It is not if the response has several errors and is
    /// truncated, or has one that not every parser can represent.
    pub is_code_certain: bool,
    /// Whether the response has an error that means success: `{"code": 0, "msg": "OK"}`.
    pub denies_error: bool,
    /// Whether a write had no effect.
    pub had_no_effect: Certainty,
}

impl Truth {
    /// Judges a response; `None` if it is nested too deeply or ambiguous.
    #[must_use]
    pub fn of(method: &MethodMeta, status: StatusCode, body: &[u8]) -> Option<Self> {
        let parsed = parse(body)?;
        let no_members = Vec::new();
        let (members, is_object) = match &parsed.value {
            Json::Object(members) => (members, true),
            _ => (&no_members, false),
        };
        let findings = Findings::in_members(method, members);
        let is_object_complete = is_object && parsed.is_complete;
        let has_evidence = if findings.ack == Ack::Given { Certainty::Yes } else { findings.evidence };
        let is_partial = |name| {
            let ResponseMeta::Record(record) = method.response else { return false };
            is_object_complete && has_evidence != Certainty::No && record.field(name).is_some()
        };
        if has_evidence == Certainty::Maybe && ["error", "errors"].into_iter().any(is_partial) {
            return None;
        }
        let mut errors = Vec::new();
        let mut failures = Vec::new();
        for (name, found) in [("error", &findings.error), ("errors", &findings.errors)] {
            let list = if is_partial(name) { &mut failures } else { &mut errors };
            list.extend(found);
        }
        if let Some(first) = errors.first() {
            let is_busy = status == StatusCode::TOO_MANY_REQUESTS;
            let is_rejection = |code: &&Code| match **code {
                Code::Known(code) => (code >= 100).into(),
                Code::Absent => is_busy.into(),
                Code::Unrepresentable if is_busy => Certainty::Maybe,
                Code::Unrepresentable | Code::Uncertain(_) => Certainty::No,
            };
            let mut had_no_effect = errors.iter().map(is_rejection).min().unwrap_or(Certainty::No);
            // Failures of a partial success whose codes cannot be read may contradict the error.
            if failures.iter().any(|failure| !matches!(failure, Code::Known(_))) {
                had_no_effect = had_no_effect.min(Certainty::Maybe);
            }
            if !parsed.is_complete || findings.denies_error {
                had_no_effect = Certainty::No;
            }
            return Some(Self {
                is_success: Certainty::No,
                rejected: Some(first.reported()),
                is_code_certain: parsed.is_complete
                    || (errors.len() == 1 && **first != Code::Unrepresentable),
                denies_error: findings.denies_error,
                had_no_effect: had_no_effect.min(findings.has_result.not()),
            });
        }
        let is_proven = status.is_success() && is_object_complete && findings.ack != Ack::Denied;
        // Zeros do not prove the success of a write whose acknowledgment is missing.
        let is_unacknowledged =
            method.kind == Kind::Write && method.ack.is_some() && findings.ack == Ack::Absent;
        let proof = if is_unacknowledged { has_evidence.min(findings.has_result) } else { has_evidence };
        let is_foreign =
            !findings.denies_error && findings.ack == Ack::Absent && (parsed.is_complete || !is_object);
        let is_unprocessed = is_foreign && UNPROCESSED.contains(&status.as_u16());
        Some(Self {
            is_success: if is_proven { proof } else { Certainty::No },
            rejected: None,
            is_code_certain: true,
            denies_error: findings.denies_error,
            had_no_effect: if is_unprocessed {
                has_evidence.max(findings.has_result).not()
            } else {
                Certainty::No
            },
        })
    }
}

/// The statuses that precede any processing.
const UNPROCESSED: [u16; 18] =
    [307, 308, 400, 401, 403, 404, 405, 406, 407, 411, 413, 414, 415, 417, 421, 426, 429, 431];

impl Certainty {
    fn not(self) -> Self {
        match self {
            Self::No => Self::Yes,
            Self::Maybe => Self::Maybe,
            Self::Yes => Self::No,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ack {
    Absent,
    Given,
    Denied,
}

/// The code of an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Code {
    Absent,
    Known(u32),
    /// None, in a value that not every parser can represent; it depends on the parser whether the rest can be read.
    Unrepresentable,
    /// Unreadable, or one of several; with the code to report, or 0.
    Uncertain(u32),
}

impl Code {
    fn reported(self) -> u32 {
        match self {
            Self::Absent | Self::Unrepresentable => 0,
            Self::Known(code) | Self::Uncertain(code) => code,
        }
    }
}

/// Findings in the members of a response.
struct Findings {
    error: Vec<Code>,
    errors: Vec<Code>,
    denies_error: bool,
    ack: Ack,
    evidence: Certainty,
    has_result: Certainty,
}

impl Findings {
    fn in_members(method: &MethodMeta, members: &[(String, Json)]) -> Self {
        let mut findings = Self {
            error: Vec::new(),
            errors: Vec::new(),
            denies_error: false,
            ack: Ack::Absent,
            evidence: Certainty::No,
            has_result: Certainty::No,
        };
        for (name, value) in members {
            match name.as_str() {
                "error" if denies_itself(value) => findings.denies_error = true,
                "error" => findings.error.extend(error_codes(value)),
                "errors" => findings.errors.extend(error_codes(value)),
                // A truncated value proves nothing.
                _ if !value.is_cut() => findings.note(method, name, value),
                _ => {}
            }
        }
        findings
    }

    fn note(&mut self, method: &MethodMeta, name: &str, value: &Json) {
        let is_usual = ["result", "results"].contains(&name);
        self.has_result = self.has_result.max((is_usual && is_truthy(value)).into());
        if let Some(ack) = method.ack.filter(|ack| ack.name == name) {
            let is_given = match ack.value {
                AckValue::One => *value == Json::Boolean(true) || is_one(value),
                AckValue::Truthy => is_truthy(value) && !contains_error(value),
            };
            match value {
                Json::Null => {}
                Json::Text(text) if text.is_empty() => {}
                _ if is_given && self.ack != Ack::Denied => self.ack = Ack::Given,
                _ => self.ack = Ack::Denied,
            }
            return;
        }
        match method.response {
            ResponseMeta::Record(record) => {
                let member = [(name.to_owned(), value.clone())];
                let mut evidence = evidence::in_record(&member, record, |_| true);
                let mut has_result = evidence::in_record(&member, record, is_truthy);
                if !is_representable(value, 0) {
                    // It depends on the parser whether the rest can be read.
                    evidence = evidence.min(Certainty::Maybe);
                    has_result = Certainty::Maybe;
                }
                self.evidence = self.evidence.max(evidence);
                self.has_result = self.has_result.max(has_result);
            }
            ResponseMeta::Json if is_usual => {
                let is_text_or_null = matches!(value, Json::Text(_) | Json::Null);
                self.evidence = self.evidence.max((!(is_empty(value) && is_text_or_null)).into());
            }
            _ => {}
        }
    }
}

/// Whether every parser can represent a value: its numbers are in range, and it is not nested too deeply.
fn is_representable(value: &Json, depth: usize) -> bool {
    match value {
        Json::Number(digits) => digits.parse().is_ok_and(f64::is_finite),
        Json::List(items) => depth < 100 && items.iter().all(|item| is_representable(item, depth + 1)),
        Json::Object(members) => {
            depth < 100 && members.iter().all(|(_, value)| is_representable(value, depth + 1))
        }
        _ => true,
    }
}

fn is_one(value: &Json) -> bool {
    matches!(value, Json::Number(text) | Json::Text(text) if text == "1")
}

/// Whether an object contains an error.
fn contains_error(value: &Json) -> bool {
    let Json::Object(members) = value else { return false };
    members.iter().any(|(name, value)| match name.as_str() {
        "error" => !denies_itself(value) && !error_codes(value).is_empty(),
        "errors" => !error_codes(value).is_empty(),
        _ => false,
    })
}

/// Whether an error means success: all its codes are 0.
fn denies_itself(error: &Json) -> bool {
    let Json::Object(members) = error else { return false };
    let codes = codes(members);
    !error.is_cut() && !codes.is_empty() && codes.iter().all(|code| *code == Some(0))
}

/// The codes of the errors in a member; empty if the member means that there are none.
fn error_codes(error: &Json) -> Vec<Code> {
    error_codes_at(error, 0)
}

fn error_codes_at(error: &Json, depth: usize) -> Vec<Code> {
    match error {
        Json::Null | Json::Boolean(false) => Vec::new(),
        Json::Text(text) if text.is_empty() => Vec::new(),
        Json::Number(digits) if digits.parse() == Ok(0.0) => Vec::new(),
        Json::List(_) if depth > 100 => vec![Code::Unrepresentable],
        Json::Number(_) if !is_representable(error, 0) => vec![Code::Unrepresentable],
        Json::List(items) => {
            let mut codes: Vec<_> = items.iter().flat_map(|item| error_codes_at(item, depth + 1)).collect();
            if codes.is_empty() && !items.is_empty() {
                codes.push(Code::Absent);
            }
            codes
        }
        Json::Object(members) if members.is_empty() => Vec::new(),
        Json::Object(members) => vec![code(members)],
        _ => vec![Code::Absent],
    }
}

/// The codes of an error; `None` for an unreadable one.
fn codes(members: &[(String, Json)]) -> Vec<Option<u32>> {
    let is_present =
        |value: &&Json| !matches!(value, Json::Null | Json::Unreadable) && !is_empty_string(value);
    let codes = members.iter().filter(|(name, _)| name == "code").map(|(_, value)| value).filter(is_present);
    codes.map(number).collect()
}

fn code(members: &[(String, Json)]) -> Code {
    let codes = codes(members);
    let is_rejection = |code: &Option<u32>| code.is_some_and(|code| code >= 100);
    match codes.as_slice() {
        [] => Code::Absent,
        [Some(code), others @ ..] if others.iter().all(|other| *other == Some(*code)) => Code::Known(*code),
        [Some(code), ..] if codes.iter().all(is_rejection) => Code::Known(*code),
        codes => Code::Uncertain(codes.iter().flatten().copied().find(|code| *code != 0).unwrap_or_default()),
    }
}

fn is_empty_string(value: &Json) -> bool {
    matches!(value, Json::Text(text) if text.is_empty())
}

/// A code as a number or a string.
fn number(value: &Json) -> Option<u32> {
    match value {
        Json::Number(digits) => digits.parse().ok(),
        Json::Text(text) => text.trim().parse().ok(),
        _ => None,
    }
}
