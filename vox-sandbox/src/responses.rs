//! Custom responses in place of those of handlers and samples.

mod json;
pub(crate) mod rule;

use vox_core::server::Form;

use self::rule::{CustomResponse, ResponseRule};
use crate::rules::{ActiveRule, Rules};
use crate::state::random::Random;

/// Custom responses to requests: a list of [rules](ResponseRule). Clones share the rules.
///
/// A valid and authorized request gets the response of the first rule, in the order of adding, that applies to it. Nothing else
/// happens then: no handler changes the state.
///
/// ```
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// use vox_accounts::prelude::*;
/// use vox_accounts::vox_core::{ErrorCode, Record};
/// use vox_accounts::GetCurrencyRateResponse;
/// use vox_sandbox::{Level, ResponseRule, Sandbox};
///
/// let sandbox = Sandbox::start().await?;
/// let mut rates = GetCurrencyRateResponse::blank();
/// rates.result.eur = Some(Decimal::TWO);
/// sandbox.responses().add(ResponseRule::of::<GetCurrencyRate>(&rates).param("currency", "EUR"));
/// // All other currencies are unknown.
/// sandbox.responses().add(ResponseRule::with(|_: GetCurrencyRate| Err(ErrorCode::new(210))));
///
/// let client = sandbox.client()?;
/// let request = GetCurrencyRate::builder().currency(["EUR".to_owned()]).build();
/// assert_eq!(request.send(&client).await?.result.eur, Some(Decimal::TWO));
/// let request = GetCurrencyRate::builder().currency(["USD".to_owned()]).build();
/// assert_eq!(request.send(&client).await.unwrap_err().code(), Some(ErrorCode::new(210)));
/// assert_eq!(sandbox.requests()[1].level, Some(Level::Custom));
/// # Ok(()) }
/// ```
#[derive(Debug, Clone)]
pub struct Responses(Rules<ResponseRule>);

impl Responses {
    /// No rules yet. Their random numbers come from this source.
    pub(crate) fn new(random: Random) -> Self {
        Self(Rules::new(random))
    }

    /// Adds a rule, and returns its id.
    #[expect(clippy::must_use_candidate, reason = "few users remove the rule again")]
    pub fn add(&self, rule: ResponseRule) -> u64 {
        self.0.add(rule)
    }

    /// Removes a rule. Returns whether it was still active.
    #[expect(clippy::must_use_candidate, reason = "the rule may be used up, which is no error")]
    pub fn remove(&self, id: u64) -> bool {
        self.0.remove(id)
    }

    /// The rules that may still apply, in the order of adding.
    #[must_use]
    pub fn active(&self) -> Vec<ActiveRule<ResponseRule>> {
        self.0.active()
    }

    /// Removes all rules.
    pub fn clear(&self) {
        self.0.clear();
    }

    /// Replaces all rules by those of the start.
    pub(crate) fn reset(&self, initial: &[ResponseRule]) {
        self.0.reset(initial);
    }

    /// The response to the next request, of this method, with these parameters, by this account.
    pub(crate) fn take(&self, method: &str, params: &Form, caller: u64) -> Option<CustomResponse> {
        self.0.take(method, params, || Some(caller)).map(|rule| rule.response)
    }
}
