//! `GetAvailablePlans`.

use vox_accounts::{GetAvailablePlans, GetAvailablePlansResponse};
use vox_core::Record as _;

use super::filter::{check_known, is_listed, is_selected};
use super::{Context, Handler};
use crate::auth::Caller;
use crate::catalog::plans::{PLANS, PlanTemplate};
use crate::catalog::prices::Prices;
use crate::errors::{ApiError, ApiErrors};
use crate::records::plan::plan;
use crate::state::plans::Plans;

impl Handler for GetAvailablePlans {
    fn handle(self, caller: Caller, context: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        check_known(self.plan_type.iter().flatten(), ApiError::INVALID_PLAN_TYPE)?;
        let account = context.accounts.get(caller.account).ok_or(ApiError::AUTHORIZATION_FAILED)?;
        let plans = PLANS.iter().filter(|plan| {
            is_listed(self.plan_type.as_deref(), &plan.plan_type)
                && is_selected(self.plan_subscription_template_id.as_ref(), &plan.id)
                && is_available(plan, &account.plans, context.prices)
        });
        let mut response = GetAvailablePlansResponse::blank();
        response.result = plans.map(|template| plan(template, context.prices)).collect();
        Ok(response)
    }
}

/// A plan can only be changed to a more expensive one.
fn is_available(plan: &PlanTemplate, current: &Plans, prices: &Prices) -> bool {
    let current = current.of_type(&plan.plan_type);
    current.is_none_or(|current| prices.plan(plan) > prices.plan(current.template))
}
