//! The JSON form of a rule, for fixtures and for control over HTTP.

use std::collections::BTreeMap;
use std::time::Duration;

use serde::{Deserialize, Serialize};
use vox_core::ErrorCode;

use super::fault::{Fault, retry_after_seconds, valid_status};
use super::rule::FaultRule;
use crate::json::unique_members;
use crate::rules::filter::{ParamJson, RequestFilter, check_probability, params_from_json, params_to_json};

// Every member may also be null.
#[derive(Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, expecting = "an object")]
pub(super) struct RuleJson {
    #[serde(skip_serializing_if = "Option::is_none")]
    method: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    account_id: Option<u64>,
    #[serde(default, deserialize_with = "unique_members", skip_serializing_if = "BTreeMap::is_empty")]
    params: BTreeMap<String, ParamJson>,
    // `calls` is the former name.
    #[serde(alias = "calls", skip_serializing_if = "Option::is_none")]
    times: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    probability: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    http_status: Option<u16>,
    #[serde(skip_serializing_if = "Option::is_none")]
    retry_after: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    api_error: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    drop: Option<DropJson>,
    #[serde(skip_serializing_if = "Option::is_none")]
    delay_ms: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    body: Option<BodyJson>,
    #[serde(skip_serializing_if = "Option::is_none")]
    slow_body_ms: Option<u64>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum DropJson {
    Request,
    // The former name.
    #[serde(alias = "answer")]
    Response,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum BodyJson {
    Truncated,
    Malformed,
}

impl RuleJson {
    fn fault(&self) -> Result<Fault, String> {
        if self.retry_after.is_some() && self.http_status != Some(429) {
            return Err("`retry_after` is only for the `http_status` 429".to_owned());
        }
        let kinds = [
            self.http_status.map(|status| match status {
                429 => Ok(Fault::TooManyRequests { retry_after: self.retry_after.map(Duration::from_secs) }),
                200..600 => Ok(Fault::Status(status)),
                _ => Err(format!("expected an `http_status` from 200 to 599, found {status}")),
            }),
            self.api_error.map(|code| Ok(Fault::Api(ErrorCode::new(code)))),
            self.drop.as_ref().map(|drop| match drop {
                DropJson::Request => Ok(Fault::DropRequest),
                DropJson::Response => Ok(Fault::DropResponse),
            }),
            self.delay_ms.map(|millis| Ok(Fault::Delay(Duration::from_millis(millis)))),
            self.body.as_ref().map(|body| match body {
                BodyJson::Truncated => Ok(Fault::TruncateBody),
                BodyJson::Malformed => Ok(Fault::MalformedBody),
            }),
            self.slow_body_ms.map(|millis| Ok(Fault::SlowBody(Duration::from_millis(millis)))),
        ];
        let mut kinds = kinds.into_iter().flatten();
        match (kinds.next(), kinds.next()) {
            (Some(fault), None) => fault,
            _ => Err("expected exactly one of http_status, api_error, drop, delay_ms, body, slow_body_ms"
                .to_owned()),
        }
    }
}

impl TryFrom<RuleJson> for FaultRule {
    type Error = String;

    fn try_from(json: RuleJson) -> Result<Self, String> {
        let fault = json.fault()?;
        let filter = RequestFilter {
            method: json.method,
            account: json.account_id,
            params: params_from_json(json.params),
            times: json.times,
            probability: check_probability(json.probability)?,
        };
        Ok(Self { filter, fault })
    }
}

impl From<FaultRule> for RuleJson {
    fn from(rule: FaultRule) -> Self {
        let RequestFilter { method, account, params, times, probability } = rule.filter;
        let params = params_to_json(params);
        let json = Self { method, account_id: account, params, times, probability, ..Self::default() };
        match rule.fault {
            Fault::TooManyRequests { retry_after } => {
                Self { http_status: Some(429), retry_after: retry_after.map(retry_after_seconds), ..json }
            }
            Fault::Status(status) => Self { http_status: Some(valid_status(status)), ..json },
            Fault::Api(code) => Self { api_error: Some(code.code()), ..json },
            Fault::DropRequest => Self { drop: Some(DropJson::Request), ..json },
            Fault::DropResponse => Self { drop: Some(DropJson::Response), ..json },
            Fault::Delay(time) => Self { delay_ms: Some(millis(time)), ..json },
            Fault::TruncateBody => Self { body: Some(BodyJson::Truncated), ..json },
            Fault::MalformedBody => Self { body: Some(BodyJson::Malformed), ..json },
            Fault::SlowBody(time) => Self { slow_body_ms: Some(millis(time)), ..json },
        }
    }
}

/// Whole milliseconds.
fn millis(time: Duration) -> u64 {
    u64::try_from(time.as_millis()).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use serde_json::json;
    use vox_accounts::AddAccount;

    use super::*;

    #[test]
    fn the_json_of_every_rule_is_read_back() {
        let any = FaultRule::any;
        let second = Duration::from_secs(1);
        let cases = [
            (
                FaultRule::of::<AddAccount>(Fault::Status(503))
                    .account(7)
                    .param("a", "1")
                    .param("b", "x")
                    .times(2),
                json!({"method": "AddAccount", "account_id": 7, "params": {"a": "1", "b": "x"}, "times": 2, "http_status": 503}),
            ),
            (any(Fault::DropRequest).probability(0.25), json!({"probability": 0.25, "drop": "request"})),
            (any(Fault::DropResponse), json!({"drop": "response"})),
            (any(Fault::TooManyRequests { retry_after: None }), json!({"http_status": 429})),
            (
                any(Fault::TooManyRequests { retry_after: Some(second) }),
                json!({"http_status": 429, "retry_after": 1}),
            ),
            (any(Fault::Api(ErrorCode::new(340))), json!({"api_error": 340})),
            (any(Fault::Delay(second)), json!({"delay_ms": 1000})),
            (any(Fault::TruncateBody), json!({"body": "truncated"})),
            (any(Fault::MalformedBody), json!({"body": "malformed"})),
            (any(Fault::SlowBody(second)), json!({"slow_body_ms": 1000})),
        ];
        for (rule, json) in cases {
            assert_eq!(serde_json::to_value(&rule).unwrap(), json);
            assert_eq!(serde_json::from_value::<FaultRule>(json).unwrap(), rule);
        }
        // What is sent, where the JSON form cannot express the value.
        assert_eq!(serde_json::to_value(any(Fault::Status(7))).unwrap(), json!({"http_status": 500}));
        assert_eq!(
            serde_json::to_value(any(Fault::Delay(Duration::MAX))).unwrap(),
            json!({"delay_ms": u64::MAX})
        );
    }

    #[test]
    fn numbers_and_booleans_are_values_of_parameters() {
        let json = json!({"params": {"a": 5, "b": true, "c": "x", "d": 1.50}, "drop": "request"});
        let rule = FaultRule::any(Fault::DropRequest).param("a", "5").param("b", "true").param("c", "x");
        assert_eq!(serde_json::from_value::<FaultRule>(json).unwrap(), rule.param("d", "1.5"));
    }

    #[test]
    fn former_names_are_read() {
        let rule: FaultRule = serde_json::from_value(json!({"calls": 2, "drop": "answer"})).unwrap();
        assert_eq!(rule, FaultRule::any(Fault::DropResponse).times(2));
    }

    #[test]
    fn errors_do_not_contain_values_of_parameters() {
        let json = json!({"params": {"api_key": ["s3cret"]}, "drop": "request"});
        let error = serde_json::from_value::<FaultRule>(json).unwrap_err().to_string();
        assert_eq!(error, "expected a string, a number or a boolean");
    }
}
