//! Answers in the API's envelope.

use bytes::Bytes;
use http::{HeaderValue, Response, StatusCode, header};
use http_body_util::Full;
use serde_json::{Value, json};
use vox_core::meta::RecordMeta;

use crate::calls::ReceivedCall;
use crate::errors::{Failure, Failures};

/// An answer on its way out.
#[derive(Debug)]
pub(crate) struct Answer {
    status: StatusCode,
    /// The code of the error answered, if it is one.
    code: Option<u32>,
    body: Value,
}

impl Answer {
    pub(crate) fn success(body: Value) -> Self {
        Self { status: StatusCode::OK, code: None, body }
    }

    /// An error. The API answers nearly all of them with HTTP 200.
    pub(crate) fn failure(failures: &Failures) -> Self {
        let mut body = json!({ "error": error(&failures.first) });
        if !failures.more.is_empty() {
            body["errors"] = failures.iter().map(error).collect();
        }
        Self { status: StatusCode::OK, code: Some(failures.first.code), body }
    }

    pub(crate) fn with_status(self, status: StatusCode) -> Self {
        Self { status, ..self }
    }

    /// The call with this answer. `record` is the declaration of what the method answers with.
    pub(crate) fn note(&self, call: ReceivedCall, record: Option<&RecordMeta>) -> ReceivedCall {
        call.answered(self.status.as_u16(), self.code, &self.body, record)
    }

    pub(crate) fn into_response(self) -> Response<Full<Bytes>> {
        let mut response = Response::new(Full::from(self.body.to_string()));
        *response.status_mut() = self.status;
        // Exactly this text: some of the vendor's SDKs compare it whole.
        let json = HeaderValue::from_static("application/json");
        response.headers_mut().insert(header::CONTENT_TYPE, json);
        response
    }
}

fn error(failure: &Failure) -> Value {
    json!({ "code": failure.code, "msg": failure.message })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_error_stands_alone_and_several_are_listed() {
        let mut failures = Failures::from(Failure::NAME_TAKEN);
        let one = json!({"code": 106, "msg": "Account's name is not unique"});
        assert_eq!(Answer::failure(&failures).body, json!({"error": one}));

        failures.more.push(Failure::EMAIL_TAKEN);
        let two = json!({"code": 128, "msg": "Account's email is not unique"});
        assert_eq!(Answer::failure(&failures).body, json!({"error": one, "errors": [one, two]}));
    }
}
