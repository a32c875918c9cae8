//! `GetAccountPlans`.

use serde_json::{Value, json};
use vox_accounts::GetAccountPlans;

use super::filter::{known, lists, selects};
use super::{Context, Handler};
use crate::answers::plan::account_plan;
use crate::auth::Caller;
use crate::errors::{Failure, Failures};

impl Handler for GetAccountPlans {
    fn handle(self, caller: Caller, context: &mut Context<'_>) -> Result<Value, Failures> {
        known(self.plan_type.iter().flatten(), Failure::INVALID_PLAN_TYPE)?;
        let account = context.accounts.get(caller.account).ok_or(Failure::AUTHORIZATION_FAILED)?;
        let plans = account.plans.iter().filter(|plan| {
            lists(self.plan_type.as_deref(), &plan.template.plan_type)
                && selects(self.plan_subscription_template_id.as_ref(), &plan.template.id)
        });
        Ok(json!({ "result": plans.map(|plan| account_plan(plan, context.prices)).collect::<Vec<_>>() }))
    }
}
