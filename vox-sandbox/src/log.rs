//! The requests that the sandbox received, with its responses, for tests and people to look at.

mod mask;

use std::collections::VecDeque;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use jiff::Timestamp;
use vox_core::File;
use vox_core::meta::{MethodMeta, ResponseMeta};
use vox_core::server::{Form, ServerMethod};

use self::mask::{MASK, is_secret_param, mask};
use crate::level::Level;
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
    /// How the sandbox plays the method; `None` for an unknown method.
    pub level: Option<Level>,
    /// The names of the parameters that the method's declaration does not have, each once. Their values are ignored.
    pub unknown_params: Vec<String>,
    /// The HTTP status of the response; `None` where a [fault](crate::Fault) dropped the request or the response.
    pub status: Option<u16>,
    /// The code of the first error in the response; `None` for a success.
    pub code: Option<u32>,
    /// The body of the response, with secrets shown as `***`; of a long one the first 16 KiB. Empty where there was no
    /// response.
    pub response_body: String,
    form: ReceivedForm,
}

/// The parameters as received, secrets included, which nothing shows.
#[derive(Clone)]
struct ReceivedForm(Arc<Form>);

impl fmt::Debug for ReceivedForm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(MASK)
    }
}

/// Requests are compared by what they show.
impl PartialEq for ReceivedForm {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for ReceivedForm {}

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
            level: None,
            unknown_params: Vec::new(),
            method: name.to_owned(),
            params: form.iter().map(param).chain(form.files().map(file)).collect(),
            status: None,
            code: None,
            response_body: String::new(),
            form: ReceivedForm(Arc::new(form.clone())),
        }
    }

    /// The request as its type; `None` if it is one of another method, or does not decode. Its rules are not checked.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// use vox_accounts::prelude::*;
    /// use vox_sandbox::Sandbox;
    ///
    /// let sandbox = Sandbox::start().await?;
    /// let request = GetChildrenAccounts { count: Some(5), ..Default::default() };
    /// request.send(&sandbox.client()?).await?;
    /// assert_eq!(sandbox.requests()[0].decode(), Some(request));
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub fn decode<M: ServerMethod>(&self) -> Option<M> {
        (self.method == M::META.name).then(|| M::decode(&self.form.0).ok())?
    }

    /// The request with how its method is played.
    pub(crate) fn played(self, level: Option<Level>, unknown_params: Vec<String>) -> Self {
        Self { level, unknown_params, ..self }
    }

    /// The request with its response. `declared` is the declaration of a successful response, if there is one.
    pub(crate) fn with_response(self, response: &ApiResponse, declared: Option<ResponseMeta>) -> Self {
        let mut body = response.body.clone();
        mask(&mut body, declared);
        let level = response.level.or(self.level);
        Self { code: response.code, level, ..self.with_body(response.status.as_u16(), body.to_string()) }
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
        // Each parameter is there twice: as received and as shown.
        let params = self.params.iter().map(|(name, value)| 2 * (name.len() + value.len()) + OVERHEAD_BYTES);
        let files = self.form.0.files().map(|(_, file)| file.bytes().len());
        OVERHEAD_BYTES
            + self.method.len()
            + self.response_body.len()
            + params.sum::<usize>()
            + files.sum::<usize>()
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

    pub(crate) fn clear(&self) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Entries::default();
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
            // Each text is kept twice.
            log.push(received(&format!("cmd={number}&account_name={}", "x".repeat(LOG_BYTES / 8))));
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
