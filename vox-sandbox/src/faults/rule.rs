//! Which requests have a fault.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};
use vox_core::Method;
use vox_core::server::Form;

use super::fault::Fault;
use super::json::RuleJson;

/// A fault, and the requests that have it: those of a method, of an account, with certain parameters; the next ones, or
/// each with a probability.
///
/// ```
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// use vox_accounts::prelude::*;
/// use vox_sandbox::{Fault, FaultRule, Sandbox};
///
/// let sandbox = Sandbox::start().await?;
/// let faults = sandbox.faults();
/// // Two lists of five children, by the first account. Lists of other lengths and of other accounts succeed.
/// let rule = FaultRule::of::<GetChildrenAccounts>(Fault::Status(503));
/// faults.add(rule.account(sandbox.account_id()).param("count", "5").times(2));
/// // A quarter of all other requests is slow.
/// faults.add(FaultRule::any(Fault::Delay(std::time::Duration::from_millis(20))).probability(0.25));
///
/// let client = sandbox.client()?;
/// GetChildrenAccounts { count: Some(5), ..Default::default() }.send(&client).await?;
/// assert_eq!(sandbox.requests_received(), 3);
/// # Ok(()) }
/// ```
///
/// A rule has a JSON form, which `Serialize` writes and `Deserialize` reads: that of `faults` in a
/// [fixture](crate#fixtures). `Debug` masks the values of parameters, as they may be secrets.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "RuleJson", into = "RuleJson")]
#[must_use = "a rule applies after `Faults::add` or `SandboxBuilder::fault_rule`"]
pub struct FaultRule {
    pub(super) method: Option<String>,
    pub(super) account: Option<u64>,
    pub(super) params: BTreeMap<String, String>,
    pub(super) times: Option<usize>,
    /// From 0 to 1.
    pub(super) probability: Option<f64>,
    pub(super) fault: Fault,
}

impl FaultRule {
    /// A fault of the next request of a method.
    pub fn of<M: Method>(fault: Fault) -> Self {
        Self { method: Some(M::META.name.to_owned()), ..Self::any(fault) }
    }

    /// A fault of the next request of any method, unknown methods included.
    pub fn any(fault: Fault) -> Self {
        Self { method: None, account: None, params: BTreeMap::new(), times: None, probability: None, fault }
    }

    /// Only requests of this account: the one that the token or the credentials in the parameters stand for; for methods
    /// whose parameters are the parent's credentials, the parent.
    ///
    /// Requests that do not authenticate have no account. The sandbox rejects them as without the rule.
    pub fn account(self, account_id: u64) -> Self {
        Self { account: Some(account_id), ..self }
    }

    /// Only requests with this parameter, as it is sent: a list is `1;2`, a boolean `true`. Several parameters must all be
    /// there. A second value for a name replaces the first.
    ///
    /// As for the API, an empty value and no value are the same.
    pub fn param(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.params.insert(name.into(), value.into());
        self
    }

    /// The number of requests that have the fault. Default: one, or unlimited with a [probability](Self::probability).
    pub fn times(self, requests: usize) -> Self {
        Self { times: Some(requests), ..self }
    }

    /// The probability that a request has the fault, from 0 to 1; values outside become the nearest of these, NaN becomes 0.
    ///
    /// Each rule has its own sequence of random numbers. With a [seed](crate::SandboxBuilder::seed), the rules that are added
    /// in the same order apply to the same requests in each run, if these arrive in the same order.
    pub fn probability(self, probability: f64) -> Self {
        let probability = if probability.is_nan() { 0.0 } else { probability.clamp(0.0, 1.0) };
        Self { probability: Some(probability), ..self }
    }

    /// The name of the method; `None` for any.
    pub(crate) fn method(&self) -> Option<&str> {
        self.method.as_deref()
    }

    /// The number of requests that have the fault, at most.
    pub(super) fn limit(&self) -> usize {
        self.times.unwrap_or(if self.probability.is_some() { usize::MAX } else { 1 })
    }

    /// Whether the method and the parameters are those of the rule.
    pub(super) fn matches(&self, method: &str, params: &Form) -> bool {
        self.method.as_deref().is_none_or(|name| name == method)
            && self.params.iter().all(|(name, value)| params.get(name).unwrap_or_default() == value)
    }
}

impl fmt::Debug for FaultRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let params: BTreeMap<_, _> = self.params.keys().map(|name| (name, "***")).collect();
        f.debug_struct("FaultRule")
            .field("method", &self.method)
            .field("account", &self.account)
            .field("params", &params)
            .field("times", &self.times)
            .field("probability", &self.probability)
            .field("fault", &self.fault)
            .finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debug_masks_the_values_of_parameters() {
        let rule = FaultRule::any(Fault::DropRequest).param("api_key", "s3cret").account(7);
        let text = format!("{rule:?}");
        assert!(text.contains(r#"{"api_key": "***"}"#) && text.contains("Some(7)"), "{text}");
        assert!(!text.contains("s3cret"), "{text}");
    }

    #[test]
    fn a_probability_is_from_0_to_1() {
        for (given, expected) in
            [(-1.0, 0.0), (0.25, 0.25), (2.0, 1.0), (f64::NAN, 0.0), (f64::INFINITY, 1.0)]
        {
            let rule = FaultRule::any(Fault::DropRequest).probability(given);
            assert_eq!(rule.probability, Some(expected), "{given}");
        }
    }
}
