//! What the sandbox received and answered, for tests and people to look at.

mod hidden;

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

use jiff::Timestamp;
use serde_json::Value;
use vox_core::meta::{MethodMeta, RecordMeta};
use vox_core::server::Form;

use self::hidden::{HIDDEN, hide, is_secret_param};

/// How much of the calls' texts is kept, in bytes: old calls make room for new ones.
const KEPT_BYTES: usize = 8 << 20;
/// How much of one answer is kept, in bytes.
const ANSWER_BYTES: usize = 16 << 10;
/// What a call takes beside its texts, roughly.
const CALL_BYTES: usize = 256;

/// A call that the sandbox received.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ReceivedCall {
    /// When it came, by the sandbox's clock.
    pub time: Timestamp,
    /// The method's name as it came; empty where there was none.
    pub method: String,
    /// The parameters in the order of arrival, those of the body first. Secrets are shown as `***`.
    pub params: Vec<(String, String)>,
    /// The HTTP status of the answer; `None` where a [fault](crate::Fault) left the call without one.
    pub status: Option<u16>,
    /// The code of the error that was answered; `None` for a success.
    pub code: Option<u32>,
    /// The body of the answer, with secrets shown as `***`; of a long one the first 16 KiB. Empty where there was no
    /// answer.
    pub answer: String,
}

impl ReceivedCall {
    /// The call as it may be shown, without an answer yet. `method` is its declaration, if there is one.
    pub(crate) fn new(time: Timestamp, name: &str, method: Option<&MethodMeta>, form: &Form) -> Self {
        let param = |(name, value): (&str, &str)| {
            let shown = if is_secret_param(method, name) && !value.is_empty() { HIDDEN } else { value };
            (name.to_owned(), shown.to_owned())
        };
        Self {
            time,
            method: name.to_owned(),
            params: form.iter().map(param).collect(),
            status: None,
            code: None,
            answer: String::new(),
        }
    }

    /// The call with what was answered. `record` is the answer's declaration, if there is one.
    pub(crate) fn answered(
        self,
        status: u16,
        code: Option<u32>,
        body: &Value,
        record: Option<&RecordMeta>,
    ) -> Self {
        let mut body = body.clone();
        hide(&mut body, record);
        Self { status: Some(status), code, answer: cut(body.to_string()), ..self }
    }

    /// The call with the status of an answer that is not the API's.
    pub(crate) fn failed(self, status: u16, body: &str) -> Self {
        Self { status: Some(status), answer: cut(body.to_owned()), ..self }
    }

    /// The text of a parameter.
    #[must_use]
    pub fn param(&self, name: &str) -> Option<&str> {
        self.params.iter().find_map(|(known, value)| (known == name).then_some(value.as_str()))
    }

    fn size(&self) -> usize {
        let params = self.params.iter().map(|(name, value)| name.len() + value.len() + CALL_BYTES);
        CALL_BYTES + self.method.len() + self.answer.len() + params.sum::<usize>()
    }
}

fn cut(mut answer: String) -> String {
    if answer.len() > ANSWER_BYTES {
        let end = (0..=ANSWER_BYTES).rev().find(|end| answer.is_char_boundary(*end));
        answer.truncate(end.unwrap_or(0));
        answer.push('…');
        answer.shrink_to_fit();
    }
    answer
}

/// The last calls.
#[derive(Default)]
pub(crate) struct CallLog(Mutex<Kept>);

#[derive(Default)]
struct Kept {
    calls: VecDeque<ReceivedCall>,
    bytes: usize,
}

impl CallLog {
    pub(crate) fn push(&self, call: ReceivedCall) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.bytes += call.size();
        kept.calls.push_back(call);
        while kept.bytes > KEPT_BYTES {
            let Some(oldest) = kept.calls.pop_front() else { break };
            kept.bytes -= oldest.size();
        }
    }

    pub(crate) fn all(&self) -> Vec<ReceivedCall> {
        self.last(usize::MAX)
    }

    /// The last ones, oldest first.
    pub(crate) fn last(&self, count: usize) -> Vec<ReceivedCall> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.calls.iter().skip(kept.calls.len().saturating_sub(count)).cloned().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn received(query: &str) -> ReceivedCall {
        let form = Form::parse(query.as_bytes()).unwrap();
        ReceivedCall::new(Timestamp::UNIX_EPOCH, "AddAccount", None, &form)
    }

    #[test]
    fn secrets_are_hidden_even_when_misspelt() {
        let call = received("account_name=child&api_key=k1&acount_pasword=k2&session_id=k3&api_key=");
        assert_eq!(call.param("account_name"), Some("child"));
        for name in ["api_key", "acount_pasword", "session_id"] {
            assert_eq!(call.param(name), Some("***"), "{name}");
        }
    }

    #[test]
    fn old_calls_make_room() {
        let log = CallLog::default();
        for number in 0..10 {
            log.push(received(&format!("n={number}&a={}", "x".repeat(KEPT_BYTES / 4))));
        }
        assert_eq!(log.all().len(), 3);
        assert_eq!(log.last(1)[0].param("n"), Some("9"));
        log.push(received(&format!("a={}", "x".repeat(KEPT_BYTES))));
        assert_eq!(log.all().len(), 0);
    }

    #[test]
    fn long_answers_are_cut_between_characters() {
        let answer = received("").failed(502, &"ä".repeat(ANSWER_BYTES)).answer;
        assert_eq!(answer.chars().count(), ANSWER_BYTES / 2 + 1);
        assert!(answer.ends_with("ä…"));
    }
}
