//! `ChangeAccountPlan`.

use vox_accounts::{ChangeAccountPlan, ChangeAccountPlanResponse};
use vox_core::Record as _;

use super::{Context, Handler};
use crate::auth::Caller;
use crate::catalog::plans::PLANS;
use crate::errors::{ApiError, ApiErrors};
use crate::records::short_account_info::short_account_info;

impl Handler for ChangeAccountPlan {
    fn handle(self, caller: Caller, context: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        let today = context.today();
        let account = context.accounts.get_mut(caller.account).ok_or(ApiError::AUTHORIZATION_FAILED)?;
        let current = account.plans.of_type(&self.plan_type).ok_or(ApiError::INVALID_PLAN_TYPE)?;
        if let Some(id) = self.plan_subscription_template_id {
            let mut plans = PLANS.iter().filter(|plan| plan.plan_type == self.plan_type);
            let new = plans.find(|plan| plan.id == id).ok_or(ApiError::INVALID_PLAN)?;
            let charge = context.prices.plan(new);
            if charge <= context.prices.plan(current.template) {
                return Err(ApiError::FORBIDDEN_PLAN.into());
            }
            account.money.reserve(charge, current.reserved)?;
            account.plans.change(new, charge, today);
        }
        let mut response = ChangeAccountPlanResponse::blank();
        response.account_info = Some(short_account_info(account));
        Ok(response)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use vox_accounts::PlanType;
    use vox_core::Decimal;

    use super::*;
    use crate::methods::tests::{PARENT, accounts, call_in};

    fn to(plan_type: PlanType, id: u64) -> ChangeAccountPlan {
        ChangeAccountPlan { plan_type, plan_subscription_template_id: Some(id) }
    }

    #[test]
    fn the_price_of_the_new_plan_is_reserved() {
        let mut accounts = accounts();
        accounts.get_mut(PARENT).unwrap().money.fixed = Decimal::from(60);
        let mut balance = |request: ChangeAccountPlan| {
            call_in(&mut accounts, request).map(|response| response.account_info.unwrap().balance)
        };
        assert_eq!(balance(to(PlanType::Im, 2)), Ok(Some(Decimal::from(50))));
        // The first reservation is released.
        assert_eq!(balance(to(PlanType::Im, 3)), Ok(Some(Decimal::new(1005, 2))));
        let unchanged = ChangeAccountPlan { plan_type: PlanType::Mau, plan_subscription_template_id: None };
        assert_eq!(balance(unchanged), Ok(Some(Decimal::new(1005, 2))));
        assert_eq!(balance(to(PlanType::Mau, 5)), Err(127));

        let account = accounts.get(PARENT).unwrap();
        assert_eq!(account.money.fixed, Decimal::from(60));
        let plan = account.plans.of_type(&PlanType::Im).unwrap();
        assert_eq!((plan.template.id, plan.next_charge), (3, date(2026, 2, 10)));
    }

    #[test]
    fn cheaper_and_unknown_plans_are_rejected() {
        let mut accounts = accounts();
        accounts.get_mut(PARENT).unwrap().money.fixed = Decimal::ONE_HUNDRED;
        let mut code = |request: ChangeAccountPlan| call_in(&mut accounts, request).err();
        assert_eq!(code(to(PlanType::Im, 3)), None);
        assert_eq!(code(to(PlanType::Im, 2)), Some(379));
        assert_eq!(code(to(PlanType::Im, 3)), Some(379));
        // A plan of another type.
        assert_eq!(code(to(PlanType::Im, 5)), Some(110));
        assert_eq!(code(to(PlanType::other("VIDEO"), 3)), Some(426));
    }
}
