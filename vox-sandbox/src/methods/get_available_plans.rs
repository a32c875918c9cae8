//! `GetAvailablePlans`.

use serde_json::{Value, json};
use vox_accounts::GetAvailablePlans;

use super::filter::{known, lists, selects};
use super::{Context, Handler};
use crate::answers::plan::plan;
use crate::auth::Caller;
use crate::catalog::plans::{PLANS, PlanTemplate};
use crate::catalog::prices::Prices;
use crate::errors::{Failure, Failures};
use crate::state::plans::Plans;

impl Handler for GetAvailablePlans {
    fn handle(self, caller: Caller, context: &mut Context<'_>) -> Result<Value, Failures> {
        known(self.plan_type.iter().flatten(), Failure::INVALID_PLAN_TYPE)?;
        let account = context.accounts.get(caller.account).ok_or(Failure::AUTHORIZATION_FAILED)?;
        let plans = PLANS.into_iter().filter(|plan| {
            lists(self.plan_type.as_deref(), &plan.plan_type)
                && selects(self.plan_subscription_template_id.as_ref(), &plan.id)
                && is_available(plan, &account.plans, context.prices)
        });
        Ok(json!({ "result": plans.map(|template| plan(template, context.prices)).collect::<Vec<_>>() }))
    }
}

/// Only dearer plans can be changed to.
fn is_available(plan: &PlanTemplate, current: &Plans, prices: &Prices) -> bool {
    let current = current.of_type(&plan.plan_type);
    current.is_none_or(|current| prices.plan(plan) > prices.plan(current.template))
}
