//! `GetAccountPlans`.

use vox_accounts::{GetAccountPlans, GetAccountPlansResponse};
use vox_core::Record as _;

use super::filter::{check_known, is_listed, is_selected};
use super::{Context, Handler};
use crate::auth::Caller;
use crate::errors::{ApiError, ApiErrors};
use crate::records::plan::account_plan;

impl Handler for GetAccountPlans {
    fn handle(self, caller: Caller, context: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        check_known(self.plan_type.iter().flatten(), ApiError::INVALID_PLAN_TYPE)?;
        let account = context.accounts.get(caller.account).ok_or(ApiError::AUTHORIZATION_FAILED)?;
        let plans = account.plans.iter().filter(|plan| {
            is_listed(self.plan_type.as_deref(), &plan.template.plan_type)
                && is_selected(self.plan_subscription_template_id.as_ref(), &plan.template.id)
        });
        let mut response = GetAccountPlansResponse::blank();
        response.result = plans.map(|plan| account_plan(plan, context.prices)).collect();
        Ok(response)
    }
}
