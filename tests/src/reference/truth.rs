//! What a response proves.

use http::StatusCode;
use vox_accounts::vox_core::{AckValue, Kind, MethodMeta, ResponseMeta};

use super::evidence::{self, Sure, is_nothing, is_truthy};
use super::json::{Json, parse};

/// What a response of a method proves.
#[derive(Debug)]
pub struct Truth {
    /// Whether the operation succeeded.
    pub is_success: Sure,
    /// The code of the API's error, 0 where none can be read; none where there is no error.
    pub rejected: Option<u32>,
    /// Whether it is certain which of the response's errors comes first: not where it has several and breaks off, or one that not
    /// every parser holds.
    pub is_code_certain: bool,
    /// Whether the response holds an error that denies itself: `{"code": 0, "msg": "OK"}`.
    pub denies_error: bool,
    /// Whether a method that changes something certainly did nothing.
    pub had_no_effect: Sure,
}

impl Truth {
    /// Judges a response; none where it is nested too deeply, or could be read in more than one way.
    #[must_use]
    pub fn of(method: &MethodMeta, status: StatusCode, body: &[u8]) -> Option<Self> {
        let parsed = parse(body)?;
        let no_members = Vec::new();
        let (members, is_object) = match &parsed.value {
            Json::Object(members) => (members, true),
            _ => (&no_members, false),
        };
        let seen = Seen::in_members(method, members);
        let is_object_whole = is_object && parsed.is_whole;
        let has_evidence = if seen.ack == Ack::Given { Sure::Yes } else { seen.evidence };
        let is_partial = |name| {
            let ResponseMeta::Record(record) = method.response else { return false };
            is_object_whole
                && has_evidence != Sure::No
                && record.fields.iter().any(|field| field.name == name)
        };
        if has_evidence == Sure::Maybe && ["error", "errors"].into_iter().any(is_partial) {
            return None;
        }
        let mut faults = Vec::new();
        for (name, found) in [("error", &seen.error), ("errors", &seen.errors)] {
            if !is_partial(name) {
                faults.extend(found);
            }
        }
        if let Some(first) = faults.first() {
            let is_busy = status == StatusCode::TOO_MANY_REQUESTS;
            let is_rejection = |code: &&Code| match **code {
                Code::Is(code) => (code >= 100).into(),
                Code::Absent => is_busy.into(),
                Code::Unheld if is_busy => Sure::Maybe,
                Code::Unheld | Code::Doubtful(_) => Sure::No,
            };
            let mut had_no_effect = faults.iter().map(is_rejection).min().unwrap_or(Sure::No);
            if !parsed.is_whole || seen.denies_error {
                had_no_effect = Sure::No;
            }
            return Some(Self {
                is_success: Sure::No,
                rejected: Some(first.reported()),
                is_code_certain: parsed.is_whole || (faults.len() == 1 && **first != Code::Unheld),
                denies_error: seen.denies_error,
                had_no_effect: had_no_effect.min(seen.has_result.not()),
            });
        }
        let is_proven = status.is_success() && is_object_whole && seen.ack != Ack::Denied;
        // A write that has an acknowledgment does not succeed by zeros without it.
        let is_unacknowledged = method.kind == Kind::Write && method.ack.is_some() && seen.ack == Ack::Absent;
        let proof = if is_unacknowledged { has_evidence.min(seen.has_result) } else { has_evidence };
        let is_foreign = !seen.denies_error && seen.ack == Ack::Absent && (parsed.is_whole || !is_object);
        let is_unprocessed = is_foreign && UNPROCESSED.contains(&status.as_u16());
        Some(Self {
            is_success: if is_proven { proof } else { Sure::No },
            rejected: None,
            is_code_certain: true,
            denies_error: seen.denies_error,
            had_no_effect: if is_unprocessed { has_evidence.max(seen.has_result).not() } else { Sure::No },
        })
    }
}

/// The statuses that precede any processing.
const UNPROCESSED: [u16; 18] =
    [307, 308, 400, 401, 403, 404, 405, 406, 407, 411, 413, 414, 415, 417, 421, 426, 429, 431];

impl Sure {
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

/// The code of a fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Code {
    Absent,
    Is(u32),
    /// None, in a value that not every parser holds; it depends on that whether what is behind it can be read.
    Unheld,
    /// One that cannot be read, or one of several; with the one that counts, or 0.
    Doubtful(u32),
}

impl Code {
    fn reported(self) -> u32 {
        match self {
            Self::Absent | Self::Unheld => 0,
            Self::Is(code) | Self::Doubtful(code) => code,
        }
    }
}

/// What the members of a response say.
struct Seen {
    error: Vec<Code>,
    errors: Vec<Code>,
    denies_error: bool,
    ack: Ack,
    evidence: Sure,
    has_result: Sure,
}

