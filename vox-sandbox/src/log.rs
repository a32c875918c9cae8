//! The requests that the sandbox received, with its responses, for tests and people to look at.

mod mask;

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

use jiff::Timestamp;
use vox_core::File;
use vox_core::meta::{MethodMeta, RecordMeta};
use vox_core::server::Form;

use self::mask::{MASK, is_secret_param, mask};
use crate::wire::response::ApiResponse;

/// The maximum size of the log, in bytes: new requests displace old ones.
const LOG_BYTES: usize = 8 << 20;
/// The maximum size of a logged response body, in bytes.
const BODY_BYTES: usize = 16 << 10;
/// The approximate size of a request, and of a parameter, without its texts.
const OVERHEAD_BYTES: usize = 256;

/// A request to the API that the sandbox received, with its response.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ReceivedRequest {
    /// When the request arrived, by the sandbox's clock.
    pub time: Timestamp,
    /// The method's name as received; empty where there was none.
    pub method: String,
    /// The parameters in the order of arrival, those of the body first, then the files, of which only the length is shown.
    /// Secrets, and the values of parameters that the method does not declare, are shown as `***`.
    pub params: Vec<(String, String)>,
    /// The HTTP status of the response; `None` where a [fault](crate::Fault) dropped the request or the response.
    pub status: Option<u16>,
    /// The code of the first error in the response; `None` for a success.
    pub code: Option<u32>,
    /// The body of the response, with secrets shown as `***`; of a long one the first 16 KiB. Empty where there was no
    /// response.
    pub response_body: String,
}

impl ReceivedRequest {
    /// A request without a response yet. `method` is its declaration, if there is one.
    pub(crate) fn new(time: Timestamp, name: &str, method: Option<&MethodMeta>, form: &Form) -> Self {
        let param = |(name, value): (&str, &str)| {
            let shown = if is_secret_param(method, name) && !value.is_empty() { MASK } else { value };
            (name.to_owned(), shown.to_owned())
        };
        // The content of a file may be a secret of any kind.
        let file = |(name, file): (&str, &File)| (name.to_owned(), format!("{} bytes", file.bytes().len()));
        Self {
            time,
            method: name.to_owned(),
            params: form.iter().map(param).chain(form.files().map(file)).collect(),
            status: None,
            code: None,
            response_body: String::new(),
        }
    }

    /// The request with its response. `record` is the declaration of a successful response, if there is one.
    pub(crate) fn with_response(self, response: &ApiResponse, record: Option<&'static RecordMeta>) -> Self {
        let mut body = response.body.clone();
        mask(&mut body, record);
        Self { code: response.code, ..self.with_body(response.status.as_u16(), body.to_string()) }
    }

    /// The request with a response that is not the API's.
    pub(crate) fn with_body(self, status: u16, body: String) -> Self {
        Self { status: Some(status), response_body: truncate(body), ..self }
    }

    /// The value of a parameter.
    #[must_use]
    pub fn param(&self, name: &str) -> Option<&str> {
        self.params.iter().find_map(|(known, value)| (known == name).then_some(value.as_str()))
    }

    fn size(&self) -> usize {
        let params = self.params.iter().map(|(name, value)| name.len() + value.len() + OVERHEAD_BYTES);
        OVERHEAD_BYTES + self.method.len() + self.response_body.len() + params.sum::<usize>()
    }
}

fn truncate(mut body: String) -> String {
    if body.len() > BODY_BYTES {
        let end = (0..=BODY_BYTES).rev().find(|end| body.is_char_boundary(*end));
        body.truncate(end.unwrap_or(0));
        body.push('…');
        body.shrink_to_fit();
    }
    body
}

/// The most recent requests.
#[derive(Default)]
pub(crate) struct RequestLog(Mutex<Entries>);

#[derive(Default)]
struct Entries {
    requests: VecDeque<ReceivedRequest>,
    bytes: usize,
}

impl RequestLog {
    pub(crate) fn push(&self, request: ReceivedRequest) {
        let mut entries = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        entries.bytes += request.size();
        entries.requests.push_back(request);
        while entries.bytes > LOG_BYTES {
            let Some(oldest) = entries.requests.pop_front() else { break };
            entries.bytes -= oldest.size();
        }
    }

    /// The last `count` requests, oldest first.
    pub(crate) fn last(&self, count: usize) -> Vec<ReceivedRequest> {
        let entries = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        entries.requests.iter().skip(entries.requests.len().saturating_sub(count)).cloned().collect()
    }
}

#[cfg(test)]
mod tests {
    use vox_core::Method as _;

    use super::*;

    fn received(query: &str) -> ReceivedRequest {
        let form = Form::parse(query.as_bytes()).unwrap();
        ReceivedRequest::new(Timestamp::UNIX_EPOCH, "AddAccount", None, &form)
    }

    #[test]
    fn secrets_and_undeclared_parameters_are_masked() {
        let query = "account_name=child&cmd=AddAccount&parent_account_id=7&account_first_name=Ann\
                     &api_key=k1&acount_pasword=k2&session_id=k3&user_pwd=k4&auth=k5&pin=6&new_account_password=k7&empty=";
        let form = Form::parse(query.as_bytes()).unwrap();
        let undeclared = ReceivedRequest::new(Timestamp::UNIX_EPOCH, "AddAccount", None, &form);
        let method = Some(vox_accounts::SetAccountInfo::META);
        let declared = ReceivedRequest::new(Timestamp::UNIX_EPOCH, "SetAccountInfo", method, &form);
        for request in [&undeclared, &declared] {
            for (name, value) in
                [("account_name", "child"), ("cmd", "AddAccount"), ("parent_account_id", "7"), ("empty", "")]
            {
                assert_eq!(request.param(name), Some(value));
            }
            for name in
                ["api_key", "acount_pasword", "session_id", "user_pwd", "auth", "pin", "new_account_password"]
            {
                assert_eq!(request.param(name), Some("***"), "{name}");
            }
        }
        assert_eq!(declared.param("account_first_name"), Some("Ann"));
        assert_eq!(undeclared.param("account_first_name"), Some("***"));
    }

    #[test]
    fn new_requests_displace_old_ones() {
        let log = RequestLog::default();
        for number in 0..10 {
            log.push(received(&format!("cmd={number}&account_name={}", "x".repeat(LOG_BYTES / 4))));
        }
        assert_eq!(log.last(usize::MAX).len(), 3);
        assert_eq!(log.last(1)[0].param("cmd"), Some("9"));
        log.push(received(&format!("account_name={}", "x".repeat(LOG_BYTES))));
        assert_eq!(log.last(usize::MAX).len(), 0);
    }

    #[test]
    fn long_bodies_are_truncated_between_characters() {
        let body = received("").with_body(502, "ä".repeat(BODY_BYTES)).response_body;
        assert_eq!(body.chars().count(), BODY_BYTES / 2 + 1);
        assert!(body.ends_with("ä…"));
    }
}
