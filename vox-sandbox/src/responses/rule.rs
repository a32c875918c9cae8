//! Which requests get a custom response.

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use vox_core::server::{Form, ServerMethod};
use vox_core::{ErrorCode, Response};

use super::json::RuleJson;
use crate::errors::{ApiError, ApiErrors};
use crate::rules::Rule;
use crate::rules::filter::{RequestFilter, filter_functions};
use crate::wire::response::ApiResponse;

/// A response, and the requests that get it: those of a method, of an account, with certain parameters. See
/// [`Responses`](crate::Responses).
///
/// A rule has a JSON form, which `Serialize` writes and `Deserialize` reads:
///
/// ```
/// # use vox_sandbox::ResponseRule;
/// let rule: ResponseRule = serde_json::from_str(r#"{
///     "method": "GetAccountInfo", "params": {"return_live_balance": true}, "times": 1,
///     "body": {"result": {"account_id": 7}}
/// }"#)?;
/// # Ok::<_, serde_json::Error>(())
/// ```
///
/// `method` and `body` are required; `account_id`, `params`, `times` and `probability` select requests. Only rules with JSON are
/// written with their body.
///
/// `Debug` masks the values of parameters and the body, as they may be secrets.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(try_from = "RuleJson", into = "RuleJson")]
#[must_use = "a rule applies after `Responses::add` or `SandboxBuilder::response_rule`"]
pub struct ResponseRule {
    pub(super) filter: RequestFilter,
    pub(super) response: CustomResponse,
}

/// What is sent.
#[derive(Clone)]
pub(crate) enum CustomResponse {
    Json(Value),
    Function(Arc<Function>),
}

type Function = dyn Fn(&Form) -> Result<ApiResponse, ApiErrors> + Send + Sync;

impl ResponseRule {
    /// The response to all requests of a method.
    pub fn of<M: ServerMethod>(response: &M::Response) -> Self {
        let is_file = response.file().is_some();
        let encoded = M::encode_response(response);
        let respond = move |_: &Form| Ok(ApiResponse::encoded(encoded.clone(), is_file));
        Self {
            filter: RequestFilter::of(M::META.name),
            response: CustomResponse::Function(Arc::new(respond)),
        }
    }

    /// A function that is called for each request of a method. It may keep state. An error is sent in the API's envelope, with the
    /// code's name as the message, if the code is known.
    ///
    /// The function must not wait for a call of the same sandbox. If it panics, the response is HTTP 500 with the code 2, an
    /// internal error: a client does not know what the request has done.
    pub fn with<M: ServerMethod>(
        function: impl Fn(M) -> Result<M::Response, ErrorCode> + Send + Sync + 'static,
    ) -> Self {
        let respond = move |form: &Form| {
            let response = function(M::decode(form)?).map_err(ApiError::injected)?;
            Ok(ApiResponse::encoded(M::encode_response(&response), response.file().is_some()))
        };
        Self {
            filter: RequestFilter::of(M::META.name),
            response: CustomResponse::Function(Arc::new(respond)),
        }
    }

    /// Any JSON as the body of the response to all requests of a method, with HTTP 200: also an error, or what the declaration
    /// does not expect.
    pub fn json(method: impl Into<String>, body: Value) -> Self {
        Self { filter: RequestFilter::of(&method.into()), response: CustomResponse::Json(body) }
    }

    filter_functions! {
        /// The number of requests that get the response. Default: unlimited.
    }

    /// The name of the method.
    pub(crate) fn method(&self) -> Option<&str> {
        self.filter.method.as_deref()
    }

    /// The body, if it is JSON.
    pub(crate) fn body(&self) -> Option<&Value> {
        if let CustomResponse::Json(body) = &self.response { Some(body) } else { None }
    }
}

impl Rule for ResponseRule {
    const DEFAULT_TIMES: usize = usize::MAX;

    fn filter(&self) -> &RequestFilter {
        &self.filter
    }
}

impl CustomResponse {
    /// The response to a valid request.
    pub(crate) fn respond(&self, form: &Form) -> Result<ApiResponse, ApiErrors> {
        match self {
            Self::Json(body) => Ok(ApiResponse::custom(body.clone())),
            Self::Function(respond) => respond(form),
        }
    }
}

impl fmt::Debug for CustomResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Json(_) => "Json(***)",
            Self::Function(_) => "Function",
        })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn the_json_of_a_rule_is_read_back() {
        let json = json!({
            "method": "AddAccount", "account_id": 7, "params": {"a": "1"}, "times": 2, "probability": 0.5,
            "body": {"result": 1},
        });
        let rule: ResponseRule = serde_json::from_value(json.clone()).unwrap();
        assert_eq!(serde_json::to_value(&rule).unwrap(), json);
        for (json, expected) in [
            (json!({"method": "A"}), "missing field `body`"),
            (json!({"body": {}}), "missing field `method`"),
            (
                json!({"method": "A", "body": {}, "probability": 2}),
                "expected a `probability` from 0 to 1, found 2",
            ),
            (json!({"method": "A", "body": {}, "time": 2}), "unknown field `time`"),
        ] {
            let error = serde_json::from_value::<ResponseRule>(json).unwrap_err().to_string();
            assert!(error.starts_with(expected), "{error}");
        }
    }

    #[test]
    fn debug_shows_no_values() {
        let rule = ResponseRule::json("A", json!({"api_key": "s3cret"})).param("password", "s3cret");
        assert!(!format!("{rule:?}").contains("s3cret"), "{rule:?}");
    }
}