impl Seen {
    fn in_members(method: &MethodMeta, members: &[(String, Json)]) -> Self {
        let mut seen = Self {
            error: Vec::new(),
            errors: Vec::new(),
            denies_error: false,
            ack: Ack::Absent,
            evidence: Sure::No,
            has_result: Sure::No,
        };
        for (name, value) in members {
            match name.as_str() {
                "error" if denies_itself(value) => seen.denies_error = true,
                "error" => seen.error.extend(faults(value)),
                "errors" => seen.errors.extend(faults(value)),
                // What is cut off shows nothing.
                _ if !value.is_cut() => seen.note(method, name, value),
                _ => {}
            }
        }
        seen
    }

    fn note(&mut self, method: &MethodMeta, name: &str, value: &Json) {
        let is_usual = ["result", "results"].contains(&name);
        self.has_result = self.has_result.max((is_usual && is_truthy(value)).into());
        if let Some(ack) = method.ack.filter(|ack| ack.name == name) {
            let is_given = match ack.value {
                AckValue::One => *value == Json::Boolean(true) || is_one(value),
                AckValue::Truthy => is_truthy(value) && !holds_error(value),
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
                if !is_held(value, 0) {
                    // It depends on the parser whether what is behind it can be read.
                    evidence = evidence.min(Sure::Maybe);
                    has_result = Sure::Maybe;
                }
                self.evidence = self.evidence.max(evidence);
                self.has_result = self.has_result.max(has_result);
            }
            ResponseMeta::Json if is_usual => {
                let is_text_or_null = matches!(value, Json::Text(_) | Json::Null);
                self.evidence = self.evidence.max((!(is_nothing(value) && is_text_or_null)).into());
            }
            _ => {}
        }
    }
}

/// Whether every parser holds a value: its numbers are in range, and it is not nested too deeply.
fn is_held(value: &Json, depth: usize) -> bool {
    match value {
        Json::Number(digits) => digits.parse().is_ok_and(f64::is_finite),
        Json::List(items) => depth < 100 && items.iter().all(|item| is_held(item, depth + 1)),
        Json::Object(members) => depth < 100 && members.iter().all(|(_, value)| is_held(value, depth + 1)),
        _ => true,
    }
}

fn is_one(value: &Json) -> bool {
    matches!(value, Json::Number(text) | Json::Text(text) if text == "1")
}

/// Whether an object holds an error.
fn holds_error(value: &Json) -> bool {
    let Json::Object(members) = value else { return false };
    members.iter().any(|(name, value)| match name.as_str() {
        "error" => !denies_itself(value) && !faults(value).is_empty(),
        "errors" => !faults(value).is_empty(),
        _ => false,
    })
}

/// Whether an error says that it is none, by nothing but the code 0.
fn denies_itself(error: &Json) -> bool {
    let Json::Object(members) = error else { return false };
    let codes = codes(members);
    !error.is_cut() && !codes.is_empty() && codes.iter().all(|code| *code == Some(0))
}

/// The codes of the faults in a member; empty where the member denies that there are any.
fn faults(error: &Json) -> Vec<Code> {
    faults_in(error, 0)
}

fn faults_in(error: &Json, depth: usize) -> Vec<Code> {
    match error {
        Json::Null | Json::Boolean(false) => Vec::new(),
        Json::Text(text) if text.is_empty() => Vec::new(),
        Json::Number(digits) if digits.parse() == Ok(0.0) => Vec::new(),
        Json::List(_) if depth > 100 => vec![Code::Unheld],
        Json::Number(_) if !is_held(error, 0) => vec![Code::Unheld],
        Json::List(items) => {
            let mut codes: Vec<_> = items.iter().flat_map(|item| faults_in(item, depth + 1)).collect();
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

/// The codes of an error, none for one that cannot be read.
fn codes(members: &[(String, Json)]) -> Vec<Option<u32>> {
    let is_there = |value: &&Json| !matches!(value, Json::Null | Json::Unreadable) && !is_empty_text(value);
    let codes = members.iter().filter(|(name, _)| name == "code").map(|(_, value)| value).filter(is_there);
    codes.map(number).collect()
}

fn code(members: &[(String, Json)]) -> Code {
    let codes = codes(members);
    let is_rejection = |code: &Option<u32>| code.is_some_and(|code| code >= 100);
    match codes.as_slice() {
        [] => Code::Absent,
        [Some(code), others @ ..] if others.iter().all(|other| *other == Some(*code)) => Code::Is(*code),
        [Some(code), ..] if codes.iter().all(is_rejection) => Code::Is(*code),
        codes => Code::Doubtful(codes.iter().flatten().copied().find(|code| *code != 0).unwrap_or_default()),
    }
}

fn is_empty_text(value: &Json) -> bool {
    matches!(value, Json::Text(text) if text.is_empty())
}

/// A code, also as a text.
fn number(value: &Json) -> Option<u32> {
    match value {
        Json::Number(digits) => digits.parse().ok(),
        Json::Text(text) => text.trim().parse().ok(),
        _ => None,
    }
}
