//! Which requests a rule applies to.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use vox_core::server::Form;

/// The requests of a method, of an account, with certain parameters; the next ones, or each with a probability.
#[derive(Clone, Default, PartialEq)]
pub(crate) struct RequestFilter {
    pub(crate) method: Option<String>,
    pub(crate) account: Option<u64>,
    pub(crate) params: BTreeMap<String, String>,
    pub(crate) times: Option<usize>,
    /// From 0 to 1.
    pub(crate) probability: Option<f64>,
}

impl RequestFilter {
    pub(crate) fn of(method: &str) -> Self {
        Self { method: Some(method.to_owned()), ..Self::default() }
    }

    pub(crate) fn set_probability(&mut self, probability: f64) {
        let probability = if probability.is_nan() { 0.0 } else { probability.clamp(0.0, 1.0) };
        self.probability = Some(probability);
    }

    /// The number of requests at most, with the default for neither a number nor a probability.
    pub(super) fn limit(&self, default: usize) -> usize {
        self.times.unwrap_or(if self.probability.is_some() { usize::MAX } else { default })
    }

    /// Whether the method and the parameters are those of the filter.
    pub(super) fn matches(&self, method: &str, params: &Form) -> bool {
        self.method.as_deref().is_none_or(|name| name == method)
            && self.params.iter().all(|(name, value)| params.get(name).unwrap_or_default() == value)
    }
}

/// Masks the values of parameters, as they may be secrets.
impl fmt::Debug for RequestFilter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let params: BTreeMap<_, _> = self.params.keys().map(|name| (name, "***")).collect();
        f.debug_struct("RequestFilter")
            .field("method", &self.method)
            .field("account", &self.account)
            .field("params", &params)
            .field("times", &self.times)
            .field("probability", &self.probability)
            .finish()
    }
}

/// The public functions of a rule with a field `filter`.
macro_rules! filter_functions {
    ($(#[doc = $times:literal])+) => {
        /// Only requests of this account: the one that the token or the credentials in the parameters stand for; for methods
        /// whose parameters are the parent's credentials, the parent.
        ///
        /// Requests that do not authenticate have no account. The sandbox rejects them as without the rule.
        pub fn account(mut self, account_id: u64) -> Self {
            self.filter.account = Some(account_id);
            self
        }

        /// Only requests with this parameter, as it is sent: a list is `1;2`, a boolean `true`. Several parameters must all be
        /// there. A second value for a name replaces the first.
        ///
        /// As for the API, an empty value and no value are the same.
        pub fn param(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
            self.filter.params.insert(name.into(), value.into());
            self
        }

        $(#[doc = $times])+
        pub fn times(mut self, requests: usize) -> Self {
            self.filter.times = Some(requests);
            self
        }

        /// The probability that the rule applies to a request, from 0 to 1; values outside become the nearest of these, NaN
        /// becomes 0.
        ///
        /// Each rule has its own sequence of random numbers. With a [seed](crate::SandboxBuilder::seed), the rules that are
        /// added in the same order apply to the same requests in each run, if these arrive in the same order.
        pub fn probability(mut self, probability: f64) -> Self {
            self.filter.set_probability(probability);
            self
        }
    };
}
pub(crate) use filter_functions;

/// The value of a parameter in JSON: a string, or a number or a boolean as it is sent. Errors do not contain it, as it may be
/// a secret.
#[derive(Serialize, Deserialize)]
#[serde(try_from = "Value")]
pub(crate) struct ParamJson(pub(crate) String);

impl TryFrom<Value> for ParamJson {
    type Error = &'static str;

    fn try_from(value: Value) -> Result<Self, &'static str> {
        match value {
            Value::String(text) => Ok(Self(text)),
            Value::Number(number) => Ok(Self(number.to_string())),
            Value::Bool(value) => Ok(Self(value.to_string())),
            _ => Err("expected a string, a number or a boolean"),
        }
    }
}

/// The parameters of a filter in JSON.
pub(crate) fn params_to_json(params: BTreeMap<String, String>) -> BTreeMap<String, ParamJson> {
    params.into_iter().map(|(name, value)| (name, ParamJson(value))).collect()
}

/// The parameters of a filter from JSON.
pub(crate) fn params_from_json(params: BTreeMap<String, ParamJson>) -> BTreeMap<String, String> {
    params.into_iter().map(|(name, ParamJson(value))| (name, value)).collect()
}

/// A probability from JSON.
pub(crate) fn check_probability(probability: Option<f64>) -> Result<Option<f64>, String> {
    match probability {
        Some(number) if !(0.0..=1.0).contains(&number) => {
            Err(format!("expected a `probability` from 0 to 1, found {number}"))
        }
        probability => Ok(probability),
    }
}
