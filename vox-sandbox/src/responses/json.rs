//! The JSON form of a rule, for control over HTTP.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::rule::{CustomResponse, ResponseRule};
use crate::json::unique_members;
use crate::rules::filter::{ParamJson, RequestFilter, check_probability, params_from_json, params_to_json};

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields, expecting = "an object")]
pub(super) struct RuleJson {
    method: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    account_id: Option<u64>,
    #[serde(default, deserialize_with = "unique_members", skip_serializing_if = "BTreeMap::is_empty")]
    params: BTreeMap<String, ParamJson>,
    #[serde(skip_serializing_if = "Option::is_none")]
    times: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    probability: Option<f64>,
    body: Value,
}

impl TryFrom<RuleJson> for ResponseRule {
    type Error = String;

    fn try_from(json: RuleJson) -> Result<Self, String> {
        let filter = RequestFilter {
            method: Some(json.method),
            account: json.account_id,
            params: params_from_json(json.params),
            times: json.times,
            probability: check_probability(json.probability)?,
        };
        Ok(Self { filter, response: CustomResponse::Json(json.body) })
    }
}

impl From<ResponseRule> for RuleJson {
    fn from(rule: ResponseRule) -> Self {
        let RequestFilter { method, account, params, times, probability } = rule.filter;
        Self {
            // Every rule of a response has a method.
            method: method.unwrap_or_default(),
            account_id: account,
            params: params_to_json(params),
            times,
            probability,
            body: match rule.response {
                CustomResponse::Json(body) => body,
                CustomResponse::Function(_) => "function".into(),
            },
        }
    }
}
