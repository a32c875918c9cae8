//! Which requests have a fault.

use serde::{Deserialize, Serialize};
use vox_core::Method;

use super::fault::Fault;
use super::json::RuleJson;
use crate::rules::Rule;
use crate::rules::filter::{RequestFilter, filter_functions};

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
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "RuleJson", into = "RuleJson")]
#[must_use = "a rule applies after `Faults::add` or `SandboxBuilder::fault_rule`"]
pub struct FaultRule {
    pub(super) filter: RequestFilter,
    pub(super) fault: Fault,
}

impl FaultRule {
    /// A fault of the next request of a method.
    pub fn of<M: Method>(fault: Fault) -> Self {
        Self { filter: RequestFilter::of(M::META.name), fault }
    }

    /// A fault of the next request of any method, unknown methods included.
    pub fn any(fault: Fault) -> Self {
        Self { filter: RequestFilter::default(), fault }
    }

    filter_functions! {
        /// The number of requests that have the fault. Default: one, or unlimited with a [probability](Self::probability).
    }

    /// The name of the method; `None` for any.
    pub(crate) fn method(&self) -> Option<&str> {
        self.filter.method.as_deref()
    }
}

impl Rule for FaultRule {
    const DEFAULT_TIMES: usize = 1;

    fn filter(&self) -> &RequestFilter {
        &self.filter
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
            assert_eq!(rule.filter.probability, Some(expected), "{given}");
        }
    }
}
