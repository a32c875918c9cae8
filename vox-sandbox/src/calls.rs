//! What the sandbox received, for tests to look at.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

use vox_core::{Form, MethodMeta};

use crate::auth;

/// How much of the received texts is kept, in bytes: old calls make room for new ones.
const KEPT_BYTES: usize = 8 << 20;
/// What a call takes beside its texts, roughly.
const CALL_BYTES: usize = 128;
/// What stands for a secret.
const HIDDEN: &str = "***";

/// A call that the sandbox received.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ReceivedCall {
    /// The method's name as it came; empty where there was none.
    pub method: String,
    /// The parameters in the order of arrival, those of the body first. Secrets are shown as `***`.
    pub params: Vec<(String, String)>,
    /// The code of the error that was answered; `None` for a success.
    pub code: Option<u16>,
}

impl ReceivedCall {
    /// The call as it may be shown. `method` is its declaration, if there is one.
    pub(crate) fn new(name: &str, method: Option<&MethodMeta>, form: &Form, code: Option<u16>) -> Self {
        let param = |(name, value): (&str, &str)| {
            let shown = if is_secret(method, name) && !value.is_empty() { HIDDEN } else { value };
            (name.to_owned(), shown.to_owned())
        };
        Self { method: name.to_owned(), params: form.iter().map(param).collect(), code }
    }

    /// The text of a parameter.
    #[must_use]
    pub fn param(&self, name: &str) -> Option<&str> {
        self.params.iter().find_map(|(known, value)| (known == name).then_some(value.as_str()))
    }

    fn size(&self) -> usize {
        let params = self.params.iter().map(|(name, value)| name.len() + value.len() + CALL_BYTES);
        CALL_BYTES + self.method.len() + params.sum::<usize>()
    }
}

fn is_secret(method: Option<&MethodMeta>, name: &str) -> bool {
    let declared = method.and_then(|method| method.param(name));
    auth::is_secret(name) || declared.map_or_else(|| sounds_secret(name), |param| param.meta.secret)
}

/// A parameter that no declaration knows may be a misspelt secret.
fn sounds_secret(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    ["pas", "key", "secret", "salt", "token", "session"].iter().any(|word| name.contains(word))
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
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.calls.iter().cloned().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn received(query: &str) -> ReceivedCall {
        ReceivedCall::new("AddAccount", None, &Form::parse(query.as_bytes()).unwrap(), Some(106))
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
        for _ in 0..10 {
            log.push(received(&format!("a={}", "x".repeat(KEPT_BYTES / 4))));
        }
        assert_eq!(log.all().len(), 3);
        log.push(received(&format!("a={}", "x".repeat(KEPT_BYTES))));
        assert_eq!(log.all().len(), 0);
    }
}
